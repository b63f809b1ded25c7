/** Where a rule is written. Every rule in the procedures names one of these; silence about confirmation means unconfirmed. */
import { type EditionCode, getEdition } from './editions.ts'

/**
 * A place in a document: its chapter, paragraph, heading or page. `edition` is 'law' for an Act or regulations.
 * `confirmed` says that the rule was found in a source at hand, not that it was compared with the printed guidance.
 */
export type Source = {
  readonly document: string
  readonly at: string
  readonly edition: EditionCode | 'law'
  readonly confirmed: boolean
}

type Mark = { readonly confirmed: boolean }

/** A document that can be cited: `wt2018.at("chapter 1, 'Referral' (J18 p.16; D20 p.17)", { confirmed: false })`. */
export type Document = { readonly at: (place: string, mark?: Mark) => Source }

function document(edition: EditionCode): Document {
  const { title } = getEdition(edition)
  return { at: (at, { confirmed } = { confirmed: false }) => ({ document: title, at, edition, confirmed }) }
}

export const wt2015 = document('wt2015')
export const wt2018 = document('wt2018')
export const wt2018dec2020 = document('wt2018-dec2020')
export const wt2023 = document('wt2023')
export const wt2026 = document('wt2026')
export const transition2018 = document('transition2018')
export const panel2019 = document('panel2019')
export const cdr2018 = document('cdr2018')
export const cwsa2026 = document('cwsa2026')

/** A place in an Act or regulations: `act('Children Act 1989', 's47(1)', { confirmed: true })`. Unconfirmed unless it says so. */
export function act(title: string, at: string, { confirmed }: Mark = { confirmed: false }): Source {
  return { document: title, at, edition: 'law', confirmed }
}

/** The source on one line, as shown beside a duty; says when it is unconfirmed. */
export function describeSource(source: Source): string {
  return `${source.document}, ${source.at}${source.confirmed ? '' : ' (unconfirmed)'}`
}
