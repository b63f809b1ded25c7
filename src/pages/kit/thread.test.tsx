import { render } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { dayAt, dayNumber } from './days.ts'
import { sampleThread } from './sample.tsx'
import { Sparkline } from './sparkline.tsx'
import { Thread } from './thread.tsx'
import { layOutThread } from './thread-layout.ts'
import type { Knot, ThreadInput } from './thread-marks.ts'
import { spread, threadScale } from './thread-scale.ts'

const today = '2026-04-14'
const strands = [{ label: 'Child in need' }]
const knot = (day: string, more: Partial<Knot> = {}): Knot => ({
  day,
  label: `Fact of ${day}`,
  href: '#',
  strand: 0,
  ...more,
})
const thread = (more: Partial<ThreadInput>): ThreadInput => ({ today, knots: [], rings: [], strands, ...more })
const everyDays = (many: number, days: number) =>
  Array.from({ length: many }, (_, index) => knot(dayAt(dayNumber('2024-01-03') + index * days)))
const widths = [340, 690, 1080]

describe('the scale', () => {
  test('days lie in proportion where nothing is folded', () => {
    const { at, folds } = threadScale(['2026-01-01', '2026-01-11', '2026-01-31'].map(dayNumber), 0, 300, 100)
    expect(folds).toEqual([])
    expect(at(dayNumber('2026-01-11'))).toBe(100)
    expect(at(dayNumber('2026-01-21'))).toBe(200)
  })

  test('a long silence is folded to one width and the rest keeps its proportion', () => {
    const { at, folds } = threadScale(
      ['2025-01-01', '2025-01-11', '2025-12-01', '2025-12-11'].map(dayNumber),
      0,
      500,
      100,
    )
    expect(folds.map(fold => [fold.left, fold.right])).toEqual([[200, 300]])
    expect(at(dayNumber('2025-12-06'))).toBe(400)
  })

  test('marks are moved apart in their order and stay inside', () => {
    expect(spread([10, 10, 10], 20, 0, 100)).toEqual([0, 20, 40])
    expect(spread([10, 50, 95, 100], 20, 0, 100)).toEqual([10, 50, 80, 100])
    expect(spread([0, 0, 0, 0], 20, 0, 30)).toEqual([0, 10, 20, 30])
  })
})

