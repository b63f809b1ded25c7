/** `goldthread rebuild`: makes every derived row again from the facts. */
import { findCases, rebuild } from '../ledger/rebuild.ts'
import { forgetSums, sumSome } from '../ledger/sum-readings.ts'
import { endProgress, readArgs, showProgress, withDatabase } from './open.ts'

export async function run(args: string[]): Promise<number> {
  const { values } = readArgs(args, { json: { type: 'boolean' } }, 'rebuild [--json]')
  const started = Date.now()
  const { cases, facts } = await withDatabase(async (db, ledger) => {
    const found = await findCases(ledger)
    const read = await rebuild(ledger, found, (done, of) => showProgress('Rebuilding cases', done, of))
    await forgetSums(db.recorder)
    await sumSome(db.recorder, Number.POSITIVE_INFINITY)
    return { cases: found.length, facts: read }
  })
  endProgress()
  const seconds = (Date.now() - started) / 1000
  process.stdout.write(
    values.json
      ? `${JSON.stringify({ cases, facts, seconds })}\n`
      : `Duties and open procedures of ${cases.toLocaleString('en-GB')} cases were made again from ${facts.toLocaleString('en-GB')} records in ${seconds.toFixed(1)} seconds.\n`,
  )
  return 0
}
