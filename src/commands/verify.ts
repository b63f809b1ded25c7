/** `goldthread verify`: is the past as it was recorded? Names the first altered, missing, added or re-ordered row of each chain. */
import fs from 'node:fs'
import { createInterface } from 'node:readline'
import { type HeldAgainst, holdAgainst } from '../ledger/anchor.ts'
import { streams } from '../ledger/sealed-streams.ts'
import { type Verified, verify } from '../ledger/verify.ts'
import type { StoredVerified } from '../ledger/verify-files.ts'
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
  const result: Result = await withDatabase(async (db, { store }) => {
    const verified = await verify(db.owner, {
      store,
      onCases: (done, of) => showProgress('Verifying cases', done, of),
      onSeals: done => showProgress('Verifying seals', done),
      onStored: (done, of) => showProgress('Verifying files in the store', done, of),
    })
    if (!file) return verified
    // What was verified is said in any case: a file that is no anchor takes nothing of it away.
    const against = await holdAgainst(db.owner, linesOf(file)).catch((error: Error) => ({ refused: error.message }))
    return { ...verified, against }
  })
  endProgress()
  process.stdout.write(values.json ? `${JSON.stringify(result)}\n` : inWords(result))
  const { faults, seals, stored, against } = result
  if (against && 'refused' in against) return 1
  // A store that is set and was not read: whoever asked for it must hear that it failed.
  if (stored.isStoreSet && stored.compared < stored.files) return 1
  return [faults, seals.faults, against?.faults ?? []].every(found => found.length === 0) ? 0 : 1
}

/** Opened only when the first line is asked for: an interface that waits for its reader drops the lines meanwhile. */
async function* linesOf(file: string): AsyncIterable<string> {
  yield* createInterface({ input: fs.createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })
}

const say = (number: number) => number.toLocaleString('en-GB')

/** The result as an operator reads it. */
function inWords({ cases, facts, waiting, faults, seals, stored, against }: Result): string {
  const lines = [
    ...faults.map(({ reference, number, why }) => `${reference}, record ${number}: ${why}`),
    faults.length === 0
      ? `${say(facts)} records of ${say(cases)} cases are as they were recorded.`
      : `${say(faults.length)} of the cases have a fault; ${say(facts)} records of ${say(cases)} cases were looked at.`,
    ...(waiting > 0
      ? [`Words of ${say(waiting)} cases wait to be taken away: the server does it within a minute.`]
      : []),
    ...storedInWords(stored),
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

function storedInWords({ files, compared, isStoreSet, waiting }: StoredVerified): string[] {
  const lines: string[] = []
  if (compared > 0) lines.push(`${say(compared)} files were fetched from the store and compared with their records.`)
  if (compared < files)
    lines.push(
      isStoreSet
        ? `Not looked at: ${say(files - compared)} of ${say(files)} files in the store could not be fetched.`
        : `Not looked at: ${say(files)} files in a store, which is not set here. Whether they are there, and as they were filed, is not known.`,
    )
  if (waiting > 0)
    lines.push(
      `${say(waiting)} files that no record names wait to be removed from the store: the server does it within about an hour.`,
    )
  return lines
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
