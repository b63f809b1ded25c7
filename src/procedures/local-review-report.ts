/**
 * The report of a local review, and its publication. What is sent beforehand is counted back from the planned day: where that day
 * moves, the days before it move with it.
 */
import { duty, type Line } from '../engine/duty.ts'
import { dataOf, fact, type Statement } from '../engine/fact.ts'
import { choice, choices, narrative, optional } from '../engine/field.ts'
import { procedure, turn } from '../engine/procedure.ts'
import { atLeast, before, months, promptly, workingDaysBefore } from '../guidance/limits.ts'
import { wt2018 } from '../guidance/sources.ts'
import { followingDecision, localReviewDecided } from './local-review-decision.ts'
import { promptFor } from './prompt-for.ts'
import { rapidReviewFinished } from './rapid-review.ts'
import { publicationPlanned, reviewPublished, reviewReportFinished } from './review-report-facts.ts'

export const reportSentToPanel = fact('review-report-sent-to-panel', {
  label: 'Report sent to the Panel and the Secretary of State',
  happenedOn: 'Day on which both had it',
  about: [publicationPlanned.kind, reviewReportFinished.kind],
  fields: {},
})

export const reportSentToOfsted = fact('review-report-sent-to-ofsted', {
  label: 'Report sent to Ofsted',
  happenedOn: 'Day on which it was sent',
  about: [publicationPlanned.kind, reviewReportFinished.kind],
  fields: {},
})

export const familyToldOfReport = fact('review-report-told-before-publication', {
  label: 'What the report says told before it is public',
  happenedOn: 'Day on which they were told',
  about: [publicationPlanned.kind, reviewReportFinished.kind],
  fields: {
    told: choices('Who was told', { family: 'The family', practitioners: 'Practitioners of the review' }),
    note: narrative('How, and what they said', optional),
  },
})

export const publicationDelayed = fact('publication-delayed', {
  label: 'Report late, or not to be published',
  happenedOn: 'Day on which this was clear or decided',
  about: [localReviewDecided.kind, publicationPlanned.kind, rapidReviewFinished.kind],
  fields: {
    how: choice('What it is', { late: 'It will be late', 'not-published': 'It will not be published' }),
    reasons: narrative('Why: for example a trial or an inquest'),
  },
})

export const delayExplained = fact('publication-delay-explained', {
  label: 'Panel and Secretary of State told why',
  happenedOn: 'Day on which both were told',
  about: [publicationDelayed.kind],
  fields: { comments: narrative('What they said, and what was made of it', optional) },
})

export const publicationWithdrawn = fact('publication-withdrawn', {
  label: 'Published review taken down',
  happenedOn: 'Last day on which it was public',
  about: [reviewPublished.kind],
  fields: { reasons: narrative('Why', optional) },
})

const report = "chapter 4, 'Expectations for the final report'"
const partners = { who: 'Safeguarding partners', by: 'safeguarding-partners' } as const

// T4-LR-03. The law has a report published; the guidance says within which months.
const publishing = {
  ...partners,
  dischargedBy: [reviewPublished],
  lapsesOn: [publicationDelayed],
  lapsesWhen: (fact: Statement) => dataOf(publicationDelayed, fact)?.how === 'not-published',
} as const

export const [publishLocalReview, publishLocalReviewFromRapidReview] = followingDecision({
  ...publishing,
  id: 'publish-local-review',
  must: 'Publish the report, or what should improve, with the reviewer’s name',
  cites: ['WT18-4.6-03'],
  editions: [{ edition: 'wt2018', within: promptly(), force: 'must', source: wt2018.at(`${report}; SI 2018/789`) }],
})

export const [publishLocalReviewInTime, publishLocalReviewInTimeFromRapidReview] = followingDecision({
  ...publishing,
  id: 'publish-local-review-in-six-months',
  must: 'Publish the report as soon as possible, within six months of the decision to hold the review',
  cites: ['WT18-4.6-04', 'T4-LR-03'],
  editions: [{ edition: 'wt2018', within: months(6), force: 'should', source: wt2018.at(report, { confirmed: true }) }],
})

type Planned = Statement<typeof publicationPlanned.fields>

