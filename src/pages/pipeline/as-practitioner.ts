// What belongs to a practitioner rather than to a post: drafts, and what was kept of a form.

import type { Pool, PoolClient } from 'pg'
import { withContext } from '../../platform/database.ts'

const none = '00000000-0000-0000-0000-000000000000'

/** Runs `work` on behalf of a practitioner in no post: row security then shows their own drafts and nothing else. */
export function asPractitioner<Result>(
  door: Pool,
  practitioner: string,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  return withContext(door, { post: none, agency: none, practitioner }, work)
}
