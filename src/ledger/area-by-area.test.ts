import { beforeAll, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../test/fresh-database.ts'
import { newId } from '../platform/identifier.ts'
import { areaByArea } from './area-by-area.ts'

let db: FreshDatabase
const areas = Array.from({ length: 12 }, newId).toSorted()
beforeAll(async () => {
  db = await freshDatabase()
  for (const id of areas)
    await db.owner.query(`insert into area (id, kind, name) values ($1, 'authority', 'An area')`, [id])
})

/** Does one piece a batch where some wait. @returns where it did any, in its order */
async function run(waiting: Map<string, number>, most: number, isStopped = () => false) {
  const did: string[] = []
  const batch = async (id: string) => {
    const left = waiting.get(id) ?? 0
    if (left === 0) return { done: 0, isMore: false }
    did.push(id)
    waiting.set(id, left - 1)
    return { done: 1, isMore: left > 1 }
  }
  return { ...(await areaByArea(db.recorder, batch, most, isStopped)), did }
}

test('every area has one batch in a run, however much waits in those before it', async () => {
  const waiting = new Map(areas.map(id => [id, 5]))
  expect(await run(waiting, 10)).toEqual({ done: 12, isMore: true, did: areas })
})

test('areas where nothing waits count for nothing, and what is left over goes where more waits', async () => {
  const [last = ''] = areas.slice(-1)
  expect(await run(new Map([[last, 3]]), 2)).toEqual({ done: 2, isMore: true, did: [last, last] })
  expect(await run(new Map([[last, 2]]), 2)).toEqual({ done: 2, isMore: false, did: [last, last] })
  expect(await run(new Map(), 2)).toEqual({ done: 0, isMore: false, did: [] })
})

test('it ends after the batch in hand', async () => {
  const waiting = new Map(areas.map(id => [id, 1]))
  expect(await run(waiting, 10, () => true)).toEqual({ done: 1, isMore: true, did: areas.slice(0, 1) })
})
