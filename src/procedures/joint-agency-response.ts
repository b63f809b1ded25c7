/**
 * A death that nobody expected or can explain: health, police and social care find out together why, and keep other children safe.
 * It is called for in the first decisions, or by itself: whichever of the two came first starts it, and one death has one response.
 */
import { type DutyDefinition, duty, type Line } from '../engine/duty.ts'
import { dataOf, fact, type Statement } from '../engine/fact.ts'
import { choice, choices, narrative, optional, words } from '../engine/field.ts'
import { isBefore } from '../engine/owed.ts'
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

/** What may have called for the response. */
const callers = [responseCalledFor.kind, immediateDecisionsTaken.kind]

export const responseStarted = fact('joint-agency-response-started', {
  label: 'Joint agency response started',
  happenedOn: 'When the three were in touch',
  time: 'asked',
  about: callers,
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
  about: callers,
  fields: { missing: words('Who was missing', optional), plan: narrative('What was planned', optional) },
})

export const sceneVisited = fact('scene-visited', {
  label: 'Home or scene visited together',
  happenedOn: 'When it was visited',
  time: 'asked',
  about: callers,
  fields: { findings: narrative('What was seen, and what the family said', optional) },
})

export const responseHeldBack = fact('response-step-held-back', {
  label: 'A step of the joint response held back',
  happenedOn: 'Day of the decision',
  about: callers,
  fields: {
    step: choice('Which step', { visit: 'The visit', discussion: 'A discussion', family: 'Talking with the family' }),
    reasons: narrative('Why, and what the lead investigator and the prosecutors say'),
  },
})

export const firstResultsKnown = fact('first-post-mortem-results-known', {
  label: 'First results of the post-mortem known',
  happenedOn: 'Day on which they were known',
  about: callers,
  fields: { results: narrative('What they say', optional) },
})

export const followUpHeld = fact('follow-up-response-discussion-held', {
  label: 'Follow-up discussion of the joint response held',
  happenedOn: 'Day of the discussion',
  about: [firstResultsKnown.kind, ...callers],
  fields: { outcome: narrative('What was agreed', optional) },
})

export const responseEnded = fact('joint-agency-response-ended', {
  label: 'Joint agency response ended',
  happenedOn: 'Day of the last discussion, or on which it passed into the review meeting',
  about: callers,
  fields: {
    how: choice('How', { meeting: 'Goes into the review meeting', discussion: 'By a last discussion' }, optional),
  },
})

const response = 'chapter 3, joint agency response'
const working = "chapter 5, 'Joint agency response'"
const its = { by: 'owner', reach: 'case' } as const

const calls = (taken: Statement) => (dataOf(immediateDecisionsTaken, taken)?.response?.length ?? 0) > 0

/**
 * Whether this fact is the one from which the response is owed: the first decisions that called for it, where they came before it
 * was called for by itself. Where only days are known the call counts: it says more of the hour.
 */
function isTheCall(fact: Statement, line: Line): boolean {
  const [called] = line.allOfCase(responseCalledFor)
  const taken = line.allOfCase(immediateDecisionsTaken).find(calls)
  const byDecisions = taken && (!called || isBefore(taken.happened, called.happened))
  return fact.root === (byDecisions ? taken : called)?.root
}

/** Two rules of which one holds: called for by itself, and in the first decisions. */
function onceCalledFor(
  rule: Omit<DutyDefinition, 'arisesFrom' | 'when' | 'reads' | 'by' | 'reach'>,
): readonly [DutyDefinition, DutyDefinition] {
  const called = { ...its, ...rule, when: isTheCall, reads: [immediateDecisionsTaken, responseCalledFor] }
  return [
    duty({ ...called, arisesFrom: responseCalledFor }),
    duty({ ...called, id: `${rule.id}-from-first-decisions`, arisesFrom: immediateDecisionsTaken }),
  ]
}

// T5C-JAR-01.
export const [startResponse, startResponseFromFirstDecisions] = onceCalledFor({
  id: 'start-joint-agency-response',
  who: 'On-call health professional for joint responses',
  must: 'Start the joint agency response: health, police and social care are in touch',
  dischargedBy: [responseStarted],
  cites: ['WT18-5.6-01', 'T5C-JAR-01'],
  editions: [{ edition: 'cdr2018', within: promptly('immediately'), force: 'should', source: cdr2018.at(response) }],
})

// T5C-JAR-02. No day is planned for when a family leaves: the day of the need is its last day.
export const [holdFirstDiscussion, holdFirstDiscussionFromFirstDecisions] = onceCalledFor({
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
export const [visitScene, visitSceneFromFirstDecisions] = onceCalledFor({
  id: 'visit-scene-together',
  who: 'Police and lead health professional',
  must: 'Visit the home or scene together',
  dischargedBy: [sceneVisited],
  lapsesOn: [responseHeldBack],
  lapsesWhen: held => dataOf(responseHeldBack, held)?.step === 'visit',
  cites: ['WT18-5.6-01', 'T5C-JAR-03'],
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
  opensWith: [turn(responseCalledFor, isTheCall), turn(immediateDecisionsTaken, isTheCall)],
  closesWith: [turn(responseEnded)],
  reach: 'line',
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
  duties: [
    startResponse,
    startResponseFromFirstDecisions,
    holdFirstDiscussion,
    holdFirstDiscussionFromFirstDecisions,
    visitScene,
    visitSceneFromFirstDecisions,
    holdFollowUp,
  ],
  prompts: [
    promptFor(
      'WT18-5.6-02',
      responseHeldBack,
      'Where a crime is investigated, ask the lead investigator and the Crown Prosecution Service first, so that nothing is spoilt.',
      working,
    ),
  ],
})
