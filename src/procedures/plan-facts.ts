/**
 * The facts on which every rule about a child protection plan stands: the conference that decides on it, its start,
 * its reviews and its end; and what they tell of a day. They stand together because each rule reads the others.
 */
import type { Line } from '../engine/duty.ts'
import { type FactDefinition, fact, type Json, type Statement } from '../engine/fact.ts'
import { choice, choices, count, day, narrative, optional, parties, words, yesNo } from '../engine/field.ts'
import { type Day, eighteenthBirthday } from '../guidance/days.ts'
import { abuseCategories } from './code-lists.ts'
import { endsPlans } from './deciders.ts'
import { childBorn, childDied } from './people.ts'

const participation = choices(
  'How the child took part',
  {
    present: 'Was there',
    represented: 'Was represented',
    written: 'In writing or drawing',
    advocate: 'With an advocate',
  },
  optional,
)

export const initialConferenceHeld = fact('initial-conference-held', {
  label: 'Initial child protection conference held',
  happenedOn: 'Day of the conference: reviews and the first core group count from it',
  about: ['strategy-discussion-held', 'section-47-enquiry-started', 'child-moved-in'],
  aboutLatest: true,
  cites: ['WT18-1.18-08', 'WT18-1.18-09'],
  fields: {
    decision: choice('What was decided for this child', {
      'child-protection-plan': 'Child protection plan',
      'child-in-need-plan': 'No protection plan: child in need plan',
      'other-support': 'No protection plan: other support',
      'no-further-action': 'No further action',
      adjourned: { label: 'Adjourned', hint: 'This does not stop the clock.' },
    }),
    kind: choice(
      'Kind of conference',
      { initial: 'Initial', 'transfer-in': 'For a child who moved in on a plan', 'pre-birth': 'Before birth' },
      optional,
    ),
    categories: choices('Categories of harm', abuseCategories, optional),
    leadSocialWorker: parties('Lead social worker', 'post', optional),
    chair: words('Chair', optional),
    invited: parties('Agencies invited', 'agency', { ...optional, tookPart: true }),
    attended: parties('Agencies that came', 'agency', { ...optional, tookPart: true }),
    coreGroup: parties('Agencies in the core group', 'agency', { ...optional, tookPart: true }),
    quorum: yesNo('Was there a quorum?', optional),
    childTookPart: participation,
    coreGroupOn: day('Day of the first core group', { ...optional, ahead: true }),
    reviewOn: day('Day of the first review', { ...optional, ahead: true }),
    reasons: narrative('Why this was decided; if adjourned or late, why', optional),
    outlinePlan: narrative('Outline plan: what must change, by how much and by when', optional),
    dissent: narrative('Who disagreed, and why', optional),
    exclusions: narrative('Who was kept out of any part, and why', optional),
  },
})

export const childProtectionPlanStarted = fact('child-protection-plan-started', {
  label: 'Child protection plan started',
  happenedOn: 'Day the plan began; where our conference decided on it, recording the conference is enough',
  about: [initialConferenceHeld.kind, 'child-moved-in'],
  aboutLatest: true,
  cites: ['WT18-1.18-09'],
  fields: {
    categories: choices('Categories of harm at the start', abuseCategories, optional),
    previousPlans: count('Earlier plans, in any area', 'plans', optional),
    visiting: narrative('How often the child is to be seen, and by whom', optional),
    links: narrative('Links to another country', {
      ...optional,
      hint: 'Record each link by itself as well: whether to tell the embassy is then considered',
    }),
  },
})

export const reviewConferenceHeld = fact('review-conference-held', {
  label: 'Child protection review conference held',
  happenedOn: 'Day of the review: the next one counts from it',
  about: [childProtectionPlanStarted.kind, initialConferenceHeld.kind],
  aboutLatest: true,
  cites: ['WT18-1.21-02'],
  fields: {
    decision: choice('What was decided', {
      continues: 'The plan goes on',
      ends: 'The plan ends',
      'ends-with-child-in-need-plan': 'The plan ends, with a child in need plan',
      proceedings: 'Court proceedings; the plan goes on meanwhile',
      'looked-after': 'Looked after; the plan goes on until it is ended',
    }),
    stillLikely: yesNo('Is the child still suffering, or likely to suffer, significant harm?', optional),
    categories: choices('Categories of harm, if they changed', abuseCategories, optional),
    attended: parties('Agencies that came', 'agency', { ...optional, tookPart: true }),
    childTookPart: participation,
    nextOn: day('Day of the next review', { ...optional, ahead: true }),
    approvedBy: parties('If the plan ends: who approved it', 'post', { ...optional, decides: endsPlans }),
    progress: narrative('Progress against each outcome', optional),
    reasons: narrative('Why this was decided; if late, why', optional),
    dissent: narrative('Who disagreed, and why', optional),
  },
  // Ending a plan is decided here: it asks for the ground, the approver and the reason.
  needs: ['stillLikely', 'approvedBy', 'reasons'].map(field => ({ field, when: decidesToEnd })),
})

