/** A record that grows is derived from what was derived before: on every case of the story, in any order, that is what deriving anew gives. */
import { expect, test } from 'vitest'
import type { Before } from '../engine/carried-over.ts'
import { type Derived, derive, type Policy } from '../engine/derive.ts'
import type { Entry } from '../engine/fact.ts'
import { londonDay } from '../guidance/london.ts'
import { guidance } from '../procedures/index.ts'
import type { Lifeline } from './life.ts'
import { lifelines } from './lifelines.ts'
import { storyLines } from './story.ts'

const today = { day: '2026-04-15', instant: Date.parse('2026-04-15T11:00:00Z') }

/** The entries of a case. Each has a minute of its own: what was recorded at one moment is derived together. */
function entriesOf({ acts }: Lifeline): Entry[] {
  const first = new Map<string, Entry>()
  return acts.flatMap(({ act, by, recordedAt }, at): Entry[] => {
    if (act.act === 'move') return []
    const id = act.act === 'record' && act.id ? act.id : `entry ${at}`
    const root = act.act === 'record' ? id : act.root
    const of = first.get(root)
    const happened = 'happened' in act ? act.happened : of?.happened
    const kind = act.act === 'record' ? act.kind : of?.kind
    if (!happened || !kind) return []
    const instant = recordedAt + at * 60_000
    const entry: Entry = {
      id,
      number: at + 1,
      act: act.act,
      root,
      kind,
      happened,
      recordedAt: instant,
      recordedOn: londonDay(instant),
      agency: by.agencyId,
      shape: guidance.kinds.get(kind)?.shape ?? 1,
      about: 'about' in act ? (act.about ?? null) : (of?.about ?? null),
      answers: 'answers' in act ? (act.answers ?? null) : (of?.answers ?? null),
      data: 'data' in act ? act.data : {},
      occasion: null,
      source: null,
      knownSince: null,
    }
    if (act.act === 'record') first.set(root, entry)
    return [entry]
  })
}

/** The same facts recorded in another order, each before what is said of it. */
function shuffled(entries: readonly Entry[], next: () => number): Entry[] {
  const placed = entries.map(entry => ({ entry, place: next() }))
  const places = new Map(placed.filter(({ entry }) => entry.id === entry.root).map(one => [one.entry.root, one.place]))
  const after = (root: string, place: number) => (places.get(root) ?? 0) + (place + 1) / 1000
  return placed
    .toSorted((a, b) => {
      const [one, other] = [a, b].map(({ entry, place }) =>
        entry.id === entry.root ? place : after(entry.root, place),
      ) as [number, number]
      return one - other
    })
    .map(({ entry }, at) => ({ ...entry, number: at + 1, recordedAt: today.instant + at * 60_000 }))
}

function policyOf({ opens, sharings }: Lifeline): Policy {
  const reached = new Map<string, Map<string, number>>()
  for (const { roots, to, reachedAt } of sharings)
    for (const root of roots) reached.set(root, new Map([...(reached.get(root) ?? []), [to, reachedAt]]))
  return {
    caseKind: opens.kind,
    authority: opens.teamId ?? 'authority',
    local: {},
    reached,
    parties: new Map(),
    carries: new Map(),
    dayOf: londonDay,
  }
}

/** Derives after each entry, on what was derived before it. @returns how many duties were carried over */
function grow(entries: readonly Entry[], policy: Policy): number {
  let before: Before | undefined
  let carried = 0
  for (let length = 1; length <= entries.length; length += 1) {
    const then = entries.slice(0, length)
    const grown = derive(then, Number.MAX_SAFE_INTEGER, policy, guidance, before)
    const whole = derive(then, Number.MAX_SAFE_INTEGER, policy, guidance)
    expect(told(grown)).toEqual(told(whole))
    const earlier = new Set(before?.derived.duties)
    if (grown.since) {
      const { added, gone } = grown.since
      const left = [...earlier].filter(duty => !gone.includes(duty))
      expect(new Set([...left, ...added])).toEqual(new Set(grown.duties))
      expect(left.length + added.length).toBe(grown.duties.length)
    }
    carried += grown.duties.filter(duty => earlier.has(duty)).length
    before = { entries: then, policy, derived: grown }
  }
  return carried
}

function told({ duties, procedures, noRule, known }: Derived) {
  const byRoot = (a: { rule: string; root: string }, b: { rule: string; root: string }) =>
    `${a.rule} ${a.root}` < `${b.rule} ${b.root}` ? -1 : 1
  const facts = known.inOrder.map(({ root, kind }) => [kind, root, ...(known.chains.get(root) ?? [])].join(' '))
  return { duties, procedures, noRule: noRule.toSorted(byRoot), facts }
}

const lines = [...storyLines(today), ...lifelines({ seed: 3, cases: 12, today, lengths: { median: 30, p95: 60 } })]

test('as each case of the story grew', () => {
  let carried = 0
  for (const line of lines) carried += grow(entriesOf(line), policyOf(line))
  expect(carried).toBeGreaterThan(3000)
})

test('with the facts of each case told in another order', () => {
  let seed = 5
  const next = () => {
    seed = (seed * 48_271) % 0x7fffffff
    return seed / 0x7fffffff
  }
  for (const line of lines) grow(shuffled(entriesOf(line), next), policyOf(line))
})

test('with what reached another agency meanwhile, and with another policy of the area', () => {
  const line = lines.find(({ sharings }) => sharings.length > 0) as Lifeline
  const entries = entriesOf(line)
  const policy = policyOf(line)
  const first = entries.slice(0, -1)
  const anew = (of: readonly Entry[], by: Policy) => derive(of, Number.MAX_SAFE_INTEGER, by, guidance)
  const otherwise = { ...policy, parties: new Map([[line.sharings[0]?.to ?? '', 0]]) }
  const unshared = { ...policy, reached: new Map() }
  for (const [then, now] of [
    [policy, otherwise],
    [unshared, policy],
    [policy, unshared],
  ] as const) {
    const before = { entries: first, policy: then, derived: anew(first, then) }
    expect(told(derive(entries, Number.MAX_SAFE_INTEGER, now, guidance, before))).toEqual(told(anew(entries, now)))
    expect(told(anew(first, then))).not.toEqual(told(anew(first, now)))
  }
})
