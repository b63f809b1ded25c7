/** `goldthread match A.csv B.csv --out FILE`: who stands in both of two agencies' lists. Nothing is kept, no database is needed. */
import { createReadStream, writeFileSync } from 'node:fs'
import { parse } from 'csv-parse'
import { stringify } from '../people/matching/links-file.ts'
import { type ListedPerson, listedPeople } from '../people/matching/listed-person.ts'
import { matchLists } from '../people/matching/match.ts'
import { endProgress, readArgs, showProgress } from './open.ts'

const usage = 'match A.csv B.csv --out FILE [--json]'
const options = { out: { type: 'string' }, json: { type: 'boolean' } } as const

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = readArgs(args, options, usage)
  const [first, second, ...more] = positionals
  if (!first || !second || more.length > 0) throw new Error(`Name two lists. Usage: goldthread ${usage}`)
  if (!values.out) throw new Error(`Say with --out where the links are to be written. Usage: goldthread ${usage}`)
  const [ones, others] = [await readList(first), await readList(second)]
  const { matches, compared } = matchLists(ones, others, (done, of) => showProgress('Comparing pairs', done, of))
  endProgress()
  writeFileSync(values.out, stringify(matches))
  const same = matches.filter(({ band }) => band === 'same').length
  const figures = { first: ones.length, second: others.length, compared, same, ask: matches.length - same }
  if (values.json) process.stdout.write(`${JSON.stringify(figures)}\n`)
  else
    process.stdout.write(
      `${counted(ones.length)} and ${counted(others.length)} records, ${counted(compared)} pairs compared: ${counted(same)} are the same, ${counted(figures.ask)} a person should look at. Written to ${values.out}.\n`,
    )
  return 0
}

const counted = (number: number) => number.toLocaleString('en-GB')

/** @throws Error in a plain sentence that names the file and, where a row cannot be read, its line */
async function readList(file: string): Promise<ListedPerson[]> {
  const rows: Record<string, string>[] = []
  const parser = createReadStream(file).pipe(
    parse({ columns: true, trim: true, bom: true, skip_empty_lines: true, relax_column_count_less: true }),
  )
  try {
    for await (const row of parser) {
      rows.push(row)
      if (rows.length % 1000 === 0) showProgress(`Reading ${file}`, rows.length)
    }
    endProgress()
    return listedPeople(rows)
  } catch (error) {
    endProgress()
    const { code, message } = error as NodeJS.ErrnoException
    throw new Error(code === 'ENOENT' ? `There is no file "${file}".` : `"${file}" cannot be read: ${message}`, {
      cause: error,
    })
  }
}
