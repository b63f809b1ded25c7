/**
 * The child protection plan as a document, from what conferences, core groups and the lead social worker recorded. It is for the
 * family too: what a writer marked is left out, and the document says how often.
 */
import { dataOf, type FactDefinition, type Statement } from '../../engine/fact.ts'
import type { Fields } from '../../engine/field.ts'
import { readMarks } from '../../engine/marks.ts'
import {
  type Block,
  type Document,
  heading,
  line,
  list,
  notice,
  type Part,
  said,
  table,
} from '../../exchange/document/document.ts'
import type { Day } from '../../guidance/days.ts'
import type { Names, ProcedureRow, ReadCase } from '../../ledger/read.ts'
import {
  childProtectionPlan,
  leadSocialWorkerNamed,
  planCategoryChanged,
  planDetailed,
} from '../../procedures/child-protection-plan.ts'
import { abuseCategories } from '../../procedures/code-lists.ts'
import { coreGroupHeld } from '../../procedures/core-group.ts'
import {
  childProtectionPlanStarted,
  initialConferenceHeld,
  planEnded,
  reviewConferenceHeld,
} from '../../procedures/plan-facts.ts'
import { reviewConferencePlanned } from '../../procedures/review-conference.ts'
import { ageInWords, wordsOf } from '../case-file/child.ts'
import { sayDay } from '../kit/days.ts'
import { type Maker, sayMade } from './opened.ts'

interface Content {
  readonly read: ReadCase
  readonly names: Names
  readonly name: string
  readonly maker: Maker
}

/** The latest plan of the file; nothing where there is none that the reader may see. */
export function findPlan(read: ReadCase): ProcedureRow | undefined {
  return read.procedures.findLast(one => one.procedure === childProtectionPlan.id && read.known.byRoot.has(one.root))
}

/** Puts the plan together. */
export function planDocument(plan: ProcedureRow, content: Content): Document {
  const { read, name, maker } = content
  const said = saidIn(plan, content)
  const title = `Child protection plan: ${name}`
  const blocks: Block[] = [
    heading(1, title),
    ...(said.ending ? [line(said.ending, 'bold')] : []),
    line(`${name}, ${ageInWords(read, maker.day)}. File ${read.head.reference}.`),
    ...whyThereIsOne(plan, said),
    ...whoTakesPart(said),
    ...whatMustChange(said),
    table('Dates of this plan', ['What', 'When'], said.dates, [3, 2]),
    heading(2, 'If something is wrong'),
    line(
      'If something here is not right, or you see it differently, tell the lead social worker or the chair of the conference. What you say is written down beside it and stays there.',
    ),
    line(`${sayMade(maker)} It holds what was recorded until then and what its maker may see.`, 'quiet'),
  ]
  const left = said.leftOut()
  if (left > 0)
    blocks.splice(
      2,
      0,
      notice(
        `${left === 1 ? 'One passage is' : `${left} passages are`} left out, because whoever wrote ${left === 1 ? 'it' : 'them'} said that ${left === 1 ? 'it' : 'they'} may have to be kept apart. Each place says so.`,
      ),
    )
  return { title, author: maker.agency, day: maker.day, foot: `${title} · file ${read.head.reference}`, blocks }
}

type SaidInPlan = ReturnType<typeof saidIn>

