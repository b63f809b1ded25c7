/** The matrix of access, cell by cell, with real rows: what each role can in truth see and do in each relation to a case. */
import { beforeAll, describe, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../test/fresh-database.ts'
import { smallBorough } from '../../test/small-borough.ts'
import type { Relation, Role } from '../access/policy.ts'
import { NotAllowed, NotFound } from '../access/refusals.ts'
import { londonDay } from '../guidance/london.ts'
import { addHolder, addPost, addPractitioner, newReference } from '../people/establishment.ts'
import { findPeople } from '../people/search.ts'
import { emptyQuery } from '../people/search-query.ts'
import { transaction, withContext } from '../platform/database.ts'
import { newId } from '../platform/identifier.ts'
import { guidance } from '../procedures/index.ts'
import type { LedgerAct } from './command.ts'
import type { Ledger } from './ledger.ts'
import { findCase } from './read.ts'
import { rebuild } from './rebuild.ts'
import { record } from './record.ts'

let db: FreshDatabase
let borough: Awaited<ReturnType<typeof smallBorough>>
let ledger: Ledger
const happened = { from: '2026-03-02', to: '2026-03-02', certainty: 'day', at: null } as const
const instant = Date.parse('2026-04-01T10:00:00Z')

beforeAll(async () => {
  db = await freshDatabase()
  borough = await smallBorough(db)
  ledger = { recorder: db.recorder, guidance, carries: new Map(), now: () => instant, dayOf: londonDay }
})

/** A post of the school with a role, in a relation to a case of the authority on which the school owns two facts. */
async function scene(role: Role, relation: Relation) {
  const { area, agencies, teams } = borough
  const [caseId, practitioner, post, holder] = [newId(), newId(), newId(), newId()]
  const reference = newReference()
  await transaction(db.recorder, async client => {
    await addPractitioner(client, { id: practitioner, signIn: `${role}-${post}`, name: 'Somebody' })
    await addHolder(client, { id: holder, agencyId: agencies.school, areaId: area, kind: 'person', name: 'Somebody' })
    await addPost(client, {
      id: post,
      practitionerId: practitioner,
      agencyId: agencies.school,
      role,
      title: role,
      areaIds: [area],
      holderIds: [holder],
      from: 0,
    })
  })
  const named = {
    act: 'record',
    kind: 'child-named',
    caseId,
    happened,
    data: {},
    narrative: { surname: 'Fenwick' },
  } as const
  const authority = { postId: null, agencyId: agencies.authority }
  const opened = await record(ledger, {
    areaId: area,
    submissionId: newId(),
    by: authority,
    opens: [{ id: caseId, kind: 'child', reference, teamId: teams.east }],
    acts: [named],
  })
  const theirs = {
    act: 'record',
    kind: 'address-known',
    caseId,
    happened,
    data: {},
    narrative: { postcode: 'ZZ99 3VZ' },
  } as const
  const starting = { act: 'record', kind: 'referral-received', caseId, happened, data: {}, narrative: {} } as const
  const facts = await record(ledger, {
    areaId: area,
    submissionId: newId(),
    by: { postId: null, agencyId: agencies.school },
    acts: [theirs, theirs, starting],
  })
  const [own, colleagues, duty] = facts.ids as [string, string, string]
  await db.owner.query('update fact set recorded_by = $1 where id = $2', [post, own])
  if (relation === 'granted') {
    await db.owner.query(
      `insert into compartment_grant (area_id, compartment_id, case_id, holder_id, starts_at, reason)
       select area_id, id, case_id, $2, now() - interval '1 minute', 'test' from compartment where case_id = $1`,
      [caseId, holder],
    )
  }
  // Of its own agency's facts as well: what a post may do with them is asked, and it must see them.
  if (relation === 'disclosed') for (const root of [opened.ids[0] ?? '', ...facts.ids]) await disclose(caseId, root)
  const by = { postId: post, agencyId: agencies.school }
  // Who recorded the first of them was changed behind the ledger's back: it is asked of one that knows nothing yet.
  const anew = { ...ledger }
  const tries = async (act: LedgerAct) =>
    outcomeOf(() => record(anew, { areaId: area, submissionId: newId(), by, acts: [act] }))
  return {
    see: () =>
      withContext(db.reader, { post, agency: agencies.school, practitioner }, client =>
        findCase(client, [area], reference),
      ),
    find: () =>
      withContext(db.reader, { post, agency: agencies.school, practitioner }, async client =>
        (await findPeople(client, [area], { ...emptyQuery, surname: 'Fenwick' }, 500)).map(one => one.reference),
      ).then(found => found.includes(reference)),
    record: () => tries(theirs),
    correctOwn: () => tries({ act: 'correct', caseId, root: own, seen: 2, happened, data: {}, narrative: {} }),
    correctOthers: () =>
      tries({ act: 'correct', caseId, root: colleagues, seen: 3, happened, data: {}, narrative: {} }),
    strikeOut: () => tries({ act: 'strike-out', caseId, root: colleagues, seen: 3, narrative: { reason: 'x' } }),
    strikeOutDuty: () => tries({ act: 'strike-out', caseId, root: duty, seen: 4, narrative: { reason: 'x' } }),
    openCase: () =>
      outcomeOf(() => {
        const id = newId()
        const opens = [{ id, kind: 'child', reference: newReference(), teamId: null }]
        return record(ledger, { areaId: area, submissionId: newId(), by, opens, acts: [{ ...named, caseId: id }] })
      }),
  }
}

async function disclose(caseId: string, root: string): Promise<void> {
  const { area, agencies } = borough
  const id = newId()
  await db.owner.query(
    `insert into disclosure (area_id, id, case_id, from_agency_id, to_agency_id, basis, necessity, family_told, reached_at, submission_id)
     values ($1, $2, $3, $4, $5, 'ca1989-s47', 'test', 'yes', now() - interval '1 minute', $6)`,
    [area, id, caseId, agencies.authority, agencies.school, newId()],
  )
  await db.owner.query(
    `insert into disclosed_fact (area_id, disclosure_id, case_id, root, agency_id, from_agency_id, reached_at, by_grant) values ($1, $2, $3, $4, $5, $6, now() - interval '1 minute', false)`,
    [area, id, caseId, root, agencies.school, agencies.authority],
  )
  await rebuild(ledger, [{ areaId: area, id: caseId, facts: 1 }])
}

async function outcomeOf(work: () => Promise<unknown>): Promise<'yes' | 'no' | 'nothing'> {
  try {
    await work()
    return 'yes'
  } catch (error) {
    if (error instanceof NotFound) return 'nothing'
    if (error instanceof NotAllowed) return 'no'
    throw error
  }
}

// Written by hand from what each role is for, not from the policy: y done, n refused, - as if there were no such case.
// Columns: record, correct own, correct a colleague's, strike out, strike out what starts a duty, open a case.
const expected: Readonly<Record<Role, string>> = {
  'social-worker': 'yynyny',
  'team-manager': 'yyyyyy',
  'front-door': 'yynyny',
  'conference-chair': 'yynynn',
  'business-support': 'yynyny',
  'data-lead': 'nnyynn',
  'privacy-officer': 'nnnnnn',
  'safeguarding-lead': 'yynyny',
  'partner-manager': 'yyyyyy',
  'designated-officer': 'yyyyyn',
  'partnership-officer': 'yyyyyn',
  'child-death-officer': 'yyyyyn',
  'panel-officer': 'yyyyyn',
}
const letters = { yes: 'y', no: 'n', nothing: '-' } as const

describe.each(Object.entries(expected) as [Role, string][])('%s', (role, cells) => {
  test.each(['granted', 'disclosed'] as const)('%s', async relation => {
    const at = await scene(role, relation)
    expect(await at.see()).toBeDefined()
    expect(await at.find()).toBe(true)
    // Address facts neither start nor meet a duty; a referral does.
    const outcomes = [await at.record(), await at.correctOwn(), await at.correctOthers()]
    const fresh = await scene(role, relation)
    outcomes.push(await fresh.strikeOut(), await fresh.strikeOutDuty(), await fresh.openCase())
    expect(outcomes.map(outcome => letters[outcome]).join('')).toBe(cells)
  })

  test('none: the case is as if it were not there', async () => {
    const at = await scene(role, 'none')
    expect(await at.see()).toBeUndefined()
    expect(await at.find()).toBe(false)
    const outcomes = [
      await at.record(),
      await at.correctOwn(),
      await at.correctOthers(),
      await at.strikeOut(),
      await at.strikeOutDuty(),
    ]
    expect(outcomes.map(outcome => letters[outcome]).join('')).toBe('-----')
  })
})

test('what is disclosed is seen, and nothing beside it', async () => {
  const { area, agencies, people } = borough
  const { reference, id, root } = await (async () => {
    const caseId = newId()
    const ref = newReference()
    const fact = (kind: string) =>
      ({ act: 'record', kind, caseId, happened, data: {}, narrative: { surname: 'Quill' } }) as const
    const opened = await record(ledger, {
      areaId: area,
      submissionId: newId(),
      by: { postId: null, agencyId: agencies.authority },
      opens: [{ id: caseId, kind: 'child', reference: ref, teamId: null }],
      acts: [fact('child-named'), fact('referral-received')],
    })
    await disclose(caseId, opened.ids[0] as string)
    return { reference: ref, id: caseId, root: opened.ids[0] }
  })()
  const counts = await withContext(db.reader, people.teacher, async client => ({
    head: await findCase(client, [area], reference),
    facts: (await client.query('select root from fact where case_id = $1', [id])).rows,
    words: (await client.query('select text from narrative where case_id = $1', [id])).rows.length,
    duties: (await client.query('select 1 from duty where case_id = $1', [id])).rows.length,
    persons: (await client.query('select 1 from search_person where case_id = $1', [id])).rows.length,
  }))
  expect(counts.head).toBeDefined()
  expect(counts).toMatchObject({ facts: [{ root }], words: 1, duties: 0, persons: 0 })
})

test('without a context a reader sees nothing, in any table', async () => {
  const { rows } = await db.owner.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind in ('r', 'v') and has_table_privilege('goldthread_reader', c.oid, 'select')`,
  )
  expect(rows.length).toBeGreaterThan(15)
  for (const { name } of rows) expect((await db.reader.query(`select * from ${name}`)).rows, name).toEqual([])
})

test('every table has row security, and every view looks with the eyes of its reader', async () => {
  const { rows } = await db.owner.query(
    `select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public'
       and ((c.relkind = 'r' and not c.relrowsecurity) or (c.relkind = 'v' and not coalesce(c.reloptions::text, '') like '%security_invoker%') or c.relkind = 'm')`,
  )
  expect(rows).toEqual([])
})
