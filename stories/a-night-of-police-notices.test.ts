/**
 * A night’s notices of the police, in one request. One of them names a sister, a brother and a man called Daz whom nobody knows; one
 * cannot be read and is answered in words; sent again, nothing is added. The front door sees that the sister may be a child whom we have
 * on file under another spelling, joins the two, and asks three agencies in one action, through a broken connection. One answers, one
 * holds something and does not share it, one is late with a reason. What is proposed is contested by name, the manager decides within
 * the working day, the police read it on their receipt, and one page says who was told what.
 */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compareSome } from '../src/ledger/possible-matches.ts'
import { newReference } from '../src/people/establishment.ts'
import { newId } from '../src/platform/identifier.ts'
import { closeWindows, openBrowser } from '../test/browser.ts'
import { givenAgencies, statesIn } from '../test/given-agencies.ts'
import { on } from '../test/given-case.ts'
import { day, mouse } from '../test/hands.ts'
import { expectUsable, overflowOf, personAt } from '../test/person.ts'
import { type System, systemOf } from '../test/system.ts'
import { freePort } from '../test/test-server.ts'

let here: Awaited<ReturnType<typeof givenAgencies>>
let browser: Browser
let base: string
let police: System

beforeAll(async () => {
  const port = await freePort()
  base = `http://localhost:${port}`
  here = await givenAgencies({ PUBLIC_URL: base })
  police = await systemOf(here.server, {
    agency: 'Harrowmere Police',
    post: 'Night desk',
    role: 'partner-manager',
    teams: ['Public protection'],
  })
  await here.server.app.listen({ port, host: '127.0.0.1' })
  browser = await openBrowser()
}, 60_000)
afterAll(closeWindows)

const at = (moment: string) => {
  here.server.clock.instant = Date.parse(moment)
}
const signedIn = (name: string, width = 1280) => personAt(browser, here.server, name, { width })
const words = (page: Page) => page.locator('main').innerText()
const rowOf = (page: Page, name: string) =>
  page.locator('.gt-triage__one', { has: page.locator('.gt-duty__who', { hasText: name }) })
const files = async () => (await here.server.db.owner.query('select from case_file')).rowCount

/** The partners' threshold document, and Maisie as the East team has known her since March. */
async function before() {
  const arrangements = newId()
  const published = { act: 'record', caseId: arrangements, data: {}, happened: on('2025-09-01') } as const
  await here.server.record('partnership', {
    by: { postId: null, agencyId: here.agencies.partnership },
    opens: [{ id: arrangements, kind: 'arrangements', reference: newReference(), teamId: null }],
    acts: [
      { ...published, kind: 'matter-named', narrative: { name: 'Arrangements' } },
      {
        ...published,
        kind: 'threshold-document-published',
        data: { contents: ['levels'] },
        narrative: { version: 'Right Help, 5th edition' },
      },
    ],
  })
  const ours = await here.newCase('Thorowgood')
  await ours.fact('child-named', '2026-03-02', { narrative: { forenames: 'Maisie', surname: 'Thorowgood' } })
  await ours.fact('child-born', '2018-09-21')
  await ours.fact('address-known', '2026-03-02', { narrative: { address: '4 Tannery Row', postcode: 'ZZ1 2QT' } })
  await ours.fact('person-connected', '2026-03-02', {
    data: { relationship: 'mother', livesWith: true },
    narrative: { forenames: 'Leanne', surname: 'Thorowgood' },
  })
  return ours
}

const home = { address: '11 Quarry Lane', postcode: 'ZZ99 4VZ' }
const told = {
  safety: 'not-known',
  parents: 'disagree',
  harm: ['domestic-abuse'],
  contact: 'PC Imran Vale',
  telephone: '01632 960401',
}
const notices = [
  {
    ...told,
    id: 'HP-0414-117',
    children: [
      { forenames: 'Maisie', surname: 'Thorogood', born: { on: '2018-09-21' }, ...home },
      { forenames: 'Alfie', surname: 'Thorogood', born: { on: '2021-11-03' }, ...home },
    ],
    people: [
      { forenames: 'Leanne', surname: 'Thorogood', relationship: 'mother', livesWith: true },
      { surname: 'a man called Daz', relationship: 'step-parent' },
    ],
    seen: 'Called by a neighbour at 23:40. A man had left before we came. Both children awake, on the stairs.',
    ownWords: 'Daz broke the door.',
    reason: 'Violence between adults, with both children in the house.',
  },
  {
    ...told,
    id: 'HP-0414-118',
    children: [{ forenames: 'Rory', surname: '', nhsNumber: '999 000 0001' }],
    seen: 'Alone in a car at 01:15.',
    reason: 'Nobody to look after him.',
    harm: ['neglect'],
  },
]

