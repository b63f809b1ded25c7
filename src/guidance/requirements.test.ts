import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { findRequirement, requirements } from './requirements.ts'

const specification = new URL('../../../shared/guidance/wt2018.md', import.meta.url)
const count = (force: string) => requirements.filter(requirement => requirement.force === force).length

test('all 427 requirements stand here: 88 must, 295 should, 7 may, 37 note; 213 confirmed', () => {
  expect(requirements.length).toBe(427)
  expect(new Set(requirements.map(requirement => requirement.id)).size).toBe(427)
  expect(['must', 'should', 'may', 'note'].map(count)).toEqual([88, 295, 7, 37])
  expect(requirements.filter(requirement => requirement.confirmed).length).toBe(213)
  expect(findRequirement('WT18-1.18-01')?.section).toBe('Initial child protection conference')
  expect(findRequirement('WT18-9.9-99')).toBeUndefined()
})

test('every title is short, and says something no other in its section says', () => {
  for (const { id, title } of requirements) {
    expect(title.length, id).toBeGreaterThan(12)
    expect(title.length, id).toBeLessThanOrEqual(110)
  }
  const titles = requirements.map(({ section, title }) => `${section}: ${title}`)
  expect(new Set(titles).size).toBe(titles.length)
})

test.skipIf(!existsSync(specification))(
  'ids, force and confirmation equal the specification, and no title is its sentence (skipped where ../shared is not beside the repository)',
  () => {
    const text = readFileSync(specification, 'utf8')
    const rows = [...text.matchAll(/^- \*\*(WT18-[\d.]+-\d+)\*\* \((\w+)\) (.*)$/gm)]
    expect(requirements.map(({ id, force, confirmed }) => [id, force, confirmed])).toEqual(
      rows.map(([, id, force, rest]) => [id, force, /\[C: S/.test(rest ?? '')]),
    )
    const plain = (words: string) => words.toLowerCase().replaceAll('’', "'")
    for (const { id, title } of requirements) expect(plain(text).includes(plain(title)), `${id} ${title}`).toBe(false)
  },
)
