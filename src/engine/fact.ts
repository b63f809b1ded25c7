/** What a fact is: its definition, as procedures write it, and its entries, as the ledger keeps them. */
import type { Day } from '../guidance/days.ts'
import type { Data, Fields } from './field.ts'
import type { Known } from './statements.ts'

/** A kind of fact. The kind is stored for ever and never shown; wording lives in the label. */
export interface FactDefinition<F extends Fields = Fields> {
  readonly kind: string
  /** The number of the present shape. Older ones are lifted when read. */
  readonly shape: number
  readonly label: string
  /** What the date means: clocks start on it. */
  readonly happenedOn: string
  /** Whether a time of day is asked for: hour limits and orders of the same day need it. */
  readonly time?: 'asked'
  /** Whether the fact may lie ahead of the day it is recorded on (a plan, not an event). */
  readonly ahead?: boolean
  readonly fields: F
  /** The kinds of fact that this one continues, in the order in which to look for one. */
  readonly about?: readonly string[]
  /** Of those kinds, only what belongs to the same line as the latest of them: an enquiry is not about last year’s referral. */
  readonly aboutLatest?: true
  /** It names somebody or something by which the case is found, in this part: "matter", "worker". */
  readonly names?: string
  /** The agencies that this field names work on the case from then on, with those who do already. */
  readonly joins?: string
  /** The same event may stand on a case of another kind about the same person: a death, on the file and on its review. */
  readonly crossesKinds?: true
  /** Nothing is owed after it, whatever was recorded before or later: a death. */
  readonly isFinal?: boolean
  /** Everything open on the case up to that day ends with it. */
  readonly endsCase?: boolean
  /** Set apart from what its agency's ordinary readers see, under this name; its forms are pages of their own, and it stands as recorded. */
  readonly apart?: string
  /**
   * It stands in a compartment of its agency which fewer see than its ordinary one. Form and correction are those of any fact; it is
   * shared record by record, never as everything of its kind.
   */
  readonly forFew?: true
  /** Recorded by an act of its own on a page of its own, by two people: no form and no system records it from its definition. */
  readonly byAct?: true
  /** Whoever takes part in the meeting that it calls or continues is told of it in the same action. */
  readonly tellsMeeting?: true
  /** It is done once for what it continues: a second one may be a slip. */
  readonly isOnce?: true
  /** What stands in its data and is no answer of its form, by name: it stays with the fact when the answers are corrected. */
  readonly carries?: readonly string[]
  /** Ids of the requirements whose "record must carry" this fact keeps. */
  readonly cites?: readonly string[]
  /** Answers that are asked for where others make them matter: the approver, where a review ends a plan. A file carries what it carries. */
  readonly needs?: readonly { readonly field: string; readonly when: (data: Json) => boolean }[]
  /** Answers that are asked for where what it continues on the case makes them matter: why, where a referrer is told of a refusal. */
  readonly needsOnCase?: readonly {
    readonly field: string
    readonly when: (about: string | null, known: Known) => boolean
  }[]
  /** How data of an older shape becomes that of the next. */
  readonly lifts?: Readonly<Record<number, (data: Json) => Json>>
}

export type Json = Readonly<Record<string, unknown>>

/** The name under which facts stand that are for few. */
export const ofFew = 'few'

/** Defines a kind of fact. `kind` is past tense, lower case, hyphenated. */
export function fact<const F extends Fields>(
  kind: string,
  definition: Omit<FactDefinition<F>, 'kind' | 'shape'> & { shape?: number },
): FactDefinition<F> {
  return { kind, shape: 1, ...definition }
}

/** When something happened: a range of days; one day where it is known exactly. */
export interface Happened {
  readonly from: Day
  readonly to: Day
  readonly certainty: 'day' | 'month' | 'year' | 'about'
  /** The instant, in milliseconds since 1970, where a time of day is known. */
  readonly at: number | null
}

export type Act = 'record' | 'correct' | 'strike-out' | 'disagree' | 'redact' | 'dispose'

/** One row of a case's ledger, as far as rules may read it. */
export interface Entry {
  readonly id: string
  /** Its place in the case's ledger: 1, 2, 3 … without gaps. */
  readonly number: number
  readonly act: Act
  /** The id of the first recording: the name of the fact through all its corrections. */
  readonly root: string
  readonly kind: string
  readonly shape: number
  readonly happened: Happened
  /** When it was recorded, in milliseconds since 1970, by the platform's clock. */
  readonly recordedAt: number
  readonly recordedOn: Day
  readonly agency: string
  /** The root of the fact that this one continues. */
  readonly about: string | null
  /** The id of the duty that the person said it answers. */
  readonly answers: string | null
  readonly occasion: string | null
  /** The import that brought it, by the name of its format. */
  readonly source: string | null
  /** Where it was moved here from another child’s case: when it was first recorded there, in milliseconds since 1970. */
  readonly knownSince: number | null
  readonly data: Json
}

/** Since when it is known what an entry says, in milliseconds since 1970: its recording, unless it was moved here. */
export function knownFrom(entry: Entry): number {
  return entry.knownSince ?? entry.recordedAt
}

/** A fact as known at some moment: its latest entry, and the entries that led there. */
export interface Statement<F extends Fields = Fields> {
  readonly root: string
  readonly kind: string
  readonly number: number
  readonly happened: Happened
  readonly agency: string
  readonly about: string | null
  readonly answers: string | null
  readonly source: string | null
  readonly data: Data<F>
  /** When it was first recorded, here or on the case from which it was moved, in milliseconds since 1970. */
  readonly knownSince: number
  /** Every entry that says something of it, oldest first. */
  readonly versions: readonly Entry[]
}

/** The data of a fact that may be of that kind; nothing where it is of another. */
export function dataOf<F extends Fields>(kind: FactDefinition<F>, fact: Statement): Data<F> | undefined {
  return fact.kind === kind.kind ? (fact.data as Data<F>) : undefined
}
