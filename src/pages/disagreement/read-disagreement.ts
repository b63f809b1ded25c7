/** The forms of a disagreement into what is recorded; or into messages that say what to do. */
import type { FactDefinition } from '../../engine/fact.ts'
import { longestNarrative } from '../../engine/schema.ts'
import type { Bases } from '../../ledger/bases.ts'
import { usualBasis } from '../../ledger/refer.ts'
import {
  disagreementAnswered,
  disagreementRaised,
  disagreementSafetyAnswered,
  disagreementSettled,
  disagreementTakenHigher,
  disagreementWithdrawn,
  type Stage,
  stages,
} from '../../procedures/disagreement-facts.ts'
import { above, leftOut } from '../../procedures/disagreement-ladder.ts'
import { type Fields, valueOf } from '../pipeline/fields.ts'
import { type FactRead, type Message, type Reading, readWhatThereIs } from '../record/read-fact.ts'
import { dayOf, inOrder, replace } from '../refer/read-referral.ts'
import { readWhyShared, type WhyShared, whyNames } from '../share/why-shared.tsx'
import type { StepName } from './open-ladder.ts'

type Read<What> = What | { readonly messages: readonly Message[] }

interface Against {
  readonly today: Reading['today']
  readonly bases: Bases
  /** Whether the file is a child's. */
  readonly isOfChild: boolean
  /** Agencies with which one can disagree here. */
  readonly offered: ReadonlySet<string>
}

/** Reads the form on which a disagreement is raised: between practitioners, today. */
export function readRaised(
  typed: Fields,
  against: Against,
): Read<{ readonly fact: FactRead; readonly why: WhyShared }> {
  const { today, bases, offered, isOfChild } = against
  const said = { ...typed, ...dayOf(today.day), stage: 'practitioners' }
  const reading = { today, offered: { agency: offered, post: new Map() } }
  const { fact, messages } = readWhatThereIs(disagreementRaised, said, reading)
  const unless = (name: string, text: string) => {
    if (!valueOf(typed, name)) replace(messages, name, text)
  }
  unless('decision', 'Select what it is about')
  unless('against', 'Select whose decision it is')
  unless('reasons', 'Enter what you do not agree with, and why')
  unless('safety', 'Select whether the child is safe while this is open')
  unless('safetyHow', 'Enter how the child is safe meanwhile, or what would make it so')
  unless('raisedBy', 'Enter who raises it')
  const basis = isOfChild ? usualBasis(bases, valueOf(typed, 'safety') === 'not-safe' ? 'in-danger' : '') : 'ca2004-s10'
  const whyTold = { ...typed, [whyNames.necessity]: whyToRaise }
  const why = readWhyShared(whyTold, { basis, bases, aboutFamily: true }, messages)
  if (messages.length > 0 || !fact.happened) return { messages: inOrder(messages, order) }
  return { fact: { ...fact, happened: atOnce(fact.happened, today) }, why }
}

/** Why it is necessary to tell the other side. */
const whyToRaise = 'They decided, and have to answer. The child has to be safe meanwhile.'

const order = [...Object.keys(disagreementRaised.fields), whyNames.basis, whyNames.told, whyNames.notToldWhy]

/** What is said happens as it is said. */
function atOnce(happened: FactRead['happened'], { instant }: Reading['today']): FactRead['happened'] {
  return { ...happened, at: instant }
}

/** The name of the hidden field that says which stage an answer is to. */
export const answersStage = 'answers-stage'

/** What each step records. */
export const recordedBy: Readonly<Record<StepName, FactDefinition>> = {
  safety: disagreementSafetyAnswered,
  answer: disagreementAnswered,
  higher: disagreementTakenHigher,
  settle: disagreementSettled,
  withdraw: disagreementWithdrawn,
}

/** What must be answered on the page of a step, in its order, besides what is asked of every such record. */
const needed: Readonly<Record<StepName, Readonly<Record<string, string>>>> = {
  safety: {
    safety: 'Select whether the child is safe while this is open',
    how: 'Enter how the child is safe meanwhile, and what was done about it',
    safetyBy: 'Enter who makes sure of that',
  },
  answer: {
    answer: 'Select your answer',
    reasons: 'Enter why, and what happens next',
    answeredBy: 'Enter who answers',
  },
  higher: {
    stage: 'Select to which stage it goes',
    reasons: 'Enter why it is not settled yet',
    takenBy: 'Enter who takes it higher',
  },
  settle: {
    resolution: 'Select how it was settled',
    agreedBy: 'Enter who agreed, on each side',
    effect: 'Enter what it means for the child',
  },
  withdraw: { reasons: 'Enter why you do not pursue it' },
}

/** The name of the field for what whoever raised it on a receipt reads there. */
export const explained = 'explained'

/** Whether they have to be told of it, may be, or are not, where it was raised on a receipt. */
export const tellsSender: Readonly<Partial<Record<StepName, 'must' | 'may'>>> = {
  safety: 'may',
  answer: 'must',
  settle: 'must',
}

interface StepAgainst {
  readonly today: Reading['today']
  /** Where the disagreement stands. */
  readonly from: Stage
  /** The agencies that are to answer, where it goes higher. */
  readonly against: readonly string[]
  /** Whether it was raised on a receipt. */
  readonly onReceipt: boolean
}

/** Reads the form of a step, taken today, with what whoever raised it on a receipt is told of it. */
export function readStep(
  step: StepName,
  typed: Fields,
  { from, against, today, onReceipt }: StepAgainst,
): Read<{ readonly fact: FactRead; readonly toSender: string | undefined }> {
  const more = step === 'higher' ? { against: [...against] } : {}
  const { fact, messages } = readWhatThereIs(recordedBy[step], { ...typed, ...dayOf(today.day), ...more }, { today })
  for (const [name, text] of Object.entries(needed[step])) if (!valueOf(typed, name)) replace(messages, name, text)
  if (step === 'safety' && valueOf(typed, 'safety') && isPast(fact, today.day))
    replace(messages, 'lookAgainOn', 'The day on which it is looked at again must be today or later')
  if (step === 'higher') messagesOnStage(typed, from, messages)
  const telling = onReceipt ? tellsSender[step] : undefined
  const toSender = telling && valueOf(typed, explained)
  if (telling === 'must' && !toSender) replace(messages, explained, 'Enter what they read of it on their receipt')
  if (toSender && toSender.length > longestNarrative)
    replace(messages, explained, 'What they read must be 100,000 characters or fewer')
  if (messages.length > 0 || !fact.happened)
    return { messages: inOrder(messages, Object.keys(recordedBy[step].fields)) }
  return { fact: { ...fact, happened: atOnce(fact.happened, today) }, toSender: toSender || undefined }
}

function isPast({ data }: Pick<FactRead, 'data'>, today: string): boolean {
  const { lookAgainOn } = data as { lookAgainOn?: string }
  return lookAgainOn !== undefined && lookAgainOn < today
}

/** A stage is left out only by saying why. */
function messagesOnStage(typed: Fields, from: Stage, messages: Message[]): void {
  const to = valueOf(typed, 'stage')
  const chosen = above(from).find(stage => stage === to)
  if (!to) return
  if (!chosen)
    return replace(
      messages,
      'stage',
      `Select a stage above “${stages[from]}”. Somebody may have taken it there meanwhile`,
    )
  const skipped = leftOut(from, chosen)
  if (skipped.length > 0 && !valueOf(typed, 'skipped'))
    replace(
      messages,
      'skipped',
      `Enter why it does not go by “${skipped.map(stage => stages[stage]).join('” and “')}” first`,
    )
}
