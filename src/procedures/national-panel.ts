/** What the national Panel does with a rapid review: weigh it, answer those who sent it, and say so where it starts a review. */
import { duty } from '../engine/duty.ts'
import { fact } from '../engine/fact.ts'
import { choice, choices, narrative, optional, words } from '../engine/field.ts'
import { procedure, turn } from '../engine/procedure.ts'
import { promptly } from '../guidance/limits.ts'
import { wt2018 } from '../guidance/sources.ts'
import { promptFor } from './prompt-for.ts'

export const rapidReviewReceived = fact('rapid-review-received', {
  label: 'Rapid review received by the Panel',
  happenedOn: 'Day on which it came',
  fields: {
    from: words('Partners who sent it'),
    number: words('Reference of the notification', optional),
    said: narrative('What they decided for themselves, and what they ask', optional),
  },
})

export const panelDecided = fact('panel-decided', {
  label: 'Decision of the Panel',
  happenedOn: 'Day of the decision: a national review’s six months count from here',
  about: [rapidReviewReceived.kind],
  cites: ['WT18-4.8-04', 'WT18-4.8-05'],
  fields: {
    decision: choice('What was decided', {
      'national-review': 'A national review is held',
      'no-national-review': 'No national review',
      'more-information': 'More information is needed first',
      'suggests-local-review': 'A local review is suggested',
    }),
    criteria: choices(
      'Criteria that the case meets or may meet',
      {
        improvements: 'It shows, or may show, that something must improve',
        law: 'The law or the guidance may have to change',
        themes: 'It shows, or may show, what keeps coming back',
      },
      optional,
    ),
    circumstances: choices(
      'What else was weighed',
      {
        'not-at-school': 'A child educated elsewhere than at school',
        care: 'A child in care, on a plan or lately on one',
        'many-kinds': 'Several kinds of abuse, trafficking among them',
        institution: 'Something in an institution',
      },
      optional,
    ),
    reasons: narrative('Why'),
  },
})

export const partnersAnswered = fact('partners-answered-by-panel', {
  label: 'Partners told what the Panel decided',
  happenedOn: 'Day on which they were told',
  about: [panelDecided.kind, rapidReviewReceived.kind],
  fields: { words: narrative('What they were told', optional) },
})

export const panelDecisionTold = fact('panel-decision-told', {
  label: 'Others told what the Panel decided',
  happenedOn: 'Day on which they were told',
  about: [panelDecided.kind],
  fields: {
    told: choices('Who was told', { 'secretary-of-state': 'The Secretary of State', family: 'The family' }),
  },
})

const panel = "chapter 4, 'Guidance for the national Panel'"
const its = { who: 'Child Safeguarding Practice Review Panel', by: 'panel' } as const
const toldOf = (who: string) => (fact: { data: unknown }) =>
  ((fact.data as { told?: readonly string[] }).told ?? []).includes(who)

// WT18-4.8-02: section 16B. The Panel looks at each that comes.
export const decideOnRapidReview = duty({
  ...its,
  id: 'decide-on-rapid-review',
  must: 'Decide whether its issues are complex or matter nationally, and whether it is to be reviewed',
  arisesFrom: rapidReviewReceived,
  dischargedBy: [panelDecided],
  cites: ['WT18-4.8-02'],
  editions: [
    {
      edition: 'wt2018',
      within: promptly(),
      force: 'must',
      source: wt2018.at('chapter 4; Children Act 2004, section 16B', { confirmed: true }),
    },
  ],
})

// T4-NP-01. The "ten days" of one area are nobody's limit.
export const answerPartners = duty({
  ...its,
  id: 'tell-partners-of-panel-decision',
  must: 'Tell the partners whether a national review is right, and why, or what more is needed',
  arisesFrom: rapidReviewReceived,
  dischargedBy: [partnersAnswered],
  cites: ['WT18-4.8-09', 'T4-NP-01'],
  editions: [{ edition: 'wt2018', within: promptly(), force: 'should', source: wt2018.at(panel) }],
})

// T4-NP-03.
export const tellSecretaryOfState = duty({
  ...its,
  id: 'tell-secretary-of-state-of-national-review',
  must: 'Tell the Secretary of State that a national review is held',
  arisesFrom: panelDecided,
  when: ({ data }) => data.decision === 'national-review',
  dischargedBy: [panelDecisionTold],
  dischargedWhen: toldOf('secretary-of-state'),
  cites: ['WT18-4.8-09', 'T4-NP-03'],
  editions: [{ edition: 'wt2018', within: promptly('when it happens'), force: 'should', source: wt2018.at(panel) }],
})

export const tellFamilyOfNationalReview = duty({
  ...its,
  id: 'tell-family-of-panel-decision',
  must: 'Tell the family what the Panel decided',
  arisesFrom: panelDecided,
  when: ({ data }) => data.decision === 'national-review',
  dischargedBy: [panelDecisionTold],
  dischargedWhen: toldOf('family'),
  cites: ['WT18-4.8-09'],
  editions: [{ edition: 'wt2018', within: promptly(), force: 'should', source: wt2018.at(panel) }],
})

export const nationalPanel = procedure({
  id: 'national-panel',
  label: 'The Panel’s answer to a rapid review',
  section: '4.8',
  caseKind: 'national-review',
  leads: 'Chair and members of the Panel',
  takesPart: 'Safeguarding partners; the Secretary of State; the secretariat',
  opensWith: [turn(rapidReviewReceived)],
  closesWith: [turn(panelDecided, one => one.data.decision !== 'more-information')],
  facts: [rapidReviewReceived, panelDecided, partnersAnswered, panelDecisionTold],
  duties: [decideOnRapidReview, answerPartners, tellSecretaryOfState, tellFamilyOfNationalReview],
  prompts: [
    promptFor(
      'WT18-4.8-06',
      panelDecided,
      'Look at it together with other notifications, rapid and local reviews, inspections and research.',
      panel,
    ),
    promptFor(
      'WT18-4.8-08',
      panelDecided,
      'Talk with the partners about scope and method, and about how you will deal with them and with those concerned.',
      panel,
    ),
    promptFor(
      'WT18-4.8-07',
      partnersAnswered,
      'Keep the conversation open: how well reviews work, nationally and there, is yours to watch.',
      panel,
    ),
  ],
})
