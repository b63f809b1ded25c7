/** `goldthread import FILE --as cin`: reads a file of the field into the authority that its header names. */
import { createReadStream, statSync } from 'node:fs'
import path from 'node:path'
import { type Imported, importCensus, StoppedImport } from '../exchange/cin/import.ts'
import type { Header } from '../exchange/cin/read.ts'
import type { Problem } from '../exchange/store.ts'
import { type AreaOfCode, areaOfCode } from '../people/area-of-code.ts'
import { now } from '../platform/clock.ts'
import { config } from '../platform/config.ts'
import { transaction } from '../platform/transaction.ts'
import { storyPassword } from '../story/provider.ts'
import { endProgress, readArgs, showProgress, withDatabase } from './open.ts'

const usage = 'import FILE --as cin [--authority CODE] [--json]'

export async function run(args: string[]): Promise<number> {
  const options = { as: { type: 'string' }, authority: { type: 'string' }, json: { type: 'boolean' } } as const
  const { values, positionals } = readArgs(args, options, usage)
  const [file, ...more] = positionals
  if (!file || more.length > 0) throw new Error(`Name one file. Usage: goldthread ${usage}`)
  if (values.as !== undefined && values.as !== 'cin')
    throw new Error(`Files of the format "${values.as}" cannot be read. Formats: cin.`)
  if (values.authority !== undefined && !/^\d{3}$/.test(values.authority))
    throw new Error(`"${values.authority}" is not the code of an authority: three figures.`)
  const size = sizeOf(file)
  let area: AreaOfCode | undefined
  let read = 0
  const { imported, stopped } = await withDatabase(async (_, ledger) => {
    const destination = async (header: Header, problems: Problem[]) => {
      const code = values.authority ?? header.authority
      if (!code)
        throw new Error('The header names no authority. Say which it is with --authority and its three figures.')
      area = await transaction(ledger.recorder, client => areaOfCode(client, code, header.referenceDay, ledger.now()))
      if (!area.isKnown)
        problems.push({
          line: null,
          child: null,
          path: 'Message/Header/Source/LEA',
          why: `No authority has the code ${code}. The file was kept under "${area.name}".`,
        })
      return area
    }
    return keptOf(
      importCensus(ledger, {
        chunks: counted(createReadStream(file, { highWaterMark: 256 * 1024 }), bytes => {
          read += bytes
        }),
        name: path.basename(file),
        destination,
        importedBy: null,
        today: now().day,
        onProgress: () =>
          showProgress(`Importing ${path.basename(file)}`, Math.round(read / 1024), Math.round(size / 1024)),
      }),
    )
  })
  endProgress()
  if (area?.newSignIn) process.stderr.write(`${saySignIn(area.newSignIn)}\n`)
  if (values.json) process.stdout.write(`${JSON.stringify(imported)}\n`)
  else tell(imported, area)
  if (stopped) process.stderr.write(`${stopped.message} What stood before was kept.\n`)
  return imported.children === 0 || stopped ? 1 : 0
}

/** What an import kept, also where it ended before the file did. */
async function keptOf(
  importing: Promise<{ readonly imported: Imported }>,
): Promise<{ readonly imported: Imported; readonly stopped?: StoppedImport }> {
  try {
    return await importing
  } catch (error) {
    if (error instanceof StoppedImport) return { imported: error.imported, stopped: error }
    throw error
  }
}

function sizeOf(file: string): number {
  const found = statSync(file, { throwIfNoEntry: false })
  if (!found) throw new Error(`There is no file "${file}".`)
  if (found.isDirectory()) throw new Error(`"${file}" is a folder. Name a file.`)
  return found.size
}

async function* counted(
  chunks: AsyncIterable<Uint8Array>,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    onBytes(chunk.length)
    yield chunk
  }
}

/** Beside the counts, so that whoever asked for them as data learns it too. */
function saySignIn(name: string): string {
  const password = config().mode === 'story' ? `, with the password ${storyPassword}` : ''
  return `The area is new. Its data lead signs in as ${name}${password}.`
}

const listed = 40

function tell({ children, episodes, added, unchanged, problems }: Imported, area: AreaOfCode | undefined): void {
  const say = (line: string) => process.stdout.write(`${line}\n`)
  const number = (count: number, one: string, many: string) =>
    `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`
  say(
    `${area?.name}: ${number(children, 'child', 'children')} with ${number(episodes, 'episode', 'episodes')}; ${number(added, 'record', 'records')} added, ${unchanged.toLocaleString('en-GB')} known already.`,
  )
  if (problems.length === 0) return
  say(`${number(problems.length, 'thing was', 'things were')} not kept, or not as they stood:`)
  for (const { line, child, path: at, why } of problems.slice(0, listed)) {
    say(`  ${line === null ? '' : `line ${line}, `}${child ? `child ${child}, ` : ''}${at}: ${why}`)
  }
  if (problems.length > listed)
    say(`  … and ${(problems.length - listed).toLocaleString('en-GB')} more; --json lists them all.`)
}
