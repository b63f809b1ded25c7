/** Seals what waits, sums who looked, and compares children who were named, again and again as long as the server runs. Of several processes one does an area at a time. */
import type { Pool } from 'pg'
import type { Logger } from 'pino'
import { compareSome } from '../ledger/possible-matches.ts'
import { sealSome } from '../ledger/seal.ts'
import { sumSome } from '../ledger/sum-readings.ts'
import { inRounds } from './rounds.ts'

/** How often, in milliseconds; and how long after a run that left more to do. */
export const sealsEvery = 60_000
const goesOnAfter = 1000
/** So many times as long as a run took it rests before the next: while there is a backlog, those who work have most of the machine. */
const restsFor = 3
/** In one run. */
const mostBatches = 10
/** Comparing takes longest by far. */
const mostCompared = 1

/**
 * Begins at once. A failure is logged and tried again: what could not be sealed waits, and `verify` says since when.
 * @returns ends it, and waits for the batch that is being sealed
 */
export function startSealing(recorder: Pool, log: Logger, every = sealsEvery): () => Promise<void> {
  return inRounds(async isStopped => {
    let isMore = false
    const began = performance.now()
    try {
      const done = await sealSome(recorder, mostBatches, Date.now, isStopped)
      const summed = await sumSome(recorder, mostBatches, Date.now, isStopped)
      const compared = await compareSome(recorder, mostCompared, Date.now, isStopped)
      isMore = done.isMore || summed.isMore || compared.isMore
      if (done.sealed > 0) log.info({ count: done.sealed }, 'sealed')
    } catch (error) {
      log.error({ err: error }, 'sealing failed')
    }
    return isMore ? Math.max(goesOnAfter, restsFor * (performance.now() - began)) : every
  })
}
