/**
 * Keeping what a file says: each child all or nothing, nothing twice, nothing overwritten. What a file said is remembered by
 * the file's own keys, so that the same file again adds nothing, a later one adds what is new, and one that says otherwise
 * is reported.
 */
import type { Pool, PoolClient } from 'pg'
import type { Happened } from '../engine/fact.ts'
import type { Command, Recording } from '../ledger/command.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { rebuildWithin } from '../ledger/rebuild.ts'
import { recordWithin } from '../ledger/record.ts'
import { insertRows } from '../ledger/rows.ts'
import { newReference } from '../people/establishment.ts'
import { plain } from '../people/search-keys.ts'
import { newId } from '../platform/identifier.ts'
import { transaction } from '../platform/transaction.ts'

/** Something that was not kept, or not as it stood, with the place where it stands. */
export interface Problem {
  readonly line: number | null
  readonly child: string | null
  readonly path: string
  readonly why: string
}

export interface ImportedFact {
  /** What names this fact in every file about the child: kind, and the days that set it apart. */
  readonly key: string
  readonly kind: string
  readonly happened: Happened
  /** The key of the fact that it continues. */
  readonly about?: string
  readonly data: Readonly<Record<string, unknown>>
  readonly narrative: Readonly<Record<string, string>>
  readonly line: number
  readonly path: string
}

export interface ImportedChild {
  /** The authority's own number of the child. */
  readonly key: string
  readonly line: number
  readonly facts: readonly ImportedFact[]
}

export interface Destination {
  readonly areaId: string
  readonly authorityId: string
  readonly importId: string
  /** The format's name: the facts say that they came by it. */
  readonly format: string
  /** The last day that the file speaks of. */
  readonly untilDay: string
}

export interface Stored {
  added: number
  unchanged: number
  readonly problems: Problem[]
}

/** Stores children in one transaction; where that fails, one by one, so that one child's fault costs no other child. */
export async function storeChildren(
  ledger: Ledger,
  to: Destination,
  children: readonly ImportedChild[],
): Promise<Stored> {
  try {
    return await transaction(ledger.recorder, client => storeWithin(client, ledger, to, children))
  } catch (error) {
    if (children.length === 1) {
      const [child] = children as [ImportedChild]
      const why = `Nothing of this child was kept: ${error instanceof Error ? error.message : String(error)}`
      return { added: 0, unchanged: 0, problems: [{ line: child.line, child: child.key, path: 'Child', why }] }
    }
    const whole: Stored = { added: 0, unchanged: 0, problems: [] }
    for (const child of children) {
      const one = await storeChildren(ledger, to, [child])
      whole.added += one.added
      whole.unchanged += one.unchanged
      whole.problems.push(...one.problems)
    }
    return whole
  }
}

interface Before {
  readonly caseId: string
  /** The last day that a file spoke of the child before this one. */
  readonly untilDay: string
  /** Fact keys with the root and what was said. */
  readonly facts: Map<string, { root: string; content: string }>
}

