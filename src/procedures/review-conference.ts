/** Is the child still suffering or likely to suffer significant harm, and does the plan go on? */
import { duty, type Line } from '../engine/duty.ts'
import { fact, type Statement } from '../engine/fact.ts'
import { day, narrative, optional, parties } from '../engine/field.ts'
import { procedure } from '../engine/procedure.ts'
import { before, localPolicyBefore, months, promptly } from '../guidance/limits.ts'
import { wt2018 } from '../guidance/sources.ts'
import { conferenceChair, leadSocialWorker } from './actors.ts'
import {
  agenciesTold,
  conferenceOutcomeTold,
  conferenceReportShared,
  isSharedWithFamily,
  isToldFamily,
} from './initial-conference.ts'
import {
  childProtectionPlanStarted,
  conferenceBefore,
  decidesOnPlan,
  endOfPlan,
  endsPlan,
  fromConference,
  fromPlanStart,
  initialConferenceHeld,
  isBetween,
  isEndOfPlan,
  planReads,
  reviewConferenceHeld,
  startsAlone,
} from './plan-facts.ts'
import { promptFor } from './prompt-for.ts'

export const reviewConferencePlanned = fact('review-conference-planned', {
  label: 'Review conference planned',
  happenedOn: 'Day on which the date was set',
  about: [childProtectionPlanStarted.kind, initialConferenceHeld.kind],
  aboutLatest: true,
  fields: {
    plannedFor: day('Day of the review', { ahead: true }),
    invited: parties('Agencies invited', 'agency', { ...optional, tookPart: true }),
    notes: narrative('Why on this day, if earlier or later than usual', optional),
  },
})

const reviewing = "chapter 1, 'Child protection review conference' and Flow chart 5 (J18 p.50; D20 pp.53-54)"

const holding = {
  who: `${leadSocialWorker} and ${conferenceChair.toLowerCase()}`,
  by: 'authority',
  dischargedBy: [reviewConferenceHeld],
  ...endOfPlan,
} as const

// T1-RC-01. Three months from the conference, not from the plan, where both are known.
const first = {
  ...holding,
  must: 'Hold the first review conference',
  cites: ['WT18-1.21-01', 'T1-RC-01'],
  editions: [
    { edition: 'wt2018', within: months(3), force: 'should', source: wt2018.at(reviewing, { confirmed: true }) },
  ],
} as const

export const holdFirstReview = duty({
  ...first,
  id: 'hold-first-review-conference',
  arisesFrom: initialConferenceHeld,
  when: decidesOnPlan,
  reads: [childProtectionPlanStarted, ...planReads],
  remark: fromConference,
})

export const holdFirstReviewFromPlanStart = duty({
  ...first,
  id: 'hold-first-review-conference-from-start-of-plan',
  arisesFrom: childProtectionPlanStarted,
  when: startsAlone,
  reads: planReads,
  countsFrom: (started, line) => conferenceBefore(started, line) ?? started,
  remark: fromPlanStart,
})

// T1-RC-02. Each review starts the next clock; one brought forward brings the next forward.
export const holdNextReview = duty({
  ...holding,
  id: 'hold-next-review-conference',
  must: 'Hold the next review conference',
  arisesFrom: reviewConferenceHeld,
  when: review => !endsPlan(review),
  cites: ['WT18-1.21-01', 'T1-RC-02'],
  editions: [
    { edition: 'wt2018', within: months(6), force: 'should', source: wt2018.at(reviewing, { confirmed: true }) },
  ],
})

type Planned = Statement<typeof reviewConferencePlanned.fields>

/** A date set again takes the place of the one before it. */
function isCurrent(planned: Planned, line: Line): boolean {
  const held = line.first(reviewConferenceHeld, one => one.happened.from >= planned.happened.from)
  const isLater = (one: Planned) =>
    one.happened.from > planned.happened.from ||
    (one.happened.from === planned.happened.from && one.number > planned.number)
  return !line.has(reviewConferencePlanned, one => isLater(one) && (!held || one.happened.from <= held.happened.from))
}

const beforehand = {
  arisesFrom: reviewConferencePlanned,
  when: isCurrent,
  reads: [reviewConferencePlanned, reviewConferenceHeld],
  countsFrom: ({ data }: Planned) => (data.plannedFor ? { day: data.plannedFor } : undefined),
  mayPrecede: true,
  reach: 'line',
  dischargedBy: [conferenceReportShared],
} as const

