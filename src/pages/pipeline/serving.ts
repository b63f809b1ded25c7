// What a running server works with: passed to the pipeline once, never to a page.

import type { FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import type { Guidance } from '../../engine/guidance.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import type { Config } from '../../platform/config.ts'
import type { Database } from '../../platform/database.ts'
import type { OpenId } from '../sign-in/open-id.ts'
import type { Route } from './page.ts'

/** Failed attempts to sign in, by the address they come from and by the name they try. */
export interface Attempts {
  /** Whether ten failed within the last minute. */
  areTooMany(request: FastifyRequest): Promise<boolean>
  countFailed(request: FastifyRequest): Promise<void>
}

export interface Serving {
  readonly config: Config
  readonly db: Database
  readonly ledger: Ledger
  readonly guidance: Guidance
  readonly log: Logger
  readonly openId: OpenId
  readonly attempts: Attempts
  /** Counts a referral that arrives without an account. @returns whether too many came from its address within the hour */
  readonly countReferral: (request: FastifyRequest) => Promise<boolean>
  readonly routes: readonly Route[]
  /** The largest file that is read, in bytes. */
  readonly largestFile: number
}
