/** Finding out whether a child is suffering or likely to suffer significant harm, and what follows for that child. */
import { duty, type Line } from '../engine/duty.ts'
import { dataOf, fact, type Statement } from '../engine/fact.ts'
import { choice, choices, narrative, optional, parties, yesNo } from '../engine/field.ts'
import { procedure, turn } from '../engine/procedure.ts'
import { calendarBegins, calendarEnds } from '../guidance/bank-holidays.ts'
import { addDays } from '../guidance/days.ts'
import { promptly, workingDays } from '../guidance/limits.ts'
import { wt2018 } from '../guidance/sources.ts'
import { addWorkingDays } from '../guidance/working-days.ts'
import { leadSocialWorker, socialCare } from './actors.ts'
import { childSeen } from './assessment.ts'
import {
  endsEnquiry,
  enquiryReads,
  section47EnquiryConcluded,
  section47EnquiryStarted,
  startsEnquiry,
  startsEnquiryAlone,
} from './enquiry-facts.ts'
import { initialConferenceHeld } from './plan-facts.ts'
import { promptFor } from './prompt-for.ts'
import { referralReceived } from './referral.ts'
import { strategyDiscussionHeld } from './strategy-discussion.ts'

export const enquiryOutcomeTold = fact('enquiry-outcome-told', {
  label: 'Outcome of the enquiry told',
  happenedOn: 'Day they were told',
  about: [section47EnquiryConcluded.kind],
  fields: {
    told: choices('Who was told', {
      family: 'Child and parents',
      agencies: 'Agencies involved',
      referrer: 'Referrer',
      police: 'Police',
      'other-authority': 'Another authority',
    }),
    said: narrative('What was said, and what support was talked about', optional),
  },
})

export const conferenceNotNeededTold = fact('conference-not-needed-told', {
  label: 'Agencies told that no conference is planned',
  happenedOn: 'Day they were told',
  about: [section47EnquiryConcluded.kind],
  fields: { agencies: parties('Agencies told', 'agency', optional) },
})

export const conferenceRequested = fact('conference-requested-by-agency', {
  label: 'Agency asked for a conference',
  happenedOn: 'Day the request was made',
  about: [section47EnquiryConcluded.kind],
  fields: {
    agencies: parties('Agency that asks', 'agency', optional),
    backed: yesNo('Is a senior manager, named or designated professional behind it?', optional),
    reasons: narrative('Why a conference is asked for'),
  },
})

export const conferenceRequestDecided = fact('conference-request-decided', {
  label: 'Request for a conference decided',
  happenedOn: 'Day of the reply',
  about: [conferenceRequested.kind],
  fields: {
    decision: choice('What was decided', { hold: 'Hold the conference', 'do-not-hold': 'Do not hold it' }),
    reasons: narrative('Why', optional),
  },
})

const initiating = "chapter 1, 'Strategy discussion' and 'Initiating section 47 enquiries' (J18 pp.38-43; D20 pp.41-46)"
const helping = "chapter 1, 'Initiating section 47 enquiries' (J18 pp.41-43; D20 pp.44-46)"
const outcome = "chapter 1, 'Outcome of section 47 enquiries' (J18 p.44; D20 p.47)"

type Begun = { readonly happened: Statement['happened'] }

/** The referral inside whose 45 working days an enquiry began: one that began later, on an open case, is not late from its first day. */
function referralOf({ happened }: Begun, line: Line): Statement | undefined {
  const referral = line.last(referralReceived) as unknown as Statement | undefined
  // Beyond the known bank holidays nobody can tell; the duty then says so.
  if (!referral || referral.happened.to > addDays(calendarEnds, -100)) return referral
  const isOver = referral.happened.to < calendarBegins || happened.from > addWorkingDays(referral.happened.to, 45)
  return isOver ? undefined : referral
}

