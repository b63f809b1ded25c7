/** What counts as unusual, and in which words it is put: worth a question, never an accusation. */
import type { LooksOfOne, ManyFiles, OpeningInSpan } from './readings.ts'

/** For how many days one may look back. */
export const periods = [7, 30, 90] as const

/** So many people who do not work on a file make it one that is asked about. */
export const manyStrangers = 5
const most = 50

/** A file at which many people looked who do not work on it. */
export interface MuchRead {
  readonly caseId: string
  readonly people: number
  readonly looks: number
}

/** Somebody who looked at files out of hours. */
export interface OutOfHours {
  readonly one: LooksOfOne
  readonly looks: number
  readonly files: number
}

export interface Unusual {
  readonly own: readonly LooksOfOne[]
  readonly outOfHours: readonly OutOfHours[]
  readonly many: readonly ManyFiles[]
  readonly muchRead: readonly MuchRead[]
  readonly openings: readonly OpeningInSpan[]
  /** Every file that a finding speaks of. */
  readonly caseIds: readonly string[]
}

interface Read {
  readonly looks: readonly LooksOfOne[]
  readonly many: readonly ManyFiles[]
  readonly openings: readonly OpeningInSpan[]
  /** Of the looks those by people with a name in common with somebody on the file. */
  readonly own: readonly LooksOfOne[]
  /** Of the looks those by people who do not work on the file. */
  readonly strangers: readonly LooksOfOne[]
}

/** What is unusual among the looks of a period, the most first. */
export function unusualIn({ looks, many, openings, own, strangers }: Read): Unusual {
  const shown = own.toSorted((a, b) => b.last - a.last).slice(0, most)
  const muchRead = muchReadOf(strangers)
  const caseIds = [...shown, ...muchRead, ...openings].map(({ caseId }) => caseId)
  return { own: shown, outOfHours: outOfHoursOf(looks), many, muchRead, openings, caseIds }
}

/** The front door works at night and at weekends. */
function outOfHoursOf(looks: readonly LooksOfOne[]): OutOfHours[] {
  const people = new Map<string, { one: LooksOfOne; looks: number; files: Set<string> }>()
  for (const one of looks) {
    if (one.atNight === 0 || one.role === 'front-door') continue
    const person = people.get(one.practitionerId) ?? { one, looks: 0, files: new Set<string>() }
    person.looks += one.atNight
    person.files.add(one.caseId)
    people.set(one.practitionerId, person)
  }
  return [...people.values()]
    .map(({ files, ...person }) => ({ ...person, files: files.size }))
    .toSorted((a, b) => b.looks - a.looks)
    .slice(0, most)
}

function muchReadOf(strangers: readonly LooksOfOne[]): MuchRead[] {
  const files = new Map<string, { people: Set<string>; looks: number }>()
  for (const { caseId, practitionerId, looks } of strangers) {
    const file = files.get(caseId) ?? { people: new Set<string>(), looks: 0 }
    file.people.add(practitionerId)
    file.looks += looks
    files.set(caseId, file)
  }
  return [...files]
    .map(([caseId, { people, looks }]) => ({ caseId, people: people.size, looks }))
    .filter(({ people }) => people >= manyStrangers)
    .toSorted((a, b) => b.people - a.people)
    .slice(0, most)
}

/** "Amira Osei, Social worker, East team, Harrowmere Council". */
export function inOneLine({ who, title, agency }: Pick<LooksOfOne, 'who' | 'title' | 'agency'>): string {
  return `${who}, ${title}, ${agency}`
}
