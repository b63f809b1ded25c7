/** Choosing whoever reviews, and keeping the review on its way: its time, its quality, and another reviewer where one has to go. */
import { duty } from '../engine/duty.ts'
import { fact } from '../engine/fact.ts'
import { choice, choices, day, narrative, optional, words, yesNo } from '../engine/field.ts'
import { procedure, turn } from '../engine/procedure.ts'
import { localPolicy, promptly } from '../guidance/limits.ts'
import { wt2018 } from '../guidance/sources.ts'
import { followingDecision, localReviewDecided } from './local-review-decision.ts'
import { promptFor } from './prompt-for.ts'
import { rapidReviewFinished } from './rapid-review.ts'
import { reviewPublished } from './review-report-facts.ts'

export const reviewerAppointed = fact('reviewer-appointed', {
  label: 'Reviewer appointed',
  happenedOn: 'Day of the appointment',
  about: [localReviewDecided.kind, rapidReviewFinished.kind],
  cites: ['WT18-4.4-02'],
  fields: {
    name: words('Reviewer'),
    strengths: choices(
      'What the reviewer brings',
      {
        practice: 'Professional knowledge, and a way with practitioners, children and families',
        research: 'Knowledge of research',
        complexity: 'An eye for how agencies work together',
        hindsight: 'Judging what was done as it looked at the time',
        writing: 'Writing clearly',
      },
      optional,
    ),
    conflict: yesNo('Is there a real or apparent conflict of interest?', optional),
    endsOn: day('Agreed end', { ...optional, ahead: true }),
    terms: narrative('Terms', optional),
  },
})

export const reviewChecked = fact('review-checked', {
  label: 'Progress and quality of the review looked at',
  happenedOn: 'Day of the check',
  about: [reviewerAppointed.kind],
  fields: {
    isOnTime: yesNo('Is it on time?', optional),
    quality: choice('Quality', { good: 'Good', mend: 'Something has to change', poor: 'Not good enough' }, optional),
    asked: narrative('What the reviewer was asked for in writing', optional),
    note: narrative('What was found', optional),
  },
})

export const reviewerRemoved = fact('reviewer-removed', {
  label: 'Reviewer removed',
  happenedOn: 'Day of the removal',
  about: [reviewerAppointed.kind],
  fields: { reasons: narrative('Why') },
})

export const replacementConsidered = fact('replacement-of-reviewer-considered', {
  label: 'Considered appointing another reviewer',
  happenedOn: 'Day on which it was considered',
  about: [reviewerRemoved.kind],
  fields: {
    outcome: choice('What was decided', { appoint: 'Another one is appointed', none: 'Nobody else is appointed' }),
    reasons: narrative('Why', optional),
  },
})

const commissioning =
  "chapter 4, 'Commissioning a reviewer or reviewers for a local child safeguarding practice review'"

export const [appointReviewer, appointReviewerFromRapidReview] = followingDecision({
  id: 'appoint-reviewer',
  who: 'Safeguarding partners',
  by: 'safeguarding-partners',
  must: 'Appoint whoever reviews, and supervise the review',
  dischargedBy: [reviewerAppointed],
  cites: ['WT18-4.4-01'],
  editions: [
    { edition: 'wt2018', within: promptly(), force: 'should', source: wt2018.at(commissioning, { confirmed: true }) },
  ],
})

const checking = {
  who: 'Safeguarding partners',
  by: 'safeguarding-partners',
  must: 'Look at the time that the review takes and at its quality',
  dischargedBy: [reviewChecked, reviewPublished],
  lapsesOn: [reviewerRemoved],
  dischargedWhen: (fact: { root: string }, before: { root: string }) => fact.root !== before.root,
  cites: ['WT18-4.4-03', 'T4-LR-02'],
  editions: [
    {
      edition: 'wt2018',
      within: localPolicy('T4-LR-02', 'how often a review’s progress and quality are looked at'),
      force: 'must',
      source: wt2018.at('chapter 4; SI 2018/789, regulation 14(1)', { confirmed: true }),
    },
  ],
} as const

// T4-LR-02: "regular intervals"; the area says how long one is.
export const checkReview = duty({ ...checking, id: 'look-at-review', arisesFrom: reviewerAppointed })
export const checkReviewAgain = duty({
  ...checking,
  id: 'look-at-review-again',
  must: 'Look again at the time that the review takes and at its quality',
  arisesFrom: reviewChecked,
  reach: 'line',
})

// Regulations 12 and 13, by parallel with regulation 5.
export const considerReplacement = duty({
  id: 'consider-another-reviewer',
  who: 'Safeguarding partners',
  by: 'safeguarding-partners',
  must: 'Consider appointing another reviewer',
  arisesFrom: reviewerRemoved,
  dischargedBy: [replacementConsidered],
  cites: ['WT18-4.4-04'],
  editions: [
    {
      edition: 'wt2018',
      within: promptly(),
      force: 'must',
      source: wt2018.at('chapter 4; SI 2018/789, regulations 12 and 13'),
    },
  ],
})

export const localReviewSupervision = procedure({
  id: 'local-review-supervision',
  label: 'Commissioning and supervising a review',
  section: '4.4',
  caseKind: 'incident',
  leads: 'Safeguarding partners',
  takesPart: 'The reviewer; agencies',
  opensWith: [
    turn(localReviewDecided, one => one.data.decision === 'local-review'),
    turn(rapidReviewFinished, one => one.data.localReview === 'local-review'),
  ],
  closesWith: [turn(reviewPublished), turn(localReviewDecided, one => one.data.decision !== 'local-review')],
  reach: 'line',
  facts: [reviewerAppointed, reviewChecked, reviewerRemoved, replacementConsidered],
  duties: [appointReviewer, appointReviewerFromRapidReview, checkReview, checkReviewAgain, considerReplacement],
  prompts: [
    promptFor(
      'WT18-4.4-05',
      reviewerAppointed,
      'Where proceedings run alongside, follow the guidance for judges on their part in reviews.',
      commissioning,
    ),
  ],
})
