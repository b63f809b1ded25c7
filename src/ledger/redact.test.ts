import { beforeAll, expect, test } from 'vitest'
import { given } from '../../test/given-case.ts'
import { Conflict, NotAllowed, NotFound } from '../access/refusals.ts'
import { withContext } from '../platform/database.ts'
import { newId } from '../platform/identifier.ts'
import { writeNote } from './meeting-notes.ts'
import { findCase, readCase } from './read.ts'
import { findCases, rebuild } from './rebuild.ts'
import { approveRedaction, askRedaction, refuseRedaction } from './redact.ts'
import { finishRemovals } from './removals.ts'
import { verify } from './verify.ts'
import type { WhichWords } from './which-words.ts'

let here: Awaited<ReturnType<typeof given>>

beforeAll(async () => {
  here = await given()
})

type Who = keyof typeof here.server.borough.people
const by = (who: Who) => {
  const { post, agency } = here.server.borough.people[who]
  return { postId: post, agencyId: agency }
}
const areaId = () => here.server.borough.area
const reason: WhichWords = { part: 'said', field: 'reason', passage: null }

const ask = (caseId: string, root: string, which: WhichWords, who: Who = 'eastWorker') =>
  askRedaction(here.server.ledger, {
    areaId: areaId(),
    caseId,
    submissionId: newId(),
    by: by(who),
    root,
    which,
    ground: 'somebody-else',
    why: 'Another family.',
  }).then(({ ids }) => ids[0] as string)
const approve = (caseId: string, asked: string, who: Who = 'manager', submissionId: string = newId()) =>
  approveRedaction(here.server.ledger, { areaId: areaId(), caseId, submissionId, by: by(who), asked })

async function read(reference: string) {
  const { db, borough, ledger } = here.server
  const { post, agency, practitioner } = borough.people.eastWorker
  return withContext(db.reader, { post, agency, practitioner }, async client => {
    const head = await findCase(client, [borough.area], reference)
    if (!head) throw new NotFound()
    return readCase(client, head, ledger.guidance, ledger.dayOf)
  })
}

const stored = async (factId: string) =>
  (
    await here.server.db.owner.query<{ field: string; text: string | null; salt: Buffer | null }>(
      'select field, text, salt from narrative where fact_id = $1 order by field',
      [factId],
    )
  ).rows
const faultsOf = async (reference: string) =>
  (await verify(here.server.db.owner)).faults.filter(fault => fault.reference === reference)

const text = 'Mr Pike of number nine drinks. Aria was hungry. Ring Mr Pike of number nine again.'

/** A referral that says something of a neighbour, twice, corrected once. */
async function referred() {
  const aria = await here.newCase('Fenwick')
  const root = await aria.fact('referral-received', '2026-04-02', {
    data: { source: '1A' },
    narrative: { reason: text },
  })
  const { ids } = await here.server.record('eastWorker', {
    acts: [
      {
        act: 'correct',
        caseId: aria.id,
        root,
        seen: 2,
        happened: { from: '2026-04-01', to: '2026-04-01', certainty: 'day', at: null },
        data: { source: '1A' },
        narrative: { reason: `${text} She slept.`, correctionReason: 'It was the day before.' },
      },
    ],
  })
  return { ...aria, root, correction: ids[0] as string }
}

test('words go from every version at once, before and after they are taken away, and the rest stays', async () => {
  const aria = await referred()
  const passage = 'Mr Pike of number nine'
  const asked = await ask(aria.id, aria.root, { ...reason, passage })
  expect((await read(aria.reference)).words.get(aria.root)?.['reason']).toBe(text)
  await approve(aria.id, asked)
  const says = '[Words removed on 14 April 2026 by Amira Osei and Ruth Calloway, because they were about somebody else]'
  const expected = `${says} drinks. Aria was hungry. Ring ${says} again.`
  for (const when of ['recorded', 'taken away']) {
    if (when === 'taken away') await finishRemovals(here.server.db)
    const { words } = await read(aria.reference)
    expect([when, words.get(aria.root)?.['reason']]).toEqual([when, expected])
    expect([when, words.get(aria.correction)?.['reason']]).toEqual([when, `${expected} She slept.`])
    expect(words.get(aria.correction)?.['correctionReason']).toBe('It was the day before.')
  }
  expect(await stored(aria.root)).toEqual([{ field: 'reason', text: null, salt: null }])
  expect(await faultsOf(aria.reference)).toEqual([])
  expect((await here.server.db.owner.query('select 1 from removal')).rowCount).toBe(0)
})

test('what is owed does not change by it, and is made again the same', async () => {
  const aria = await referred()
  const duties = async () =>
    (
      await here.server.db.owner.query(
        `select * from duty where case_id = $1 and rule <> 'decide-on-redaction' order by id`,
        [aria.id],
      )
    ).rows
  const before = await duties()
  expect(before.length).toBeGreaterThan(0)
  await approve(aria.id, await ask(aria.id, aria.root, reason))
  await finishRemovals(here.server.db)
  expect(await duties()).toEqual(before)
  await rebuild(here.server.ledger, await findCases(here.server.ledger))
  expect(await duties()).toEqual(before)
})

