import { beforeAll, describe, expect, test } from 'vitest'
import { date, expectAccessible, on } from '../../../test/given-case.ts'
import { smallCaseload } from '../../../test/small-caseload.ts'
import type { Visitor } from '../../../test/visitor.ts'

// Tuesday 14 April 2026. A referral is acknowledged and decided on within one working day.
let here: Awaited<ReturnType<typeof smallCaseload>>
let worker: Visitor
let manager: Visitor
beforeAll(async () => {
  here = await smallCaseload()
  worker = await here.signedIn('eastworker')
  manager = await here.signedIn('manager')
})

type Child = Awaited<ReturnType<typeof here.child>>
const form = ({ reference }: Child) => `/case/${reference}/record/departure-explained`
const because = (reason: string) => ({ ...date('2026-04-14'), reason, words: 'Grandmother kept him safe.' })

/** The id of a duty of a child, as its links say it. */
async function dutyOf({ reference }: Child, rule: string) {
  const { body } = await manager.get(`/case/${reference}?duties=all`)
  const id = new RegExp(`duty\\?id=(${rule}[^"]*)"`).exec(body)?.[1] ?? ''
  return { id: decodeURIComponent(id), page: `/case/${reference}/duty?id=${id}` }
}

/** Received on Wednesday 8 April, acknowledged in time; decided on only on Friday 10 April, if at all. */
function referred(surname: string, isDecided = true) {
  return here.child({
    surname,
    worker: 'eastWorker',
    facts: [
      ['referral-received', '2026-04-08'],
      ['referral-acknowledged', '2026-04-09'],
      ...(isDecided ? [['referral-decided', '2026-04-10', { outcome: 'early-help' }] as const] : []),
    ],
  })
}

describe('the page of a duty', () => {
  test('asks why where it is overdue or was met late, and shows the reason, who gave it and who decided', async () => {
    const child = await referred('Asked', false)
    const { id, page } = await dutyOf(child, 'decide-on-referral')
    const before = (await worker.get(page)).body
    expect(before).toMatch(/Why it is late[\s\S]*No reason is recorded yet/)
    const href = /href="([^"]*departure-explained[^"]*)"/.exec(before)?.[1] ?? ''
    expect(href).toBe(`${form(child)}?answers-duty=${encodeURIComponent(id)}`)
    const opened = await worker.get(href)
    expectAccessible(opened.body)
    expect(opened.body).toMatch(/What this explains[\s\S]*Decide what happens next[\s\S]*3 working days late/)
    expect(opened.body).toContain(`name="answers-duty" value="${id}"`)
    const { post } = here.borough.people.manager
    const said = { ...because('no-worker'), decidedBy: post, 'answers-duty': id }
    expect((await worker.write(form(child), said)).status).toBe(303)
    const { body } = await worker.get(page)
    expect(body).toMatch(/Why it is late[\s\S]*No worker was allocated[\s\S]*Grandmother kept him safe\./)
    expect(body).toMatch(/Decided by Ruth Calloway · Amira Osei · Harrowmere Council · 14 April 2026/)
    expect(body, 'a reason meets nothing').toContain('3 working days late')
    await child.fact('referral-decided', '2026-04-14', { data: { outcome: 'early-help' } })
    expect((await worker.get(page)).body).toMatch(/Why it was late[\s\S]*No worker was allocated/)
  })

  test('does not ask where it was met in time', async () => {
    const child = await referred('Punctual')
    const { body } = await worker.get((await dutyOf(child, 'acknowledge-referral')).page)
    expect(body).toContain('Met on 9 April 2026')
    expect(body).not.toContain('departure-explained')
  })

  test('a reason that was struck out is none', async () => {
    const child = await referred('Withdrawn')
    const { id, page } = await dutyOf(child, 'decide-on-referral')
    await worker.write(form(child), { ...because('other'), 'answers-duty': id })
    const given = (await worker.get(page)).body
    expect(given).toContain('Something else')
    const root = await rootOf(child)
    const seen = String((await here.factsOf(child.id)).length)
    await worker.get(`/case/${child.reference}/fact/${root}/strike-out`)
    await worker.write(`/case/${child.reference}/fact/${root}/strike-out`, { reason: 'Not so', 'case-seen': seen })
    expect((await worker.get(page)).body).toMatch(/Why it was late[\s\S]*No reason is recorded yet/)
  })
})

const rootOf = async ({ id }: Child) =>
  (
    await here.server.db.owner.query<{ root: string }>(
      `select root from fact where case_id = $1 and kind = 'departure-explained'`,
      [id],
    )
  ).rows[0]?.root

