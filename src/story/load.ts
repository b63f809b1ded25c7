/** Brings the story into a database: the borough once, then its cases in batches, each kept whole or not at all. */
import type { PoolClient } from 'pg'
import type { Command } from '../ledger/command.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { rebuildWithin } from '../ledger/rebuild.ts'
import { recordWithin } from '../ledger/record.ts'
import { insertRows } from '../ledger/rows.ts'
import type { Database } from '../platform/database.ts'
import { transaction } from '../platform/transaction.ts'
import { afterwards } from './afterwards.ts'
import { areas } from './cast.ts'
import type { ActOfLife, Lifeline } from './life.ts'
import { closeAgain, letIn, logPages } from './openings.ts'
import { idOf } from './random.ts'
import { settle } from './settle.ts'
import { lastCase, storyLines } from './story.ts'

const casesAtOnce = 12

/** Loads the story. Loading it again adds nothing; a load that was cut short goes on where it ended. */
export async function loadStory(db: Pick<Database, 'recorder' | 'reader'>, ledger: Ledger): Promise<void> {
  if (!(await isThere(db, 'case_file', lastCase))) await loadCases(db, ledger)
  await afterwards(ledger)
}

async function loadCases(db: Pick<Database, 'recorder' | 'reader'>, ledger: Ledger): Promise<void> {
  if (!(await isThere(db, 'area', areas.harrowmere.id))) await transaction(db.recorder, settle)
  const instant = ledger.now()
  const lines = storyLines({ day: ledger.dayOf(instant), instant })
  for (const batch of batches(lines)) {
    const first = batch[0]
    if (!first || (await isThere(db, 'case_file', first.opens.id))) continue
    await transaction(db.recorder, client => tell(client, ledger, batch))
    await logPages(db.reader, batch)
  }
}

async function isThere(
  { recorder }: Pick<Database, 'recorder'>,
  table: 'case_file' | 'area',
  id: string,
): Promise<boolean> {
  const { rowCount } = await recorder.query(`select 1 from ${table} where id = $1`, [id])
  return (rowCount ?? 0) > 0
}

/** Cases of one area, a dozen at a time, in their order. */
function batches(lines: readonly Lifeline[]): Lifeline[][] {
  const found: Lifeline[][] = []
  for (const line of lines) {
    const last = found.at(-1)
    if (last && last.length < casesAtOnce && last[0]?.areaId === line.areaId) last.push(line)
    else found.push([line])
  }
  return found
}

/** Cases open with their first act; then what was shared is known; then the rest follows, as far as nothing changes what is not written yet. */
async function tell(client: PoolClient, ledger: Ledger, batch: readonly Lifeline[]): Promise<void> {
  const left = batch.map(line => ({ line, commands: commandsOf(line) }))
  await recordWithin(
    client,
    ledger,
    left.flatMap(({ commands }) => commands.splice(0, 1)),
  )
  await writeSharings(client, batch)
  await letIn(client, batch)
  while (left.some(({ commands }) => commands.length > 0)) {
    await recordWithin(
      client,
      ledger,
      left.flatMap(({ commands }) => commands.splice(0, lengthOfRound(commands))),
    )
  }
  await closeAgain(client, batch)
  await rebuildShared(client, ledger, batch)
}

/** What was shared stands beside the facts: people are found by it, as after any disclosure. */
async function rebuildShared(client: PoolClient, ledger: Ledger, batch: readonly Lifeline[]): Promise<void> {
  const shared = batch.filter(one => one.sharings.length > 0)
  const [first] = shared
  if (first)
    await rebuildWithin(
      client,
      ledger,
      first.areaId,
      shared.map(one => one.opens.id),
    )
}

/** How many commands can go together: a correction waits until what it corrects is written, a review until what it is of is. */
function lengthOfRound(commands: readonly Command[]): number {
  const fresh = new Set<string>()
  for (const [at, { acts }] of commands.entries()) {
    for (const act of acts) {
      const root = 'root' in act ? act.root : ''
      if (fresh.has((act.act === 'record' ? act.about : root) ?? '')) return at
      fresh.add(act.act === 'record' ? (act.id as string) : root)
    }
  }
  return commands.length
}

/** What one person wrote down at one time is one command, unless it changes something or continues what was just written. */
function commandsOf({ areaId, opens, acts }: Lifeline): Command[] {
  const groups: ActOfLife[][] = []
  for (const act of acts) {
    const last = groups.at(-1)?.at(-1)
    const goesWith =
      last &&
      last.recordedAt === act.recordedAt &&
      last.by.postId === act.by.postId &&
      last.occasion === act.occasion &&
      last.act.act === 'record' &&
      act.act.act === 'record' &&
      !continues(act, groups.at(-1))
    if (goesWith) groups.at(-1)?.push(act)
    else groups.push([act])
  }
  return groups.map((group, at) => {
    const { by, recordedAt, occasion } = group[0] as ActOfLife
    return {
      areaId,
      submissionId: idOf(opens.id, 'submission', at),
      by,
      recordedAt,
      acts: group.map(({ act }) => act),
      ...(occasion ? { occasion } : {}),
      ...(at === 0 ? { opens: [opens] } : {}),
    }
  })
}

function continues({ act }: ActOfLife, group: readonly ActOfLife[] = []): boolean {
  return act.act === 'record' && group.some(one => one.act.act === 'record' && one.act.id === act.about)
}

const disclosureColumns = [
  ['area_id', 'uuid'],
  ['id', 'uuid'],
  ['case_id', 'uuid'],
  ['from_agency_id', 'uuid'],
  ['to_agency_id', 'uuid'],
  ['basis', 'text'],
  ['necessity', 'text'],
  ['family_told', 'text'],
  ['not_told_why', 'text'],
  ['reached_at', 'timestamptz'],
  ['recorded_by', 'uuid'],
  ['submission_id', 'uuid'],
] as const
const disclosedColumns = [
  ['area_id', 'uuid'],
  ['disclosure_id', 'uuid'],
  ['case_id', 'uuid'],
  ['root', 'uuid'],
  ['from_agency_id', 'uuid'],
  ['agency_id', 'uuid'],
  ['reached_at', 'timestamptz'],
  ['by_grant', 'boolean'],
] as const

async function writeSharings(client: PoolClient, batch: readonly Lifeline[]): Promise<void> {
  const disclosures: object[] = []
  const disclosed: object[] = []
  for (const { areaId, opens, acts, sharings } of batch) {
    // Whoever opened the case works on it from the start.
    const opener = acts[0]?.by.agencyId
    for (const one of sharings) {
      // Rows are compared with the database's clock: what is shared must have reached the other by now, whatever day the story has.
      const reachedAt = Math.min(one.reachedAt, Date.now())
      disclosures.push({
        area_id: areaId,
        id: one.id,
        case_id: opens.id,
        from_agency_id: one.from,
        to_agency_id: one.to,
        basis: one.basis,
        necessity: one.necessity,
        family_told: one.familyTold,
        not_told_why: one.notToldWhy,
        reached_at: reachedAt,
        recorded_by: one.by,
        submission_id: idOf(one.id, 'submission'),
      })
      for (const root of one.roots) {
        const row = { area_id: areaId, disclosure_id: one.id, case_id: opens.id, root }
        disclosed.push({
          ...row,
          from_agency_id: one.from,
          agency_id: one.to,
          reached_at: reachedAt,
          by_grant: one.to === opener,
        })
      }
    }
  }
  await insertRows(client, 'disclosure', disclosureColumns, disclosures)
  await insertRows(client, 'disclosed_fact', disclosedColumns, disclosed)
}
