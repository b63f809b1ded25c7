import { expect, test } from 'vitest'
import {
  abuseSuspected,
  coronerDecided,
  coronerTold,
  deathNotified,
  deathRegistered,
  networkTold,
  preventionReportMade,
  preventionReportReceived,
  registrarTold,
  residenceTold,
  suspicionTold,
} from './child-death-notification.ts'
import { corrected, dutiesOn, fact, struckOut } from './given.ts'
import { childDied } from './people.ts'
import { table } from './table.ts'

// Monday 2 February 2026, two in the afternoon: 24 hours end on Tuesday at two.
const died = fact(childDied, '2026-02-02', {}, { at: '14:00', id: 'death' })
const onFriday = fact(childDied, '2026-01-30', {}, { at: '20:00', id: 'death' })
const notified = (at: string, day = '2026-02-03') => fact(deathNotified, day, { lived: 'here' }, { at })

table('notify-child-death', [
  ['met within 24 hours', [died, notified('13:00')], '2026-02-03', 'met 2026-02-03'],
  ['met late after them', [died, notified('15:00')], '2026-02-03', 'met-late 2026-02-03'],
  // Friday 30 January 2026 at eight in the evening: 24 hours end on Saturday, so the end of Monday 2 February is in time.
  [
    'on Monday where the hours end at the weekend',
    [onFriday, notified('16:00', '2026-02-02')],
    '2026-02-02',
    'met 2026-02-02',
  ],
  ['late after that Monday', [onFriday, notified('09:00', '2026-02-03')], '2026-02-03', 'met-late 2026-02-02'],
  [
    'recorded late, when it was sent is what counts',
    [died, fact(deathNotified, '2026-02-03', {}, { at: '13:00', recordedOn: '2026-02-09' })],
    '2026-02-09',
    'met 2026-02-03',
  ],
  [
    'from the hour of the death as it is put right',
    [onFriday, corrected('death', '2026-01-28', {}, '2026-01-31'), notified('16:00', '2026-02-02')],
    '2026-02-02',
    'met-late 2026-01-29',
  ],
  ['not for a death that was recorded wrongly', [died, struckOut('death', '2026-02-03')], '2026-02-04', 'none'],
  [
    'with only days known it may have been late',
    [died, fact(deathNotified, '2026-02-03')],
    '2026-02-04',
    'may-be-met-late 2026-02-03',
  ],
])

test('it is owed still, and overdue, while nobody has notified it; whoever notifies, it is done', () => {
  const kind = { caseKind: 'child-death' }
  const there = fact(childDied, '2026-02-02', {}, { at: '14:00', agency: 'hospital' })
  const [owed] = dutiesOn('2026-02-04', 'notify-child-death', [there], kind)
  expect(owed).toMatchObject({ agency: 'hospital', met: null, lapsed: null, due: { latest: '2026-02-03' } })
  const office = fact(deathNotified, '2026-02-03', {}, { at: '10:00', agency: 'office' })
  const parties = new Map([['hospital', 0]])
  expect(dutiesOn('2026-02-04', 'notify-child-death', [there, office], { ...kind, parties })[0]?.met?.late).toBe('no')
})

const here = notified('10:00')
table('tell-network-of-death', [
  ['once it is notified', [here], '2026-02-10', 'ageing'],
  ['met by telling them', [here, fact(networkTold, '2026-02-04')], '2026-02-04', 'met'],
])

const elsewhere = fact(deathNotified, '2026-02-03', { lived: 'elsewhere' })
table('tell-other-area-of-death', [
  ['where the child lived elsewhere', [elsewhere], '2026-02-10', 'ageing'],
  ['met', [elsewhere, fact(residenceTold, '2026-02-05')], '2026-02-05', 'met'],
  ['not where the child lived here', [here], '2026-02-10', 'none'],
  [
    'owed once that is put right',
    [here, corrected('child-death-notified', '2026-02-03', { lived: 'elsewhere' }, '2026-02-12')],
    '2026-02-12',
    'ageing',
  ],
])

// Three working days from Thursday 2 April 2026, over Easter: Friday 3 and Monday 6 do not count, so Thursday the 9th.
const decided = fact(coronerDecided, '2026-04-02')
table('tell-review-partners-of-coroners-decision', [
  ['three working days, over Easter', [decided], '2026-04-03', 'due 2026-04-09'],
  ['met on the last of them', [decided, fact(coronerTold, '2026-04-09')], '2026-04-09', 'met 2026-04-09'],
  ['overdue', [decided], '2026-04-10', 'overdue 2026-04-09'],
  ['met late', [decided, fact(coronerTold, '2026-04-10')], '2026-04-10', 'met-late 2026-04-09'],
  [
    'from the day as it is put right',
    [decided, corrected(decided.kind, '2026-03-31', {}, '2026-04-03')],
    '2026-04-03',
    'due 2026-04-07',
  ],
  [
    'recorded late, the day on which it was done is what counts',
    [decided, fact(coronerTold, '2026-04-08', {}, { recordedOn: '2026-04-20' })],
    '2026-04-20',
    'met 2026-04-09',
  ],
  ['no more once it is struck out', [decided, struckOut(decided.kind, '2026-04-03')], '2026-04-04', 'none'],
])

// Seven days beginning with the day after Thursday 2 April 2026: the last is Thursday the 9th, holidays or not.
const registered = fact(deathRegistered, '2026-04-02', { what: 'registration' })
table('tell-review-partners-of-registration', [
  ['seven days from the day after', [registered], '2026-04-03', 'due 2026-04-09'],
  ['met', [registered, fact(registrarTold, '2026-04-09')], '2026-04-09', 'met 2026-04-09'],
  ['overdue', [registered], '2026-04-10', 'overdue 2026-04-09'],
  [
    'a correction of the register starts another seven',
    [registered, fact(registrarTold, '2026-04-08'), fact(deathRegistered, '2026-05-01', { what: 'correction' })],
    '2026-05-02',
    'met 2026-04-09, due 2026-05-08',
  ],
  ['met late', [registered, fact(registrarTold, '2026-04-10')], '2026-04-10', 'met-late 2026-04-09'],
  [
    'from the day as it is put right',
    [registered, corrected(registered.kind, '2026-04-01', { what: 'registration' }, '2026-04-03')],
    '2026-04-03',
    'due 2026-04-08',
  ],
  [
    'recorded late, the day on which it was done is what counts',
    [registered, fact(registrarTold, '2026-04-08', {}, { recordedOn: '2026-04-20' })],
    '2026-04-20',
    'met 2026-04-09',
  ],
  ['no more once it is struck out', [registered, struckOut(registered.kind, '2026-04-03')], '2026-04-04', 'none'],
])

const report = fact(preventionReportMade, '2026-06-01')
table('send-prevention-report', [
  ['where the coroner made one', [report], '2026-07-01', 'ageing'],
  ['met when it came', [report, fact(preventionReportReceived, '2026-06-20')], '2026-06-20', 'met'],
])

const suspected = fact(abuseSuspected, '2026-02-04')
const told = (...who: ('partners' | 'panel' | 'social-care')[]) => fact(suspicionTold, '2026-02-05', { told: who })
table('tell-of-suspected-abuse-in-death', [
  ['at once', [suspected], '2026-02-10', 'ageing'],
  ['met when partners and Panel know', [suspected, told('partners', 'panel')], '2026-02-05', 'met'],
  ['not while only one of them does', [suspected, told('partners', 'social-care')], '2026-02-05', 'ageing'],
])
