import { describe, expect, test } from 'vitest'
import { calendarDays } from '../guidance/limits.ts'
import { corrected, fact, openOn, struckOut } from './given.ts'
import { guidance } from './index.ts'
import {
  meetingCalled,
  meetingClosed,
  meetingInvitationAnswered,
  meetingInvitationSent,
  meetingInvitationWithdrawn,
  meetingMinutesAnswered,
  meetingMinutesSent,
  meetingMoved,
  meetingReportGiven,
} from './meeting-facts.ts'
import { guestKinds, meetingGuestAnswered, meetingGuestInvited, meetingGuestReported } from './meeting-guest-facts.ts'
import { isQuorate, lacking, meetingKinds, othersThere, partOf, quorumOn, type There } from './meeting-kinds.ts'
import { strategyDiscussionHeld } from './strategy-discussion.ts'
import { table } from './table.ts'

// A strategy discussion, called on Monday 2 March 2026 for Wednesday 4 March.
const called = fact(meetingCalled, '2026-03-02', {
  meeting: 'strategy-discussion',
  plannedFor: '2026-03-04',
  invited: ['police', 'surgery'],
  reportsBy: '2026-03-03',
})
const moved = fact(meetingMoved, '2026-03-03', { plannedFor: '2026-03-06', reportsBy: '2026-03-05' })
const held = fact(meetingClosed, '2026-03-04', { how: 'held' })
const notHeld = fact(meetingClosed, '2026-03-04', { how: 'not-held' })
const sent = fact(meetingMinutesSent, '2026-03-05', { sentTo: ['police', 'surgery'] })

const noon = (day: string) => Date.parse(`${day}T12:00Z`)
/** Everything reached police and surgery on the day that it was recorded. */
const told = {
  reached: new Map(
    [
      meetingCalled,
      meetingMoved,
      meetingClosed,
      meetingMinutesSent,
      meetingInvitationWithdrawn,
      meetingInvitationSent,
    ].map(({ kind }) => [
      kind,
      new Map(['police', 'surgery', 'school'].map(agency => [agency, noon('2026-03-02')] as const)),
    ]),
  ),
}

const police = fact(meetingInvitationAnswered, '2026-03-03', { answer: 'comes' }, { agency: 'police' })
const next = fact(meetingCalled, '2026-03-09', { ...called.data, plannedFor: '2026-03-11' }, { id: 'next' })
const nextTold = { reached: new Map([...told.reached, ['next', new Map([['police', noon('2026-03-09')]])] as const]) }

table('answer-meeting-invitation', [
  [
    'each agency that was invited, before the meeting',
    [called],
    '2026-03-02',
    'due 2026-03-04, due 2026-03-04',
    {},
    told,
  ],
  ['nobody owes what they have not heard of', [called], '2026-03-02', 'none'],
  ['each meets its own', [called, police], '2026-03-05', 'met 2026-03-04, overdue 2026-03-04', {}, told],
  ['the day moves with the meeting', [called, moved], '2026-03-05', 'due 2026-03-06, due 2026-03-06', {}, told],
  [
    'and with a corrected day',
    [
      called,
      corrected(
        'meeting-called',
        '2026-03-02',
        { ...called.data, plannedFor: '2026-03-05', invited: ['police'] },
        '2026-03-03',
      ),
    ],
    '2026-03-05',
    'due 2026-03-05',
    {},
    told,
  ],
  [
    'a withdrawn invitation ends what that agency owes, and nothing of the other',
    [called, fact(meetingInvitationWithdrawn, '2026-03-03', { withdrawn: ['surgery'] })],
    '2026-03-04',
    'due 2026-03-04, lapsed 2026-03-04',
    {},
    told,
  ],
  [
    'once it is over nobody can say that they come',
    [called, held],
    '2026-03-09',
    'lapsed 2026-03-04, lapsed 2026-03-04',
    {},
    told,
  ],
  [
    'called by mistake and struck out',
    [called, struckOut('meeting-called', '2026-03-03')],
    '2026-03-04',
    'none',
    {},
    told,
  ],
  [
    'an answer to one meeting is none to the next',
    [called, police, { ...held, how: { about: 'meeting-called' } }, next],
    '2026-03-09',
    'met 2026-03-04, lapsed 2026-03-04, due 2026-03-11',
    {},
    nextTold,
  ],
])

