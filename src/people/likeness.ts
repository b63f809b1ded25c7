/** How much a found person is like the one who is looked for: a sum of points, each with its words. */
import { nameParts, plain, sounds } from './search-keys.ts'

export interface Described {
  readonly forenames: string
  readonly surname: string
  readonly birthDay: string | null
  readonly postcode: string | null
  readonly nhsNumber: string | null
  readonly upn: string | null
  /** The authority's own number. */
  readonly ownNumber: string | null
}

export interface Sought {
  readonly forenames: string
  readonly surname: string
  /** YYYY-MM-DD, YYYY-MM or YYYY: as much of it as is known. */
  readonly birthDay: string | null
  readonly postcode: string | null
  readonly identifiers: readonly string[]
}

export interface Likeness {
  readonly points: number
  /** What matched, in plain words, the weightiest first. */
  readonly because: readonly string[]
}

interface Point {
  readonly points: number
  readonly words: string
}

/** The points of what is the same; less where it is only alike. */
const worth = {
  identifier: 10,
  surname: 4,
  forename: 3,
  birthDay: 4,
  birthMonth: 3,
  birthYear: 2,
  postcode: 2,
} as const

/** The points that somebody would get who is the same in everything that was asked. Identifiers count on their own. */
export function mostPoints(sought: Sought): number {
  return (
    (sought.surname ? worth.surname : 0) +
    (sought.forenames ? worth.forename : 0) +
    worthOfBirth(sought.birthDay) +
    (sought.postcode ? worth.postcode : 0)
  )
}

function worthOfBirth(asked: string | null): number {
  if (!asked) return 0
  return asked.length === 4 ? worth.birthYear : asked.length === 7 ? worth.birthMonth : worth.birthDay
}

/** Compares one record with what is asked. */
export function likeness(sought: Sought, person: Described): Likeness {
  return likenessTo(sought)(person)
}

/** Compares many records with what is asked: a name is read once, however many bear it. */
export function likenessTo(sought: Sought): (person: Described) => Likeness {
  const surname = name('last name', worth.surname, sought.surname)
  const forename = name('first name', worth.forename, sought.forenames)
  return person => {
    const found = [
      identifier(sought, person),
      surname(person.surname),
      forename(person.forenames),
      birthDay(sought.birthDay, person.birthDay),
      postcode(sought.postcode, person.postcode),
    ].filter(point => point !== null)
    return {
      points: found.reduce((sum, { points }) => sum + points, 0),
      because: found.toSorted((a, b) => b.points - a.points).map(({ words }) => words),
    }
  }
}

function identifier({ identifiers }: Sought, person: Described): Point | null {
  const schemes = [
    ['NHS number', person.nhsNumber],
    ['unique pupil number', person.upn],
    ['number at the local authority', person.ownNumber],
  ] as const
  const same = schemes.find(([, value]) => value && identifiers.includes(plain(value)))
  return same ? { points: worth.identifier, words: `same ${same[0]}` } : null
}

/** Whole names are compared first, then their parts: "Whitlock" is a part of "Whitlock-Sample". */
function name(which: string, most: number, asked: string): (has: string) => Point | null {
  const one = plain(asked)
  if (one === '') return () => null
  const [askedParts, askedSounds] = [nameParts(asked), sounds(asked)]
  const compare = (has: string): Point | null => {
    const other = plain(has)
    if (other === '') return null
    if (one === other) return { points: most, words: `same ${which}` }
    const parts = nameParts(has)
    if (askedParts.some(part => parts.includes(part)))
      return { points: most * 0.85, words: `part of the ${which} is the same` }
    if ([other, ...parts].some(part => isNearly(one, part)))
      return { points: most * 0.75, words: `${which} spelt nearly the same` }
    const heard = sounds(has)
    if (askedSounds.some(sound => heard.includes(sound))) return { points: most * 0.6, words: `${which} sounds alike` }
    if (one.length <= 2 && other.startsWith(one)) return { points: most * 0.4, words: `same initial of the ${which}` }
    if (one.length >= 3 && other.startsWith(one)) return { points: most * 0.7, words: `${which} begins the same` }
    return null
  }
  const compared = new Map<string, Point | null>()
  return has => {
    const before = compared.get(has)
    if (before !== undefined) return before
    const point = compare(has)
    compared.set(has, point)
    return point
  }
}

function birthDay(asked: string | null, has: string | null): Point | null {
  if (!asked || !has) return null
  if (asked === has) return { points: worth.birthDay, words: 'same date of birth' }
  const [year, month, day] = asked.split('-')
  if (day === undefined && has.startsWith(asked))
    return { points: worthOfBirth(asked), words: month ? 'same month of birth' : 'same year of birth' }
  if (has === `${year}-${day}-${month}`)
    return { points: worth.birthDay * 0.75, words: 'day and month of birth the other way round' }
  const differ = asked.split('').filter((figure, at) => figure !== has[at]).length
  if (day !== undefined && differ === 1)
    return { points: worth.birthDay * 0.6, words: 'date of birth differs in one figure' }
  if (has.startsWith(`${year}-`)) return { points: worth.birthDay * 0.25, words: 'same year of birth' }
  return null
}

function postcode(asked: string | null, has: string | null): Point | null {
  if (!asked || !has) return null
  if (plain(asked) === plain(has)) return { points: worth.postcode, words: 'same postcode' }
  const outward = (text: string) => plain(text).slice(0, -3)
  if (outward(asked) === outward(has)) return { points: worth.postcode / 2, words: 'same part of the postcode' }
  return null
}

/** Up to two slips in a long name, one in a short one, none in a very short one. */
function isNearly(one: string, other: string): boolean {
  const longer = Math.max(one.length, other.length)
  const allowed = longer >= 7 ? 2 : longer >= 4 ? 1 : 0
  return allowed > 0 && Math.abs(one.length - other.length) <= allowed && slips(one, other, allowed) <= allowed
}

/** Rows of the table of slips, kept from one comparison to the next: names are short, comparisons many. */
let rows: [Uint8Array, Uint8Array, Uint8Array] = [new Uint8Array(256), new Uint8Array(256), new Uint8Array(256)]

/**
 * How many slips lead from one to the other: a letter more, less, another, or two swapped.
 * @param most from here on it does not matter how many: one more than this stands for all of them
 */
export function slips(one: string, other: string, most = 254): number {
  const [width, height] = [other.length, one.length]
  if (Math.abs(width - height) > most) return most + 1
  if (width >= 256) rows = [new Uint8Array(width + 1), new Uint8Array(width + 1), new Uint8Array(width + 1)]
  let [before, last, row] = rows
  for (let j = 0; j <= width; j++) last[j] = Math.min(j, 255)
  for (let i = 1; i <= height; i++) {
    row[0] = Math.min(i, 255)
    let leastOfRow = i
    for (let j = 1; j <= width; j++) {
      const isSame = one.charCodeAt(i - 1) === other.charCodeAt(j - 1)
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1))
      if (i > 1 && j > 1 && isSwapped(one, other, i, j)) least = Math.min(least, (before[j - 2] ?? 0) + 1)
      row[j] = Math.min(least, 255)
      if (least < leastOfRow) leastOfRow = least
    }
    if (leastOfRow > most + 1) return most + 1
    ;[before, last, row] = [last, row, before]
  }
  return Math.min(last[width] ?? 0, most + 1)
}

function isSwapped(one: string, other: string, i: number, j: number): boolean {
  return one.charCodeAt(i - 1) === other.charCodeAt(j - 2) && one.charCodeAt(i - 2) === other.charCodeAt(j - 1)
}
