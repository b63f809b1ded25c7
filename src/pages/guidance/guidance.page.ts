/** The encoded guidance for anybody who is signed in: procedures by chapter, each with its duties; and two editions rule by rule. */
import { NotFound } from '../../access/refusals.ts'
import { compareEditions, compareLists, comparePrompts, isEncoded } from '../../engine/editions-compared.ts'
import { type EditionCode, isEditionCode } from '../../guidance/editions.ts'
import { limitsOn } from '../../guidance/limits.ts'
import { readCommencements } from '../../ledger/commencement.ts'
import { readLocalPolicies } from '../../ledger/local-limits.ts'
import { valueOf } from '../pipeline/fields.ts'
import { framed } from '../pipeline/frame.ts'
import type { Answer, Visit } from '../pipeline/page.ts'
import { CompareView } from './compare.view.tsx'
import { chapterOf, GuidanceView, ProcedureView } from './guidance.view.tsx'

/** `GET /guidance` */
export async function list(visit: Visit): Promise<Answer> {
  const children = GuidanceView({ guidance: visit.guidance })
  return { html: framed(visit, { title: 'The guidance', children }) }
}

/** `GET /guidance/procedure/:procedure` */
export async function page(visit: Visit): Promise<Answer> {
  const procedure = visit.guidance.procedures.find(({ id }) => id === visit.params['procedure'])
  if (!procedure) throw new NotFound()
  const said = await visit.read(async ({ client }) => ({
    // A post of several areas is shown what the first of them decided.
    local: limitsOn(await readLocalPolicies(client, visit.areaIds.slice(0, 1)), visit.today.day),
    commencements: await readCommencements(client),
  }))
  const children = ProcedureView({ procedure, today: visit.today.day, ...said })
  return {
    html: framed(visit, { title: procedure.label, back: { href: '/guidance', text: 'The guidance' }, children }),
  }
}

/** What a comparison shows first: the two prints of one title. */
const first = { one: 'wt2018', other: 'wt2018-dec2020' } as const

/** `GET /guidance/compare?one=…&other=…&show=…&chapter=…` */
export async function compare(visit: Visit): Promise<Answer> {
  const { guidance, query } = visit
  const one = editionIn(valueOf(query, 'one'), first.one)
  const other = editionIn(valueOf(query, 'other'), first.other)
  const show = valueOf(query, 'show') === 'all' ? 'all' : 'differs'
  const chapter = valueOf(query, 'chapter')
  const rules = compareEditions(guidance, one, other).filter(
    ({ rule }) => !chapter || chapterOf(guidance.procedureOf.get(rule.id)) === chapter,
  )
  const lists = chapter ? [] : compareLists(guidance, one, other)
  // Of an edition of which nothing is encoded nothing is said to be missing.
  const isWhole = isEncoded(guidance, one) && isEncoded(guidance, other)
  const prompts = isWhole
    ? comparePrompts(guidance, one, other).filter(
        ({ prompt }) => !chapter || chapterOf(guidance.procedureOf.get(prompt.at.kind)) === chapter,
      )
    : []
  const commencements = await visit.read(({ client }) => readCommencements(client))
  const children = CompareView({
    one,
    other,
    show,
    chapter,
    rules,
    lists,
    prompts,
    commencements,
    guidance,
    today: visit.today,
  })
  return {
    html: framed(visit, {
      title: 'Two editions compared',
      back: { href: '/guidance', text: 'The guidance' },
      children,
    }),
  }
}

function editionIn(text: string, otherwise: EditionCode): EditionCode {
  return isEditionCode(text) ? text : otherwise
}
