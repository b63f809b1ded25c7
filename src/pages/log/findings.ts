/** What counts as unusual, and in which words it is put: worth a question, never an accusation. */
import {
  type LooksOfOne,
  type LooksOfStranger,
  type ManyFiles,
  manyStrangers,
  type OpeningInSpan,
  type OutOfHours,
} from './readings.ts'

/** For how many days one may look back. */
export const periods = [7, 30, 90] as const

const most = 50

/** A file at which many people looked who do not work on it. */
export interface MuchRead {
  readonly caseId: string
  readonly people: number
  readonly looks: number
}

/** Looks at a file of somebody who may know the family, and by what. */
export type OwnLooks = LooksOfOne & { readonly ownName: boolean; readonly ownStreet: boolean }

export interface Unusual {
  readonly ownName: readonly LooksOfOne[]
  readonly ownStreet: readonly LooksOfOne[]
  readonly outOfHours: readonly OutOfHours[]
  readonly many: readonly ManyFiles[]
  readonly muchRead: readonly MuchRead[]
  readonly openings: readonly OpeningInSpan[]
  /** Every file that a finding speaks of. */
  readonly caseIds: readonly string[]
}

interface Read {
  readonly outOfHours: readonly OutOfHours[]
  readonly many: readonly ManyFiles[]
  readonly openings: readonly OpeningInSpan[]
  /** Of people with a name in common with somebody on the file, or who live where somebody on it does. */
  readonly own: readonly OwnLooks[]
  /** Of people who do not work on the file. */
  readonly strangers: readonly LooksOfStranger[]
}

/** What is unusual among the looks of a period, the most first. */
export function unusualIn({ outOfHours, many, openings, own, strangers }: Read): Unusual {
  const newest = together(own).toSorted((a, b) => b.last - a.last)
  const ownName = newest.filter(one => one.ownName).slice(0, most)
  const ownStreet = newest.filter(one => one.ownStreet).slice(0, most)
  const muchRead = muchReadOf(strangers)
  const caseIds = [...ownName, ...ownStreet, ...muchRead, ...openings].map(({ caseId }) => caseId)
  return { ownName, ownStreet, outOfHours, many, muchRead, openings, caseIds }
}

/** Looks of one person at one file are one finding, whether they were summed before or not. */
function together(looks: readonly OwnLooks[]): OwnLooks[] {
  const found = new Map<string, OwnLooks>()
  for (const one of looks) {
    const key = `${one.practitionerId}/${one.postId}/${one.caseId}`
    const before = found.get(key)
    const sum = before && { looks: before.looks + one.looks, last: Math.max(before.last, one.last) }
    found.set(key, { ...one, ...sum })
  }
  return [...found.values()]
}

function muchReadOf(strangers: readonly LooksOfStranger[]): MuchRead[] {
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
