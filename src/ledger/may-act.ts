/** May this post do that on this case? For acts that check more than the ledger's acts do, before anything else is looked at. */
import type { PoolClient } from 'pg'
import { type ActOfAccess, may } from '../access/policy.ts'
import { NotAllowed, NotFound } from '../access/refusals.ts'
import { relationOf, type Standing } from '../access/relation.ts'
import { refusalOf } from './check-author.ts'
import type { Author } from './command.ts'

/** @returns how the post stands to the case @throws NotFound where the post may not know that the case exists, NotAllowed, with who may, otherwise */
export async function refuseUnlessMay(
  client: PoolClient,
  areaId: string,
  caseId: string,
  by: Author & { readonly postId: string },
  act: ActOfAccess,
): Promise<Standing> {
  const post = await relationOf(client, areaId, by.postId, [caseId])
  const relation = post?.relations.get(caseId) ?? 'none'
  if (!post || relation === 'none' || post.agencyId !== by.agencyId) throw new NotFound()
  if (!may(post.role, act, relation)) throw new NotAllowed(...refusalOf(act, relation))
  return post
}
