import { expect, test } from 'vitest'
import type { Day } from '../guidance/days.ts'
import { hours, months, promptly, workingDays } from '../guidance/limits.ts'
import { londonDay, londonDayEnd, londonMidnight } from '../guidance/london.ts'
import { wt2018 } from '../guidance/sources.ts'
import { type Duty, derive, type Policy } from './derive.ts'
import { duty } from './duty.ts'
import { type Entry, fact } from './fact.ts'
import { choice, optional, parties } from './field.ts'
import { guidanceOf } from './guidance.ts'
import { procedure, turn } from './procedure.ts'
import { standing } from './standing.ts'

// A guidance of five facts, so that each test needs no other.
const asked = fact('asked', {
  label: 'Asked',
  happenedOn: 'Day',
  time: 'asked',
  fields: {
    how: choice('How', { urgent: 'Urgent', usual: 'Usual' }, optional),
    of: parties('Of whom', 'agency', optional),
  },
})
const answered = fact('answered', { label: 'Answered', happenedOn: 'Day', about: ['asked'], fields: {} })
const withdrawn = fact('withdrawn', { label: 'Withdrawn', happenedOn: 'Day', about: ['asked'], fields: {} })
const born = fact('born', { label: 'Born', happenedOn: 'Day', fields: {} })
const ended = fact('ended', { label: 'Ended', happenedOn: 'Day', isFinal: true, fields: {} })

const common = {
  who: 'Somebody',
  must: 'Answer',
  arisesFrom: asked,
  dischargedBy: [answered],
  cites: ['T1-REF-01'],
} as const
const from2018 = (within: ReturnType<typeof workingDays>) =>
  [{ edition: 'wt2018', within, force: 'should', source: wt2018.at('here') }] as const
const rules = [
  duty({ ...common, id: 'answer', by: 'authority', lapsesOn: [withdrawn], editions: from2018(workingDays(3)) }),
  duty({
    ...common,
    id: 'answer-urgently',
    by: 'authority',
    when: one => one.data.how === 'urgent',
    editions: from2018(hours(72)),
  }),
  duty({ ...common, id: 'answer-oneself', by: 'owner', editions: from2018(promptly()) }),
  duty({ ...common, id: 'answer-each', by: { eachOf: 'of' }, editions: from2018(months(1)) }),
  duty({
    ...common,
    id: 'answer-for-a-while',
    by: 'authority',
    editions: [{ ...from2018(months(1))[0], until: 'wt2023' }],
  }),
]
const guidance = guidanceOf(
  [
    procedure({
      id: 'asking',
      label: 'Asking',
      section: '0',
      caseKind: 'child',
      leads: '',
      takesPart: '',
      prompts: [],
      duties: rules,
      opensWith: [turn(asked)],
      closesWith: [turn(answered)],
      facts: [asked, answered, withdrawn, born, ended],
    }),
  ],
  { birth: born },
)

const noon = (day: Day) => londonMidnight(day) + 12 * 3_600_000
let number = 0
function entry(
  id: string,
  kind: string,
  day: Day,
  more: Partial<Entry> & { to?: Day; at?: string; on?: Day } = {},
): Entry {
  const { to = day, at, on = day, ...rest } = more
  number += 1
  const happened = { from: day, to, certainty: to === day ? 'day' : 'about', at: at ? Date.parse(at) : null } as const
  return {
    id,
    number,
    act: 'record',
    root: id,
    kind,
    shape: 1,
    happened,
    recordedAt: noon(on) + number,
    recordedOn: on,
    agency: 'authority',
    about: null,
    answers: null,
    occasion: null,
    source: null,
    knownSince: null,
    data: {},
    ...rest,
  }
}

function duties(day: Day, rule: string, entries: readonly Entry[], said: Partial<Policy> = {}): Duty[] {
  const policy = {
    authority: 'authority',
    local: {},
    reached: new Map(),
    carries: new Map(),
    dayOf: londonDay,
    ...said,
  }
  return derive(entries, londonDayEnd(day), policy, guidance).duties.filter(one => one.rule === rule)
}

