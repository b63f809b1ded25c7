/** How an area reviews every child’s death: who answers for it, where it begins and ends, what is published and reported. */
import { duty, type Line } from '../engine/duty.ts'
import { fact, type Statement } from '../engine/fact.ts'
import { choice, choices, count, narrative, optional, words } from '../engine/field.ts'
import { procedure, turn } from '../engine/procedure.ts'
import { fixedDay, localPolicy, months, promptly } from '../guidance/limits.ts'
import { cdr2018, transition2018, wt2018 } from '../guidance/sources.ts'
import { promptFor } from './prompt-for.ts'

export const reviewPartnersNamed = fact('child-death-review-partners-named', {
  label: 'Child death review partners named',
  happenedOn: 'Day from which they are it',
  fields: { who: words('The authority and the health body or bodies', optional) },
})

export const reviewArrangementsAgreed = fact('child-death-arrangements-agreed', {
  label: 'Child death review arrangements agreed',
  happenedOn: 'Day from which they hold',
  about: [reviewPartnersNamed.kind],
  cites: ['WT18-5.1-09', 'WT18-5.1-10', 'WT18-5.1-13', 'WT18-5.2-02'],
  fields: {
    areas: words('Authority areas, at least one', optional),
    doctor: words('Designated doctor for child deaths', optional),
    members: choices(
      'Who sits on the panel',
      {
        'public-health': 'Public health',
        doctor: 'Designated doctor for child deaths',
        'social-services': 'Social services',
        police: 'Police',
        safeguarding: 'Designated doctor or nurse for safeguarding',
        'primary-care': 'Primary care',
        nursing: 'Nursing or midwifery',
        lay: 'A lay member',
      },
      optional,
    ),
    officials: words('Officials who answer for it', optional),
    funding: narrative('Who pays what', optional),
  },
})

export const reviewArrangementsPublished = fact('child-death-arrangements-published', {
  label: 'Child death review arrangements published',
  happenedOn: 'Day of publication',
  about: [reviewArrangementsAgreed.kind, reviewPartnersNamed.kind],
  fields: { place: words('Where they are', optional) },
})

export const deathsCounted = fact('deaths-of-a-year-counted', {
  label: 'Deaths reviewed in a year counted',
  happenedOn: 'Last day of that year',
  about: [reviewArrangementsAgreed.kind],
  fields: { reviewed: count('Deaths reviewed', 'deaths'), notified: count('Deaths notified', 'deaths', optional) },
})

export const footprintConsidered = fact('footprint-of-death-reviews-considered', {
  label: 'Joining with neighbours for death reviews considered',
  happenedOn: 'Day on which it was considered',
  about: [deathsCounted.kind],
  fields: {
    decision: choice('What was decided', { join: 'Join with neighbours', stay: 'Stay as it is' }),
    reasons: narrative('Why', optional),
  },
})

export const panelReportGiven = fact('overview-panel-report-given', {
  label: 'Yearly report of the overview panel given to the partners',
  happenedOn: 'Day on which they had it',
  about: [reviewArrangementsAgreed.kind],
  fields: {
    period: words('Period', optional),
    learned: narrative('Patterns, lessons, actions and what came of them', optional),
  },
})

export const deathReportPublished = fact('child-death-report-published', {
  label: 'Report on child death reviews published',
  happenedOn: 'Day of publication',
  about: [reviewArrangementsAgreed.kind],
  fields: { place: words('Where it is', optional), hidden: narrative('Small numbers that are left out', optional) },
})

const duties = 'chapter 5; Children Act 2004, section 16M'
const partners = { who: 'Child death review partners', by: 'child-death-review-partners' } as const

/** What partners before them agreed holds until it is changed: a health body that takes another one’s place begins nothing anew. */
function isFirst(named: Statement, line: Line): boolean {
  return !line.allOfCase(reviewArrangementsAgreed).some(agreed => agreed.happened.to < named.happened.from)
}

// Section 16M(1) to (4).
export const makeReviewArrangements = duty({
  ...partners,
  id: 'make-child-death-arrangements',
  must: 'Make arrangements to review every death of a child who lived in the area, to analyse them, and to find what should be acted on',
  arisesFrom: reviewPartnersNamed,
  when: isFirst,
  reads: [reviewArrangementsAgreed],
  reach: 'case',
  dischargedBy: [reviewArrangementsAgreed],
  cites: ['WT18-5.1-01', 'WT18-5.1-02', 'WT18-5.1-03'],
  editions: [{ edition: 'wt2018', within: promptly(), force: 'must', source: wt2018.at(duties, { confirmed: true }) }],
})

// T5-ARR-02: the last day of the change-over; the day from which they hold meets it. Partners named after it have no such day.
export const startFirstReviewArrangements = duty({
  ...partners,
  id: 'start-first-child-death-arrangements',
  must: 'Start the first arrangements by 29 September 2019',
  arisesFrom: reviewPartnersNamed,
  dischargedBy: [reviewArrangementsAgreed],
  cites: ['T5-ARR-02'],
  editions: [
    {
      edition: 'transition2018',
      within: fixedDay('2019-09-29'),
      force: 'must',
      source: transition2018.at('Child death reviews', { confirmed: true }),
    },
  ],
})

