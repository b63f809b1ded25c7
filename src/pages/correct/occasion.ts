/**
 * One meeting about several children is a fact on each child's case. Correcting it asks: this child, or all of them? Only what
 * the visitor may see is counted, so that nobody learns here of another child's case.
 */

import { isDeepStrictEqual } from 'node:util'
import type { PoolClient } from 'pg'
import type { Happened } from '../../engine/fact.ts'
import type { Correction } from '../../ledger/command.ts'
import { readableWords, type WordsRow } from '../../ledger/removed-words.ts'
import type { StoredEntry } from '../../ledger/rows.ts'
import type { FactRead } from '../record/read-fact.ts'

/** The same occasion on another child's case, as it stands now. */
export interface Shared {
  readonly caseId: string
  readonly reference: string
  readonly name: string
  readonly root: string
  /** The number of its latest change. */
  readonly seen: number
  readonly data: Readonly<Record<string, unknown>>
  readonly words: Readonly<Record<string, string | null>>
}

type Stored = Omit<Shared, 'words'> & {
  readonly act: string
  readonly latestId: string
  readonly stored: readonly WordsRow[]
  readonly redactions: readonly Pick<StoredEntry, 'id' | 'number' | 'act' | 'data'>[]
}

/** The facts of an occasion of the same kind and agency on other cases that the client's context may see; struck-out ones are not. */
export async function othersOfOccasion(
  client: PoolClient,
  areaId: string,
  {
    occasion,
    kind,
    agency,
    root,
  }: { readonly occasion: string | null; readonly kind: string; readonly agency: string; readonly root: string },
): Promise<Shared[]> {
  if (occasion === null) return []
  const { rows } = await client.query<Stored>({
    name: 'others of occasion',
    text: `select f.case_id as "caseId", c.reference, f.root, l.number as seen, l.act, l.data,
             l.id as "latestId",
             coalesce((select json_agg(json_build_object('fact_id', n.fact_id, 'field', n.field, 'text', n.text))
                       from narrative n where n.area_id = f.area_id and n.case_id = f.case_id and n.root = f.root), '[]') as stored,
             coalesce((select json_agg(json_build_object('id', r.id, 'number', r.number, 'act', r.act, 'data', r.data))
                       from fact r where r.area_id = f.area_id and r.case_id = f.case_id and r.root = f.root and r.act = 'redact'), '[]') as redactions,
             coalesce((select trim(p.forenames || ' ' || p.surname) from search_person p
                       where p.area_id = f.area_id and p.case_id = f.case_id and p.role = 'child' limit 1), c.reference) as name
           from fact f
           join case_file c on c.area_id = f.area_id and c.id = f.case_id
           cross join lateral (select x.id, x.number, x.act, x.data from fact x
                               where x.area_id = f.area_id and x.case_id = f.case_id and x.root = f.root and x.act in ('record', 'correct', 'strike-out')
                               order by x.number desc limit 1) l
           where f.area_id = $1 and f.occasion = $2 and f.act = 'record' and f.kind = $3 and f.agency_id = $4 and f.root <> $5
           order by c.reference`,
    values: [areaId, occasion, kind, agency, root],
  })
  return rows
    .filter(row => row.act !== 'strike-out')
    .map(({ latestId, stored, redactions, caseId, reference, name, root: of, seen, data }) => {
      const words = readableWords(stored, redactions).get(latestId) ?? {}
      return { caseId, reference, name, root: of, seen, data, words }
    })
}

/** What was changed on this child's fact, done to another child's: what was said of that child alone stays. */
export function sameCorrection(
  other: Shared,
  before: { readonly data: Readonly<Record<string, unknown>>; readonly words: Readonly<Record<string, unknown>> },
  after: Pick<FactRead, 'data' | 'narrative'>,
  happened: Happened,
  reason: Readonly<Record<string, string>>,
): Correction {
  const { correctionReason: _, ...words } = other.words
  const kept = Object.fromEntries(
    Object.entries(words).flatMap(([field, text]) => (text === null ? [] : [[field, text]])),
  )
  return {
    act: 'correct',
    caseId: other.caseId,
    root: other.root,
    seen: other.seen,
    happened,
    data: overlay(other.data, before.data, after.data),
    narrative: { ...(overlay(kept, before.words, after.narrative) as Record<string, string>), ...reason },
  }
}

function overlay(
  theirs: Readonly<Record<string, unknown>>,
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const result: Record<string, unknown> = { ...theirs }
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (isDeepStrictEqual(before[name], after[name])) continue
    if (after[name] === undefined) delete result[name]
    else result[name] = after[name]
  }
  return result
}
