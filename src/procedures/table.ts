/** The tables of the tests: one for each rule, each row with its facts, the day it is read on, and how the duty then stands. */
import { expect, test } from 'vitest'
import type { Policy } from '../engine/derive.ts'
import type { Day } from '../guidance/days.ts'
import type { LocalLimits } from '../guidance/limits.ts'
import { answer, type Draft } from './given.ts'

export type Row = readonly [
  says: string,
  drafts: readonly Draft[],
  day: Day,
  expected: string,
  local?: LocalLimits,
  said?: Partial<Policy>,
]

/** One rule’s table. */
export function table(rule: string, rows: readonly Row[]): void {
  for (const [says, drafts, day, expected, local, said] of rows) {
    test(`${rule}: ${says}`, () => {
      expect(answer(day, rule, drafts, local, said)).toBe(expected)
    })
  }
}
