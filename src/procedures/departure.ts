/**
 * Why something came late, or was departed from: statutory guidance is followed unless there is a reason not to, and then the
 * reason is recorded. It names the duty that it explains (by `answers`) and meets nothing: what is late stays late.
 */
import { fact } from '../engine/fact.ts'
import { choice, narrative, optional, parties } from '../engine/field.ts'
import { caseKinds, procedure } from '../engine/procedure.ts'

export const departureExplained = fact('departure-explained', {
  label: 'Delay or departure explained',
  happenedOn: 'Day the reason was given or decided',
  fields: {
    reason: choice('Reason', {
      'family-not-reached': 'The family could not be reached',
      'family-asked': 'The child or family asked for another time',
      'family-away': 'The child or family was in hospital or away',
      'another-agency': 'Waiting for another agency',
      'no-worker': 'No worker was allocated, or staff were absent',
      'enquiry-under-way': 'A complex enquiry was still under way',
      'recorded-wrongly': 'It was done in time, and recorded wrongly or late',
      'manager-decided': 'A manager decided so',
      other: 'Something else',
    }),
    words: narrative('What happened, and how the child was kept safe meanwhile'),
    decidedBy: parties('Who decided', 'post', optional),
  },
})

export const departure = procedure({
  id: 'departure',
  label: 'Late, or not done: why',
  section: '0',
  caseKind: caseKinds,
  leads: 'Whoever owes it, or their manager',
  takesPart: 'The agencies that wait for it',
  opensWith: [],
  closesWith: [],
  facts: [departureExplained],
  duties: [],
  prompts: [],
})
