/**
 * The one way in: records facts, corrections, strike-outs and disagreements, on one case or on several at once, and
 * brings duties and open procedures up to date in the same transaction.
 */
import type { PoolClient } from 'pg'
import { Conflict } from '../access/refusals.ts'
import type { Before } from '../engine/carried-over.ts'
import { derive } from '../engine/derive.ts'
import { newId } from '../platform/identifier.ts'
import { together, transaction } from '../platform/transaction.ts'
import { type FactRow, hashOf, narrativeCommitment, passagesOf } from './chain.ts'
import { type CheckedAct, checkActs } from './check-acts.ts'
import { checkAnswers, checkAuthor, standingOfAuthor } from './check-author.ts'
import type { Command, NewCase, Recorded } from './command.ts'
import { openCompartments } from './compartments.ts'
import { type DerivedCase, writeDerived } from './derived.ts'
import { deleteDrafts } from './drafts.ts'
import { entriesUnderLock, keepEntries, rowsKept } from './kept-entries.ts'
import type { Ledger } from './ledger.ts'
import { type AreaOfCase, holdDecisions, type LockedCase, lockCases, readArea } from './lock.ts'
import { copyMovedFiles, readMoved } from './moved.ts'
import { writeNotices } from './notices.ts'
import { joinFromStart, joinNamed } from './parties.ts'
import { allocation, indexPeople } from './people-of-case.ts'
import { recallWithin } from './recall-within.ts'
import { writeRetention } from './retention-rows.ts'
import { factColumns, insertRows, narrativeColumns, type StoredEntry } from './rows.ts'
import { discloseStanding } from './standing-disclosure.ts'
import { tell } from './tell.ts'

/**
 * Carries out one command, all of it or nothing. The same submission a second time changes nothing and says so.
 * @throws NotFound, NotAllowed, Conflict (with what the other person recorded)
 */
export async function record(ledger: Ledger, command: Command): Promise<Recorded> {
  try {
    const [recorded] = await recordMany(ledger, [command])
    return recorded as Recorded
  } catch (error) {
    const before = isRepeatable(error) ? await findSubmission(ledger, command) : undefined
    if (before) return before
    if ((error as { constraint?: string }).constraint === 'fact_submission')
      throw new Conflict('This form was sent before, by somebody else. Open it anew.', [])
    throw error
  }
}

/** A repeated submission shows itself as a taken number or as a conflict with its own first arrival. */
function isRepeatable(error: unknown): boolean {
  return error instanceof Conflict || isTaken(error)
}

function isTaken(error: unknown): boolean {
  return (error as { code?: string }).code === '23505'
}

/** What a submission of the same practitioner recorded when it arrived first; nothing where it did not yet. */
export async function findSubmission(
  ledger: Ledger,
  { areaId, submissionId, by }: Pick<Command, 'areaId' | 'submissionId' | 'by'>,
): Promise<Recorded | undefined> {
  const { rows } = await ledger.recorder.query<{ id: string }>({
    name: 'facts of submission',
    text: `select f.id from fact f where f.area_id = $1 and f.submission_id = $2
             and (f.recorded_by is not distinct from $3 or f.recorded_by in (select p.id from post p join post o
               on o.practitioner_id = p.practitioner_id where o.id = $3)) order by f.submission_part`,
    values: [areaId, submissionId, by.postId],
  })
  return rows.length === 0 ? undefined : { ids: rows.map(row => row.id), again: true }
}

/** Carries out commands of one area in one transaction, with one derivation per case: for stories, imports, transfers. */
export function recordMany(ledger: Ledger, commands: readonly Command[]): Promise<Recorded[]> {
  return transaction(ledger.recorder, client => recordWithin(client, ledger, commands))
}

