import { expect, test } from 'vitest'
import { schemaOf } from '../engine/schema.ts'
import { guidance } from '../procedures/index.ts'
import { lifelines } from './lifelines.ts'
import { storyLines } from './story.ts'

const today = { day: '2026-04-15', instant: Date.parse('2026-04-15T11:00:00Z') }
const wanted = { seed: 7, cases: 300, today, lengths: { median: 40, p95: 160 } }

const lines = [...lifelines(wanted)]

test('the same seed tells the same cases, another seed others', () => {
  const few = { ...wanted, cases: 30 }
  expect([...lifelines(few)]).toEqual([...lifelines(few)])
  expect([...lifelines({ ...wanted, cases: 3 })]).not.toEqual([...lifelines({ ...wanted, cases: 3, seed: 8 })])
})

test('cases are about as long as asked for', () => {
  const lengths = lines.map(one => one.acts.length).toSorted((a, b) => a - b)
  expect(lengths[150]).toBeGreaterThan(30)
  expect(lengths[150]).toBeLessThan(50)
  expect(lengths[285]).toBeGreaterThan(110)
  expect(lengths[285]).toBeLessThan(210)
})

test('identifiers and references are unlike each other', () => {
  const ids = lines.flatMap(({ acts }) => acts.flatMap(({ act }) => (act.act === 'record' && act.id ? [act.id] : [])))
  expect(new Set(ids).size).toBe(ids.length)
  expect(new Set(lines.map(one => one.opens.reference)).size).toBe(lines.length)
})

test('the story can be told on any day: a weekend, a bank holiday, the first and the last of a month', () => {
  for (const day of [
    '2026-05-02',
    '2026-05-25',
    '2026-12-25',
    '2027-01-01',
    '2026-11-22',
    '2028-02-29',
    '2026-08-31',
  ]) {
    const story = storyLines({ day, instant: Date.parse(`${day}T09:30:00Z`) })
    expect(new Set(story.map(one => one.opens.id)).size).toBe(story.length)
    for (const { acts } of story) {
      expect(acts.every((one, at) => at === 0 || one.recordedAt >= (acts[at - 1]?.recordedAt ?? 0))).toBe(true)
      for (const { act } of acts) {
        if (act.act !== 'record') continue
        const definition = guidance.kinds.get(act.kind)
        expect(definition && schemaOf(definition).safeParse({ ...act.data, ...act.narrative }).error?.issues[0]).toBe(
          undefined,
        )
        expect(act.happened.from <= day).toBe(true)
      }
    }
  }
})

test('few sentences are told twice on one case, and none has an empty slot', () => {
  for (const { acts } of storyLines(today)) {
    const texts = acts.flatMap(({ act }) => Object.values(act.narrative).filter(text => text.length > 60))
    expect(new Set(texts).size).toBeGreaterThan(texts.length * 0.6)
    for (const text of texts) expect(text).not.toMatch(/\{\w+\}|undefined/)
  }
})
