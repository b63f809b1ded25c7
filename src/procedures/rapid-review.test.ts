import { expect, test } from 'vitest'
import { corrected, dutiesOn, fact } from './given.ts'
import { newInformationSent, panelAnswered, rapidReviewFinished, rapidReviewSent } from './rapid-review.ts'
import { incidentKnown, notificationDecided } from './serious-incident.ts'
import { table } from './table.ts'

// Known on Wednesday 1 April 2026; with Good Friday and Easter Monday the 15th working day is Friday 24 April.
const meets = { abuse: 'known', harm: 'died', where: 'here' } as const
const known = fact(incidentKnown, '2026-04-01', meets)
const finished = fact(rapidReviewFinished, '2026-04-22', { localReview: 'local-review' })
const sent = (on: string) => fact(rapidReviewSent, on)
const notNotifiable = fact(notificationDecided, '2026-04-08', { decision: 'not-notifiable' })
const noLongerChild = corrected('incident-known', '2026-04-01', { ...meets, under18: 'no' }, '2026-04-09')

table('carry-out-rapid-review', [
  ['promptly, once an incident is known', [known], '2026-05-01', 'ageing'],
  ['met when the partners have signed it', [known, finished], '2026-04-22', 'met'],
  [
    'not for what does not meet the test',
    [fact(incidentKnown, '2026-04-01', { harm: 'neither' })],
    '2026-04-02',
    'none',
  ],
  ['ended where the incident is not notifiable', [known, notNotifiable], '2026-04-09', 'lapsed'],
  ['not for somebody who turns out to have been an adult', [known, noLongerChild], '2026-04-10', 'none'],
])

table('send-rapid-review-in-fifteen-working-days', [
  ['counted from the day it was known, over Easter', [known], '2026-04-02', 'due 2026-04-24'],
  ['met on the fifteenth', [known, finished, sent('2026-04-24')], '2026-04-24', 'met 2026-04-24'],
  ['late', [known, finished], '2026-04-25', 'overdue 2026-04-24'],
  ['met late', [known, finished, sent('2026-04-27')], '2026-04-27', 'met-late 2026-04-24'],
  ['ended where the incident is not notifiable', [known, notNotifiable], '2026-04-09', 'lapsed 2026-04-24'],
  ['not before the Panel gave a number', [fact(incidentKnown, '2019-04-15', meets)], '2019-04-16', 'none'],
  // Wednesday 1 May 2019; Monday the 6th is a bank holiday: the fifteenth working day is Thursday the 23rd.
  [
    'from May 2019 by the Panel’s guidance, where the area’s own arrangements had begun',
    [fact(incidentKnown, '2019-05-01', meets)],
    '2019-05-02',
    'due 2019-05-23',
    {},
    { began: { safeguarding: '2019-05-01' } },
  ],
  [
    'not while the area still had its board',
    [fact(incidentKnown, '2019-05-01', meets)],
    '2019-05-02',
    'none',
    {},
    { began: { safeguarding: '2019-05-02' } },
  ],
])

table('send-rapid-review', [
  ['as soon as it is finished', [known, finished], '2026-05-29', 'ageing'],
  ['met by sending it', [known, finished, sent('2026-04-23')], '2026-04-23', 'met'],
  ['not before it is finished', [known], '2026-04-22', 'none'],
])

const asked = fact(panelAnswered, '2026-05-06', { answer: 'more-information' })
table('send-what-the-panel-asked', [
  ['where the Panel asks for more', [known, finished, sent('2026-04-24'), asked], '2026-05-07', 'ageing'],
  [
    'met by telling it',
    [known, finished, sent('2026-04-24'), asked, fact(newInformationSent, '2026-05-12')],
    '2026-05-12',
    'met',
  ],
  [
    'not where it has decided',
    [known, finished, fact(panelAnswered, '2026-05-06', { answer: 'no-national-review' })],
    '2026-05-07',
    'none',
  ],
])

test('it is the partners who owe it; where an area names no agency for them, its authority answers', () => {
  const owed = (said = {}) => dutiesOn('2026-04-02', 'carry-out-rapid-review', [known], said).map(one => one.agency)
  expect(owed()).toEqual(['authority'])
  const parties = new Map([['partners', 0]])
  expect(owed({ bodies: { 'safeguarding-partners': 'partners' }, parties })).toEqual(['partners'])
})

test('partners who do not work on the case do not owe what nobody told them', () => {
  const bodies = { 'safeguarding-partners': 'partners' }
  expect(dutiesOn('2026-04-02', 'carry-out-rapid-review', [known], { bodies })).toEqual([])
})
