import { expect, test } from 'vitest'
import { explain } from '../engine/explain.ts'
import { section47EnquiryStarted } from './enquiry-facts.ts'
import { corrected, dutiesOn, fact, given, policy, struckOut } from './given.ts'
import {
  emergencyActionTaken,
  otherAuthorityConsulted,
  otherChildrenConsidered,
  policeProtectionBegan,
  policeProtectionEnded,
  protectionOrderEnded,
  protectionOrderExtended,
  protectionOrderMade,
  seenInEmergency,
} from './immediate-protection.ts'
import { guidance } from './index.ts'
import { strategyDiscussionHeld } from './strategy-discussion.ts'
import { table } from './table.ts'

const acted = fact(emergencyActionTaken, '2026-02-02', { how: 'police-protection', alone: true, elsewhere: 'yes' })
const agreed = fact(emergencyActionTaken, '2026-02-02', { how: 'agreed', alone: false, elsewhere: 'no' })
const discussion = fact(strategyDiscussionHeld, '2026-02-03', { outcome: 'section-47' })

table('consider-other-children', [
  ['at the same time', [acted], '2026-02-10', 'ageing'],
  ['met', [acted, fact(otherChildrenConsidered, '2026-02-02')], '2026-02-02', 'met'],
])
table('see-child-in-emergency', [
  ['by the agency that acts', [acted], '2026-02-10', 'ageing'],
  ['met', [acted, fact(seenInEmergency, '2026-02-02')], '2026-02-02', 'met'],
])
table('discuss-after-acting-alone', [
  ['as soon as possible', [acted], '2026-02-10', 'ageing'],
  ['met by a strategy discussion', [acted, discussion], '2026-02-03', 'met'],
  ['not where it was discussed before', [agreed], '2026-02-10', 'none'],
])
table('follow-emergency-with-enquiries', [
  ['quickly', [agreed], '2026-02-10', 'ageing'],
  ['met by enquiries', [agreed, fact(section47EnquiryStarted, '2026-02-03')], '2026-02-03', 'met'],
  ['or by the discussion that decides on them', [agreed, discussion], '2026-02-03', 'met'],
])
table('consult-other-authority', [
  ['where another one is concerned', [acted], '2026-02-10', 'ageing'],
  ['met', [acted, fact(otherAuthorityConsulted, '2026-02-02')], '2026-02-02', 'met'],
  ['not where none is', [agreed], '2026-02-10', 'none'],
])

// Friday 27 March 2026, eight in the evening; the clocks go forward on Sunday. 72 hours later it is Monday, nine in the evening.
const began = fact(policeProtectionBegan, '2026-03-27', {}, { at: '20:00' })
const ended = (day: string, at: string) => fact(policeProtectionEnded, day, {}, { at })
table('end-police-protection', [
  ['72 hours', [began], '2026-03-28', 'due 2026-03-30'],
  [
    'met to the minute, over the change of the clocks',
    [began, ended('2026-03-30', '20:00')],
    '2026-03-30',
    'met 2026-03-30',
  ],
  ['late a minute after', [began, ended('2026-03-30', '20:01')], '2026-03-30', 'met-late 2026-03-30'],
  ['overdue', [began], '2026-03-30', 'overdue 2026-03-30'],
  [
    'met by an order that takes its place',
    [began, fact(protectionOrderMade, '2026-03-29', {}, { at: '10:00' })],
    '2026-03-29',
    'met 2026-03-30',
  ],
  ['not once it is struck out', [began, struckOut('police-protection-began', '2026-03-28')], '2026-03-28', 'none'],
])

