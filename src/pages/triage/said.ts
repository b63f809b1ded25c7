/** What a row of the queue says, in words. */
import type { FactDefinition, Json } from '../../engine/fact.ts'
import type { Choice, Choices } from '../../engine/field.ts'
import { lift } from '../../engine/statements.ts'
import { decideAgain } from '../../procedures/disagreement.ts'
import {
  decideAfterSpecialistAssessment,
  onlineForm,
  publicPage,
  referralDecisionLookedAt,
  referralDecisionProposed,
  referralReceived,
} from '../../procedures/referral.ts'
import { workingDaysTo } from '../case-file/duties.ts'
import { count, daysBetween, sayAbout, sayAge, sayDay, sayDue, sayLate, sayNear, sayTime } from '../kit/days.ts'
import type { Visit } from '../pipeline/page.ts'
import type { QueueRow } from './queue.ts'

type Said = { readonly shape: number; readonly data: Json; readonly by?: string | null }

const dataOf = (said: Said, definition: FactDefinition): Json => lift(said, definition)

/** The labels of what was answered, in the order of the form. */
function labelsOf({ options }: Choice | Choices, answered: unknown): string[] {
  const codes = [answered ?? []].flat()
  return Object.entries(options).flatMap(([code, { label }]) => (codes.includes(code) ? label : []))
}

/** "7 years old", "5 months old"; before birth and without a birth date as such. */
export function sayAgeOf({ birth_day: born }: QueueRow, today: string): string {
  if (!born) return 'age not known'
  if (born > today) return 'not born yet'
  const age = sayAge(born, today)
  return /^\d+$/.test(age) ? `aged ${age}` : age
}

/** From whom it came and since when: "School, yesterday at 15:20". */
export function sayFrom({ received }: QueueRow, today: string): string {
  if (!received) return 'A referral that your post may not see'
  const { source: code, channel } = dataOf(received, referralReceived)
  const [label = 'Not said who referred'] = labelsOf(referralReceived.fields.source, code)
  // Nobody checked who sent it: what they say they are is no more than that.
  const source = channel === publicPage ? `${label}, through the public page` : label
  const { from, to, at } = received
  if (from !== to) return `${source}, ${sayAbout(from, to)}`
  return `${source}, ${sayNear(from, today)}${at ? ` at ${sayTime(Date.parse(at))}` : ''}`
}

/** Whether whoever referred said that the child is not safe now: `unsafe`, or that they do not know: `not-known`. */
export function safetyOf({ received }: QueueRow): 'unsafe' | 'not-known' | undefined {
  const safety = received && dataOf(received, referralReceived)['safety']
  return safety === 'in-danger' ? 'unsafe' : safety === 'not-known' ? 'not-known' : undefined
}

/** Ways in which a referral comes that need not name signs of harm: that none is named says nothing there. */
const fewQuestions: ReadonlySet<unknown> = new Set([publicPage, onlineForm])

/** Signs of harm and the main need, as far as they were said. */
export function sayWorry({ received }: QueueRow): readonly string[] {
  if (!received) return []
  const { harm, primaryNeed, channel } = dataOf(received, referralReceived)
  const signs = labelsOf(referralReceived.fields.harm, harm)
  const need = labelsOf(referralReceived.fields.primaryNeed, primaryNeed)
  const noSign = fewQuestions.has(channel) ? [] : ['No sign of harm was named']
  return [
    ...(signs.length > 0 ? [`Signs of harm: ${signs.join(', ').toLowerCase()}`] : noSign),
    ...need.map(one => `Main need: ${one.charAt(0).toLowerCase()}${one.slice(1)}`),
  ]
}

/** When the decision is due: "2 working days late (due 10 April 2026)", "decision due today". */
export function sayWhen(row: QueueRow, { today, guidance }: Visit): string {
  const { due_latest: due, due_earliest: earliest } = row
  if (due === null) return `No day is set: open since ${sayDay(row.from_day)}`
  const workingDays = workingDaysTo(row, guidance.rules.get(row.rule), today.day)
  if (row.is_overdue) return `${sayLate(due, today.day, workingDays)} (due ${sayDay(due)})`
  if (earliest && earliest < today.day) return `May be overdue: due between ${sayDay(earliest)} and ${sayDay(due)}`
  const isNear = daysBetween(today.day, due) < 2
  return `Decision due${isNear ? ' ' : ': '}${sayDue(due, today.day, workingDays)}`
}

/** How far it has come, before anything is proposed. */
export function sayStage({ stage, rule, asked, answered, late }: QueueRow): string {
  const overdue = late > 0 ? `, ${late} overdue` : ''
  const answers = `${answered} of ${count(asked, 'answer')} ${asked === 1 ? 'is' : 'are'} in`
  if (rule === decideAfterSpecialistAssessment.id)
    return `Waiting for a specialist assessment${asked > 0 ? `; ${answers}` : ''}`
  if (rule === decideAgain.id) return `Open again: the decision was changed${asked > 0 ? `; ${answers}` : ''}`
  if (stage === 'waiting') return `Waiting for answers: ${answered} of ${asked}${overdue}`
  if (asked === 0) return 'New'
  return asked === 1 ? 'The answer is in' : `All ${asked} answers are in`
}

export interface ProposalSaid {
  readonly root: string
  readonly by: string
  readonly outcome: string
  /** Whom somebody asked for a second look that is not there yet. */
  readonly asked: string | undefined
  readonly looks: readonly { readonly by: string; readonly agrees: boolean; readonly instead: string | undefined }[]
}

const outcomeOf = (outcome: unknown) => labelsOf(referralDecisionProposed.fields.outcome, outcome)[0]

/** What is proposed, by whom, and what others think of it. */
export function proposalOf(row: QueueRow, people: ReadonlyMap<string, string>): ProposalSaid | undefined {
  const { root } = row
  if (!root) return undefined
  const { outcome, secondLook } = proposedIn(row)
  const nameOf = (post: string | undefined) => people.get(post ?? '') ?? 'somebody who is no longer listed'
  const [asked] = [secondLook].flat() as (string | undefined)[]
  const proposer = proposerOf(row)
  // Nobody looks a second time at what they propose themselves.
  const looks = row.looks.filter(look => !proposer || lookerOf(look) !== proposer)
  return {
    root,
    by: nameOf(proposer),
    outcome: outcomeOf(outcome) ?? 'not said',
    asked: asked && looks.length === 0 ? nameOf(asked) : undefined,
    looks: looks.map(look => {
      const { view, instead } = dataOf(look, referralDecisionLookedAt)
      return { by: nameOf(lookerOf(look)), agrees: view === 'agrees', instead: outcomeOf(instead) }
    }),
  }
}

function proposedIn({ shape, data }: QueueRow): Json {
  return shape === null || data === null ? {} : dataOf({ shape, data }, referralDecisionProposed)
}

/** Who is named, else who recorded it. */
const proposerOf = (row: QueueRow) => named(proposedIn(row)['proposedBy'], row.by)
const lookerOf = (look: Said) => named(dataOf(look, referralDecisionLookedAt)['lookedBy'], look.by)

function named(posts: unknown, by: string | null | undefined): string | undefined {
  return Array.isArray(posts) && posts.length > 0 ? String(posts[0]) : (by ?? undefined)
}

/** The posts that a row names. */
export function peopleIn(row: QueueRow): string[] {
  const asked = proposedIn(row)['secondLook'] as string[] | undefined
  return [proposerOf(row), ...row.looks.map(lookerOf), ...(asked ?? [])].filter(id => id !== undefined)
}
