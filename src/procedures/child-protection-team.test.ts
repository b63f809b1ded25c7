import { expect, test } from 'vitest'
import { teamNeeded, teamSetUp } from './child-protection-team.ts'
import { dutiesOn, fact } from './given.ts'
import { table } from './table.ts'

const needed = fact(teamNeeded, '2027-11-01')
table('set-up-child-protection-team', [['not owed until regulations name the day', [needed], '2027-12-01', 'none']])

const commencements = { 'cwsa2026-s3': '2027-10-01' } as const
const setUp = (...members: ('social' | 'education' | 'health' | 'police')[]) =>
  fact(teamSetUp, '2027-12-06', { members })

test('once it is in force a team has all four, and one without one of them is none', () => {
  const owed = (drafts: Parameters<typeof dutiesOn>[2]) =>
    dutiesOn('2027-12-06', 'set-up-child-protection-team', drafts, { commencements })
  expect(owed([needed])).toMatchObject([{ met: null, edition: 'cwsa2026' }])
  expect(owed([needed, setUp('social', 'education', 'health')])).toMatchObject([{ met: null }])
  expect(owed([needed, setUp('social', 'education', 'health', 'police')])[0]?.met).not.toBeNull()
})
