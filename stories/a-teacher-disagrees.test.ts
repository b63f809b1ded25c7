/**
 * A teacher told the council of Tilly and reads on her receipt that it decided on early help. She disagrees, on a telephone. The duty
 * worker says how Tilly is safe meanwhile, and that the decision stands. Her head teacher takes it to the managers; the team manager is
 * late, changes the decision, and the referral is decided again. That is not enough for the school: the trust's director takes it to the
 * senior professionals, who offer something else, and from there to the partners, whose officer settles it. Both sides read each step,
 * and the partnership sees it in sum.
 */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../src/platform/identifier.ts'
import { closeWindows, openBrowser } from '../test/browser.ts'
import { addColleague } from '../test/colleague.ts'
import { given, on } from '../test/given-case.ts'
import { type Answers, day, mouse } from '../test/hands.ts'
import { expectUsable, personAt } from '../test/person.ts'
import { freePort } from '../test/test-server.ts'

let here: Awaited<ReturnType<typeof given>>
let browser: Browser
let base: string

beforeAll(async () => {
  const port = await freePort()
  base = `http://localhost:${port}`
  here = await given({ PUBLIC_URL: base })
  for (const [key, days] of [
    ['disagreement-practitioners', 2],
    ['disagreement-managers', 3],
    ['disagreement-senior', 5],
    ['disagreement-partners', 5],
  ] as const)
    await here.server.db.owner.query(
      `insert into local_policy (area_id, key, from_day, amount, unit, approved_by) values ($1, $2, '2020-01-01', $3, 'working-days', 'The partners')`,
      [here.server.borough.area, key, days],
    )
  await addColleague(here.server, 'teacher', { signIn: 'head', name: 'Rhys Marlow', title: 'Head teacher' })
  const director = { signIn: 'director', name: 'Sunita Rowe', title: 'Safeguarding director of the trust' }
  await addColleague(here.server, 'teacher', director)
  await here.server.app.listen({ port, host: '127.0.0.1' })
  browser = await openBrowser()
}, 60_000)
afterAll(closeWindows)

/** The council decides, and lets the school know. */
async function decides(reference: string) {
  const { rows } = await here.server.db.owner.query<{ root: string; id: string }>(
    `select f.root, f.case_id as id from fact f join case_file c on c.id = f.case_id
     where c.reference = $1 and f.kind = 'referral-received'`,
    [reference],
  )
  const { root = '', id = '' } = rows[0] ?? {}
  const decision = newId()
  const why = { basis: 'ca1989-s17', necessity: 'They referred her.', familyTold: 'yes' } as const
  const said = { data: { outcome: 'early-help' }, narrative: { reasons: 'Help at home was offered.' } }
  await here.server.record('duty', {
    acts: [
      {
        act: 'record',
        id: decision,
        caseId: id,
        kind: 'referral-decided',
        about: root,
        happened: on('2026-04-15'),
        ...said,
      },
    ],
    tells: [{ caseId: id, toAgencyIds: [here.server.borough.agencies.school], roots: [decision], ...why }],
  })
}

const buttons = {
  safety: ['Say how the child is safe meanwhile', 'Say how the child is safe'],
  answer: ['Answer', 'Send the answer'],
  higher: ['Take it higher', 'Take it higher'],
  settle: ['Record that it is settled', 'Record that it is settled'],
} as const

/** From where the disagreement stands through the form of a step, and back. */
async function take(page: Page, step: keyof typeof buttons, answers: Answers) {
  const [go, send] = buttons[step]
  await mouse.submit(page, {}, go)
  await mouse.submit(page, answers, send)
  await page.waitForURL(`**?done=${step}`)
}
const read = (page: Page) => page.locator('main').innerText()

