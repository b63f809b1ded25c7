import { beforeAll, describe, expect, test } from 'vitest'
import { addColleague } from '../../test/colleague.ts'
import { type FreshDatabase, freshDatabase } from '../../test/fresh-database.ts'
import { smallBorough } from '../../test/small-borough.ts'
import { NotFound } from '../access/refusals.ts'
import { relationOf } from '../access/relation.ts'
import { whyVisible } from '../access/visit.ts'
import { londonDay } from '../guidance/london.ts'
import { newReference } from '../people/establishment.ts'
import { toldOfCases } from '../people/told.ts'
import { withContext } from '../platform/database.ts'
import { newId } from '../platform/identifier.ts'
import { guidance } from '../procedures/index.ts'
import type { Recording } from './command.ts'
import { disclose, recall } from './disclose.ts'
import { readDisclosures } from './disclosures.ts'
import type { Ledger } from './ledger.ts'
import { findCase } from './read.ts'
import { record } from './record.ts'

let db: FreshDatabase
let borough: Awaited<ReturnType<typeof smallBorough>>
let ledger: Ledger
const why = { basis: 'ca1989-s47', necessity: 'He was at the meeting.', familyTold: 'yes' } as const
const happened = { from: '2026-03-02', to: '2026-03-02', certainty: 'day', at: null } as const
/** A second person of the school, in the same kind of post and the same group as the teacher. */
let colleague: Awaited<ReturnType<typeof addColleague>>

beforeAll(async () => {
  db = await freshDatabase()
  borough = await smallBorough(db)
  ledger = { recorder: db.recorder, guidance, carries: new Map(), now: () => Date.now() - 1000, dayOf: londonDay }
  colleague = await addColleague({ db, borough }, 'teacher', { signIn: 'deputy', name: 'Rhys Marlow', title: 'Deputy' })
})

/** A case of the East team with a name and a visit, and what each reader has of it. */
async function aCase() {
  const { people, agencies, area, teams } = borough
  const [id, reference] = [newId(), newReference()]
  const by = { postId: people.eastWorker.post, agencyId: agencies.authority }
  const fact = (kind: string, more: Partial<Recording> = {}): Recording => {
    return { act: 'record', caseId: id, kind, happened, data: {}, narrative: { wishes: 'To go home' }, ...more }
  }
  const said = (acts: readonly Recording[], author: typeof by | { postId: null; agencyId: string } = by) =>
    record(ledger, { areaId: area, submissionId: newId(), by: author, acts })
  const { ids } = await record(ledger, {
    areaId: area,
    submissionId: newId(),
    by,
    opens: [{ id, kind: 'child', reference, teamId: teams.east }],
    acts: [fact('child-named', { narrative: { forenames: 'Wren', surname: 'Quill' } }), fact('child-seen')],
  })
  const [name = '', visit = ''] = ids
  const tell = (more: Partial<Parameters<typeof disclose>[1]> = {}) =>
    disclose(ledger, {
      areaId: area,
      caseId: id,
      submissionId: newId(),
      by,
      toAgencyIds: [agencies.school],
      toPostIds: [people.teacher.post],
      roots: [name, visit],
      ...why,
      ...more,
    })
  /** Everything that a reader has of the case, wherever it may be looked for. */
  const has = (reader: { practitioner: string; post: string; agency: string }) =>
    withContext(db.reader, reader, async client => {
      const count = async (table: string, where = 'case_id = $1') =>
        Number((await client.query(`select count(*) as n from ${table} where ${where}`, [id])).rows[0]?.['n'])
      return {
        found: (await findCase(client, [area], reference)) !== undefined,
        facts: await count('fact'),
        words: await count('narrative'),
        duties: await count('duty'),
        procedures: await count('open_procedure'),
        disclosed: await count('disclosed_fact'),
        keys: await count('search_told_key'),
        people: (await toldOfCases(client, [area], [id])).map(person => person.surname),
        told: (await readDisclosures(client, area, id)).map(one => one.people?.map(person => person.name) ?? null),
        why: await whyVisible(client, { areaId: area, id }),
      }
    })
  const standingOf = async (postId: string) => {
    const client = await db.recorder.connect()
    try {
      const standing = await relationOf(client, area, postId, [id])
      return (
        standing && { relation: standing.relations.get(id), sees: standing.sees({ root: name, compartmentId: '' }) }
      )
    } finally {
      client.release()
    }
  }
  return { id, by, name, visit, fact, said, tell, has, standingOf }
}

