import { expect, test } from 'vitest'
import type { Day } from '../guidance/days.ts'
import { workingDays } from '../guidance/limits.ts'
import { londonDay, londonMidnight } from '../guidance/london.ts'
import { wt2018 } from '../guidance/sources.ts'
import { derive, type Policy } from './derive.ts'
import { duty } from './duty.ts'
import { type Entry, fact } from './fact.ts'
import { guidanceOf } from './guidance.ts'
import { procedure, turn } from './procedure.ts'

// A guidance of one rule each way in which a later fact can matter to an earlier one, so that each test needs no other.
const asked = fact('asked', { label: 'Asked', happenedOn: 'Day', fields: {} })
const answered = fact('answered', { label: 'Answered', happenedOn: 'Day', about: ['asked'], fields: {} })
const again = fact('asked-again', { label: 'Asked again', happenedOn: 'Day', fields: {} })
const noted = fact('noted', { label: 'Noted', happenedOn: 'Day', about: ['asked-again', 'asked'], fields: {} })
const common = {
  who: '',
  by: 'authority',
  must: 'Answer',
  arisesFrom: asked,
  dischargedBy: [answered],
  cites: [],
  editions: [{ edition: 'wt2018', within: workingDays(3), force: 'should', source: wt2018.at('') }],
} as const
const rules = [
  // No rule has to name what its remark reads.
  duty({ ...common, id: 'remarked', remark: (_asked, line) => (line.has(noted) ? 'It was noted' : undefined) }),
  duty({ ...common, id: 'once-noted', when: (_asked, line) => line.has(noted), reads: [noted] }),
  // What meets it may also be what it is owed for.
  duty({ ...common, id: 'until-answered', when: (_asked, line) => !line.has(answered) }),
  duty({ ...common, id: 'answered-as-noted', dischargedWhen: (_answer, _asked, line) => line.has(noted) }),
  duty({ ...common, id: 'formerly', editions: [{ ...common.editions[0], until: 'wt2023' }] }),
]
const guidance = guidanceOf([
  procedure({
    id: 'asking',
    label: '',
    section: '0',
    caseKind: 'child',
    leads: '',
    takesPart: '',
    opensWith: [turn(asked)],
    closesWith: [],
    facts: [asked, answered, again, noted],
    duties: rules,
    prompts: [],
  }),
])

let number = 0
function entry(kind: string, day: Day, said: Partial<Entry> = {}): Entry {
  number += 1
  const id = `${kind} ${number}`
  const nothing = { about: null, answers: null, occasion: null, source: null, knownSince: null }
  const happened = { from: day, to: day, certainty: 'day', at: null } as const
  const recorded = { recordedAt: londonMidnight(day) + number, recordedOn: day, agency: 'council', data: {}, shape: 1 }
  return { id, root: id, number, act: 'record', kind, happened, ...recorded, ...nothing, ...said }
}

const policy: Policy = { authority: 'council', local: {}, reached: new Map(), carries: new Map(), dayOf: londonDay }

function grown(first: readonly Entry[], added: readonly Entry[]) {
  const anew = (entries: readonly Entry[]) => derive(entries, Number.MAX_SAFE_INTEGER, policy, guidance)
  const before = { entries: first, policy, derived: anew(first) }
  const entries = [...first, ...added]
  const { duties, noRule, known } = derive(entries, Number.MAX_SAFE_INTEGER, policy, guidance, before)
  const whole = anew(entries)
  expect({ duties, noRule, known }).toEqual({ duties: whole.duties, noRule: whole.noRule, known: whole.known })
  return { duties, carried: duties.filter(one => before.derived.duties.includes(one)).map(one => one.rule) }
}

test('what a rule does not look at leaves its duties as they are', () => {
  const { carried } = grown(
    [entry('asked', '2026-03-02'), entry('noted', '2026-03-03')],
    [entry('other', '2026-03-04')],
  )
  expect(carried).toEqual(['remarked', 'once-noted', 'until-answered', 'answered-as-noted'])
})

test('what a rule asks for without naming it is looked at anew', () => {
  const { duties } = grown([entry('asked', '2026-03-02')], [entry('noted', '2026-03-03')])
  expect(duties.find(one => one.rule === 'remarked')?.remark).toBe('It was noted')
})

