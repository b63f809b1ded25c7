import { expect, test } from 'vitest'
import { caseClosed } from './closing.ts'
import { corrected, dutyOn, fact, openOn, struckOut } from './given.ts'
import { mentalHealthAdmitted, referralAfterAdmissionWeighed } from './mental-health-admission.ts'
import { childBorn, childDied } from './people.ts'
import { referralReceived } from './referral.ts'
import { table } from './table.ts'

const admitted = fact(mentalHealthAdmitted, '2026-03-02', { how: 'detained' }, { agency: 'trust' })
const weighed = (on: string, agency = 'trust', recordedOn = on) =>
  fact(referralAfterAdmissionWeighed, on, { decision: 'not-referred' }, { agency, recordedOn })
const referred = fact(referralReceived, '2026-03-04', { source: '3C' })
const school = fact(mentalHealthAdmitted, '2026-03-02', { how: 'not-known' }, { agency: 'school' })
const again = fact(mentalHealthAdmitted, '2026-06-01', { how: 'informal' }, { agency: 'trust' })
/** From when the trust knows of a fact that another agency recorded. */
const told = (root: string, day: string) => ({
  reached: new Map([[root, new Map([['trust', Date.parse(`${day}T13:00Z`)]])]]),
})

table('weigh-referral-after-mental-health-admission', [
  ['once a child is admitted', [admitted], '2026-03-02', 'ageing'],
  ['it ages, and is never overdue', [admitted], '2026-12-01', 'ageing'],
  ['met, also where the child is not referred', [admitted, weighed('2026-03-03')], '2026-03-03', 'met'],
  ['met on the day of the admission', [admitted, weighed('2026-03-02')], '2026-03-02', 'met'],
  ['not by what was weighed before', [weighed('2026-02-20'), admitted], '2026-03-10', 'ageing'],
  [
    'weighed in time, recorded late: not before it is on record',
    [admitted, weighed('2026-03-03', 'trust', '2026-03-20')],
    '2026-03-19',
    'ageing',
  ],
  [
    'weighed in time, recorded late: met',
    [admitted, weighed('2026-03-03', 'trust', '2026-03-20')],
    '2026-03-20',
    'met',
  ],
  [
    'each agency that records it weighs it for itself',
    [admitted, school, weighed('2026-03-03')],
    '2026-03-10',
    'met, ageing',
  ],
  [
    'not by what another agency weighed and told',
    [admitted, weighed('2026-03-03', 'school')],
    '2026-03-10',
    'ageing',
    {},
    told('referral-after-admission-weighed', '2026-03-03'),
  ],
  [
    'met by a referral of which the agency was told',
    [admitted, referred],
    '2026-03-10',
    'met',
    {},
    told('referral-received', '2026-03-05'),
  ],
  [
    'met by a referral that the agency recorded itself',
    [admitted, fact(referralReceived, '2026-03-04', { source: '3C' }, { agency: 'trust' })],
    '2026-03-10',
    'met',
  ],
  ['not by a referral of which it knows nothing', [admitted, referred], '2026-03-10', 'ageing'],
  [
    'not by a referral of before the admission',
    [fact(referralReceived, '2026-02-20', { source: '3C' }, { agency: 'trust' }), admitted],
    '2026-03-10',
    'ageing',
  ],
  [
    'owed by social care where social care is the one to record it; met by a referral there',
    [fact(mentalHealthAdmitted, '2026-03-02', { how: 'informal' }), referred],
    '2026-03-10',
    'met',
  ],
  ['again with a second admission', [admitted, weighed('2026-03-03'), again], '2026-06-10', 'met, ageing'],
  ['of two admissions the one that was weighed', [admitted, again, weighed('2026-06-03')], '2026-06-10', 'ageing, met'],
  [
    'not before the print of December 2020',
    [fact(mentalHealthAdmitted, '2020-12-08', { how: 'detained' })],
    '2021-03-01',
    'none',
  ],
  [
    'from the day of that print on',
    [fact(mentalHealthAdmitted, '2020-12-09', { how: 'detained' })],
    '2020-12-09',
    'ageing',
  ],
  [
    'corrected: the admission was before that print',
    [
      fact(mentalHealthAdmitted, '2020-12-10', { how: 'detained' }),
      corrected('child-admitted-to-mental-health-unit', '2020-12-07', { how: 'detained' }, '2020-12-11'),
    ],
    '2020-12-14',
    'none',
  ],
  [
    'corrected: the admission was after it was weighed',
    [
      admitted,
      weighed('2026-03-03'),
      corrected('child-admitted-to-mental-health-unit', '2026-03-09', { how: 'detained' }, '2026-03-10'),
    ],
    '2026-03-10',
    'ageing',
  ],
  [
    'the admission struck out',
    [admitted, struckOut('child-admitted-to-mental-health-unit', '2026-03-04')],
    '2026-03-10',
    'none',
  ],
  [
    'what was weighed struck out',
    [admitted, weighed('2026-03-03'), struckOut('referral-after-admission-weighed', '2026-03-04')],
    '2026-03-10',
    'ageing',
  ],
  ['ends with the case', [admitted, fact(caseClosed, '2026-03-06')], '2026-03-10', 'lapsed'],
  ['arises on a case that was closed before', [fact(caseClosed, '2026-02-20'), admitted], '2026-03-10', 'ageing'],
  ['ends with a death', [admitted, fact(childDied, '2026-03-06')], '2026-03-10', 'lapsed'],
  ['ends on the eighteenth birthday', [fact(childBorn, '2008-03-06'), admitted], '2026-03-10', 'lapsed'],
])

test('later editions carry it on from that of December 2020', () => {
  const owed = (day: string) => {
    const drafts = [fact(mentalHealthAdmitted, day, { how: 'informal' })]
    return dutyOn(day, 'weigh-referral-after-mental-health-admission', drafts)
  }
  expect(owed('2021-01-04')).toMatchObject({ edition: 'wt2018-dec2020', inherited: false, agency: 'authority' })
  expect(owed('2024-01-08')).toMatchObject({ edition: 'wt2018-dec2020', inherited: true })
  expect(owed('2026-04-13')).toMatchObject({ edition: 'wt2018-dec2020', inherited: true })
})

test('a procedure that the weighing closes', () => {
  expect(openOn([admitted])).toEqual(['mental-health-admission'])
  expect(openOn([admitted, weighed('2026-03-03')])).toEqual([])
})