function stand(
  day: Day,
  rule: string,
  entries: readonly Entry[],
  said: Partial<Policy> = {},
  instant = londonDayEnd(day),
): string {
  return duties(day, rule, entries, said)
    .map(one => standing(one, { day, instant }))
    .join(', ')
}

// Three working days from Monday 2 March 2026: Thursday 5 March.
const monday = '2026-03-02'

test('a fact recorded late owes what is already overdue, known since it was recorded', () => {
  const late = [entry('a', 'asked', monday, { on: '2026-03-20' })]
  expect(stand('2026-03-19', 'answer', late)).toBe('')
  expect(stand('2026-03-20', 'answer', late)).toBe('overdue')
  expect(londonDay(duties('2026-03-20', 'answer', late)[0]?.knownSince ?? 0)).toBe('2026-03-20')
})

test('a corrected date moves the due day, and the duty keeps its id', () => {
  const first = entry('a', 'asked', monday)
  const correction = entry('b', 'asked', '2026-03-06', { act: 'correct', root: 'a', on: '2026-03-09' })
  const [before] = duties('2026-03-08', 'answer', [first, correction])
  const [after] = duties('2026-03-09', 'answer', [first, correction])
  expect([before?.due?.latest, after?.due?.latest]).toEqual(['2026-03-05', '2026-03-11'])
  expect(after?.id).toBe(before?.id)
  expect(after?.knownSince).toBe(first.recordedAt)
})

test('striking out what started a duty removes it; striking out what met it opens it again', () => {
  const [ask, answer] = [entry('a', 'asked', monday), entry('b', 'answered', '2026-03-04')]
  const strike = (root: string) => entry('c', 'asked', '2026-03-09', { act: 'strike-out', root })
  expect(stand('2026-03-09', 'answer', [ask, answer])).toBe('met')
  expect(stand('2026-03-09', 'answer', [ask, answer, strike('a')])).toBe('')
  expect(stand('2026-03-09', 'answer', [ask, answer, strike('b')])).toBe('overdue')
})

test('a condition that a correction makes true is known since the correction', () => {
  const correction = entry('b', 'asked', monday, {
    act: 'correct',
    root: 'a',
    on: '2026-05-01',
    data: { how: 'urgent' },
  })
  const [owed] = duties('2026-05-01', 'answer-urgently', [entry('a', 'asked', monday), correction])
  expect(owed?.knownSince).toBe(correction.recordedAt)
  expect(owed?.due?.latest).toBe('2026-03-05')
})

test('what was moved here is known since its first recording, from the day it was moved', () => {
  const moved = entry('a', 'asked', monday, {
    on: '2026-05-01',
    knownSince: noon('2026-03-03'),
    data: { how: 'urgent' },
  })
  expect(duties('2026-04-30', 'answer', [moved])).toEqual([])
  const since = (rule: string, ...entries: Entry[]) =>
    duties('2026-05-20', rule, entries).map(one => [londonDay(one.knownSince), one.due?.latest])
  expect(since('answer', moved)).toEqual([['2026-03-03', '2026-03-05']])
  expect(since('answer-urgently', moved)).toEqual([['2026-03-03', '2026-03-05']])
  // Also where its day was corrected afterwards; a condition that this made true held only then.
  const correct = (data: Entry['data']) =>
    entry('b', 'asked', '2026-03-04', { act: 'correct', root: 'a', on: '2026-05-11', data })
  expect(since('answer-urgently', moved, correct({ how: 'urgent' }))).toEqual([['2026-03-03', '2026-03-07']])
  const usual = { ...moved, data: { how: 'usual' } }
  expect(since('answer-urgently', usual, correct({ how: 'urgent' }))).toEqual([['2026-05-11', '2026-03-07']])
})

