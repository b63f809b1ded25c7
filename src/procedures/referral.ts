/** From the moment somebody tells children’s social care of a worry to the decision what happens next, and who is told. */
import { duty } from '../engine/duty.ts'
import { dataOf, fact } from '../engine/fact.ts'
import { choice, choices, narrative, optional, parties, words, yesNo } from '../engine/field.ts'
import { procedure, turn } from '../engine/procedure.ts'
import type { Known } from '../engine/statements.ts'
import { promptly, workingDays } from '../guidance/limits.ts'
import { wt2018, wt2023 } from '../guidance/sources.ts'
import { socialCare } from './actors.ts'
import { primaryNeeds, referralSources } from './code-lists.ts'
import { decidesOnReferrals } from './deciders.ts'
import { disagreementAnswered, disagreementSafetyAnswered, disagreementSettled } from './disagreement-facts.ts'
import { promptFor } from './prompt-for.ts'

export const referralReceived = fact('referral-received', {
  label: 'Referral received',
  happenedOn: 'Day children’s social care received it',
  time: 'asked',
  cites: ['WT18-1.5-03'],
  fields: {
    channel: choice(
      'How it came',
      {
        phone: 'Telephone',
        email: 'Email',
        form: 'Online form',
        letter: 'Letter',
        'in-person': 'In person',
        hub: 'Multi-agency hub',
        'public-page': {
          label: 'Through the public page: nobody checked who sent it',
          hint: 'Only what arrived through the page that needs no account',
        },
      },
      optional,
    ),
    source: choice('Who made the referral', referralSources),
    agency: words('Referrer’s agency', optional),
    referrer: words('Referrer’s name and role', optional),
    unnamed: yesNo('Did the referrer ask not to be named?', optional),
    primaryNeed: choice('Main need', primaryNeeds, optional),
    household: narrative('Child and household: who lives where, language, disability', optional),
    reason: narrative('Why the referral was made'),
    harm: choices(
      'Signs of harm',
      {
        physical: 'Physical abuse',
        emotional: 'Emotional abuse',
        sexual: 'Sexual abuse',
        neglect: 'Neglect',
        exploitation: 'Exploitation',
        'domestic-abuse': 'Domestic abuse',
      },
      optional,
    ),
    suggests: choices(
      'Does it point to either of these?',
      { crime: 'A crime', trafficking: 'Trafficking or slavery' },
      optional,
    ),
    noFurtherAction: yesNo('Did it end without further action? (from a census)', optional),
    history: narrative('What is already known: earlier contacts, brothers and sisters, early help', optional),
    consent: choice(
      'Do the parents agree to the referral?',
      { given: 'Yes', refused: 'No', 'not-sought': 'They were not asked' },
      optional,
    ),
    consentReason: narrative('If they were not asked, or checks were made first: why', optional),
    safety: choice(
      'Is the child safe now?',
      { safe: 'Yes', 'in-danger': 'No', 'not-known': 'Not known yet' },
      optional,
    ),
    safetyChecked: narrative('How that was checked, and what was done at once', optional),
  },
})

/** Somebody with a name and a number, as the referrer reads it. */
const namedContact = [
  'Whom the referrer can ring',
  { ...optional, hint: 'A name, and a number where there is one of their own. The referrer reads it on their receipt' },
] as const

export const referralAcknowledged = fact('referral-acknowledged', {
  label: 'Referral acknowledged',
  happenedOn: 'Day the referrer was told that it had arrived',
  about: [referralReceived.kind],
  fields: { how: words('How', optional), contact: words(...namedContact) },
})

const outcomes = {
  'immediate-protection': 'Protect the child at once',
  'section-17-assessment': 'Assess under section 17',
  'strategy-discussion': 'Hold a strategy discussion',
  'specialist-assessment': 'Ask for a specialist assessment first',
  'early-help': 'Early help or another service',
  'information-and-advice': 'Information and advice',
  'no-further-action': 'No further action',
} as const

// A proposal and a second look are staged work towards a decision. T1-REF-01 counts to the decision itself, so neither meets anything.
export const referralDecisionProposed = fact('referral-decision-proposed', {
  label: 'Decision on the referral proposed',
  happenedOn: 'Day on which it was proposed',
  time: 'asked',
  about: [referralReceived.kind],
  fields: {
    outcome: choice('What is proposed', outcomes, {
      hint: 'A proposal decides nothing: the working day runs on until the decision is recorded',
    }),
    threshold: words('Threshold document used, with its version', optional),
    proposedBy: parties('Who proposes it', 'post', optional),
    secondLook: parties('Who is asked for a second look', 'post', optional),
    reasons: narrative('Why this is proposed'),
  },
})

