import { beforeAll, expect, test } from 'vitest'
import { given, on } from '../../test/given-case.ts'
import { Conflict, Gone, NotAllowed, NotFound } from '../access/refusals.ts'
import { newReference } from '../people/establishment.ts'
import { transaction, withContext } from '../platform/database.ts'
import { newId } from '../platform/identifier.ts'
import { disclose, recall } from './disclose.ts'
import { type Disposed, declineDisposal, disposeOf, proposeDisposal } from './dispose.ts'
import { fileDocument } from './filed-documents.ts'
import { findCase } from './read.ts'
import { findCases, rebuild } from './rebuild.ts'
import { finishRemovals } from './removals.ts'
import { sealAll, sealArea } from './seal.ts'
import { verify } from './verify.ts'

let here: Awaited<ReturnType<typeof given>>
let surnames = 0

beforeAll(async () => {
  here = await given()
})

type Who = keyof typeof here.server.borough.people
const by = (who: Who) => {
  const { post, agency } = here.server.borough.people[who]
  return { postId: post, agencyId: agency }
}
const areaId = () => here.server.borough.area
const of = (caseId: string, who: Who, submissionId: string = newId()) => ({
  areaId: areaId(),
  caseId,
  submissionId,
  by: by(who),
})
const propose = (caseId: string, who: Who = 'manager') => proposeDisposal(here.server.ledger, of(caseId, who))
const approve = (caseId: string, who: Who = 'privacyOfficer', submission?: string) =>
  disposeOf(here.server.ledger, of(caseId, who, submission))

/** Somebody gave a name at the door, and nothing followed. Closed on 10 March 2020: kept until 10 March 2026. Today is 14 April 2026. */
async function closed(day = '2020-03-10') {
  const { borough } = here.server
  const [id, reference] = [newId(), newReference()]
  const surname = `Overton${++surnames}`
  const fact = (kind: string, happened: string, narrative: Record<string, string> = {}, data = {}) =>
    ({ act: 'record', caseId: id, kind, happened: on(happened), data, narrative }) as const
  const { ids } = await here.server.record('eastWorker', {
    opens: [{ id, kind: 'child', reference, teamId: borough.teams.east }],
    acts: [
      fact('child-named', '2020-03-02', { forenames: 'Aria', surname }),
      fact('child-born', '2013-05-05'),
      fact('referral-received', '2020-03-02', { reason: 'Somebody rang.' }, { source: '9' }),
      fact('case-closed', day, { summary: 'Nothing followed.' }, { reason: 'RC7' }),
    ],
  })
  return { id, reference, surname, named: ids[0] as string, fact }
}

const retention = async (caseId: string) =>
  (await here.server.db.owner.query('select category, counts_from, held from retention where case_id = $1', [caseId]))
    .rows[0]
const faultsOf = async (reference: string) =>
  (await verify(here.server.db.owner)).faults.filter(fault => fault.reference === reference)

