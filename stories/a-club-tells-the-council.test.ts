/**
 * A volunteer of a judo club worries about Tilly and tells the council on one page. The duty worker finds the file among those
 * without a team, gives it to a team, says that it has arrived and decides; the volunteer sees it on the receipt.
 */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addAgency, addHolder, addPost, addPractitioner } from '../src/people/establishment.ts'
import { transaction } from '../src/platform/database.ts'
import { newId } from '../src/platform/identifier.ts'
import { closeWindows, openBrowser } from '../test/browser.ts'
import { given } from '../test/given-case.ts'
import { type Hand, keyboard, mouse } from '../test/hands.ts'
import { expectUsable, personAt } from '../test/person.ts'
import { freePort } from '../test/test-server.ts'

let here: Awaited<ReturnType<typeof given>>
let browser: Browser
let base: string

beforeAll(async () => {
  const port = await freePort()
  base = `http://localhost:${port}`
  here = await given({ PUBLIC_URL: base })
  await settleClub()
  await here.server.app.listen({ port, host: '127.0.0.1' })
  browser = await openBrowser()
}, 60_000)
afterAll(closeWindows)

/** A club in which one volunteer signs in. */
async function settleClub() {
  const [club, holder, practitioner] = [newId(), newId(), newId()]
  const { area } = here.server.borough
  await transaction(here.server.db.recorder, async client => {
    await addAgency(client, { id: club, kind: 'voluntary', name: 'Marsh Road Judo Club', telephone: '01632 960222' }, [
      area,
    ])
    await addHolder(client, { id: holder, agencyId: club, areaId: area, kind: 'role', name: 'Volunteers' })
    await addPractitioner(client, { id: practitioner, signIn: 'volunteer', name: 'Bo Tranter' })
    await addPost(client, {
      id: newId(),
      practitionerId: practitioner,
      agencyId: club,
      role: 'safeguarding-lead',
      title: 'Welfare volunteer',
      areaIds: [area],
      holderIds: [holder],
      from: Date.parse('2018-01-01'),
    })
  })
}

const ways: readonly (readonly [string, Hand, number, boolean])[] = [
  ['with a finger, on a phone', mouse, 360, true],
  ['by keyboard alone, without script, on a desk', keyboard, 1280, false],
]

test.each(ways)(
  'a worry is told, taken in, decided and heard back: %s',
  async (_, hand, width, script) => {
    const surname = script ? 'Hartnoll' : 'Quillan'
    const signedIn = (name: string) => personAt(browser, here.server, name, { width, script })

    // The volunteer has never seen it: one page, and a receipt.
    const bo = await signedIn('volunteer')
    await bo.goto(`${base}/refer`)
    await expectUsable(bo, script)
    await hand.submit(
      bo,
      {
        forenames: 'Tilly',
        surname,
        seen: 'She flinched when her stepfather came to fetch her.',
        ownWords: 'He gets cross in the car.',
        reason: 'That he hurts her.',
        safety: 'not-known',
        parents: 'not-told',
        'parents-why': 'It is him we worry about.',
      },
      'Tell Harrowmere Council',
    )
    await bo.waitForURL('**/receipt')
    await expectUsable(bo, script)
    expect(await bo.content()).toContain('Owed by 15 April 2026: tomorrow')
    const file = bo.url().replace('/receipt', '')

    // The duty worker: a file without a team, given to one.
    const joss = await signedIn('duty')
    await joss.goto(`${base}/take-in`)
    await expectUsable(joss, script)
    await hand.follow(joss, `Tilly ${surname}`)
    await hand.follow(joss, 'Give it to a team')
    await expectUsable(joss, script)
    await hand.submit(
      joss,
      { team: here.server.borough.teams.east, why: 'They work in that street.' },
      'Give it to this team',
    )
    await joss.waitForURL('**taken-in=yes')
    await expectUsable(joss, script)

    // The social worker of that team decides.
    const amira = await signedIn('eastworker')
    await amira.goto(file)
    await expectUsable(amira, script)
    await hand.follow(amira, 'Decide what happens next and what kind of response is needed')
    await hand.submit(amira, {}, 'Record: Decision on the referral')
    await hand.submit(
      amira,
      {
        'happened-day': '14',
        'happened-month': '4',
        'happened-year': '2026',
        outcome: 'section-17-assessment',
        reasons: 'To see how she lives.',
      },
      'Record it',
    )
    await amira.waitForURL('**recorded=*')

    // On the receipt it is decided; what was decided comes when the council shares it.
    await bo.reload()
    await expectUsable(bo, script)
    expect(await bo.content()).toMatch(/They decided on 14 April 2026[\s\S]*has not shared it with you yet/)
  },
  120_000,
)
