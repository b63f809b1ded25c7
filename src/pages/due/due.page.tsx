/** What is due: the home page. Whose duties, which of them, soonest first. */
import type { PoolClient } from 'pg'
import { readToldOf } from '../break-glass/told.tsx'
import { readReasons } from '../duty/reasons.ts'
import { framed } from '../pipeline/frame.ts'
import type { Answer, Visit } from '../pipeline/page.ts'
import { type Ask, readAsk, type Scope, type Show } from './ask.ts'
import { countDuties } from './counts.ts'
import { DueView } from './due.view.tsx'
import { hasDuties, listDuties, readCases, type Team, teamsOf, type Wanted } from './duties.ts'

const onAPage = 50

/** The lists in which something may be late. */
const showsLate: ReadonlySet<Show> = new Set(['open', 'overdue', 'late-this-month', 'met-late', 'may-be-late'])

/** `GET /due` */
export async function page(visit: Visit): Promise<Answer> {
  const asked = readAsk(visit.query)
  const shown = await visit.read(async ({ client }) => {
    const teams = await teamsOf(client, visit.post.id)
    const ask = { ...asked, scope: asked.scope ?? (await narrowest(client, visit, teams)) }
    const wanted: Wanted = {
      areaIds: visit.areaIds,
      scope: ask.scope,
      ids: idsOf(ask.scope, visit, teams),
      today: visit.today,
      rules: rulesOf(ask, visit),
      team: ask.team,
    }
    const told = await readToldOf(client, visit.practitioner.id)
    const counts = await countDuties(client, wanted)
    const rows = await listDuties(client, {
      ...wanted,
      show: ask.show,
      from: ask.from,
      after: ask.after,
      limit: onAPage + 1,
    })
    const listed = rows.slice(0, onAPage)
    const caseIds = [...new Set(listed.map(row => row.case_id))]
    const cases = await readCases(client, visit.areaIds, caseIds, visit.today)
    const reasons = await readReasons(client, visit.areaIds, showsLate.has(ask.show) ? listed.map(row => row.id) : [])
    const team = ask.team ? await nameOfTeam(client, ask.team) : undefined
    return { ask, teams, told, counts, rows: listed, cases, reasons, isMore: rows.length > onAPage, team }
  })
  return { html: framed(visit, { title: 'What is due', children: <DueView visit={visit} {...shown} /> }) }
}

/** The narrowest scope in which anything is due; a manager begins with the team, who holds no cases with the agency. */
async function narrowest(client: PoolClient, visit: Visit, teams: readonly Team[]): Promise<Scope> {
  const { role } = visit.post
  const works = role === 'social-worker' || role === 'front-door' || role === 'conference-chair'
  const order: Scope[] = works
    ? ['mine', 'team']
    : role === 'team-manager' || role === 'business-support'
      ? ['team']
      : []
  for (const scope of order) {
    const whose = { areaIds: visit.areaIds, scope, ids: idsOf(scope, visit, teams) }
    if (whose.ids.length > 0 && (await hasDuties(client, whose, visit.today))) return scope
  }
  return 'agency'
}

function idsOf(scope: Scope, visit: Visit, teams: readonly Team[]): string[] {
  if (scope === 'team') return teams.map(team => team.id)
  return scope === 'mine' ? [visit.post.id] : [visit.post.agency.id]
}

/** The rules that are asked for; nothing where all are. A rule or procedure that there is not finds nothing. */
function rulesOf({ rule, procedure }: Ask, { guidance }: Visit): string[] | null {
  if (rule) return [rule]
  if (!procedure) return null
  return guidance.procedures.find(({ id }) => id === procedure)?.duties.map(({ id }) => id) ?? []
}

async function nameOfTeam(client: PoolClient, id: string): Promise<string | undefined> {
  const { rows } = await client.query<{ name: string }>('select name from holder where id = $1', [id])
  return rows[0]?.name
}
