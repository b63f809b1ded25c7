// Duties as rows under the headings of their days.
import type { Standing } from '../../engine/standing.ts'
import { standingOf } from '../../ledger/read.ts'
import { dutyHref, sayStanding, workingDaysTo } from '../case-file/duties.ts'
import { sayReason } from '../duty/reasons.ts'
import { Tag } from '../kit/component/messages.tsx'
import { type Day, daysBetween, sayDay, sayLate, sayWeekday } from '../kit/days.ts'
import type { ListedDuty } from '../kit/duty-list.tsx'
import { type Restriction, RestrictionTag } from '../kit/restriction.tsx'
import { Sparkline } from '../kit/sparkline.tsx'
import type { Visit } from '../pipeline/page.ts'
import { isOfEach } from '../record/line-choices.ts'
import { type Show, shows } from './ask.ts'
import type { CaseInList, ListedRow } from './duties.ts'

export interface Group {
  heading: string
  duties: ListedDuty[]
}

/** The rows of a page in groups: by day where they are open with a day, else all under one heading. */
export function groupsOf(
  visit: Visit,
  show: Show,
  rows: readonly ListedRow[],
  cases: ReadonlyMap<string, CaseInList>,
  reasons: ReadonlyMap<string, string>,
): Group[] {
  const groups = new Map<string, ListedDuty[]>()
  for (const row of rows) {
    const ofCase = cases.get(row.case_id)
    if (!ofCase) continue
    const duty = listed(visit, row, ofCase, reasons.get(row.id))
    const heading = headingOf(visit, show, row, duty)
    const group = groups.get(heading)
    if (group) group.push(duty)
    else groups.set(heading, [duty])
  }
  return [...groups].map(([heading, duties]) => ({ heading, duties }))
}

function headingOf(visit: Visit, show: Show, row: ListedRow, duty: ListedDuty): string {
  const today = visit.today.day
  if (show === 'ageing') return 'Open without a day, the longest first'
  const isOpen = ['open', 'overdue', 'today', 'week', 'soon'].includes(show)
  if (!isOpen || row.due_latest === null) return shows[show]
  if (duty.isOverdue) return 'Overdue'
  const day = sayWeekday(row.due_latest, today)
  const near = ['Today', 'Tomorrow'][daysBetween(today, row.due_latest)]
  return near ? `${near}, ${day}` : day
}

function listed(visit: Visit, row: ListedRow, inList: CaseInList, reason: string | undefined): ListedDuty {
  const rule = visit.guidance.rules.get(row.rule)
  const standing = standingOf(row, visit.today)
  return {
    who: inList.name || `Child ${inList.reference}`,
    href: dutyHref(inList.reference, row.id),
    must: rule?.must ?? row.rule,
    by: [rule?.who, isOfEach(rule) ? row.agency : (row.worker ?? row.team ?? row.agency)].filter(Boolean).join(' · '),
    due: `${sayWhen(visit, row)}${sayWhy(standing, reason)}`,
    isOverdue: standing === 'overdue',
    tags: tagsOf(
      inList.restriction,
      standing === 'may-be-overdue',
      rule?.editions.some(edition => edition.within.kind === 'local-policy'),
    ),
    thread: <Sparkline {...threadOf(inList, visit.today.day)} />,
  }
}

/** The reason beside what was late; that there is none, only where it was met. */
function sayWhy(standing: Standing, reason: string | undefined): string {
  if (reason) return `. Why: ${sayReason(reason)}`
  return standing === 'met-late' ? '. No reason is recorded' : ''
}

function tagsOf(restriction: Restriction, mayBeOverdue: boolean, isLocal: boolean | undefined) {
  if (!mayBeOverdue && !isLocal && restriction === 'none') return undefined
  return (
    <>
      <RestrictionTag restriction={restriction} /> {mayBeOverdue && <Tag class="govuk-tag--yellow">May be overdue</Tag>}{' '}
      {isLocal && <Tag class="govuk-tag--grey">Local policy</Tag>}
    </>
  )
}

/** When it is due, in words; with the hour where the limit is one of hours, in working days where it counts those. */
function sayWhen(visit: Visit, row: ListedRow): string {
  const { today } = visit
  const standing = standingOf(row, today)
  const due = row.due_latest
  const rule = visit.guidance.rules.get(row.rule)
  if (due === null || standing !== 'overdue' || due === today.day) return sayStanding(row, rule, standing, today)
  return `${sayLate(due, today.day, workingDaysTo(row, rule, today.day))} (due ${sayDay(due)})`
}

function threadOf({ factDays, open }: CaseInList, today: Day) {
  return {
    today,
    knots: factDays.filter(day => day <= today).map(day => ({ day, label: '', href: '', strand: 0 })),
    rings: open.map(({ due_latest, isOverdue }) => ({
      day: due_latest,
      label: '',
      href: '',
      overdue: isOverdue,
      strand: 0,
    })),
  }
}
