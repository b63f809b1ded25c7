/** Work that waits in every area, done batch by batch beside those who work there. */
import type { Pool } from 'pg'

/**
 * Does batches in all areas, an area after the other: none waits until another has caught up, and each has one in every run.
 * @param batch does one batch in an area; says how much it did, and whether more waits there
 * @param most so many batches in all at most, where that leaves one for each area
 * @param isStopped asked between batches. Whoever begins does one, also where it is told to stop at once
 * @returns how much was done, and whether more waits
 */
export async function areaByArea(
  recorder: Pool,
  batch: (areaId: string) => Promise<{ readonly done: number; readonly isMore: boolean }>,
  most: number,
  isStopped: () => boolean,
): Promise<{ done: number; isMore: boolean }> {
  const { rows } = await recorder.query<{ id: string }>('select id from area order by id')
  let waiting = rows.map(({ id }) => id)
  let [done, batches] = [0, 0]
  for (let round = 0; waiting.length > 0; round++) {
    const again: string[] = []
    for (const id of waiting) {
      if ((round > 0 && batches >= most) || (batches > 0 && isStopped())) return { done, isMore: true }
      const some = await batch(id)
      if (some.done > 0) batches += 1
      done += some.done
      if (some.isMore) again.push(id)
    }
    waiting = again
  }
  return { done, isMore: false }
}
