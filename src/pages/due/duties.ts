/**
 * The statements behind the list of what is due. Each sees what row security shows; none decides who may see what.
 * Whether a duty is overdue is asked with today's day and instant: it is stored nowhere.
 */
import { createHash } from 'node:crypto'
import type { PoolClient } from 'pg'
import type { Today } from '../../engine/standing.ts'
import { addDays, weekday } from '../../guidance/days.ts'
import { type CaseHead, type DutyRow, dutyFields } from '../../ledger/read.ts'
import { childrenOf } from '../../people/search.ts'
import type { After, Scope, Show } from './ask.ts'

/** Whose duties are looked at: the ids are of posts, teams or agencies, as the scope says. */
export interface Whose {
  readonly scope: Scope
  readonly ids: readonly string[]
}

export interface Wanted extends Whose {
  readonly areaIds: readonly string[]
  readonly today: Today
  readonly rules: readonly string[] | null
  readonly team: string | undefined
}

export interface ListWanted extends Wanted {
  readonly show: Show
  readonly from: string | undefined
  readonly after: After | undefined
  readonly limit: number
}

/** A duty with what its row in the list shows besides. */
export interface ListedRow extends DutyRow {
  readonly area_id: string
  /** The day by which the list is ordered. */
  readonly day: string
  readonly agency: string
  readonly worker: string | null
  readonly team: string | null
}

/** Puts a value into a statement and gives its place. Only what a statement needs is put into it. */
export type Put = (value: unknown, type: string) => string

export function statement(): { values: unknown[]; put: Put } {
  const values: unknown[] = []
  return { values, put: (value, type) => `$${values.push(value)}::${type}` }
}

/** A statement that is planned once for each of its forms: planning it costs more than running it. Its name is made of its text. */
export function prepared(text: string): { readonly name: string; readonly text: string } {
  return { name: `duties ${createHash('sha1').update(text).digest('base64url')}`, text }
}

export const open = (put: Put, { day }: Today) =>
  `d.met_by is null and d.not_known_from is null and (d.lapsed_on is null or d.lapsed_on > ${put(day, 'date')})`

/** A limit of hours ends at its instant, any other with its day. */
const overdue = (put: Put, { day, instant }: Today) =>
  `case when d.due_latest_at is null then d.due_latest < ${put(day, 'date')} else d.due_latest_at < ${put(new Date(instant), 'timestamptz')} end`

const dueUntil = (put: Put, today: Today, last: string) =>
  `d.due_latest between ${put(today.day, 'date')} and ${put(last, 'date')} and not (${overdue(put, today)})`

/** Behind the numbers of the overview: duties that fell due within its period. */
const inPeriod = (put: Put, { day }: Today, from: string | undefined) =>
  `d.due_latest <= ${put(day, 'date')}${from ? ` and d.due_latest >= ${put(from, 'date')}` : ''}`

/** The Sunday of a day's week. */
export const sundayOf = ({ day }: Pick<Today, 'day'>) => addDays(day, 7 - weekday(day))
/** Two weeks after today. */
export const fortnightAfter = ({ day }: Today) => addDays(day, 14)

/** What makes a duty one of those shown. */
export const showing: Readonly<Record<Show, (put: Put, today: Today, from?: string) => string>> = {
  open: (put, today) => `${open(put, today)} and d.due_latest is not null`,
  overdue: (put, today, from) => `${open(put, today)} and ${inPeriod(put, today, from)} and ${overdue(put, today)}`,
  today: (put, today) => `${open(put, today)} and ${dueUntil(put, today, today.day)}`,
  week: (put, today) => `${open(put, today)} and ${dueUntil(put, today, sundayOf(today))}`,
  soon: (put, today) => `${open(put, today)} and ${dueUntil(put, today, fortnightAfter(today))}`,
  ageing: (put, today) => `${open(put, today)} and d.due_latest is null`,
  'late-this-month': (put, { day }) =>
    `d.late = 'yes' and d.met_from >= date_trunc('month', ${put(day, 'date')})::date`,
  'met-in-time': (put, today, from) => `d.late = 'no' and ${inPeriod(put, today, from)}`,
  'met-late': (put, today, from) => `d.late = 'yes' and ${inPeriod(put, today, from)}`,
  'may-be-late': (put, today, from) => `d.late = 'maybe' and ${inPeriod(put, today, from)}`,
  'not-known': (put, today, from) =>
    `d.met_by is null and d.not_known_from is not null and (d.lapsed_on is null or d.lapsed_on > ${put(today.day, 'date')}) and ${inPeriod(put, today, from)}`,
}

/** The day by which a list is ordered: the earliest first, so that what has waited longest comes first. */
function dayOf(show: Show): string {
  if (show === 'ageing') return 'd.from_day'
  return show === 'late-this-month' ? 'd.met_from' : 'd.due_latest'
}

const owner: Readonly<Record<Scope, string | undefined>> = {
  mine: 'd.worker_post_id',
  team: 'd.team_id',
  agency: 'd.agency_id',
  area: undefined,
}

/**
 * The areas and owners whose duties are looked at, as a table o. Written out one by one: of an array in a prepared statement the
 * planner expects ten, and plans anew each time.
 */
export function owners(put: Put, { areaIds, scope, ids }: Pick<Wanted, 'areaIds' | 'scope' | 'ids'>): string {
  const areas = areaIds.map(id => put(id, 'uuid'))
  const those = owner[scope] ? ids.map(id => put(id, 'uuid')) : ['null']
  const pairs = areas.flatMap(area => those.map(id => `(${area}, ${id})`))
  return pairs.length > 0
    ? `(values ${pairs.join(', ')}) o (area_id, id)`
    : '(select null::uuid, null::uuid where false) o (area_id, id)'
}

