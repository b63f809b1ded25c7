/** Help before it is a matter for social care: somebody notices, the family agrees, one person leads, and everybody looks whether it helps. */
import { duty } from '../engine/duty.ts'
import { dataOf, fact } from '../engine/fact.ts'
import { choice, choices, day, narrative, optional, parties, words } from '../engine/field.ts'
import { procedure, turn } from '../engine/procedure.ts'
import { before, localPolicy, promptly } from '../guidance/limits.ts'
import { wt2018, wt2018dec2020 } from '../guidance/sources.ts'
import { earlyHelpAimScored, earlyHelpAimSet } from './early-help-aims.ts'
import { promptFor } from './prompt-for.ts'
import { referralReceived } from './referral.ts'

/** What calls for early help, as each print lists it. Early signs of abuse stood in the list of 2015 and are ours here, labelled so. */
const circumstances = {
  disabled: 'Disabled, with needs of their own',
  'special-needs': 'Special educational needs, with a plan or without',
  'young-carer': 'A young carer',
  'antisocial-behaviour': 'Pulled towards crime, gangs or antisocial behaviour',
  missing: 'Often goes missing from home or care',
  exploitation: 'At risk of slavery, trafficking or exploitation',
  radicalisation: 'At risk of being radicalised',
  family: 'Drink, drugs, mental illness or abuse in the family',
  substances: 'Misuses drugs or alcohol',
  'back-from-care': 'Came home from care',
  'privately-fostered': 'Privately fostered',
  'parent-in-custody': { label: 'A parent or carer in custody', from: '2020-12-09' },
  'early-signs': { label: 'Early signs of abuse or neglect', local: true },
} as const

const thresholdUsed = 'Threshold document used, with its version'

export const needNoticed = fact('early-help-need-noticed', {
  label: 'Possible need for early help noticed',
  happenedOn: 'Day on which it was noticed',
  cites: ['WT18-1.1-02', 'WT18-1.1-03', 'WT18-1.1-04'],
  fields: {
    circumstances: choices('What is so', circumstances, optional),
    seen: narrative('What was seen or said, and in the child’s own words'),
    lookAgain: day('To be looked at again on', { ...optional, ahead: true }),
  },
})

export const agreementAsked = fact('early-help-agreement-asked', {
  label: 'Family asked to agree to early help',
  happenedOn: 'Day on which it was asked',
  about: [needNoticed.kind],
  fields: {
    answer: choice('Answer', { agreed: 'Child and parents agree', 'in-part': 'In part', refused: 'Refused' }),
    who: words('Who was asked', optional),
  },
})

export const refusalJudged = fact('early-help-refusal-judged', {
  // Since shape 2 it says by which threshold document.
  shape: 2,
  lifts: { 1: data => data },
  label: 'Judged what a refusal of early help means',
  happenedOn: 'Day on which it was judged',
  about: [agreementAsked.kind],
  fields: {
    judgement: choice('Without help', {
      'will-grow': 'The child’s needs will grow: a referral is made',
      'can-wait': 'They will not: it is looked at again',
    }),
    threshold: words(thresholdUsed, optional),
    reasons: narrative('Why'),
  },
})

export const earlyHelpAssessed = fact('early-help-assessed', {
  // Since shape 2 it says by which threshold document.
  shape: 2,
  lifts: { 1: data => data },
  label: 'Early help assessment made',
  happenedOn: 'Day on which it was finished with the family',
  about: [agreementAsked.kind, needNoticed.kind],
  cites: ['WT18-1.2-01', 'WT18-1.2-02'],
  fields: {
    lead: words('Lead practitioner and agency'),
    decision: choice(
      'What follows',
      { plan: 'An early help plan', refer: 'A referral to social care', close: 'Nothing further' },
      optional,
    ),
    threshold: words(thresholdUsed, optional),
    contributors: parties('Agencies that took part', 'agency', optional),
    needs: narrative('Needs, parenting, family and surroundings; strengths; what it comes to', optional),
    wishes: narrative('What the child wants and feels', optional),
    actions: narrative('Who does what by when', optional),
  },
})

export const earlyHelpPlanStarted = fact('early-help-plan-started', {
  label: 'Early help plan started',
  happenedOn: 'Day on which help began',
  about: [earlyHelpAssessed.kind, needNoticed.kind],
  cites: ['WT18-1.3-02'],
  fields: {
    services: choices(
      'Services',
      {
        parenting: 'Family and parenting',
        substances: 'Drugs and alcohol',
        'domestic-abuse': 'Domestic abuse',
        'mental-health': 'Mental health',
        health: 'Health',
        exploitation: 'Exploitation or radicalisation',
        other: 'Something else',
      },
      optional,
    ),
    team: parties('Team around the family', 'agency', optional),
    aims: narrative('Aims', optional),
    reviewOn: day('Review', { ...optional, ahead: true }),
  },
})

export const earlyHelpReviewed = fact('early-help-reviewed', {
  label: 'Early help reviewed',
  happenedOn: 'Day of the review',
  about: [earlyHelpPlanStarted.kind],
  fields: {
    helps: choice('Does it help?', { yes: 'Yes', 'in-part': 'In part', no: 'No, or it gets worse' }, optional),
    reviewOn: day('Next review', { ...optional, ahead: true }),
    note: narrative('Each aim, and what is different for the child', optional),
  },
})

export const earlyHelpEnded = fact('early-help-ended', {
  label: 'Early help ended',
  happenedOn: 'Day on which it ended',
  about: [earlyHelpPlanStarted.kind, earlyHelpAssessed.kind, needNoticed.kind],
  fields: {
    how: choice('How', {
      met: 'Its aims are met',
      'stepped-up': 'Stepped up to social care',
      moved: 'The family moved',
      withdrew: 'The family withdrew',
      'no-need': 'There was no need',
    }),
    reasons: narrative('Why, and who goes on with what', optional),
  },
})

