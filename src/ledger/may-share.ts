/** Whether a post may share what its agency recorded on a case: asked before anything is told or recalled. */
import type { PoolClient } from 'pg'
import { may } from '../access/policy.ts'
import { NotAllowed, NotFound } from '../access/refusals.ts'
import { relationOf, type Standing } from '../access/relation.ts'
import { refusalOf } from './check-author.ts'
import type { Author } from './command.ts'

/**
 * @returns how the post stands to the case; nothing where the operator shares
 * @throws NotFound where the post may not know of the case, NotAllowed where it may not share what its agency recorded there
 */
export async function checkMayShare(
  client: PoolClient,
  areaId: string,
  caseId: string,
  by: Author,
): Promise<Standing | undefined> {
  if (by.postId === null) return undefined
  const post = await relationOf(client, areaId, by.postId, [caseId])
  const relation = post?.relations.get(caseId) ?? 'none'
  if (!post || relation === 'none') throw new NotFound()
  if (post.agencyId !== by.agencyId || !may(post.role, 'share', relation))
    throw new NotAllowed(...refusalOf('share', relation))
  return post
}
