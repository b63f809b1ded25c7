/** From referral to closure: the episodes of a child as the census asks for them, with what belongs to each. */
import type { FactDefinition, Statement } from '../../../engine/fact.ts'
import type { Field } from '../../../engine/field.ts'
import type { Known } from '../../../engine/statements.ts'
import type { Day } from '../../../guidance/days.ts'
import { assessmentAuthorised, assessmentReviewed, assessmentStarted } from '../../../procedures/assessment.ts'
import { childInNeedPlanEnded, childInNeedPlanStarted } from '../../../procedures/child-in-need-plan.ts'
import { caseClosed } from '../../../procedures/closing.ts'
import { section47EnquiryConcluded, section47EnquiryStarted } from '../../../procedures/enquiry-facts.ts'
import { initialConferenceHeld } from '../../../procedures/plan-facts.ts'
import { referralDecided, referralReceived } from '../../../procedures/referral.ts'
import { strategyDiscussionHeld } from '../../../procedures/strategy-discussion.ts'
import { isPlanStart, type ProtectionPlan, protectionPlansOf } from './protection-plans-of.ts'
import { type Answer, type Told, toldBy } from './told.ts'

export interface Episode {
  readonly referral: Told | undefined
  readonly source: string | undefined
  readonly primaryNeed: string | undefined
  /** Whether nothing further came of it; nothing where nobody has decided. */
  readonly noFurtherAction: boolean | undefined
  readonly closed: (Told & { readonly reason: string | undefined }) | undefined
  readonly assessments: readonly Assessment[]
  readonly inNeedPlans: readonly { readonly start: Told | undefined; readonly end: Told | undefined }[]
  readonly enquiries: readonly Enquiry[]
  /** Conferences to which no enquiry led. */
  readonly conferences: readonly Told[]
  readonly protectionPlans: readonly ProtectionPlan[]
  /** Every record that belongs to it. */
  readonly roots: ReadonlySet<string>
}

export interface Assessment {
  readonly start: Told | undefined
  readonly end: Told | undefined
  readonly factors: readonly string[]
  /** Factors that a file gives of an assessment without an end. */
  readonly early: string | undefined
}

export interface Enquiry {
  readonly start: Told | undefined
  readonly target: Answer<Day> | undefined
  readonly conference: Told | undefined
  /** It was decided that no conference is needed. */
  readonly notRequired: boolean
}

type Of<D extends FactDefinition> =
  D extends FactDefinition<infer F extends Readonly<Record<string, Field>>> ? Statement<F> : never

/** What of one episode there is, by kind. */
export interface Group {
  readonly known: Known
  readonly facts: readonly Statement[]
  all<D extends FactDefinition>(definition: D): readonly Of<D>[]
  /** Whether the second is continued by the first, through whatever stands between. */
  continues(fact: { readonly root: string }, earlier: { readonly root: string }): boolean
}

/** The episodes, oldest first; last, what is about no referral, where there is anything. */
export function episodesOf(known: Known): Episode[] {
  const referrals = known.byKind.get(referralReceived.kind) ?? []
  const groups = new Map<string | null, Statement[]>(referrals.map(one => [one.root, [one]]))
  for (const fact of known.inOrder) {
    if (fact.kind === referralReceived.kind || !belongs.has(fact.kind)) continue
    const root = referralOf(fact, known, referrals)
    groups.set(root, [...(groups.get(root) ?? []), fact])
  }
  return [...groups.values()].map(facts => episodeOf(groupOf(known, facts)))
}

const belongs: ReadonlySet<string> = new Set([
  referralDecided.kind,
  assessmentStarted.kind,
  assessmentReviewed.kind,
  assessmentAuthorised.kind,
  childInNeedPlanStarted.kind,
  childInNeedPlanEnded.kind,
  strategyDiscussionHeld.kind,
  section47EnquiryStarted.kind,
  section47EnquiryConcluded.kind,
  initialConferenceHeld.kind,
  'child-protection-plan-started',
  'plan-category-changed',
  'review-conference-held',
  'plan-ended',
  caseClosed.kind,
])

/** The referral that a fact says it follows; else the latest before it; else, since it must belong to one, the next after it. */
function referralOf(fact: Statement, known: Known, referrals: readonly Statement[]): string | null {
  const chain = known.chains.get(fact.root) ?? []
  const said = referrals.find(one => chain.includes(one.root))
  const before = referrals.findLast(one => one.happened.from <= fact.happened.to)
  return (said ?? before ?? referrals[0])?.root ?? null
}

function groupOf(known: Known, facts: readonly Statement[]): Group {
  return {
    known,
    facts,
    all: <D extends FactDefinition>({ kind }: D) =>
      facts.filter(fact => fact.kind === kind) as unknown as readonly Of<D>[],
    continues: (fact, earlier) =>
      fact.root !== earlier.root && (known.chains.get(fact.root) ?? []).includes(earlier.root),
  }
}

function episodeOf(group: Group): Episode {
  const [referral] = group.all(referralReceived)
  const closing = group.all(caseClosed).at(-1)
  const { enquiries, conferences } = enquiriesOf(group)
  const noFurtherAction = referral?.data.noFurtherAction ?? decidedOn(group)
  // A file that closed because nothing further came of the referral has no closure to tell: no episode was opened.
  const isTold = closing && (closing.source !== null || noFurtherAction !== true)
  return {
    referral: toldBy(referral),
    source: referral?.data.source,
    primaryNeed: referral?.data.primaryNeed,
    noFurtherAction,
    closed: isTold ? { ...(toldBy(closing) as Told), reason: closing.data.reason } : undefined,
    assessments: assessmentsOf(group),
    inNeedPlans: inNeedPlansOf(group),
    enquiries,
    conferences,
    protectionPlans: protectionPlansOf(group),
    roots: new Set(group.facts.map(({ root }) => root)),
  }
}

