/** A disagreement as it climbs: what each side says of it, told to the other. What a partner records reaches the council by itself. */
import type { Day } from '../../guidance/days.ts'
import {
  disagreementAnswered,
  disagreementRaised,
  disagreementSafetyAnswered,
  disagreementSettled,
  disagreementTakenHigher,
} from '../../procedures/disagreement-facts.ts'
import { type AgencyKey, agencies, type PersonKey, practitioners } from '../cast.ts'
import type { Life } from '../life.ts'

/** What somebody says on a day. */
interface Saying {
  readonly by: PersonKey
  readonly at?: string
}

interface Raising extends Saying {
  readonly decision: 'referral' | 'enquiry' | 'plan'
  readonly decidedOn?: Day
  readonly withWhom?: PersonKey
  readonly reasons: string
  readonly safety: 'safe' | 'not-safe' | 'not-known'
  readonly safetyHow: string
  readonly safetyBy?: string
}

/** Who somebody is, as they stand in the record. */
function named(person: PersonKey): string {
  const { name, title } = practitioners[person]
  return `${name}, ${title}`
}

/** A partner of the council says that it does not agree. @returns the disagreement */
export function disagreed(life: Life, on: Day, { by, at, withWhom, ...said }: Raising): string {
  const council = [agencies[life.authority].id]
  const names = { raisedBy: named(by), withWhom: withWhom && named(withWhom) }
  return life.record(
    disagreementRaised,
    on,
    { ...said, ...names, stage: 'practitioners', against: council },
    { by, ...(at ? { at } : {}) },
  )
}

/** What the council records of it, told to whoever raised it. */
interface Answering extends Saying {
  readonly to: AgencyKey
}

/** The council says how the child is safe meanwhile. */
export function saidHowSafe(
  life: Life,
  on: Day,
  raised: string,
  { to, by, at, how, safetyBy }: Answering & { readonly how: string; readonly safetyBy: PersonKey },
): void {
  const values = { safety: 'safe', how, safetyBy: named(safetyBy) }
  const id = life.record(disagreementSafetyAnswered, on, values, { by, about: raised, ...(at ? { at } : {}) })
  tell(life, to, id, on, by)
}

/** The council answers a stage. */
export function answered(
  life: Life,
  on: Day,
  stage: string,
  {
    to,
    by,
    at,
    ...said
  }: Answering & { readonly answer: 'changed' | 'upheld' | 'compromise'; readonly reasons: string },
): void {
  const id = life.record(
    disagreementAnswered,
    on,
    { ...said, answeredBy: named(by) },
    { by, about: stage, ...(at ? { at } : {}) },
  )
  tell(life, to, id, on, by)
}

/** Whoever raised it takes it higher. @returns the step */
export function tookHigher(
  life: Life,
  on: Day,
  raised: string,
  said: Saying & {
    readonly stage: 'managers' | 'senior' | 'partners'
    readonly withWhom: PersonKey
    readonly reasons: string
  },
): string {
  const { by, at, withWhom, ...rest } = said
  const values = { ...rest, against: [agencies[life.authority].id], takenBy: named(by), withWhom: named(withWhom) }
  return life.record(disagreementTakenHigher, on, values, { by, about: raised, ...(at ? { at } : {}) })
}

/** Whoever raised it says that it is settled. */
export function agreed(
  life: Life,
  on: Day,
  raised: string,
  said: Saying & { readonly resolution: 'changed' | 'compromise'; readonly with: PersonKey; readonly effect: string },
): void {
  const { by, resolution, effect } = said
  const agreedBy = `${named(by)}; ${named(said.with)}`
  life.record(disagreementSettled, on, { resolution, agreedBy, effect }, { by, about: raised })
}

function tell(life: Life, to: AgencyKey, id: string, on: Day, by: PersonKey): void {
  life.share(life.authority, to, [id], on, {
    by,
    basis: 'ca1989-s17',
    necessity: 'So that the disagreement is settled, and the child is safe meanwhile.',
  })
}
