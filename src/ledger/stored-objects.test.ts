import { beforeAll, beforeEach, expect, test } from 'vitest'
import { given, on } from '../../test/given-case.ts'
import { type ObjectServer, objectServer } from '../../test/object-server.ts'
import { newReference } from '../people/establishment.ts'
import { newId } from '../platform/identifier.ts'
import { type ObjectStore, StoreFault } from '../platform/object-store.ts'
import type { Recording } from './command.ts'
import { disposeOf, proposeDisposal } from './dispose.ts'
import { fileDocument } from './filed-documents.ts'
import { approveRedaction, askRedaction } from './redact.ts'
import { finishRemovals } from './removals.ts'
import { putObject, removeUnused } from './stored-objects.ts'
import { verify } from './verify.ts'

let here: Awaited<ReturnType<typeof given>>
let server: ObjectServer
let store: ObjectStore
beforeAll(async () => {
  server = await objectServer()
  here = await given(server.env)
  store = here.server.ledger.store as ObjectStore
})
beforeEach(() => Object.assign(server.state, { isDown: false, status: 0, keepsVersions: false }))

const recorder = () => here.server.db.recorder
const owner = () => here.server.db.owner
const letter = Buffer.from('A letter.')
type Who = keyof typeof here.server.borough.people
const sent = (who: Who) => {
  const { post, agency } = here.server.borough.people[who]
  return { areaId: here.server.borough.area, submissionId: newId(), by: { postId: post, agencyId: agency } }
}

/** Files a letter. @returns its record and the key of its object */
async function filed(caseId: string, who: Who = 'eastWorker') {
  const said = { happened: on('2020-03-05'), data: { what: 'letter' }, narrative: { file: 'a.txt' } }
  const { ids } = await fileDocument(here.server.ledger, {
    ...sent(who),
    caseId,
    said,
    bytes: letter,
    type: 'text/plain',
  })
  const { rows } = await owner().query<{ stored_as: string }>(
    'select stored_as from document_bytes where fact_id = $1',
    [ids[0]],
  )
  return { root: ids[0] ?? '', key: rows[0]?.stored_as ?? '' }
}

const listed = async (key: string) => (await owner().query('select from stored_object where key = $1', [key])).rowCount
const anHourLater = () => owner().query(`update stored_object set not_before = not_before - interval '61 minutes'`)
const faultsOf = async (reference: string) =>
  (await verify(owner(), { store })).faults.filter(fault => fault.reference === reference).map(({ why }) => why)

/** Redacts the file of a record, by two people. */
async function redacted(caseId: string, root: string) {
  const which = { part: 'said', field: 'file', passage: null } as const
  const asking = { caseId, root, which, ground: 'somebody-else', why: 'Of another family.' } as const
  const { ids } = await askRedaction(here.server.ledger, { ...sent('eastWorker'), ...asking })
  await approveRedaction(here.server.ledger, { ...sent('manager'), caseId, asked: ids[0] ?? '' })
  await finishRemovals(here.server.db)
}

test('what is recorded stays; what was redacted goes with the next round, and its chain holds', async () => {
  const aria = await here.newCase()
  const [one, other] = [await filed(aria.id), await filed(aria.id)]
  expect(await removeUnused(recorder(), store)).toEqual({ removed: 0, keptAsVersions: 0 })
  await redacted(aria.id, one.root)
  expect(server.objects.has(one.key)).toBe(true)
  expect(await faultsOf(aria.reference)).toEqual([])
  expect(await removeUnused(recorder(), store)).toEqual({ removed: 1, keptAsVersions: 0 })
  expect([server.objects.has(one.key), await listed(one.key)]).toEqual([false, 0])
  expect([server.objects.has(other.key), await listed(other.key)]).toEqual([true, 1])
  expect(await faultsOf(aria.reference)).toEqual([])
})

