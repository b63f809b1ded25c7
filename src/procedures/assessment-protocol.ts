/** How an area handles the case of a child who was referred: the authority’s protocol, with its partners, for everybody to read. */
import { duty } from '../engine/duty.ts'
import { fact } from '../engine/fact.ts'
import { choices, day, narrative, optional, words } from '../engine/field.ts'
import { procedure, turn } from '../engine/procedure.ts'
import { before, promptly } from '../guidance/limits.ts'
import { wt2018 } from '../guidance/sources.ts'
import { promptFor } from './prompt-for.ts'
import { partnersNamed } from './safeguarding-partners.ts'

const contents = {
  together: 'How a social work assessment and special ones feed each other, and how agencies take part',
  family: 'One process and one plan for the family, what it can expect, and how it complains',
  reviews: 'Points at which a manager looks at it, and that decisions are written down',
  care: 'Children who need particular care: young carers, unborn, disabled, in hospital or custody, exploited, coming home',
  'mental-health': { label: 'Children on mental health wards', from: '2020-12-09' },
} as const

export const protocolPublished = fact('assessment-protocol-published', {
  label: 'Protocol for assessment published',
  happenedOn: 'Day from which it holds',
  about: [partnersNamed.kind],
  cites: ['WT18-1.8-21', 'WT18-1.8-22', 'WT18-1.8-23'],
  fields: {
    contents: choices('What it has', contents, optional),
    version: words('Version', { ...optional, longest: 40 }),
    place: words('Where it is', optional),
    reviewOn: day('Next review', { ...optional, ahead: true }),
  },
})

export const protocolReviewed = fact('assessment-protocol-reviewed', {
  label: 'Protocol for assessment reviewed',
  happenedOn: 'Day of the review',
  about: [protocolPublished.kind],
  fields: { found: narrative('Whether it is followed, and what changes', optional) },
})

const protocol = 'chapter 1, local protocols for assessment (J18 p.23; D20 p.26)'
const its = { who: 'Local authority, with its partners', by: 'authority', cites: ['WT18-1.8-20'] } as const

export const publishProtocol = duty({
  ...its,
  id: 'publish-assessment-protocol',
  must: 'Publish a protocol for assessment: how cases are managed once a child is referred',
  arisesFrom: partnersNamed,
  dischargedBy: [protocolPublished],
  editions: [
    { edition: 'wt2018', within: promptly(), force: 'should', source: wt2018.at(protocol, { confirmed: true }) },
  ],
})

export const reviewProtocol = duty({
  ...its,
  id: 'review-assessment-protocol',
  must: 'Review the protocol for assessment by the day that was set',
  arisesFrom: protocolPublished,
  when: ({ data }) => data.reviewOn !== undefined,
  countsFrom: ({ data }) => (data.reviewOn ? { day: data.reviewOn } : undefined),
  dischargedBy: [protocolReviewed, protocolPublished],
  dischargedWhen: (fact, from) => fact.root !== from.root,
  reach: 'case',
  editions: [
    {
      edition: 'wt2018',
      within: before('the end of the day that was set'),
      force: 'should',
      source: wt2018.at(protocol, { confirmed: true }),
    },
  ],
})

export const assessmentProtocol = procedure({
  id: 'assessment-protocol',
  label: 'Protocol for assessment',
  section: '1.8',
  caseKind: 'arrangements',
  leads: 'Local authority',
  takesPart: 'Partners and relevant agencies',
  opensWith: [turn(protocolPublished)],
  closesWith: [],
  facts: [protocolPublished, protocolReviewed],
  duties: [publishProtocol, reviewProtocol],
  prompts: [
    promptFor(
      'WT18-1.5-01',
      protocolPublished,
      'Does it say plainly how to refer a child, day and night, so that children and parents can use it too?',
      "chapter 1, 'Referral' (J18 p.16; D20 p.17)",
    ),
  ],
})
