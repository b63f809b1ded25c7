/** A difference between practitioners or agencies about a child: raised by anybody, settled quickly, the child’s safety first. */
import { duty, type Line } from '../engine/duty.ts'
import { dataOf, type Statement } from '../engine/fact.ts'
import { caseKinds, procedure, turn } from '../engine/procedure.ts'
import { localPolicy, promptly } from '../guidance/limits.ts'
import { wt2018 } from '../guidance/sources.ts'
import {
  disagreementAnswered,
  disagreementRaised,
  disagreementSafetyAnswered,
  disagreementSettled,
  disagreementTakenHigher,
  disagreementWithdrawn,
  type Stage,
} from './disagreement-facts.ts'
import { isAbove, isTakenBack } from './disagreement-ladder.ts'
import { promptFor } from './prompt-for.ts'
import { referralDecided } from './referral.ts'

const settling = "chapter 1, 'Outcome of section 47 enquiries' (J18 p.44; D20 p.47)"

/** Only whoever raised it takes it back. */
function isTheirs(withdrawn: Statement, line: Line): boolean {
  if (withdrawn.kind !== disagreementWithdrawn.kind) return true
  const raised = line.first(disagreementRaised)
  return raised !== undefined && isTakenBack(raised, withdrawn)
}

/** Of one day, what was recorded later comes after. */
function isAfter(
  fact: Pick<Statement, 'number' | 'happened'>,
  trigger: Pick<Statement, 'number' | 'happened'>,
): boolean {
  return fact.number > trigger.number || fact.happened.from > trigger.happened.from
}

const lapses = {
  lapsesOn: [disagreementWithdrawn],
  lapsesWhen: (ending: Statement, _: unknown, line: Line) => isTheirs(ending, line),
}

// T1-ESC-01.
export const settleDisagreement = duty({
  ...lapses,
  id: 'settle-disagreement',
  who: 'Safeguarding partners’ process; the agencies that disagree',
  by: 'authority',
  must: 'Settle the disagreement by the quick local way',
  arisesFrom: disagreementRaised,
  dischargedBy: [disagreementSettled],
  cites: ['WT18-1.24-01', 'WT18-1.24-02', 'T1-ESC-01'],
  editions: [
    { edition: 'wt2018', within: promptly(), force: 'should', source: wt2018.at(settling, { confirmed: true }) },
  ],
})

// T1-ESC-01: the child's interim safety is decided first, and comes first at every stage.
const safely = {
  who: 'The agency whose decision it is',
  by: { eachOf: 'against' },
  dischargedBy: [disagreementSafetyAnswered],
  onlyOwn: true,
  lapsesOn: [disagreementSettled, disagreementWithdrawn],
  lapsesWhen: lapses.lapsesWhen,
  cites: ['T1-ESC-01'],
  editions: [
    {
      edition: 'wt2018',
      within: promptly('at once'),
      force: 'should',
      source: wt2018.at(settling, { confirmed: true }),
    },
  ],
} as const

export const answerInterimSafety = duty({
  ...safely,
  id: 'answer-interim-safety',
  must: 'Answer how the child is safe while the disagreement is open, and who makes sure of it',
  arisesFrom: disagreementRaised,
})

export const answerInterimSafetyAgain = duty({
  ...safely,
  id: 'answer-interim-safety-again',
  must: 'Answer again how the child is safe, now that the disagreement goes higher',
  arisesFrom: disagreementTakenHigher,
  // What was answered earlier on the day of the step was about the stage before it.
  dischargedWhen: isAfter,
})

/** How far a step took it. */
function stageOf(step: Statement): Stage {
  return dataOf(disagreementTakenHigher, step)?.stage ?? 'practitioners'
}

// WT18-1.24-02: quick, and no number of days. An area sets its own for each stage.
const answering = {
  who: 'The agency whose decision it is',
  by: { eachOf: 'against' },
  dischargedBy: [disagreementAnswered],
  // Of each stage its own answer.
  dischargedWhen: (answer: Statement, step: Statement) => (answer.about ?? step.root) === step.root,
  onlyOwn: true,
  lapsesOn: [disagreementTakenHigher, disagreementSettled, disagreementWithdrawn],
  lapsesWhen: (ending: Statement, step: Statement, line: Line) =>
    ending.kind === disagreementTakenHigher.kind ? isAbove(stageOf(ending), stageOf(step)) : isTheirs(ending, line),
  cites: ['WT18-1.24-02'],
} as const

