/** Somebody who is not one of them looks at how well the partners keep children safe, says so as a critical friend, and is answered. */
import { duty } from '../engine/duty.ts'
import { fact } from '../engine/fact.ts'
import { choice, day, narrative, optional, parties, words, yesNo } from '../engine/field.ts'
import { procedure, turn } from '../engine/procedure.ts'
import { promptly } from '../guidance/limits.ts'
import { wt2018 } from '../guidance/sources.ts'
import { promptFor } from './prompt-for.ts'
import { partnersNamed } from './safeguarding-partners.ts'

export const scrutinyArranged = fact('scrutiny-arranged', {
  label: 'Independent scrutiny arranged',
  happenedOn: 'Day from which it holds',
  about: [partnersNamed.kind],
  cites: ['WT18-3.6-03', 'WT18-3.6-05'],
  fields: {
    form: choice('Who scrutinises', {
      person: 'One person',
      group: 'A group',
      peers: 'Peers of other areas',
      other: 'Otherwise',
    }),
    who: words('Who', optional),
    plan: narrative('Plan, how it reports, and how its recommendations are followed up', optional),
  },
})

export const scrutinyReported = fact('scrutiny-reported', {
  label: 'Scrutiny reported',
  happenedOn: 'Day of the report',
  about: [scrutinyArranged.kind],
  cites: ['WT18-3.6-04'],
  fields: {
    ofYearlyReport: yesNo('Is it about the yearly report?', optional),
    findings: narrative(
      'How well it works for children, families and practitioners, how serious cases are found and reviewed, and how the partners lead',
    ),
    recommendations: narrative('What is recommended', optional),
  },
})

export const scrutinyAnswered = fact('scrutiny-answered', {
  label: 'Partners answered the scrutiny',
  happenedOn: 'Day of the answer',
  about: [scrutinyReported.kind],
  fields: {
    owner: parties('Agencies that act', 'agency', optional),
    doneBy: day('Done by', { ...optional, ahead: true }),
    answer: narrative('What is done about it, and what is not and why'),
  },
})

const scrutiny = "chapter 3, 'Independent scrutiny' (D20 p.80)"
const its = { who: 'Safeguarding partners', by: 'safeguarding-partners' } as const

export const arrangeScrutiny = duty({
  ...its,
  id: 'arrange-independent-scrutiny',
  must: 'Arrange independent scrutiny of how well the arrangements keep children safe',
  arisesFrom: partnersNamed,
  dischargedBy: [scrutinyArranged],
  cites: ['WT18-3.6-01'],
  editions: [
    { edition: 'wt2018', within: promptly(), force: 'should', source: wt2018.at(scrutiny, { confirmed: true }) },
  ],
})

export const answerScrutiny = duty({
  ...its,
  id: 'answer-scrutiny',
  must: 'Answer what was recommended: who does what by when, and what is not done and why',
  arisesFrom: scrutinyReported,
  dischargedBy: [scrutinyAnswered],
  cites: ['WT18-3.6-05'],
  editions: [
    { edition: 'wt2018', within: promptly(), force: 'should', source: wt2018.at(scrutiny, { confirmed: true }) },
  ],
})

export const independentScrutiny = procedure({
  id: 'independent-scrutiny',
  label: 'Independent scrutiny',
  section: '3.6',
  caseKind: 'arrangements',
  leads: 'Whoever scrutinises',
  takesPart: 'Safeguarding partners',
  opensWith: [turn(scrutinyArranged)],
  closesWith: [],
  facts: [scrutinyArranged, scrutinyReported, scrutinyAnswered],
  duties: [arrangeScrutiny, answerScrutiny],
  prompts: [
    promptFor(
      'WT18-3.6-03',
      scrutinyArranged,
      'Whoever it is: objective, a critical friend, and somebody who makes you think again.',
      scrutiny,
    ),
  ],
})
