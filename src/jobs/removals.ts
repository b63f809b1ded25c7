/** Takes away what the ledger says is gone, again and again, as long as the server runs: what was left when something stopped. */
import type { Logger } from 'pino'
import { finishRemovals, type Removers } from '../ledger/removals.ts'
import { inRounds } from './rounds.ts'

/** How often, in milliseconds. */
export const removesEvery = 60_000

/**
 * Begins at once. A failure is logged and tried again: until then nobody reads the words, and `verify` says that they wait.
 * @returns ends it, and waits for what is being done
 */
export function keepRemoving(removers: Removers, log: Logger, every = removesEvery): () => Promise<void> {
  return inRounds(async isStopped => {
    try {
      const count = await finishRemovals(removers, isStopped)
      if (count > 0) log.info({ count }, 'words taken away')
    } catch (error) {
      log.error({ err: error }, 'taking words away failed')
    }
    return every
  })
}
