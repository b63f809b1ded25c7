/** The statutory assessment of a child’s needs: seen, heard, analysed and decided while help already begins. */
import { duty } from '../engine/duty.ts'
import { dataOf, fact } from '../engine/fact.ts'
import { choice, choices, day, narrative, optional, parties, words, yesNo } from '../engine/field.ts'
import { procedure, turn } from '../engine/procedure.ts'
import { localPolicy, promptly, workingDays } from '../guidance/limits.ts'
import { wt2018, wt2023 } from '../guidance/sources.ts'
import { leadSocialWorker, socialCare } from './actors.ts'
import { assessmentFactors } from './code-lists.ts'
import { approvesFindings } from './deciders.ts'
import { leading } from './leading.ts'
import { promptFor } from './prompt-for.ts'
import { policeTold, referralDecided, referralReceived } from './referral.ts'

export const assessmentStarted = fact('assessment-started', {
  label: 'Section 17 assessment started',
  happenedOn: 'Day the assessment began',
  about: [referralReceived.kind],
  fields: {
    worker: parties('Lead social worker, or lead practitioner', 'post', optional),
    ...leading,
    manager: parties('Manager', 'post', optional),
    reviewOn: day('Planned internal review', { ...optional, ahead: true }),
    targetOn: day('Planned end', { ...optional, ahead: true }),
    plan: narrative('How it will be done: whom to see, whom to ask, by when', optional),
  },
})

export const childSeen = fact('child-seen', {
  label: 'Child seen',
  happenedOn: 'Day the child was seen',
  time: 'asked',
  about: [referralReceived.kind],
  cites: ['WT18-0.5-06', 'WT18-1.8-05', 'WT18-1.8-06', 'WT18-1.16-06'],
  fields: {
    alone: yesNo('Was the child seen alone?'),
    where: choice(
      'Where',
      {
        home: 'At home',
        school: 'At school or nursery',
        hospital: 'In hospital',
        elsewhere: 'Elsewhere',
        video: 'By video',
      },
      optional,
    ),
    by: words('Who saw the child', optional),
    interpreter: choices(
      'Who helped the child to speak',
      { interpreter: 'Interpreter', advocate: 'Advocate' },
      optional,
    ),
    wishes: narrative('What the child wants and feels, and what was seen', optional),
    whyNotAlone: narrative('If not alone: why', optional),
  },
})

const crime = 'Does it point to a possible crime of which the police do not know?'

export const assessmentReviewed = fact('assessment-reviewed', {
  label: 'Assessment reviewed by a manager',
  happenedOn: 'Day of the internal review point',
  about: ['assessment-started'],
  fields: {
    factors: choices('Factors found so far', assessmentFactors, optional),
    crime: yesNo(crime, optional),
    challenge: narrative('What was tested and agreed', optional),
  },
})

export const assessmentDelayExplained = fact('assessment-delay-explained', {
  label: 'Longer assessment explained',
  happenedOn: 'Day it was talked through',
  about: ['assessment-started', referralReceived.kind],
  cites: ['WT18-1.8-03'],
  fields: {
    discussedWith: choices(
      'Whom it was talked through with',
      { child: 'Child', family: 'Family', practitioners: 'Other practitioners' },
      optional,
    ),
    newEnd: day('Day by which it should end', { ...optional, ahead: true }),
    reasons: narrative('Why it takes longer'),
  },
})

export const assessmentAuthorised = fact('assessment-authorised', {
  label: 'Assessment concluded and authorised',
  happenedOn: 'Day the manager authorised it',
  isOnce: true,
  about: ['assessment-started', referralReceived.kind],
  cites: ['WT18-1.8-09', 'WT18-1.8-12'],
  fields: {
    outcome: choice(
      'What was decided',
      {
        'no-further-action': 'No further social care',
        'early-help': 'Early help',
        'child-in-need-plan': 'Child in need plan',
        'strategy-discussion': 'Strategy discussion',
        'immediate-protection': 'Protect the child at once',
        legal: 'Legal action or accommodation',
      },
      optional,
    ),
    factors: choices('Factors found', assessmentFactors, optional),
    authorisedBy: parties('Who authorised it', 'post', { ...optional, decides: approvesFindings }),
    contributors: parties('Agencies that contributed', 'agency', optional),
    crime: yesNo(crime, optional),
    development: narrative('The child’s development and needs', optional),
    parenting: narrative('Parents’ and carers’ capacity', optional),
    surroundings: narrative('Family and surroundings', optional),
    analysis: narrative('Analysis: what it means for the child, risks and strengths', optional),
    reasons: narrative('Why this was decided', optional),
  },
})

