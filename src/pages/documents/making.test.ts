import { extractText, getDocumentProxy } from 'unpdf'
import { beforeAll, expect, test } from 'vitest'
import { givenAgencies } from '../../../test/given-agencies.ts'
import { expectAccessible, on } from '../../../test/given-case.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { keepMaking, makeNext } from '../../jobs/make-documents.ts'
import { askToMake, claimToMake, deleteOldMade, finishMaking, sayDone } from '../../ledger/made-documents.ts'
import { approveRedaction, askRedaction } from '../../ledger/redact.ts'
import { newId } from '../../platform/identifier.ts'
import { createLog } from '../../platform/log.ts'

let here: Awaited<ReturnType<typeof givenAgencies>>
let worker: Visitor
let file: Awaited<ReturnType<typeof here.child>>
let first: string
const log = createLog('silent', { write: () => undefined })

beforeAll(async () => {
  here = await givenAgencies()
  worker = await here.signedIn('eastworker')
  file = await here.child('Longfile')
  const act = (at: number) =>
    ({
      act: 'record',
      caseId: file.id,
      kind: 'observation-recorded',
      happened: on(`2025-${String((at % 12) + 1).padStart(2, '0')}-${String((at % 28) + 1).padStart(2, '0')}`),
      data: { about: ['home'] },
      narrative: { seen: `Seen for the ${at}. time. `.repeat(9), present: 'Nobody', done: 'Told the surgery.' },
    }) as const
  const { ids } = await here.server.record('eastWorker', { acts: Array.from({ length: 160 }, (_, at) => act(at)) })
  first = ids[0] ?? ''
}, 60_000)

async function download(visitor: Visitor, url: string) {
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const { statusCode, rawPayload, body } = await here.server.app.inject({ url, headers: { host: 'localhost', cookie } })
  return { status: statusCode, bytes: new Uint8Array(rawPayload), body }
}
/** Asks for the chronology. @returns the address of its page */
async function ask(submission = newId()) {
  await worker.get(`${file.base}/documents`)
  return (await worker.post(`${file.base}/documents`, { _submission: submission, what: 'chronology', form: 'pdf' })).to
}
const idOf = (address: string) => address.split('/').at(-1) ?? ''
const makeAll = async () => {
  while (await makeNext(here.server.ledger, log));
}

test('a long chronology is asked for on the page of documents, and its page says how far it is, then gives the file', async () => {
  expect((await worker.get(`${file.base}/chronology.pdf`)).to).toBe(`${file.base}/documents?long=pdf`)
  const offered = await worker.get(`${file.base}/documents?long=pdf`)
  expectAccessible(offered.body)
  expect(offered.body).toContain('too long to be made at once')
  const submission = newId()
  const address = await ask(submission)
  expect(await ask(submission)).toBe(address)
  const waiting = await worker.get(address)
  expectAccessible(waiting.body)
  expect(waiting.body).toMatch(/<progress[^>]*value="0"/)
  expect(waiting.body).not.toContain('Longfile')
  expect((await worker.get(`${file.base}/made/${idOf(address)}`)).status).toBe(404)
  const { ledger } = here.server
  const claimed = await claimToMake(ledger.recorder, ledger.now())
  if (!claimed) throw new Error('Nothing was asked for.')
  await sayDone(ledger.recorder, claimed, 400, ledger.now())
  const json = await worker.get(address, { accept: 'application/json' })
  expect(JSON.parse(json.body)).toMatchObject({ done: 400, isFinished: false })
  // Whoever began it fell silent: after a minute it is begun anew.
  expect(await makeNext(ledger, log)).toBe(false)
  here.server.clock.instant += 61_000
  await makeAll()
  const finished = await worker.get(address)
  expectAccessible(finished.body)
  expect(finished.body).toContain('kept for you until 15 April 2026, 10:00')
  const made = await download(worker, `${file.base}/made/${idOf(address)}`)
  const { text, totalPages } = await extractText(await getDocumentProxy(made.bytes), { mergePages: true })
  expect(totalPages).toBeGreaterThan(15)
  for (const says of ['Chronology: Aria Longfile', 'Made on 14 April 2026 at 10:00', 'Seen for the 159. time.'])
    expect(text).toContain(says)
  const { rows } = await here.server.db.owner.query<{ content: unknown }>('select content from made_document')
  expect(rows).toEqual([{ content: null }])
  expect((await worker.get(`${file.base}/documents`)).body).toContain(`href="${address}"`)
})

