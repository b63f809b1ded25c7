/** A child who cares for somebody: is it too much, what does the child want, and what does the whole family need? */
import { duty } from '../engine/duty.ts'
import { fact } from '../engine/fact.ts'
import { choice, narrative, optional, words, yesNo } from '../engine/field.ts'
import { procedure, turn } from '../engine/procedure.ts'
import { promptly } from '../guidance/limits.ts'
import { wt2018 } from '../guidance/sources.ts'

export const youngCarerSeen = fact('young-carer-seen', {
  label: 'Young carer may need support',
  happenedOn: 'Day on which it was seen or asked for',
  fields: {
    how: choice('How it came about', {
      seen: 'It seemed that the child may need support',
      'child-asked': 'The young carer asked',
      'parent-asked': 'A parent asked',
    }),
    caresFor: words('For whom the child cares', optional),
    tasks: narrative('What the child does, and how many hours', optional),
  },
})

export const youngCarerAssessed = fact('young-carer-assessed', {
  label: 'Young carer’s needs assessed',
  happenedOn: 'Day on which it was finished',
  about: [youngCarerSeen.kind],
  fields: {
    caring: choice('The caring is', { right: 'Right for the child', excessive: 'Too much' }),
    outcome: choice(
      'What follows',
      { support: 'Support', 'adult-care': 'Help for the adult', 'in-need': 'Child in need', none: 'None' },
      optional,
    ),
    wholeFamily: yesNo('Were the needs of the whole family looked at?', optional),
    combined: choice('Together with an adult’s assessment', { agreed: 'Yes, all agreed', no: 'No' }, optional),
    wishes: narrative('What the child wants', optional),
  },
})

const carers = 'chapter 1 (J18 p.21; D20 p.24)'
const its = {
  who: 'Local authority children’s social care',
  by: 'authority',
  arisesFrom: youngCarerSeen,
  dischargedBy: [youngCarerAssessed],
} as const

export const assessYoungCarer = duty({
  ...its,
  id: 'assess-young-carer',
  must: 'Assess the young carer’s needs: is the caring right for the child, or too much?',
  cites: ['WT18-1.10-01', 'WT18-1.10-02'],
  editions: [
    {
      edition: 'wt2018',
      within: promptly(),
      force: 'must',
      source: wt2018.at(`${carers}; Children Act 1989, section 17ZA`, { confirmed: true }),
    },
  ],
})

export const lookAtWholeFamily = duty({
  ...its,
  id: 'look-at-whole-family-of-young-carer',
  must: 'Look at the needs of the whole family as well',
  dischargedWhen: assessed => (assessed.data as { wholeFamily?: boolean }).wholeFamily === true,
  cites: ['WT18-1.10-03'],
  editions: [
    {
      edition: 'wt2018',
      within: promptly(),
      force: 'must',
      source: wt2018.at(`${carers}; Young Carers’ (Needs Assessments) Regulations 2015`),
    },
  ],
})

export const youngCarer = procedure({
  id: 'young-carer',
  label: 'Young carer',
  section: '1.10',
  caseKind: 'child',
  leads: its.who,
  takesPart: 'Young carer, family, adult social care',
  opensWith: [turn(youngCarerSeen)],
  closesWith: [turn(youngCarerAssessed)],
  facts: [youngCarerSeen, youngCarerAssessed],
  duties: [assessYoungCarer, lookAtWholeFamily],
  prompts: [],
})
