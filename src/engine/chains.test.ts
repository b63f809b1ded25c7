import { expect, test } from 'vitest'
import type { Day } from '../guidance/days.ts'
import { type Entry, fact } from './fact.ts'
import { knownAt } from './statements.ts'

const plain = { label: 'Label', happenedOn: 'Day', fields: {} }
const opening = fact('opening', plain)
const step = fact('step', { ...plain, about: ['step', 'opening'], aboutLatest: true })
const strict = fact('strict', { ...plain, about: ['step', 'opening'] })
const one = fact('one', { ...plain, about: ['other'] })
const other = fact('other', { ...plain, about: ['one'] })
const kinds = new Map([opening, step, strict, one, other].map(kind => [kind.kind, kind]))

let number = 0
function entry(id: string, kind: string, day: Day, about: string | null = null): Entry {
  number += 1
  return {
    id,
    number,
    act: 'record',
    root: id,
    kind,
    shape: 1,
    happened: { from: day, to: day, certainty: 'day', at: null },
    recordedAt: number,
    recordedOn: day,
    agency: 'authority',
    about,
    answers: null,
    occasion: null,
    source: null,
    knownSince: null,
    data: {},
  }
}
const chain = (id: string, ...entries: Entry[]) => knownAt(entries, 1_000_000, kinds).chains.get(id)

test('a fact continues what it says it continues, and goes back to what that one continues', () => {
  const facts = [
    entry('a', 'opening', '2026-01-01'),
    entry('b', 'opening', '2026-02-01'),
    entry('c', 'step', '2026-03-01', 'a'),
  ]
  expect(chain('c', ...facts)).toEqual(['c', 'a'])
})

test('where it says nothing, it continues the latest before it of the first kind in order', () => {
  const facts = [
    entry('a', 'opening', '2026-01-01'),
    entry('b', 'step', '2026-01-02'),
    entry('c', 'opening', '2026-02-01'),
  ]
  expect(chain('d', ...facts, entry('d', 'strict', '2026-03-01'))).toEqual(['d', 'b', 'a'])
})

test('or of the latest line, where its kind says so', () => {
  const facts = [
    entry('a', 'opening', '2026-01-01'),
    entry('b', 'step', '2026-01-02'),
    entry('c', 'opening', '2026-02-01'),
  ]
  expect(chain('d', ...facts, entry('d', 'step', '2026-03-01'))).toEqual(['d', 'c'])
  expect(chain('d', ...facts.slice(0, 2), entry('d', 'step', '2026-03-01'))).toEqual(['d', 'b', 'a'])
})

test('on one day the order of recording does not matter, except between kinds that could continue each other', () => {
  expect(chain('b', entry('b', 'strict', '2026-01-01'), entry('a', 'opening', '2026-01-01'))).toEqual(['b', 'a'])
  const mutual = [entry('x', 'one', '2026-01-01'), entry('y', 'other', '2026-01-01')]
  expect(chain('x', ...mutual)).toEqual(['x'])
  expect(chain('y', ...mutual)).toEqual(['y', 'x'])
})

test('a fact of a later day is never continued', () => {
  expect(chain('b', entry('b', 'strict', '2026-01-01'), entry('a', 'opening', '2026-01-02'))).toEqual(['b'])
})
