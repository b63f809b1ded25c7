import { beforeAll, expect, test } from 'vitest'
import { date, expectAccessible, given } from '../../../test/given-case.ts'
import type { Visitor } from '../../../test/visitor.ts'

let here: Awaited<ReturnType<typeof given>>
let worker: Visitor
beforeAll(async () => {
  here = await given()
  worker = await here.signedIn('eastworker')
})

/** A child with an accepted referral, of whom nothing else is known. */
async function newReferral() {
  const aria = await here.newCase()
  await aria.fact('child-born', '2015-05-06', { data: { sex: 'F' } })
  const referral = await aria.fact('referral-received', '2026-04-09', {
    data: { source: '2A', primaryNeed: 'N1' },
    narrative: { reason: 'Marks on both arms' },
  })
  await aria.fact('referral-decided', '2026-04-10', {
    data: { outcome: 'section-17-assessment' },
    narrative: { reasons: 'The marks are not explained' },
  })
  return { ...aria, referral }
}

test('a correction that is checked says what the census would query once it is made', async () => {
  const { address, reference, referral } = await newReferral()
  const recorded = await worker.write(`${address}/assessment-started`, {
    ...date('2026-04-13'),
    'continues-fact': referral,
  })
  expect(recorded.status).toBe(303)
  const root = /recorded=([\da-f-]{36})/.exec(recorded.to)?.[1]
  const form = `/case/${reference}/fact/${root}/correct`
  await worker.get(form)
  const typed = { ...date('2026-04-07'), reason: 'The minutes say so.', _check: 'yes' }
  const { status, body } = await worker.write(form, typed)
  expect(status).toBe(200)
  expectAccessible(body)
  expect(body).toMatch(/This will be queried by the census[\s\S]*No assessment starts before its referral/)
  const right = await worker.write(form, { ...typed, ...date('2026-04-14') })
  expect(right.body).not.toContain('This will be queried')
})

test('a form that is checked says what the census would query, with the number of the rule, and stops nobody', async () => {
  const { address, referral, reference } = await newReferral()
  const form = `${address}/assessment-started`
  await worker.get(form)
  const typed = { ...date('2026-04-07'), 'continues-fact': referral }
  const { status, body } = await worker.write(form, { ...typed, _check: 'yes' })
  expect(status).toBe(200)
  expectAccessible(body)
  expect(body).toMatch(
    /This will be queried by the census[\s\S]*No assessment starts before its referral[\s\S]*Rule 1103/,
  )
  // What was queried before this was typed is no part of it.
  expect(body).not.toContain('Rule 4220')
  const right = await worker.write(form, { ...date('2026-04-13'), 'continues-fact': referral, _check: 'yes' })
  expect(right.body).not.toContain('This will be queried')
  // Whoever is sure of the day records it.
  const recorded = await worker.write(form, { ...typed, 'is-sure': 'yes' })
  expect(recorded.status).toBe(303)
  const after = await worker.get(recorded.to)
  expect(after.body).toMatch(/This will be queried by the census[\s\S]*rule 1103/)
  expect((await worker.get(`/case/${reference}`)).body).not.toContain('queried by the census')
})

test('a pupil number is checked as it is typed', async () => {
  const { address } = await newReferral()
  const form = `${address}/child-identified`
  await worker.get(form)
  const typed = { ...date('2026-04-13'), scheme: 'upn', identifier: 'A801200001001' }
  expect((await worker.write(form, { ...typed, _check: 'yes' })).body).toContain('Rule 1510')
})

test('whoever answers for the data sees the list on the file, with what to correct and what to record', async () => {
  const { reference } = await newReferral()
  const manager = await here.signedIn('manager')
  expect((await manager.get(`/case/${reference}`)).body).toMatch(/What the census will query \(3\)/)
  const { status, body } = await manager.get(`/case/${reference}/census`)
  expect(status).toBe(200)
  expectAccessible(body)
  // No ethnicity, no disability, no pupil number, and nothing else; of the year to March 2026 nothing is asked.
  expect([...body.matchAll(/Rule (\w+)/g)].map(([, code]) => code)).toEqual(['4220', '8540', '8770Q'])
  expect(body).toContain('Census of the year to 31 March 2027: 3 points')
  expect(body).toContain(`href="/case/${reference}/record/child-described"`)
  expect((await worker.get(`/case/${reference}/census`)).status).toBe(403)
  expect((await worker.get(`/case/${reference}`)).body).not.toContain('What the census will query')
})

test('of the year that ended, what came after its last day is not told: what closed since was open then', async () => {
  const aria = await here.newCase()
  await aria.fact('child-born', '2022-05-06', { data: { sex: 'F' } })
  await aria.fact('child-described', '2025-06-02', { data: { ethnicity: 'WBRI', disabilities: ['NONE'] } })
  await aria.fact('referral-received', '2026-02-02', { data: { source: '2A', primaryNeed: 'N1' } })
  await aria.fact('assessment-started', '2026-02-03')
  await aria.fact('assessment-authorised', '2026-03-20', { data: { factors: ['16A'] } })
  await aria.fact('case-closed', '2026-04-13', { data: { reason: 'RC7' } })
  const { body } = await (await here.signedIn('datalead')).get(`/case/${aria.reference}/census`)
  expect([...body.matchAll(/Rule (\w+)/g)].map(([, code]) => code)).toEqual([])
})

test('what the reader may not see is not looked at', async () => {
  const { reference, id, referral } = await newReferral()
  const { agencies } = here.server.borough
  // The school records a start of the assessment of its own, which the authority is not told of.
  await here.server.record('eastWorker', {
    by: { postId: null, agencyId: agencies.school },
    acts: [
      {
        act: 'record',
        caseId: id,
        kind: 'assessment-started',
        happened: { from: '2026-04-01', to: '2026-04-01', certainty: 'day', at: null },
        about: referral,
        data: {},
        narrative: {},
      },
    ],
  })
  const { body } = await (await here.signedIn('manager')).get(`/case/${reference}/census`)
  expect(body).not.toContain('Rule 1103')
})
