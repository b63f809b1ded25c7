/** The chronology of a case: every agency's facts that the reader may see, with owner, certainty, and what became of each. */

import type { ActOfAccess } from '../../access/policy.ts'
import type { Guidance } from '../../engine/guidance.ts'
import { fileOf } from '../../ledger/filed-documents.ts'
import type { Names, ReadCase } from '../../ledger/read.ts'
import { grouped, type StoredEntry } from '../../ledger/rows.ts'
import { departureExplained } from '../../procedures/departure.ts'
import { disagreement } from '../../procedures/disagreement.ts'
import { decisions } from '../../procedures/disagreement-facts.ts'
import { people } from '../../procedures/people.ts'
import { redactionAsked } from '../../procedures/redaction.ts'
import type { ChronologyEntry } from '../kit/chronology.tsx'
import { Tag } from '../kit/component/messages.tsx'
import { sayDay } from '../kit/days.ts'
import { Said } from '../kit/said.tsx'
import { daysLate, removedFrom, sayFile, sourceOf } from './chronology-words.ts'
import { dutyHref } from './duties.ts'
import { saidBy } from './values.ts'

interface Shown {
  readonly read: ReadCase
  readonly guidance: Guidance
  readonly names: Names
  readonly reference: string
  /** What the post may do here by the matrix; nothing on the file of a past day. */
  readonly mayDo: (act: ActOfAccess) => boolean
  readonly postId: string
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
  return {
    id: `fact-${first.number}`,
    number: first.number,
    day: current.happened.from,
    latest: current.happened.to === current.happened.from ? undefined : current.happened.to,
    approximate: !certain,
    isQuiet: isAboutPeople,
    what: struck ? <s>{definition?.label ?? first.kind}</s> : (definition?.label ?? first.kind),
    source: sourceOf(first, current, names),
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
        {!struck && <Said said={saidBy(definition, current.data, read.words.get(current.id) ?? {}, names)} />}
        <File shown={shown} history={history} />
        {struck && <Said said={saidBy(undefined, {}, read.words.get(struck.id) ?? {}, names)} />}
        {history
          .filter(entry => entry.act === 'disagree')
          .map(entry => (
            <div class="govuk-inset-text govuk-!-margin-top-2 govuk-!-margin-bottom-2">
              <b>Disagrees:</b>{' '}
              {typeof entry.data['whose'] === 'string' ? entry.data['whose'] : (names.agencies.get(entry.agency) ?? '')}
              <Said said={saidBy(undefined, {}, read.words.get(entry.id) ?? {}, names)} />
            </div>
          ))}
        <Removed shown={shown} history={history} />
        {first.kind === redactionAsked.kind && (
          <p class="govuk-body-s govuk-!-margin-bottom-1">
            <a class="govuk-link" href={`/case/${shown.reference}/redaction/${first.root}`}>
              Which words, and what was decided
            </a>
          </p>
        )}
        {isOfDisagreement(first.kind) && (
          <p class="govuk-body-s govuk-!-margin-bottom-1">
            <a class="govuk-link" href={`/case/${shown.reference}/disagreement/${first.root}`}>
              How far it has gone, and what can be done now
            </a>
          </p>
        )}
        <Foot shown={shown} history={history} first={first} isStruckOut={struck !== undefined} />
      </>
    ),
  }
}

/** Where a record has a file, it can be had here. */
function File({ shown: { read, reference }, history }: { shown: Shown; history: readonly StoredEntry[] }) {
  const kept = fileOf(history)
  if (!kept) return null
  const name = read.words.get(history.findLast(one => one.act === 'correct')?.id ?? kept.factId)?.['file']
  return (
    <p class="govuk-body-s govuk-!-margin-bottom-1">
      <a class="govuk-link" href={`/case/${reference}/fact/${kept.factId}/file`}>
        Download{name && <span class="govuk-visually-hidden"> {name}</span>}
      </a>{' '}
      ({sayFile(kept)})
    </p>
  )
}

