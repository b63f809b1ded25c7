/**
 * The receipt of somebody who told a council of a child without an account: that it arrived, whether a decision was made, and what was
 * recorded as told to them, of the decision and of each answer where they disagree. Nothing else of the file.
 */
import { createHash } from 'node:crypto'
import type { PoolClient } from 'pg'
import type { Entry, Statement } from '../engine/fact.ts'
import { readMarks } from '../engine/marks.ts'
import { type Known, knownAt } from '../engine/statements.ts'
import type { Day } from '../guidance/days.ts'
import { transaction } from '../platform/transaction.ts'
import { answeringStages } from '../procedures/disagreement.ts'
import { receiptOf, type Stage } from '../procedures/disagreement-facts.ts'
import { type Ladder, laddersOf } from '../procedures/disagreement-ladder.ts'
import { referralAcknowledged, referralDecided, referrerTold } from '../procedures/referral.ts'
import type { Ledger } from './ledger.ts'
import { readableWords, type WordsRow } from './removed-words.ts'
import { readEntries, type StoredEntry } from './rows.ts'

/** What was told, and on which day. */
export interface Told {
  readonly on: string
  /** Those that were meant for the referrer; empty where none were written down. */
  readonly words: string
}

/** What whoever sent a referral may know of it. */
export interface PublicReceipt {
  readonly reference: string
  /** In milliseconds since 1970. */
  readonly sentAt: number
  readonly authority: { readonly name: string; readonly telephone: string | null }
  /** Whether a decision stands. Never where nothing may be said any more. */
  readonly isDecided: boolean
  /** What the council recorded as told to the referrer. */
  readonly told: Told | undefined
  /** Whom they can ring, as last told to them; empty where nobody was named. */
  readonly contact: string
  /** Where they said that they disagree, the earliest first. */
  readonly disagreements: readonly PublicLadder[]
  /** What they can say now. */
  readonly steps: readonly ReceiptStep[]
  /** Changes with all that stands here: a form that was made before somebody said more is told from one that was not. */
  readonly state: string
}

/** What can be said on a receipt: that one disagrees, accepts an answer, takes it a stage higher, or withdraws it. */
export const receiptSteps = ['disagree', 'accept', 'higher', 'withdraw'] as const
export type ReceiptStep = (typeof receiptSteps)[number]

export interface PublicLadder {
  readonly raisedOn: string
  readonly rungs: readonly PublicRung[]
  /** How the child is safe meanwhile, as last answered: on which day, what of it the referrer was told, and whether it went higher since. */
  readonly safety: { readonly on: string; readonly told: Told | undefined; readonly isOld: boolean } | undefined
  /** By which day an answer is owed where it stands; nothing where none is owed, or by no day. */
  readonly due: string | undefined
  readonly ended:
    | { readonly how: 'accepted' | 'settled' | 'withdrawn'; readonly on: string; readonly told: Told | undefined }
    | undefined
}

export interface PublicRung {
  readonly stage: Stage
  readonly on: string
  readonly isAnswered: boolean
  /** Of the last answer of which the referrer was told. */
  readonly told: Told | undefined
}

/** How a code is kept. */
export function hashOf(code: string): Buffer {
  return createHash('sha256').update(code).digest()
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
  /** The agency that acts for the safeguarding partners. */
  readonly partners_id: string | null
  /** Neither it nor a file that it is joined with is restricted or shielded. */
  readonly is_open: boolean
}

type Words = ReadonlyMap<string, Readonly<Record<string, string | null>>>

/** All that is behind a receipt. */
export interface OpenReceipt {
  readonly row: ReceiptRow
  readonly entries: readonly StoredEntry[]
  readonly known: Known
  /** Of the council and of the agency that acts for the partners, where they are not set apart. */
  readonly words: Words
  /** The decisions that stand; none where nothing may be said any more. */
  readonly decisions: readonly Statement[]
  readonly told: Statement | undefined
  /** What was told that names whom to ring, or might; the latest last. */
  readonly naming: readonly Statement[]
  readonly ladders: readonly Ladder[]
}