test('what came from another case and was known there before changes what was known of a fact then', () => {
  const first = entry('asked', '2026-03-02')
  const note = entry('noted', '2026-03-06')
  const saidLater = entry('noted', '2026-03-06', {
    act: 'correct',
    root: note.root,
    about: first.root,
    recordedAt: londonMidnight('2026-03-10'),
    recordedOn: '2026-03-10',
  })
  const moved = entry('asked-again', '2026-03-04', {
    knownSince: londonMidnight('2026-03-04'),
    recordedAt: londonMidnight('2026-03-12'),
    recordedOn: '2026-03-12',
  })
  const { duties } = grown([first, note, saidLater], [moved])
  expect(duties.find(one => one.rule === 'once-noted')?.knownSince).toBe(saidLater.recordedAt)
})

test('what is corrected or struck out is looked at anew with its kind', () => {
  const [one, other] = [entry('asked', '2026-03-02'), entry('answered', '2026-03-03')]
  const strikeOut = entry('', '2026-03-05', { act: 'strike-out', root: other.root })
  expect(grown([one, other], [strikeOut]).duties.find(({ rule }) => rule === 'remarked')?.met).toBeNull()
  const correction = entry('asked', '2026-03-06', { act: 'correct', root: one.root })
  const corrected = grown([one], [correction]).duties.map(({ from }) => from.from)
  expect(new Set(corrected)).toEqual(new Set(['2026-03-06']))
})

test('of a rule that what was added can only meet, the duties stay that it does not meet', () => {
  const asks = ['2026-03-02', '2026-03-04', '2026-03-06'].map(day => entry('asked', day))
  const first = grown([...asks, entry('noted', '2026-03-07')], [entry('answered', '2026-03-09')])
  const remarked = first.duties.filter(({ rule }) => rule === 'remarked')
  expect(remarked.map(({ met }) => met?.late ?? 'open')).toEqual(['open', 'open', 'no'])
  expect(first.carried.filter(rule => rule === 'remarked')).toHaveLength(2)
  // It is owed until somebody answers: whether it is owed at all must be asked again.
  expect(grown(asks.slice(2), [entry('answered', '2026-03-09')]).duties.map(({ rule }) => rule)).not.toContain(
    'until-answered',
  )
})

test('what may meet it is asked about again once what its condition looks at is recorded', () => {
  const [one, answer] = [entry('asked', '2026-03-02'), entry('answered', '2026-03-03')]
  const { duties } = grown([one, answer], [entry('noted', '2026-03-03')])
  expect(duties.find(({ rule }) => rule === 'answered-as-noted')?.met?.by).toBe(answer.root)
})

test('facts of one day, some of which have a time, stand in the order of all of them', () => {
  const on = (kind: string, hour: number | null) => {
    const at = hour === null ? null : londonMidnight('2026-03-02') + hour * 3_600_000
    return entry(kind, '2026-03-02', { happened: { from: '2026-03-02', to: '2026-03-02', certainty: 'day', at } })
  }
  // The last is earlier than those with a time, and was recorded after those without: it stands in no one place.
  const hours = [null, 11, 12, null, 13]
  grown(
    hours.map(hour => on('asked', hour)),
    [on('answered', 10)],
  )
})

test('what lies before a fact that may continue it changes what that one continues', () => {
  const { carried } = grown(
    [entry('asked', '2026-03-02'), entry('noted', '2026-03-06')],
    [entry('asked-again', '2026-03-04')],
  )
  expect(carried).toEqual([])
  const named = entry('asked-again', '2026-03-09')
  grown([entry('asked', '2026-03-02'), entry('noted', '2026-03-06', { about: named.root })], [named])
})

test('of a record that was disposed of nothing is carried over', () => {
  expect(grown([entry('asked', '2026-03-02')], [entry('', '2026-03-05', { act: 'dispose' })]).duties).toEqual([])
  const first = [entry('asked', '2026-03-02'), entry('', '2026-03-05', { act: 'dispose' })]
  expect(grown(first, [entry('asked', '2026-03-06')]).duties).toEqual([])
})
