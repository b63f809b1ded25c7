// How long steps took against their limits, and how many came in each week. Each plot has its table beside it.
import { scaleLinear } from 'd3-scale'
import type { Content } from './component/markup.ts'
import { Details } from './component/messages.tsx'
import { Table } from './component/table.tsx'
import { count, type Day, sayDay, sayShortDay } from './days.ts'

export interface Clock {
  /** What was to be done: 'Initial child protection conference'. */
  label: string
  limit: number
  /** What the limit counts: 'working day', 'day'. */
  unit: string
  /** The limit as it is written, where it is not counted in that unit: '3 months'. */
  limitWords?: string | undefined
  /** How many took how long, in that unit. */
  took: ReadonlyMap<number, number>
  /** How many are not done though their day has passed: they are not in time either. */
  overdue?: number | undefined
  /** The cases behind the figure. */
  href?: string | undefined
}

export interface TimelinessProps {
  title: string
  /** What is counted, and what is not. */
  definition: Content
  clocks: Clock[]
}

interface ClockFigures {
  /** Those that were done and those that are overdue. */
  all: number
  late: number
  inTime: number
  share: number
  middle: number
  longest: number
}

/** How many in a hundred, rounded; a hundred only where it is all. */
export function shareOf(some: number, all: number): number {
  return some === all ? 100 : Math.min(99, Math.round((some / all) * 100))
}

/** The figures of one clock, as the table gives them. */
export function figuresOf(clock: Clock): ClockFigures {
  const took = [...clock.took].toSorted(([a], [b]) => a - b)
  const sum = (pairs: readonly (readonly [number, number])[]) => pairs.reduce((all, [, many]) => all + many, 0)
  const done = sum(took)
  const all = done + (clock.overdue ?? 0)
  const inTime = sum(took.filter(([days]) => days <= clock.limit))
  const middle = (nth(took, Math.ceil(done / 2)) + nth(took, Math.floor(done / 2) + 1)) / 2
  return {
    all,
    late: done - inTime,
    inTime,
    share: all === 0 ? 0 : shareOf(inTime, all),
    middle,
    longest: took.at(-1)?.[0] ?? 0,
  }
}

/** The days that the one at a place took, counted from one, in the order of the days; 0 where there is none. */
function nth(took: readonly (readonly [days: number, many: number])[], place: number): number {
  let passed = 0
  for (const [days, many] of took) {
    passed += many
    if (passed >= place) return days
  }
  return 0
}

/** Small multiples: one strip for each clock, its limit drawn as a line, what came late set apart. */
export function Timeliness({ title, definition, clocks }: TimelinessProps) {
  return (
    <figure class="gt-figure">
      <figcaption>
        <h2 class="govuk-heading-m">{title}</h2>
        <p class="govuk-hint">{definition}</p>
      </figcaption>
      <div class="gt-strips">
        {clocks.map(clock => (
          <ClockStrip clock={clock} />
        ))}
      </div>
      <Details summary="The same as a table">
        <Table
          class="gt-compact"
          caption={title}
          captionClass="govuk-visually-hidden"
          firstCellIsHeader
          head={[
            { content: 'Step' },
            { content: 'Limit' },
            ...['In time', 'Late', 'Overdue', 'Share in time', 'Middle', 'Longest'].map(content => ({
              content,
              format: 'numeric' as const,
            })),
          ]}
          rows={clocks.map(clock => {
            const figures = figuresOf(clock)
            const numbers =
              figures.all === 0
                ? ['none yet', '', '', '', '', '']
                : [
                    `${figures.inTime} of ${figures.all}`,
                    figures.late,
                    clock.overdue ?? 0,
                    `${figures.share}%`,
                    figures.middle,
                    figures.longest,
                  ]
            return [
              { content: clock.label },
              { content: limitOf(clock) },
              ...numbers.map(content => ({ content, format: 'numeric' as const })),
            ]
          })}
        />
      </Details>
    </figure>
  )
}

function limitOf({ limit, unit, limitWords }: Clock): string {
  return limitWords ?? count(limit, unit)
}

const stripWidth = 360
const floor = 50

function ClockStrip({ clock }: { clock: Clock }) {
  const figures = figuresOf(clock)
  const words =
    figures.all === 0
      ? `${clock.label}: none yet`
      : `${clock.label}: ${figures.inTime} of ${figures.all} within ${limitOf(clock)}${clock.overdue ? `, ${clock.overdue} overdue` : ''}, the longest took ${figures.longest}`
  return (
    <div class="gt-strip">
      <h3 class="gt-strip__label">
        {clock.href ? (
          <a class="govuk-link" href={clock.href}>
            {clock.label}
          </a>
        ) : (
          clock.label
        )}
      </h3>
      <ClockDrawing clock={clock} words={words} longest={figures.longest} />
      <p class="gt-strip__share">
        {figures.all === 0 ? (
          'None yet'
        ) : (
          <>
            <b>{figures.share}%</b> in time
            <span class="gt-quiet">
              {figures.inTime} of {figures.all}
              {figures.late > 0 && `, ${figures.late} late`}
              {Boolean(clock.overdue) && `, ${clock.overdue} overdue`}
            </span>
          </>
        )}
      </p>
    </div>
  )
}

