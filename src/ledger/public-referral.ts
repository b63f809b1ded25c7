/**
 * Telling children’s social care of a child through the page that needs no account. What arrives is recorded as the council’s own, by
 * nobody in a post, on a new file: whether there is one of the child already makes no difference to what the sender sees.
 */
import { createHmac, randomBytes } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'
import { newReference } from '../people/establishment.ts'
import { idFrom, newId } from '../platform/identifier.ts'
import { transaction } from '../platform/transaction.ts'
import { referralReceived } from '../procedures/referral.ts'
import type { Recording } from './command.ts'
import type { Ledger } from './ledger.ts'
import { hashOf } from './public-receipt.ts'
import { recordWithin } from './record.ts'

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

function fingerprintOf({ areaId, code, typed }: PublicReferral): Buffer {
  return createHmac('sha256', code).update(`${areaId} ${typed}`).digest()
}

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** What is read out on the telephone: a letter, a hyphen and eight that cannot be taken for one another. */
function newQuote(): string {
  return `W-${[...randomBytes(8)].map(byte => letters[byte % 32]).join('')}`
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
