/** Why something is shared, as a system says it: under which power, why it is necessary, whether the family knows. */
import { z } from 'zod'
import type { Bases } from '../ledger/bases.ts'
import type { Grounds } from '../ledger/disclosure-rows.ts'
import type { Fault } from './problem.ts'
import { wordsBody } from './read-said.ts'

const longest = 500

export const whyBody = z.strictObject({
  basis: z.string().optional(),
  conditions: z.array(z.string()).optional(),
  necessity: wordsBody('why it is necessary, and no more than that', longest),
  familyTold: z
    .enum(['yes', 'no', 'later'], { error: 'Say whether the family has been told: yes, no, later' })
    .optional(),
  notToldWhy: wordsBody('why the family has not been told', longest).optional(),
  notToldUntil: z.iso.date({ error: 'Write a day as 2026-03-27' }).optional(),
})

interface Against {
  readonly bases: Bases
  /** The basis where none is named; where there is none, one must be. */
  readonly basis?: string | undefined
  /** Where nothing about the family goes out, they need not be told. */
  readonly aboutFamily: boolean
}

/** Reads why something is shared; what is wrong is added to the faults. */
export function readGrounds(
  why: z.infer<typeof whyBody>,
  { bases, basis, aboutFamily }: Against,
  place: string,
  faults: Fault[],
): Grounds {
  const say = (field: string, message: string) => faults.push({ field: `${place}.${field}`, message })
  const named = why.basis ?? basis
  const used = bases.powers.find(({ code }) => code === named)
  if (!used) say('basis', 'Name a lawful basis that holds today: /api/v1/bases lists them')
  if (why.conditions?.some(code => !bases.conditions.some(one => one.code === code)))
    say('conditions', 'Name conditions that hold today: /api/v1/bases lists them')
  const { necessity, notToldWhy, notToldUntil } = why
  const common = { basis: used?.code ?? '', conditions: why.conditions ?? used?.usually ?? [], necessity }
  if (!aboutFamily) return { ...common, familyTold: 'no', notToldWhy: 'Nothing about the family was shared.' }
  if (why.familyTold === undefined) say('familyTold', 'Say whether the family has been told: yes, no, later')
  else if (why.familyTold !== 'yes' && notToldWhy === undefined)
    say('notToldWhy', 'Enter why the family has not been told')
  return {
    ...common,
    familyTold: why.familyTold ?? 'no',
    ...(notToldWhy === undefined ? {} : { notToldWhy }),
    ...(notToldUntil === undefined ? {} : { notToldUntil }),
  }
}
