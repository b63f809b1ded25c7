// Filing and reading where files are kept in a store of objects.
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { givenAgencies } from '../../../test/given-agencies.ts'
import { date, expectAccessible } from '../../../test/given-case.ts'
import { type ObjectServer, objectServer } from '../../../test/object-server.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { disclose } from '../../ledger/disclose.ts'
import { fileDocument } from '../../ledger/filed-documents.ts'
import { verify } from '../../ledger/verify.ts'
import { newId } from '../../platform/identifier.ts'

let here: Awaited<ReturnType<typeof givenAgencies>>
let store: ObjectServer
let worker: Visitor
beforeAll(async () => {
  store = await objectServer()
  here = await givenAgencies(store.env)
  worker = await here.signedIn('eastworker')
})
beforeEach(() => {
  Object.assign(store.state, { isDown: false, status: 0, meanwhile: async () => {} })
  store.asked.length = 0
  here.server.lines.length = 0
})

const pdf = Buffer.from('%PDF-1.7\n1 0 obj <<>> endobj \u00ff\u00fe\n%%EOF\n', 'latin1')
const fields = { ...date('2026-02-02'), what: 'letter', author: 'Dr Ines Hallam', summary: 'She has not been seen.' }
type Child = Awaited<ReturnType<typeof here.child>>

/** Files a letter. @returns its record, and the key of its object */
async function filed(aria: Child, submission: string = newId()) {
  const { body } = await worker.get(`${aria.base}/file`)
  const csrf = /name="_csrf" value="([^"]+)"/.exec(body)?.[1] ?? ''
  const sent = { _csrf: csrf, _submission: submission, ...fields }
  const reply = await worker.upload(`${aria.base}/file`, sent, 'GP letter.pdf', pdf)
  const root = /recorded=([\w-]+)/.exec(reply.to)?.[1] ?? ''
  const { rows } = await here.server.db.owner.query<{ bytes: Buffer | null; stored_as: string | null }>(
    'select bytes, stored_as from document_bytes where case_id = $1 order by fact_id desc',
    [aria.id],
  )
  return { reply, root, rows, key: rows[0]?.stored_as ?? '', address: `${aria.base}/fact/${root}/file` }
}

const waiting = async () =>
  (await here.server.db.owner.query<{ key: string }>('select key from stored_object where not_before is not null')).rows

test('a file is sent to the store under a name that says nothing, its row names it, and it comes back byte for byte', async () => {
  const aria = await here.child()
  const submission = newId()
  const { reply, key, rows, address } = await filed(aria, submission)
  expect(reply.status).toBe(303)
  expect(rows).toEqual([{ bytes: null, stored_as: expect.stringMatching(/^[\da-f-]{14}4/) }])
  expect(store.objects.get(key)?.equals(pdf)).toBe(true)
  expect(await waiting()).toEqual([])
  const answer = await worker.get(address)
  expect(Buffer.from(answer.bytes).equals(pdf)).toBe(true)
  expect(answer.headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': "attachment; filename*=UTF-8''GP%20letter.pdf",
    'cache-control': 'no-store',
  })
  expect((await filed(aria, submission)).reply.to).toBe(reply.to)
  expect(store.asked).toEqual([`PUT /files/${key}`, `GET /files/${key}`])
  expect((await verify(here.server.db.owner)).faults).toEqual([])
})

test('what was filed in the database before is read from there, and nothing is asked of the store', async () => {
  const aria = await here.child()
  const { store: _, ...inDatabase } = here.server.ledger
  const { post, agency } = here.server.borough.people.eastWorker
  const { ids } = await fileDocument(inDatabase, {
    areaId: here.server.borough.area,
    caseId: aria.id,
    submissionId: newId(),
    by: { postId: post, agencyId: agency },
    said: {
      happened: { from: '2026-02-02', to: '2026-02-02', certainty: 'day', at: null },
      data: { what: 'letter' },
      narrative: { file: 'a.pdf' },
    },
    bytes: pdf,
    type: 'application/pdf',
  })
  const answer = await worker.get(`${aria.base}/fact/${ids[0]}/file`)
  expect(Buffer.from(answer.bytes).equals(pdf)).toBe(true)
  expect(store.asked).toEqual([])
})