async function storeWithin(
  client: PoolClient,
  ledger: Ledger,
  to: Destination,
  children: readonly ImportedChild[],
): Promise<Stored> {
  const before = await readBefore(
    client,
    to,
    children.map(child => child.key),
  )
  const unknown = children.filter(child => !before.has(child.key)).map(child => child.key)
  const worked = await readWorked(client, to.areaId, unknown)
  const stored: Stored = { added: 0, unchanged: 0, problems: [] }
  const commands: Command[] = []
  const newChildren: object[] = []
  const newFacts: object[] = []
  const moved: string[] = []
  for (const child of children) {
    let known = before.get(child.key)
    const isNew = !known
    const on = isNew ? worked.get(plain(child.key)) : undefined
    if (on && !on.isApart) {
      stored.problems.push(alreadyWorkedWith(child))
      continue
    }
    if (!known) {
      known = { caseId: newId(), untilDay: to.untilDay, facts: new Map() }
      before.set(child.key, known)
    }
    const acts: Recording[] = []
    for (const fact of child.facts) {
      const content = contentOf(fact)
      const same = known.facts.get(fact.key)
      if (same) {
        if (same.content === content) stored.unchanged++
        else stored.problems.push(contradiction(child, fact, same.content))
        continue
      }
      const id = newId()
      known.facts.set(fact.key, { root: id, content })
      newFacts.push({ area_id: to.areaId, case_id: known.caseId, key: fact.key, root: id, content })
      acts.push({
        act: 'record',
        caseId: known.caseId,
        id,
        kind: fact.kind,
        happened: fact.happened,
        about: (fact.about && known.facts.get(fact.about)?.root) || null,
        data: fact.data,
        narrative: fact.narrative,
        source: { format: to.format, importId: to.importId },
      })
    }
    stored.added += acts.length
    const untilDay = known.untilDay > to.untilDay ? known.untilDay : to.untilDay
    if (!isNew && untilDay !== known.untilDay) moved.push(known.caseId)
    // Of a child about whom nothing can be read no case is opened: nobody could find it.
    if (acts.length === 0) continue
    if (isNew)
      newChildren.push({
        area_id: to.areaId,
        format: to.format,
        child: child.key,
        case_id: known.caseId,
        until_day: to.untilDay,
        beside: on?.caseId ?? null,
      })
    const opens = isNew
      ? [{ id: known.caseId, kind: 'child', reference: newReference(), teamId: null, isBeside: on !== undefined }]
      : []
    commands.push({
      areaId: to.areaId,
      submissionId: newId(),
      by: { postId: null, agencyId: to.authorityId },
      speaksUntil: { format: to.format, day: untilDay },
      opens,
      acts,
    })
  }
  if (moved.length > 0) await moveUntil(client, to, moved)
  if (commands.length > 0) await recordWithin(client, ledger, commands)
  await insertRows(client, 'import_child', childColumns, newChildren)
  await insertRows(client, 'import_fact', factColumns, newFacts)
  // A later file about which there is nothing new still says more: that nothing happened until its last day.
  const silent = moved.filter(id => !commands.some(command => command.acts.some(act => act.caseId === id)))
  if (silent.length > 0) await rebuildWithin(client, ledger, to.areaId, silent)
  return stored
}

async function moveUntil(client: PoolClient, to: Destination, caseIds: readonly string[]): Promise<void> {
  await client.query({
    name: 'move until',
    text: 'update import_child set until_day = $4 where area_id = $1 and format = $2 and case_id = any($3)',
    values: [to.areaId, to.format, caseIds, to.untilDay],
  })
}

const childColumns = [
  ['area_id', 'uuid'],
  ['format', 'text'],
  ['child', 'text'],
  ['case_id', 'uuid'],
  ['until_day', 'date'],
  ['beside', 'uuid'],
] as const
const factColumns = [
  ['area_id', 'uuid'],
  ['case_id', 'uuid'],
  ['key', 'text'],
  ['root', 'uuid'],
  ['content', 'text'],
] as const

async function readBefore(client: PoolClient, to: Destination, keys: readonly string[]): Promise<Map<string, Before>> {
  const { rows } = await client.query<{
    child: string
    case_id: string
    until_day: string
    key: string | null
    root: string
    content: string
  }>({
    name: 'said before',
    // Each number is looked up by itself: of tables that grow while they are asked a plan for all is soon a bad one.
    text: `select c.child, c.case_id, c.until_day, f.key, f.root, f.content from unnest($3::text[]) n (child)
           cross join lateral (select * from import_child c where c.area_id = $1 and c.format = $2 and c.child = n.child offset 0) c
           left join lateral (select * from import_fact f where f.area_id = $1 and f.case_id = c.case_id offset 0) f on true`,
    values: [to.areaId, to.format, keys],
  })
  const before = new Map<string, Before>()
  for (const row of rows) {
    const known = before.get(row.child) ?? { caseId: row.case_id, untilDay: row.until_day, facts: new Map() }
    before.set(row.child, known)
    if (row.key !== null) known.facts.set(row.key, { root: row.root, content: row.content })
  }
  return before
}

