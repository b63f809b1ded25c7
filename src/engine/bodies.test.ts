import { expect, test } from 'vitest'
import type { Day } from '../guidance/days.ts'
import { atLeast, localPolicy, promptly, workingDays } from '../guidance/limits.ts'
import { londonDay, londonDayEnd, londonMidnight } from '../guidance/london.ts'
import { act, transition2018, wt2018 } from '../guidance/sources.ts'
import { derive, type Policy } from './derive.ts'
import { duty } from './duty.ts'
import { explain } from './explain.ts'
import { type Entry, fact } from './fact.ts'
import { guidanceOf } from './guidance.ts'
import { caseKinds, procedure, turn } from './procedure.ts'
import { standing } from './standing.ts'

// What no child's file alone needs: bodies, agencies at work together, regimes, commencements, floors.
const told = fact('told', { label: 'Told', happenedOn: 'Day', fields: {} })
const done = fact('done', { label: 'Done', happenedOn: 'Day', about: ['told'], fields: {} })
const died = fact('died', { label: 'Died', happenedOn: 'Day', isFinal: true, fields: {} })
const shut = fact('shut', { label: 'Shut', happenedOn: 'Day', endsCase: true, fields: {} })
const born = fact('born', { label: 'Born', happenedOn: 'Day', fields: {} })

const common = { who: '', must: 'Do', arisesFrom: told, dischargedBy: [done], cites: [] } as const
const limit = (within = workingDays(3)) =>
  ({ edition: 'wt2018', within, force: 'should', source: wt2018.at('') }) as const
const meanwhile = {
  edition: 'transition2018',
  within: promptly(),
  force: 'should',
  source: transition2018.at(''),
} as const
const rules = [
  duty({ ...common, id: 'partners', by: 'safeguarding-partners', editions: [limit()] }),
  duty({ ...common, id: 'keep', by: 'authority', editions: [limit(atLeast(1, 'years'))] }),
  duty({ ...common, id: 'locally', by: 'authority', editions: [limit(localPolicy('key', 'what the area decides'))] }),
  duty({ ...common, id: 'board', by: 'authority', regime: { of: 'safeguarding', is: 'board' }, editions: [meanwhile] }),
  duty({
    ...common,
    id: 'after',
    by: 'authority',
    regime: { of: 'safeguarding', is: 'partners' },
    editions: [limit(promptly())],
  }),
  duty({
    ...common,
    id: 'commenced',
    by: 'authority',
    editions: [
      {
        edition: 'cwsa2026',
        within: promptly(),
        force: 'must',
        source: act('Children’s Wellbeing and Schools Act 2026', 's1'),
        commencement: 'cwsa2026-s1',
      },
    ],
  }),
]
const guidance = guidanceOf(
  [
    procedure({
      id: 'doing',
      label: '',
      section: '0',
      caseKind: caseKinds,
      leads: '',
      takesPart: '',
      opensWith: [turn(told)],
      closesWith: [turn(done)],
      facts: [told, done, died, shut, born],
      duties: rules,
      prompts: [],
    }),
  ],
  { birth: born },
)

function entry(kind: string, day: Day, agency = 'council', number = 1): Entry {
  const happened = { from: day, to: day, certainty: 'day', at: null } as const
  const [recordedAt, nothing] = [londonMidnight(day) + number, null]
  const rest = { about: nothing, answers: nothing, occasion: nothing, source: nothing, knownSince: nothing }
  const id = `${kind} ${number}`
  return {
    id,
    root: id,
    number,
    act: 'record',
    kind,
    shape: 1,
    happened,
    recordedAt,
    recordedOn: day,
    agency,
    data: {},
    ...rest,
  }
}

const none: Policy = { authority: 'council', local: {}, reached: new Map(), carries: new Map(), dayOf: londonDay }

function owed(day: Day, rule: string, entries: readonly Entry[], said: Partial<Policy> = {}): string {
  return derive(entries, londonDayEnd(day), { ...none, ...said }, guidance)
    .duties.filter(one => one.rule === rule)
    .map(one => `${one.agency} ${standing(one, { day, instant: londonDayEnd(day) })} ${one.due?.latest ?? ''}`.trim())
    .join(', ')
}

// Three working days from Monday 2 March 2026: Thursday 5 March.
const first = entry('told', '2026-03-02')
const bodies = { 'safeguarding-partners': 'partners' }

test('a body owes what it must once it works on the case; an area without that body has its authority answer', () => {
  expect(owed('2026-03-02', 'partners', [first])).toBe('council due 2026-03-05')
  expect(owed('2026-03-02', 'partners', [first], { bodies })).toBe('')
  expect(owed('2026-03-02', 'partners', [first], { bodies, parties: new Map([['partners', 0]]) })).toBe(
    'partners due 2026-03-05',
  )
})

test('who joined later knows from then on, and is not late before that', () => {
  const joined = londonMidnight('2026-03-09') + 1000
  const said = { bodies, parties: new Map([['partners', joined]]) }
  // Three working days from Monday 9 March.
  expect(owed('2026-03-12', 'partners', [first], said)).toBe('partners due 2026-03-12')
})

test('agencies at work together meet each other’s duties as they know what the other recorded', () => {
  const said = { bodies, parties: new Map([['partners', 0]]) }
  expect(owed('2026-03-04', 'partners', [first, entry('done', '2026-03-04', 'council', 2)], said)).toMatch('met')
})

test('a floor is kept until its day, is broken by stopping before it, and then ends by itself', () => {
  expect(owed('2026-12-01', 'keep', [first])).toBe('council due 2027-03-02')
  expect(owed('2027-03-01', 'keep', [first])).toBe('council due 2027-03-02')
  expect(owed('2027-03-02', 'keep', [first])).toBe('council lapsed 2027-03-02')
  expect(owed('2026-12-01', 'keep', [first, entry('done', '2026-12-01', 'council', 2)])).toMatch('met-late')
  expect(owed('2027-04-01', 'keep', [first, entry('done', '2027-04-01', 'council', 2)])).not.toMatch('met-late')
})

