// What a page is given and what it answers: the contract between the request pipeline and the page folders.
//
//   export const page = async (visit: Visit): Promise<Answer> => {
//     const seen = await visit.read(async ({ client, openCase }) => {
//       const opened = await openCase(visit.params['reference'] ?? '')
//       return { ...opened, whole: await readCase(client, opened.head, visit.guidance, visit.ledger.dayOf) }
//     })
//     return { html: framed(visit, { title: …, why: seen.why, children: <CaseView … /> }) }
//   }
//
// Then one line in `pages/routes.ts`. To refuse, throw one of `access/refusals.ts`.

import type { Readable } from 'node:stream'
import type { Conflict } from '../../access/refusals.ts'
import type { ActOfArea, Post, Practitioner } from '../../access/visit.ts'
import type { Guidance } from '../../engine/guidance.ts'
import type { RestrictedCase } from '../../ledger/break-glass.ts'
import type { Command, Recorded } from '../../ledger/command.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import type { Logged, OpenedCase, OpenReading } from '../../ledger/look.ts'
import type { Now } from '../../platform/clock.ts'
import type { Scanner } from '../../platform/scan.ts'
import type { DraftToSave, Saved } from './draft.ts'
import type { Fields } from './fields.ts'
import type { Door } from './session.ts'
import type { Worries } from './worries.ts'

export type { OpenedCase, OpenReading } from '../../ledger/look.ts'

/** A visit by anyone, signed in or not. */
export interface OpenVisit {
  readonly method: string
  /** The address without what follows the question mark. Forms post to their own address. */
  readonly path: string
  /** The parts of the address that its pattern names. */
  readonly params: Readonly<Record<string, string>>
  readonly query: Fields
  readonly body: Fields
  /** Only where the route takes a file. Its fields, those that stand before it in the form, are in `body`. */
  readonly upload: Upload | undefined
  readonly today: Now
  /** The token that each form must send as `_csrf`; `Form` does. Asking for it makes a session. */
  readonly csrf: string
  /** Script asks for data rather than for a page. */
  readonly wantsJson: boolean
  /** Whether every person here is invented. */
  readonly isStory: boolean
  readonly practitioner: Practitioner | undefined
  readonly post: Post | undefined
  /** The cases that this visit opened, in the order in which it did. */
  readonly opened: readonly OpenedCase[]
  /** Begins and ends sessions. For the pages of signing in. */
  readonly door: Door
  /** What somebody without an account can do: tell a council of a child, read what became of it, and disagree with it. */
  readonly worries: Worries
}

/** A visit by somebody who is signed in and acts in a post. */
export interface Visit extends OpenVisit {
  readonly practitioner: Practitioner
  readonly post: Post
  readonly areaIds: readonly string[]
  readonly ledger: Ledger
  readonly guidance: Guidance
  /** Runs `work` in one transaction that sees what this post may see. What is shown must come from here. */
  read<Result>(work: (reading: OpenReading) => Promise<Result>): Promise<Result>
  /** The restricted case with that reference, where this post may know of it; that it was found is written to the reading log. */
  findRestricted(reference: string): Promise<RestrictedCase | undefined>
  /** Records on behalf of the post. @throws NotFound, NotAllowed, Conflict */
  record(command: Omit<Command, 'by' | 'recordedAt'>): Promise<Recorded>
  /** Takes away at once what the ledger says is gone; what cannot be now is taken up again later. */
  removeWords(): Promise<void>
  /** Writes a fault of ours to the log that the page tells the person itself. */
  report(fault: Error): void
  /** Looks at a file before it is kept; nothing where nobody set a scanner up. */
  readonly scanner: Scanner | undefined
  /** The form of this page: what was posted, else the draft that `?submission=` names, else a new one. */
  form(): Promise<FormState>
  saveDraft(draft: DraftToSave): Promise<Saved>
  /** What a page shows, by the pattern of its address as the reading log has it. */
  pageInWords(route: string): string
}

/** A form as it stands: `Form` puts all of it into the page. */
export interface FormState {
  /** Made with the form: the same submission twice is one fact. Goes into the command. */
  readonly submission: string
  /** How often the draft was saved. */
  readonly version: number
  /** What was typed so far. */
  readonly typed: Fields
}

export interface Upload {
  /** As the person's machine calls it. Never a path to write to. */
  readonly name: string
  readonly stream: Readable
  /** The largest file that is read, in bytes: the stream of a larger one ends there. */
  readonly largest: number
  /** Whether the stream ended there, and the file goes on. */
  readonly isCut: () => boolean
}

export type Answer =
  | { readonly html: string; readonly status?: number }
  | { readonly redirect: string }
  | { readonly json: unknown; readonly status?: number }
  | { readonly file: Readable | Buffer | string; readonly name: string; readonly type: string }

/** What is written to the reading log is read there by people: a page that shows a record says in words what it shows. */
type Method =
  | { readonly method: 'GET'; readonly log: 'nothing' }
  | { readonly method: 'GET'; readonly log: Exclude<Logged, 'nothing'>; readonly says: string }
  | { readonly method: 'POST'; readonly log: Logged }

type RouteOf<Who extends string, V> = Method & {
  readonly url: string
  /** Who may visit. */
  readonly visit: Who
  readonly page: (visit: V) => Promise<Answer>
  /** The form carries a file, of up to 600 MB. */
  readonly takes?: 'file'
  /** The page shown, with status 409, when somebody else recorded first. Without it a plain page shows what was typed. */
  readonly conflict?: (visit: V, conflict: Conflict) => Promise<Answer>
  /** The page shown, with status 403, when the form was open for too long. Without it a plain page shows what was typed. */
  readonly tooOld?: (visit: V) => Promise<Answer>
}

/** One line of the site map. `practitioner` is signed in and may not have chosen a post. */
export type Route = RouteOf<'anyone' | 'practitioner', OpenVisit> | RouteOf<'signed-in' | ActOfArea, Visit>
