/** What an assessment found, written on its frame day by day: findings, the child’s own words, and the adults asked about. */
import type { Day } from '../../guidance/days.ts'
import {
  adultAskedAbout,
  childsWordsHeard,
  type Dimension,
  findingWritten,
  type meanings,
} from '../../procedures/assessment-frame.ts'
import { workdaysAfter } from '../workdays.ts'
import type { Case } from './beginning.ts'

type Meaning = keyof typeof meanings

/** One finding: of what, what it is for the child, what was found, and from whom. */
export type Found = readonly [of: Dimension, meaning: readonly Meaning[], found: string, from?: string, again?: true]

/** What is written in working days after an assessment began. */
export interface Framed {
  readonly after: number
  readonly found?: readonly Found[]
  readonly heard?: Readonly<Record<'how' | 'ownWords' | 'done', string>> & { readonly present?: string }
  readonly adults?: readonly Readonly<Record<string, string>>[]
}

/** Writes on the frame of the assessment that began with `root`. */
export function framed({ life }: Case, root: string, start: Day, written: readonly Framed[]): void {
  for (const { after, found = [], heard, adults = [] } of written) {
    const day = workdaysAfter(start, after)
    for (const [dimension, meaning, words, source, again] of found)
      life.record(findingWritten, day, { dimension, meaning, found: words, source, again }, { about: root })
    if (heard) life.record(childsWordsHeard, day, heard, { about: root })
    for (const adult of adults) life.record(adultAskedAbout, day, adult, { about: root })
  }
}
