import { describe, expect, test } from 'vitest'
import { workingDaysBefore } from '../guidance/limits.ts'
import { caseClosed } from './closing.ts'
import { section47EnquiryConcluded, section47EnquiryStarted } from './enquiry-facts.ts'
import { always, corrected, dutiesOn, dutyOn, fact, struckOut } from './given.ts'
import { chairMetFamily, conferencePlanned, conferenceReportShared } from './initial-conference.ts'
import { childDied } from './people.ts'
import { initialConferenceHeld } from './plan-facts.ts'
import { referralReceived } from './referral.ts'
import { strategyDiscussionHeld } from './strategy-discussion.ts'
import { table } from './table.ts'

// 15 working days from Wednesday 25 March 2026, over Easter: Friday 17 April.
const received = fact(referralReceived, '2026-03-23')
const discussion = fact(strategyDiscussionHeld, '2026-03-25', { outcome: 'section-47' })
const again = fact(strategyDiscussionHeld, '2026-03-31', { outcome: 'section-47' })
const held = fact(initialConferenceHeld, '2026-04-17', { decision: 'child-protection-plan' })
const adjourned = fact(initialConferenceHeld, '2026-04-16', { decision: 'adjourned' })

table('hold-initial-conference', [
  ['15 working days from the discussion, over Easter', [discussion], '2026-03-25', 'due 2026-04-17'],
  ['late after them', [received, discussion], '2026-04-18', 'overdue 2026-04-17'],
  [
    'not where no enquiry began',
    [fact(strategyDiscussionHeld, '2026-03-25', { outcome: 'section-17-continues' })],
    '2026-04-18',
    'none',
  ],
  ['met on the last day', [received, discussion, held], '2026-04-18', 'met 2026-04-17'],
  [
    'met late',
    [received, discussion, fact(initialConferenceHeld, '2026-04-20', {})],
    '2026-04-20',
    'met-late 2026-04-17',
  ],
  ['an adjournment does not stop the clock', [received, discussion, adjourned], '2026-04-18', 'overdue 2026-04-17'],
  [
    'the conference after it does',
    [received, discussion, adjourned, fact(initialConferenceHeld, '2026-04-21', { decision: 'no-further-action' })],
    '2026-04-21',
    'met-late 2026-04-17',
  ],
  [
    'ended, and not late, by an enquiry that needs none',
    [received, discussion, fact(section47EnquiryConcluded, '2026-04-10', { conferenceNeeded: false })],
    '2026-04-18',
    'lapsed 2026-04-17',
  ],
  [
    'not by one that needs it',
    [received, discussion, fact(section47EnquiryConcluded, '2026-04-10', { conferenceNeeded: true })],
    '2026-04-18',
    'overdue 2026-04-17',
  ],
  ['a second discussion moves nothing', [received, discussion, again], '2026-03-31', 'due 2026-04-17'],
  ['nor without a referral on record', [discussion, again], '2026-03-31', 'due 2026-04-17'],
  [
    'the conference after two discussions meets it',
    [received, discussion, again, held],
    '2026-04-18',
    'met 2026-04-17',
  ],
  [
    'the one that started the enquiry counts, not an earlier one',
    [fact(strategyDiscussionHeld, '2026-03-20', { outcome: 'further-discussion' }), discussion],
    '2026-03-31',
    'due 2026-04-17',
  ],
  [
    'a new enquiry after the first has its own',
    [received, discussion, held, fact(strategyDiscussionHeld, '2026-06-10', { outcome: 'section-47' })],
    '2026-06-10',
    'met 2026-04-17, due 2026-07-01',
  ],
  [
    'so has one under a new referral',
    [
      received,
      discussion,
      fact(referralReceived, '2026-06-08'),
      fact(strategyDiscussionHeld, '2026-06-10', { outcome: 'section-47' }),
    ],
    '2026-06-10',
    'overdue 2026-04-17, due 2026-07-01',
  ],
  [
    'a corrected day moves it',
    [discussion, corrected('strategy-discussion-held', '2026-03-02', { outcome: 'section-47' }, '2026-03-26')],
    '2026-03-26',
    'overdue 2026-03-23',
  ],
  [
    'a corrected outcome removes it',
    [discussion, corrected('strategy-discussion-held', '2026-03-25', { outcome: 'none' }, '2026-03-26')],
    '2026-03-26',
    'none',
  ],
  ['struck out', [discussion, struckOut('strategy-discussion-held', '2026-03-26')], '2026-03-26', 'none'],
  [
    'a conference struck out leaves it open',
    [received, discussion, held, struckOut('initial-conference-held', '2026-04-20')],
    '2026-04-20',
    'overdue 2026-04-17',
  ],
  ['ends with the case', [received, discussion, fact(caseClosed, '2026-03-30')], '2026-04-18', 'lapsed 2026-04-17'],
  ['a conference alone has no clock', [held], '2026-04-18', 'none'],
])