describe('the form of a reason', () => {
  test('asks which duty where no link said so, and takes none that is not late', async () => {
    const child = await referred('Which')
    const { id } = await dutyOf(child, 'decide-on-referral')
    const inTime = (await dutyOf(child, 'acknowledge-referral')).id
    const { body } = await worker.get(form(child))
    expectAccessible(body)
    expect(body).toMatch(/What was late or not done\?[\s\S]*Met late, on 10 April 2026/)
    expect(body).toContain(`value="${id}"`)
    expect(body).not.toContain(inTime)
    for (const answers of [{}, { 'answers-duty': inTime }]) {
      const { status, body } = await worker.write(form(child), { ...because('other'), ...answers })
      expect(status).toBe(422)
      expect(body).toMatch(/href="#f-answers-duty"[^>]*>Select what was late or not done/)
      expect(body).toContain('Grandmother kept him safe.')
    }
    expect(await rootOf(child)).toBeUndefined()
    expect((await worker.write(form(child), { ...because('other'), 'answers-duty': 'nothing/at/all' })).status).toBe(
      404,
    )
  })

  test('needs a reason from the list and words', async () => {
    const child = await referred('Silent')
    const { id } = await dutyOf(child, 'decide-on-referral')
    const { status, body } = await worker.write(form(child), { ...date('2026-04-14'), 'answers-duty': id })
    expect(status).toBe(422)
    expect(body).toContain('href="#f-reason"')
    expect(body).toContain('href="#f-words"')
  })

  test('where nothing is late it says so', async () => {
    const child = await here.child({ surname: 'Quiet' })
    expect((await worker.get(form(child))).body).toContain('there is nothing to explain')
    expect((await worker.write(form(child), because('other'))).status).toBe(422)
  })
})

test('what meets a duty late is answered with how late it was and the way to say why', async () => {
  const child = await referred('Told', false)
  const { id } = await dutyOf(child, 'decide-on-referral')
  const address = `/case/${child.reference}/record/referral-decided`
  await worker.get(address)
  const said = { ...date('2026-04-14'), outcome: 'early-help', reasons: 'x' }
  const { body } = await worker.get((await worker.write(address, said)).to)
  const href = `${form(child)}?answers-duty=${encodeURIComponent(id)}`
  expect(body).toMatch(/This met: Decide what happens next[\s\S]*This was 3 working days late\.[\s\S]*Say why/)
  expect(body).toContain(`href="${href}"`)
  await worker.write(form(child), { ...because('family-away'), 'answers-duty': id })
  expect((await worker.get(`/case/${child.reference}`)).body).toMatch(
    /Delay or departure explained[\s\S]*Decide what happens next[\s\S]*in hospital or away/,
  )
})

test('lists of what is late say why; the overview counts the reasons that the post may see', async () => {
  here = await smallCaseload()
  worker = await here.signedIn('eastworker')
  manager = await here.signedIn('manager')
  const [away, , other] = [await referred('Away'), await referred('Unsaid'), await referred('Overdue', false)]
  const west = await here.child({ surname: 'West', team: 'west', facts: [['referral-received', '2026-04-08']] })
  const hidden = await here.child({
    surname: 'Hidden',
    restriction: 'restricted',
    facts: [['referral-received', '2026-04-08']],
  })
  const explain = async (child: Child, reason: string, rule = 'decide-on-referral') => {
    const { rows } = await here.server.db.owner.query<{ id: string }>(
      'select id from duty where case_id = $1 and rule = $2',
      [child.id, rule],
    )
    return child.fact('departure-explained', '2026-04-14', { data: { reason }, answers: rows[0]?.id ?? '' })
  }
  await explain(away, 'other')
  // The latest reason counts, as it was corrected.
  const root = await explain(away, 'family-asked')
  const seen = (await here.factsOf(away.id)).length
  const corrected = { act: 'correct', caseId: away.id, root, seen, happened: on('2026-04-14') } as const
  await here.server.record('eastWorker', { acts: [{ ...corrected, data: { reason: 'family-away' }, narrative: {} }] })
  await explain(other, 'another-agency')
  await explain(west, 'no-worker')
  await explain(hidden, 'manager-decided')
  const late = (await manager.get('/due?scope=team&show=late-this-month')).body
  expect(late).toMatch(/Away[\s\S]*Why: The child or family was in hospital or away[\s\S]*Unsaid/)
  expect(late).toContain('it was due on 9 April 2026. No reason is recorded')
  expect(late).not.toContain('asked for another time')
  expect((await manager.get('/due?scope=team&show=overdue')).body).toContain(
    '3 working days late (due 9 April 2026). Why: Waiting for another agency',
  )
  const counted = async (who: string) => {
    const { body } = await (await here.signedIn(who)).get('/overview')
    const table = body.slice(body.indexOf('id="reasons"')).split('</table>')[0] ?? ''
    return [...table.matchAll(/<th scope="row"[^>]*>([^<]*)<\/th><td[^>]*>(\d+)/g)].map(([, why, many]) => [why, many])
  }
  // West and Hidden owe two each: the decision, and telling the referrer.
  expect(await counted('eastworker')).toEqual([
    ['A manager decided so', '1'],
    ['The child or family was in hospital or away', '1'],
    ['Waiting for another agency', '1'],
    ['No reason is recorded yet', '2'],
  ])
  expect(await counted('westworker')).toEqual([
    ['No worker was allocated, or staff were absent', '1'],
    ['No reason is recorded yet', '1'],
  ])
})
