import { expect, test } from 'vitest'
import { corrected, dutiesOn, fact, struckOut } from './given.ts'
import {
  deathNotified,
  incidentKnown,
  incidentNoticed,
  notificationDecided,
  panelNotified,
  partnersTold,
  placingAuthorityTold,
} from './serious-incident.ts'
import { table } from './table.ts'

// Learnt on Wednesday 1 April 2026. Good Friday is the 3rd and Easter Monday the 6th: the fifth working day is Friday the 10th.
const meets = { abuse: 'suspected', harm: 'seriously-harmed', where: 'here' } as const
const known = fact(incidentKnown, '2026-04-01', meets)
const died = fact(incidentKnown, '2026-04-01', { abuse: 'neither', harm: 'died', status: ['looked-after'] })
const notNotifiable = fact(notificationDecided, '2026-04-08', { decision: 'not-notifiable' })
const sent = (on: string) => fact(panelNotified, on)

table('notify-panel-of-incident', [
  ['the law has it owed, without a number of days', [known], '2026-06-01', 'ageing'],
  ['done at last', [known, sent('2026-06-01')], '2026-06-01', 'met'],
  ['not where nothing points to abuse or neglect', [died], '2026-04-02', 'none'],
  ['ended by deciding, with reasons, that the test is not met', [known, notNotifiable], '2026-04-09', 'lapsed'],
  [
    'and not by waiting for more to be known',
    [known, fact(notificationDecided, '2026-04-08', { decision: 'later' })],
    '2026-04-09',
    'ageing',
  ],
])

table('notify-panel-of-incident-in-five-working-days', [
  ['counted from the day it was learnt, over Easter', [known], '2026-04-02', 'due 2026-04-10'],
  ['met on the fifth', [known, sent('2026-04-10')], '2026-04-10', 'met 2026-04-10'],
  ['late after it, and still owed', [known], '2026-04-13', 'overdue 2026-04-10'],
  ['met late', [known, sent('2026-04-13')], '2026-04-13', 'met-late 2026-04-10'],
  [
    'also where the child lives here and it happened abroad',
    [fact(incidentKnown, '2026-04-01', { ...meets, where: 'abroad' })],
    '2026-04-02',
    'due 2026-04-10',
  ],
  [
    'not by the area where the child lives, when it happened in another one',
    [fact(incidentKnown, '2026-04-01', { ...meets, where: 'another-area' })],
    '2026-04-02',
    'none',
  ],
  [
    'recorded late it is overdue from its first day on record',
    [fact(incidentKnown, '2026-04-01', meets, { recordedOn: '2026-04-20' })],
    '2026-04-20',
    'overdue 2026-04-10',
  ],
  [
    'no longer once the person turns out to have been 18',
    [known, corrected('incident-known', '2026-04-01', { ...meets, under18: 'no' }, '2026-04-07')],
    '2026-04-08',
    'none',
  ],
  ['nor once it is struck out', [known, struckOut('incident-known', '2026-04-07')], '2026-04-08', 'none'],
  [
    'under the guidance of 2023 as before',
    // Friday 1 March 2024; five working days later is Friday the 8th.
    [fact(incidentKnown, '2024-03-01', meets)],
    '2024-03-04',
    'due 2024-03-08',
  ],
  ['before any edition of 2018 no rule is encoded', [fact(incidentKnown, '2018-06-01', meets)], '2018-06-04', 'none'],
])

table('tell-partners-of-incident', [
  ['within the same five working days', [known], '2026-04-02', 'due 2026-04-10'],
  ['met by telling them', [known, fact(partnersTold, '2026-04-02')], '2026-04-10', 'met 2026-04-10'],
  ['overdue after them', [known, sent('2026-04-02')], '2026-04-13', 'overdue 2026-04-10'],
  ['met late', [known, fact(partnersTold, '2026-04-13')], '2026-04-13', 'met-late 2026-04-10'],
  [
    'recorded late, the day they were told is what counts',
    [known, fact(partnersTold, '2026-04-09', {}, { recordedOn: '2026-04-20' })],
    '2026-04-20',
    'met 2026-04-10',
  ],
  [
    'from the day it was known as it is put right',
    [known, corrected('incident-known', '2026-03-31', meets, '2026-04-02')],
    '2026-04-02',
    'due 2026-04-09',
  ],
  ['no more once it is struck out', [known, struckOut('incident-known', '2026-04-07')], '2026-04-08', 'none'],
  ['ended where the test is not met', [known, notNotifiable], '2026-04-09', 'lapsed 2026-04-10'],
])

