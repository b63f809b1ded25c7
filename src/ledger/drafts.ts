/** What was being written is recorded now: its draft goes in the same transaction. */
import type { PoolClient } from 'pg'
import type { Author, Command } from './command.ts'

type Submitted = Pick<Command, 'submissionId' | 'recordedAt'> & { readonly by: Author }

/** Deletes the drafts of these submissions, each of its own author only. */
export async function deleteDrafts(client: PoolClient, commands: readonly Submitted[]): Promise<void> {
  const written = commands.filter(command => command.by.postId !== null && command.recordedAt === undefined)
  if (written.length === 0) return
  await client.query({
    name: 'delete drafts',
    text: `delete from draft d using unnest($1::uuid[], $2::uuid[]) as w (submission_id, post_id) join post p on p.id = w.post_id
           where d.practitioner_id = p.practitioner_id and d.submission_id = w.submission_id`,
    values: [written.map(command => command.submissionId), written.map(command => command.by.postId)],
  })
}
