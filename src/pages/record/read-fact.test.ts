import { describe, expect, test } from 'vitest'
import { fact } from '../../engine/fact.ts'
import { choice, choices, count, day, narrative, parties, words, yesNo } from '../../engine/field.ts'
import { type Form, formOf, readFact, readWhatThereIs } from './read-fact.ts'

const today = { day: '2026-04-14', instant: Date.parse('2026-04-14T09:00:00Z') }
const held = fact('held', {
  label: 'Held',
  happenedOn: 'Day it was held: the clock starts on it',
  time: 'asked',
  fields: {},
})
const planned = fact('planned', { label: 'Planned', happenedOn: 'Day planned', ahead: true, fields: {} })

const date = (dd: string, mm: string, yyyy: string, more: Form = {}): Form => ({
  'happened-day': dd,
  'happened-month': mm,
  'happened-year': yyyy,
  ...more,
})

function happened(form: Form, definition = held) {
  const read = readFact(definition, form, { today })
  return 'fact' in read ? read.fact.happened : read.messages.map(({ text }) => text).join()
}

describe('the date', () => {
  test('is the day that was typed, with or without a nought before it', () => {
    expect(happened(date('3', '4', '2026'))).toEqual({
      from: '2026-04-03',
      to: '2026-04-03',
      certainty: 'day',
      at: null,
    })
    expect(happened(date(' 03 ', '04', '2026'))).toMatchObject({ from: '2026-04-03' })
  })

  test.each([
    ['nothing', date('', '', ''), 'Enter a date: day it was held'],
    ['a day that no month has', date('31', '4', '2026'), 'The date must be a real date'],
    ['29 February of a common year', date('29', '2', '2026'), 'The date must be a real date'],
    ['the day in words', date('third', '4', '2026'), 'The date must be a real date'],
    ['the month in words', date('3', 'April', '2026'), 'Enter the month as a number'],
    ['a month after December', date('3', '13', '2026'), 'Enter the month as a number'],
    ['two figures for the year', date('3', '4', '26'), 'The year must have four figures'],
    ['no year', date('3', '4', ''), 'The year must have four figures'],
    ['a year of long ago', date('3', '4', '0202'), 'The year must be 1900 or later'],
    ['no day', date('', '4', '2026'), 'Enter the day, or say that only the month is known'],
    ['tomorrow', date('15', '4', '2026'), 'The date must be today or in the past'],
    [
      'about tomorrow',
      date('15', '4', '2026', { 'happened-certainty': 'about' }),
      'The date must be today or in the past',
    ],
    ['next month', date('', '5', '2026', { 'happened-certainty': 'month' }), 'The date must be today or in the past'],
    ['next year', date('', '', '2027', { 'happened-certainty': 'year' }), 'The date must be today or in the past'],
  ])('%s is answered with what to do', (_, form, message) => {
    expect(happened(form)).toMatch(message)
  })

  test('29 February of a leap year is one', () => {
    expect(happened(date('29', '2', '2024'))).toMatchObject({ from: '2024-02-29' })
  })

  test('a plan may lie ahead', () => {
    expect(happened(date('15', '5', '2026'), planned)).toMatchObject({ from: '2026-05-15' })
  })

  test('about a day is a week either way and ends today; a month and a year are whole, and end today', () => {
    const sure = (certainty: string) => ({ 'happened-certainty': certainty })
    expect(happened(date('1', '4', '2026', sure('about')))).toMatchObject({ from: '2026-03-25', to: '2026-04-08' })
    expect(happened(date('12', '4', '2026', sure('about')))).toMatchObject({ from: '2026-04-05', to: '2026-04-14' })
    expect(happened(date('', '2', '2026', sure('month')))).toMatchObject({ from: '2026-02-01', to: '2026-02-28' })
    expect(happened(date('', '4', '2026', sure('month')))).toMatchObject({ from: '2026-04-01', to: '2026-04-14' })
    expect(happened(date('', '', '2025', sure('year')))).toMatchObject({ from: '2025-01-01', to: '2025-12-31' })
  })
})

describe('the time', () => {
  const at = (time: string, form = date('13', '4', '2026')) => {
    const read = happened({ ...form, 'happened-time': time })
    return typeof read === 'string' ? read : read.at === null ? null : new Date(read.at).toISOString()
  }

  test('is London’s, however it is written', () => {
    for (const text of ['14:30', '14.30', '1430', '2:30pm', '2.30 PM'])
      expect(at(text)).toBe('2026-04-13T13:30:00.000Z')
    expect(at('12am')).toBe('2026-04-12T23:00:00.000Z')
    expect(at('14:30', date('13', '1', '2026'))).toBe('2026-01-13T14:30:00.000Z')
    expect(at('')).toBeNull()
  })

  test('that is none is answered with an example', () => {
    for (const text of ['25:00', '14:60', 'noon', '14', '13pm', '0pm']) expect(at(text)).toMatch('24-hour clock')
  })

  test('in the hour that the clocks leave out there was none', () => {
    expect(at('01:30', date('29', '3', '2026'))).toMatch('The clocks went forward')
    expect(at('00:59', date('29', '3', '2026'))).toBe('2026-03-29T00:59:00.000Z')
    expect(at('02:00', date('29', '3', '2026'))).toBe('2026-03-29T01:00:00.000Z')
  })

  test('in the hour that comes twice is the first', () => {
    expect(at('01:30', date('26', '10', '2025'))).toBe('2025-10-26T00:30:00.000Z')
    expect(at('02:30', date('26', '10', '2025'))).toBe('2025-10-26T02:30:00.000Z')
  })

  test('later today has not come yet', () => {
    expect(at('10:00', date('14', '4', '2026'))).toBe('2026-04-14T09:00:00.000Z')
    expect(at('10:01', date('14', '4', '2026'))).toMatch('must be in the past')
  })
})