table('notify-death-of-looked-after-child', [
  ['whether or not abuse or neglect is suspected', [died], '2026-04-02', 'due 2026-04-10'],
  ['met by telling both', [died, fact(deathNotified, '2026-04-09')], '2026-04-10', 'met 2026-04-10'],
  ['overdue', [died], '2026-04-11', 'overdue 2026-04-10'],
  ['met late', [died, fact(deathNotified, '2026-04-13')], '2026-04-13', 'met-late 2026-04-10'],
  [
    'recorded late it is overdue at once',
    [fact(incidentKnown, '2026-04-01', { harm: 'died', status: ['looked-after'] }, { recordedOn: '2026-04-20' })],
    '2026-04-20',
    'overdue 2026-04-10',
  ],
  ['no more once it is struck out', [died, struckOut('incident-known', '2026-04-07')], '2026-04-08', 'none'],
  ['not for a child who was harmed and lived', [known], '2026-04-02', 'none'],
  [
    'not for a child who was not looked after',
    [fact(incidentKnown, '2026-04-01', { harm: 'died', status: ['in-need'] })],
    '2026-04-02',
    'none',
  ],
  [
    'owed from the day the record says so',
    [
      fact(incidentKnown, '2026-04-01', { harm: 'died' }),
      corrected('incident-known', '2026-04-01', { harm: 'died', status: ['looked-after'] }, '2026-04-14'),
    ],
    '2026-04-14',
    'overdue 2026-04-10',
  ],
])

const inCare = { abuse: 'neither', harm: 'died', status: ['looked-after'] } as const
const placed = fact(incidentKnown, '2026-04-01', { ...inCare, placedBy: 'another' })
table('tell-placing-authority-of-death', [
  ['of a death in care, where another authority placed the child here', [placed], '2026-04-02', 'ageing'],
  ['met', [placed, fact(placingAuthorityTold, '2026-04-02')], '2026-04-02', 'met'],
  [
    'not where this authority looked after the child',
    [fact(incidentKnown, '2026-04-01', { ...inCare, placedBy: 'here' })],
    '2026-04-02',
    'none',
  ],
  [
    'not for a child who was harmed and lived',
    [fact(incidentKnown, '2026-04-01', { ...meets, placedBy: 'another' })],
    '2026-04-02',
    'none',
  ],
  [
    'owed from the day the record says who placed the child',
    [died, corrected('incident-known', '2026-04-01', { ...inCare, placedBy: 'another' }, '2026-04-14')],
    '2026-04-14',
    'ageing',
  ],
])

const leaver = { abuse: 'neither', harm: 'died', under18: 'no', status: ['care-leaver'] } as const
table('notify-death-of-care-leaver', [
  ['from the guidance of 2023 on', [fact(incidentKnown, '2024-03-01', leaver)], '2024-03-04', 'due 2024-03-08'],
  ['not before it', [fact(incidentKnown, '2023-12-01', leaver)], '2023-12-04', 'none'],
  [
    'met late',
    [fact(incidentKnown, '2024-03-01', leaver), fact(deathNotified, '2024-03-11')],
    '2024-03-11',
    'met-late 2024-03-08',
  ],
  [
    'recorded late it is overdue at once',
    [fact(incidentKnown, '2024-03-01', leaver, { recordedOn: '2024-04-02' })],
    '2024-04-02',
    'overdue 2024-03-08',
  ],
  [
    'from the day it was known as it is put right',
    [fact(incidentKnown, '2024-03-01', leaver), corrected('incident-known', '2024-02-29', leaver, '2024-03-04')],
    '2024-03-04',
    'due 2024-03-07',
  ],
  [
    'no more once it is struck out',
    [fact(incidentKnown, '2024-03-01', leaver), struckOut('incident-known', '2024-03-04')],
    '2024-03-05',
    'none',
  ],
])

const noticed = fact(incidentNoticed, '2026-04-01', {}, { agency: 'hospital' })
table('tell-partners-of-what-was-noticed', [
  ['by whoever noticed it, without a number of days', [noticed], '2026-05-01', 'ageing'],
  ['met by telling them', [noticed, fact(partnersTold, '2026-04-02', {}, { agency: 'hospital' })], '2026-04-03', 'met'],
  ['struck out it is owed no more', [noticed, struckOut('incident-noticed', '2026-04-02')], '2026-04-03', 'none'],
])

test('a late notification is owed by law still, when the five days are long over', () => {
  const owed = (rule: string) => dutiesOn('2026-09-01', rule, [known])[0]?.met
  expect(owed('notify-panel-of-incident')).toBeNull()
  expect(owed('notify-panel-of-incident-in-five-working-days')).toBeNull()
})

test('it is owed by whoever noticed it, and by nobody else', () => {
  expect(dutiesOn('2026-05-01', 'tell-partners-of-what-was-noticed', [noticed]).map(one => one.agency)).toEqual([
    'hospital',
  ])
})
