import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checkNhsNumber, checkUpn, isNhsNumber } from './identifiers.ts'

describe('NHS numbers', () => {
  // Each check digit worked out by hand: 9x10 + 9x9 + 9x8 + 0 + ... = 243; 243 mod 11 = 1; 11 - 1 = 10: no such number.
  test('a check digit that comes out as 10 is no number', () => {
    for (let last = 0; last < 10; last++) expect(isNhsNumber(`999000000${last}`)).toBe(false)
  })

  // 9990000010 weighs 243 + 1 x 2 = 245; 245 mod 11 = 3; 11 - 3 = 8.
  test('the check digit is that of the weights 10 to 2', () => {
    expect(checkNhsNumber('999 000 0018')).toBeNull()
    expect(checkNhsNumber('999-000-0018')).toBeNull()
    expect(checkNhsNumber('9990000017')).toMatch('last figure')
    expect(checkNhsNumber('9900900018')).toMatch('last figure')
  })

  test('a wrong length, a letter and a repeated figure are none', () => {
    for (const text of ['', '999000001', '99900000180', '999O000018', '0000000000', '1111111111'])
      expect(checkNhsNumber(text)).not.toBeNull()
  })
})

describe('unique pupil numbers', () => {
  // 2x8 + 3x0 + 4x1 + ... with figures 801000000000 is 16 + 0 + 4 = 20: the 21st letter, without I, O and S, is X.
  test('the first letter is that of the weights 2 to 13 modulo 23', () => {
    expect(checkUpn('X801000000000')).toBeNull()
    expect(checkUpn('x801 000 000 000')).toBeNull()
    expect(checkUpn('W801000000000')).toMatch('first letter')
  })

  test('a temporary number ends in a letter other than I, O and S', () => {
    expect(checkUpn('A80100000000B')).toBeNull()
    for (const last of ['I', 'O', 'S']) expect(checkUpn(`A80100000000${last}`)).toMatch('12 figures')
  })

  test('a letter among its figures and a wrong length are none', () => {
    for (const text of ['', 'A8010000000', 'A80B000000000', '1801000000000'])
      expect(checkUpn(text)).toMatch('12 figures')
  })
})

const vectors = process.env['GOLDTHREAD_STANDARDS'] ?? ''
const read = (name: string) =>
  readFileSync(`${vectors}/identifiers/${name}`, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map(line => line.split(','))

describe.skipIf(!existsSync(`${vectors}/identifiers`))('the vectors of the standards folder', () => {
  test('agree on every NHS number', () => {
    for (const [value = '', valid] of read('nhs_number_vectors.csv'))
      expect([value, isNhsNumber(value)]).toEqual([value, valid === 'Y'])
  })

  test('agree on the letters and figures of every unique pupil number', () => {
    for (const [value = '', broken = ''] of read('upn_vectors.csv')) {
      const isWrong = ['1510', '1540', '1550'].some(rule => broken.includes(rule))
      expect([value, checkUpn(value) !== null]).toEqual([value, isWrong])
    }
  })
})
