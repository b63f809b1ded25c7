import { expect, test } from 'vitest'
import { addDays } from './days.ts'
import {
  ancestors,
  type EditionCode,
  editionOn,
  editions,
  getEdition,
  isCommenced,
  isEditionCode,
  isWithin,
  regimeOn,
  ruleEditionOn,
} from './editions.ts'
import { act, describeSource, wt2018 } from './sources.ts'

test.each([
  ['2015-03-31', undefined],
  ['2018-07-01', 'wt2015'],
  ['2018-07-03', 'wt2015'],
  ['2018-07-04', 'wt2018'],
  ['2019-07-01', 'wt2018'],
  ['2020-12-08', 'wt2018'],
  ['2020-12-09', 'wt2018-dec2020'],
  ['2021-01-01', 'wt2018-dec2020'],
  ['2023-12-14', 'wt2018-dec2020'],
  ['2023-12-15', 'wt2023'],
  ['2024-01-01', 'wt2023'],
  ['2026-03-17', 'wt2023'],
  ['2026-03-18', 'wt2026'],
  ['2026-04-01', 'wt2026'],
])('on %s the edition in force is %s', (day, code) => expect(editionOn(day)).toBe(code))

test('exactly one edition of the guidance is in force on every day', () => {
  const chain = editions.filter(edition => edition.kind === 'guidance')
  for (let day = '2015-04-01'; day < '2027-01-01'; day = addDays(day, 1)) {
    expect(chain.filter(edition => isWithin(edition.code, day)).length, day).toBe(1)
  }
})

test('rules are inherited from the parents, nearest first', () => {
  expect(ancestors('wt2026')).toEqual(['wt2023', 'wt2018-dec2020', 'wt2018'])
  expect(ancestors('wt2018')).toEqual([])
})

test.each<[string, EditionCode[], EditionCode | undefined]>([
  ['2018-07-03', ['wt2018'], undefined],
  ['2018-07-04', ['wt2018'], 'wt2018'],
  ['2021-01-01', ['wt2018', 'wt2023'], 'wt2018'],
  ['2024-01-01', ['wt2018', 'wt2023'], 'wt2023'],
  ['2026-04-01', ['wt2018'], 'wt2018'],
  ['2020-11-01', ['wt2018-dec2020'], undefined],
  ['2021-02-01', ['wt2018-dec2020'], 'wt2018-dec2020'],
  ['2019-09-29', ['transition2018'], 'transition2018'],
  ['2019-09-30', ['transition2018'], undefined],
  ['2020-01-01', ['panel2019'], 'panel2019'],
])('on %s, of rules written in %o, %s answers', (day, written, code) => expect(ruleEditionOn(day, written)).toBe(code))

test.each<[string, string | null, string]>([
  ['2018-06-28', '2018-06-01', 'board'],
  ['2019-08-01', '2019-09-01', 'board'],
  ['2019-09-01', '2019-09-01', 'partners'],
  ['2019-08-01', null, 'board'],
  ['2019-09-29', null, 'partners'],
])('on %s an area that began on %s is under its %s', (day, began, regime) => expect(regimeOn(day, began)).toBe(regime))

test('the Act of 2026 is off until policy gives a day', () => {
  expect(isWithin('cwsa2026', '2026-06-01')).toBe(false)
  expect(isCommenced('cwsa2026-s1', '2026-06-01', {})).toBe(false)
  expect(isCommenced('cwsa2026-s1', '2027-01-01', { 'cwsa2026-s1': '2027-01-01' })).toBe(true)
  expect(isCommenced('cwsa2026-s1', '2026-12-31', { 'cwsa2026-s1': '2027-01-01' })).toBe(false)
  expect(isCommenced('cwsa2026-s3', '2027-01-01', { 'cwsa2026-s1': '2027-01-01' })).toBe(false)
})

test('an unknown code is refused', () => {
  expect(isEditionCode('wt2018')).toBe(true)
  expect(isEditionCode('wt2013')).toBe(false)
  expect(() => getEdition('wt2013' as EditionCode)).toThrow(RangeError)
})

test('a source is unconfirmed unless it says otherwise', () => {
  expect(wt2018.at('chapter 1, ‘Referral’')).toEqual({
    document: getEdition('wt2018').title,
    at: 'chapter 1, ‘Referral’',
    edition: 'wt2018',
    confirmed: false,
  })
  expect(describeSource(act('Children Act 1989', 's47(1)', { confirmed: true }))).toBe('Children Act 1989, s47(1)')
  expect(describeSource(act('Children Act 1989', 's45(1)'))).toBe('Children Act 1989, s45(1) (unconfirmed)')
})
