/** One run of early help, drawn from the facts that the reader may see: from what was noticed to how it ended. */
import type { FactDefinition, Statement } from '../../engine/fact.ts'
import type { Fields } from '../../engine/field.ts'
import type { ReadCase } from '../../ledger/read.ts'
import {
  agreementAsked,
  earlyHelpAssessed,
  earlyHelpEnded,
  earlyHelpPlanStarted,
  earlyHelpReviewed,
  needNoticed,
  refusalJudged,
} from '../../procedures/early-help.ts'
import { earlyHelpAimScored, earlyHelpAimSet } from '../../procedures/early-help-aims.ts'
import { wordsOf } from '../case-file/child.ts'

/** A score on a day, and the record that gives it. */
export interface Score {
  readonly root: string
  readonly day: string
  readonly score: number
  readonly by: readonly string[]
  readonly note: string
}

export interface Aim {
  readonly root: string
  readonly aim: string
  readonly scale: string | undefined
  readonly done: string
  /** In the order of their days; the first is the one with which the aim was set. */
  readonly scores: readonly Score[]
}

type Of<D extends FactDefinition> = D extends FactDefinition<infer F extends Fields> ? Statement<F> : never

export interface Help {
  readonly root: string
  readonly since: Statement['happened']
  readonly noticed: Of<typeof needNoticed> | undefined
  readonly asked: Of<typeof agreementAsked> | undefined
  readonly judged: Of<typeof refusalJudged> | undefined
  readonly assessed: Of<typeof earlyHelpAssessed> | undefined
  readonly plan: Of<typeof earlyHelpPlanStarted> | undefined
  readonly reviews: readonly Of<typeof earlyHelpReviewed>[]
  readonly ended: Of<typeof earlyHelpEnded> | undefined
  readonly aims: readonly Aim[]
  /** The agencies that recorded any of it. */
  readonly agencies: readonly string[]
  /** The place in the ledger of what was recorded of it last, its end apart. */
  readonly lastNumber: number
}

const kinds: ReadonlySet<string> = new Set(
  [
    needNoticed,
    agreementAsked,
    refusalJudged,
    earlyHelpAssessed,
    earlyHelpPlanStarted,
    earlyHelpReviewed,
    earlyHelpEnded,
    earlyHelpAimSet,
    earlyHelpAimScored,
  ].map(({ kind }) => kind),
)

/** Every run of early help on a file, the latest last. */
export function helpsOf(read: ReadCase): Help[] {
  const lines = new Map<string, Statement[]>()
  for (const fact of read.known.inOrder) {
    if (!kinds.has(fact.kind)) continue
    // What it continues may be out of the reader's sight: then the earliest that is seen stands for the whole.
    const chain = (read.known.chains.get(fact.root) ?? []).filter(root =>
      kinds.has(read.known.byRoot.get(root)?.kind ?? ''),
    )
    const root = chain.at(-1) ?? fact.root
    lines.set(root, [...(lines.get(root) ?? []), fact])
  }
  return [...lines].map(([root, facts]) => helpOf(root, facts, read))
}

function helpOf(root: string, facts: readonly Statement[], read: ReadCase): Help {
  const all = <F extends Fields>({ kind }: FactDefinition<F>) =>
    facts.filter(fact => fact.kind === kind) as unknown as readonly Statement<F>[]
  const [first] = facts
  return {
    root,
    since: (first as Statement).happened,
    noticed: all(needNoticed)[0],
    asked: all(agreementAsked).at(-1),
    judged: all(refusalJudged).at(-1),
    assessed: all(earlyHelpAssessed).at(-1),
    plan: all(earlyHelpPlanStarted).at(-1),
    reviews: all(earlyHelpReviewed),
    ended: all(earlyHelpEnded).at(-1),
    aims: all(earlyHelpAimSet).map(set => aimOf(set, all(earlyHelpAimScored), read)),
    agencies: [...new Set(facts.map(({ agency }) => agency))],
    lastNumber: Math.max(0, ...facts.flatMap(({ kind, number }) => (kind === earlyHelpEnded.kind ? [] : [number]))),
  }
}

function aimOf(set: Of<typeof earlyHelpAimSet>, scored: readonly Of<typeof earlyHelpAimScored>[], read: ReadCase): Aim {
  const words = wordsIn(read, set)
  const again = scored.filter(one => read.known.chains.get(one.root)?.includes(set.root))
  const { scoredBy } = earlyHelpAimSet.fields
  const scores = [set, ...again].flatMap((one): Score[] =>
    one.data.score === undefined
      ? []
      : [
          {
            root: one.root,
            day: one.happened.from,
            score: Number(one.data.score),
            by: (one.data.scoredBy ?? []).map(code => scoredBy.options[code].label),
            note: wordsIn(read, one)['note'] ?? '',
          },
        ],
  )
  return {
    root: set.root,
    aim: words['aim'] ?? 'Words of this aim were taken away',
    scale: set.data.scale && earlyHelpAimSet.fields.scale.options[set.data.scale].label,
    done: words['done'] ?? '',
    scores: scores.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)),
  }
}

/** The words of a fact as they stand now. */
export function wordsIn(
  read: Pick<ReadCase, 'words'>,
  fact: { readonly root: string; readonly versions: Statement['versions'] } | undefined,
): Readonly<Record<string, string>> {
  return wordsOf(read, fact as Statement | undefined)
}

/** The day of the next review, where one is set; nothing of help that ended. */
export function nextReview({ plan, reviews, ended }: Help): string | undefined {
  if (ended) return undefined
  const last = reviews.at(-1)
  return last ? last.data.reviewOn : plan?.data.reviewOn
}
