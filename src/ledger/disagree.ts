/**
 * Disagreeing as commands: what one side records reaches the other in the same action, and nobody else. Where the partners’ own process
 * has it, it reaches the agency that acts for them as well, with everything that this side recorded of it before.
 */
import type { PoolClient } from 'pg'
import type { Statement } from '../engine/fact.ts'
import { newId } from '../platform/identifier.ts'
import { receiptOf, type Stage } from '../procedures/disagreement-facts.ts'
import type { Ladder } from '../procedures/disagreement-ladder.ts'
import { referrerTold } from '../procedures/referral.ts'
import type { Command, Recording, Telling } from './command.ts'
import type { Grounds } from './disclosure-rows.ts'
import type { AreaOfCase } from './lock.ts'

/** Who stands on which side, by their agencies. */
export interface Sides {
  /** Nobody where it was raised on the receipt of a referral: whoever did is of no agency. */
  readonly raises: string | undefined
  readonly answers: readonly string[]
  /** The agency that acts for the partners, from the day on which their own process has it. */
  readonly partners: string | undefined
}

export type Side = keyof Sides

/** The sides of a disagreement. Of one that names no other side, it is the council, unless the council raised it. */
export function sidesOf(
  { raised, present }: Ladder,
  { authority, bodies }: Pick<AreaOfCase, 'authority' | 'bodies'>,
  stage: Stage = present.stage,
): Sides {
  const named = raised.data.against ?? []
  const raises = receiptOf(raised) === undefined ? raised.agency : undefined
  return {
    raises,
    answers: named.length > 0 || raises === authority ? named : [authority],
    partners: stage === 'partners' ? (bodies['safeguarding-partners'] ?? authority) : undefined,
  }
}

/** On which side an agency stands; nothing for all others. */
export function sideOf({ raises, answers, partners }: Sides, agency: string): Side | undefined {
  if (agency === raises) return 'raises'
  if (answers.includes(agency)) return 'answers'
  return agency === partners ? 'partners' : undefined
}

/** What is recorded, by whom, on which case. */
interface Saying {
  readonly caseId: string
  readonly own: string
  readonly kind: string
  readonly fact: Pick<Recording, 'happened' | 'data' | 'narrative'>
  readonly seen: number | undefined
  readonly why: Grounds
  /** Facts of this agency that say whom it is about, by their roots. */
  readonly about: readonly string[]
  /** What whoever raised it on a receipt is told of it, in the words that they read there. */
  readonly toSender?: string | undefined
}

export type Said = Pick<Command, 'acts' | 'tells'>

/** A disagreement, told to the agency whose decision it is, with whom it is about. */
export function raising({ caseId, kind, fact, seen, why, about }: Saying, against: readonly string[]): Said {
  const id = newId()
  return {
    acts: [{ act: 'record', id, caseId, kind, ...fact, ...(seen === undefined ? {} : { seen }) }],
    tells: [{ caseId, toAgencyIds: against, roots: [id, ...about], ...why }],
  }
}

/** The next thing that is said of it, told to the other side. `of` is the fact that it continues. */
export function nextOf(saying: Saying, ladder: Ladder, sides: Sides, of: string): Said {
  const { caseId, own, kind, fact, seen, why } = saying
  const id = newId()
  const acts: Recording[] = [
    { act: 'record', id, caseId, kind, about: of, ...fact, ...(seen === undefined ? {} : { seen }) },
  ]
  if (saying.toSender !== undefined) acts.push(telling(saying, saying.toSender, id))
  const said = acts.map(act => act.id ?? id)
  const others = [sides.raises, ...sides.answers].filter(agency => agency !== undefined && agency !== own) as string[]
  const { partners } = sides
  const tells: Telling[] = []
  if (others.length > 0) tells.push({ caseId, toAgencyIds: [...new Set(others)], roots: said, ...why })
  if (partners && partners !== own && !others.includes(partners)) {
    // Whoever goes on from a receipt lets nobody know what the council said: the council does that itself.
    const isOwn = (one: Statement) => one.agency === own && (!receiptOf(fact) || receiptOf(one) !== undefined)
    const before = factsOf(ladder).flatMap(one => (isOwn(one) ? one.root : []))
    tells.push({ caseId, toAgencyIds: [partners], roots: [...said, ...before, ...saying.about], ...why })
  }
  return { acts, ...(tells.length > 0 ? { tells } : {}) }
}

/** What whoever raised it on a receipt is told of a fact. */
function telling({ caseId, fact: { happened } }: Saying, explained: string, about: string): Recording {
  const of = { caseId, kind: referrerTold.kind, about }
  return { act: 'record', id: newId(), ...of, happened: { ...happened, at: null }, data: {}, narrative: { explained } }
}

/** Everything that was recorded of a disagreement, in the order in which it happened. */
export function factsOf({ raised, rungs, safety, told, ended }: Ladder): Statement[] {
  const steps: readonly unknown[] = rungs.map(({ by }) => by).filter(({ root }) => root !== raised.root)
  const answers: readonly unknown[] = rungs.flatMap(rung => rung.answers)
  const others = [...steps, ...answers, ...safety, ...told, ...(ended ? [ended.by] : [])] as Statement[]
  return [raised as unknown as Statement, ...others.toSorted((a, b) => a.number - b.number)]
}

interface Row {
  readonly basis: string
  readonly conditions: string
  readonly family_told: Grounds['familyTold']
  readonly not_told_why: string | null
}

/** Why what follows may be told: as it was raised. Of one that nobody was told with grounds, what agencies may tell each other anyway. */
export async function readGroundsOf(client: PoolClient, areaId: string, raised: string): Promise<Grounds> {
  const { rows } = await client.query<Row>({
    name: 'grounds of a disagreement',
    text: `select d.basis, d.conditions, d.family_told, d.not_told_why
           from disclosed_fact f join disclosure d on d.area_id = f.area_id and d.id = f.disclosure_id
           where f.area_id = $1 and f.root = $2 order by d.reached_at, d.id limit 1`,
    values: [areaId, raised],
  })
  const necessity = 'So that the disagreement is settled, and the child is safe meanwhile.'
  const [row] = rows
  if (!row) return { basis: 'ca2004-s10', necessity, familyTold: 'no', notToldWhy: 'Not said when it was raised.' }
  return {
    basis: row.basis,
    conditions: row.conditions.split(' ').filter(Boolean),
    necessity,
    familyTold: row.family_told,
    ...(row.not_told_why === null ? {} : { notToldWhy: row.not_told_why }),
  }
}
