import { expect, test } from 'vitest'
import { toNumber } from './days.ts'
import { conditions, findBasis, holdingOn, powers, sharingStartsFrom } from './lawful-bases.ts'

const codes = (day: string, begun = {}) => holdingOn(powers, day, begun).map(one => one.code)

test('a request of the board is a basis while there are boards, one of a partner since there are partners', () => {
  expect(codes('2018-06-28')).toContain('ca2004-s14b')
  expect(codes('2018-06-28')).not.toContain('ca2004-s16h')
  expect(codes('2018-06-29')).toContain('ca2004-s16h')
  expect(codes('2019-09-29')).toContain('ca2004-s14b')
  expect(codes('2019-09-30')).not.toContain('ca2004-s14b')
})

test('the duty to share of the Act of 2026 is offered, and turns the form round, from the day of its commencement', () => {
  const begun = { 'cwsa2026-s4': '2027-04-01' }
  expect(codes('2027-03-31', begun)).not.toContain('cwsa2026-s4')
  expect(codes('2027-04-01', begun)).toContain('cwsa2026-s4')
  expect(codes('2027-04-01')).not.toContain('cwsa2026-s4')
  expect(sharingStartsFrom('2027-03-31', begun)).toBe('may')
  expect(sharingStartsFrom('2027-04-01', begun)).toBe('must-unless')
})

test('every code is one thing, says what it means, and names conditions that exist and hold as long as it does', () => {
  const all = [...powers, ...conditions]
  expect(new Set(all.map(one => one.code)).size).toBe(all.length)
  for (const one of all) {
    expect(toNumber(one.from)).toBeLessThan(toNumber(one.until ?? '9999-12-31'))
    expect(one.meaning).toMatch(/^[A-Z].*\.$/)
    expect(findBasis(one.code)).toBe(one)
  }
  for (const power of powers) {
    expect(power.usually.length).toBeGreaterThan(0)
    for (const code of power.usually) expect(conditions.map(one => one.code)).toContain(code)
  }
})

test('agreement of the family is no basis', () => {
  expect([...powers, ...conditions].filter(one => /consent|agreed/i.test(one.label))).toEqual([])
})
