/** Where a practitioner lives, as they say themselves: compared with the people of files, and shown to nobody but them. */
import type { PoolClient } from 'pg'
import { transaction } from '../platform/transaction.ts'
import type { Ledger } from './ledger.ts'

/** The postcode that the client's practitioner gave; nothing where they gave none. */
export async function findOwnHome(client: PoolClient): Promise<string | undefined> {
  const { rows } = await client.query<{ postcode: string }>({
    name: 'own home',
    text: 'select postcode from practitioner_home where practitioner_id = (select context_practitioner())',
  })
  return rows[0]?.postcode
}

/** Keeps where a practitioner lives, or takes it away. Where they looked already is compared with it anew. */
export async function declareHome(ledger: Ledger, practitionerId: string, postcode: string | null): Promise<void> {
  await transaction(ledger.recorder, async client => {
    await (postcode === null
      ? client.query('delete from practitioner_home where practitioner_id = $1', [practitionerId])
      : client.query(
          `insert into practitioner_home (practitioner_id, postcode, declared_at) values ($1, $2, $3)
           on conflict (practitioner_id) do update set postcode = excluded.postcode, declared_at = excluded.declared_at`,
          [practitionerId, postcode, new Date(ledger.now())],
        ))
    await client.query('update reading_of_day set checked = false where practitioner_id = $1 and checked', [
      practitionerId,
    ])
  })
}
