/** The people who turn the outline plan into a working one and carry it out together. */
import { duty } from '../engine/duty.ts'
import { fact } from '../engine/fact.ts'
import { choice, choices, day, narrative, optional, parties } from '../engine/field.ts'
import { procedure } from '../engine/procedure.ts'
import { localPolicy, promptly, workingDays } from '../guidance/limits.ts'
import { wt2018 } from '../guidance/sources.ts'
import { leadSocialWorker } from './actors.ts'
import {
  childProtectionPlanStarted,
  conferenceBefore,
  decidesOnPlan,
  endOfPlan,
  fromConference,
  fromPlanStart,
  initialConferenceHeld,
  planReads,
  reviewConferenceHeld,
  startsAlone,
} from './plan-facts.ts'
import { preProceedingsRecorded } from './pre-proceedings.ts'
import { promptFor } from './prompt-for.ts'
import { reviewConferencePlanned } from './review-conference.ts'
import { strategyDiscussionHeld } from './strategy-discussion.ts'

export const coreGroupHeld = fact('core-group-held', {
  label: 'Core group held',
  happenedOn: 'Day of the meeting',
  about: [childProtectionPlanStarted.kind, initialConferenceHeld.kind],
  aboutLatest: true,
  cites: ['WT18-1.19-06', 'WT18-1.20-02'],
  fields: {
    finding: choice(
      'How the plan stands',
      {
        'on-track': 'On track',
        changed: 'Changed',
        concern: 'Worry: an earlier review, a strategy discussion or legal advice is asked for',
      },
      optional,
    ),
    agencies: parties('Agencies that came', 'agency', { ...optional, tookPart: true }),
    absent: parties('Agencies absent', 'agency', optional),
    family: choices('Family there', { child: 'Child', parents: 'Parents', wider: 'Wider family' }, optional),
    nextOn: day('Day of the next meeting', { ...optional, ahead: true }),
    progress: narrative('Progress on each outcome, with the written views of those absent', optional),
    actions: narrative('Actions, and what changes in the plan', optional),
  },
})

const group = "chapter 1, 'The child protection plan' and Flow chart 5 (J18 p.48; D20 pp.51-52, 54)"

// T1-CG-01.
const first = {
  who: leadSocialWorker,
  by: 'authority',
  must: 'Hold the first core group',
  dischargedBy: [coreGroupHeld],
  ...endOfPlan,
  cites: ['WT18-1.20-01', 'T1-CG-01'],
  editions: [
    { edition: 'wt2018', within: workingDays(10), force: 'should', source: wt2018.at(group, { confirmed: true }) },
  ],
} as const

export const holdFirstCoreGroup = duty({
  ...first,
  id: 'hold-first-core-group',
  arisesFrom: initialConferenceHeld,
  when: decidesOnPlan,
  reads: [childProtectionPlanStarted, ...planReads],
  remark: fromConference,
})

export const holdFirstCoreGroupFromPlanStart = duty({
  ...first,
  id: 'hold-first-core-group-from-start-of-plan',
  arisesFrom: childProtectionPlanStarted,
  when: startsAlone,
  reads: planReads,
  countsFrom: (started, line) => conferenceBefore(started, line) ?? started,
  remark: fromPlanStart,
})

// T1-CG-02: the interval is the area's own.
export const holdNextCoreGroup = duty({
  id: 'hold-next-core-group',
  who: leadSocialWorker,
  by: 'authority',
  must: 'Hold the next core group, even if the social worker is away',
  arisesFrom: coreGroupHeld,
  dischargedBy: [coreGroupHeld],
  ...endOfPlan,
  cites: ['WT18-1.20-05', 'T1-CG-02'],
  editions: [
    {
      edition: 'wt2018',
      within: localPolicy('core-group', 'core groups after the first'),
      force: 'should',
      source: wt2018.at("chapter 1, 'The child protection plan'", { confirmed: true }),
    },
  ],
})

// 1.20-04: whoever sees the plan failing says so at once, and something follows.
export const actOnWorryOfCoreGroup = duty({
  id: 'act-on-worry-of-core-group',
  who: leadSocialWorker,
  by: 'authority',
  must: 'Act on the core group’s worry: an earlier review, a strategy discussion or legal advice',
  arisesFrom: coreGroupHeld,
  when: ({ data }) => data.finding === 'concern',
  dischargedBy: [reviewConferencePlanned, reviewConferenceHeld, strategyDiscussionHeld, preProceedingsRecorded],
  reach: 'case',
  ...endOfPlan,
  cites: ['WT18-1.20-04'],
  editions: [{ edition: 'wt2018', within: promptly(), force: 'should', source: wt2018.at(group, { confirmed: true }) }],
})

export const coreGroup = procedure({
  id: 'core-group',
  label: 'Core group',
  section: '1.20',
  caseKind: 'child',
  leads: leadSocialWorker,
  takesPart: 'Those the conference named: practitioners in direct contact, parents, wider family, child where right',
  opensWith: [],
  closesWith: [],
  facts: [coreGroupHeld],
  duties: [holdFirstCoreGroup, holdFirstCoreGroupFromPlanStart, holdNextCoreGroup, actOnWorryOfCoreGroup],
  prompts: [
    promptFor(
      'WT18-1.20-02',
      coreGroupHeld,
      'Fill in the outline: what changes, how far, by when, for the child to be safe.',
      group,
    ),
    promptFor('WT18-1.20-03', coreGroupHeld, 'Who finishes the in-depth assessment, and how?', group),
    promptFor(
      'WT18-1.20-04',
      coreGroupHeld,
      'Everybody shares the work; whoever sees the plan failing says so at once.',
      group,
    ),
  ],
})
