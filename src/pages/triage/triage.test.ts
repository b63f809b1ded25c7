import { beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible, on } from '../../../test/given-case.ts'
import { givenReferrals, rowOf } from '../../../test/given-referrals.ts'
import { smallCaseload } from '../../../test/small-caseload.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { compareSome } from '../../ledger/possible-matches.ts'
import { withContext } from '../../platform/database.ts'
import { type Show, shows } from './ask.ts'
import { readQueue } from './queue.ts'

// Tuesday 14 April 2026, ten in the morning. Good Friday was on 3 April, Easter Monday on 6 April.
let here: Awaited<ReturnType<typeof givenReferrals>>
const visitors = new Map<string, Visitor>()

beforeAll(async () => {
  here = await givenReferrals()
  const { school, police } = here.borough.agencies
  await here.referred('Fresh', '2026-04-14', { forenames: 'Aria', bornOn: '2019-02-01' })
  const waits = await here.referred('Waits', '2026-04-13', { source: '6', bornOn: '2019-02-01' })
  const [first = ''] = await here.asks(waits, [school, police])
  await here.answer(waits, first, 'teacher')
  const answered = await here.referred('Answered', '2026-04-13')
  const [only = ''] = await here.asks(answered, [school])
  await here.answer(answered, only, 'teacher')
  const proposed = await here.referred('Proposed', '2026-04-10', { source: '3B' })
  await here.proposes(proposed, { outcome: 'early-help', proposedBy: [here.posts.duty.post] })
  const asked = await here.referred('Asked', '2026-03-30')
  await here.proposes(asked, { outcome: 'early-help', secondLook: [here.posts.manager.post] })
  const agreed = await here.referred('Agreed', '2026-04-13')
  const look = await here.proposes(agreed, { outcome: 'section-17-assessment' })
  await agreed.fact('referral-decision-looked-at', '2026-04-14', {
    about: look,
    data: { view: 'agrees', lookedBy: [here.posts.manager.post] },
    narrative: { reasons: 'The school says the same.' },
  })
  const dissent = await here.referred('Dissent', '2026-04-13')
  const contested = await here.proposes(dissent, { outcome: 'no-further-action', proposedBy: [here.posts.duty.post] })
  await dissent.fact('referral-decision-looked-at', '2026-04-14', {
    about: contested,
    data: { view: 'otherwise', instead: 'strategy-discussion', lookedBy: [here.posts.manager.post] },
    narrative: { reasons: 'The bruise is not explained.' },
  })
  await here.child({
    surname: 'Decided',
    facts: [
      ['referral-received', '2026-04-13'],
      ['referral-decided', '2026-04-13', { outcome: 'early-help' }],
    ],
  })
  await here.referred('Hidden', '2026-04-01', { restriction: 'restricted' })
  await here.referred('Shielded', '2026-04-14', { restriction: 'shielded' })
})

