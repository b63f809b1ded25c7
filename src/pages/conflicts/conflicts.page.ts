/** Declaring that a record is about one's own family, neighbours or colleagues; and, for privacy officers, ending a declaration. */
import { NotFound } from '../../access/refusals.ts'
import { mayInArea } from '../../access/visit.ts'
import { addDays } from '../../guidance/days.ts'
import { readShieldedLooks } from '../../ledger/behind-readings.ts'
import { declareInterest, endInterest, type RelationDeclared, relationsDeclared } from '../../ledger/conflicts.ts'
import { decideConflict, findConflicts, readProposals } from '../../ledger/conflicts-found.ts'
import { declareHome, findOwnHome } from '../../ledger/home.ts'
import { isId } from '../../platform/identifier.ts'
import { valueOf } from '../pipeline/fields.ts'
import type { Answer, FormState, Visit } from '../pipeline/page.ts'
import type { Message } from '../record/read-fact.ts'
import { conflictsView, type Declared } from './conflicts.view.tsx'
import { isPostcode, readDeclared } from './read-declared.ts'

/** `GET /conflicts` */
export async function page(visit: Visit): Promise<Answer> {
  return show(visit, await visit.form(), [])
}

/** `POST /conflicts` */
export async function submit(visit: Visit): Promise<Answer> {
  const form = await visit.form()
  const relation = valueOf(form.typed, 'relation')
  const { about, messages } = readDeclared(form.typed, visit.today.day)
  if (!isRelation(relation)) messages.push({ field: 'relation', text: 'Select who they are to you' })
  if (about === undefined || !isRelation(relation)) return show(visit, form, messages)
  const { areaIds, ledger, practitioner } = visit
  await declareInterest(ledger, {
    areaIds,
    practitionerId: practitioner.id,
    submissionId: form.submission,
    relation,
    about,
  })
  return { redirect: '/conflicts?declared=yes' }
}

/** `POST /conflicts/home` */
export async function home(visit: Visit): Promise<Answer> {
  const postcode = valueOf(visit.body, 'home').trim()
  if (postcode !== '' && !isPostcode(postcode))
    return show(visit, await visit.form(), [{ field: 'home', text: 'Enter a whole postcode, such as ZZ99 1AA' }])
  await declareHome(visit.ledger, visit.practitioner.id, postcode === '' ? null : postcode.toUpperCase())
  return { redirect: `/conflicts?home=${postcode === '' ? 'none' : 'kept'}#home` }
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

/** `POST /conflicts/look` */
export async function look(visit: Visit): Promise<Answer> {
  let found = 0
  for (const areaId of visit.areaIds) found += await findConflicts(visit.ledger, areaId, visit.post.id)
  return { redirect: `/conflicts?found=${found}#found` }
}

/** `POST /conflicts/:id/decide` */
export async function decide(visit: Visit): Promise<Answer> {
  const id = visit.params['id']
  const decision = valueOf(visit.body, 'decision')
  if (!isId(id) || (decision !== 'confirmed' && decision !== 'dismissed')) throw new NotFound()
  await decideConflict(visit.ledger, { areaIds: visit.areaIds, id, postId: visit.post.id, decision })
  return { redirect: '/conflicts#found' }
}

/** Why a line of the reading log is there. Stored: never worded anew. */
const shownToDecide = 'Decides whether somebody who may look at it knows the family: was shown its reference, and who'
const shownLooks = 'Was shown who looked at it under their own last name, or at their own postcode'
const shownDeclared = 'What others declared of families they know'

function isRelation(text: string): text is RelationDeclared {
  return Object.hasOwn(relationsDeclared, text)
}

async function show(visit: Visit, form: FormState, messages: readonly Message[]): Promise<Answer> {
  const isDeciding = mayInArea(visit.post, 'find-conflict')
  const { declared, proposals, home, looks } = await visit.read(async ({ client, noteShown }) => {
    const { rows } = await client.query<Declared>({
      name: 'declarations',
      text: `select d.id, d.practitioner_id = (select context_practitioner()) as "isOwn", w.name as who, d.relation, d.reference,
               d.forenames, d.surname, d.birth_day as "birthDay", d.postcode,
               d.declared_at as "declaredAt", d.ended_at as "endedAt", d.ended_why as "endedWhy"
             from declared_interest d join practitioner w on w.id = d.practitioner_id
             where d.area_id = any($1) order by d.ended_at is not null, d.declared_at desc, d.id limit 200`,
      values: [visit.areaIds],
    })
    // The recorder tells what whoever decides may be told: the files themselves are not theirs to read.
    const found = isDeciding ? await readProposals(visit.ledger.recorder, visit.post.id, visit.areaIds) : []
    const { recorder } = visit.ledger
    const since = addDays(visit.today.day, -90)
    const looks = isDeciding ? await readShieldedLooks(recorder, visit.post.id, visit.areaIds, since) : []
    await noteShown(found, shownToDecide)
    await noteShown(looks, shownLooks)
    // A file that somebody declared by its reference is not looked up: an entry of the log would say that there is one.
    if (rows.some(one => !one.isOwn))
      await noteShown(
        visit.areaIds.map(areaId => ({ areaId, caseId: null })),
        shownDeclared,
      )
    return { declared: rows, proposals: found, looks, home: (await findOwnHome(client)) ?? '' }
  })
  return {
    html: conflictsView(visit, form, { declared, proposals, looks, home, messages }),
    status: messages.length > 0 ? 422 : 200,
  }
}
