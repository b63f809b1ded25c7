/** What is recorded of a difference about a child: that it was raised, each answer, each step higher, and how it ended. */
import { fact } from '../engine/fact.ts'
import { choice, day, narrative, optional, parties, words } from '../engine/field.ts'

/** How far it can go, in order. */
export const stages = {
  practitioners: 'Between practitioners',
  managers: 'Between managers',
  senior: 'Senior, named or designated professional',
  partners: 'The partners’ own process',
} as const
export type Stage = keyof typeof stages

const { practitioners: _first, ...higherStages } = stages

/** What somebody without an account says on the receipt of their referral is recorded as told to the council: it carries which receipt. */
const ofReceipt = ['receipt']

/** Whether the child is safe while it is open. */
const isSafe = { safe: 'Yes', 'not-safe': 'No', 'not-known': 'Not known yet' } as const

export const disagreementRaised = fact('disagreement-raised', {
  label: 'Disagreement raised',
  // Until shape 1 nobody was asked with whom, or how the child is safe meanwhile.
  shape: 2,
  lifts: { 1: data => data },
  happenedOn: 'Day it was raised',
  time: 'asked',
  carries: ofReceipt,
  fields: {
    decision: choice('What it is about', {
      referral: 'Decision on a referral',
      'strategy-discussion': 'Strategy discussion',
      enquiry: 'Outcome of an enquiry, or no conference',
      conference: 'Conference',
      plan: 'Plan',
      other: 'Something else',
    }),
    decidedOn: day('Day of that decision', optional),
    against: parties('Agency whose decision it is', 'agency', optional),
    stage: choice('How far it has gone', stages, optional),
    raisedBy: words('Who raised it', optional),
    withWhom: words('With whom at the other agency', optional),
    replyBy: day('Day by which a reply is expected locally', { ...optional, ahead: true }),
    reasons: narrative('What is disputed, and why'),
    safety: choice('Is the child safe while this is open?', isSafe, optional),
    safetyHow: narrative('How the child is safe meanwhile, or what would make it so', optional),
    safetyBy: words('Who makes sure of that', optional),
  },
})

export const disagreementSafetyAnswered = fact('disagreement-safety-answered', {
  label: 'How the child is safe while a disagreement is open',
  happenedOn: 'Day of the answer',
  time: 'asked',
  about: [disagreementRaised.kind],
  fields: {
    safety: choice('Is the child safe while this is open?', isSafe),
    how: narrative('How, and what was done about it'),
    safetyBy: words('Who makes sure of that', optional),
    lookAgainOn: day('Day on which that is looked at again', { ...optional, ahead: true }),
  },
})

export const disagreementTakenHigher = fact('disagreement-taken-higher', {
  label: 'Disagreement taken higher',
  happenedOn: 'Day of the step',
  time: 'asked',
  about: [disagreementRaised.kind],
  carries: ofReceipt,
  fields: {
    stage: choice('To which stage', higherStages),
    against: parties('Agency that is to answer', 'agency', optional),
    takenBy: words('Who takes it higher', optional),
    withWhom: words('With whom at the other agency', optional),
    reasons: narrative('Why it is not settled yet'),
    skipped: narrative('If a stage is left out: why', optional),
  },
})

export const disagreementAnswered = fact('disagreement-answered', {
  label: 'Disagreement answered',
  happenedOn: 'Day of the answer',
  time: 'asked',
  // The step that it answers: where the disagreement stood then.
  about: [disagreementTakenHigher.kind, disagreementRaised.kind],
  fields: {
    answer: choice('What is the answer?', {
      changed: 'The decision is changed',
      upheld: 'The decision stands, with reasons',
      compromise: 'A compromise is offered',
    }),
    answeredBy: words('Who answers', optional),
    reasons: narrative('Why, and what happens next'),
  },
})

export const disagreementSettled = fact('disagreement-settled', {
  label: 'Disagreement settled',
  // Until shape 1 nobody was asked who agreed.
  shape: 2,
  lifts: { 1: data => data },
  happenedOn: 'Day it was settled',
  about: [disagreementRaised.kind],
  carries: ofReceipt,
  fields: {
    resolution: choice('How', {
      changed: 'The decision was changed',
      upheld: 'The decision stands, with reasons',
      compromise: 'A compromise',
      conference: 'A conference is convened',
    }),
    agreedBy: words('Who agreed, on each side', optional),
    effect: narrative('What it means for the child’s plan', optional),
  },
})

export const disagreementWithdrawn = fact('disagreement-withdrawn', {
  label: 'Disagreement withdrawn',
  happenedOn: 'Day it was withdrawn',
  about: [disagreementRaised.kind],
  carries: ofReceipt,
  fields: { reasons: narrative('Why it is not pursued') },
})

/** What a decision of another agency is called where somebody does not agree with it, by the kind that records it. */
export const decisions: Readonly<Record<string, string>> = {
  'referral-decided': 'referral',
  'strategy-discussion-held': 'strategy-discussion',
  'section-47-enquiry-concluded': 'enquiry',
  'initial-conference-held': 'conference',
  'review-conference-held': 'conference',
  'child-protection-plan-started': 'plan',
  'child-in-need-plan-started': 'plan',
}

/** What a fact carries that was said on the receipt of a referral. In a list: it is for the ledger, and shown as no answer. */
export function onReceiptOf(referral: string) {
  return { receipt: [{ referral }] }
}

/** The referral on whose receipt it was said, by its root; nothing where somebody who signs in recorded it. */
export function receiptOf({ data }: { readonly data: object }): string | undefined {
  const { receipt = [] } = data as Partial<ReturnType<typeof onReceiptOf>>
  return receipt[0]?.referral
}
