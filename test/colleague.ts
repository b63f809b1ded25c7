/** For tests of what is told to people by name: somebody else in the same kind of post at the same agency. */
import { addPost, addPractitioner } from '../src/people/establishment.ts'
import { type Database, transaction } from '../src/platform/database.ts'
import { newId } from '../src/platform/identifier.ts'
import type { smallBorough } from './small-borough.ts'

type Borough = Awaited<ReturnType<typeof smallBorough>>

interface Colleague {
  readonly signIn: string
  readonly name: string
  readonly title: string
}

/** In the same groups as whose colleague they are. @returns as whom they read */
export async function addColleague(
  { db, borough }: { readonly db: Pick<Database, 'owner' | 'recorder'>; readonly borough: Borough },
  of: keyof Borough['people'],
  { signIn, name, title }: Colleague,
) {
  const whose = borough.people[of]
  const [practitioner, post] = [newId(), newId()]
  const { rows } = await db.owner.query<{ role: string; holder_ids: string[] }>(
    `select p.role, array(select h.holder_id from post_holder h where h.post_id = p.id) as holder_ids from post p where p.id = $1`,
    [whose.post],
  )
  const [{ role, holder_ids: holderIds } = { role: '', holder_ids: [] }] = rows
  await transaction(db.recorder, async client => {
    await addPractitioner(client, { id: practitioner, signIn, name })
    await addPost(client, {
      id: post,
      practitionerId: practitioner,
      agencyId: whose.agency,
      role: role as Parameters<typeof addPost>[1]['role'],
      title,
      areaIds: [borough.area],
      holderIds,
      from: Date.parse('2018-01-01'),
    })
  })
  return { practitioner, post, agency: whose.agency }
}
