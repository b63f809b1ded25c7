/** `goldthread verify`: is the past as it was recorded? Names the first altered, missing, added or re-ordered record of each case. */
import { verify } from '../ledger/verify.ts'
import { endProgress, readArgs, showProgress, withDatabase } from './open.ts'

export async function run(args: string[]): Promise<number> {
  const { values } = readArgs(args, { json: { type: 'boolean' } }, 'verify [--json]')
  const result = await withDatabase(db => verify(db.owner, (done, of) => showProgress('Verifying cases', done, of)))
  endProgress()
  if (values.json) {
    process.stdout.write(`${JSON.stringify(result)}\n`)
  } else {
    const sum = `${result.facts.toLocaleString('en-GB')} records of ${result.cases.toLocaleString('en-GB')} cases`
    for (const { reference, number, why } of result.faults)
      process.stdout.write(`${reference}, record ${number}: ${why}\n`)
    process.stdout.write(
      result.faults.length === 0
        ? `${sum} are as they were recorded.\n`
        : `${result.faults.length} of the cases have a fault; ${sum} were looked at.\n`,
    )
    process.stdout.write(`${result.unsealed.toLocaleString('en-GB')} entries of the reading log are not sealed yet.\n`)
  }
  return result.faults.length === 0 ? 0 : 1
}
