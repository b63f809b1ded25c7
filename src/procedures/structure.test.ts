import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { editionOf } from '../engine/derive.ts'
import { addDays } from '../guidance/days.ts'
import { getEdition } from '../guidance/editions.ts'
import { left } from '../guidance/left.ts'
import type { Limit } from '../guidance/limits.ts'
import { findRequirement, requirements } from '../guidance/requirements.ts'
import { findTimescale, limitOf, timescales } from '../guidance/timescales.ts'
import { guidance, procedures } from './index.ts'

const rules = [...guidance.rules.values()]
const prompts = procedures.flatMap(procedure => procedure.prompts)
const kinds = [...guidance.kinds.values()]
const cited = new Set([...rules, ...prompts].flatMap(one => one.cites).concat(kinds.flatMap(kind => kind.cites ?? [])))
const leftIds = new Set(Object.keys(left))

test.each(rules.map(rule => [rule.id, rule] as const))(
  '%s: one edition on every day from its first, none before',
  (_, rule) => {
    const written = rule.editions.map(one => one.edition)
    expect(new Set(written).size).toBe(written.length)
    const has: boolean[] = []
    for (let day = '2018-01-01'; day <= '2027-12-31'; day = addDays(day, 1))
      has.push(editionOf(rule, day) !== undefined)
    const [first, last] = [has.indexOf(true), has.lastIndexOf(true)]
    const ends = rule.editions.at(-1)?.until ?? null
    const commenced = rule.editions.every(one => one.commencement)
    if (commenced) return expect(first).toBe(-1)
    expect(addDays('2018-01-01', first)).toBe(getEdition(written[0] ?? 'wt2018').from)
    expect(has.slice(first, last + 1).every(Boolean)).toBe(true)
    const isCompanion = rule.editions.every(one => getEdition(one.edition).kind === 'companion')
    const until = ends ? getEdition(ends).from : isCompanion ? getEdition(written[0] ?? 'wt2018').until : null
    expect(last).toBe(
      until === null ? has.length - 1 : has.findIndex((_, at) => addDays('2018-01-01', at) === until) - 1,
    )
  },
)

test.each(rules.map(rule => [rule.id, rule] as const))(
  '%s: has a source and cites what exists, with the same limit',
  (_, rule) => {
    expect(rule.editions.length).toBeGreaterThan(0)
    for (const { source, edition } of rule.editions) expect([edition, 'law']).toContain(source.edition)
    const isLawBesideIt = rule.cites.length === 0 && rule.editions.every(({ source }) => source.edition === 'law')
    expect(isLawBesideIt || rule.cites.some(id => findRequirement(id) ?? findTimescale(id))).toBe(true)
    for (const id of rule.cites) {
      const timescale = findTimescale(id)
      expect(findRequirement(id) ?? timescale, id).toBeDefined()
      if (!timescale || limitOf(timescale) === null) continue
      if (typeof timescale.limit !== 'number' && !timescale.unit.startsWith('date')) continue
      const written = rule.editions.find(one => one.edition === timescale.edition)
      expect(written && nationally(written.within), id).toEqual(limitOf(timescale))
      expect(written?.source.confirmed, id).toBe(timescale.confirmed)
    }
  },
)

/** The number of the source: what an area starts from, and what is moved on where its last day is no working day. */
function nationally(limit: Limit): Limit | undefined {
  if (limit.kind === 'to-working-day') return limit.limit
  return limit.kind === 'local-policy' ? limit.unlessSet : limit
}

test('a rule is marked confirmed only where something that it cites is', () => {
  const isConfirmed = (id: string) => findRequirement(id)?.confirmed ?? findTimescale(id)?.confirmed ?? false
  for (const rule of rules) {
    if (rule.editions.some(one => one.source.confirmed)) expect(rule.cites.some(isConfirmed), rule.id).toBe(true)
  }
})

