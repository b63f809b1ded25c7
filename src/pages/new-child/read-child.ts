/** The form about a child who has no case yet: read once, into what the case is opened with or into messages. */
import type { Happened } from '../../engine/fact.ts'
import { type Day, isDay } from '../../guidance/days.ts'
import type { Recording } from '../../ledger/command.ts'
import type { Sought } from '../../people/find-existing.ts'
import { checkNhsNumber, checkUpn, plainNhsNumber, plainUpn } from '../../people/identifiers.ts'
import {
  addressKnown,
  birthExpected,
  childBorn,
  childIdentified,
  childNamed,
  mayBeExpected,
} from '../../procedures/people.ts'
import { type Form, type Message, readFact } from '../record/read-fact.ts'

export interface ChildRead {
  readonly sought: Sought
  /** What the case begins with. */
  readonly facts: readonly Omit<Recording, 'caseId'>[]
}

type Today = { readonly day: Day; readonly instant: number }

/**
 * Reads the form. A surname, or what the child is called, is needed; everything else is given where it is known.
 * @param mayBeUnnamed where the child is found by other words: then no name is recorded, and none is made up
 */
export function readChild(
  form: Form,
  today: Today,
  { mayBeUnnamed = false } = {},
): { child: ChildRead } | { messages: Message[] } {
  const messages: Message[] = []
  const text = (name: string) => ([form[name] ?? ''].flat()[0] ?? '').replaceAll('\0', '').trim()
  const [forenames, surname, postcode] = [text('forenames'), text('surname'), text('postcode')]
  const say = (field: string, words: string): undefined => void messages.push({ field, text: words })
  const narrative = (kind: typeof childNamed | typeof addressKnown, words: Record<string, string>) => {
    const given = Object.fromEntries(Object.entries(words).filter(([, value]) => value !== ''))
    const { day } = dayParts(today.day)
    const read = readFact(kind, { ...given, ...day }, { today })
    if ('messages' in read) messages.push(...read.messages)
    return { narrative: given }
  }
  const isUnnamed = mayBeUnnamed && !surname
  if (!surname && !isUnnamed) say('surname', 'Enter the last name, or what the child is called')
  const facts: Omit<Recording, 'caseId'>[] = []
  const on = (day: Day): Happened => ({ from: day, to: day, certainty: 'day', at: null })
  const add = (kind: string, happened: Happened, rest: Partial<Pick<Recording, 'data' | 'narrative'>>) =>
    facts.push({ act: 'record', kind, happened, data: {}, narrative: {}, ...rest })
  if (!isUnnamed) add(childNamed.kind, on(today.day), surname ? narrative(childNamed, { forenames, surname }) : {})
  const birth = birthIn(form, today, messages)
  if (birth?.happened) add(childBorn.kind, birth.happened, {})
  if (birth?.expectedOn) add(birthExpected.kind, on(today.day), { data: { expectedOn: birth.expectedOn } })
  const identify = (
    scheme: string,
    name: string,
    check: (value: string) => string | null,
    keep: (value: string) => string,
  ) => {
    const value = text(name)
    if (!value) return null
    const wrong = check(value)
    if (wrong) return say(name, wrong) ?? null
    add(childIdentified.kind, on(today.day), { data: { scheme }, narrative: { identifier: keep(value) } })
    return keep(value)
  }
  const nhsNumber = identify('nhs-number', 'nhs-number', checkNhsNumber, plainNhsNumber)
  const upn = identify('upn', 'upn', checkUpn, plainUpn)
  if (text('address') || postcode) {
    add(addressKnown.kind, on(today.day), narrative(addressKnown, { address: text('address'), postcode }))
  }
  if (messages.length > 0) return { messages }
  const birthDay = birth?.happened?.certainty === 'day' ? birth.happened.from : null
  return { child: { facts, sought: { forenames, surname, birthDay, postcode: postcode || null, nhsNumber, upn } } }
}

function birthIn(form: Form, today: Today, messages: Message[]): { happened?: Happened; expectedOn?: Day } | undefined {
  const parts = ['day', 'month', 'year'].map(part => ([form[`happened-${part}`] ?? ''].flat()[0] ?? '').trim())
  if (parts.every(part => part === '')) return undefined
  if (form['unborn'] !== 'yes') {
    const read = readFact(childBorn, { ...dateOnly(form) }, { today })
    if ('fact' in read) return { happened: read.fact.happened }
    messages.push(...read.messages.map(({ text }) => ({ field: 'happened', text: aboutBirth(text) })))
    return undefined
  }
  const [day = '', month = '', year = ''] = parts
  const expectedOn = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  if (!isDay(expectedOn)) messages.push({ field: 'happened', text: 'The expected date of birth must be a real date' })
  else if (!mayBeExpected(expectedOn, today.day))
    messages.push({ field: 'happened', text: 'Check the expected date of birth: it is too far from today' })
  else return { expectedOn }
  return undefined
}

function aboutBirth(text: string): string {
  if (text.startsWith('The date must be today or in the past'))
    return 'The date of birth must be today or in the past. For a child not born yet, tick the box below'
  return text.replace('The date', 'The date of birth')
}

function dateOnly(form: Form): Form {
  return Object.fromEntries(Object.entries(form).filter(([name]) => name.startsWith('happened-')))
}

function dayParts(of: Day): { day: Form } {
  const [year, month, day] = of.split('-')
  return { day: { 'happened-day': day, 'happened-month': month, 'happened-year': year } }
}
