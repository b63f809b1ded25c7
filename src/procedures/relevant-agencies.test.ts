import { expect, test } from 'vitest'
import { dutiesOn, fact } from './given.ts'
import { agenciesSelected, agencyAssured, educationInvolved, expectationsTold } from './relevant-agencies.ts'
import { partnersNamed } from './safeguarding-partners.ts'
import { table } from './table.ts'

const named = fact(partnersNamed, '2018-09-03')
const selected = fact(agenciesSelected, '2019-03-04', { named: ['school', 'club'] })

table('name-relevant-agencies', [
  ['once there are partners', [named], '2018-10-01', 'ageing'],
  ['met', [named, selected], '2019-03-04', 'met'],
])

table('tell-relevant-agencies-what-is-expected', [
  ['once they are named', [named, selected], '2019-04-01', 'ageing'],
  ['met', [named, selected, fact(expectationsTold, '2019-03-20')], '2019-03-20', 'met'],
])

const own = fact(agenciesSelected, '2019-03-04', { named: ['authority'] })
table('act-as-arranged', [
  ['by whoever is named', [named, own], '2019-04-01', 'ageing'],
  ['met by their own word', [named, own, fact(agencyAssured, '2019-05-06')], '2019-05-06', 'met'],
  ['by nobody where nobody is', [named, fact(agenciesSelected, '2019-03-04')], '2019-04-01', 'none'],
])

test('an agency that is named owes it once it was told, and one agency does not answer for another', () => {
  const reached = new Map([['relevant-agencies-selected', new Map([['school', Date.parse('2019-03-20')]])]])
  const told = dutiesOn('2019-04-01', 'act-as-arranged', [named, selected], { reached })
  expect(told.map(one => one.agency)).toEqual(['school'])
  const parties = new Map([
    ['school', 0],
    ['club', 0],
  ])
  const answered = [named, selected, fact(agencyAssured, '2019-05-06', {}, { agency: 'club' })]
  const owed = dutiesOn('2019-05-06', 'act-as-arranged', answered, { parties })
  expect(owed.map(one => [one.agency, one.met !== null])).toEqual([
    ['school', false],
    ['club', true],
  ])
})

table('involve-education', [
  ['once there are partners', [named], '2018-10-01', 'ageing'],
  ['met by deciding how', [named, fact(educationInvolved, '2019-02-04')], '2019-02-04', 'met'],
])
