/** Timeliness of each clock for the area or one team, over a period. Nothing about a single child. */
import { isOfMatters } from '../../access/policy.ts'
import { addMonths } from '../../guidance/days.ts'
import { limitsOn } from '../../guidance/limits.ts'
import { countDisagreements } from '../../ledger/disagreements-in-sum.ts'
import { readLocalPolicies } from '../../ledger/local-limits.ts'
import { isId } from '../../platform/identifier.ts'
import { valueOf } from '../pipeline/fields.ts'
import { framed } from '../pipeline/frame.ts'
import type { Answer, Visit } from '../pipeline/page.ts'
import { clocksOf } from './clocks.ts'
import { OverviewView, periods } from './overview.view.tsx'
import {
  countByRule,
  countLateByWeek,
  countReasons,
  importedFormats,
  seesWholeArea,
  teamsIn,
} from './timeliness-of-duties.ts'

/** `GET /overview?period=…&team=…` */
export async function page(visit: Visit): Promise<Answer> {
  const { areaIds, today, query } = visit
  const asked = valueOf(query, 'period')
  const period = periods.find(({ id }) => id === asked) ?? periods[0]
  const from = addMonths(today.day, -period.months)
  const shown = await visit.read(async ({ client }) => {
    // Officers of the partners see the area, and not who works in which team of the council.
    const teams = isOfMatters(visit.post.role) ? [] : await teamsIn(client, areaIds)
    const team = teams.find(({ id }) => isId(id) && id === valueOf(query, 'team'))
    const counted = { areaIds, today, from, team: team?.id }
    const clocks = clocksOf(visit.guidance, limitsOn(await readLocalPolicies(client, areaIds), today.day))
    const inWorkingDays = clocks.filter(clock => clock.unit === 'working day').map(clock => clock.rule.id)
    return {
      teams,
      team,
      seesAll: await seesWholeArea(client, areaIds),
      clocks,
      byRule: await countByRule(client, counted, inWorkingDays),
      imported: await importedFormats(client, areaIds),
      reasons: await countReasons(client, counted),
      lateByWeek: await countLateByWeek(client, counted),
    }
  })
  const disagreements = shown.team
    ? undefined
    : await countDisagreements(visit.ledger, { areaIds, from, today: today.day })
  const view = <OverviewView {...shown} {...{ visit, period, from, disagreements }} />
  return { html: framed(visit, { title: 'Overview', children: view }) }
}