test('who may not see the record gets nothing, and the store is not asked; whom it was shared with has the file', async () => {
  const aria = await here.child()
  const { root, address } = await filed(aria)
  store.asked.length = 0
  const teacher = await here.signedIn('teacher')
  expect((await teacher.get(address)).status).toBe(404)
  expect(store.asked).toEqual([])
  const { post, agency } = here.server.borough.people.eastWorker
  await disclose(here.server.ledger, {
    areaId: here.server.borough.area,
    caseId: aria.id,
    submissionId: newId(),
    by: { postId: post, agencyId: agency },
    toAgencyIds: [here.agencies.school],
    roots: [root],
    basis: 'ca1989-s47',
    necessity: 'To keep her safe.',
    familyTold: 'yes',
  })
  expect(Buffer.from((await teacher.get(address)).bytes).equals(pdf)).toBe(true)
})

test.each([
  ['does not answer', () => (store.state.isDown = true)],
  ['refuses', () => (store.state.status = 503)],
])(
  'where the store %s while a file is filed, the page says so with what was typed, and nothing is recorded',
  async (_, happens) => {
    const aria = await here.child()
    happens()
    const { reply, rows } = await filed(aria)
    expect(reply.status).toBe(422)
    expectAccessible(reply.body)
    for (const said of [
      'The store of files could not take the file just now',
      'She has not been seen.',
      'Dr Ines Hallam',
    ])
      expect(reply.body).toContain(said)
    expect(rows).toEqual([])
    const { rowCount } = await here.server.db.owner.query(
      `select from fact where case_id = $1 and kind = 'document-filed'`,
      [aria.id],
    )
    expect(rowCount).toBe(0)
    const faults = here.server.lines.filter(({ msg }) => msg === 'failed')
    expect(faults).toMatchObject([{ route: '/case/:reference/file', err: { type: 'StoreFault' } }])
    expect(JSON.stringify(here.server.lines)).not.toMatch(/GP letter|Hallam|only\/for/)
  },
)

test.each([
  ['does not answer', 503, 'The file cannot be fetched just now', () => (store.state.isDown = true)],
  ['has it no more', 500, 'The file is missing', (key: string) => store.objects.delete(key)],
  [
    'has another of the same size',
    500,
    'The file is not the one that was filed',
    (key: string) => store.objects.set(key, Buffer.from(pdf).fill(65)),
  ],
  [
    'has the same with more behind it',
    500,
    'The file is not the one that was filed',
    (key: string) => store.objects.set(key, Buffer.concat([pdf, Buffer.from('x')])),
  ],
] as const)(
  'where the store %s, nothing of the file is given out; the reader and the log are told',
  async (_, status, says, happens) => {
    const aria = await here.child()
    const { key, address } = await filed(aria)
    happens(key)
    const answer = await worker.get(address)
    expect([answer.status, answer.headers['content-disposition']]).toEqual([status, undefined])
    expectAccessible(answer.body)
    expect(answer.body).toContain(says)
    const reference = /reference: <strong>(\w+)</.exec(answer.body)?.[1]
    expect(here.server.lines.filter(({ msg }) => msg === 'failed')).toMatchObject([
      {
        reference,
        route: '/case/:reference/fact/:root/file',
        err: { type: expect.stringMatching(/^(Store|File)Fault$/) },
      },
    ])
    expect(JSON.stringify(here.server.lines)).not.toMatch(new RegExp(`GP letter|only/for|${key}|${aria.reference}`))
  },
)

test('a form with a mistake sends nothing to the store', async () => {
  const aria = await here.child()
  const { body } = await worker.get(`${aria.base}/file`)
  const csrf = /name="_csrf" value="([^"]+)"/.exec(body)?.[1] ?? ''
  const sent = { _csrf: csrf, _submission: newId(), ...fields, what: '' }
  expect((await worker.upload(`${aria.base}/file`, sent, 'GP letter.pdf', pdf)).status).toBe(422)
  expect(store.asked).toEqual([])
})

test('no transaction is open while the store is asked', async () => {
  const aria = await here.child()
  const open: number[] = []
  store.state.meanwhile = async () => {
    const { rows } = await here.server.db.owner.query<{ count: string }>(
      `select count(*) from pg_stat_activity where datname = current_database() and state = 'idle in transaction'`,
    )
    open.push(Number(rows[0]?.count))
  }
  const { address } = await filed(aria)
  expect((await worker.get(address)).status).toBe(200)
  expect(open).toEqual([0, 0])
})
