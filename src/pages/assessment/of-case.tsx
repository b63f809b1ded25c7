// The assessments of a file, those under way first: each leads to its own page.
import type { Statement } from '../../engine/fact.ts'
import type { DutyRow, ReadCase } from '../../ledger/read.ts'
import { assessmentsOnFrame } from '../../procedures/assessment-frame.ts'
import { Details } from '../kit/component/messages.tsx'
import { sayDay } from '../kit/days.ts'
import { allOf, continues } from './facts.ts'

export interface Listed {
  readonly root: string
  /** “Section 17 assessment”, and “begun on 4 March 2026”. */
  readonly label: string
  readonly when: string
  readonly isOver: boolean
}

/** The assessments of a file, the newest first. */
export function assessmentsIn(read: ReadCase): Listed[] {
  return assessmentsOnFrame
    .flatMap(({ began, concluded, label }) =>
      allOf(read, began as never).map((one: Statement): Listed & { day: string } => {
        const end = concluded.flatMap(kind => allOf(read, kind as never)).find(last => continues(read, last, one.root))
        const until = end ? `, concluded on ${sayDay(end.happened.from)}` : ''
        return {
          root: one.root,
          day: one.happened.from,
          label,
          when: `begun on ${sayDay(one.happened.from)}${until}`,
          isOver: end !== undefined,
        }
      }),
    )
    .toSorted((a, b) => (a.day < b.day ? 1 : -1))
}

/** Nothing where none was begun. */
export function Assessments({ read }: { read: ReadCase }) {
  const listed = assessmentsIn(read)
  if (listed.length === 0) return null
  const open = listed.filter(({ isOver }) => !isOver)
  const over = listed.filter(({ isOver }) => isOver)
  return (
    <>
      <h2 class="govuk-heading-s govuk-!-margin-bottom-2">Assessments</h2>
      {open.length > 0 && <Links of={open} reference={read.head.reference} verb="Open the assessment: " />}
      {over.length > 0 && (
        <Details summary={open.length > 0 ? 'Assessments that are concluded' : 'All are concluded: show them'}>
          <Links of={over} reference={read.head.reference} verb="" />
        </Details>
      )}
    </>
  )
}

function Links({ of, reference, verb }: { of: readonly Listed[]; reference: string; verb: string }) {
  return (
    <ul class="govuk-list">
      {of.map(({ root, label, when }) => (
        <li>
          <a class="govuk-link" href={`/case/${reference}/assessment/${root}`}>
            {verb}
            {label}, {when}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** The assessment that meets a duty when it is concluded, while it is under way; nothing for any other duty. */
export function assessmentOfDuty(
  read: ReadCase,
  { trigger_root: trigger, met_by: met }: DutyRow,
  by: readonly string[],
) {
  const kind = assessmentsOnFrame.find(({ concluded }) => concluded.some(one => by.includes(one.kind)))
  if (!kind || met !== null) return undefined
  const begun: readonly Statement[] = allOf(read, kind.began as never)
  return begun.findLast(one => one.root === trigger || continues(read, one, trigger))?.root
}
