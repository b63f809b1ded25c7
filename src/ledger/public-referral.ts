/**
 * Telling children’s social care of a child through the page that needs no account, and the receipt of whoever did. What arrives is
 * recorded as the council’s own, by nobody in a post, on a new file: whether there is one of the child already makes no difference
 * to what the sender sees.
 */
import { createHash, createHmac, randomBytes } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'
import type { Entry } from '../engine/fact.ts'
import { readMarks } from '../engine/marks.ts'
import { type Known, knownAt } from '../engine/statements.ts'
import { newReference } from '../people/establishment.ts'
import { idFrom, newId } from '../platform/identifier.ts'
import { transaction } from '../platform/transaction.ts'
import { referralDecided, referralReceived, referrerTold } from '../procedures/referral.ts'
import type { Recording } from './command.ts'
import type { Ledger } from './ledger.ts'
import { recordWithin } from './record.ts'
import { readableWords, type WordsRow } from './removed-words.ts'
import { readEntries } from './rows.ts'

export interface PublicReferral {
  readonly areaId: string
  readonly authorityId: string
  /** Made with the form; whoever has it reads the receipt. */
  readonly code: string
  /** Everything as it was typed, so that a second arrival can be compared with the first. */
  readonly typed: string
  /** What the file begins with: a referral is among it. */
  readonly facts: readonly Omit<Recording, 'caseId'>[]
}

/** A code that cannot be guessed: 144 random bits. */
export function newReceiptCode(): string {
  return randomBytes(18).toString('base64url')
}

/** Whether a text has the form of a code. */
export function isReceiptCode(text: string): boolean {
  return /^[\w-]{24}$/.test(text)
}

/**
 * Opens a file that no team holds and records what was sent, once for each code.
 * @returns `same` where it is recorded, now or at an earlier arrival; `otherwise` where other words arrived under the code before
 * @throws NotFound where the area or its authority is not there
 */
export async function recordPublicReferral(ledger: Ledger, sent: PublicReferral): Promise<'same' | 'otherwise'> {
  const before = await findSent(ledger.recorder, sent)
  if (before) return before
  try {
    await transaction(ledger.recorder, client => recordSent(client, ledger, sent))
    return 'same'
  } catch (error) {
    // Where it arrived twice at once, the other one was first.
    const meanwhile = (error as { code?: string }).code === '23505' ? await findSent(ledger.recorder, sent) : undefined
    if (meanwhile) return meanwhile
    throw error
  }
}

async function recordSent(client: PoolClient, ledger: Ledger, sent: PublicReferral): Promise<void> {
  const { areaId, authorityId, code } = sent
  const caseId = newId()
  const acts = sent.facts.map(fact => ({ ...fact, id: newId(), caseId }))
  const root = acts.find(({ kind }) => kind === referralReceived.kind)?.id
  await recordWithin(client, ledger, [
    {
      areaId,
      submissionId: idFrom('public referral', code),
      by: { postId: null, agencyId: authorityId },
      opens: [{ id: caseId, kind: 'child', reference: newReference(), teamId: null }],
      acts,
    },
  ])
  await client.query({
    name: 'keep receipt',
    text: `insert into public_referral (area_id, case_id, root, code_hash, fingerprint, reference, sent_at)
           values ($1, $2, $3, $4, $5, $6, $7)`,
    values: [areaId, caseId, root, hashOf(code), fingerprintOf(sent), newQuote(), new Date(ledger.now())],
  })
}

async function findSent(recorder: Pool, sent: PublicReferral): Promise<'same' | 'otherwise' | undefined> {
  const { rows } = await recorder.query<{ is_same: boolean }>({
    name: 'public referral sent before',
    text: 'select fingerprint = $2 as is_same from public_referral where code_hash = $1',
    values: [hashOf(sent.code), fingerprintOf(sent)],
  })
  return rows[0] && (rows[0].is_same ? 'same' : 'otherwise')
}

function hashOf(code: string): Buffer {
  return createHash('sha256').update(code).digest()
}

function fingerprintOf({ areaId, code, typed }: PublicReferral): Buffer {
  return createHmac('sha256', code).update(`${areaId} ${typed}`).digest()
}

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** What is read out on the telephone: a letter, a hyphen and eight that cannot be taken for one another. */
function newQuote(): string {
  return `W-${[...randomBytes(8)].map(byte => letters[byte % 32]).join('')}`
}

/** What whoever sent a referral may know of it. */
export interface PublicReceipt {
  readonly reference: string
  /** In milliseconds since 1970. */
  readonly sentAt: number
  readonly authority: { readonly name: string; readonly telephone: string | null }
  /** Whether a decision stands. Never where nothing may be said any more. */
  readonly isDecided: boolean
  /** What the council recorded as told to the referrer: the day, and the words that were meant for the referrer. */
  readonly told: { readonly on: string; readonly words: string } | undefined
}