export const assessmentOutcomeTold = fact('assessment-outcome-told', {
  label: 'Outcome of the assessment told in writing',
  happenedOn: 'Day it was sent',
  about: [assessmentAuthorised.kind, 'assessment-started'],
  fields: {
    told: choices('Who was told', {
      family: 'Child and family',
      agencies: 'Agencies',
      referrer: 'Referrer',
      police: 'Police',
    }),
    sent: narrative('What was sent to whom', optional),
  },
})

const timeliness = "chapter 1, 'Timeliness' and Flow chart 3 (J18 p.30; D20 pp.33, 38-40)"
const assessing = "chapter 1, 'Assessment of a child under the Children Act 1989' (J18 p.35; D20 p.38)"

// T1-AS-01. The days run from the referral, for the first assessment of the episode alone; nothing restarts them.
export const concludeAssessment = duty({
  id: 'conclude-assessment',
  who: leadSocialWorker,
  by: 'authority',
  must: 'Conclude the section 17 assessment, so that the next steps can be decided',
  arisesFrom: referralReceived,
  when: (_, line) =>
    line.has(referralDecided, one => one.data.outcome === 'section-17-assessment') || line.has(assessmentStarted),
  reads: [referralDecided, assessmentStarted],
  dischargedBy: [assessmentAuthorised],
  dischargedWhen: (authorised, _, line) => {
    const [first, ...later] = line.all(assessmentStarted)
    return !first || line.continues(authorised, first) || !later.some(one => line.continues(authorised, one))
  },
  cites: ['WT18-1.8-01', 'WT18-1.8-02', 'T1-AS-01', 'T23-AS-03'],
  editions: [
    { edition: 'wt2018', within: workingDays(45), force: 'should', source: wt2018.at(timeliness, { confirmed: true }) },
    {
      edition: 'wt2023',
      within: workingDays(45),
      force: 'should',
      source: wt2023.at('chapter 3', { confirmed: true }),
    },
  ],
})

export const concludeLaterAssessment = duty({
  id: 'conclude-later-assessment',
  who: leadSocialWorker,
  by: 'authority',
  must: 'Conclude this assessment in the time the child needs',
  arisesFrom: assessmentStarted,
  when: (started, line) => !line.has(referralReceived) || line.first(assessmentStarted)?.root !== started.root,
  reads: [referralReceived, assessmentStarted],
  remark: (_, line) =>
    line.has(referralReceived)
      ? 'The 45 working days belong to the first assessment after the referral.'
      : 'No referral is recorded from which 45 working days could be counted.',
  dischargedBy: [assessmentAuthorised],
  cites: ['WT18-1.8-02'],
  editions: [
    {
      edition: 'wt2018',
      within: promptly('in the time the child needs'),
      force: 'should',
      source: wt2018.at(timeliness, { confirmed: true }),
    },
  ],
})

const needsAssessing: readonly unknown[] = [
  'section-17-assessment',
  'specialist-assessment',
  'strategy-discussion',
  'immediate-protection',
]

// T1-REF-02.
export const seeChildAfterReferral = duty({
  id: 'see-child-after-referral',
  onlyOwn: true,
  who: `${socialCare}: a social worker`,
  by: 'authority',
  must: 'See the child',
  arisesFrom: referralDecided,
  when: decided => needsAssessing.includes(decided.data.outcome),
  dischargedBy: [childSeen],
  reach: 'case',
  cites: ['WT18-1.8-05', 'T1-REF-02'],
  editions: [
    {
      edition: 'wt2018',
      within: promptly('as soon as possible'),
      force: 'should',
      source: wt2018.at('chapter 1, Flow chart 1 (D20 p.35)'),
    },
  ],
})

// T1-AS-02: the time fits the worry, so no number is national.
export const seeChildInAssessment = duty({
  id: 'see-child-in-assessment',
  onlyOwn: true,
  who: leadSocialWorker,
  by: 'authority',
  must: 'See the child, alone where possible, in a time that fits the worry',
  arisesFrom: assessmentStarted,
  dischargedBy: [childSeen],
  reach: 'case',
  cites: ['WT18-1.8-05', 'WT18-0.5-02', 'T1-AS-02'],
  editions: [
    {
      edition: 'wt2018',
      within: localPolicy('see-child-in-assessment', 'seeing the child in an assessment'),
      force: 'should',
      source: wt2018.at(assessing),
    },
  ],
})

