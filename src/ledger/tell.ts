/** Letting other agencies know with the facts that a command records: all of it is kept, or nothing. */
import type { PoolClient } from 'pg'
import { NotFound } from '../access/refusals.ts'
import type { Guidance } from '../engine/guidance.ts'
import { idFrom } from '../platform/identifier.ts'
import type { Command, Telling } from './command.ts'
import { agenciesAtWork, checkRecipients, type Disclosure, writeDisclosures } from './disclosure-rows.ts'
import type { LockedCase } from './lock.ts'
import type { StoredEntry } from './rows.ts'

type Entries = ReadonlyMap<string, readonly StoredEntry[]>

interface ToTell {
  readonly command: Command
  /** Whether the author may see an entry that was there before. */
  readonly sees: (entry: StoredEntry) => boolean
  /** When it is recorded, in milliseconds since 1970. */
  readonly at: number
}

interface Cases {
  readonly files: ReadonlyMap<string, LockedCase>
  readonly stored: Entries
  readonly added: Entries
}

/**
 * Writes what a command tells whom, within its transaction and before duties are derived: an agency owes what reached it.
 * @returns the ids of the disclosures
 * @throws NotFound for facts that are not there for the author or not their agency's own, and for agencies that are not of the area
 */
export async function tell(
  client: PoolClient,
  guidance: Guidance,
  { command, sees, at }: ToTell,
  { files, stored, added }: Cases,
): Promise<string[]> {
  // Rows are compared with the database's clock: what is told must have arrived by now, whatever day the story has.
  const reachedAt = Math.min(at, Date.now())
  const disclosures: Disclosure[] = []
  for (const [part, telling] of (command.tells ?? []).entries()) {
    const { caseId, toAgencyIds, roots, ...grounds } = telling
    const file = files.get(caseId)
    if (!file || !records(command, caseId)) throw new NotFound()
    const before = stored.get(file.id)?.filter(sees) ?? []
    checkOwn(telling, command, [...before, ...(added.get(file.id) ?? [])], guidance)
    await checkRecipients(client, command.areaId, command.by, toAgencyIds)
    const working = await agenciesAtWork(client, command.areaId, file, toAgencyIds)
    file.isToldAnew = true
    for (const toAgencyId of new Set(toAgencyIds)) {
      const id = idFrom('disclosure', command.submissionId, part, toAgencyId)
      const byGrant = working.has(toAgencyId)
      disclosures.push({ ...grounds, id, caseId, toAgencyId, roots, reachedAt, untilAt: null, byGrant })
      for (const root of roots) reach(file, root, toAgencyId, reachedAt)
    }
  }
  await writeDisclosures(client, command.areaId, command.by, disclosures)
  return disclosures.map(({ id }) => id)
}

/** Only with something that is recorded there: whether the author may share it was asked with the act. */
function records(command: Command, caseId: string): boolean {
  return command.acts.some(act => act.act === 'record' && act.caseId === caseId)
}

/** What is set apart is not the case's to tell. */
function checkOwn({ roots }: Telling, { by }: Command, entries: readonly StoredEntry[], { kinds }: Guidance): void {
  const own = new Set(
    entries.flatMap(({ act, agency, root, kind }) =>
      act === 'record' && agency === by.agencyId && !kinds.get(kind)?.apart ? root : [],
    ),
  )
  if (roots.some(root => !own.has(root))) throw new NotFound('Only what your own agency recorded can be shared.')
}

function reach(file: LockedCase, root: string, agencyId: string, at: number): void {
  const agencies = file.reached.get(root) ?? new Map<string, number>()
  agencies.set(agencyId, Math.min(agencies.get(agencyId) ?? Number.POSITIVE_INFINITY, at))
  file.reached.set(root, agencies)
  file.wholly.add(`${agencyId} ${root}`)
}
