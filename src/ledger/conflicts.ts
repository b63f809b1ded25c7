/**
 * Conflicts of interest: what practitioners declare of their own family, neighbours and colleagues. A declaration is kept whether or
 * not there is such a record, and closes the record where there is one; nobody learns from the answer which of the two it was.
 */
import type { PoolClient } from 'pg'
import { isRole, may } from '../access/policy.ts'
import { NotAllowed, NotFound } from '../access/refusals.ts'
import { type Acquaintance, keysOf } from '../people/acquaintance.ts'
import { idFrom } from '../platform/identifier.ts'
import { transaction } from '../platform/transaction.ts'
import { closeToDeclared } from './conflicts-by-name.ts'
import type { Ledger } from './ledger.ts'

/** How somebody stands to a family, in words. */
export const relationsDeclared = {
  family: 'My own family',
  neighbour: 'My neighbours',
  friend: 'Friends, or people I know well',
  colleague: 'A colleague, or a colleague’s family',
  other: 'Something else',
} as const
export type RelationDeclared = keyof typeof relationsDeclared

export interface Declaring {
  readonly areaIds: readonly string[]
  readonly practitionerId: string
  readonly submissionId: string
  readonly relation: RelationDeclared
  /** The reference of the file, as typed, in capitals; or somebody who may be on one, now or later. */
  readonly about: string | Acquaintance
}

/**
 * Keeps a declaration, and closes the record at once to whoever declared it, in every post: that with the reference, or each on
 * which there is such a person. The same submission again changes nothing.
 */
export async function declareInterest(ledger: Ledger, declaring: Declaring): Promise<void> {
  const { areaIds, practitionerId, submissionId, relation, about } = declaring
  const reference = typeof about === 'string' ? about : null
  const person = typeof about === 'string' ? undefined : about
  await transaction(ledger.recorder, async client => {
    for (const areaId of areaIds) {
      const id = idFrom('declaration', submissionId, areaId)
      const { rowCount } = await client.query(
        `insert into declared_interest (area_id, id, practitioner_id, relation, reference, declared_at,
           forenames, surname, birth_day, postcode, keys)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing`,
        [
          areaId,
          id,
          practitionerId,
          relation,
          reference,
          new Date(ledger.now()),
          person?.forenames ?? '',
          person?.surname ?? null,
          person?.birthDay ?? null,
          person?.postcode ?? null,
          person ? keysOf(person) : [],
        ],
      )
      if (!rowCount) continue
      if (person) {
        await client.query('update area set has_declared_names = true where id = $1 and not has_declared_names', [
          areaId,
        ])
        await closeToDeclared(client, areaId, { declarationId: id })
      }
      // Rows are compared with the database's clock. A second conflict with the same case is none.
      else
        await client.query(
          `insert into conflict_of_interest (area_id, case_id, practitioner_id, how, since, declared_id)
           select c.area_id, c.id, $3, 'declared', now(), $4 from case_file c where c.area_id = $1 and c.reference = $2
           on conflict do nothing`,
          [areaId, reference, practitionerId, id],
        )
    }
  })
}

export interface EndingInterest {
  readonly areaIds: readonly string[]
  readonly id: string
  readonly postId: string
  readonly why: string
}

/**
 * Ends a declaration, and with it what it closed. A second end changes nothing.
 * @throws NotFound where there is no such declaration in these areas, NotAllowed for anybody but a privacy officer, and for one's own
 */
export async function endInterest(ledger: Ledger, { areaIds, id, postId, why }: EndingInterest): Promise<void> {
  await transaction(ledger.recorder, async client => {
    const found = await findDeclaration(client, areaIds, id, postId)
    if (!found) throw new NotFound()
    if (!isRole(found.role) || !may(found.role, 'end-conflict', 'none'))
      throw new NotAllowed('Only a privacy officer ends a declaration.', 'Ask one of the local authority.')
    if (found.own) throw new NotAllowed('You declared this yourself.', 'Ask another privacy officer to end it.')
    await client.query(
      `update declared_interest set ended_at = $3, ended_by = $4, ended_why = $5 where area_id = $1 and id = $2 and ended_at is null`,
      [found.area_id, id, new Date(ledger.now()), postId, why],
    )
    await client.query(
      'update conflict_of_interest set ended_at = now(), ended_by = $3 where area_id = $1 and declared_id = $2 and ended_at is null',
      [found.area_id, id, postId],
    )
  })
}

async function findDeclaration(client: PoolClient, areaIds: readonly string[], id: string, postId: string) {
  const { rows } = await client.query<{ area_id: string; role: string; own: boolean }>(
    `select d.area_id, p.role, p.practitioner_id = d.practitioner_id as own from declared_interest d, post p
     where d.area_id = any($1) and d.id = $2 and p.id = $3`,
    [areaIds, id, postId],
  )
  return rows[0]
}
