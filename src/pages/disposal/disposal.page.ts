/** The disposal list: what the retention schedule no longer keeps, proposed by one person and disposed of by a second one. */
import { Conflict, NotAllowed, NotFound } from '../../access/refusals.ts'
import { disposeOf, proposeDisposal } from '../../ledger/dispose.ts'
import { idFrom } from '../../platform/identifier.ts'
import { valueOf, valuesOf } from '../pipeline/fields.ts'
import { framed } from '../pipeline/frame.ts'
import type { Answer, FormState, Visit } from '../pipeline/page.ts'
import type { Message } from '../record/read-fact.ts'
import { listView } from './list.view.tsx'
import { findDisposed, findHeld, findHolds, findOver, findProposed, type Kept, lengthsOf } from './records.ts'
import { ScheduleView } from './schedule.view.tsx'

/** `GET /disposal` */
export async function page(visit: Visit): Promise<Answer> {
  return show(visit, await visit.form(), [])
}

/** `GET /disposal/schedule` */
export async function schedule(visit: Visit): Promise<Answer> {
  const areas = await visit.read(async ({ client }) => {
    const read = []
    for (const area of visit.post.areas)
      read.push({ name: area.name, local: await lengthsOf(client, area.id, visit.today.day) })
    return read
  })
  return {
    html: framed(visit, {
      title: 'The retention schedule',
      back: { href: '/disposal', text: 'Records that are no longer kept' },
      children: ScheduleView({ areas }),
    }),
  }
}

/** `POST /disposal`: with `_do` proposes the chosen records, or disposes of them. */
export async function submit(visit: Visit): Promise<Answer> {
  const form = await visit.form()
  const wish = valueOf(visit.body, '_do')
  if (wish !== 'propose' && wish !== 'approve') throw new NotFound()
  const lists = await readLists(visit)
  const chosen = new Set(valuesOf(form.typed, wish))
  const records = lists
    .flatMap(({ over, proposed }) => (wish === 'propose' ? over : proposed))
    .filter(one => chosen.has(one.reference))
  if (records.length === 0) return show(visit, form, [{ field: wish, text: 'Select at least one record' }])
  const left: string[] = []
  for (const one of records) if (!(await isDone(visit, form, wish, one))) left.push(one.reference)
  if (wish === 'approve') await visit.removeWords()
  const done = records.length - left.length
  return { redirect: `/disposal?${wish === 'propose' ? 'proposed' : 'disposed'}=${done}&left=${left.join('.')}` }
}

/** One after the other, each kept whole or not at all: what stops one stops no other. */
async function isDone(visit: Visit, form: FormState, wish: 'propose' | 'approve', record: Kept): Promise<boolean> {
  const { areaId, caseId } = record
  const by = { postId: visit.post.id, agencyId: visit.post.agency.id }
  const disposing = { areaId, caseId, submissionId: idFrom(form.submission, caseId, wish), by }
  try {
    await (wish === 'propose' ? proposeDisposal : disposeOf)(visit.ledger, disposing)
    return true
  } catch (error) {
    // Said on the list: somebody held it back, proposed it themselves, or was first.
    if (error instanceof NotAllowed || error instanceof Conflict || error instanceof NotFound) return false
    throw error
  }
}

export type Lists = Awaited<ReturnType<typeof readLists>>[number]

function readLists(visit: Visit) {
  return visit.read(async ({ client }) => {
    const read = []
    for (const area of visit.post.areas) {
      const local = await lengthsOf(client, area.id, visit.today.day)
      const held = await findHeld(client, area.id, visit.today.day, local)
      read.push({
        area,
        over: await findOver(client, area.id, visit.today.day, local),
        proposed: await findProposed(client, area.id, local),
        held,
        holds: await findHolds(
          client,
          area.id,
          held.map(one => one.caseId),
        ),
        disposed: await findDisposed(client, area.id),
      })
    }
    return read
  })
}

async function show(visit: Visit, form: FormState, messages: readonly Message[]): Promise<Answer> {
  const lists = await readLists(visit)
  return {
    html: framed(visit, {
      title: 'Records that are no longer kept',
      hasErrors: messages.length > 0,
      children: listView(visit, form, lists, messages),
    }),
    status: messages.length > 0 ? 422 : 200,
  }
}
