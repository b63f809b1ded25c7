/** Once in every twelve months the partners say in public what they did and what difference it made. Each report starts the next year. */
import { duty } from '../engine/duty.ts'
import { dataOf, fact, type Happened } from '../engine/fact.ts'
import { choice, choices, narrative, optional, words } from '../engine/field.ts'
import { procedure, turn } from '../engine/procedure.ts'
import { type Day, yearOf } from '../guidance/days.ts'
import { calendarDays, localPolicy, months, yearlyDay } from '../guidance/limits.ts'
import { wt2018, wt2023 } from '../guidance/sources.ts'
import { arrangementsStarted } from './arrangements-publication.ts'
import { promptFor } from './prompt-for.ts'

export const yearlyReportDrafted = fact('yearly-report-drafted', {
  label: 'Yearly report drafted',
  happenedOn: 'Day of the draft',
  about: [arrangementsStarted.kind],
  fields: { period: words('Period', optional) },
})

export const yearlyReportScrutinised = fact('yearly-report-scrutinised', {
  label: 'Yearly report scrutinised',
  happenedOn: 'Day of the comments',
  about: [yearlyReportDrafted.kind, arrangementsStarted.kind],
  fields: { comments: narrative('What the scrutineer says', optional) },
})

export const yearlyReportPublished = fact('yearly-report-published', {
  label: 'Yearly report published',
  happenedOn: 'Day of publication: the next twelve months count from here',
  about: [arrangementsStarted.kind],
  cites: ['WT18-3.9-02', 'WT18-3.9-03', 'WT18-3.9-04', 'WT18-3.9-05', 'WT18-3.9-06'],
  fields: {
    has: choices(
      'What it has',
      {
        impact: 'Evidence of what difference it made to children and families',
        progress: 'Why there was little progress, where there was little',
        reviews: 'What was done on recommendations of reviews, and what improved',
        voices: 'How children and families were heard, and what that changed',
        changes: 'Changes of the arrangements, and from when',
        restraint: 'A review of restraint in a secure establishment here',
      },
      optional,
    ),
    period: words('Period', optional),
    place: words('Where it is', optional),
    evidence: narrative('The evidence of impact, in a few lines', optional),
  },
})

export const yearlyReportSent = fact('yearly-report-sent', {
  label: 'Copies of the yearly report sent',
  happenedOn: 'Day on which both had it',
  about: [yearlyReportPublished.kind],
  fields: {
    to: choices('To whom', {
      panel: 'The Panel',
      centre: 'The What Works Centre',
      others: 'Others',
    }),
  },
})

export const restraintReported = fact('restraint-review-reported', {
  label: 'Review of restraint reported',
  happenedOn: 'Day on which it was reported',
  about: [arrangementsStarted.kind],
  fields: {
    to: choices('To whom', {
      board: 'Youth Justice Board',
      service: 'Youth Custody Service',
      inspectorate: 'HM Inspectorate of Prisons',
    }),
    found: narrative('What was found', optional),
  },
})

export const secureHere = fact('secure-establishment-here', {
  label: 'Secure establishment in the area',
  happenedOn: 'Day from which it is here',
  about: [arrangementsStarted.kind],
  fields: {
    name: words('Name'),
    kind: choice(
      'Kind',
      { home: 'Secure children’s home', centre: 'Secure training centre', yoi: 'Young offender institution' },
      optional,
    ),
  },
})

const report = "chapter 3, 'Reporting'; Children Act 2004, section 16G"
const its = { who: 'Safeguarding partners', by: 'safeguarding-partners' } as const

const reporting = {
  ...its,
  must: 'Publish the yearly report: what was done, and how effective it was',
  dischargedBy: [yearlyReportPublished],
  dischargedWhen: (fact: { root: string }, before: { root: string }) => fact.root !== before.root,
  cites: ['WT18-3.9-01', 'T3-YR-01', 'T23-YR-01'],
  editions: [
    { edition: 'wt2018', within: months(12), force: 'must', source: wt2018.at(report, { confirmed: true }) },
    {
      edition: 'wt2023',
      within: months(12),
      force: 'must',
      source: wt2023.at('chapter 2; Children Act 2004, section 16G', { confirmed: true }),
    },
  ],
} as const

// T3-YR-01, T23-YR-01.
export const publishYearlyReport = duty({ ...reporting, id: 'publish-yearly-report', arisesFrom: arrangementsStarted })
export const publishNextYearlyReport = duty({
  ...reporting,
  id: 'publish-next-yearly-report',
  must: 'Publish the next yearly report',
  arisesFrom: yearlyReportPublished,
  reach: 'line',
})

