/** The form of an answer into the fact and why it is shared; or into messages. */
import type { Day } from '../../guidance/days.ts'
import type { Bases } from '../../ledger/bases.ts'
import { informationRequestAnswered } from '../../procedures/information-request.ts'
import { type Fields, valueOf } from '../pipeline/fields.ts'
import { type FactRead, type Message, readWhatThereIs } from '../record/read-fact.ts'
import { readWhyShared, type WhyShared } from '../share/why-shared.tsx'

export interface Answering {
  readonly fact: FactRead
  readonly why: WhyShared
}

interface Against {
  readonly today: { readonly day: Day; readonly instant: number }
  /** The basis on which it was asked: taken where none is chosen. */
  readonly basis: string | undefined
  readonly bases: Bases
}

/** Reads the form. */
export function readAnswer(
  typed: Fields,
  { today, basis, bases }: Against,
): { answering: Answering } | { messages: readonly Message[] } {
  const [year = '', month = '', day = ''] = today.day.split('-')
  const now = { 'happened-day': day, 'happened-month': month, 'happened-year': year }
  const { fact, messages } = readWhatThereIs(informationRequestAnswered, { ...typed, ...now }, { today })
  const answer = valueOf(typed, 'answer')
  if (!answer)
    messages.splice(0, messages.length, ...without(messages, 'answer'), { field: 'answer', text: 'Select your answer' })
  if (answer === 'held-not-shared' && !fact.narrative['whyNot'])
    messages.push({ field: 'whyNot', text: 'Enter why you do not share it' })
  const why = readWhyShared(typed, { basis, bases, aboutFamily: answer === 'involved' }, messages)
  if (messages.length > 0 || !fact.happened) return { messages: inOrder(messages) }
  const asOf = (fact.data as { asOf?: Day }).asOf ?? today.day
  return { answering: { fact: { ...fact, happened: fact.happened, data: { ...fact.data, asOf } }, why } }
}

function without(messages: readonly Message[], name: string): Message[] {
  return messages.filter(({ field }) => field !== name)
}

const order = Object.keys(informationRequestAnswered.fields)

function inOrder(messages: readonly Message[]): Message[] {
  const place = (field: string) => (order.includes(field) ? order.indexOf(field) : order.length)
  return messages.toSorted((a, b) => place(a.field) - place(b.field))
}
