/** Writes the cast of the story into an empty database: areas, agencies, teams, practitioners, posts and local policies. */
import type { PoolClient } from 'pg'
import { addAgency, addArea, addHolder, addPost, addPractitioner } from '../people/establishment.ts'
import {
  agencies,
  areas,
  holders,
  localPolicies,
  type PersonKey,
  postOf,
  practitionerOf,
  practitioners,
} from './cast.ts'

/** Every post of the story began long before its first case. */
const postsFrom = Date.parse('2018-01-01T09:00:00Z')

/** Settles the borough and its neighbour, once. */
export async function settle(client: PoolClient): Promise<void> {
  for (const { id, name, dfe } of Object.values(areas))
    await addArea(client, {
      id,
      kind: dfe === null ? 'national' : 'authority',
      name,
      codes: dfe === null ? [] : [{ scheme: 'dfe', code: dfe, from: '2009-01-01' }],
    })
  for (const { id, area, kind, name, telephone, ...rest } of Object.values(agencies)) {
    const body = 'body' in rest ? { body: rest.body } : {}
    await addAgency(client, { id, kind, name, telephone, ...body }, [areas[area].id], 'isAuthority' in rest)
  }
  for (const { id, agency, kind, name, purpose, worksOn } of Object.values(holders)) {
    const { id: agencyId, area } = agencies[agency]
    await addHolder(client, { id, agencyId, areaId: areas[area].id, kind, name, purpose, worksOn })
  }
  for (const [key, { name, role, title, agency, holders: members }] of Object.entries(practitioners)) {
    const practitionerId = practitionerOf(key as PersonKey)
    await addPractitioner(client, { id: practitionerId, signIn: key, name })
    await addPost(client, {
      id: postOf(key as PersonKey),
      practitionerId,
      agencyId: agencies[agency].id,
      role,
      title,
      areaIds: [areas[agencies[agency].area].id],
      holderIds: members.map(member => holders[member].id),
      from: postsFrom,
    })
  }
  for (const { id } of Object.values(areas)) {
    for (const { key, amount, unit } of localPolicies)
      await client.query(
        'insert into local_policy (area_id, key, from_day, amount, unit, approved_by) values ($1, $2, $3, $4, $5, $6)',
        [id, key, '2018-04-01', amount, unit, 'The safeguarding partners'],
      )
  }
}
