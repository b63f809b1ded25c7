/**
 * Saying on the receipt of a referral that one does not agree with what one was told, and going on from there: accepting an answer,
 * taking it a stage higher, or withdrawing it. For whoever has the code, without an account.
 */
import { NotFound } from '../../access/refusals.ts'
import { type PublicReceipt, type ReceiptStep, receiptSteps } from '../../ledger/public-receipt.ts'
import { isReceiptCode } from '../../ledger/public-referral.ts'
import { isId, newId } from '../../platform/identifier.ts'
import { typedIn, valueOf } from '../pipeline/fields.ts'
import type { Answer, OpenVisit } from '../pipeline/page.ts'
import { readSaid } from './read-said.ts'
import { type Saying, sayView } from './say.view.tsx'
import { receiptHref } from './worry.page.ts'

/** `GET /worry/receipt/:code/:step`; what cannot be said now leads to the receipt. */
export async function page(visit: OpenVisit): Promise<Answer> {
  const { code, step, receipt } = await openStep(visit)
  if (!receipt.steps.includes(step)) return { redirect: receiptHref(code) }
  return { html: ask(visit, receipt, step, {}) }
}

/** `POST /worry/receipt/:code/:step`: the same form twice is said once. */
export async function submit(visit: OpenVisit): Promise<Answer> {
  const { code, step, receipt } = await openStep(visit)
  const typed = typedIn(visit.body)
  const asked = valueOf(visit.body, '_key')
  const key = isId(asked) ? asked : newId()
  const state = valueOf(visit.body, '_state')
  const read = readSaid(step, typed, visit.today)
  if ('messages' in read) {
    const { messages } = read
    return { html: ask(visit, receipt, step, { typed, key, state, messages }), status: 422 }
  }
  const outcome = await visit.worries.say({
    ...read,
    code,
    step,
    key,
    state,
    typed: JSON.stringify(Object.entries(typed).toSorted(([a], [b]) => (a < b ? -1 : 1))),
    isTooMuch: await visit.worries.areTooMany(),
  })
  if (outcome === undefined) throw new NotFound()
  if (outcome === 'said') return { redirect: `${receiptHref(code)}?done=${step}` }
  if (outcome === 'too-many')
    return { html: ask(visit, receipt, step, { typed, key, state, notice: outcome }), status: 429 }
  // What is there now was recorded while this arrived.
  const { receipt: now } = await openStep(visit)
  return { html: ask(visit, now, step, { typed, notice: outcome }), status: 409 }
}

/** The page was open for too long: what was typed comes back under a new key, since a page of somebody else may have made this form. */
export async function tooOld(visit: OpenVisit): Promise<Answer> {
  const { step, receipt } = await openStep(visit)
  const notice = receipt.steps.includes(step) ? 'too-old' : 'not-now'
  return { html: ask(visit, receipt, step, { typed: typedIn(visit.body), notice }) }
}

function ask(visit: OpenVisit, receipt: PublicReceipt, step: ReceiptStep, saying: Partial<Saying>): string {
  const { state } = receipt
  return sayView(visit, receipt, step, { typed: {}, messages: [], notice: undefined, key: newId(), state, ...saying })
}

async function openStep(visit: OpenVisit) {
  const { code = '', step: asked } = visit.params
  const step = receiptSteps.find(one => one === asked)
  const receipt = step && isReceiptCode(code) ? await visit.worries.receiptOf(code) : undefined
  if (!step || !receipt) throw new NotFound()
  return { code, step, receipt }
}
