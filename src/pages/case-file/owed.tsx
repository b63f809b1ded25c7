// What is owed on a file: what is open in groups by its day, and folded what asks nothing any more.
import type { Statement } from '../../engine/fact.ts'
import type { Guidance } from '../../engine/guidance.ts'
import { isOpen } from '../../engine/standing.ts'
import { addDays, type Day } from '../../guidance/days.ts'
import { Details, Tag } from '../kit/component/messages.tsx'
import { count, sayDay } from '../kit/days.ts'
import { DutyRow } from '../kit/duty-list.tsx'
import type { ShownDuty } from './duties.ts'

/** At most so many facts without a rule are named. */
const mostUnruled = 5
/** What is due within so many days is due soon. */
const soonWithin = 7
/** Of what is not due soon so many stand on the page at once; what is overdue or soon due stands there always. */
const laterAtOnce = 20
const foldedAtOnce = 10

interface OwedProps {
  readonly duties: readonly ShownDuty[]
  readonly today: Day
  /** Facts of a day for which nothing is encoded. */
  readonly unruled: readonly Statement[]
  readonly guidance: Guidance
  /** Where every duty is listed; nothing where this page does. */
  readonly all: string | undefined
}

/** The column of what is owed. */
export function Owed({ duties, today, unruled, guidance, all }: OwedProps) {
  const open = duties.filter(duty => isOpen(duty.standing))
  const late = duties.filter(duty => duty.standing === 'met-late' || duty.standing === 'may-be-met-late')
  const met = duties.filter(duty => duty.standing === 'met')
  const ended = duties.filter(duty => duty.standing === 'lapsed' && !duty.departs)
  const departing = duties.filter(duty => duty.departs && !isOpen(duty.standing))
  const unknown = duties.filter(duty => duty.standing === 'not-known')
  return (
    <>
      <Group title="Departs from the guidance" duties={departing} />
      {open.length === 0 && <p class="gt-empty">Nothing that this system tracks is owed now.</p>}
      {groupsOf(open, today).map(group => (
        <Group {...group} all={all} />
      ))}
      <Folded title="Met late" duties={late} all={all} />
      <Folded title="Met" duties={met} all={all} />
      <Folded title="Ended without being met" duties={ended} all={all} />
      <Folded title="Not known from an imported file" duties={unknown} all={all} />
      {unruled.length > 0 && (
        <p class="govuk-body-s">
          No rule is encoded for what happened on these days, so nothing is shown as owed from it:{' '}
          {unruled
            .slice(0, mostUnruled)
            .map(fact => `${guidance.kinds.get(fact.kind)?.label ?? fact.kind}, ${sayDay(fact.happened.from)}`)
            .join('; ')}
          {unruled.length > mostUnruled && `; and ${unruled.length - mostUnruled} more`}.
        </p>
      )}
      <p class="govuk-body-s">
        These are the duties this system tracks. The guidance asks for more than can be tracked.
      </p>
    </>
  )
}

interface Grouped {
  readonly title: string
  readonly duties: readonly ShownDuty[]
  /** At most so many at once; all where nothing is said. */
  readonly atOnce?: number
}

/** What is open, by how soon it is due: in the order of its days, those without a day last. */
function groupsOf(open: readonly ShownDuty[], today: Day): Grouped[] {
  const isLate = ({ standing }: ShownDuty) => standing === 'overdue' || standing === 'may-be-overdue'
  const ahead = open.filter(duty => !isLate(duty))
  const isSoon = ({ row }: ShownDuty) => row.due_latest !== null && row.due_latest <= addDays(today, soonWithin)
  const overdue = open.filter(isLate)
  const mayBe = overdue.some(({ standing }) => standing === 'may-be-overdue')
  return [
    { title: mayBe ? 'Overdue, or may be' : 'Overdue', duties: overdue },
    { title: `Due in the next ${soonWithin} days`, duties: ahead.filter(isSoon) },
    {
      title: 'Due later',
      duties: ahead.filter(duty => duty.row.due_latest !== null && !isSoon(duty)),
      atOnce: laterAtOnce,
    },
    { title: 'No day is set', duties: ahead.filter(({ row }) => row.due_latest === null), atOnce: laterAtOnce },
  ]
}

/** One group under its heading, with how many it holds. */
function Group({ title, duties, atOnce = duties.length, all }: Grouped & { readonly all?: string | undefined }) {
  if (duties.length === 0) return null
  const shown = all === undefined ? duties : duties.slice(0, atOnce)
  return (
    <>
      <h3 class="gt-duties__day">
        {title} ({duties.length})
      </h3>
      <List duties={shown} />
      {all !== undefined && shown.length < duties.length && <ShowAll all={all} title={title} of={duties.length} />}
    </>
  )
}

function ShowAll({ all, title, of }: { all: string; title: string; of: number }) {
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={all}>
        Show all {of}
        <span class="govuk-visually-hidden">: {title}</span>
      </a>
    </p>
  )
}

function List({ duties }: { duties: readonly ShownDuty[] }) {
  return (
    <ul class="gt-duties__list">
      {duties.map(duty => (
        <DutyRow
          who={duty.must}
          href={duty.href}
          must={duty.row.remark ?? ''}
          by={duty.by}
          due={duty.words}
          isOverdue={duty.standing === 'overdue'}
          tags={
            duty.departs ? (
              <Tag class="govuk-tag--yellow">Departure</Tag>
            ) : duty.rule?.editions.some(edition => edition.within.kind === 'local-policy') ? (
              <Tag class="govuk-tag--grey">Local policy</Tag>
            ) : undefined
          }
        />
      ))}
    </ul>
  )
}

/** What asks nothing any more: the newest of it, and all of it where that is asked for. */
function Folded({ title, duties, all }: { title: string; duties: readonly ShownDuty[]; all: string | undefined }) {
  if (duties.length === 0) return null
  const newest = duties.toSorted((a, b) => (a.row.from_day < b.row.from_day ? 1 : -1))
  const shown = all === undefined ? newest : newest.slice(0, foldedAtOnce)
  return (
    <Details summary={`${title}: ${count(duties.length, 'duty', 'duties')}`} open={all === undefined}>
      <List duties={shown} />
      {all !== undefined && shown.length < newest.length && <ShowAll all={all} title={title} of={newest.length} />}
    </Details>
  )
}
