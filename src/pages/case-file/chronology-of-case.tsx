/** The chronology of a case: every agency's facts that the reader may see, with owner, certainty, and what became of each. */
import { type Entry, knownFrom } from '../../engine/fact.ts'
import type { Guidance } from '../../engine/guidance.ts'
import { formatNames } from '../../exchange/formats.ts'
import { londonDay } from '../../guidance/london.ts'
import type { Names, ReadCase } from '../../ledger/read.ts'
import { grouped, type StoredEntry } from '../../ledger/rows.ts'
import { departureExplained } from '../../procedures/departure.ts'
import { people } from '../../procedures/people.ts'
import type { ChronologyEntry } from '../kit/chronology.tsx'
import { Tag } from '../kit/component/messages.tsx'
import { sayDay } from '../kit/days.ts'
import { Marked } from '../kit/marking.tsx'
import { dutyHref } from './duties.ts'
import { saidBy } from './values.ts'

interface Shown {
  readonly read: ReadCase
  readonly guidance: Guidance
  readonly names: Names
  readonly reference: string
  /** Whether links to correct and strike out are shown. */
  readonly mayChange: boolean
  /** The file was opened in an emergency: what others recorded may be added to, and not changed. */
  readonly isOpened: boolean
  /** The reader's own agency: only what it recorded is its to share. */
  readonly own: string
}

/** All facts of a case, struck-out ones included, in the order in which they happened. */
export function chronologyOf(shown: Shown): ChronologyEntry[] {
  const histories = [...grouped(shown.read.entries, entry => entry.root).values()]
  return histories
    .map(history => entryOf(shown, history))
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.number - b.number))
}

function entryOf(shown: Shown, history: readonly StoredEntry[]): ChronologyEntry & { number: number } {
  const { read, guidance, names } = shown
  const first = history[0] as StoredEntry
  const current = history.findLast(entry => entry.act === 'correct') ?? first
  const struck = history.find(entry => entry.act === 'strike-out')
  const definition = guidance.kinds.get(first.kind)
  const isAboutPeople = guidance.procedureOf.get(first.kind)?.id === people.id
  const certain = current.happened.certainty === 'day'
  const time = current.happened.at === null ? undefined : timeOf(current.happened.at)
  return {
    id: `fact-${first.number}`,
    number: first.number,
    day: current.happened.from,
    latest: current.happened.to === current.happened.from ? undefined : current.happened.to,
    approximate: !certain,
    isQuiet: isAboutPeople,
    what: struck ? <s>{definition?.label ?? first.kind}</s> : (definition?.label ?? first.kind),
    source: sourceOf(first, names, time),
    tags: (
      <>
        {struck && <Tag class="govuk-tag--grey">Struck out</Tag>}
        {!struck && current !== first && <Tag class="govuk-tag--grey">Corrected</Tag>}
        {!first.source && !isAboutPeople && daysLate(current, first) > 7 && (
          <Tag class="govuk-tag--grey">Recorded late</Tag>
        )}
      </>
    ),
    children: (
      <>
        {!struck && <Explained shown={shown} current={current} />}
        {!struck && <Values said={saidBy(definition, current.data, read.words.get(current.id) ?? {}, names)} />}
        {struck && <Values said={saidBy(undefined, {}, read.words.get(struck.id) ?? {}, names)} />}
        {history
          .filter(entry => entry.act === 'disagree')
          .map(entry => (
            <div class="govuk-inset-text govuk-!-margin-top-2 govuk-!-margin-bottom-2">
              <b>Disagrees:</b>{' '}
              {typeof entry.data['whose'] === 'string' ? entry.data['whose'] : (names.agencies.get(entry.agency) ?? '')}
              <Values said={saidBy(undefined, {}, read.words.get(entry.id) ?? {}, names)} />
            </div>
          ))}
        {(history.length > 1 || shown.mayChange) && !struck && <Foot shown={shown} history={history} first={first} />}
      </>
    ),
  }
}

