// The picture of the product: what happened as knots on a gold thread, what is owed as rings ahead.
// Drawn three times for three widths (the stylesheet shows one) and told once more as a table.
import { Details } from './component/messages.tsx'
import { Table } from './component/table.tsx'
import { dayAt, dayNumber, sayMonth } from './days.ts'
import { layOutThread, type Placed, round, type ThreadLayout } from './thread-layout.ts'
import {
  knotMarks,
  type MarkKind,
  mostKnots,
  mostRings,
  ringMarks,
  sayKnotDay,
  sayRingDay,
  type ThreadInput,
} from './thread-marks.ts'

/** Widths in pixels at which each drawing is shown about one to one. */
const drawings = [
  { name: 'narrow', width: 340 },
  { name: 'middle', width: 690 },
  { name: 'wide', width: 1080 },
] as const
/** Marks are kept so far apart that each can be pressed with a finger. */
const gap = 24
/** From about here on, some facts are drawn together at phone width, and the key says so. */
const manyKnots = 10

export interface ThreadProps extends ThreadInput {
  /** Whose thread it is: 'Aria Fenwick-Sample'. */
  of: string
  /** What the day is called up to which things happened, where it is a past one. */
  todayWord?: string | undefined
}

/** The thread of one case, with its key and its table. */
export function Thread({ of, todayWord = 'Today', ...input }: ThreadProps) {
  if (input.knots.length === 0 && input.rings.length === 0) {
    return (
      <p class="gt-empty">
        Nothing is recorded yet. The thread begins with the first fact, and shows what is owed from there.
      </p>
    )
  }
  const name = `What happened and what is owed: ${of}`
  return (
    <div class="gt-thread">
      {drawings.map(drawing => (
        <ThreadDrawing layout={layOutThread(input, drawing.width, gap)} size={drawing.name} {...{ name, todayWord }} />
      ))}
      <div class="gt-thread__below">
        <ThreadKey input={input} />
        <Details summary="The same as a table" class="gt-thread__table">
          <ThreadTable caption={name} {...input} />
        </Details>
      </div>
    </div>
  )
}

interface Drawing {
  layout: ThreadLayout
  size: string
  name: string
  todayWord: string
}

function ThreadDrawing({ layout, size, name, todayWord }: Drawing) {
  const { width, height, axis, strands, todayX } = layout
  const half = Math.max(24, todayWord.length * 4)
  const todayAnchor = todayX > width - half ? 'end' : todayX < half ? 'start' : 'middle'
  return (
    <svg class={`gt-drawing gt-drawing--${size}`} viewBox={`0 0 ${width} ${height}`} xmlns="http://www.w3.org/2000/svg">
      <g aria-hidden="true">
        <path class="axis" d={`M0 ${axis}H${width}${layout.ticks.map(tick => `M${tick.x} ${axis}v5`).join('')}`} />
        {layout.ticks.map(tick => (
          <text x={tick.x} y={axis + 19} text-anchor={tick.x < 18 ? 'start' : tick.x > width - 18 ? 'end' : 'middle'}>
            {tick.label}
            {tick.year && (
              <tspan class="year" x={tick.x} dy="14">
                {tick.year}
              </tspan>
            )}
          </text>
        ))}
        {layout.folds.map(fold => (
          <text class="silence" y={axis + 19} text-anchor="middle">
            {fold.lines.map((line, index) => (
              <tspan x={round(fold.x)} dy={index * 14}>
                {line}
              </tspan>
            ))}
          </text>
        ))}
        {/* Not through the line of words above the knots. */}
        <path class="today" d={`M${round(todayX)} 20V31M${round(todayX)} 50V${axis}`} />
        <text class="today-word" x={round(todayX)} y="14" text-anchor={todayAnchor}>
          {todayWord}
        </text>
        {strands.toReversed().map(strand => (
          <g class={strand === strands[0] ? 'main' : 'other'}>
            <path class="edge" d={strand.spun} />
            <path class="gold" d={strand.spun} />
            {strand.folded && <path class="folded" d={strand.folded} />}
            {strand.ahead && <path class="ahead" d={strand.ahead} />}
            {strand.breaks && <path class="break" d={strand.breaks} />}
            {strand !== strands[0] && (
              <text x={strand.labelX - 4} y={strand.y + 24}>
                {strand.label}
              </text>
            )}
          </g>
        ))}
        {layout.first && (
          <text class="end" x={round(layout.first.x)} y="44" text-anchor={layout.first.anchor}>
            {layout.first.text}
          </text>
        )}
        {layout.next && (
          <text
            class={layout.next.overdue ? 'end late' : 'end'}
            x={round(layout.next.x)}
            y="44"
            text-anchor={layout.next.anchor}
          >
            {layout.next.text}
          </text>
        )}
      </g>
      <g role="list" aria-label={name}>
        {layout.marks.map(mark => (
          <g role="listitem" transform={`translate(${round(mark.x)} ${mark.y})`}>
            <a href={mark.href} aria-label={mark.words}>
              <title>{mark.words}</title>
              <circle class="hit" r="12" />
              <MarkShape mark={mark} />
            </a>
          </g>
        ))}
      </g>
    </svg>
  )
}

