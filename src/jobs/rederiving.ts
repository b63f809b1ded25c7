/** Derives anew what a decision for an area changed, batch by batch, as long as the server runs. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Ledger } from '../ledger/ledger.ts'
import { rederiveSome } from '../ledger/rederive.ts'

/** How often it looks whether something was decided, in milliseconds. */
const looksEvery = 5_000

/**
 * Begins at once. A failure is logged and tried again: the batch was not written, so nothing is lost.
 * @returns ends it, and waits for the batch in hand
 */
export function keepRederiving(ledger: Ledger, log: Logger, every = looksEvery): () => Promise<void> {
  const stop = new AbortController()
  const running = (async () => {
    while (!stop.signal.aborted) {
      try {
        const count = await rederiveSome(ledger)
        if (count !== undefined) {
          log.info({ count }, 'cases derived anew')
          continue
        }
      } catch (error) {
        log.error({ err: error }, 'deriving anew failed')
      }
      await pause(every, undefined, { signal: stop.signal }).catch(() => undefined)
    }
  })()
  return async () => {
    stop.abort()
    await running
  }
}
