/** A review that the Panel holds itself: whoever reviews comes from its pool, and the Secretary of State has the report before the public. */
import { duty, type Line } from '../engine/duty.ts'
import { fact, type Statement } from '../engine/fact.ts'
import { choice, choices, day, narrative, optional, words, yesNo } from '../engine/field.ts'
import { procedure, turn } from '../engine/procedure.ts'
import { atLeast, localPolicy, months, promptly, workingDaysBefore } from '../guidance/limits.ts'
import { wt2018 } from '../guidance/sources.ts'
import { panelDecided } from './national-panel.ts'
import { promptFor } from './prompt-for.ts'

export const poolPublished = fact('reviewer-pool-published', {
  label: 'Pool of reviewers made public',
  happenedOn: 'Day from which the list is public',
  cites: ['WT18-4.9-01'],
  fields: { place: words('Where it is', optional), changes: narrative('Who came and who went', optional) },
})

export const poolMemberAdded = fact('reviewer-pool-member-added', {
  label: 'Reviewer taken into the pool',
  happenedOn: 'Day from which they are in it',
  about: [poolPublished.kind],
  fields: { name: words('Reviewer'), skills: narrative('What they bring', optional) },
})

export const poolMemberRemoved = fact('reviewer-pool-member-removed', {
  label: 'Reviewer taken out of the pool',
  happenedOn: 'Last day in the pool',
  about: [poolMemberAdded.kind],
  fields: { reasons: narrative('Why') },
})

export const nationalReviewerSelected = fact('national-reviewer-selected', {
  label: 'Reviewer of the national review selected',
  happenedOn: 'Day on which the Panel selected',
  about: [panelDecided.kind],
  fields: {
    name: words('Reviewer'),
    fromPool: yesNo('From the pool?', optional),
    whyOutside: narrative('If not from the pool: why nobody in it was available or suited', optional),
    conflict: yesNo('Is there a real or apparent conflict of interest?', optional),
  },
})

export const nationalReviewerConfirmed = fact('national-reviewer-confirmed', {
  label: 'Secretary of State confirmed the reviewer',
  happenedOn: 'Day of the confirmation',
  about: [nationalReviewerSelected.kind],
  fields: {},
})

export const nationalReviewerRemoved = fact('national-reviewer-removed', {
  label: 'Reviewer of the national review removed',
  happenedOn: 'Day of the removal',
  about: [nationalReviewerSelected.kind],
  fields: { reasons: narrative('Why') },
})

export const nationalReplacementConsidered = fact('national-replacement-considered', {
  label: 'Considered another reviewer for the national review',
  happenedOn: 'Day on which it was considered',
  about: [nationalReviewerRemoved.kind],
  fields: { outcome: choice('What was decided', { select: 'Another one is selected', none: 'Nobody else' }) },
})

export const nationalReviewChecked = fact('national-review-checked', {
  label: 'Progress and quality of the national review looked at',
  happenedOn: 'Day of the check',
  about: [nationalReviewerSelected.kind, panelDecided.kind],
  fields: { isOnTime: yesNo('Is it on time?', optional), note: narrative('What was found', optional) },
})

export const nationalReportFinished = fact('national-report-finished', {
  label: 'Report of the national review finished',
  happenedOn: 'Day on which the Panel had the final report',
  about: [panelDecided.kind],
  cites: ['WT18-4.9-06'],
  fields: {
    has: choices(
      'What the report has',
      { improvements: 'What should improve', reasons: 'The reasons beneath what was done and left undone' },
      optional,
    ),
  },
})

export const nationalPublicationPlanned = fact('national-publication-planned', {
  label: 'Publication of the national report planned',
  happenedOn: 'Day on which the day was set',
  about: [nationalReportFinished.kind, panelDecided.kind],
  fields: {
    plannedFor: day('Day of publication', { ahead: true }),
    what: choice('What is published', { full: 'The full report', improvements: 'What should improve' }, optional),
    effect: narrative('How those concerned are prepared for it', optional),
  },
})

export const nationalReportSent = fact('national-report-sent-to-secretary-of-state', {
  label: 'National report sent to the Secretary of State',
  happenedOn: 'Day on which it was there',
  about: [nationalPublicationPlanned.kind, nationalReportFinished.kind],
  fields: {},
})

