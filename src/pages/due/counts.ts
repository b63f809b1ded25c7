/**
 * What the list of what is due counts. Of a whole council that is hundreds of thousands of duties: no more are counted than a
 * reader can tell apart, and beyond that it is so many or more.
 */
import type { PoolClient } from 'pg'
import { addDays, weekday } from '../../guidance/days.ts'
import type { Counted } from '../kit/duty-list.tsx'
import {
  fortnightAfter,
  isOwned,
  narrowing,
  open,
  owners,
  type Put,
  prepared,
  showing,
  statement,
  sundayOf,
  type Wanted,
} from './duties.ts'

/** So many duties are counted at most among those past, those of the weeks ahead, those later and those without a day. */
const mostCounted = 1000

/** So many weeks are drawn, this one the first. */
const weeksAhead = 12

export interface Counts {
  readonly overdue: Counted
  readonly today: Counted
  readonly week: Counted
  readonly soon: Counted
  readonly open: Counted
  readonly ageing: Counted
  readonly lateThisMonth: Counted
  /** Open duties that are not overdue by the week in which they fall due, this week first: as many weeks as were counted whole. */
  readonly weeks: readonly Week[]
}

interface Week {
  /** Its Monday. */
  readonly start: string
  readonly number: number
}

type Range = 'past' | 'ahead' | 'later' | 'ageing' | 'late'

interface DayCount {
  readonly range: Range
  /** Nothing for duties without a day, and for what was met late. */
  readonly day: string | null
  /** Of a limit of hours: whether its instant is past. */
  readonly isPast: boolean | null
  readonly number: number
}

/**
 * Everything that the page counts, in one statement. The database counts by day, each range from its first day on through the
 * index of the owner; which days are this week is asked of so many days and not of so many duties.
 * @param most see `mostCounted`; another number in tests
 */
export async function countDuties(client: PoolClient, wanted: Wanted, most = mostCounted): Promise<Counts> {
  const { today } = wanted
  const { values, put: place } = statement()
  // Where PostgreSQL sees which day it is, it plans anew with each question, and that takes longer than counting.
  const put: Put = (value, type) => `(select ${place(value, type)})`
  const day = put(today.day, 'date')
  const end = put(addDays(today.day, 1 - weekday(today.day) + 7 * weeksAhead), 'date')
  const those = owners(place, wanted)
  const narrowed = `${isOwned(wanted)}${narrowing(place, wanted)}`
  const isOpen = open(put, today)
  const within = (columns: string, which: string, order = '') =>
    `(select d.* from ${those} cross join lateral (
       select ${columns} from duty d where ${narrowed} and ${which} ${order} limit ${most}) d ${order && 'order by d.day'} limit ${most}) d`
  const { rows } = await client.query<DayCount>({
    ...prepared(`
      select r.range, d.day, d."isPast", count(*) as number
      from (values ('past', '-infinity'::date, ${day}), ('ahead', ${day}, ${end}), ('later', ${end}, 'infinity'::date)) r (range, first, last)
      cross join lateral ${within(
        `d.due_latest as day, d.due_latest_at < ${put(new Date(today.instant), 'timestamptz')} as "isPast"`,
        `${isOpen} and d.due_latest >= r.first and d.due_latest < r.last`,
        'order by d.due_latest',
      )} group by 1, 2, 3
      union all
      select 'ageing', null, null, count(*) from ${within('d.id', `${isOpen} and d.due_latest is null`)}
      union all
      select 'late', null, null, count(*) from ${within('d.id', showing['late-this-month'](put, today))}`),
    values,
  })
  return summed(rows, wanted, most)
}

function summed(rows: readonly DayCount[], { today }: Wanted, most: number): Counts {
  const sum = (which: (row: DayCount) => boolean) =>
    rows.filter(which).reduce((before, { number }) => before + number, 0)
  const isFull = (range: Range) => sum(row => row.range === range) >= most
  const whole = (...ranges: Range[]): Counted => ({
    number: sum(row => ranges.includes(row.range)),
    orMore: ranges.some(isFull),
  })
  const isOverdue = ({ day, isPast }: DayCount) => day !== null && (isPast ?? day < today.day)
  // What lies ahead is counted from today on: what ends before the last day that was counted is whole.
  const lastAhead = rows.reduce((last, { range, day }) => (range === 'ahead' && day && day > last ? day : last), '')
  const isCut = (last: string) => isFull('ahead') && lastAhead <= last
  const until = (last: string): Counted => ({
    number: sum(row => row.range === 'ahead' && !isOverdue(row) && (row.day ?? '') <= last),
    orMore: isCut(last),
  })
  return {
    overdue: { number: sum(isOverdue), orMore: isFull('past') || isCut(today.day) },
    today: until(today.day),
    week: until(sundayOf(today)),
    soon: until(fortnightAfter(today)),
    open: whole('past', 'ahead', 'later'),
    ageing: whole('ageing'),
    lateThisMonth: whole('late'),
    weeks: mondaysFrom(today.day)
      .filter(monday => !isCut(sundayOf({ day: monday })))
      .map(start => ({ start, number: until(sundayOf({ day: start })).number - until(addDays(start, -1)).number })),
  }
}

function mondaysFrom(day: string): string[] {
  const first = addDays(day, 1 - weekday(day))
  return Array.from({ length: weeksAhead }, (_, at) => addDays(first, 7 * at))
}
