import { describe, expect, test } from 'vitest'
import { slips } from './likeness.ts'
import { searchKeys } from './search-keys.ts'
import { isEmpty, readQuery } from './search-query.ts'

const read = (text: string) => {
  const { names, birthDay, identifiers, postcode, reference } = readQuery(text, 2026)
  return { names, birthDay, identifiers, postcode, reference }
}
const nothing = { names: [], birthDay: null, identifiers: [], postcode: null, reference: null }

describe('the one box', () => {
  test.each([
    '2/6/2021',
    '02/06/2021',
    '2.6.21',
    '2-6-2021',
    '2 6 2021',
    '02062021',
    '20210602',
    '2021-06-02',
    '2 June 2021',
    '2nd of june 2021',
    '02 Jun 21',
    'June 2, 2021',
  ])('a date of birth as %s', text => {
    expect(read(text)).toEqual({ ...nothing, birthDay: '2021-06-02' })
  })

  test.each(['31/2/2021', '45/12/2020'])('%s is no date, and no name', text => {
    expect(read(text)).toMatchObject({ birthDay: null, names: [] })
  })

  test.each([
    ['Fenwick June 2021', '2021-06'],
    ['Fenwick 6/2021', '2021-06'],
    ['Fenwick 2021-06', '2021-06'],
    ['Fenwick 2021', '2021'],
    ['Fenwick 31/2/2021', '2021'],
  ])('as much of the date of birth as is known: %s', (text, birthDay) => {
    expect(readQuery(text, 2026)).toMatchObject({ names: ['Fenwick'], birthDay })
  })

  test('a year alone may be somebody’s number', () => {
    expect(read('2021')).toEqual({ ...nothing, identifiers: ['2021'] })
  })

  test('a year of two figures that lies ahead is of the last century', () => {
    expect(read('1/2/77').birthDay).toBe('1977-02-01')
  })

  test('an NHS number with or without blanks, beside a name', () => {
    expect(read('Aria 999 000 0018')).toEqual({ ...nothing, names: ['Aria'], identifiers: ['9990000018'] })
    expect(read('9990000018').identifiers).toEqual(['9990000018'])
    expect(read('999-000-0018').identifiers).toEqual(['9990000018'])
  })

  test('a pupil number, an authority’s own number, a postcode', () => {
    expect(read('x801000000000').identifiers).toEqual(['X801000000000'])
    expect(read('CH-40213').identifiers).toEqual(['CH40213'])
    expect(read('fenwick zz993vz')).toEqual({ ...nothing, names: ['fenwick'], postcode: 'ZZ99 3VZ' })
  })

  test('a file reference, whatever its case, with letters that look like figures', () => {
    expect(read('gt-0oil234').reference).toBe('GT-0011234')
    expect(read('GT 1234567').reference).toBe('GT-1234567')
  })

  test('all of it in any order', () => {
    expect(read('Fenwick, Aria born 2/6/2021 ZZ99 3VZ')).toMatchObject({
      names: ['Fenwick', 'Aria', 'born'],
      birthDay: '2021-06-02',
      postcode: 'ZZ99 3VZ',
    })
  })

  test('blanks and signs alone ask for nothing', () => {
    expect(isEmpty(readQuery(' ,; ’ ', 2026))).toBe(true)
  })
})

test.each([
  ['SMITH', 'SMITH', 0],
  ['SMITH', 'SMTIH', 1],
  ['SMITH', 'SMITHE', 1],
  ['SMITH', 'SMTH', 1],
  ['SMITH', 'SMYTH', 1],
  ['FENWICK', 'FENVIK', 2],
  ['', 'ABC', 3],
])('from %s to %s: %i slips', (one, other, number) => {
  expect(slips(one, other)).toBe(number)
})

test.each([
  ['Aria', 'Fenwick'],
  ['Mohammed', 'Idris'],
  ['Rowan', 'Calloway'],
  ['Leo', 'Smith'],
  ['Mary Jane Ann', 'O’Shaughnessy'],
])('%s %s is filed under few keys', (forenames, surname) => {
  const known = { birthDay: '2021-06-02', postcode: 'ZZ99 3VZ', nhsNumber: '9990000018', upn: null, reference: null }
  expect(searchKeys({ forenames, surname, ...known }).length).toBeLessThanOrEqual(20)
})