function decidesToEnd({ decision }: Json): boolean {
  return decision === 'ends' || decision === 'ends-with-child-in-need-plan'
}

export const receivingConferenceHeld = fact('receiving-conference-held', {
  label: 'New area has held its conference',
  happenedOn: 'Day of the receiving authority’s conference',
  about: ['move-notified', 'plan-ended', childProtectionPlanStarted.kind, initialConferenceHeld.kind],
  fields: {
    planThere: yesNo('Is there a plan in the new area?', optional),
    accepted: yesNo('Did it accept responsibility in writing?', optional),
  },
})

export const planEnded = fact('plan-ended', {
  label: 'Child protection plan ended',
  happenedOn: 'Day the plan ended',
  isOnce: true,
  about: [childProtectionPlanStarted.kind, initialConferenceHeld.kind],
  aboutLatest: true,
  cites: ['WT18-1.22-01'],
  fields: {
    ground: choice('Why it ended', {
      'not-likely-significant-harm': 'A review found significant harm no longer likely',
      'moved-and-receiving-conference-held': 'Moved away for good, and the new area has held its conference',
      'reached-18': 'Reached 18',
      died: 'Died',
      'left-uk-permanently': 'Left the United Kingdom for good',
    }),
    approvedBy: parties('Who approved it', 'post', { decides: endsPlans }),
    receivingAuthority: words('If moved: receiving authority', optional),
    receivingConferenceOn: day('If moved: day of its conference', optional),
    accepted: yesNo('If moved: did it accept responsibility in writing?', optional),
    reasons: narrative('Reasons, and what support goes on'),
  },
})

/** Whether a conference decided that there is to be a plan. */
export function decidesOnPlan(conference: Statement<typeof initialConferenceHeld.fields>): boolean {
  return conference.data.decision === 'child-protection-plan'
}

type Review = Statement<typeof reviewConferenceHeld.fields>
type Ended = Statement<typeof planEnded.fields>

/** Whether a review decided that the plan ends, though it found significant harm still likely: that is no ground to end it. */
export function endsPlanInDoubt({ data }: Review): boolean {
  return decidesToEnd(data) && data.stillLikely === true
}

/** Whether a review ended the plan: it decided so, and did not find significant harm still likely. */
export function endsPlan(review: Review): boolean {
  return decidesToEnd(review.data) && !endsPlanInDoubt(review)
}

/**
 * Whether the record bears out the ground on which a plan was ended (1.22). A census says only that it ended: it is believed, and so is
 * a birthday where no birth date is known.
 */
export function endsLawfully(ended: Ended, line: Line): boolean {
  const { data, happened, source } = ended
  if (source !== null) return true
  switch (data.ground) {
    case 'not-likely-significant-harm': {
      const begun = line.allOfCase(initialConferenceHeld).findLast(one => isBy(happened.to, one) && decidesOnPlan(one))
      return line
        .allOfCase(reviewConferenceHeld)
        .some(one => endsPlan(one) && isBy(happened.to, one) && (!begun || one.happened.to >= begun.happened.from))
    }
    case 'moved-and-receiving-conference-held':
      return (
        (data.receivingConferenceOn !== undefined && data.receivingConferenceOn <= happened.to) ||
        line.allOfCase(receivingConferenceHeld).some(one => isBy(happened.to, one))
      )
    case 'reached-18': {
      const born = line.ofCase(childBorn)
      return !born || eighteenthBirthday(born.happened.from) <= happened.to
    }
    case 'died':
      return line.allOfCase(childDied).some(one => isBy(happened.to, one))
    default:
      return true
  }
}

function isBy(day: Day, { happened }: InTime): boolean {
  return happened.from <= day
}

/** Whether a plan was ended for a move before the new area had met: it goes on until then (T1-DIS-04). */
function isEndedTooEarly(ended: Ended, line: Line): boolean {
  return ended.data.ground === 'moved-and-receiving-conference-held' && !endsLawfully(ended, line)
}

/** Whether the new area's conference ends a plan that was ended for a move before it. */
export function endsPlanAtLast({ happened }: InTime, line: Line): boolean {
  return line.allOfCase(planEnded).some(ended => isBy(happened.from, ended) && isEndedTooEarly(ended, line))
}

/** Whether a plan that was ended is over: on a ground that the record bears out, or since the new area has met. */
export function isOver(ended: Ended, line: Line): boolean {
  if (endsLawfully(ended, line)) return true
  return (
    isEndedTooEarly(ended, line) &&
    line.allOfCase(receivingConferenceHeld).some(({ happened }) => happened.to >= ended.happened.from)
  )
}

/**
 * Whether a fact ends what a plan asks for: its end on a ground that the record bears out, the review that ended it, or the new area's
 * conference where it was ended before that.
 */
export function isEndOfPlan(fact: Statement, line: Line): boolean {
  if (fact.kind === planEnded.kind) return endsLawfully(fact as unknown as Ended, line)
  if (fact.kind === receivingConferenceHeld.kind) return endsPlanAtLast(fact, line)
  return fact.kind === reviewConferenceHeld.kind && endsPlan(fact as unknown as Review)
}

