/** The first hours after a child has died: care for the family, and four decisions that everything later depends on. */
import { duty } from '../engine/duty.ts'
import { fact } from '../engine/fact.ts'
import { choice, choices, narrative, optional, words, yesNo } from '../engine/field.ts'
import { procedure, turn } from '../engine/procedure.ts'
import { hours, promptly } from '../guidance/limits.ts'
import { cdr2018, wt2018 } from '../guidance/sources.ts'
import { childDied } from './people.ts'
import { promptFor } from './prompt-for.ts'

/** What calls for a joint agency response, by the letters of the specification. */
export const responseTriggers = {
  external: 'An external cause, certain or possible',
  sudden: 'Sudden, and nothing explains it at first',
  custody: 'In custody, or detained under the Mental Health Act',
  unnatural: 'Something points to a death that was not natural',
  stillbirth: 'A stillbirth that no healthcare professional attended',
} as const

export const immediateDecisionsTaken = fact('immediate-decisions-taken', {
  label: 'First decisions after the death taken',
  happenedOn: 'When all four were taken',
  time: 'asked',
  about: [childDied.kind],
  // Shape 1 asked whether there is a worry about care, and not what follows from it.
  shape: 2,
  lifts: { 1: data => data },
  fields: {
    response: choices(
      'What calls for a joint agency response: none ticked, none is needed',
      responseTriggers,
      optional,
    ),
    cause: choice(
      'Cause of death',
      { certificate: 'A certificate can be issued', coroner: 'The coroner is told' },
      optional,
    ),
    care: yesNo('Is there a worry about the care or service given?', optional),
    careNext: choices(
      'If there is a worry: what is needed',
      {
        incident: 'The organisation’s own process for serious incidents',
        referral: 'A referral',
        neither: 'Neither, for the reasons given below',
      },
      optional,
    ),
    place: words('Where the child died or was found', optional),
    support: narrative('How the family is cared for, and what it was told', optional),
    reasons: narrative('Why each was decided so, and who was there', optional),
  },
})

export const keyWorkerNamed = fact('key-worker-named', {
  label: 'Key worker named for the family',
  happenedOn: 'Day on which the family knew whom to ring',
  about: [childDied.kind],
  cites: ['WT18-5.11-02'],
  fields: {
    name: words('Key worker'),
    contact: words('How to reach the key worker', optional),
    cover: words('Who covers in absence', optional),
  },
})

export const familyGuideOffered = fact('bereavement-guide-offered', {
  label: 'Guide for bereaved families offered',
  happenedOn: 'Day on which it was offered',
  about: [childDied.kind],
  fields: { toWhom: narrative('To whom, parents who live apart included', optional) },
})

const deciding = 'chapter 2, immediate decision making'

// T5C-IMM-01: about one to two hours. Where it was not possible: as soon as it is, and why is recorded.
export const takeImmediateDecisions = duty({
  id: 'take-immediate-decisions',
  who: 'Senior attending clinician, with the police and others there',
  by: 'owner',
  must: 'Take the four decisions: how to support the family, whether a joint response is called for, certificate or coroner, any worry about care',
  arisesFrom: childDied,
  dischargedBy: [immediateDecisionsTaken],
  reach: 'case',
  cites: ['WT18-5.4-01', 'T5C-IMM-01'],
  editions: [{ edition: 'cdr2018', within: hours(2), force: 'should', source: cdr2018.at(deciding) }],
})

// T5C-FAM-01.
export const nameKeyWorker = duty({
  id: 'name-key-worker',
  who: 'The organisation where the death was declared',
  by: 'owner',
  must: 'Name a key worker for the family, and tell the designated doctor',
  arisesFrom: childDied,
  dischargedBy: [keyWorkerNamed],
  reach: 'case',
  cites: ['WT18-5.4-02', 'WT18-5.11-02', 'T5C-FAM-01'],
  editions: [
    {
      edition: 'cdr2018',
      within: promptly('immediately'),
      force: 'should',
      source: cdr2018.at('chapter 6, key worker'),
    },
  ],
})

// T5-FAM-01. Late, with an apology, is better than not.
export const offerFamilyGuide = duty({
  id: 'offer-bereavement-guide',
  who: 'Whoever cares for the family, or the key worker',
  by: 'owner',
  must: 'Offer the family the guide “When a Child Dies”',
  arisesFrom: childDied,
  dischargedBy: [familyGuideOffered],
  reach: 'case',
  cites: ['WT18-5.4-03', 'WT18-5.11-01', 'T5-FAM-01'],
  editions: [
    {
      edition: 'wt2018',
      within: promptly('immediately'),
      force: 'should',
      source: wt2018.at('chapter 5, paragraph 4', { confirmed: true }),
    },
  ],
})

export const immediateDecisions = procedure({
  id: 'immediate-decisions',
  label: 'First decisions after a child’s death',
  section: '5.4',
  caseKind: 'child-death',
  leads: 'Senior attending clinician',
  takesPart: 'Senior nurse or midwife, police, family',
  opensWith: [turn(childDied)],
  closesWith: [turn(immediateDecisionsTaken)],
  facts: [immediateDecisionsTaken, keyWorkerNamed, familyGuideOffered],
  duties: [takeImmediateDecisions, nameKeyWorker, offerFamilyGuide],
  // The fourth decision: who begins such a process, and by when, no text at hand says. So it is said here, and nothing is owed.
  prompts: [
    promptFor(
      'WT18-5.4-01',
      immediateDecisionsTaken,
      'A worry about care or service: decide whether a process for serious incidents, or a referral, is needed. Say below who begins it; what comes of it belongs to what the review meeting reads.',
      deciding,
      { document: cdr2018, cites: ['WT18-5.7-03'] },
    ),
  ],
})
