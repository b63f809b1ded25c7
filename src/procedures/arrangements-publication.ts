/** The published arrangements: seventeen points, three of them by law, public before anything begins and whenever it changes. */
import { duty, type Line } from '../engine/duty.ts'
import { dataOf, fact, type Statement } from '../engine/fact.ts'
import { choices, day, narrative, optional, words } from '../engine/field.ts'
import { procedure, turn } from '../engine/procedure.ts'
import { before, fixedDay, months, promptly } from '../guidance/limits.ts'
import { transition2018, wt2018 } from '../guidance/sources.ts'
import { arrangementsAgreed, partnersNamed } from './safeguarding-partners.ts'

/** What the published arrangements say. The first three are required by law; without them nothing is in force. */
export const points = {
  P1: 'How you work together to find and answer needs',
  P2: 'How local reviews are commissioned and published',
  P3: 'How it is independently scrutinised',
  P4: 'Who the partners are',
  P5: 'The area',
  P6: 'Relevant agencies, why and how',
  P7: 'Early years, schools and other education',
  P8: 'Youth custody and children’s homes',
  P9: 'Data and intelligence on how well help works',
  P10: 'Training and audits between agencies',
  P11: 'How it is paid for',
  P12: 'Local reviews, and how what they teach is put into practice',
  P13: 'The voices of children and families',
  P14: 'How the threshold document fits',
  P15: 'How disputes are settled',
  P16: 'Where the yearly report is published',
  P17: 'Plans for scrutiny and what becomes of its recommendations',
} as const
const byLaw = ['P1', 'P2', 'P3'] as const

export const startPlanned = fact('start-of-arrangements-planned', {
  label: 'Start of the arrangements planned',
  happenedOn: 'Day on which the day was set',
  about: [arrangementsAgreed.kind, partnersNamed.kind],
  fields: { plannedFor: day('Day of the start', { ahead: true }) },
})

export const arrangementsPublished = fact('arrangements-published', {
  label: 'Local arrangements published',
  // Since shape 2 it asks who of the partners signed.
  shape: 2,
  lifts: { 1: data => data },
  happenedOn: 'Day of publication',
  about: [arrangementsAgreed.kind, partnersNamed.kind],
  cites: ['WT18-3.1-05', 'WT18-3.6-05', 'WT18-3.11-02'],
  fields: {
    points: choices('What they say', points),
    signedBy: choices(
      'Who of the partners signed',
      { authority: 'Local authority', health: 'Health', police: 'Police' },
      optional,
    ),
    place: words('Where they are', optional),
    version: words('Version', { ...optional, longest: 40 }),
  },
})

export const arrangementsStarted = fact('arrangements-started', {
  label: 'Local arrangements put into effect',
  happenedOn: 'Day of the start',
  about: [arrangementsPublished.kind, arrangementsAgreed.kind, partnersNamed.kind],
  fields: {},
})

export const arrangementsChanged = fact('arrangements-changed', {
  label: 'Change of the local arrangements agreed',
  happenedOn: 'Day of the agreement',
  about: [arrangementsPublished.kind, arrangementsAgreed.kind],
  fields: { from: day('Holds from', { ...optional, ahead: true }), change: narrative('What changes') },
})

export const changePublished = fact('change-of-arrangements-published', {
  label: 'Change of the local arrangements published',
  happenedOn: 'Day of publication',
  about: [arrangementsChanged.kind],
  fields: { inReport: words('Yearly report that tells of it', optional) },
})

const publication = "chapter 3, 'Publication of arrangements' (p.78)"
const its = { who: 'Safeguarding partners', by: 'safeguarding-partners' } as const
const isWhole = (fact: Statement) =>
  byLaw.every(point => dataOf(arrangementsPublished, fact)?.points?.includes(point) ?? false)

type Planned = Statement<typeof startPlanned.fields>