test('what was disposed of with its record goes with the next round', async () => {
  const [id, reference] = [newId(), newReference()]
  const fact = (kind: string, day: string, narrative = {}, data = {}): Recording => {
    return { act: 'record', caseId: id, kind, happened: on(day), data, narrative }
  }
  await here.server.record('eastWorker', {
    opens: [{ id, kind: 'child', reference, teamId: here.server.borough.teams.east }],
    acts: [
      fact('child-named', '2020-03-02', { forenames: 'Aria', surname: 'Overton' }),
      fact('child-born', '2013-05-05'),
      fact('referral-received', '2020-03-02', { reason: 'Somebody rang.' }, { source: '9' }),
      fact('case-closed', '2020-03-10', { summary: 'Nothing followed.' }, { reason: 'RC7' }),
    ],
  })
  const { key } = await filed(id)
  await proposeDisposal(here.server.ledger, { ...sent('manager'), caseId: id })
  await disposeOf(here.server.ledger, { ...sent('privacyOfficer'), caseId: id })
  await finishRemovals(here.server.db)
  expect(await removeUnused(recorder(), store)).toEqual({ removed: 1, keptAsVersions: 0 })
  expect([server.objects.has(key), await listed(key)]).toEqual([false, 0])
  expect(await faultsOf(reference)).toEqual([])
})

test('what was sent and never recorded is left alone for an hour, and then goes', async () => {
  const key = await putObject(recorder(), store, letter)
  expect(await removeUnused(recorder(), store)).toMatchObject({ removed: 0 })
  expect(server.objects.has(key)).toBe(true)
  expect((await verify(owner(), { store })).stored.waiting).toBe(1)
  await anHourLater()
  expect(await removeUnused(recorder(), store)).toMatchObject({ removed: 1 })
  expect([server.objects.has(key), await listed(key)]).toEqual([false, 0])
})

test('a key is written down before anything is sent, so that what the store took without answering goes too', async () => {
  const took: ObjectStore = {
    ...store,
    put: async (key, bytes) => {
      await store.put(key, bytes)
      throw new Error('The line broke.')
    },
  }
  const before = server.objects.size
  await expect(putObject(recorder(), took, letter)).rejects.toThrow('The line broke.')
  expect(server.objects.size).toBe(before + 1)
  await anHourLater()
  expect(await removeUnused(recorder(), store)).toMatchObject({ removed: 1 })
  expect(server.objects.size).toBe(before)
})

test('a file whose record is refused leaves nothing behind', async () => {
  const aria = await here.newCase()
  const before = [...server.objects.keys()]
  await expect(filed(aria.id, 'teacher')).rejects.toThrow()
  expect(server.objects.size).toBe(before.length + 1)
  await anHourLater()
  expect(await removeUnused(recorder(), store)).toMatchObject({ removed: 1 })
  expect([...server.objects.keys()]).toEqual(before)
})

test('an object that goes meanwhile cannot be recorded any more', async () => {
  const aria = await here.newCase()
  const late = {
    ...here.server.ledger,
    store: {
      ...store,
      put: async (key: string, bytes: Uint8Array) => {
        await store.put(key, bytes)
        await anHourLater()
        await removeUnused(recorder(), store)
      },
    },
  }
  const said = { happened: on('2020-03-05'), data: { what: 'letter' }, narrative: { file: 'a.txt' } }
  const filing = { ...sent('eastWorker'), caseId: aria.id, said, bytes: letter, type: 'text/plain' }
  await expect(fileDocument(late, filing)).rejects.toMatchObject({ code: '23503' })
  expect(await faultsOf(aria.reference)).toEqual([])
})

const refusal = { name: 'StoreFault', code: 'HTTP 403' }

/** Files that nobody recorded an hour ago. @returns their keys */
async function waiting(count: number): Promise<string[]> {
  const keys: string[] = []
  for (let n = 0; n < count; n++) keys.push(await putObject(recorder(), store, letter))
  await anHourLater()
  return keys
}

/** The store, which refuses to remove some and says which it was asked for. */
function refusing(keys: readonly string[]) {
  const asked: string[] = []
  const remove: ObjectStore['remove'] = key => {
    asked.push(key)
    return keys.includes(key) ? Promise.reject(new StoreFault('HTTP 403')) : store.remove(key)
  }
  return { asked, store: { ...store, remove } }
}

test('a store that takes nothing away is asked a few times and again later', async () => {
  const keys = await waiting(7)
  const { asked, store: refuses } = refusing(keys)
  expect(await removeUnused(recorder(), refuses)).toMatchObject({ removed: 0, failure: refusal })
  expect(asked).toHaveLength(5)
  // What was not asked for yet comes first.
  expect(await removeUnused(recorder(), store)).toEqual({ removed: 2, keptAsVersions: 0 })
  expect(keys.filter(key => server.objects.has(key)).toSorted()).toEqual(asked.toSorted())
  await anHourLater()
  expect(await removeUnused(recorder(), store)).toMatchObject({ removed: 5 })
})