const publishing = {
  ...partners,
  must: 'Publish the arrangements: officials who answer, bodies that take part, area and designated doctor',
  dischargedBy: [reviewArrangementsPublished],
} as const

export const publishReviewArrangements = duty({
  ...publishing,
  id: 'publish-child-death-arrangements',
  arisesFrom: reviewArrangementsAgreed,
  cites: ['WT18-5.2-01'],
  editions: [
    { edition: 'wt2018', within: promptly(), force: 'must', source: wt2018.at('chapter 5', { confirmed: true }) },
  ],
})

// T5-ARR-01: twelve months from commencement.
export const publishFirstReviewArrangements = duty({
  ...publishing,
  id: 'publish-first-child-death-arrangements',
  must: 'Publish the first arrangements by 29 June 2019',
  arisesFrom: reviewPartnersNamed,
  cites: ['T5-ARR-01'],
  editions: [
    {
      edition: 'transition2018',
      within: fixedDay('2019-06-29'),
      force: 'must',
      source: transition2018.at('Child death reviews', { confirmed: true }),
    },
  ],
})

// T5-ARR-03: at least sixty a year. The footprint is widened where it is less.
export const considerFootprint = duty({
  ...partners,
  id: 'consider-joining-for-death-reviews',
  must: 'Consider joining with neighbours: a panel should typically review at least 60 deaths a year',
  arisesFrom: deathsCounted,
  when: ({ data }) => data.reviewed !== undefined && data.reviewed < 60,
  dischargedBy: [footprintConsidered],
  cites: ['WT18-5.1-12', 'T5-ARR-03'],
  editions: [
    { edition: 'wt2018', within: promptly(), force: 'should', source: wt2018.at('chapter 5', { confirmed: true }) },
  ],
})

const reporting = {
  ...partners,
  must: 'Publish a report on what was done and how effective it was',
  dischargedBy: [deathReportPublished],
  dischargedWhen: (fact: { root: string }, before: { root: string }) => fact.root !== before.root,
  cites: ['WT18-5.1-05', 'WT18-5.12-01', 'T5-REP-01'],
  editions: [
    {
      edition: 'wt2018',
      within: localPolicy('T5-REP-01', 'how often the partners report'),
      force: 'must',
      source: wt2018.at(`${duties}(6)`, { confirmed: true }),
    },
  ],
} as const

// T5-REP-01: at the intervals that the partners judge appropriate.
export const publishDeathReport = duty({
  ...reporting,
  id: 'publish-child-death-report',
  arisesFrom: reviewArrangementsAgreed,
})
export const publishNextDeathReport = duty({
  ...reporting,
  id: 'publish-next-child-death-report',
  must: 'Publish the next report on what was done and how effective it was',
  arisesFrom: deathReportPublished,
  reach: 'line',
})

const panelReporting = {
  by: 'child-death-review-partners',
  who: 'Overview panel',
  must: 'Give the partners the yearly report: patterns, lessons, actions, what came of them',
  dischargedBy: [panelReportGiven],
  dischargedWhen: (fact: { root: string }, before: { root: string }) => fact.root !== before.root,
  cites: ['WT18-5.9-05', 'WT18-5.12-02', 'T5C-REP-01'],
  editions: [
    {
      edition: 'cdr2018',
      within: months(12),
      force: 'should',
      source: cdr2018.at('chapter 5, overview panel', { confirmed: true }),
    },
  ],
} as const

// T5C-REP-01: each report starts the next twelve months.
export const givePanelReport = duty({
  ...panelReporting,
  id: 'give-overview-panel-report',
  arisesFrom: reviewArrangementsAgreed,
})
export const giveNextPanelReport = duty({
  ...panelReporting,
  id: 'give-next-overview-panel-report',
  must: 'Give the partners the next yearly report',
  arisesFrom: panelReportGiven,
  reach: 'line',
})

export const childDeathArrangements = procedure({
  id: 'child-death-arrangements',
  label: 'Arrangements for child death reviews',
  section: '5.1',
  caseKind: 'arrangements',
  leads: 'Child death review partners: the authority and the health body of the area',
  takesPart: 'Designated doctor, panel members, all agencies',
  opensWith: [turn(reviewPartnersNamed)],
  closesWith: [],
  facts: [
    reviewPartnersNamed,
    reviewArrangementsAgreed,
    reviewArrangementsPublished,
    deathsCounted,
    footprintConsidered,
    panelReportGiven,
    deathReportPublished,
  ],
  duties: [
    makeReviewArrangements,
    startFirstReviewArrangements,
    publishReviewArrangements,
    publishFirstReviewArrangements,
    considerFootprint,
    publishDeathReport,
    publishNextDeathReport,
    givePanelReport,
    giveNextPanelReport,
  ],
  prompts: [
    promptFor(
      'WT18-5.1-08',
      reviewArrangementsAgreed,
      'The partners may pay, or lend people, goods, services and rooms.',
      'Children Act 2004, section 16O',
    ),
    promptFor(
      'WT18-5.1-11',
      reviewArrangementsAgreed,
      'Two or more areas may be treated as one.',
      'Children Act 2004, section 16M',
    ),
  ],
})
