import { expect, test } from 'vitest'
import { dutiesOn, fact, struckOut } from './given.ts'
import { arrangementsAgreed, leadNamed, partnersNamed } from './safeguarding-partners.ts'
import { table } from './table.ts'

const named = fact(partnersNamed, '2018-09-03')
const first = fact(partnersNamed, '2023-04-03')
const agreed = fact(arrangementsAgreed, '2019-03-04')

table('make-local-arrangements', [
  ['once there are partners, without a day of its own', [named], '2019-09-30', 'ageing'],
  ['met', [named, agreed], '2019-03-04', 'met'],
  ['promptly too for partners first named after the change-over', [first], '2026-04-01', 'ageing'],
  [
    'not where what partners before them agreed goes on',
    [named, agreed, fact(partnersNamed, '2022-07-01')],
    '2022-07-02',
    'met',
  ],
  [
    'owed after all where the older agreement is struck out',
    [named, agreed, fact(partnersNamed, '2022-07-01'), struckOut('arrangements-agreed', '2022-08-01')],
    '2022-08-01',
    'ageing, ageing',
  ],
  [
    'recorded late it is owed since it was recorded',
    [fact(partnersNamed, '2023-04-03', {}, { recordedOn: '2023-06-01' })],
    '2023-06-02',
    'ageing',
  ],
])

table('agree-how-to-lead', [
  ['once there are partners', [named], '2018-10-01', 'ageing'],
  ['met by agreeing', [named, agreed], '2019-03-04', 'met'],
  [
    'not anew where a health body takes another one’s place',
    [named, agreed, fact(partnersNamed, '2022-07-01')],
    '2022-07-02',
    'met',
  ],
])

const lead = (partner: 'authority' | 'health' | 'police') => fact(leadNamed, '2018-10-01', { partner })
table('name-lead-representatives', [
  ['one of each partner', [named], '2018-10-01', 'ageing, ageing, ageing'],
  ['each for itself', [named, lead('health')], '2018-10-01', 'ageing, met, ageing'],
  [
    'not from the guidance of 2023 on, which has leads of another name',
    [fact(partnersNamed, '2024-01-08')],
    '2024-02-05',
    'none',
  ],
  ['and then all', [named, lead('health'), lead('police'), lead('authority')], '2018-10-01', 'met, met, met'],
])

test('the one that is named is of the partner that it was named for', () => {
  const owed = dutiesOn('2018-10-01', 'name-lead-representatives', [named, lead('police')])
  expect(owed.filter(one => one.met).map(one => one.subject)).toEqual(['police'])
})
