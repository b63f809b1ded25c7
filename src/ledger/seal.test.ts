import { beforeEach, describe, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../test/fresh-database.ts'
import { smallBorough } from '../../test/small-borough.ts'
import { writeReading } from '../access/visit.ts'
import { londonDay } from '../guidance/london.ts'
import { newReference } from '../people/establishment.ts'
import { transaction, withContext } from '../platform/database.ts'
import { newId } from '../platform/identifier.ts'
import { guidance } from '../procedures/index.ts'
import { holdAgainst, takeAnchor } from './anchor.ts'
import { breakGlass } from './break-glass.ts'
import { declareInterest, endInterest } from './conflicts.ts'
import { declineSharing } from './decline-sharing.ts'
import { disclose, recall } from './disclose.ts'
import type { Ledger } from './ledger.ts'
import { record } from './record.ts'
import { hashOfSeal, type Seal, sealAll, sealArea } from './seal.ts'
import { streams } from './sealed-streams.ts'
import { verify } from './verify.ts'

let db: FreshDatabase
let borough: Awaited<ReturnType<typeof smallBorough>>
let ledger: Ledger
let caseId: string
let fact: string

beforeEach(async () => {
  db = await freshDatabase()
  borough = await smallBorough(db)
  ledger = { recorder: db.recorder, guidance, carries: new Map(), now: () => Date.now(), dayOf: londonDay }
  caseId = newId()
  const { ids } = await open(caseId)
  fact = ids[0] ?? ''
})

const by = (who: 'eastWorker' | 'manager') => ({
  postId: borough.people[who].post,
  agencyId: borough.people[who].agency,
})

function open(id: string, restriction: 'none' | 'restricted' = 'none', reference = newReference()) {
  return record(ledger, {
    areaId: borough.area,
    submissionId: newId(),
    by: by('eastWorker'),
    opens: [{ id, kind: 'child', reference, teamId: borough.teams.east, restriction }],
    acts: [
      {
        act: 'record',
        kind: 'child-named',
        caseId: id,
        happened: { from: '2026-03-02', to: '2026-03-02', certainty: 'day', at: null },
        data: {},
        narrative: { surname: 'Fenwick' },
      },
    ],
  })
}

/** Somebody reads the file. */
async function look(at = Date.now(), route = '/case/:reference') {
  const { practitioner: practitionerId, post: postId, agency } = borough.people.eastWorker
  await withContext(db.reader, { post: postId, agency, practitioner: practitionerId }, client =>
    writeReading(client, { areaId: borough.area, at, practitionerId, postId, caseId, route, basis: 'A team.' }),
  )
}

async function share(toPostIds: readonly string[] = []) {
  const [id = ''] = await disclose(ledger, {
    areaId: borough.area,
    caseId,
    submissionId: newId(),
    by: by('eastWorker'),
    toAgencyIds: [borough.agencies.school],
    toPostIds,
    roots: [fact],
    kinds: ['child-named'],
    basis: 'children-act-1989-s47',
    necessity: 'The school keeps an eye on her',
    familyTold: 'yes',
  })
  return id
}

const seal = () => sealAll(db.recorder)
const sealsVerified = async () => (await verify(db.owner)).seals
const ids = async (statement: string) => (await db.owner.query<{ id: string }>(statement)).rows.map(row => row.id)

test('everything that is sealed beside the facts is sealed, and verifies', async () => {
  const { area: areaId, agencies, people } = borough
  await look()
  const disclosure = await share()
  await recall(ledger, { areaId, disclosureId: disclosure, by: by('eastWorker'), why: 'It was the wrong school' })
  await declineSharing(ledger, {
    areaId,
    caseId,
    submissionId: newId(),
    by: by('eastWorker'),
    toAgencyIds: [agencies.police],
    why: 'Not needed',
  })
  const reference = newReference()
  await open(newId(), 'restricted', reference)
  await breakGlass(ledger, {
    areaId,
    reference,
    submissionId: newId(),
    by: { postId: people.westWorker.post, agencyId: people.westWorker.agency },
    scope: 'whole',
    minutes: 15,
    reason: 'At the hospital',
    toldPostId: people.manager.post,
  })
  await declareInterest(ledger, {
    areaIds: [areaId],
    practitionerId: people.westWorker.practitioner,
    submissionId: newId(),
    relation: 'family',
    about: reference,
  })
  const [declared = ''] = await ids('select id from declared_interest')
  await endInterest(ledger, { areaIds: [areaId], id: declared, postId: people.privacyOfficer.post, why: 'Moved away' })

  const waiting = (await sealsVerified()).waiting.map(({ stream, count }) => [stream, count])
  // The others have tests of their own, where what they seal is done.
  const elsewhere =
    'disclosure-people access-decision opening-ended opening-seen holding link link-undone commencement local-policy arrangements-began different-children letter-words'.split(
      ' ',
    )
  const once = streams.filter(({ name }) => !elsewhere.includes(name))
  expect(waiting).toEqual(once.map(({ name }) => [name, 1]))
  expect(await seal()).toBe(once.length)
  expect(await seal()).toBe(0)
  expect(await sealsVerified()).toEqual({ sealed: once.length, faults: [], waiting: [] })
})

test('verifying seals nothing, and says how long the oldest has waited', async () => {
  const at = Date.parse('2026-04-01T10:00:00Z')
  await look(at)
  await look(at + 60_000)
  const waiting = [{ stream: 'reading', count: 2, oldest: at }]
  expect(await sealsVerified()).toEqual({ sealed: 0, faults: [], waiting })
  expect((await sealsVerified()).waiting).toEqual(waiting)
})

test('a row that is committed after a later one was sealed is sealed too', async () => {
  const { practitioner: practitionerId, post: postId, agency } = borough.people.eastWorker
  const context = { post: postId, agency, practitioner: practitionerId }
  const reading = { areaId: borough.area, practitionerId, postId, caseId, route: '/case/:reference', basis: 'A team.' }
  await withContext(db.reader, context, async client => {
    await writeReading(client, { ...reading, at: Date.now() - 5000 })
    await look()
    expect(await seal()).toBe(1)
  })
  expect(await seal()).toBe(1)
  expect(await sealsVerified()).toMatchObject({ sealed: 2, faults: [], waiting: [] })
})

test('a batch takes no more than it should, and the next goes on where it ended', async () => {
  for (let at = 0; at < 5; at++) await look()
  const batch = () => transaction(db.recorder, client => sealArea(client, borough.area, Date.now(), 2))
  expect([await batch(), await batch(), await batch(), await batch()]).toEqual([2, 2, 1, 0])
  expect(await sealsVerified()).toMatchObject({ sealed: 5, faults: [] })
})

test('two processes do not seal one area at once', async () => {
  await look()
  await transaction(db.recorder, async client => {
    expect(await sealArea(client, borough.area, Date.now())).toBe(1)
    expect(await seal()).toBe(0)
  })
  expect(await sealsVerified()).toMatchObject({ sealed: 1, faults: [] })
})

test('what waits is found by its index alone', async () => {
  await db.owner.query('analyze reading_log')
  const client = await db.owner.connect()
  await client.query('set enable_seqscan = off')
  const { rows } = await client.query<Record<string, string>>(
    `explain select id from reading_log r where area_id = '${borough.area}' and not sealed order by at, id limit 1000`,
  )
  client.release()
  expect(rows.map(row => row['QUERY PLAN']).join('\n')).toContain('reading_log_unsealed')
})

describe('altered by hand', () => {
  let readings: string[]
  beforeEach(async () => {
    for (let at = 0; at < 4; at++) await look(Date.now() + at)
    await share()
    await seal()
    readings = await ids(`select row_id as id from seal where stream = 'reading' order by number`)
  })
  const nth = (at: number) => `(select row_id from seal where number = ${at})`

  test.each([
    ['who looked', `update reading_log set practitioner_id = gen_random_uuid() where id = ${nth(2)}`, 2, /altered/],
    ['when', `update reading_log set at = at + interval '1 microsecond' where id = ${nth(2)}`, 2, /altered/],
    ['why', `update reading_log set basis = 'B' where id = ${nth(3)}`, 3, /altered/],
    ['a row deleted', `delete from reading_log where id = ${nth(1)}`, 1, /entry of the reading log is missing/],
    ['a seal deleted', 'delete from seal where number = 2', 2, /seal is missing/],
    ['a seal altered', `update seal set commitment = sha256('x') where number = 3`, 3, /altered, added or put/],
    ['a row unmarked', `update reading_log set sealed = false where id = ${nth(2)}`, 2, /put back/],
    ['the end of the chain cut off', 'delete from seal where number > 5', 6, /chain ends before/],
    ['a lawful basis', `update disclosure set basis = 'x'`, 5, /disclosure was altered/],
    ['a kind that is shared as it is recorded', `update standing_disclosure set kind = 'x'`, 5, /altered/],
    ['a fact of a disclosure', 'delete from disclosed_fact', 6, /record covered by a disclosure is missing/],
    [
      'two rows exchanged',
      `update reading_log r set at = o.at from reading_log o
       where r.id in (${nth(2)}, ${nth(3)}) and o.id in (${nth(2)}, ${nth(3)}) and o.id <> r.id`,
      2,
      /altered/,
    ],
  ])('%s', async (_, tampering, number, why) => {
    expect((await sealsVerified()).faults).toEqual([])
    await db.owner.query(tampering)
    const { faults } = await sealsVerified()
    expect(faults[0]).toMatchObject({ area: 'Harrowmere', number, why: expect.stringMatching(why) })
  })

  test('who was told by name: that is sealed, and what stands beside each record follows from it', async () => {
    const { post } = borough.people.teacher
    const id = await share([post])
    await seal()
    expect((await sealsVerified()).faults).toEqual([])
    const faults = async (statement: string) => {
      await db.owner.query(statement)
      return (await sealsVerified()).faults.map(({ stream }) => stream)
    }
    const other = `'{${newId()}}'`
    expect(await faults(`update disclosed_fact set post_ids = ${other} where disclosure_id = '${id}'`)).toEqual([
      'disclosed-fact',
    ])
    expect(await faults(`update disclosure set post_ids = ${other} where id = '${id}'`)).toContain('disclosure-people')
    expect(await faults(`update disclosure set post_ids = null where id = '${id}'`)).toContain('disclosure-people')
  })

  test('two seals put in another order', async () => {
    await db.owner.query('update seal set number = -number where number in (2, 3)')
    await db.owner.query('update seal set number = 5 + number where number < 0')
    const { faults } = await sealsVerified()
    expect(faults).toEqual([
      expect.objectContaining({ number: 2, id: readings[2], why: expect.stringMatching(/another order/) }),
    ])
  })

  test('a row added that is marked as sealed is named', async () => {
    const id = newId()
    await db.owner.query(
      `insert into reading_log select area_id, $1, at, practitioner_id, post_id, case_id, route, basis, true from reading_log limit 1`,
      [id],
    )
    const { faults } = await sealsVerified()
    expect(faults).toEqual([
      expect.objectContaining({ stream: 'reading', id, why: expect.stringMatching(/was added/) }),
    ])
  })

  test.each([[false], [true]])('a row added with an old date is named, sealed since: %s', async isSealed => {
    const id = `018f0000-0000-7000-8000-${newId().slice(-12)}`
    await db.owner.query(
      `insert into reading_log select area_id, $1, timestamptz '2024-04-20', practitioner_id, post_id, case_id, route, basis from reading_log limit 1`,
      [id],
    )
    if (isSealed) await seal()
    const { faults } = await sealsVerified()
    expect(faults).toEqual([
      expect.objectContaining({ stream: 'reading', id, why: expect.stringMatching(/was added/) }),
    ])
  })

  test('a row taken away and put back does not keep the others from being sealed', async () => {
    await db.owner.query('update reading_log set sealed = false')
    await look()
    expect(await seal()).toBe(1)
  })

  test('those who serve can neither alter nor remove a seal or an entry', async () => {
    for (const statement of [
      'update seal set number = number',
      'delete from seal',
      `update reading_log set basis = 'x'`,
      'delete from reading_log',
    ])
      await expect(db.recorder.query(statement)).rejects.toThrow(/permission denied/)
    await expect(db.reader.query('select from seal')).rejects.toThrow(/permission denied/)
  })
})

describe('held against an anchor', () => {
  let anchor: string
  beforeEach(async () => {
    for (let at = 0; at < 3; at++) await look(Date.now() + at)
    await seal()
    anchor = ''
    await takeAnchor(db.owner, Date.parse('2026-04-14T09:00:00Z'), text => {
      anchor += text
    })
  })
  const hold = (text = anchor) =>
    holdAgainst(
      db.owner,
      (async function* lines() {
        yield* text.trimEnd().split('\n')
      })(),
    )

  test('a past that only grew stands', async () => {
    await look()
    await seal()
    await open(newId())
    expect(await hold()).toMatchObject({ taken: '2026-04-14T09:00:00.000Z', cases: 1, areas: 1, faults: [] })
  })

  test('a chain of seals that was made again, whole, is found, although it verifies', async () => {
    await db.owner.query(`delete from seal where number = 1; update seal set number = number - 1`)
    await db.owner.query(`delete from reading_log where id not in (select row_id from seal)`)
    const { rows } = await db.owner.query<Seal>('select * from seal order by number')
    let previous: Buffer = Buffer.alloc(0)
    for (const one of rows) {
      previous = hashOfSeal(one, previous)
      await db.owner.query('update seal set hash = $1 where number = $2', [previous, one.number])
    }
    await db.owner.query('update seal_head set number = $1, hash = $2', [rows.length, previous])
    await look()
    await seal()
    expect((await sealsVerified()).faults).toEqual([])
    expect((await hold()).faults).toEqual([
      { chain: 'seals', area: borough.area, id: borough.area, number: 3, why: expect.stringMatching(/was rewritten/) },
    ])
  })

  test('a case that was taken away with all it had is found, although the rest verifies', async () => {
    for (const table of ['duty', 'open_procedure', 'search_key', 'search_person', 'narrative', 'fact'])
      await db.owner.query(`delete from ${table}`)
    await db.owner.query(`update case_file set next_number = 1, head = ''::bytea`)
    expect((await verify(db.owner)).faults).toEqual([])
    expect((await hold()).faults).toEqual([
      { chain: 'case', area: borough.area, id: caseId, number: 1, why: expect.stringMatching(/taken away/) },
    ])
  })

  test.each([
    ['cut', () => anchor.split('\n').slice(0, -2).join('\n'), /cut/],
    ['altered', () => anchor.replace(/ (\d+) ([0-9a-f]{4})/, ' $1 0000'), /altered or damaged/],
    ['something else', () => 'a shopping list', /not an anchor/],
  ])('an anchor that is %s is refused', async (_, text, why) => {
    await expect(hold(text())).rejects.toThrow(why)
  })
})
