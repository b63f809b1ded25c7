// From who somebody is at the provider to a practitioner here.

import type { Pool } from 'pg'
import type { SignedInAt } from './open-id.ts'

export interface Recognised {
  /** The practitioner; nothing where there is none, or where the name is somebody else's. */
  readonly id: string | undefined
  /** What the person is called at the provider. */
  readonly name: string
  /** The name belongs here to another account at the provider: one who left, one of the same name, or another provider's. */
  readonly isAnothers: boolean
}

/**
 * The practitioner who is bound to that account at that provider; the first time the one with that sign-in name, who is
 * then bound to it for ever. Whatever an account is called later, a name that is bound finds nobody but its own account.
 */
export async function recognise(door: Pool, { issuer, subject, findName }: SignedInAt): Promise<Recognised> {
  const { rows: known } = await door.query<{ id: string; name: string }>(
    'select id, sign_in as name from practitioner where issuer = $1 and subject = $2',
    [issuer, subject],
  )
  if (known[0]) return { ...known[0], isAnothers: false }
  const name = await findName()
  if (!name) return { id: undefined, name: 'your organisation', isAnothers: false }
  const { rows: bound } = await door.query<{ id: string }>(
    `update practitioner set issuer = $1, subject = $2
     where sign_in = $3 and issuer is null and (subject is null or subject = $2) returning id`,
    [issuer, subject, name],
  )
  if (bound[0]) return { id: bound[0].id, name, isAnothers: false }
  const { rowCount } = await door.query('select from practitioner where sign_in = $1', [name])
  return { id: undefined, name, isAnothers: rowCount !== 0 }
}