/** The reporting year that the next report is about ends on the first 31 March from a day on. */
function endOfReportingYear({ happened: { to } }: { happened: Happened }): { day: Day } {
  const ofYear = `${yearOf(to)}-03-31`
  return { day: ofYear < to ? `${yearOf(to) + 1}-03-31` : ofYear }
}

// T23-YR-02: with the guidance of 2023, beside the twelve months of the law. No source at hand confirms the day.
const bySeptember = {
  ...reporting,
  must: 'Publish the yearly report by 30 September after the reporting year',
  countsFrom: endOfReportingYear,
  remark: () => 'Counted from 31 March, on which the reporting year ends.',
  cites: ['T23-YR-02'],
  editions: [
    {
      edition: 'wt2023',
      within: yearlyDay('09-30'),
      force: 'should',
      source: wt2023.at('chapter 2, reporting'),
    },
  ],
} as const

export const publishYearlyReportBySeptember = duty({
  ...bySeptember,
  id: 'publish-yearly-report-by-september',
  arisesFrom: arrangementsStarted,
})
export const publishNextYearlyReportBySeptember = duty({
  ...bySeptember,
  id: 'publish-next-yearly-report-by-september',
  must: 'Publish the next yearly report by 30 September after the reporting year',
  arisesFrom: yearlyReportPublished,
  reach: 'line',
})

// T3-YR-02.
export const sendYearlyReport = duty({
  ...its,
  id: 'send-yearly-report',
  must: 'Send a copy to the Panel and to the What Works Centre',
  arisesFrom: yearlyReportPublished,
  dischargedBy: [yearlyReportSent],
  dischargedWhen: sent => {
    const to = dataOf(yearlyReportSent, sent)?.to ?? []
    return to.includes('panel') && to.includes('centre')
  },
  cites: ['WT18-3.9-08', 'T3-YR-02'],
  editions: [
    { edition: 'wt2018', within: calendarDays(7), force: 'should', source: wt2018.at("chapter 3, 'Reporting'") },
  ],
})

// T3-SCR-01: the published arrangements say when.
export const scrutiniseYearlyReport = duty({
  ...its,
  who: 'Safeguarding partners and whoever scrutinises',
  id: 'scrutinise-yearly-report',
  must: 'Scrutinise the yearly report independently',
  arisesFrom: yearlyReportDrafted,
  dischargedBy: [yearlyReportScrutinised],
  cites: ['T3-SCR-01'],
  editions: [
    {
      edition: 'wt2018',
      within: localPolicy('T3-SCR-01', 'when the yearly report is scrutinised, as the arrangements say'),
      force: 'should',
      source: wt2018.at("chapter 3, 'Independent scrutiny' (D20 p.80)", { confirmed: true }),
    },
  ],
})

export const reviewRestraint = duty({
  ...its,
  id: 'review-restraint',
  must: 'Review the use of restraint there, and report it with the yearly report',
  arisesFrom: secureHere,
  dischargedBy: [restraintReported],
  cites: ['WT18-3.9-07'],
  editions: [
    {
      edition: 'wt2018',
      within: localPolicy('restraint-review', 'when restraint is reviewed'),
      force: 'should',
      source: wt2018.at("chapter 3, 'Reporting'"),
    },
  ],
})

export const yearlyReport = procedure({
  id: 'yearly-report',
  label: 'Yearly report',
  section: '3.9',
  caseKind: 'arrangements',
  leads: 'Safeguarding partners',
  takesPart: 'Relevant agencies; whoever scrutinises; children and families',
  opensWith: [turn(yearlyReportDrafted)],
  closesWith: [turn(yearlyReportPublished)],
  reach: 'line',
  facts: [
    yearlyReportDrafted,
    yearlyReportScrutinised,
    yearlyReportPublished,
    yearlyReportSent,
    secureHere,
    restraintReported,
  ],
  duties: [
    publishYearlyReport,
    publishNextYearlyReport,
    publishYearlyReportBySeptember,
    publishNextYearlyReportBySeptember,
    sendYearlyReport,
    scrutiniseYearlyReport,
    reviewRestraint,
  ],
  prompts: [
    promptFor(
      'WT18-3.9-09',
      yearlyReportPublished,
      'Most reports told what was done and not what it changed for children. Say what shows the difference.',
      'Analyses of yearly reports',
    ),
  ],
})
