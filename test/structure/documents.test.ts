import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { coverageDocument, dutiesDocument } from '../../src/procedures/documents.ts'
import { guidance } from '../../src/procedures/index.ts'
import { seenInStories } from '../../stories/seen.ts'

const seen = await seenInStories(kind => guidance.procedureOf.get(kind)?.id)
const read = (name: string) => readFileSync(path.resolve(import.meta.dirname, '../../docs', name), 'utf8')

test('docs/duties.md and docs/coverage.md are those of the guidance as it is encoded', () => {
  expect(read('duties.md')).toBe(dutiesDocument(guidance))
  expect(read('coverage.md')).toBe(coverageDocument(guidance, seen))
})

test('each prompt of the introduction and of chapters 1 and 2 is seen by a story of a procedure', () => {
  const prompts = guidance.procedures.filter(one => /^[0-2]\./.test(one.section)).flatMap(one => one.prompts)
  expect(prompts.filter(({ at }) => !seen.has(at.kind)).map(one => one.id)).toEqual([])
})