table('answer-later-meeting-invitation', [
  [
    'an agency that is asked later owes it too',
    [called, fact(meetingInvitationSent, '2026-03-03', { invited: ['school'] })],
    '2026-03-03',
    'due 2026-03-04',
    {},
    told,
  ],
])

const report = (day: string) => fact(meetingReportGiven, day, {}, { agency: 'police' })
table('send-report-for-meeting', [
  ['by the day that the invitation names', [called], '2026-03-02', 'due 2026-03-03, due 2026-03-03', {}, told],
  ['which moves with the meeting', [called, moved], '2026-03-04', 'due 2026-03-05, due 2026-03-05', {}, told],
  [
    'not where the invitation names none',
    [fact(meetingCalled, '2026-03-02', { meeting: 'core-group', plannedFor: '2026-03-04', invited: ['police'] })],
    '2026-03-02',
    'none',
    {},
    told,
  ],
  [
    'not for an initial conference, which has a rule of its own',
    [fact(meetingCalled, '2026-03-02', { ...called.data, meeting: 'initial-conference' })],
    '2026-03-02',
    'none',
    {},
    told,
  ],
  ['met', [called, report('2026-03-03')], '2026-03-03', 'met 2026-03-03, due 2026-03-03', {}, told],
  ['met late', [called, report('2026-03-04')], '2026-03-04', 'met-late 2026-03-03, overdue 2026-03-03', {}, told],
])

table('send-report-for-meeting-after-later-invitation', [
  [
    'an agency that is asked later reports too, by the same day',
    [called, fact(meetingInvitationSent, '2026-03-02', { invited: ['school'] })],
    '2026-03-02',
    'due 2026-03-03',
    {},
    told,
  ],
  [
    'not where no report is wanted',
    [
      fact(meetingCalled, '2026-03-02', { meeting: 'core-group', plannedFor: '2026-03-04', invited: ['police'] }),
      fact(meetingInvitationSent, '2026-03-02', { invited: ['school'] }),
    ],
    '2026-03-02',
    'none',
    {},
    told,
  ],
])

table('say-whether-meeting-was-held', [
  ['on the day of the meeting', [called], '2026-03-04', 'due 2026-03-04'],
  ['a meeting of which nothing is said is late', [called], '2026-03-05', 'overdue 2026-03-04'],
  ['moves with it', [called, moved], '2026-03-05', 'due 2026-03-06'],
  ['met by what was held', [called, held], '2026-03-05', 'met 2026-03-04'],
  ['and by saying that it was not', [called, notHeld], '2026-03-05', 'met 2026-03-04'],
  ['met late', [called, fact(meetingClosed, '2026-03-06', { how: 'emergency' })], '2026-03-06', 'met-late 2026-03-04'],
  [
    'not by recording the decision alone',
    [called, fact(strategyDiscussionHeld, '2026-03-04')],
    '2026-03-05',
    'overdue 2026-03-04',
  ],
  ['closing struck out', [called, held, struckOut('meeting-closed', '2026-03-05')], '2026-03-05', 'overdue 2026-03-04'],
  ['called struck out', [called, struckOut('meeting-called', '2026-03-03')], '2026-03-05', 'none'],
])

table('send-minutes-of-meeting', [
  ['the guidance names no number of days: it ages', [called, held], '2026-03-20', 'ageing'],
  [
    'an area may: five days here',
    [called, held],
    '2026-03-10',
    'overdue 2026-03-09',
    { 'meeting-minutes': calendarDays(5) },
  ],
  ['met', [called, held, sent], '2026-03-10', 'met 2026-03-09', { 'meeting-minutes': calendarDays(5) }],
  ['not for what was not held', [called, notHeld], '2026-03-20', 'none'],
  ['also for an emergency', [called, fact(meetingClosed, '2026-03-04', { how: 'emergency' })], '2026-03-20', 'ageing'],
])

