/** A plan ends on one of three grounds only; whoever was invited hears of it, and a move leaves no gap. */
import { duty, type Line } from '../engine/duty.ts'
import { dataOf, fact, type Statement } from '../engine/fact.ts'
import { choices, day, narrative, optional, parties, words, yesNo } from '../engine/field.ts'
import { procedure, turn } from '../engine/procedure.ts'
import { addMonths, type Day, eighteenthBirthday } from '../guidance/days.ts'
import { before, promptly, workingDays } from '../guidance/limits.ts'
import { wt2018 } from '../guidance/sources.ts'
import { conferenceChair, leadSocialWorker, socialCare } from './actors.ts'
import { conferencePlanned } from './initial-conference.ts'
import { childBorn, childDied } from './people.ts'
import {
  childProtectionPlanStarted,
  decidesOnPlan,
  endsLawfully,
  endsPlan,
  endsPlanInDoubt,
  initialConferenceHeld,
  isEndOfPlan,
  isOver,
  planEnded,
  planReads,
  receivingConferenceHeld,
  reviewConferenceHeld,
  startsAlone,
} from './plan-facts.ts'
import { promptFor } from './prompt-for.ts'
import { reviewConferencePlanned } from './review-conference.ts'

const plan = [childProtectionPlanStarted.kind, initialConferenceHeld.kind]

export const moveNotified = fact('move-notified', {
  label: 'Permanent move notified to the new area',
  happenedOn: 'Day the receiving authority was told',
  about: plan,
  aboutLatest: true,
  fields: {
    authority: words('Receiving authority', optional),
    movedOn: day('Day of the move', { ...optional, ahead: true }),
    papersSent: yesNo('Have the papers been sent?', optional),
    accepted: yesNo('Has it accepted responsibility in writing?', optional),
    notes: narrative('What was agreed', optional),
  },
})

export const informationPassed = fact('information-passed-to-new-area', {
  label: 'Information passed to the new area',
  happenedOn: 'Day it was passed on',
  about: [moveNotified.kind],
  fields: { to: words('To whom there', optional), what: narrative('What was passed on', optional) },
})

export const childMovedIn = fact('child-moved-in', {
  label: 'Child with a plan moved into this area',
  happenedOn: 'Day we were told of the permanent move',
  fields: {
    authority: words('Authority that holds the plan', optional),
    movedOn: day('Day of the move', { ...optional, ahead: true }),
    notes: narrative('What came with the child: plan, papers, contacts', optional),
  },
})

export const agenciesToldPlanEnded = fact('agencies-told-plan-ended', {
  label: 'Agencies told that the plan ended',
  happenedOn: 'Day they were told',
  about: [planEnded.kind, reviewConferenceHeld.kind],
  aboutLatest: true,
  fields: {
    agencies: parties('Agencies told', 'agency', optional),
    others: choices(
      'Who else was told',
      { family: 'Child and family', 'other-authority': 'Receiving authority' },
      optional,
    ),
  },
})

export const supportAfterPlanDiscussed = fact('support-after-plan-discussed', {
  label: 'Support after the plan talked over with child and family',
  happenedOn: 'Day of the conversation',
  about: [planEnded.kind, reviewConferenceHeld.kind],
  aboutLatest: true,
  fields: { wanted: narrative('What support they still want and need', optional) },
})

const ending = "chapter 1, 'Discontinuing the Child Protection Plan' (J18 p.52; D20 p.55)"

// T1-DIS-01.
export const holdReceivingConference = duty({
  id: 'hold-receiving-conference',
  who: `${socialCare} of the receiving area`,
  by: 'authority',
  must: 'Hold a child protection conference for the child who moved in',
  arisesFrom: childMovedIn,
  dischargedBy: [initialConferenceHeld],
  dischargedWhen: held => dataOf(initialConferenceHeld, held)?.decision !== 'adjourned',
  reach: 'case',
  cites: ['WT18-1.22-01', 'T1-DIS-01'],
  editions: [
    { edition: 'wt2018', within: workingDays(15), force: 'should', source: wt2018.at(ending, { confirmed: true }) },
  ],
})

// T1-DIS-04. An ending before the new area’s conference is recorded as it was, and stands as a breach until that conference.
export const keepPlanUntilReceivingConference = duty({
  id: 'keep-plan-until-receiving-conference',
  who: `${socialCare} of the original area`,
  by: 'authority',
  must: 'Keep the plan until the receiving authority has held its conference',
  arisesFrom: planEnded,
  when: ({ data, happened }) =>
    data.ground === 'moved-and-receiving-conference-held' &&
    !(data.receivingConferenceOn !== undefined && data.receivingConferenceOn <= happened.to),
  dischargedBy: [receivingConferenceHeld],
  mayPrecede: true,
  reach: 'line',
  outlivesClosing: true,
  cites: ['WT18-1.22-02', 'T1-DIS-04'],
  editions: [
    {
      edition: 'wt2018',
      within: before('the original plan ends'),
      force: 'should',
      source: wt2018.at(ending, { confirmed: true }),
    },
  ],
})

