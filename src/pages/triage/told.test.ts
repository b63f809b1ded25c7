/** A night’s notices of the police in the front door’s queue: what they told, what stands beside it, and who is late with an answer. */
import { beforeAll, describe, expect, test } from 'vitest'
import { date, expectAccessible } from '../../../test/given-case.ts'
import { givenReferrals, rowOf } from '../../../test/given-referrals.ts'
import { type System, systemOf } from '../../../test/system.ts'
import { compareSome } from '../../ledger/possible-matches.ts'

let here: Awaited<ReturnType<typeof givenReferrals>>
let police: System
beforeAll(async () => {
  here = await givenReferrals()
  police = await systemOf(here.server, {
    agency: 'Harrowmere Police',
    post: 'Notices',
    role: 'partner-manager',
    teams: ['Public protection'],
  })
})

let notices = 0

/** One notice of a sister and a brother, each with a birthday of their own: a namesake of that day may be the same child. */
async function notice(surname: string, more: object = {}) {
  notices += 1
  const birthday = `0${notices}-1${notices}`
  const { body } = await police.record('/api/v1/referrals', {
    notices: [
      {
        id: `HP-${surname}`,
        children: [
          { forenames: 'Maisie', surname, born: { on: `2018-${birthday}` } },
          { forenames: 'Alfie', surname, born: { on: `2021-${birthday}` } },
        ],
        seen: 'Both awake, on the stairs.',
        reason: 'A door was broken.',
        safety: 'not-known',
        parents: 'disagree',
        contact: 'PC Imran Vale',
        ...more,
      },
    ],
  })
  const [told] = body['notices'] as { children: { reference: string }[] }[]
  return told?.children.map(({ reference }) => reference) ?? []
}

const rowFor = async (name: string) => rowOf((await (await here.signedIn('duty')).get('/triage')).body, name)

describe('what the police told', () => {
  test('the age, when it came, and what it points to', async () => {
    await notice('Thorogood', { harm: ['domestic-abuse', 'emotional'] })
    const row = await rowFor('Maisie Thorogood')
    expect(row).toContain('Maisie Thorogood , aged 8')
    expect(row).toContain('Police, today at 10:00')
    expect(row).toContain('Signs of harm: emotional abuse, domestic abuse')
  })

  test('where they were asked for no sign of harm, nothing says that there is none', async () => {
    await notice('Birkenshaw')
    expect(await rowFor('Maisie Birkenshaw')).not.toContain('No sign of harm')
  })
})

describe('what stands beside it', () => {
  test('the other children of the notice, each by a link; nobody else', async () => {
    const [lockyear, alfie] = await notice('Lockyear')
    const [maisie] = await notice('Merriman')
    const { body } = await (await here.signedIn('duty')).get('/triage')
    expectAccessible(body)
    expect(rowOf(body, 'Maisie Lockyear')).toContain('Told of together with Alfie Lockyear')
    expect(body).toContain(`href="/case/${alfie}">Alfie Lockyear</a>`)
    // The same on the file itself, for whoever may see both.
    const file = (await (await here.signedIn('duty')).get(`/case/${lockyear}`)).body
    expectAccessible(file)
    expect(file).toMatch(new RegExp(`Told of together[\\s\\S]*href="/case/${alfie}">Alfie Lockyear</a>`))
    expect(file).not.toContain('Merriman')
    expect(body).toContain(`Told of together with <a class="govuk-link" href="/case/${maisie}">Maisie Merriman</a>`)
  })

  test('what is proposed for one of them is proposed for the others in the same action', async () => {
    const [maisie, alfie = ''] = await notice('Ollerton')
    const door = await here.signedIn('duty')
    const form = `/case/${maisie}/record/referral-decision-proposed`
    const { body } = await door.get(form)
    expectAccessible(body)
    expect(body).toMatch(new RegExp(`value="${alfie}"[\\s\\S]*Alfie Ollerton[\\s\\S]*told of together`))
    // Nobody has to open anything to be reminded of the brother.
    expect(body).toMatch(/<details class="[^"]*gt-record__also" open>/)
    const seen = /name="case-seen" value="(\d+)"/.exec(body)?.[1] ?? ''
    const said = { outcome: 'early-help', reasons: 'They ask for it.', 'also-on': alfie, 'case-seen': seen }
    expect((await door.write(form, { ...date('2026-04-14'), ...said })).status).toBe(303)
    const queue = (await door.get('/triage?show=proposed')).body
    for (const child of ['Maisie', 'Alfie']) expect(queue).toContain(`>${child} Ollerton</a>`)
  })

  test('a child of whom they told in error, and took it back, stands beside the other no more', async () => {
    const [maisie, alfie] = await notice('Underhill')
    expect(await rowFor('Maisie Underhill')).toContain('Told of together with Alfie Underhill')
    const { rows } = await here.server.db.owner.query<{ root: string }>(
      `select f.root from fact f join case_file c on c.id = f.case_id where c.reference = $1 and f.kind = 'referral-received'`,
      [alfie],
    )
    const officer = await here.signedIn('police')
    const struck = await officer.write(`/case/${alfie}/fact/${rows[0]?.root}/strike-out`, {
      reason: 'Not in the house.',
    })
    expect(struck.status).toBe(303)
    expect(await rowFor('Maisie Underhill')).not.toContain('Told of together')
    const door = await here.signedIn('duty')
    for (const file of [maisie, alfie]) expect((await door.get(`/case/${file}`)).body).not.toContain('Told of together')
  })

  test('a file of ours that may be of the same child; once they are joined, that file and its team', async () => {
    const ours = await here.child({ forenames: 'Maisie', surname: 'Quarringtonne', bornOn: '2017-09-21', facts: [] })
    const maisieAlone = { forenames: 'Maisie', surname: 'Quarrington', born: { on: '2017-09-21' } }
    const [maisie] = await notice('Quarrington', { children: [maisieAlone] })
    await compareSome(here.server.db.recorder, 50, Date.now, () => false)
    expect(await rowFor('Maisie Quarrington')).toContain(`compare with ${ours.reference}`)
    const door = await here.signedIn('duty')
    const { status } = await door.write(`/case/${maisie}/join`, {
      to: ours.reference,
      why: 'The school has one Maisie.',
    })
    expect(status).toBe(303)
    const joined = await rowFor('Maisie Quarrington')
    expect(joined).toContain(`Joined with ${ours.reference} , East team`)
    expect(joined).not.toContain('compare with')
  })
})