test('what stops whoever makes it is begun three times and no more: its page says that it could not be made', async () => {
  const { ledger, clock } = here.server
  const address = await ask()
  for (let begun = 0; begun < 3; begun += 1) {
    expect((await claimToMake(ledger.recorder, ledger.now()))?.id).toBe(idOf(address))
    clock.instant += 61_000
  }
  expect(JSON.parse((await worker.get(address, { accept: 'application/json' })).body)).toMatchObject({
    isFinished: false,
  })
  expect(await claimToMake(ledger.recorder, ledger.now())).toBe(undefined)
  expect((await worker.get(address)).body).toContain('could not be made')
})

test('nobody else has it, not even of the same team; and whoever may no longer see the file has it no more', async () => {
  const address = await ask()
  await makeAll()
  const chair = await here.signedIn('chair')
  expect((await chair.get(file.base)).status).toBe(200)
  const teacher = await here.signedIn('teacher')
  for (const other of [chair, teacher]) {
    expect((await other.get(address)).status).toBe(404)
    expect((await other.get(`${file.base}/made/${idOf(address)}`)).status).toBe(404)
  }
  const { owner } = here.server.db
  await owner.query(`update compartment_grant set ends_at = now() where case_id = $1`, [file.id])
  for (const url of [address, `${file.base}/made/${idOf(address)}`]) expect((await worker.get(url)).status).toBe(404)
  await owner.query(`update compartment_grant set ends_at = null where case_id = $1`, [file.id])
  expect((await download(worker, `${file.base}/made/${idOf(address)}`)).status).toBe(200)
})

test('where the record has changed since, it is not given out: what may be seen no longer comes to the same', async () => {
  const address = await ask()
  await makeAll()
  await file.fact('child-seen', '2026-04-13')
  const answer = await worker.get(`${file.base}/made/${idOf(address)}`)
  expect(answer.status).toBe(410)
  expect(answer.body).toContain('Have it made anew')
})

test('words that are removed take what was made of them along, before it is looked at again', async () => {
  await ask()
  const common = { areaId: here.server.borough.area, caseId: file.id }
  const by = (who: 'eastWorker' | 'manager') => {
    const { post, agency } = here.server.borough.people[who]
    return { postId: post, agencyId: agency }
  }
  const which = { part: 'said', field: 'seen', passage: null } as const
  const asking = { ...common, submissionId: newId(), by: by('eastWorker'), root: first, which, why: 'x' }
  const { ids } = await askRedaction(here.server.ledger, { ...asking, ground: 'somebody-else' })
  await approveRedaction(here.server.ledger, {
    ...common,
    submissionId: newId(),
    by: by('manager'),
    asked: ids[0] ?? '',
  })
  expect((await here.server.db.owner.query('select 1 from made_document')).rowCount).toBe(0)
})

test('after a day it is gone, and what cannot be made says so', async () => {
  const { ledger, clock } = here.server
  const address = await ask()
  await makeAll()
  clock.instant += 24 * 60 * 60 * 1000
  worker = await here.signedIn('eastworker')
  expect((await worker.get(address)).status).toBe(404)
  expect(await deleteOldMade(ledger.recorder, ledger.now())).toBe(1)
  const { practitioner, post } = here.server.borough.people.eastWorker
  const broken = {
    areaId: here.server.borough.area,
    caseId: file.id,
    practitionerId: practitioner,
    postId: post,
    submissionId: newId(),
    what: 'chronology',
    form: 'scroll',
    content: {},
    parts: 1,
    at: ledger.now(),
  }
  const id = await askToMake(ledger.recorder, broken)
  await makeAll()
  const page = await worker.get(`/making/${id}`)
  expectAccessible(page.body)
  expect(page.body).toContain('It could not be made')
  await finishMaking(
    ledger.recorder,
    { areaId: broken.areaId, id, form: 'pdf', content: null },
    Buffer.from('x'),
    ledger.now(),
  )
  expect((await worker.get(`/making/${id}`)).body).toContain('It could not be made')
})

test('a server that listens makes what was asked for, and ends with it', async () => {
  const address = await ask()
  const stop = keepMaking(here.server.ledger, log, 20)
  try {
    const isFinished = async () =>
      (JSON.parse((await worker.get(address, { accept: 'application/json' })).body) as { isFinished: boolean })
        .isFinished
    await expect.poll(isFinished, { timeout: 20_000 }).toBe(true)
  } finally {
    await stop()
  }
})