test('a teacher disagrees, and it goes stage by stage to the partners, who settle it', async () => {
  const signedIn = (name: string, width = 1280) => personAt(browser, here.server, name, { width })
  const at = (instant: string) => {
    here.server.clock.instant = Date.parse(instant)
  }

  // Tuesday. The teacher refers from her telephone.
  let gwen = await signedIn('teacher', 360)
  await gwen.goto(`${base}/refer`)
  await mouse.submit(
    gwen,
    {
      forenames: 'Tilly',
      surname: 'Hartnoll',
      seen: 'She is hungry each morning, and asked for a second breakfast.',
      reason: 'That nobody cooks for her.',
      safety: 'not-known',
      parents: 'agree',
    },
    'Tell Harrowmere Council',
  )
  await gwen.waitForURL('**/receipt')
  const receipt = gwen.url()

  // Wednesday, eleven o'clock: it is decided, and she does not agree.
  at('2026-04-15T10:00:00Z')
  await decides(receipt.split('/').at(-2) ?? '')
  gwen = await signedIn('teacher', 360)
  await gwen.goto(receipt)
  expect(await read(gwen)).toMatch(/Early help or another service[\s\S]*Help at home was offered/)
  await mouse.submit(gwen, {}, 'I disagree')
  await mouse.submit(
    gwen,
    {
      reasons: 'The same help ended in spring with nothing changed.',
      safety: 'not-known',
      safetyHow: 'She eats with us each morning. At the weekend nobody sees her.',
      withWhom: 'Joss Pemberton',
      'family-told': 'yes',
    },
    'Say that you disagree',
  )
  await gwen.waitForURL('**?done=raise')
  await expectUsable(gwen)
  const ladder = gwen.url().replace('?done=raise', '')
  // Two working days from Wednesday: Friday the 17th.
  expect(await read(gwen)).toContain('2 days left (Friday 17 April)')

  // The duty worker finds it among what is due, where everybody's day begins: first how Tilly is safe, then the answer.
  const joss = await signedIn('duty')
  expect(await read(joss)).toContain('Answer the disagreement, with reasons')
  await joss.goto(ladder)
  await take(joss, 'safety', {
    safety: 'safe',
    how: 'A family worker calls on Saturday with food.',
    safetyBy: 'Joss Pemberton, Duty worker',
  })
  await take(joss, 'answer', { answer: 'upheld', reasons: 'It does not meet the threshold for an assessment.' })

  // Thursday. The school is not content: her head teacher takes it to the managers.
  at('2026-04-16T08:00:00Z')
  const rhys = await signedIn('head')
  await rhys.goto(ladder)
  const said = await read(rhys)
  for (const words of ['A family worker calls on Saturday', 'It does not meet the threshold'])
    expect(said).toContain(words)
  await take(rhys, 'higher', {
    stage: 'managers',
    reasons: 'It is the same help that failed.',
    withWhom: 'Ruth Calloway',
  })

  // Three working days from Thursday: Tuesday the 21st. On Thursday both sides see that it is late: her trust's director, and the team manager.
  at('2026-04-23T08:00:00Z')
  const sunita = await signedIn('director')
  await sunita.goto(ladder)
  await expectUsable(sunita)
  const ruth = await signedIn('manager')
  expect(await read(ruth)).toMatch(/Answer the disagreement manager to manager[\s\S]*2 days late/)
  await ruth.goto(ladder)
  for (const side of [sunita, ruth]) expect(await read(side)).toMatch(/Overdue: Answer the disagreement manager/)
  await take(ruth, 'answer', {
    answer: 'changed',
    reasons: 'I read the notes of the spring. The referral is open again.',
  })
  // She decides on the referral again.
  await ruth.goto(ladder.replace(/\/disagreement.*/, ''))
  await mouse.follow(ruth, 'Decide again on the referral, which is open once more')
  await mouse.submit(ruth, {}, 'Record: Decision on the referral')
  await mouse.submit(
    ruth,
    { ...day('2026-04-23'), outcome: 'section-17-assessment', reasons: 'To find out why help changed nothing.' },
    'Record it',
  )
  await ruth.waitForURL('**recorded=*')
  expect(await read(ruth)).toContain('This met: Decide again on the referral')

  // An assessment takes weeks. The director takes it to the senior professionals, who offer something else.
  await sunita.goto(ladder)
  expect(await read(sunita)).toContain('The referral is open again.')
  await take(sunita, 'higher', {
    stage: 'senior',
    reasons: 'Tilly cannot wait for 45 days. Police know the house.',
    withWhom: 'Edwin Marsh',
  })
  const edwin = await signedIn('chair')
  await edwin.goto(ladder)
  await take(edwin, 'answer', { answer: 'compromise', reasons: 'The assessment begins tomorrow, with a visit.' })

  // She is not content with that either: the partners' own process, which its officer finds among what is due.
  await sunita.goto(ladder)
  expect(await read(sunita)).toContain('The assessment begins tomorrow, with a visit.')
  await take(sunita, 'higher', { stage: 'partners', reasons: 'Nobody asked the police yet.' })
  const farid = await signedIn('partnership')
  expect(await read(farid)).toContain('Settle the disagreement by the partners’ own process')
  await farid.goto(ladder)
  expect(await read(farid)).toContain('The same help ended in spring with nothing changed.')
  await take(farid, 'settle', {
    resolution: 'compromise',
    agreedBy: 'Sunita Rowe; Edwin Marsh',
    effect: 'The police are asked today, and Tilly is seen at home tomorrow.',
  })

  // Both sides read how it ended; in sum it names nobody.
  await edwin.goto(ladder)
  await sunita.goto(receipt)
  expect(await read(sunita)).toContain('You said on 15 April 2026 that you disagree: settled.')
  await sunita.goto(ladder)
  for (const side of [sunita, edwin])
    expect(await read(side)).toMatch(
      /It was settled on 23 April 2026: a compromise[\s\S]*The police are asked today, and Tilly is seen at home/,
    )
  await farid.goto(`${base}/overview`)
  expect(await read(farid)).toMatch(/A compromise\s+Fewer than 5/)
}, 120_000)
