import { expect, test } from 'vitest'
import { derive } from '../engine/derive.ts'
import { londonDayEnd } from '../guidance/london.ts'
import { corrected, dutiesOn, fact, given, policy, struckOut } from './given.ts'
import { familyGuideOffered, immediateDecisionsTaken, keyWorkerNamed } from './immediate-decisions.ts'
import { guidance } from './index.ts'
import { childDied } from './people.ts'
import { table } from './table.ts'

// Monday 2 February 2026, two in the afternoon; two hours later is four o'clock.
const died = fact(childDied, '2026-02-02', {}, { at: '14:00', id: 'death' })
const kind = { caseKind: 'child-death' }

table('take-immediate-decisions', [
  ['nothing before a death', [], '2026-02-02', 'none'],
  [
    'met within two hours',
    [died, fact(immediateDecisionsTaken, '2026-02-02', {}, { at: '15:30' })],
    '2026-02-02',
    'met 2026-02-02',
  ],
  [
    'met late after them',
    [died, fact(immediateDecisionsTaken, '2026-02-02', {}, { at: '16:30' })],
    '2026-02-02',
    'met-late 2026-02-02',
  ],
  [
    'recorded the day after, when they were taken is what counts',
    [died, fact(immediateDecisionsTaken, '2026-02-02', {}, { at: '15:30', recordedOn: '2026-02-03' })],
    '2026-02-03',
    'met 2026-02-02',
  ],
  ['not for a death that was recorded wrongly', [died, struckOut('death', '2026-02-03')], '2026-02-03', 'none'],
  [
    'not before the guidance on deaths of 2018',
    [fact(childDied, '2018-10-01', {}, { at: '14:00' })],
    '2018-10-02',
    'none',
  ],
  [
    'from the death as it is put right',
    [
      died,
      corrected('death', '2026-02-01', {}, '2026-02-03'),
      fact(immediateDecisionsTaken, '2026-02-02', {}, { at: '15:30' }),
    ],
    '2026-02-03',
    'met-late 2026-02-02',
  ],
])

test('until they are taken they are overdue after two hours, and the child’s death ends nothing of it', () => {
  const [owed] = dutiesOn('2026-02-02', 'take-immediate-decisions', [died], kind)
  expect(owed).toMatchObject({ met: null, lapsed: null })
  expect(owed?.due?.latestInstant).toBe(Date.parse('2026-02-02T16:00:00Z'))
})

test('a worry about care says what is needed, and starts no clock: none is written', () => {
  const decided = { cause: 'coroner', care: true, careNext: ['incident', 'referral'] } as const
  const worried = fact(immediateDecisionsTaken, '2026-02-02', decided, { at: '15:30' })
  const { duties } = derive(given([died, worried]), londonDayEnd('2026-03-02'), policy(kind), guidance)
  expect(duties.filter(one => one.trigger === 'immediate-decisions-taken')).toEqual([])
})

test('what is needed then is said where it is written down', () => {
  const [said] = guidance.promptsAt.get(immediateDecisionsTaken.kind) ?? []
  expect(said).toMatchObject({ id: 'wt18-5.4-01', force: 'should' })
  expect(said?.says).toContain('process for serious incidents, or a referral')
})

table('name-key-worker', [
  ['met by naming one', [died, fact(keyWorkerNamed, '2026-02-02')], '2026-02-03', 'met'],
  ['also days later', [died, fact(keyWorkerNamed, '2026-02-09')], '2026-02-09', 'met'],
])

table('offer-bereavement-guide', [
  ['met by offering it, late as it may be', [died, fact(familyGuideOffered, '2026-02-09')], '2026-02-09', 'met'],
  ['before the guidance of 2018 no rule is encoded', [fact(childDied, '2018-06-01')], '2018-06-02', 'none'],
])

test('key worker and guide are owed by whoever recorded the death, without a number of hours', () => {
  const there = fact(childDied, '2026-02-02', {}, { agency: 'hospital' })
  for (const rule of ['name-key-worker', 'offer-bereavement-guide'])
    expect(dutiesOn('2026-02-09', rule, [there], kind)).toMatchObject([
      { agency: 'hospital', met: null, lapsed: null, due: { latest: null } },
    ])
})
