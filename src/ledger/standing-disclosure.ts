/** Everything of a kind, until a day: what is recorded meanwhile reaches the other agency as it is recorded. */
import type { PoolClient } from 'pg'
import type { LockedCase } from './lock.ts'
import { insertRows, type StoredEntry } from './rows.ts'

export const disclosedColumns = [
  ['area_id', 'uuid'],
  ['disclosure_id', 'uuid'],
  ['case_id', 'uuid'],
  ['root', 'uuid'],
  ['from_agency_id', 'uuid'],
  ['agency_id', 'uuid'],
  ['reached_at', 'timestamptz'],
  ['until_at', 'timestamptz'],
  ['by_grant', 'boolean'],
  ['post_ids', 'uuid[]'],
] as const

/** Facts just recorded that a standing disclosure covers reach the other agency as they are recorded. */
export async function discloseStanding(
  client: PoolClient,
  areaId: string,
  files: ReadonlyMap<string, LockedCase>,
  added: ReadonlyMap<string, readonly StoredEntry[]>,
): Promise<void> {
  const disclosed: object[] = []
  for (const file of files.values()) {
    for (const { disclosure_id, kind, from, to, until, posts } of file.standing) {
      for (const entry of added.get(file.id) ?? []) {
        if (
          entry.act !== 'record' ||
          entry.kind !== kind ||
          entry.agency !== from ||
          (until !== null && entry.recordedAt > until)
        )
          continue
        disclosed.push({
          area_id: areaId,
          disclosure_id,
          case_id: file.id,
          root: entry.root,
          from_agency_id: from,
          agency_id: to,
          reached_at: entry.recordedAt,
          until_at: until,
          by_grant: posts === null && worksOn(file, to),
          post_ids: posts,
        })
        file.reached.set(entry.root, new Map([...(file.reached.get(entry.root) ?? []), [to, entry.recordedAt]]))
        if (posts === null) file.wholly.add(`${to} ${entry.root}`)
      }
    }
  }
  await insertRows(client, 'disclosed_fact', disclosedColumns, disclosed)
}

/** Whether an agency has records of its own on a case. The case's own authority always does. */
function worksOn(file: LockedCase, agencyId: string): boolean {
  return [...file.compartments.keys()].some(key => key.startsWith(`${agencyId}/`))
}
