import { test } from 'vitest'
import { freshDatabase } from '../../test/fresh-database.ts'
import { standing } from '../engine/standing.ts'
import { londonDay } from '../guidance/london.ts'
import { guidance } from '../procedures/index.ts'
import { loadStory } from './load.ts'

test('x', async () => {
  for (const day of ['2026-11-22', '2026-04-15']) {
    const instant = Date.parse(day + 'T11:00:00Z')
    const db = await freshDatabase()
    const t = performance.now()
    await loadStory(db, { recorder: db.recorder, guidance, carries: new Map(), now: () => instant, dayOf: londonDay })
    console.log(day, 'load ms', performance.now() - t)
    const { rows } = await db.owner.query(
      "select d.*, c.reference, (select text from narrative n join fact f on f.id=n.fact_id where f.case_id=c.id and f.kind='child-named' and field='surname' limit 1) as who from duty d join case_file c on c.id=d.case_id",
    )
    const by = new Map<string, number>()
    for (const r of rows) {
      const is = standing(
        {
          met: r.met_by && { late: r.late },
          lapsed: r.lapsed_on && { on: r.lapsed_on },
          notKnownFrom: null,
          due: { earliest: r.due_earliest, latest: r.due_latest },
        },
        { day, instant },
      )
      const k =
        is === 'met'
          ? 'met'
          : `${is} ${r.rule} ${is === 'overdue' ? r.who + ' ' + r.due_latest : is === 'due' ? (r.due_latest === day ? 'TODAY' : r.due_latest <= '2026-04-19' ? 'WEEK' : '') : ''}`
      by.set(k, (by.get(k) ?? 0) + 1)
    }
    console.log(
      [...by]
        .sort()
        .map(([k, n]) => `${n} ${k}`)
        .join('\n'),
    )
  }
}, 60000)
