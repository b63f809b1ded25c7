/** Who was told what about a child, and why: one page, made to be printed too. And recalling what was told. */
import { NotFound } from '../../access/refusals.ts'
import { recall } from '../../ledger/disclose.ts'
import { valueOf } from '../pipeline/fields.ts'
import { framed } from '../pipeline/frame.ts'
import type { Answer, Visit } from '../pipeline/page.ts'
import { refuseUnless } from '../record/permission.ts'
import { recallView } from './recall.view.tsx'
import { isSeen, openTold } from './told.ts'
import { ToldView } from './told.view.tsx'

/** `GET /case/:reference/told` */
export async function page(visit: Visit): Promise<Answer> {
  const told = await openTold(visit)
  return {
    html: framed(visit, {
      title: `Who was told what about ${told.name}`,
      why: told.why,
      back: { href: `/case/${encodeURIComponent(told.head.reference)}`, text: told.name },
      children: <ToldView visit={visit} told={told} />,
    }),
  }
}

/** `GET /case/:reference/told/:disclosure/recall` */
export async function recallPage(visit: Visit): Promise<Answer> {
  const told = await openOwn(visit)
  return { html: recallView(visit, await visit.form(), told, []) }
}

/** `POST /case/:reference/told/:disclosure/recall` */
export async function submitRecall(visit: Visit): Promise<Answer> {
  const form = await visit.form()
  const told = await openOwn(visit)
  const why = valueOf(form.typed, 'why').trim()
  const messages =
    why === ''
      ? [{ field: 'why', text: 'Say why they should no longer see it' }]
      : why.length > 500
        ? [{ field: 'why', text: 'Why must be 500 characters or fewer' }]
        : []
  if (messages.length > 0) return { html: recallView(visit, form, told, messages), status: 422 }
  const { post, ledger } = visit
  const by = { postId: post.id, agencyId: post.agency.id }
  await recall(ledger, { areaId: told.head.areaId, disclosureId: told.one.id, by, why })
  return { redirect: `/case/${encodeURIComponent(told.head.reference)}/told?recalled=${told.one.id}` }
}

/** @throws NotFound where it is not a disclosure of the visitor's agency on this case */
async function openOwn(visit: Visit) {
  const told = await openTold(visit)
  const one = told.disclosures.find(({ id }) => id === visit.params['disclosure'])
  if (!one || one.from.id !== visit.post.agency.id) throw new NotFound()
  await visit.read(({ client }) => refuseUnless(client, visit, told.head, 'share'))
  return { ...told, one, isOver: !isSeen(one, visit.today.instant) }
}

export type OwnDisclosure = Awaited<ReturnType<typeof openOwn>>