/** What the record says of the plan, the latest of each. */
function saidIn(plan: ProcedureRow, { read, names, maker }: Content) {
  const until = plan.closed_on ?? '9999-12-31'
  const all = <F extends Fields>(kind: FactDefinition<F>) =>
    (read.known.byKind.get(kind.kind) ?? [])
      .filter(one => one.happened.to >= plan.opened_from && one.happened.from <= until)
      .toSorted((a, b) => (a.happened.from < b.happened.from ? -1 : a.happened.from > b.happened.from ? 1 : 0))
  const conference = conferenceOf(plan, read) ?? all(initialConferenceHeld)[0]
  const decided = conference && dataOf(initialConferenceHeld, conference)
  const reviews = all(reviewConferenceHeld)
  const groups = all(coreGroupHeld)
  const review = reviews.at(-1)
  const group = groups.at(-1)
  const detailed = all(planDetailed).at(-1)
  const lead = all(leadSocialWorkerNamed).at(-1)
  const named = lead && dataOf(leadSocialWorkerNamed, lead)
  const people = (ids: readonly string[] | undefined) =>
    (ids ?? []).flatMap(id => {
      const found = names.posts.get(id)
      return found ? `${found.name}, ${found.title}` : []
    })
  const categories = [
    decided?.categories,
    ...all(childProtectionPlanStarted).map(one => dataOf(childProtectionPlanStarted, one)?.categories),
    ...all(planCategoryChanged).map(one => dataOf(planCategoryChanged, one)?.categories),
    ...reviews.map(one => dataOf(reviewConferenceHeld, one)?.categories),
  ].findLast(one => one !== undefined && one.length > 0)
  const day = (fact: Statement | undefined) => fact && sayDay(fact.happened.from)
  const planned = all(reviewConferencePlanned).findLast(one => !review || one.happened.from >= review.happened.from)
  const plannedFor = planned && dataOf(reviewConferencePlanned, planned)?.plannedFor
  const ahead = (of: string | undefined) => of && sayDay(of)
  const dates: [string, string | undefined][] = [
    ['Initial conference', day(conference)],
    ['First core group, as planned', groups.length === 0 ? ahead(decided?.coreGroupOn) : undefined],
    ['Latest core group', day(group)],
    ['Next core group, as planned', ahead(group && dataOf(coreGroupHeld, group)?.nextOn)],
    ['First review, as planned', reviews.length === 0 ? ahead(plannedFor ?? decided?.reviewOn) : undefined],
    ['Latest review', day(review)],
    ['Next review, as planned', ahead(review && (plannedFor ?? dataOf(reviewConferenceHeld, review)?.nextOn))],
  ]
  let left = 0
  /** A passage in plain words; what is marked is counted and left out. */
  const words = (fact: Statement | undefined, field: string): Part[] | undefined => {
    const text = wordsOf(read, fact)[field]
    if (!text) return undefined
    return readMarks(text)
      .filter(piece => !piece.isNotation)
      .map((piece): Part => {
        if (piece.marks.length === 0) return { text: piece.text }
        left += 1
        return { bold: '[left out]' }
      })
  }
  return {
    words,
    leftOut: () => left,
    conference,
    detailed,
    group,
    categories: (categories ?? []).map(code => abuseCategories[code]),
    chair: wordsOf(read, conference)['chair'],
    lead: wordsOf(read, lead)['name'] || (people(named?.worker)[0] ?? people(decided?.leadSocialWorker)[0]),
    coreGroup: (decided?.coreGroup ?? []).flatMap(id => names.agencies.get(id) ?? []),
    dates: dates.flatMap(([what, when]) => (when ? [[what, when]] : [])),
    ending: sayEnding(plan, read, maker.day),
  }
}

/** The conference that opened the plan, or that its recorded start names. */
function conferenceOf({ root }: ProcedureRow, { known }: ReadCase): Statement | undefined {
  const named = known.byRoot.get(root)?.about
  return (known.byKind.get(initialConferenceHeld.kind) ?? []).find(one => one.root === root || one.root === named)
}

/**
 * That the plan ended, when and why; empty where it goes on. A plan that was ended on a ground which the record does not bear out is
 * owed on: whoever reads the document still reads that it was ended.
 */
function sayEnding(plan: ProcedureRow, { known }: ReadCase, today: Day): string {
  const ended = (known.byKind.get(planEnded.kind) ?? []).findLast(
    one => one.happened.to >= plan.opened_from && one.happened.from <= today,
  )
  const isOver = plan.closed_on !== null && plan.closed_on <= today
  const on = isOver ? plan.closed_on : ended?.happened.from
  if (!on) return ''
  const ground = ended && dataOf(planEnded, ended)?.ground
  const why = ground ? ` ${planEnded.fields.ground.options[ground].label}.` : ''
  return `${isOver ? 'This plan ended' : 'This plan was recorded as ended'} on ${sayDay(on)}.${why}`
}

function whyThereIsOne(plan: ProcedureRow, { words, conference, categories, chair }: SaidInPlan): Block[] {
  const reasons = words(conference, 'reasons')
  return [
    heading(2, 'Why there is a plan'),
    said('Category of harm', categories.join(', ') || 'Not recorded'),
    said(
      'Begun',
      `${sayDay(plan.opened_from)}${conference ? `, decided by a child protection conference${chair ? ` led by ${chair}` : ''}` : ''}`,
    ),
    ...(reasons ? [said('Why', reasons)] : []),
  ]
}

function whoTakesPart({ lead, coreGroup }: SaidInPlan): Block[] {
  return [
    heading(2, 'Who works with the family'),
    said('Lead social worker', lead ?? 'Nobody is named yet'),
    ...(coreGroup.length > 0
      ? [said('Core group', 'The family, and people of these agencies:'), list(coreGroup)]
      : [said('Core group', 'Not recorded')]),
  ]
}

function whatMustChange({ words, conference, detailed, group }: SaidInPlan): Block[] {
  const parts: [string, Part[] | undefined][] = [
    ['Outline plan of the conference', words(conference, 'outlinePlan')],
    ['Outcomes for the child, and how progress is judged', words(detailed, 'outcomes')],
    ['Who does what by when', words(detailed, 'actions')],
    ['How often the child is seen, and by whom', words(detailed, 'visiting')],
    ['What happens if it does not work', words(detailed, 'contingency')],
    ['What the child understands of it', words(detailed, 'understood')],
    ['Agreed at the latest core group', words(group, 'actions')],
  ]
  const there = parts.flatMap(([label, says]) => (says ? [said(label, says)] : []))
  return [
    heading(2, 'What must change'),
    ...(there.length > 0 ? there : [line('No outline of the plan and no details are recorded yet.')]),
    ...(there.length > 0 && !detailed ? [line('The plan is not worked out in detail yet.')] : []),
  ]
}
