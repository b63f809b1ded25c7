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

/** Of the agency that says so, and of nobody else: the file of a child is the authority's to close. */
export const ownWorkEnded = fact('own-work-ended', {
  label: 'An agency’s own work with the child ended',
  happenedOn: 'Day on which your agency’s work with the child ended',
  fields: {
    why: choice('Why', {
      left: 'The child left us: another school, surgery or service, or moved away',
      ended: 'What we did with the child and the family came to its end',
      grown: 'The child is grown up',
      other: 'Something else',
    }),
    summary: narrative('What was done, and who goes on with what', optional),
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
  facts: [caseClosed, ownWorkEnded],
  duties: [],
  prompts: [],
})
