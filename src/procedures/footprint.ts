/** Where one set of arrangements begins and ends, so that no authority, health body or police force is left outside all of them. */
import { duty } from '../engine/duty.ts'
import { dataOf, fact } from '../engine/fact.ts'
import { choice, narrative, optional, words, yesNo } from '../engine/field.ts'
import { procedure, turn } from '../engine/procedure.ts'
import { promptly } from '../guidance/limits.ts'
import { wt2018 } from '../guidance/sources.ts'
import { promptFor } from './prompt-for.ts'
import { partnersNamed } from './safeguarding-partners.ts'

export const footprintAgreed = fact('footprint-agreed', {
  label: 'Area of the arrangements agreed or changed',
  happenedOn: 'Day from which it holds',
  about: [partnersNamed.kind],
  fields: {
    form: choice('How', {
      single: 'One authority area',
      combined: 'Several areas treated as one',
      delegated: 'Functions of several carried out by one body',
    }),
    change: yesNo('Does it change what was published?', optional),
    areas: words('Authority areas', optional),
    bodies: narrative('Which health body and police force cover which part', optional),
  },
})

export const footprintChecked = fact('footprint-checked', {
  label: 'Checked that everybody is covered',
  happenedOn: 'Day of the check',
  about: [footprintAgreed.kind],
  fields: {
    result: choice('What was found', { covered: 'Everybody is covered', gap: 'Somebody is not' }),
    gap: narrative('Who is not, and what is done', optional),
  },
})

export const footprintRepublished = fact('footprint-change-published', {
  label: 'Change of the area published',
  happenedOn: 'Day of publication',
  about: [footprintAgreed.kind],
  fields: {},
})

const geography = "chapter 3, 'Geographical area'"
const its = { who: 'Safeguarding partners', by: 'safeguarding-partners', arisesFrom: footprintAgreed } as const

export const coverEverybody = duty({
  ...its,
  id: 'cover-every-body',
  must: 'Cover every authority, health body and police force by an arrangement',
  dischargedBy: [footprintChecked],
  dischargedWhen: checked => dataOf(footprintChecked, checked)?.result === 'covered',
  cites: ['WT18-3.2-02'],
  editions: [
    { edition: 'wt2018', within: promptly(), force: 'must', source: wt2018.at(geography, { confirmed: true }) },
  ],
})

export const publishFootprintChange = duty({
  ...its,
  id: 'publish-change-of-area',
  must: 'Publish the change of the area, and report it in the yearly report',
  when: ({ data }) => data.change === true,
  dischargedBy: [footprintRepublished],
  cites: ['WT18-3.2-05'],
  editions: [{ edition: 'wt2018', within: promptly(), force: 'should', source: wt2018.at(geography) }],
})

export const footprint = procedure({
  id: 'footprint',
  label: 'Area of the arrangements',
  section: '3.2',
  caseKind: 'arrangements',
  leads: 'Safeguarding partners',
  takesPart: 'Neighbouring partners, relevant agencies',
  opensWith: [turn(footprintAgreed)],
  closesWith: [turn(footprintChecked, one => one.data.result === 'covered')],
  facts: [footprintAgreed, footprintChecked, footprintRepublished],
  duties: [coverEverybody, publishFootprintChange],
  prompts: [
    promptFor('WT18-3.2-01', footprintAgreed, 'Begin from authority areas.', geography),
    promptFor(
      'WT18-3.2-03',
      footprintAgreed,
      'Two or more areas may be treated as one, and one body may act for all of them.',
      'Children Act 2004, section 16J',
    ),
    promptFor(
      'WT18-3.2-04',
      footprintAgreed,
      'Nobody loses a duty of their own by combining or delegating. A force or health body over several areas may agree one arrangement with all.',
      geography,
    ),
  ],
})
