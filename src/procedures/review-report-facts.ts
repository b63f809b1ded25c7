/** What both the report of a local review and what comes before it speak of. */
import { fact } from '../engine/fact.ts'
import { choice, choices, day, narrative, optional, words } from '../engine/field.ts'

export const reviewReportFinished = fact('review-report-finished', {
  label: 'Report of the local review finished',
  happenedOn: 'Day on which the partners had the final report',
  about: ['local-review-decided', 'rapid-review-finished'],
  cites: ['WT18-4.6-01', 'WT18-4.6-02'],
  fields: {
    has: choices(
      'What the report has',
      {
        improvements: 'A summary of what should improve here',
        reasons: 'An analysis of the reasons beneath what was done and left undone',
        who: 'For each recommendation who does what by when, and to what end',
        reviewer: 'The reviewer’s name',
      },
      optional,
    ),
    note: narrative('What was changed to spare a child or an adult at risk', optional),
  },
})

export const publicationPlanned = fact('publication-planned', {
  label: 'Publication of the review planned',
  // Since shape 2 it asks why a day was set again.
  shape: 2,
  lifts: { 1: data => data },
  happenedOn: 'Day on which the day was set',
  about: ['review-report-finished', 'local-review-decided', 'rapid-review-finished'],
  fields: {
    plannedFor: day('Day of publication', { ahead: true }),
    what: choice(
      'What is published',
      { full: 'The full report', improvements: 'What should improve, and not the report' },
      optional,
    ),
    whyThen: narrative('If the day was set again: why', optional),
    reasons: narrative('If not the full report: why', optional),
    effect: narrative('How child, family and practitioners are prepared for it', optional),
  },
})

export const reviewPublished = fact('review-published', {
  label: 'Local review published',
  // Since shape 2 it asks for the names that were used, and until when it stays public.
  shape: 2,
  lifts: { 1: data => data },
  happenedOn: 'Day of publication: it stays public for at least a year from here',
  about: ['publication-planned', 'review-report-finished', 'local-review-decided', 'rapid-review-finished'],
  fields: {
    what: choice('What was published', { full: 'The full report', improvements: 'What should improve' }, optional),
    place: words('Where it is', optional),
    until: day('Public until', { ...optional, ahead: true }),
    names: narrative('Names that stand for the people in it', optional),
  },
})
