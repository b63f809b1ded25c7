/** How to reach whoever can do what was refused: the team that works on the case, and the council of the area with its telephone. */
import type { Pool } from 'pg'
import { NotAllowed } from './refusals.ts'

interface OpenedCase {
  readonly head: { readonly areaId: string; readonly teamName: string | null }
}

/**
 * Does the work; a refusal of it says how to reach them.
 * @param areaIds the areas of whoever asks
 * @param opened the cases that the work opened: of the last of them the team is named, which its reader may see
 */
export async function withReach<Result>(
  door: Pool,
  areaIds: readonly string[],
  opened: readonly OpenedCase[],
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof NotAllowed)) throw error
    const head = opened.at(-1)?.head
    const councils = await councilsOf(door, head ? [head.areaId] : areaIds)
    throw error.reachedAt([head?.teamName, councils].filter(Boolean).join(', '))
  }
}

async function councilsOf(door: Pool, areaIds: readonly string[]): Promise<string> {
  const { rows } = await door.query<{ name: string; telephone: string | null }>({
    name: 'councils to reach',
    text: `select a.name, a.telephone from area_agency e join agency a on a.id = e.agency_id
           where e.area_id = any($1) and e.is_authority order by a.name`,
    values: [areaIds],
  })
  return rows.map(({ name, telephone }) => (telephone ? `${name}, telephone ${telephone}` : name)).join('; ')
}
