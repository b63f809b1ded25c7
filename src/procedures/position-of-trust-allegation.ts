/**
 * Somebody who works with children, paid or unpaid, may have harmed one or be unsuitable. The employer tells the designated officer
 * within one working day; nobody investigates alone; and whoever is removed for a risk of harm is referred on, by law.
 */
import { duty } from '../engine/duty.ts'
import { fact } from '../engine/fact.ts'
import { choice, choices, day, narrative, optional, words, yesNo } from '../engine/field.ts'
import { procedure, turn } from '../engine/procedure.ts'
import { localPolicy, promptly, workingDays } from '../guidance/limits.ts'
import { wt2018, wt2023 } from '../guidance/sources.ts'
import { allegationDecidedOn, allegationEnquiry, allegationMeetingHeld } from './allegation-facts.ts'
import { promptFor } from './prompt-for.ts'

/** What makes it an allegation. The fourth came with the print of December 2020. */
export const allegationCriteria = {
  'AL-1': 'Harmed a child, or might have',
  'AL-2': 'A possible crime against or in connection with a child',
  'AL-3': 'Behaved towards a child in a way that points to a risk of harm',
  'AL-4': { label: 'Behaved, or may have, in a way that raises doubt whether they are suited', from: '2020-12-09' },
} as const

export const allegationMade = fact('allegation-made', {
  label: 'Allegation about somebody who works with children made',
  happenedOn: 'When the employer or the police learnt of it: the working day counts from here',
  time: 'asked',
  cites: ['WT18-2.3-03', 'WT18-2.3-04'],
  fields: {
    criteria: choices('What it is', {
      ...allegationCriteria,
      none: {
        label: 'None of these, as far as you can tell',
        hint: 'The designated officer is told all the same, and says whether it is an allegation',
      },
    }),
    work: choice(
      'How the person works with children',
      {
        employed: 'Employed',
        volunteer: 'Volunteer',
        carer: 'Foster carer',
        agency: 'Through an agency',
        self: 'Self-employed',
      },
      optional,
    ),
    source: words('From whom it comes', optional),
    what: narrative('What is said to have happened, and to which child', optional),
    otherArea: yesNo('Does the person work with children in another area as well?', optional),
    elsewhere: narrative('Where else the person is with children, own children included', optional),
    safety: narrative('What was done to keep children safe', optional),
  },
})

export const seniorManagerTold = fact('senior-manager-told-of-allegation', {
  label: 'Senior manager told of the allegation',
  happenedOn: 'When the manager was told',
  time: 'asked',
  about: [allegationMade.kind],
  fields: {},
})

export const designatedOfficerTold = fact('designated-officer-told', {
  label: 'Designated officer told of the allegation',
  happenedOn: 'Day on which the officer was told',
  about: [allegationMade.kind],
  fields: { late: narrative('If late: why', optional) },
})

export const otherAreaTold = fact('other-area-told-of-allegation', {
  label: 'Designated officer of another area told of the allegation',
  happenedOn: 'Day on which that officer was told',
  about: [allegationMade.kind],
  fields: { area: words('Which area'), said: narrative('What was said, and what they will do', optional) },
})

export const allegationEvaluated = fact('allegation-evaluated', {
  label: 'Allegation first looked at by the designated officer',
  happenedOn: 'Day of the first look',
  about: [allegationMade.kind],
  fields: {
    decision: choice('What it is', {
      allegation: 'An allegation: it is looked into together',
      practice: 'A worry about the quality of care or practice: for the employer',
      complaint: 'A complaint: for the complaints procedure',
      none: 'Nothing that meets a criterion',
    }),
    next: choices(
      'What follows',
      {
        meeting: 'A joint meeting',
        police: 'The police',
        'social-care': 'Children’s social care',
        employer: 'The employer',
      },
      optional,
    ),
    reasons: narrative('Why', optional),
  },
})

export const suspensionConsidered = fact('suspension-considered', {
  label: 'Suspension and alternatives considered',
  happenedOn: 'Day of the decision',
  about: [allegationMade.kind],
  fields: {
    decision: choice('What was decided', {
      suspended: 'Suspended',
      moved: 'Other work meanwhile',
      stays: 'Stays at work',
    }),
    alternatives: choices(
      'What was considered instead',
      {
        'other-work': 'Other work',
        'other-place': 'Another place',
        watched: 'Never alone with children',
        leave: 'Leave',
      },
      optional,
    ),
    support: narrative('Who supports the person, and what they were told', optional),
  },
})