const one = '0190a0a0-0000-7000-8000-000000000001'
const full = fact('full', {
  label: 'Full',
  happenedOn: 'Day',
  fields: {
    outcome: choice('What was decided', { yes: 'Go on', old: { label: 'Old way', to: '2020-12-31' } }),
    signs: choices('Signs', { a: 'One', b: 'Other' }, { optional: true }),
    told: yesNo('Were they told?', { optional: true }),
    nextOn: day('Next day', { ahead: true, optional: true }),
    seenOn: day('Day seen', { optional: true }),
    visits: count('Visits', 'visits', { optional: true }),
    agencies: parties('Agencies', 'agency', { optional: true }),
    how: words('How', { longest: 10, optional: true }),
    why: narrative('Why', { optional: true }),
  },
})
const yesterday = date('13', '4', '2026')

describe('the answers', () => {
  const read = (form: Form, more = {}) => readFact(full, { ...yesterday, ...form }, { today, ...more })
  const said = (form: Form, more = {}) => {
    const result = read(form, more)
    return 'messages' in result ? result.messages.map(({ field, text }) => `${field}: ${text}`) : []
  }

  test('codes, days, counts and parties apart from words', () => {
    const result = read({
      outcome: 'yes',
      signs: ['a', 'b'],
      told: 'no',
      'nextOn-day': '1',
      'nextOn-month': '6',
      'nextOn-year': '2026',
      visits: '3',
      agencies: one,
      how: ' by phone ',
      why: 'First line\r\nsecond',
    })
    expect(result).toMatchObject({
      fact: {
        data: { outcome: 'yes', signs: ['a', 'b'], told: false, nextOn: '2026-06-01', visits: 3, agencies: [one] },
        narrative: { how: 'by phone', why: 'First line\nsecond' },
      },
    })
  })

  test('what was left open is absent', () => {
    expect(read({ outcome: 'yes', how: ' ', told: '' })).toMatchObject({
      fact: { data: { outcome: 'yes' }, narrative: {} },
    })
  })

  test('each fault is said once, in the order of the form', () => {
    const faults = said({
      'seenOn-day': '20',
      'seenOn-month': '4',
      'seenOn-year': '2026',
      visits: 'three',
      how: 'by telephone call',
    })
    expect(faults).toEqual([
      'outcome: Select an answer: what was decided',
      'seenOn: Day seen must be today or in the past',
      'visits: Enter a number of visits: visits',
      'how: How must be 10 characters or fewer',
    ])
  })

  test('a code that does not exist, one that was not yet or no longer offered, and a party that was not offered', () => {
    expect(said({ outcome: 'toString' })).toEqual(['outcome: Select an answer: what was decided'])
    expect(said({ outcome: 'old' }, { openedOn: '2020-12-31' })).toEqual([])
    expect(said({ outcome: 'old' }, { openedOn: '2021-01-01' })[0]).toMatch('could not be chosen')
    expect(said({ outcome: 'yes', agencies: one }, { offered: { agency: new Set(), post: new Set() } })[0]).toMatch(
      'Select from the list',
    )
    expect(said({ outcome: 'yes', agencies: 'x' })[0]).toMatch('agencies')
  })

  test('a half-filled form is read as far as it goes', () => {
    const { fact: read } = readWhatThereIs(full, { ...yesterday, visits: 'x', told: 'yes' }, { today })
    expect(read).toMatchObject({ happened: { from: '2026-04-13' }, data: { told: true } })
    expect(read.data).not.toHaveProperty('visits')
  })

  test('what was recorded fills the form that would record it again', () => {
    const timed = { ...full, time: 'asked' } as typeof full
    for (const certainty of ['day', 'about', 'month', 'year']) {
      const form = {
        ...date('20', '10', '2025'),
        'happened-certainty': certainty,
        outcome: 'yes',
        told: 'yes',
        agencies: [one],
        why: 'Because',
        ...(certainty === 'day' ? { 'happened-time': '14:30' } : {}),
      }
      const first = readFact(timed, form, { today })
      if (!('fact' in first)) throw new Error('It must be readable')
      const { happened, data, narrative } = first.fact
      expect(readFact(timed, formOf(timed, happened, { ...data, ...narrative }), { today })).toEqual(first)
    }
  })
})