async function see(who: string, address = '/triage') {
  const visitor = visitors.get(who) ?? (await here.signedIn(who))
  visitors.set(who, visitor)
  return visitor.get(address)
}
const namesIn = (html: string) =>
  [...html.matchAll(/gt-duty__who"><a[^>]*>([^<]*)</g)].map(([, name = '']) => name.trim())
const figuresIn = (html: string) => [...html.matchAll(/gt-figures__number">([\d,]+)</g)].map(([, n]) => Number(n))
const countsIn = (html: string) =>
  Object.fromEntries(
    [...html.matchAll(/<li><a[^>]*href="\/triage[^"]*"[^>]*>([^<(]+) \(([\d,]+)\)/g)].map(([, name = '', n]) => [
      name,
      Number(n),
    ]),
  )
describe('who sees which referrals', () => {
  test('the front door sees all that are not decided, the soonest due first; a restricted one is neither listed nor counted', async () => {
    const { status, body } = await see('duty')
    expect(status).toBe(200)
    expectAccessible(body)
    expect(namesIn(body).slice(0, 2)).toEqual(['Asked', 'Proposed'])
    expect(namesIn(body).toSorted()).toEqual(
      ['Agreed', 'Answered', 'Aria Fresh', 'Asked', 'Dissent', 'Proposed', 'Shielded', 'Waits'].toSorted(),
    )
    expect(body).not.toContain('Hidden')
    expect(body).not.toContain('>Decided')
    expect(countsIn(body)).toEqual({
      All: 8,
      'New, or all answers in': 3,
      Waiting: 1,
      Proposed: 4,
      Overdue: 2,
    })
    expect(figuresIn(body)).toEqual([2, 4, 4])
  })

  test('the manager of the team sees the restricted one as such, and no shielded one of another team', async () => {
    const { body } = await see('manager')
    expect(rowOf(body, 'Hidden')).toContain('Restricted')
    expect(countsIn(body)['All']).toBe(9)
  })

  test.each(['eastworker', 'chair', 'support', 'datalead', 'privacyofficer', 'teacher', 'police'])(
    '%s has no such page, and no link to it',
    async who => {
      expect((await see(who)).status).toBe(403)
      expect((await see(who, '/due')).body).not.toContain('href="/triage"')
    },
  )

  test('who may see it finds it among the main pages', async () => {
    expect((await see('duty', '/due')).body).toContain('href="/triage"')
  })
})

describe('how far each has come', () => {
  test.each([
    [
      'Fresh',
      'aged 7',
      'School, today',
      'Signs of harm: neglect',
      'Main need: family in acute stress',
      'Decision due tomorrow',
      ' New ',
    ],
    ['Waits', 'aged 7', 'Police, yesterday', 'Decision due today', 'Waiting for answers: 1 of 2'],
    ['Answered', 'age not known', 'The answer is in'],
    ['Proposed', 'Health visitor', '1 working day late (due 13 April 2026)', 'Joss Pemberton proposes: Early help'],
    ['Asked', 'Overdue', 'Amira Osei proposes', 'Ruth Calloway is asked for a second look'],
    ['Agreed', 'Second look: Ruth Calloway agrees'],
    ['Dissent', 'Dissent', 'Ruth Calloway would decide otherwise', 'Hold a strategy discussion'],
  ])('%s', async (surname, ...words) => {
    const row = rowOf((await see('duty')).body, surname)
    for (const one of words) expect(row).toContain(one)
  })

  test.each([
    ['new', ['Answered', 'Aria Fresh', 'Shielded']],
    ['waiting', ['Waits']],
    ['proposed', ['Agreed', 'Asked', 'Dissent', 'Proposed']],
    ['overdue', ['Asked', 'Proposed']],
    ['today', ['Agreed', 'Answered', 'Dissent', 'Waits']],
  ])('%s alone, by an address that can be kept', async (show, names) => {
    const { body } = await see('duty', `/triage?show=${show}`)
    expectAccessible(body)
    expect(namesIn(body).toSorted()).toEqual(names)
    expect(body).toMatch(new RegExp(`aria-current="true"|show=${show}`))
  })

  test('what an address says wrongly is left out', async () => {
    const { status, body } = await see('duty', '/triage?show=constructor&after=infinity~x~y')
    expect(status).toBe(200)
    expect(namesIn(body)).toHaveLength(8)
  })

  test('a proposal that was struck out is none; one that was replaced gives way to the later one, with the looks at it', async () => {
    const child = await here.referred('Replaced', '2026-04-14')
    const first = await here.proposes(child, { outcome: 'no-further-action' })
    await child.fact('referral-decision-looked-at', '2026-04-14', {
      about: first,
      data: { view: 'otherwise', lookedBy: [here.posts.manager.post] },
      narrative: { reasons: 'No.' },
    })
    // Nobody looks a second time at what they propose themselves.
    await child.fact('referral-decision-looked-at', '2026-04-14', { about: first, data: { view: 'agrees' } })
    expect(rowOf((await see('duty')).body, 'Replaced')).not.toMatch(/Amira Osei agrees/)
    const second = await here.proposes(child, { outcome: 'early-help' })
    const replaced = rowOf((await see('duty')).body, 'Replaced')
    expect(replaced).toContain('Early help')
    expect(replaced).not.toContain('Dissent')
    const strikeOut = (root: string, seen: number) =>
      here.server.record('eastWorker', {
        acts: [{ act: 'strike-out', caseId: child.id, root, seen, narrative: { reason: 'Another child’s.' } }],
      })
    await strikeOut(second, 6)
    expect(rowOf((await see('duty')).body, 'Replaced')).toMatch(/No further action.*Dissent/)
    await strikeOut(first, 3)
    expect(rowOf((await see('duty')).body, 'Replaced')).toContain(' New ')
    await child.fact('referral-decided', '2026-04-14', {
      about: await here.referralOf(child),
      data: { outcome: 'early-help' },
    })
    expect((await see('duty')).body).not.toContain('Replaced')
  })

  test('a specialist assessment that was asked for leaves it waiting, without a day, last in the list', async () => {
    const child = await here.referred('Specialist', '2026-04-13')
    const about = await here.referralOf(child)
    await here.proposes(child, { outcome: 'specialist-assessment' })
    const asksSpecialist = () =>
      child.fact('referral-decided', '2026-04-14', { about, data: { outcome: 'specialist-assessment' } })
    await asksSpecialist()
    await asksSpecialist()
    const { body } = await see('duty')
    expect(namesIn(body).filter(name => name === 'Specialist')).toHaveLength(1)
    expect(namesIn(body).at(-1)).toBe('Specialist')
    expect(rowOf(body, 'Specialist')).toMatch(/School, yesterday.*No day is set.*Waiting for a specialist assessment/)
    // What they found is decided on for each time that they were asked.
    const { rows } = await here.server.db.owner.query<{ id: string }>(
      `select id from duty where case_id = $1 and rule = 'decide-after-specialist-assessment'`,
      [child.id],
    )
    expect(rows).toHaveLength(2)
    for (const { id: answers } of rows)
      await child.fact('referral-decided', '2026-04-14', { about, answers, data: { outcome: 'early-help' } })
    expect((await see('duty')).body).not.toContain('Specialist')
  })

  test('a referral whose decision was changed after a disagreement is open again, and leaves when it is decided again', async () => {
    const child = await here.referred('Reopened', '2026-04-10')
    const about = await here.referralOf(child)
    await here.proposes(child, { outcome: 'early-help' })
    await child.fact('referral-decided', '2026-04-13', { about, data: { outcome: 'early-help' } })
    expect((await see('duty')).body).not.toContain('Reopened')
    const raised = await child.fact('disagreement-raised', '2026-04-13', { data: { decision: 'referral' } })
    await child.fact('disagreement-answered', '2026-04-14', { about: raised, data: { answer: 'changed' } })
    const { body } = await see('duty')
    // What was proposed before was decided on.
    expect(rowOf(body, 'Reopened')).toMatch(/School.*No day is set.*Open again: the decision was changed/)
    expect(body).toContain(`continues-fact=${about}`)
    await child.fact('referral-decided', '2026-04-14', { about, data: { outcome: 'section-17-assessment' } })
    expect((await see('duty')).body).not.toContain('Reopened')
  })

  test('a file that may be of the same child is named only to who may see both', async () => {
    const twin = { surname: 'Quarrington', bornOn: '2017-03-03', postcode: 'ZZ99 3VZ', facts: [] } as const
    const one = await here.referred('Quarrington', '2026-04-14', {
      ...twin,
      forenames: 'Maud',
      facts: [['referral-received', '2026-04-14']],
    })
    const other = await here.child({ ...twin, forenames: 'Maude' })
    await compareSome(here.server.db.recorder, 50, Date.now, () => false)
    const link = `/case/${one.reference}/same-child/${other.reference}`
    expect((await see('duty')).body).toContain(link)
    await here.server.db.owner.query(
      `update compartment_grant set ends_at = now() where case_id = $1 and holder_id not in (select id from holder where kind = 'team')`,
      [other.id],
    )
    const { body } = await see('duty')
    expect(body).toContain('Quarrington')
    expect(body).not.toContain(other.reference)
  })
})

test('whether the child is safe now stands there where whoever referred said no, or did not know', async () => {
  const { child, signedIn } = await givenReferrals()
  const sent = (surname: string, data: Record<string, unknown>) =>
    child({ surname, facts: [['referral-received', '2026-04-14', { source: '1B', channel: 'public-page', ...data }]] })
  await sent('Unsafe', { safety: 'in-danger' })
  await sent('Unknown', { safety: 'not-known' })
  await sent('Safe', { safety: 'safe' })
  const { body } = await (await signedIn('duty')).get('/triage')
  const row = (name: string) =>
    rowOf(body, name)
      .replaceAll(/<[^>]*>/g, ' ')
      .replaceAll(/\s+/g, ' ')
  expect(row('Unsafe')).toContain('Not safe now as whoever referred said')
  expect(row('Unknown')).toContain('Whether the child is safe now is not known')
  expect(row('Safe')).not.toMatch(/safe now/)
  // Nobody was asked for signs of harm on that page.
  for (const name of ['Unsafe', 'Unknown', 'Safe']) expect(row(name)).not.toContain('No sign of harm')
})

test('a child who is said not to be safe stands on top, once and counted, also behind what is overdue; and not once that is corrected', async () => {
  const here = await givenReferrals()
  const { child, signedIn } = here
  const sent = (surname: string, day: string, data: Record<string, unknown> = {}) =>
    child({ surname, facts: [['referral-received', day, { source: '1B', ...data }]] })
  await sent('Waits', '2026-04-01')
  await sent('Danger', '2026-04-14', { safety: 'in-danger' })
  const lastOf = async (id: string) =>
    (
      await here.server.db.owner.query<{ number: number }>(
        `select number from fact where case_id = $1 and kind = 'referral-received'`,
        [id],
      )
    ).rows[0]?.number ?? 0
  const corrected = await sent('Corrected', '2026-04-14', { safety: 'in-danger' })
  const duty = await signedIn('duty')
  const { body } = await duty.get('/triage')
  expectAccessible(body)
  const top = /<section id="not-safe"[\s\S]*?<\/section>/.exec(body)?.[0] ?? ''
  expect(top.match(/gt-duty__who/g)).toHaveLength(2)
  expect([top.includes('Danger'), top.includes('Waits')]).toEqual([true, false])
  expect(body).toMatch(/href="#not-safe"[\s\S]*not safe now/)
  expect(body.split('Danger').length).toBe(top.split('Danger').length)
  await here.server.record('eastWorker', {
    by: { postId: null, agencyId: here.borough.agencies.authority },
    acts: [
      {
        act: 'correct',
        caseId: corrected.id,
        root: await here.referralOf(corrected),
        seen: await lastOf(corrected.id),
        happened: on('2026-04-14'),
        data: { source: '1B', safety: 'safe' },
        narrative: { correctionReason: 'Rung back.' },
      },
    ],
  })
  const after = /<section id="not-safe"[\s\S]*?<\/section>/.exec((await duty.get('/triage')).body)?.[0] ?? ''
  expect([after.includes('Danger'), after.includes('Corrected')]).toEqual([true, false])
})

test('a long queue goes on where the page before ended, without a referral twice or left out', async () => {
  for (let at = 0; at < 55; at++)
    await here.child({ surname: `Many ${at}`, team: 'west', facts: [['referral-received', '2026-04-01']] })
  const first = await see('duty', '/triage?show=overdue')
  const next = /href="([^"]*after=[^"]*)"/.exec(first.body)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const second = await see('duty', next)
  const all = [...namesIn(first.body), ...namesIn(second.body)]
  expect(namesIn(first.body)).toHaveLength(50)
  expect(all).toHaveLength(57)
  expect(new Set(all).size).toBe(57)
  expect(second.body).toContain('First page')
})

test('a queue of which only the soonest are counted is listed whole: so many or more', async () => {
  const { borough, server, posts } = here
  const { post, agency, practitioner } = posts.duty
  const at = Date.parse('2026-04-14T09:00:00Z')
  const read = (show: Show, most?: number) =>
    withContext(server.db.reader, { post, agency, practitioner }, async client => {
      const wanted = { areaIds: [borough.area], today: { day: '2026-04-14', instant: at }, show, limit: 200 }
      const { counts, rows, looked } = await readQueue(client, { ...wanted, after: undefined }, most)
      const all = [...rows]
      for (let on = looked; on; ) {
        const next = await readQueue(client, { ...wanted, after: on.until }, most)
        all.push(...next.rows)
        on = next.looked
      }
      return { counts, rows: all }
    })
  const whole = await read('all')
  expect(whole.counts.all).toEqual({ number: whole.rows.length, orMore: false })
  for (const show of Object.keys(shows) as Show[]) {
    const { rows, counts } = await read(show, 3)
    expect([show, rows.map(row => row.id)]).toEqual([show, (await read(show)).rows.map(row => row.id)])
    expect([show, rows.length]).toEqual([show, whole.counts[show].number])
    expect([counts.all, counts.overdue]).toEqual([
      { number: 3, orMore: true },
      { number: 3, orMore: true },
    ])
    expect(counts.today).toEqual({
      number: Math.min(3, whole.counts.today.number),
      orMore: whole.counts.today.number > 3,
    })
  }
})

test('an empty queue says what would be here, also where only a filter is empty', async () => {
  const { body } = await see('duty', '/triage?after=2099-01-01~00000000-0000-7000-8000-000000000000~x')
  expect(body).toContain('The list ends here.')
  const empty = await smallCaseload()
  await empty.child({ surname: 'Decided', facts: [] })
  const duty = await empty.signedIn('duty')
  expect((await duty.get('/triage')).body).toContain('A referral appears here when it is recorded')
  await empty.child({ surname: 'Fresh', facts: [['referral-received', '2026-04-14']] })
  const waiting = await duty.get('/triage?show=waiting')
  expectAccessible(waiting.body)
  expect(waiting.body).toContain('No referral waits for answers.')
})

test('the reading log says that the list was read', async () => {
  const { rows } = await here.server.db.owner.query(
    `select basis from reading_log where post_id = $1 and route = '/triage'`,
    [here.posts.duty.post],
  )
  expect(rows[0]).toEqual({ basis: 'A list of what this post may see' })
})
