/**
 * The words with which an area begins and ends its letters, and the block that says from whom they are. Decided like a local policy:
 * from a day on, approved by somebody, never altered. What a letter says in between comes from the record.
 */
import type { PoolClient } from 'pg'
import { rolesSettingPolicy } from '../access/policy.ts'
import { transaction } from '../platform/transaction.ts'
import { decisionOf } from './area-decisions.ts'
import { deleteDrafts } from './drafts.ts'
import type { Person } from './holding.ts'
import type { Ledger } from './ledger.ts'
import { refuseUnlessOneOf } from './of-authority.ts'

/** What an area says in its own words. Each may be empty. */
export interface OwnWords {
  /** Lines above everything else: from whom the letter is, where they are, how to reach them. */
  readonly sender: string
  readonly opening: string
  readonly closing: string
}

export interface LetterWordsRead extends OwnWords {
  readonly id: string
  readonly letter: string
  /** YYYY-MM-DD */
  readonly fromDay: string
  readonly number: number
  readonly approvedBy: string
  readonly why: string
  /** In milliseconds since 1970. */
  readonly at: number
  readonly by: string
}

/** Every decision of an area about its letters, the newest first. */
export async function readLetterWords(client: PoolClient, areaId: string): Promise<LetterWordsRead[]> {
  const { rows } = await client.query<LetterWordsRead>({
    name: 'letter words',
    text: `select l.id, l.letter, l.from_day as "fromDay", l.number, l.sender, l.opening, l.closing, l.approved_by as "approvedBy", l.why,
             l.decided_at as at, w.name || ', ' || p.title || ', ' || a.name as by
           from letter_words l join post p on p.id = l.decided_by join practitioner w on w.id = p.practitioner_id
           join agency a on a.id = p.agency_id where l.area_id = $1 order by l.number desc`,
    values: [areaId],
  })
  return rows
}

/** The decision that holds for a letter on a day; nothing where the area decided none by then. */
export function wordsOn(history: readonly LetterWordsRead[], letter: string, day: string): LetterWordsRead | undefined {
  return history
    .filter(one => one.letter === letter && one.fromDay <= day)
    .toSorted((a, b) => (a.fromDay === b.fromDay ? b.number - a.number : a.fromDay < b.fromDay ? 1 : -1))[0]
}

export interface SettingLetterWords extends OwnWords {
  readonly areaId: string
  readonly letter: string
  readonly fromDay: string
  readonly approvedBy: string
  readonly why: string
  readonly submissionId: string
  readonly by: Person
}

/**
 * Sets the words of a letter from a day on. The same submission again changes nothing.
 * @throws NotAllowed for whoever does not set the local policy of children's files
 */
export async function setLetterWords(ledger: Ledger, setting: SettingLetterWords): Promise<void> {
  const { areaId, letter, fromDay, sender, opening, closing, approvedBy, why, submissionId, by } = setting
  await transaction(ledger.recorder, async client => {
    await refuseUnlessOneOf(client, areaId, by, 'set-local-policy', rolesSettingPolicy(['child']))
    await client.query({
      name: 'set letter words',
      text: `insert into letter_words (id, area_id, letter, from_day, sender, opening, closing, approved_by, why, decided_at, decided_by)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing`,
      values: [
        decisionOf(submissionId),
        areaId,
        letter,
        fromDay,
        sender,
        opening,
        closing,
        approvedBy,
        why,
        new Date(ledger.now()),
        by.postId,
      ],
    })
    await deleteDrafts(client, [setting])
  })
}