/** What was shared for one review, or for the first conference, is not shared for another: none lies between. */
const isForThis = (shared: Statement, planned: Planned, line: Line): boolean =>
  !line.has(reviewConferenceHeld, held => isBetween(held, shared, planned)) &&
  !line.has(initialConferenceHeld, held => isBetween(held, shared, planned))

export const shareReviewReport = duty({
  ...beforehand,
  id: 'share-review-report',
  who: leadSocialWorker,
  by: 'authority',
  must: 'Share the report with child and family, where right, before the review',
  dischargedWhen: (shared, planned, line) => isSharedWithFamily(shared, planned) && isForThis(shared, planned, line),
  ...endOfPlan,
  cites: ['WT18-1.21-03'],
  editions: [{ edition: 'wt2018', within: before('the review'), force: 'should', source: wt2018.at(reviewing) }],
})

// WT18-1.21-04, as for the first conference; an area's own number of days before it is the same.
export const sendAgencyReviewReport = duty({
  ...beforehand,
  id: 'send-agency-review-report',
  who: 'Each agency invited',
  by: { eachOf: 'invited' },
  must: 'Send a written report before the review',
  dischargedWhen: isForThis,
  // Once the review is over, a report can no longer inform it. A plan that goes on still has one.
  lapsesOn: endOfPlan.lapsesOn,
  lapsesWhen: (fact, _, line) => fact.kind === reviewConferenceHeld.kind || isEndOfPlan(fact, line),
  cites: ['WT18-1.21-04'],
  editions: [
    {
      edition: 'wt2018',
      within: localPolicyBefore('conference-report', 'days before the conference by which reports are in'),
      force: 'should',
      source: wt2018.at(reviewing),
    },
  ],
})

type Held = Statement<typeof reviewConferenceHeld.fields>

/** Agencies that were invited to a review as it was planned, or came to it. */
function invitedTo(review: Held, line: Line): readonly string[] {
  const planned = line.last(reviewConferencePlanned, one => one.happened.from <= review.happened.to)
  return [...(planned?.data.invited ?? []), ...(review.data.attended ?? [])]
}

// 1.21: those who are told of the first conference are told of each review.
const telling = {
  by: 'authority',
  arisesFrom: reviewConferenceHeld,
  dischargedBy: [conferenceOutcomeTold],
  reach: 'line',
  cites: ['WT18-1.21-02'],
  editions: [{ edition: 'wt2018', within: promptly(), force: 'should', source: wt2018.at(reviewing) }],
} as const

export const tellReviewOutcome = duty({
  ...telling,
  id: 'tell-review-outcome',
  who: leadSocialWorker,
  must: 'Tell the child and parents what the review decided',
  dischargedWhen: (fact, review, line) => isToldFamily(fact) && line.continues(fact, review),
})

export const tellAgencyReviewOutcome = duty({
  ...telling,
  id: 'tell-agency-review-outcome',
  who: leadSocialWorker,
  must: 'Tell the agency that was invited what the review decided',
  when: (review, line) => invitedTo(review, line).length > 0,
  reads: [reviewConferencePlanned],
  dischargedWhen: (fact, review, line) => line.continues(fact, review),
  forEach: { named: (review, line) => invitedTo(review as unknown as Held, line), told: agenciesTold },
})

export const reviewConference = procedure({
  id: 'review-conference',
  label: 'Child protection review conference',
  section: '1.21',
  caseKind: 'child',
  leads: `${leadSocialWorker}; the chair runs it`,
  takesPart: 'As at the initial conference',
  opensWith: [],
  closesWith: [],
  facts: [reviewConferencePlanned, reviewConferenceHeld],
  duties: [
    holdFirstReview,
    holdFirstReviewFromPlanStart,
    holdNextReview,
    shareReviewReport,
    sendAgencyReviewReport,
    tellReviewOutcome,
    tellAgencyReviewOutcome,
  ],
  prompts: [
    promptFor(
      'WT18-1.21-02',
      reviewConferenceHeld,
      'Decide as at the first conference, and say whether significant harm is still likely.',
      reviewing,
    ),
    promptFor(
      'WT18-1.21-03',
      reviewConferenceHeld,
      'If the child suffers significant harm, weigh court proceedings, for every child in the home.',
      reviewing,
    ),
  ],
})
