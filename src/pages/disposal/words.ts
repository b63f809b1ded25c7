/** What the pages about keeping and disposing of records say in the same words. */
import { type CountsFrom, type RetentionCategory, retentionSchedule, sayKept } from '../../guidance/retention.ts'
import { retentionHoldPlaced } from '../../procedures/disposal.ts'
import type { Held } from '../../procedures/retention.ts'

/** "Contact only: kept 6 years after the case was closed". */
export function sayRule(category: RetentionCategory, counts: CountsFrom, months: number): string {
  return `${retentionSchedule[category].label}: kept ${sayKept(counts, months)}`
}

/** Whose rule it is: stands after “local policy”. */
export function sayWhose(isSet: boolean): string {
  return isSet ? 'set by this area' : 'the starting point, which this area has not changed'
}

const stops: Readonly<Record<Held, string>> = {
  hold: 'Somebody holds it back',
  request: 'Somebody asked for the record and has no answer yet',
  owed: 'Something is still owed',
}

/** What stops a disposal, in words. */
export function sayHeld(held: readonly Held[]): string[] {
  return held.map(one => stops[one])
}

const grounds: Readonly<Record<string, { readonly label: string }>> = retentionHoldPlaced.fields.ground.options

/** Why a record is held back. */
export function sayGround(ground: string): string {
  return grounds[ground]?.label ?? 'Held back'
}