interface Worked {
  readonly caseId: string
  /** Restricted or shielded: whoever imports is not told that there is one. */
  readonly isApart: boolean
}

/** Of these numbers of the authority, those that stand on a case which people opened and work with; as plain text. */
async function readWorked(
  client: PoolClient,
  areaId: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, Worked>> {
  if (keys.length === 0) return new Map()
  const { rows } = await client.query<Worked & { reference: string }>({
    name: 'numbers people work with',
    text: `select p.reference, p.case_id as "caseId", c.restriction <> 'none' as "isApart" from unnest($2::text[]) n (key)
           cross join lateral (select k.person_id from search_key k where k.area_id = $1 and k.key = n.key offset 0) k
           cross join lateral (select * from search_person p where p.area_id = $1 and p.id = k.person_id offset 0) p
           join case_file c on c.area_id = p.area_id and c.id = p.case_id
           where p.reference is not null
           order by c.restriction <> 'none' desc, p.case_id`,
    values: [areaId, keys.map(key => `i:${plain(key)}`)],
  })
  // Where a number stands on several, one that may be told of is what is told.
  return new Map(rows.map(({ reference, ...on }) => [plain(reference), on]))
}

/**
 * A second case beside the one that people keep would owe everything twice. Of one that is kept apart there is a second all the
 * same: that there was none would say that there is the first.
 */
function alreadyWorkedWith(child: ImportedChild): Problem {
  const why =
    'Nothing of this child was kept: the number stands on a case of this area that was not read from a file. What is missing there is recorded on that case.'
  return { line: child.line, child: child.key, path: 'Child/ChildIdentifiers/LAchildID', why }
}

/** A day that the file only bounds (by its own reference date, say) is no part of what it said. */
function contentOf({ happened, data, narrative }: ImportedFact): string {
  const ordered = (record: Readonly<Record<string, unknown>>) =>
    Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const said = [...ordered(data), ...ordered(narrative)].map(
    ([name, value]) => `${name} ${Array.isArray(value) ? value.join(', ') : String(value)}`,
  )
  return [...(happened.certainty === 'day' ? [happened.from] : []), ...said].join('; ')
}

function contradiction(child: ImportedChild, fact: ImportedFact, before: string): Problem {
  const why = `Says "${contentOf(fact)}". What was said first, "${before}", was kept: correct it on the child’s file if it is wrong.`
  return { line: fact.line, child: child.key, path: fact.path, why }
}

/** A child of whom an imported file spoke and whose record is kept apart. */
export interface ImportedApart {
  readonly areaId: string
  readonly caseId: string
  readonly reference: string
  /** The file in which stands what was imported. */
  readonly besideReference: string
  readonly child: string
  /** The last day of which a file spoke. */
  readonly untilDay: string
}

/** Of which children files spoke whose records are restricted or shielded: for posts of the front door, and not where one knows the family. */
export async function readImportedApart(
  recorder: Pool,
  postId: string,
  areaIds: readonly string[],
): Promise<ImportedApart[]> {
  const { rows } = await recorder.query<ImportedApart>({
    name: 'imported and kept apart',
    text: `select c.area_id as "areaId", c.id as "caseId", c.reference, o.reference as "besideReference", i.child, i.until_day as "untilDay"
           from import_child i join case_file c on c.area_id = i.area_id and c.id = i.beside
           join case_file o on o.area_id = i.area_id and o.id = i.case_id
           join post p on p.id = $1 and p.role = 'front-door' and p.from_at <= now() and (p.until_at is null or p.until_at > now())
           join post_area a on a.post_id = p.id and a.area_id = i.area_id
           where i.area_id = any($2) and i.beside is not null and c.restriction <> 'none' and c.disposed_at is null
             and not exists (select from conflict_of_interest f where f.area_id = c.area_id and f.case_id = c.id
               and f.practitioner_id = p.practitioner_id and f.ended_at is null)
           order by c.reference limit 200`,
    values: [postId, areaIds],
  })
  return rows
}