/** A day set again takes the place of the one before it. */
function isCurrent(planned: Planned, line: Line): boolean {
  const last = line.last(publicationPlanned)
  return last?.root === planned.root
}

const beforehand = {
  ...partners,
  arisesFrom: publicationPlanned,
  when: isCurrent,
  reads: [publicationPlanned],
  countsFrom: ({ data }: Planned) => (data.plannedFor ? { day: data.plannedFor } : undefined),
  mayPrecede: true,
  reach: 'line',
} as const

// T4-LR-04.
export const sendReportToPanel = duty({
  ...beforehand,
  id: 'send-review-report-to-panel',
  must: 'Send the report to the Panel and the Secretary of State, seven working days before publication',
  dischargedBy: [reportSentToPanel],
  cites: ['WT18-4.6-05', 'T4-LR-04'],
  editions: [
    {
      edition: 'wt2018',
      within: workingDaysBefore(7, 'publication'),
      force: 'must',
      source: wt2018.at(`${report}; SI 2018/789, regulations 15 to 17`),
    },
  ],
})

// T4-LR-05.
export const sendReportToOfsted = duty({
  ...beforehand,
  id: 'send-review-report-to-ofsted',
  must: 'Send the report to Ofsted, seven working days before publication',
  dischargedBy: [reportSentToOfsted],
  cites: ['T4-LR-05'],
  editions: [
    { edition: 'wt2018', within: workingDaysBefore(7, 'publication'), force: 'should', source: wt2018.at(report) },
  ],
})

// Annex B: the family hears of it before the public does.
export const tellFamilyOfReport = duty({
  ...beforehand,
  id: 'tell-family-of-report',
  must: 'Tell the family what the report says, before it is public',
  dischargedBy: [familyToldOfReport],
  dischargedWhen: fact => dataOf(familyToldOfReport, fact)?.told?.includes('family') ?? false,
  cites: ['WT18-4.6-07'],
  editions: [{ edition: 'wt2018', within: before('publication'), force: 'should', source: wt2018.at(report) }],
})

// T4-LR-06: a floor.
export const keepLocalReviewPublic = duty({
  ...partners,
  id: 'keep-local-review-public',
  must: 'Keep it public for at least a year',
  arisesFrom: reviewPublished,
  dischargedBy: [publicationWithdrawn],
  cites: ['WT18-4.6-06', 'T4-LR-06'],
  editions: [
    { edition: 'wt2018', within: atLeast(1, 'years'), force: 'must', source: wt2018.at(`${report}; SI 2018/789`) },
  ],
})

// T4-LR-09.
export const explainDelay = duty({
  ...partners,
  id: 'explain-late-publication',
  must: 'Explain to the Panel and the Secretary of State why it is late or will not be published',
  arisesFrom: publicationDelayed,
  dischargedBy: [delayExplained],
  cites: ['WT18-4.6-08', 'T4-LR-09'],
  editions: [{ edition: 'wt2018', within: promptly('when it happens'), force: 'should', source: wt2018.at(report) }],
})

export const localReviewReport = procedure({
  id: 'local-review-report',
  label: 'Report and publication of a local review',
  section: '4.6',
  caseKind: 'incident',
  leads: 'Safeguarding partners',
  takesPart: 'The reviewer; family and practitioners, who know it before it is public',
  opensWith: [turn(reviewReportFinished), turn(publicationPlanned)],
  closesWith: [turn(reviewPublished), turn(publicationDelayed, one => one.data.how === 'not-published')],
  reach: 'line',
  facts: [
    reviewReportFinished,
    publicationPlanned,
    reportSentToPanel,
    reportSentToOfsted,
    familyToldOfReport,
    publicationDelayed,
    delayExplained,
    reviewPublished,
    publicationWithdrawn,
  ],
  duties: [
    publishLocalReview,
    publishLocalReviewFromRapidReview,
    publishLocalReviewInTime,
    publishLocalReviewInTimeFromRapidReview,
    sendReportToPanel,
    sendReportToOfsted,
    tellFamilyOfReport,
    keepLocalReviewPublic,
    explainDelay,
  ],
  prompts: [
    promptFor(
      'WT18-4.6-07',
      publicationPlanned,
      'Think of what this day will be like for the child, the family and those who worked with them, and who tells them first.',
      report,
    ),
  ],
})
