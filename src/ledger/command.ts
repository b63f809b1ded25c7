/** What is asked of the ledger: acts on cases, by somebody, once. */
import type { Happened } from '../engine/fact.ts'
import type { Grounds } from './disclosure-rows.ts'

/** Who records. Imports have no post: their facts belong to the authority. */
export interface Author {
  readonly postId: string | null
  readonly agencyId: string
}

interface Said {
  readonly caseId: string
  readonly happened: Happened
  readonly data: Readonly<Record<string, unknown>>
  readonly narrative: Readonly<Record<string, string>>
}

/** A new fact. */
export interface Recording extends Said {
  readonly act: 'record'
  readonly kind: string
  /** Chosen by the caller where other facts of the same command are about it. */
  readonly id?: string
  readonly about?: string | null
  readonly answers?: string | null
  /** Set apart from what the agency's ordinary readers see. */
  readonly sensitivity?: string
  /** Import only: when its first recorder knew of it is not known; the moment of import is. */
  readonly source?: { readonly format: string; readonly importId: string }
  /** The case's last number when the form was opened: a newer fact of the same kind in the same line is a conflict. */
  readonly seen?: number
}

/** The same fact with better details. */
export interface Correction extends Said {
  readonly act: 'correct'
  readonly root: string
  /** Kept as it was where not given. */
  readonly about?: string | null
  readonly answers?: string | null
  /** Number of the entry that the person saw and corrects. */
  readonly seen: number
}

/** The fact should not be on this case. */
export interface StrikeOut extends Omit<Said, 'data' | 'happened'> {
  readonly act: 'strike-out'
  readonly root: string
  readonly seen: number
}

/** A disagreement that stands beside the fact: of the family, or of another agency. */
export interface Disagreement extends Omit<Said, 'happened'> {
  readonly act: 'disagree'
  readonly root: string
}

/** Whose view a disagreement is. The code is kept. */
export const whose = {
  child: 'The child',
  parent: 'A parent or carer',
  family: 'Somebody else in the family',
  agency: 'My agency',
} as const

/**
 * The fact is about another child: it is recorded on that child’s case as it stands, known since its first recording, and
 * struck out on this one. What it continued and which duty it answered are facts of this case: they stay behind.
 */
export interface Move extends Omit<Said, 'data' | 'happened'> {
  readonly act: 'move'
  readonly root: string
  readonly seen: number
  readonly toCaseId: string
  /** What it continues there. */
  readonly about?: string | null
  /** The other case’s last number as it was seen: a newer fact of the same kind in the same line is a conflict. */
  readonly toSeen?: number
}

/** Which words a redaction takes away: those of a field of an entry, whole. What is left of them is the redaction's own narrative. */
export interface Redacted {
  readonly entry: string
  readonly field: string
  readonly ground: string
  /** The fact that asked for it. */
  readonly asked: string
}

/** Words are taken away for good. Two people: see `redact.ts`, which alone makes this act. */
export interface Redaction extends Omit<Said, 'happened' | 'data'> {
  readonly act: 'redact'
  readonly root: string
  readonly data: Readonly<Redacted>
}

/** The record is over. Two people: see `dispose.ts`, which alone makes this act. */
export interface Disposal extends Omit<Said, 'narrative'> {
  readonly act: 'dispose'
}

export type LedgerAct = Recording | Correction | StrikeOut | Disagreement | Move | Redaction | Disposal

/** The passage of a correction that says why it was made. All others are the fact’s own. */
export const whyCorrected = 'correctionReason'

/** A case to open in the same transaction as its first facts. */
export interface NewCase {
  readonly id: string
  readonly kind: string
  readonly reference: string
  readonly teamId: string | null
  readonly workerPostId?: string | null
  readonly restriction?: 'none' | 'restricted' | 'shielded'
  /** It holds what was imported of a child whose record is kept apart: only data leads and the front door see it from the start. */
  readonly isBeside?: boolean
}

/** What other agencies are let know with a command, each by a disclosure of its own. */
export interface Telling extends Grounds {
  /** A case on which the same command records something. */
  readonly caseId: string
  readonly toAgencyIds: readonly string[]
  /** Facts of the author's own agency by their roots: recorded before, or by this command. */
  readonly roots: readonly string[]
}

/** Disclosures of the author's own agency on one case that end with what a command records there. */
export interface Ending {
  readonly caseId: string
  readonly disclosureIds: readonly string[]
  readonly why: string
}

export interface Command {
  readonly areaId: string
  /** Made with the form: a second arrival is answered with what the first one did. */
  readonly submissionId: string
  readonly by: Author
  readonly opens?: readonly NewCase[]
  readonly acts: readonly LedgerAct[]
  /** Who is told of it in the same transaction. */
  readonly tells?: readonly Telling[]
  /** What was told before and is recalled in the same transaction, before anybody is told of what is recorded. */
  readonly recalls?: readonly Ending[]
  /** Import only: the last day that the file speaks of these cases. */
  readonly speaksUntil?: { readonly format: string; readonly day: string }
  /** One meeting or event about several children: names the occasion on each case's own fact. */
  readonly occasion?: string
  /** The story and the benches record the past as it was recorded then. Nothing else may. */
  readonly recordedAt?: number
}

export interface Recorded {
  /** Ids of the entries, in the order of the acts; of a move, the entry on the right case and then the strike-out. */
  readonly ids: readonly string[]
  /** True where this submission had been carried out before. */
  readonly again: boolean
}