/** The same within a transaction of the recorder that the caller holds: what belongs with the facts is kept or lost with them. */
export async function recordWithin(
  client: PoolClient,
  ledger: Ledger,
  commands: readonly Command[],
): Promise<Recorded[]> {
  const areaId = commands[0]?.areaId ?? ''
  const { opened, existing } = casesOf(commands)
  // Sent one behind the other: what is read after the lock is as new as the lock, and nobody waits three times.
  const holding = holdDecisions(client, areaId, 'shared')
  const locking = existing.length === 0 ? noCases : lockCases(client, areaId, existing, rowsKept(ledger))
  const [, area, , locked, { stored, before }] = await together([
    holding,
    readArea(client, areaId),
    insertRows(
      client,
      'case_file',
      caseColumns,
      opened.map(one => one.row),
    ),
    locking,
    entriesUnderLock(client, ledger, areaId, existing, locking),
  ])
  const files = new Map([...opened.map(one => [one.file.id, one.file] as const), ...locked])
  // What was told of an earlier day is known to those who work on it from that day.
  for (const { opens = [], recordedAt = ledger.now() } of commands)
    for (const { id } of opens) joinFromStart(files.get(id) as LockedCase, area, recordedAt)
  const rows: (FactRow & { hash: Buffer })[] = []
  const passages: object[] = []
  const added = new Map<string, StoredEntry[]>()
  const recorded: Recorded[] = []
  const moved = await readMoved(client, areaId, commands, stored)
  const tellings: Parameters<typeof tell>[2][] = []
  const check = async (command: Command) => {
    if (command.speaksUntil)
      for (const act of command.acts)
        files.get(act.caseId)?.until.set(command.speaksUntil.format, command.speaksUntil.day)
    const author = await standingOfAuthor(client, command)
    // What the author may not see is not there to be named: a forged identifier is answered like one of nothing.
    const sees = (entry: StoredEntry) => author?.sees(entry) ?? true
    const checked = checkActs(command, files, stored, sees, ledger.guidance, moved)
    if (author) {
      checkAuthor(author, command, checked)
      const seen = (id: string) => stored.get(id)?.filter(sees) ?? []
      await checkAnswers(client, author, command, (id, duty) => seen(id).some(entry => entry.answers === duty))
    }
    return { command, sees, checked, at: command.recordedAt ?? ledger.now() }
  }
  // What an author may see can change with each command before; for what a file brings all compartments are opened at once.
  const isOfFile = commands.every(({ by, speaksUntil }) => by.postId === null && speaksUntil)
  for (const step of isOfFile ? [commands] : commands.map(one => [one])) {
    const steps: Awaited<ReturnType<typeof check>>[] = []
    for (const command of step) steps.push(await check(command))
    const wanted = steps.flatMap(({ command, checked, at }) =>
      checked.map(({ caseFile, agencyId, sensitivity }) => {
        return { caseFile, agencyId, sensitivity, postId: command.by.postId, at }
      }),
    )
    await openCompartments(client, areaId, wanted)
    for (const { command, sees, checked, at } of steps) {
      await joinNamed(client, areaId, checked, ledger.guidance, at)
      recorded.push({ ids: checked.map((one, part) => add(one, part, command, at)), again: false })
      if (command.tells) tellings.push({ command, sees, at })
    }
  }
  for (const { by, recalls = [] } of commands)
    for (const ending of recalls) await recallWithin(client, areaId, ending, by, ledger.now())
  const told: string[] = []
  for (const telling of tellings) told.push(...(await tell(client, ledger.guidance, telling, { files, stored, added })))
  const [, , , , cases] = await together([
    insertRows(client, 'fact', factColumns, rows),
    insertRows(client, 'narrative', narrativeColumns, passages),
    deleteDrafts(client, commands),
    discloseStanding(client, areaId, files, added),
    deriveAll(client, ledger, areaId, area, files, stored, added, { isNew: stored.size === 0, before }),
  ])
  keepEntries(ledger, cases, stored, added)
  await copyMovedFiles(client, areaId, rows)
  if (area.isWatched) {
    const [at, entries] = [ledger.now(), recorded.flatMap(({ ids }) => ids)]
    const news = { caseIds: [...files.keys()], entries, disclosures: told, at, day: ledger.dayOf(at) }
    await writeNotices(client, areaId, news)
  }
  return recorded

  function add(act: CheckedAct, part: number, command: Command, at: number): string {
    const { row, entry } = rowOf(act, part, command, at, ledger)
    const text = passagesOf(act.narrative)
    row.narrative_commitment = narrativeCommitment(text)
    const hash = hashOf(row, act.caseFile.head)
    act.caseFile.head = hash
    rows.push({ ...row, hash })
    for (const one of text)
      passages.push({
        ...one,
        area_id: areaId,
        case_id: row.case_id,
        fact_id: row.id,
        root: row.root,
        compartment_id: row.compartment_id,
      })
    added.set(row.case_id, [...(added.get(row.case_id) ?? []), entry])
    return row.id
  }
}

const noCases: Promise<ReadonlyMap<string, LockedCase>> = Promise.resolve(new Map())

/** The cases that commands open, and those that are there. */
function casesOf(commands: readonly Command[]) {
  const opened = commands.flatMap(({ areaId, opens = [] }) => opens.map(one => openedCase(areaId, one)))
  const named = commands
    .flatMap(({ acts }) => acts)
    .flatMap(act => (act.act === 'move' ? [act.caseId, act.toCaseId] : [act.caseId]))
  const isNew = new Set(opened.map(({ file }) => file.id))
  return { opened, existing: [...new Set(named)].filter(id => !isNew.has(id)) }
}

