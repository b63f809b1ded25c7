/** Which prompts of the guidance a practitioner has folded away: shown to nobody else, and no part of the record. */
import type { PoolClient } from 'pg'
import { transaction } from '../platform/transaction.ts'
import type { Ledger } from './ledger.ts'

/** Those that the client's practitioner has folded away, by their names. */
export async function readFoldedPrompts(client: PoolClient): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ prompt: string }>({
    name: 'folded prompts',
    text: 'select prompt from folded_prompt where practitioner_id = (select context_practitioner())',
  })
  return new Set(rows.map(row => row.prompt))
}

/** Folds prompts away for a practitioner, or shows them again. Done twice, it is done once. */
export async function foldPrompts(
  ledger: Ledger,
  practitionerId: string,
  prompts: readonly string[],
  isFolded: boolean,
): Promise<void> {
  await transaction(ledger.recorder, client =>
    isFolded
      ? client.query(
          `insert into folded_prompt (practitioner_id, prompt, folded_at) select $1, unnest($2::text[]), $3
           on conflict do nothing`,
          [practitionerId, prompts, new Date(ledger.now())],
        )
      : client.query('delete from folded_prompt where practitioner_id = $1 and prompt = any($2)', [
          practitionerId,
          prompts,
        ]),
  )
}
