/**
 * What an operation is given and what it answers: the contract between the pipeline of the API and its operations. The
 * description of the API is written from the same lines.
 */
import type { Logger } from 'pino'
import type { z } from 'zod'
import type { Post } from '../access/visit.ts'
import type { Guidance } from '../engine/guidance.ts'
import type { Command, Recorded } from '../ledger/command.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Logged, Look } from '../ledger/look.ts'
import type { Config } from '../platform/config.ts'
import type { Database } from '../platform/database.ts'

/** What a running API works with. */
export interface ApiServing {
  readonly config: Config
  readonly db: Database
  readonly ledger: Ledger
  readonly log: Logger
}

/** One request of a system, in its post. */
export interface Call {
  readonly clientId: string
  readonly post: Post
  readonly areaIds: readonly string[]
  readonly ledger: Ledger
  readonly guidance: Guidance
  readonly config: Config
  /** The door: what belongs to the client itself. Nothing of any case. */
  readonly door: Database['door']
  /** Today in London, and the instant in milliseconds since 1970. */
  readonly today: { readonly day: string; readonly instant: number }
  /** The parts of the address that its pattern names. */
  readonly params: Readonly<Record<string, string>>
  /** Runs `work` in one transaction that sees what this post may see. What is answered must come from here. */
  readonly read: Look['read']
  /** Records on behalf of the post. @throws NotFound, NotAllowed, Conflict */
  record(command: Omit<Command, 'by' | 'recordedAt'>): Promise<Recorded>
  /** Where the operation writes: what it sent under which key. */
  readonly sent: Sent | undefined
}

/** What was sent, and how to recognise it when it is sent again. */
export interface Sent {
  /** The submission: the same for the same key of the same client, and no other client’s. */
  readonly submissionId: string
  /** Whether the key came with the same words before. */
  readonly wasBound: boolean
  /**
   * Binds the key to these words, once they are found to be right.
   * @returns whether it was free
   * @throws OtherWords where the key came with others before
   */
  readonly bind: () => Promise<boolean>
}

export interface Reply {
  readonly status?: 200 | 201 | 204
  readonly body: unknown
  /** The key was sent before, with the same words: this is the answer of then. */
  readonly replayed?: boolean
}

interface Described {
  /** Names the operation in generated programs. */
  readonly id: string
  /** One line, in the field’s words. */
  readonly summary: string
  readonly detail?: string
  readonly answers: z.ZodType
}

/** What an operation reads and does, checked by its own schemas. */
export interface Doing<Q, B> extends Described {
  readonly query?: z.ZodType<Q>
  readonly body?: z.ZodType<B>
  /** It records something: it must be sent under a key, and is carried out once. */
  readonly once?: true
  readonly do: (call: Call, said: { readonly query: Q; readonly body: B }) => Promise<Reply>
}

/** Defines an operation. */
export function operation<Q = unknown, B = unknown>(doing: Doing<Q, B>): Doing<unknown, unknown> {
  return doing as unknown as Doing<unknown, unknown>
}

/** One line of the list in `routes.ts`. */
export interface Operation {
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly url: string
  /** What is written to the reading log before anything is answered. */
  readonly log: Logged
  readonly does: Doing<unknown, unknown>
}
