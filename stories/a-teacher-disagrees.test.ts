/**
 * A teacher told the council of Tilly and reads on her receipt that it decided on early help. She disagrees, on a telephone. The duty
 * worker says how Tilly is safe meanwhile, and that the decision stands. She takes it to the managers; the team manager changes the
 * decision, and the referral is decided again. She reads that, and it is settled at the second stage. The partners see it in sum.
 */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../src/platform/identifier.ts'
import { openBrowser } from '../test/browser.ts'
import { given, on } from '../test/given-case.ts'
import { day, mouse } from '../test/hands.ts'
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
  ] as const)
    await here.server.db.owner.query(
      `insert into local_policy (area_id, key, from_day, amount, unit, approved_by) values ($1, $2, '2020-01-01', $3, 'working-days', 'The partners')`,
      [here.server.borough.area, key, days],
    )
  await here.server.app.listen({ port, host: '127.0.0.1' })
  browser = await openBrowser()
}, 60_000)
afterAll(() => browser.close())

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

test('a teacher disagrees, and is heard by the managers', async () => {
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
  await expectUsable(gwen)
  expect(await gwen.locator('main').innerText()).toMatch(/Early help or another service[\s\S]*Help at home was offered/)
  await gwen.locator('main').getByRole('button', { name: 'I disagree' }).click()
  await gwen.waitForURL('**/disagreement?*')
  await expectUsable(gwen)
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
  expect(await gwen.locator('main').innerText()).toContain('2 days left (Friday 17 April)')

  // The duty worker finds it among what is due: first how Tilly is safe, then the answer.
  const joss = await signedIn('duty')
  await joss.goto(`${base}/due?scope=agency`)
  await joss.goto(ladder)
  await expectUsable(joss)
  await mouse.submit(joss, {}, 'Say how the child is safe meanwhile')
  await expectUsable(joss)
  await mouse.submit(
    joss,
    { safety: 'safe', how: 'A family worker calls on Saturday with food.', safetyBy: 'Joss Pemberton, Duty worker' },
    'Say how the child is safe',
  )
  await joss.waitForURL('**?done=safety')
  await mouse.submit(joss, {}, 'Answer')
  await expectUsable(joss)
  await mouse.submit(
    joss,
    { answer: 'upheld', reasons: 'It does not meet the threshold for an assessment.' },
    'Send the answer',
  )
  await joss.waitForURL('**?done=answer')

  // Thursday. She is not content, and takes it to the managers.
  at('2026-04-16T08:00:00Z')
  gwen = await signedIn('teacher', 360)
  await gwen.goto(ladder)
  await expectUsable(gwen)
  const said = await gwen.locator('main').innerText()
  for (const words of ['A family worker calls on Saturday', 'It does not meet the threshold'])
    expect(said).toContain(words)
  await mouse.submit(gwen, {}, 'Take it higher')
  await expectUsable(gwen)
  await mouse.submit(
    gwen,
    { stage: 'managers', reasons: 'It is the same help that failed.', withWhom: 'Ruth Calloway' },
    'Take it higher',
  )
  await gwen.waitForURL('**?done=higher')
  await expectUsable(gwen)

  // The team manager reads it, changes the decision, and decides on the referral again.
  const ruth = await signedIn('manager')
  await ruth.goto(ladder)
  await mouse.submit(ruth, {}, 'Answer')
  await mouse.submit(
    ruth,
    { answer: 'changed', reasons: 'I read the notes of the spring. The referral is open again.' },
    'Send the answer',
  )
  await ruth.waitForURL('**?done=answer')
  await expectUsable(ruth)
  await ruth.goto(ladder.replace(/\/disagreement.*/, ''))
  await mouse.follow(ruth, 'Decide again on the referral, which is open once more')
  await mouse.submit(ruth, {}, 'Record: Decision on the referral')
  await mouse.submit(
    ruth,
    { ...day('2026-04-16'), outcome: 'section-17-assessment', reasons: 'To find out why help changed nothing.' },
    'Record it',
  )
  await ruth.waitForURL('**recorded=*')
  expect(await ruth.locator('main').innerText()).toContain('This met: Decide again on the referral')

  // She reads the answer, and says that it is settled.
  await gwen.goto(ladder)
  expect(await gwen.locator('main').innerText()).toContain('The referral is open again.')
  await mouse.submit(gwen, {}, 'Record that it is settled')
  await expectUsable(gwen)
  await mouse.submit(
    gwen,
    { resolution: 'changed', agreedBy: 'Gwen Abara; Ruth Calloway', effect: 'Tilly is to be assessed.' },
    'Record that it is settled',
  )
  await gwen.waitForURL('**?done=settle')
  await expectUsable(gwen)
  expect(await gwen.locator('main').innerText()).toContain('It was settled on 16 April 2026: the decision was changed')
  await gwen.goto(receipt)
  await expectUsable(gwen)
  expect(await gwen.locator('main').innerText()).toContain('You said on 15 April 2026 that you disagree: settled.')

  // The partners see that there was one, and not whose.
  const partners = await signedIn('partnership')
  await partners.goto(`${base}/overview`)
  await expectUsable(partners)
  expect(await partners.locator('main').innerText()).toMatch(/The decision was changed\s+Fewer than 5/)
  expect((await partners.goto(ladder))?.status()).toBe(404)
}, 120_000)
