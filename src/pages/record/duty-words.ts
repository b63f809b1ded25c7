/** Duties in words, for the pages on which something is recorded. */
import { type Duty, editionOf } from '../../engine/derive.ts'
import type { DutyDefinition, EditionOfDuty } from '../../engine/duty.ts'
import { type Guidance, isKindOf } from '../../engine/guidance.ts'
import type { Day } from '../../guidance/days.ts'
import { describeLimit, isLocal, type Limit, type LocalLimits } from '../../guidance/limits.ts'
import type { DutyRow, ReadCase } from '../../ledger/read.ts'
import { workingDaysTo } from '../case-file/duties.ts'
import { sayDay, sayDue } from '../kit/days.ts'
import { sayHappened } from './fact-words.ts'
import { timeAt } from './read-fact.ts'

/** What must be done, in the words of its rule. */
export function mustOf(rule: string, guidance: Guidance): string {
  return guidance.rules.get(rule)?.must ?? 'A duty of an earlier version of the guidance'
}

/** What must be done, and by whom where several agencies owe what a form may answer: "Send a written report: Bridge Surgery". */
export function sayWhose(
  { rule, agency_id: agencyId }: DutyRow,
  { owedBy }: { readonly owedBy: ReadonlyMap<string, string> },
  guidance: Guidance,
): string {
  return [mustOf(rule, guidance), owedBy.get(agencyId)].filter(Boolean).join(': ')
}

/** The edition of a rule that holds on a day; the latest where none does. */
export function editionOn(rule: DutyDefinition, day: Day): EditionOfDuty | undefined {
  return editionOf(rule, day) ?? rule.editions.at(-1)
}

/** 'promptly: no set day', 'tomorrow', '3 working days left (Friday 17 April)', '11 days late'. */
export function sayOwed(duty: DutyRow, rule: DutyDefinition | undefined, today: Day): string {
  if (duty.due_latest === null) return 'promptly: no set day'
  return sayDue(duty.due_latest, today, workingDaysTo(duty, rule, today))
}

export function isOverdue(duty: DutyRow, today: Day): boolean {
  return duty.due_latest !== null && duty.due_latest < today
}

/** 'due on 14 April 2026', 'due between 3 and …', 'promptly: no set day'. */
export function sayDueDay({ due }: Pick<Duty, 'due'>): string {
  if (!due?.latest) return 'promptly: no set day'
  if (due.sense === 'until') return `until ${sayDay(due.latest)}`
  if (due.latestInstant !== undefined) return `due by ${timeAt(due.latestInstant)} on ${sayDay(due.latest)}`
  if (due.earliest && due.earliest !== due.latest)
    return `due between ${sayDay(due.earliest)} and ${sayDay(due.latest)}`
  return `due ${sayDay(due.latest)}`
}

/** 'within 15 working days'; where the area could have set a number and has not, that there is none. */
function sayLimit(limit: Limit, local: LocalLimits): string {
  return isLocal(limit) && !Object.hasOwn(local, limit.key)
    ? 'promptly: this area has set no number of days'
    : describeLimit(limit, local)
}

/** 'From: Referral received, 10 April 2026', where it may be seen what started it. */
export function sayTrigger(duty: DutyRow, { known }: ReadCase, guidance: Guidance): string {
  const trigger = known.byRoot.get(duty.trigger_root)
  if (!trigger) return 'From a record you may not see'
  return `From: ${guidance.kinds.get(trigger.kind)?.label ?? 'an earlier record'}, ${sayHappened(trigger.happened)}`
}

export interface Consequence {
  readonly must: string
  readonly limit: string
  /** Whether it depends on what is answered. */
  readonly isCertain: boolean
}

/** What a kind of fact starts, or may start, on a case of a kind, by its definition alone. Said once where several rules say the same. */
export function consequencesOf(
  kind: string,
  caseKind: string,
  guidance: Guidance,
  day: Day,
  local: LocalLimits,
): Consequence[] {
  const seen = new Set<string>()
  return (guidance.startedBy.get(kind) ?? []).flatMap(rule => {
    const edition = editionOf(rule, day)
    if (!edition || seen.has(rule.must) || !isKindOf(rule.id, caseKind, guidance)) return []
    seen.add(rule.must)
    return [{ must: rule.must, limit: sayLimit(edition.within, local), isCertain: !rule.when }]
  })
}
