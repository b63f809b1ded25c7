/** A form's fields into a fact, or into messages that say what to do. Read once, at the edge; nothing is checked again after it. */
import type { FactDefinition, Happened } from '../../engine/fact.ts'
import { type Field, isOffered, mayBeNamed } from '../../engine/field.ts'
import { divide, schemaOf } from '../../engine/schema.ts'
import { addDays, addMonths, type Day, isDay } from '../../guidance/days.ts'
import { londonInstant } from '../../guidance/london.ts'

/** Form fields as they arrive: the same name several times is a list. */
export type Form = Readonly<Record<string, string | readonly string[] | undefined>>

export interface Message {
  /** The name of the field that it is about. */
  readonly field: string
  readonly text: string
}

export interface FactRead {
  readonly happened: Happened
  readonly data: Record<string, unknown>
  readonly narrative: Record<string, string>
}

/** What a form is read against. */
export interface Reading {
  /** Nothing but a plan may lie after it. */
  readonly today: { readonly day: Day; readonly instant: number }
  /** The day on which the procedure opened: it decides which answers of a list that changed may be given. */
  readonly openedOn?: Day | undefined
  /** The agencies and posts that were offered, the posts with their roles; any, where not given. */
  readonly offered?: { readonly agency: ReadonlySet<string>; readonly post: ReadonlyMap<string, string> } | undefined
}

/** Reads the form of a kind of fact. */
export function readFact(
  definition: FactDefinition,
  form: Form,
  reading: Reading,
): { fact: FactRead } | { messages: Message[] } {
  const { fact, messages } = readWhatThereIs(definition, form, reading)
  if (messages.length > 0 || !fact.happened) return { messages }
  return { fact: { ...fact, happened: fact.happened } }
}

/** As far as a half-filled form can be read: for showing what it would start. */
export function readWhatThereIs(
  definition: FactDefinition,
  form: Form,
  reading: Reading,
): { fact: Omit<FactRead, 'happened'> & { happened: Happened | undefined }; messages: Message[] } {
  const messages: Message[] = []
  const happened = readHappened(definition, form, reading, messages)
  const values: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(definition.fields)) {
    const value = readField(name, field, form, reading, messages)
    if (value !== undefined) values[name] = value
  }
  const read = schemaOf(definition).safeParse(values)
  for (const issue of read.success ? [] : read.error.issues) {
    const name = String(issue.path[0])
    if (!messages.some(message => message.field === name)) messages.push({ field: name, text: issue.message })
  }
  const wrong = new Set(messages.map(({ field }) => field))
  const right = read.success ? read.data : values
  const kept = Object.fromEntries(Object.entries(right).filter(([name]) => !wrong.has(name)))
  return { fact: { happened, ...divide(definition, kept) }, messages: inOrderOfForm(definition, messages) }
}

/** When it happened, as far as the form says so without a fault. */
export function happenedOf(definition: FactDefinition, form: Form, today: Reading['today']): Happened | undefined {
  return readHappened(definition, form, { today }, [])
}

function inOrderOfForm(definition: FactDefinition, messages: readonly Message[]): Message[] {
  const order = ['happened', ...Object.keys(definition.fields)]
  return messages.toSorted((a, b) => order.indexOf(a.field) - order.indexOf(b.field))
}

/** Browsers end lines with two characters; the database takes no zero character. */
function clean(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll('\0', '').trim()
}

const one = (form: Form, name: string): string => {
  const value = form[name]
  return clean(typeof value === 'string' ? value : (value?.[0] ?? ''))
}
const many = (form: Form, name: string): string[] => {
  const value = form[name]
  return (value === undefined ? [] : typeof value === 'string' ? [value] : [...value]).filter(text => text !== '')
}

/** What a date means, for use within a sentence: its explanation after a colon is left to the form. */
function meaning(definition: FactDefinition): string {
  const [words = ''] = definition.happenedOn.split(/[:;]/)
  return `${words.charAt(0).toLowerCase()}${words.slice(1)}`
}

const earliestYear = 1900

