/**
 * A health visitor leads early help for Robin: what was noticed, the family's agreement, an assessment, a plan, an aim with its
 * scores, a review. It is not enough, and she steps up to social care without typing anything again. Another family refuses; what
 * that means for the child is judged, and the referral begins with the judgement.
 */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addAgency, addHolder, addPost, addPractitioner, newReference } from '../src/people/establishment.ts'
import { transaction } from '../src/platform/database.ts'
import { newId } from '../src/platform/identifier.ts'
import { closeWindows, openBrowser } from '../test/browser.ts'
import { given, on } from '../test/given-case.ts'
import { type Answers, day, type Hand, keyboard, mouse } from '../test/hands.ts'
import { expectUsable, personAt } from '../test/person.ts'
import { freePort } from '../test/test-server.ts'

let here: Awaited<ReturnType<typeof given>>
let browser: Browser
let base: string
const [health, holder, practitioner, post] = [newId(), newId(), newId(), newId()]

beforeAll(async () => {
  const port = await freePort()
  base = `http://localhost:${port}`
  here = await given({ PUBLIC_URL: base })
  const { area } = here.server.borough
  await transaction(here.server.db.recorder, async client => {
    await addAgency(client, { id: health, kind: 'community-health', name: 'Harrowmere Health Visitors' }, [area])
    await addHolder(client, { id: holder, agencyId: health, areaId: area, kind: 'role', name: 'Health visitors' })
    await addPractitioner(client, { id: practitioner, signIn: 'healthvisitor', name: 'Sam Hill' })
    await addPost(client, {
      id: post,
      practitionerId: practitioner,
      agencyId: health,
      role: 'safeguarding-lead',
      title: 'Health visitor',
      areaIds: [area],
      holderIds: [holder],
      from: Date.parse('2018-01-01'),
    })
  })
  await here.server.app.listen({ port, host: '127.0.0.1' })
  browser = await openBrowser()
}, 60_000)
afterAll(closeWindows)

/** A file that the health visitor opened. */
async function newFile(forenames: string, surname: string): Promise<string> {
  const [id, reference] = [newId(), newReference()]
  await here.server.record('eastWorker', {
    by: { postId: post, agencyId: health },
    opens: [{ id, kind: 'child', reference, teamId: null }],
    acts: [
      {
        act: 'record',
        caseId: id,
        kind: 'child-named',
        happened: on('2026-03-01'),
        data: {},
        narrative: { forenames, surname },
      },
    ],
  })
  return `${base}/case/${reference}`
}

const ways: readonly (readonly [string, Hand, number, boolean])[] = [['with a finger, on a phone', mouse, 360, true]]

test.each(ways)(
  'early help is given, measured, and stepped up without typing again: %s',
  async (_, hand, width, script) => {
    const sam = await personAt(browser, here.server, 'healthvisitor', { width, script })
    const file = await newFile('Robin', script ? 'Ashdown' : 'Merrow')
    const record = async (answers: Answers) => {
      await expectUsable(sam, script)
      await hand.submit(sam, answers, 'Record it')
      await sam.waitForURL('**recorded=*')
    }
    const next = async (link: string) => {
      await hand.follow(sam, 'Since 2 March 2026')
      await expectUsable(sam, script)
      await hand.follow(sam, link)
    }
    await sam.goto(`${file}/record/early-help-need-noticed`)
    await record({ ...day('2026-03-02'), seen: 'Few words at two and a half.' })
    await next('Record whether the family agrees')
    await record({ ...day('2026-03-03'), answer: 'agreed' })
    await next('Record the assessment made with the family')
    await record({
      ...day('2026-03-09'),
      lead: 'Sam Hill, health visitor',
      needs: 'His mother is worn out.',
      wishes: 'He points at the swing.',
    })
    await next('Start the plan')
    await record({ ...day('2026-03-10'), aims: 'Playgroup twice a week.' })
    await next('Set an aim')

    // Without a score there is nothing to measure later: the form says so, and keeps what was typed.
    await hand.submit(sam, { ...day('2026-03-10'), aim: 'Robin says what he wants' }, 'Record it')
    expect(await sam.content()).toContain('Select an answer: where is it on that day, from 0 to 10')
    await record({ score: '4' })
    await next('Score it again')
    await record({ ...day('2026-04-13'), score: '2' })
    await next('Record a review')
    await record({ ...day('2026-04-13'), helps: 'no', note: 'They stopped coming, and nobody opens the door.' })

    await hand.follow(sam, 'Since 2 March 2026')
    await expectUsable(sam, script)
    expect(await sam.content()).toMatch(/<b>4<\/b> then, <b>2<\/b> now: 2 worse/)
    await hand.submit(sam, {}, 'Step up to social care')
    await sam.waitForURL('**/refer')
    await expectUsable(sam, script)
    expect(await sam.content()).toContain('Early help since 2 March 2026, as Harrowmere Health Visitors recorded it')
    expect(await sam.inputValue('[name=reason]')).toMatch(
      /^They stopped coming[\s\S]*Aim: Robin says what he wants \(4 of 10 on 10 March 2026; 2 of 10 on 13 April 2026\)/,
    )
    await tell(sam, hand)

    // The council reads what early help found, with the records themselves.
    const joss = await personAt(browser, here.server, 'duty', { width, script })
    await joss.goto(file)
    await expectUsable(joss, script)
    expect(await joss.content()).toContain('They stopped coming, and nobody opens the door.')
  },
  120_000,
)

test('a refusal is judged, and the referral begins with the judgement: by keyboard alone, without script, on a desk', async () => {
  const sam = await personAt(browser, here.server, 'healthvisitor', { script: false })
  const file = await newFile('Wren', 'Colby')
  const record = async (answers: Answers) => {
    await keyboard.submit(sam, answers, 'Record it')
    await sam.waitForURL('**recorded=*')
  }
  await sam.goto(`${file}/record/early-help-need-noticed`)
  await record({ ...day('2026-03-02'), seen: 'Underweight.' })
  await sam.goto(`${file}/record/early-help-agreement-asked`)
  await record({ ...day('2026-03-03'), answer: 'refused' })
  expect(await sam.content()).toContain('Judge whether the child’s needs will grow without help')
  await keyboard.follow(sam, 'Since 2 March 2026')
  expect(await sam.content()).toContain('It is not judged yet')
  await keyboard.follow(sam, 'Judge what the refusal means for the child')
  await record({ ...day('2026-03-04'), judgement: 'will-grow', reasons: 'She loses weight each week.' })
  expect(await sam.content()).toContain('Refer the child, whose needs will grow without help')
  await keyboard.follow(sam, 'Since 2 March 2026')
  await expectUsable(sam, false)
  await sam.goto(`${file}/refer`)
  expect(await sam.inputValue('[name=reason]')).toMatch(/^She loses weight each week\./)
  await tell(sam, keyboard)
})

/** What only the day of the referral knows is asked; the rest stands there. */
async function tell(sam: Page, hand: Hand): Promise<void> {
  await hand.submit(sam, { safety: 'not-known', parents: 'agree' }, 'Tell Harrowmere Council')
  await sam.waitForURL('**/receipt')
}
