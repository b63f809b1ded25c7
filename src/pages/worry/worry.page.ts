/**
 * Telling a council of a child without an account: one page for a frightened neighbour and for a busy teacher. Nothing is looked up
 * for it, so that nobody learns from it whether there is a file.
 */
import { NotFound } from '../../access/refusals.ts'
import { isReceiptCode, newReceiptCode } from '../../ledger/public-referral.ts'
import type { Council } from '../../people/agencies.ts'
import { typedIn, valueOf } from '../pipeline/fields.ts'
import type { Answer, OpenVisit } from '../pipeline/page.ts'
import { readWorry } from './read-worry.ts'
import { councilsView, worryView } from './worry.view.tsx'

/** `GET /worry`, `GET /worry/:area` */
export async function page(visit: OpenVisit): Promise<Answer> {
  return withCouncil(visit, council => ask(visit, council, {}))
}

/** `POST /worry`, `POST /worry/:area`: the same form twice is one referral, and leads to the same receipt. */
export async function submit(visit: OpenVisit): Promise<Answer> {
  return withCouncil(visit, async council => {
    const typed = typedIn(visit.body)
    const asked = valueOf(visit.body, '_code')
    const code = isReceiptCode(asked) ? asked : newReceiptCode()
    const read = readWorry(typed, visit.today)
    if ('messages' in read) return { ...ask(visit, council, { typed, code, messages: read.messages }), status: 422 }
    if ((await visit.worries.areTooMany()) && !(await visit.worries.receiptOf(code)))
      return { ...ask(visit, council, { typed, code, notice: 'too-many' }), status: 429 }
    const recorded = await visit.worries.record({
      areaId: council.areaId,
      authorityId: council.authority.id,
      code,
      typed: JSON.stringify(Object.entries(typed).toSorted(([a], [b]) => (a < b ? -1 : 1))),
      facts: read.facts,
    })
    if (recorded === 'otherwise')
      return { ...ask(visit, council, { typed, notice: 'changed', before: code }), status: 409 }
    return { redirect: receiptHref(code) }
  })
}

/**
 * The page was open for too long: what was typed comes back, with one button that sends it. Under a new code, because a page of
 * somebody else may have made this form, and would know the one it brought.
 */
export async function tooOld(visit: OpenVisit): Promise<Answer> {
  return withCouncil(visit, council => ask(visit, council, { typed: typedIn(visit.body), notice: 'too-old' }))
}

/** Where the receipt of a code is. */
export function receiptHref(code: string): string {
  return `/worry/receipt/${code}`
}

interface Asked {
  readonly typed?: Parameters<typeof worryView>[1]['typed']
  readonly code?: string
  readonly messages?: Parameters<typeof worryView>[1]['messages']
  readonly notice?: Parameters<typeof worryView>[1]['notice']
  /** The code under which other words arrived before. */
  readonly before?: string
}

function ask(visit: OpenVisit, council: Council, { typed = {}, messages = [], code, notice, before }: Asked) {
  return {
    html: worryView(visit, {
      council,
      typed,
      messages,
      code: code ?? newReceiptCode(),
      notice,
      before: before === undefined ? undefined : receiptHref(before),
    }),
  }
}

/** The council of the address; where only one is there, that one. Else people choose first. @throws NotFound */
async function withCouncil(visit: OpenVisit, answer: (council: Council) => Answer | Promise<Answer>): Promise<Answer> {
  const councils = await visit.worries.councils()
  const { area } = visit.params
  const council = area === undefined && councils.length === 1 ? councils[0] : councils.find(one => one.areaId === area)
  if (council) return answer(council)
  if (area !== undefined) throw new NotFound()
  return { html: councilsView(visit, councils) }
}