// T3-ARR-05, section 16G. A day set again takes the place of the one before it.
export const publishBeforeStart = duty({
  ...its,
  id: 'publish-arrangements-before-they-start',
  must: 'Publish the arrangements before they start, the three points of the law among them',
  arisesFrom: startPlanned,
  when: (planned: Planned, line: Line) => line.last(startPlanned)?.root === planned.root,
  reads: [startPlanned],
  countsFrom: ({ data }: Planned) => (data.plannedFor ? { day: data.plannedFor } : undefined),
  dischargedBy: [arrangementsPublished],
  dischargedWhen: isWhole,
  mayPrecede: true,
  reach: 'line',
  cites: ['WT18-3.5-01', 'T3-ARR-05'],
  editions: [
    {
      edition: 'wt2018',
      within: before('the arrangements start'),
      force: 'must',
      source: wt2018.at(`${publication}; Children Act 2004, section 16G`, { confirmed: true }),
    },
  ],
})

// T3-ARR-01: twelve months from commencement on 29 June 2018.
export const publishFirstArrangements = duty({
  ...its,
  id: 'publish-first-arrangements',
  must: 'Publish the first arrangements by 29 June 2019',
  arisesFrom: partnersNamed,
  dischargedBy: [arrangementsPublished],
  dischargedWhen: isWhole,
  cites: ['T3-ARR-01'],
  editions: [
    {
      edition: 'transition2018',
      within: fixedDay('2019-06-29'),
      force: 'must',
      source: transition2018.at('Publication; SI 2018/497', { confirmed: true }),
    },
  ],
})

// T3-ARR-02.
export const startAfterPublication = duty({
  ...its,
  id: 'start-published-arrangements',
  must: 'Start the arrangements within three months of publishing them',
  arisesFrom: arrangementsPublished,
  when: (_, line) => !line.has(arrangementsStarted) || line.all(arrangementsPublished).length === 1,
  reads: [arrangementsStarted, arrangementsPublished],
  dischargedBy: [arrangementsStarted],
  cites: ['T3-ARR-02'],
  editions: [
    {
      edition: 'transition2018',
      within: months(3),
      force: 'must',
      source: transition2018.at('Start of the arrangements', { confirmed: true }),
    },
  ],
})

// T3-ARR-03: the last day of the change-over, whenever they were published. Partners named after it have no such day.
export const startFirstArrangements = duty({
  ...its,
  id: 'start-first-arrangements',
  must: 'Start the first arrangements by 29 September 2019',
  arisesFrom: partnersNamed,
  dischargedBy: [arrangementsStarted],
  reach: 'line',
  cites: ['T3-ARR-03'],
  editions: [
    {
      edition: 'transition2018',
      within: fixedDay('2019-09-29'),
      force: 'must',
      source: transition2018.at('Start of the arrangements; SI 2018/497', { confirmed: true }),
    },
  ],
})

// T3-ARR-04.
export const publishChange = duty({
  ...its,
  id: 'publish-change-of-arrangements',
  must: 'Publish the change, and tell of it in the yearly report',
  arisesFrom: arrangementsChanged,
  dischargedBy: [changePublished],
  cites: ['WT18-3.5-02', 'T3-ARR-04'],
  editions: [
    {
      edition: 'wt2018',
      within: promptly('when it happens'),
      force: 'should',
      source: wt2018.at("chapter 3, 'Reporting'"),
    },
  ],
})

export const arrangementsPublication = procedure({
  id: 'arrangements-publication',
  label: 'Publishing the arrangements',
  section: '3.5',
  caseKind: 'arrangements',
  leads: 'Safeguarding partners',
  takesPart: 'Everybody whom they bind',
  opensWith: [turn(startPlanned), turn(arrangementsPublished)],
  closesWith: [turn(arrangementsStarted)],
  reach: 'line',
  facts: [startPlanned, arrangementsPublished, arrangementsStarted, arrangementsChanged, changePublished],
  duties: [publishBeforeStart, publishFirstArrangements, startAfterPublication, startFirstArrangements, publishChange],
  prompts: [],
})
