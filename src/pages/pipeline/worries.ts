// What somebody without an account can do: tell a council of a child, read what became of it, and say that they disagree.

import type { FastifyRequest } from 'fastify'
import { rolesThat } from '../../access/visit.ts'
import { type Outcome, type SaidOnReceipt, sayOnReceipt } from '../../ledger/public-disagreement.ts'
import { findPublicReceipt, type PublicReceipt } from '../../ledger/public-receipt.ts'
import { type PublicReferral, recordPublicReferral } from '../../ledger/public-referral.ts'
import { type Council, readCouncils } from '../../people/agencies.ts'
import type { Serving } from './serving.ts'

export interface Worries {
  councils(): Promise<readonly Council[]>
  /** Counts one more from this address. @returns whether so many came within the hour that no more is taken */
  areTooMany(): Promise<boolean>
  /** Records it, once for each code. @returns `otherwise` where other words arrived under the code before */
  record(sent: PublicReferral): Promise<'same' | 'otherwise'>
  receiptOf(code: string): Promise<PublicReceipt | undefined>
  /** Records what is said on a receipt, once for each form. */
  say(said: SaidOnReceipt): Promise<Outcome>
}

/** What the visitor of one request can do. */
export function worriesOf({ db, ledger, countReferral }: Serving, request: FastifyRequest): Worries {
  return {
    councils: () => readCouncils(db.door, rolesThat('see-triage')),
    areTooMany: () => countReferral(request),
    record: sent => recordPublicReferral(ledger, sent),
    receiptOf: code => findPublicReceipt(ledger, code),
    say: said => sayOnReceipt(ledger, said),
  }
}
