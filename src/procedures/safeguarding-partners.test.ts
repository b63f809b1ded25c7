import { expect, test } from 'vitest'
import { dutiesOn, fact } from './given.ts'
import { arrangementsAgreed, leadNamed, partnersNamed } from './safeguarding-partners.ts'
import { table } from './table.ts'

const named = fact(partnersNamed, '2018-09-03')
const agreed = fact(arrangementsAgreed, '2019-03-04')

table('make-local-arrangements', [
  ['by 29 September 2019 at the latest', [named], '2018-09-04', 'due 2019-09-29'],
  ['met', [named, agreed], '2019-03-04', 'met 2019-09-29'],
  ['overdue after that', [named], '2019-09-30', 'overdue 2019-09-29'],
  ['met late', [named, fact(arrangementsAgreed, '2019-11-04')], '2019-11-04', 'met-late 2019-09-29'],
])

table('agree-how-to-lead', [
  ['once there are partners', [named], '2018-10-01', 'ageing'],
  ['met by agreeing', [named, agreed], '2019-03-04', 'met'],
])

const lead = (partner: 'authority' | 'health' | 'police') => fact(leadNamed, '2018-10-01', { partner })
table('name-lead-representatives', [
  ['one of each partner', [named], '2018-10-01', 'ageing, ageing, ageing'],
  ['each for itself', [named, lead('health')], '2018-10-01', 'ageing, met, ageing'],
  ['and then all', [named, lead('health'), lead('police'), lead('authority')], '2018-10-01', 'met, met, met'],
])

test('the one that is named is of the partner that it was named for', () => {
  const owed = dutiesOn('2018-10-01', 'name-lead-representatives', [named, lead('police')])
  expect(owed.filter(one => one.met).map(one => one.subject)).toEqual(['police'])
})