export const allegationReviewed = fact('allegation-progress-looked-at', {
  label: 'Progress of the allegation looked at',
  happenedOn: 'Day on which it was looked at',
  about: [allegationMade.kind],
  fields: { note: narrative('Where it stands, and what holds it up', optional) },
})

export const allegationConcluded = fact('allegation-concluded', {
  label: 'Allegation concluded',
  happenedOn: 'Day of the outcome',
  about: [allegationMade.kind],
  fields: {
    outcome: choice('Outcome', {
      substantiated: 'Substantiated',
      unsubstantiated: 'Neither shown nor disproved',
      unfounded: 'Unfounded',
      false: 'False',
      malicious: 'Made in bad faith',
      'no-allegation': 'No allegation: advice only',
    }),
    criminal: choice(
      'What came of it in criminal law',
      { none: 'Nothing', open: 'Not finished', acquitted: 'Acquitted', cautioned: 'Cautioned', convicted: 'Convicted' },
      optional,
    ),
    disciplinary: choice(
      'What came of it at work',
      {
        none: 'Nothing',
        open: 'Not finished',
        advice: 'Advice or training',
        warning: 'Warning',
        dismissed: 'Dismissed',
        left: 'Left first',
      },
      optional,
    ),
    told: choices(
      'Who was told',
      {
        person: 'The person',
        family: 'Child and parents',
        employer: 'Employer',
        police: 'Police',
        regulator: 'Regulator',
      },
      optional,
    ),
    learning: narrative('What is learnt', optional),
  },
})

export const removedFromWork = fact('removed-from-regulated-activity', {
  label: 'Removed from work with children, or left first',
  happenedOn: 'Day of the removal, or of leaving',
  about: [allegationMade.kind],
  fields: {
    riskOfHarm: yesNo('Because of a risk of harm to children?'),
    how: choice('How', { removed: 'Removed', left: 'Left, and would have been removed' }, optional),
  },
})

export const barringReferral = fact('referred-to-barring-service', {
  label: 'Referred to the Disclosure and Barring Service',
  happenedOn: 'Day of the referral',
  about: [removedFromWork.kind],
  fields: {
    regulator: words('Regulator who was told as well', optional),
    regulatorOn: day('Day on which the regulator was told', optional),
  },
})

const trust = "chapter 2, 'People in positions of trust' (J18 p.57)"
const passing = { by: 'owner', arisesFrom: allegationMade, reach: 'case' } as const

type Made = { readonly data: { readonly criteria?: readonly string[] } }

const meetsCriterion = ({ data }: Made): boolean => data.criteria?.some(one => one !== 'none') ?? true

/**
 * WT18-2.3-07 has the officer told of every allegation, and the steps of section 2.3 weigh the criteria after that, with the officer:
 * an employer's own “none of these” ends neither. That it does not is our reading (decision 0028), and is said beside the duty.
 */
const whoeverWeighs = (made: Made): string | undefined =>
  meetsCriterion(made)
    ? undefined
    : 'No criterion was ticked. Whether it is an allegation is for the designated officer to say, once told.'

// T2-POT-02.
export const tellSeniorManager = duty({
  ...passing,
  id: 'tell-senior-manager-of-allegation',
  who: 'Whoever learns of it in the organisation',
  must: 'Tell a senior manager at once',
  dischargedBy: [seniorManagerTold, allegationEvaluated],
  cites: ['WT18-2.3-08', 'T2-POT-02'],
  editions: [{ edition: 'wt2018', within: promptly('immediately'), force: 'should', source: wt2018.at(trust) }],
})

const telling = {
  ...passing,
  remark: whoeverWeighs,
  who: 'Employer, or the police',
  must: 'Tell the designated officer of the allegation',
  dischargedBy: [designatedOfficerTold, allegationEvaluated],
} as const

// T2-POT-01, T23-POT-01.
export const tellDesignatedOfficer = duty({
  ...telling,
  id: 'tell-designated-officer',
  must: 'Tell the designated officer within one working day',
  cites: ['WT18-2.3-07', 'T2-POT-01', 'T23-POT-01'],
  editions: [
    { edition: 'wt2018', within: workingDays(1), force: 'should', source: wt2018.at(trust, { confirmed: true }) },
    {
      edition: 'wt2023',
      within: workingDays(1),
      force: 'should',
      source: wt2023.at('chapter 4, people in positions of trust', { confirmed: true }),
    },
  ],
})

// T2-POT-03: whoever receives it, anywhere.
export const passAllegationOn = duty({
  ...telling,
  id: 'pass-allegation-to-designated-officer',
  must: 'Pass the allegation to the designated officer without delay, and act at once for the child',
  cites: ['WT18-2.3-06', 'T2-POT-03'],
  editions: [{ edition: 'wt2018', within: promptly('without delay'), force: 'should', source: wt2018.at(trust) }],
})