table('hold-initial-conference-from-start-of-enquiry', [
  [
    'not met by an adjournment',
    [received, fact(section47EnquiryStarted, '2026-03-25'), adjourned],
    '2026-04-18',
    'overdue 2026-04-17',
  ],
  [
    '15 working days where no discussion is recorded',
    [received, fact(section47EnquiryStarted, '2026-03-25')],
    '2026-03-25',
    'due 2026-04-17',
  ],
  [
    'not beside a discussion of before',
    [received, discussion, fact(section47EnquiryStarted, '2026-03-26')],
    '2026-03-26',
    'none',
  ],
  [
    'nor of the same day, whichever was recorded first',
    [received, fact(section47EnquiryStarted, '2026-03-25'), discussion],
    '2026-03-26',
    'none',
  ],
  [
    'a discussion of after moves nothing',
    [received, fact(section47EnquiryStarted, '2026-03-25'), again],
    '2026-03-31',
    'due 2026-04-17',
  ],
  ['met', [received, fact(section47EnquiryStarted, '2026-03-25'), again, held], '2026-04-18', 'met 2026-04-17'],
  [
    'a second enquiry of another year has its own',
    [received, discussion, held, fact(section47EnquiryStarted, '2027-03-24')],
    '2027-03-24',
    'due 2027-04-16',
  ],
])

const planned = fact(conferencePlanned, '2026-03-30', { plannedFor: '2026-04-14', invited: ['school', 'police'] })
const moved = fact(conferencePlanned, '2026-04-01', { plannedFor: '2026-04-16' })
const shared = fact(conferenceReportShared, '2026-04-13')

