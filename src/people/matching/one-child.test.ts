import { describe, expect, test } from 'vitest'
import { standingChances as learnt } from '../../../bench/write-standing-chances.ts'
import { type ChildSaid, comparingChild } from './one-child.ts'
import { standingChances } from './standing-chances.ts'

const maya: ChildSaid = {
  forenames: 'Maya',
  surname: 'Quillfeather',
  birthDay: '2016-03-14',
  postcode: 'ZZ99 3VZ',
  nhsNumber: '9990000018',
}
const area = {
  count: 30_000,
  shares: new Map([
    ['s:SM0', 0.012],
    ['s:XMT', 0.012],
    ['f:AM', 0.02],
  ]),
}
const compare = (other: Partial<ChildSaid>, one: Partial<ChildSaid> = {}) =>
  comparingChild({ ...maya, ...one }, area)({ ...maya, ...other })

test('the standing chances are those that are learnt from the invented lists', () => {
  expect(learnt()).toEqual(standingChances)
})

describe('a child is told from others', () => {
  const cases: readonly (readonly [says: string, other: Partial<ChildSaid>, band: string, one?: Partial<ChildSaid>])[] =
    [
      ['the same in everything', {}, 'same'],
      ['the same who moved, without a number', { postcode: 'ZZ1 1AA', nhsNumber: null }, 'same'],
      ['a slip in the last name', { surname: 'Quilfeather', nhsNumber: null }, 'same'],
      [
        'written by ear, and moved',
        { forenames: 'Maia', surname: 'Quilfether', postcode: 'ZZ1 1AA', nhsNumber: null },
        'ask',
      ],
      [
        'a first name written by ear, and moved',
        { forenames: 'Maisy', postcode: 'ZZ1 1AA', nhsNumber: null },
        'ask',
        { forenames: 'Maisie' },
      ],
      [
        'a sister with a like name, born on another day',
        { forenames: 'Maisy', birthDay: '2018-09-01', nhsNumber: null },
        'different',
        { forenames: 'Maisie' },
      ],
      ['names the other way round', { forenames: 'Quillfeather', surname: 'Maya', nhsNumber: null }, 'same'],
      ['a twin: all but the first name', { forenames: 'Noah', nhsNumber: '9990000026' }, 'different'],
      ['a twin whose number is not known', { forenames: 'Noah', nhsNumber: null }, 'different'],
      ['a brother', { forenames: 'Noah', birthDay: '2019-01-30', nhsNumber: null }, 'different'],
      [
        'another child of the same name, far away',
        { birthDay: '2011-08-02', postcode: 'ZZ1 1AA', nhsNumber: null },
        'different',
      ],
      ['the name alone, where no more is known', { birthDay: null, postcode: null, nhsNumber: null }, 'ask'],
      [
        'same name and day, another number: somebody must look',
        { nhsNumber: '9990000026', postcode: 'ZZ1 1AA' },
        'ask',
      ],
      [
        'a common name with the same day, elsewhere: somebody must look',
        { forenames: 'Amy', surname: 'Smith', postcode: 'ZZ1 1AA', nhsNumber: null },
        'ask',
        { forenames: 'Amy', surname: 'Smith' },
      ],
    ]
  for (const [says, other, band, one] of cases) test(says, () => expect(compare(other, one).band).toBe(band))
})

test('a twin is said to be of the family, and each field says what it counts', () => {
  const twin = compare({ forenames: 'Noah', nhsNumber: null })
  expect(twin.family).toBeGreaterThan(0.9)
  const bits = Object.fromEntries(twin.weighed.map(({ field, bits: count }) => [field, Math.sign(count)]))
  expect(bits).toEqual({ forenames: -1, surname: 1, birthDay: 1, postcode: 1 })
})
