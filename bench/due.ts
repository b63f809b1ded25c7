/** The list of a team's soonest duties among those of a million facts, under row security, as the page asks for it. */
import type { PoolClient } from 'pg'
import { londonDay } from '../src/guidance/london.ts'
import { countDuties } from '../src/pages/due/counts.ts'
import { type ListWanted, listDuties, readCases } from '../src/pages/due/duties.ts'
import { withContext } from '../src/platform/database.ts'
import { million } from './million.ts'
import { plansOf, refuseScans } from './plans.ts'
import { doing, less, percentile, timed } from './report.ts'
import type { BenchServer } from './server.ts'

const times = 100

export async function benchDue(server: BenchServer): Promise<void> {
  const { db, area } = await million(server)
  doing('Listing a team’s soonest duties')
  const instant = Date.now()
  const wanted: ListWanted = {
    areaIds: [area.areaId],
    scope: 'team',
    ids: [area.teamId],
    today: { instant, day: londonDay(instant) },
    rules: null,
    team: undefined,
    show: 'open',
    from: undefined,
    after: undefined,
    limit: 100,
  }
  const asWorker = <Result>(work: (client: PoolClient) => Promise<Result>) => withContext(db.reader, area.worker, work)
  const cases = new Set<string>()
  const plans = await asWorker(client =>
    plansOf(client, async spied => {
      for (const row of await listDuties(spied, wanted)) cases.add(row.case_id)
      await countDuties(spied, wanted)
      await readCases(spied, wanted.areaIds, [...cases], wanted.today)
    }),
  )
  // Nothing is disclosed in this bench: of what is disclosed there are no rows to look up.
  refuseScans(plans, ['fact', 'duty', 'case_file'])
  const lists: number[] = []
  const counts: number[] = []
  for (let at = 0; at < times; at++) {
    lists.push(await asWorker(client => timed(() => listDuties(client, wanted))))
    counts.push(await asWorker(client => timed(() => countDuties(client, wanted))))
  }
  less('team’s 100 soonest duties at 1 million facts', percentile(lists, 0.5), 'ms', 20)
  less('team’s 100 soonest duties at 1 million facts, p95', percentile(lists, 0.95), 'ms', 20)
  less('team’s duties counted at 1 million facts, p95', percentile(counts, 0.95), 'ms', 20)
}
