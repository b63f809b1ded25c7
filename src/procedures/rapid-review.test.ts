import { expect, test } from 'vitest'
import { workingDays } from '../guidance/limits.ts'
import { always, corrected, dutiesOn, fact, struckOut } from './given.ts'
import { newInformationSent, panelAnswered, rapidReviewFinished, rapidReviewSent } from './rapid-review.ts'
import { incidentKnown, notificationDecided, panelNotified } from './serious-incident.ts'
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
  [
    'from the day as it is put right',
    [known, corrected('incident-known', '2026-03-31', meets, '2026-04-02')],
    '2026-04-02',
    'due 2026-04-23',
  ],
  [
    'recorded late it is overdue at once',
    [fact(incidentKnown, '2026-04-01', meets, { recordedOn: '2026-05-05' })],
    '2026-05-05',
    'overdue 2026-04-24',
  ],
  ['no more once it is struck out', [known, struckOut('incident-known', '2026-04-10')], '2026-04-10', 'none'],
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

// Notified on Wednesday 8 April 2026: fifteen working days later is Wednesday 29 April.
const notified = fact(panelNotified, '2026-04-08')
const counts = { 'rapid-review-from-notification': workingDays(15) }
table('send-rapid-review-from-notification', [
  ['in the days that the area counts from the notification', [known, notified], '2026-04-09', 'due 2026-04-29', counts],
  ['met', [known, notified, finished, sent('2026-04-29')], '2026-04-29', 'met 2026-04-29', counts],
  ['met late', [known, notified, finished, sent('2026-04-30')], '2026-04-30', 'met-late 2026-04-29', counts],
  ['without a day where the area counts from the day it was known', [known, notified], '2026-05-29', 'ageing'],
  ['not where both are one day', [known, fact(panelNotified, '2026-04-01')], '2026-04-09', 'none', counts],
  [
    'from the day as it is put right',
    [known, notified, corrected('panel-notified-of-incident', '2026-04-07', {}, '2026-04-10')],
    '2026-04-10',
    'due 2026-04-28',
    counts,
  ],
  [
    'ended where the incident is not notifiable',
    [known, notified, notNotifiable],
    '2026-04-09',
    'lapsed 2026-04-29',
    counts,
  ],
  [
    'nor once the notification is struck out',
    [known, notified, struckOut('panel-notified-of-incident', '2026-04-10')],
    '2026-04-10',
    'none',
    counts,
  ],
  [
    'recorded late it is overdue at once',
    [known, fact(panelNotified, '2026-04-08', {}, { recordedOn: '2026-05-05' })],
    '2026-05-05',
    'overdue 2026-04-29',
    counts,
  ],
])

test('an area’s own count never takes the place of the Panel’s number, which runs from the earlier day', () => {
  const said = { local: always(counts) }
  expect(dutiesOn('2026-04-09', 'send-rapid-review-in-fifteen-working-days', [known, notified], said)).toMatchObject([
    { due: { latest: '2026-04-24' } },
  ])
  expect(dutiesOn('2026-04-09', 'send-rapid-review-from-notification', [known, notified], said)).toMatchObject([
    { due: { latest: '2026-04-29', local: true } },
  ])
})

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
