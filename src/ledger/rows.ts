/** Set-based reading and writing of the ledger's tables: one statement each, for one case or for hundreds. */
import type { PoolClient } from 'pg'
import type { Entry } from '../engine/fact.ts'

type Column = readonly [name: string, type: string]

/** The columns of `fact`, in the order in which they are inserted and verified. */
export const factColumns: readonly Column[] = [
  ['area_id', 'uuid'],
  ['case_id', 'uuid'],
  ['number', 'integer'],
  ['id', 'uuid'],
  ['root', 'uuid'],
  ['act', 'text'],
  ['kind', 'text'],
  ['shape', 'smallint'],
  ['happened_from', 'date'],
  ['happened_to', 'date'],
  ['certainty', 'text'],
  ['happened_at', 'timestamptz'],
  ['recorded_at', 'timestamptz'],
  ['recorded_by', 'uuid'],
  ['agency_id', 'uuid'],
  ['compartment_id', 'uuid'],
  ['about', 'uuid'],
  ['answers', 'text'],
  ['occasion', 'uuid'],
  ['moved_from', 'uuid'],
  ['known_since', 'timestamptz'],
  ['source', 'text'],
  ['import_id', 'uuid'],
  ['submission_id', 'uuid'],
  ['submission_part', 'smallint'],
  ['data', 'jsonb'],
  ['narrative_commitment', 'bytea'],
  ['hash', 'bytea'],
]

export const narrativeColumns: readonly Column[] = [
  ['area_id', 'uuid'],
  ['case_id', 'uuid'],
  ['fact_id', 'uuid'],
  ['root', 'uuid'],
  ['field', 'text'],
  ['compartment_id', 'uuid'],
  ['commitment', 'bytea'],
  ['text', 'text'],
  ['salt', 'bytea'],
]

export const dutyColumns: readonly Column[] = [
  ['area_id', 'uuid'],
  ['case_id', 'uuid'],
  ['id', 'text'],
  ['rule', 'text'],
  ['trigger_root', 'uuid'],
  ['agency_id', 'uuid'],
  ['actor_compartment_id', 'uuid'],
  ['trigger_compartment_id', 'uuid'],
  ['team_id', 'uuid'],
  ['worker_post_id', 'uuid'],
  ['edition', 'text'],
  ['inherited', 'boolean'],
  ['known_since', 'timestamptz'],
  ['from_day', 'date'],
  ['due_earliest', 'date'],
  ['due_latest', 'date'],
  ['due_earliest_at', 'timestamptz'],
  ['due_latest_at', 'timestamptz'],
  ['met_by', 'uuid'],
  ['met_from', 'date'],
  ['met_to', 'date'],
  ['late', 'text'],
  ['lapsed_by', 'uuid'],
  ['lapsed_on', 'date'],
  ['lapsed_why', 'text'],
  ['not_known_from', 'text'],
  ['remark', 'text'],
  ['fingerprint', 'text'],
]

export const procedureColumns: readonly Column[] = [
  ['area_id', 'uuid'],
  ['case_id', 'uuid'],
  ['procedure', 'text'],
  ['root', 'uuid'],
  ['compartment_id', 'uuid'],
  ['team_id', 'uuid'],
  ['opened_from', 'date'],
  ['opened_to', 'date'],
  ['closed_by', 'uuid'],
  ['closed_on', 'date'],
]

interface Statement {
  readonly name: string
  readonly text: string
}

/** A connection knows a statement by its name: two lists of columns of one table are two statements. */
const statements = new Map<readonly Column[], Map<string, Statement>>()
let named = 0

function statementFor(table: string, columns: readonly Column[], single: boolean): Statement {
  const which = single ? `${table} one` : table
  const ofColumns = statements.get(columns) ?? new Map<string, Statement>()
  const known = ofColumns.get(which)
  if (known) return known
  const names = columns.map(([column]) => column).join(', ')
  // `unnest` takes arrays of arrays apart to the last: a list within a row goes as one text.
  const sentAs = (type: string) => (isList(type) ? 'text' : type)
  const values = columns
    .map(
      ([, type], at) =>
        `$${at + 1}::${single ? sentAs(type) : `${sentAs(type)}[]`}${single && isList(type) ? `::${type}` : ''}`,
    )
    .join(', ')
  const read = columns.map(([column, type]) => (isList(type) ? `${column}::${type}` : column)).join(', ')
  const many = `select ${read} from unnest(${values}) as r (${names})`
  const text = `insert into ${table} (${names}) ${single ? `values (${values})` : many}`
  named += 1
  const statement = { name: `insert ${table} ${named}`, text }
  statements.set(columns, ofColumns.set(which, statement))
  return statement
}

