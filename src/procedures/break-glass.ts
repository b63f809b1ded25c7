/**
 * A restricted record that somebody opened in an emergency, and its review on the next working day. No guidance asks for it: the
 * law on the security of personal data wants such an opening looked at, and each area says within how long. Both facts stand
 * apart from the rest of the record: who looks into a case is not for everybody who works on it.
 */
import { duty } from '../engine/duty.ts'
import { fact } from '../engine/fact.ts'
import { choice, narrative, optional, parties } from '../engine/field.ts'
import { caseKinds, procedure } from '../engine/procedure.ts'
import { localPolicy, workingDays } from '../guidance/limits.ts'
import { act } from '../guidance/sources.ts'

/** The name under which facts about access stand apart. */
export const ofAccess = 'access'

export const breakGlassUsed = fact('break-glass-used', {
  label: 'Restricted record opened in an emergency',
  happenedOn: 'When it was opened',
  time: 'asked',
  apart: ofAccess,
  fields: {
    scope: choice('What was needed', {
      responsible: { label: 'Who is responsible for the child, and where the child should be' },
      safety: { label: 'What is needed to keep the child safe now' },
      whole: { label: 'The whole record' },
    }),
    minutes: choice('For how long', { 15: '15 minutes', 30: '30 minutes', 60: '60 minutes' }, optional),
    told: parties('Who was told', 'post', optional),
    reason: narrative('Why it could not wait'),
  },
})

export const breakGlassReviewed = fact('break-glass-reviewed', {
  label: 'Emergency opening reviewed',
  happenedOn: 'Day of the review',
  apart: ofAccess,
  about: [breakGlassUsed.kind],
  fields: {
    outcome: choice('Outcome', {
      justified: 'Justified',
      'too-wide': 'Justified, and more was read than was needed',
      'not-needed': 'Not needed: somebody who may see the record could have been asked',
      'not-justified': 'Not justified: raised with the manager',
      breach: 'Not justified: handled as a personal data breach',
    }),
    words: narrative('What was found, and what follows'),
  },
})

export const reviewBreakGlass = duty({
  id: 'review-break-glass',
  who: 'Privacy officer',
  by: 'authority',
  must: 'Review that a restricted record was opened in an emergency',
  arisesFrom: breakGlassUsed,
  dischargedBy: [breakGlassReviewed],
  dischargedWhen: (review, opening) => review.about === opening.root,
  onlyOwn: true,
  outlivesDeath: true,
  outlivesClosing: true,
  outlivesChildhood: true,
  cites: [],
  editions: [
    {
      edition: 'wt2018',
      within: localPolicy('review-break-glass', 'reviewing what was opened in an emergency', workingDays(1)),
      force: 'should',
      source: act('UK GDPR', 'Article 32(1)(d), security of processing'),
    },
  ],
})

/** Looking into a restricted record without having been let in. */
export const breakGlass = procedure({
  id: 'break-glass',
  label: 'Restricted record opened in an emergency',
  section: '0',
  caseKind: caseKinds,
  leads: 'Privacy officer of the local authority',
  takesPart: 'Whoever opened the record, and who was told',
  opensWith: [],
  closesWith: [],
  facts: [breakGlassUsed, breakGlassReviewed],
  duties: [reviewBreakGlass],
  prompts: [],
})
