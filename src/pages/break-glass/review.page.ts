/** What was opened in an emergency, and its review by the privacy officer. */
import { NotFound } from '../../access/refusals.ts'
import { type Reviewing, reviewBreakGlass } from '../../ledger/break-glass.ts'
import { isId } from '../../platform/identifier.ts'
import { breakGlassReviewed } from '../../procedures/break-glass.ts'
import { valueOf } from '../pipeline/fields.ts'
import { framed } from '../pipeline/frame.ts'
import type { Answer, FormState, Visit } from '../pipeline/page.ts'
import type { Message } from '../record/read-fact.ts'
import { type Opening, readOpenings, readPages } from './openings.ts'
import { listView, reviewView } from './review.view.tsx'

const longest = 4000

/** `GET /break-glass` */
export async function list(visit: Visit): Promise<Answer> {
  const openings = await visit.read(({ client }) => readOpenings(client, visit.areaIds))
  return { html: framed(visit, { title: 'Opened in an emergency', children: listView(visit, openings) }) }
}

/** `GET /break-glass/:id` */
export async function page(visit: Visit): Promise<Answer> {
  return show(visit, await visit.form(), [])
}

/** `POST /break-glass/:id` */
export async function submit(visit: Visit): Promise<Answer> {
  const form = await visit.form()
  const { opening } = await read(visit)
  const outcome = valueOf(form.typed, 'outcome')
  const words = valueOf(form.typed, 'words')
  const messages: Message[] = []
  if (!isOutcome(outcome)) messages.push({ field: 'outcome', text: 'Select what the review found' })
  if (words === '') messages.push({ field: 'words', text: 'Say what was found, and what follows' })
  if (words.length > longest)
    messages.push({
      field: 'words',
      text: `What was found must be ${longest.toLocaleString('en-GB')} characters or fewer`,
    })
  if (messages.length > 0 || !isOutcome(outcome)) return show(visit, form, messages)
  await reviewBreakGlass(visit.ledger, {
    areaId: opening.areaId,
    id: opening.id,
    submissionId: form.submission,
    by: { postId: visit.post.id, agencyId: visit.post.agency.id },
    outcome,
    words,
  })
  return { redirect: '/break-glass' }
}

function isOutcome(text: string): text is Reviewing['outcome'] {
  return Object.hasOwn(breakGlassReviewed.fields.outcome.options, text)
}

/** @throws NotFound where there is no such opening that this post reviews */
async function read(visit: Visit) {
  const id = visit.params['id']
  if (!isId(id)) throw new NotFound()
  return visit.read(async ({ client, openCase }) => {
    const [opening] = await readOpenings(client, visit.areaIds, id)
    if (!opening) throw new NotFound()
    const { why } = await openCase(opening.reference)
    return { opening, why, pages: await readPages(client, opening) }
  })
}

async function show(visit: Visit, form: FormState, messages: readonly Message[]): Promise<Answer> {
  const { opening, why, pages } = await read(visit)
  const title = `Opened in an emergency: ${opening.who}, file ${opening.reference}`
  return {
    html: framed(visit, {
      title,
      why,
      back: { href: '/break-glass', text: 'Opened in an emergency' },
      hasErrors: messages.length > 0,
      children: reviewView(visit, form, { opening, pages, messages, title, isOwn: isOwn(visit, opening) }),
    }),
    status: messages.length > 0 ? 422 : 200,
  }
}

/** The ledger refuses it too: a person may hold two posts. */
function isOwn(visit: Visit, opening: Opening): boolean {
  return visit.practitioner.posts.some(({ id }) => id === opening.postId)
}
