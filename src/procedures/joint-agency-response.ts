/** A death that nobody expected or can explain: health, police and social care find out together why, and keep other children safe. */
import { duty } from '../engine/duty.ts'
import { fact } from '../engine/fact.ts'
import { choice, choices, narrative, optional, words } from '../engine/field.ts'
import { procedure, turn } from '../engine/procedure.ts'
import { before, hours, promptly } from '../guidance/limits.ts'
import { cdr2018 } from '../guidance/sources.ts'
import { immediateDecisionsTaken, responseTriggers } from './immediate-decisions.ts'
import { childDied } from './people.ts'
import { promptFor } from './prompt-for.ts'

export const responseCalledFor = fact('joint-agency-response-called-for', {
  label: 'Joint agency response called for',
  happenedOn: 'When the need was seen: the hours count from here',
  time: 'asked',
  about: [immediateDecisionsTaken.kind, childDied.kind],
  fields: { triggers: choices('What calls for it', responseTriggers) },
})

export const responseStarted = fact('joint-agency-response-started', {
  label: 'Joint agency response started',
  happenedOn: 'When the three were in touch',
  time: 'asked',
  about: [responseCalledFor.kind],
  fields: {
    health: words('Lead health professional', optional),
    police: words('Police investigator', optional),
    socialCare: words('Duty social worker', optional),
  },
})

export const firstDiscussionHeld = fact('first-response-discussion-held', {
  label: 'First discussion of the joint response held',
  happenedOn: 'When it was held',
  time: 'asked',
  about: [responseCalledFor.kind],
  fields: { missing: words('Who was missing', optional), plan: narrative('What was planned', optional) },
})

export const sceneVisited = fact('scene-visited', {
  label: 'Home or scene visited together',
  happenedOn: 'When it was visited',
  time: 'asked',
  about: [responseCalledFor.kind],
  fields: { findings: narrative('What was seen, and what the family said', optional) },
})

export const responseHeldBack = fact('response-step-held-back', {
  label: 'A step of the joint response held back',
  happenedOn: 'Day of the decision',
  about: [responseCalledFor.kind],
  fields: {
    step: choice('Which step', { visit: 'The visit', discussion: 'A discussion', family: 'Talking with the family' }),
    reasons: narrative('Why, and what the lead investigator and the prosecutors say'),
  },
})

export const firstResultsKnown = fact('first-post-mortem-results-known', {
  label: 'First results of the post-mortem known',
  happenedOn: 'Day on which they were known',
  about: [responseCalledFor.kind],
  fields: { results: narrative('What they say', optional) },
})

export const followUpHeld = fact('follow-up-response-discussion-held', {
  label: 'Follow-up discussion of the joint response held',
  happenedOn: 'Day of the discussion',
  about: [firstResultsKnown.kind, responseCalledFor.kind],
  fields: { outcome: narrative('What was agreed', optional) },
})

export const responseEnded = fact('joint-agency-response-ended', {
  label: 'Joint agency response ended',
  happenedOn: 'Day of the last discussion, or on which it passed into the review meeting',
  about: [responseCalledFor.kind],
  fields: {
    how: choice('How', { meeting: 'Goes into the review meeting', discussion: 'By a last discussion' }, optional),
  },
})

const response = 'chapter 3, joint agency response'
const working = "chapter 5, 'Joint agency response'"
const its = { by: 'owner', arisesFrom: responseCalledFor, reach: 'line' } as const

// T5C-JAR-01.
export const startResponse = duty({
  ...its,
  id: 'start-joint-agency-response',
  who: 'On-call health professional for joint responses',
  must: 'Start the joint agency response: health, police and social care are in touch',
  dischargedBy: [responseStarted],
  cites: ['WT18-5.6-01', 'T5C-JAR-01'],
  editions: [{ edition: 'cdr2018', within: promptly('immediately'), force: 'should', source: cdr2018.at(response) }],
})

// T5C-JAR-02. No day is planned for when a family leaves: the day of the need is its last day.
export const holdFirstDiscussion = duty({
  ...its,
  id: 'hold-first-response-discussion',
  who: 'Lead health professional',
  must: 'Hold the first discussion before the family leaves the emergency department',
  dischargedBy: [firstDiscussionHeld],
  cites: ['WT18-5.6-01', 'T5C-JAR-02'],
  editions: [
    {
      edition: 'cdr2018',
      within: before('the family leaves the emergency department'),
      force: 'should',
      source: cdr2018.at(response),
    },
  ],
})

// T5C-JAR-03.
export const visitScene = duty({
  ...its,
  id: 'visit-scene-together',
  who: 'Police and lead health professional',
  must: 'Visit the home or scene together',
  dischargedBy: [sceneVisited],
  lapsesOn: [responseHeldBack],
  lapsesWhen: held => (held.data as { step?: string }).step === 'visit',
  cites: ['WT18-5.6-01', 'WT18-5.6-02', 'T5C-JAR-03'],
  editions: [{ edition: 'cdr2018', within: hours(24), force: 'should', source: cdr2018.at(response) }],
})

// T5C-JAR-04.
export const holdFollowUp = duty({
  ...its,
  id: 'hold-follow-up-response-discussion',
  who: 'Lead health professional, or the designated doctor',
  must: 'Hold the follow-up discussion now that first results are known',
  arisesFrom: firstResultsKnown,
  dischargedBy: [followUpHeld, responseEnded],
  cites: ['WT18-5.6-03', 'T5C-JAR-04'],
  editions: [
    { edition: 'cdr2018', within: promptly('as soon as possible'), force: 'should', source: cdr2018.at(response) },
  ],
})

export const jointAgencyResponse = procedure({
  id: 'joint-agency-response',
  label: 'Joint agency response',
  section: '5.6',
  caseKind: 'child-death',
  leads: 'On-call health professional, with a police investigator and a duty social worker',
  takesPart: 'Coroner’s officer, hospital and ambulance staff, GP, school',
  opensWith: [turn(responseCalledFor)],
  closesWith: [turn(responseEnded)],
  facts: [
    responseCalledFor,
    responseStarted,
    firstDiscussionHeld,
    sceneVisited,
    responseHeldBack,
    firstResultsKnown,
    followUpHeld,
    responseEnded,
  ],
  duties: [startResponse, holdFirstDiscussion, visitScene, holdFollowUp],
  prompts: [
    promptFor(
      'WT18-5.6-02',
      responseHeldBack,
      'Where a crime is investigated, ask the lead investigator and the Crown Prosecution Service first, so that nothing is spoilt.',
      working,
    ),
  ],
})
