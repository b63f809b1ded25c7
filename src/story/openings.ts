/** Restricted files that somebody opened in an emergency: told with the case, and written with what belongs to it. */
import type { PoolClient } from 'pg'
import { writeReading } from '../access/visit.ts'
import type { Day } from '../guidance/days.ts'
import type { Minutes, Scope } from '../ledger/break-glass.ts'
import { type Database, withContext } from '../platform/database.ts'
import { breakGlassReviewed, breakGlassUsed, ofAccess } from '../procedures/break-glass.ts'
import { agencies, type PersonKey, postOf, practitionerOf, practitioners } from './cast.ts'
import type { Life, Lifeline } from './life.ts'
import { idOf } from './random.ts'

export interface OpeningOfLife {
  /** The fact that says so. */
  readonly root: string
  readonly by: PersonKey
  readonly told: PersonKey
  readonly minutes: Minutes
  readonly scope: Scope
  readonly reason: string
  readonly startsAt: number
  /** After how many minutes the second person saw it, where they did. */
  readonly seenAfter: number | undefined
  /** The pages that were opened, with the minutes from the start on. */
  readonly pages: readonly (readonly [minutes: number, route: string])[]
}

type Said = Pick<OpeningOfLife, 'by' | 'told' | 'minutes' | 'scope' | 'reason' | 'pages'> & { seenAfter?: number }

/** Somebody opens the file at a time of day. @returns the fact */
export function opened(life: Life, day: Day, at: string, { seenAfter, ...said }: Said): string {
  const { scope, minutes, reason, by, told } = said
  const values = { scope, minutes: String(minutes), told: [postOf(told)], reason }
  const root = life.record(breakGlassUsed, day, values, { by, at, atOnce: true })
  const startsAt = life.told.get(root)?.happened.at
  if (startsAt) life.openings.push({ ...said, root, startsAt, seenAfter })
  return root
}

/** The privacy officer reviews it. */
export function reviewed(life: Life, opening: string, day: Day, outcome: string, words: string): void {
  life.record(breakGlassReviewed, day, { outcome, words }, { by: 'colm', about: opening })
}

const minute = 60_000
const holderOf = (by: PersonKey, areaId: string) => idOf('person', postOf(by), areaId)

/** Lets those who opened a file in, as long as it is being told: what is written in their name asks whether they may. */
export async function letIn(client: PoolClient, batch: readonly Lifeline[]): Promise<void> {
  for (const { areaId, opens, openings } of batch) {
    for (const { by, root } of openings) {
      const { name, agency } = practitioners[by]
      const holder = holderOf(by, areaId)
      await client.query(
        `insert into holder (id, agency_id, area_id, kind, name) values ($1, $2, $3, 'person', $4) on conflict do nothing`,
        [holder, agencies[agency].id, areaId, name],
      )
      await client.query('insert into post_holder (post_id, holder_id) values ($1, $2) on conflict do nothing', [
        postOf(by),
        holder,
      ])
      await client.query(
        `insert into compartment_grant (area_id, compartment_id, case_id, holder_id, starts_at, reason, break_glass_id)
         select c.area_id, c.id, c.case_id, $4, clock_timestamp() - interval '1 day', 'Opened in an emergency', $5 from compartment c
         where c.area_id = $1 and c.case_id = $2 and c.agency_id = $3 and c.sensitivity <> $6`,
        [areaId, opens.id, agencies[agency].id, holder, idOf(root, 'opening'), ofAccess],
      )
    }
  }
}

/** What was let in for a while ended long ago; and what the second person was told. */
export async function closeAgain(client: PoolClient, batch: readonly Lifeline[]): Promise<void> {
  for (const { areaId, opens, openings } of batch) {
    for (const { root, by, told, minutes, scope, reason, startsAt, seenAfter } of openings) {
      const ends = startsAt + minutes * minute
      // Rows are compared with the database's clock: whatever day the story has, these are over.
      const past = Math.min(ends, Date.now())
      const id = idOf(root, 'opening')
      await client.query(
        'update compartment_grant set starts_at = $3, ends_at = $4 where area_id = $1 and break_glass_id = $2',
        [areaId, id, new Date(past - minutes * minute), new Date(past)],
      )
      await client.query(
        `insert into break_glass (area_id, id, case_id, post_id, reason, scope, starts_at, ends_at, told_practitioner_id, seen_at, compartment_id, fact_root)
         select f.area_id, $3, f.case_id, f.recorded_by, $4, $5, $6, $7, $8, $9, f.compartment_id, f.root from fact f
         where f.area_id = $1 and f.case_id = $10 and f.id = $2 and f.recorded_by = $11`,
        [
          areaId,
          root,
          id,
          reason,
          scope,
          new Date(startsAt),
          new Date(ends),
          practitionerOf(told),
          seenAfter === undefined ? null : new Date(startsAt + seenAfter * minute),
          opens.id,
          postOf(by),
        ],
      )
    }
  }
}

/** The pages that were opened meanwhile, in the reading log. */
export async function logPages(reader: Database['reader'], batch: readonly Lifeline[]): Promise<void> {
  for (const { areaId, opens, openings } of batch) {
    for (const { by, pages, startsAt } of openings) {
      const who = { post: postOf(by), agency: agencies[practitioners[by].agency].id, practitioner: practitionerOf(by) }
      await withContext(reader, who, async client => {
        for (const [minutes, route] of pages)
          await writeReading(client, {
            areaId,
            at: startsAt + minutes * minute,
            practitionerId: who.practitioner,
            postId: who.post,
            caseId: opens.id,
            route,
            basis: 'You opened it yourself, in an emergency.',
          })
      })
    }
  }
}
