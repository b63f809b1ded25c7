/**
 * The file as it may be given to whoever asked for it: every record of it with its passages, what is proposed for each and why, and
 * what was decided. Pure: the case as read in, a list out; nothing is withheld here that nobody can see and change.
 */
import type { Happened } from '../../engine/fact.ts'
import type { Guidance } from '../../engine/guidance.ts'
import { type Mark, marks, type Piece, readMarks } from '../../engine/marks.ts'
import { londonDay } from '../../guidance/london.ts'
import { type GroundCode, grounds } from '../../guidance/withholding.ts'
import { type Decided, type KeptDecision, keyOf, type Words } from '../../ledger/access-decisions.ts'
import type { Names, ReadCase } from '../../ledger/read.ts'
import { grouped, type StoredEntry } from '../../ledger/rows.ts'
import { meetingMinutesSent, meetingReportGiven } from '../../procedures/meeting-facts.ts'
import { meetingGuestReported } from '../../procedures/meeting-guest-facts.ts'
import { type Said, saidBy } from '../case-file/values.ts'
import { sayDay } from '../kit/days.ts'
import type { DraftInFile } from './drafts.ts'

export type Requester = 'person' | 'parent' | 'representative'

/** Words about which somebody must say something, or did. */
export interface Part extends Words {
  readonly key: string
  readonly text: string
  /** Nothing for words that somebody chose. */
  readonly proposal: Proposal | undefined
  readonly decided: KeptDecision | undefined
}

export type Proposal = Pick<Decided, 'decision' | 'ground'> & { readonly why: string }

/** One stretch of narrative. */
export interface Text {
  readonly factId: string
  readonly field: string
  readonly label: string
  readonly pieces: readonly Piece[]
  readonly parts: readonly Part[]
}

export interface Listed {
  /** The entry that a decision about the whole of it names. */
  readonly root: string
  readonly number: number
  readonly kind: string
  readonly label: string
  readonly happened: Happened
  readonly agency: string
  readonly by: string | undefined
  readonly isOwn: boolean
  readonly isStruckOut: boolean
  /** Codes, days and the like, in words. */
  readonly values: readonly Said[]
  readonly texts: readonly Text[]
  readonly whole: Part
}

export interface Assembling {
  readonly read: ReadCase
  readonly guidance: Guidance
  readonly names: Names
  /** The agency that answers. */
  readonly own: string
  readonly requester: Requester
  /** What holds now, by the words. */
  readonly decisions: ReadonlyMap<string, KeptDecision>
  /** What people of the agency began to write and did not record. */
  readonly drafts: readonly DraftInFile[]
  /** The number of the first entry that is too late to be in it; nothing where all are in it. */
  readonly before?: number | undefined
}

/** Every record of the file, in the order in which it happened. What stands apart (who looked into it) is not in it. */
export function assemble(about: Assembling): Listed[] {
  const { read, guidance, before = Number.POSITIVE_INFINITY } = about
  const entries = read.entries.filter(one => one.number < before && !guidance.kinds.get(one.kind)?.apart)
  const histories = [...grouped(entries, entry => entry.root).values()]
  return [
    ...histories.flatMap(history => listedOf(about, history)),
    ...about.drafts.map(one => draftListed(about, one)),
  ].toSorted((a, b) =>
    a.happened.from < b.happened.from ? -1 : a.happened.from > b.happened.from ? 1 : a.number - b.number,
  )
}

function listedOf(about: Assembling, history: readonly StoredEntry[]): Listed[] {
  const first = history[0] as StoredEntry
  const current = history.findLast(entry => entry.act === 'correct') ?? first
  const isTheirs = (entry: StoredEntry) => entry.act === 'disagree' && entry.agency !== first.agency
  const { names, guidance } = about
  const definition = guidance.kinds.get(first.kind)
  const label = definition?.label ?? first.kind
  const common = {
    kind: first.kind,
    happened: current.happened,
    isStruckOut: history.some(entry => entry.act === 'strike-out'),
  }
  const one = (entry: StoredEntry, said: Pick<Listed, 'label' | 'values'>, of: readonly StoredEntry[]): Listed => {
    const isOwn = entry.agency === about.own
    return {
      ...common,
      ...said,
      root: entry.id,
      number: entry.number,
      agency: names.agencies.get(entry.agency) ?? 'Another agency',
      by: entry.recordedBy ? names.posts.get(entry.recordedBy)?.name : undefined,
      isOwn,
      texts: of.toReversed().flatMap(each => textsOf(about, each, current)),
      whole: partOf(
        about,
        { factId: entry.id, field: '', from: 0, to: 0 },
        label,
        isOwn ? keptWhole(about, entry, current) : askFirst,
      ),
    }
  }
  const own = history.filter(entry => !isTheirs(entry))
  return [
    one(first, { label, values: saidBy(definition, current.data, {}, names) }, own),
    ...history
      .filter(isTheirs)
      .map(entry => one(entry, { label: `Disagreement with “${label}”`, values: [] }, [entry])),
  ]
}