/** Inserts rows in one statement; none where there are none. */
export async function insertRows(
  client: PoolClient,
  table: string,
  columns: readonly Column[],
  rows: readonly object[],
): Promise<void> {
  if (rows.length === 0) return
  const single = rows.length === 1
  const values = columns.map(([column, type]) => {
    const read = (row: object) => sent((row as Record<string, unknown>)[column], type)
    return single ? read(rows[0] as object) : listOf(rows.map(read), type)
  })
  await client.query({ ...statementFor(table, columns, single), values })
}

/** Types whose values have nothing in them that a list must escape. */
const plainTypes: ReadonlySet<string> = new Set(['uuid', 'date', 'integer', 'smallint', 'boolean', 'timestamptz'])
const isPlain = /^[\w:.+-]+$/

/**
 * Values as the database takes a list of them. The driver escapes each, which is most of sending it; it does so here only where a value is
 * not what it should be, so that the database says so.
 */
function listOf(values: readonly unknown[], type: string): unknown {
  if (!plainTypes.has(type)) return values
  const texts = (values as readonly (string | number | boolean | null)[]).map(value => String(value ?? 'NULL'))
  return texts.every(text => isPlain.test(text)) ? `{${texts.join(',')}}` : values
}

/** A list of ids within one row. */
const isList = (type: string) => type === 'uuid[]'

function sent(value: unknown, type: string): unknown {
  if (value === null || value === undefined) return null
  if (type === 'jsonb') return JSON.stringify(value)
  if (isList(type)) return `{${(value as readonly string[]).join(',')}}`
  return type === 'timestamptz' ? new Date(value as number).toISOString() : value
}

const entryColumns =
  'case_id, number, id, root, act, kind, shape, happened_from, happened_to, certainty, happened_at, recorded_at, agency_id, compartment_id, about, answers, occasion, source, data, recorded_by, known_since'

/** An entry with the compartment it stands in. */
export interface StoredEntry extends Entry {
  readonly compartmentId: string
  /** The post that recorded it; none for imports. */
  readonly recordedBy: string | null
}

type EntryRow = [
  string,
  number,
  string,
  string,
  Entry['act'],
  string,
  number,
  string,
  string,
  Entry['happened']['certainty'],
  number | null,
  number,
  string,
  string,
  string | null,
  string | null,
  string | null,
  string | null,
  Record<string, unknown>,
  string | null,
  number | null,
]

/**
 * Entries of cases, by case, in the order in which they were recorded. What comes back is what the client's role may see.
 * @param dayOf the London day of an instant in milliseconds
 */
export async function readEntries(
  client: PoolClient,
  areaId: string,
  caseIds: readonly string[],
  dayOf: (instant: number) => string,
): Promise<Map<string, StoredEntry[]>> {
  const { rows } = await client.query<EntryRow>({
    name: 'entries of cases',
    text: `select ${entryColumns} from fact where area_id = $1 and case_id = any((select $2::uuid[])::uuid[]) order by case_id, number`,
    values: [areaId, caseIds],
    rowMode: 'array',
  } as never)
  const byCase = new Map<string, StoredEntry[]>()
  for (const row of rows) {
    const entry: StoredEntry = {
      number: row[1],
      id: row[2],
      root: row[3],
      act: row[4],
      kind: row[5],
      shape: row[6],
      happened: { from: row[7], to: row[8], certainty: row[9], at: row[10] },
      recordedAt: row[11],
      recordedOn: dayOf(row[11]),
      agency: row[12],
      compartmentId: row[13],
      about: row[14],
      answers: row[15],
      occasion: row[16],
      source: row[17],
      data: row[18],
      recordedBy: row[19],
      knownSince: row[20],
    }
    const entries = byCase.get(row[0])
    if (entries) entries.push(entry)
    else byCase.set(row[0], [entry])
  }
  return byCase
}

/** Rows under their key, in the order in which they came. */
export function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group.push(row)
    else groups.set(keyOf(row), [row])
  }
  return groups
}
