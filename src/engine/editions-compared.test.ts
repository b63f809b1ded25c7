import { expect, test } from 'vitest'
import { calendarDays, workingDays } from '../guidance/limits.ts'
import { act, panel2019, wt2018, wt2018dec2020, wt2023 } from '../guidance/sources.ts'
import { type DutyDefinition, duty, type EditionOfDuty, type PromptDefinition, prompt } from './duty.ts'
import {
  compareEditions,
  compareLists,
  comparePrompts,
  isEncoded,
  isSaidOn,
  layerOf,
  saysIn,
} from './editions-compared.ts'
import { fact } from './fact.ts'
import { choice } from './field.ts'
import { guidanceOf } from './guidance.ts'
import { procedure, turn } from './procedure.ts'

const told = fact('told', {
  label: 'Told',
  happenedOn: 'Day',
  fields: {
    test: choice('Which test', {
      harmed: 'Harmed',
      unsuited: { label: 'Unsuited', from: '2020-12-09' },
      code: { label: 'A code of the census', from: '2021-04-01' },
    }),
  },
})
const done = fact('done', { label: 'Done', happenedOn: 'Day', about: ['told'], fields: {} })

const rule = (id: string, editions: readonly EditionOfDuty[]) =>
  duty({ id, who: '', by: 'authority', must: id, arisesFrom: told, dischargedBy: [done], cites: [], editions })
const text = (edition: EditionOfDuty['edition'], more: Partial<EditionOfDuty> = {}): EditionOfDuty => ({
  edition,
  within: workingDays(5),
  force: 'should',
  source: wt2018.at('', { confirmed: true }),
  ...more,
})

const carriedOn = rule('carried-on', [text('wt2018')])
const longer = rule('longer', [text('wt2018'), text('wt2023', { within: workingDays(10), source: wt2023.at('') })])
const repeated = rule('repeated', [text('wt2018'), text('wt2023', { source: wt2023.at('', { confirmed: true }) })])
const newer = rule('newer', [text('wt2018-dec2020', { source: wt2018dec2020.at('') })])
const over = rule('over', [text('wt2018', { until: 'wt2023' })])
const ofPanel = rule('of-panel', [text('panel2019', { source: panel2019.at('') })])
const ofAct = rule('of-act', [text('cwsa2026', { force: 'must', commencement: 'cwsa2026-s1' })])

const doing = procedure({
  id: 'doing',
  label: '',
  section: '0',
  caseKind: 'child',
  leads: '',
  takesPart: '',
  opensWith: [turn(told)],
  closesWith: [turn(done)],
  facts: [told, done],
  duties: [carriedOn, longer, repeated, newer, over, ofPanel, ofAct],
  prompts: [],
})
const guidance = guidanceOf([doing])

const differences = (...pair: Parameters<typeof compareEditions> extends [unknown, ...infer P] ? P : never) =>
  Object.fromEntries(compareEditions(guidance, ...pair).map(one => [one.rule.id, one.difference]))

test('an edition carries on what those before it wrote, until one says otherwise or ends it', () => {
  const how = (of: DutyDefinition) =>
    (['wt2018', 'wt2018-dec2020', 'wt2023', 'wt2026'] as const).map(code => saysIn(of, code).how)
  expect(how(carriedOn)).toEqual(['written', 'inherited', 'inherited', 'inherited'])
  expect(how(longer)).toEqual(['written', 'inherited', 'written', 'inherited'])
  expect(how(newer)).toEqual(['silent', 'written', 'inherited', 'inherited'])
  expect(how(over)).toEqual(['written', 'inherited', 'ended', 'ended'])
})

test('the guidance of 2018 inherits nothing from 2015, and companions and the Act inherit from nothing', () => {
  expect(saysIn(carriedOn, 'wt2015').how).toBe('silent')
  for (const code of ['panel2019', 'cdr2018', 'transition2018', 'cwsa2026'] as const)
    expect(saysIn(carriedOn, code).how).toBe('silent')
  expect(saysIn(ofAct, 'cwsa2026').how).toBe('written')
})

