/** Makes the documents that somebody asked for, one after the other, as long as the server runs, and deletes those whose day is over. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Document } from '../exchange/document/document.ts'
import { formsOfDocument, isDocumentForm } from '../exchange/document/forms.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { claimToMake, deleteOldMade, finishMaking, sayDone } from '../ledger/made-documents.ts'

/** How often it looks whether something was asked for, in milliseconds. */
const looksEvery = 1_000
/** So often it says how far it has come. */
const saysEvery = 200
const deletesEvery = 10 * 60_000

type Making = Pick<Ledger, 'recorder' | 'now'>

/** Makes the oldest that nobody makes. @returns whether there was one */
export async function makeNext({ recorder, now }: Making, log: Pick<Logger, 'info' | 'error'>): Promise<boolean> {
  const claimed = await claimToMake(recorder, now())
  if (!claimed) return false
  const began = performance.now()
  let said = began
  try {
    if (!isDocumentForm(claimed.form)) throw new Error(`There is no form of document “${claimed.form}”.`)
    const bytes = await formsOfDocument[claimed.form].make(claimed.content as Document, async done => {
      if (performance.now() - said < saysEvery) return
      said = performance.now()
      await sayDone(recorder, claimed, done, now())
    })
    await finishMaking(recorder, claimed, bytes, now())
    log.info({ ms: Math.round(performance.now() - began), bytes: bytes.length }, 'document made')
  } catch (error) {
    // Told to whoever waits: they can ask again.
    log.error({ err: error }, 'making a document failed')
    await finishMaking(recorder, claimed, undefined, now())
  }
  return true
}

/**
 * Begins at once. What a server that stopped had begun is begun anew by another after a minute.
 * @returns ends it, and waits for the document in hand
 */
export function keepMaking(making: Making, log: Logger, every = looksEvery): () => Promise<void> {
  const stop = new AbortController()
  let deleted = Number.NEGATIVE_INFINITY
  const running = (async () => {
    while (!stop.signal.aborted) {
      try {
        if (performance.now() - deleted > deletesEvery) {
          deleted = performance.now()
          await deleteOldMade(making.recorder, making.now())
        }
        if (await makeNext(making, log)) continue
      } catch (error) {
        log.error({ err: error }, 'looking for documents to make failed')
      }
      await pause(every, undefined, { signal: stop.signal }).catch(() => undefined)
    }
  })()
  return async () => {
    stop.abort()
    await running
  }
}
