import { beforeAll, expect, test } from 'vitest'
import { expectAccessible, given } from '../../../test/given-case.ts'
import type { Visitor } from '../../../test/visitor.ts'

let here: Awaited<ReturnType<typeof given>>
let worker: Visitor
beforeAll(async () => {
  here = await given()
  worker = await here.signedIn('eastworker')
})

/** What stands above the form. */
const above = (body: string) => body.slice(0, body.indexOf('class="gt-record"'))

const referred = (narrative: Record<string, string>, data: Record<string, unknown> = {}) => ({
  data: { source: '2A', safety: 'in-danger', ...data },
  narrative: { agency: 'Linden Primary School', referrer: 'Gwen Abara, head', ...narrative },
})

test('whoever decides on a referral reads above the form who referred, when, whether the child is safe, and why', async () => {
  const aria = await here.newCase()
  const reason = 'She said “he [third party: Uncle Ray] hits me”.\n\nMarks on both arms.'
  const said = referred({ reason, household: 'Mother and a brother.', safetyChecked: 'Rang the head.' })
  const about = await aria.fact('referral-received', '2026-04-13', said)
  for (const kind of ['referral-decided', 'referral-decision-proposed']) {
    const { body } = await worker.get(`${aria.address}/${kind}`)
    expectAccessible(body)
    const shown = above(body)
    expect(shown).toMatch(/What was referred[\s\S]*School[\s\S]*Linden Primary School. Gwen Abara, head/)
    expect(shown).toContain('13 April 2026')
    expect(shown).toMatch(/Is the child safe now\?<\/b> <strong class="govuk-tag govuk-tag--red">\s*No/)
    expect(shown).toContain('Rang the head.')
    expect(shown).toContain('Marks on both arms.')
    expect(shown).not.toContain('[third party')
    expect(shown).toMatch(/<details[\s\S]*The rest of the referral[\s\S]*Mother and a brother\./)
  }
  const proposed = await aria.fact('referral-decision-proposed', '2026-04-13', {
    about,
    data: { outcome: 'early-help' },
    narrative: { reasons: 'Asked for.' },
  })
  const look = await worker.get(`${aria.address}/referral-decision-looked-at?continues-fact=${proposed}`)
  expect(above(look.body)).toContain('Marks on both arms.')
  expect((await worker.get(`${aria.address}/family-told`)).body).not.toContain('What was referred')
})

test('a long referral is folded, but for who referred and whether the child is safe', async () => {
  const aria = await here.newCase()
  const said = referred({ reason: `It began in March. ${'And again the week after. '.repeat(40)}` }, { safety: 'safe' })
  await aria.fact('referral-received', '2026-04-13', said)
  const shown = above((await worker.get(`${aria.address}/referral-decided`)).body)
  expect(shown).toMatch(/Is the child safe now\?<\/b> Yes[\s\S]*<details(?![^>]* open)[\s\S]*It began in March/)
})

test('what an agency saw and sent with its referral stands there in its words', async () => {
  const teacher = await here.signedIn('teacher')
  const sent = await teacher.write('/refer', {
    forenames: 'Tilly',
    surname: 'Quill',
    seen: 'She flinched when her stepfather came.',
    ownWords: 'He gets cross in the car.',
    reason: 'That he hurts her.',
    safety: 'not-known',
    parents: 'not-told',
    'parents-why': 'It is him we worry about.',
  })
  const door = await here.signedIn('duty')
  const { body } = await door.get(`${sent.to.replace('/receipt', '')}/record/referral-decided`)
  const shown = above(body)
  for (const words of ['That he hurts her.', 'She flinched when', 'He gets cross', 'Not known yet'])
    expect(shown).toContain(words)
})
