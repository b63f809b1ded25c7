/** For tests of the page that needs no account: somebody who tells the council of a child, what the council does, and the receipt. */
import { expect } from 'vitest'
import { newId } from '../src/platform/identifier.ts'
import { given, on } from './given-case.ts'

type Form = Record<string, string>

/** What a neighbour writes; each child has a name of its own. */
export const told = {
  forenames: 'Tilly',
  seen: 'Shouting and crying every night through the wall.',
  ownWords: 'I do not want to go in.',
  reason: 'That somebody hurts her.',
  safety: 'not-known',
  parents: 'not-known',
  source: '1B',
  name: 'Bo Tranter',
  telephone: '01632 960222',
}

/** The code of a form. */
export const codeIn = (body: string) => /name="_code" value="([^"]+)"/.exec(body)?.[1] ?? ''

/** A receipt without what is each one’s own. */
export const plain = (body: string) =>
  body.replaceAll(/W-\w{8}/g, 'W').replaceAll(/(value=|receipt\/)"?[\w-]{20,}"?/g, '')

/** Tuesday 14 April 2026, ten in the morning, at a council with a telephone. */
export async function givenReceipts(env: Record<string, string> = {}) {
  const here = await given(env)
  const { owner } = here.server.db
  await owner.query(`update agency set telephone = '01632 960100' where id = $1`, [
    here.server.borough.agencies.authority,
  ])

  let senders = 0
  /** Somebody who opened the page and has its code. */
  async function stranger(address?: string) {
    const visitor = here.server.visitor(address)
    const { body } = await visitor.get('/worry')
    const code = codeIn(body)
    const send = (more: Form = {}, _code = code) => visitor.post('/worry', { ...told, _code, ...more })
    return { visitor, code, send }
  }

  /** What arrived last. */
  async function arrived() {
    const { rows } = await owner.query<{
      case_id: string
      root: string
      reference: string
      quote: string
      team_id: string | null
    }>(
      `select r.case_id, r.root, r.reference as quote, c.reference, c.team_id from public_referral r
       join case_file c on c.id = r.case_id order by r.root desc limit 1`,
    )
    const [row] = rows
    if (!row) throw new Error('Nothing arrived.')
    return row
  }

  /** Sends, and gives what is there of it. */
  async function sent(more: Form = {}) {
    // Each from a telephone of their own: so many are taken from one address.
    const { visitor, send } = await stranger(`10.2.${Math.floor(++senders / 250)}.${senders % 250}`)
    const { to } = await send(more)
    expect(to).toMatch(/^\/worry\/receipt\/[\w-]{24}$/)
    const row = await arrived()
    const receipt = async () => (await visitor.get(to)).body
    return { ...row, to, visitor, receipt, base: `/case/${row.reference}` }
  }
  type Sent = Awaited<ReturnType<typeof sent>>
  type Arrived = Pick<Sent, 'case_id' | 'root'>

  /** The council records something on the file. */
  async function records({ case_id: caseId }: Arrived, kind: string, about: string, data: object, words: Form = {}) {
    const { ids } = await here.server.record('duty', {
      acts: [{ act: 'record', caseId, kind, about, happened: on('2026-04-14'), data: { ...data }, narrative: words }],
    })
    return ids[0] as string
  }
  const decides = (one: Arrived) =>
    records(
      one,
      'referral-decided',
      one.root,
      { outcome: 'no-further-action' },
      { reasons: 'Nobody else knows of it.' },
    )
  /** Tells the sender of a decision, or of an answer. */
  const tells = (one: Arrived, about: string, explained = 'We spoke to the family.') =>
    records(one, 'referrer-told', about, {}, { explained })

  const restricts = ({ case_id: id }: Sent, to: string) =>
    owner.query('update case_file set restriction = $2 where id = $1', [id, to])

  async function joins({ case_id: id }: Sent, restriction: string) {
    const { id: other } = await here.newCase('Penhallow')
    await owner.query('update case_file set restriction = $2 where id = $1', [other, restriction])
    await owner.query(
      `insert into person_link (id, area_id, case_id, other_area_id, other_case_id, why, linked_at) values ($1, $2, $3, $2, $4, 'x', now())`,
      [newId(), here.server.borough.area, other, id],
    )
  }

  const seenOf = async ({ case_id: caseId }: Sent) =>
    (await here.factsOf(caseId)).find(({ kind }) => kind === 'referral-received')?.number ?? 0
  const why = { reason: 'It is about another child.' }
  async function strikesOut(one: Sent) {
    const act = {
      act: 'strike-out',
      caseId: one.case_id,
      root: one.root,
      seen: await seenOf(one),
      narrative: why,
    } as const
    return here.server.record('manager', { acts: [act] })
  }
  async function moves(one: Sent) {
    const { id: toCaseId } = await here.newCase('Penhallow')
    const at = { caseId: one.case_id, root: one.root, seen: await seenOf(one), toCaseId }
    return here.server.record('manager', { acts: [{ act: 'move', ...at, narrative: why }] })
  }
  const disposes = ({ case_id: caseId }: Sent) =>
    here.server.record('manager', { acts: [{ act: 'dispose', caseId, happened: on('2026-04-14'), data: {} }] })

  return { here, stranger, sent, arrived, records, decides, tells, restricts, joins, strikesOut, moves, disposes }
}

export type Receipts = Awaited<ReturnType<typeof givenReceipts>>
export type SentReferral = Awaited<ReturnType<Receipts['sent']>>