test('two people dispose of a record, its words go, its chain holds, and the last record says what was done', async () => {
  const aria = await closed()
  const { owner } = here.server.db
  const head = await owner.query('select head, next_number from case_file where id = $1', [aria.id])
  expect(await retention(aria.id)).toEqual({ category: 'contact', counts_from: '2020-03-10', held: '' })
  await propose(aria.id)
  const before = await owner.query(`select encode(head, 'hex') as head from case_file where id = $1`, [aria.id])
  const submission = newId()
  const { ids } = await approve(aria.id, 'privacyOfficer', submission)
  expect(await approve(aria.id, 'privacyOfficer', submission)).toEqual({ ids, again: true })
  await finishRemovals(here.server.db)
  const { rows } = await owner.query<{ act: string; number: number; data: Disposed }>(
    'select act, number, data from fact where id = $1',
    [ids[0]],
  )
  expect(rows).toEqual([
    {
      act: 'dispose',
      number: head.rows[0].next_number + 1,
      data: {
        category: 'contact',
        months: 72,
        isSet: false,
        counts: 'closing',
        countsFrom: '2020-03-10',
        keptUntil: '2026-03-10',
        closedOn: '2020-03-10',
        facts: 5,
        passages: 4,
        from: '2020-03-02',
        proposedBy: by('manager').postId,
        proposedOn: '2026-04-14',
        approvedBy: by('privacyOfficer').postId,
        chain: before.rows[0].head,
      },
    },
  ])
  const words = await owner.query(
    'select 1 from narrative where case_id = $1 and (text is not null or salt is not null)',
    [aria.id],
  )
  expect(words.rowCount).toBe(0)
  expect(await faultsOf(aria.reference)).toEqual([])
  for (const table of ['duty', 'open_procedure', 'retention', 'search_person', 'removal'])
    expect([table, (await owner.query(`select 1 from ${table} where case_id = $1`, [aria.id])).rowCount]).toEqual([
      table,
      0,
    ])
  expect((await owner.query('select 1 from search_key where person_id = $1', [aria.named])).rowCount).toBe(0)
  await rebuild(here.server.ledger, await findCases(here.server.ledger))
  expect((await owner.query('select 1 from search_person where case_id = $1', [aria.id])).rowCount).toBe(0)
})

test('nothing can be added to it, and whoever could see it is told that it is gone', async () => {
  const aria = await closed()
  await propose(aria.id)
  await approve(aria.id)
  await expect(
    here.server.record('eastWorker', { acts: [aria.fact('child-named', '2020-03-02', { surname: 'X' })] }),
  ).rejects.toThrow(Gone)
  const sharing = {
    areaId: areaId(),
    caseId: aria.id,
    submissionId: newId(),
    by: by('eastWorker'),
    toAgencyIds: [here.server.borough.agencies.school],
    roots: [aria.named],
    basis: 'ca1989-s17',
    necessity: 'x',
    familyTold: 'yes',
  } as const
  await expect(disclose(here.server.ledger, sharing)).rejects.toThrow(Gone)
  const { people, area } = here.server.borough
  const { post, agency, practitioner } = people.eastWorker
  const found = await withContext(here.server.db.reader, { post, agency, practitioner }, client =>
    findCase(client, [area], aria.reference),
  )
  expect(found?.disposedAt).toBe(here.server.clock.instant)
})

test('it takes two people, a post that may, and a proposal that stands', async () => {
  const aria = await closed()
  await expect(propose(aria.id, 'eastWorker')).rejects.toThrow(NotAllowed)
  await expect(propose(aria.id, 'police')).rejects.toThrow(NotFound)
  await expect(approve(aria.id)).rejects.toThrow(Conflict)
  await propose(aria.id)
  await expect(propose(aria.id)).rejects.toThrow(Conflict)
  await expect(approve(aria.id, 'manager')).rejects.toThrow(/two people/)
  await expect(approve(aria.id, 'chair')).rejects.toThrow(NotAllowed)
  await declineDisposal(here.server.ledger, of(aria.id, 'privacyOfficer'), 'Her sister’s case is open.')
  await expect(approve(aria.id)).rejects.toThrow(Conflict)
  await propose(aria.id, 'privacyOfficer')
  await approve(aria.id, 'manager')
  expect(await faultsOf(aria.reference)).toEqual([])
})

