// The command as an operator runs it: a process of its own, with files that it opens itself.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../test/fresh-database.ts'
import { objectServer } from '../../test/object-server.ts'
import { smallBorough } from '../../test/small-borough.ts'
import { londonDay } from '../guidance/london.ts'
import { fileDocument } from '../ledger/filed-documents.ts'
import { record } from '../ledger/record.ts'
import { newId } from '../platform/identifier.ts'
import { objectStore } from '../platform/object-store.ts'
import { guidance } from '../procedures/index.ts'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'goldthread-verify-'))
const anchor = path.join(folder, 'anchor.txt')
const caseId = newId()
let db: FreshDatabase
let borough: Awaited<ReturnType<typeof smallBorough>>

const goldthread = (...args: string[]) => goldthreadWith({}, ...args)

async function goldthreadWith(env: Record<string, string>, ...args: string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/commands/main.ts', ...args], {
    env: { ...process.env, DATABASE_URL: db.url, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [out, failed, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return { out, failed, code }
}

function recordNamed(forenames: string, isNew: boolean) {
  const { eastWorker } = borough.people
  return record(
    { recorder: db.recorder, guidance, carries: new Map(), now: () => Date.now(), dayOf: londonDay },
    {
      areaId: borough.area,
      submissionId: newId(),
      by: { postId: eastWorker.post, agencyId: eastWorker.agency },
      ...(isNew && { opens: [{ id: caseId, kind: 'child', reference: 'GT-VERIFY2', teamId: borough.teams.east }] }),
      acts: [
        {
          act: 'record',
          kind: 'child-named',
          caseId,
          happened: { from: '2026-03-02', to: '2026-03-02', certainty: 'day', at: null },
          data: {},
          narrative: { forenames, surname: 'Fenwick' },
        },
      ],
    },
  )
}

beforeAll(async () => {
  db = await freshDatabase()
  borough = await smallBorough(db)
  await recordNamed('Aria', true)
  await recordNamed('Arya', false)
  expect(await goldthread('anchor', '--out', anchor)).toMatchObject({ code: 0, failed: '' })
})

afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

test('a past that only grew since the anchor is said to stand', async () => {
  await recordNamed('Aria', false)
  const { out, failed, code } = await goldthread('verify', '--against', anchor)
  expect([code, failed]).toEqual([0, ''])
  expect(out).toContain('3 records of 1 cases are as they were recorded.')
  expect(out).toMatch(/Nothing was rewritten since the anchor of .*: 1 cases and/)
})

test('an anchor that was cut is refused, and what was verified is said all the same', async () => {
  const cut = path.join(folder, 'cut.txt')
  fs.writeFileSync(cut, fs.readFileSync(anchor, 'utf8').split('\n').slice(0, -2).join('\n'))
  const { out, code } = await goldthread('verify', '--against', cut)
  expect(code).toBe(1)
  expect(out).toContain('3 records of 1 cases are as they were recorded.')
  expect(out).toContain('This anchor was cut: its last line is missing.')
  const { out: json } = await goldthread('verify', '--json', '--against', cut)
  expect(JSON.parse(json)).toMatchObject({ facts: 3, against: { refused: expect.stringContaining('cut') } })
})

test('a past that was rewritten with all its hashes verifies by itself, and not against the anchor', async () => {
  await db.owner.query('delete from narrative where fact_id in (select id from fact where number > 1)')
  await db.owner.query('delete from fact where number > 1')
  await db.owner.query('update case_file set next_number = 2, head = (select hash from fact where number = 1)')
  await recordNamed('Somebody else', false)
  expect((await goldthread('verify')).code).toBe(0)
  const { out, code } = await goldthread('verify', '--against', anchor)
  expect(code).toBe(1)
  expect(out).toContain(`Case ${caseId}: The records of this case were rewritten since`)
})

test('what is in a store is fetched where the store is set, and what was not looked at is said', async () => {
  const store = await objectServer()
  const {
    GOLDTHREAD_FILES_S3: address,
    S3_ACCESS_KEY_ID: accessKeyId,
    S3_SECRET_ACCESS_KEY: secretAccessKey,
  } = store.env
  const { eastWorker } = borough.people
  await fileDocument(
    {
      recorder: db.recorder,
      guidance,
      carries: new Map(),
      now: () => Date.now(),
      dayOf: londonDay,
      store: objectStore({ address, accessKeyId, secretAccessKey, region: 'eu-west-2' }),
    },
    {
      areaId: borough.area,
      caseId,
      submissionId: newId(),
      by: { postId: eastWorker.post, agencyId: eastWorker.agency },
      said: {
        happened: { from: '2026-03-02', to: '2026-03-02', certainty: 'day', at: null },
        data: { what: 'letter' },
        narrative: { file: 'a.txt' },
      },
      bytes: Buffer.from('A letter.'),
      type: 'text/plain',
    },
  )
  const without = await goldthread('verify')
  expect(without).toMatchObject({
    code: 0,
    out: expect.stringContaining('Not looked at: 1 files in a store, which is not set here'),
  })
  const looked = await goldthreadWith(store.env, 'verify')
  expect(looked).toMatchObject({
    code: 0,
    out: expect.stringContaining('1 files were fetched from the store and compared'),
  })
  expect(looked.out).not.toContain('Not looked at')
  store.state.status = 503
  const unanswered = await goldthreadWith(store.env, 'verify')
  expect(unanswered).toMatchObject({
    code: 1,
    out: expect.stringContaining('Not looked at: 1 of 1 files in the store'),
  })
  store.state.status = 0
  store.objects.clear()
  const missing = await goldthreadWith(store.env, 'verify')
  expect(missing).toMatchObject({ code: 1, out: expect.stringContaining('is not in the store any more') })
  expect(await goldthreadWith({ S3_REGION: 'eu-west-2' }, 'verify')).toMatchObject({
    code: 1,
    failed: expect.stringContaining('must all be set'),
  })
})
