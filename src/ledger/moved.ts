/** What a fact that is about another child takes along: as it stands now, its words with it. */
import type { PoolClient } from 'pg'
import { type Command, type Recording, whyCorrected } from './command.ts'
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
    const { rows } = await client.query<{ import_id: string | null; words: Record<string, string> }>({
      name: 'words to move',
      text: `select f.import_id,
               coalesce((select json_object_agg(n.field, n.text) from narrative n where n.area_id = $1 and n.case_id = $2
                         and n.fact_id = $4 and n.text is not null and n.field <> $5), '{}') as words
             from fact f where f.area_id = $1 and f.case_id = $2 and f.id = $3`,
      values: [areaId, act.caseId, first.id, current.id, whyCorrected],
    })
    const { import_id: importId = null, words = {} } = rows[0] ?? {}
    const source = first.source && importId ? { format: first.source, importId } : undefined
    moved.set(act.root, { first, current, words, source })
  }
  return moved
}
