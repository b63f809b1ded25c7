import { expect, test } from 'vitest'
import { departureExplained } from './departure.ts'
import { dutyOn, fact } from './given.ts'
import { guidance } from './index.ts'
import { initialConferenceHeld } from './plan-facts.ts'
import { strategyDiscussionHeld } from './strategy-discussion.ts'

const rule = 'hold-initial-conference'
const answers = `${rule}/strategy-discussion-held/authority`
const discussion = fact(strategyDiscussionHeld, '2026-03-25', { outcome: 'section-47' })
const why = fact(departureExplained, '2026-04-20', { reason: 'another-agency' }, { answers })

test('a reason meets nothing: what is overdue stays overdue, and what met it late met it late', () => {
  expect(dutyOn('2026-04-21', rule, [discussion, why])).toMatchObject({ id: answers, standing: 'overdue' })
  const held = fact(initialConferenceHeld, '2026-04-22')
  expect(dutyOn('2026-04-22', rule, [discussion, why, held])).toMatchObject({ standing: 'met-late' })
})

test('it starts nothing and ends nothing', () => {
  const { kind } = departureExplained
  expect(guidance.startedBy.has(kind) || guidance.metBy.has(kind) || guidance.openers.has(kind)).toBe(false)
  for (const one of guidance.rules.values())
    expect(one.lapsesOn?.some(lapse => lapse.kind === kind) ?? false).toBe(false)
})