export const evaluateAllegation = duty({
  id: 'evaluate-allegation',
  who: 'Designated officer',
  by: 'authority',
  must: 'Evaluate it with the employer, advise, and decide who does what',
  arisesFrom: allegationMade,
  dischargedBy: [allegationEvaluated],
  cites: ['WT18-2.3-09'],
  editions: [{ edition: 'wt2018', within: promptly(), force: 'should', source: wt2018.at(trust) }],
})

// Annex B. Children elsewhere are not less at risk: nothing is dealt with in isolation.
export const tellOtherArea = duty({
  id: 'tell-other-area-of-allegation',
  who: 'Designated officer',
  by: 'authority',
  must: 'Tell the designated officer of each other area in which the person works with children',
  arisesFrom: allegationMade,
  when: ({ data }) => data.otherArea === true,
  dischargedBy: [otherAreaTold],
  cites: ['WT18-2.3-06'],
  editions: [{ edition: 'wt2018', within: promptly('without delay'), force: 'should', source: wt2018.at(trust) }],
})

const watching = {
  who: 'Designated officer',
  by: 'authority',
  must: 'Watch that it is finished quickly, fairly and thoroughly',
  dischargedBy: [allegationReviewed, allegationConcluded],
  dischargedWhen: (fact: { root: string }, before: { root: string }) => fact.root !== before.root,
  cites: ['WT18-2.3-09'],
  editions: [
    {
      edition: 'wt2018',
      within: localPolicy('allegation-progress', 'how often an allegation’s progress is looked at'),
      force: 'should',
      source: wt2018.at(trust),
    },
  ],
} as const

export const watchAllegation = duty({
  ...watching,
  id: 'watch-allegation',
  arisesFrom: allegationEvaluated,
  when: ({ data }) => data.decision === 'allegation',
})
export const watchAllegationAgain = duty({
  ...watching,
  id: 'watch-allegation-again',
  must: 'Watch again that it is finished quickly, fairly and thoroughly',
  arisesFrom: allegationReviewed,
  reach: 'line',
})

// T2-POT-04, Safeguarding Vulnerable Groups Act 2006 s35. Not doing so without good reason is an offence.
export const referToBarringService = duty({
  id: 'refer-to-barring-service',
  who: 'Employer, or whoever provides the work',
  by: 'owner',
  must: 'Refer the person to the Disclosure and Barring Service',
  arisesFrom: removedFromWork,
  when: ({ data }) => data.riskOfHarm === true,
  dischargedBy: [barringReferral],
  outlivesClosing: true,
  cites: ['WT18-2.3-11', 'T2-POT-04'],
  editions: [
    {
      edition: 'wt2018',
      within: promptly('when it happens'),
      force: 'must',
      source: wt2018.at(`${trust}; Safeguarding Vulnerable Groups Act 2006, section 35`, { confirmed: true }),
    },
  ],
})

export const positionOfTrustAllegation = procedure({
  id: 'position-of-trust-allegation',
  label: 'Allegation about somebody in a position of trust',
  section: '2.3',
  caseKind: 'allegation',
  leads: 'Designated officer, with the senior manager of the organisation',
  takesPart: 'Police, children’s social care, employer, regulator',
  opensWith: [turn(allegationMade)],
  closesWith: [turn(allegationConcluded), turn(allegationEvaluated, one => one.data.decision !== 'allegation')],
  facts: [
    allegationMade,
    seniorManagerTold,
    designatedOfficerTold,
    otherAreaTold,
    allegationEvaluated,
    allegationMeetingHeld,
    allegationDecidedOn,
    allegationEnquiry,
    suspensionConsidered,
    allegationReviewed,
    allegationConcluded,
    removedFromWork,
    barringReferral,
  ],
  duties: [
    tellSeniorManager,
    tellDesignatedOfficer,
    passAllegationOn,
    evaluateAllegation,
    tellOtherArea,
    watchAllegation,
    watchAllegationAgain,
    referToBarringService,
  ],
  prompts: [
    promptFor(
      'WT18-2.3-02',
      allegationEvaluated,
      'An allegation, a worry about practice and a complaint are three things, and go three ways.',
      trust,
    ),
    promptFor(
      'WT18-2.3-12',
      allegationMade,
      'Since 2022 the law on positions of trust also covers those who coach or teach in sport and religion.',
      'Sexual Offences Act 2003, section 22A',
    ),
  ],
})
