import { expect, test } from 'vitest'
import { schemaOf } from '../engine/schema.ts'
import { knownAt } from '../engine/statements.ts'
import { workingDays } from '../guidance/limits.ts'
import { londonMidnight } from '../guidance/london.ts'
import {
  disagreementAnswered,
  disagreementRaised,
  disagreementSafetyAnswered,
  disagreementSettled,
  disagreementTakenHigher,
  disagreementWithdrawn,
  onReceiptOf,
} from './disagreement-facts.ts'
import { findLadder, leftOut } from './disagreement-ladder.ts'
import { type Draft, fact, given, openOn, struckOut } from './given.ts'
import { guidance } from './index.ts'
import { referralDecided, referralReceived, referrerTold } from './referral.ts'
import { type Row, table } from './table.ts'

// Monday 2 March 2026: a school does not accept what the council decided. What each records reaches the other at noon of its day.
const school = { agency: 'school' }
const council = {}
const against = ['authority']
const raised = fact(disagreementRaised, '2026-03-02', { decision: 'referral', against }, school)
const first = { about: 'disagreement-raised' }
const second = { about: 'disagreement-taken-higher' }
const answered = (day: string, answer: 'changed' | 'upheld' | 'compromise', how: Draft['how'] = first) =>
  fact(disagreementAnswered, day, { answer }, how)
const higher = (day: string, stage: 'managers' | 'senior' | 'partners', how: Draft['how'] = {}) =>
  fact(disagreementTakenHigher, day, { stage, against }, { ...school, ...first, ...how })
const settled = (day: string) => fact(disagreementSettled, day, { resolution: 'upheld' }, { ...school, ...first })
const withdrawn = (day: string, how: Draft['how'] = school) =>
  fact(disagreementWithdrawn, day, {}, { ...first, ...how })
const safe = (day: string, how: Draft['how'] = council) =>
  fact(disagreementSafetyAnswered, day, { safety: 'safe' }, { ...first, ...how })

/** When what the school recorded reached the council. */
const toCouncil = (drafts: readonly Draft[], on: (draft: Draft) => string) =>
  new Map(
    given(drafts).flatMap(({ root, agency }, at) =>
      agency === 'authority'
        ? []
        : [[root, new Map([['authority', londonMidnight(on(drafts[at] as Draft)) + 12 * 3_600_000]])] as const],
    ),
  )
const quick = {
  'disagreement-practitioners': workingDays(2),
  'disagreement-managers': workingDays(3),
  'disagreement-senior': workingDays(5),
  'disagreement-partners': workingDays(5),
}
/** A row in an area that set days of its own, where all of it reached the council on its day. */
const told = (says: string, drafts: readonly Draft[], day: string, expected: string, local = quick): Row => [
  says,
  drafts,
  day,
  expected,
  local,
  { reached: toCouncil(drafts, draft => draft.day) },
]

table('settle-disagreement', [
  [
    'ages until it is settled',
    [fact(disagreementRaised, '2026-03-02', { decision: 'conference' })],
    '2026-12-01',
    'ageing',
  ],
  told('met', [raised, settled('2026-03-05')], '2026-12-01', 'met'),
  told('ends when whoever raised it withdraws it', [raised, withdrawn('2026-03-05')], '2026-12-01', 'lapsed'),
  told(
    'not when the other side says that it is withdrawn',
    [raised, withdrawn('2026-03-05', council)],
    '2026-12-01',
    'ageing',
  ),
  [
    'each has its own',
    [
      fact(disagreementRaised, '2026-03-02', { decision: 'conference' }),
      fact(disagreementSettled, '2026-03-05', { resolution: 'upheld' }),
      fact(disagreementRaised, '2026-04-01', { decision: 'plan' }),
    ],
    '2026-12-01',
    'met, ageing',
  ],
  [
    'a disagreement of one agency is the authority’s to settle once it heard',
    [fact(disagreementRaised, '2026-03-02', { decision: 'referral' }, { agency: 'school' })],
    '2026-12-01',
    'none',
  ],
])

