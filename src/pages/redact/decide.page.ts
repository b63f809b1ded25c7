/** Deciding, as a second person, whether words are removed; and afterwards what was decided. */
import { may } from '../../access/policy.ts'
import { NotAllowed, NotFound } from '../../access/refusals.ts'
import { relationOf } from '../../access/relation.ts'
import type { RedactionGroundCode } from '../../guidance/redaction.ts'
import { refusalOf } from '../../ledger/check-author.ts'
import { approveRedaction, refuseRedaction } from '../../ledger/redact.ts'
import { type Place, readRawWords } from '../../ledger/which-words.ts'
import { isId } from '../../platform/identifier.ts'
import { redactionApproved, redactionAsked, redactionRefused } from '../../procedures/redaction.ts'
import { openFile } from '../case-file/case.page.tsx'
import { nameOfChild } from '../case-file/child.ts'
import { valueOf } from '../pipeline/fields.ts'
import type { Answer, FormState, Visit } from '../pipeline/page.ts'
import type { Message } from '../record/read-fact.ts'
import { decideView } from './decide.view.tsx'

/** `GET /case/:reference/redaction/:root` */
export async function page(visit: Visit): Promise<Answer> {
  return show(visit, await visit.form(), [])
}

/** `POST /case/:reference/redaction/:root`: with `_do` approves or refuses. Of another agency’s words nobody decides here. */
export async function submit(visit: Visit): Promise<Answer> {
  const form = await visit.form()
  const { head, asked } = await open(visit)
  if (asked.agency !== visit.post.agency.id) throw new NotAllowed(...refusalOf('approve-redaction', 'granted'))
  const wish = valueOf(visit.body, '_do')
  const why = valueOf(form.typed, 'reasons')
  const deciding = {
    areaId: head.areaId,
    caseId: head.id,
    submissionId: form.submission,
    by: { postId: visit.post.id, agencyId: visit.post.agency.id },
    asked: asked.root,
  }
  if (wish === 'refuse' && why === '') return show(visit, form, [{ field: 'reasons', text: 'Say why the words stay' }])
  if (wish === 'refuse') await refuseRedaction(visit.ledger, deciding, why.slice(0, 4000))
  if (wish === 'approve') {
    await approveRedaction(visit.ledger, deciding)
    await visit.removeWords()
  }
  return { redirect: visit.path }
}

export type OpenDecision = Awaited<ReturnType<typeof open>>

/** @throws NotFound where the visitor sees no such request */
async function open(visit: Visit) {
  const opened = await openFile(visit)
  const { head, read, names } = opened
  const root = visit.params['root']
  const asked = isId(root) ? read.known.byRoot.get(root) : undefined
  if (asked?.kind !== redactionAsked.kind) throw new NotFound()
  const { ground, places } = asked.data as unknown as { ground: RedactionGroundCode; places: readonly Place[] }
  const about = read.entries.filter(one => one.root === asked.about)
  const answers: readonly string[] = [redactionApproved.kind, redactionRefused.kind]
  const answer = read.known.inOrder.find(one => answers.includes(one.kind) && one.about === asked.root)
  const { raw, mayDecide } = await visit.read(async ({ client }) => {
    const standing = await relationOf(client, head.areaId, visit.post.id, [head.id])
    return {
      raw: await readRawWords(
        client,
        head.areaId,
        head.id,
        [...new Set(places.map(one => one.entry))].map(id => ({ id })),
      ),
      mayDecide:
        standing !== undefined &&
        asked.agency === visit.post.agency.id &&
        may(standing.role, 'approve-redaction', standing.relations.get(head.id) ?? 'none'),
    }
  })
  const by = (id: string | undefined) => {
    const post = read.entries.find(one => one.id === id)?.recordedBy
    const person = post ? names.posts.get(post) : undefined
    return { post, name: person ? `${person.name}, ${person.title}` : 'Somebody' }
  }
  return {
    ...opened,
    asked,
    answer,
    ground,
    places,
    raw,
    mayDecide,
    label: visit.guidance.kinds.get(about[0]?.kind ?? '')?.label ?? 'Record',
    first: about[0],
    askedBy: by(asked.root),
    answeredBy: by(answer?.root),
    // The ledger refuses it too.
    isOwn: visit.practitioner.posts.some(({ id }) => id === by(asked.root).post),
    name: nameOfChild(read),
  }
}

async function show(visit: Visit, form: FormState, messages: readonly Message[]): Promise<Answer> {
  return { html: decideView(visit, form, await open(visit), messages), status: messages.length > 0 ? 422 : 200 }
}
