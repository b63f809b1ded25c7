/** How a local review is made: what happened, why it made sense at the time, and nobody blamed for what was done in good faith. */
import { duty } from '../engine/duty.ts'
import { fact } from '../engine/fact.ts'
import { choices, narrative, optional, parties, words } from '../engine/field.ts'
import { procedure, turn } from '../engine/procedure.ts'
import { promptly } from '../guidance/limits.ts'
import { wt2018 } from '../guidance/sources.ts'
import { followingDecision, localReviewDecided } from './local-review-decision.ts'
import { reviewerAppointed } from './local-review-supervision.ts'
import { promptFor } from './prompt-for.ts'
import { rapidReviewFinished } from './rapid-review.ts'
import { reviewPublished } from './review-report-facts.ts'

export const methodAgreed = fact('review-method-agreed', {
  label: 'Method of the review agreed',
  happenedOn: 'Day on which it was agreed with the reviewer',
  about: [localReviewDecided.kind, reviewerAppointed.kind, rapidReviewFinished.kind],
  fields: { method: narrative('How the review is made, and why that fits this case') },
})

export const familyInvited = fact('family-invited-to-review', {
  label: 'Family invited to take part in the review',
  happenedOn: 'Day of the invitation',
  about: [localReviewDecided.kind, reviewerAppointed.kind, rapidReviewFinished.kind],
  fields: {
    who: choices('Who was invited', {
      parents: 'Parents',
      children: 'Brothers and sisters, and other children',
      others: 'Others of the family',
    }),
    answer: narrative('What they answered, and what was explained to them', optional),
  },
})

export const practitionersMet = fact('practitioners-met-for-review', {
  label: 'Practitioners met for the review',
  happenedOn: 'Day of the meeting',
  about: [localReviewDecided.kind, reviewerAppointed.kind, rapidReviewFinished.kind],
  fields: {
    agencies: parties('Agencies whose people came', 'agency', optional),
    note: narrative('What they said', optional),
  },
})

export const improvementFound = fact('improvement-point-found', {
  label: 'Point for improvement found during the review',
  happenedOn: 'Day on which it was seen',
  about: [localReviewDecided.kind, reviewerAppointed.kind, rapidReviewFinished.kind],
  fields: { point: narrative('What should change'), owner: words('Who can change it', optional) },
})

export const improvementActedOn = fact('improvement-point-acted-on', {
  label: 'Point for improvement acted on and shared',
  happenedOn: 'Day on which it was done',
  about: [improvementFound.kind],
  fields: { done: narrative('What was done, and with whom it was shared; or why it has to wait', optional) },
})

const doing = "chapter 4, 'Local and national reviews: expectations for the final report' and 'Methodology'"
const reviewing = {
  who: 'Safeguarding partners, with the reviewer',
  by: 'safeguarding-partners',
  lapsesOn: [reviewPublished],
} as const

export const [agreeMethod, agreeMethodFromRapidReview] = followingDecision({
  ...reviewing,
  id: 'agree-review-method',
  must: 'Agree with the reviewer how the review is made',
  dischargedBy: [methodAgreed],
  cites: ['WT18-4.5-01'],
  editions: [{ edition: 'wt2018', within: promptly(), force: 'should', source: wt2018.at(doing) }],
})

export const [involvePractitioners, involvePractitionersFromRapidReview] = followingDecision({
  ...reviewing,
  id: 'involve-practitioners-in-review',
  must: 'Involve the practitioners fully, without fear of blame for what was done in good faith',
  dischargedBy: [practitionersMet],
  cites: ['WT18-4.5-03'],
  editions: [{ edition: 'wt2018', within: promptly(), force: 'should', source: wt2018.at(doing) }],
})

export const [inviteFamily, inviteFamilyFromRapidReview] = followingDecision({
  ...reviewing,
  id: 'invite-family-to-review',
  must: 'Invite the family, other children included, and explain what becomes of what they say',
  dischargedBy: [familyInvited],
  cites: ['WT18-4.5-04'],
  editions: [{ edition: 'wt2018', within: promptly(), force: 'should', source: wt2018.at(doing) }],
})

// T4-LR-07. One for each point that was found.
export const actOnImprovement = duty({
  id: 'act-on-improvement-point',
  who: 'Safeguarding partners',
  by: 'safeguarding-partners',
  must: 'Act on the point and share it, without waiting for the report',
  arisesFrom: improvementFound,
  dischargedBy: [improvementActedOn],
  cites: ['WT18-4.5-05', 'T4-LR-07'],
  editions: [{ edition: 'wt2018', within: promptly('without delay'), force: 'should', source: wt2018.at(doing) }],
})

export const localReviewConduct = procedure({
  id: 'local-review-conduct',
  label: 'Conducting a local review',
  section: '4.5',
  caseKind: 'incident',
  leads: 'The reviewer, supervised by the safeguarding partners',
  takesPart: 'Practitioners, family, surviving children, agencies',
  opensWith: [turn(reviewerAppointed)],
  closesWith: [turn(reviewPublished)],
  reach: 'line',
  facts: [methodAgreed, familyInvited, practitionersMet, improvementFound, improvementActedOn],
  duties: [
    agreeMethod,
    agreeMethodFromRapidReview,
    involvePractitioners,
    involvePractitionersFromRapidReview,
    inviteFamily,
    inviteFamilyFromRapidReview,
    actOnImprovement,
  ],
  prompts: [
    promptFor(
      'WT18-4.5-02',
      methodAgreed,
      'The child’s own view and the family’s life run through the whole review, and not through one chapter of it.',
      doing,
    ),
  ],
})
