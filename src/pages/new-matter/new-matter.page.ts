/** Opening what is no child's file: its name, who will see it, and on to what is recorded first. */
import type { PoolClient } from 'pg'
import { actToOpen } from '../../access/policy.ts'
import { NotAllowed, NotFound } from '../../access/refusals.ts'
import { mayInArea } from '../../access/visit.ts'
import { type CaseKind, caseKinds } from '../../engine/procedure.ts'
import { readPartiesAtWork } from '../../ledger/parties-at-work.ts'
import { newReference } from '../../people/establishment.ts'
import { newId } from '../../platform/identifier.ts'
import { kindOfCase } from '../../procedures/case-kinds.ts'
import type { Answer, Visit } from '../pipeline/page.ts'
import { findRecorded } from '../record/find-recorded.ts'
import { readFact } from '../record/read-fact.ts'
import { chooseView, newMatterView } from './new-matter.view.tsx'

/** `GET /new`: what this post may open. */
export async function choose(visit: Visit): Promise<Answer> {
  const offered = caseKinds.filter(kind => mayOpen(visit, kind))
  if (offered.length === 0)
    throw new NotAllowed('Your post may not open a file.', 'Ask your agency’s safeguarding lead or manager.')
  return { html: chooseView(visit, offered) }
}

/** `GET /new/:kind` */
export async function page(visit: Visit): Promise<Answer> {
  const kind = kindAsked(visit)
  const form = await visit.form()
  return { html: newMatterView(visit, form, { kind, seenBy: await seenBy(visit, kind), messages: [] }) }
}

/** `POST /new/:kind`: opens the case under its name. */
export async function submit(visit: Visit): Promise<Answer> {
  const kind = kindAsked(visit)
  const form = await visit.form()
  const before = await findRecorded(visit, form.submission)
  if (before) return { redirect: onward(visit, kind, before.reference) }
  const { namedBy } = kindOfCase(kind)
  const [year, month, day] = visit.today.day.split('-')
  const typed = { ...form.typed, 'happened-year': year, 'happened-month': month, 'happened-day': day }
  const read = readFact(namedBy, typed, { today: visit.today })
  if ('messages' in read)
    return {
      html: newMatterView(visit, form, { kind, seenBy: await seenBy(visit, kind), messages: read.messages }),
      status: 422,
    }
  const id = newId()
  const teamId = await visit.read(({ client }) => ownTeamFor(client, visit, kind))
  await visit.record({
    areaId: visit.areaIds[0] ?? '',
    submissionId: form.submission,
    opens: [{ id, kind, reference: newReference(), teamId }],
    acts: [{ act: 'record', kind: namedBy.kind, caseId: id, ...read.fact }],
  })
  const opened = await findRecorded(visit, form.submission)
  return { redirect: onward(visit, kind, opened?.reference ?? '') }
}

/** The team of the post that works on such cases: what others owe there stands in its list too. None where it is in no such team. */
async function ownTeamFor(client: PoolClient, { post, areaIds }: Visit, kind: CaseKind): Promise<string | null> {
  const { rows } = await client.query<{ id: string }>({
    name: 'own team for a matter',
    text: `select h.id from post_holder p join holder h on h.id = p.holder_id
           where p.post_id = $1 and h.area_id = $2 and h.kind = 'team' and $3 = any(h.works_on) order by h.id limit 1`,
    values: [post.id, areaIds[0] ?? null, kind],
  })
  return rows[0]?.id ?? null
}

const mayOpen = (visit: Visit, kind: CaseKind) => mayInArea(visit.post, actToOpen[kind])

/** @throws NotFound for what is no kind of matter, NotAllowed with who may */
function kindAsked(visit: Visit): Exclude<CaseKind, 'child'> {
  const kind = caseKinds.find(one => one === visit.params['kind'])
  if (!kind || kind === 'child') throw new NotFound()
  if (!mayOpen(visit, kind))
    throw new NotAllowed(
      `Your post may not do this: “${kindOfCase(kind).opens}”.`,
      'Ask your agency’s safeguarding lead or manager who may.',
    )
  return kind
}

/** Who will see what is recorded there, by name, before anything is typed. */
function seenBy(visit: Visit, kind: CaseKind): Promise<readonly string[]> {
  const { bodies } = kindOfCase(kind)
  return visit.read(({ client }) => readPartiesAtWork(client, visit.areaIds[0] ?? '', kind, bodies))
}

function onward({ guidance }: Visit, kind: CaseKind, reference: string): string {
  const { beginsWith } = kindOfCase(kind)
  const first = beginsWith && guidance.kinds.has(beginsWith) ? `/${beginsWith}` : ''
  return `/case/${reference}/record${first}`
}