/** A reason says which duty it explains. */
function Explained({ shown, current }: { shown: Shown; current: StoredEntry }) {
  if (current.kind !== departureExplained.kind || !current.answers) return null
  const rule = shown.guidance.rules.get(current.answers.split('/')[0] ?? '')
  return (
    <p class="govuk-body-s govuk-!-margin-bottom-1">
      <a class="govuk-link" href={dutyHref(shown.reference, current.answers)}>
        {rule?.must ?? 'A duty of an earlier version of the guidance'}
      </a>
    </p>
  )
}

function Values({ said }: { said: ReturnType<typeof saidBy> }) {
  if (said.length === 0) return null
  return (
    <dl class="gt-said">
      {said.map(({ term, value, isText }) => (
        <div class={isText ? 'gt-said__text' : undefined}>
          <dt>{term}</dt>
          <dd>{isText ? <Marked text={value} /> : value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Foot({ shown, history, first }: { shown: Shown; history: readonly StoredEntry[]; first: StoredEntry }) {
  const versions = history.filter(entry => entry.act === 'record' || entry.act === 'correct')
  const label = shown.guidance.kinds.get(first.kind)?.label ?? first.kind
  const to = (act: string) => `/case/${shown.reference}/fact/${first.root}/${act}`
  return (
    <div class="gt-said__foot">
      {versions.slice(0, -1).map((entry, at) => {
        const next = versions[at + 1]
        // Where only something else was put right, the day says nothing: what it said stands behind “Correct”.
        if (!next || next.happened.from === entry.happened.from) return null
        return (
          <>
            Until {sayDay(next.recordedOn)} it said {sayDay(entry.happened.from)}.{' '}
          </>
        )
      })}
      {shown.mayChange && (
        <details class="gt-change">
          <summary>
            Change<span class="govuk-visually-hidden"> “{label}”</span>
          </summary>
          {!shown.isOpened && (
            <>
              <a class="govuk-link" href={to('correct')}>
                Correct<span class="govuk-visually-hidden"> “{label}”</span>
              </a>
              {' · '}
            </>
          )}
          {first.agency === shown.own && (
            <>
              <a class="govuk-link" href={`/case/${shown.reference}/share?fact=${first.root}`}>
                Share<span class="govuk-visually-hidden"> “{label}”</span>
              </a>
              {' · '}
            </>
          )}
          {!shown.isOpened && (
            <>
              <a class="govuk-link" href={to('strike-out')}>
                Strike out<span class="govuk-visually-hidden"> “{label}”</span>
              </a>
              {' · '}
            </>
          )}
          <a class="govuk-link" href={to('disagree')}>
            Record a disagreement<span class="govuk-visually-hidden"> with “{label}”</span>
          </a>
        </details>
      )}
    </div>
  )
}

function sourceOf(entry: StoredEntry, names: Names, time: string | undefined): string {
  const agency = names.agencies.get(entry.agency) ?? 'An agency'
  const who = entry.recordedBy ? names.posts.get(entry.recordedBy)?.name : undefined
  const how = entry.source
    ? `read from a ${formatNames[entry.source] ?? entry.source}; the day is known, not the time`
    : who
  const when =
    entry.knownSince !== null
      ? `recorded on another child’s file by mistake on ${sayDay(londonDay(entry.knownSince))}, moved here on ${sayDay(entry.recordedOn)}`
      : entry.recordedOn === entry.happened.from
        ? undefined
        : `recorded on ${sayDay(entry.recordedOn)}`
  return [time && `at ${time}`, agency, how, when].filter(Boolean).join(' · ')
}

function timeOf(instant: number): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' }).format(
    instant,
  )
}

function daysLate(current: Entry, first: Entry): number {
  return (Date.parse(londonDay(knownFrom(first))) - Date.parse(current.happened.to)) / 86_400_000
}