const nothing = {
  found: false,
  facts: 0,
  words: 0,
  duties: 0,
  procedures: 0,
  disclosed: 0,
  keys: 0,
  people: [],
  told: [],
  why: '',
}

describe('what is shared with people by name', () => {
  test('is there for them, and for a colleague of theirs it is nowhere: no record, no word, no duty, not in search', async () => {
    const { tell, has, standingOf } = await aCase()
    await tell()
    const { teacher } = borough.people
    expect(await has(teacher)).toMatchObject({
      found: true,
      facts: 2,
      people: ['Quill'],
      told: [['Gwen Abara']],
      why: 'Harrowmere Council shared parts of it with you by name.',
    })
    expect((await has(teacher)).keys).toBeGreaterThan(0)
    expect(await standingOf(teacher.post)).toEqual({ relation: 'disclosed', sees: true })
    expect(await has(colleague)).toEqual(nothing)
    expect(await standingOf(colleague.post)).toEqual({ relation: undefined, sees: false })
  })

  test('recalled, it is gone at once', async () => {
    const { tell, has, by, standingOf } = await aCase()
    const [disclosureId = ''] = await tell()
    await recall(ledger, { areaId: borough.area, disclosureId, by, why: 'Too much.' })
    expect(await has(borough.people.teacher)).toMatchObject({ found: false, facts: 0, people: [] })
    expect(await standingOf(borough.people.teacher.post)).toEqual({ relation: undefined, sees: false })
  })

  test('is nothing to a post that has ended', async () => {
    const { tell, standingOf } = await aCase()
    await tell({ toPostIds: [borough.people.teacher.post, colleague.post] })
    expect(await standingOf(colleague.post)).toEqual({ relation: 'disclosed', sees: true })
    await db.owner.query('update post set until_at = now() where id = $1', [colleague.post])
    try {
      expect(await standingOf(colleague.post)).toBeUndefined()
      const { tell: again } = await aCase()
      await expect(again({ toPostIds: [colleague.post] })).rejects.toBeInstanceOf(NotFound)
    } finally {
      await db.owner.query('update post set until_at = null where id = $1', [colleague.post])
    }
  })

  test('widens when the whole agency is told of it later, and no more than that', async () => {
    const { tell, has, visit } = await aCase()
    await tell()
    await tell({ toPostIds: [], roots: [visit] })
    expect(await has(borough.people.teacher)).toMatchObject({ facts: 2, told: [null, ['Gwen Abara']] })
    // Of the disclosure to somebody else they learn nothing, though they know of the case now.
    expect(await has(colleague)).toMatchObject({ found: true, facts: 1, people: [], disclosed: 1, told: [null] })
  })

  test('of everything of a kind: what is recorded later reaches them alone', async () => {
    const { tell, has, said, fact } = await aCase()
    await tell({ roots: [], kinds: ['child-seen'] })
    await said([fact('child-seen'), fact('address-known', { narrative: { postcode: 'ZZ99 1AA' } })])
    await said([fact('child-seen')])
    expect(await has(borough.people.teacher)).toMatchObject({ facts: 3 })
    expect(await has(colleague)).toEqual(nothing)
  })

  test('with the whole of another agency in the same action, each sees what is theirs', async () => {
    const { tell, has, id } = await aCase()
    const { school, police } = borough.agencies
    expect(await tell({ toAgencyIds: [school, police] })).toHaveLength(2)
    expect((await has(borough.people.police)).facts).toBe(2)
    expect(await has(colleague)).toEqual(nothing)
    const { rows } = await db.owner.query('select to_agency_id, post_ids from disclosure where case_id = $1', [id])
    expect(new Map(rows.map(row => [row.to_agency_id, row.post_ids]))).toEqual(
      new Map([
        [school, [borough.people.teacher.post]],
        [police, null],
      ]),
    )
  })
})