function ClockDrawing({ clock, words, longest }: { clock: Clock; words: string; longest: number }) {
  const x = scaleLinear([0, Math.max(longest, clock.limit * 1.25, clock.limit + 1)], [6, stripWidth - 8])
  const tallest = Math.max(0, ...clock.took.values())
  const asDots = tallest <= 5
  const step = asDots ? 8 : 38 / tallest
  const dayWidth = Math.max(Math.min(x(1) - x(0) - 1, 9), 1.5)
  // The line stands behind the last day that is in time.
  const limitX = x(clock.limit + 0.5)
  const limitAtEnd = limitX > stripWidth * 0.6
  const mark = (days: number, many: number) => {
    const centre = Math.round(x(days) * 10) / 10
    if (!asDots) {
      const height = Math.max(many * step, 2)
      return `M${centre - dayWidth / 2} ${floor}v${-height}h${dayWidth}v${height}z`
    }
    return Array.from({ length: many }, (_, index) => {
      const y = floor - 5 - index * step
      // In time: a dot. Late: a lozenge, so that it is told apart without colour.
      return days <= clock.limit
        ? `M${centre - 3} ${y}a3 3 0 1 0 6 0a3 3 0 1 0-6 0`
        : `M${centre} ${y - 4}l4 4-4 4-4-4z`
    }).join('')
  }
  const path = (isLate: boolean) =>
    [...clock.took]
      .filter(([days]) => days > clock.limit === isLate)
      .map(([days, many]) => mark(days, many))
      .join('')
  return (
    <svg class="gt-plot" viewBox={`0 0 ${stripWidth} 72`} role="img" aria-label={words}>
      <title>{words}</title>
      <path class="axis" d={`M0 ${floor}H${stripWidth}`} />
      <path class="in-time" d={path(false)} />
      <path class="late" d={path(true)} />
      <path class="limit" d={`M${Math.round(limitX) + 0.5} 0V${floor + 6}`} />
      <text x={limitX + (limitAtEnd ? 4 : -4)} y={floor + 18} text-anchor={limitAtEnd ? 'end' : 'start'}>
        limit {limitOf(clock)}
      </text>
      {!limitAtEnd && longest > clock.limit * 1.6 && (
        <text x={x(longest)} y={floor + 18} text-anchor="end">
          {longest}
        </text>
      )}
    </svg>
  )
}

export interface WeeklyCountsProps {
  title: string
  definition: Content
  /** One for each week, in order; weeks with none too. */
  weeks: { start: Day; number: number }[]
  /** What is counted: 'referral'. */
  one: string
  many?: string | undefined
}

/** How many in each week, as bars on one scale. */
export function WeeklyCounts({ title, definition, weeks, one, many }: WeeklyCountsProps) {
  const most = Math.max(1, ...weeks.map(week => week.number))
  const total = weeks.reduce((sum, week) => sum + week.number, 0)
  const y = scaleLinear([0, most], [0, 84])
  const width = 640
  const step = (width - 40) / Math.max(weeks.length, 1)
  const words = `${title}: ${count(total, one, many)} in ${count(weeks.length, 'week')}, at most ${most} in a week`
  const labelEvery = Math.max(1, Math.ceil(weeks.length / 8))
  return (
    <figure class="gt-figure">
      <figcaption>
        <h2 class="govuk-heading-m">{title}</h2>
        <p class="govuk-hint">{definition}</p>
      </figcaption>
      <svg class="gt-plot gt-plot--weeks" viewBox={`0 0 ${width} 128`} role="img" aria-label={words}>
        <title>{words}</title>
        <path class="grid" d={`M32 ${100 - y(most)}H${width}`} />
        <text x="26" y={104 - y(most)} text-anchor="end">
          {most}
        </text>
        <text x="26" y="104" text-anchor="end">
          0
        </text>
        <path
          class="in-time"
          d={weeks
            .map((week, index) => {
              const height = Math.round(y(week.number) * 10) / 10
              const left = Math.round((34 + index * step) * 10) / 10
              const bar = Math.round(Math.max(step - 3, 1) * 10) / 10
              return height > 0 ? `M${left} 100v${-height}h${bar}v${height}z` : ''
            })
            .join('')}
        />
        <path class="axis" d={`M32 100H${width}`} />
        {weeks.map(
          (week, index) =>
            index % labelEvery === 0 && (
              <text
                class={index % (2 * labelEvery) === 0 ? undefined : 'spare'}
                x={Math.round(34 + index * step)}
                y="120"
              >
                {sayShortDay(week.start, week.start)}
              </text>
            ),
        )}
      </svg>
      <Details summary="The same as a table">
        <Table
          class="gt-compact"
          caption={title}
          captionClass="govuk-visually-hidden"
          head={[{ content: 'Week from' }, { content: 'Number', format: 'numeric' }]}
          rows={weeks.map(week => [{ content: sayDay(week.start) }, { content: week.number, format: 'numeric' }])}
        />
      </Details>
    </figure>
  )
}