table('answer-interim-safety', [
  told('ages from the day on which it was raised', [raised], '2026-03-20', 'ageing'),
  told('met by what the other side says', [raised, safe('2026-03-03')], '2026-03-20', 'met'),
  told('not by what whoever raised it says', [raised, safe('2026-03-03', school)], '2026-03-20', 'ageing'),
  told('ends when it is settled', [raised, settled('2026-03-05')], '2026-03-20', 'lapsed'),
  told('struck out, nothing is owed', [raised, struckOut('disagreement-raised', '2026-03-03')], '2026-03-20', 'none'),
  ['nobody owes what did not reach them', [raised], '2026-03-20', 'none'],
])

table('answer-interim-safety-again', [
  told(
    'each step higher asks again',
    [raised, safe('2026-03-02'), higher('2026-03-04', 'managers')],
    '2026-03-20',
    'ageing',
  ),
  told(
    'what was answered earlier on its day does not meet it',
    [raised, safe('2026-03-04'), higher('2026-03-04', 'managers')],
    '2026-03-20',
    'ageing',
  ),
  told('met on its day', [raised, higher('2026-03-04', 'managers'), safe('2026-03-04')], '2026-03-20', 'met'),
  told('met', [raised, higher('2026-03-04', 'managers'), safe('2026-03-05')], '2026-03-20', 'met'),
  told(
    'an earlier answer was about an earlier day',
    [raised, safe('2026-03-03'), higher('2026-03-04', 'managers'), withdrawn('2026-03-09')],
    '2026-03-20',
    'lapsed',
  ),
])

// Two working days from Monday 2 March: Wednesday the 4th.
table('answer-disagreement', [
  told('runs by the area’s own days', [raised], '2026-03-04', 'due 2026-03-04'),
  told('overdue', [raised], '2026-03-05', 'overdue 2026-03-04'),
  told('ages where the area set none', [raised], '2026-12-01', 'ageing', {} as never),
  told('met', [raised, answered('2026-03-04', 'upheld')], '2026-03-20', 'met 2026-03-04'),
  told('met late', [raised, answered('2026-03-06', 'upheld')], '2026-03-20', 'met-late 2026-03-04'),
  told(
    'goes higher: what was not answered here is asked there',
    [raised, higher('2026-03-05', 'managers')],
    '2026-03-20',
    'lapsed 2026-03-04',
  ),
  told(
    'an answer given higher up answers nothing here',
    [raised, higher('2026-03-05', 'managers'), answered('2026-03-06', 'changed', second)],
    '2026-03-20',
    'lapsed 2026-03-04',
  ),
  told('ends when it is settled', [raised, settled('2026-03-03')], '2026-03-20', 'lapsed 2026-03-04'),
  told(
    'withdrawn, and answered all the same: nothing was owed any more',
    [raised, withdrawn('2026-03-03'), answered('2026-03-05', 'upheld')],
    '2026-03-20',
    'lapsed 2026-03-04',
  ),
  told('struck out, nothing is owed', [raised, struckOut('disagreement-raised', '2026-03-03')], '2026-03-20', 'none'),
  // The school wrote it down on the 2nd and told the council on Friday the 6th: Tuesday the 10th.
  [
    'runs from the day on which the other side heard',
    [raised],
    '2026-03-09',
    'due 2026-03-10',
    quick,
    { reached: toCouncil([raised], () => '2026-03-06') },
  ],
  told(
    'nobody is named on the other side: nobody owes an answer',
    [fact(disagreementRaised, '2026-03-02', { decision: 'plan' }, school)],
    '2026-03-20',
    'none',
  ),
])

// Three working days from Thursday 5 March: Tuesday the 10th.
table('answer-disagreement-of-managers', [
  told('does not arise between practitioners', [raised], '2026-03-20', 'none'),
  told('runs from the step', [raised, higher('2026-03-05', 'managers')], '2026-03-10', 'due 2026-03-10'),
  told('overdue', [raised, higher('2026-03-05', 'managers')], '2026-03-11', 'overdue 2026-03-10'),
  told(
    'met',
    [raised, higher('2026-03-05', 'managers'), answered('2026-03-06', 'changed', second)],
    '2026-03-20',
    'met 2026-03-10',
  ),
  told(
    'an answer to the first stage is none to this one',
    [raised, higher('2026-03-05', 'managers'), answered('2026-03-06', 'changed')],
    '2026-03-20',
    'overdue 2026-03-10',
  ),
  told(
    'goes higher on the same day',
    [raised, higher('2026-03-05', 'managers'), higher('2026-03-05', 'senior')],
    '2026-03-20',
    'lapsed 2026-03-10',
  ),
])

