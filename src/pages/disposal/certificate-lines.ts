/** What a certificate of disposal says, line by line: the page and the document say the same. */
import { count, sayDay, sayTime } from '../kit/days.ts'
import type { Certificate } from './certificate.page.ts'
import { sayRule, sayWhose } from './words.ts'

/** Terms with what they say. */
export function linesOf(certificate: Certificate): (readonly [term: string, value: string])[] {
  const { data, reference, agency, on, at, chain, proposedBy, approvedBy } = certificate
  const { category, counts, months, isSet, countsFrom, closedOn, keptUntil, facts, passages, from } = data
  return [
    ['Record', `File ${reference}, kept by ${agency}`],
    ['Disposed of', `${sayDay(on)}, ${sayTime(at)}`],
    ['Rule', `${sayRule(category, counts, months)}. Local policy: ${sayWhose(isSet)}.`],
    ['Closed', sayDay(closedOn)],
    ['Kept until', `${sayDay(keptUntil)}, counted from ${counts === 'birth' ? 'the birth' : sayDay(countsFrom)}`],
    [
      'What it held',
      `${count(facts, 'entry', 'entries')} of ${sayDay(from)} to ${sayDay(closedOn)} and after, with ${count(passages, 'passage')} of words`,
    ],
    ['Proposed by', `${proposedBy}, ${sayDay(data.proposedOn)}`],
    ['Approved by', `${approvedBy}, ${sayDay(on)}`],
    ['Chain before (SHA-256)', data.chain],
    ['Chain now (SHA-256)', chain],
  ]
}

export const taken =
  'All words are gone: names, addresses, numbers, reports, what was said and why, also where they were shared or searched for.'
export const left =
  'What stays is the chain: that something of a kind was recorded on a day, by which agency, and who looked. Without it nobody could show that nothing else was taken away. It holds codes and days and no words.'
