/**
 * The end of a record: how long it is kept is local policy (`guidance/retention.ts`), what stops its disposal is a hold, and two
 * people end it. What they did stays on the ledger when the words are gone.
 */
import { prompt } from '../engine/duty.ts'
import { fact } from '../engine/fact.ts'
import { choice, day, narrative, optional } from '../engine/field.ts'
import { caseKinds, procedure } from '../engine/procedure.ts'
import { retentionSchedule } from '../guidance/retention.ts'
import { act } from '../guidance/sources.ts'

export const retentionHoldPlaced = fact('retention-hold-placed', {
  label: 'Disposal of the record held back',
  happenedOn: 'Day from which it is held back',
  fields: {
    ground: choice('Why', {
      inquiry: { label: 'A public inquiry, or one that may come', hint: 'Its terms may cover this record' },
      litigation: { label: 'A claim or court case, or one that is expected' },
      investigation: { label: 'A police or disciplinary investigation' },
      review: { label: 'A safeguarding practice review or child death review' },
      person: { label: 'The person themself, or their family, asked for it' },
      other: { label: 'Something else' },
    }),
    until: day('Until when that is expected to last', { ...optional, ahead: true }),
    why: narrative('Which one, and who asked for it', optional),
  },
})

export const retentionHoldReleased = fact('retention-hold-released', {
  label: 'Disposal of the record no longer held back',
  happenedOn: 'Day on which the hold was released',
  about: [retentionHoldPlaced.kind],
  fields: { why: narrative('Why nothing stops it any more') },
})

export const disposalProposed = fact('disposal-proposed', {
  label: 'Disposal of the record proposed',
  happenedOn: 'Day on which it was proposed',
  byAct: true,
  fields: { category: choice('Line of the retention schedule', retentionSchedule) },
})

export const disposalDeclined = fact('disposal-declined', {
  label: 'Disposal of the record declined',
  happenedOn: 'Day on which it was declined',
  byAct: true,
  about: [disposalProposed.kind],
  fields: { why: narrative('Why the record is kept', optional) },
})

/** The last record of a case. What its certificate says stands in its data, in codes, days and numbers: `ledger/dispose.ts`. */
export const recordDisposedOf = fact('record-disposed-of', {
  label: 'Record disposed of',
  happenedOn: 'Day on which it was disposed of',
  byAct: true,
  fields: { category: choice('Line of the retention schedule', retentionSchedule) },
})

export const disposal = procedure({
  id: 'disposal',
  label: 'Keeping the record, and disposing of it',
  section: '0',
  caseKind: caseKinds,
  leads: 'The agency that closed the record',
  takesPart: 'Any agency that needs the record kept, and the two people who dispose of it',
  opensWith: [],
  closesWith: [],
  facts: [retentionHoldPlaced, retentionHoldReleased, disposalProposed, disposalDeclined, recordDisposedOf],
  duties: [],
  prompts: [
    prompt({
      id: 'hold-before-disposal',
      at: retentionHoldPlaced,
      says: 'During a public inquiry it is an offence to destroy on purpose what is known to be relevant to it. Hold the record back as soon as you hear of one.',
      force: 'must',
      source: act('Inquiries Act 2005', 'section 35(3)'),
      cites: [],
    }),
  ],
})
