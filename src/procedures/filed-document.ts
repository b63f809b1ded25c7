/**
 * A document that an agency has: a letter that came, a report, a drawing. A statement like any: it belongs to the agency that files it,
 * and is shared, corrected, struck out and disposed of with it. The file itself is kept beside the record.
 */
import { fact } from '../engine/fact.ts'
import { choice, narrative, optional, words } from '../engine/field.ts'
import { caseKinds, procedure } from '../engine/procedure.ts'

export const documentFiled = fact('document-filed', {
  label: 'Document filed',
  happenedOn: 'Day on the document: where it has none, the day on which it was made, as far as it is known',
  carries: ['kept'],
  fields: {
    what: choice('What it is', {
      letter: 'Letter or e-mail',
      report: 'Report',
      assessment: 'Assessment',
      plan: 'Plan',
      minutes: 'Minutes of a meeting',
      court: 'Court paper',
      health: 'Health record',
      photograph: 'Photograph',
      'by-child': 'Something the child wrote, drew or made',
      other: 'Something else',
    }),
    author: words('Who wrote or made it', optional),
    file: words('Name of the file', {
      hint: 'The file itself stays as it is. Was it the wrong one? Strike this out, and file the right one',
    }),
    summary: narrative('What stands in it that matters', optional),
  },
})

export const filedDocument = procedure({
  id: 'filed-document',
  label: 'Documents',
  section: '0.5',
  caseKind: caseKinds,
  leads: 'Whoever has the document',
  takesPart: 'Nobody else, until it is shared',
  opensWith: [],
  closesWith: [],
  facts: [documentFiled],
  duties: [],
  prompts: [],
})
