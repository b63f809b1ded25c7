/** The steps towards a decision on a referral: what is proposed, and what somebody else makes of it. */
import type { Day } from '../../guidance/days.ts'
import { referralDecisionLookedAt, referralDecisionProposed } from '../../procedures/referral.ts'
import { type PersonKey, postOf } from '../cast.ts'
import type { Life } from '../life.ts'

export const threshold = 'Harrowmere Right Help, Right Time, 4th edition'

interface Proposing {
  readonly referral: string
  readonly outcome: string
  readonly by: PersonKey
  readonly at: string
  readonly reasons: string
  readonly secondLook?: PersonKey
}

/** Somebody proposes how to decide. @returns the proposal */
export function proposed(life: Life, on: Day, said: Proposing): string {
  const { referral, outcome, by, at, reasons, secondLook } = said
  return life.record(
    referralDecisionProposed,
    on,
    {
      outcome,
      threshold,
      proposedBy: [postOf(by)],
      secondLook: secondLook && [postOf(secondLook)],
      reasons: life.fill(reasons),
    },
    { by, at, about: referral },
  )
}

interface Looking {
  readonly proposal: string
  readonly by: PersonKey
  readonly at: string
  readonly reasons: string
  /** What they would decide instead; nothing where they agree. */
  readonly instead?: string
}

/** Somebody else looks at it. */
export function lookedAt(life: Life, on: Day, { proposal, by, at, reasons, instead }: Looking): void {
  life.record(
    referralDecisionLookedAt,
    on,
    { view: instead ? 'otherwise' : 'agrees', instead, lookedBy: [postOf(by)], reasons: life.fill(reasons) },
    { by, at, about: proposal },
  )
}
