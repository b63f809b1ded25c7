/** How somebody stands to the child or the matter of a file, in words. */
import { isTitle } from '../../people/search.ts'
import { personConnected } from '../../procedures/people.ts'

const relationships: Readonly<Record<string, { readonly label: string }>> = {
  ...personConnected.fields.relationship.options,
  'affected-child': { label: 'Child affected' },
  involved: { label: 'Person involved' },
  worker: { label: 'Person the allegation is about' },
}

/** "Mother of Aria Fenwick". */
export function sayRelationship(role: string, ofFile: string): string {
  const label = relationships[role]?.label ?? 'Somebody around'
  return isTitle(role) ? label : `${label} of ${ofFile}`
}
