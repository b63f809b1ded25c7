// The aims of early help with their scores over time: small multiples of one scale, each with the table behind it.
import { Details } from '../kit/component/messages.tsx'
import { Table } from '../kit/component/table.tsx'
import { daysBetween, sayDay, sayShortDay } from '../kit/days.ts'
import type { Aim, Score } from './help-of.ts'

const width = 260
const height = 108
const [left, right, top, bottom] = [14, 246, 14, 82]
const most = 10

interface Shown {
  readonly aims: readonly Aim[]
  /** The form that scores an aim again; none where this reader may not record, or where help has ended. */
  readonly again: ((root: string) => string) | undefined
  readonly today: string
}

/** Every plot has the same days and the same scale, so that they can be compared. */
export function Aims({ aims, again, today }: Shown) {
  const days = aims.flatMap(({ scores }) => scores.map(({ day }) => day)).toSorted()
  const [from = today, to = today] = [days[0], days.at(-1)]
  const span = Math.max(1, daysBetween(from, to))
  const placeOf = ({ day, score }: Score) => ({
    x: left + (daysBetween(from, day) / span) * (right - left),
    y: bottom - (score / most) * (bottom - top),
  })
  return (
    <ul class="gt-aims">
      {aims.map(({ root, aim, scale, done, scores }) => {
        const points = scores.map(placeOf)
        const [first, last] = [scores[0], scores.at(-1)]
        const path = points.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('')
        return (
          <li class="gt-aim">
            <h3 class="govuk-heading-s">{aim}</h3>
            <svg class="gt-aim__plot" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={sayChange(scores)}>
              <path class="gt-aim__axis" d={`M${left} ${top}H${right}M${left} ${bottom}H${right}`} />
              <text x="0" y={top + 4}>
                {most}
              </text>
              <text x="0" y={bottom + 4}>
                0
              </text>
              <path class="gt-aim__line" d={path} />
              {points.map(({ x, y }) => (
                <circle cx={x.toFixed(1)} cy={y.toFixed(1)} r="4.5" />
              ))}
              <text x={left} y={height - 4}>
                {sayShortDay(from, today)}
              </text>
              {span > 1 && (
                <text x={right} y={height - 4} text-anchor="end">
                  {sayShortDay(to, today)}
                </text>
              )}
            </svg>
            <p class="gt-aim__change">
              {first && last && first !== last ? (
                <>
                  <b>{first.score}</b> then, <b>{last.score}</b> now: {sayDirection(first.score, last.score)}
                </>
              ) : (
                <>
                  <b>{first?.score ?? 'Not scored'}</b>
                  {first && ', scored once'}
                </>
              )}
            </p>
            {done && <p class="govuk-body-s">{done}</p>}
            <Details summary={`Scores of this aim: ${aim}`}>
              <Table
                caption={scale ?? 'From 0 to 10'}
                head={[
                  { content: 'Day' },
                  { content: 'Score', format: 'numeric' },
                  { content: 'By whom, and what changed' },
                ]}
                rows={scores.map(({ day, score, by, note }) => [
                  { content: sayDay(day) },
                  { content: String(score), format: 'numeric' },
                  { content: [by.join(', '), note].filter(Boolean).join('. ') },
                ])}
              />
            </Details>
            {again && (
              <p class="govuk-body-s">
                <a class="govuk-link" href={again(root)}>
                  Score it again<span class="govuk-visually-hidden">: {aim}</span>
                </a>
              </p>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** "from 3 on 18 March 2026 to 7 on 27 April 2026". */
function sayChange(scores: readonly Score[]): string {
  const [first, last] = [scores[0], scores.at(-1)]
  if (!first || !last) return 'Not scored'
  const one = `${first.score} on ${sayDay(first.day)}`
  return first === last ? `Scored ${one}` : `From ${one} to ${last.score} on ${sayDay(last.day)}`
}

/** In words, since no colour says it. */
export function sayDirection(then: number, now: number): string {
  if (now === then) return 'no change'
  return now > then ? `${now - then} better` : `${then - now} worse`
}
