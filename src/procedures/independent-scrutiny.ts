/** Somebody who is not one of them looks at how well the partners keep children safe, says so as a critical friend, and is answered. */
import { duty, type Line } from '../engine/duty.ts'
import { fact, type Statement } from '../engine/fact.ts'
import { choice, day, narrative, optional, parties, words, yesNo } from '../engine/field.ts'
import { procedure, turn } from '../engine/procedure.ts'
import { before, promptly } from '../guidance/limits.ts'
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

/** One for each recommendation; how it stands is how its duty stands. */
export const scrutinyRecommendationDecided = fact('scrutiny-recommendation-decided', {
  label: 'Recommendation of the scrutiny taken up or not',
  happenedOn: 'Day of the decision',
  about: [scrutinyReported.kind],
  fields: {
    decision: choice('What was decided', { accept: 'Accepted', adapt: 'Adapted', reject: 'Not taken up' }),
    owner: parties('Agencies that act', 'agency', optional),
    doneBy: day('To be done by', { ...optional, ahead: true }),
    what: narrative('What is recommended, and what is done; if not taken up: why'),
  },
})

export const scrutinyRecommendationActedOn = fact('scrutiny-recommendation-acted-on', {
  label: 'Recommendation of the scrutiny acted on',
  happenedOn: 'Day on which it was done',
  about: [scrutinyRecommendationDecided.kind, scrutinyAnswered.kind],
  fields: { evidence: narrative('What shows it', optional) },
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

// Steps 5 and 6 of the section: assurance that nobody answers assures nobody.
export const answerScrutiny = duty({
  ...its,
  id: 'answer-scrutiny',
  must: 'Answer what was recommended: who does what by when, and what is not done and why',
  arisesFrom: scrutinyReported,
  dischargedBy: [scrutinyAnswered, scrutinyRecommendationDecided],
  cites: ['WT18-3.6-01'],
  editions: [
    { edition: 'wt2018', within: promptly(), force: 'should', source: wt2018.at(scrutiny, { confirmed: true }) },
  ],
})

const acting = {
  who: 'Each agency that was to act',
  by: { eachOf: 'owner' },
  countsFrom: ({ data }: { data: { readonly doneBy?: string } }) => (data.doneBy ? { day: data.doneBy } : undefined),
  dischargedBy: [scrutinyRecommendationActedOn],
  onlyOwn: true,
  cites: ['WT18-3.6-01'],
  editions: [
    {
      edition: 'wt2018',
      within: before('the end of the day that was set'),
      force: 'should',
      source: wt2018.at(scrutiny, { confirmed: true }),
    },
  ],
} as const

export const actOnScrutinyRecommendation = duty({
  ...acting,
  id: 'act-on-scrutiny-recommendation',
  must: 'Act on the recommendation of the scrutiny, by the day that was set',
  arisesFrom: scrutinyRecommendationDecided,
  when: ({ data }) => data.decision !== 'reject',
})

// An answer to the whole report names who acts and by when. Where each recommendation has its own, the answer adds nothing.
export const actOnScrutinyAnswer = duty({
  ...acting,
  id: 'act-on-scrutiny-answer',
  must: 'Act as the answer to the scrutiny says, by the day that was set',
  arisesFrom: scrutinyAnswered,
  when: (_: Statement, line: Line) => !line.has(scrutinyRecommendationDecided),
  reads: [scrutinyRecommendationDecided],
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
  facts: [
    scrutinyArranged,
    scrutinyReported,
    scrutinyAnswered,
    scrutinyRecommendationDecided,
    scrutinyRecommendationActedOn,
  ],
  duties: [answerScrutiny, actOnScrutinyRecommendation, actOnScrutinyAnswer, arrangeScrutiny],
  prompts: [
    promptFor(
      'WT18-3.6-03',
      scrutinyArranged,
      'Whoever it is: objective, a critical friend, and somebody who makes you think again.',
      scrutiny,
    ),
  ],
})
