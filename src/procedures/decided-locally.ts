/** What an area or a government decides for a day, collected from the rules that ask for it: no second list is kept. */
import type { Arrangements, DutyDefinition } from '../engine/duty.ts'
import type { Guidance } from '../engine/guidance.ts'
import type { CaseKind } from '../engine/procedure.ts'
import type { Provision } from '../guidance/editions.ts'
import { isLocal, type Limit, months } from '../guidance/limits.ts'
import { retentionCategories, retentionSchedule } from '../guidance/retention.ts'

/** One key of local policy. */
export interface LocalKey {
  readonly key: string
  /** What the area decides, in words. */
  readonly words: string
  /** What holds where the area set nothing. */
  readonly unlessSet?: Limit
  /** The kinds of case on which it holds. */
  readonly kinds: readonly CaseKind[]
  /** It counts back from a planned day. */
  readonly isBack: boolean
  /** The rules whose limit it is; none for how long closed records are kept. */
  readonly rules: readonly DutyDefinition[]
}

/** Every key that rules use, in the order of the guidance, and then those of the retention schedule. */
export function localKeys({ procedures }: Pick<Guidance, 'procedures'>): LocalKey[] {
  const found = new Map<string, LocalKey>()
  for (const { duties, caseKind } of procedures)
    for (const rule of duties)
      for (const { within } of rule.editions) {
        if (!isLocal(within)) continue
        const { key, words, unlessSet, isBack = false } = within
        const known = found.get(key)
        const rules = new Set([...(known?.rules ?? []), rule])
        const kinds = new Set([...(known?.kinds ?? []), ...[caseKind].flat()])
        found.set(key, {
          key,
          words,
          isBack,
          rules: [...rules],
          kinds: [...kinds],
          ...(unlessSet ? { unlessSet } : {}),
        })
      }
  for (const category of retentionCategories) {
    const { kind, key, label, covers, counts, months: count } = retentionSchedule[category]
    const words = `how long a closed record is kept, from ${counts === 'birth' ? 'birth' : 'its closing'}: ${label.toLowerCase()}. ${covers}`
    found.set(key, { key, words, isBack: false, rules: [], kinds: [kind], unlessSet: months(count) })
  }
  return [...found.values()]
}

/** The kind of case whose officers name the day on which an area's own arrangements began. */
export const kindOfArrangements = {
  safeguarding: 'arrangements',
  'child-death': 'child-death',
} as const satisfies Readonly<Record<Arrangements, CaseKind>>

/** A decision that is not about one case, and changes what is owed on many. */
export type Decided =
  | { readonly of: 'local-policy'; readonly key: string }
  | { readonly of: 'arrangements-began'; readonly arrangements: Arrangements }
  | { readonly of: 'commencement'; readonly provision: Provision }

/** The rules that ask for it. */
export function rulesTouched({ rules }: Pick<Guidance, 'rules'>, decided: Decided): DutyDefinition[] {
  return [...rules.values()].filter(({ regime, editions }) => {
    if (decided.of === 'arrangements-began') return regime?.of === decided.arrangements
    return editions.some(({ within, commencement }) =>
      decided.of === 'commencement'
        ? commencement === decided.provision
        : isLocal(within) && within.key === decided.key,
    )
  })
}

/** The kinds of fact that start a duty by one of these rules: only cases that have one can change. */
export function kindsTouched(guidance: Pick<Guidance, 'rules'>, decided: Decided): string[] {
  return [...new Set(rulesTouched(guidance, decided).map(({ arisesFrom }) => arisesFrom.kind))]
}
