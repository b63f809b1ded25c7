/** A disagreement with its case and its sides, for a visitor of one of the sides. */
import { NotFound } from '../../access/refusals.ts'
import type { Statement } from '../../engine/fact.ts'
import { readGroundsOf, type Side, sideOf, sidesOf } from '../../ledger/disagree.ts'
import { readArea } from '../../ledger/lock.ts'
import { type DutyRow, type ReadCase, readCase, readNames } from '../../ledger/read.ts'
import { answeringStages } from '../../procedures/disagreement.ts'
import { receiptOf } from '../../procedures/disagreement-facts.ts'
import { findLadder, type Ladder } from '../../procedures/disagreement-ladder.ts'
import { childNamed } from '../../procedures/people.ts'
import type { referralReceived } from '../../procedures/referral.ts'
import type { Visit } from '../pipeline/page.ts'
import { refuseUnless } from '../record/permission.ts'

/** @throws NotFound where there is no such disagreement, and for every agency that is on no side of it; NotAllowed where it asks for more than the post may */
export function openLadder(visit: Visit, act: 'see' | 'record') {
  return visit.read(async ({ client, openCase }) => {
    const opened = await openCase(visit.params['reference'] ?? '')
    const { head } = opened
    const read = await readCase(client, head, visit.guidance, visit.ledger.dayOf)
    const ladder = findLadder(read.known, visit.params['root'] ?? '')
    if (!ladder) throw new NotFound()
    const area = await readArea(client, head.areaId)
    const sides = sidesOf(ladder, area)
    const side = sideOf(sides, visit.post.agency.id)
    if (!side) throw new NotFound()
    await refuseUnless(client, visit, head, act)
    const posts = new Set(read.entries.flatMap(entry => entry.recordedBy ?? []))
    const agencies = [...new Set([...read.entries.map(({ agency }) => agency), ...sides.answers])]
    if (sides.raises) agencies.push(sides.raises)
    if (sides.partners) agencies.push(sides.partners)
    return {
      ...opened,
      read,
      ladder,
      area,
      sides,
      side,
      sent: sentBy(read, ladder),
      names: await readNames(client, agencies, [...posts]),
      clock: clockOf(read, ladder),
      grounds: await readGroundsOf(client, head.areaId, ladder.raised.root),
    }
  })
}

export type OpenLadder = Awaited<ReturnType<typeof openLadder>>

/** The referral on whose receipt it was raised, where this post may see it. */
function sentBy({ known }: Pick<ReadCase, 'known'>, { raised }: Ladder) {
  return known.byRoot.get(receiptOf(raised) ?? '') as Statement<typeof referralReceived.fields> | undefined
}

/** The duty that runs at the present stage; nothing where none does. */
function clockOf({ duties }: Pick<ReadCase, 'duties'>, { present }: Ladder): DutyRow | undefined {
  return duties.find(
    ({ rule, trigger_root: trigger }) => trigger === present.by.root && answeringStages.some(({ id }) => id === rule),
  )
}

/** What this agency recorded that says whom it is about. */
export function nameOfOwn({ known }: Pick<ReadCase, 'known'>, own: string): string[] {
  const named = (known.byKind.get(childNamed.kind) ?? []).findLast(({ agency }) => agency === own)
  return named ? [named.root] : []
}

export interface Step {
  /** What the button and the link to it say. */
  readonly text: string
  /** Who takes it. */
  readonly by: readonly Side[]
  /** Who takes it besides, where it was raised on a receipt: whoever did may have to ring. */
  readonly onCallBy?: readonly Side[]
  /** Whether that side can take it at the stage and with the answers that there are. */
  readonly when?: (ladder: Ladder, side: Side) => boolean
}

/** The steps, by their names in the address. */
export const steps = {
  safety: { text: 'Say how the child is safe meanwhile', by: ['answers'] },
  answer: { text: 'Answer', by: ['answers'], when: ({ present }) => present.stage !== 'partners' },
  higher: {
    text: 'Take it higher',
    by: ['raises'],
    onCallBy: ['answers'],
    when: ({ present }) => present.stage !== 'partners',
  },
  settle: {
    text: 'Record that it is settled',
    by: ['raises', 'answers', 'partners'],
    // The child's safety comes first, and what the partners have is not for the side that decided to end.
    when: (ladder, side) => side !== 'answers' || (ladder.present.stage !== 'partners' && !isSafetyOwed(ladder)),
  },
  withdraw: { text: 'Withdraw it', by: ['raises'] },
} as const satisfies Record<string, Step>
export type StepName = keyof typeof steps

/** Whether nobody answered yet, at the stage that it has reached, how the child is safe meanwhile. */
export function isSafetyOwed({ safety, present }: Ladder): boolean {
  return (safety.at(-1)?.number ?? 0) < present.by.number
}

/** Whether a text names a step. */
export function isStep(text: string): text is StepName {
  return Object.hasOwn(steps, text)
}

/** Whether somebody without an account raised it, on the receipt of their referral. */
export function isRaisedOnReceipt({ raised }: Ladder): boolean {
  return receiptOf(raised) !== undefined
}

/** What a side may do now: nothing of what has ended. */
export function stepsNow(ladder: Ladder, side: Side): StepName[] {
  if (ladder.ended) return []
  return (Object.keys(steps) as StepName[]).filter(name => {
    const { by, onCallBy = [], when }: Step = steps[name]
    const takers = isRaisedOnReceipt(ladder) ? [...by, ...onCallBy] : by
    return takers.includes(side) && (when?.(ladder, side) ?? true)
  })
}

/** Where the page of a disagreement is, or of a step of it. */
export function ladderHref(reference: string, root: string, step?: StepName): string {
  return `/case/${encodeURIComponent(reference)}/disagreement/${root}${step ? `/${step}` : ''}`
}