// T1-S47-01: no limit of its own; it runs inside the 45 working days from the referral.
const concluding = {
  who: leadSocialWorker,
  by: 'authority',
  must: 'Conclude the section 47 enquiry, inside the 45 working days from the referral',
  countsFrom: referralOf,
  reads: [...enquiryReads, referralReceived],
  remark: (begun: Begun, line: Line) => {
    if (referralOf(begun, line)) return undefined
    return line.has(referralReceived)
      ? 'The 45 working days from the referral were over when this enquiry began: it ends in the time the child needs.'
      : 'No referral is recorded from which 45 working days could be counted.'
  },
  // A conference that was held shows that the enquiry had come to its end.
  dischargedBy: [section47EnquiryConcluded, initialConferenceHeld],
  dischargedWhen: endsEnquiry,
  reach: 'line',
  cites: ['WT18-1.16-11', 'WT18-1.17-01', 'T1-S47-01'],
  editions: [
    { edition: 'wt2018', within: workingDays(45), force: 'should', source: wt2018.at(initiating, { confirmed: true }) },
  ],
} as const

export const concludeEnquiry = duty({
  ...concluding,
  id: 'conclude-section-47-enquiry',
  arisesFrom: strategyDiscussionHeld,
  when: (discussion, line) => startsEnquiry(discussion as unknown as Statement, line),
})

export const concludeEnquiryAlone = duty({
  ...concluding,
  id: 'conclude-section-47-enquiry-known-by-its-start',
  arisesFrom: section47EnquiryStarted,
  when: (started, line) => startsEnquiryAlone(started as unknown as Statement, line),
})

// WT18-1.16-01, Children Act 1989 s47(1): the law owes the enquiry itself; the guidance gives it its days, above.
const enquiring = {
  who: socialCare,
  by: 'authority',
  must: 'Make the enquiries needed to decide what to do to keep the child safe',
  reads: enquiryReads,
  dischargedBy: concluding.dischargedBy,
  dischargedWhen: concluding.dischargedWhen,
  reach: 'line',
  cites: ['WT18-1.16-01'],
  editions: [
    {
      edition: 'wt2018',
      within: promptly(),
      force: 'must',
      source: wt2018.at(`${helping}, with Children Act 1989 s47(1)`, { confirmed: true }),
    },
  ],
} as const

export const makeEnquiries = duty({
  ...enquiring,
  id: 'make-section-47-enquiries',
  arisesFrom: strategyDiscussionHeld,
  when: (discussion, line) => startsEnquiry(discussion as unknown as Statement, line),
})

// An emergency protection order or police protection begins an enquiry also where no discussion is recorded.
export const makeEnquiriesKnownByTheirStart = duty({
  ...enquiring,
  id: 'make-section-47-enquiries-known-by-their-start',
  arisesFrom: section47EnquiryStarted,
  when: (started, line) => startsEnquiryAlone(started as unknown as Statement, line),
})

const seeing = {
  onlyOwn: true,
  who: leadSocialWorker,
  by: 'authority',
  must: 'See the child and learn what the child wants, feels and understands',
  reads: enquiryReads,
  dischargedBy: [childSeen],
  reach: 'case',
  cites: ['WT18-1.16-06'],
  editions: [{ edition: 'wt2018', within: promptly(), force: 'should', source: wt2018.at(initiating) }],
} as const

export const seeChildInEnquiry = duty({
  ...seeing,
  id: 'see-child-in-enquiry',
  arisesFrom: strategyDiscussionHeld,
  when: (discussion, line) => startsEnquiry(discussion as unknown as Statement, line),
})

// Also where an order or police protection began it and no discussion is recorded.
export const seeChildInEnquiryKnownByItsStart = duty({
  ...seeing,
  id: 'see-child-in-enquiry-known-by-its-start',
  arisesFrom: section47EnquiryStarted,
  when: (started, line) => startsEnquiryAlone(started as unknown as Statement, line),
})

export const discussEnquiryOutcome = duty({
  id: 'tell-enquiry-outcome',
  who: leadSocialWorker,
  by: 'authority',
  must: 'Talk the outcome over with child, parents and practitioners, and what help or later check is right',
  arisesFrom: section47EnquiryConcluded,
  dischargedBy: [enquiryOutcomeTold],
  dischargedWhen: fact => dataOf(enquiryOutcomeTold, fact)?.told?.includes('family') ?? false,
  cites: ['WT18-1.17-02'],
  editions: [
    { edition: 'wt2018', within: promptly(), force: 'should', source: wt2018.at(outcome, { confirmed: true }) },
  ],
})

