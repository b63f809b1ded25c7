/** Each act of a command against the case as it stands: does what it names exist, is it theirs, did somebody come first? */

import { Conflict, Gone, NotAllowed, NotFound } from '../access/refusals.ts'
import { type FactDefinition, type Happened, knownFrom, ofFew } from '../engine/fact.ts'
import { type Guidance, isKindOf } from '../engine/guidance.ts'
import { checkDisposal, checkRedaction } from './check-removals.ts'
import type { Command, Disposal, LedgerAct, Move, Recording, Redaction } from './command.ts'
import type { LockedCase } from './lock.ts'
import type { Moved } from './moved.ts'
import type { StoredEntry } from './rows.ts'

/** An act with everything that its row needs. */
export interface CheckedAct {
  readonly caseFile: LockedCase
  readonly act: Exclude<LedgerAct['act'], 'move'>
  readonly id: string | undefined
  readonly root: string | undefined
  readonly kind: string
  readonly shape: number
  readonly agencyId: string
  readonly sensitivity: string
  readonly happened: Happened
  readonly about: string | null
  readonly answers: string | null
  /** Where it comes from another case: the fact there, and when that was first recorded. */
  readonly moved: { readonly from: string; readonly knownSince: number; readonly occasion: string | null } | null
  readonly source: Recording['source']
  readonly data: Readonly<Record<string, unknown>>
  readonly narrative: Readonly<Record<string, string>>
  readonly strikesDuty: boolean
  /** Whether it corrects what somebody else of the agency recorded. */
  readonly ofColleague: boolean
}

/** Said wherever a record that was disposed of is asked for. */
export const disposedOf = 'This record was disposed of: the time for which it was kept is over. Nothing can be added.'

type Stored = ReadonlyMap<string, readonly StoredEntry[]>

/**
 * @param sees whether the author may see an entry: what they may not see is as absent
 * @throws NotFound for forged or absent ids, NotAllowed where another agency owns the fact, Conflict where it changed since it was
 * seen, Gone where the case was disposed of
 */
export function checkActs(
  command: Command,
  files: ReadonlyMap<string, LockedCase>,
  stored: Stored,
  sees: (entry: StoredEntry) => boolean,
  guidance: Guidance,
  moved: ReadonlyMap<string, Moved>,
): CheckedAct[] {
  const opening = new Set(
    command.acts.flatMap(act => (act.act === 'record' && act.id ? [`${act.caseId}/${act.id}`] : [])),
  )
  return command.acts.flatMap(act => {
    const caseFile = files.get(act.caseId)
    if (!caseFile) throw new NotFound()
    if (caseFile.isDisposedOf) throw new Gone(disposedOf)
    const entries = stored.get(act.caseId) ?? []
    // One's own disagreement beside a fact does not show the fact.
    const named = (entry: StoredEntry, root: string) => entry.root === root && entry.act !== 'disagree' && sees(entry)
    const exists = (root: string) => opening.has(`${act.caseId}/${root}`) || entries.some(entry => named(entry, root))
    if (act.act === 'dispose') return checkDisposal(act, command, caseFile)
    if (act.act !== 'record' && !entries.some(entry => named(entry, act.root))) throw new NotFound()
    if (act.act === 'move') return checkMove(act, command, files, stored, sees, guidance, moved.get(act.root))
    if (act.act === 'redact') return checkRedaction(act, command, caseFile, entries, guidance)
    return act.act === 'record'
      ? checkRecording(act, command, caseFile, entries, exists, guidance)
      : checkLater(act, command, caseFile, entries, exists, guidance)
  })
}

const continuesNothing = 'What this record continues is not on this case.'

function checkRecording(
  act: Recording,
  command: Command,
  caseFile: LockedCase,
  entries: readonly StoredEntry[],
  exists: (root: string) => boolean,
  guidance: Guidance,
): CheckedAct {
  const definition = guidance.kinds.get(act.kind)
  if (!definition || !isKindOf(act.kind, caseFile.kind, guidance))
    throw new NotFound('There is no such kind of record for this case.')
  const about = act.about ?? null
  if (about && !exists(about)) throw new NotFound(continuesNothing)
  const newer = entries.filter(
    one =>
      act.seen !== undefined &&
      one.number > act.seen &&
      one.kind === act.kind &&
      one.about === about &&
      one.agency === command.by.agencyId,
  )
  if (newer.length > 0) {
    throw new Conflict(
      'Somebody recorded the same thing while you were writing.',
      newer.map(one => one.id),
    )
  }
  return {
    caseFile,
    act: 'record',
    id: act.id,
    root: undefined,
    kind: act.kind,
    shape: definition.shape,
    agencyId: command.by.agencyId,
    sensitivity: definition.apart ?? (definition.forFew ? ofFew : (act.sensitivity ?? 'ordinary')),
    happened: act.happened,
    about,
    answers: act.answers ?? null,
    moved: null,
    source: act.source,
    data: act.data,
    narrative: act.narrative,
    strikesDuty: false,
    ofColleague: false,
  }
}

