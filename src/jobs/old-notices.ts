/** Forgets notices that are long done with, a little every hour: each record makes one for every system that may see it. */
import type { Pool } from 'pg'
import type { Logger } from 'pino'
import { noticesKeptFor } from '../ledger/notices.ts'
import { inRounds } from './rounds.ts'

const day = 24 * 3_600_000
const atOnce = 5000

/**
 * Forgets what arrived, or is not tried any more, once it is older than `noticesKeptFor` days. That a duty arose is not forgotten: with each
 * record of its case it is owed still, and would be said again.
 * @param now milliseconds since 1970, of the real clock
 * @returns how many were forgotten
 */
export async function forgetNotices(door: Pool, now: number): Promise<number> {
  const { rowCount } = await door.query({
    name: 'forget notices',
    text: `
      delete from notice n using api_client c cross join lateral (
        select o.area_id, o.id from notice o
        where o.client_id = c.id and o.occurred_at < $1 and o.next_at is null and o.type <> 'duty-arisen'
        order by o.occurred_at limit ${atOnce}
      ) old
      where n.area_id = old.area_id and n.id = old.id`,
    values: [new Date(now - noticesKeptFor * day)],
  })
  return rowCount ?? 0
}

/** Begins at once. A failure is logged and tried again. @returns ends it, and waits for what is being done */
export function keepForgetting(door: Pool, log: Logger): () => Promise<void> {
  return inRounds(async () => {
    try {
      const count = await forgetNotices(door, Date.now())
      if (count > 0) log.info({ count }, 'old notices forgotten')
      return count < atOnce ? 3_600_000 : 1000
    } catch (error) {
      log.error({ err: error }, 'forgetting old notices failed')
      return 3_600_000
    }
  })
}