table('share-conference-report', [
  [
    'not by a report that went to the chair alone',
    [discussion, planned, fact(conferenceReportShared, '2026-04-10', { with: ['chair'] })],
    '2026-04-15',
    'overdue 2026-04-14',
  ],
  [
    'not by a report shared after the conference',
    [discussion, planned, held, fact(conferenceReportShared, '2026-04-20')],
    '2026-04-20',
    'overdue 2026-04-14',
  ],
  ['before the conference', [discussion, planned], '2026-03-30', 'due 2026-04-14'],
  ['moves with its date', [discussion, planned, moved], '2026-04-01', 'due 2026-04-16'],
  ['met', [discussion, planned, shared], '2026-04-15', 'met 2026-04-14'],
  [
    'met though it was shared before the date was set',
    [discussion, fact(conferenceReportShared, '2026-03-28'), planned],
    '2026-04-15',
    'met 2026-04-14',
  ],
  [
    'and before the date was moved',
    [discussion, planned, fact(conferenceReportShared, '2026-03-31'), moved],
    '2026-04-15',
    'met 2026-04-16',
  ],
  ['late', [discussion, planned], '2026-04-15', 'overdue 2026-04-14'],
  ['not before a conference is planned', [discussion], '2026-04-15', 'none'],
  [
    'shared on the day before, recorded late: met',
    [discussion, planned, fact(conferenceReportShared, '2026-04-13', {}, { recordedOn: '2026-04-21' })],
    '2026-04-21',
    'met 2026-04-14',
  ],
  [
    'and overdue until then',
    [discussion, planned, fact(conferenceReportShared, '2026-04-13', {}, { recordedOn: '2026-04-21' })],
    '2026-04-20',
    'overdue 2026-04-14',
  ],
  // The conference was not held on the day: the report came a day after it was to be.
  ['met late', [discussion, planned, fact(conferenceReportShared, '2026-04-15')], '2026-04-15', 'met-late 2026-04-14'],
  [
    'corrected: it was planned for another day',
    [discussion, planned, corrected('conference-planned', '2026-03-30', { plannedFor: '2026-04-17' }, '2026-04-02')],
    '2026-04-15',
    'due 2026-04-17',
  ],
  [
    'corrected: it went to the chair alone',
    [
      discussion,
      planned,
      shared,
      corrected('conference-report-shared', '2026-04-13', { with: ['chair'] }, '2026-04-14'),
    ],
    '2026-04-15',
    'overdue 2026-04-14',
  ],
  [
    'the report struck out',
    [discussion, planned, shared, struckOut('conference-report-shared', '2026-04-14')],
    '2026-04-15',
    'overdue 2026-04-14',
  ],
  [
    'the plan for it struck out',
    [discussion, planned, struckOut('conference-planned', '2026-04-01')],
    '2026-04-15',
    'none',
  ],
  ['ends with the case', [discussion, planned, fact(caseClosed, '2026-04-08')], '2026-04-15', 'lapsed 2026-04-14'],
  ['ends with a death', [discussion, planned, fact(childDied, '2026-04-08')], '2026-04-15', 'lapsed 2026-04-14'],
  [
    'a report for one conference is not one for the next',
    [discussion, planned, shared, adjourned, fact(conferencePlanned, '2026-04-17', { plannedFor: '2026-04-22' })],
    '2026-04-17',
    'met 2026-04-14, due 2026-04-22',
  ],
])

table('meet-family-before-conference', [
  [
    'met before the date was set',
    [discussion, fact(chairMetFamily, '2026-03-27'), planned],
    '2026-04-15',
    'met 2026-04-14',
  ],
  [
    'not by a meeting after the conference',
    [discussion, planned, held, fact(chairMetFamily, '2026-04-20')],
    '2026-04-20',
    'overdue 2026-04-14',
  ],
  ['before the conference', [discussion, planned], '2026-04-15', 'overdue 2026-04-14'],
  ['moves with its date', [discussion, planned, moved], '2026-04-15', 'due 2026-04-16'],
  ['met', [discussion, planned, fact(chairMetFamily, '2026-04-14')], '2026-04-15', 'met 2026-04-14'],
])

table('send-agency-report', [['nobody owes what they have not heard of', [discussion, planned], '2026-04-15', 'none']])

test('each invited agency owes its own report, from the day it heard of the conference', () => {
  const reached = new Map([
    [
      'conference-planned',
      new Map([
        ['school', Date.parse('2026-04-01T12:00Z')],
        ['police', Date.parse('2026-04-02T12:00Z')],
      ]),
    ],
  ])
  const local = always({ 'conference-report': workingDaysBefore(2, 'the conference') })
  const drafts = [discussion, planned, fact(conferenceReportShared, '2026-04-09', {}, { agency: 'school' })]
  const owed = (day: string) =>
    dutiesOn(day, 'send-agency-report', drafts, { reached, local }).map(
      duty => `${duty.agency} ${duty.met?.on.from ?? 'open'} ${duty.due?.latest}`,
    )
  expect(owed('2026-04-01')).toEqual(['school open 2026-04-10'])
  expect(owed('2026-04-09')).toEqual(['school 2026-04-09 2026-04-10', 'police open 2026-04-10'])
})

test('an agency’s report is no longer owed once it knows that the conference is over', () => {
  const day = Date.parse('2026-04-01T12:00Z')
  const told = (kind: string, at: number) => [kind, new Map([['school', at]])] as const
  const drafts = [
    discussion,
    fact(conferencePlanned, '2026-04-01', { plannedFor: '2026-04-17', invited: ['school'] }),
    held,
  ]
  const standingOf = (reached: Map<string, Map<string, number>>) =>
    dutiesOn('2026-05-01', 'send-agency-report', drafts, { reached }).map(duty => duty.lapsed?.on ?? 'open')
  expect(standingOf(new Map([told('conference-planned', day)]))).toEqual(['open'])
  const both = [told('conference-planned', day), told('initial-conference-held', Date.parse('2026-04-17T12:00Z'))]
  expect(standingOf(new Map(both))).toEqual(['2026-04-17'])
})