function readHappened(
  definition: FactDefinition,
  form: Form,
  { today }: Pick<Reading, 'today'>,
  messages: Message[],
): Happened | undefined {
  const say = (text: string): undefined => void messages.push({ field: 'happened', text })
  const certainty = one(form, 'happened-certainty') || 'day'
  const [dd, mm, yyyy] = [one(form, 'happened-day'), one(form, 'happened-month'), one(form, 'happened-year')]
  if (!yyyy && !mm && !dd) return say(`Enter a date: ${meaning(definition)}`)
  if (!/^\d{4}$/.test(yyyy)) return say('The year must have four figures, for example 2026')
  if (Number(yyyy) < earliestYear) return say(`The year must be ${earliestYear} or later`)
  if (certainty === 'year') return bounded(`${yyyy}-01-01`, `${yyyy}-12-31`, 'year')
  if (!/^\d{1,2}$/.test(mm) || Number(mm) < 1 || Number(mm) > 12)
    return say('Enter the month as a number from 1 to 12, or say that only the year is known')
  const month = `${yyyy}-${mm.padStart(2, '0')}`
  if (certainty === 'month') return bounded(`${month}-01`, addDays(addMonths(`${month}-01`, 1), -1), 'month')
  const day = `${month}-${dd.padStart(2, '0')}`
  if (!isDay(day))
    return say(dd ? 'The date must be a real date' : 'Enter the day, or say that only the month is known')
  if (day > today.day && !definition.ahead)
    return say('The date must be today or in the past. To plan something ahead, record the plan')
  if (certainty === 'about') return bounded(addDays(day, -7), addDays(day, 7), 'about')
  const at = readTime(day)
  return at === undefined ? undefined : { from: day, to: day, certainty: 'day', at }

  function bounded(from: Day, to: Day, kind: 'year' | 'month' | 'about'): Happened | undefined {
    if (from > today.day && !definition.ahead) return say('The date must be today or in the past')
    return { from, to: to > today.day && !definition.ahead ? today.day : to, certainty: kind, at: null }
  }

  function readTime(of: Day): number | null | undefined {
    const time = one(form, 'happened-time')
    if (time === '' || definition.time === undefined) return null
    const [, hh, min = '00', half] = time.match(/^(\d{1,2})(?:[:. ]?(\d{2}))? ?([ap]m)?$/i) ?? []
    const hour = hourOf(hh, half)
    if (hour === undefined || Number(min) > 59 || (min === '00' && !/\d[:. ]?\d\d|[ap]m/i.test(time)))
      return say('Enter the time on the 24-hour clock, for example 14:30')
    const at = londonInstant(of, hour, Number(min))
    if (timeAt(at) !== `${String(hour).padStart(2, '0')}:${min}`)
      return say('The clocks went forward that night, so there was no such time. Check the time and the date')
    if (at > today.instant && !definition.ahead) return say('The time must be in the past')
    return at
  }
}

function hourOf(figures: string | undefined, half: string | undefined): number | undefined {
  if (figures === undefined) return undefined
  const hour = Number(figures)
  if (!half) return hour > 23 ? undefined : hour
  if (hour < 1 || hour > 12) return undefined
  return (hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0)
}

const londonTime = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' })

/** What London's clocks show at an instant: '14:30'. */
export function timeAt(instant: number): string {
  return londonTime.format(instant)
}

function readField(name: string, field: Field, form: Form, reading: Reading, messages: Message[]): unknown {
  const say = (text: string) => messages.push({ field: name, text })
  switch (field.type) {
    case 'choice':
    case 'choices': {
      const values = field.type === 'choice' ? [one(form, name)].filter(text => text !== '') : many(form, name)
      for (const value of values) {
        const option = Object.hasOwn(field.options, value) ? field.options[value] : undefined
        if (option && !isOffered(option, reading.openedOn))
          say(`“${option.label}” could not be chosen on the day this opened. Choose from the answers of that day`)
      }
      if (field.type === 'choice') return values[0]
      return values.length === 0 && field.optional ? undefined : values
    }
    case 'parties': {
      const values = many(form, name)
      const { offered } = reading
      const isOffered = (id: string) => {
        const role = field.of === 'post' ? offered?.post.get(id) : undefined
        return field.of === 'post' ? role !== undefined && mayBeNamed(field, role) : offered?.agency.has(id)
      }
      if (offered && !values.every(isOffered)) say(`Select from the list: ${field.label.toLowerCase()}`)
      return values.length === 0 && field.optional ? undefined : values
    }
    case 'yes-no': {
      const value = one(form, name)
      return value === 'yes' ? true : value === 'no' ? false : undefined
    }
    case 'day': {
      const [dd, mm, yyyy] = [one(form, `${name}-day`), one(form, `${name}-month`), one(form, `${name}-year`)]
      if (!dd && !mm && !yyyy) return undefined
      const day = `${yyyy}-${mm.padStart(2, '0')}-${dd.padStart(2, '0')}`
      if (isDay(day) && day > reading.today.day && !field.ahead) say(`${field.label} must be today or in the past`)
      return day
    }
    case 'count': {
      const value = one(form, name)
      if (value === '') return undefined
      return /^\d{1,9}$/.test(value) ? Number(value) : value
    }
    default:
      return one(form, name) || undefined
  }
}

/** The form's fields as a recorded fact would have filled them: for corrections. */
export function formOf(
  definition: FactDefinition,
  happened: Happened,
  values: Readonly<Record<string, unknown>>,
): Record<string, string | string[]> {
  const form: Record<string, string | string[]> = { 'happened-certainty': happened.certainty }
  putDay(form, 'happened', happened.certainty === 'about' ? addDays(happened.from, 7) : happened.from)
  if (happened.at !== null) form['happened-time'] = timeAt(happened.at)
  for (const [name, field] of Object.entries(definition.fields)) {
    const value = values[name]
    if (value === undefined || value === null) continue
    if (field.type === 'yes-no') form[name] = value ? 'yes' : 'no'
    else if (Array.isArray(value)) form[name] = value.map(String)
    else if (typeof value === 'number') form[name] = String(value)
    else if (typeof value === 'string' && field.type === 'day') putDay(form, name, value)
    else if (typeof value === 'string') form[name] = value
  }
  return form
}

function putDay(form: Record<string, string | string[]>, name: string, day: Day): void {
  const [yyyy = '', mm = '', dd = ''] = day.split('-')
  form[`${name}-day`] = String(Number(dd))
  form[`${name}-month`] = String(Number(mm))
  form[`${name}-year`] = yyyy
}
