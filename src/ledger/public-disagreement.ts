/**
 * Disagreeing from the receipt of a referral that was sent without an account. As the referral, it is recorded as what the council was
 * told, by nobody in a post: the same facts as any disagreement, with the same clocks. Each is said once, on what stands there now.
 */
import { createHmac } from 'node:crypto'
import type { PoolClient } from 'pg'
import type { Statement } from '../engine/fact.ts'
import { idFrom, newId } from '../platform/identifier.ts'
import { transaction } from '../platform/transaction.ts'
import {
  disagreementRaised,
  disagreementSettled,
  disagreementTakenHigher,
  disagreementWithdrawn,
  onReceiptOf,
} from '../procedures/disagreement-facts.ts'
import { above, type Ladder } from '../procedures/disagreement-ladder.ts'
import { childNamed } from '../procedures/people.ts'
import type { referralDecided } from '../procedures/referral.ts'
import type { Recording } from './command.ts'
import { nextOf, readGroundsOf, type Said, sidesOf } from './disagree.ts'
import type { Ledger } from './ledger.ts'
import { readArea } from './lock.ts'
import {
  answerTold,
  hashOf,
  type OpenReceipt,
  openReceipt,
  type ReceiptStep,
  stateOf,
  stepsOf,
  wordsOf,
} from './public-receipt.ts'
import { readNames } from './read.ts'
import { recordWithin } from './record.ts'

export interface SaidOnReceipt {
  readonly code: string
  readonly step: ReceiptStep
  /** Made with the form: a second arrival is answered with what the first one did. */
  readonly key: string
  /** Everything as it was typed: under one key other words are another thing to say. */
  readonly typed: string
  /** What stood on the receipt when the form was made. */
  readonly state: string
  /** What was asked of them; the rest is known. */
  readonly fact: Pick<Recording, 'happened' | 'data' | 'narrative'>
  /** How they are to be reached, where that is not as they said with the referral. */
  readonly contact: string
  /** Whether so much came from their address that nothing new is taken. */
  readonly isTooMuch: boolean
}

/**
 * `said` where it is recorded, now or at an earlier arrival; `news` where something stands on the receipt that was not there when the
 * form was made; `not-now` where it cannot be said there; `too-many` where nothing new is taken; nothing where there is no such code.
 */
export type Outcome = 'said' | 'news' | 'not-now' | 'too-many' | undefined

/** Records what was said on a receipt, and lets the partners know of it where it reaches their own process. */
export function sayOnReceipt(ledger: Ledger, said: SaidOnReceipt): Promise<Outcome> {
  return transaction(ledger.recorder, async client => {
    // One after the other: what stands there now is read when nobody else can say more.
    await client.query({
      name: 'lock file of receipt',
      text: `select 1 from case_file c join public_referral r on r.area_id = c.area_id and r.case_id = c.id
             where r.code_hash = $1 for update of c`,
      values: [hashOf(said.code)],
    })
    const opened = await openReceipt(client, ledger, said.code)
    if (!opened) return undefined
    const { area_id: areaId, authority_id: authority } = opened.row
    const { code, step, key, typed } = said
    // Made with the code, so that it tells nothing of the words.
    const words = createHmac('sha256', code).update(`${step} ${typed}`).digest('base64url')
    const submissionId = idFrom('said on a receipt', code, key, words)
    if (await isRecorded(client, areaId, submissionId)) return 'said'
    if (said.isTooMuch) return 'too-many'
    if (!stepsOf(opened).includes(step)) return 'not-now'
    if (step !== 'withdraw' && said.state !== stateOf(opened)) return 'news'
    const command = { areaId, submissionId, by: { postId: null, agencyId: authority } }
    await recordWithin(client, ledger, [{ ...command, ...(await factsOfStep(client, opened, said)) }])
    return 'said'
  })
}

async function isRecorded(client: PoolClient, areaId: string, submissionId: string): Promise<boolean> {
  const { rowCount } = await client.query({
    name: 'said on a receipt before',
    text: 'select from fact where area_id = $1 and submission_id = $2 and recorded_by is null limit 1',
    values: [areaId, submissionId],
  })
  return (rowCount ?? 0) > 0
}

