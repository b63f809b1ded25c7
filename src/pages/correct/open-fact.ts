/** A recorded fact that somebody wants to correct, strike out or disagree with, as the visitor may see it. */
import type { PoolClient } from 'pg'
import type { ActOfAccess } from '../../access/policy.ts'
import { NotAllowed, NotFound } from '../../access/refusals.ts'
import type { Policy } from '../../engine/derive.ts'
import type { FactDefinition, Statement } from '../../engine/fact.ts'
import { askedOfRole, askedOnCase } from '../../engine/schema.ts'
import { whyCorrected } from '../../ledger/command.ts'
import { type ReadCase, readCase } from '../../ledger/read.ts'
import type { StoredEntry } from '../../ledger/rows.ts'
import { type Parties, readNames } from '../../people/parties.ts'
import { isId } from '../../platform/identifier.ts'
import type { Visit } from '../pipeline/page.ts'
import { currentEntry } from '../record/fact-words.ts'
import { openedOn } from '../record/line-choices.ts'
import { offeredIn, partiesFor, policyFor } from '../record/open-form.ts'
import { refuseUnless } from '../record/permission.ts'
import type { Reading } from '../record/read-fact.ts'
import { othersOfOccasion, type Shared } from './occasion.ts'

export interface OpenFact {
  readonly definition: FactDefinition
  readonly fact: Statement
  readonly read: ReadCase
  readonly why: string
  readonly policy: Policy
  readonly parties: Parties
  readonly reading: Reading
  /** What it says now: codes, dates and words together. */
  readonly values: Readonly<Record<string, unknown>>
  /** Its recordings and corrections, oldest first. */
  readonly versions: readonly StoredEntry[]
  /** The number of the latest of them: what the visitor has seen. */
  readonly seen: number
  /** The same occasion on other children's cases. */
  readonly others: readonly Shared[]
}

/** The name of the field that asks whether it is corrected for this child or for all of the occasion. */
export const forWhomField = 'correct-for'

/** The name of the field that says why a fact is corrected. */
export const reasonField = whyCorrected

/** What is asked of the fact. */
export type Wish = 'correct' | 'strike-out' | 'move' | 'disagree'

/**
 * @throws NotFound where there is no such fact for this post; NotAllowed, with who may, before a form is shown.
 * When it arrives the ledger decides, so that somebody who was overtaken sees by what, beside their own words.
 */
export function openFact(visit: Visit, wish: Wish): Promise<OpenFact> {
  const { guidance, ledger, today } = visit
  return visit.read(async ({ client, openCase }) => {
    const { head, why } = await openCase(visit.params['reference'] ?? '')
    const read = await readCase(client, head, guidance, ledger.dayOf)
    const root = visit.params['root'] ?? ''
    const fact = isId(root) ? read.known.byRoot.get(root) : undefined
    const whole = fact && guidance.kinds.get(fact.kind)
    if (!fact || !whole) throw new NotFound()
    // What stays with the fact however it is corrected is not asked.
    const kept = new Set(whole.carries ?? [])
    const fields = Object.fromEntries(Object.entries(whole.fields).filter(([name]) => !kept.has(name)))
    const asked = askedOnCase(kept.size > 0 ? { ...whole, fields } : whole, fact.about, read.known)
    const definition = askedOfRole(asked, visit.post.role, fact.data)
    const versions = read.entries.filter(
      entry => entry.root === root && (entry.act === 'record' || entry.act === 'correct'),
    )
    const latest = versions.at(-1)
    if (!latest) throw new NotFound()
    if (visit.method !== 'POST') {
      if (wish !== 'disagree') await refuseOthers(client, visit, fact)
      await refuseUnless(client, visit, head, actOf(wish, fact, versions, visit))
    }
    const parties = await withNamed(client, await partiesFor(client, visit, head, definition), definition, fact)
    return {
      definition,
      fact,
      read,
      why,
      parties,
      policy: await policyFor(client, visit, head),
      reading: {
        today,
        offered: offeredIn(parties),
        openedOn: openedOn(definition, fact.about, fact.happened, read, guidance),
      },
      values: { ...fact.data, ...read.words.get(currentEntry(fact)) },
      versions,
      seen: latest.number,
      others:
        wish === 'correct' || wish === 'move' ? await othersOfOccasion(client, head.areaId, versions[0] ?? latest) : [],
    }
  })
}

function actOf(wish: Wish, fact: Statement, versions: readonly StoredEntry[], { post, guidance }: Visit): ActOfAccess {
  if (wish === 'disagree') return 'record'
  const isAuthor = [versions[0], versions.at(-1)].some(entry => entry?.recordedBy === post.id)
  if (wish === 'correct') return isAuthor ? 'correct-own' : 'correct-others'
  return guidance.startedBy.has(fact.kind) || guidance.metBy.has(fact.kind) ? 'strike-out-duty' : 'strike-out'
}

async function refuseOthers(client: PoolClient, { post }: Visit, fact: Statement): Promise<void> {
  if (fact.agency === post.agency.id) return
  const names = await readNames(client, [fact.agency])
  const owner = names.get(fact.agency) ?? 'the agency that recorded it'
  throw new NotAllowed(
    `Only ${owner} may correct this or strike it out, because it was recorded there. You may record that you disagree.`,
    `Ask ${owner}.`,
  )
}

/** Whoever was named before is still offered, although the post has ended or its role does not decide. */
async function withNamed(
  client: PoolClient,
  parties: Parties,
  definition: FactDefinition,
  fact: Statement,
): Promise<Parties> {
  const add = { agency: [...parties.agency], post: [...parties.post] }
  for (const [name, field] of Object.entries(definition.fields)) {
    if (field.type !== 'parties') continue
    const given = (fact.data as Readonly<Record<string, readonly string[] | undefined>>)[name] ?? []
    if (field.of === 'post' && field.decides)
      add.post = add.post.map(one => (given.includes(one.id) ? { ...one, kind: '' } : one))
    const list = add[field.of]
    const missing = given.filter(id => !list.some(one => one.id === id))
    const names = await readNames(client, missing)
    list.push(...missing.map(id => ({ id, name: names.get(id) ?? 'No longer listed', kind: '' })))
  }
  return add
}
