/**
 * What a decision for an area would change, before it is made: the duties of some hundred cases, derived as it is and as it would be.
 * Only duties whose trigger the person may see are counted, so that no count tells of a record that is hidden.
 */
import type { PoolClient } from 'pg'
import { type Duty, derive, type Policy } from '../engine/derive.ts'
import type { DutyDefinition } from '../engine/duty.ts'
import { type Decided, kindsTouched, rulesTouched } from '../procedures/decided-locally.ts'
import type { Ledger } from './ledger.ts'
import { readWhole } from './read-whole.ts'

/** How many cases are tried at most. */
export const casesTried = 300

/** The records that a person may see and that a decision can touch: by case, and whether there are more cases than are tried. */
export interface Triable {
  readonly roots: ReadonlyMap<string, ReadonlySet<string>>
  readonly isCut: boolean
}

/** @param client in the reader's context: row security decides what is found */
export async function findTriable(
  client: PoolClient,
  { guidance }: Pick<Ledger, 'guidance'>,
  areaId: string,
  decided: Decided,
): Promise<Triable> {
  const kinds = kindsTouched(guidance, decided)
  if (kinds.length === 0) return { roots: new Map(), isCut: false }
  const { rows } = await client.query<{ id: string; roots: string[] }>({
    name: 'cases to try a decision on',
    text: `select case_id as id, array_agg(distinct root) as roots from fact where area_id = $1 and kind = any($2)
           group by case_id order by case_id desc limit $3`,
    values: [areaId, kinds, casesTried + 1],
  })
  const tried = rows.slice(0, casesTried)
  return { roots: new Map(tried.map(({ id, roots }) => [id, new Set(roots)])), isCut: rows.length > casesTried }
}

/** How many duties of one rule would change, and how. */
export interface RuleChange {
  readonly rule: DutyDefinition
  readonly earlier: number
  readonly later: number
  /** No day before, and one then. */
  readonly dated: number
  /** A day before, and none then. */
  readonly undated: number
  readonly begins: number
  readonly ends: number
}

type How = Exclude<keyof RuleChange, 'rule'>
const hows: readonly How[] = ['earlier', 'later', 'dated', 'undated', 'begins', 'ends']

/**
 * Derives each case twice. Nothing is written.
 * @param changed what the decision makes of the policy of a case
 */
export async function previewDecision(
  ledger: Ledger,
  areaId: string,
  { roots }: Triable,
  decided: Decided,
  changed: (policy: Policy) => Policy,
): Promise<RuleChange[]> {
  const rules = rulesTouched(ledger.guidance, decided)
  const counts = new Map(rules.map(rule => [rule.id, empty(rule)]))
  const cases = await readWhole(ledger, areaId, [...roots.keys()])
  for (const [id, { entries, policy }] of cases) {
    const owed = (by: Policy) =>
      new Map(
        derive(entries, Number.MAX_SAFE_INTEGER, by, ledger.guidance)
          .duties.filter(duty => counts.has(duty.rule) && roots.get(id)?.has(duty.trigger))
          .map(duty => [duty.id, duty]),
      )
    const [was, is] = [owed(policy), owed(changed(policy))]
    for (const key of new Set([...was.keys(), ...is.keys()])) {
      const [before, after] = [was.get(key), is.get(key)]
      const how = howChanged(before, after)
      const count = how && counts.get((after ?? before)?.rule ?? '')
      if (count) count[how]++
    }
  }
  return [...counts.values()].filter(change => hows.some(how => change[how] > 0))
}

function empty(rule: DutyDefinition): { rule: DutyDefinition } & Record<How, number> {
  return { rule, earlier: 0, later: 0, dated: 0, undated: 0, begins: 0, ends: 0 }
}

function howChanged(was: Duty | undefined, is: Duty | undefined): How | undefined {
  if (!was) return 'begins'
  if (!is) return 'ends'
  const [before, after] = [was.due?.latest ?? null, is.due?.latest ?? null]
  if (before === after) return undefined
  if (before === null) return 'dated'
  if (after === null) return 'undated'
  return after < before ? 'earlier' : 'later'
}
