/** Declaring that a record is about one's own family, neighbours or colleagues; and, for privacy officers, ending a declaration. */
import { NotFound } from '../../access/refusals.ts'
import { declareInterest, endInterest, type RelationDeclared, relationsDeclared } from '../../ledger/conflicts.ts'
import { readQuery } from '../../people/search-query.ts'
import { isId } from '../../platform/identifier.ts'
import { valueOf } from '../pipeline/fields.ts'
import type { Answer, FormState, Visit } from '../pipeline/page.ts'
import type { Message } from '../record/read-fact.ts'
import { conflictsView, type Declared } from './conflicts.view.tsx'

/** `GET /conflicts` */
export async function page(visit: Visit): Promise<Answer> {
  return show(visit, await visit.form(), [])
}

/** `POST /conflicts` */
export async function submit(visit: Visit): Promise<Answer> {
  const form = await visit.form()
  const relation = valueOf(form.typed, 'relation')
  const { reference } = readQuery(valueOf(form.typed, 'reference'), Number(visit.today.day.slice(0, 4)))
  const messages: Message[] = []
  if (!reference) messages.push({ field: 'reference', text: 'Enter the reference of the file, such as GT-0A1B2C3' })
  if (!isRelation(relation)) messages.push({ field: 'relation', text: 'Select who they are to you' })
  if (!reference || !isRelation(relation)) return show(visit, form, messages)
  const { areaIds, ledger, practitioner } = visit
  await declareInterest(ledger, {
    areaIds,
    practitionerId: practitioner.id,
    submissionId: form.submission,
    relation,
    reference,
  })
  return { redirect: '/conflicts?declared=yes' }
}

/** `POST /conflicts/:id/end` */
export async function end(visit: Visit): Promise<Answer> {
  const id = visit.params['id']
  if (!isId(id)) throw new NotFound()
  const why = valueOf(visit.body, 'why').slice(0, 2000)
  if (why === '') return show(visit, await visit.form(), [{ field: `why-${id}`, text: 'Say why it ends' }])
  await endInterest(visit.ledger, { areaIds: visit.areaIds, id, postId: visit.post.id, why })
  return { redirect: '/conflicts' }
}

function isRelation(text: string): text is RelationDeclared {
  return Object.hasOwn(relationsDeclared, text)
}

async function show(visit: Visit, form: FormState, messages: readonly Message[]): Promise<Answer> {
  const declared = await visit.read(async ({ client }) => {
    const { rows } = await client.query<Declared>({
      name: 'declarations',
      text: `select d.id, d.practitioner_id = (select context_practitioner()) as "isOwn", w.name as who, d.relation, d.reference,
               d.declared_at as "declaredAt", d.ended_at as "endedAt", d.ended_why as "endedWhy"
             from declared_interest d join practitioner w on w.id = d.practitioner_id
             where d.area_id = any($1) order by d.ended_at is not null, d.declared_at desc, d.id limit 200`,
      values: [visit.areaIds],
    })
    return rows
  })
  return { html: conflictsView(visit, form, { declared, messages }), status: messages.length > 0 ? 422 : 200 }
}