/** The police’s system sends the night; each notice with its status and how many children it made. */
async function send(night: readonly object[]) {
  const { status, body } = await police.record('/api/v1/referrals', { notices: night })
  const answered = body['notices'] as { id: string; status: string; children: object[]; errors: object[] }[]
  return { status, answered, says: answered.map(one => [one.status, one.children.length]) }
}

test('from the notices of a night to the decision, and who was told', async () => {
  const { school, surgery, police: force } = here.agencies
  const ours = await before()
  const atFirst = (await files()) ?? 0

  // Tuesday, 04:40. One of the two cannot be read: it is answered in words, and nothing of it is kept.
  at('2026-04-14T03:40:00Z')
  const night = await send(notices)
  expect([night.status, night.says.join('; ')]).toEqual([200, 'recorded,2; refused,0'])
  expect(night.answered[1]?.errors).toEqual([
    { field: 'children.0.surname', message: 'Enter the last name, or what the child is called' },
  ])
  // The same night sent again adds nothing.
  expect((await send(notices)).says[0]).toEqual(['recorded-before', 2])
  expect(await files()).toBe(atFirst + 2)
  // Mended, the other one is sent under its own reference.
  const [, second] = notices
  const mended = { ...second, children: [{ forenames: 'Rory', surname: 'Nettlefold' }] }
  expect((await send([mended])).says).toEqual([['recorded', 1]])
  expect(await files()).toBe(atFirst + 3)
  await compareSome(here.server.db.recorder, 50, Date.now, () => false)

  // 08:30. What the duty worker finds: how old they are, what it points to, whom it is about besides, and a file of ours.
  at('2026-04-14T07:30:00Z')
  let joss = await signedIn('duty')
  await joss.getByRole('link', { name: 'Referrals to decide' }).click()
  await joss.waitForURL('**/triage')
  await expectUsable(joss)
  const row = await rowOf(joss, 'Maisie Thorogood').innerText()
  for (const said of [
    'Maisie Thorogood, aged 7',
    'Police, today at 04:40',
    'Whether the child is safe now is not known',
    'Signs of harm: domestic abuse',
    `May be one child with another file: compare with ${ours.reference}`,
    'Told of together with Alfie Thorogood',
    'Decision due tomorrow',
  ])
    expect(row).toContain(said)

  // What speaks for one child and against it. The mother is the same, the school has one Maisie: she joins them.
  await mouse.follow(joss, 'compare with')
  await joss.waitForURL('**/same-child/*')
  await joss.setViewportSize({ width: 360, height: 240 })
  await expectUsable(joss)
  const compared = await words(joss)
  for (const said of [
    'Almost certainly the same child',
    /Date of birth\s+same: speaks strongly for it/,
    /Last name\s+one slip: speaks for it/,
    /Postcode\s+different: speaks a little against it/,
    /Around the child\s+Leanne Thorogood \(mother\), a man called Daz/,
  ])
    expect(compared).toMatch(said)
  expect(await joss.locator('.gt-evidence__for').count()).toBe(3)
  expect(await joss.locator('.gt-evidence__against').count()).toBe(1)
  await joss.setViewportSize({ width: 1280, height: 240 })
  await mouse.follow(joss, 'Join the two files')
  await mouse.submit(joss, { why: 'The same mother; the school has one Maisie, who moved.' }, 'Join the two files')
  await joss.waitForURL('**/joined/*')
  // Of her brother there was no file: the team of his sister has him as well.
  await joss.goto(`${base}/take-in`)
  await joss.locator('.gt-files li', { hasText: 'Alfie' }).getByRole('link', { name: 'Give it to a team' }).click()
  await joss.waitForURL('**/case/*/take-in')
  const alfie = new URL(joss.url()).pathname.replace('/take-in', '')
  const { teams, people } = here.server.borough
  await mouse.submit(joss, { team: teams.east, why: 'His sister is theirs.' }, 'Give it to this team')
  await joss.waitForURL('**taken-in=yes')

  // Three agencies in one action. The connection breaks in the middle of the question: it says so, and keeps it.
  await joss.goto(`${base}/triage`)
  expect(await rowOf(joss, 'Maisie Thorogood').innerText()).toContain(`Joined with ${ours.reference}, East team`)
  await rowOf(joss, 'Maisie Thorogood').getByRole('link', { name: 'Ask agencies' }).click()
  await joss.waitForURL('**/ask?purpose=referral')
  const file = new URL(joss.url()).pathname.replace('/ask', '')
  await joss.clock.install()
  await joss.reload()
  expect(await words(joss)).toContain('As Harrowmere Police told you')
  const half = 'Who is the man called Daz, and who saw the children'
  await joss.context().setOffline(true)
  await joss.locator('[name="question"]').pressSequentially(half)
  await joss.clock.fastForward(2_000)
  await joss.locator('.gt-saved--failed').filter({ hasText: 'there is no connection. Your words are still' }).waitFor()
  expect(await joss.locator('[name="question"]').inputValue()).toBe(half)
  await joss.context().setOffline(false)
  await joss.clock.fastForward(10_000)
  await joss.locator('.gt-saved:not(.gt-saved--failed)').filter({ hasText: 'Saved' }).waitFor()
  // She goes on at another desk, with every word.
  await joss.context().close()
  joss = await signedIn('duty')
  await joss.goto(`${base}/drafts`)
  await mouse.follow(joss, 'Ask agencies: Maisie Thorogood')
  expect(await joss.locator('[name="question"]').inputValue()).toBe(half)
  await mouse.submit(
    joss,
    {
      asked: [school, surgery, force],
      purpose: 'referral',
      question: `${half} last?`,
      people: 'Her brother Alfie, 4, and a man called Daz.',
      urgency: 'today',
      'why-necessary': 'To decide within the working day whether they are safe.',
      'family-told': 'later',
      'family-not-told-why': 'He may be there when she is rung.',
    },
    'Ask them',
  )
  await joss.waitForURL('**/involved?asked=*')

  // The school tells what it knows; the police hold something and say why they keep it. The surgery is silent.
  at('2026-04-14T10:00:00Z')
  const answer = async (who: string, answers: Record<string, string>) => {
    const page = await signedIn(who)
    await mouse.follow(page, 'Maisie Thorogood')
    await mouse.submit(page, {}, 'Record: Request for information answered')
    await mouse.submit(page, answers, 'Answer')
    await page.waitForURL('**recorded=*')
    await page.context().close()
  }
  await answer('teacher', {
    answer: 'involved',
    shared: 'Late on three days of five. She says that Daz sleeps in the front room.',
    telephone: '01632 960555',
    'family-told': 'later',
    'family-not-told-why': 'He may be there.',
  })
  await answer('police', {
    answer: 'held-not-shared',
    whyNot: 'An inquiry into a man of that name, which telling would spoil.',
    contact: 'DI Ottoline Marr',
    telephone: '01632 960402',
  })

  // Wednesday morning. The surgery is late, and she finds out why.
  at('2026-04-15T07:30:00Z')
  joss = await signedIn('duty', 360)
  await joss.goto(`${base}/triage`)
  expect(await rowOf(joss, 'Maisie Thorogood').innerText()).toMatch(
    /Decision due today\s+Waiting for answers: 2 of 3, 1 overdue/,
  )
  await joss.goto(`${base}${file}`)
  await mouse.follow(joss, 'Answer the request for information')
  await mouse.submit(joss, {}, 'Say why')
  await mouse.submit(
    joss,
    { ...day('2026-04-15'), reason: 'another-agency', words: 'Rang twice: the practice is shut until Friday.' },
    'Record it',
  )
  await joss.waitForURL('**recorded=*')
  await joss.goto(`${base}${file}/involved`)
  expect(await overflowOf(joss)).toBe(0)
  expect(statesIn(await joss.content())).toEqual({
    'Bridge Surgery': 'overdue',
    'Linden Primary School': 'involved',
    'Harrowmere Police': 'held',
    'Harrowmere Homes': 'not-connected',
  })
  const picture = await words(joss)
  for (const said of [
    'Rang twice: the practice is shut until Friday.',
    'Daz sleeps in the front room',
    '01632 960555',
    'They hold something and do not share it: An inquiry into a man of that name',
    'DI Ottoline Marr',
    'As of 14 April 2026, yesterday',
    'Nobody there signs in to Goldthread: that nothing is here means nothing. Ring them.',
    '01632 960778',
  ])
    expect(picture).toContain(said)

  // She proposes, for both children, by the threshold document of the area. The social worker who knows Maisie disagrees.
  await joss.setViewportSize({ width: 1280, height: 240 })
  await joss.goto(`${base}/triage`)
  await rowOf(joss, 'Maisie Thorogood').getByRole('link', { name: 'Propose' }).click()
  await joss.waitForURL('**/record/referral-decision-proposed*')
  expect(await joss.locator('[name="threshold"]').inputValue()).toBe(
    'Right Help, 5th edition, in force since 1 September 2025',
  )
  await mouse.submit(
    joss,
    {
      ...day('2026-04-15'),
      outcome: 'section-17-assessment',
      secondLook: people.eastWorker.post,
      reasons: 'Level 3: a door was broken and nobody was hurt. The school sees her each day.',
      'also-on': alfie.replace('/case/', ''),
    },
    'Record it',
  )
  await joss.waitForURL('**recorded=*')
  const amira = await signedIn('eastworker')
  await amira.goto(`${base}${file}/record/referral-decision-looked-at`)
  expect(await words(amira)).toMatch(
    /Joss Pemberton, 15 April 2026\. Right Help, 5th edition[\s\S]*Amira Osei is asked/,
  )
  await mouse.submit(
    amira,
    {
      ...day('2026-04-15'),
      view: 'otherwise',
      instead: 'strategy-discussion',
      reasons: 'Nobody knows who sleeps there, and the police hold something about him.',
    },
    'Record it',
  )
  await amira.waitForURL('**recorded=*')

  // The manager reads both and decides, for both children, within the working day.
  at('2026-04-15T11:00:00Z')
  const ruth = await signedIn('manager')
  await ruth.goto(`${base}/triage`)
  expect(await rowOf(ruth, 'Maisie Thorogood').innerText()).toMatch(
    /Joss Pemberton proposes: Assess under section 17\s+Dissent Amira Osei would decide otherwise: Hold a strategy discussion/,
  )
  expect(await rowOf(ruth, 'Alfie Thorogood').innerText()).toContain('Joss Pemberton proposes')
  await rowOf(ruth, 'Maisie Thorogood').getByRole('link', { name: 'Decide' }).click()
  await ruth.waitForURL('**/record/referral-decided*')
  await expectUsable(ruth)
  expect(await words(ruth)).toContain('Nobody knows who sleeps there, and the police hold something about him.')
  await mouse.submit(
    ruth,
    {
      ...day('2026-04-15'),
      outcome: 'strategy-discussion',
      decidedBy: people.manager.post,
      reasons: 'I follow Amira: what the police hold has to be heard before anybody goes there.',
      'also-on': alfie.replace('/case/', ''),
    },
    'Record it',
  )
  await ruth.waitForURL('**recorded=*')
  const recorded = await ruth.locator('.govuk-notification-banner').innerText()
  expect(recorded).toContain('This met: Decide what happens next and what kind of response is needed.')
  expect(recorded).not.toContain('late')
  await ruth.goto(`${base}/triage`)
  expect(await words(ruth)).toContain('Rory Nettlefold')
  expect(await words(ruth)).not.toContain('Thorogood')

  // The police hear back: told, and the decision shared with its reason.
  joss = await signedIn('duty')
  await joss.goto(`${base}${file}/record/referrer-told`)
  await mouse.submit(
    joss,
    { ...day('2026-04-15'), explained: 'A strategy discussion at two today. Please bring what you hold.' },
    'Record it',
  )
  await mouse.follow(joss, 'Share it with Harrowmere Police')
  await mouse.submit(
    joss,
    {
      'lawful-basis': 'ca1989-s47',
      'why-necessary': 'They told us, and are to come.',
      'family-told': 'later',
      'family-not-told-why': 'After the discussion.',
    },
    'Record your decision',
  )
  await joss.waitForURL('**/told?done=share')
  const dev = await signedIn('police', 360)
  await dev.goto(`${base}${file}/receipt`)
  expect(await words(dev)).toMatch(
    /Sent\s+14 April 2026 at 04:40, by Night desk\s[\s\S]*Hold a strategy discussion\s+I follow Amira[\s\S]*Please bring what you hold\./,
  )

  // Who was told what, on which basis, and what of it the family knows.
  await joss.goto(`${base}${file}/told?all=yes`)
  const ledger = await words(joss)
  for (const said of [
    /What Harrowmere Council told others\s+Harrowmere Police[\s\S]*section 47[\s\S]*Decision on the referral, 15 April 2026[\s\S]*After the discussion\./,
    /Bridge Surgery\s+Nobody there has opened the file\.\s+Children Act 2004, section 10[\s\S]*Information asked for, 14 April 2026/,
    /Linden Primary School[\s\S]*To decide within the working day whether they are safe\.[\s\S]*He may be there when she is rung\./,
    /What Harrowmere Council was told[\s\S]*By Harrowmere Police[\s\S]*Referral received, 14 April 2026[\s\S]*Night desk, Harrowmere Police/,
  ])
    expect(ledger).toMatch(said)
  // The school was asked, and is not told what was decided.
  expect(ledger.split('Decision on the referral, 15 April 2026')).toHaveLength(2)
}, 120_000)
