import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeWindows, openBrowser } from '../../../test/browser.ts'
import { givenAgencies, statesIn } from '../../../test/given-agencies.ts'
import { type Hand, keyboard, mouse } from '../../../test/hands.ts'
import { expectUsable, personAt } from '../../../test/person.ts'
import { freePort } from '../../../test/test-server.ts'

let here: Awaited<ReturnType<typeof givenAgencies>>
let browser: Browser
let base: string

beforeAll(async () => {
  const port = await freePort()
  base = `http://localhost:${port}`
  here = await givenAgencies({ PUBLIC_URL: base })
  await here.server.app.listen({ port, host: '127.0.0.1' })
  browser = await openBrowser()
})
afterAll(closeWindows)

const signedIn = (name: string, width: number, script: boolean) =>
  personAt(browser, here.server, name, { width, script })

const hands: readonly (readonly [how: string, hand: Hand, width: number, script: boolean])[] = [
  ['on a phone', mouse, 360, true],
  ['on a desk, by keyboard and without script', keyboard, 1440, false],
]

test.each(hands)(
  'from a name to the picture, a question to two agencies, and an answer: %s',
  async (_, hand, width, script) => {
    const surname = width === 360 ? 'Brackenbury' : 'Wetherall'
    await here.child(surname)
    const worker = await signedIn('eastworker', width, script)
    await hand.submit(worker, { q: surname }, 'Look')
    await expectUsable(worker, script)
    await hand.follow(worker, `Aria ${surname}`)
    await expectUsable(worker, script)
    await hand.submit(worker, {}, 'Ask agencies')
    await expectUsable(worker, script)
    await hand.submit(worker, { asked: [here.agencies.police, here.agencies.school] }, 'Ask them')
    await worker.getByText('There is a problem').waitFor()
    await expectUsable(worker, script)
    await hand.submit(
      worker,
      {
        purpose: 'section-17',
        question: 'How is she at school?',
        urgency: 'soon',
        'why-necessary': 'To see what would help.',
        'family-told': 'yes',
      },
      'Ask them',
    )
    await worker.waitForURL('**/involved?asked=*')
    await expectUsable(worker, script)
    const teacher = await signedIn('teacher', width, script)
    await hand.follow(teacher, `Aria ${surname}`)
    await hand.submit(teacher, {}, 'Record: Request for information answered')
    await expectUsable(teacher, script)
    await hand.submit(
      teacher,
      { answer: 'involved', shared: 'She sings in the queue.', 'family-told': 'yes' },
      'Answer',
    )
    await teacher.waitForURL('**recorded=*')
    await worker.reload()
    expect(statesIn(await worker.content())).toMatchObject({
      'Linden Primary School': 'involved',
      'Harrowmere Police': 'waiting',
      'Bridge Surgery': 'not-asked',
      'Harrowmere Homes': 'not-connected',
    })
    await worker.getByText('She sings in the queue.').waitFor()
  },
  60_000,
)
