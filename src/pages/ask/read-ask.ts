/** The form of a request into the fact, what goes with it and why; or into messages. */
import type { Day } from '../../guidance/days.ts'
import { dayFor, powerFor, type Urgency } from '../../ledger/ask.ts'
import type { Bases } from '../../ledger/bases.ts'
import { informationRequested } from '../../procedures/information-request.ts'
import { type Fields, valueOf, valuesOf } from '../pipeline/fields.ts'
import { type FactRead, type Message, readWhatThereIs } from '../record/read-fact.ts'
import { readWhyShared, type WhyShared } from '../share/why-shared.tsx'
import type { Enclosure } from './goes-with-it.ts'

/** The name of the field for what goes with the request. */
export const enclosed = 'goes-with-it'

/** The name of the field that lets each agency know whom else is asked. */
export const named = 'name-others'

interface Against {
  readonly bases: Bases
  readonly today: { readonly day: Day; readonly instant: number }
  /** Agencies that can be asked: of the area, another one than the visitor’s, with somebody who signs in. */
  readonly offered: ReadonlySet<string>
  readonly enclosures: readonly Enclosure[]
  /** Whether the visitor’s agency may be a safeguarding partner. */
  readonly mayUseSection16h: boolean
}

export interface Asking {
  readonly fact: FactRead
  readonly agencies: readonly string[]
  readonly roots: readonly string[]
  readonly why: WhyShared
  /** Whether each agency learns whom else is asked. */
  readonly areNamed: boolean
}

/** Reads the form. */
export function readAsk(typed: Fields, against: Against): { asking: Asking } | { messages: Message[] } {
  const { today, offered } = against
  const [year = '', month = '', day = ''] = today.day.split('-')
  const now = { 'happened-day': day, 'happened-month': month, 'happened-year': year }
  const { fact, messages } = readWhatThereIs(
    informationRequested,
    { ...typed, ...now },
    { today, offered: { agency: offered, post: new Map() } },
  )
  const data = fact.data as { purpose?: string; urgency?: Urgency; answerBy?: Day; periodFrom?: Day; periodTo?: Day }
  const say = (field: string, text: string) => {
    if (!messages.some(message => message.field === field)) messages.push({ field, text })
  }
  if (valuesOf(typed, 'asked').length === 0) replace(messages, 'asked', 'Select at least one agency')
  if (!valueOf(typed, 'purpose')) replace(messages, 'purpose', 'Select what it is needed for')
  if (data.purpose === 'section-16h' && !against.mayUseSection16h)
    say('purpose', 'Only a safeguarding partner can ask under section 16H. Select another purpose')
  if (!data.urgency) say('urgency', 'Select how urgent it is')
  if (data.answerBy && data.answerBy < today.day) say('answerBy', 'The day for the answer must be today or later')
  if (data.periodFrom && data.periodTo && data.periodFrom > data.periodTo)
    say('periodTo', 'The last day of the period must not be before its first')
  const roots = rootsIn(typed, against.enclosures)
  if (!roots) say(enclosed, 'Select from the list what goes with the request')
  else if (roots.length === 0 && !fact.narrative['people'])
    say(enclosed, 'Select at least the name, or write below whom you ask about')
  if (!fact.narrative['question']) say('question', 'Enter what you want to know')
  const why = readWhyShared(
    typed,
    { basis: powerFor(data.purpose ?? ''), bases: against.bases, aboutFamily: true },
    messages,
  )
  if (messages.length > 0 || !fact.happened || !data.urgency || !roots) return { messages: inOrder(messages) }
  const answerBy = data.answerBy ?? dayFor(data.urgency, today.day)
  const asked = [...new Set(valuesOf(typed, 'asked'))]
  const whole = { ...fact, happened: fact.happened, data: { ...fact.data, answerBy } }
  return { asking: { fact: whole, agencies: asked, roots, why, areNamed: valueOf(typed, named) === 'yes' } }
}

function replace(messages: Message[], field: string, text: string): void {
  const at = messages.findIndex(message => message.field === field)
  messages.splice(at < 0 ? messages.length : at, at < 0 ? 0 : 1, { field, text })
}

/** What was ticked; nothing where something was that is not offered. */
function rootsIn(typed: Fields, enclosures: readonly Enclosure[]): string[] | undefined {
  const ticked = [...new Set(valuesOf(typed, enclosed))]
  return ticked.every(root => enclosures.some(one => one.root === root)) ? ticked : undefined
}

const order = ['asked', 'purpose', 'question', enclosed, 'people', 'periodFrom', 'periodTo', 'urgency', 'answerBy']

/** As the form asks. */
function inOrder(messages: readonly Message[]): Message[] {
  const place = (field: string) => (order.includes(field) ? order.indexOf(field) : order.length)
  return messages.toSorted((a, b) => place(a.field) - place(b.field))
}
