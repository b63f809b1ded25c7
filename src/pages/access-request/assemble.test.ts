/** What is given of a text, whatever is marked in it and whatever somebody chose to leave out. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Mark, readMarks } from '../../engine/marks.ts'
import { given, type Part, proposalFor, type Text } from './assemble.ts'

const textWith = (words: string, parts: readonly Partial<Part>[]): Text => ({
  factId: 'f',
  field: 'seen',
  label: 'Seen',
  pieces: readMarks(words),
  parts: parts.map(part => ({
    factId: 'f',
    field: 'seen',
    from: 0,
    to: 0,
    key: '',
    text: '',
    decided: undefined,
    proposal: undefined,
    ...part,
  })),
})
const withhold = { decision: 'withhold', ground: 'crime', why: '' } as const

test.each<[Mark[], 'person' | 'parent' | 'representative', string | null]>([
  [['third-party'], 'person', 'third-party'],
  [['risk'], 'parent', 'serious-harm'],
  [['not-to-parents'], 'parent', 'not-to-parents'],
  [['not-to-parents'], 'person', null],
  [['not-to-parents'], 'representative', null],
  [['risk', 'not-to-parents'], 'person', 'serious-harm'],
])('%s, asked for by a %s: %s', (marks, requester, ground) => {
  expect(proposalFor(marks, requester).ground).toBe(ground)
})

test('passages over the edge of a mark, or over each other, are left out once and whole', () => {
  const words = 'one [risk: two] three'
  const both = [
    { from: words.indexOf('two'), to: words.indexOf('two') + 3, proposal: withhold },
    { from: 0, to: words.indexOf(' three'), proposal: withhold },
  ]
  expect(given(textWith(words, both))).toEqual([{ leftOut: 'crime' }, { text: ' three' }])
})

test('no letter of what is left out is given, and every letter of the rest is', () => {
  const range = fc.tuple(fc.nat(40), fc.nat(40)).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }))
  const words = fc.array(fc.constantFrom('a', 'b', ' ', '[risk: ', ']', '[', '\n\n')).map(parts => parts.join(''))
  fc.assert(
    fc.property(words, fc.array(range), (text, ranges) => {
      const result = given(
        textWith(
          text,
          ranges.map(one => ({ ...one, proposal: withhold })),
        ),
      )
      const expected = readMarks(text)
        .filter(piece => !piece.isNotation)
        .flatMap(piece => Array.from(piece.text).map((letter, at) => ({ letter, at: piece.from + at })))
        .filter(({ at }) => !ranges.some(({ from, to }) => from <= at && at < to))
        .map(({ letter }) => letter)
      expect(result.map(one => ('text' in one ? one.text : '')).join('')).toBe(expected.join(''))
    }),
  )
})
