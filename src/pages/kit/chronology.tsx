// What happened, in the order it happened, on the thread. A long silence is a gap that is seen and said.
import { type Content, names } from './component/markup.ts'
import { type Day, daysBetween, sayAbout, sayDay, sayLength } from './days.ts'

export interface ChronologyEntry {
  /** Its anchor: knots link here. */
  id: string
  day: Day
  latest?: Day | undefined
  approximate?: boolean | undefined
  /** Kept small: who is who, not what happened. */
  isQuiet?: boolean | undefined
  /** What kind of fact it is: 'Strategy discussion held'. */
  what: Content
  href?: string | undefined
  /** Who recorded it and for which agency, and when if that was later. */
  source?: Content
  /** What was said or decided. */
  children?: Content
  tags?: Content
}

export interface ChronologyProps {
  entries: ChronologyEntry[]
  /** Newest first is how people read a case; oldest first is how a court does. */
  order?: 'newest-first' | 'oldest-first' | undefined
  /** A silence from so many days on is drawn as a gap. */
  gapFrom?: number | undefined
  empty: Content
}

/** The entries with the gaps between them. */
export function Chronology({ entries, order = 'newest-first', gapFrom = 42, empty }: ChronologyProps) {
  if (entries.length === 0) return <p class="gt-empty">{empty}</p>
  // Entries come in the order of the record; the sort keeps that order within a day.
  const oldestFirst = entries.toSorted((a, b) => a.day.localeCompare(b.day))
  const sorted = order === 'oldest-first' ? oldestFirst : oldestFirst.toReversed()
  return (
    <ol class="gt-chronology">
      {sorted.map((entry, index) => {
        const before = sorted[index - 1]
        // After a birth or a name nothing was to be recorded yet: only what happened begins a silence.
        const earlier = order === 'oldest-first' ? before : entry
        const silence = before && !earlier?.isQuiet ? Math.abs(daysBetween(before.day, entry.day)) : 0
        return (
          <>
            {silence >= gapFrom && <li class="gt-chronology__gap">{sayLength(silence)} with nothing recorded</li>}
            <Entry {...entry} />
          </>
        )
      })}
    </ol>
  )
}

function Entry(entry: ChronologyEntry) {
  const about = entry.approximate || entry.latest
  return (
    <li class={names('gt-entry', about && 'gt-entry--about', entry.isQuiet && 'gt-entry--quiet')} id={entry.id}>
      <p class="gt-entry__day">
        <time datetime={entry.day}>{about ? sayAbout(entry.day, entry.latest) : sayDay(entry.day)}</time>
      </p>
      <h3 class="gt-entry__what">
        {entry.href ? (
          <a class="govuk-link" href={entry.href}>
            {entry.what}
          </a>
        ) : (
          entry.what
        )}{' '}
        {entry.tags}
      </h3>
      {entry.children && <div class="gt-entry__body">{entry.children}</div>}
      {entry.source && <p class="gt-entry__source">{entry.source}</p>}
    </li>
  )
}
