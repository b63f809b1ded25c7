/** Recording where somebody came first with a record that this post may not see. */
import { Conflict } from '../access/refusals.ts'
import type { Command, Recorded } from './command.ts'
import type { Look } from './look.ts'

type ToRecord = Omit<Command, 'by' | 'recordedAt'>

/** Whoever looks and records in one post. */
interface InPost extends Pick<Look, 'read'> {
  record(command: ToRecord): Promise<Recorded>
}

/**
 * Records; where a record came first that this post may not see, its holder is not told of it: theirs is recorded as well.
 * @param command what to record, with the last number that they saw of the case, or without
 * @throws NotFound, NotAllowed; Conflict where a record came first that may be seen, which it then names
 */
export async function recordPastTheUnseen(
  inPost: InPost,
  seen: number | undefined,
  command: (seen: number | undefined) => ToRecord,
): Promise<Recorded> {
  try {
    return await inPost.record(command(seen))
  } catch (error) {
    if (!(error instanceof Conflict)) throw error
    const { rows } = await inPost.read(({ client }) =>
      client.query<{ id: string }>('select id from fact where id = any($1) order by number', [error.recorded]),
    )
    if (rows.length > 0)
      throw new Conflict(
        error.message,
        rows.map(({ id }) => id),
      )
    return inPost.record(command(undefined))
  }
}