const answered = (answer: 'signed' | 'correct') =>
  fact(meetingMinutesAnswered, '2026-03-06', { answer }, { agency: 'police' })
table('sign-minutes-of-meeting', [
  ['each agency that got them', [called, held, sent], '2026-03-05', 'ageing, ageing', {}, told],
  ['met by signing', [called, held, sent, answered('signed')], '2026-03-06', 'met, ageing', {}, told],
  ['and by asking for a correction', [called, held, sent, answered('correct')], '2026-03-06', 'met, ageing', {}, told],
  [
    'an area may set a number: three days here',
    [called, held, sent],
    '2026-03-09',
    'overdue 2026-03-08, overdue 2026-03-08',
    { 'meeting-minutes-signed': calendarDays(3) },
    told,
  ],
])

test('what is recorded for somebody without an account meets what no agency owes', () => {
  const invited = fact(meetingGuestInvited, '2026-03-02', { standsFor: 'early-years', reportWanted: true })
  const meets = [meetingGuestAnswered, meetingGuestReported].map(({ kind }) => guidance.metBy.get(kind) ?? [])
  expect(meets).toEqual([[], []])
  expect(openOn([called, invited], '2026-03-03')).toContain('decision-meeting')
})

test('the procedure is open until the meeting is closed', () => {
  expect(openOn([called], '2026-03-03')).toContain('decision-meeting')
  expect(openOn([called, held], '2026-03-05')).not.toContain('decision-meeting')
})

describe('quorum', () => {
  const of = (meeting: keyof typeof meetingKinds, present: Parameters<typeof lacking>[1], agencies: number) =>
    lacking(quorumOn(meetingKinds[meeting], '2026-03-04'), present, agencies)
  test('a strategy discussion needs social care, police and health', () => {
    expect(of('strategy-discussion', ['social-worker', 'police'], 1)).toEqual({ parts: ['health'], agencies: 0 })
    expect(isQuorate(of('strategy-discussion', ['social-worker', 'police', 'health'], 2))).toBe(true)
  })
  test('a conference needs social care and, by local practice, two agencies more', () => {
    expect(of('initial-conference', ['social-worker', 'health'], 1)).toEqual({ parts: [], agencies: 1 })
    expect(quorumOn(meetingKinds['initial-conference'], '2026-03-04')).toMatchObject({ local: true })
  })
  test('before the guidance there is none', () => {
    expect(quorumOn(meetingKinds['strategy-discussion'], '2018-07-03')).toBeUndefined()
  })
  test('a surgery speaks for health, and a housing office for itself', () => {
    expect([partOf('general-practice'), partOf('housing')]).toEqual(['health', 'other'])
  })
  test('whoever has no account speaks for the part of their kind of agency, as whoever has one', () => {
    const parts = Object.keys(guestKinds).map(kind => [kind, partOf(kind)] as const)
    expect(Object.fromEntries(parts)).toMatchObject({
      'early-years': 'education',
      'general-practice': 'health',
      police: 'police',
      'local-authority': 'social-worker',
      housing: 'other',
      voluntary: 'other',
      other: 'other',
    })
  })

  const council: There = { part: 'social-worker', from: 'council', isOwner: true }
  const there = (part: There['part'], from: string): There => ({ part, from, isOwner: false })
  test.each<[string, There[], There['part'][], number]>([
    ['nobody but whoever called it', [council], [], 0],
    ['a nursery and a club without accounts', [council, there('education', 'nursery'), there('other', 'club')], [], 2],
    ['two people of one nursery once', [council, there('education', 'nursery'), there('education', 'nursery')], [], 1],
    ['a second person of the agency that called it not at all', [council, there('social-worker', 'council')], [], 0],
    ['somebody for health without an invitation', [council], ['social-worker', 'health'], 1],
    [
      'a private doctor and health spoken for once',
      [council, there('health', 'practice')],
      ['social-worker', 'health'],
      1,
    ],
    ['family and referrer not at all', [council], ['family', 'referrer'], 0],
  ])('agencies besides the one that called it: %s', (_, who, present, expected) => {
    expect(othersThere(who, present)).toBe(expected)
  })
})
