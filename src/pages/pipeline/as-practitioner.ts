// What belongs to a practitioner rather than to a post: drafts, and what was kept of a form.

import type { Pool, PoolClient } from 'pg'
import { withPractitioner } from '../../platform/database.ts'

/** Runs `work` on behalf of a practitioner in no post: row security then shows their own drafts and nothing else. */
export function asPractitioner<Result>(
  door: Pool,
  practitioner: string,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  return withPractitioner(door, practitioner, work)
}