test('an agency that was told of what was moved here knows it since it was told here', () => {
  const moved = entry('a', 'asked', monday, {
    on: '2026-05-01',
    knownSince: noon('2026-03-03'),
    data: { of: ['school'] },
  })
  const told = new Map([['a', new Map([['school', noon('2026-05-05')]])]])
  const [owed] = duties('2026-05-20', 'answer-each', [moved], { reached: told })
  expect([londonDay(owed?.knownSince ?? 0), owed?.from.from]).toEqual(['2026-05-05', '2026-05-05'])
})

test('a fact meets the earliest due duty of its line; the same day counts, the day before does not', () => {
  const asks = [entry('a', 'asked', monday), entry('b', 'asked', '2026-03-03')]
  const of = (answer: Entry) => duties('2026-03-09', 'answer', [...asks, answer]).map(one => one.met?.by ?? null)
  expect(of(entry('c', 'answered', monday))).toEqual(['c', null])
  expect(of(entry('c', 'answered', '2026-03-01', { about: 'a' }))).toEqual([null, null])
  expect(of(entry('c', 'answered', '2026-03-04'))).toEqual([null, 'c'])
  expect(of(entry('c', 'answered', '2026-03-04', { about: 'a' }))).toEqual(['c', null])
})

test('a person may choose which duty a fact answers', () => {
  const asks = [entry('a', 'asked', monday), entry('b', 'asked', '2026-03-03')]
  const answer = entry('c', 'answered', '2026-03-04', { about: 'b', answers: 'answer/a/authority' })
  expect(duties('2026-03-09', 'answer', [...asks, answer]).map(one => one.met?.by ?? null)).toEqual(['c', null])
})

test('nobody chooses the duty of another agency where each owes its own', () => {
  const ask = entry('a', 'asked', monday, { data: { of: ['school', 'health'] } })
  const all = new Map(['school', 'health'].map(agency => [agency, noon('2026-03-03')]))
  const reached = new Map(['a', 'b'].map(root => [root, all]))
  const answer = entry('b', 'answered', '2026-03-03', { agency: 'school', answers: 'answer-each/a/health' })
  expect(
    duties('2026-03-09', 'answer-each', [ask, answer], { reached }).map(one => [one.id, one.met?.by ?? null]),
  ).toEqual([
    ['answer-each/a/school', 'b'],
    ['answer-each/a/health', null],
  ])
})

test('an approximate day may be overdue before it surely is, and may be met late', () => {
  const about = [entry('a', 'asked', monday, { to: '2026-03-06' })]
  expect(duties('2026-03-10', 'answer', about)[0]?.due).toMatchObject({ earliest: '2026-03-05', latest: '2026-03-11' })
  expect(['2026-03-06', '2026-03-11', '2026-03-12'].map(day => stand(day, 'answer', about))).toEqual([
    'may-be-overdue',
    'may-be-overdue',
    'overdue',
  ])
  const answer = entry('b', 'answered', '2026-03-04', { to: '2026-03-09' })
  expect(stand('2026-03-20', 'answer', [entry('c', 'asked', monday), answer])).toBe('may-be-met-late')
})

test('hours are counted from the instant, over a change of the clocks too', () => {
  const urgent = [entry('a', 'asked', '2026-03-27', { at: '2026-03-27T10:00:00Z', data: { how: 'urgent' } })]
  const at = (text: string) => stand('2026-03-30', 'answer-urgently', urgent, {}, Date.parse(text))
  expect([at('2026-03-30T10:00:00Z'), at('2026-03-30T10:00:01Z')]).toEqual(['due', 'overdue'])
  const met = entry('b', 'answered', '2026-03-30', { at: '2026-03-30T10:00:01Z' })
  expect(stand('2026-03-30', 'answer-urgently', [...urgent, met])).toBe('met-late')
})

