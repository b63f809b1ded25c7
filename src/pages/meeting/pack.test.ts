/** Papers of a meeting: the day on which it was held; long ones are made beside requests, with progress shown, and kept for whoever asked. */
import { extractText, getDocumentProxy } from 'unpdf'
import { expect, test } from 'vitest'
import { expectAccessible } from '../../../test/given-case.ts'
import { dated, givenMeetings, rootIn } from '../../../test/given-meeting.ts'
import { makeNext } from '../../jobs/make-documents.ts'
import { newId } from '../../platform/identifier.ts'
import { createLog } from '../../platform/log.ts'

test('papers say the day on which a meeting was held, where it was planned for another', async () => {
  const { here, worker, call, closing } = await givenMeetings()
  const address = await call(await here.child('Heldearlier'), dated('plannedFor', '2026-04-28'))
  await worker.write(`${address}/close`, closing())
  const cookie = [...worker.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const url = `${address}/papers.pdf?for=agency`
  const { rawPayload } = await here.server.app.inject({ url, headers: { host: 'localhost', cookie } })
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(rawPayload)), { mergePages: true })
  expect(text).toContain('14 April 2026 at 08:30')
  expect(text).not.toContain('28 April 2026')
})

test('papers that are long are asked for, made in a job, and withhold what papers made at once withhold', async () => {
  const { here, worker, police, today, call, closing } = await givenMeetings()
  const child = await here.child('Longpack')
  const address = await call(child)
  await worker.write(`${address}/close`, closing())
  const lines = Array.from(
    { length: 1200 },
    (_, at) => `Point ${at}: what was said of the home that morning, and by whom.`,
  )
  const sent = await worker.write(`${address}/minutes`, {
    ...dated('happened', today()),
    sentTo: [here.agencies.police, here.agencies.surgery],
    minutes: `${lines.join('\n')}\n[not to parents: The aunt rang.]`,
  })
  expect(sent.status).toBe(303)

  const pack = `${address}/pack?for=parents`
  expect((await worker.get(`${address}/papers.pdf?for=parents`)).to).toBe(pack)
  const page = await worker.get(pack)
  expectAccessible(page.body)
  expect(page.body).toContain('These papers are long')
  const what = /name="what" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
  const submission = newId()
  const ask = () => worker.post(`${child.base}/documents`, { _submission: submission, what, form: 'pdf' })
  const making = (await ask()).to
  expect(making).toMatch(/^\/making\//)
  expect((await ask()).to).toBe(making)
  const waiting = await worker.get(making)
  expectAccessible(waiting.body)
  expect(waiting.body).toContain('Papers of a meeting, for parents or carers')
  expect(waiting.body).toMatch(/<progress[^>]*value="0"/)
  expect(await makeNext(here.server.ledger, createLog('silent'))).toBe(true)
  expect((await worker.get(`${child.base}/documents`)).body).toContain(
    'Papers of a meeting, for parents or carers as PDF',
  )

  const file = `${child.base}/made/${making.split('/').at(-1)}`
  const cookie = [...worker.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const { rawPayload, headers } = await here.server.app.inject({ url: file, headers: { host: 'localhost', cookie } })
  expect(headers['content-disposition']).toContain('papers-')
  const { text, totalPages } = await extractText(await getDocumentProxy(new Uint8Array(rawPayload)), {
    mergePages: true,
  })
  expect(totalPages).toBeGreaterThan(25)
  expect(text).toContain('Point 799')
  expect(text).not.toContain('The aunt rang')

  // Whoever did not call the meeting has no papers made; nobody else has those of the worker; words of no document make none.
  await police.get(`${child.base}/documents`)
  expect((await police.post(`${child.base}/documents`, { _submission: newId(), what, form: 'pdf' })).status).toBe(403)
  expect((await police.get(file)).status).toBe(404)
  const nothing = { _submission: newId(), what: `${what} agency`, form: 'pdf' }
  expect((await worker.post(`${child.base}/documents`, nothing)).to).toBe(`${child.base}/documents`)
}, 60_000)

test('papers of a family say once that not all is in them, and show neither how many words are withheld nor where', async () => {
  const { here, worker, police, gp, call, record, closing, today } = await givenMeetings()
  const child = await here.child('Ungapped')
  const address = await call(child)
  const root = rootIn(address)
  await record(gp, child.base, 'meeting-report-given', root, {
    familyReads: 'part',
    known: 'Seen in May. She named [third party: her aunt Jo] to us. Weight as it should be.',
    worries: '[risk: He has a key.]',
    heldBack: 'Who rang us.',
  })
  await record(police, child.base, 'meeting-report-given', root, { familyReads: 'all', known: '[risk: He is armed.]' })
  await worker.write(`${address}/close`, closing())
  const minutes = 'We met. [not to parents: The aunt rang.] We decided.'
  await worker.write(`${address}/minutes`, { ...dated('happened', today()), sentTo: here.agencies.police, minutes })

  const page = await worker.get(`${address}/pack?for=parents`)
  expectAccessible(page.body)
  expect(page.body).toContain('a sentence in which words are marked is left out whole')
  const cookie = [...worker.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const textFor = async (reader: string) => {
    const url = `${address}/papers.pdf?for=${reader}`
    const { rawPayload } = await here.server.app.inject({ url, headers: { host: 'localhost', cookie } })
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(rawPayload)), { mergePages: true })
    return text.replaceAll(/\s+/g, ' ')
  }
  const text = await textFor('parents')
  expect(text).toContain('Seen in May. Weight as it should be.')
  expect(text).toContain('We met. We decided.')
  expect(text.split('Not all that was written is in these papers.')).toHaveLength(2)
  for (const words of ['withheld', 'parts are', 'She named', 'What worries them', 'Harrowmere Police', 'aunt'])
    expect(text).not.toContain(words)
  expect(await textFor('agency')).toContain('[third party: her aunt Jo]')
})
