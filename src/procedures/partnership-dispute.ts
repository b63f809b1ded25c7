/** Partners or agencies who do not agree: settled here, step by step, and taken further only when it must be. */
import { duty } from '../engine/duty.ts'
import { fact } from '../engine/fact.ts'
import { choice, narrative, optional, parties } from '../engine/field.ts'
import { procedure, turn } from '../engine/procedure.ts'
import { localPolicy } from '../guidance/limits.ts'
import { wt2018 } from '../guidance/sources.ts'

export const disputeRaised = fact('partnership-dispute-raised', {
  label: 'Dispute between partners or agencies raised',
  happenedOn: 'Day on which it was raised',
  fields: { with: parties('With whom', 'agency', optional), issue: narrative('What it is about') },
})

export const disputeTaken = fact('partnership-dispute-taken-further', {
  label: 'Dispute between partners taken further',
  happenedOn: 'Day of the step',
  about: [disputeRaised.kind],
  fields: {
    to: choice('To whom', {
      leads: 'Lead representatives',
      inspectorate: 'An inspectorate',
      'secretary-of-state': 'The Secretary of State',
    }),
    reasons: narrative('Why', optional),
  },
})

export const disputeSettled = fact('partnership-dispute-settled', {
  label: 'Dispute between partners settled',
  happenedOn: 'Day on which it was settled',
  about: [disputeRaised.kind],
  fields: { outcome: narrative('How') },
})

export const settleDispute = duty({
  id: 'settle-partnership-dispute',
  who: 'Safeguarding partners',
  by: 'safeguarding-partners',
  must: 'Settle the dispute here; whoever fails in a duty answers to regulators, and at the very last to the Secretary of State',
  arisesFrom: disputeRaised,
  dischargedBy: [disputeSettled],
  cites: ['WT18-3.8-02'],
  editions: [
    {
      edition: 'wt2018',
      within: localPolicy('partnership-dispute', 'how soon a dispute between partners is settled'),
      force: 'should',
      source: wt2018.at("chapter 3, 'Dispute resolution'"),
    },
  ],
})

export const partnershipDispute = procedure({
  id: 'partnership-dispute',
  label: 'Dispute between partners',
  section: '3.8',
  caseKind: 'arrangements',
  leads: 'Safeguarding partners',
  takesPart: 'Those who do not agree',
  opensWith: [turn(disputeRaised)],
  closesWith: [turn(disputeSettled)],
  facts: [disputeRaised, disputeTaken, disputeSettled],
  duties: [settleDispute],
  prompts: [],
})
