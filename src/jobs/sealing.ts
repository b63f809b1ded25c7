/** Seals what waits, again and again, as long as the server runs. Of several processes one seals an area at a time. */
import type { Pool } from 'pg'
import type { Logger } from 'pino'
import { sealAll } from '../ledger/seal.ts'

/** How often, in milliseconds. */
export const sealsEvery = 60_000

/**
 * Begins at once. A failure is logged and tried again: what could not be sealed waits, and `verify` says since when.
 * @returns ends it, and waits for the batch that is being sealed
 */
export function startSealing(recorder: Pool, log: Logger, every = sealsEvery): () => Promise<void> {
  let isStopped = false
  let timer: NodeJS.Timeout | undefined
  const again = async () => {
    try {
      const sealed = await sealAll(recorder, Date.now, () => isStopped)
      if (sealed > 0) log.info({ count: sealed }, 'sealed')
    } catch (error) {
      log.error({ err: error }, 'sealing failed')
    }
    if (isStopped) return
    timer = setTimeout(() => {
      running = again()
    }, every)
  }
  let running = again()
  return async () => {
    isStopped = true
    clearTimeout(timer)
    await running
  }
}
