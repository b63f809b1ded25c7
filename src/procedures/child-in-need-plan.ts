/** A plan of help for a child in need: agreed with the family, reviewed as locally set, stepped up, down or ended. */
import { duty } from '../engine/duty.ts'
import { fact } from '../engine/fact.ts'
import { choice, choices, day, narrative, optional, parties } from '../engine/field.ts'
import { procedure, turn } from '../engine/procedure.ts'
import { localPolicy, promptly } from '../guidance/limits.ts'
import { wt2018 } from '../guidance/sources.ts'
import { leadSocialWorker } from './actors.ts'
import { assessmentAuthorised } from './assessment.ts'
import { section47EnquiryConcluded } from './enquiry-facts.ts'
import { endsPlan, initialConferenceHeld, reviewConferenceHeld } from './plan-facts.ts'
import { promptFor } from './prompt-for.ts'
import { holdingDiscussion } from './strategy-discussion.ts'

export const childInNeedPlanStarted = fact('child-in-need-plan-started', {
  label: 'Child in need plan started',
  happenedOn: 'Day the plan began',
  about: ['assessment-started', 'referral-received'],
  aboutLatest: true,
  cites: ['WT18-1.8-14', 'WT18-1.14-02'],
  fields: {
    agencies: parties('Agencies with an action', 'agency', optional),
    reviewOn: day('Day of the first review', { ...optional, ahead: true }),
    needs: narrative('Needs', optional),
    outcomes: narrative('Outcomes, and how each will be measured', optional),
    actions: narrative('Services and actions: who, why and by when', optional),
    ifNotMet: narrative('What happens if the outcomes are not reached', optional),
    childView: narrative('What the child thinks of the plan', optional),
  },
})

export const childInNeedPlanReviewed = fact('child-in-need-plan-reviewed', {
  label: 'Child in need plan reviewed',
  happenedOn: 'Day of the review',
  about: [childInNeedPlanStarted.kind],
  cites: ['WT18-1.14-03'],
  fields: {
    decision: choice(
      'What was decided',
      {
        continues: 'The plan goes on',
        'step-up': 'Step up: strategy discussion',
        'step-down': 'Step down: early help',
        closes: 'The plan ends',
        accommodate: 'Accommodate the child',
      },
      optional,
    ),
    present: choices('Who took part', { child: 'Child', family: 'Family', agencies: 'Agencies' }, optional),
    agencies: parties('Agencies taking part', 'agency', { ...optional, tookPart: true }),
    progress: narrative('Progress against each outcome', optional),
    childView: narrative('What the child thinks', optional),
  },
})

export const childInNeedPlanEnded = fact('child-in-need-plan-ended', {
  label: 'Child in need plan ended',
  happenedOn: 'Day the plan ended',
  about: [childInNeedPlanStarted.kind],
  fields: {
    because: choice(
      'Why it ended',
      {
        'needs-met': 'Needs met',
        'early-help': 'Stepped down to early help',
        'child-protection': 'Stepped up to child protection',
        'looked-after': 'Looked after',
        other: 'Another reason',
      },
      optional,
    ),
    reasons: narrative('Reasons, and what support goes on', optional),
  },
})

const outcomes = "chapter 1, 'Focusing on outcomes' (J18 p.29; D20 p.32)"

const making = {
  who: leadSocialWorker,
  by: 'authority',
  must: 'Agree a child in need plan with the family: outcomes, services, owners and dates',
  dischargedBy: [childInNeedPlanStarted],
  reach: 'case',
  cites: ['WT18-1.8-14', 'WT18-1.14-02'],
  editions: [{ edition: 'wt2018', within: promptly(), force: 'should', source: wt2018.at(outcomes) }],
} as const

export const makeChildInNeedPlan = duty({
  ...making,
  id: 'make-child-in-need-plan',
  arisesFrom: assessmentAuthorised,
  when: authorised => authorised.data.outcome === 'child-in-need-plan',
})

export const makeChildInNeedPlanAfterEnquiry = duty({
  ...making,
  id: 'make-child-in-need-plan-after-enquiry',
  arisesFrom: section47EnquiryConcluded,
  when: concluded => !concluded.data.conferenceNeeded && (concluded.data.next?.includes('child-in-need') ?? false),
})

export const makeChildInNeedPlanAfterConference = duty({
  ...making,
  id: 'make-child-in-need-plan-after-conference',
  arisesFrom: initialConferenceHeld,
  when: held => held.data.decision === 'child-in-need-plan',
})

export const makeChildInNeedPlanAfterReview = duty({
  ...making,
  id: 'make-child-in-need-plan-after-review',
  arisesFrom: reviewConferenceHeld,
  when: review => endsPlan(review) && review.data.decision === 'ends-with-child-in-need-plan',
})

// A plan that is stepped up is new information on an open case: T1-STR-01.
export const discussStepUp = duty({
  ...holdingDiscussion,
  id: 'hold-strategy-discussion-after-step-up',
  must: 'Hold the strategy discussion for which the plan was stepped up',
  arisesFrom: childInNeedPlanReviewed,
  when: ({ data }) => data.decision === 'step-up',
})

// T1-CIN-01: the interval is the area's own.
const reviewing = {
  who: leadSocialWorker,
  by: 'authority',
  must: 'Review the child in need plan with family and agencies',
  dischargedBy: [childInNeedPlanReviewed],
  lapsesOn: [childInNeedPlanEnded],
  cites: ['WT18-1.14-03', 'WT18-1.14-04', 'T1-CIN-01'],
  editions: [
    {
      edition: 'wt2018',
      within: localPolicy('child-in-need-plan-review', 'reviews of a child in need plan'),
      force: 'should',
      source: wt2018.at(outcomes),
    },
  ],
} as const

export const reviewChildInNeedPlan = duty({
  ...reviewing,
  id: 'review-child-in-need-plan',
  arisesFrom: childInNeedPlanStarted,
})

export const reviewChildInNeedPlanAgain = duty({
  ...reviewing,
  id: 'review-child-in-need-plan-again',
  arisesFrom: childInNeedPlanReviewed,
  when: review => review.data.decision === undefined || review.data.decision === 'continues',
})

export const childInNeedPlan = procedure({
  id: 'child-in-need-plan',
  label: 'Child in need plan',
  section: '1.14',
  caseKind: 'child',
  leads: leadSocialWorker,
  takesPart: 'Child, family and every agency with an action',
  opensWith: [turn(childInNeedPlanStarted)],
  closesWith: [turn(childInNeedPlanEnded)],
  facts: [childInNeedPlanStarted, childInNeedPlanReviewed, childInNeedPlanEnded],
  duties: [
    makeChildInNeedPlan,
    makeChildInNeedPlanAfterEnquiry,
    makeChildInNeedPlanAfterConference,
    makeChildInNeedPlanAfterReview,
    discussStepUp,
    reviewChildInNeedPlan,
    reviewChildInNeedPlanAgain,
  ],
  prompts: [
    promptFor(
      'WT18-1.14-01',
      childInNeedPlanStarted,
      'Help the child within the family wherever that keeps the child well.',
      'chapter 1, with Children Act 1989 s17(1)',
    ),
    promptFor(
      'WT18-1.14-02',
      childInNeedPlanStarted,
      'Outcomes that can be measured, owners, dates, and the next step if they are not reached.',
      outcomes,
    ),
    promptFor(
      'WT18-1.14-04',
      childInNeedPlanReviewed,
      'No national interval: the next review is as the area and the plan set it.',
      outcomes,
    ),
  ],
})