test('hours from a day without a time are a window', () => {
  const urgent = [entry('a', 'asked', '2026-03-03', { data: { how: 'urgent' } })]
  expect(['2026-03-05', '2026-03-06', '2026-03-07'].map(day => stand(day, 'answer-urgently', urgent))).toEqual([
    'due',
    'may-be-overdue',
    'overdue',
  ])
})

test('an agency owes, and has met, only from the day it knew', () => {
  const ask = entry('a', 'asked', monday, { agency: 'school' })
  const told = (root: string, day: Day) => ({ reached: new Map([[root, new Map([['authority', noon(day)]])]]) })
  expect(stand('2026-03-20', 'answer', [ask])).toBe('')
  expect(stand('2026-03-17', 'answer', [ask], told('a', '2026-03-18'))).toBe('')
  const [owed] = duties('2026-03-18', 'answer', [ask], told('a', '2026-03-18'))
  expect([owed?.from.from, owed?.due?.latest, owed?.knownSince]).toEqual([
    '2026-03-18',
    '2026-03-23',
    noon('2026-03-18'),
  ])
  const own = entry('b', 'asked', monday)
  const answer = entry('c', 'answered', '2026-03-03', { agency: 'school' })
  expect(stand('2026-03-20', 'answer', [own, answer])).toBe('overdue')
  expect(stand('2026-03-20', 'answer', [own, answer], told('c', '2026-03-04'))).toBe('met')
  expect(stand('2026-03-20', 'answer', [own, answer], told('c', '2026-03-06'))).toBe('met-late')
  expect(duties('2026-03-20', 'answer-oneself', [ask])[0]?.agency).toBe('school')
})

test('what an agency does not know of ends none of its duties', () => {
  const owed = [entry('a', 'asked', monday), entry('b', 'withdrawn', '2026-03-04', { agency: 'school' })]
  const reached = new Map([['b', new Map([['authority', noon('2026-03-04')]])]])
  expect(stand('2026-03-20', 'answer', owed)).toBe('overdue')
  expect(stand('2026-03-20', 'answer', owed, { reached })).toBe('lapsed')
})

test('as known on a past day, what reached the agency later neither met nor started anything', () => {
  const own = entry('a', 'asked', monday)
  const theirs = entry('b', 'answered', '2026-03-03', { agency: 'school' })
  const reached = new Map([['b', new Map([['authority', noon('2026-03-20')]])]])
  expect(stand('2026-03-19', 'answer', [own, theirs], { reached })).toBe('overdue')
  expect(stand('2026-03-20', 'answer', [own, theirs], { reached })).toBe('met-late')
})

test('hours that end on the day of the answer, whose time nobody wrote down, may be met late', () => {
  const urgent = entry('a', 'asked', '2026-03-02', { at: '2026-03-02T10:00:00Z', data: { how: 'urgent' } })
  const met = (day: Day) => stand('2026-03-20', 'answer-urgently', [urgent, entry('b', 'answered', day)])
  expect([met('2026-03-04'), met('2026-03-05'), met('2026-03-06')]).toEqual(['met', 'may-be-met-late', 'met-late'])
})

test('each agency named owes its own, and one does not meet it for another', () => {
  const ask = entry('a', 'asked', monday, { data: { of: ['school', 'health'] } })
  const reached = new Map([
    [
      'a',
      new Map([
        ['school', noon(monday)],
        ['health', noon(monday)],
      ]),
    ],
    ['b', new Map([['health', noon('2026-03-03')]])],
  ])
  const answer = entry('b', 'answered', '2026-03-03', { agency: 'school' })
  const owed = duties('2026-03-09', 'answer-each', [ask, answer], { reached })
  expect(owed.map(one => [one.id, one.met?.by ?? null])).toEqual([
    ['answer-each/a/school', 'b'],
    ['answer-each/a/health', null],
  ])
})

