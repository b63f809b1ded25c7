import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { isEditionCode } from './editions.ts'
import { describeLimit } from './limits.ts'
import { findTimescale, limitOf, timescales } from './timescales.ts'

const specification = new URL('../../../shared/guidance/timescales.csv', import.meta.url)

test('all 116 time limits stand here, 65 confirmed, each in a known edition', () => {
  expect(timescales.length).toBe(116)
  expect(new Set(timescales.map(timescale => timescale.id)).size).toBe(116)
  expect(timescales.filter(timescale => timescale.confirmed).length).toBe(65)
  for (const { id, edition, title } of timescales) {
    expect(isEditionCode(edition), id).toBe(true)
    expect(title.length, id).toBeLessThanOrEqual(110)
  }
})

test.each([
  ['T1-REF-01', 'within 1 working day'],
  ['T1-AS-01', 'within 45 working days'],
  ['T1-IP-02', 'within 72 hours'],
  ['T1-RC-01', 'within 3 months'],
  ['T1-ICPC-02', 'before the conference'],
  ['T1-STR-01', 'promptly'],
  ['T1-REF-02', 'as soon as possible'],
  ['T1-CPP-01', 'no limit set (local policy: Visit as often as the plan says)'],
  ['T4-LR-04', 'at least 7 working days before publication'],
  ['T4-NR-03', 'for at least 3 years'],
  ['T5-REG-01', 'within 7 days'],
  ['T5C-CDOP-01', 'within 6 weeks'],
  ['T3-ARR-01', 'by 29 June 2019'],
  ['T23-YR-02', 'by the next 30 September'],
  ['T5-INF-01', undefined],
  ['T23-ED-02', undefined],
])('%s reads "%s"', (id, words) => {
  const timescale = findTimescale(id)
  const limit = timescale && limitOf(timescale)
  expect(limit ? describeLimit(limit) : undefined).toBe(words)
})

test('every time limit can be turned into a limit, or is one that no clock counts', () => {
  const uncounted = timescales.filter(timescale => limitOf(timescale) === null).map(timescale => timescale.id)
  expect(uncounted).toEqual(['T23-ED-02', 'T3-INF-01', 'T5-ARR-03', 'T5-INF-01', 'T26-MACPT-01'])
})

test.skipIf(!existsSync(specification))(
  'ids, limits, units, editions, confirmation and procedures equal the specification (skipped where ../shared is not beside the repository)',
  () => {
    const rows: Record<string, string>[] = parse(readFileSync(specification), { columns: true })
    expect(
      timescales.map(({ id, procedure, edition, limit, unit, confirmed }) => ({
        id,
        procedure,
        edition,
        limit: String(limit ?? ''),
        unit,
        confirmed: confirmed ? 'yes' : 'no',
      })),
    ).toEqual(
      rows.map(({ id, procedure, edition, limit, unit, confirmed }) => ({
        id,
        procedure,
        edition,
        limit,
        unit,
        confirmed,
      })),
    )
    const countedBack = rows.filter(row => row.unit === 'before_event' || row.counted_from?.startsWith('counted back'))
    expect(timescales.filter(timescale => timescale.before !== undefined).map(timescale => timescale.id)).toEqual(
      countedBack.map(row => row.id),
    )
  },
)