/** Last of its day: nobody recorded it. */
function draftListed(about: Assembling, { id, kind, label, by, savedAt, texts }: DraftInFile): Listed {
  const day = londonDay(savedAt)
  return {
    root: id,
    number: Number.MAX_SAFE_INTEGER,
    kind: 'draft',
    label: `Draft, not recorded: ${label}`,
    happened: { from: day, to: day, certainty: 'day', at: null },
    agency: about.names.agencies.get(about.own) ?? 'Your agency',
    by,
    isOwn: true,
    isStruckOut: false,
    values: [],
    texts: texts.map(one => textOf(about, { ...one, factId: id, kind })),
    whole: partOf(about, { factId: id, field: '', from: 0, to: 0 }, label, readFirst),
  }
}

const readFirst: Proposal = {
  decision: 'give',
  ground: null,
  why: 'A draft that somebody began and did not record: it is held about the person too. Read it before you decide.',
}

const askFirst: Proposal = {
  decision: 'withhold',
  ground: 'ask-first',
  why: 'Another agency recorded it. Ask them first: what was shared with you did not become yours.',
}

/** Where whoever writes puts what the family is not to read, by the kind of record. */
const keptFromFamily: Readonly<Record<string, string>> = {
  [meetingReportGiven.kind]: 'heldBack',
  [meetingGuestReported.kind]: 'heldBack',
  [meetingMinutesSent.kind]: 'confidential',
}

const reports: ReadonlySet<string> = new Set([meetingReportGiven.kind, meetingGuestReported.kind])

/** What was given stays as it was given, also where nobody was asked about it then. */
const wasGiven = ({ before }: Assembling) => before !== undefined

function keptWhole(about: Assembling, { act, kind }: StoredEntry, { data }: StoredEntry): Proposal | undefined {
  const isKept = act === 'record' && reports.has(kind) && data['familyReads'] === 'none'
  if (!isKept || wasGiven(about)) return undefined
  return {
    decision: 'withhold',
    ground: 'serious-harm',
    why: 'The report says that the family reads none of it. Read it before you decide.',
  }
}

function keptField(label: string): Proposal {
  return {
    decision: 'withhold',
    ground: 'serious-harm',
    why: `Written under “${label}”. Read why before you decide.`,
  }
}

/** The words of an entry; of an earlier version only what was put otherwise later. */
function textsOf(about: Assembling, entry: StoredEntry, current: StoredEntry): Text[] {
  const { read, guidance } = about
  const words = read.words.get(entry.id) ?? {}
  const fields = guidance.kinds.get(entry.kind)?.fields ?? {}
  const now = read.words.get(current.id) ?? {}
  const isEarlier = entry !== current && (entry.act === 'record' || entry.act === 'correct')
  const order = [...new Set([...Object.keys(fields), ...Object.keys(words)])]
  return order.flatMap(field => {
    const text = words[field]
    if (!text || (isEarlier && now[field] === text)) return []
    const said = entry.act === 'record' || entry.act === 'correct' ? fields[field]?.label : undefined
    const shown = said ?? extras[entry.act] ?? 'Why it was corrected'
    const label = isEarlier ? `${shown}, as written on ${sayDay(entry.recordedOn)}` : shown
    return [textOf(about, { factId: entry.id, kind: said && entry.kind, field, label, text })]
  })
}

const extras: Readonly<Record<string, string>> = { 'strike-out': 'Why it was struck out', disagree: 'Disagreement' }

interface Passage extends Pick<Text, 'factId' | 'field' | 'label'> {
  /** Of what the words are; nothing of a reason or a disagreement. */
  readonly kind: string | undefined
  readonly text: string
}