function MarkShape({ mark }: { mark: Pick<Placed, 'kind' | 'size'> }) {
  switch (mark.kind) {
    case 'knot':
      return <circle class="knot" r="6.5" />
    case 'about':
      return (
        <>
          <circle class="knot hollow" r="6.5" />
          <path class="half" d="M0-6.5a6.5 6.5 0 0 0 0 13z" />
        </>
      )
    case 'group':
      return (
        <>
          <circle class="knot" r="10.5" />
          <Count of={mark.size} />
        </>
      )
    case 'overdue':
      return (
        <>
          <path class="overdue" d={mark.size > 1 ? 'M0-12.5L12.5 0 0 12.5-12.5 0z' : 'M0-10.5L10.5 0 0 10.5-10.5 0z'} />
          {mark.size > 1 ? <Count of={mark.size} /> : <path class="alarm" d="M0-5v5.5M0 4.2v.1" />}
        </>
      )
    case 'undated':
    case 'ring':
      return (
        <>
          <circle class={mark.kind === 'ring' ? 'ring' : 'ring undated'} r={mark.size > 1 ? 11 : 7} />
          {mark.size > 1 && <Count of={mark.size} />}
        </>
      )
  }
}

/** How many a mark stands for. */
function Count({ of }: { of: number }) {
  return (
    <text class={of > 99 ? 'count many' : 'count'} y="4" text-anchor="middle">
      {of}
    </text>
  )
}

const keyWords: Record<MarkKind, string> = {
  knot: 'Happened',
  about: 'Happened, date only about known',
  group: 'Several facts',
  ring: 'Owed',
  undated: 'Owed promptly, no set day',
  overdue: 'Overdue',
}

function ThreadKey({ input }: { input: ThreadInput }) {
  const kinds = new Set<MarkKind>(input.knots.map(knot => (knot.approximate || knot.latest ? 'about' : 'knot')))
  for (const ring of input.rings) kinds.add(ring.day === null ? 'undated' : ring.overdue ? 'overdue' : 'ring')
  if (input.knots.length > manyKnots) kinds.add('group')
  return (
    <ul class="gt-key" aria-hidden="true">
      {[...kinds].map(kind => (
        <li>
          <svg class="gt-drawing" viewBox="-12 -12 24 24" width="20" height="20">
            <MarkShape mark={{ kind, size: kind === 'group' ? 2 : 1 }} />
          </svg>
          {keyWords[kind]}
        </li>
      ))}
    </ul>
  )
}

/** Duties one by one; where there are very many as they are drawn, how many of each. The column of what is owed lists them. */
function ringRows(rings: ThreadInput['rings'], today: ThreadInput['today']) {
  if (rings.length <= mostRings)
    return rings.map(ring => ({
      ...ring,
      order: ring.day === null ? Number.POSITIVE_INFINITY : dayNumber(ring.day),
      when: sayRingDay(ring, today),
      standing: ring.overdue ? 'Overdue' : 'Owed',
    }))
  return ringMarks(rings, today).map(mark => ({
    label: countKinds(mark.labels),
    href: mark.href,
    strand: mark.strand,
    order: mark.kind === 'undated' ? Number.POSITIVE_INFINITY : mark.day,
    when: mark.kind === 'undated' ? 'promptly: no set day' : `due ${sayMonth(dayAt(mark.day))}`,
    standing: mark.kind === 'overdue' ? 'Overdue' : 'Owed',
  }))
}

/** Very many facts by month, as they are drawn: how many of each kind, leading to the first. The chronology lists them one by one. */
function knotRows(knots: ThreadInput['knots']) {
  if (knots.length <= mostKnots)
    return knots.map(knot => ({ ...knot, order: dayNumber(knot.day), when: sayKnotDay(knot), standing: 'Happened' }))
  return knotMarks(knots).map(mark => ({
    label: countKinds(mark.labels),
    href: mark.href,
    strand: mark.strand,
    order: mark.day,
    when: sayMonth(dayAt(mark.day)),
    standing: 'Happened',
  }))
}

/** 'Child seen (10), Core group held (2)' */
function countKinds(labels: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1)
  return [...counts].map(([label, times]) => (times === 1 ? label : `${label} (${times})`)).join(', ')
}

/** Everything on the thread as rows, in the order of days. */
export function ThreadTable({ caption, ...input }: ThreadInput & { caption: string }) {
  const strandOf = (strand: number) => input.strands[strand]?.label ?? ''
  const severalStrands = input.strands.length > 1
  const rows = [...knotRows(input.knots), ...ringRows(input.rings, input.today)].toSorted((a, b) => a.order - b.order)
  return (
    <Table
      caption={caption}
      captionClass="govuk-visually-hidden"
      class="gt-compact"
      head={[
        { content: 'When' },
        { content: 'What' },
        ...(severalStrands ? [{ content: 'Part of' }] : []),
        { content: 'Standing' },
      ]}
      rows={rows.map(row => [
        { content: row.when },
        {
          content: (
            <a class="govuk-link" href={row.href}>
              {row.label}
            </a>
          ),
        },
        ...(severalStrands ? [{ content: strandOf(row.strand) }] : []),
        { content: row.standing },
      ])}
    />
  )
}
