/** Does it work? Training and what it changes, audits across agencies, figures, and a second look at what reviews asked for. */
import { duty } from '../engine/duty.ts'
import { fact } from '../engine/fact.ts'
import { choice, choices, narrative, optional, parties, words, yesNo } from '../engine/field.ts'
import { procedure, turn } from '../engine/procedure.ts'
import { localPolicy } from '../guidance/limits.ts'
import { wt2018 } from '../guidance/sources.ts'
import { arrangementsStarted } from './arrangements-publication.ts'
import { promptFor } from './prompt-for.ts'

export const trainingHeld = fact('multi-agency-training-held', {
  label: 'Training for several agencies held',
  happenedOn: 'Day of the training',
  about: [arrangementsStarted.kind],
  fields: {
    course: words('Course'),
    agencies: parties('Agencies whose people came', 'agency', optional),
    gaps: narrative('Who is still missing, by role', optional),
  },
})

export const trainingJudged = fact('multi-agency-training-judged', {
  label: 'Effect of the training judged',
  happenedOn: 'Day on which it was judged',
  about: [trainingHeld.kind],
  fields: {
    effect: choice(
      'What it changed',
      { practice: 'What people do', knowledge: 'What people know', nothing: 'Nothing that shows' },
      optional,
    ),
    evidence: narrative('What shows it', optional),
  },
})

export const effectivenessJudged = fact('effectiveness-judged', {
  label: 'Effectiveness of the arrangements judged',
  happenedOn: 'Day on which the partners looked at it',
  about: [arrangementsStarted.kind],
  fields: {
    from: choices(
      'From what',
      {
        figures: 'Figures and intelligence',
        audits: 'Audits across agencies',
        s11: 'What agencies say of their section 11 duties',
        voices: 'Children, families, practitioners',
      },
      optional,
    ),
    found: narrative('What was found, and for whom it works less well', optional),
  },
})

export const auditHeld = fact('multi-agency-audit-held', {
  label: 'Audit across agencies held',
  happenedOn: 'Day of the audit',
  about: [arrangementsStarted.kind],
  fields: {
    theme: words('Theme'),
    ofReviews: yesNo('Is it about what reviews asked for?', optional),
    found: narrative('What was found, and what is done', optional),
  },
})

const monitoring = "chapter 3, monitoring and 'Reporting'"
const its = { who: 'Safeguarding partners', by: 'safeguarding-partners' } as const

const judging = {
  ...its,
  must: 'Judge how effective the arrangements are, from figures, audits and what agencies say, training included',
  dischargedBy: [effectivenessJudged],
  dischargedWhen: (fact: { root: string }, before: { root: string }) => fact.root !== before.root,
  cites: ['WT18-3.11-01', 'WT18-3.12-01'],
  editions: [
    {
      edition: 'wt2018',
      within: localPolicy('effectiveness', 'how often the partners judge how effective they are'),
      force: 'should',
      source: wt2018.at(monitoring, { confirmed: true }),
    },
  ],
} as const

export const judgeEffectiveness = duty({ ...judging, id: 'judge-effectiveness', arisesFrom: arrangementsStarted })
export const judgeEffectivenessAgain = duty({
  ...judging,
  id: 'judge-effectiveness-again',
  must: 'Judge again how effective the arrangements are',
  arisesFrom: effectivenessJudged,
  reach: 'line',
})

export const judgeTraining = duty({
  ...its,
  id: 'judge-training',
  must: 'Judge what the training changed',
  arisesFrom: trainingHeld,
  dischargedBy: [trainingJudged],
  cites: ['WT18-3.11-01'],
  editions: [
    {
      edition: 'wt2018',
      within: localPolicy('training-judged', 'when the effect of training is judged'),
      force: 'should',
      source: wt2018.at(monitoring, { confirmed: true }),
    },
  ],
})

const auditing = {
  ...its,
  must: 'Audit what became of the improvements that reviews asked for',
  dischargedBy: [auditHeld],
  dischargedWhen: (fact: { root: string; data: unknown }, before: { root: string }) =>
    fact.root !== before.root && (fact.data as { ofReviews?: boolean }).ofReviews === true,
  cites: ['WT18-3.12-02'],
  editions: [
    {
      edition: 'wt2018',
      within: localPolicy('review-audit', 'how often the partners audit what reviews asked for'),
      force: 'should',
      source: wt2018.at(monitoring),
    },
  ],
} as const

export const auditImprovements = duty({ ...auditing, id: 'audit-improvements', arisesFrom: arrangementsStarted })
export const auditImprovementsAgain = duty({
  ...auditing,
  id: 'audit-improvements-again',
  must: 'Audit again what became of the improvements that reviews asked for',
  arisesFrom: auditHeld,
  when: ({ data }) => data.ofReviews === true,
  reach: 'line',
})

export const effectiveness = procedure({
  id: 'effectiveness',
  label: 'Training and effectiveness',
  section: '3.12',
  caseKind: 'arrangements',
  leads: 'Safeguarding partners',
  takesPart: 'Relevant agencies',
  opensWith: [turn(arrangementsStarted)],
  closesWith: [],
  facts: [trainingHeld, trainingJudged, effectivenessJudged, auditHeld],
  duties: [judgeEffectiveness, judgeEffectivenessAgain, judgeTraining, auditImprovements, auditImprovementsAgain],
  prompts: [
    promptFor(
      'WT18-3.11-03',
      trainingHeld,
      'Training together shows local need and how to work together. What one agency’s own people need to know is its employer’s duty.',
      monitoring,
    ),
  ],
})
