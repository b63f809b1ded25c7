/** For tests of disagreeing from a receipt: somebody who was told of a decision, what they say on their receipt, and what the council says. */
import { givenReceipts, type SentReferral } from './given-receipt.ts'
import type { Visitor } from './visitor.ts'

type Form = Record<string, string>

/** What somebody writes who disagrees. */
export const raising = {
  asks: 'Go and see her at night.',
  reasons: 'It was as loud last night.',
  safety: 'not-safe',
  safetyHow: 'Nobody is with her after nine.',
} as const satisfies Form

export const upheld = {
  answer: 'upheld',
  reasons: 'The health visitor sees no harm.',
  answeredBy: 'Joss Pemberton, Duty worker',
  explained: 'We looked again, and it stays as it is. [third party: The aunt drinks.] Ring us if it goes on.',
}
export const changed = { ...upheld, answer: 'changed', explained: 'We will go and see her.' }
export const safe = {
  safety: 'safe',
  how: 'A worker calls tonight at 3 Quay Street.',
  safetyBy: 'Joss Pemberton, Duty worker',
}

/** What a form brings besides what is typed. */
export const hiddenIn = (body: string) =>
  Object.fromEntries(
    ['_key', '_state'].map(name => [name, new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? '']),
  )

/** An area with days of its own for the first two stages. */
export async function givenSenders() {
  const receipts = await givenReceipts()
  const { here } = receipts
  const { owner } = here.server.db
  for (const [key, days] of [
    ['disagreement-practitioners', 2],
    ['disagreement-managers', 3],
  ] as const)
    await owner.query(
      `insert into local_policy (area_id, key, from_day, amount, unit, approved_by) values ($1, $2, '2020-01-01', $3, 'working-days', 'The partners')`,
      [here.server.borough.area, key, days],
    )
  const as = {} as Record<'duty' | 'manager' | 'partnership' | 'police', Visitor>
  for (const name of ['duty', 'manager', 'partnership', 'police'] as const) as[name] = await here.signedIn(name)

  let children = 0
  /** Somebody who was told that nothing more is done. */
  async function decided() {
    const surname = `Hartnoll${++children}`
    const sent = await receipts.sent({ surname })
    await receipts.tells(sent, await receipts.decides(sent))
    return { ...sent, surname }
  }

  /** Opens the form of a step and gives what sends it. */
  async function open(one: SentReferral, step: string) {
    const { body } = await one.visitor.get(`${one.to}/${step}`)
    const hidden = hiddenIn(body)
    const send = (fields: Form = {}) => one.visitor.post(`${one.to}/${step}`, { ...hidden, ...fields })
    return { body, send, hidden }
  }
  const say = async (one: SentReferral, step: string, fields: Form = {}) => (await open(one, step)).send(fields)

  /** Where the council sees it. */
  async function ladder(one: SentReferral) {
    const { rows } = await owner.query<{ root: string }>(
      `select root from fact where case_id = $1 and kind = 'disagreement-raised' order by number desc limit 1`,
      [one.case_id],
    )
    return `${one.base}/disagreement/${rows[0]?.root}`
  }
  const take = async (one: SentReferral, who: keyof typeof as, step: string, fields: Form) =>
    as[who].write(`${await ladder(one)}/${step}`, fields)

  /** What stands on the file of a disagreement. */
  const kindsOf = async (one: SentReferral) =>
    (await here.factsOf(one.case_id)).map(({ kind }) => kind).filter(kind => kind.startsWith('disagreement'))
  const dutiesOf = async (one: SentReferral) =>
    Object.fromEntries(
      (
        await owner.query<{ rule: string; is: string }>(
          `select rule, case when met_by is not null then 'met' when lapsed_on is not null then 'lapsed' else 'open' end
             || coalesce(' ' || due_latest, '') as is from duty where case_id = $1`,
          [one.case_id],
        )
      ).rows.map(({ rule, is }) => [rule, is]),
    )
  return { ...receipts, as, decided, open, say, ladder, take, kindsOf, dutiesOf }
}

export type Senders = Awaited<ReturnType<typeof givenSenders>>