test('the schedule, a hold, a request and new work each stop it, also after it was proposed', async () => {
  const early = await closed('2020-04-15')
  await expect(propose(early.id)).rejects.toThrow(/still keeps/)
  const aria = await closed()
  await propose(aria.id)
  const hold = await here.server.record('privacyOfficer', {
    acts: [aria.fact('retention-hold-placed', '2026-04-14', { why: 'The inquiry.' }, { ground: 'inquiry' })],
  })
  await expect(approve(aria.id)).rejects.toThrow(/stops/)
  const release = {
    ...aria.fact('retention-hold-released', '2026-04-14', { why: 'It is over.' }),
    about: hold.ids[0] as string,
  }
  await here.server.record('privacyOfficer', { acts: [release] })
  const asked = await here.server.record('privacyOfficer', {
    acts: [aria.fact('subject-access-requested', '2026-04-13', {}, { requester: 'person', identity: 'known' })],
  })
  expect((await retention(aria.id)).held).toBe('request')
  await expect(approve(aria.id)).rejects.toThrow(/stops/)
  const given = aria.fact('subject-access-released', '2026-04-14', {}, { extent: 'whole' })
  await here.server.record('privacyOfficer', { acts: [{ ...given, about: asked.ids[0] as string }] })
  await here.server.record('eastWorker', {
    acts: [aria.fact('referral-received', '2026-04-14', { reason: 'Again.' }, { source: '9' })],
  })
  await expect(approve(aria.id)).rejects.toThrow(/is open/)
})

test('a hold is not released by striking it out, unless by whoever may release it', async () => {
  const aria = await closed()
  const { ids } = await here.server.record('privacyOfficer', {
    acts: [aria.fact('retention-hold-placed', '2026-04-14', {}, { ground: 'inquiry' })],
  })
  const strike = {
    act: 'strike-out',
    caseId: aria.id,
    root: ids[0] as string,
    seen: 5,
    narrative: { reason: 'x' },
  } as const
  await expect(here.server.record('eastWorker', { acts: [strike] })).rejects.toThrow(NotAllowed)
  expect((await retention(aria.id)).held).toBe('hold')
})

test('an area sets its own length', async () => {
  const aria = await closed()
  await here.server.db.owner.query(
    `insert into local_policy (area_id, key, from_day, amount, unit, approved_by) values ($1, 'retain-contact', '2020-01-01', 120, 'months', 'test')`,
    [areaId()],
  )
  await expect(propose(aria.id)).rejects.toThrow(/still keeps/)
  await here.server.db.owner.query(`delete from local_policy where key = 'retain-contact'`)
  await propose(aria.id)
})

test('what was said when sharing goes with the salt of its seal, and every seal still holds', async () => {
  const aria = await closed()
  const { owner, recorder } = here.server.db
  const shared = (id: string) => ({
    areaId: areaId(),
    caseId: aria.id,
    submissionId: id,
    by: by('eastWorker'),
    toAgencyIds: [here.server.borough.agencies.school],
    roots: [aria.named],
    basis: 'ca1989-s17',
    necessity: 'Her mother is afraid of him.',
    familyTold: 'yes' as const,
  })
  const [id] = await disclose(here.server.ledger, shared(newId()))
  await recall(here.server.ledger, {
    areaId: areaId(),
    disclosureId: id as string,
    by: by('eastWorker'),
    why: 'It was Maya.',
  })
  await sealAll(recorder, () => here.server.clock.instant)
  await propose(aria.id)
  await approve(aria.id)
  await finishRemovals(here.server.db)
  const { rows } = await owner.query('select necessity, recalled_why from disclosure where id = $1', [id])
  expect(rows).toEqual([{ necessity: '', recalled_why: null }])
  expect((await verify(owner)).seals.faults).toEqual([])
  await owner.query(`update seal set salt = null where stream = 'disclosed-fact' and row_id = $1`, [id])
  expect((await verify(owner)).seals.faults).toMatchObject([
    { stream: 'disclosed-fact', why: expect.stringMatching(/no record/) },
  ])
})

