/** Opening a case for a child: first whether there is one already, then the case, then on to the referral. */
import type { PoolClient } from 'pg'
import { isPartner } from '../../access/policy.ts'
import { newReference } from '../../people/establishment.ts'
import { type Existing, findExisting } from '../../people/find-existing.ts'
import { newId } from '../../platform/identifier.ts'
import { observationRecorded } from '../../procedures/observation.ts'
import { referralReceived } from '../../procedures/referral.ts'
import { valueOf } from '../pipeline/fields.ts'
import type { Answer, FormState, Visit } from '../pipeline/page.ts'
import { findRecorded } from '../record/find-recorded.ts'
import { newChildView, type Team } from './new-child.view.tsx'
import { type ChildRead, readChild } from './read-child.ts'

/** `GET /new-child` */
export async function page(visit: Visit): Promise<Answer> {
  const form = await visit.form()
  const teams = await visit.read(({ client }) => teamsOf(client, visit))
  return { html: newChildView(visit, form, { teams, messages: [] }) }
}

/** `POST /new-child`: looks for the child; opens the case when asked to after that. */
export async function submit(visit: Visit): Promise<Answer> {
  const form = await visit.form()
  const before = await findRecorded(visit, form.submission)
  if (before) return { redirect: onward(visit, before.reference) }
  const read = readChild(form.typed, visit.today)
  const sought = 'child' in read ? read.child.sought : undefined
  const { teams, existing } = await visit.read(async ({ client }) => ({
    teams: await teamsOf(client, visit),
    existing: sought ? await findExisting(client, visit.areaIds, sought) : [],
  }))
  const team = teamIn(form, teams)
  const messages = 'messages' in read ? read.messages : []
  if (team === undefined) messages.push({ field: 'team', text: 'Select the team that will work with the child' })
  if (messages.length > 0 || !('child' in read) || team === undefined) {
    return { html: newChildView(visit, form, { teams, messages }), status: 422 }
  }
  const isShown = valueOf(visit.body, '_open') === fingerprint(existing)
  if (!isShown)
    return { html: newChildView(visit, form, { teams, messages, existing, fingerprint: fingerprint(existing) }) }
  return { redirect: await open(visit, form, read.child, team) }
}

/** Whoever appears between looking and opening is shown before the case is opened. */
function fingerprint(existing: readonly Existing[]): string {
  return `seen ${existing.map(one => one.reference).join(' ')}`.trim()
}

async function open(visit: Visit, form: FormState, child: ChildRead, team: Team): Promise<string> {
  const id = newId()
  await visit.record({
    areaId: team.areaId,
    submissionId: form.submission,
    opens: [{ id, kind: 'child', reference: newReference(), teamId: team.id }],
    acts: child.facts.map(fact => ({ ...fact, caseId: id })),
  })
  // Where the same form arrived twice at once, the case is the one that was opened first.
  const opened = await findRecorded(visit, form.submission)
  return onward(visit, opened?.reference ?? '')
}

/** A new case begins with what was referred; for an agency without teams, with what was seen or heard. */
function onward({ guidance, post }: Visit, reference: string): string {
  const { kind } = isPartner(post.role) ? observationRecorded : referralReceived
  return guidance.kinds.has(kind) ? `/case/${reference}/record/${kind}` : `/case/${reference}`
}

/** The teams that the post belongs to; where it belongs to none, those of its agency. None that works on other cases than children’s. */
async function teamsOf(client: PoolClient, visit: Visit): Promise<Team[]> {
  const { rows } = await client.query<Team & { isOwn: boolean }>({
    name: 'teams of post',
    text: `select h.id, h.name, h.area_id as "areaId",
             exists (select from post_holder p where p.holder_id = h.id and p.post_id = $1) as "isOwn"
           from holder h where h.kind = 'team' and h.agency_id = $2 and h.area_id = any($3)
             and (h.works_on = '{}' or 'child' = any(h.works_on)) order by h.name, h.id`,
    values: [visit.post.id, visit.post.agency.id, visit.areaIds],
  })
  // An agency without teams keeps the case itself, in the first of the post's areas.
  const [areaId = ''] = visit.areaIds
  if (isPartner(visit.post.role)) return [{ id: null, name: visit.post.agency.name, areaId }]
  const own = rows.filter(team => team.isOwn)
  return own.length > 0 ? own : rows
}

function teamIn(form: FormState, teams: readonly Team[]): Team | undefined {
  const [only] = teams
  if (only && teams.length === 1) return only
  return teams.find(team => team.id === valueOf(form.typed, 'team'))
}
