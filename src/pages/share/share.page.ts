/** Sharing what one's own agency recorded: which records, with whom, until when and why; or deciding not to, and why not. */
import type { PoolClient } from 'pg'
import { readBases } from '../../ledger/bases.ts'
import { declineSharing } from '../../ledger/decline-sharing.ts'
import { disclose } from '../../ledger/disclose.ts'
import { readCase, readNames } from '../../ledger/read.ts'
import { readAgencies } from '../../people/agencies.ts'
import { readPeople } from '../../people/parties.ts'
import { type Fields, valueOf, valuesOf } from '../pipeline/fields.ts'
import type { Answer, FormState, OpenReading, Visit } from '../pipeline/page.ts'
import { refuseUnless } from '../record/permission.ts'
import { isOfPeople } from './meeting.tsx'
import { kindsOf, meetingsOf, recordsToShare } from './offered.ts'
import { readShare } from './read-share.ts'
import { shareView } from './share.view.tsx'

/** `GET /case/:reference/share`; each `?fact=` ticks one record, `?agency=` one agency. */
export async function page(visit: Visit): Promise<Answer> {
  const form = await visit.form()
  const opened = await openShare(visit, form.typed)
  const isNew = Object.keys(form.typed).length === 0
  const agency = valueOf(visit.query, 'agency')
  const facts = valuesOf(visit.query, 'fact')
  const mustShare = opened.bases.startsFrom === 'must-unless'
  // Where the law says to share unless, everything is chosen until it is taken out.
  const records =
    facts.length > 0 ? facts : mustShare ? opened.records.flatMap(one => (one.isForFew ? [] : one.root)) : []
  const typed = isNew
    ? { records, agencies: agency, decision: mustShare || (agency && facts.length > 0) ? 'share' : '' }
    : form.typed
  return { html: shareView(visit, { ...form, typed }, opened, []) }
}

/** `POST /case/:reference/share` */
export async function submit(visit: Visit): Promise<Answer> {
  const form = await visit.form()
  const opened = await openShare(visit, form.typed)
  if (valueOf(form.typed, 'show') === 'people' && opened.meetings.length > 0) return showPeople(visit, form, opened)
  const { areaId, id, reference } = opened.head
  const read = readShare(form.typed, opened, visit.today.day)
  if ('messages' in read) return { html: shareView(visit, form, opened, read.messages), status: 422 }
  const by = { postId: visit.post.id, agencyId: visit.post.agency.id }
  const common = { areaId, caseId: id, submissionId: form.submission, by }
  if (read.decision === 'share') await disclose(visit.ledger, { ...common, ...read.sharing })
  else await declineSharing(visit.ledger, { ...common, ...read.declining })
  return { redirect: `/case/${encodeURIComponent(reference)}/told?done=${read.decision}` }
}

/** The same form with what was typed, and the people of the meeting to choose from: nothing is recorded. */
function showPeople(visit: Visit, form: FormState, opened: OpenShare): Answer {
  const isMeeting = opened.meetings.some(({ root }) => root === valueOf(form.typed, 'meeting'))
  const messages = [
    ...(isMeeting ? [] : [{ field: 'meeting', text: 'Select the meeting whose people you want to see' }]),
    ...(isOfPeople(form.typed) ? [] : [{ field: 'meeting-whom', text: 'Select “Only the people who were there”' }]),
  ]
  return { html: shareView(visit, form, opened, messages), ...(messages.length > 0 ? { status: 422 } : {}) }
}

/** @throws NotFound, NotAllowed where the post may not share what is on this case */
function openShare(visit: Visit, typed: Fields) {
  return visit.read(async ({ client, openCase }: OpenReading) => {
    const opened = await openCase(visit.params['reference'] ?? '')
    await refuseUnless(client, visit, opened.head, 'share')
    const read = await readCase(client, opened.head, visit.guidance, visit.ledger.dayOf)
    const own = visit.post.agency.id
    const agencies = await readAgencies(client, opened.head.areaId)
    const met = await meetings(client, read, own, visit)
    const chosen = met.find(({ root }) => root === valueOf(typed, 'meeting'))
    return {
      ...opened,
      read,
      own,
      agencies: agencies.filter(agency => agency.id !== own && agency.isConnected),
      records: recordsToShare(read, own, visit.guidance, valueOf(visit.query, 'fact')),
      kinds: kindsOf(read, own, visit.guidance),
      meetings: met,
      /** Of the meeting that is chosen. */
      people: chosen ? await readPeople(client, opened.head.areaId, chosen.agencyIds) : [],
      bases: await readBases(client, visit.today.day),
    }
  })
}

export type OpenShare = Awaited<ReturnType<typeof openShare>>

async function meetings(client: PoolClient, read: Awaited<ReturnType<typeof readCase>>, own: string, visit: Visit) {
  const found = meetingsOf(read, own, visit.guidance)
  const names = await readNames(
    client,
    found.flatMap(meeting => meeting.agencyIds),
    [],
  )
  return found.map(meeting => ({
    ...meeting,
    agencies: meeting.agencyIds.flatMap(id => names.agencies.get(id) ?? []),
  }))
}
