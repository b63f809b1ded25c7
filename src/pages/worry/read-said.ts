/** What somebody without an account wrote on their receipt, into what the council records as told to it; or into messages. */
import type { FactDefinition } from '../../engine/fact.ts'
import type { ReceiptStep } from '../../ledger/public-receipt.ts'
import {
  disagreementRaised,
  disagreementSettled,
  disagreementTakenHigher,
  disagreementWithdrawn,
} from '../../procedures/disagreement-facts.ts'
import { type Fields, valueOf } from '../pipeline/fields.ts'
import { type FactRead, type Message, type Reading, readWhatThereIs } from '../record/read-fact.ts'
import { dayOf, inOrder, replace } from '../refer/read-referral.ts'

/** What is recorded, with what of it is known without asking. */
const recordedBy: Readonly<Record<ReceiptStep, readonly [FactDefinition, Fields]>> = {
  disagree: [disagreementRaised, { decision: 'referral' }],
  accept: [disagreementSettled, { resolution: 'upheld' }],
  higher: [disagreementTakenHigher, { stage: 'managers' }],
  withdraw: [disagreementWithdrawn, {}],
}

/** As long as the way to reach somebody may be. */
const longestContact = 100

/** Reads what was said today. Which stage, which answer and with whom is known: it is not read here. */
export function readSaid(
  step: ReceiptStep,
  typed: Fields,
  today: Reading['today'],
): { readonly fact: FactRead; readonly contact: string } | { readonly messages: readonly Message[] } {
  const [definition, known] = recordedBy[step]
  const text = (name: string) => valueOf(typed, name)
  const said = { ...known, ...dayOf(today.day), reasons: reasonsOf(step, typed) }
  const answers = step === 'disagree' ? { safety: text('safety'), safetyHow: text('safetyHow') } : {}
  const { fact, messages } = readWhatThereIs(definition, { ...said, ...answers }, { today })
  if (messages.some(({ field, text: says }) => field === 'reasons' && says.includes('characters')))
    replace(messages, 'reasons', 'What you write must be 100,000 characters or fewer. Ring where there is more to say')
  const contact = text('contact').replaceAll(/\s+/g, ' ')
  if (step === 'disagree') messagesOfRaising(text, messages)
  if (step === 'higher' && !text('reasons')) replace(messages, 'reasons', 'Enter why this is not settled for you')
  if (step === 'withdraw' && !text('reasons')) replace(messages, 'reasons', 'Enter why you withdraw it')
  if (contact.length > longestContact)
    replace(messages, 'contact', `How you can be reached must be ${longestContact} characters or fewer`)
  if (messages.length > 0 || !fact.happened) return { messages: inOrder(messages, order) }
  const { data, narrative } = fact
  return { fact: { data, narrative, happened: { ...fact.happened, at: today.instant } }, contact }
}

const order = ['asks', 'reasons', 'safety', 'safetyHow', 'contact']

function messagesOfRaising(text: (name: string) => string, messages: Message[]): void {
  if (!text('asks')) replace(messages, 'asks', 'Enter what the council should do')
  if (!text('reasons')) replace(messages, 'reasons', 'Enter what you think is wrong, and why')
  if (!text('safety')) replace(messages, 'safety', 'Select whether the child is safe now')
  if (['safe', 'not-safe'].includes(text('safety')) && !text('safetyHow'))
    replace(messages, 'safetyHow', 'Enter how the child is safe, or what would make it so')
}

/** What they ask for and why, as one text, each part under its question. */
function reasonsOf(step: ReceiptStep, typed: Fields): string {
  const reasons = valueOf(typed, 'reasons')
  const asks = valueOf(typed, 'asks')
  if (step !== 'disagree') return reasons
  return `What they ask for:\n${asks}\n\nWhat they think is wrong, and why:\n${reasons}`
}