// 1.22-01. An end on a ground that the record does not bear out ends nothing: it stands as a breach until there is one that it does.
const keeping = {
  who: `${leadSocialWorker} and ${conferenceChair.toLowerCase()}`,
  by: 'authority',
  dischargedBy: [reviewConferenceHeld, planEnded],
  dischargedWhen: (fact: Statement, _: unknown, line: Line) => isEndOfPlan(fact, line),
  reach: 'line',
  outlivesClosing: true,
  cites: ['WT18-1.22-01'],
  editions: [
    {
      edition: 'wt2018',
      within: before('the plan ends'),
      force: 'should',
      source: wt2018.at(ending, { confirmed: true }),
    },
  ],
} as const

export const keepPlanUntilGround = duty({
  ...keeping,
  id: 'keep-plan-until-there-is-a-ground',
  must: 'Keep the plan: the record does not bear out the ground on which it was ended',
  arisesFrom: planEnded,
  // A move has a duty of its own.
  when: (ended, line) => ended.data.ground !== 'moved-and-receiving-conference-held' && !endsLawfully(ended, line),
  reads: [reviewConferenceHeld, initialConferenceHeld, childBorn, childDied],
})

export const keepPlanWhileHarmIsLikely = duty({
  ...keeping,
  id: 'keep-plan-while-harm-is-likely',
  must: 'Keep the plan: the review that ended it found significant harm still likely',
  arisesFrom: reviewConferenceHeld,
  when: endsPlanInDoubt,
})

function birthdayOf(line: Line): Day | undefined {
  const born = line.ofCase(childBorn)
  return born && eighteenthBirthday(born.happened.to)
}

/** Whether the birthday comes after a conference or review, and no later than the next one is due. */
function isBirthdayNext({ happened }: Pick<Statement, 'happened'>, dueAfter: number, line: Line): boolean {
  const birthday = birthdayOf(line)
  return birthday !== undefined && happened.to < birthday && birthday <= addMonths(happened.to, dueAfter)
}

// T1-DIS-02. It arises with the last conference or review before the birthday: the next one would come too late.
const aroundBirthday = {
  who: `${leadSocialWorker} and ${conferenceChair.toLowerCase()}`,
  by: 'authority',
  must: 'Plan a review around the eighteenth birthday, to close the plan',
  countsFrom: (_: unknown, line: Line) => {
    const birthday = birthdayOf(line)
    return birthday === undefined ? undefined : { day: birthday }
  },
  dischargedBy: [reviewConferencePlanned, reviewConferenceHeld],
  dischargedWhen: (fact: Statement, _: unknown, line: Line) => {
    const planned = dataOf(reviewConferencePlanned, fact)?.plannedFor ?? fact.happened.from
    return planned <= (birthdayOf(line) ?? planned)
  },
  lapsesOn: [planEnded, receivingConferenceHeld],
  lapsesWhen: (fact: Statement, _: unknown, line: Line) => isEndOfPlan(fact, line),
  outlivesChildhood: true,
  cites: ['WT18-1.22-03', 'T1-DIS-02'],
  editions: [
    {
      edition: 'wt2018',
      within: before('the eighteenth birthday'),
      force: 'should',
      source: wt2018.at("chapter 1, 'Discontinuing the Child Protection Plan' (D20 p.55)", { confirmed: true }),
    },
  ],
} as const

export const planReviewAround18 = duty({
  ...aroundBirthday,
  id: 'plan-review-around-eighteenth-birthday',
  arisesFrom: reviewConferenceHeld,
  when: (review, line) => !endsPlan(review) && isBirthdayNext(review, 6, line),
  reads: [childBorn],
})

export const planFirstReviewAround18 = duty({
  ...aroundBirthday,
  id: 'plan-first-review-around-eighteenth-birthday',
  arisesFrom: initialConferenceHeld,
  when: (held, line) => decidesOnPlan(held) && isBirthdayNext(held, 3, line),
  reads: [childBorn],
})

export const planFirstReviewAround18FromPlanStart = duty({
  ...aroundBirthday,
  id: 'plan-first-review-around-eighteenth-birthday-from-start-of-plan',
  arisesFrom: childProtectionPlanStarted,
  when: (started, line) => startsAlone(started, line) && isBirthdayNext(started, 3, line),
  reads: [...planReads, childBorn],
})

/** Whether a review had already decided on this end: what follows from the end then starts with that review. */
function isEndedByReview(ended: Statement<typeof planEnded.fields>, line: Line): boolean {
  const decided = line.last(reviewConferenceHeld, one => endsPlan(one) && one.happened.from <= ended.happened.to)
  const started = line.last(childProtectionPlanStarted, one => one.happened.from <= ended.happened.to)
  return decided !== undefined && !(started && started.happened.from > decided.happened.to)
}

/** Whether something follows from an end by itself. One that ends nothing leaves the plan: nobody is told that it is over. */
function endsByItself(ended: Statement<typeof planEnded.fields>, line: Line): boolean {
  return isOver(ended, line) && !isEndedByReview(ended, line)
}

