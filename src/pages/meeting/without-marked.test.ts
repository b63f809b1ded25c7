import { expect, test } from 'vitest'
import { withoutMarked } from './without-marked.ts'

const kept = new Set(['third-party', 'risk'] as const)

test.each([
  ['words that are not marked stay', 'She is well. She eats.', 'She is well. She eats.'],
  ['a sentence of its own', 'We met. [risk: The aunt rang.] We decided.', 'We met. We decided.'],
  ['a word within one takes all of it', 'We met. He did [risk: not] hit her. We decided.', 'We met. We decided.'],
  ['a title ends no sentence', 'She is well. Dr. [third party: Marsh] saw her.', 'She is well.'],
  ['a line of its own leaves no empty line', 'One\n[risk: Two]\nThree', 'One\nThree'],
  ['a paragraph of its own neither', 'One.\n\n[risk: Two.]\n\nThree.', 'One.\n\nThree.'],
  ['at the end of a line the line ends', 'One. [risk: Two.]\nThree.', 'One.\nThree.'],
  ['a numbered line goes with its number', '1. One\n2. [risk: Two]', '1. One'],
  ['all of it', '[risk: One. Two.]', ''],
  ['marks that are not kept from this reader lose their brackets', 'A [not to parents: b] c.', 'A b c.'],
  ['several sentences under one mark', 'She ate. [risk: He rang. He came.] We met.', 'She ate. We met.'],
  ['a bracket that was forgotten', 'She ate. [risk: He rang. He came.\n\nWe met.', 'She ate.\n\nWe met.'],
])('%s', (_, text, left) => {
  expect(withoutMarked(text, kept).text).toBe(left)
})

test('says which marks stood there, each once', () => {
  expect(withoutMarked('[risk: a.] [risk: b.] [third party: c.] [not to parents: d.]', kept).found).toEqual([
    'risk',
    'third-party',
  ])
  expect(withoutMarked('Nothing. [risk: ]', kept).found).toEqual([])
})
