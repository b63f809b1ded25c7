/** The people whom the bench of search makes at once, beside the same people recorded and disclosed one by one. */
import type { Pool } from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { filePeople, inventPeople, tellAgencies } from '../bench/people.ts'
import { type BenchArea, benchArea, ledgerOf } from '../bench/server.ts'
import { disclose } from '../src/ledger/disclose.ts'
import { record } from '../src/ledger/record.ts'
import { addAgency, newReference } from '../src/people/establishment.ts'
import { transaction } from '../src/platform/database.ts'
import { newId } from '../src/platform/identifier.ts'
import { freshDatabase } from './fresh-database.ts'
import { on } from './given-case.ts'

const people = inventPeople(24)
let atOnce: Pool
let oneByOne: Pool

beforeAll(async () => {
  const made = await freshDatabase()
  const area = await benchArea(made)
  await filePeople(made.owner, area, people)
  await tellAgencies(made.owner, area, people)
  atOnce = made.owner
  const recorded = await freshDatabase()
  await recordAll(recorded, await benchArea(recorded))
  oneByOne = recorded.owner
})

async function recordAll(db: Awaited<ReturnType<typeof freshDatabase>>, area: BenchArea): Promise<void> {
  const ledger = ledgerOf(db)
  const schools = Array.from({ length: 20 }, newId)
  await transaction(db.recorder, async client => {
    for (const [at, id] of schools.entries())
      await addAgency(client, { id, kind: 'school', name: `School ${at + 1}` }, [area.areaId])
  })
  const common = { areaId: area.areaId, basis: 'ca1989-s47', necessity: 'bench', familyTold: 'yes' } as const
  for (const [at, { birthDay, ...narrative }] of people.entries()) {
    const [caseId, school = ''] = [newId(), schools[at % schools.length]]
    const said = { act: 'record', caseId, data: {} } as const
    const named = { ...said, kind: 'child-named', happened: on('2026-03-02'), narrative }
    const born = { ...said, kind: 'child-born', happened: on(birthDay), narrative: {} }
    const by = { postId: null, agencyId: area.agencyId }
    const teamId = area.teams[at % area.teams.length] ?? ''
    const opens = [{ id: caseId, kind: 'child', reference: newReference(), teamId }]
    const ours = await record(ledger, { areaId: area.areaId, submissionId: newId(), by, opens, acts: [named, born] })
    const of = { ...common, caseId }
    const roots = ours.ids.slice(0, 1)
    await disclose(ledger, { ...of, submissionId: newId(), by, roots, toAgencyIds: [school] })
    if (at % schools.length > 0) continue
    const theirs = { postId: null, agencyId: school }
    const { ids } = await record(ledger, { areaId: area.areaId, submissionId: newId(), by: theirs, acts: [named] })
    await disclose(ledger, { ...of, submissionId: newId(), by: theirs, roots: ids, toAgencyIds: [area.agencyId] })
  }
}

const person = `search_person p join compartment m on m.id = p.compartment_id join agency o on o.id = m.agency_id and o.kind = 'local-authority'`

test.each([
  [
    'files',
    `select p.surname, c.kind, c.restriction, h.name from ${person} join case_file c on c.id = p.case_id join holder h on h.id = c.team_id`,
  ],
  ['compartments', `select p.surname, m.sensitivity, m.case_id = p.case_id as same from ${person}`],
  [
    'grants',
    `select p.surname, h.name, g.ends_at, g.apart, g.case_id = p.case_id as same, g.starts_at < now() as begun
     from ${person} join compartment_grant g on g.compartment_id = m.id join holder h on h.id = g.holder_id`,
  ],
  [
    'people',
    `select p.role, p.forenames, p.surname, p.birth_day, p.postcode, p.nhs_number, p.upn, p.reference from ${person}`,
  ],
  [
    'keys',
    `select p.surname, k.key from ${person} join search_key k on k.person_id = p.id and k.compartment_id = m.id`,
  ],
  [
    'what is disclosed',
    `select t.surname, f.name as of, a.name as to, d.by_grant, d.until_at, d.case_id = t.case_id as same from disclosed_fact d
     join search_told t on t.root = d.root and t.agency_id = d.agency_id join agency a on a.id = d.agency_id join agency f on f.id = d.from_agency_id`,
  ],
  [
    'people whom agencies were told of',
    `select a.name, t.role, t.forenames, t.surname, t.birth_day, t.postcode, t.place from search_told t join agency a on a.id = t.agency_id`,
  ],
  [
    'their keys',
    `select a.name, t.surname, k.key, k.case_id = t.case_id as same from search_told_key k
     join search_told t on t.root = k.root and t.agency_id = k.agency_id join agency a on a.id = k.agency_id`,
  ],
])('%s: the same rows', async (_, statement) => {
  const rowsOf = async (owner: Pool) =>
    (await owner.query(statement)).rows.map(row => JSON.stringify(row)).toSorted((a, b) => (a < b ? -1 : 1))
  const rows = await rowsOf(atOnce)
  expect(rows.length).toBeGreaterThanOrEqual(people.length)
  expect(rows).toEqual(await rowsOf(oneByOne))
})

test('what hangs on the rows is there again', async () => {
  const hanging = async (owner: Pool) =>
    (
      await owner.query<{ definition: string }>(
        `select pg_get_constraintdef(oid) as definition from pg_constraint where connamespace = 'public'::regnamespace
         union all select indexdef from pg_indexes where schemaname = 'public' order by 1`,
      )
    ).rows
  expect(await hanging(atOnce)).toEqual(await hanging(oneByOne))
})
