/**
 * Forms that were sent and carried out. The same form twice is one act; the same form with other words, after going back, is not: what
 * was written since would be lost, and the page would say that it was recorded.
 */
import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import { idFrom } from '../../platform/identifier.ts'
import { asPractitioner } from './as-practitioner.ts'
import { type Fields, typedIn, valueOf } from './fields.ts'
import { isWorthKeeping } from './kept.ts'

/** This form was sent before, with other words. They are kept as a form of their own. */
export class OtherWords extends Error {
  readonly status = 409
}

/** One that was posted to its own page, to be carried out. */
export interface SentForm {
  readonly id: string
  readonly typed: Buffer
}

const ours = new Set(['_csrf', '_submission', '_version', '_form', '_title', '_case'])
/** Buttons by which somebody who was asked says that it is meant: they carry out what the form says. */
const confirming = new Set(['_new', '_open', '_sure'])
/** In milliseconds: as long as forms are kept. */
const rememberedFor = 7 * 24 * 3_600_000

/** What was sent, where it asks for words and nothing but to be carried out: not to be checked, saved or thrown away. */
export function sentForm(path: string, fields: Fields): SentForm | undefined {
  const isElsewhere = valueOf(fields, '_form') !== path
  const isForSomethingElse = Object.keys(fields).some(
    name => name.startsWith('_') && !ours.has(name) && !confirming.has(name),
  )
  if (!isWorthKeeping(fields) || isElsewhere || isForSomethingElse) return undefined
  const typed = Object.entries(typedIn(fields)).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return {
    id: idFrom('form', valueOf(fields, '_submission'), path),
    typed: createHash('sha256').update(JSON.stringify(typed)).digest(),
  }
}

/** Whether it was carried out before, with other words. */
export async function cameWithOtherWords(
  door: Pool,
  practitionerId: string,
  { id, typed }: SentForm,
): Promise<boolean> {
  const { rows } = await asPractitioner(door, practitionerId, client =>
    client.query<{ typed: Buffer }>({
      name: 'form sent before',
      text: 'select typed from sent_form where practitioner_id = $1 and id = $2',
      values: [practitionerId, id],
    }),
  )
  return rows[0] !== undefined && !rows[0].typed.equals(typed)
}

/** Remembers it as carried out, for a week. */
export async function rememberSent(
  door: Pool,
  practitionerId: string,
  { id, typed }: SentForm,
  at: number,
): Promise<void> {
  await asPractitioner(door, practitionerId, async client => {
    await client.query({
      name: 'forget forms sent',
      text: 'delete from sent_form where practitioner_id = $1 and sent_at < $2',
      values: [practitionerId, new Date(at - rememberedFor)],
    })
    await client.query({
      name: 'remember form sent',
      text: 'insert into sent_form (practitioner_id, id, typed, sent_at) values ($1, $2, $3, $4) on conflict do nothing',
      values: [practitionerId, id, typed, new Date(at)],
    })
  })
}
