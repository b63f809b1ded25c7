import { expect, test } from 'vitest'
import { dutyOn, fact } from './given.ts'
import { guidance } from './index.ts'
import {
  channelAssessed,
  channelReferred,
  outsideRiskAssessed,
  outsideRiskSeen,
  widerFactorsActedOn,
} from './risk-outside-home.ts'
import { table } from './table.ts'

const seen = fact(outsideRiskSeen, '2026-03-02', { contexts: ['place'], part: 'both' })
const harmed = fact(outsideRiskSeen, '2026-03-02', { contexts: ['online'], part: 'harmed' })
const assessed = (...next: ('child' | 'context')[]) => fact(outsideRiskAssessed, '2026-03-30', { next })

table('assess-risk-outside-home', [
  ['whenever it is seen', [harmed], '2026-05-01', 'ageing'],
  ['met', [harmed, assessed('child')], '2026-03-30', 'met'],
])
table('assess-child-who-may-harm-others', [
  ['where that is said', [seen], '2026-05-01', 'ageing'],
  ['met', [seen, assessed('child')], '2026-03-30', 'met'],
  ['not of a child who is harmed alone', [harmed], '2026-05-01', 'none'],
])
table('act-on-wider-factors', [
  ['where the assessment says so', [seen, assessed('child', 'context')], '2026-05-01', 'ageing'],
  ['met', [seen, assessed('context'), fact(widerFactorsActedOn, '2026-04-20')], '2026-04-20', 'met'],
  ['not where the child alone is helped', [seen, assessed('child')], '2026-05-01', 'none'],
])

const referred = fact(channelReferred, '2026-03-09')
table('assess-in-channel-panel', [
  ['whoever is referred', [seen, referred], '2026-05-01', 'ageing'],
  ['met', [seen, referred, fact(channelAssessed, '2026-03-25')], '2026-03-25', 'met'],
])

test('the print of December 2020 says it under another heading', () => {
  const on = (day: string) =>
    dutyOn(day, 'assess-risk-outside-home', [fact(outsideRiskSeen, day, { contexts: ['peers'] })])
  expect([on('2020-12-08')?.edition, on('2020-12-09')?.edition]).toEqual(['wt2018', 'wt2018-dec2020'])
})

test('it is recorded on a child’s file and on that of a place or group', () => {
  expect(guidance.procedureOf.get(outsideRiskSeen.kind)?.caseKind).toEqual(['child', 'context'])
})
