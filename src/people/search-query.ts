/** What somebody typed into the one box: names, a birth date, identifiers and a file reference, in any order and form. */
import { plain } from './search-keys.ts'

export interface PeopleQuery {
  /** Names whose order is not known: "Fenwick Aria" and "Aria Fenwick" ask for the same. */
  readonly names: readonly string[]
  /** Names said to be the one or the other. */
  readonly forenames: string
  readonly surname: string
  /** YYYY-MM-DD, YYYY-MM or YYYY: as much of it as is known. */
  readonly birthDay: string | null
  readonly postcode: string | null
  /** NHS number, pupil numbers, an authority's own number: letters and figures alone. */
  readonly identifiers: readonly string[]
  /** The reference of a file here: GT-… */
  readonly reference: string | null
}

export const emptyQuery: PeopleQuery = {
  names: [],
  forenames: '',
  surname: '',
  birthDay: null,
  postcode: null,
  identifiers: [],
  reference: null,
}

/** Whether there is anything to look for. */
export function isEmpty(query: PeopleQuery): boolean {
  const { names, identifiers, ...texts } = query
  return names.length + identifiers.length === 0 && Object.values(texts).every(text => !text)
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthName = `(${months.join('|')})[a-z]*\\.?`

/** A year of two figures is of this century until the current year, else of the last. */
function fullYear(text: string, thisYear: number): number {
  const year = Number(text)
  if (text.length > 2) return year
  return year <= thisYear % 100 ? 2000 + year : 1900 + year
}

function dayFrom(year: number, month: number, day: number): string | null {
  const made = new Date(Date.UTC(year, month - 1, day))
  const isReal = made.getUTCMonth() === month - 1 && made.getUTCDate() === day && year > 1880 && year < 2100
  return isReal ? made.toISOString().slice(0, 10) : null
}

type Reading = readonly [pattern: RegExp, read: (found: readonly string[], thisYear: number) => string | null]

/** The forms in which people write a day; the first that fits is taken. Figures are day, month, year, as in England. */
const dayForms: readonly Reading[] = [
  [/\b(\d{4})-(\d{1,2})-(\d{1,2})\b/, ([, y, m, d]) => dayFrom(Number(y), Number(m), Number(d))],
  [
    /\b(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4}|\d{2})\b/,
    ([, d, m, y = ''], now) => dayFrom(fullYear(y, now), Number(m), Number(d)),
  ],
  [
    new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${monthName}[\\s,]+(\\d{4}|\\d{2})\\b`, 'i'),
    ([, d, m = '', y = ''], now) => dayFrom(fullYear(y, now), monthOf(m), Number(d)),
  ],
  [
    new RegExp(`\\b${monthName}\\s+(\\d{1,2})(?:st|nd|rd|th)?[\\s,]+(\\d{4})\\b`, 'i'),
    ([, m = '', d, y]) => dayFrom(Number(y), monthOf(m), Number(d)),
  ],
  [/\b(\d{1,2})\s+(\d{1,2})\s+((?:19|20)\d{2})\b/, ([, d, m, y]) => dayFrom(Number(y), Number(m), Number(d))],
  [/\b(\d{2})(\d{2})((?:19|20)\d{2})\b/, ([, d, m, y]) => dayFrom(Number(y), Number(m), Number(d))],
  [/\b((?:19|20)\d{2})(\d{2})(\d{2})\b/, ([, y, m, d]) => dayFrom(Number(y), Number(m), Number(d))],
]

function monthOf(name: string): number {
  return months.indexOf(name.slice(0, 3).toLowerCase()) + 1
}

/** Reads a day in any of the usual forms; nothing where the text is none. */
export function readBirthDay(text: string, thisYear: number): { day: string; rest: string } | null {
  return readForm(dayForms, text, thisYear)
}

/** Reads a month of birth with its year, or a year, where the day is not known. */
export function readBirthMonth(text: string, thisYear: number): { day: string; rest: string } | null {
  return readForm(partForms, text, thisYear)
}

function readForm(forms: readonly Reading[], text: string, thisYear: number): { day: string; rest: string } | null {
  for (const [pattern, read] of forms) {
    const found = pattern.exec(text)
    const day = found && read(found, thisYear)
    if (found && day) return { day, rest: text.replace(found[0], ' ') }
  }
  return null
}

/** The forms in which people write a month of birth, or a year, where they do not know the day. */
const partForms: readonly Reading[] = [
  [/\b((?:19|20)\d{2})-(\d{1,2})\b/, ([, y, m]) => monthFrom(y, Number(m))],
  [/(?<![\d/.-])(\d{1,2})\s*[/.-]\s*((?:19|20)\d{2})\b/, ([, m, y]) => monthFrom(y, Number(m))],
  [new RegExp(`\\b${monthName}[\\s,]+((?:19|20)\\d{2})\\b`, 'i'), ([, m = '', y]) => monthFrom(y, monthOf(m))],
  [/\b((?:19|20)\d{2})\b/, ([, y = '']) => y],
]

function monthFrom(year: string | undefined, month: number): string | null {
  return month >= 1 && month <= 12 ? `${year}-${String(month).padStart(2, '0')}` : null
}

const reference = /\bGT[\s-]?([0-9A-Z]{7})\b/i
const nhsNumber = /\b\d{3}[\s-]?\d{3}[\s-]?\d{4}\b/
const pupilNumber = /\b[A-Z]\d{11}[0-9A-Z]\b/i
const postcode = /\b([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[A-Z]{2})\b/i

/**
 * Reads the one box.
 * @param thisYear decides what a year of two figures means
 */
export function readQuery(text: string, thisYear: number): PeopleQuery {
  let rest = ` ${text.normalize('NFKC').slice(0, 200)} `
  const take = (pattern: RegExp) => {
    const found = pattern.exec(rest)
    if (found) rest = rest.replace(found[0], ' ')
    return found
  }
  const file = take(reference)?.[1]
  const identifiers: string[] = []
  const pupil = take(pupilNumber)
  if (pupil) identifiers.push(plain(pupil[0]))
  const nhs = take(nhsNumber)
  if (nhs) identifiers.push(plain(nhs[0]))
  // A year alone may be somebody's number: with a name beside it, it is when they were born.
  const birth = readBirthDay(rest, thisYear) ?? (/\p{L}{2}/u.test(rest) ? readBirthMonth(rest, thisYear) : null)
  if (birth) rest = birth.rest
  const home = take(postcode)
  const names: string[] = []
  for (const word of rest.split(/[\s,;]+/)) {
    if (/\d/.test(word)) identifiers.push(plain(word))
    else if (plain(word) !== '') names.push(word)
  }
  return {
    ...emptyQuery,
    names: names.slice(0, 6),
    birthDay: birth?.day ?? null,
    postcode: home ? `${home[1]} ${home[2]}`.toUpperCase() : null,
    identifiers: identifiers.filter(one => one !== '').slice(0, 4),
    reference: file ? asReference(file) : null,
  }
}

/** A reference as it is kept: letters that look like figures are taken for them. */
function asReference(letters: string): string {
  return `GT-${letters.toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1')}`
}
