/** A difference between practitioners or agencies about a child: raised by anybody, settled quickly, the child’s safety first. */
import { duty } from '../engine/duty.ts'
import { fact } from '../engine/fact.ts'
import { choice, day, narrative, optional, words } from '../engine/field.ts'
import { caseKinds, procedure, turn } from '../engine/procedure.ts'
import { promptly } from '../guidance/limits.ts'
import { wt2018 } from '../guidance/sources.ts'
import { promptFor } from './prompt-for.ts'

export const disagreementRaised = fact('disagreement-raised', {
  label: 'Disagreement raised',
  happenedOn: 'Day it was raised',
  time: 'asked',
  fields: {
    decision: choice('What it is about', {
      referral: 'Decision on a referral',
      'strategy-discussion': 'Strategy discussion',
      enquiry: 'Outcome of an enquiry, or no conference',
      conference: 'Conference',
      plan: 'Plan',
      other: 'Something else',
    }),
    stage: choice(
      'How far it has gone',
      {
        practitioners: 'Between practitioners',
        managers: 'Between managers',
        senior: 'Senior, named or designated professional',
        partners: 'The partners’ own process',
      },
      optional,
    ),
    raisedBy: words('Who raised it', optional),
    replyBy: day('Day by which a reply is expected locally', { ...optional, ahead: true }),
    reasons: narrative('What is disputed and why, and how the child is safe meanwhile'),
  },
})

export const disagreementSettled = fact('disagreement-settled', {
  label: 'Disagreement settled',
  happenedOn: 'Day it was settled',
  about: [disagreementRaised.kind],
  fields: {
    resolution: choice('How', {
      changed: 'The decision was changed',
      upheld: 'The decision stands, with reasons',
      compromise: 'A compromise',
      conference: 'A conference is convened',
    }),
    effect: narrative('What it means for the child’s plan', optional),
  },
})

const settling = "chapter 1, 'Outcome of section 47 enquiries' (J18 p.44; D20 p.47)"

// T1-ESC-01.
export const settleDisagreement = duty({
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

export const disagreement = procedure({
  id: 'disagreement',
  label: 'Professional disagreement',
  section: '1.24',
  caseKind: caseKinds,
  leads: 'The practitioner who disagrees, then managers, then the partners’ process',
  takesPart: 'Both agencies; a named or designated professional; the conference chair',
  opensWith: [turn(disagreementRaised)],
  closesWith: [turn(disagreementSettled)],
  facts: [disagreementRaised, disagreementSettled],
  duties: [settleDisagreement],
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