const needing = "chapter 1, 'Effective assessment of the need for early help' (J18 p.13; D20 p.15)"
const its = { who: 'Lead practitioner, or the agency that began it', by: 'owner' } as const

// T1-EH-01: no national limit.
export const assessEarlyHelp = duty({
  ...its,
  id: 'assess-early-help',
  must: 'Assess the need for early help, with the family and everybody who works with it',
  arisesFrom: needNoticed,
  dischargedBy: [earlyHelpAssessed, earlyHelpEnded, referralReceived],
  lapsesOn: [refusalJudged],
  reach: 'case',
  cites: ['WT18-1.2-01', 'T1-EH-01'],
  editions: [
    {
      edition: 'wt2018',
      within: localPolicy('T1-EH-01', 'how soon an early help assessment is made'),
      force: 'should',
      source: wt2018.at(needing, { confirmed: true }),
    },
  ],
})

export const judgeRefusal = duty({
  ...its,
  id: 'judge-refusal-of-early-help',
  must: 'Judge whether the child’s needs will grow without help, and refer if they will',
  arisesFrom: agreementAsked,
  when: ({ data }) => data.answer === 'refused',
  dischargedBy: [refusalJudged],
  cites: ['WT18-1.2-03'],
  editions: [{ edition: 'wt2018', within: promptly(), force: 'should', source: wt2018.at(needing) }],
})

// WT18-1.2-05: the assessment itself found it, and no other one has to come first.
export const referAfterEarlyHelpAssessment = duty({
  ...its,
  id: 'refer-after-early-help-assessment',
  must: 'Refer the child to children’s social care at once',
  arisesFrom: earlyHelpAssessed,
  when: ({ data }) => data.decision === 'refer',
  dischargedBy: [referralReceived, earlyHelpEnded],
  dischargedWhen: fact => fact.kind === referralReceived.kind || dataOf(earlyHelpEnded, fact)?.how === 'stepped-up',
  reach: 'case',
  cites: ['WT18-1.2-05'],
  editions: [{ edition: 'wt2018', within: promptly('at once'), force: 'should', source: wt2018.at(needing) }],
})

// And where it is judged that a refusal lets needs grow.
export const referAfterRefusal = duty({
  ...its,
  id: 'refer-after-refusal-of-early-help',
  must: 'Refer the child, whose needs will grow without help',
  arisesFrom: refusalJudged,
  when: ({ data }) => data.judgement === 'will-grow',
  dischargedBy: [referralReceived],
  reach: 'case',
  cites: ['WT18-1.2-03'],
  editions: [{ edition: 'wt2018', within: promptly(), force: 'should', source: wt2018.at(needing) }],
})

const reviewing = {
  ...its,
  must: 'Review whether the help helps, and step up, step down or end it',
  countsFrom: ({ data }: { data: { readonly reviewOn?: string } }) =>
    data.reviewOn ? { day: data.reviewOn } : undefined,
  dischargedBy: [earlyHelpReviewed, earlyHelpEnded],
  dischargedWhen: (fact: { root: string }, from: { root: string }) => fact.root !== from.root,
  reach: 'line',
  cites: ['WT18-1.3-02', 'T1-EH-01'],
  editions: [
    {
      edition: 'wt2018',
      within: before('the end of the day that was set'),
      force: 'should',
      source: wt2018.at("chapter 1, 'Provision of effective early help services'"),
    },
  ],
} as const

export const reviewEarlyHelp = duty({ ...reviewing, id: 'review-early-help', arisesFrom: earlyHelpPlanStarted })
export const reviewEarlyHelpAgain = duty({
  ...reviewing,
  id: 'review-early-help-again',
  must: 'Review again whether the help helps',
  arisesFrom: earlyHelpReviewed,
})

export const earlyHelp = procedure({
  id: 'early-help',
  label: 'Early help',
  section: '1.1',
  caseKind: 'child',
  leads: 'Lead practitioner, of any agency',
  takesPart: 'Child, parents or carers, every agency that helps',
  opensWith: [turn(needNoticed)],
  closesWith: [turn(earlyHelpEnded)],
  reach: 'line',
  facts: [
    needNoticed,
    agreementAsked,
    refusalJudged,
    earlyHelpAssessed,
    earlyHelpPlanStarted,
    earlyHelpAimSet,
    earlyHelpAimScored,
    earlyHelpReviewed,
    earlyHelpEnded,
  ],
  duties: [
    assessEarlyHelp,
    judgeRefusal,
    referAfterRefusal,
    referAfterEarlyHelpAssessment,
    reviewEarlyHelp,
    reviewEarlyHelpAgain,
  ],
  prompts: [
    promptFor(
      'WT18-1.1-05',
      needNoticed,
      'In schools: poor mental health can be a sign of abuse, neglect or exploitation. Only those trained for it diagnose.',
      'chapter 1 (D20 pp.14-15)',
      { document: wt2018dec2020 },
    ),
    promptFor(
      'WT18-1.1-06',
      needNoticed,
      'Whoever works with children or with adults knows how to see need, share it and help early.',
      needing,
    ),
    promptFor(
      'WT18-1.2-04',
      needNoticed,
      'You can talk it over with a social worker first: the authority says how.',
      needing,
    ),
    promptFor(
      'WT18-1.2-06',
      earlyHelpAssessed,
      'The threshold document of the area describes this assessment and what help there is.',
      needing,
    ),
    promptFor(
      'WT18-1.3-03',
      earlyHelpPlanStarted,
      'Early help is one way in which the authority promotes co-operation for children’s well-being.',
      'Children Act 2004, section 10',
    ),
  ],
})
