/** What may be a slip, asked about once before it is recorded: whoever is sure records it as it is. */
import { dataOf, type Happened, type Statement } from '../../engine/fact.ts'
import type { Guidance } from '../../engine/guidance.ts'
import type { Known } from '../../engine/statements.ts'
import { addDays } from '../../guidance/days.ts'
import { isOpenOn, type ReadCase } from '../../ledger/read.ts'
import { childProtectionPlan } from '../../procedures/child-protection-plan.ts'
import { childProtectionPlanStarted, decidesOnPlan, initialConferenceHeld } from '../../procedures/plan-facts.ts'
import { Checkboxes } from '../kit/component/choices.tsx'
import { sayDay } from '../kit/days.ts'
import type { Visit } from '../pipeline/page.ts'
import { type Asked, asTyped, idOf } from './fact-fields.tsx'
import { named, type OpenForm } from './open-form.ts'
import type { FactRead, Message } from './read-fact.ts'

/** Before a child is born it is expected for so many days. */
const expectedFor = 300

/** A day that lies so long before the birth that it is nearly always a slip; nothing where the birth is not known. */
export function doubtsOnBirth(
  born: Pick<Happened, 'from'> | undefined,
  said: Pick<Happened, 'to'>,
  field = 'happened',
): Message[] {
  if (!born || said.to >= addDays(born.from, -expectedFor)) return []
  return [{ field, text: `The child was born on ${sayDay(born.from)}, long after this day. Check the day` }]
}

/** Nothing of this is impossible: the day is before the child, or before what it continues, or it was done before. */
export function doubtsAbout(opened: OpenForm, fact: FactRead, { guidance }: Visit): Message[] {
  const { definition, read, about, owed } = opened
  const { happened } = fact
  const { byKind, byRoot } = read.known
  const continued = about === null ? undefined : byRoot.get(about)
  const onPlan = doubtOnPlan(read, definition.kind, fact, continued)
  const doubts = definition.about ? doubtsOfDay(read.known, onPlan ? undefined : continued, happened, guidance) : []
  if (onPlan) doubts.push({ field: 'happened', text: onPlan })
  const before = (byKind.get(definition.kind) ?? []).findLast(one => one.about === about)
  if (continued && before && definition.isOnce && owed.length === 0)
    doubts.push({
      field: named.sure,
      text: `“${definition.label}” stands here already, of ${sayDay(before.happened.from)}: correct that one, unless this is another`,
    })
  return doubts
}

/** What is strange of the day of something that continues another record: it is long before the child, or before that record. */
export function doubtsOfDay(
  { byKind }: Known,
  continued: Statement | undefined,
  happened: Happened,
  guidance: Guidance,
): Message[] {
  const labelOf = ({ kind }: Statement) => guidance.kinds.get(kind)?.label ?? kind
  const born = guidance.birth && byKind.get(guidance.birth.kind)?.at(-1)
  const doubts = doubtsOnBirth(born?.happened, happened)
  if (continued && happened.to < continued.happened.from)
    doubts.push({
      field: 'happened',
      text: `This day is before “${labelOf(continued)}” (${sayDay(continued.happened.from)}), which it continues. Check the day`,
    })
  return doubts
}

/**
 * What is strange of the start of a plan, or of the conference that decides on one: the day of a plan is that of its conference, and what
 * is owed counts from there (WT18-1.20-01, WT18-1.21-01).
 * @param continued what it says that it continues
 */
export function doubtOnPlan(
  read: Pick<ReadCase, 'known' | 'procedures'>,
  kind: string,
  { happened, data }: Pick<FactRead, 'happened' | 'data'>,
  continued?: Statement,
): string | undefined {
  if (kind === childProtectionPlanStarted.kind) {
    const decision = continued && dataOf(initialConferenceHeld, continued)?.decision
    const isSameDay = continued && happened.from <= continued.happened.to && happened.to >= continued.happened.from
    return continued && decision === 'child-protection-plan' && !isSameDay
      ? `The conference that decided on this plan was on ${sayDay(continued.happened.from)}: the first core group and the first review count from then. Check the day`
      : undefined
  }
  if (kind !== initialConferenceHeld.kind || !decidesOnPlan({ data } as never)) return undefined
  const open = read.procedures.find(
    one => one.procedure === childProtectionPlan.id && isOpenOn(one, happened.from) && one.opened_from < happened.from,
  )
  const started = open && read.known.byRoot.get(open.root)
  return started?.kind === childProtectionPlanStarted.kind
    ? `A plan stands here already as begun on ${sayDay(started.happened.from)}, before this conference: what is owed would count from both days. If this conference decided on that plan, strike that start out: recording the conference is enough`
    : undefined
}

/** Whoever was asked says that it is right. */
export function IsSure({ typed, messages }: Pick<Asked, 'typed' | 'messages'>) {
  return (
    <Checkboxes
      id={idOf(named.sure)}
      name={named.sure}
      error={messages.find(({ field }) => field === named.sure)?.text}
      items={[{ value: 'yes', label: 'It is right as I wrote it: record it' }]}
      values={[asTyped(typed, named.sure)]}
    />
  )
}