export const nationalReviewPublished = fact('national-review-published', {
  label: 'National review published',
  happenedOn: 'Day of publication: it stays public for at least three years from here',
  about: [nationalPublicationPlanned.kind, nationalReportFinished.kind, panelDecided.kind],
  fields: { place: words('Where it is', optional) },
})

export const nationalReportShared = fact('national-report-shared', {
  label: 'Published national report sent out',
  happenedOn: 'Day on which it was sent',
  about: [nationalReviewPublished.kind],
  fields: {
    to: choices('To whom', {
      partners: 'The partners concerned',
      ofsted: 'Ofsted',
      cqc: 'The Care Quality Commission',
      constabulary: 'The inspectorate of constabulary and fire services',
    }),
  },
})

export const nationalReviewWithdrawn = fact('national-review-withdrawn', {
  label: 'Published national review taken down',
  happenedOn: 'Last day on which it was public',
  about: [nationalReviewPublished.kind],
  fields: { reasons: narrative('Why', optional) },
})

const report = "chapter 4, 'The Panel: expectations for the final report'"
const reviewers = 'chapter 4; SI 2018/789, regulations 4 and 5'
const its = { who: 'Child Safeguarding Practice Review Panel', by: 'panel' } as const
const isReview = ({ data }: { data: { readonly decision?: string } }) => data.decision === 'national-review'

// Regulation 4(3)-(5).
export const selectReviewer = duty({
  ...its,
  id: 'select-national-reviewer',
  must: 'Select a reviewer from the pool, or from elsewhere where nobody in it is available or suited',
  arisesFrom: panelDecided,
  when: isReview,
  dischargedBy: [nationalReviewerSelected],
  cites: ['WT18-4.9-02'],
  editions: [
    { edition: 'wt2018', within: promptly(), force: 'must', source: wt2018.at(reviewers, { confirmed: true }) },
  ],
})

export const recommendReviewer = duty({
  ...its,
  id: 'recommend-national-reviewer',
  must: 'Recommend the reviewer to the Secretary of State, who confirms',
  arisesFrom: nationalReviewerSelected,
  dischargedBy: [nationalReviewerConfirmed],
  cites: ['WT18-4.9-03'],
  editions: [
    { edition: 'wt2018', within: promptly(), force: 'must', source: wt2018.at(reviewers, { confirmed: true }) },
  ],
})

export const considerNationalReplacement = duty({
  ...its,
  id: 'consider-another-national-reviewer',
  must: 'Consider another reviewer',
  arisesFrom: nationalReviewerRemoved,
  dischargedBy: [nationalReplacementConsidered],
  cites: ['WT18-4.9-04'],
  editions: [
    { edition: 'wt2018', within: promptly(), force: 'must', source: wt2018.at(reviewers, { confirmed: true }) },
  ],
})

// Section 16B: progress and quality. No interval is given; the Panel sets one, and each check starts the next.
const supervising = {
  ...its,
  must: 'Supervise the review: that it moves on, is good, and that its report reaches the Secretary of State',
  dischargedBy: [nationalReviewChecked, nationalReportFinished],
  dischargedWhen: (fact: { root: string }, before: { root: string }) => fact.root !== before.root,
  lapsesOn: [nationalReviewerRemoved],
  cites: ['WT18-4.8-03'],
  editions: [
    {
      edition: 'wt2018',
      within: localPolicy('national-review-check', 'how often the Panel looks at a review'),
      force: 'must',
      source: wt2018.at('chapter 4; Children Act 2004, section 16B', { confirmed: true }),
    },
  ],
} as const

export const superviseNationalReview = duty({
  ...supervising,
  id: 'supervise-national-review',
  arisesFrom: nationalReviewerSelected,
})
export const superviseNationalReviewAgain = duty({
  ...supervising,
  id: 'supervise-national-review-again',
  must: 'Supervise the review further: look again whether it moves on and is good',
  arisesFrom: nationalReviewChecked,
  reach: 'line',
})

const publishing = {
  ...its,
  arisesFrom: panelDecided,
  when: isReview,
  dischargedBy: [nationalReviewPublished],
} as const

