/** The end of the work on a case, until somebody is worried again. */
import { fact } from '../engine/fact.ts'
import { choice, narrative, optional, parties } from '../engine/field.ts'
import { procedure } from '../engine/procedure.ts'
import { socialCare } from './actors.ts'
import { closureReasons } from './code-lists.ts'

export const caseClosed = fact('case-closed', {
  label: 'Case closed',
  happenedOn: 'Day the case was closed',
  endsCase: true,
  fields: {
    reason: choice('Why', closureReasons),
    closedBy: parties('Who decided', 'post'),
    summary: narrative('What was done, and what support goes on', optional),
  },
})

export const closing = procedure({
  id: 'closing',
  label: 'Closing a case',
  section: '1.25',
  caseKind: 'child',
  leads: socialCare,
  takesPart: 'Family and the agencies involved',
  opensWith: [],
  closesWith: [],
  facts: [caseClosed],
  duties: [],
  prompts: [],
})
