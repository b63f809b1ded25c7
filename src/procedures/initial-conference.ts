/** Family and practitioners share what they know and decide, for each child, whether a child protection plan is needed. */
import { duty, type Line } from '../engine/duty.ts'
import { dataOf, fact, type Statement } from '../engine/fact.ts'
import { choice, choices, day, narrative, optional, parties, yesNo } from '../engine/field.ts'
import { procedure, turn } from '../engine/procedure.ts'
import { before, localPolicyBefore, promptly, workingDays } from '../guidance/limits.ts'
import { wt2018 } from '../guidance/sources.ts'
import { conferenceChair, leadSocialWorker, socialCare } from './actors.ts'
import { effectivenessJudged } from './effectiveness.ts'
import {
  endsEnquiry,
  enquiryReads,
  lastBegunBefore,
  section47EnquiryConcluded,
  section47EnquiryStarted,
  startsEnquiry,
  startsEnquiryAlone,
} from './enquiry-facts.ts'
import { meetingClosed, meetingReportGiven } from './meeting-facts.ts'
import { initialConferenceHeld, isBetween, reviewConferenceHeld } from './plan-facts.ts'
import { promptFor } from './prompt-for.ts'
import { conferenceRequestDecided } from './section-47-enquiry.ts'
import { strategyDiscussionHeld } from './strategy-discussion.ts'

export const conferencePlanned = fact('conference-planned', {
  label: 'Initial conference planned',
  happenedOn: 'Day on which the date was set',
  about: [strategyDiscussionHeld.kind, section47EnquiryStarted.kind, 'child-moved-in', 'conference-planned'],
  aboutLatest: true,
  fields: {
    plannedFor: day('Day of the conference', { ahead: true }),
    invited: parties('Agencies invited', 'agency', { ...optional, tookPart: true }),
    familyInvited: yesNo('Are child and parents invited?', optional),
    notes: narrative('Who else is asked, and what the child needs to take part', optional),
  },
})

export const conferenceReportShared = fact('conference-report-shared', {
  label: 'Report shared before a conference',
  happenedOn: 'Day the report was shared',
  about: [
    'review-conference-planned',
    conferencePlanned.kind,
    strategyDiscussionHeld.kind,
    section47EnquiryStarted.kind,
    'child-protection-plan-started',
    initialConferenceHeld.kind,
  ],
  aboutLatest: true,
  fields: {
    with: choices('With whom', { parents: 'Parents', child: 'Child', chair: 'Chair' }, optional),
    withheld: narrative('What was held back, who agreed to that, and why', optional),
  },
})

/** Whether it is the report of those who planned the conference, not another agency's, and the family had it. */
export function isSharedWithFamily(shared: Statement, planned: { readonly agency: string }): boolean {
  const readers = dataOf(conferenceReportShared, shared)?.with
  return shared.agency === planned.agency && (readers === undefined || readers.some(one => one !== 'chair'))
}

export const chairMetFamily = fact('chair-met-family', {
  label: 'Chair met the family before the conference',
  happenedOn: 'Day they met, or on which it was settled that they would not',
  about: [conferencePlanned.kind, strategyDiscussionHeld.kind, section47EnquiryStarted.kind],
  aboutLatest: true,
  fields: {
    met: choice(
      'Did they meet?',
      { met: 'Yes', declined: 'No: the family did not want to', unsafe: 'No: not safe' },
      optional,
    ),
    notes: narrative('What was explained, or why they did not meet', optional),
  },
})

export const conferenceOutcomeTold = fact('conference-outcome-told', {
  label: 'Outcome of the conference told',
  happenedOn: 'Day it was sent',
  about: ['review-conference-held', initialConferenceHeld.kind],
  aboutLatest: true,
  fields: {
    told: choices('Who was told', { family: 'Child and parents', 'other-authority': 'Another authority' }, optional),
    agencies: parties('Agencies told', 'agency', optional),
  },
})

const outcome = "chapter 1, 'Outcome of section 47 enquiries' (J18 p.44; D20 p.47)"
const conferences = "chapter 1, 'Initial child protection conferences' (J18 p.46; D20 p.49)"
const decisions = "chapter 1, 'Initial child protection conferences' (J18 pp.46-47; D20 pp.49-50)"

// T1-ICPC-01. Counted from the discussion that started the enquiry: a later one, or an adjournment, moves nothing.
const holding = {
  who: socialCare,
  by: 'authority',
  must: 'Hold an initial child protection conference',
  reads: enquiryReads,
  dischargedBy: [initialConferenceHeld],
  dischargedWhen: endsEnquiry,
  // An enquiry that needs no conference ends this without being late for anything.
  lapsesOn: [section47EnquiryConcluded],
  lapsesWhen: (fact: Statement, begun: Pick<Statement, 'happened' | 'number'>, line: Line) =>
    dataOf(section47EnquiryConcluded, fact)?.conferenceNeeded === false && endsEnquiry(fact, begun, line),
  // 1.17-03: where harm is substantiated and goes on, the guidance has a conference convened.
  departure: {
    when: (fact: Statement) => dataOf(section47EnquiryConcluded, fact)?.outcome === 'substantiated-continuing-harm',
    says: 'this departs from the guidance, which has a conference convened where harm is substantiated and likely to go on',
    decidedBy: 'signedOffBy',
  },
  reach: 'line',
  cites: ['WT18-1.17-03', 'WT18-1.18-01', 'T1-ICPC-01'],
  editions: [
    { edition: 'wt2018', within: workingDays(15), force: 'should', source: wt2018.at(outcome, { confirmed: true }) },
  ],
} as const