test('a duty ends with what makes it pointless, and nothing after meets it', () => {
  const asks = [entry('a', 'asked', monday), entry('b', 'withdrawn', '2026-03-04')]
  expect(stand('2026-03-04', 'answer', asks)).toBe('lapsed')
  expect(stand('2026-03-09', 'answer', [...asks, entry('c', 'answered', '2026-03-05')])).toBe('lapsed')
  expect(stand('2026-03-09', 'answer', [...asks, entry('c', 'answered', '2026-03-04')])).toBe('met')
  expect(stand('2026-03-09', 'answer', [entry('b', 'withdrawn', '2026-03-01'), entry('a', 'asked', monday)])).toBe(
    'overdue',
  )
})

test('after a death nothing is owed, whatever was recorded before or later', () => {
  const death = entry('d', 'ended', '2026-03-04')
  expect(stand('2026-03-09', 'answer', [entry('a', 'asked', monday), death])).toBe('lapsed')
  expect(stand('2026-03-20', 'answer', [death, entry('a', 'asked', '2026-03-10')])).toBe('lapsed')
})

test('childhood ends on the eighteenth birthday', () => {
  const grown = [entry('b', 'born', '2008-03-04'), entry('a', 'asked', monday)]
  expect(['2026-03-03', '2026-03-04'].map(day => stand(day, 'answer', grown))).toEqual(['due', 'lapsed'])
})

test('before 4 July 2018, and after the last edition of a rule, no rule is encoded, and that is said', () => {
  const policy = { authority: 'authority', local: {}, reached: new Map(), carries: new Map(), dayOf: londonDay }
  const missing = (day: Day) =>
    derive([entry('a', 'asked', day)], londonDayEnd(day), policy, guidance).noRule.map(one => one.rule)
  expect(missing('2018-07-03')).toContain('answer')
  expect(missing('2018-07-04')).toEqual([])
  expect(missing('2023-12-14')).toEqual([])
  expect(missing('2023-12-15')).toEqual(['answer-for-a-while'])
})

test('a limit that an earlier edition wrote is marked inherited', () => {
  const inherited = (day: Day) => duties(day, 'answer', [entry('a', 'asked', day)])[0]?.inherited
  expect([inherited('2020-12-08'), inherited('2020-12-09'), inherited('2026-03-18')]).toEqual([false, true, true])
})

test('what an import could not carry is not known, neither overdue nor met', () => {
  const imported = [entry('a', 'asked', monday, { source: 'file' })]
  const carries = (...kinds: string[]) => ({ carries: new Map([['file', new Set(kinds)]]) })
  expect(stand('2026-03-09', 'answer', imported, carries('asked'))).toBe('not-known')
  expect(stand('2026-03-09', 'answer', imported, carries('asked', 'answered'))).toBe('overdue')
  expect(stand('2026-03-09', 'answer', [...imported, entry('b', 'answered', '2026-03-03')], carries('asked'))).toBe(
    'met',
  )
})

test('beyond the known bank holidays there is no day, and that is said', () => {
  const [owed] = duties('2031-01-02', 'answer', [entry('a', 'asked', '2031-01-01')])
  expect(owed?.due).toBeNull()
  expect(owed?.remark).toMatch(/Working days are known/)
})

test('what a person chose is not taken by what is inferred for another fact', () => {
  const [first, second] = [entry('q1', 'asked', monday), entry('q2', 'asked', monday)]
  const [one, other] = duties('2026-03-10', 'answer', [first, second])
  // The earlier answer says nothing; the later one names the duty that inference would have given to the earlier.
  const answers = [
    entry('a1', 'answered', '2026-03-03'),
    entry('a2', 'answered', '2026-03-04', { answers: one?.id ?? null }),
  ]
  const met = duties('2026-03-10', 'answer', [first, second, ...answers]).map(duty => [duty.id, duty.met?.by])
  expect(met).toEqual([
    [one?.id, 'a2'],
    [other?.id, 'a1'],
  ])
})
