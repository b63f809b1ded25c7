/** `goldthread duties`: writes docs/duties.md and docs/coverage.md from the encoded guidance; with --json, prints the duties. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { describeLimit } from '../guidance/limits.ts'
import { describeSource } from '../guidance/sources.ts'
import { coverageDocument, dutiesDocument, type Seen } from '../procedures/documents.ts'
import { guidance } from '../procedures/index.ts'
import { readArgs } from './open.ts'

const docs = path.resolve(import.meta.dirname, '../../docs')

export async function run(args: string[]): Promise<number> {
  const { values } = readArgs(args, { json: { type: 'boolean' } }, 'duties [--json]')
  if (values.json) {
    process.stdout.write(`${JSON.stringify([...guidance.rules.values()].map(ruleAsData))}\n`)
    return 0
  }
  mkdirSync(docs, { recursive: true })
  writeFileSync(path.join(docs, 'duties.md'), dutiesDocument(guidance))
  writeFileSync(path.join(docs, 'coverage.md'), coverageDocument(guidance, await seen()))
  process.stdout.write('docs/duties.md and docs/coverage.md are written.\n')
  return 0
}

/** What the stories see; they stand beside the source and are no part of what runs. */
async function seen(): Promise<Seen> {
  const stories = pathToFileURL(path.resolve(import.meta.dirname, '../../stories/seen.ts')).href
  const { seenInStories } = (await import(stories)) as {
    seenInStories: (of: (kind: string) => string | undefined) => Promise<Seen>
  }
  return seenInStories(kind => guidance.procedureOf.get(kind)?.id)
}

function ruleAsData(rule: typeof guidance.rules extends ReadonlyMap<string, infer R> ? R : never): object {
  return {
    id: rule.id,
    who: rule.who,
    must: rule.must,
    arisesFrom: rule.arisesFrom.kind,
    metBy: rule.dischargedBy.map(kind => kind.kind),
    cites: rule.cites,
    editions: rule.editions.map(({ edition, force, within, source }) => ({
      edition,
      force,
      limit: describeLimit(within),
      source: describeSource(source),
      confirmed: source.confirmed,
    })),
  }
}
