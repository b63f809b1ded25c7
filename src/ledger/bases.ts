/** The powers and conditions of data protection law that can be named today. */
import type { PoolClient } from 'pg'
import type { Day } from '../guidance/days.ts'
import {
  conditions,
  holdingOn,
  type LawfulBasis,
  type Power,
  powers,
  sharingStartsFrom,
} from '../guidance/lawful-bases.ts'
import { readCommencements } from './commencement.ts'

export interface Bases {
  readonly powers: readonly Power[]
  readonly conditions: readonly LawfulBasis[]
  /** "May share, write why", or "must share unless, write why not". */
  readonly startsFrom: 'may' | 'must-unless'
}

/** What holds on a day. */
export async function readBases(client: PoolClient, day: Day): Promise<Bases> {
  const begun = await readCommencements(client)
  return {
    powers: holdingOn(powers, day, begun),
    conditions: holdingOn(conditions, day, begun),
    startsFrom: sharingStartsFrom(day, begun),
  }
}