export const referralDecisionLookedAt = fact('referral-decision-looked-at', {
  label: 'Second look at the proposed decision',
  happenedOn: 'Day of the second look',
  time: 'asked',
  about: [referralDecisionProposed.kind],
  fields: {
    view: choice('What do they think of the proposal?', {
      agrees: 'Agrees with it',
      otherwise: { label: 'Would decide otherwise', hint: 'This stands beside the decision, with their name' },
    }),
    instead: choice('What they would decide instead', outcomes, optional),
    lookedBy: parties('Who looked', 'post', optional),
    reasons: narrative('Why'),
  },
})

export const referralDecided = fact('referral-decided', {
  label: 'Decision on the referral',
  happenedOn: 'Day of the decision',
  time: 'asked',
  isOnce: true,
  about: [referralReceived.kind],
  fields: {
    outcome: choice('What was decided', outcomes),
    threshold: words('Threshold document used, with its version', optional),
    decidedBy: parties('Who decided', 'post', { ...optional, decides: decidesOnReferrals }),
    reasons: narrative('Why this was decided'),
  },
})

const belowThreshold: readonly unknown[] = ['early-help', 'information-and-advice', 'no-further-action']

/** Whether the decision that is told says that the threshold is not met: the last one that is meant, or that the referral came to. */
function tellsOfRefusal(about: string | null, { byKind, chains }: Known): boolean {
  const decision = byKind
    .get(referralDecided.kind)
    ?.findLast(({ root }) => about === null || root === about || chains.get(root)?.includes(about))
  return belowThreshold.includes(decision && dataOf(referralDecided, decision)?.outcome)
}

export const referrerTold = fact('referrer-told', {
  label: 'Referrer told what came of it',
  happenedOn: 'Day the referrer was told',
  about: [
    referralDecided.kind,
    referralReceived.kind,
    'strategy-discussion-held',
    // Whoever disagrees on a receipt reads there what they are told of the answers.
    disagreementAnswered.kind,
    disagreementSafetyAnswered.kind,
    disagreementSettled.kind,
  ],
  fields: {
    explained: narrative('What was explained, and what else was suggested', {
      ...optional,
      hint: 'Write it for the referrer. Whoever told you through the public page reads these words on their receipt, without what you marked',
    }),
    contact: words(...namedContact),
  },
  needsOnCase: [{ field: 'explained', when: tellsOfRefusal }],
})

export const familyTold = fact('family-told', {
  label: 'Child and family told, or a reason not to tell them',
  happenedOn: 'Day they were told, or on which it was decided not to tell them',
  about: [referralDecided.kind, referralReceived.kind],
  fields: {
    told: choice('Were they told?', {
      told: 'Yes',
      'risk-to-child': 'No: it would put the child at risk',
      'police-case': 'No: it could harm a police investigation',
    }),
    reasons: narrative('What was said, or why they were not told', optional),
  },
})

export const policeTold = fact('police-told', {
  label: 'Police told of a possible crime',
  happenedOn: 'Day the police were told',
  about: [referralReceived.kind, 'assessment-started'],
  fields: { reference: words('Police reference', optional) },
})

export const nationalReferralMade = fact('national-referral-made', {
  label: 'Referred to the National Referral Mechanism',
  happenedOn: 'Day of that referral',
  about: [referralReceived.kind],
  fields: {
    reference: words('Reference', optional),
    firstResponder: words('First-responder organisation that made it', optional),
  },
})

const decision = "chapter 1, 'Processes for managing individual cases' and Flow chart 1 (J18 p.31; D20 pp.34-35)"
const referring = "chapter 1, 'Referral' (J18 p.16; D20 p.17)"
/** The source of a referral from somebody who gave no name. */
export const anonymous = '9'
/** How a referral came that was sent without an account, by somebody whom nobody checked. */
export const publicPage = 'public-page'
/** How one came that an agency wrote on a page of few questions, or that its system sent. */
export const onlineForm = 'form'

// T1-REF-01, first half.
export const acknowledgeReferral = duty({
  id: 'acknowledge-referral',
  who: socialCare,
  by: 'authority',
  must: 'Tell the referrer that the referral has arrived',
  arisesFrom: referralReceived,
  when: referral => referral.data.source !== anonymous,
  dischargedBy: [referralAcknowledged, referrerTold],
  cites: ['WT18-1.5-04', 'T1-REF-01'],
  editions: [
    { edition: 'wt2018', within: workingDays(1), force: 'should', source: wt2018.at(decision, { confirmed: true }) },
  ],
})