// Eight days from Monday 2 February 2026: Tuesday the 10th; seven from there: Tuesday the 17th.
const order = fact(protectionOrderMade, '2026-02-02')
const extended = fact(protectionOrderExtended, '2026-02-10')
const orderFor = (days: number) => fact(protectionOrderMade, '2026-02-02', { days })
const extendedBy = (days: number) => fact(protectionOrderExtended, '2026-02-10', { days })
const over = (day: string) => fact(protectionOrderEnded, day)
table('end-emergency-protection-order', [
  ['eight days', [order], '2026-02-03', 'due 2026-02-10'],
  ['three, where the court set three', [orderFor(3)], '2026-02-03', 'due 2026-02-05'],
  ['late after those', [orderFor(3), over('2026-02-06')], '2026-02-06', 'met-late 2026-02-05'],
  ['eight, where it set eight, and no more whatever is written', [orderFor(8)], '2026-02-03', 'due 2026-02-10'],
  ['not nine', [orderFor(9)], '2026-02-03', 'due 2026-02-10'],
  ['no days are none that a court set', [orderFor(0)], '2026-02-03', 'due 2026-02-10'],
  [
    'corrected to the days that it set',
    [order, corrected('emergency-protection-order-made', '2026-02-02', { days: 3 }, '2026-02-03')],
    '2026-02-03',
    'due 2026-02-05',
  ],
  ['met by its end', [order, over('2026-02-09')], '2026-02-09', 'met 2026-02-10'],
  ['or by extending it', [order, extended], '2026-02-10', 'met 2026-02-10'],
  ['overdue', [order], '2026-02-11', 'overdue 2026-02-10'],
  ['ended a day late', [order, over('2026-02-11')], '2026-02-11', 'met-late 2026-02-10'],
  // Eight days from Tuesday 3 February 2026: Wednesday the 11th.
  [
    'corrected to a day later, it moves',
    [order, corrected('emergency-protection-order-made', '2026-02-03', {}, '2026-02-05')],
    '2026-02-11',
    'due 2026-02-11',
  ],
  ['struck out', [order, struckOut('emergency-protection-order-made', '2026-02-05')], '2026-02-11', 'none'],
  [
    'recorded late, it is overdue at once',
    [fact(protectionOrderMade, '2026-02-02', {}, { recordedOn: '2026-02-12' })],
    '2026-02-12',
    'overdue 2026-02-10',
  ],
])
table('end-extended-protection-order', [
  ['seven days more', [order, extended], '2026-02-11', 'due 2026-02-17'],
  ['two, where the court extended by two', [order, extendedBy(2)], '2026-02-11', 'due 2026-02-12'],
  ['not eight', [order, extendedBy(8)], '2026-02-11', 'due 2026-02-17'],
  ['met', [order, extended, over('2026-02-17')], '2026-02-17', 'met 2026-02-17'],
  ['overdue', [order, extended], '2026-02-18', 'overdue 2026-02-17'],
  [
    'a second extension, which the law does not know, starts nothing',
    [order, extended, fact(protectionOrderExtended, '2026-02-17')],
    '2026-02-18',
    'overdue 2026-02-17',
  ],
])

test('the reason of the day names the days that the court set', () => {
  const entries = given([orderFor(3)])
  const id = dutiesOn('2026-02-03', 'end-emergency-protection-order', [orderFor(3)])[0]?.id ?? ''
  expect(explain(id, entries, policy(), guidance)?.limit).toBe('within 3 days')
})

test('with only the day known, police protection shows a window', () => {
  const [owed] = dutiesOn('2026-03-28', 'end-police-protection', [fact(policeProtectionBegan, '2026-02-02')])
  expect(owed?.due).toMatchObject({ earliest: '2026-02-05', latest: '2026-02-05' })
  expect((owed?.due?.latestInstant ?? 0) - (owed?.due?.earliestInstant ?? 0)).toBeGreaterThan(23 * 3_600_000)
})

// T1-IP-02 is the police's. Owed by them alone it would stand nowhere while the council records what police without an account did.
test('the clock of police protection stands with whoever recorded it: the police themselves, or the council that learns of it', () => {
  const owedBy = (agency: string) =>
    dutiesOn('2026-03-28', 'end-police-protection', [
      fact(policeProtectionBegan, '2026-03-27', {}, { at: '20:00', agency }),
    ])
  expect(owedBy('police').map(({ agency }) => agency)).toEqual(['police'])
  expect(owedBy('authority').map(({ agency }) => agency)).toEqual(['authority'])
})
