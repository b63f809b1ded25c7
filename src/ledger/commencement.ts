/**
 * The day from which a provision of an Act is in force: law that waits for regulations turns on by it, without a change of the
 * software. Each time a day is named, or taken back, is a row of its own with who, who approved it and why; the latest one holds.
 */
import type { PoolClient } from 'pg'
import { type Commencements, type Provision, provisions } from '../guidance/editions.ts'
import { idFrom } from '../platform/identifier.ts'
import { transaction } from '../platform/transaction.ts'
import { deleteDrafts } from './drafts.ts'
import type { Person } from './holding.ts'
import type { Ledger } from './ledger.ts'
import { refuseUnlessOfAuthority } from './of-authority.ts'
import { askToRederive } from './rederive.ts'

/** The days on which provisions of an Act begin, as far as regulations have named them. */
export async function readCommencements(client: PoolClient): Promise<Commencements> {
  const { rows } = await client.query<{ provision: string; begins_on: string | null }>({
    name: 'commencements',
    text: 'select distinct on (provision) provision, begins_on from commencement order by provision, number desc',
  })
  return Object.fromEntries(
    rows.flatMap(row => (isProvision(row.provision) && row.begins_on ? [[row.provision, row.begins_on]] : [])),
  )
}

/** Whether a text names a provision that waits for regulations. */
export function isProvision(text: string): text is Provision {
  return Object.hasOwn(provisions, text)
}

/** One decision, as it is read. `at` is in milliseconds since 1970. */
export interface CommencementRead {
  readonly id: string
  readonly provision: Provision
  /** Nothing where a day was taken back. */
  readonly beginsOn: string | null
  readonly regulations: string
  readonly approvedBy: string
  readonly why: string
  readonly at: number
  readonly by: string | null
}

/** Every decision on every provision, the newest first. */
export async function readCommencementHistory(client: PoolClient): Promise<CommencementRead[]> {
  const { rows } = await client.query<CommencementRead>({
    name: 'commencement history',
    text: `select c.id, c.provision, c.begins_on as "beginsOn", c.regulations, c.approved_by as "approvedBy", c.why, c.decided_at as at,
             (select w.name || ', ' || p.title || ', ' || a.name from post p join practitioner w on w.id = p.practitioner_id
              join agency a on a.id = p.agency_id where p.id = c.decided_by) as by
           from commencement c order by c.number desc`,
  })
  return rows.filter(row => isProvision(row.provision))
}

/** The id of the decision that a submission makes. */
export function commencementOf(submissionId: string): string {
  return idFrom('commencement', submissionId)
}

export interface NamingCommencement {
  readonly areaId: string
  readonly provision: Provision
  /** YYYY-MM-DD; nothing takes back the day that was named. */
  readonly beginsOn: string | null
  /** Which regulations name it. */
  readonly regulations: string
  readonly approvedBy: string
  readonly why: string
  readonly submissionId: string
  readonly by: Person
}

/**
 * Names the day on which a provision begins, or takes it back: for every area of this installation, since the law is one. The same
 * submission again changes nothing.
 * @throws NotAllowed for anybody but a data lead of an area's authority
 */
export async function nameCommencement(ledger: Ledger, naming: NamingCommencement): Promise<void> {
  const { areaId, provision, beginsOn, regulations, approvedBy, why, submissionId, by } = naming
  await transaction(ledger.recorder, async client => {
    await refuseUnlessOfAuthority(
      client,
      areaId,
      by,
      'set-commencement',
      'Only a data lead of the local authority says from when a provision is in force.',
    )
    const { rowCount } = await client.query({
      name: 'name commencement',
      text: `insert into commencement (id, area_id, provision, begins_on, regulations, approved_by, why, decided_at, decided_by)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
      values: [
        commencementOf(submissionId),
        areaId,
        provision,
        beginsOn,
        regulations,
        approvedBy,
        why,
        new Date(ledger.now()),
        by.postId,
      ],
    })
    // The law is one: cases of every area change.
    const { rows } = rowCount ? await client.query<{ id: string }>('select id from area') : { rows: [] }
    const areaIds = rows.map(({ id }) => id)
    await askToRederive(client, ledger, areaIds, commencementOf(submissionId), { of: 'commencement', provision })
    await deleteDrafts(client, [naming])
  })
}
