/** Keeping the child safe: a lead social worker, a plan in detail, and a child who is seen. */
import { duty } from '../engine/duty.ts'
import { fact } from '../engine/fact.ts'
import { choices, narrative, optional, parties, words } from '../engine/field.ts'
import { procedure, turn } from '../engine/procedure.ts'
import { localPolicy, promptly } from '../guidance/limits.ts'
import { wt2018 } from '../guidance/sources.ts'
import { leadSocialWorker, socialCare } from './actors.ts'
import { childSeen } from './assessment.ts'
import { abuseCategories } from './code-lists.ts'
import {
  childProtectionPlanStarted,
  decidesOnPlan,
  endOfPlan,
  endsLawfully,
  endsPlan,
  endsPlanAtLast,
  initialConferenceHeld,
  isBeforeItsConference,
  isNoEndOfPlan,
  isOnPlan,
  planEnded,
  planReads,
  receivingConferenceHeld,
  reviewConferenceHeld,
  startsAlone,
} from './plan-facts.ts'
import { promptFor } from './prompt-for.ts'

const plan = [childProtectionPlanStarted.kind, initialConferenceHeld.kind]

export const planCategoryChanged = fact('plan-category-changed', {
  label: 'Category of the plan changed',
  happenedOn: 'Day from which it changed',
  about: plan,
  aboutLatest: true,
  fields: { categories: choices('Categories of harm', abuseCategories), reasons: narrative('Why', optional) },
})

export const planDetailed = fact('plan-detailed', {
  label: 'Detailed plan shared',
  happenedOn: 'Day the plan in detail was shared',
  about: plan,
  aboutLatest: true,
  cites: ['WT18-1.19-07'],
  fields: {
    sharedWith: choices('Who has it', { child: 'Child', parents: 'Parents', 'core-group': 'Core group' }, optional),
    agencies: parties('Agencies that have it', 'agency', optional),
    outcomes: narrative('Outcomes for the child, and how progress is judged', optional),
    actions: narrative('Who does what by when', optional),
    visiting: narrative('How often the child is seen, and by whom', optional),
    contingency: narrative('What happens if it does not work', optional),
    understood: narrative('What the child understands of it', optional),
  },
})

export const leadSocialWorkerNamed = fact('lead-social-worker-named', {
  label: 'Lead social worker named',
  happenedOn: 'Day from which this person leads',
  about: plan,
  aboutLatest: true,
  fields: {
    worker: parties('Lead social worker', 'post', optional),
    name: words('Name, where it is somebody outside this record', optional),
  },
})

const planning = "chapter 1, 'The child protection plan' (J18 p.48; D20 pp.51-52)"
const decisions = "chapter 1, 'Initial child protection conferences' (J18 pp.46-47; D20 pp.49-50)"

export const nameLeadSocialWorker = duty({
  id: 'name-lead-social-worker',
  who: socialCare,
  by: 'authority',
  must: 'Name a lead social worker for the plan',
  arisesFrom: initialConferenceHeld,
  when: conference => decidesOnPlan(conference) && !conference.data.leadSocialWorker?.length,
  dischargedBy: [leadSocialWorkerNamed],
  ...endOfPlan,
  cites: ['WT18-1.19-01', 'WT18-1.18-08'],
  editions: [
    {
      edition: 'wt2018',
      within: promptly('at the conference'),
      force: 'should',
      source: wt2018.at(decisions, { confirmed: true }),
    },
  ],
})

export const shareDetailedPlan = duty({
  id: 'share-detailed-plan',
  who: leadSocialWorker,
  by: 'authority',
  must: 'Turn the outline into a detailed plan with the core group, and share it',
  arisesFrom: initialConferenceHeld,
  when: decidesOnPlan,
  dischargedBy: [planDetailed],
  ...endOfPlan,
  cites: ['WT18-1.19-02', 'WT18-1.19-05'],
  editions: [
    { edition: 'wt2018', within: promptly(), force: 'should', source: wt2018.at(planning, { confirmed: true }) },
  ],
})

// T1-CPP-01: how often is for the plan and the area to say.
const visiting = {
  who: leadSocialWorker,
  by: 'authority',
  must: 'See the child as often as the plan says',
  dischargedBy: [childSeen],
  reach: 'case',
  ...endOfPlan,
  cites: ['WT18-1.19-02', 'T1-CPP-01'],
  editions: [
    {
      edition: 'wt2018',
      within: localPolicy('child-protection-visit', 'visits to a child on a plan'),
      force: 'should',
      source: wt2018.at("chapter 1, 'The child protection plan'"),
    },
  ],
} as const

export const visitChildOnPlan = duty({
  ...visiting,
  id: 'visit-child-on-plan',
  onlyOwn: true,
  arisesFrom: initialConferenceHeld,
  when: decidesOnPlan,
})

export const visitChildFromPlanStart = duty({
  ...visiting,
  id: 'visit-child-from-start-of-plan',
  onlyOwn: true,
  arisesFrom: childProtectionPlanStarted,
  when: startsAlone,
  reads: planReads,
})

export const visitChildAgain = duty({
  ...visiting,
  id: 'visit-child-on-plan-again',
  onlyOwn: true,
  arisesFrom: childSeen,
  when: (seen, line) => isOnPlan(seen.happened.from, line),
  reads: [childProtectionPlanStarted, ...planReads],
})

export const childProtectionPlan = procedure({
  id: 'child-protection-plan',
  label: 'Child protection plan',
  section: '1.19',
  caseKind: 'child',
  leads: leadSocialWorker,
  takesPart: 'Core group',
  opensWith: [
    turn(initialConferenceHeld, decidesOnPlan),
    turn(childProtectionPlanStarted, (started, line) => !isBeforeItsConference(started, line)),
  ],
  closesWith: [
    turn(planEnded, endsLawfully),
    turn(reviewConferenceHeld, endsPlan),
    turn(receivingConferenceHeld, endsPlanAtLast),
  ],
  outlivesClosing: isNoEndOfPlan,
  outlivesChildhood: true,
  facts: [childProtectionPlanStarted, leadSocialWorkerNamed, planDetailed, planCategoryChanged],
  duties: [nameLeadSocialWorker, shareDetailedPlan, visitChildOnPlan, visitChildFromPlanStart, visitChildAgain],
  prompts: [
    promptFor(
      'WT18-1.19-03',
      planDetailed,
      'Has the child been told the plan and, where right, agreed it? Is what was agreed being done?',
      planning,
    ),
    promptFor(
      'WT18-1.19-04',
      planDetailed,
      'Does the child have links with another country? Record each one: telling its embassy is then considered.',
      'chapter 1 (D20 p.52)',
    ),
    promptFor(
      'WT18-1.19-05',
      planDetailed,
      'Send the plan to those concerned and, where right, the family; fit it with any youth justice plan.',
      planning,
    ),
    promptFor(
      'WT18-1.19-07',
      planDetailed,
      'Outcomes, actions, owners and dates, how progress is judged, and what happens if it fails.',
      planning,
    ),
  ],
})