test('what boards owed ends with the area’s own beginning, and everywhere on 29 September 2019', () => {
  const began = { safeguarding: '2019-06-01' }
  const on = (day: Day, said = {}) =>
    ['board', 'after'].filter(rule => owed(day, rule, [entry('told', day)], said) !== '')
  expect(on('2018-09-03')).toEqual(['board'])
  expect(on('2019-05-31', { began })).toEqual(['board'])
  expect(on('2019-06-01', { began })).toEqual(['after'])
  expect(on('2019-06-01', { began: { 'child-death': '2019-06-01' } })).toEqual(['board'])
  expect(on('2019-09-29')).toEqual(['after'])
})

test('a provision waits for the day that regulations give it, and what happened before is not owed by it', () => {
  const commencements = { 'cwsa2026-s1': '2027-04-01' } as const
  const on = (day: Day, said = {}) => owed(day, 'commenced', [entry('told', day)], said)
  expect(on('2027-04-01')).toBe('')
  expect(on('2027-03-31', { commencements })).toBe('')
  expect(on('2027-04-01', { commencements })).toBe('council ageing')
})

test('a death or an 18th birthday ends the work on a child’s file, and not the review of that death', () => {
  const entries = [first, entry('died', '2026-03-03', 'council', 2), entry('born', '2008-03-04', 'council', 3)]
  expect(owed('2026-03-04', 'partners', entries)).toMatch('lapsed')
  expect(owed('2026-03-04', 'partners', entries, { caseKind: 'child-death' })).toBe('council due 2026-03-05')
  const open = (said = {}) =>
    derive(entries, londonDayEnd('2026-03-04'), { ...none, ...said }, guidance).procedures.map(
      one => one.closed !== null,
    )
  expect(open()).toEqual([true])
  expect(open({ caseKind: 'child-death' })).toEqual([false])
})

test('a matter is closed by whoever works on it; a child’s file by the authority alone', () => {
  const closed = entry('shut', '2026-03-03', 'partners', 2)
  expect(owed('2026-03-04', 'keep', [first, closed])).toMatch('due')
  const said = { caseKind: 'incident', parties: new Map([['partners', 0]]) }
  expect(owed('2026-03-04', 'keep', [first, closed], said)).toMatch('lapsed')
})

test('what stands on two kinds of case owes on each what runs there', () => {
  const of = (caseKind: string, day = '2026-03-02') =>
    derive([entry('told', day)], londonDayEnd(day), { ...none, caseKind }, narrow).duties.map(one => one.rule)
  expect([of('child'), of('child-death'), of('incident')]).toEqual([['on-file'], ['on-review'], []])
})

const shape = { label: '', section: '0', leads: '', takesPart: '', closesWith: [], prompts: [] }
const narrow = guidanceOf([
  procedure({
    ...shape,
    id: 'shared',
    caseKind: ['child', 'child-death'],
    opensWith: [],
    facts: [told, done],
    duties: [],
  }),
  procedure({
    ...shape,
    id: 'file',
    caseKind: 'child',
    opensWith: [turn(told)],
    facts: [],
    duties: [duty({ ...common, id: 'on-file', by: 'authority', editions: [limit()] })],
  }),
  procedure({
    ...shape,
    id: 'review',
    caseKind: 'child-death',
    opensWith: [turn(told)],
    facts: [],
    duties: [duty({ ...common, id: 'on-review', by: 'authority', editions: [limit()] })],
  }),
])

test('a limit of the area’s own is that of the trigger’s day: an earlier day keeps the earlier one, and before the first there is none', () => {
  const local = {
    key: [
      { from: '2026-03-02', limit: workingDays(3) },
      { from: '2026-04-01', limit: workingDays(1) },
      { from: '2026-05-01', limit: null },
    ],
  }
  const on = (day: Day) => owed(day, 'locally', [entry('told', day)], { local })
  expect(on('2026-03-01')).toBe('council ageing')
  // Three working days from Tuesday 31 March, over Easter (3 and 6 April do not count): Tuesday 7 April.
  expect(on('2026-03-31')).toBe('council due 2026-04-07')
  // One from Wednesday 1 April: Thursday the 2nd.
  expect(on('2026-04-01')).toBe('council due 2026-04-02')
  expect(on('2026-05-01')).toBe('council ageing')
})

test('an explanation says since which decision it is so: of the area, of a government, or of the change-over', () => {
  const since = (rule: string, day: Day, said: Partial<Policy>) => {
    const policy = { ...none, ...said }
    const entries = [entry('told', day)]
    const one = derive(entries, londonDayEnd(day), policy, guidance).duties.find(duty => duty.rule === rule)
    return explain(one?.id ?? '', entries, policy, guidance)?.since
  }
  const local = { key: [{ from: '2026-05-01', limit: workingDays(5) }] }
  expect(since('locally', '2026-05-04', { local })).toEqual([
    { by: 'local-policy', key: 'key', from: '2026-05-01', isSet: true },
  ])
  expect(since('locally', '2026-04-30', { local })).toEqual([])
  expect(since('commenced', '2027-04-01', { commencements: { 'cwsa2026-s1': '2027-04-01' } })).toEqual([
    { by: 'commencement', provision: 'cwsa2026-s1', from: '2027-04-01' },
  ])
  expect(since('after', '2019-06-03', { began: { safeguarding: '2019-06-01' } })).toEqual([
    { by: 'arrangements', of: 'safeguarding', is: 'partners', from: '2019-06-01' },
  ])
})
