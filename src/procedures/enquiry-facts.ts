/**
 * The facts on which every rule about a section 47 enquiry stands: its start and its conclusion, and what began it. They
 * stand together because the rules of the enquiry and those of the conference read them alike.
 */
import { byHappening } from '../engine/chains.ts'
import type { Line } from '../engine/duty.ts'
import { dataOf, fact, type Json, type Statement } from '../engine/fact.ts'
import { choice, choices, day, narrative, optional, parties, words, yesNo } from '../engine/field.ts'
import { approvesFindings } from './deciders.ts'
import { leading } from './leading.ts'
import { initialConferenceHeld } from './plan-facts.ts'
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
    ...leading,
    officer: words('Police officer', optional),
    conferenceTarget: day('Day by which a conference was aimed for', { ...optional, ahead: true }),
  },
})

export const section47EnquiryConcluded = fact('section-47-enquiry-concluded', {
  label: 'Section 47 enquiry concluded',
  happenedOn: 'Day the outcome for this child was decided',
  isOnce: true,
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
    signedOffBy: parties('Manager who signed it off', 'post', { ...optional, decides: approvesFindings }),
    findings: narrative('What was found: visits, interviews, medicals, what agencies said and when', optional),
    reasons: narrative('Why this was decided', optional),
  },
  needs: ['signedOffBy', 'reasons'].map(field => ({ field, when: needsApproval })),
})

/**
 * 1.17-03 and 1.17-04: where harm is substantiated and likely to go on, the guidance has a conference convened, and an outcome that
 * only local practice has is not in it. Both stand with their reason and a manager's approval.
 */
function needsApproval({ outcome, conferenceNeeded }: Json): boolean {
  const departs = outcome === 'substantiated-continuing-harm' && conferenceNeeded === false
  return departs || outcome === 'substantiated-no-continuing-harm'
}

/** Whether a discussion began an enquiry that was not already under way: a second one moves no clock. */
export function startsEnquiry(discussion: Statement, line: Line): boolean {
  if ((discussion as Statement<typeof strategyDiscussionHeld.fields>).data.outcome !== 'section-47') return false
  return !isUnderWay(discussion, line, one => one.root !== discussion.root && isFirst(one, discussion))
}

/** Whether an enquiry is known without the discussion that began it. */
export function startsEnquiryAlone(started: Statement, line: Line): boolean {
  return !isUnderWay(
    started,
    line,
    one =>
      one.root !== started.root &&
      (one.kind === strategyDiscussionHeld.kind ? one.happened.from <= started.happened.to : isFirst(one, started)),
  )
}

/** What began the last enquiry that did not begin after a fact: a discussion, or its start where none is recorded. */
export function lastBegunBefore(fact: Statement, line: Line): Statement | undefined {
  const discussions = line.all(strategyDiscussionHeld) as unknown as readonly Statement[]
  const starts = line.all(section47EnquiryStarted) as unknown as readonly Statement[]
  return [
    ...discussions.filter(one => startsEnquiry(one, line)),
    ...starts.filter(one => startsEnquiryAlone(one, line)),
  ]
    .filter(one => one.happened.from <= fact.happened.to && !endedTheOneBefore(fact, one, line))
    .toSorted(byHappening)
    .at(-1)
}

/** When something happened, and the order in which it was recorded. */
type Placed = Pick<Statement, 'happened' | 'number'>

/** Whether a fact ends an enquiry: an adjourned conference does not, nor does what ended the enquiry before on the same day. */
export function endsEnquiry(fact: Statement, begun: Placed, line: Line): boolean {
  return dataOf(initialConferenceHeld, fact)?.decision !== 'adjourned' && !endedTheOneBefore(fact, begun, line)
}

/** Without times, what was recorded before the beginning may still be the end of what began on that day: if nothing else was under way. */
function endedTheOneBefore(end: Statement, begun: Placed, line: Line): boolean {
  if (!isOver(end, begun)) return false
  const isTimed = end.happened.at !== null && begun.happened.at !== null
  return isTimed || isUnderWay(end, line, one => byHappening(one, end) < 0)
}

function isUnderWay(fact: Statement, line: Line, isEarlier: (one: Statement) => boolean): boolean {
  const ends = [
    ...line.all(section47EnquiryConcluded),
    ...line.all(initialConferenceHeld).filter(one => one.data.decision !== 'adjourned'),
  ] as unknown as readonly Statement[]
  const ended = ends.filter(end => isOver(end, fact))
  const begun = [
    ...line.all(strategyDiscussionHeld).filter(one => one.data.outcome === 'section-47'),
    ...line.all(section47EnquiryStarted),
  ] as unknown as readonly Statement[]
  return begun.some(one => isEarlier(one) && ended.every(end => isOver(end, one)))
}

/** Whether what ends an enquiry came before a fact: on one day by the time, where both have one, else in the order of recording. */
function isOver(end: Placed, fact: Placed): boolean {
  if (end.happened.from === fact.happened.from) return byHappening(end, fact) < 0
  return end.happened.to < fact.happened.from
}

function isFirst(one: Statement, other: Statement): boolean {
  if (one.happened.from !== other.happened.from) return one.happened.from < other.happened.from
  // On one day the discussion began the enquiry.
  if (one.kind !== other.kind) return other.kind === section47EnquiryStarted.kind
  return one.number < other.number
}

/** What the clocks of an enquiry read besides their trigger. */
export const enquiryReads = [
  strategyDiscussionHeld,
  section47EnquiryStarted,
  section47EnquiryConcluded,
  initialConferenceHeld,
] as const
