/** Police, health and social care decide together whether a child must be protected and whether section 47 enquiries begin. */
import { duty } from '../engine/duty.ts'
import { fact, type Statement } from '../engine/fact.ts'
import { choice, choices, day, narrative, optional, parties, yesNo } from '../engine/field.ts'
import { procedure } from '../engine/procedure.ts'
import { localPolicy, promptly } from '../guidance/limits.ts'
import { wt2018 } from '../guidance/sources.ts'
import { socialCare } from './actors.ts'
import { assessmentAuthorised } from './assessment.ts'
import { promptFor } from './prompt-for.ts'
import { anonymous, referralDecided, referralReceived, referrerTold } from './referral.ts'

export const strategyDiscussionHeld = fact('strategy-discussion-held', {
  label: 'Strategy discussion held',
  happenedOn: 'Day the discussion took place: the clock of the conference starts on it',
  time: 'asked',
  about: ['referral-received', 'assessment-started', 'section-47-enquiry-started', 'strategy-discussion-held'],
  fields: {
    outcome: choice('What was decided', {
      'section-47': 'Start section 47 enquiries',
      'section-17-continues': 'The section 17 assessment goes on',
      'further-discussion': 'Hold a further discussion',
      none: 'No further social care action',
    }),
    mode: choice('How it was held', { meeting: 'Meeting', call: 'Telephone or video' }, optional),
    agencies: parties('Agencies that took part', 'agency', { ...optional, tookPart: true }),
    present: choices(
      'Who took part',
      {
        'social-worker': 'Social worker',
        health: 'Health practitioner',
        police: 'Police',
        education: 'School or nursery',
        referrer: 'Referrer',
      },
      optional,
    ),
    absent: parties('Agencies invited but absent', 'agency', optional),
    enquiry: choice(
      'If section 47: by whom',
      { single: 'Social care alone', joint: 'Jointly with the police' },
      optional,
    ),
    medical: yesNo('Is a medical assessment to be done?', optional),
    protection: choices(
      'Immediate protection',
      { legal: 'Legal action', police: 'Police protection', voluntary: 'By agreement' },
      optional,
    ),
    risk: choice('Level of risk', { high: 'High', medium: 'Medium', low: 'Low' }, optional),
    nextOn: day('Day of the next discussion', { ...optional, ahead: true }),
    shared: narrative('What each agency shared', optional),
    actions: narrative('Actions: who and by when', optional),
    family: narrative('What child and family are told, and when', optional),
    dissent: narrative('Who disagreed, and why', optional),
    reasons: narrative('Why this was decided', optional),
  },
})

const discussing = "chapter 1, 'Strategy discussion' (J18 p.38; D20 p.41)"
const tasks = "chapter 1, 'Strategy discussion' (J18 pp.38-41; D20 pp.41-44) and Flow chart 4"

/** T1-STR-01: promptly, with no national number; an area may set its own days. */
export const holdingDiscussion = {
  who: `${socialCare}, with police and health`,
  by: 'authority',
  dischargedBy: [strategyDiscussionHeld],
  reach: 'case',
  cites: ['WT18-1.15-01', 'T1-STR-01'],
  editions: [
    {
      edition: 'wt2018',
      within: localPolicy('strategy-discussion', 'promptly; days until a strategy discussion'),
      force: 'should',
      source: wt2018.at(discussing, { confirmed: true }),
    },
  ],
} as const

export const holdStrategyDiscussion = duty({
  ...holdingDiscussion,
  id: 'hold-strategy-discussion',
  must: 'Hold a strategy discussion',
  arisesFrom: referralDecided,
  when: ({ data }) => data.outcome === 'strategy-discussion' || data.outcome === 'immediate-protection',
})

export const holdStrategyDiscussionAfterAssessment = duty({
  ...holdingDiscussion,
  id: 'hold-strategy-discussion-after-assessment',
  must: 'Hold the strategy discussion that the assessment calls for',
  arisesFrom: assessmentAuthorised,
  when: ({ data }) => data.outcome === 'strategy-discussion' || data.outcome === 'immediate-protection',
})