test('an object that it refuses keeps no other from being removed in the same round', async () => {
  const keys = await waiting(7)
  const stuck = keys.slice(0, 4)
  expect(await removeUnused(recorder(), refusing(stuck).store)).toMatchObject({ removed: 3, failure: refusal })
  expect(keys.filter(key => server.objects.has(key))).toEqual(stuck)
  await anHourLater()
  expect(await removeUnused(recorder(), store)).toMatchObject({ removed: 4 })
})

test('however many it refuses, what was not tried yet comes before what was put off', async () => {
  const stuck = await waiting(12)
  const { store: refuses } = refusing(stuck)
  for (let round = 0; round < 3; round++) await removeUnused(recorder(), refuses)
  await anHourLater()
  const [fresh = ''] = await waiting(1)
  await owner().query('update stored_object set not_before = null where key = $1', [fresh])
  expect(await removeUnused(recorder(), refuses)).toMatchObject({ removed: 1, failure: refusal })
  expect(server.objects.has(fresh)).toBe(false)
  await anHourLater()
  expect(await removeUnused(recorder(), store)).toMatchObject({ removed: 12 })
})

test('a file that went along to another child’s record is one object, which goes with the last record that names it', async () => {
  const [wrong, right] = [await here.newCase(), await here.newCase('Hollis')]
  const { root, key } = await filed(wrong.id)
  const { rows } = await owner().query<{ number: number }>('select number from fact where id = $1', [root])
  const { ids } = await here.server.record('manager', {
    acts: [
      {
        act: 'move',
        caseId: wrong.id,
        root,
        seen: rows[0]?.number ?? 0,
        toCaseId: right.id,
        narrative: { reason: 'Of her brother.' },
      },
    ],
  })
  await redacted(wrong.id, root)
  expect(await removeUnused(recorder(), store)).toMatchObject({ removed: 0 })
  expect(server.objects.has(key)).toBe(true)
  await redacted(right.id, ids[0] ?? '')
  expect(await removeUnused(recorder(), store)).toMatchObject({ removed: 1 })
  expect(server.objects.has(key)).toBe(false)
  expect([...(await faultsOf(wrong.reference)), ...(await faultsOf(right.reference))]).toEqual([])
})

test('a store that keeps versions of what it removes is counted', async () => {
  await putObject(recorder(), store, letter)
  await anHourLater()
  server.state.keepsVersions = true
  expect(await removeUnused(recorder(), store)).toEqual({ removed: 1, keptAsVersions: 1 })
})

test('verifying fetches each file in the store and names the record whose file is altered or missing', async () => {
  const [aria, bea, cara] = [await here.newCase(), await here.newCase(), await here.newCase()]
  await filed(aria.id)
  server.objects.set((await filed(bea.id)).key, Buffer.from('Another.'))
  server.objects.delete((await filed(cara.id)).key)
  const { stored } = await verify(owner(), { store })
  expect(stored.compared).toBe(stored.files)
  expect(stored.files).toBeGreaterThanOrEqual(3)
  expect(await faultsOf(aria.reference)).toEqual([])
  expect(await faultsOf(bea.reference)).toEqual(['The file of this record was altered in the store.'])
  expect(await faultsOf(cara.reference)).toEqual(['The file of this record is not in the store any more.'])
})

test('verifying without a store, or with one that does not answer, says how many files it did not look at', async () => {
  const { stored } = await verify(owner())
  expect(stored).toMatchObject({ compared: 0, isStoreSet: false })
  expect(stored.files).toBeGreaterThan(0)
  server.state.isDown = true
  expect((await verify(owner(), { store })).stored).toMatchObject({
    files: stored.files,
    compared: 0,
    isStoreSet: true,
  })
})

test('only the recorder sees the list of objects, and nobody can name a file that is in neither place or in both', async () => {
  for (const role of ['reader', 'door'] as const)
    await expect(here.server.db[role].query('select from stored_object')).rejects.toThrow('permission denied')
  for (const role of ['redactor', 'disposer'] as const)
    await expect((await here.server.db[role]()).query('select from stored_object')).rejects.toThrow('permission denied')
  const aria = await here.newCase()
  const { root } = await filed(aria.id)
  for (const set of [`bytes = 'x'`, 'stored_as = null'])
    await expect(owner().query(`update document_bytes set ${set} where fact_id = $1`, [root])).rejects.toThrow(
      'document_bytes_kept_once',
    )
})
