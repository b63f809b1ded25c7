import { expect, test } from 'vitest'
import { grounds, isGround } from './withholding.ts'

test('each ground has its law, a label of its own, and a sentence for whoever asked that ends as a sentence does', () => {
  const all = Object.values(grounds)
  expect(new Set(all.map(one => one.label)).size).toBe(all.length)
  for (const { toThem, source } of all) {
    expect(source.edition).toBe('law')
    expect(source.at).toMatch(/Schedule|Article/)
    expect(toThem).toMatch(/^[A-Z].*\.$/)
  }
})

test('only what the list names is a ground', () => {
  expect(['third-party', 'constructor', ''].map(isGround)).toEqual([true, false, false])
})