test('a name that is removed finds nobody any more', async () => {
  const aria = await here.newCase('Fenwick')
  const mother = await aria.fact('person-connected', '2026-04-02', {
    data: { relationship: 'mother' },
    narrative: { forenames: 'Beatrix', surname: 'Oglethorpe' },
  })
  const found = async () =>
    (await here.server.db.owner.query(`select 1 from search_key where key like 's:%' and person_id = $1`, [mother]))
      .rows.length
  expect(await found()).toBeGreaterThan(0)
  await approve(aria.id, await ask(aria.id, mother, { part: 'said', field: 'surname', passage: null }))
  expect(await found()).toBe(0)
  await finishRemovals(here.server.db)
  const { words } = await read(aria.reference)
  expect(words.get(mother)).toEqual({ forenames: 'Beatrix', surname: null })
  await rebuild(here.server.ledger, await findCases(here.server.ledger))
  expect(await found()).toBe(0)
})

test('it takes two people of the agency that wrote the words, and a post that may', async () => {
  const aria = await referred()
  await expect(ask(aria.id, aria.root, reason, 'dataLead')).rejects.toThrow(NotAllowed)
  await expect(ask(aria.id, aria.root, reason, 'police')).rejects.toThrow(NotFound)
  const asked = await ask(aria.id, aria.root, reason, 'manager')
  await expect(approve(aria.id, asked, 'manager')).rejects.toThrow(/two people/)
  await expect(approve(aria.id, asked, 'eastWorker')).rejects.toThrow(NotAllowed)
  await expect(approve(aria.id, asked, 'police')).rejects.toThrow(NotFound)
  const submission = newId()
  await approve(aria.id, asked, 'privacyOfficer', submission)
  expect(await approve(aria.id, asked, 'privacyOfficer', submission)).toMatchObject({ again: true })
  await expect(approve(aria.id, asked, 'privacyOfficer')).rejects.toThrow(Conflict)
})

test('one person with two posts is not two people', async () => {
  const aria = await referred()
  const { borough, db } = here.server
  const second = newId()
  await db.owner.query(
    `insert into post (id, practitioner_id, agency_id, role, title, from_at)
     select $1, practitioner_id, agency_id, 'privacy-officer', 'Second post', from_at from post where id = $2`,
    [second, borough.people.manager.post],
  )
  await db.owner.query('insert into post_area (post_id, area_id) values ($1, $2)', [second, borough.area])
  await db.owner.query('insert into post_holder select $1, holder_id from post_holder where post_id = $2', [
    second,
    borough.people.manager.post,
  ])
  const asked = await ask(aria.id, aria.root, reason, 'manager')
  const deciding = { areaId: borough.area, caseId: aria.id, submissionId: newId(), asked }
  await expect(
    approveRedaction(here.server.ledger, { ...deciding, by: { postId: second, agencyId: borough.agencies.authority } }),
  ).rejects.toThrow(/two people/)
  await db.owner.query('update post set until_at = now() where id = $1', [second])
})

test('what is refused stays, and another agency’s words are its own to remove', async () => {
  const aria = await referred()
  const asked = await ask(aria.id, aria.root, reason)
  const deciding = { areaId: areaId(), caseId: aria.id, submissionId: newId(), by: by('manager'), asked }
  await refuseRedaction(here.server.ledger, deciding, 'It is about Aria.')
  await expect(approve(aria.id, asked)).rejects.toThrow(Conflict)
  expect((await read(aria.reference)).words.get(aria.root)?.['reason']).toBe(text)
  const { ids } = await here.server.record('teacher', {
    by: { postId: null, agencyId: here.server.borough.agencies.school },
    acts: [
      {
        act: 'record',
        caseId: aria.id,
        kind: 'observation-recorded',
        happened: { from: '2026-04-02', to: '2026-04-02', certainty: 'day', at: null },
        data: {},
        narrative: { seen: 'Hungry.' },
      },
    ],
  })
  await expect(ask(aria.id, ids[0] as string, { ...reason, field: 'seen' })).rejects.toThrow(/agency that wrote/)
})

test('what is left can lose words again, and words removed meanwhile are not removed twice', async () => {
  const aria = await referred()
  const [first, same] = [
    await ask(aria.id, aria.root, { ...reason, passage: 'Mr Pike of number nine' }),
    await ask(aria.id, aria.root, { ...reason, passage: 'Aria was hungry.' }),
  ]
  await approve(aria.id, first)
  await expect(approve(aria.id, same)).rejects.toThrow(Conflict)
  await finishRemovals(here.server.db)
  await approve(aria.id, await ask(aria.id, aria.root, { ...reason, passage: 'Aria was hungry.' }))
  await finishRemovals(here.server.db)
  const left = (await read(aria.reference)).words.get(aria.root)?.['reason'] ?? ''
  expect(left).not.toMatch(/Pike|hungry/)
  expect(left).toContain(' drinks. [Words removed')
  expect(await faultsOf(aria.reference)).toEqual([])
})

