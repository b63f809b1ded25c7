/**
 * The threshold document that an area has published, for whoever decides by it. It is public, so it is read past what the reader may
 * see of the area's arrangements: what it is called, from when it holds and where it stands, and nothing else of that file.
 */
import type { PoolClient } from 'pg'
import { knownAt } from '../engine/statements.ts'
import type { Day } from '../guidance/days.ts'
import { transaction } from '../platform/transaction.ts'
import { thresholdPublished } from '../procedures/threshold-document.ts'
import type { Ledger } from './ledger.ts'
import { readableWords, type WordsRow } from './removed-words.ts'
import { readEntries } from './rows.ts'

export interface ThresholdInForce {
  readonly version: string
  readonly from: Day
  readonly place: string
}

/** The latest one that holds on a day; nothing where the area has published none by then, or keeps the file of it apart. */
export function readThresholdInForce(ledger: Ledger, areaId: string, day: Day): Promise<ThresholdInForce | undefined> {
  return transaction(ledger.recorder, async client => {
    const { rows } = await client.query<{ id: string }>({
      name: 'files with a threshold document',
      text: `select distinct f.case_id as id from fact f join case_file c on c.area_id = f.area_id and c.id = f.case_id
             where f.area_id = $1 and f.kind = 'threshold-document-published' and c.kind = 'arrangements'
               and c.restriction = 'none' and c.disposed_at is null`,
      values: [areaId],
    })
    const found = []
    for (const { id } of rows) found.push(...(await publishedIn(client, ledger, areaId, id)))
    return found
      .filter(({ from }) => from <= day)
      .toSorted((a, b) => (a.from < b.from ? -1 : 1))
      .at(-1)
  })
}

async function publishedIn(
  client: PoolClient,
  ledger: Ledger,
  areaId: string,
  caseId: string,
): Promise<ThresholdInForce[]> {
  const entries = ((await readEntries(client, areaId, [caseId], ledger.dayOf)).get(caseId) ?? []).filter(
    ({ kind }) => kind === thresholdPublished.kind,
  )
  const { rows } = await client.query<WordsRow>({
    name: 'words of threshold documents',
    text: 'select fact_id, field, text from narrative where area_id = $1 and fact_id = any($2)',
    values: [areaId, entries.map(({ id }) => id)],
  })
  const words = readableWords(rows, entries)
  const published = knownAt(entries, Number.MAX_SAFE_INTEGER, ledger.guidance.kinds).inOrder
  return published.map(({ root, happened, versions }) => {
    const current = versions.findLast(({ act }) => act === 'correct')?.id ?? root
    const { version, place } = words.get(current) ?? {}
    return { version: version ?? '', from: happened.to, place: place ?? '' }
  })
}
