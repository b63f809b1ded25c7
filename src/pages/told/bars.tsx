// From when to when each agency could see something, drawn as bars over one time. The list beneath says the same in words.
import type { Looked } from '../../ledger/disclosures.ts'
import { sayDay } from '../kit/days.ts'
import { endOf, isSeen, type ToldTo } from './told.ts'

interface BarsProps {
  readonly groups: readonly ToldTo[]
  readonly looks: ReadonlyMap<string, Looked> | undefined
  /** In milliseconds since 1970. */
  readonly now: number
  readonly dayOf: (instant: number) => string
  /** The agency for whom it is drawn. */
  readonly own: string
}

const wide = 1000
const dayLength = 86_400_000

/** The bars; nothing where nobody was told anything. */
export function Bars({ groups, looks, now, dayOf, own }: BarsProps) {
  const starts = groups.flatMap(({ disclosures }) => disclosures.map(one => one.reachedAt))
  if (starts.length === 0) return null
  const first = Math.min(...starts, now - dayLength)
  const at = (instant: number) => Math.round(((Math.min(instant, now) - first) / (now - first)) * wide)
  return (
    <figure class="gt-told-bars">
      <figcaption class="govuk-body-s">
        Who could see something shared, from {sayDay(dayOf(first))} to today.{' '}
        {looks && ' A dark mark is when its people looked last.'}
      </figcaption>
      <ul>
        {groups.map(({ from, to, disclosures }) => {
          const looked = looks?.get(to.id)
          const open = disclosures.filter(one => isSeen(one, now)).length
          return (
            <li>
              <span class="gt-told-bars__who">
                {to.id === own
                  ? `From ${from.name}`
                  : `To ${disclosures.every(one => one.people) ? 'people of ' : ''}${to.name}`}
                <span class="gt-quiet">{open === 0 ? ' · sees nothing now' : ` · ${open} in force`}</span>
              </span>
              <svg viewBox={`0 0 ${wide} 20`} preserveAspectRatio="none" aria-hidden="true">
                <rect class="t" x="0" y="9" width={wide} height="2" />
                {disclosures.map(one => {
                  const start = at(one.reachedAt)
                  const end = at(endOf(one) ?? now)
                  return (
                    <rect
                      class={isSeen(one, now) ? 'b' : 'e'}
                      x={start}
                      y="4"
                      width={Math.max(4, end - start)}
                      height="12"
                    />
                  )
                })}
                {looked && to.id !== own && (
                  <rect class="l" x={Math.max(0, at(looked.last) - 3)} y="0" width="6" height="20" />
                )}
              </svg>
            </li>
          )
        })}
      </ul>
    </figure>
  )
}