test('people of another agency, of one that is not told, and ids of nobody are not found, and nothing is shared', async () => {
  const { tell, id } = await aCase()
  const { teacher, police, eastWorker } = borough.people
  for (const forged of [police.post, eastWorker.post, newId(), borough.agencies.school])
    await expect(tell({ toPostIds: [teacher.post, forged] })).rejects.toBeInstanceOf(NotFound)
  expect((await db.owner.query('select from disclosure where case_id = $1', [id])).rowCount).toBe(0)
})

describe('what an agency owes because one person of it was told', () => {
  const owed = async (caseId: string) =>
    (
      await db.owner.query(
        `select agency_id, from_day, actor_compartment_id = trigger_compartment_id as apart from duty
         where case_id = $1 and rule = 'decide-on-referral'`,
        [caseId],
      )
    ).rows
  const dutiesOf = (reader: { practitioner: string; post: string; agency: string }, caseId: string) =>
    withContext(
      db.reader,
      reader,
      async client =>
        (await client.query(`select from duty where case_id = $1 and rule = 'decide-on-referral'`, [caseId])).rowCount,
    )

  test('it owes from the day it reached that person, who sees it; those who work on the case do not, until they are told', async () => {
    const { id, said, fact } = await aCase()
    const { school, authority } = borough.agencies
    const by = { postId: null, agencyId: school }
    const { ids } = await said([fact('referral-received')], by)
    const { westWorker, eastWorker } = borough.people
    const told = (toPostIds: readonly string[], at: string) =>
      disclose(
        { ...ledger, now: () => Date.parse(at) },
        {
          areaId: borough.area,
          caseId: id,
          submissionId: newId(),
          by,
          toAgencyIds: [authority],
          toPostIds,
          roots: ids,
          ...why,
        },
      )
    await told([westWorker.post], '2026-03-09T12:00:00Z')
    expect(await owed(id)).toEqual([{ agency_id: authority, from_day: '2026-03-09', apart: true }])
    expect([await dutiesOf(westWorker, id), await dutiesOf(eastWorker, id)]).toEqual([1, 0])
    await told([], '2026-03-11T12:00:00Z')
    expect(await owed(id)).toEqual([{ agency_id: authority, from_day: '2026-03-09', apart: false }])
    expect([await dutiesOf(westWorker, id), await dutiesOf(eastWorker, id)]).toEqual([1, 1])
  })

  test('a worker of the authority who is told by name lets nobody else of it in', async () => {
    const { agencies, area, people } = borough
    const [id, by] = [newId(), { postId: people.teacher.post, agencyId: agencies.school }]
    const { ids } = await record(ledger, {
      areaId: area,
      submissionId: newId(),
      by,
      opens: [{ id, kind: 'child', reference: newReference(), teamId: null }],
      acts: [{ act: 'record', caseId: id, kind: 'child-named', happened, data: {}, narrative: { surname: 'Sedge' } }],
    })
    const what = {
      areaId: area,
      caseId: id,
      submissionId: newId(),
      by,
      toAgencyIds: [agencies.authority],
      roots: ids,
      ...why,
    }
    await disclose(ledger, { ...what, toPostIds: [people.eastWorker.post] })
    const facts = (reader: { practitioner: string; post: string; agency: string }) =>
      withContext(
        db.reader,
        reader,
        async client => (await client.query('select from fact where case_id = $1', [id])).rowCount,
      )
    expect([await facts(people.eastWorker), await facts(people.westWorker), await facts(people.manager)]).toEqual([
      1, 0, 0,
    ])
    expect((await db.owner.query('select from compartment where case_id = $1', [id])).rowCount).toBe(1)
  })
})

test('a conflict of interest closes also what somebody was told by name', async () => {
  const { tell, has, id } = await aCase()
  await tell()
  await db.owner.query(
    `insert into conflict_of_interest (area_id, case_id, practitioner_id, how, since) values ($1, $2, $3, 'declared', now())`,
    [borough.area, id, borough.people.teacher.practitioner],
  )
  expect(await has(borough.people.teacher)).toMatchObject({ found: false, facts: 0, people: [] })
})