test('a discussion recorded late owes a duty that is already overdue, and says since when we knew', () => {
  const late = [fact(strategyDiscussionHeld, '2026-03-25', { outcome: 'section-47' }, { recordedOn: '2026-05-01' })]
  expect(dutyOn('2026-05-01', 'hold-initial-conference', late)).toMatchObject({
    standing: 'overdue',
    knownSince: '2026-05-01',
  })
})

test('a discussion moved from another child’s file on 1 May, first recorded on 25 March, owes what was known since 25 March', () => {
  const how = { recordedOn: '2026-05-01', knownSince: '2026-03-25' }
  const moved = [fact(strategyDiscussionHeld, '2026-03-25', { outcome: 'section-47' }, how)]
  expect(dutyOn('2026-04-30', 'hold-initial-conference', moved)).toBeUndefined()
  // 25 March and 15 working days, over Good Friday and Easter Monday.
  expect(dutyOn('2026-05-01', 'hold-initial-conference', moved)).toMatchObject({
    standing: 'overdue',
    due: '2026-04-17',
    knownSince: '2026-03-25',
  })
})

test('a clock that starts with the enquiry says so', () => {
  const drafts = [fact(section47EnquiryStarted, '2026-03-25')]
  expect(dutyOn('2026-03-25', 'hold-initial-conference-from-start-of-enquiry', drafts)?.remark).toMatch(
    'no strategy discussion',
  )
})

test('another agency’s report is not the social worker’s, though the authority has it', () => {
  const theirs = fact(conferenceReportShared, '2026-04-10', { with: ['parents'] }, { agency: 'school' })
  const reached = new Map([['conference-report-shared', new Map([['authority', Date.parse('2026-04-10T12:00:00Z')]])]])
  const [owed] = dutiesOn('2026-04-12', 'share-conference-report', [discussion, planned, theirs], { reached })
  expect(owed?.met).toBeNull()
})

const departing =
  'Section 47 enquiry concluded; this departs from the guidance, which has a conference convened where harm is substantiated and likely to go on'

describe.each([
  ['hold-initial-conference', discussion],
  ['hold-initial-conference-from-start-of-enquiry', fact(section47EnquiryStarted, '2026-03-25')],
] as const)('%s: no conference', (rule, began) => {
  test.each([
    [
      'though harm is substantiated and goes on: ended, and says that it departs',
      'substantiated-continuing-harm',
      departing,
    ],
    ['where harm is not likely to go on: ended', 'substantiated-no-continuing-harm', 'Section 47 enquiry concluded'],
    ['where nothing is substantiated: ended', 'not-substantiated', 'Section 47 enquiry concluded'],
    ['where what was found is not recorded: ended', undefined, 'Section 47 enquiry concluded'],
  ])('%s', (_, outcome, why) => {
    const none = fact(section47EnquiryConcluded, '2026-04-10', {
      conferenceNeeded: false,
      ...(outcome ? { outcome } : {}),
    } as never)
    expect(dutyOn('2026-04-18', rule, [began, none])?.lapsed?.why).toBe(why)
    // Corrected to "a conference is needed", it is owed again, and is late.
    const put = corrected(
      'section-47-enquiry-concluded',
      '2026-04-10',
      { conferenceNeeded: true, outcome },
      '2026-04-17',
    )
    expect(dutyOn('2026-04-18', rule, [began, none, put])).toMatchObject({ standing: 'overdue', lapsed: null })
  })

  test('a case that closes ends it without departing', () => {
    const closed = fact(caseClosed, '2026-04-10')
    expect(dutyOn('2026-04-18', rule, [began, closed])?.lapsed?.why).toBe('Case closed')
  })
})