interface ReceiptRow {
  readonly area_id: string
  readonly case_id: string
  readonly root: string
  readonly reference: string
  readonly sent_at: number
  readonly authority_id: string
  readonly name: string
  readonly telephone: string | null
  /** Neither it nor a file that it is joined with is restricted or shielded. */
  readonly is_open: boolean
}

/**
 * The receipt of a code; nothing where nobody was given that code. Where the file, or one that it is joined with, is restricted or
 * shielded, or the referral was struck out, moved or disposed of, it reads like one on which nothing was decided yet.
 */
export function findPublicReceipt(ledger: Ledger, code: string): Promise<PublicReceipt | undefined> {
  return transaction(ledger.recorder, async client => {
    const { rows } = await client.query<ReceiptRow>({
      name: 'public receipt',
      text: `select r.area_id, r.case_id, r.root, r.reference, r.sent_at, a.id as authority_id, a.name, a.telephone,
               c.restriction = 'none' and not exists (select from person_link l join case_file j on j.restriction <> 'none'
                   and ((j.area_id = l.area_id and j.id = l.case_id) or (j.area_id = l.other_area_id and j.id = l.other_case_id))
                 where l.undone_at is null and ((l.area_id = r.area_id and l.case_id = r.case_id)
                   or (l.other_area_id = r.area_id and l.other_case_id = r.case_id))) as is_open
             from public_referral r join case_file c on c.area_id = r.area_id and c.id = r.case_id
             join area_agency e on e.area_id = r.area_id and e.is_authority join agency a on a.id = e.agency_id
             where r.code_hash = $1`,
      values: [hashOf(code)],
    })
    const [row] = rows
    if (!row) return undefined
    const { reference, sent_at: sentAt, name, telephone } = row
    // Read in any case: how long an answer takes says nothing either.
    const said = await readSaid(client, ledger, row)
    const shown = row.is_open ? said : { isDecided: false, told: undefined }
    return { reference, sentAt, authority: { name, telephone }, ...shown }
  })
}

async function readSaid(
  client: PoolClient,
  ledger: Ledger,
  row: ReceiptRow,
): Promise<Pick<PublicReceipt, 'isDecided' | 'told'>> {
  const { area_id: areaId, case_id: caseId, root } = row
  const entries = (await readEntries(client, areaId, [caseId], ledger.dayOf)).get(caseId) ?? []
  const { rows } = await client.query<WordsRow & { sensitivity: string }>({
    name: 'words told to referrers',
    text: `select n.fact_id, n.field, n.text, o.sensitivity from narrative n
           join compartment o on o.area_id = n.area_id and o.id = n.compartment_id
           where n.area_id = $1 and n.case_id = $2 and o.agency_id = $3 and o.sensitivity = 'ordinary'`,
    values: [areaId, caseId, row.authority_id],
  })
  const known = knownAt(entries, Number.MAX_SAFE_INTEGER, ledger.guidance.kinds)
  if (!known.byRoot.has(root)) return { isDecided: false, told: undefined }
  const decisions = of(known, referralDecided.kind, [root])
  const tellings = of(known, referrerTold.kind, [root, ...decisions.map(one => one.root)])
  const last = tellings.filter(one => one.agency === row.authority_id).at(-1)
  const words = last && readableWords(rows, entries).get(lastEntryOf(last.versions))?.['explained']
  return {
    isDecided: decisions.length > 0,
    told: last && { on: last.happened.to, words: forTheReferrer(words ?? '') },
  }
}

/** Facts of a kind that say of themselves, or of which the procedure says, that they are about one of these. */
function of({ byKind, chains }: Known, kind: string, about: readonly string[]) {
  return (byKind.get(kind) ?? []).filter(({ root }) => about.includes(chains.get(root)?.[1] ?? ''))
}

function lastEntryOf(versions: readonly Entry[]): string {
  return versions.findLast(({ act }) => act === 'record' || act === 'correct')?.id ?? ''
}

/** What a writer marked is for fewer people than the referrer: it is left out. */
function forTheReferrer(words: string): string {
  return readMarks(words)
    .filter(({ isNotation, marks }) => !isNotation && marks.length === 0)
    .map(({ text }) => text)
    .join('')
    .trim()
}

/** The reference of the file that a reference from a receipt leads to, for a reader who may see it. */
export async function findByReceipt(
  client: PoolClient,
  areaIds: readonly string[],
  text: string,
): Promise<string | undefined> {
  const quoted = /^\s*W[\s-]?([0-9A-Z]{8})\s*$/i.exec(text)?.[1]
  if (!quoted) return undefined
  const alike = quoted.toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  const { rows } = await client.query<{ reference: string }>({
    name: 'file of receipt',
    text: `select c.reference from public_referral r join case_file c on c.area_id = r.area_id and c.id = r.case_id
           where r.area_id = any($1) and r.reference = $2`,
    values: [areaIds, `W-${alike}`],
  })
  return rows[0]?.reference
}
