/** What level of need leads to what: the partners’ own criteria, public, plain, and one version at a time. */
import { duty } from '../engine/duty.ts'
import { dataOf, fact } from '../engine/fact.ts'
import { choices, day, narrative, optional, words } from '../engine/field.ts'
import { procedure, turn } from '../engine/procedure.ts'
import { before, promptly } from '../guidance/limits.ts'
import { wt2018 } from '../guidance/sources.ts'
import { promptFor } from './prompt-for.ts'
import { partnersNamed } from './safeguarding-partners.ts'

const contents = {
  'early-help': 'How early help is assessed, and the kinds and levels of it',
  levels: 'Levels of need for sections 17, 47, 31 and 20',
  procedures: 'What is done about abuse and exploitation, children in custody, disabled children',
} as const

export const thresholdPublished = fact('threshold-document-published', {
  label: 'Threshold document published',
  happenedOn: 'Day from which it holds',
  about: [partnersNamed.kind],
  cites: ['WT18-1.4-02', 'WT18-1.4-03', 'WT18-1.4-04'],
  fields: {
    contents: choices('What it has', contents),
    version: words('Version', { ...optional, longest: 40 }),
    place: words('Where it is', optional),
    reviewOn: day('Next review', { ...optional, ahead: true }),
  },
})

export const thresholdReviewed = fact('threshold-document-reviewed', {
  label: 'Threshold document reviewed',
  happenedOn: 'Day of the review',
  about: [thresholdPublished.kind],
  fields: { found: narrative('Whether it is understood, and what changes', optional) },
})

const threshold = 'chapter 1, threshold document (J18 pp.15-16; D20 p.16)'
const its = { who: 'Safeguarding partners', by: 'safeguarding-partners' } as const

export const publishThreshold = duty({
  ...its,
  id: 'publish-threshold-document',
  must: 'Publish criteria for action that everybody can find and understand',
  arisesFrom: partnersNamed,
  dischargedBy: [thresholdPublished],
  dischargedWhen: published => dataOf(thresholdPublished, published)?.contents?.length === 3,
  cites: ['WT18-1.4-01'],
  editions: [
    { edition: 'wt2018', within: promptly(), force: 'should', source: wt2018.at(threshold, { confirmed: true }) },
  ],
})

export const reviewThreshold = duty({
  ...its,
  id: 'review-threshold-document',
  must: 'Review the threshold document by the day that was set',
  arisesFrom: thresholdPublished,
  when: ({ data }) => data.reviewOn !== undefined,
  countsFrom: ({ data }) => (data.reviewOn ? { day: data.reviewOn } : undefined),
  dischargedBy: [thresholdReviewed, thresholdPublished],
  dischargedWhen: (fact, from) => fact.root !== from.root,
  reach: 'case',
  cites: ['WT18-1.4-01'],
  editions: [
    {
      edition: 'wt2018',
      within: before('the end of the day that was set'),
      force: 'should',
      source: wt2018.at(threshold, { confirmed: true }),
    },
  ],
})

export const thresholdDocument = procedure({
  id: 'threshold-document',
  label: 'Threshold document',
  section: '1.4',
  caseKind: 'arrangements',
  leads: 'Safeguarding partners',
  takesPart: 'Relevant agencies; children and families are asked',
  opensWith: [turn(thresholdPublished)],
  closesWith: [],
  facts: [thresholdPublished, thresholdReviewed],
  duties: [publishThreshold, reviewThreshold],
  prompts: [
    promptFor(
      'WT18-1.4-05',
      thresholdPublished,
      'The published arrangements say how this document fits in with them.',
      threshold,
    ),
  ],
})
