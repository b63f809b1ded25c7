/** Asking several agencies in one action: the form, and the request with what each of them is told. */

import { mayUseSection16h, requestsTo } from '../../ledger/ask.ts'
import { readBases } from '../../ledger/bases.ts'
import { readFoldedPrompts } from '../../ledger/folded-prompts.ts'
import { informationRequested } from '../../procedures/information-request.ts'
import { readPicture } from '../involved/involved.page.ts'
import { valueOf } from '../pipeline/fields.ts'
import type { Answer, Visit } from '../pipeline/page.ts'
import { foldAsAsked } from '../record/guiding.tsx'
import { refuseUnless } from '../record/permission.ts'
import { askView } from './ask.view.tsx'
import { asOwn, enclosuresOf, toldEnclosuresOf } from './goes-with-it.ts'
import { readAsk } from './read-ask.ts'

/** `GET /case/:reference/ask`; `?agency=` ticks one, `?purpose=` what it is needed for. */
export async function page(visit: Visit): Promise<Answer> {
  const form = await visit.form()
  const opened = await openAsk(visit)
  const [agency, purpose] = [valueOf(visit.query, 'agency'), valueOf(visit.query, 'purpose')]
  const isNew = Object.keys(form.typed).length === 0
  const typed = isNew
    ? { asked: agency, purpose, 'goes-with-it': opened.enclosures.flatMap(one => (one.isUsual ? one.root : [])) }
    : form.typed
  return { html: askView(visit, { ...form, typed }, opened, []) }
}

/** `POST /case/:reference/ask` */
export async function submit(visit: Visit): Promise<Answer> {
  const form = await visit.form()
  const hasFolded = await foldAsAsked(visit, informationRequested.kind)
  const opened = await openAsk(visit)
  if (hasFolded) return { html: askView(visit, form, opened, []) }
  const { head, mayUseSection16h, bases } = opened
  // Of a form that arrived twice the second one finds that what was told is recorded as the agency’s own.
  const enclosures = [...opened.enclosures, ...opened.told]
  const offered = new Set(opened.lines.flatMap(({ agency }) => (agency.isConnected ? agency.id : [])))
  const read = readAsk(form.typed, { today: visit.today, offered, enclosures, mayUseSection16h, bases })
  if ('messages' in read) return { html: askView(visit, form, opened, read.messages), status: 422 }
  const { fact, agencies, roots, why, areNamed } = read.asking
  const own = asOwn(head.id, roots, opened.told)
  const { acts, tells } = requestsTo({ caseId: head.id, agencies, fact, roots: own.roots, why, areNamed })
  const { ids } = await visit.record({
    areaId: head.areaId,
    submissionId: form.submission,
    acts: [...acts, ...own.acts],
    tells,
  })
  return { redirect: `/case/${encodeURIComponent(head.reference)}/involved?asked=${ids[0] ?? ''}` }
}

/** @throws NotFound, NotAllowed where the post may not ask about this case */
function openAsk(visit: Visit) {
  return visit.read(async reading => {
    const opened = await reading.openCase(visit.params['reference'] ?? '')
    await refuseUnless(reading.client, visit, opened.head, 'ask')
    const { read, agencies, lines } = await readPicture(visit, reading, opened)
    const { id } = visit.post.agency
    const kind = agencies.find(one => one.id === id)?.kind ?? ''
    const bases = await readBases(reading.client, visit.today.day)
    const told = toldEnclosuresOf(read, id)
    return {
      ...opened,
      bases,
      folded: await readFoldedPrompts(reading.client),
      read,
      agencies,
      lines,
      told,
      /** What stands on the form. */
      enclosures: [...told.filter(one => !one.own), ...enclosuresOf(read, id)],
      mayUseSection16h: mayUseSection16h(kind),
    }
  })
}

export type OpenAsk = Awaited<ReturnType<typeof openAsk>>
