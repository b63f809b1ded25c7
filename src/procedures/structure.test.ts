import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { editionOf } from '../engine/derive.ts'
import { addDays } from '../guidance/days.ts'
import { findRequirement, requirements } from '../guidance/requirements.ts'
import { findTimescale, limitOf, timescales } from '../guidance/timescales.ts'
import { guidance, procedures } from './index.ts'

const rules = [...guidance.rules.values()]
const prompts = procedures.flatMap(procedure => procedure.prompts)
const kinds = [...guidance.kinds.values()]
const cited = new Set([...rules, ...prompts].flatMap(one => one.cites).concat(kinds.flatMap(kind => kind.cites ?? [])))
const encoded = ['1.5', '1.8', '1.14', '1.15', '1.16', '1.17', '1.18', '1.19', '1.20', '1.21', '1.22', '1.24', '3.10']

test.each(rules.map(rule => [rule.id, rule] as const))(
  '%s: one edition on every day from its first, none before',
  (_, rule) => {
    const written = rule.editions.map(one => one.edition)
    expect(new Set(written).size).toBe(written.length)
    const has: boolean[] = []
    for (let day = '2018-01-01'; day <= '2027-12-31'; day = addDays(day, 1))
      has.push(editionOf(rule, day) !== undefined)
    const [first, last] = [has.indexOf(true), has.lastIndexOf(true)]
    expect(addDays('2018-01-01', first)).toBe('2018-07-04')
    expect(has.slice(first, last + 1).every(Boolean)).toBe(true)
    expect(last).toBe(has.length - 1)
  },
)

test.each(rules.map(rule => [rule.id, rule] as const))(
  '%s: has a source and cites what exists, with the same limit',
  (_, rule) => {
    expect(rule.editions.length).toBeGreaterThan(0)
    for (const { source, edition } of rule.editions) expect([edition, 'law']).toContain(source.edition)
    const isLawBesideIt = rule.cites.length === 0 && rule.editions.every(({ source }) => source.edition === 'law')
    expect(isLawBesideIt || rule.cites.some(id => findRequirement(id))).toBe(true)
    for (const id of rule.cites) {
      const timescale = findTimescale(id)
      expect(findRequirement(id) ?? timescale, id).toBeDefined()
      if (typeof timescale?.limit !== 'number') continue
      const written = rule.editions.find(one => one.edition === timescale.edition)
      expect(written?.within, id).toEqual(limitOf(timescale))
      expect(written?.source.confirmed, id).toBe(timescale.confirmed)
    }
  },
)

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

test('ids of duties begin with a verb, kinds of fact are in the past tense, and neither says the same twice', () => {
  const verbs =
    'acknowledge answer conclude decide discuss hold keep make meet name plan refer review see send settle share tell visit'.split(
      ' ',
    )
  for (const rule of rules) expect(verbs, rule.id).toContain(rule.id.split('-')[0])
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

test('every requirement of these procedures is cited by a duty, a prompt or what a fact keeps', () => {
  const missing = requirements.filter(
    ({ id }) => encoded.some(section => id.startsWith(`WT18-${section}-`)) && !cited.has(id),
  )
  expect(missing.map(one => one.id)).toEqual([])
})

test('every time limit of these procedures is cited', () => {
  const sections = [
    'referral',
    'assessment_s17',
    'cin_plan',
    'strategy_discussion',
    's47_enquiry',
    'icpc',
    'cp_plan',
    'core_group',
    'review_conference',
    'plan_discontinuation',
    'escalation',
    'info_request',
  ]
  expect(timescales.filter(one => sections.includes(one.procedure) && !cited.has(one.id)).map(one => one.id)).toEqual(
    [],
  )
})

test('every rule has its table of tests', () => {
  const folder = new URL('.', import.meta.url)
  const tests = readdirSync(folder)
    .filter(name => name.endsWith('.test.ts'))
    .map(name => readFileSync(new URL(name, folder), 'utf8'))
    .join('\n')
  expect(rules.filter(rule => !tests.includes(`table('${rule.id}', [`)).map(rule => rule.id)).toEqual([])
})
