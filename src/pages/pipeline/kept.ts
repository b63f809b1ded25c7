// Forms that arrived when they could not be taken (the session had ended, the page was too old): kept for the one who
// wrote them, and offered after sign-in.

import type { Pool } from 'pg'
import { isId, newId } from '../../platform/identifier.ts'
import { asPractitioner } from './as-practitioner.ts'
import { saveDraftWithin } from './draft.ts'
import { type Fields, typedIn, valueOf } from './fields.ts'

export interface Kept {
  readonly id: string
  readonly form: string
  readonly title: string
  readonly typed: Fields
  readonly keptAt: number
}

const mostKept = 20
const keptFor = 7 * 24 * 3_600_000

/** Whether something was written: forms that ask for words carry a submission and their address. */
export function isWorthKeeping(body: Fields): boolean {
  return (
    isId(valueOf(body, '_submission')) && isOwnAddress(valueOf(body, '_form')) && Object.keys(typedIn(body)).length > 0
  )
}

/** Whether an address is one of a page of ours, so that it is safe to send somebody there. */
export function isOwnAddress(address: string): boolean {
  return /^\/(?![/\\])[^\s\\]*$/.test(address)
}

/**
 * Keeps a form as it arrived, in place of an earlier one of the same submission.
 * The oldest go when somebody has more than twenty, or after a week.
 */
export function keepForm(door: Pool, practitionerId: string, body: Fields, at: number): Promise<void> {
  const { _csrf, ...rest } = body
  return asPractitioner(door, practitionerId, async client => {
    await client.query(
      `delete from kept_request where practitioner_id = $1 and (kept_at < $2 or body->>'_submission' = $3 or id not in
         (select id from kept_request where practitioner_id = $1 order by kept_at desc limit $4))`,
      [practitionerId, new Date(at - keptFor), valueOf(body, '_submission'), mostKept - 1],
    )
    await client.query(
      'insert into kept_request (id, practitioner_id, url, body, kept_at) values ($1, $2, $3, $4, $5)',
      [newId(), practitionerId, valueOf(body, '_form'), rest, new Date(at)],
    )
  })
}

/** What is kept for a practitioner, newest first. */
export function keptFormsOf(door: Pool, practitionerId: string): Promise<Kept[]> {
  return asPractitioner(door, practitionerId, async client => {
    const { rows } = await client.query<{ id: string; url: string; body: Fields; kept_at: number }>(
      'select id, url, body, kept_at from kept_request where practitioner_id = $1 order by kept_at desc',
      [practitionerId],
    )
    return rows.map(row => ({
      id: row.id,
      form: row.url,
      title: valueOf(row.body, '_title'),
      typed: typedIn(row.body),
      keptAt: row.kept_at,
    }))
  })
}

/** Throws one away. */
export function discardKept(door: Pool, practitionerId: string, id: string): Promise<void> {
  return asPractitioner(door, practitionerId, async client => {
    await client.query('delete from kept_request where practitioner_id = $1 and id = $2', [practitionerId, id])
  })
}

/**
 * Turns what was kept into a draft, so that its form shows it again. Where another window saved the same form since,
 * what was kept becomes a draft of its own, and neither is lost.
 * @returns the address of the form with its draft; nothing where there is none of that id
 */
export function resumeKept(
  door: Pool,
  practitionerId: string,
  id: string,
  areaId: string,
  at: number,
): Promise<string | undefined> {
  return asPractitioner(door, practitionerId, async client => {
    const { rows } = await client.query<{ url: string; body: Fields }>(
      'delete from kept_request where practitioner_id = $1 and id = $2 returning url, body',
      [practitionerId, id],
    )
    const [kept] = rows
    if (!kept) return undefined
    const asSubmitted = {
      submission: valueOf(kept.body, '_submission'),
      version: Number(valueOf(kept.body, '_version')) || 0,
      form: kept.url,
      title: valueOf(kept.body, '_title'),
      typed: typedIn(kept.body),
      areaId,
      caseId: null,
    }
    const { isSaved } = await saveDraftWithin(client, practitionerId, asSubmitted, at)
    const submission = isSaved ? asSubmitted.submission : newId()
    if (!isSaved) await saveDraftWithin(client, practitionerId, { ...asSubmitted, submission, version: 0 }, at)
    return `${kept.url}?submission=${submission}`
  })
}
