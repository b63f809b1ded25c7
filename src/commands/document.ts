/** `goldthread document`: writes the generated documents, docs/duties.md and docs/coverage.md. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { coverageDocument, dutiesDocument } from '../procedures/documents.ts'
import { guidance } from '../procedures/index.ts'

const docs = path.resolve(import.meta.dirname, '../../docs')

export async function run(): Promise<number> {
  mkdirSync(docs, { recursive: true })
  writeFileSync(path.join(docs, 'duties.md'), dutiesDocument(guidance))
  writeFileSync(path.join(docs, 'coverage.md'), coverageDocument(guidance))
  process.stdout.write('docs/duties.md and docs/coverage.md are written.\n')
  return 0
}