test('two editions stand rule by rule: what changed and how, what is carried on, and what only one of them has', () => {
  expect(differences('wt2018', 'wt2023')).toEqual({
    'carried-on': 'inherited',
    longer: 'changed',
    repeated: 'same',
    newer: 'only-other',
    over: 'only-one',
    'of-panel': 'inherited',
  })
  const [changed] = compareEditions(guidance, 'wt2018', 'wt2023').filter(one => one.rule === longer)
  expect(changed?.changes).toEqual([
    { what: 'Limit', one: 'within 5 working days', other: 'within 10 working days' },
    { what: 'Checked', one: 'confirmed', other: 'not confirmed yet' },
  ])
})

test('what a companion says while an edition is in force is said beside that edition', () => {
  expect(differences('panel2019', 'wt2018-dec2020')).toMatchObject({ 'of-panel': 'inherited', newer: 'only-other' })
  expect(saysIn(ofPanel, 'wt2018-dec2020').how).toBe('beside')
  expect(saysIn(ofPanel, 'wt2015').how).toBe('silent')
})

test('a rule that a companion wrote first and the guidance later did not begin with the guidance', () => {
  const both = rule('both', [
    text('panel2019', { source: panel2019.at('') }),
    text('wt2023', { source: wt2023.at('') }),
  ])
  expect([saysIn(both, 'wt2018-dec2020').how, saysIn(both, 'wt2023').how]).toEqual(['beside', 'written'])
})

test('other words of the same rule show as that', () => {
  const said = [text('wt2018'), text('wt2018-dec2020', { reworded: 'other words' })]
  const [one] = compareEditions(guidanceOf([{ ...doing, duties: [rule('renamed', said)] }]), 'wt2018', 'wt2018-dec2020')
  expect(one).toMatchObject({ difference: 'changed', changes: [{ what: 'Words', other: 'other words' }] })
})

test('what is said beside a form is the edition’s that wrote it, and no earlier procedure is told it', () => {
  const says = (id: string, source: PromptDefinition['source']) =>
    prompt({ id, at: told, says: id, force: 'should', source, cites: [] })
  const [first, later] = [says('first', wt2018.at('')), says('later', wt2018dec2020.at(''))]
  const law = says('law', act('Children Act 1989', 's47'))
  const both = guidanceOf([{ ...doing, prompts: [first, later, law] }])
  expect(comparePrompts(both, 'wt2018', 'wt2023')).toEqual([{ prompt: later, only: 'other' }])
  expect(comparePrompts(both, 'wt2018-dec2020', 'wt2023')).toEqual([])
  expect(comparePrompts(both, 'wt2018', 'panel2019')).toEqual([])
  const saidOn = (day: string | undefined) => [first, later, law].map(one => isSaidOn(one, day))
  expect(saidOn('2020-12-08')).toEqual([true, false, true])
  expect(saidOn('2020-12-09')).toEqual([true, true, true])
  expect(saidOn(undefined)).toEqual([true, true, true])
})

test('of an edition of which nothing is encoded nothing is said to be missing', () => {
  expect(isEncoded(guidance, 'wt2015')).toBe(false)
  expect(isEncoded(guidance, 'wt2026')).toBe(true)
  expect(new Set(Object.values(differences('wt2015', 'wt2018')))).toEqual(new Set(['not-encoded']))
})

test('a list of answers differs where an edition between the two changed it, and not by a code of the census', () => {
  expect(compareLists(guidance, 'wt2018', 'wt2023')).toEqual([
    { form: 'Told', question: 'Which test', onlyOne: [], onlyOther: ['Unsuited'] },
  ])
  expect(compareLists(guidance, 'wt2018-dec2020', 'wt2023')).toEqual([])
  expect(compareLists(guidance, 'wt2018', 'panel2019')).toEqual([])
})

test('law is what must be done or an Act says; guidance is what should be done', () => {
  expect(layerOf(text('wt2018', { force: 'must' }))).toBe('law')
  expect(layerOf(text('wt2018', { within: calendarDays(3) }))).toBe('guidance')
  expect(layerOf(text('wt2018', { source: act('Children Act 1989', 's47') }))).toBe('law')
})