/**
 * The receipt of a code; nothing where nobody was given that code. Where the file, or one that it is joined with, is restricted or
 * shielded, or the referral was struck out, moved or disposed of, it reads like one on which nothing was decided yet.
 */
export function findPublicReceipt(ledger: Ledger, code: string): Promise<PublicReceipt | undefined> {
  return transaction(ledger.recorder, async client => {
    const opened = await openReceipt(client, ledger, code)
    if (!opened) return undefined
    const { row, decisions, told, ladders } = opened
    const dues = await readDues(client, opened, ledger.dayOf(ledger.now()))
    const { reference, sent_at: sentAt, name, telephone } = row
    return {
      reference,
      sentAt,
      authority: { name, telephone },
      isDecided: decisions.length > 0,
      told: told && tellingOf(opened, told),
      contact: contactOf(opened),
      disagreements: ladders.map(ladder => ladderOf(opened, ladder, dues)),
      steps: stepsOf(opened),
      state: stateOf(opened),
    }
  })
}

/** Reads a receipt with all that is behind it, in any case: how long an answer takes says nothing either. */
export async function openReceipt(client: PoolClient, ledger: Ledger, code: string): Promise<OpenReceipt | undefined> {
  const { rows } = await client.query<ReceiptRow>({
    name: 'public receipt',
    text: `select r.area_id, r.case_id, r.root, r.reference, r.sent_at, a.id as authority_id, a.name, a.telephone,
             (select b.agency_id from area_agency b where b.area_id = r.area_id and b.body = 'safeguarding-partners') as partners_id,
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
  return row && readBehind(client, ledger, row)
}

async function readBehind(client: PoolClient, ledger: Ledger, row: ReceiptRow): Promise<OpenReceipt> {
  const { area_id: areaId, case_id: caseId, root } = row
  const entries = (await readEntries(client, areaId, [caseId], ledger.dayOf)).get(caseId) ?? []
  const said = await client.query<WordsRow>({
    name: 'words told to referrers',
    text: `select n.fact_id, n.field, n.text from narrative n
           join compartment o on o.area_id = n.area_id and o.id = n.compartment_id
           where n.area_id = $1 and n.case_id = $2 and o.agency_id = any($3) and o.sensitivity = 'ordinary'`,
    values: [areaId, caseId, [row.authority_id, row.partners_id].filter(Boolean)],
  })
  const known = knownAt(entries, Number.MAX_SAFE_INTEGER, ledger.guidance.kinds)
  const behind = { row, entries, known, words: readableWords(said.rows, entries) }
  if (!row.is_open || !known.byRoot.has(root))
    return { ...behind, decisions: [], told: undefined, naming: [], ladders: [] }
  const decisions = about(known, referralDecided.kind, [root])
  const ofAuthority = (one: Statement) => one.agency === row.authority_id
  const tellings = about(known, referrerTold.kind, [root, ...decisions.map(one => one.root)]).filter(ofAuthority)
  return {
    ...behind,
    decisions,
    told: tellings.at(-1),
    naming: [...about(known, referralAcknowledged.kind, [root]).filter(ofAuthority), ...tellings],
    ladders: laddersOf(known).filter(({ raised }) => receiptOf(raised) === root),
  }
}

/** Facts of a kind that say of themselves, or of which the procedure says, that they are about one of these. */
function about({ byKind, chains }: Known, kind: string, roots: readonly string[]) {
  return (byKind.get(kind) ?? []).filter(({ root }) => roots.includes(chains.get(root)?.[1] ?? ''))
}

/** What somebody can say now. */
export function stepsOf({ told, ladders, row }: Pick<OpenReceipt, 'told' | 'ladders' | 'row'>): ReceiptStep[] {
  const open = ladders.find(ladder => !ladder.ended)
  if (!open) return told ? ['disagree'] : []
  return receiptSteps.filter(step => {
    if (step === 'disagree') return false
    if (step === 'accept') return answerTold(open, row) !== undefined
    return step === 'withdraw' || open.present.stage !== 'partners'
  })
}

/** The last answer at the present stage of which whoever raised it was told. */
export function answerTold(ladder: Ladder, row: OpenReceipt['row']) {
  return ladder.present.answers.findLast(answer => toldOf(ladder, answer.root, row) !== undefined)
}

/** What stands on the receipt, in one word. */
export function stateOf({ told, ladders }: OpenReceipt): string {
  const tellings = [...(told ? [told] : []), ...ladders.flatMap(ladder => ladder.told as unknown as Statement[])]
  const steps = ladders.flatMap(({ rungs, ended }) => [...rungs.map(({ by }) => by.root), ended?.by.root])
  return hashOf([...tellings.map(one => one.versions.at(-1)?.id), ...steps].join()).toString('base64url')
}

/** What was told of a fact of a ladder: by the council or by the agency that acts for the partners. */
function toldOf(ladder: Ladder, root: string, { authority_id: authority, partners_id: partners }: ReceiptRow) {
  return ladder.told.findLast(one => one.about === root && [authority, partners].includes(one.agency))
}

function tellingOf(opened: Pick<OpenReceipt, 'words'>, told: Statement): Told {
  return { on: told.happened.to, words: forTheReferrer(wordsOf(opened, told)['explained'] ?? '') }
}

function contactOf(opened: Pick<OpenReceipt, 'words' | 'naming'>): string {
  const named = opened.naming.map(one => forTheReferrer(wordsOf(opened, one)['contact'] ?? ''))
  return named.findLast(one => one !== '') ?? ''
}

/** What a writer marked is for fewer people than the referrer: it is left out. */
function forTheReferrer(words: string): string {
  return readMarks(words)
    .filter(({ isNotation, marks }) => !isNotation && marks.length === 0)
    .map(({ text }) => text)
    .join('')
    .trim()
}

type Dues = ReadonlyMap<string, string>

/** By which day each stage is to be answered, by the fact that brought it there; what ends on a day to come is owed until then. */
async function readDues(client: PoolClient, { row, ladders }: OpenReceipt, today: Day): Promise<Dues> {
  const { rows } = await client.query<{ root: string; due: string }>({
    name: 'answers owed to referrers',
    text: `select trigger_root as root, due_latest as due from duty
           where area_id = $1 and case_id = $2 and trigger_root = any($3) and rule = any($4)
             and met_by is null and (lapsed_on is null or lapsed_on > $5) and due_latest is not null`,
    values: [
      row.area_id,
      row.case_id,
      ladders.map(({ present }) => present.by.root),
      answeringStages.map(({ id }) => id),
      today,
    ],
  })
  return new Map(rows.map(({ root, due }) => [root, due]))
}

function ladderOf(opened: OpenReceipt, ladder: Ladder, dues: Dues): PublicLadder {
  const { raised, rungs, present, safety, ended } = ladder
  const telling = (root: string) => {
    const found = toldOf(ladder, root, opened.row)
    return found && tellingOf(opened, found as unknown as Statement)
  }
  const last = safety.at(-1)
  const how = ended?.how === 'settled' && receiptOf(ended.by) !== undefined ? 'accepted' : ended?.how
  return {
    raisedOn: raised.happened.from,
    rungs: rungs.map(({ stage, by, answers }) => ({
      stage,
      on: by.happened.from,
      isAnswered: answers.length > 0,
      told: answers.map(({ root }) => telling(root)).findLast(Boolean),
    })),
    safety: last && { on: last.happened.from, told: telling(last.root), isOld: last.number < present.by.number },
    due: ended ? undefined : dues.get(present.by.root),
    ended: ended && how && { how, on: ended.by.happened.from, told: telling(ended.by.root) },
  }
}

/** The last words that were recorded of a fact. */
export function wordsOf({ words }: Pick<OpenReceipt, 'words'>, { versions }: { readonly versions: readonly Entry[] }) {
  const last = versions.findLast(({ act }) => act === 'record' || act === 'correct')
  return words.get(last?.id ?? '') ?? {}
}
