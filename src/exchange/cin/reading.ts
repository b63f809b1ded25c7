/** Reading one child's part of a census file: what was found becomes facts, what was odd or unreadable is told. */
import type { Happened } from '../../engine/fact.ts'
import { type Day, isDay } from '../../guidance/days.ts'
import type { ImportedFact, Problem } from '../store.ts'
import { copied, type Element } from './elements.ts'
import type { Read } from './values.ts'

/** What the header says of every child: the last day that the file speaks of. */
export interface Census {
  readonly referenceDay: Day
}

/** Days that may lie ahead: they are plans. */
const planned = new Set(['ExpectedPersonBirthDate', 'InitialCPCtarget'])

/** Collects what is read of one child, and what could not be. */
export class Reading {
  readonly facts: ImportedFact[] = []
  readonly problems: Problem[] = []
  readonly census: Census
  private readonly used = new Map<string, number>()
  private readonly childId: string | null
  private readonly taken = new Set<Element>()

  constructor(census: Census, childId: string | null) {
    this.census = census
    this.childId = childId
  }

  /** Says that something was not kept, or not as it stands. */
  problem(element: Element, path: string, why: string): void {
    this.problems.push({ line: element.line, child: this.childId, path, why: copied(why) })
  }

  /** The value of a field directly inside an element; told when it is there and cannot be read, or is odd, or is there twice. */
  value<T>(parent: Element | undefined, name: string, path: string, read: (text: string) => Read<T>): T | undefined {
    const found = parent?.children.filter(child => child.name === name) ?? []
    for (const element of found) this.taken.add(element)
    const [element, ...more] = found
    if (!element) return undefined
    for (const extra of more)
      this.problem(extra, `${path}/${name}`, 'This field stands here more than once. The first was kept.')
    const { value, why } = read(element.text)
    if (typeof value === 'string' && isDay(value) && value > this.census.referenceDay && !planned.has(name)) {
      this.problem(
        element,
        `${path}/${name}`,
        `Kept: the day lies after ${this.census.referenceDay}, the last day that the file speaks of.`,
      )
    }
    if (why) this.problem(element, `${path}/${name}`, `${value === undefined ? 'Not kept' : 'Kept'}: ${why}.`)
    return value
  }

  /** Tells of a day that lies before the one that must have come first. It is kept as it stands. */
  order(element: Element, path: string, day: Day | undefined, first: Day | undefined, whatFirst: string): void {
    if (day && first && day < first)
      this.problem(element, path, `Kept: ${day} lies before ${whatFirst}, which is ${first}.`)
  }

  /** Elements of a group, marked as read. */
  group(parent: Element | undefined, name: string): Element[] {
    const found = parent?.children.filter(child => child.name === name) ?? []
    for (const element of found) this.taken.add(element)
    return found
  }

  /** Tells of every element inside that nobody asked for, and of text where none belongs. */
  closeGroup(parent: Element | undefined, path: string): void {
    if (!parent) return
    for (const element of parent.children) {
      if (!this.taken.has(element))
        this.problem(element, `${path}/${element.name}`, 'A census has no such field here. It was not kept.')
    }
    const stray = parent.children.length > 0 ? parent.text.trim() : ''
    if (stray) this.problem(parent, path, `Text where none belongs was not kept: "${stray.slice(0, 60)}".`)
  }

  /** Adds a fact. Where two of a child have the same key, the second gets a number. */
  fact(
    fact: Omit<ImportedFact, 'key' | 'data' | 'narrative'> &
      Partial<Pick<ImportedFact, 'data' | 'narrative'>> & { key: string },
  ): string {
    const times = (this.used.get(fact.key) ?? 0) + 1
    this.used.set(fact.key, times)
    const key = times === 1 ? fact.key : `${fact.key}#${times}`
    this.facts.push({ data: {}, narrative: {}, ...fact, key })
    return key
  }
}

/** A day known exactly; its time is not. */
export function on(day: Day): Happened {
  return { from: day, to: day, certainty: 'day', at: null }
}

/** Some day between two: all that the file tells. */
export function between(from: Day, to: Day): Happened {
  return from <= to ? { from, to, certainty: 'about', at: null } : on(from)
}

/** What a fact continues, where it is known. */
export function about(key: string | undefined): { about?: string } {
  return key ? { about: key } : {}
}
