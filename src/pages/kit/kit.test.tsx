import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Chronology } from './chronology.tsx'
import { Textarea } from './component/textarea.tsx'
import { DutyGroups, Figures } from './duty-list.tsx'
import { ProcessLine } from './process-line.tsx'
import { Said } from './said.tsx'
import { figuresOf, Timeliness, WeeklyCounts } from './timeliness.tsx'

test('what a person typed is shown as text, never as markup, and comes back whole', () => {
  const html = render(<Textarea name="reasons" label="Why <b>" value={'\n</textarea><script>alert(1)</script>'} />)
  expect(html).toContain('Why &lt;b>')
  expect(html).not.toContain('<script')
  expect(html).toContain('>\n\n&lt;/textarea>')
})

test('a silence in the chronology is drawn as a gap and said', () => {
  const entries = [
    { id: 'a', day: '2025-05-19', what: 'Advice given' },
    { id: 'b', day: '2026-01-12', what: 'Referral received' },
    { id: 'c', day: '2026-01-13', what: 'Decision on referral' },
  ]
  const html = render(<Chronology entries={entries} empty="" />)
  expect(html.match(/id="\w"/g)).toEqual(['id="c"', 'id="b"', 'id="a"'])
  expect(html).toContain('<li class="gt-chronology__gap">7 months with nothing recorded</li>')
  expect(render(<Chronology entries={entries} order="oldest-first" empty="" />).match(/id="\w"/g)?.[0]).toBe('id="a"')
})

test('a date that is only about known says so in the chronology', () => {
  const html = render(
    <Chronology entries={[{ id: 'a', day: '2025-05-01', latest: '2025-05-31', what: 'Bruise' }]} empty="" />,
  )
  expect(html).toContain('about May 2025')
  expect(html).toContain('gt-entry--about')
})

test('empty lists say what would be here', () => {
  expect(render(<Chronology entries={[]} empty="What is recorded will stand here." />)).toContain('will stand here')
  expect(render(<DutyGroups groups={[{ heading: 'Today', duties: [] }]} empty="Nothing is due." />)).toContain(
    'Nothing is due.',
  )
})

test('overdue is said in words as well as in red', () => {
  const duty = { who: 'Noah', href: '#', must: 'Visit', due: '2 days late', isOverdue: true }
  expect(render(<DutyGroups groups={[{ heading: 'Overdue', duties: [duty] }]} empty="" />)).toContain(
    '>Overdue</span> 2 days late',
  )
  const none = render(<Figures figures={[{ number: 0, label: 'overdue', href: '#', isOverdue: true }]} />)
  expect(none).not.toContain('--overdue')
})

test('the state of each step is said, and the present one is marked', () => {
  const html = render(
    <ProcessLine
      label="Enquiries"
      steps={[
        { label: 'Discussion', state: 'done' },
        { label: 'Conference', state: 'now' },
        { label: 'Visit', state: 'not-needed' },
      ]}
    />,
  )
  expect(html).toContain('aria-current="step"')
  for (const state of ['Done', 'Now', 'None']) expect(html).toContain(`>${state}: </span>`)
})

test('a share in time is never rounded up to all', () => {
  const clock = {
    label: 'Conference',
    limit: 15,
    unit: 'working day',
    took: new Map([
      [16, 1],
      [10, 299],
    ]),
  }
  expect(figuresOf(clock)).toEqual({ all: 300, late: 1, inTime: 299, share: 99, middle: 10, longest: 16 })
  expect(
    figuresOf({
      ...clock,
      took: new Map([
        [10, 6],
        [16, 1],
      ]),
    }).share,
  ).toBe(86)
  expect(figuresOf({ ...clock, took: new Map([3, 1, 8, 2].map(days => [days, 1])) }).middle).toBe(2.5)
  expect(
    figuresOf({
      ...clock,
      took: new Map([
        [4, 2],
        [2, 1],
        [9, 2],
      ]),
    }).middle,
  ).toBe(4)
  expect(figuresOf({ ...clock, took: new Map() })).toEqual({
    all: 0,
    late: 0,
    inTime: 0,
    share: 0,
    middle: 0,
    longest: 0,
  })
  expect(figuresOf({ ...clock, took: new Map([[15, 1]]) }).share).toBe(100)
  expect(figuresOf({ ...clock, took: new Map([[15, 1]]), overdue: 1 })).toMatchObject({
    all: 2,
    inTime: 1,
    late: 0,
    share: 50,
  })
})

test('each plot is named and has its table beside it', () => {
  const clock = {
    label: 'Conference',
    limit: 15,
    unit: 'working day',
    took: new Map([
      [12, 1],
      [15, 1],
      [16, 1],
    ]),
  }
  const strips = render(
    <Timeliness title="Steps" definition="All steps" clocks={[clock, { ...clock, took: new Map() }]} />,
  )
  expect(strips).toContain('<title>Conference: 2 of 3 within 15 working days, the longest took 16</title>')
  expect(strips).toContain('2 of 3</td>')
  expect(strips).toContain('none yet')
  const weeks = render(
    <WeeklyCounts title="Referrals" definition="" one="referral" weeks={[{ start: '2026-04-06', number: 3 }]} />,
  )
  expect(weeks).toContain('role="img"')
  expect(weeks).toContain('6 April 2026</td>')
  expect(strips + weeks).not.toMatch(/NaN|Infinity/)
})

test('of what a fact says a label takes a colon, a question keeps its own mark', () => {
  const said = [
    { term: 'Was the child seen alone?', value: 'Yes', isText: false },
    { term: 'Where', value: 'At home', isText: false },
  ]
  const html = render(<Said said={said} />)
  expect(html).toContain('<dt class="gt-said__asks">Was the child seen alone?</dt>')
  expect(html).toContain('<dt>Where</dt>')
})