export const holdFurtherStrategyDiscussion = duty({
  ...holdingDiscussion,
  id: 'hold-further-strategy-discussion',
  must: 'Hold the further strategy discussion',
  arisesFrom: strategyDiscussionHeld,
  when: discussion => discussion.data.outcome === 'further-discussion',
})

const least = ['social-worker', 'police', 'health'] as const

/** Whether it is known who took part, and social care, police or health was not among them. */
function isWithoutOne({ data: { present = [] } }: Statement<typeof strategyDiscussionHeld.fields>): boolean {
  return present.length > 0 && !least.every(one => present.includes(one))
}

// 1.15: at least these three. A discussion without one of them is recorded as it was, and is held again with them.
export const holdDiscussionWithAll = duty({
  ...holdingDiscussion,
  id: 'hold-strategy-discussion-with-police-and-health',
  must: 'Hear whoever was missing: a strategy discussion needs social care, police and health',
  arisesFrom: strategyDiscussionHeld,
  when: isWithoutOne,
  dischargedWhen: held => !isWithoutOne(held as unknown as Statement<typeof strategyDiscussionHeld.fields>),
  cites: ['WT18-1.15-01'],
})

// Annex B and 1.15: whoever referred the child hears what came of it, as after the decision on the referral (WT18-1.5-06).
export const tellReferrerOfDiscussion = duty({
  id: 'tell-referrer-of-strategy-discussion',
  who: socialCare,
  by: 'authority',
  must: 'Tell the referrer what the discussion came to',
  arisesFrom: strategyDiscussionHeld,
  when: ({ data }, line) => {
    const source = line.last(referralReceived)?.data.source
    const isKnown = source !== undefined && source !== anonymous
    return isKnown && data.outcome !== 'further-discussion' && !data.present?.includes('referrer')
  },
  reads: [referralReceived],
  dischargedBy: [referrerTold],
  dischargedWhen: (told, discussion, line) => line.continues(told, discussion),
  reach: 'line',
  cites: ['WT18-1.5-06'],
  editions: [{ edition: 'wt2018', within: promptly(), force: 'should', source: wt2018.at(tasks) }],
})

export const strategyDiscussion = procedure({
  id: 'strategy-discussion',
  label: 'Strategy discussion',
  section: '1.15',
  caseKind: 'child',
  leads: socialCare,
  takesPart: 'At least a social worker, a health practitioner and the police; others as needed',
  opensWith: [],
  closesWith: [],
  facts: [strategyDiscussionHeld],
  duties: [
    holdStrategyDiscussion,
    holdStrategyDiscussionAfterAssessment,
    holdFurtherStrategyDiscussion,
    holdDiscussionWithAll,
    tellReferrerOfDiscussion,
  ],
  prompts: [
    promptFor(
      'WT18-1.15-01',
      strategyDiscussionHeld,
      'A meeting or calls; more than one if need be. Say which it was.',
      discussing,
    ),
    promptFor(
      'WT18-1.15-02',
      strategyDiscussionHeld,
      'Could everybody there decide for their organisation?',
      discussing,
    ),
    promptFor(
      'WT18-1.15-03',
      strategyDiscussionHeld,
      'What is known, how any criminal case will run, and whether section 47 applies.',
      tasks,
    ),
    promptFor(
      'WT18-1.15-04',
      strategyDiscussionHeld,
      'If section 47 applies: what else to find out, what to do now, who and by when, and any legal step.',
      tasks,
    ),
    promptFor(
      'WT18-1.15-05',
      strategyDiscussionHeld,
      'Weigh safety for each child, agree what the family hears, record it and follow it up.',
      tasks,
    ),
    promptFor(
      'WT18-1.15-07',
      strategyDiscussionHeld,
      'Health: is a medical right, and what do the records of the whole family show?',
      tasks,
    ),
    promptFor(
      'WT18-1.15-08',
      strategyDiscussionHeld,
      'Police: grounds, evidence and timing. They lead the criminal case, social care the child’s welfare.',
      tasks,
    ),
    promptFor(
      'WT18-1.15-09',
      strategyDiscussionHeld,
      'The 45 working days of the assessment keep running from the referral.',
      tasks,
    ),
  ],
})
