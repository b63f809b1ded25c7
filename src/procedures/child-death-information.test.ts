import { expect, test } from 'vitest'
import { weeks } from '../guidance/limits.ts'
import { careRecordGathered, reportingFormReturned, reportingFormsSent } from './child-death-information.ts'
import { deathNotified } from './child-death-notification.ts'
import { corrected, dutiesOn, fact, struckOut } from './given.ts'
import { table } from './table.ts'

const notified = fact(deathNotified, '2026-02-03')
const sent = fact(reportingFormsSent, '2026-02-10', { asked: ['school', 'police'], answerBy: '2026-03-03' })
const returned = (agency: string, answer: 'complete' | 'part' | 'nothing', on = '2026-03-02') =>
  fact(reportingFormReturned, on, { answer }, { agency })

// Two weeks from Tuesday 3 February 2026: the 17th.
const local = { 'reporting-forms': weeks(2) }
table('send-reporting-forms', [
  ['as soon as the area has it', [notified], '2026-02-04', 'due 2026-02-17', local],
  ['met', [notified, sent], '2026-02-10', 'met 2026-02-17', local],
  ['overdue', [notified], '2026-02-18', 'overdue 2026-02-17', local],
  ['without a day where it set none', [notified], '2026-04-01', 'ageing'],
  [
    'met late',
    [notified, fact(reportingFormsSent, '2026-02-18', { asked: ['authority'] })],
    '2026-02-18',
    'met-late 2026-02-17',
    local,
  ],
  [
    'from the day as it is put right',
    [notified, corrected(notified.kind, '2026-02-02', {}, '2026-02-05')],
    '2026-02-06',
    'due 2026-02-16',
    local,
  ],
  [
    'recorded late, the day on which it was done is what counts',
    [notified, fact(reportingFormsSent, '2026-02-16', { asked: ['authority'] }, { recordedOn: '2026-03-02' })],
    '2026-03-02',
    'met 2026-02-17',
    local,
  ],
  ['no more once it is struck out', [notified, struckOut(notified.kind, '2026-02-05')], '2026-02-06', 'none', local],
])

table('gather-record-of-care', [
  ['once the death is notified', [notified], '2026-04-01', 'ageing'],
  ['met', [notified, fact(careRecordGathered, '2026-03-01')], '2026-03-01', 'met'],
])

const own = fact(reportingFormsSent, '2026-02-10', { asked: ['authority'], answerBy: '2026-03-03' })
table('return-reporting-form', [
  ['by the day that the request names', [notified, own], '2026-02-11', 'due 2026-03-03'],
  ['met', [notified, own, returned('authority', 'complete')], '2026-03-02', 'met 2026-03-03'],
  ['also where nothing is held', [notified, own, returned('authority', 'nothing')], '2026-03-02', 'met 2026-03-03'],
  ['not by a part of it', [notified, own, returned('authority', 'part')], '2026-03-04', 'overdue 2026-03-03'],
  [
    'without a day where the request names none',
    [notified, fact(reportingFormsSent, '2026-02-10', { asked: ['authority'] })],
    '2026-06-01',
    'ageing',
  ],
  ['met late', [notified, own, returned('authority', 'complete', '2026-03-04')], '2026-03-04', 'met-late 2026-03-03'],
  [
    'by the day of the request as it is put right',
    [notified, own, corrected(own.kind, '2026-02-10', { asked: ['authority'], answerBy: '2026-03-17' }, '2026-02-16')],
    '2026-03-04',
    'due 2026-03-17',
  ],
  [
    'recorded late, the day on which it was done is what counts',
    [notified, own, fact(reportingFormReturned, '2026-03-02', { answer: 'complete' }, { recordedOn: '2026-03-16' })],
    '2026-03-16',
    'met 2026-03-03',
  ],
  ['no more once it is struck out', [notified, own, struckOut(own.kind, '2026-02-16')], '2026-02-17', 'none'],
])

test('each agency asked owes its own form, and one does not return it for another', () => {
  const parties = new Map([
    ['school', 0],
    ['police', 0],
  ])
  const all = [notified, sent, returned('school', 'complete')]
  const owed = dutiesOn('2026-03-04', 'return-reporting-form', all, { parties })
  expect(owed.map(one => [one.agency, one.met !== null])).toEqual([
    ['school', true],
    ['police', false],
  ])
})
