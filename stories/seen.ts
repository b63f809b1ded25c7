/** Which forms the stories of procedures fill in, and where first: for `docs/coverage.md`, which says where a prompt is seen. */
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ProcedureStory } from './procedure-story.ts'

const folder = path.join(import.meta.dirname, 'procedures')
// By its whole address: a list of files that a test runner made of a pattern does not know one that was added since.
const fileOf = (name: string) => pathToFileURL(path.join(folder, `${name}.ts`)).href

/** For each kind of fact, the story that records it and its sentence; the story of its own procedure before any other. */
export async function seenInStories(
  procedureOf: (kind: string) => string | undefined,
): Promise<ReadonlyMap<string, { story: string; says: string }>> {
  const seen = new Map<string, { story: string; says: string }>()
  const names = readdirSync(folder)
    .map(name => path.basename(name, '.ts'))
    .toSorted()
  for (const name of names) {
    const { story } = (await import(/* @vite-ignore */ fileOf(name))) as { story: ProcedureStory }
    for (const [says, happens] of story.steps) {
      if (typeof happens === 'string' || happens.act !== 'record') continue
      const before = seen.get(happens.kind)
      const isOwn = procedureOf(happens.kind) === name && before?.story !== name
      if (!before || isOwn) seen.set(happens.kind, { story: name, says })
    }
  }
  return seen
}
