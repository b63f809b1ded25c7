// The picture’s marks: a shape for each state, never colour alone; and a small line of the last two years for each agency.
import { type Day, dayNumber } from '../kit/days.ts'
import type { AgencyInPicture, State } from './picture.ts'

/** What each state is called. */
export const stateWords: Readonly<Record<State, string>> = {
  overdue: 'Answer overdue',
  involved: 'Involved',
  held: 'Held, not shared',
  waiting: 'Asked, answer not due yet',
  'not-involved': 'Not involved',
  'not-asked': 'Not asked',
  'not-connected': 'Not connected',
}

/** Disc, locked square, half disc, ring, broken ring, cross; a triangle for what is overdue. */
export function Mark({ state }: { state: State }) {
  return (
    <svg class={`gt-state gt-state--${state}`} viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
      {shapes[state]}
    </svg>
  )
}

const shapes: Readonly<Record<State, preact.JSX.Element>> = {
  overdue: (
    <>
      <path class="f" d="M12 2 23 21H1z" />
      <path class="w" d="M12 9v5m0 3v.2" />
    </>
  ),
  involved: <circle class="f" cx="12" cy="12" r="9" />,
  held: (
    <>
      <rect class="f" x="3" y="10" width="18" height="12" />
      <path class="s" d="M7 10V7a5 5 0 0 1 10 0v3" />
    </>
  ),
  waiting: (
    <>
      <circle class="s" cx="12" cy="12" r="9" />
      <path class="f" d="M12 3a9 9 0 0 1 0 18z" />
    </>
  ),
  'not-involved': <circle class="s" cx="12" cy="12" r="9" />,
  'not-asked': <circle class="s b" cx="12" cy="12" r="9" />,
  'not-connected': <path class="s" d="m4 4 16 16M20 4 4 20" />,
}

const width = 180
const daysShown = 730

/** Where a day lies: the nearer to today, the more room there is, as what is fresh counts most. */
function place(days: number): number {
  return Math.round(6 + (width - 12) * (1 - Math.log1p(Math.min(days, daysShown)) / Math.log1p(daysShown)))
}

/** When this agency recorded something, was asked and answered, on one line up to today: the same for all, to be compared. */
export function LastYears({ line, today }: { line: AgencyInPicture; today: Day }) {
  const at = (day: Day) => place(ago(day, today))
  const shown = line.recorded.filter(day => ago(day, today) <= daysShown)
  const ticks = [...new Set(shown.map(at))]
  const isOlder = shown.length < line.recorded.length
  const asked = line.asked === null ? undefined : at(line.asked)
  const answered = line.answered === null ? undefined : at(line.answered)
  return (
    <svg class="gt-years" viewBox={`0 0 ${width} 22`} width={width} height="22" aria-hidden="true">
      <path class="l" d={`M6 11H${width - 6}`} />
      <path class="l" d={`M${[365, 30, 7].map(place).join(' 8v6M')} 8v6M${width - 6} 3v16`} />
      {isOlder && <path class="t" d="m5 7-4 4 4 4" />}
      {ticks.length > 0 && <path class="t" d={ticks.map(x => `M${x} 6v10`).join('')} />}
      {asked !== undefined && <path class="q" d={`M${asked} 5l6 6-6 6-6-6z`} />}
      {answered !== undefined && <circle class="a" cx={answered} cy="11" r="5" />}
    </svg>
  )
}

/** What the marks on each agency’s line mean. */
export function Legend() {
  return (
    <p class="gt-legend" aria-hidden="true">
      <span>Each line ends today; its ticks are a week, a month and a year ago</span>
      <span>
        <svg class="gt-years" viewBox="0 0 6 22" width="6" height="22">
          <path class="t" d="M3 6v10" />
        </svg>{' '}
        recorded something
      </span>
      <span>
        <svg class="gt-years" viewBox="0 0 14 22" width="14" height="22">
          <path class="q" d="m7 5 6 6-6 6-6-6z" />
        </svg>{' '}
        asked
      </span>
      <span>
        <svg class="gt-years" viewBox="0 0 12 22" width="12" height="22">
          <circle class="a" cx="6" cy="11" r="5" />
        </svg>{' '}
        answered
      </span>
    </p>
  )
}

function ago(day: Day, today: Day): number {
  return Math.max(0, dayNumber(today) - dayNumber(day))
}
