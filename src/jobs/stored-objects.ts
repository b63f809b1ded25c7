/** Removes from the store of files what no record names any more, again and again, as long as the server runs. */
import type { Pool } from 'pg'
import type { Logger } from 'pino'
import { removeUnused } from '../ledger/stored-objects.ts'
import type { ObjectStore } from '../platform/object-store.ts'
import { removesEvery } from './removals.ts'
import { inRounds } from './rounds.ts'

/**
 * Begins at once. A failure is logged and tried again; `verify` says how many wait.
 * @returns ends it, and waits for what is being removed
 */
export function keepRemovingObjects(
  recorder: Pool,
  store: ObjectStore,
  log: Logger,
  every = removesEvery,
): () => Promise<void> {
  return inRounds(async () => {
    try {
      const { removed, keptAsVersions, failure } = await removeUnused(recorder, store)
      if (removed > 0) log.info({ count: removed }, 'files removed from the store')
      if (keptAsVersions > 0) log.warn({ count: keptAsVersions }, 'the store keeps versions of removed files')
      if (failure !== undefined) log.error({ err: failure }, 'removing files from the store failed')
    } catch (error) {
      log.error({ err: error }, 'removing files from the store failed')
    }
    return every
  })
}