export const publishNationalReview = duty({
  ...publishing,
  id: 'publish-national-review',
  must: 'Publish the report, or what should improve',
  cites: ['WT18-4.9-07'],
  editions: [
    {
      edition: 'wt2018',
      within: promptly(),
      force: 'must',
      source: wt2018.at(`${report}; Children Act 2004, section 16B`, { confirmed: true }),
    },
  ],
})

// T4-NR-01.
export const publishNationalReviewInTime = duty({
  ...publishing,
  id: 'publish-national-review-in-six-months',
  must: 'Publish the report within six months of the decision to hold the review',
  cites: ['T4-NR-01'],
  editions: [{ edition: 'wt2018', within: months(6), force: 'should', source: wt2018.at(report) }],
})

type Planned = Statement<typeof nationalPublicationPlanned.fields>

// T4-NR-02. A day set again takes the place of the one before it.
export const sendNationalReport = duty({
  ...its,
  id: 'send-national-report-to-secretary-of-state',
  must: 'Send the report to the Secretary of State, seven working days before publication',
  arisesFrom: nationalPublicationPlanned,
  when: (planned: Planned, line: Line) => line.last(nationalPublicationPlanned)?.root === planned.root,
  reads: [nationalPublicationPlanned],
  countsFrom: ({ data }: Planned) => (data.plannedFor ? { day: data.plannedFor } : undefined),
  dischargedBy: [nationalReportSent],
  mayPrecede: true,
  reach: 'line',
  cites: ['WT18-4.9-08', 'T4-NR-02'],
  editions: [
    {
      edition: 'wt2018',
      within: workingDaysBefore(7, 'publication'),
      force: 'must',
      source: wt2018.at(`${report}; SI 2018/789, regulations 9 and 10`),
    },
  ],
})

// T4-NR-03: a floor.
export const keepNationalReviewPublic = duty({
  ...its,
  id: 'keep-national-review-public',
  must: 'Keep it public for at least three years',
  arisesFrom: nationalReviewPublished,
  dischargedBy: [nationalReviewWithdrawn],
  cites: ['WT18-4.9-10', 'T4-NR-03'],
  editions: [
    {
      edition: 'wt2018',
      within: atLeast(3, 'years'),
      force: 'must',
      source: wt2018.at(`${report}; SI 2018/789, regulation 10`),
    },
  ],
})

export const sendOutNationalReport = duty({
  ...its,
  id: 'send-out-national-report',
  must: 'Send the published report to the partners concerned and to the three inspectorates',
  arisesFrom: nationalReviewPublished,
  dischargedBy: [nationalReportShared],
  dischargedWhen: shared => ((shared.data as { to?: readonly string[] }).to ?? []).length === 4,
  cites: ['WT18-4.9-09'],
  editions: [{ edition: 'wt2018', within: promptly(), force: 'should', source: wt2018.at(report) }],
})

export const nationalReview = procedure({
  id: 'national-review',
  label: 'National review',
  section: '4.9',
  caseKind: 'national-review',
  leads: 'The Panel; whoever reviews',
  takesPart: 'Secretary of State, partners, agencies, family',
  opensWith: [turn(panelDecided, isReview)],
  closesWith: [turn(nationalReviewPublished)],
  reach: 'line',
  facts: [
    poolPublished,
    poolMemberAdded,
    poolMemberRemoved,
    nationalReviewerSelected,
    nationalReviewerConfirmed,
    nationalReviewerRemoved,
    nationalReplacementConsidered,
    nationalReviewChecked,
    nationalReportFinished,
    nationalPublicationPlanned,
    nationalReportSent,
    nationalReviewPublished,
    nationalReportShared,
    nationalReviewWithdrawn,
  ],
  duties: [
    selectReviewer,
    recommendReviewer,
    considerNationalReplacement,
    superviseNationalReview,
    superviseNationalReviewAgain,
    publishNationalReview,
    publishNationalReviewInTime,
    sendNationalReport,
    keepNationalReviewPublic,
    sendOutNationalReport,
  ],
  prompts: [
    promptFor(
      'WT18-4.9-05',
      nationalReviewerSelected,
      'Ask about conflicts of interest before you select; supervise as partners supervise a local review.',
      reviewers,
    ),
    promptFor(
      'WT18-4.9-11',
      nationalPublicationPlanned,
      'Plan with the partners how publication affects people, and share what should improve with those concerned while the review goes on.',
      report,
    ),
  ],
})