export const holdInitialConference = duty({
  ...holding,
  id: 'hold-initial-conference',
  arisesFrom: strategyDiscussionHeld,
  when: (discussion, line) => startsEnquiry(discussion as unknown as Statement, line),
})

export const holdInitialConferenceFromEnquiry = duty({
  ...holding,
  id: 'hold-initial-conference-from-start-of-enquiry',
  arisesFrom: section47EnquiryStarted,
  when: (started, line) => startsEnquiryAlone(started as unknown as Statement, line),
  remark: () => 'Counted from the start of the enquiry: no strategy discussion is recorded.',
})

// 1.17-05: an agency asked for the conference, and was heard. The days run, as they did, from what began the enquiry whose
// conclusion the request is about: a later discussion in it, or a new enquiry since, moves nothing.
export const holdRequestedConference = duty({
  id: 'hold-requested-conference',
  who: socialCare,
  by: 'authority',
  must: 'Hold the conference that was asked for',
  arisesFrom: conferenceRequestDecided,
  when: decided => decided.data.decision === 'hold',
  reads: enquiryReads,
  countsFrom: (decided, line) => {
    const concluded = line.last(section47EnquiryConcluded, one => line.continues(decided, one))
    return lastBegunBefore((concluded ?? decided) as unknown as Statement, line)
  },
  dischargedBy: [initialConferenceHeld],
  dischargedWhen: fact => dataOf(initialConferenceHeld, fact)?.decision !== 'adjourned',
  reach: 'line',
  cites: ['WT18-1.17-05', 'T1-ICPC-01'],
  editions: [
    { edition: 'wt2018', within: workingDays(15), force: 'should', source: wt2018.at(outcome, { confirmed: true }) },
  ],
})

type Planned = Statement<typeof conferencePlanned.fields>

/** A date set again takes the place of the one before it. */
function isCurrent(planned: Planned, line: Line): boolean {
  const held = line.first(initialConferenceHeld, one => one.happened.from >= planned.happened.from)
  // What was not held on that day is planned anew, or not at all.
  const { plannedFor } = planned.data
  if (plannedFor && line.has(meetingClosed, one => one.data.how === 'not-held' && one.happened.from >= plannedFor))
    return false
  return !line.has(
    conferencePlanned,
    one => isAfter(one, planned) && (!held || one.happened.from <= held.happened.from),
  )
}

function isAfter(one: Planned, other: Planned): boolean {
  return (
    one.happened.from > other.happened.from || (one.happened.from === other.happened.from && one.number > other.number)
  )
}

const beforehand = {
  arisesFrom: conferencePlanned,
  when: isCurrent,
  reads: [conferencePlanned, initialConferenceHeld, meetingClosed],
  countsFrom: ({ data }: Planned) => (data.plannedFor ? { day: data.plannedFor } : undefined),
  mayPrecede: true,
  reach: 'line',
  // What was done for one conference is not done for another: none lies between.
  dischargedWhen: (fact: Statement, planned: Planned, line: Line) =>
    !line.has(initialConferenceHeld, held => isBetween(held, fact, planned)),
} as const

// T1-ICPC-02. The guidance gives no number of days; an area's own stands in the agencies' duty below.
export const shareConferenceReport = duty({
  ...beforehand,
  id: 'share-conference-report',
  who: leadSocialWorker,
  by: 'authority',
  must: 'Share the report with the parents and, where right, the child before the conference',
  dischargedBy: [conferenceReportShared],
  dischargedWhen: (shared, planned, line) =>
    isSharedWithFamily(shared, planned) && beforehand.dischargedWhen(shared, planned, line),
  cites: ['WT18-1.18-05', 'T1-ICPC-02'],
  editions: [
    {
      edition: 'wt2018',
      within: before('the conference'),
      force: 'should',
      source: wt2018.at(conferences, { confirmed: true }),
    },
  ],
})

export const sendAgencyReport = duty({
  ...beforehand,
  id: 'send-agency-report',
  who: 'Each agency invited',
  by: { eachOf: 'invited' },
  must: 'Send a written report before the conference',
  dischargedBy: [conferenceReportShared, meetingReportGiven],
  // Once the conference is over, a report can no longer inform it.
  lapsesOn: [initialConferenceHeld],
  cites: ['WT18-1.18-05', 'WT18-1.18-07', 'T1-ICPC-02'],
  editions: [
    {
      edition: 'wt2018',
      within: localPolicyBefore('conference-report', 'days before the conference by which reports are in'),
      force: 'should',
      source: wt2018.at(conferences, { confirmed: true }),
    },
  ],
})

