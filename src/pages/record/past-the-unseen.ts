/** Recording where somebody came first with a record that this post may not see. */
import { Conflict } from '../../access/refusals.ts'
import type { Visit } from '../pipeline/page.ts'

type ToRecord = Parameters<Visit['record']>[0]

/**
 * Records; where a record came first that this post may not see, the visitor is not told of it: theirs is recorded as well.
 * @param command what to record, with the last number that the visitor saw of the case, or without
 * @returns the id of the first entry
 * @throws NotFound, NotAllowed; Conflict where a record came first that may be seen
 */
export async function recordPastTheUnseen(
  visit: Visit,
  seen: number,
  command: (seen: number | undefined) => ToRecord,
): Promise<string> {
  try {
    return (await visit.record(command(seen))).ids[0] ?? ''
  } catch (error) {
    if (!(error instanceof Conflict)) throw error
    const visible = await visit.read(({ client }) =>
      client.query('select from fact where id = any($1)', [error.recorded]),
    )
    if (visible.rowCount) throw error
    return (await visit.record(command(undefined))).ids[0] ?? ''
  }
}
