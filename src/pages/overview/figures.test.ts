import { expect, test } from 'vitest'
import { guidance } from '../../procedures/index.ts'
import { clocksOf } from './clocks.ts'
import { figuresOf } from './figures.ts'

const clock = clocksOf(guidance, {}).find(({ rule }) => rule.id === 'decide-on-referral')

test('a million duties that are alike are one number, not a million', () => {
  if (!clock) throw new Error('There is no such clock.')
  const rule = clock.rule.id
  const [figures] = figuresOf(
    [clock],
    [
      { rule, outcome: 'in-time', days: 1, number: 1_000_000 },
      // Met on a Saturday after its day: late, though no working day more than the limit.
      { rule, outcome: 'late', days: 1, number: 2_000_000 },
      { rule, outcome: 'late', days: 2, number: 1_000_000 },
      { rule, outcome: 'overdue', days: null, number: 3 },
    ],
  )
  expect(figures).toMatchObject({ all: 4_000_003, share: 25 })
  expect([...(figures?.took ?? [])]).toEqual([
    [1, 1_000_000],
    [2, 3_000_000],
  ])
})
