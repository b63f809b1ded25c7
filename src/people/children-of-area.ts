/** How common names are among the children of an area, as they were counted last. */
import type { PoolClient } from 'pg'
import type { ChildrenOfArea } from './matching/one-child.ts'
import { sounds } from './search-keys.ts'

/** The key under which the number of children stands. */
export const everyChild = ''

/**
 * What is known of the names that are to be compared; before they were counted, nothing.
 * @param names the names that are compared with others
 */
export async function childrenOfArea(
  client: PoolClient,
  areaId: string,
  names: readonly { readonly forenames: string; readonly surname: string }[],
): Promise<ChildrenOfArea> {
  const keys = names.flatMap(({ forenames, surname }) => [
    ...sounds(surname).map(sound => `s:${sound}`),
    ...sounds(forenames).map(sound => `f:${sound}`),
  ])
  const { rows } = await client.query<{ key: string; share: number }>({
    name: 'shares of names',
    text: 'select key, share from name_share where area_id = $1 and key = any($2)',
    values: [areaId, [everyChild, ...new Set(keys)]],
  })
  const shares = new Map(rows.map(({ key, share }) => [key, share]))
  return { count: shares.get(everyChild) ?? 0, shares }
}
