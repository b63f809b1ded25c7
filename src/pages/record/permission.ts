/** May this post do that on this case? Asked before a form is filled in; the ledger asks again when it arrives. */
import type { PoolClient } from 'pg'
import { type ActOfAccess, isOfMatters, isRole, may, type Relation, type Role, roles } from '../../access/policy.ts'
import { NotAllowed, NotFound } from '../../access/refusals.ts'
import { relationOf } from '../../access/relation.ts'
import { refusalOf } from '../../ledger/check-author.ts'
import type { CaseHead } from '../../ledger/read.ts'
import type { Visit } from '../pipeline/page.ts'

/**
 * @param acts one act, or several of which one is enough
 * @throws NotAllowed, with who can, or NotFound where the post has nothing to do with the case
 */
export async function refuseUnless(
  client: PoolClient,
  visit: Visit,
  head: CaseHead,
  acts: ActOfAccess | readonly ActOfAccess[],
): Promise<void> {
  const standing = await relationOf(client, head.areaId, visit.post.id, [head.id])
  const relation = standing?.relations.get(head.id) ?? 'none'
  if (!standing || relation === 'none') throw new NotFound()
  if (relation === 'opened' && [acts].flat().every(act => act === 'share' || act === 'ask'))
    throw new NotAllowed(...refusalOf('share', relation))
  const mayBy = (role: Role, by: Relation) => [acts].flat().some(act => may(role, act, by))
  if (mayBy(standing.role, relation)) return
  const others = Object.entries(roles).flatMap(([role, label]) =>
    isRole(role) && mayBy(role, 'granted') && !(head.kind === 'child' && isOfMatters(role))
      ? [label.toLowerCase()]
      : [],
  )
  const who = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(others)
  throw new NotAllowed(`Your post is ${visit.post.title}. This is for ${who}.`, 'Ask one who works on this case.')
}
