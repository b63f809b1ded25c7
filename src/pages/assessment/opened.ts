/** An assessment as its pages show it: what was found by each dimension, beside what the last one of its kind found, and what is still empty. */
import { NotFound } from '../../access/refusals.ts'
import type { FactDefinition, Statement } from '../../engine/fact.ts'
import type { Names, ReadCase } from '../../ledger/read.ts'
import type { StoredEntry } from '../../ledger/rows.ts'
import {
  assessmentAuthorised,
  assessmentDelayExplained,
  assessmentReviewed,
  assessmentStarted,
} from '../../procedures/assessment.ts'
import { assessmentsOnFrame, type Dimension, domains, findingWritten } from '../../procedures/assessment-frame.ts'
import { openFile } from '../case-file/case.page.tsx'
import { nameOfChild, wordsOf } from '../case-file/child.ts'
import type { Visit } from '../pipeline/page.ts'
import { allOf, continues } from './facts.ts'

/** What was found of one dimension, as it stands now. */
export interface Finding {
  readonly fact: Statement<typeof findingWritten.fields>
  readonly dimension: Dimension
  readonly text: string
  readonly source: string
  readonly agency: string
  readonly writer: string
  /** The number of the entry that says it: whoever corrects says which one they saw. */
  readonly entry: number
  /** The post that recorded it first. */
  readonly recordedBy: string | null
}

/** What an assessment said of a whole domain when it was authorised. */
export type Wholes = Readonly<Partial<Record<keyof typeof domains, string>>>

export interface Assessment {
  readonly began: Statement
  /** "Section 17 assessment". */
  readonly label: string
  readonly concluded: Statement | undefined
  /** From when to when what happened belongs to it: from the referral that it continues. */
  readonly from: string
  readonly until: string
  /** The newest last. */
  readonly findings: readonly Finding[]
  readonly wholes: Wholes
}

/**
 * Opens the case and the assessment of an address.
 * @throws NotFound where there is none that the visitor may see
 */
export async function openAssessment(visit: Visit) {
  const opened = await openFile(visit)
  const { read, names } = opened
  const root = visit.params['root'] ?? ''
  const own = assessmentOf(read, names, root, visit.today.day)
  if (!own) throw new NotFound()
  const before = allOf(read, { kind: own.began.kind } as FactDefinition)
  const previous = before[before.findIndex(one => one.root === root) - 1]
  return {
    ...opened,
    name: nameOfChild(read),
    assessment: own,
    last: previous && assessmentOf(read, names, previous.root, visit.today.day),
    parts: partsBeside(read, names, root, visit.today.day),
    base: `/case/${encodeURIComponent(opened.head.reference)}`,
    address: `/case/${encodeURIComponent(opened.head.reference)}/assessment/${root}`,
  }
}

export type OpenAssessment = Awaited<ReturnType<typeof openAssessment>>

/** An assessment by the fact with which it began; nothing where that is none. */
export function assessmentOf(read: ReadCase, names: Names, root: string, today: string): Assessment | undefined {
  const began = read.known.byRoot.get(root)
  const kind = assessmentsOnFrame.find(one => one.began.kind === began?.kind)
  if (!began || !kind) return undefined
  const concluded = kind.concluded
    .flatMap(one => allOf(read, one as unknown as FactDefinition))
    .find(one => continues(read, one, root))
  const said = concluded?.kind === assessmentAuthorised.kind ? wordsOf(read, concluded) : {}
  const wholes = {
    development: said['development'] ?? '',
    parenting: said['parenting'] ?? '',
    environment: said['surroundings'] ?? '',
    analysis: said['analysis'] ?? '',
  }
  return {
    began,
    label: kind.label,
    concluded,
    from: beginningOf(read, began),
    until: concluded?.happened.to ?? today,
    findings: allOf(read, findingWritten).flatMap(one =>
      continues(read, one, root) ? findingOf(read, names, one) : [],
    ),
    wholes,
  }
}

/** The days of the first assessment after a referral run from the referral; a later one begins when it begins. */
function beginningOf(read: ReadCase, began: Statement): string {
  const day = began.happened.from
  const referral = read.known.byRoot.get(read.known.chains.get(began.root)?.at(-1) ?? '')?.happened.from ?? day
  const isLater = allOf(read, { kind: began.kind } as FactDefinition).some(
    one =>
      one.root !== began.root && one.happened.from >= referral && one.happened.from <= day && one.number < began.number,
  )
  return isLater || referral > day ? day : referral
}

function findingOf(read: ReadCase, names: Names, fact: Finding['fact']): Finding | [] {
  const { dimension } = fact.data
  if (!dimension) return []
  const said = wordsOf(read, fact as never)
  const first = fact.versions[0] as StoredEntry | undefined
  const changed = fact.versions.findLast(one => one.act === 'record' || one.act === 'correct')
  return {
    fact,
    dimension,
    text: said['found'] ?? '',
    source: said['source'] ?? '',
    agency: names.agencies.get(fact.agency) ?? 'An agency',
    writer: names.posts.get(first?.recordedBy ?? '')?.name ?? '',
    entry: changed?.number ?? fact.number,
    recordedBy: first?.recordedBy ?? null,
  }
}

/** What was found of a dimension: the latest of each agency, the own one last; what an agency said before that stands apart. */
export function foundOf({ findings }: Assessment, dimension: Dimension) {
  const all = findings.filter(one => one.dimension === dimension).toSorted((a, b) => a.fact.number - b.fact.number)
  const isLatest = (one: Finding) => all.findLast(({ fact }) => fact.agency === one.fact.agency) === one
  return { now: all.filter(isLatest), before: all.filter(one => !isLatest(one)) }
}

/** The agency’s own latest finding of a dimension in this assessment. */
export function ownFinding(assessment: Assessment, dimension: Dimension, agency: string): Finding | undefined {
  return foundOf(assessment, dimension).now.find(({ fact }) => fact.agency === agency)
}

/** The other assessments of the child: parts with a state of their own. */
function partsBeside(read: ReadCase, names: Names, root: string, today: string): Assessment[] {
  return assessmentsOnFrame
    .flatMap(({ began }) => allOf(read, began as unknown as FactDefinition))
    .filter(one => one.root !== root)
    .flatMap(one => assessmentOf(read, names, one.root, today) ?? [])
    .toSorted((a, b) => (a.began.happened.from < b.began.happened.from ? 1 : -1))
}

/** What a manager, child and family did within an assessment: each review point, and why it took longer. */
export function checkpointsOf(read: ReadCase, root: string) {
  return {
    reviews: allOf(read, assessmentReviewed).filter(one => continues(read, one, root)),
    delays: allOf(read, assessmentDelayExplained).filter(one => continues(read, one, root)),
  }
}

/** Who leads it, by name; nothing where nobody is named. */
export function leadOf({ began }: Assessment, names: Names, worker: string | null): string | undefined {
  const named =
    began.kind === assessmentStarted.kind ? (began.data as { worker?: readonly string[] }).worker : undefined
  const people = (named ?? []).flatMap(id => names.posts.get(id) ?? [])
  return people.map(one => `${one.name}, ${one.title}`).join('; ') || worker || undefined
}
