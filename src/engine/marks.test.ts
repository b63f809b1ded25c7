import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Mark, markedPassages, marks, readMarks, withMark } from './marks.ts'

/** Marked words with their marks: "third-party: her aunt". */
const read = (text: string) => markedPassages(text).map(one => `${one.marks.join(' + ')}: ${one.text}`)

test.each<[says: string, text: string, expected: string[]]>([
  ['ordinary words have no mark', 'He said [sic] that he was tired.', []],
  [
    'each mark is read',
    '[third party: a] b [risk: c] [not to parents: d]',
    ['third-party: a', 'risk: c', 'not-to-parents: d'],
  ],
  [
    'large and small letters are the same',
    '[Third Party: her aunt] [RISK:he was told]',
    ['third-party: her aunt', 'risk: he was told'],
  ],
  ['a mark may hold several lines', '[risk: one\ntwo] three', ['risk: one\ntwo']],
  ['brackets within a mark are its own', '[risk: see [1] and [2]] after', ['risk: see [1] and [2]']],
  [
    'a mark within a mark has both',
    '[not to parents: a [third party: b] c] d',
    ['not-to-parents: a ', 'third-party + not-to-parents: b', 'not-to-parents:  c'],
  ],
  ['one that is not closed ends with its paragraph', 'a [risk: b\nc\n\nd', ['risk: b\nc']],
  ['one that is not closed at the end of the text', 'a [risk: b', ['risk: b']],
  ['a closing bracket alone is a word', 'a] b [risk: c]]', ['risk: c']],
  ['an empty mark marks nothing', '[risk: ] [risk:]', []],
  ['a name that is no mark is none', '[secret: a] [risky: b] [third parties: c]', []],
  ['a mark with no colon is none', '[risk a]', []],
])('%s', (_, text, expected) => {
  expect(read(text)).toEqual(expected)
})

const mark = fc.constantFrom(...(Object.keys(marks) as Mark[]))
/** Texts in which brackets, marks and empty lines meet in every order. */
const tangled = fc
  .array(
    fc.oneof(
      fc.string(),
      fc.constantFrom('[', ']', '[risk: ', '[third party:', '[ not to parents : ', '\n\n', '\n \r\n', 'x'),
    ),
  )
  .map(parts => parts.join(''))

test('whatever is typed, the pieces put together are the text', () => {
  fc.assert(
    fc.property(tangled, text => {
      const pieces = readMarks(text)
      expect(pieces.map(one => one.text).join('')).toBe(text)
      for (const { from, text: words } of pieces) expect(text.slice(from, from + words.length)).toBe(words)
    }),
  )
})

test('words that were marked are read back, whatever stands around them', () => {
  const plain = fc.string().filter(text => !/[[\]]|\n\s*\n/.test(text) && text.trim() !== '' && !text.startsWith(' '))
  fc.assert(
    fc.property(plain, mark, plain, plain, (before, which, words, after) => {
      const found = markedPassages(`${before}\n\n${withMark(which, words)}${after}`)
      expect(found.map(one => [one.marks, one.text])).toEqual([[[which], words]])
    }),
  )
})

test('no mark reaches past an empty line', () => {
  fc.assert(
    fc.property(tangled, text => {
      for (const one of markedPassages(text)) expect(one.text).not.toMatch(/\n[ \t\r]*\n/)
      expect(markedPassages(`${text}\n\nlast`).some(one => one.text.includes('last'))).toBe(
        text.includes('last') && markedPassages(text).some(one => one.text.includes('last')),
      )
    }),
  )
})

test('a long text of nothing but opening brackets is read in one go', () => {
  // Read again from each bracket, this would take hours.
  expect(readMarks('[risk: '.repeat(150_000))).toHaveLength(150_000)
  expect(markedPassages(`[risk: ${'['.repeat(1_000_000)}`).map(one => one.text.length)).toEqual([1_000_000])
})