export const tellConferenceNotNeeded = duty({
  id: 'tell-agencies-no-conference',
  who: socialCare,
  by: 'authority',
  must: 'Tell the other practitioners that no conference is planned: they may ask for one',
  arisesFrom: section47EnquiryConcluded,
  when: concluded => concluded.data.conferenceNeeded === false,
  dischargedBy: [conferenceNotNeededTold],
  cites: ['WT18-1.17-05'],
  editions: [
    { edition: 'wt2018', within: promptly(), force: 'should', source: wt2018.at(outcome, { confirmed: true }) },
  ],
})

export const decideConferenceRequest = duty({
  id: 'decide-conference-request',
  who: socialCare,
  by: 'authority',
  must: 'Answer the agency that asks for a conference',
  arisesFrom: conferenceRequested,
  dischargedBy: [conferenceRequestDecided],
  cites: ['WT18-1.17-05', 'WT18-1.17-06'],
  editions: [
    { edition: 'wt2018', within: promptly(), force: 'should', source: wt2018.at(outcome, { confirmed: true }) },
  ],
})

export const section47Enquiry = procedure({
  id: 'section-47-enquiry',
  label: 'Section 47 enquiry',
  section: '1.16',
  caseKind: 'child',
  leads: 'Local authority social worker',
  takesPart: 'Police, health, school and other agencies with information',
  opensWith: [
    turn(strategyDiscussionHeld, (one, line) => startsEnquiry(one as unknown as Statement, line)),
    turn(section47EnquiryStarted, (one, line) => startsEnquiryAlone(one as unknown as Statement, line)),
  ],
  closesWith: [
    turn(section47EnquiryConcluded, (one, line, opening) => endsEnquiry(one as unknown as Statement, opening, line)),
    turn(initialConferenceHeld, (one, line, opening) => endsEnquiry(one as unknown as Statement, opening, line)),
  ],
  reach: 'line',
  facts: [
    section47EnquiryStarted,
    section47EnquiryConcluded,
    enquiryOutcomeTold,
    conferenceNotNeededTold,
    conferenceRequested,
    conferenceRequestDecided,
  ],
  duties: [
    concludeEnquiry,
    concludeEnquiryAlone,
    makeEnquiries,
    makeEnquiriesKnownByTheirStart,
    seeChildInEnquiry,
    seeChildInEnquiryKnownByItsStart,
    discussEnquiryOutcome,
    tellConferenceNotNeeded,
    decideConferenceRequest,
  ],
  prompts: [
    promptFor(
      'WT18-1.16-01',
      section47EnquiryStarted,
      'Enquire as far as is needed to decide how to keep the child safe.',
      'chapter 1, with Children Act 1989 s47(1)',
    ),
    promptFor(
      'WT18-1.16-05',
      section47EnquiryStarted,
      'Responsibility goes with where the child lives or is found.',
      helping,
    ),
    promptFor('WT18-1.16-07', section47EnquiryConcluded, 'Joint interviews keep to Achieving Best Evidence.', helping),
    promptFor(
      'WT18-1.16-08',
      section47EnquiryConcluded,
      'Police share their evidence and their view of any prosecution.',
      helping,
    ),
    promptFor(
      'WT18-1.16-09',
      section47EnquiryConcluded,
      'Health gives specialist assessment and sees treatment through.',
      helping,
    ),
    promptFor(
      'WT18-1.16-10',
      section47EnquiryStarted,
      'Might the child need to be spoken to without a parent knowing? Take advice.',
      helping,
    ),
    promptFor(
      'WT18-1.17-04',
      section47EnquiryConcluded,
      'The third outcome is local practice: give the reason and who approved it.',
      outcome,
    ),
    promptFor(
      'WT18-1.17-06',
      conferenceRequestDecided,
      'Where views still differ, use the area’s quick way to settle it.',
      outcome,
    ),
    promptFor(
      'WT18-1.17-07',
      conferenceRequested,
      'Many areas grant a request that a senior or designated professional backs.',
      outcome,
    ),
    promptFor(
      'WT18-1.17-08',
      section47EnquiryConcluded,
      'If there will be a conference: invite the right specialists, prepare child and parents, offer an advocate.',
      outcome,
    ),
  ],
})