// Five working days from Thursday 5 March: Thursday the 12th.
table('answer-disagreement-of-seniors', [
  told('runs from the step', [raised, higher('2026-03-05', 'senior')], '2026-03-12', 'due 2026-03-12'),
  told(
    'the step before it ends nothing here, on the same day either',
    [raised, higher('2026-03-05', 'managers'), higher('2026-03-05', 'senior')],
    '2026-03-13',
    'overdue 2026-03-12',
  ),
  told(
    'met late',
    [raised, higher('2026-03-05', 'senior'), answered('2026-03-13', 'compromise', second)],
    '2026-03-20',
    'met-late 2026-03-12',
  ),
  told(
    'goes to the partners',
    [raised, higher('2026-03-05', 'senior'), higher('2026-03-09', 'partners')],
    '2026-03-20',
    'lapsed 2026-03-12',
  ),
])

table('settle-disagreement-by-partners', [
  told('does not arise lower', [raised, higher('2026-03-05', 'senior')], '2026-03-20', 'none'),
  told('runs from the step', [raised, higher('2026-03-05', 'partners')], '2026-03-13', 'overdue 2026-03-12'),
  told('met', [raised, higher('2026-03-05', 'partners'), settled('2026-03-11')], '2026-03-20', 'met 2026-03-12'),
  told(
    'withdrawn',
    [raised, higher('2026-03-05', 'partners'), withdrawn('2026-03-11')],
    '2026-03-20',
    'lapsed 2026-03-12',
  ),
])

const decision = (day: string, outcome: 'early-help' | 'section-17-assessment') =>
  fact(referralDecided, day, { outcome })
table('decide-again-on-referral', [
  told(
    'a changed decision opens the referral again',
    [raised, answered('2026-03-03', 'changed')],
    '2026-03-20',
    'ageing',
  ),
  told(
    'what was decided before does not meet it, on the same day either',
    [decision('2026-03-02', 'early-help'), raised, answered('2026-03-02', 'changed')],
    '2026-03-20',
    'ageing',
  ),
  told(
    'met by the new decision',
    [
      decision('2026-03-02', 'early-help'),
      raised,
      answered('2026-03-03', 'changed'),
      decision('2026-03-03', 'section-17-assessment'),
    ],
    '2026-03-20',
    'met',
  ),
  told('a decision that stands opens nothing', [raised, answered('2026-03-03', 'upheld')], '2026-03-20', 'none'),
  told(
    'a changed plan is no referral',
    [fact(disagreementRaised, '2026-03-02', { decision: 'plan', against }, school), answered('2026-03-03', 'changed')],
    '2026-03-20',
    'none',
  ),
])

// Somebody without an account said it on the receipt of their referral: it stands as told to the council, which knows it at once.
const receipt = onReceiptOf('referral')
const bySender = fact(disagreementRaised, '2026-03-02', { decision: 'referral', against, ...receipt } as never)
const higherBySender = fact(
  disagreementTakenHigher,
  '2026-03-05',
  { stage: 'managers', against, ...receipt } as never,
  first,
)
const takenBack = (data: object = {}) => fact(disagreementWithdrawn, '2026-03-03', data, first)

table('answer-disagreement', [
  ['the council owes it to whoever disagrees on a receipt', [bySender], '2026-03-05', 'overdue 2026-03-04', quick],
  ['met', [bySender, answered('2026-03-04', 'upheld')], '2026-03-20', 'met 2026-03-04', quick],
  ['goes higher from the receipt', [bySender, higherBySender], '2026-03-20', 'lapsed 2026-03-04', quick],
  ['taken back on the receipt', [bySender, takenBack(receipt)], '2026-03-20', 'lapsed 2026-03-04', quick],
  ['not by the council', [bySender, takenBack()], '2026-03-20', 'overdue 2026-03-04', quick],
  ['nor on another receipt', [bySender, takenBack(onReceiptOf('other'))], '2026-03-20', 'overdue 2026-03-04', quick],
])

table('answer-disagreement-of-managers', [
  ['runs from what was said on a receipt', [bySender, higherBySender], '2026-03-11', 'overdue 2026-03-10', quick],
])