describe('the drawing', () => {
  test('what happened lies before today, what is owed after it, at every width', () => {
    const full = thread({
      knots: [...everyDays(50, 16), knot('2026-04-13'), knot('2026-04-14'), knot('2026-04-14')],
      rings: ['2026-04-15', '2026-04-16', '2026-10-01'].map(day => ({
        day,
        label: 'Owed',
        href: '#',
        overdue: false,
        strand: 0,
      })),
    })
    for (const width of widths) {
      const { marks, todayX } = layOutThread(full, width, 24)
      for (const mark of marks) {
        expect(mark.x >= 0 && mark.x <= width).toBe(true)
        if (mark.kind === 'ring') expect(mark.x).toBeGreaterThan(todayX)
        else expect(mark.x).toBeLessThanOrEqual(todayX + 0.01)
      }
    }
  })

  test('no mark stands further from its day than a mark is wide', () => {
    const knots = everyDays(50, 3).concat(everyDays(50, 16))
    for (const width of widths) {
      const { marks, todayX } = layOutThread(thread({ knots }), width, 24)
      const span = dayNumber(today) - dayNumber('2024-01-03')
      for (const mark of marks) {
        const middle = ((mark.day + mark.lastDay) / 2 - dayNumber('2024-01-03')) / span
        expect(Math.abs(mark.x - (16 + middle * (todayX - 16)))).toBeLessThan(40)
      }
    }
  })

  test('no fact is lost by drawing several together', () => {
    for (const width of widths) {
      const facts = layOutThread(thread({ knots: everyDays(50, 16) }), width, 24).marks
      expect(facts.reduce((sum, mark) => sum + mark.size, 0)).toBe(50)
    }
  })

  test('above sixty facts each month is one mark and one stop', () => {
    const { marks } = layOutThread(thread({ knots: everyDays(100, 7) }), 1080, 24)
    expect(marks.length).toBeLessThanOrEqual(24)
    expect(marks[0]?.words).toMatch(/^5 facts, January 2024: Fact of 2024-01-03; .*and 2 more$/)
  })

  test('a silence says how long nothing was recorded; a duty within it does not break it', () => {
    const { folds } = layOutThread(
      thread({
        knots: [knot('2025-01-03'), knot('2025-03-10'), knot('2025-03-24')],
        rings: [{ day: '2025-04-10', label: 'Visit', href: '#', overdue: true, strand: 0 }],
      }),
      1080,
      24,
    )
    expect(folds.map(fold => fold.lines)).toEqual([['12 months with', 'nothing recorded']])
  })

  test('a second strand leaves the main one; a duty without a day stands at the end', () => {
    const { strands: drawn, marks, width } = layOutThread(sampleThread, 1080, 24)
    expect(drawn.map(strand => strand.label)).toEqual(['Child in need', 'Section 47 enquiries'])
    expect(drawn[1]?.spun).toContain('C')
    expect(marks.at(-1)?.kind).toBe('undated')
    expect(marks.at(-1)?.x).toBeLessThan(width)
  })

  test('every mark is named, links to its entry and is told apart by its shape', () => {
    const html = render(<Thread of="Aria" {...sampleThread} />)
    expect(html).toContain('aria-label="Bruise seen by nursery, about May 2025"')
    expect(html).toContain('aria-label="Overdue: Core information from probation, was due 9 April 2026, 5 days late"')
    expect(html).toContain('href="#fact-9"')
    expect(html).toContain('class="overdue"')
    expect(html).toContain('class="half"')
    expect(html).toContain('The same as a table')
    expect(html.match(/<tr/g)).toHaveLength(sampleThread.knots.length + sampleThread.rings.length + 1)
  })

  test('very many facts are rows by month in the table, as they are drawn, with how many of each kind', () => {
    const knots = everyDays(90, 1).map((one, at) => ({
      ...one,
      label: at % 3 === 0 ? 'Core group held' : 'Child seen',
    }))
    const html = render(<Thread of="Aria" {...thread({ knots })} />)
    // From 3 January: 29 days of it, 29 of February, 31 of March, 1 of April 2024.
    expect(html.match(/<tr/g)).toHaveLength(4 + 1)
    expect(html).toContain('Core group held (10), Child seen (19)')
  })

  test('very many duties are drawn together by month and standing, each counted once, and so are their rows', () => {
    const owed = (at: number) => {
      const overdue = at % 3 === 0
      const day = at % 3 === 2 ? null : dayAt(dayNumber(today) + (overdue ? -1 - (at % 90) : 1 + (at % 50)))
      return { day, label: at % 2 ? 'Tell the referrer' : 'Decide', href: `#${at}`, overdue, strand: 0 }
    }
    const rings = Array.from({ length: 240 }, (_, at) => owed(at))
    for (const width of widths) {
      const { marks } = layOutThread(thread({ knots: everyDays(5, 160), rings }), width, 24)
      const duties = marks.filter(mark => ['overdue', 'ring', 'undated'].includes(mark.kind))
      expect(duties.length).toBeLessThanOrEqual(9)
      expect(duties.reduce((sum, mark) => sum + mark.size, 0)).toBe(240)
      for (const { x } of marks) expect(x >= 0 && x <= width).toBe(true)
    }
    const html = render(<Thread of="Aria" {...thread({ rings })} />)
    expect(html).toContain('aria-label="80 duties owed promptly, no set day: Decide; Tell the referrer"')
    expect(html).toMatch(/aria-label="\d+ duties overdue, due \d+ to \d+ March 2026: /)
    expect(html).toMatch(/Decide \(\d+\), Tell the referrer \(\d+\)/)
    expect(html.match(/<tr/g)?.length).toBeLessThan(12)
    expect(Buffer.byteLength(html)).toBeLessThan(20_000)
  })

  test('duties that lie too close for the width are drawn as one; with room each stands alone', () => {
    const rings = Array.from({ length: 18 }, (_, at) => ({
      day: dayAt(dayNumber(today) - 60 + at * 3),
      label: 'Visit',
      href: '#',
      overdue: true,
      strand: 0,
    }))
    const [narrow, , wide] = widths.map(
      width => layOutThread(thread({ knots: everyDays(1, 1), rings }), width, 24).marks,
    )
    const sizes = (marks = wide) => marks?.filter(({ kind }) => kind === 'overdue').map(({ size }) => size) ?? []
    expect(sizes(wide)).toEqual(Array.from({ length: 18 }, () => 1))
    expect(sizes(narrow).length).toBeLessThan(14)
    expect(sizes(narrow).reduce((sum, size) => sum + size, 0)).toBe(18)
  })

  test('a thread of one day, of nothing but a duty, and of nothing at all can be drawn', () => {
    expect(layOutThread(thread({ knots: [knot(today)] }), 340, 24).ticks[0]?.label).toBe('14 Apr')
    const owed = { day: null, label: 'Tell', href: '#', overdue: false, strand: 0 }
    expect(render(<Thread of="A" {...thread({ rings: [owed] })} />)).not.toMatch(/NaN|Infinity/)
    expect(render(<Thread of="A" {...thread({})} />)).toContain('Nothing is recorded yet')
    for (const knots of [everyDays(1, 1), everyDays(200, 15), everyDays(3, 0)]) {
      expect(render(<Thread of="A" {...thread({ knots })} />)).not.toMatch(/NaN|Infinity|undefined/)
    }
  })
})

describe('the small drawing', () => {
  test('takes at most 700 bytes, whatever it holds', () => {
    const rings = Array.from({ length: 20 }, (_, index) => ({
      day: dayAt(dayNumber(today) + (index % 2 ? -9 : 5) * index),
      label: 'Owed',
      href: '#',
      overdue: index % 2 === 1,
      strand: 0,
    }))
    for (const knots of [everyDays(1, 1), everyDays(55, 15), everyDays(400, 2)]) {
      const html = render(<Sparkline today={today} knots={knots} rings={[...rings, { ...rings[0]!, day: null }]} />)
      expect(Buffer.byteLength(html)).toBeLessThanOrEqual(700)
      expect(html).not.toMatch(/NaN|Infinity/)
    }
  })

  test('shows the latest facts however many came before', () => {
    const html = render(<Sparkline today={today} knots={everyDays(400, 2)} rings={[]} />)
    const dots = [...html.matchAll(/M(\d+) 10h0/g)].map(match => Number(match[1]))
    expect(dots.length).toBeGreaterThan(10)
    expect(dots.at(-1)).toBeGreaterThan(110)
  })

  test('is nothing when there is nothing', () => {
    expect(render(<Sparkline today={today} knots={[]} rings={[]} />)).toBe('')
  })
})
