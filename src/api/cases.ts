/** Reading cases: which there are, what stands in them, what is owed, what was shared. */
import { z } from 'zod'
import { NotFound } from '../access/refusals.ts'
import { readDisclosures } from '../ledger/disclosures.ts'
import type { OpenReading } from '../ledger/look.ts'
import { type CaseHead, type DutyRow, dutyFields, findCase, readNames } from '../ledger/read.ts'
import { readableWords, type WordsRow } from '../ledger/removed-words.ts'
import { readEntries, type StoredEntry } from '../ledger/rows.ts'
import { findPeople } from '../people/search.ts'
import { plain } from '../people/search-keys.ts'
import { emptyQuery } from '../people/search-query.ts'
import { type Call, operation } from './operation.ts'
import { pageOf, pageQuery, placeIn } from './pages-of.ts'
import { Unreadable } from './problem.ts'
import { clean } from './read-said.ts'
import {
  caseHeadShape,
  casesShape,
  disclosuresShape,
  dutiesOfCaseShape,
  dutiesShape,
  entriesShape,
  iso,
  sayCase,
  sayDuty,
  sayEntry,
} from './shapes.ts'

const text = z.string().overwrite(clean).max(200).optional()
const none = '00000000-0000-0000-0000-000000000000'
const mostFound = 100

export const listCases = operation({
  id: 'listCases',
  summary: 'The cases that this system may see',
  detail:
    'All of them, or those with a reference, or those of a child with an NHS number or a unique pupil number. What is not found is not there, or is not yours to see.',
  query: z.strictObject({ reference: text, nhs_number: text, upn: text, ...pageQuery }),
  answers: casesShape,
  do: (call, { query }) =>
    call.read(async ({ client }) => {
      const asked = [query.reference, query.nhs_number, query.upn].filter(one => one !== undefined)
      if (asked.length > 1)
        throw new Unreadable('Ask for a reference, an NHS number or a unique pupil number: one of them.')
      if (query.reference !== undefined) {
        const head = await findCase(client, call.areaIds, query.reference)
        return { body: { cases: head && head.disposedAt === null ? [sayCase(head)] : [], next: null } }
      }
      const identifier = query.nhs_number ?? query.upn
      if (identifier !== undefined) {
        const ids = await casesOf(call, client, identifier)
        return { body: { cases: (await readHeads(call, client, none, mostFound, ids)).map(sayCase), next: null } }
      }
      const [after] = placeIn(query.after, z.tuple([z.uuid()])) ?? [none]
      const found = await readHeads(call, client, after, query.limit + 1)
      const { rows, next } = pageOf(found, query.limit, ({ id }) => [id])
      return { body: { cases: rows.map(sayCase), next } }
    }),
})

/** The files of children with that identifier. */
async function casesOf(call: Call, client: OpenReading['client'], identifier: string): Promise<string[]> {
  const found = await findPeople(client, call.areaIds, { ...emptyQuery, identifiers: [plain(identifier)] }, mostFound)
  return found.flatMap(({ role, caseId }) => (role === 'child' ? [caseId] : []))
}

/** Cases by their ids, in the order of these: all, or those named. */
async function readHeads(
  call: Call,
  client: OpenReading['client'],
  after: string,
  limit: number,
  ids: readonly string[] | null = null,
): Promise<CaseHead[]> {
  const { rows } = await client.query<CaseHead>({
    name: 'cases in order',
    text: `select c.area_id as "areaId", c.id, c.kind, c.reference, c.restriction, h.name as "teamName", w.name as "workerName"
           from case_file c left join holder h on h.id = c.team_id
           left join post p on p.id = c.worker_post_id left join practitioner w on w.id = p.practitioner_id
           where c.area_id = any($1) and c.id > $2 and c.disposed_at is null and ($4::uuid[] is null or c.id = any($4)) order by c.id limit $3`,
    values: [call.areaIds, after, limit, ids],
  })
  return rows
}

const openHere = (call: Call, { openCase }: OpenReading) => openCase(clean(call.params['reference'] ?? ''))

export const readHead = operation({
  id: 'readCase',
  summary: 'One case',
  answers: caseHeadShape,
  do: call =>
    call.read(async reading => {
      const { head, why } = await openHere(call, reading)
      const { rows } = await reading.client.query<{ last: number }>(
        'select coalesce(max(number), 0) as last from fact where area_id = $1 and case_id = $2',
        [head.areaId, head.id],
      )
      return { body: { ...sayCase(head), why, lastNumber: rows[0]?.last ?? 0 } }
    }),
})

export const readFacts = operation({
  id: 'readFacts',
  summary: 'What was recorded on a case, in the order in which it was recorded',
  detail:
    'Each entry as it was written: a correction, a strike-out and a disagreement are entries of their own, with the same "fact". Read on from the last number to learn what is new.',
  query: z.strictObject({
    ...pageQuery,
    after: z.coerce.number({ error: 'This must be a number' }).int().min(0).default(0),
  }),
  answers: entriesShape,
  do: (call, { query }) =>
    call.read(async reading => {
      const { head } = await openHere(call, reading)
      const { client } = reading
      const all = (await readEntries(client, head.areaId, [head.id], call.ledger.dayOf)).get(head.id) ?? []
      const { rows, next } = pageOf(
        all.filter(({ number }) => number > query.after),
        query.limit,
        ({ number }) => [number],
      )
      const names = await readNames(
        client,
        rows.map(({ agency }) => agency),
        rows.flatMap(({ recordedBy }) => recordedBy ?? []),
      )
      const words = await readWords(
        client,
        head,
        rows.map(({ id }) => id),
        all,
      )
      const last = rows.at(-1)
      return {
        body: {
          facts: rows.map(entry => sayEntry(entry, words, names, call.guidance)),
          next: next && last ? String(last.number) : null,
        },
      }
    }),
})