function textOf(about: Assembling, { factId, kind, field, label, text }: Passage): Text {
  const pieces = readMarks(text)
  const marked = pieces
    .filter(piece => piece.marks.length > 0 && !piece.isNotation && piece.text.trim() !== '')
    .map(piece => {
      const at = { factId, field, from: piece.from, to: piece.from + piece.text.length }
      return partOf(about, at, piece.text, proposalFor(piece.marks, about.requester))
    })
  if (kind !== undefined && keptFromFamily[kind] === field && !wasGiven(about))
    marked.unshift(partOf(about, { factId, field, from: 0, to: text.length }, text, keptField(label)))
  const known = new Set(marked.map(part => part.key))
  const chosen = [...about.decisions.values()]
    .filter(one => one.factId === factId && one.field === field && !known.has(keyOf(one)))
    .map(one => partOf(about, one, text.slice(one.from, one.to), undefined))
  return { factId, field, label, pieces, parts: [...marked, ...chosen].toSorted((a, b) => a.from - b.from) }
}

function partOf({ decisions }: Assembling, words: Words, text: string, proposal: Proposal | undefined): Part {
  const { factId, field, from, to } = words
  const key = keyOf(words)
  return { factId, field, from, to, key, text, proposal, decided: decisions.get(key) }
}

const groundOf: Readonly<Record<Mark, GroundCode>> = {
  'third-party': 'third-party',
  risk: 'serious-harm',
  'not-to-parents': 'not-to-parents',
}

/** What a marked passage's marks propose, depending on who asks: what is not for parents is for the child. */
export function proposalFor(of: readonly Mark[], requester: Requester): Proposal {
  const applies = of.find(mark => mark !== 'not-to-parents' || requester === 'parent')
  if (applies) return { decision: 'withhold', ground: groundOf[applies], why: `Marked “${marks[applies].typed}”.` }
  return { decision: 'give', ground: null, why: 'Marked “not to parents”, and no parent asks: it does not apply.' }
}

/** What holds of a part: the decision; until there is one, what is proposed. */
export function effectOf({ decided, proposal }: Part): Pick<Decided, 'decision' | 'ground'> {
  return decided ?? proposal ?? { decision: 'give', ground: null }
}

/** Whether a record is left out whole. */
export function isLeftOut(one: Listed): boolean {
  return effectOf(one.whole).decision === 'withhold'
}

/** What nobody has decided yet. Passages of a record that is left out whole need no decision. */
export function undecided(listed: readonly Listed[]): Part[] {
  return listed.flatMap(one => {
    const inside = isLeftOut(one) ? [] : one.texts.flatMap(text => text.parts)
    return [one.whole, ...inside].filter(part => part.proposal && !part.decided)
  })
}

/** A stretch of words to give, or of words left out. */
export type Given = { readonly text: string } | { readonly leftOut: GroundCode }

/** A text as it is given: without the notation of marks, with what is withheld left out. */
export function given(text: Text): Given[] {
  const withheld = text.parts.flatMap(part => {
    const { decision, ground } = effectOf(part)
    return decision === 'withhold' && ground ? [{ ...part, ground }] : []
  })
  const result: Given[] = []
  const add = (next: Given) => {
    const last = result.at(-1)
    if (last && 'text' in last && 'text' in next) result[result.length - 1] = { text: last.text + next.text }
    else if (!(last && 'leftOut' in last && 'leftOut' in next && last.leftOut === next.leftOut)) result.push(next)
  }
  for (const piece of text.pieces) {
    if (piece.isNotation) continue
    const end = piece.from + piece.text.length
    const cuts = withheld.flatMap(({ from, to }) => [from, to]).filter(at => at > piece.from && at < end)
    const places = [...new Set([piece.from, ...cuts, end])].toSorted((a, b) => a - b)
    for (const [at, from] of places.slice(0, -1).entries()) {
      const over = withheld.find(one => one.from <= from && from < one.to)
      const to = places[at + 1] ?? end
      add(over ? { leftOut: over.ground } : { text: piece.text.slice(from - piece.from, to - piece.from) })
    }
  }
  return result
}

/** The grounds on which anything is left out, each once, in the order of the list of grounds. */
export function groundsUsed(listed: readonly Listed[]): GroundCode[] {
  const used = new Set<string | null>()
  for (const one of listed) {
    if (isLeftOut(one)) used.add(effectOf(one.whole).ground)
    else for (const text of one.texts) for (const each of given(text)) if ('leftOut' in each) used.add(each.leftOut)
  }
  return (Object.keys(grounds) as GroundCode[]).filter(code => used.has(code))
}
