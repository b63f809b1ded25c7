import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { coverageDocument, dutiesDocument } from '../../src/procedures/documents.ts'
import { guidance } from '../../src/procedures/index.ts'

const read = (name: string) => readFileSync(path.resolve(import.meta.dirname, '../../docs', name), 'utf8')

test('docs/duties.md and docs/coverage.md are those of the guidance as it is encoded', () => {
  expect(read('duties.md')).toBe(dutiesDocument(guidance))
  expect(read('coverage.md')).toBe(coverageDocument(guidance))
})
