/** Values as files of the field write them: what can be read is read, and what was odd about it is said. */
import { type Day, isDay } from '../../guidance/days.ts'

/** A value, with what was odd about it; no value where it cannot be read. */
export interface Read<T> {
  readonly value?: T
  readonly why?: string
}

/** A day: ISO as the standard asks, with or without a time behind it, or day first with slashes, dots or hyphens. */
export function readDay(text: string): Read<Day> {
  const read = readAnyDay(text)
  // Systems write years like 0001 and 9999 where they know no date.
  if (read.value && (read.value < '1900' || read.value >= '2100'))
    return { why: `"${text.trim()}" cannot be a day of a child’s life` }
  return read
}

function readAnyDay(text: string): Read<Day> {
  const trimmed = text.trim()
  const iso = trimmed.match(/^(\d{4}-\d{2}-\d{2})(?:[T ].*|Z|[+-]\d{2}:\d{2})?$/)?.[1]
  if (iso) return isDay(iso) ? { value: iso } : { why: `"${trimmed}" is not a day of the calendar` }
  const [, dd, mm, yyyy] = trimmed.match(/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?: .*)?$/) ?? []
  if (dd && mm && yyyy) {
    const value = `${yyyy}-${mm.padStart(2, '0')}-${dd.padStart(2, '0')}`
    if (isDay(value))
      return {
        value,
        why: `the date "${trimmed}" is not written as the standard asks; it was read day first, as ${value}`,
      }
    return { why: `"${trimmed}" is not a day of the calendar` }
  }
  const [, y, m, d] = trimmed.match(/^(\d{4})\/?(\d{2})\/?(\d{2})$/) ?? []
  if (y && m && d && isDay(`${y}-${m}-${d}`)) {
    return {
      value: `${y}-${m}-${d}`,
      why: `the date "${trimmed}" is not written as the standard asks; it was read as ${y}-${m}-${d}`,
    }
  }
  return { why: trimmed === '' ? 'the date is empty' : `"${trimmed}" cannot be read as a date` }
}

/** Yes or no: 1 and 0 as the schema asks, and true and false in any case as files have them. */
export function readYesNo(text: string): Read<boolean> {
  const plain = text.trim().toLowerCase()
  if (plain === '1' || plain === 'true') return { value: true }
  if (plain === '0' || plain === 'false') return { value: false }
  return { why: plain === '' ? 'neither yes nor no is given' : `"${text.trim()}" is neither yes nor no` }
}

/** A code of a list, in any case. */
export function readCode<C extends string>(text: string, list: Readonly<Record<C, unknown>>): Read<C> {
  const trimmed = text.trim()
  for (const code of [trimmed, trimmed.toUpperCase()]) if (Object.hasOwn(list, code)) return { value: code as C }
  return { why: trimmed === '' ? 'the code is empty' : `"${trimmed}" is not a code of its list` }
}

/** A whole number, zero or more. */
export function readCount(text: string): Read<number> {
  const trimmed = text.trim()
  if (/^\d{1,6}$/.test(trimmed)) return { value: Number(trimmed) }
  return { why: `"${trimmed}" is not a whole number` }
}

/** An identifier: what stands there, without blanks around it, at most 40 characters. */
export function readIdentifier(text: string): Read<string> {
  const trimmed = text.trim()
  if (trimmed === '') return { why: 'the identifier is empty' }
  return trimmed.length > 40 ? { why: 'the identifier is longer than 40 characters' } : { value: trimmed }
}
