import { expect, test } from 'vitest'
import { dutiesOn, fact } from './given.ts'
import { educationDesignated } from './named-education-agencies.ts'
import { agenciesSelected } from './relevant-agencies.ts'
import { table } from './table.ts'

const selected = fact(agenciesSelected, '2027-11-01')
table('include-education-agencies', [['not owed until regulations name the day', [selected], '2027-12-01', 'none']])

test('once it is in force all three kinds are included', () => {
  const commencements = { 'cwsa2026-s2': '2027-10-01' } as const
  const owed = (...kinds: ('schools' | 'colleges' | 'childcare')[]) =>
    dutiesOn(
      '2027-12-06',
      'include-education-agencies',
      [selected, fact(educationDesignated, '2027-12-06', { kinds })],
      {
        commencements,
      },
    )[0]?.met ?? null
  expect(owed('schools')).toBeNull()
  expect(owed('schools', 'colleges', 'childcare')).not.toBeNull()
})
