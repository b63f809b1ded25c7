// From who somebody is at the provider to a practitioner here.

import type { Pool } from 'pg'
import type { SignedInAt } from './open-id.ts'

/**
 * The practitioner with that subject; the first time the one with that sign-in name, whose subject is then kept.
 * A name that is bound to another subject already belongs to somebody else: it finds nobody.
 */
export async function recognise(
  door: Pool,
  { subject, findName }: SignedInAt,
): Promise<{ id: string | undefined; name: string }> {
  const { rows: known } = await door.query<{ id: string; sign_in: string }>(
    'select id, sign_in from practitioner where subject = $1',
    [subject],
  )
  if (known[0]) return { id: known[0].id, name: known[0].sign_in }
  const name = await findName()
  if (!name) return { id: undefined, name: 'your organisation' }
  const { rows: bound } = await door.query<{ id: string }>(
    'update practitioner set subject = $1 where sign_in = $2 and subject is null returning id',
    [subject, name],
  )
  return { id: bound[0]?.id, name }
}
