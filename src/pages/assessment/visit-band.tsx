// When the child was seen: a band over the days of the assessment, with its gaps, and the same as a list.
import { daysBetween } from '../../guidance/days.ts'
import { count, sayDay } from '../kit/days.ts'
import type { Seen } from './around.ts'
import type { Assessment } from './opened.ts'

const width = 640

interface Band {
  visits: readonly Seen[]
  /** Days without a visit up to the end, or up to today. */
  since: number
  assessment: Assessment
}

/** A knot for each visit, full where the child was seen alone; the days between are as long as they were. */
export function VisitBand({ visits, since, assessment }: Band) {
  const all = Math.max(1, daysBetween(assessment.from, assessment.until))
  const at = (day: string) => 12 + Math.round(((width - 24) * Math.max(0, daysBetween(assessment.from, day))) / all)
  return (
    <>
      {visits.length > 0 && (
        <svg class="gt-visits" viewBox={`0 0 ${width} 28`} aria-hidden="true" focusable="false">
          <line class="gt-visits__line" x1="12" y1="14" x2={width - 12} y2="14" />
          {visits.map(({ fact, alone }) => (
            <circle class={alone ? 'gt-visits__alone' : 'gt-visits__seen'} cx={at(fact.happened.from)} cy="14" r="8" />
          ))}
        </svg>
      )}
      <ol class="govuk-list gt-visits__list">
        {visits.map(({ fact, alone, where, by, whyNotAlone, gap }) => (
          <li>
            {gap > 0 && <span class="gt-quiet">after {count(gap, 'day')}: </span>}
            <b>Seen{alone ? ' alone' : ''}</b> on {sayDay(fact.happened.from)}
            {[where?.toLowerCase(), by && `by ${by}`].filter(Boolean).map(one => `, ${one}`)}
            {alone === false && `, not alone${whyNotAlone ? `: ${whyNotAlone}` : ''}`}
          </li>
        ))}
        {(visits.length === 0 || since > 0) && (
          <li class="gt-quiet">
            {visits.length === 0
              ? `Not seen in ${count(since, 'day')} since ${sayDay(assessment.from)}`
              : `${count(since, 'day')} ${assessment.concluded ? 'from then to the end' : 'since then'}`}
          </li>
        )}
      </ol>
    </>
  )
}
