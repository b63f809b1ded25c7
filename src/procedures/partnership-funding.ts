/** Who pays what for working together: agreed, fair, and open to children and families. */
import { duty } from '../engine/duty.ts'
import { fact } from '../engine/fact.ts'
import { choices, narrative, optional, words } from '../engine/field.ts'
import { procedure, turn } from '../engine/procedure.ts'
import { promptly } from '../guidance/limits.ts'
import { wt2018 } from '../guidance/sources.ts'
import { promptFor } from './prompt-for.ts'
import { partnersNamed } from './safeguarding-partners.ts'

export const fundingAgreed = fact('partnership-funding-agreed', {
  label: 'Funding of the arrangements agreed',
  happenedOn: 'Day of the agreement',
  about: [partnersNamed.kind],
  fields: {
    year: words('For which year', { ...optional, longest: 20 }),
    for: choices('For what', { running: 'Running costs', training: 'Training', reviews: 'Local reviews' }, optional),
    shares: narrative('Who gives how much, in money or otherwise, and where it is published'),
  },
})

const funding = "chapter 3, 'Funding'"

export const agreeFunding = duty({
  id: 'agree-funding',
  who: 'Safeguarding partners',
  by: 'safeguarding-partners',
  must: 'Agree what each partner pays, fairly and openly, and enough for local reviews too',
  arisesFrom: partnersNamed,
  dischargedBy: [fundingAgreed],
  cites: ['WT18-3.7-01'],
  editions: [
    { edition: 'wt2018', within: promptly(), force: 'should', source: wt2018.at(funding, { confirmed: true }) },
  ],
})

export const partnershipFunding = procedure({
  id: 'partnership-funding',
  label: 'Funding of the arrangements',
  section: '3.7',
  caseKind: 'arrangements',
  leads: 'Safeguarding partners',
  takesPart: 'Relevant agencies',
  opensWith: [turn(fundingAgreed)],
  closesWith: [],
  facts: [fundingAgreed],
  duties: [agreeFunding],
  prompts: [
    promptFor(
      'WT18-3.7-02',
      fundingAgreed,
      'You may pay, pool money, or give people, goods, services and rooms.',
      'Children Act 2004, section 16I',
    ),
  ],
})