/** Words of entries, with what redactions left of them. */
async function readWords(
  client: OpenReading['client'],
  head: CaseHead,
  ids: readonly string[],
  all: readonly StoredEntry[],
) {
  const redactions = all.filter(({ act }) => act === 'redact')
  const { rows } = await client.query<WordsRow>({
    name: 'words of entries',
    text: 'select fact_id, field, text from narrative where area_id = $1 and case_id = $2 and fact_id = any($3)',
    values: [head.areaId, head.id, [...ids, ...redactions.map(({ id }) => id)]],
  })
  return readableWords(rows, redactions)
}

export const readDutiesOfCase = operation({
  id: 'readDutiesOfCase',
  summary: 'What is owed on a case, and what was',
  detail:
    'The duties that this system tracks, each with the paragraph it comes from. Whether one is overdue is worked out now.',
  answers: dutiesOfCaseShape,
  do: call =>
    call.read(async reading => {
      const { head } = await openHere(call, reading)
      const { rows } = await reading.client.query<DutyRow & { visible: boolean }>({
        name: 'duties of case with triggers',
        text: `select ${dutyFields}, ${triggerIsVisible} as visible from duty d
               where d.area_id = $1 and d.case_id = $2 order by d.due_latest nulls last, d.from_day, d.id`,
        values: [head.areaId, head.id],
      })
      const duties = rows.map(row => sayDuty(row, head.reference, call.guidance, call.today, row.visible))
      return { body: { duties } }
    }),
})

/** Whether the reader may see the fact from which a duty arises: asked under row security. */
const triggerIsVisible =
  'exists (select from fact f where f.area_id = d.area_id and f.case_id = d.case_id and f.root = d.trigger_root)'

type ListedDuty = DutyRow & { reference: string; visible: boolean; day: string }

export const listDuties = operation({
  id: 'listDuties',
  summary: 'What this agency owes, the earliest due first',
  detail: 'Open duties that this system tracks; those without a day come last.',
  query: z.strictObject(pageQuery),
  answers: dutiesShape,
  do: (call, { query }) =>
    call.read(async ({ client }) => {
      const place = placeIn(query.after, z.tuple([z.string().max(10), z.uuid(), z.string().max(300)]))
      const [day, caseId, id] = place ?? ['0001-01-01', none, '']
      const { rows } = await client.query<ListedDuty>({
        name: 'open duties of agency',
        text: `select ${dutyFields}, c.reference, ${triggerIsVisible} as visible, coalesce(d.due_latest, 'infinity') as day
               from duty d join case_file c on c.area_id = d.area_id and c.id = d.case_id
               where d.area_id = any($1) and d.agency_id = $2 and d.met_by is null and d.not_known_from is null
                 and (d.lapsed_on is null or d.lapsed_on > $3)
                 and (coalesce(d.due_latest, 'infinity'), d.case_id, d.id) > ($4::date, $5::uuid, $6::text)
               order by coalesce(d.due_latest, 'infinity'), d.case_id, d.id limit $7`,
        values: [call.areaIds, call.post.agency.id, call.today.day, day, caseId, id, query.limit + 1],
      })
      const page = pageOf(rows, query.limit, row => [row.day, row.case_id, row.id])
      const duties = page.rows.map(row => sayDuty(row, row.reference, call.guidance, call.today, row.visible))
      return { body: { duties, next: page.next } }
    }),
})

export const readDisclosuresOfCase = operation({
  id: 'readDisclosures',
  summary: 'What agencies let each other know about a case: given and received',
  answers: disclosuresShape,
  do: call =>
    call.read(async reading => {
      const { head } = await openHere(call, reading)
      const told = await readDisclosures(reading.client, head.areaId, head.id)
      const disclosures = told.map(
        ({ id, from, to, people, basis, conditions, necessity, familyTold, notToldWhy, ...rest }) => ({
          id,
          from,
          to,
          posts: people,
          basis,
          conditions,
          necessity,
          familyTold,
          notToldWhy,
          direction: from.id === call.post.agency.id ? 'given' : 'received',
          reachedAt: iso(rest.reachedAt),
          until: rest.untilAt === null ? null : iso(rest.untilAt),
          recalled: rest.recalled && { at: iso(rest.recalled.at), why: rest.recalled.why },
          facts: rest.roots,
          kinds: rest.kinds,
        }),
      )
      return { body: { disclosures } }
    }),
})

/** The part of the address that is an id. @throws NotFound where it is none */
export function idIn(call: Call, name: string): string {
  const read = z.uuid().safeParse(call.params[name]?.toLowerCase())
  if (!read.success) throw new NotFound()
  return read.data
}
