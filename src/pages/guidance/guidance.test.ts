import { beforeAll, expect, test } from 'vitest'
import { date, expectAccessible, given } from '../../../test/given-case.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { newId } from '../../platform/identifier.ts'

let here: Awaited<ReturnType<typeof given>>
let worker: Visitor
let teacher: Visitor
beforeAll(async () => {
  here = await given()
  worker = await here.signedIn('eastworker')
  teacher = await here.signedIn('teacher')
})

const heading = (body: string, rule: string) => {
  const from = body.indexOf(`id="rule-${rule}"`)
  return from < 0 ? '' : body.slice(from, body.indexOf('</article>', from)).replaceAll(/\s+/g, ' ')
}

test('whoever is signed in reads the guidance by chapter; who is not, does not', async () => {
  for (const visitor of [worker, teacher]) {
    const { status, body } = await visitor.get('/guidance')
    expect(status).toBe(200)
    expectAccessible(body)
    for (const chapter of ['Chapter 1', 'Chapter 2', 'Chapter 3', 'Chapter 4', 'Chapter 5'])
      expect(body).toContain(chapter)
    expect(body).toContain('href="/guidance/procedure/initial-conference"')
  }
  expect((await here.server.visitor().get('/guidance')).to).toMatch(/^\/sign-in/)
  expect((await worker.get('/guidance/procedure/no-such')).status).toBe(404)
})

test('a duty stands with who, limit, force, source, whether it is confirmed, and from when', async () => {
  const { body } = await worker.get('/guidance/procedure/initial-conference')
  expectAccessible(body)
  const duty = body.slice(body.indexOf('id="hold-initial-conference"')).split('</article>')[0]
  for (const said of ['within 15 working days', 'Should', 'Confirmed from a source at hand', 'From 4 July 2018'])
    expect(duty).toContain(said)
})

test('law, guidance and local policy are told apart in words, and a limit of the area is shown as its own', async () => {
  const { body } = await worker.get('/guidance/procedure/section-47-enquiry')
  expect(body).toMatch(/>Law<\/strong>/)
  expect(body).toMatch(/>Guidance<\/strong>/)
  await here.server.db.owner.query(
    `insert into local_policy (area_id, key, from_day, amount, unit, approved_by) values ($1, 'core-group', '2026-01-01', 42, 'days', 'test')`,
    [here.server.borough.area],
  )
  const local = (await worker.get('/guidance/procedure/core-group')).body
  expect(local).toMatch(/>Local policy<\/strong>[\s\S]*within 42 days \(local policy: core groups after the first\)/)
})

test('two editions stand rule by rule, at first what differs; what is carried on says that it is inherited', async () => {
  const differs = (await worker.get('/guidance/compare?one=wt2018&other=wt2023')).body
  expectAccessible(differs)
  expect(heading(differs, 'hold-initial-conference')).toBe('')
  expect(differs).toMatch(/Only under[^<]*\(2023\): “A parent or carer in custody”/)
  const all = (await worker.get('/guidance/compare?one=wt2018&other=wt2023&show=all')).body
  expectAccessible(all)
  expect(heading(all, 'hold-initial-conference')).toMatch(
    /Carried on<.*Inherited from Working Together to Safeguard Children \(2018\), July 2018 print/,
  )
})

test('the fourth ground of an allegation came with the print of December 2020', async () => {
  const { body } = await worker.get('/guidance/compare?one=wt2018&other=wt2018-dec2020')
  expect(body).toContain('Behaved, or may have, in a way that raises doubt whether they are suited')
  expect((await worker.get('/guidance/compare?one=wt2018-dec2020&other=wt2023')).body).not.toContain('Behaved, or may')
})

test('what an edition says beside forms, in other words, or through a companion shows as that', async () => {
  const prints = (await worker.get('/guidance/compare?one=wt2018&other=wt2018-dec2020')).body.replaceAll(/\s+/g, ' ')
  expectAccessible(prints)
  expect(prints).toContain('Has the child been admitted to a mental health unit?')
  expect(prints).toContain('consent is seldom the right basis')
  expect(prints).toContain('Children on mental health wards')
  expect(heading(prints, 'assess-risk-outside-home')).toContain('is called assessing risk outside the home')
  const later = (await worker.get('/guidance/compare?one=wt2018-dec2020&other=wt2023')).body
  expect(heading(later, 'allocate-assessment-lead')).toContain('Only in the second')
  expect(heading(later, 'give-assessment-to-social-worker')).toContain('Holds no more')
  const all = (await worker.get('/guidance/compare?one=wt2018-dec2020&other=wt2023&show=all')).body
  expect(all.replaceAll(/\s+/g, ' ')).toContain('Said beside it by Child Safeguarding Practice Review Panel')
  for (const pair of ['one=wt2015&other=wt2018', 'one=wt2026&other=cwsa2026'])
    expect((await worker.get(`/guidance/compare?${pair}`)).body).not.toMatch(/regimeOn|isCommenced/)
})

test('an edition of which nothing is encoded says so, and so does one that is known from summaries only', async () => {
  expect((await worker.get('/guidance/compare?one=wt2015&other=wt2018')).body).toContain(
    'No rule of it is encoded here, so nothing is said to be missing from it',
  )
  expect((await worker.get('/guidance/compare?one=wt2023&other=wt2026')).body).toContain(
    'Known here from summaries only',
  )
})

test('beside the Act stands whether each of its sections is in force, as a data lead named the day', async () => {
  const act = '/guidance/compare?one=wt2026&other=cwsa2026'
  expect((await worker.get(act)).body).toContain('Not in force: no day is named for section 1')
  const lead = await here.signedIn('datalead')
  const words = { regulations: 'Regulations', 'approved-by': 'Mara Lund, director', why: 'Made.', seen: 'none' }
  const named = await lead.write(
    '/commencement/cwsa2026-s1',
    { ...words, ...date('2026-05-01', 'begins'), previewed: '2026-05-01' },
    newId(),
  )
  expect(named.status).toBe(303)
  expect((await worker.get(act)).body).toContain('From 1 May 2026: section 1')
})

test('what is no edition is answered with the first comparison; one edition with itself asks for another', async () => {
  expect((await worker.get('/guidance/compare?one=nonsense&other=%3Cb%3E')).body).toContain('December 2020 revision')
  expect((await worker.get('/guidance/compare?one=wt2018&other=wt2018')).body).toContain('These are the same edition')
})

test('from a duty one link leads to which edition says what', async () => {
  const opened = await here.newCase()
  await opened.fact('referral-received', '2026-04-13', { data: { source: '2A' } })
  const { rows } = await here.server.db.owner.query<{ id: string }>(
    `select id from duty where case_id = $1 and rule = 'decide-on-referral'`,
    [opened.id],
  )
  const { body } = await worker.get(`/case/${opened.reference}/duty?id=${encodeURIComponent(rows[0]?.id ?? '')}`)
  expect(body).toContain('href="/guidance/procedure/referral#decide-on-referral"')
})
