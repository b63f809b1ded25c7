/** A file that another agency opened and shared: which of them wait for a team, and giving one to a team. */
import type { PoolClient } from 'pg'
import { readWaiting, takeIn } from '../../ledger/holding.ts'
import { readCase } from '../../ledger/read.ts'
import { childrenOf } from '../../people/search.ts'
import { valueOf } from '../pipeline/fields.ts'
import { framed } from '../pipeline/frame.ts'
import type { Answer, FormState, Visit } from '../pipeline/page.ts'
import { refuseUnless } from '../record/permission.ts'
import type { Message } from '../record/read-fact.ts'
import { readReason } from './read-reason.ts'
import { findSameChild } from './same-child.ts'
import { takeInView, type WaitingFile, WaitingView } from './take-in.view.tsx'

const mostShown = 100

/** `GET /take-in` */
export async function list(visit: Visit): Promise<Answer> {
  const files = await visit.read(async ({ client }): Promise<WaitingFile[]> => {
    const waiting = await readWaiting(client, visit.areaIds, mostShown)
    const names = await childrenOf(
      client,
      visit.areaIds,
      waiting.map(({ id }) => id),
    )
    return waiting.map(one => ({ ...one, name: names.get(one.id) || `Child ${one.reference}` }))
  })
  return { html: framed(visit, { title: 'Files without a team', children: WaitingView({ visit, files }) }) }
}

/** `GET /case/:reference/take-in` */
export async function page(visit: Visit): Promise<Answer> {
  return show(visit, await visit.form(), await openTakeIn(visit), [])
}

/** `POST /case/:reference/take-in` */
export async function submit(visit: Visit): Promise<Answer> {
  const form = await visit.form()
  const opened = await openTakeIn(visit)
  const { head, teams } = opened
  const messages: Message[] = []
  const team = teams.find(one => one.id === valueOf(form.typed, 'team'))
  if (!team) messages.push({ field: 'team', text: 'Select the team that will work with the child' })
  const why = readReason(form.typed, messages, 'Say why this team')
  if (messages.length > 0 || !team) return show(visit, form, opened, messages)
  await takeIn(visit.ledger, {
    areaId: head.areaId,
    caseId: head.id,
    teamId: team.id,
    why,
    submissionId: form.submission,
    by: { postId: visit.post.id, agencyId: visit.post.agency.id },
  })
  return { redirect: `/case/${encodeURIComponent(head.reference)}?taken-in=yes` }
}

function show(visit: Visit, form: FormState, opened: OpenTakeIn, messages: readonly Message[]): Answer {
  return { html: takeInView(visit, form, opened, messages), status: messages.length > 0 ? 422 : 200 }
}

/** @throws NotFound, NotAllowed where the post may not give the file to a team */
function openTakeIn(visit: Visit) {
  return visit.read(async reading => {
    const opened = await reading.openCase(visit.params['reference'] ?? '')
    await refuseUnless(reading.client, visit, opened.head, 'take-in')
    const read = await readCase(reading.client, opened.head, visit.guidance, visit.ledger.dayOf)
    const isFree = opened.head.teamId === null
    return {
      ...opened,
      read,
      isFree,
      teams: await teamsOfAuthority(reading.client, opened.head.areaId, visit.post.agency.id),
      same: isFree ? await findSameChild(reading, read) : [],
    }
  })
}

export type OpenTakeIn = Awaited<ReturnType<typeof openTakeIn>>

/** The teams of an agency in an area. */
export async function teamsOfAuthority(
  client: PoolClient,
  areaId: string,
  agencyId: string,
): Promise<{ readonly id: string; readonly name: string }[]> {
  const { rows } = await client.query<{ id: string; name: string }>({
    name: 'teams of authority',
    text: `select id, name from holder where area_id = $1 and agency_id = $2 and kind = 'team' order by name, id`,
    values: [areaId, agencyId],
  })
  return rows
}