function checkLater(
  act: Exclude<LedgerAct, Recording | Move | Redaction | Disposal>,
  command: Command,
  caseFile: LockedCase,
  entries: readonly StoredEntry[],
  exists: (root: string) => boolean,
  guidance: Guidance,
): CheckedAct {
  const history = entries.filter(entry => entry.root === act.root)
  const first = history[0]
  const changes = history.filter(entry => entry.act !== 'disagree' && entry.act !== 'redact')
  const latest = changes.at(-1)
  const definition = first && guidance.kinds.get(first.kind)
  // What stands apart, or was done by two people, stands as recorded.
  if (!first || !latest || definition?.apart || definition?.byAct) throw new NotFound()
  if (act.act !== 'disagree') {
    if (first.agency !== command.by.agencyId) {
      throw new NotAllowed(
        'Only the agency that recorded this may correct it or strike it out. You may record that you disagree.',
        'Ask that agency.',
      )
    }
    // Words that were removed change nothing of what it says.
    const isSeen = (entry: StoredEntry) => entry.number === act.seen && entry.number >= latest.number
    if (!history.some(isSeen)) {
      const since = changes.filter(entry => entry.number > act.seen)
      throw new Conflict(
        'Somebody changed this record while you were writing.',
        since.map(entry => entry.id),
      )
    }
    if (latest.act === 'strike-out') throw new NotFound('This record was struck out.')
  }
  const corrects = act.act === 'correct' ? act : undefined
  if (corrects?.about && corrects.about !== latest.about && !exists(corrects.about))
    throw new NotFound(continuesNothing)
  return {
    caseFile,
    act: act.act,
    id: undefined,
    root: act.root,
    kind: first.kind,
    shape: corrects ? (definition?.shape ?? first.shape) : latest.shape,
    agencyId: command.by.agencyId,
    sensitivity: sensitivityOf(caseFile, latest.compartmentId, command.by.agencyId),
    happened: corrects?.happened ?? latest.happened,
    about: corrects?.about === undefined ? latest.about : corrects.about,
    answers: corrects?.answers === undefined ? latest.answers : corrects.answers,
    moved: null,
    source: undefined,
    data:
      act.act === 'correct'
        ? { ...carried(latest, definition), ...act.data }
        : act.act === 'disagree'
          ? act.data
          : latest.data,
    narrative: act.narrative,
    strikesDuty: act.act === 'strike-out' && (guidance.startedBy.has(first.kind) || guidance.metBy.has(first.kind)),
    // Whoever recorded it first may correct it, also after a manager did.
    ofColleague: ![first, latest].some(entry => entry.recordedBy === command.by.postId),
  }
}

function carried({ data }: StoredEntry, definition: FactDefinition | undefined): Readonly<Record<string, unknown>> {
  return Object.fromEntries((definition?.carries ?? []).flatMap(name => (name in data ? [[name, data[name]]] : [])))
}

/** What a recording on the one case and a strike-out on the other must be, each of them; nothing is said anew. */
function checkMove(
  act: Move,
  command: Command,
  files: ReadonlyMap<string, LockedCase>,
  stored: Stored,
  sees: (entry: StoredEntry) => boolean,
  guidance: Guidance,
  moved: Moved | undefined,
): CheckedAct[] {
  const [from, to] = [files.get(act.caseId), files.get(act.toCaseId)]
  const [entries, there] = [stored.get(act.caseId) ?? [], stored.get(act.toCaseId) ?? []]
  if (!from || !to || from === to || !moved) throw new NotFound()
  const { caseId, root, seen, narrative } = act
  const struck = checkLater(
    { act: 'strike-out', caseId, root, seen, narrative },
    command,
    from,
    entries,
    () => true,
    guidance,
  )
  const { first, current, words, source } = moved
  const recording: Recording = {
    act: 'record',
    caseId: act.toCaseId,
    kind: first.kind,
    happened: current.happened,
    data: current.data,
    narrative: words,
    about: act.about ?? null,
    sensitivity: struck.sensitivity,
    ...(source ? { source } : {}),
    ...(act.toSeen === undefined ? {} : { seen: act.toSeen }),
  }
  const exists = (one: string) => there.some(entry => entry.root === one && entry.act !== 'disagree' && sees(entry))
  const recorded = checkRecording(recording, command, to, there, exists, guidance)
  const { occasion } = first
  return [
    { ...recorded, shape: current.shape, moved: { from: first.id, knownSince: knownFrom(first), occasion } },
    struck,
  ]
}

/** A correction stands where the fact stands; a disagreement of another agency stands in that agency's own compartment. */
function sensitivityOf(caseFile: LockedCase, compartmentId: string, agencyId: string): string {
  for (const [key, id] of caseFile.compartments)
    if (id === compartmentId && key.startsWith(agencyId)) return key.slice(agencyId.length + 1)
  return 'ordinary'
}
