/** Restricting or shielding a file that is there already, and ending that: why, who keeps it, and what happens to everybody else. */

import { readLinks } from '../../ledger/links.ts'
import { findCase, readCase } from '../../ledger/read.ts'
import { isInTeam, type Restriction, readColleagues, readGroups, restrict } from '../../ledger/restrict.ts'
import { valueOf, valuesOf } from '../pipeline/fields.ts'
import type { Answer, FormState, Visit } from '../pipeline/page.ts'
import { refuseUnless } from '../record/permission.ts'
import type { Message } from '../record/read-fact.ts'
import { readReason } from './read-reason.ts'
import { restrictView } from './restrict.view.tsx'
import { teamsOfAuthority } from './take-in.page.ts'

const restrictions: readonly Restriction[] = ['restricted', 'shielded', 'none']

/** `GET /case/:reference/restrict` */
export async function page(visit: Visit): Promise<Answer> {
  const form = await visit.form()
  const opened = await openRestrict(visit)
  const isNew = Object.keys(form.typed).length === 0
  // A lead social worker of another team goes on, unless that is taken out.
  const { workerPostId } = opened.head
  return show(visit, isNew ? { ...form, typed: { keeping: workerPostId ?? '' } } : form, opened, [])
}

/** `POST /case/:reference/restrict` */
export async function submit(visit: Visit): Promise<Answer> {
  const form = await visit.form()
  const opened = await openRestrict(visit)
  const { head, teams, colleagues } = opened
  // The same form a second time, or somebody else's: it is so.
  if (valueOf(form.typed, 'to') === head.restriction) return { redirect: `/case/${encodeURIComponent(head.reference)}` }
  const messages: Message[] = []
  const to = opened.offered.find(one => one === valueOf(form.typed, 'to'))
  if (!to) messages.push({ field: 'to', text: 'Select what should hold from now on' })
  const team = teams.find(one => one.id === valueOf(form.typed, 'team'))
  if (to && to !== 'none' && head.teamId === null && !team)
    messages.push({ field: 'team', text: 'Select the team that holds the file: nobody else sees it' })
  const keeping = valuesOf(form.typed, 'keeping')
  if (!keeping.every(id => colleagues.some(one => one.id === id)))
    messages.push({ field: 'keeping', text: 'Select people from the list' })
  const why = readReason(form.typed, messages, 'Say why')
  if (messages.length > 0 || !to) return show(visit, form, opened, messages)
  await restrict(visit.ledger, {
    areaId: head.areaId,
    caseId: head.id,
    to,
    teamId: team?.id ?? null,
    keeping: to === 'none' ? [] : keeping,
    why,
    submissionId: form.submission,
    by: { postId: visit.post.id, agencyId: visit.post.agency.id },
  })
  // Whoever restricted it may not see it any more.
  const still = await visit.read(({ client }) => findCase(client, [head.areaId], head.reference))
  return { redirect: still ? `/case/${encodeURIComponent(head.reference)}?restricted=yes` : '/due' }
}

function show(visit: Visit, form: FormState, opened: OpenRestrict, messages: readonly Message[]): Answer {
  return { html: restrictView(visit, form, opened, messages), status: messages.length > 0 ? 422 : 200 }
}

/** @throws NotFound, NotAllowed where the post may not restrict the file */
function openRestrict(visit: Visit) {
  return visit.read(async ({ client, openCase }) => {
    const opened = await openCase(visit.params['reference'] ?? '')
    const { head } = opened
    await refuseUnless(client, visit, head, 'restrict')
    const own = visit.post.agency.id
    const links = await readLinks(client, head.areaId, head.id)
    return {
      ...opened,
      read: await readCase(client, head, visit.guidance, visit.ledger.dayOf),
      offered: restrictions.filter(one => one !== head.restriction),
      teams: head.teamId === null ? await teamsOfAuthority(client, head.areaId, own) : [],
      colleagues: await readColleagues(visit.ledger.recorder, head.areaId, own, head),
      groups: await readGroups(client, head.areaId, own),
      isOfTeam: await isInTeam(client, head.teamId),
      joined: links.flatMap(link => (link.undone ? [] : link.reference)),
    }
  })
}

export type OpenRestrict = Awaited<ReturnType<typeof openRestrict>>