async function factsOfStep(client: PoolClient, opened: OpenReceipt, said: SaidOnReceipt): Promise<Said> {
  const { row, ladders } = opened
  const receipt = onReceiptOf(row.root)
  const who = `Whoever sent ${row.reference} through the public page`
  const ladder = ladders.find(({ ended }) => !ended)
  if (!ladder) return { acts: [await raised(client, opened, said, who)] }
  const area = await readArea(client, row.area_id)
  const [higher] = above(ladder.present.stage)
  const sides = sidesOf(ladder, area, said.step === 'higher' ? higher : undefined)
  const { kind, data, narrative } = {
    higher: {
      kind: disagreementTakenHigher.kind,
      data: { stage: higher, against: [...sides.answers] },
      narrative: { takenBy: who },
    },
    accept: accepting(opened, ladder, who),
    withdraw: { kind: disagreementWithdrawn.kind, data: {}, narrative: {} },
  }[said.step as Exclude<ReceiptStep, 'disagree'>]
  const fact = {
    happened: said.fact.happened,
    data: { ...data, ...receipt },
    narrative: { ...said.fact.narrative, ...narrative },
  }
  const why = await readGroundsOf(client, row.area_id, ladder.raised.root)
  const saying = { caseId: row.case_id, own: row.authority_id, kind, fact, seen: undefined, why }
  return nextOf({ ...saying, about: nameAsSent(opened) }, ladder, sides, ladder.raised.root)
}

/** With whom they disagree is known: whoever decided. */
async function raised(
  client: PoolClient,
  opened: OpenReceipt,
  { fact, contact }: SaidOnReceipt,
  who: string,
): Promise<Recording> {
  const { row, decisions } = opened
  const decision = decisions.at(-1) as unknown as Statement<typeof referralDecided.fields> | undefined
  const by = opened.entries.find(({ root }) => root === decision?.root)?.recordedBy
  const { posts } = await readNames(client, [], decision?.data.decidedBy ?? (by ? [by] : []))
  const withWhom = [...posts.values()].map(({ name, title }) => `${name}, ${title}`).join('; ')
  const decidedOn = decision?.happened.certainty === 'day' ? { decidedOn: decision.happened.from } : {}
  const against = [row.authority_id]
  return {
    act: 'record',
    id: newId(),
    caseId: row.case_id,
    kind: disagreementRaised.kind,
    happened: fact.happened,
    data: {
      ...fact.data,
      decision: 'referral',
      ...decidedOn,
      against,
      stage: 'practitioners',
      ...onReceiptOf(row.root),
    },
    narrative: {
      ...fact.narrative,
      raisedBy: contact ? `${who}. How to reach them now: ${contact}` : who,
      ...(withWhom && withWhom.length <= longestName ? { withWhom } : {}),
    },
  }
}

/** As long as names may be. */
const longestName = 200

/** It is settled as the last answer of which they were told says. */
function accepting(opened: OpenReceipt, ladder: Ladder, who: string) {
  const answer = answerTold(ladder, opened.row)
  const answeredBy = answer && wordsOf(opened, answer)['answeredBy']
  const both = answeredBy ? `${who}; ${answeredBy}` : who
  return {
    kind: disagreementSettled.kind,
    data: { resolution: answer?.data.answer ?? 'upheld' },
    narrative: { agreedBy: both.length <= longestName ? both : who },
  }
}

/** The record of the child’s name that came with the referral: a stranger lets nobody know of what the council recorded itself. */
function nameAsSent({ row, known, entries }: OpenReceipt): string[] {
  const sent = known.byRoot.get(row.root)?.number ?? 0
  const named = entries.find(
    one => one.kind === childNamed.kind && one.act === 'record' && one.recordedBy === null && one.number < sent,
  )
  return named && known.byRoot.has(named.root) ? [named.root] : []
}
