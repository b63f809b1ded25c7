/** Loading the story into an empty database, as the first start does. */
import { loadStory } from '../src/story/load.ts'
import { doing, less, timed } from './report.ts'
import { type BenchServer, ledgerOf } from './server.ts'

export async function benchStory(server: BenchServer): Promise<void> {
  doing('Loading the story')
  const { db } = await server.create()
  const took = await timed(() => loadStory(db, ledgerOf(db)))
  const { rows } = await db.owner.query<{ facts: number }>('select count(*) as facts from fact')
  doing(`${rows[0]?.facts} facts`)
  less('story', took / 1000, 's', 8)
  await db.close()
}