function openedCase(
  areaId: string,
  { id, kind, reference, teamId, ...rest }: NewCase,
): { row: object; file: LockedCase } {
  const restriction = rest.restriction ?? 'none'
  const workerPostId = rest.workerPostId ?? null
  const row = {
    area_id: areaId,
    id,
    kind,
    reference,
    restriction,
    team_id: teamId,
    worker_post_id: workerPostId,
  }
  const file: LockedCase = {
    id,
    kind,
    next: 1,
    head: Buffer.alloc(0),
    teamId,
    workerPostId,
    restriction,
    isBeside: rest.isBeside ?? false,
    parties: new Map(),
    compartments: new Map(),
    until: new Map(),
    reached: new Map(),
    wholly: new Set(),
    isToldAnew: false,
    standing: [],
    derivation: 0,
    rows: new Set(),
    written: null,
    retention: null,
    isDisposedOf: false,
  }
  return { row, file }
}

const caseColumns = [
  ['area_id', 'uuid'],
  ['id', 'uuid'],
  ['kind', 'text'],
  ['reference', 'text'],
  ['restriction', 'text'],
  ['team_id', 'uuid'],
  ['worker_post_id', 'uuid'],
] as const

function rowOf(
  act: CheckedAct,
  part: number,
  command: Command,
  at: number,
  ledger: Ledger,
): { row: FactRow; entry: StoredEntry } {
  const id = act.id ?? newId()
  const root = act.root ?? id
  const compartmentId = act.caseFile.compartments.get(`${act.agencyId}/${act.sensitivity}`) as string
  const number = act.caseFile.next++
  const { kind, shape, happened, about, answers, data } = act
  const source = act.source?.format ?? null
  const occasion = act.moved ? act.moved.occasion : (command.occasion ?? null)
  const knownSince = act.moved?.knownSince ?? null
  const row: FactRow = {
    area_id: command.areaId,
    case_id: act.caseFile.id,
    number,
    id,
    root,
    act: act.act,
    kind,
    shape,
    happened_from: happened.from,
    happened_to: happened.to,
    certainty: happened.certainty,
    happened_at: happened.at,
    recorded_at: at,
    recorded_by: command.by.postId,
    agency_id: act.agencyId,
    compartment_id: compartmentId,
    about,
    answers,
    occasion,
    moved_from: act.moved?.from ?? null,
    known_since: knownSince,
    source,
    import_id: act.source?.importId ?? null,
    submission_id: command.submissionId,
    submission_part: part,
    data,
    narrative_commitment: Buffer.alloc(0),
  }
  const entry: StoredEntry = {
    id,
    number,
    act: act.act,
    root,
    kind,
    shape,
    happened,
    recordedAt: at,
    recordedOn: ledger.dayOf(at),
    agency: act.agencyId,
    compartmentId,
    recordedBy: command.by.postId,
    about,
    answers,
    occasion,
    source,
    knownSince,
    data,
  }
  return { row, entry }
}

/**
 * Derives each case from the whole of its record and writes what changed.
 * @param before what was derived from what is stored, where that is known
 */
export async function deriveAll(
  client: PoolClient,
  ledger: Ledger,
  areaId: string,
  area: AreaOfCase,
  files: ReadonlyMap<string, LockedCase>,
  stored: ReadonlyMap<string, readonly StoredEntry[]>,
  added: ReadonlyMap<string, readonly StoredEntry[]>,
  { isNew, before }: { readonly isNew: boolean; readonly before?: ReadonlyMap<string, Before> },
): Promise<readonly DerivedCase[]> {
  const cases: DerivedCase[] = []
  for (const caseFile of files.values()) {
    const entries = [...(stored.get(caseFile.id) ?? []), ...(added.get(caseFile.id) ?? [])]
    const policy = {
      ...area,
      caseKind: caseFile.kind,
      parties: caseFile.parties,
      reached: caseFile.reached,
      speaksUntil: caseFile.until,
      carries: ledger.carries,
      dayOf: ledger.dayOf,
    }
    const derived = derive(entries, Number.MAX_SAFE_INTEGER, policy, ledger.guidance, before?.get(caseFile.id))
    Object.assign(caseFile, allocation(derived.known, caseFile))
    cases.push({ caseFile, policy, derived, entries })
  }
  const closed = client.query({
    name: 'close numbers',
    text: `update case_file c set next_number = n.next, head = n.head, derivation = derivation + 1, worker_post_id = n.worker, parties = n.parties
           from unnest($2::uuid[], $3::int[], $4::bytea[], $5::uuid[], $6::jsonb[]) as n (id, next, head, worker, parties)
           where c.area_id = $1 and c.id = n.id`,
    values: [
      areaId,
      cases.map(one => one.caseFile.id),
      cases.map(one => one.caseFile.next),
      cases.map(one => one.caseFile.head),
      cases.map(one => one.caseFile.workerPostId),
      cases.map(one => JSON.stringify(Object.fromEntries(one.caseFile.parties))),
    ],
  })
  const { hasDeclaredNames } = area
  await together([
    closed,
    writeDerived(client, areaId, cases),
    writeRetention(client, areaId, cases, area, ledger.guidance),
    indexPeople(client, areaId, cases, added, { isNew, hasDeclaredNames }),
  ])
  return cases
}
