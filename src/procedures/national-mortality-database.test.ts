import { expect, test } from 'vitest'
import { workingDays } from '../guidance/limits.ts'
import { corrected, dutiesOn, fact, struckOut } from './given.ts'
import { enteredInDatabase } from './national-mortality-database.ts'
import { childDied } from './people.ts'
import { table } from './table.ts'

// Died on Monday 2 February 2026 at two: 48 hours end on Wednesday at two.
const died = fact(childDied, '2026-02-02', {}, { at: '14:00' })
table('enter-death-in-database', [
  [
    'met within 48 hours',
    [died, fact(enteredInDatabase, '2026-02-04', {}, { at: '12:00' })],
    '2026-02-04',
    'met 2026-02-04',
  ],
  ['met late', [died, fact(enteredInDatabase, '2026-02-04', {}, { at: '15:00' })], '2026-02-04', 'met-late 2026-02-04'],
  [
    'within the days that the area set, where it did',
    [died, fact(enteredInDatabase, '2026-02-05', {}, { at: '15:00' })],
    '2026-02-05',
    'met 2026-02-05',
    { 'T5C-NOT-02': workingDays(3) },
  ],
  [
    'recorded late, when it was entered is what counts',
    [died, fact(enteredInDatabase, '2026-02-04', {}, { at: '12:00', recordedOn: '2026-02-10' })],
    '2026-02-10',
    'met 2026-02-04',
  ],
  ['not for a death that was recorded wrongly', [died, struckOut('child-died', '2026-02-03')], '2026-02-05', 'none'],
  ['not for deaths of before 1 April 2019', [fact(childDied, '2019-03-31')], '2019-04-02', 'none'],
  [
    'from the death as it is put right',
    [
      died,
      corrected(died.kind, '2026-02-01', {}, '2026-02-03'),
      fact(enteredInDatabase, '2026-02-04', {}, { at: '12:00' }),
    ],
    '2026-02-04',
    'met-late 2026-02-03',
  ],
])

const before = fact(childDied, '2019-01-10')
table('enter-open-review-in-database', [
  ['met on the day', [before, fact(enteredInDatabase, '2019-04-01')], '2019-04-01', 'met 2019-04-01'],
  ['met late', [before, fact(enteredInDatabase, '2019-05-01')], '2019-05-01', 'met-late 2019-04-01'],
  ['not for deaths from 1 April 2019 on', [died], '2026-02-03', 'none'],
  [
    'late once the day of the entry is put right',
    [
      before,
      fact(enteredInDatabase, '2019-04-01'),
      corrected('entered-in-mortality-database', '2019-04-08', {}, '2019-04-15'),
    ],
    '2019-04-15',
    'met-late 2019-04-01',
  ],
  [
    'recorded late, the day on which it was done is what counts',
    [before, fact(enteredInDatabase, '2019-04-01', {}, { recordedOn: '2019-04-29' })],
    '2019-04-29',
    'met 2019-04-01',
  ],
  ['no more once it is struck out', [before, struckOut(before.kind, '2019-04-02')], '2019-04-03', 'none'],
])

test('the 48 hours are shown as local and never as statutory', () => {
  expect(dutiesOn('2026-02-05', 'enter-death-in-database', [died])[0]?.due?.local).toBe(true)
})

test('both are owed until they are done', () => {
  const open = (rule: string, drafts: Parameters<typeof dutiesOn>[2], day: string) =>
    dutiesOn(day, rule, drafts, { caseKind: 'child-death' })[0]
  expect(open('enter-death-in-database', [died], '2026-02-05')).toMatchObject({ met: null, lapsed: null })
  expect(open('enter-open-review-in-database', [before], '2019-04-02')).toMatchObject({
    met: null,
    due: { latest: '2019-04-01' },
  })
})
