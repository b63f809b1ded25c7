/** `goldthread anchor`: writes down where every chain ends. Kept elsewhere, it shows a past that was rewritten since. */
import fs from 'node:fs'
import { takeAnchor } from '../ledger/anchor.ts'
import { readArgs, withDatabase } from './open.ts'

export async function run(args: string[]): Promise<number> {
  const usage = 'anchor --out FILE [--json]'
  const { values } = readArgs(args, { out: { type: 'string' }, json: { type: 'boolean' } }, usage)
  const file = values.out
  if (!file) throw new Error(`Say into which file it is written. Usage: goldthread ${usage}`)
  const taken = await withDatabase(db => write(file, put => takeAnchor(db.owner, Date.now(), put)))
  process.stdout.write(
    values.json
      ? `${JSON.stringify({ file, ...taken })}\n`
      : `${file} holds where the chains of ${taken.cases.toLocaleString('en-GB')} cases and ${taken.areas.toLocaleString('en-GB')} areas end.
Keep it where whoever runs this database has no hand: at another organisation, or this line of it on paper.
SHA-256 ${taken.sha256}
`,
  )
  return 0
}

/** A file that is there already is never written over: it may be the only witness. */
async function write<T>(file: string, work: (put: (text: string) => void) => Promise<T>): Promise<T> {
  let handle: number
  try {
    handle = fs.openSync(file, 'wx')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST')
      throw new Error(`${file} is there already, and an anchor is never written over. Name another file.`, {
        cause: error,
      })
    throw new Error(`${file} cannot be written.`, { cause: error })
  }
  try {
    const result = await work(text => fs.writeSync(handle, text))
    fs.fsyncSync(handle)
    return result
  } catch (error) {
    fs.rmSync(file, { force: true })
    throw error
  } finally {
    fs.closeSync(handle)
  }
}