test('a reason and a disagreement lose words too', async () => {
  const aria = await referred()
  const entry = { part: { entry: aria.correction }, field: 'correctionReason', passage: 'the day before' } as const
  await approve(aria.id, await ask(aria.id, aria.root, entry))
  const { words } = await read(aria.reference)
  expect(words.get(aria.correction)?.['correctionReason']).toMatch(/^It was \[Words removed .*\]\.$/)
  expect(words.get(aria.correction)?.['reason']).toContain(text)
})

test('notes of a meeting that repeat a passage lose it and keep the rest; one word alone may mean somebody else', async () => {
  const text = 'Her uncle Dale (the one in Kiln Road) was there.'
  const child = await here.newCase()
  const root = await child.fact('referral-received', '2026-03-30', { narrative: { reason: text } })
  const { server } = here
  const note = (who: Who, words: string) =>
    writeNote(server.ledger, { areaId: areaId(), caseId: child.id, meeting: root, by: by(who), words, seen: 0 })
  await note('eastWorker', `Police: known.\nHer uncle Dale\n(the one in Kiln Road) was there. Mother agrees.`)
  await note('police', 'Dale Street: nothing known of an uncle Dalesman.')
  await approve(child.id, await ask(child.id, root, { part: 'said', field: 'reason', passage: text }))
  await approve(
    child.id,
    await ask(child.id, await child.fact('referral-received', '2026-04-01', { narrative: { reason: 'Dale' } }), reason),
  )
  const { rows } = await server.db.recorder.query<{ words: string }>(
    'select words from meeting_note where case_id = $1 order by written_at, version desc',
    [child.id],
  )
  const notes = rows.map(({ words }) => words)
  expect(notes.find(words => words.startsWith('Police'))).toMatch(
    /^Police: known\.\n\[Words removed on [^\]]+\] Mother agrees\.$/,
  )
  expect(notes).toContain('Dale Street: nothing known of an uncle Dalesman.')
})

test('drafts that repeat the words go, others stay', async () => {
  const aria = await referred()
  const draft = (form: string, words: string) =>
    here.server.db.owner.query(
      `insert into draft (id, practitioner_id, area_id, case_id, form, submission_id, version, body, saved_at)
       values (gen_random_uuid(), $1, $2, $3, $4, gen_random_uuid(), 1, $5, now())`,
      [
        here.server.borough.people.eastWorker.practitioner,
        areaId(),
        aria.id,
        form,
        { title: 'x', typed: { reason: words } },
      ],
    )
  await draft(`/case/${aria.reference}/fact/${aria.root}/correct`, `${text}\r\nAnd more.`)
  await draft(`/case/${aria.reference}/record/child-seen`, 'She was well.')
  await approve(aria.id, await ask(aria.id, aria.root, reason))
  const { rows } = await here.server.db.owner.query('select body from draft where case_id = $1', [aria.id])
  expect(rows.map(row => row.body.typed.reason)).toEqual(['She was well.'])
})

test('the redactor reads no words, and takes away only those that a redaction names', async () => {
  const aria = await referred()
  const redactor = await here.server.db.redactor()
  await expect(redactor.query('select text from narrative')).rejects.toThrow(/permission denied/)
  await redactor.query('update narrative set text = null, salt = null')
  expect(await stored(aria.root)).toMatchObject([{ text }])
  await approve(aria.id, await ask(aria.id, aria.root, reason))
  await expect(redactor.query(`update narrative set text = 'x', salt = null`)).rejects.toThrow(/row-level security/)
  await redactor.query('update narrative set text = null, salt = null')
  expect(await stored(aria.root)).toEqual([{ field: 'reason', text: null, salt: null }])
  const left = await stored(aria.correction)
  expect(left.map(({ field, text: one }) => [field, one === null])).toEqual([
    ['correctionReason', false],
    ['reason', true],
  ])
})

test('verify names words that went without a record, and words that should have gone', async () => {
  const aria = await referred()
  const { owner } = here.server.db
  await owner.query('update narrative set text = null, salt = null where fact_id = $1', [aria.root])
  expect(await faultsOf(aria.reference)).toEqual([
    { reference: aria.reference, number: 2, why: expect.stringMatching(/"reason" were taken away, and no record/) },
  ])
  const other = await referred()
  await approve(other.id, await ask(other.id, other.root, reason))
  expect(await faultsOf(other.reference)).toEqual([])
  expect((await verify(owner)).waiting).toBeGreaterThan(0)
  await owner.query('delete from removal where case_id = $1', [other.id])
  expect(await faultsOf(other.reference)).toMatchObject([{ number: 2, why: expect.stringMatching(/still there/) }])
})
