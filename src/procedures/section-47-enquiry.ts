/** Finding out whether a child is suffering or likely to suffer significant harm, and what follows for that child. */
import { duty, type Line, prompt } from '../engine/duty.ts'
import { dataOf, fact, type Statement } from '../engine/fact.ts'
import { choice, choices, day, narrative, optional, parties, words, yesNo } from '../engine/field.ts'
import { procedure, turn } from '../engine/procedure.ts'
import { calendarBegins, calendarEnds } from '../guidance/bank-holidays.ts'
import { addDays } from '../guidance/days.ts'
import { promptly, workingDays } from '../guidance/limits.ts'
import { wt2018, wt2023 } from '../guidance/sources.ts'
import { addWorkingDays } from '../guidance/working-days.ts'
import { leadSocialWorker, socialCare } from './actors.ts'
import { childSeen } from './assessment.ts'
import { initialConferenceHeld } from './plan-facts.ts'
import { promptFor } from './prompt-for.ts'
import { referralReceived } from './referral.ts'
import { strategyDiscussionHeld } from './strategy-discussion.ts'

export const section47EnquiryStarted = fact('section-47-enquiry-started', {
  label: 'Section 47 enquiry started',
  happenedOn: 'Day the enquiry began; where a strategy discussion began it, record that instead',
  about: [strategyDiscussionHeld.kind, referralReceived.kind],
  aboutLatest: true,
  fields: {
    enquiry: choice('By whom', { single: 'Social care alone', joint: 'Jointly with the police' }, optional),
    worker: parties('Lead social worker', 'post', optional),
    officer: words('Police officer', optional),
    conferenceTarget: day('Day by which a conference was aimed for', { ...optional, ahead: true }),
  },
})

export const section47EnquiryConcluded = fact('section-47-enquiry-concluded', {
  label: 'Section 47 enquiry concluded',
  happenedOn: 'Day the outcome for this child was decided',
  about: [strategyDiscussionHeld.kind, section47EnquiryStarted.kind],
  aboutLatest: true,
  cites: ['WT18-1.17-01'],
  fields: {
    outcome: choice(
      'What the enquiry found for this child',
      {
        'not-substantiated': 'Concerns not substantiated',
        'substantiated-continuing-harm': 'Substantiated: the child suffers or is likely to suffer significant harm',
        'substantiated-no-continuing-harm': {
          label: 'Substantiated, but harm is not likely to go on',
          hint: 'The guidance has two outcomes; give the reason and the approval.',
          local: true,
        },
      },
      optional,
    ),
    conferenceNeeded: yesNo('Is an initial conference needed?'),
    next: choices(
      'What follows',
      {
        'no-further-action': 'No further action',
        'support-offered': 'Support offered',
        'child-in-need': 'Child in need plan',
        monitor: 'Checked again, by a named person',
        legal: 'Legal action',
        'looked-after': 'Looked after',
      },
      optional,
    ),
    signedOffBy: parties('Manager who signed it off', 'post', optional),
    findings: narrative('What was found: visits, interviews, medicals, what agencies said and when', optional),
    reasons: narrative('Why this was decided', optional),
  },
})

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

/** Whether a discussion began an enquiry that was not already under way: a second one moves no clock. */
export function startsEnquiry(discussion: Statement, line: Line): boolean {
  if ((discussion as Statement<typeof strategyDiscussionHeld.fields>).data.outcome !== 'section-47') return false
  const isEarlier = (one: Statement) => one.root !== discussion.root && isFirst(one, discussion)
  return !isUnderWay(discussion, line, isEarlier)
}

/** Whether an enquiry is known without the discussion that began it. */
export function startsEnquiryAlone(started: Statement, line: Line): boolean {
  const isEarlier = (one: Statement) =>
    one.root !== started.root &&
    (one.kind === strategyDiscussionHeld.kind ? one.happened.from <= started.happened.to : isFirst(one, started))
  return !isUnderWay(started, line, isEarlier)
}

function isUnderWay(trigger: Statement, line: Line, isEarlier: (one: Statement) => boolean): boolean {
  const ends = [
    ...line.all(section47EnquiryConcluded),
    ...line.all(initialConferenceHeld).filter(one => one.data.decision !== 'adjourned'),
  ]
  const ended = ends
    .map(one => one.happened.to)
    .filter(day => day < trigger.happened.from)
    .toSorted()
    .at(-1)
  const begun = [
    ...line.all(strategyDiscussionHeld).filter(one => one.data.outcome === 'section-47'),
    ...line.all(section47EnquiryStarted),
  ] as unknown as readonly Statement[]
  return begun.some(one => isEarlier(one) && (ended === undefined || one.happened.from > ended))
}

function isFirst(one: Statement, other: Statement): boolean {
  if (one.happened.from !== other.happened.from) return one.happened.from < other.happened.from
  const isAlone = (fact: Statement) => fact.kind === section47EnquiryStarted.kind
  // On one day the discussion began the enquiry.
  if (isAlone(one) !== isAlone(other)) return isAlone(other)
  return one.number < other.number
}

/** What the clocks of an enquiry read besides their trigger. */
export const enquiryReads = [
  strategyDiscussionHeld,
  section47EnquiryStarted,
  section47EnquiryConcluded,
  initialConferenceHeld,
] as const

const initiating = "chapter 1, 'Strategy discussion' and 'Initiating section 47 enquiries' (J18 pp.38-43; D20 pp.41-46)"
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
  dischargedWhen: (fact: Statement) => dataOf(initialConferenceHeld, fact)?.decision !== 'adjourned',
  reach: 'line',
  cites: ['WT18-1.16-01', 'WT18-1.16-11', 'T1-S47-01'],
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
  cites: ['WT18-1.17-01', 'WT18-1.17-02'],
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

const helping = "chapter 1, 'Initiating section 47 enquiries' (J18 pp.41-43; D20 pp.44-46)"

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
    turn(section47EnquiryConcluded),
    turn(initialConferenceHeld, conference => conference.data.decision !== 'adjourned'),
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
      'WT18-1.16-02',
      section47EnquiryStarted,
      'A social worker of the authority leads, and works by way of an assessment.',
      helping,
    ),
    promptFor(
      'WT18-1.16-03',
      section47EnquiryStarted,
      'Police, health and schools help. Note whom you asked and when they answered.',
      helping,
    ),
    promptFor(
      'WT18-1.16-04',
      section47EnquiryStarted,
      'Listed bodies help when asked, unless that would be unreasonable.',
      'chapter 1, with Children Act 1989 s47(9)-(11)',
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
    prompt({
      id: 't23-as-02',
      at: section47EnquiryStarted,
      says: 'Also from December 2023, a social worker leads every child protection enquiry.',
      force: 'should',
      source: wt2023.at('chapter 3', { confirmed: true }),
      cites: ['T23-AS-02'],
    }),
  ],
})
