/**
 * The one frame on which every assessment of a child stands: development, parenting, family and environment, with what it comes to;
 * the child's own words; and the adults around the child, asked about or not. A specialist assessment is a part of it, not a copy.
 */
import { fact } from '../engine/fact.ts'
import { choice, choices, narrative, optional, words, yesNo } from '../engine/field.ts'
import { procedure } from '../engine/procedure.ts'
import { assessmentAuthorised, assessmentStarted } from './assessment.ts'
import { carerAssessed, carerAssessmentDue, disabilityAssessed, supportDecided } from './disabled-child.ts'
import { promptFor } from './prompt-for.ts'
import { outsideRiskAssessed, outsideRiskSeen } from './risk-outside-home.ts'
import { detained, detentionPlanMade, leftEstablishment, supportPlanAgreed } from './secure-establishment.ts'
import { youngCarerAssessed, youngCarerSeen } from './young-carer.ts'

/** The facts with which an assessment begins, each with what concludes it. The first is the assessment that has the others as parts. */
export const assessmentsOnFrame = [
  { began: assessmentStarted, concluded: [assessmentAuthorised], label: 'Section 17 assessment' },
  { began: disabilityAssessed, concluded: [supportDecided], label: 'Assessment of a disabled child' },
  { began: carerAssessmentDue, concluded: [carerAssessed], label: 'Assessment of a parent or carer' },
  { began: youngCarerSeen, concluded: [youngCarerAssessed], label: 'Assessment of a young carer' },
  {
    began: detained,
    concluded: [leftEstablishment, supportPlanAgreed, detentionPlanMade],
    label: 'Assessment in a secure establishment',
  },
  { began: outsideRiskSeen, concluded: [outsideRiskAssessed], label: 'Assessment of risk outside the home' },
] as const

const about = assessmentsOnFrame.map(({ began }) => began.kind)

/** The three domains, and what draws them together. A domain is an address: its codes are for ever, as those of its dimensions are. */
export const domains = {
  development: {
    label: 'The child’s development',
    dimensions: {
      health: 'Health',
      education: 'Education',
      behaviour: 'Emotional and behavioural development',
      identity: 'Identity',
      relationships: 'Family and social relationships',
      presentation: 'Social presentation',
      'self-care': 'Self-care',
    },
  },
  parenting: {
    label: 'Parenting',
    dimensions: {
      'basic-care': 'Basic care',
      safety: 'Ensuring safety',
      warmth: 'Emotional warmth',
      stimulation: 'Stimulation',
      guidance: 'Guidance and boundaries',
      stability: 'Stability',
    },
  },
  environment: {
    label: 'Family and environment',
    dimensions: {
      history: 'Family history and functioning',
      'wider-family': 'Wider family',
      housing: 'Housing',
      employment: 'Employment',
      income: 'Income',
      integration: 'Social integration',
      resources: 'Community resources',
    },
  },
  analysis: {
    label: 'What it comes to',
    dimensions: {
      analysis: 'What it means for the child',
      'outside-home': 'Risk outside the home',
      'before-birth': 'Before birth',
    },
  },
} as const

export type Domain = keyof typeof domains

export const dimensions = {
  ...domains.development.dimensions,
  ...domains.parenting.dimensions,
  ...domains.environment.dimensions,
  ...domains.analysis.dimensions,
} as const

export type Dimension = keyof typeof dimensions

/** What a finding is for the child. */
export const meanings = {
  strength: 'A strength',
  need: 'A need',
  risk: 'A risk',
  'not-known': 'Not known yet',
} as const

export const findingWritten = fact('assessment-finding-written', {
  label: 'Finding of an assessment',
  happenedOn: 'Day on which it was found',
  about,
  cites: ['WT18-1.8-09', 'WT18-1.8-12'],
  fields: {
    dimension: choice('What it is about', dimensions),
    meaning: choices('What it is for the child', meanings, optional),
    again: yesNo('Is it what the last assessment found, found again?', optional),
    found: narrative('What was found'),
    source: words('From whom', optional),
  },
})

export const childsWordsHeard = fact('childs-own-words-heard', {
  label: 'The child’s own words',
  happenedOn: 'Day on which the child said or showed it',
  time: 'asked',
  about,
  cites: ['WT18-0.5-06', 'WT18-1.8-06'],
  fields: {
    how: choice('How the child told it', {
      speech: 'By speaking',
      drawing: 'By drawing',
      play: 'In play',
      sign: 'By signing',
      app: 'In an app or a message',
      writing: 'In writing',
    }),
    ownWords: narrative('What the child said or showed, as the child did'),
    present: words('Who was there', optional),
    done: narrative('What we did about it', optional),
  },
})

export const adultAskedAbout = fact('adult-around-child-asked', {
  label: 'Adult around the child asked about',
  happenedOn: 'Day on which it was asked, or on which it was noticed that nobody had',
  about,
  fields: {
    who: words('Which adult', {
      hint: 'By name as it stands on the file, or for example: mother’s new partner, called Daz',
    }),
    asked: choice('Was it asked?', {
      asked: 'Asked, and answered',
      'would-not-say': 'Asked, and they would not say',
      'not-asked': 'Not asked',
    }),
    near: choice(
      'How near this adult is',
      {
        lives: 'Lives with the child',
        stays: 'Stays over',
        visits: 'Visits, or sees the child elsewhere',
        away: 'Has nothing to do with the child now',
      },
      optional,
    ),
    source: words('Who told us', optional),
    answer: narrative('What the answer was', optional),
    whyNot: narrative('If it was not asked: why', optional),
  },
  needs: [
    { field: 'answer', when: data => data['asked'] === 'asked' },
    { field: 'whyNot', when: data => data['asked'] === 'not-asked' },
  ],
})

/** Carries what was found; what is owed of each assessment is owed in its own procedure. */
export const assessmentFrame = procedure({
  id: 'assessment-frame',
  label: 'What assessments find',
  section: '1.8',
  caseKind: 'child',
  leads: 'Whoever leads the assessment',
  takesPart: 'Child, family and every agency involved',
  opensWith: [],
  closesWith: [],
  facts: [findingWritten, childsWordsHeard, adultAskedAbout],
  duties: [],
  prompts: [
    promptFor(
      'WT18-1.8-10',
      findingWritten,
      'Each of the three has its dimensions, from health and school to housing and income.',
      'chapter 1 (D20 p.30)',
    ),
  ],
})
