/** Letting other agencies know with the facts that a command records: all of it is kept, or nothing. */
import type { PoolClient } from 'pg'
import { NotFound } from '../access/refusals.ts'
import { idFrom } from '../platform/identifier.ts'
import type { Command, Telling } from './command.ts'
import type { LockedCase } from './lock.ts'
import { insertRows, type StoredEntry } from './rows.ts'
import { disclosedColumns } from './standing-disclosure.ts'

const disclosureColumns = [
  ['area_id', 'uuid'],
  ['id', 'uuid'],
  ['case_id', 'uuid'],
  ['from_agency_id', 'uuid'],
  ['to_agency_id', 'uuid'],
  ['basis', 'text'],
  ['necessity', 'text'],
  ['family_told', 'text'],
  ['not_told_why', 'text'],
  ['not_told_until', 'date'],
  ['reached_at', 'timestamptz'],
  ['recorded_by', 'uuid'],
  ['submission_id', 'uuid'],
] as const

type Entries = ReadonlyMap<string, readonly StoredEntry[]>

/**
 * Writes what a command tells whom, within its transaction and before duties are derived: an agency owes what reached it.
 * @param at when it is recorded, in milliseconds since 1970
 * @throws NotFound for facts that are not there or not the author's own, and for agencies that are not of the area
 */
export async function tell(
  client: PoolClient,
  command: Command,
  files: ReadonlyMap<string, LockedCase>,
  stored: Entries,
  added: Entries,
  at: number,
): Promise<void> {
  // Rows are compared with the database's clock: what is told must have arrived by now, whatever day the story has.
  const reachedAt = Math.min(at, Date.now())
  const disclosures: object[] = []
  const disclosed: object[] = []
  for (const [part, telling] of (command.tells ?? []).entries()) {
    const file = files.get(telling.caseId)
    if (!file || !records(command, telling.caseId)) throw new NotFound()
    checkOwn(telling, command, [...(stored.get(file.id) ?? []), ...(added.get(file.id) ?? [])])
    await checkOfArea(client, command, telling.toAgencyIds)
    const working = await agenciesAtWork(client, command.areaId, telling)
    for (const agencyId of new Set(telling.toAgencyIds)) {
      const id = idFrom('disclosure', command.submissionId, part, agencyId)
      const common = { area_id: command.areaId, case_id: file.id }
      disclosures.push({
        ...common,
        ...ofDisclosure(command, telling),
        id,
        to_agency_id: agencyId,
        reached_at: reachedAt,
      })
      for (const root of new Set(telling.roots)) {
        const told = { agency_id: agencyId, reached_at: reachedAt, until_at: null, by_grant: working.has(agencyId) }
        disclosed.push({ ...common, ...told, disclosure_id: id, root })
        reach(file, root, agencyId, reachedAt)
      }
    }
  }
  // Each disclosure has a submission of its own, that a repeated one would meet again.
  const rows = disclosures.map(row => ({ ...row, submission_id: (row as { id: string }).id }))
  await insertRows(client, 'disclosure', disclosureColumns, rows)
  await insertRows(client, 'disclosed_fact', disclosedColumns, disclosed)
}

/** Whoever may record on a case may tell of what is recorded: the same right was asked for with the act. */
function records(command: Command, caseId: string): boolean {
  return command.acts.some(act => act.act === 'record' && act.caseId === caseId)
}

function checkOwn({ roots }: Telling, { by }: Command, entries: readonly StoredEntry[]): void {
  const own = new Set(
    entries.flatMap(({ act, agency, root }) => (act === 'record' && agency === by.agencyId ? root : [])),
  )
  if (roots.some(root => !own.has(root))) throw new NotFound('Only what your own agency recorded can be shared.')
}

async function checkOfArea(client: PoolClient, { areaId, by }: Command, agencyIds: readonly string[]): Promise<void> {
  const { rows } = await client.query<{ agency_id: string }>({
    name: 'agencies to tell',
    text: 'select agency_id from area_agency where area_id = $1 and agency_id = any($2) and agency_id <> $3',
    values: [areaId, agencyIds, by.agencyId],
  })
  const found = new Set(rows.map(row => row.agency_id))
  if (agencyIds.some(id => !found.has(id))) throw new NotFound('Only another agency of this area can be told.')
}

/** Agencies with people who are granted records of the case: those of them see what is told, not the whole agency. */
async function agenciesAtWork(
  client: PoolClient,
  areaId: string,
  { caseId, toAgencyIds }: Telling,
): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ agency_id: string }>({
    name: 'agencies at work',
    text: `select distinct c.agency_id from compartment c
           join compartment_grant g on g.area_id = c.area_id and g.compartment_id = c.id
           where c.area_id = $1 and c.case_id = $2 and c.agency_id = any($3) and (g.ends_at is null or g.ends_at > now())`,
    values: [areaId, caseId, toAgencyIds],
  })
  return new Set(rows.map(row => row.agency_id))
}

function ofDisclosure({ by }: Command, { basis, necessity, familyTold, notToldWhy, notToldUntil }: Telling): object {
  return {
    from_agency_id: by.agencyId,
    basis,
    necessity,
    family_told: familyTold,
    not_told_why: notToldWhy ?? null,
    not_told_until: notToldUntil ?? null,
    recorded_by: by.postId,
  }
}

function reach(file: LockedCase, root: string, agencyId: string, at: number): void {
  const agencies = file.reached.get(root) ?? new Map<string, number>()
  agencies.set(agencyId, Math.min(agencies.get(agencyId) ?? Number.POSITIVE_INFINITY, at))
  file.reached.set(root, agencies)
}
