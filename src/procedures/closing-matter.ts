/** The end of the work on what is no child’s file: a place, an allegation, an incident, a review, a round, an arrangement. */
import { fact } from '../engine/fact.ts'
import { narrative, parties } from '../engine/field.ts'
import { caseKinds, procedure } from '../engine/procedure.ts'

export const matterClosed = fact('matter-closed', {
  label: 'Matter closed',
  happenedOn: 'Day it was closed',
  endsCase: true,
  fields: {
    decidedBy: parties('Who decided', 'post'),
    summary: narrative('What came of it, and who goes on with what'),
  },
})

export const closingMatter = procedure({
  id: 'closing-matter',
  label: 'Closing a matter',
  section: '0.5',
  caseKind: caseKinds.filter(kind => kind !== 'child'),
  leads: 'Those who work on the matter',
  takesPart: 'Those who were told of it',
  opensWith: [],
  closesWith: [],
  facts: [matterClosed],
  duties: [],
  prompts: [],
})