/** That a duty d is of such an area and owner o. */
export function isOwned({ scope }: Pick<Wanted, 'scope'>): string {
  return `d.area_id = o.area_id${owner[scope] ? ` and ${owner[scope]} = o.id` : ''}`
}

/** Of those duties only these rules, and those of one team. */
export function narrowing(put: Put, { rules, team }: Wanted): string {
  return `${rules ? ` and d.rule = any(${put(rules, 'text[]')})` : ''}${team ? ` and d.team_id = ${put(team, 'uuid')}` : ''}`
}

/** One page of duties. The soonest of each owner are found through an index; only those are put in order. */
export async function listDuties(client: PoolClient, wanted: ListWanted): Promise<ListedRow[]> {
  const { show, today, after } = wanted
  const { values, put } = statement()
  const day = dayOf(show)
  const behind = after
    ? ` and ${day} >= ${put(after.day, 'date')} and (${day}, d.case_id, d.id) > (${put(after.day, 'date')}, ${put(after.caseId, 'uuid')}, ${put(after.id, 'text')})`
    : ''
  const { rows } = await client.query<ListedRow>({
    ...prepared(`
      select d.*, g.name as agency, w.name as worker, t.name as team
      from (
        select d.* from ${owners(put, wanted)} cross join lateral (
          select d.area_id, ${day} as day, ${dutyFields} from duty d
          where ${isOwned(wanted)} and ${showing[show](put, today, wanted.from)} ${narrowing(put, wanted)}${behind}
          order by ${day}, d.case_id, d.id limit ${wanted.limit}
        ) d
        order by d.day, d.case_id, d.id limit ${wanted.limit}
      ) d
      join agency g on g.id = d.agency_id
      left join post p on p.id = d.worker_post_id
      left join practitioner w on w.id = p.practitioner_id
      left join holder t on t.id = d.team_id
      order by d.day, d.case_id, d.id`),
    values,
  })
  return rows
}

export interface Team {
  readonly id: string
  readonly name: string
}

/** The teams of a post. */
export async function teamsOf(client: PoolClient, postId: string): Promise<Team[]> {
  const { rows } = await client.query<Team>({
    name: 'own teams',
    text: `select h.id, h.name from post_holder p join holder h on h.id = p.holder_id
           where p.post_id = $1 and h.kind = 'team' order by h.name, h.id`,
    values: [postId],
  })
  return rows
}

/** Whether anything open with a day is owed by those ids. */
export async function hasDuties(
  client: PoolClient,
  whose: Whose & { readonly areaIds: readonly string[] },
  today: Today,
): Promise<boolean> {
  const { values, put } = statement()
  const { rows } = await client.query<{ any: boolean }>({
    ...prepared(
      `select exists (select from ${owners(put, whose)} join duty d on ${isOwned(whose)} where ${showing.open(put, today)}) as any`,
    ),
    values,
  })
  return rows[0]?.any ?? false
}

/** What a row shows of its case: its reference, the child’s name, the days of its facts, its open duties. */
export interface CaseInList {
  readonly reference: string
  readonly restriction: CaseHead['restriction']
  name: string
  readonly factDays: string[]
  readonly open: { due_latest: string | null; isOverdue: boolean }[]
}

/** The cases of one page. A fact that was struck out is no knot; a corrected one stands where it was corrected to. */
export async function readCases(
  client: PoolClient,
  areaIds: readonly string[],
  caseIds: readonly string[],
  today: Today,
): Promise<Map<string, CaseInList>> {
  const heads = await client.query<{ id: string } & Pick<CaseInList, 'reference' | 'restriction'>>({
    name: 'heads of cases',
    text: 'select id, reference, restriction from case_file where area_id = any($1) and id = any($2)',
    values: [areaIds, caseIds],
  })
  const cases = new Map<string, CaseInList>(
    heads.rows.map(({ id, ...head }) => [id, { ...head, name: '', factDays: [], open: [] }]),
  )
  for (const [id, name] of await childrenOf(client, areaIds, caseIds)) {
    const one = cases.get(id)
    if (one) one.name = name
  }
  const facts = await client.query<{ case_id: string; days: string[] }>({
    name: 'fact days of cases',
    text: `select case_id, array_agg(distinct day) as days from (
             select distinct on (case_id, root) case_id, act, happened_from as day from fact
             where area_id = any($1) and case_id = any($2) and act in ('record', 'correct', 'strike-out')
             order by case_id, root, number desc
           ) as latest where act <> 'strike-out' group by case_id`,
    values: [areaIds, caseIds],
  })
  for (const row of facts.rows) cases.get(row.case_id)?.factDays.push(...row.days)
  const { values, put } = statement()
  const duties = await client.query<{ case_id: string; due_latest: string | null; is_overdue: boolean | null }>({
    ...prepared(`select d.case_id, d.due_latest, ${overdue(put, today)} as is_overdue from duty d
           where d.area_id = any(${put(areaIds, 'uuid[]')}) and d.case_id = any(${put(caseIds, 'uuid[]')}) and ${open(put, today)}`),
    values,
  })
  for (const row of duties.rows)
    cases.get(row.case_id)?.open.push({ due_latest: row.due_latest, isOverdue: row.is_overdue ?? false })
  return cases
}