// T1-REF-01, second half. It never lapses for being late.
export const decideOnReferral = duty({
  id: 'decide-on-referral',
  who: `${socialCare}: a social worker`,
  by: 'authority',
  must: 'Decide what happens next and what kind of response is needed',
  arisesFrom: referralReceived,
  dischargedBy: [referralDecided],
  cites: ['WT18-1.5-04', 'T1-REF-01', 'T23-REF-01'],
  editions: [
    { edition: 'wt2018', within: workingDays(1), force: 'should', source: wt2018.at(decision, { confirmed: true }) },
    { edition: 'wt2023', within: workingDays(1), force: 'should', source: wt2023.at('chapter 3', { confirmed: true }) },
  ],
})

// 1.5-04: a specialist assessment is asked for in order to decide. What it says is then decided on.
export const decideAfterSpecialistAssessment = duty({
  id: 'decide-after-specialist-assessment',
  who: `${socialCare}: a social worker`,
  by: 'authority',
  must: 'Decide what happens next, with what the specialist assessment found',
  arisesFrom: referralDecided,
  when: ({ data }) => data.outcome === 'specialist-assessment',
  dischargedBy: [referralDecided],
  dischargedWhen: decided => dataOf(referralDecided, decided)?.outcome !== 'specialist-assessment',
  reach: 'line',
  cites: ['WT18-1.5-04'],
  editions: [{ edition: 'wt2018', within: promptly(), force: 'should', source: wt2018.at(decision) }],
})

export const tellReferrer = duty({
  id: 'tell-referrer-of-decision',
  who: socialCare,
  by: 'authority',
  must: 'Tell the referrer what was decided; where the threshold is not met, why, and what else could help',
  arisesFrom: referralDecided,
  when: (_, line) => line.last(referralReceived)?.data.source !== anonymous,
  reads: [referralReceived],
  dischargedBy: [referrerTold],
  cites: ['WT18-1.5-06', 'T1-REF-03'],
  editions: [
    {
      edition: 'wt2018',
      within: promptly('when it is decided'),
      force: 'should',
      source: wt2018.at(`${referring} and Flow chart 1`),
    },
  ],
})

export const tellFamily = duty({
  id: 'tell-family-of-decision',
  who: socialCare,
  by: 'authority',
  must: 'Tell the child and the family what will be done, unless that is unsafe or harms a police case',
  arisesFrom: referralDecided,
  dischargedBy: [familyTold],
  cites: ['WT18-1.5-05'],
  editions: [
    { edition: 'wt2018', within: promptly(), force: 'should', source: wt2018.at(decision, { confirmed: true }) },
  ],
})

export const tellPolice = duty({
  id: 'tell-police-of-possible-crime',
  who: socialCare,
  by: 'authority',
  must: 'Tell the police that the referral points to a crime',
  arisesFrom: referralReceived,
  // A referral from the police themselves.
  when: ({ data }) => (data.suggests?.includes('crime') ?? false) && data.source !== '6',
  dischargedBy: [policeTold],
  cites: ['WT18-1.5-09'],
  editions: [{ edition: 'wt2018', within: promptly(), force: 'should', source: wt2018.at(referring) }],
})

export const referToNationalMechanism = duty({
  id: 'refer-to-national-mechanism',
  who: `${socialCare}, through a first-responder organisation`,
  by: 'authority',
  must: 'Refer the suspected victim to the National Referral Mechanism as well',
  arisesFrom: referralReceived,
  when: referral => referral.data.suggests?.includes('trafficking') ?? false,
  dischargedBy: [nationalReferralMade],
  cites: ['WT18-1.5-08', 'T1-REF-04'],
  editions: [
    {
      edition: 'wt2018',
      within: promptly('as soon as possible'),
      force: 'should',
      source: wt2018.at("chapter 1, 'Referral'"),
    },
  ],
})

export const referral = procedure({
  id: 'referral',
  label: 'Referral to children’s social care',
  section: '1.5',
  caseKind: 'child',
  leads: socialCare,
  takesPart: 'Referrer, multi-agency hub, police where a crime is possible, health, education',
  opensWith: [turn(referralReceived)],
  closesWith: [turn(referralDecided, ({ data }) => data.outcome !== 'specialist-assessment')],
  facts: [
    referralReceived,
    referralAcknowledged,
    referralDecisionProposed,
    referralDecisionLookedAt,
    referralDecided,
    referrerTold,
    familyTold,
    policeTold,
    nationalReferralMade,
  ],
  duties: [
    acknowledgeReferral,
    decideOnReferral,
    decideAfterSpecialistAssessment,
    tellReferrer,
    tellFamily,
    tellPolice,
    referToNationalMechanism,
  ],
  prompts: [
    promptFor(
      'WT18-1.5-07',
      referrerTold,
      'A referrer who does not accept the decision can come back to it, and then escalate: say how.',
      referring,
    ),
  ],
})