const soon = (key: string, words: string) =>
  [
    {
      edition: 'wt2018',
      within: localPolicy(key, words),
      force: 'should',
      source: wt2018.at(settling, { confirmed: true }),
    },
  ] as const

export const answerDisagreement = duty({
  ...answering,
  id: 'answer-disagreement',
  must: 'Answer the disagreement, with reasons',
  arisesFrom: disagreementRaised,
  editions: soon('disagreement-practitioners', 'how soon a disagreement between practitioners is answered'),
})

export const answerDisagreementOfManagers = duty({
  ...answering,
  id: 'answer-disagreement-of-managers',
  must: 'Answer the disagreement manager to manager, with reasons',
  arisesFrom: disagreementTakenHigher,
  when: ({ data }) => data.stage === 'managers',
  editions: soon('disagreement-managers', 'how soon a disagreement between managers is answered'),
})

export const answerDisagreementOfSeniors = duty({
  ...answering,
  id: 'answer-disagreement-of-seniors',
  must: 'Answer the disagreement by a senior, named or designated professional, with reasons',
  arisesFrom: disagreementTakenHigher,
  when: ({ data }) => data.stage === 'senior',
  editions: soon('disagreement-senior', 'how soon a disagreement that reached senior professionals is answered'),
})

export const settleDisagreementByPartners = duty({
  ...lapses,
  id: 'settle-disagreement-by-partners',
  who: 'Safeguarding partners',
  by: 'safeguarding-partners',
  must: 'Settle the disagreement by the partners’ own process',
  arisesFrom: disagreementTakenHigher,
  when: ({ data }) => data.stage === 'partners',
  dischargedBy: [disagreementSettled],
  cites: ['WT18-1.24-02'],
  editions: soon('disagreement-partners', 'how soon the partners settle a disagreement that reached them'),
})

/** What is owed at the stage that a disagreement has reached. */
export const answeringStages = [
  answerDisagreement,
  answerDisagreementOfManagers,
  answerDisagreementOfSeniors,
  settleDisagreementByPartners,
] as const

// A referral whose decision is changed is open again: what happens next is decided anew.
export const decideAgain = duty({
  id: 'decide-again-on-referral',
  who: 'The agency that changes its decision',
  by: 'owner',
  must: 'Decide again on the referral, which is open once more',
  arisesFrom: disagreementAnswered,
  when: ({ data }, line) => data.answer === 'changed' && line.first(disagreementRaised)?.data.decision === 'referral',
  reads: [disagreementRaised],
  dischargedBy: [referralDecided],
  // On the day of the answer the decision that was disputed may have been taken too.
  dischargedWhen: isAfter,
  reach: 'case',
  onlyOwn: true,
  cites: ['WT18-1.24-01'],
  editions: [{ edition: 'wt2018', within: promptly(), force: 'should', source: wt2018.at(settling) }],
})

export const disagreement = procedure({
  id: 'disagreement',
  label: 'Professional disagreement',
  section: '1.24',
  caseKind: caseKinds,
  leads: 'The practitioner who disagrees, then managers, then the partners’ process',
  takesPart: 'Both agencies; a named or designated professional; the conference chair',
  opensWith: [turn(disagreementRaised)],
  closesWith: [
    turn(disagreementSettled),
    turn(disagreementWithdrawn, (withdrawn, line) => isTheirs(withdrawn as unknown as Statement, line)),
  ],
  facts: [
    disagreementRaised,
    disagreementSafetyAnswered,
    disagreementAnswered,
    disagreementTakenHigher,
    disagreementSettled,
    disagreementWithdrawn,
  ],
  duties: [answerInterimSafety, answerInterimSafetyAgain, ...answeringStages, settleDisagreement, decideAgain],
  prompts: [
    promptFor(
      'WT18-1.24-01',
      disagreementRaised,
      'Do not let it rest: follow it up and take it higher if you must. Nobody’s leave is needed.',
      settling,
    ),
    promptFor(
      'WT18-1.24-03',
      disagreementRaised,
      'Your own organisation has a policy for worries that go unheard: use it.',
      'chapter 2, section 11',
    ),
  ],
})
