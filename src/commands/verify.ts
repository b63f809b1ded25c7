/** `goldthread verify`: is the past as it was recorded? Names the first altered, missing, added or re-ordered row of each chain. */
import fs from 'node:fs'
import { createInterface } from 'node:readline'
import { type HeldAgainst, holdAgainst } from '../ledger/anchor.ts'
import { streams } from '../ledger/sealed-streams.ts'
import { type Verified, verify } from '../ledger/verify.ts'
import { endProgress, readArgs, showProgress, withDatabase } from './open.ts'

interface Result extends Verified {
  /** What holding against the anchor said, or why the file could not be used. */
  readonly against?: HeldAgainst | { readonly refused: string }
}

export async function run(args: string[]): Promise<number> {
  const options = { json: { type: 'boolean' }, against: { type: 'string' } } as const
  const { values } = readArgs(args, options, 'verify [--against FILE] [--json]')
  const file = values.against
  if (file && !fs.existsSync(file)) throw new Error(`There is no file ${file}.`)
  const result: Result = await withDatabase(async db => {
    const verified = await verify(
      db.owner,
      (done, of) => showProgress('Verifying cases', done, of),
      done => showProgress('Verifying seals', done),
    )
    if (!file) return verified
    // What was verified is said in any case: a file that is no anchor takes nothing of it away.
    const against = await holdAgainst(db.owner, linesOf(file)).catch((error: Error) => ({ refused: error.message }))
    return { ...verified, against }
  })
  endProgress()
  process.stdout.write(values.json ? `${JSON.stringify(result)}\n` : inWords(result))
  const { faults, seals, against } = result
  if (against && 'refused' in against) return 1
  return [faults, seals.faults, against?.faults ?? []].every(found => found.length === 0) ? 0 : 1
}

/** Opened only when the first line is asked for: an interface that waits for its reader drops the lines meanwhile. */
async function* linesOf(file: string): AsyncIterable<string> {
  yield* createInterface({ input: fs.createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })
}

const say = (number: number) => number.toLocaleString('en-GB')

/** The result as an operator reads it. */
function inWords({ cases, facts, waiting, faults, seals, against }: Result): string {
  const lines = [
    ...faults.map(({ reference, number, why }) => `${reference}, record ${number}: ${why}`),
    faults.length === 0
      ? `${say(facts)} records of ${say(cases)} cases are as they were recorded.`
      : `${say(faults.length)} of the cases have a fault; ${say(facts)} records of ${say(cases)} cases were looked at.`,
    ...(waiting > 0
      ? [`Words of ${say(waiting)} cases wait to be taken away: the server does it within a minute.`]
      : []),
    ...seals.faults.map(
      ({ area, stream, id, number, why }) =>
        `${area}, ${stream}${number === null ? '' : ` at seal ${say(number)}`}${id === null ? '' : `, ${id}`}: ${why}`,
    ),
    seals.faults.length === 0
      ? `${say(seals.sealed)} seals of who looked and what was shared are as they were made.`
      : `${say(seals.faults.length)} of what was sealed is not as it was; ${say(seals.sealed)} seals were looked at.`,
    ...seals.waiting.map(({ stream, count, oldest }) => {
      const words = streams.find(({ name }) => name === stream)?.words ?? stream
      return `Not sealed yet, and not vouched for: ${say(count)} of the kind “${words}”, the oldest of ${new Date(oldest).toISOString()}.`
    }),
  ]
  if (against) lines.push(...('refused' in against ? [against.refused] : againstInWords(against)))
  return `${lines.join('\n')}\n`
}

function againstInWords({ taken, cases, areas, sha256, faults }: HeldAgainst): string[] {
  return [
    ...faults.map(({ chain, id, why }) => `${chain === 'case' ? 'Case' : 'Area'} ${id}: ${why}`),
    faults.length === 0
      ? `Nothing was rewritten since the anchor of ${taken}: ${say(cases)} cases and ${say(areas)} areas go on from where they ended.`
      : `${say(faults.length)} of ${say(cases)} cases and ${say(areas)} areas differ from the anchor of ${taken}.`,
    `Compare the SHA-256 of the anchor with the one written down: ${sha256}`,
  ]
}