/** Every end of a plan on the case that `isThen` is true of. It is asked first: whether something ended a plan takes longer to find. */
export function endsOfPlans(line: Line, isThen: (one: InTime) => boolean): readonly InTime[] {
  return kindsOfEnd.flatMap(kind => line.allOfCase(kind).filter(one => isThen(one) && isEndOfPlan(one, line)))
}

/** Whether there is such an end. */
function hasEndOfPlan(line: Line, isThen: (one: InTime) => boolean): boolean {
  return kindsOfEnd.some(kind => line.allOfCase(kind).some(one => isThen(one) && isEndOfPlan(one, line)))
}

/** Closing a case ends no plan; a census knows only the end of the episode, and is believed. */
export function isNoEndOfPlan(closing: Statement): boolean {
  return closing.source === null
}

const kindsOfEnd = [planEnded, reviewConferenceHeld, receivingConferenceHeld] as unknown as readonly FactDefinition[]

/** What ends the rules of a plan: its end, the review that decided on it, or the new area's conference. */
export const endOfPlan = {
  lapsesOn: kindsOfEnd,
  lapsesWhen: (fact: Statement, _: unknown, line: Line): boolean => isEndOfPlan(fact, line),
  outlivesClosing: isNoEndOfPlan,
} as const

type Conference = Statement<typeof initialConferenceHeld.fields>

type Started = Statement<typeof childProtectionPlanStarted.fields>

/**
 * The conference that led to a plan of which the start is recorded: the one that the start names, on whichever day the plan began; else the
 * latest before it. None where there is none since the last plan ended.
 */
export function conferenceBefore(started: Started, line: Line): Conference | undefined {
  const decided = line.all(initialConferenceHeld).filter(one => one.data.decision !== 'adjourned')
  const latest =
    decided.find(one => one.root === started.about) ?? decided.findLast(one => one.happened.from <= started.happened.to)
  const isSince = ({ happened }: InTime) =>
    happened.from >= (latest?.happened.from ?? '') && happened.to <= started.happened.from
  const hasEnded = kindsOfEnd.some(kind => line.has(kind, end => isSince(end) && isEndOfPlan(end, line)))
  return hasEnded ? undefined : latest
}

/** Whether a plan is recorded as begun before the conference that it names: that one opens it. */
export function isBeforeItsConference(started: Started, line: Line): boolean {
  const conference = conferenceBefore(started, line)
  return conference !== undefined && decidesOnPlan(conference) && conference.happened.from > started.happened.to
}

/** What is said beside a limit that counts from a conference where the plan is recorded as begun on another day. */
export function fromConference(conference: Conference, line: Line): string | undefined {
  const { from, to } = conference.happened
  const differs = line.has(
    childProtectionPlanStarted,
    one => (one.happened.to < from || one.happened.from > to) && conferenceBefore(one, line)?.root === conference.root,
  )
  return differs
    ? 'Counted from the conference, not from the other day on which the plan is recorded as begun.'
    : undefined
}

/** Whether a plan began without a conference on record that decided on it: its rules then start with the plan itself. */
export function startsAlone(started: Started, line: Line): boolean {
  const conference = conferenceBefore(started, line)
  return !conference || !decidesOnPlan(conference)
}

/** What the rules that start with the plan itself read. */
export const planReads: readonly FactDefinition[] = [initialConferenceHeld as unknown as FactDefinition, ...kindsOfEnd]

/** What is said beside a limit that counts from the plan because no conference is on record. */
export function fromPlanStart(started: Started, line: Line): string | undefined {
  return conferenceBefore(started, line)
    ? undefined
    : 'Counted from the start of the plan: no initial conference is recorded.'
}

/** Whether the child was on a plan on a day, by the whole record of the case. */
export function isOnPlan(on: Day, line: Line): boolean {
  const decided = line.allOfCase(initialConferenceHeld).findLast(one => one.happened.from <= on && decidesOnPlan(one))
  const started = line.allOfCase(childProtectionPlanStarted).findLast(one => one.happened.from <= on)
  const begun = [decided, started].reduce(
    (latest, one) => (one && one.happened.from > latest ? one.happened.from : latest),
    '',
  )
  if (begun === '') return false
  return !hasEndOfPlan(line, one => isWithin(one, begun, on))
}

function isWithin({ happened }: InTime, from: Day, to: Day): boolean {
  return happened.to >= from && happened.to <= to
}

type InTime = { readonly happened: Statement['happened'] }

/** Whether a conference lies between what was done for one and the day on which one was planned, whichever came first. */
export function isBetween(held: InTime, done: InTime, planned: InTime): boolean {
  return done.happened.from <= planned.happened.from
    ? held.happened.from >= done.happened.from && held.happened.to <= planned.happened.from
    : held.happened.from >= planned.happened.from && held.happened.to < done.happened.from
}
