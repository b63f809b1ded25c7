/** What a fact that is about another child takes along: as it stands now, its words with it. */
import type { PoolClient } from 'pg'
import { documentFiled } from '../procedures/filed-document.ts'
import { type Command, type Recording, whyCorrected } from './command.ts'
import { readableWords, type WordsRow } from './removed-words.ts'
import type { StoredEntry } from './rows.ts'

export interface Moved {
  readonly first: StoredEntry
  /** Its latest correction; the first recording where there is none. */
  readonly current: StoredEntry
  /** Its words as they stand. What was taken away stays behind. */
  readonly words: Readonly<Record<string, string>>
  readonly source: Recording['source']
}

/** The facts that commands move, by their roots. One that is not there is left out. */
export async function readMoved(
  client: PoolClient,
  areaId: string,
  commands: readonly Command[],
  stored: ReadonlyMap<string, readonly StoredEntry[]>,
): Promise<ReadonlyMap<string, Moved>> {
  const moved = new Map<string, Moved>()
  for (const act of commands.flatMap(command => command.acts)) {
    if (act.act !== 'move') continue
    const entries = stored.get(act.caseId)?.filter(entry => entry.root === act.root) ?? []
    const first = entries[0]
    if (!first) continue
    const current = entries.findLast(entry => entry.act === 'correct') ?? first
    const redactions = entries.filter(({ act: one }) => one === 'redact')
    const { rows } = await client.query<WordsRow>({
      name: 'words to move',
      text: 'select fact_id, field, text from narrative where area_id = $1 and case_id = $2 and fact_id = any($3) and field <> $4',
      values: [areaId, act.caseId, [current.id, ...redactions.map(({ id }) => id)], whyCorrected],
    })
    const readable = readableWords(rows, redactions).get(current.id) ?? {}
    const words = Object.fromEntries(
      Object.entries(readable).flatMap(([field, text]) => (text === null ? [] : [[field, text]])),
    )
    const imports = await client.query<{ import_id: string | null }>({
      name: 'import to move',
      text: 'select import_id from fact where area_id = $1 and case_id = $2 and id = $3',
      values: [areaId, act.caseId, first.id],
    })
    const importId = imports.rows[0]?.import_id
    const source = first.source && importId ? { format: first.source, importId } : undefined
    moved.set(act.root, { first, current, words, source })
  }
  return moved
}

/**
 * Facts that were moved to another case take their files along: what is on the wrong case stays there, struck out. A file in the store
 * is the same object. One that waits to be taken away stays behind, as its name does.
 */
export async function copyMovedFiles(
  client: PoolClient,
  areaId: string,
  moved: readonly { readonly id: string; readonly kind: string; readonly moved_from: string | null }[],
): Promise<void> {
  const files = moved.filter(one => one.kind === documentFiled.kind && one.moved_from !== null)
  if (files.length === 0) return
  await client.query({
    name: 'copy moved documents',
    text: `insert into document_bytes (area_id, case_id, fact_id, compartment_id, bytes, stored_as)
           select f.area_id, f.case_id, f.id, f.compartment_id, d.bytes, d.stored_as from unnest($2::uuid[], $3::uuid[]) as m (id, moved_from)
           join fact f on f.area_id = $1 and f.id = m.id join document_bytes d on d.area_id = $1 and d.fact_id = m.moved_from
           where exists (select from narrative n where n.area_id = $1 and n.fact_id = m.id and n.field = 'file')`,
    values: [areaId, files.map(one => one.id), files.map(one => one.moved_from)],
  })
}