const readsOfEnd = [
  reviewConferenceHeld,
  childProtectionPlanStarted,
  initialConferenceHeld,
  receivingConferenceHeld,
  childBorn,
  childDied,
]

const afterEnd = { outlivesChildhood: true, outlivesClosing: true, by: 'authority', who: leadSocialWorker } as const

// T1-DIS-03: one for each agency that was invited to the initial conference.
const telling = {
  ...afterEnd,
  must: 'Tell those who were invited to the initial conference that the plan has ended',
  dischargedBy: [agenciesToldPlanEnded],
  forEach: {
    named: (trigger: { readonly happened: Statement['happened'] }, line: Line): readonly string[] => [
      ...(line.last(initialConferenceHeld, one => one.happened.from <= trigger.happened.to)?.data.invited ?? []),
      ...(line.last(conferencePlanned, one => one.happened.from <= trigger.happened.to)?.data.invited ?? []),
    ],
    told: (fact: Statement): readonly string[] => dataOf(agenciesToldPlanEnded, fact)?.agencies ?? [],
  },
  cites: ['WT18-1.22-04', 'T1-DIS-03'],
  editions: [
    {
      edition: 'wt2018',
      within: promptly('when the plan ends'),
      force: 'should',
      source: wt2018.at("chapter 1, 'Discontinuing the Child Protection Plan' (D20 p.55)", { confirmed: true }),
    },
  ],
} as const

export const tellAgenciesPlanEnded = duty({
  ...telling,
  id: 'tell-agencies-plan-ended',
  arisesFrom: planEnded,
  when: endsByItself,
  reads: readsOfEnd,
})

export const tellAgenciesReviewEndedPlan = duty({
  ...telling,
  id: 'tell-agencies-review-ended-plan',
  arisesFrom: reviewConferenceHeld,
  when: endsPlan,
})

const offering = {
  ...afterEnd,
  must: 'Talk over with child and family what support they still want and need',
  dischargedBy: [supportAfterPlanDiscussed],
  cites: ['WT18-1.22-05'],
  editions: [
    { edition: 'wt2018', within: promptly(), force: 'should', source: wt2018.at(ending, { confirmed: true }) },
  ],
} as const

export const discussSupportAfterPlan = duty({
  ...offering,
  id: 'discuss-support-after-plan',
  arisesFrom: planEnded,
  when: (ended, line) => ended.data.ground !== 'died' && endsByItself(ended, line),
  reads: readsOfEnd,
})

export const discussSupportAfterReview = duty({
  ...offering,
  id: 'discuss-support-after-review-ended-plan',
  arisesFrom: reviewConferenceHeld,
  when: endsPlan,
})

// WT18-1.6-07, T1-INF-01: each agency that learns of the move passes on what it has.
export const passInformation = duty({
  id: 'pass-information-to-new-area',
  who: 'Every agency that works with the child',
  by: 'owner',
  must: 'Pass on what you know, so that the new area can act at once',
  arisesFrom: moveNotified,
  when: ({ data }) => data.papersSent !== true,
  dischargedBy: [informationPassed],
  onlyOwn: true,
  // A plan that ends with the move takes nothing away from what the new area needs to know.
  outlivesClosing: true,
  cites: ['WT18-1.6-07', 'T1-INF-01'],
  editions: [
    {
      edition: 'wt2018',
      within: promptly(),
      force: 'should',
      source: wt2018.at("chapter 1, 'Information sharing' (J18 pp.18-20; D20 pp.18-21)"),
    },
  ],
})

export const endingPlan = procedure({
  id: 'ending-plan',
  label: 'Ending a plan, and moves between areas',
  section: '1.22',
  caseKind: 'child',
  leads: `${leadSocialWorker} and ${conferenceChair.toLowerCase()}; for a move, the receiving authority`,
  takesPart: 'Core group, both authorities, family',
  opensWith: [turn(moveNotified), turn(childMovedIn)],
  closesWith: [
    turn(receivingConferenceHeld),
    turn(initialConferenceHeld, held => held.data.decision !== 'adjourned'),
    turn(planEnded, endsLawfully),
  ],
  reach: 'line',
  facts: [
    moveNotified,
    informationPassed,
    childMovedIn,
    receivingConferenceHeld,
    planEnded,
    agenciesToldPlanEnded,
    supportAfterPlanDiscussed,
  ],
  duties: [
    passInformation,
    holdReceivingConference,
    keepPlanUntilReceivingConference,
    keepPlanUntilGround,
    keepPlanWhileHarmIsLikely,
    planReviewAround18,
    planFirstReviewAround18,
    planFirstReviewAround18FromPlanStart,
    tellAgenciesPlanEnded,
    tellAgenciesReviewEndedPlan,
    discussSupportAfterPlan,
    discussSupportAfterReview,
  ],
  prompts: [
    promptFor(
      'WT18-1.22-01',
      planEnded,
      'Only these grounds end a plan: no harm likely, moved and met there, or 18, dead or gone for good.',
      ending,
    ),
    promptFor(
      'WT18-1.22-02',
      moveNotified,
      'The plan here goes on until the new area has held its conference.',
      ending,
    ),
  ],
})
