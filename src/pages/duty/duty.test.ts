import { beforeAll, expect, test } from 'vitest'
import { given, on } from '../../../test/given-case.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { disclose } from '../../ledger/disclose.ts'
import { newId } from '../../platform/identifier.ts'

let here: Awaited<ReturnType<typeof given>>
let worker: Visitor
let base: string
let href: string

beforeAll(async () => {
  here = await given()
  worker = await here.signedIn('eastworker')
  const { reference, fact } = await here.newCase()
  base = `/case/${reference}`
  await fact('referral-received', '2026-03-23', { data: { source: '2A' }, narrative: { reason: 'Marks' } })
  await fact('strategy-discussion-held', '2026-03-25', { data: { outcome: 'section-47' } })
  const { body } = await worker.get(base)
  href = (/href="([^"]*duty\?id=hold-initial-conference[^"]*)"/.exec(body)?.[1] ?? '').replaceAll('&amp;', '&')
})

test('says from what the day is counted, which days are skipped and why, and where it is written', async () => {
  const { status, body } = await worker.get(href)
  expect(status).toBe(200)
  // 25 March and 15 working days, over Good Friday and Easter Monday.
  for (const words of [
    '25 March 2026',
    'within 15 working days',
    '3 April 2026: Good Friday',
    '6 April 2026: Easter Monday',
    '17 April 2026',
    'T1-ICPC-01',
  ]) {
    expect(body).toContain(words)
  }
  expect(body).not.toContain('about 25 March')
})

test('its button opens the form with this duty chosen', async () => {
  const { body } = await worker.get(href)
  const button = (/href="([^"]*\/record\/[^"]*)"/.exec(body)?.[1] ?? '').replaceAll('&amp;', '&')
  const form = await worker.get(button)
  expect(form.body).toContain('This answers a duty')
  expect(form.body).toMatch(/name="answers-duty" value="hold-initial-conference\//)
})

test('a duty that is not owed is not found', async () => {
  expect((await worker.get(`${base}/duty?id=hold-initial-conference/x/y`)).status).toBe(404)
})

test('who looked at the file is listed, this look included', async () => {
  const { status, body } = await worker.get(`${base}/readers`)
  expect(status).toBe(200)
  expect(body).toMatch(/Amira Osei[\s\S]*One duty/)
})

test('no conference although harm goes on: the file and the duty say that it departs from the guidance, and by whose decision', async () => {
  const { id: caseId, reference, fact } = await here.newCase()
  await fact('strategy-discussion-held', '2026-03-25', { data: { outcome: 'section-47' } })
  const outcome = { outcome: 'substantiated-continuing-harm', conferenceNeeded: false }
  const { manager } = here.server.borough.people
  const root = await fact('section-47-enquiry-concluded', '2026-04-10', {
    data: { ...outcome, signedOffBy: [manager.post] },
  })
  const file = await worker.get(`/case/${reference}`)
  const page = (/href="([^"]*duty\?id=hold-initial-conference[^"]*)"/.exec(file.body)?.[1] ?? '').replaceAll(
    '&amp;',
    '&',
  )
  const said = ['>Departure<', 'this departs from the guidance', 'Signed off by Ruth Calloway, Team manager']
  for (const body of [file.body, (await worker.get(page)).body]) for (const words of said) expect(body).toContain(words)
  await here.server.record('eastWorker', {
    acts: [
      {
        act: 'correct',
        caseId,
        root,
        seen: 3,
        happened: on('2026-04-10'),
        data: outcome,
        narrative: {},
      },
    ],
  })
  expect((await worker.get(page)).body).toContain(
    'Recorded by Amira Osei, Social worker, East team; nobody is named who signed it off',
  )
})

test('who may not see what ended a duty is not told that it departs', async () => {
  const { id, reference, fact } = await here.newCase()
  const root = await fact('strategy-discussion-held', '2026-03-25', { data: { outcome: 'section-47' } })
  await fact('section-47-enquiry-concluded', '2026-04-10', {
    data: { outcome: 'substantiated-continuing-harm', conferenceNeeded: false },
  })
  const { borough, ledger } = here.server
  await disclose(ledger, {
    areaId: borough.area,
    caseId: id,
    submissionId: newId(),
    by: { postId: borough.people.eastWorker.post, agencyId: borough.agencies.authority },
    toAgencyIds: [borough.agencies.school],
    roots: [root],
    basis: 'ca1989-s47',
    necessity: 'The school sees her each day.',
    familyTold: 'yes',
  })
  const { body } = await (await here.signedIn('teacher')).get(`/case/${reference}`)
  expect(body).toContain('because of a record you may not see')
  expect(body).not.toContain('epart')
})
