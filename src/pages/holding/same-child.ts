/** Other files that may be of the same child, among those that the visitor may see. That they were looked for is logged. */

import type { ReadCase } from '../../ledger/read.ts'
import { type Found, findPeople } from '../../people/search.ts'
import { emptyQuery } from '../../people/search-query.ts'
import { addressKnown, childBorn, childIdentified, childNamed } from '../../procedures/people.ts'
import { wordsOf } from '../case-file/child.ts'
import type { OpenReading } from '../pipeline/page.ts'

const mostOffered = 6

/** The likest first, each with what the two have in common. */
export async function findSameChild({ client, logSearch }: OpenReading, read: ReadCase): Promise<Found[]> {
  const last = (kind: string) => read.known.byKind.get(kind)?.at(-1)
  const { forenames = '', surname = '' } = wordsOf(read, last(childNamed.kind))
  const born = last(childBorn.kind)
  const identifiers = (read.known.byKind.get(childIdentified.kind) ?? []).flatMap(
    fact => wordsOf(read, fact)['identifier'] || [],
  )
  if (!surname && identifiers.length === 0) return []
  await logSearch()
  const query = {
    ...emptyQuery,
    forenames,
    surname,
    birthDay: born?.happened.certainty === 'day' ? born.happened.from : null,
    postcode: wordsOf(read, last(addressKnown.kind))['postcode'] || null,
    identifiers,
  }
  const found = await findPeople(client, [read.head.areaId], query, 3 * mostOffered)
  return found.filter(one => one.role === 'child' && one.caseId !== read.head.id).slice(0, mostOffered)
}
