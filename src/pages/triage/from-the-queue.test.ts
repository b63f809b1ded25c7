import { beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible } from '../../../test/given-case.ts'
import { givenReferrals, rowOf } from '../../../test/given-referrals.ts'

let here: Awaited<ReturnType<typeof givenReferrals>>
let dissent: Awaited<ReturnType<typeof here.referred>>
beforeAll(async () => {
  here = await givenReferrals()
  dissent = await here.referred('Dissent', '2026-04-13')
  const contested = await here.proposes(dissent, { outcome: 'no-further-action', proposedBy: [here.posts.duty.post] })
  await dissent.fact('referral-decision-looked-at', '2026-04-14', {
    about: contested,
    data: { view: 'otherwise', instead: 'strategy-discussion', lookedBy: [here.posts.manager.post] },
    narrative: { reasons: 'The bruise is not explained.' },
  })
})

describe('from the queue', () => {
  const wayOf = (html: string, surname: string, text: string) =>
    new RegExp(`href="([^"]+)">${text}<`)
      .exec(html.split('gt-triage__one').find(row => row.includes(`${surname}</a>`)) ?? '')?.[1]
      ?.replaceAll('&amp;', '&') ?? ''

  test('a decision begins with what is proposed, with the dissent beside it; what somebody typed wins', async () => {
    const duty = await here.signedIn('duty')
    const queue = await duty.get('/triage')
    const address = wayOf(queue.body, 'Dissent', 'Decide')
    const { body, status } = await duty.get(address)
    expect(status).toBe(200)
    expectAccessible(body)
    expect(body).toMatch(/value="no-further-action"[^>]*checked/)
    expect(body).toContain('value="Right Help, 4th edition"')
    expect(body).toContain('>Asked for, and it would help.</textarea>')
    expect(body).toMatch(
      /What is proposed[\s\S]*Ruth Calloway[\s\S]*would decide otherwise[\s\S]*The bruise is not explained/,
    )
    const [form = ''] = address.split('?')
    const submission = /name="_submission" value="([^"]+)"/.exec(body)?.[1] ?? ''
    const { reference } = dissent
    await duty.post('/draft', {
      _submission: submission,
      _version: '0',
      _form: form,
      _title: 'A decision',
      _case: reference,
      'case-seen': '4',
      outcome: 'strategy-discussion',
      reasons: '',
      _leave: 'yes',
    })
    const again = await duty.get(`${form}?submission=${submission}`)
    expect(again.body).toMatch(/value="strategy-discussion"[^>]*checked/)
    expect(again.body).not.toMatch(/value="no-further-action"[^>]*checked/)
    expect(again.body).not.toContain('>Asked for, and it would help.</textarea>')
  })

  test('proposing twice by a double press is one proposal, and does not decide', async () => {
    const child = await here.referred('Twice', '2026-04-14')
    const duty = await here.signedIn('duty')
    const address = wayOf((await duty.get('/triage')).body, 'Twice', 'Propose')
    const { body } = await duty.get(address)
    expect(body).not.toContain('What is proposed</h2>')
    const submission = /name="_submission" value="([^"]+)"/.exec(body)?.[1] ?? ''
    const typed = {
      'happened-day': '14',
      'happened-month': '4',
      'happened-year': '2026',
      'case-seen': /name="case-seen" value="(\d+)"/.exec(body)?.[1] ?? '',
      'continues-fact': await here.referralOf(child),
      outcome: 'early-help',
      secondLook: here.posts.manager.post,
      reasons: 'They ask for it.',
    }
    const [form = ''] = address.split('?')
    for (const _ of [1, 2]) expect((await duty.write(form, typed, submission)).status).toBe(303)
    const { rows } = await here.server.db.owner.query(
      `select number from fact where case_id = $1 and kind = 'referral-decision-proposed'`,
      [child.id],
    )
    expect(rows).toHaveLength(1)
    const row = rowOf((await duty.get('/triage')).body, 'Twice')
    expect(row).toContain('Joss Pemberton proposes: Early help')
    expect(row).toContain('Ruth Calloway is asked for a second look')
  })

  test('with two referrals on one file each has its own proposal, and its own form', async () => {
    const child = await here.referred('Double', '2026-04-13')
    const [first] = [await here.referralOf(child)]
    const second = await child.fact('referral-received', '2026-04-14', { data: { source: '6' } })
    await child.fact('referral-decision-proposed', '2026-04-14', {
      about: first ?? '',
      data: { outcome: 'early-help' },
      narrative: { reasons: 'For the first.' },
    })
    const duty = await here.signedIn('duty')
    const { body } = await duty.get('/triage')
    const rows = body.split('gt-triage__one').filter(row => row.includes('Double</a>'))
    expect(rows.map(row => row.includes('proposes'))).toEqual([true, false])
    const decide = rows.map(row => /href="([^"]+)">Decide</.exec(row)?.[1]?.replaceAll('&amp;', '&') ?? '')
    const forms = await Promise.all(decide.map(address => duty.get(address)))
    expect(forms.map(form => form.body.includes('>For the first.</textarea>'))).toEqual([true, false])
    expect(forms[1]?.body).toMatch(new RegExp(`value="${second}"[^>]*checked`))
  })
})