test('words that are being sealed at that moment go after their seal is made', async () => {
  const aria = await closed()
  const { owner, recorder } = here.server.db
  const [id] = await disclose(here.server.ledger, {
    areaId: areaId(),
    caseId: aria.id,
    submissionId: newId(),
    by: by('eastWorker'),
    toAgencyIds: [here.server.borough.agencies.school],
    roots: [aria.named],
    basis: 'ca1989-s17',
    necessity: 'Her mother is afraid of him.',
    familyTold: 'yes',
  })
  await propose(aria.id)
  await approve(aria.id)
  const waits = async () =>
    (
      await owner.query(
        `select 1 from pg_locks l join pg_database d on d.oid = l.database where not l.granted and d.datname = current_database()`,
      )
    ).rows.length > 0
  let removing: Promise<number> | undefined
  await transaction(recorder, async client => {
    await sealArea(client, areaId(), here.server.clock.instant)
    removing = finishRemovals(here.server.db)
    while (!(await waits())) await Promise.race([removing, owner.query('select 1')])
  })
  await removing
  const { rows } = await owner.query('select necessity from disclosure where id = $1', [id])
  expect(rows).toEqual([{ necessity: '' }])
  expect((await verify(owner)).seals.faults.filter(fault => fault.id === id)).toEqual([])
})

test('the disposer reads no words, and takes away only what is of a case that was disposed of', async () => {
  const aria = await closed()
  const disposer = await here.server.db.disposer()
  await expect(disposer.query('select text from narrative')).rejects.toThrow(/permission denied/)
  await expect(disposer.query('select head from case_file')).rejects.toThrow(/permission denied/)
  await expect(disposer.query('delete from narrative')).rejects.toThrow(/permission denied/)
  await disposer.query('update narrative set text = null, salt = null')
  await disposer.query(`update disclosure set necessity = '', not_told_why = null, recalled_why = null`)
  expect((await disposer.query('select 1 from case_file where id = $1', [aria.id])).rowCount).toBe(0)
  expect(await faultsOf(aria.reference)).toEqual([])
})

test('what somebody was writing about it goes too', async () => {
  const aria = await closed()
  const { owner } = here.server.db
  const { practitioner } = here.server.borough.people.eastWorker
  const form = `/case/${aria.reference}/record/child-seen`
  await owner.query(
    `insert into draft (id, practitioner_id, area_id, case_id, form, submission_id, version, body, saved_at)
     values (gen_random_uuid(), $1, $2, null, $3, gen_random_uuid(), 1, '{"title":"x","typed":{}}', now())`,
    [practitioner, areaId(), form],
  )
  await owner.query(
    `insert into kept_request (id, practitioner_id, url, body, kept_at) values (gen_random_uuid(), $1, $2, '{}', now())`,
    [practitioner, form],
  )
  await propose(aria.id)
  await approve(aria.id)
  await finishRemovals(here.server.db)
  expect((await owner.query('select 1 from draft where form = $1', [form])).rowCount).toBe(0)
  expect((await owner.query('select 1 from kept_request where url = $1', [form])).rowCount).toBe(0)
})

test('where it stops after it was recorded, the words wait, unread, and are taken away later', async () => {
  const aria = await closed()
  await propose(aria.id)
  await approve(aria.id)
  const { owner } = here.server.db
  const kept = async () =>
    (await owner.query('select 1 from narrative where case_id = $1 and text is not null', [aria.id])).rowCount
  expect(await kept()).toBe(4)
  expect((await verify(owner)).waiting).toBe(1)
  expect(await faultsOf(aria.reference)).toEqual([])
  expect(await finishRemovals(here.server.db)).toBe(1)
  expect(await kept()).toBe(0)
  expect(await finishRemovals(here.server.db)).toBe(0)
})

test('the file of a document goes with the record, and its chain holds', async () => {
  const aria = await closed()
  const said = { happened: on('2020-03-05'), data: { what: 'letter' }, narrative: { file: 'a.txt' } }
  await fileDocument(here.server.ledger, {
    ...of(aria.id, 'eastWorker'),
    said,
    bytes: Buffer.from('a'),
    type: 'text/plain',
  })
  await propose(aria.id)
  await approve(aria.id)
  await finishRemovals(here.server.db)
  const left = await here.server.db.owner.query('select 1 from document_bytes where case_id = $1', [aria.id])
  expect(left.rowCount).toBe(0)
  expect(await faultsOf(aria.reference)).toEqual([])
})
