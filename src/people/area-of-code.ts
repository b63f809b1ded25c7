/** The area that a file's authority code means: found, or made with the least that it needs to be worked in. */
import type { PoolClient } from 'pg'
import { newId } from '../platform/identifier.ts'
import { findAuthority } from './authorities.ts'
import { addAgency, addArea, addHolder, addPost, addPractitioner, findAreaByCode } from './establishment.ts'

export interface AreaOfCode {
  readonly areaId: string
  readonly authorityId: string
  readonly name: string
  /** The sign-in of its data lead, where the area was made now. */
  readonly newSignIn: string | null
  /** Whether the code is one of the real list. */
  readonly isKnown: boolean
}

/** The standing groups that an authority begins with; each sees every case that is not restricted. */
const groups = [
  { name: 'Front door', purpose: 'front-door' },
  { name: 'Managers and chairs', purpose: undefined },
  { name: 'Privacy', purpose: 'privacy' },
  { name: 'Data', purpose: undefined },
] as const

/**
 * Finds the area of a DfE authority code on a day, or makes it.
 * @param instant from when the new data lead's post runs, in milliseconds since 1970
 */
export async function areaOfCode(client: PoolClient, dfe: string, day: string, instant: number): Promise<AreaOfCode> {
  const authority = findAuthority(dfe)
  const name = authority?.name ?? `Unknown authority ${dfe}`
  const isKnown = authority !== undefined
  const found = await findAreaByCode(client, 'dfe', dfe, day)
  if (found) {
    const { rows } = await client.query<{ agency_id: string }>(
      'select agency_id from area_agency where area_id = $1 and is_authority',
      [found],
    )
    return { areaId: found, authorityId: rows[0]?.agency_id ?? '', name, newSignIn: null, isKnown }
  }
  const [areaId, authorityId, practitionerId] = [newId(), newId(), newId()]
  const ons = authority ? [{ scheme: 'ons' as const, code: authority.ons, from: authority.from }] : []
  await addArea(client, {
    id: areaId,
    kind: 'authority',
    name,
    codes: [{ scheme: 'dfe', code: dfe, from: authority?.from ?? '2009-01-01' }, ...ons],
  })
  await addAgency(client, { id: authorityId, kind: 'local-authority', name }, [areaId], true)
  const holderIds: string[] = []
  for (const { name: group, purpose } of groups) {
    const id = newId()
    await addHolder(client, { id, agencyId: authorityId, areaId, kind: 'role', name: group, purpose })
    if (group === 'Data') holderIds.push(id)
  }
  const newSignIn = `data-lead-${dfe}`
  await addPractitioner(client, { id: practitionerId, signIn: newSignIn, name: `Data lead, ${name}` })
  await addPost(client, {
    id: newId(),
    practitionerId,
    agencyId: authorityId,
    role: 'data-lead',
    title: `Data lead, ${name}`,
    areaIds: [areaId],
    holderIds,
    from: instant,
  })
  return { areaId, authorityId, name, newSignIn, isKnown }
}