const endsHere: readonly unknown[] = ['no-further-action', 'information-and-advice', 'early-help']

/** Where work was begun on file and no decision is recorded, the referral was taken further. A file says so itself. */
function decidedOn(group: Group): boolean | undefined {
  const work = [assessmentStarted, section47EnquiryStarted, strategyDiscussionHeld, childInNeedPlanStarted]
  const decided = group.all(referralDecided).at(-1)
  if (decided) return endsHere.includes(decided.data.outcome)
  const isFromFile = group.facts.every(({ source }) => source !== null)
  return !isFromFile && (work.some(kind => group.all(kind).length > 0) || group.facts.some(isPlanStart))
    ? false
    : undefined
}

function assessmentsOf(group: Group): Assessment[] {
  const ends = group.all(assessmentAuthorised)
  const starts = group.all(assessmentStarted)
  const of = (start: Of<typeof assessmentStarted> | undefined, end: (typeof ends)[number] | undefined): Assessment => {
    // On file, factors found so far are no answer to the census; a file that gives them before the end does.
    const early = group
      .all(assessmentReviewed)
      .find(one => !end && start && one.source !== null && one.data.factors?.length && group.continues(one, start))
    const factors = end?.data.factors ?? early?.data.factors ?? []
    return { start: toldBy(start), end: toldBy(end), factors, early: early?.root }
  }
  const taken = new Set<string>()
  const started = starts.map(start => {
    const end = ends.find(one => group.continues(one, start))
    if (end) taken.add(end.root)
    return of(start, end)
  })
  return [...started, ...ends.filter(one => !taken.has(one.root)).map(end => of(undefined, end))]
}

function inNeedPlansOf(group: Group): Episode['inNeedPlans'] {
  const ends = group.all(childInNeedPlanEnded)
  const starts = group.all(childInNeedPlanStarted)
  const ended = (start: (typeof starts)[number]) => ends.find(one => group.continues(one, start))
  const alone = ends.filter(one => !starts.some(start => group.continues(one, start)))
  return [
    ...starts.map(start => ({ start: toldBy(start), end: toldBy(ended(start)) })),
    ...alone.map(end => ({ start: undefined, end: toldBy(end) })),
  ]
}

type Begun = Of<typeof section47EnquiryStarted> | Of<typeof strategyDiscussionHeld>

/** An enquiry begins with its record, or with the discussion that decided on it; a second discussion meanwhile begins none. */
function enquiriesOf(group: Group): Pick<Episode, 'enquiries' | 'conferences'> {
  const alone = group.all(section47EnquiryStarted)
  const discussed = group.all(strategyDiscussionHeld).filter(({ data }) => data.outcome === 'section-47')
  const held = group.all(initialConferenceHeld).filter(({ data }) => data.decision !== 'adjourned')
  const conferences = held.filter(({ data }) => data.kind !== 'transfer-in')
  const concluded = group.all(section47EnquiryConcluded)
  const begun: readonly Begun[] = [
    ...alone,
    ...discussed.filter(one => !alone.some(start => group.continues(start, one))),
  ]
    .toSorted((a, b) => (a.happened.from < b.happened.from ? -1 : 1))
    .filter((one, at, all) => one.kind === section47EnquiryStarted.kind || !isMeanwhile(one, all.slice(0, at)))
  const led = new Map(
    conferences.flatMap(one => {
      const start =
        begun.findLast(by => group.continues(one, by)) ?? (one.source ? undefined : latestBefore(one, begun))
      return start ? [[one.root, start.root] as const] : []
    }),
  )
  const enquiries = begun.map((start): Enquiry => {
    const target = 'conferenceTarget' in start.data ? start.data.conferenceTarget : undefined
    return {
      start: toldBy(start),
      target: target === undefined ? undefined : { root: start.root, value: target },
      conference: toldBy(conferences.find(one => led.get(one.root) === start.root)),
      notRequired: concluded.some(
        one =>
          one.data.conferenceNeeded === false &&
          (group.continues(one, start) || (!one.source && latestBefore(one, begun)?.root === start.root)),
      ),
    }
  })
  const without = conferences.filter(one => !led.has(one.root))
  // Here an initial conference without an enquiry is one whose enquiry nobody recorded; in a file it is one to which none led.
  const unexplained = without.filter(one => !one.source && one.data.kind !== undefined)
  return {
    enquiries: [
      ...enquiries,
      ...unexplained.map(one => ({
        start: undefined,
        target: undefined,
        conference: toldBy(one),
        notRequired: false,
      })),
    ],
    conferences: [
      ...without.filter(one => !unexplained.includes(one)),
      ...held.filter(({ data }) => data.kind === 'transfer-in'),
    ].flatMap(one => toldBy(one) ?? []),
  }

  function isMeanwhile(one: Begun, earlier: readonly Pick<Statement, 'happened'>[]): boolean {
    const last = earlier.at(-1)
    if (!last) return false
    return ![...conferences, ...concluded].some(
      end => end.happened.from >= last.happened.from && end.happened.to < one.happened.from,
    )
  }
}

function latestBefore<S extends Pick<Statement, 'happened' | 'root'>>(
  one: Pick<Statement, 'happened'>,
  begun: readonly S[],
): S | undefined {
  return begun.findLast(start => start.happened.from <= one.happened.to)
}