table('answer-interim-safety', [
  ['the council owes it to whoever disagrees on a receipt', [bySender], '2026-03-20', 'ageing', quick],
  ['met by the council', [bySender, safe('2026-03-03')], '2026-03-20', 'met', quick],
])

table('tell-referrer-of-decision', [
  [
    'telling an answer is not telling the decision',
    [
      fact(referralReceived, '2026-03-02', { source: '1B' }),
      decision('2026-03-02', 'early-help'),
      bySender,
      answered('2026-03-03', 'upheld'),
      fact(referrerTold, '2026-03-03', {}, { about: 'disagreement-answered' }),
    ],
    '2026-03-20',
    'ageing',
    quick,
  ],
])

test('it is open until it is settled, or until whoever raised it withdraws it', () => {
  const isOpen = (...drafts: Draft[]) => openOn([raised, ...drafts]).includes('disagreement')
  expect(isOpen()).toBe(true)
  expect(isOpen(higher('2026-03-05', 'managers'), answered('2026-03-06', 'upheld', second))).toBe(true)
  expect(isOpen(settled('2026-03-05'))).toBe(false)
  expect(isOpen(withdrawn('2026-03-05'))).toBe(false)
  expect(isOpen(withdrawn('2026-03-05', council))).toBe(true)
})

const ladder = (...drafts: Draft[]) =>
  findLadder(knownAt(given(drafts), Number.MAX_SAFE_INTEGER, guidance.kinds), 'disagreement-raised')

test('the ladder tells each stage with its answers, where it stands now, and how it ended', () => {
  const climbed = ladder(
    raised,
    safe('2026-03-02'),
    answered('2026-03-03', 'upheld'),
    higher('2026-03-05', 'senior'),
    answered('2026-03-06', 'compromise', second),
    settled('2026-03-09'),
  )
  expect(climbed?.rungs.map(({ stage, answers }) => [stage, answers.map(one => one.data.answer)])).toEqual([
    ['practitioners', ['upheld']],
    ['senior', ['compromise']],
  ])
  expect(climbed?.present.stage).toBe('senior')
  expect(climbed?.safety).toHaveLength(1)
  expect(climbed?.ended?.how).toBe('settled')
  expect(leftOut('practitioners', 'senior')).toEqual(['managers'])
  expect(leftOut('practitioners', 'managers')).toEqual([])
})

test('what is said on a receipt is taken back there alone, and what its sender was told belongs to it', () => {
  const told = fact(referrerTold, '2026-03-04', {}, { about: 'disagreement-answered' })
  const one = ladder(bySender, answered('2026-03-03', 'upheld'), told, takenBack())
  expect([one?.ended, one?.told.map(({ about }) => about)]).toEqual([undefined, ['disagreement-answered']])
  expect(ladder(bySender, takenBack(receipt))?.ended?.how).toBe('withdrawn')
})

test('no form and no system says that something was said on a receipt', () => {
  for (const kind of [disagreementRaised, disagreementTakenHigher, disagreementSettled, disagreementWithdrawn])
    expect([
      kind.kind,
      schemaOf(kind)
        .safeParse(receipt)
        .error?.issues.map(({ code }) => code),
    ]).toEqual([kind.kind, expect.arrayContaining(['unrecognized_keys'])])
})

test('any fact of it leads to it, and no other disagreement’s does', () => {
  const other = fact(disagreementRaised, '2026-03-04', { decision: 'plan' }, { id: 'other' })
  const known = knownAt(
    given([raised, higher('2026-03-05', 'managers'), other]),
    Number.MAX_SAFE_INTEGER,
    guidance.kinds,
  )
  expect(findLadder(known, 'disagreement-taken-higher')?.raised.root).toBe('disagreement-raised')
  expect(findLadder(known, 'other')?.rungs).toHaveLength(1)
  expect(findLadder(known, 'nothing')).toBeUndefined()
})

test('one that was recorded before sides were named stands at the stage that was said', () => {
  const old = ladder(fact(disagreementRaised, '2026-03-02', { decision: 'plan', stage: 'managers' }, school))
  expect([old?.present.stage, old?.raised.data.against, old?.ended]).toEqual(['managers', undefined, undefined])
})
