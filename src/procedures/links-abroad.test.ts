import { expect, test } from 'vitest'
import { caseClosed } from './closing.ts'
import { corrected, dutyOn, fact, type How, struckOut } from './given.ts'
import { linkAbroadLearnt, tellingEmbassyConsidered } from './links-abroad.ts'
import { childBorn, childDied } from './people.ts'
import { childProtectionPlanStarted, initialConferenceHeld, planEnded, reviewConferenceHeld } from './plan-facts.ts'
import { table } from './table.ts'

const conference = (on: string) => fact(initialConferenceHeld, on, { decision: 'child-protection-plan' })
const held = conference('2026-03-02')
const ended = fact(reviewConferenceHeld, '2026-05-27', { decision: 'ends' })
const link = (on: string, how: How = {}) => fact(linkAbroadLearnt, on, { links: ['nationality'] }, how)
const before = link('2026-02-02')
const during = link('2026-04-01')
const considered = (on: string, how: How = {}) => fact(tellingEmbassyConsidered, on, { decision: 'not-told' }, how)

table('consider-telling-embassy', [
  ['where a link is learnt while the child is on a plan', [held, during], '2026-04-01', 'ageing'],
  ['where it was learnt before: from the plan on', [before, held], '2026-03-02', 'ageing'],
  ['not before there is a plan', [before, held], '2026-03-01', 'none'],
  ['on the day of the conference', [held, link('2026-03-02')], '2026-03-02', 'ageing'],
  [
    'also where only the start of the plan is known',
    [before, fact(childProtectionPlanStarted, '2026-03-02')],
    '2026-03-10',
    'ageing',
  ],
  ['not of a child who is on no plan', [before], '2026-12-01', 'none'],
  [
    'not where the conference decided on none',
    [before, fact(initialConferenceHeld, '2026-03-02', { decision: 'child-in-need-plan' })],
    '2026-03-10',
    'none',
  ],
  ['not where it was learnt after the plan', [held, ended, link('2026-06-01')], '2026-06-10', 'none'],
  ['it ages, and is never overdue', [held, during], '2026-12-01', 'ageing'],
  ['met where the embassy is not told', [held, during, considered('2026-04-03')], '2026-04-03', 'met'],
  [
    'met where telling it would put somebody in danger',
    [held, during, fact(tellingEmbassyConsidered, '2026-04-03', { decision: 'unsafe' })],
    '2026-04-03',
    'met',
  ],
  [
    'met where it is told',
    [held, during, fact(tellingEmbassyConsidered, '2026-04-03', { decision: 'told' })],
    '2026-04-03',
    'met',
  ],
  ['met by what was considered on the way to the plan', [before, considered('2026-02-20'), held], '2026-03-02', 'met'],
  [
    'considered in time, recorded late: not before it is on record',
    [held, during, considered('2026-04-03', { recordedOn: '2026-04-20' })],
    '2026-04-19',
    'ageing',
  ],
  [
    'considered in time, recorded late: met',
    [held, during, considered('2026-04-03', { recordedOn: '2026-04-20' })],
    '2026-04-20',
    'met',
  ],
  [
    'each link for itself',
    [held, during, link('2026-04-02'), considered('2026-04-03', { about: 'link-abroad-learnt' })],
    '2026-04-10',
    'met, ageing',
  ],
  [
    'a link that another agency recorded: once the authority is told',
    [held, link('2026-04-01', { agency: 'school' })],
    '2026-04-08',
    'ageing',
    {},
    { reached: new Map([['link-abroad-learnt', new Map([['authority', Date.parse('2026-04-07T13:00Z')]])]]) },
  ],
  ['not of a link of which it knows nothing', [held, link('2026-04-01', { agency: 'school' })], '2026-04-08', 'none'],
  ['ends with a review that ends the plan', [held, during, ended], '2026-05-28', 'lapsed'],
  [
    'ends with the end of the plan',
    [held, during, fact(planEnded, '2026-05-27', { ground: 'left-uk-permanently' })],
    '2026-05-28',
    'lapsed',
  ],
  [
    'not with an end that has no ground',
    [held, during, fact(planEnded, '2026-05-27', { ground: 'died' })],
    '2026-05-28',
    'ageing',
  ],
  [
    'not by closing the case: that ends no plan',
    [held, during, fact(caseClosed, '2026-05-27')],
    '2026-05-28',
    'ageing',
  ],
  ['owed again once there is another plan', [held, during, ended, conference('2026-09-07')], '2026-09-08', 'ageing'],
  [
    'not met by what was considered for the plan before',
    [held, during, considered('2026-04-03'), ended, conference('2026-09-07')],
    '2026-09-08',
    'ageing',
  ],
  [
    'met by what is considered for that other plan',
    [held, during, considered('2026-04-03'), ended, conference('2026-09-07'), considered('2026-09-14')],
    '2026-09-14',
    'met',
  ],
  [
    'a second conference during one plan asks nothing anew',
    [held, during, considered('2026-04-03'), conference('2026-04-20')],
    '2026-04-21',
    'met',
  ],
  ['not before the guidance of 2018', [conference('2018-07-02'), link('2018-07-03')], '2018-07-20', 'none'],
  ['from the day of that guidance on', [conference('2018-07-02'), link('2018-07-04')], '2018-07-20', 'ageing'],
  [
    'corrected: the conference decided on no plan',
    [
      held,
      during,
      corrected('initial-conference-held', '2026-03-02', { decision: 'child-in-need-plan' }, '2026-04-02'),
    ],
    '2026-04-10',
    'none',
  ],
  [
    'corrected: it was learnt after the plan had ended',
    [held, during, ended, corrected('link-abroad-learnt', '2026-06-01', { links: ['lived'] }, '2026-06-02')],
    '2026-06-10',
    'none',
  ],
  [
    'corrected: it was considered before the link was learnt',
    [
      held,
      during,
      considered('2026-04-03'),
      corrected('telling-embassy-considered', '2026-03-30', { decision: 'not-told' }, '2026-04-07'),
    ],
    '2026-04-10',
    'ageing',
  ],
  ['the link struck out', [held, during, struckOut('link-abroad-learnt', '2026-04-02')], '2026-04-10', 'none'],
  [
    'the conference struck out',
    [held, during, struckOut('initial-conference-held', '2026-04-02')],
    '2026-04-10',
    'none',
  ],
  [
    'what was considered struck out',
    [held, during, considered('2026-04-03'), struckOut('telling-embassy-considered', '2026-04-07')],
    '2026-04-10',
    'ageing',
  ],
  ['ends with a death', [held, during, fact(childDied, '2026-04-10')], '2026-04-11', 'lapsed'],
  ['ends on the eighteenth birthday', [fact(childBorn, '2008-04-10'), held, during], '2026-04-11', 'lapsed'],
])

const owed = (day: string, ...drafts: Parameters<typeof dutyOn>[2]) => dutyOn(day, 'consider-telling-embassy', drafts)

test('the clock runs from the plan where the link was known before, else from the day on which it was learnt', () => {
  expect(owed('2026-04-10', before, held)?.from.from).toBe('2026-03-02')
  expect(owed('2026-04-10', before, held)?.knownSince).toBe('2026-03-02')
  expect(owed('2026-04-10', held, during)?.from.from).toBe('2026-04-01')
  expect(owed('2026-09-08', held, during, ended, conference('2026-09-07'))?.from.from).toBe('2026-09-07')
})

test('later editions carry it on from that of 2018', () => {
  expect(owed('2018-10-10', conference('2018-10-01'), link('2018-10-08'))?.inherited).toBe(false)
  expect(owed('2026-04-10', held, during)).toMatchObject({ edition: 'wt2018', inherited: true, agency: 'authority' })
})

test('that to decide against it is an answer stands beside it', () => {
  expect(owed('2026-04-10', held, during)?.remark).toMatch(/against it.*fled/)
})
