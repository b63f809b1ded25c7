/** A database of a million facts: some hundreds of cases recorded through the ledger, then copied within the database. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { findCases } from '../src/ledger/rebuild.ts'
import { recordMany } from '../src/ledger/record.ts'
import type { Database } from '../src/platform/database.ts'
import { caseLength, openingOf, random } from './dataset.ts'
import { doing, less } from './report.ts'
import { type BenchArea, type BenchServer, benchArea, ledgerOf } from './server.ts'

const facts = 1_000_000
const copies = 20

export interface Million {
  readonly db: Database
  readonly url: string
  readonly area: BenchArea
}

let built: Promise<Million> | undefined

/** The database, made once in a run. Its derived rows are those that the rebuild made. */
export function million(server: BenchServer): Promise<Million> {
  built ??= build(server)
  return built
}

let seconds = 0

/** Rebuilding every duty of a million facts, by two workers at once. */
export async function benchRebuild(server: BenchServer): Promise<void> {
  await million(server)
  less('rebuild of 1 million facts on two workers', seconds, 's', 45)
}

async function build(server: BenchServer): Promise<Million> {
  doing('Recording the cases of which a million facts are made')
  const { db, url } = await server.create()
  const area = await benchArea(db)
  const next = random(5)
  let recorded = 0
  while (recorded < facts / copies) {
    const batch = Array.from({ length: 20 }, (_, at) =>
      openingOf({ ...area, teamId: area.teams[at] ?? area.teamId }, caseLength(next), next, '2022-03-07'),
    )
    await recordMany(ledgerOf(db), batch)
    recorded += batch.reduce((sum, one) => sum + one.acts.length, 0)
  }
  doing(`Copying ${recorded} facts ${copies - 1} times`)
  await copy(db, area)
  doing('Rebuilding')
  const started = performance.now()
  await rebuildByTwo(db, url)
  seconds = (performance.now() - started) / 1000
  await db.owner.query('vacuum analyze')
  return { db, url, area }
}

/** Each copy has ids of its own, the same every time, and stands with the next team. */
async function copy({ owner }: Database, { teams }: BenchArea): Promise<void> {
  const client = await owner.connect()
  try {
    await client.query(`
      create function pg_temp.copied(id uuid, k int) returns uuid language sql immutable as 'select md5($1::text || $2)::uuid';
      create temp table k as select generate_series(1, ${copies - 1}) as k;
      create temp table moved (holder_id uuid, k int, to_id uuid, primary key (holder_id, k))`)
    await client.query(
      `insert into moved select t.id, k, ($1::uuid[])[1 + (t.at + k - 1) % cardinality($1::uuid[])]
       from unnest($1::uuid[]) with ordinality t (id, at), k`,
      [teams],
    )
    await client.query('analyze k; analyze moved; truncate duty, open_procedure, search_person, search_key')
    for (const table of ['case_file', 'compartment', 'compartment_grant', 'fact', 'narrative']) {
      const { rows } = await client.query<{ name: string }>(
        `select column_name as name from information_schema.columns where table_schema = 'public' and table_name = $1 order by ordinal_position`,
        [table],
      )
      const names = rows.map(row => row.name)
      await client.query(
        `insert into ${table} (${names.join(', ')}) select ${names.map(name => copyOf(table, name)).join(', ')} from ${table} t, k`,
      )
    }
    await client.query('analyze')
  } finally {
    client.release(true)
  }
}

const ofEachCopy = new Set(['id', 'case_id', 'compartment_id', 'root', 'about', 'submission_id', 'fact_id'])

function copyOf(table: string, column: string): string {
  if (ofEachCopy.has(column)) return `pg_temp.copied(t.${column}, k.k)`
  if (column === 'reference') return `t.reference || '-' || k.k`
  if (column === 'team_id' || column === 'holder_id')
    return `coalesce((select m.to_id from moved m where m.holder_id = t.${column} and m.k = k.k), t.${column})`
  return `t.${column}`
}

/** Two processes, each with half of the facts. */
async function rebuildByTwo(db: Database, url: string): Promise<void> {
  const cases = await findCases(ledgerOf(db))
  const all = cases.reduce((sum, one) => sum + one.facts, 0)
  let before = 0
  const halves: [(typeof cases)[number][], (typeof cases)[number][]] = [[], []]
  for (const one of cases) {
    halves[before * 2 < all ? 0 : 1].push(one)
    before += one.facts
  }
  await Promise.all(halves.map(half => inProcess('rebuild-worker.ts', [url], child => child.send(half))))
}

/** Runs a file of this folder in a process of its own until it ends. */
export async function inProcess(file: string, args: string[], begun: (child: ChildProcess) => void): Promise<void> {
  const child = fork(path.join(import.meta.dirname, file), args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  begun(child)
  const [code] = (await once(child, 'exit')) as [number | null]
  if (code !== 0) throw new Error(`${file} failed.`)
}