/** What belongs to a disagreement leads to it. */
function isOfDisagreement(kind: string): boolean {
  return disagreement.facts.some(fact => fact.kind === kind)
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

function Removed({ shown: { read, guidance, names }, history }: { shown: Shown; history: readonly StoredEntry[] }) {
  return (
    <>
      {removedFrom(history, read, guidance, names).map(says => (
        <p class="govuk-body-s govuk-!-margin-bottom-1">{says}</p>
      ))}
    </>
  )
}

function Foot({
  shown,
  history,
  first,
  isStruckOut,
}: {
  shown: Shown
  history: readonly StoredEntry[]
  first: StoredEntry
  isStruckOut: boolean
}) {
  const versions = history.filter(entry => entry.act === 'record' || entry.act === 'correct')
  const definition = shown.guidance.kinds.get(first.kind)
  const label = definition?.label ?? first.kind
  const changes = changesOf(shown, history, isStruckOut, definition?.byAct ?? false)
  if ((history.length <= 1 || isStruckOut) && changes.length === 0) return null
  return (
    <div class="gt-said__foot">
      {!isStruckOut &&
        versions.slice(0, -1).map((entry, at) => {
          const next = versions[at + 1]
          // Where only something else was put right, the day says nothing: what it said stands behind “Correct”.
          if (!next || next.happened.from === entry.happened.from) return null
          return (
            <>
              Until {sayDay(next.recordedOn)} it said {sayDay(entry.happened.from)}.{' '}
            </>
          )
        })}
      {changes.length > 0 && (
        <details class="gt-change">
          <summary>
            Change<span class="govuk-visually-hidden"> “{label}”</span>
          </summary>
          {changes.map(({ href, text, joins }, at) => (
            <>
              {at > 0 && ' · '}
              <a class="govuk-link" href={href}>
                {text}
                <span class="govuk-visually-hidden">
                  {' '}
                  {joins}“{label}”
                </span>
              </a>
            </>
          ))}
        </details>
      )}
    </div>
  )
}

interface Change {
  readonly href: string
  readonly text: string
  /** What stands between the text and the name of the record, for whoever hears it. */
  readonly joins: string
}

/** What this reader may do about a record. What two people did stands as it is. */
function changesOf(shown: Shown, history: readonly StoredEntry[], isStruckOut: boolean, isByAct: boolean): Change[] {
  const first = history[0] as StoredEntry
  const { mayDo, isOpened, own, postId, reference, guidance } = shown
  const to = (act: string) => `/case/${reference}/fact/${first.root}/${act}`
  const isOwn = first.agency === own
  const stands = !isStruckOut && !isByAct
  const mine = mayDo('record') && stands
  const isAuthor = history.some(entry => entry.recordedBy === postId && entry.act !== 'disagree')
  const isOfDuty = guidance.startedBy.has(first.kind) || guidance.metBy.has(first.kind)
  const changes = mine && isOwn && !isOpened
  const all: (Change | false)[] = [
    changes &&
      mayDo(isAuthor ? 'correct-own' : 'correct-others') && { href: to('correct'), text: 'Correct', joins: '' },
    changes && mayDo('share') && { href: `/case/${reference}/share?fact=${first.root}`, text: 'Share', joins: '' },
    changes &&
      mayDo(isOfDuty ? 'strike-out-duty' : 'strike-out') && { href: to('strike-out'), text: 'Strike out', joins: '' },
    mine && { href: to('disagree'), text: 'Record a disagreement', joins: 'with ' },
    mine &&
      !isOwn &&
      decisions[first.kind] !== undefined && {
        href: `/case/${reference}/disagreement?decision=${decisions[first.kind]}&on=${first.happened.from}&of=${first.agency}`,
        text: 'Ask for it to be settled',
        joins: 'where you disagree with ',
      },
    mayDo('ask-redaction') && isOwn && !isOpened && { href: to('redact'), text: 'Have words removed', joins: 'from ' },
  ]
  return all.filter(one => one !== false)
}