// T1-ICPC-03.
export const meetFamilyBeforeConference = duty({
  ...beforehand,
  id: 'meet-family-before-conference',
  who: conferenceChair,
  by: 'authority',
  must: 'Meet child and parents beforehand, so that they know what will happen',
  dischargedBy: [chairMetFamily],
  cites: ['WT18-1.18-04', 'T1-ICPC-03'],
  editions: [{ edition: 'wt2018', within: before('the conference'), force: 'should', source: wt2018.at(conferences) }],
})

type Held = Statement<typeof initialConferenceHeld.fields>

/** Agencies that were invited to a conference, as it says itself or as it was planned. */
function invitedTo(conference: Held, line: Line): readonly string[] {
  const planned = line.last(conferencePlanned, one => one.happened.from <= conference.happened.to)
  return [...(conference.data.invited ?? []), ...(planned?.data.invited ?? [])]
}

const telling = {
  by: 'authority',
  arisesFrom: initialConferenceHeld,
  dischargedBy: [conferenceOutcomeTold],
  cites: ['WT18-1.18-08'],
  editions: [{ edition: 'wt2018', within: promptly(), force: 'should', source: wt2018.at(decisions) }],
} as const

// What is told after a review is told of that review.
const isOfReview = (told: Statement, line: Line) => line.has(reviewConferenceHeld, one => line.continues(told, one))

export const tellConferenceOutcome = duty({
  ...telling,
  id: 'tell-conference-outcome',
  who: `${conferenceChair} and ${socialCare}`,
  must: 'Tell the child and parents what was decided',
  when: conference => conference.data.decision !== 'adjourned',
  dischargedWhen: (fact, _, line) => isToldFamily(fact) && !isOfReview(fact, line),
})

/** Whether the family was told the outcome of a conference. */
export function isToldFamily(fact: Statement): boolean {
  return dataOf(conferenceOutcomeTold, fact)?.told?.includes('family') ?? false
}

/** The agencies that were told the outcome of a conference. */
export function agenciesTold(fact: Statement): readonly string[] {
  return dataOf(conferenceOutcomeTold, fact)?.agencies ?? []
}

// One for each agency that was invited, whether it came or not.
export const tellAgenciesConferenceOutcome = duty({
  ...telling,
  id: 'tell-agency-conference-outcome',
  who: socialCare,
  must: 'Tell the agency that was invited what was decided',
  when: (conference, line) => conference.data.decision !== 'adjourned' && invitedTo(conference, line).length > 0,
  reads: [conferencePlanned],
  dischargedWhen: (fact, _, line) => !isOfReview(fact, line),
  forEach: { named: (conference, line) => invitedTo(conference as unknown as Held, line), told: agenciesTold },
})

export const initialConference = procedure({
  id: 'initial-conference',
  label: 'Initial child protection conference',
  section: '1.18',
  caseKind: 'child',
  leads: `${socialCare} convenes; an independent chair runs it`,
  takesPart: 'Parents, child, advocate or supporter, social worker, police, health, education, others with much to add',
  opensWith: [turn(conferencePlanned, isCurrent)],
  closesWith: [turn(initialConferenceHeld, conference => conference.data.decision !== 'adjourned')],
  reach: 'line',
  facts: [conferencePlanned, conferenceReportShared, chairMetFamily, initialConferenceHeld, conferenceOutcomeTold],
  duties: [
    holdInitialConference,
    holdInitialConferenceFromEnquiry,
    holdRequestedConference,
    shareConferenceReport,
    sendAgencyReport,
    meetFamilyBeforeConference,
    tellConferenceOutcome,
    tellAgenciesConferenceOutcome,
  ],
  prompts: [
    promptFor(
      'WT18-1.18-02',
      conferencePlanned,
      'The chair is an experienced manager with no part in managing this case.',
      conferences,
    ),
    promptFor(
      'WT18-1.18-03',
      conferencePlanned,
      'The chair answers to the director; the same chair for the reviews where possible.',
      conferences,
    ),
    promptFor(
      'WT18-1.18-06',
      conferenceReportShared,
      'The report covers reason, needs, parenting, surroundings, harm and its effect, analysis and a recommendation.',
      decisions,
    ),
    promptFor(
      'WT18-1.18-07',
      initialConferenceHeld,
      'Everybody invited comes, brings it in writing and takes part in deciding.',
      decisions,
    ),
    promptFor(
      'WT18-1.18-08',
      initialConferenceHeld,
      'With a plan: name the lead social worker and the core group, set the dates, outline what must change.',
      decisions,
    ),
    promptFor('WT18-1.18-09', initialConferenceHeld, 'Record the category of harm, or more than one.', decisions),
    promptFor('WT18-1.18-10', conferencePlanned, 'Not born yet? A conference may be held before birth.', decisions),
    promptFor('WT18-1.18-11', effectivenessJudged, 'How well do child protection conferences work here?', conferences),
  ],
})