test('once it is decided, the file leads to letting the police know: the form begins with what they are to read', async () => {
  const [maisie] = await notice('Prendergast')
  const door = await here.signedIn('duty')
  const base = `/case/${maisie}`
  const write = async (kind: string, said: Record<string, string>) => {
    const form = `${base}/record/${kind}`
    const seen = /name="case-seen" value="(\d+)"/.exec((await door.get(form)).body)?.[1] ?? ''
    const { to } = await door.write(form, { ...date('2026-04-14'), 'case-seen': seen, ...said })
    return (await door.get(to)).body
  }
  const decided = await write('referral-decided', { outcome: 'early-help', reasons: 'Help at home is offered.' })
  expect(decided).toContain('Harrowmere Police reads on its receipt what you share with it.')
  const told = await write('referrer-told', { explained: 'Early help calls on Thursday.' })
  const way = /href="([^"]+)">Share it with Harrowmere Police</.exec(told)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const { body } = await door.get(way)
  expectAccessible(body)
  const ticked = [...body.matchAll(/<input[^>]* checked[^>]*>/g)].map(([input]) => /name="([^"]+)"/.exec(input)?.[1])
  expect(ticked.toSorted()).toEqual(['agencies', 'decision', 'records', 'records'])
  const records = [...body.matchAll(/name="records"[^>]*value="([^"]+)" checked/g)].map(([, id = '']) => id)
  const shared = {
    decision: 'share',
    agencies: here.borough.agencies.police,
    records,
    'lawful-basis': 'ca1989-s17',
    'why-necessary': 'They referred her.',
    'family-told': 'yes',
  }
  expect((await door.write(`${base}/share`, shared)).status).toBe(303)
  const receipt = (await (await here.signedIn('police')).get(`${base}/receipt`)).body
  expectAccessible(receipt)
  expect(receipt).toMatch(/What they decided[\s\S]*Help at home is offered\.[\s\S]*Early help calls on Thursday\./)
  // What we recorded on a file of our own is nobody else's to hear of here.
  const own = await here.referred('Ownham', '2026-04-14')
  const of = await door.write(`/case/${own.reference}/record/referral-decided`, {
    ...date('2026-04-14'),
    outcome: 'early-help',
    reasons: 'Asked for.',
  })
  expect((await door.get(of.to)).body).not.toContain('reads on its receipt')
})

test('an answer that is late is said to be, before anything is proposed and after', async () => {
  const child = await here.referred('Tardiff', '2026-04-13')
  const { school, police: force } = here.borough.agencies
  const [first = ''] = await here.asks(child, [school, force])
  await here.answer(child, first, 'teacher')
  expect(await rowFor('Tardiff')).not.toContain('overdue')
  here.server.clock.instant = Date.parse('2026-04-16T09:00:00Z')
  expect(await rowFor('Tardiff')).toContain('Waiting for answers: 1 of 2, 1 overdue')
  await here.proposes(child, { outcome: 'early-help' })
  expect(await rowFor('Tardiff')).toContain('Answers: 1 of 2 , 1 overdue')
})
