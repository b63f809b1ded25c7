/** A disagreement in words. */
import { disagreementRaised, disagreementSettled, receiptOf, stages } from '../../procedures/disagreement-facts.ts'
import type { Raised } from '../../procedures/disagreement-ladder.ts'
import { sayDay } from '../kit/days.ts'
import type { OpenLadder } from './open-ladder.ts'

/** "Decision on a referral" */
export function sayMatter({ data }: Raised): string {
  return disagreementRaised.fields.decision.options[data.decision ?? 'other'].label
}

/** "Decision on a referral, of 14 April 2026" */
export function sayDecision(raised: Raised): string {
  const { data } = raised
  const label = sayMatter(raised)
  return data.decidedOn ? `${label}, of ${sayDay(data.decidedOn)}` : label
}

/** Who said it: an agency, or somebody without an account on the receipt of their referral. */
export function sayWho(
  fact: { readonly agency: string; readonly data: object },
  { agencies }: OpenLadder['names'],
): string {
  return receiptOf(fact) === undefined ? (agencies.get(fact.agency) ?? 'An agency') : throughPage
}

const throughPage = 'Whoever referred through the public page'

/** How it ended: "Linden Primary School withdrew it on 14 April 2026". */
export function sayEnd({ ladder: { ended }, names }: Pick<OpenLadder, 'ladder' | 'names'>): string {
  if (!ended) return ''
  const who = sayWho(ended.by, names)
  const on = sayDay(ended.by.happened.from)
  if (ended.how === 'withdrawn') return `${who} withdrew it on ${on}`
  const how = disagreementSettled.fields.resolution.options[ended.by.data.resolution ?? 'compromise'].label
  return `It was settled on ${on}: ${how.charAt(0).toLowerCase()}${how.slice(1)}`
}

/** Where it stands: "It went to the stage “Between managers” on 14 April 2026". */
export function sayStanding({ ladder: { present } }: Pick<OpenLadder, 'ladder'>): string {
  return `It went to the stage “${stages[present.stage]}” on ${sayDay(present.by.happened.from)}`
}
