/** What one edition says of a rule, and two editions side by side: same, changed, carried on, or only in one. */
import { ancestors, type EditionCode, getEdition, isBeside } from '../guidance/editions.ts'
import { describeLimit } from '../guidance/limits.ts'
import type { DutyDefinition, EditionOfDuty, PromptDefinition } from './duty.ts'
import type { Choice, Choices } from './field.ts'
import type { Guidance } from './guidance.ts'

/**
 * What an edition says of a rule. `written`: it is encoded from this edition. `inherited`: an edition before wrote it, and nothing
 * encoded from this one changes it. `beside`: a companion says it while this edition is in force. `ended`: an edition before wrote
 * it, and it does not hold any more. `silent`: none of these.
 */
export type Says =
  | { readonly how: 'written' | 'inherited' | 'beside' | 'ended'; readonly text: EditionOfDuty }
  | { readonly how: 'silent' }

const silent: Says = { how: 'silent' }

/** What an edition says of a rule. Companions and the Act inherit from nothing. */
export function saysIn(rule: DutyDefinition, code: EditionCode): Says {
  const chain = [code, ...ancestors(code)]
  for (const one of chain) {
    const text = rule.editions.find(({ edition }) => edition === one)
    if (!text) continue
    if (text.until && chain.includes(text.until)) return { how: 'ended', text }
    return { how: one === code ? 'written' : 'inherited', text }
  }
  const beside = rule.editions.find(({ edition }) => isBeside(edition, code))
  if (beside) return { how: 'beside', text: beside }
  return silent
}

/** Law where it must be done or an Act says it; statutory guidance where it should. A limit that is local is said beside it. */
export function layerOf({ force, source }: Pick<EditionOfDuty, 'force' | 'source'>): 'law' | 'guidance' {
  const isAct = source.edition === 'law' || getEdition(source.edition).kind === 'act'
  return force === 'must' || isAct ? 'law' : 'guidance'
}

/**
 * `inherited` where at least one of the two only carries on what another wrote, and both say the same; `not-encoded` where one of
 * the two editions has no rule here at all.
 */
export type Difference = 'same' | 'inherited' | 'changed' | 'only-one' | 'only-other' | 'not-encoded'

/** One thing in which two texts of a rule differ, in words. */
export interface Change {
  readonly what: 'Limit' | 'Force' | 'Checked' | 'Words'
  readonly one: string
  readonly other: string
}

export interface Compared {
  readonly rule: DutyDefinition
  readonly one: Says
  readonly other: Says
  readonly difference: Difference
  readonly changes: readonly Change[]
}

/** Whether any rule here is written in that edition or carried on by it. */
export function isEncoded({ rules }: Pick<Guidance, 'rules'>, code: EditionCode): boolean {
  return [...rules.values()].some(rule => ['written', 'inherited'].includes(saysIn(rule, code).how))
}

/** Two editions rule by rule, in the order of the guidance; a rule of which neither says anything is left out. */
export function compareEditions(guidance: Guidance, one: EditionCode, other: EditionCode): Compared[] {
  const isWhole = isEncoded(guidance, one) && isEncoded(guidance, other)
  return guidance.procedures.flatMap(({ duties }) =>
    duties.flatMap(rule => {
      const said = [saysIn(rule, one), saysIn(rule, other)] as const
      return said.some(holds) ? [compared(rule, ...said, isWhole)] : []
    }),
  )
}

function holds(says: Says): says is Says & { text: EditionOfDuty; how: 'written' | 'inherited' | 'beside' } {
  return says.how !== 'silent' && says.how !== 'ended'
}

function compared(rule: DutyDefinition, one: Says, other: Says, isWhole: boolean): Compared {
  const only = (difference: Difference): Compared => {
    return { rule, one, other, difference: isWhole ? difference : 'not-encoded', changes: [] }
  }
  if (!holds(one)) return only('only-other')
  if (!holds(other)) return only('only-one')
  const changes = changesBetween(one.text, other.text)
  const isCarriedOn = one.how !== 'written' || other.how !== 'written'
  return { rule, one, other, changes, difference: changes.length > 0 ? 'changed' : isCarriedOn ? 'inherited' : 'same' }
}

function changesBetween(one: EditionOfDuty, other: EditionOfDuty): Change[] {
  if (one === other) return []
  const checked = ({ source }: EditionOfDuty) => (source.confirmed ? 'confirmed' : 'not confirmed yet')
  const all: readonly Change[] = [
    { what: 'Limit', one: describeLimit(one.within), other: describeLimit(other.within) },
    { what: 'Force', one: one.force, other: other.force },
    { what: 'Checked', one: checked(one), other: checked(other) },
    { what: 'Words', one: one.reworded ?? 'as first written', other: other.reworded ?? 'as first written' },
  ]
  return all.filter(change => change.one !== change.other)
}

/** What is said beside a form under one of two editions and not under the other. */
export interface ComparedPrompt {
  readonly prompt: PromptDefinition
  readonly only: 'one' | 'other'
}

/** Whether an edition of the guidance says what a prompt says: it wrote it, or carries it on. What law or a companion says is no edition’s. */
function isSaid({ source }: PromptDefinition, code: EditionCode): boolean {
  return source.edition !== 'law' && [code, ...ancestors(code)].includes(source.edition)
}

/** The prompts that came or went with an edition that lies between the two. */
export function comparePrompts(
  { promptsAt }: Pick<Guidance, 'promptsAt'>,
  one: EditionCode,
  other: EditionCode,
): ComparedPrompt[] {
  if (getEdition(one).kind !== 'guidance' || getEdition(other).kind !== 'guidance') return []
  const found: ComparedPrompt[] = []
  for (const prompt of [...promptsAt.values()].flat()) {
    const [first, second] = [isSaid(prompt, one), isSaid(prompt, other)]
    if (first !== second) found.push({ prompt, only: first ? 'one' : 'other' })
  }
  return found
}

/** Whether what a prompt says was written by the day on which a procedure opened. */
export function isSaidOn({ source }: PromptDefinition, openedOn: string | undefined): boolean {
  return openedOn === undefined || source.edition === 'law' || getEdition(source.edition).from <= openedOn
}

/** Answers that a form offers under one of two editions and not under the other. */
export interface ComparedList {
  readonly form: string
  readonly question: string
  readonly onlyOne: readonly string[]
  readonly onlyOther: readonly string[]
}

/** The lists of answers that changed with an edition that lies between the two; those that change on other days are no edition’s. */
export function compareLists({ kinds }: Pick<Guidance, 'kinds'>, one: EditionCode, other: EditionCode): ComparedList[] {
  const [first, second] = [getEdition(one), getEdition(other)]
  if (first.kind !== 'guidance' || second.kind !== 'guidance') return []
  const line = new Set([one, other, ...ancestors(one), ...ancestors(other)].map(code => getEdition(code).from))
  const found: ComparedList[] = []
  for (const { label, fields } of kinds.values())
    for (const field of Object.values(fields)) {
      if (field.type !== 'choice' && field.type !== 'choices') continue
      const [offered, then] = [answersOn(field, first.from, line), answersOn(field, second.from, line)]
      const onlyOne = offered.filter(answer => !then.includes(answer))
      const onlyOther = then.filter(answer => !offered.includes(answer))
      if (onlyOne.length + onlyOther.length > 0) found.push({ form: label, question: field.label, onlyOne, onlyOther })
    }
  return found
}

function answersOn(field: Choice | Choices, day: string, line: ReadonlySet<string>): string[] {
  return Object.values(field.options)
    .filter(({ from }) => from === undefined || !line.has(from) || from <= day)
    .map(({ label }) => label)
}