test('what the law requires is not encoded as a duty that the guidance only advises', () => {
  const advised = requirements.filter(({ id, force }) => {
    const citing = rules.filter(rule => rule.cites.includes(id))
    return (
      force === 'must' && citing.length > 0 && !citing.some(rule => rule.editions.every(one => one.force === 'must'))
    )
  })
  expect(advised.map(one => one.id)).toEqual([])
})

test('the id of a duty begins with the verb of what must be done, kinds of fact are in words, and neither says the same twice', () => {
  // Stored for ever, and older than this test.
  const worded = new Set(
    'acknowledge answer conclude decide discuss hold keep make meet name plan refer review see send settle share tell visit'.split(
      ' ',
    ),
  )
  for (const { id, must } of rules) {
    const verb = id.split('-')[0] ?? ''
    expect(worded.has(verb) || verb === must.split(' ')[0]?.toLowerCase(), id).toBe(true)
  }
  for (const { kind } of kinds) expect(kind).toMatch(/^[a-z0-9]+(-[a-z0-9]+)+$/)
  expect(new Set(rules.map(rule => rule.id)).size).toBe(rules.length)
  expect(new Set(prompts.map(one => one.id)).size).toBe(prompts.length)
})

test('every kind of fact has a label, says what its day means, and continues kinds that exist', () => {
  for (const kind of kinds) {
    expect(kind.label.length, kind.kind).toBeGreaterThan(3)
    expect(kind.happenedOn.length, kind.kind).toBeGreaterThan(3)
    for (const other of kind.about ?? []) expect(guidance.kinds.has(other), `${kind.kind} about ${other}`).toBe(true)
    for (const id of kind.cites ?? []) expect(findRequirement(id), id).toBeDefined()
  }
  expect(new Set(kinds.map(kind => kind.label)).size).toBe(kinds.length)
})

// Deciding asks for the ground or day, the approver and the reason.
const decided = new Set(['plan-ended', 'guidance-repinned'])
test('a kind has few mandatory fields; a decision asks for three', () => {
  for (const kind of kinds) {
    const most = decided.has(kind.kind) ? 3 : 2
    expect(Object.values(kind.fields).filter(field => !field.optional).length, kind.kind).toBeLessThanOrEqual(most)
  }
})

test('every requirement is a duty, a prompt, what a fact keeps, or left with a reason', () => {
  const missing = requirements.filter(({ id }) => !cited.has(id) && !leftIds.has(id))
  expect(missing.map(one => one.id)).toEqual([])
})

test('what is left is there, is not encoded as well, and has a reason of its own', () => {
  for (const [id, why] of Object.entries(left)) {
    expect(findRequirement(id) ?? findTimescale(id), id).toBeDefined()
    expect(cited.has(id), `${id} is encoded and left`).toBe(false)
    expect(why.length, id).toBeGreaterThan(30)
  }
  expect(new Set(Object.values(left)).size).toBe(Object.keys(left).length)
})

test('where one time limit of a procedure is cited all of them are, or are left with a reason', () => {
  const sections = new Set(timescales.filter(one => cited.has(one.id)).map(one => one.procedure))
  const missing = timescales.filter(one => sections.has(one.procedure) && !cited.has(one.id) && !leftIds.has(one.id))
  expect(missing.map(one => one.id)).toEqual([])
})

test('a procedure stands in the file of its name', () => {
  const files = new Set(readdirSync(new URL('.', import.meta.url)))
  expect(procedures.filter(one => !files.has(`${one.id}.ts`)).map(one => one.id)).toEqual([])
})

test('every rule has its table of tests', () => {
  const folder = new URL('.', import.meta.url)
  const tests = readdirSync(folder)
    .filter(name => name.endsWith('.test.ts'))
    .map(name => readFileSync(new URL(name, folder), 'utf8'))
    .join('\n')
  expect(rules.filter(rule => !tests.includes(`table('${rule.id}', [`)).map(rule => rule.id)).toEqual([])
})