export const tellAssessmentOutcome = duty({
  id: 'tell-assessment-outcome',
  who: leadSocialWorker,
  by: 'authority',
  must: 'Give family and agencies the decision in writing, with the plan where there is one, and tell the referrer',
  arisesFrom: assessmentAuthorised,
  dischargedBy: [assessmentOutcomeTold],
  dischargedWhen: fact => dataOf(assessmentOutcomeTold, fact)?.told?.includes('family') ?? false,
  cites: ['WT18-1.8-15'],
  editions: [{ edition: 'wt2018', within: promptly(), force: 'should', source: wt2018.at(assessing) }],
})

// WT18-1.8-16: as after a referral that points to a crime (WT18-1.5-09).
const telling = {
  who: socialCare,
  by: 'authority',
  must: 'Tell the police of the possible crime that the assessment points to',
  when: ({ data }: { data: { readonly crime?: boolean } }) => data.crime === true,
  dischargedBy: [policeTold],
  reach: 'line',
  cites: ['WT18-1.8-16'],
  editions: [{ edition: 'wt2018', within: promptly(), force: 'should', source: wt2018.at(assessing) }],
} as const

export const tellPoliceInAssessment = duty({
  ...telling,
  id: 'tell-police-of-crime-seen-in-assessment',
  arisesFrom: assessmentReviewed,
})
export const tellPoliceAfterAssessment = duty({
  ...telling,
  id: 'tell-police-of-crime-found-by-assessment',
  arisesFrom: assessmentAuthorised,
})

const pages = "chapter 1, 'Assessment of a child under the Children Act 1989' (J18 pp.24-35; D20 pp.27-38)"

export const assessment = procedure({
  id: 'assessment',
  label: 'Section 17 assessment',
  section: '1.8',
  caseKind: 'child',
  leads: 'Social worker',
  takesPart: 'Child, parents, wider family and every agency involved',
  opensWith: [turn(assessmentStarted)],
  closesWith: [turn(assessmentAuthorised)],
  facts: [
    assessmentStarted,
    childSeen,
    assessmentReviewed,
    assessmentDelayExplained,
    assessmentAuthorised,
    assessmentOutcomeTold,
  ],
  duties: [
    concludeAssessment,
    concludeLaterAssessment,
    seeChildAfterReferral,
    seeChildInAssessment,
    tellAssessmentOutcome,
    tellPoliceInAssessment,
    tellPoliceAfterAssessment,
  ],
  prompts: [
    promptFor(
      'WT18-1.8-03',
      assessmentDelayExplained,
      'Talk a longer assessment through with child, family and practitioners, and write down why.',
      timeliness,
    ),
    promptFor(
      'WT18-1.8-04',
      assessmentStarted,
      'Start the help that is needed now; it does not wait for the end.',
      timeliness,
      {
        cites: ['T1-AS-03'],
      },
    ),
    promptFor(
      'WT18-1.8-06',
      assessmentAuthorised,
      'What does the child want and feel, and what weight did it have in this decision?',
      'Children Act 1989 s17(4A), s20(6), s47(5A)',
    ),
    promptFor(
      'WT18-1.8-07',
      assessmentStarted,
      'Equality law and the rights of the child apply to how this is done.',
      'introduction (J18 p.9)',
    ),
    promptFor(
      'WT18-1.8-08',
      childSeen,
      'Child and family apart and together, calmly, without leading questions.',
      assessing,
    ),
    promptFor(
      'WT18-1.8-09',
      assessmentAuthorised,
      'Cover the child’s development, the parenting, and the family with its surroundings.',
      pages,
    ),
    promptFor(
      'WT18-1.8-11',
      assessmentStarted,
      'A good assessment keeps to the child, looks for strengths as well as risks, and leads to action.',
      'chapter 1 (J18 pp.24-27; D20 pp.27-30)',
    ),
    promptFor(
      'WT18-1.8-12',
      assessmentReviewed,
      'Test the assumptions: what else could explain this, and what changed?',
      'chapter 1 (J18 p.28; D20 p.31)',
    ),
    promptFor(
      'WT18-1.8-13',
      childSeen,
      'Is an interpreter or an advocate needed? A child never interprets for the family.',
      pages,
    ),
    promptFor(
      'WT18-1.8-14',
      assessmentAuthorised,
      'The plan that follows says what, who, why and by when, and how success will be seen.',
      'chapter 1 (J18 p.29; D20 p.32)',
    ),
    promptFor('WT18-1.8-17', assessmentReviewed, 'Is there time to do this well? Look for drift.', pages),
    promptFor(
      'WT18-1.8-18',
      assessmentAuthorised,
      'If the child comes into care, this is where the work towards home begins.',
      pages,
    ),
    promptFor(
      'WT18-1.8-19',
      assessmentStarted,
      'Everybody involved contributes, and says at once if the child needs protecting now.',
      pages,
    ),
  ],
})
