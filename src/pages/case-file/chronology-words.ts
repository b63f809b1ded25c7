/** What stands beside a fact in a chronology, on a page and in a document: from whom and since when it is known, how late, what was removed. */
import { type Entry, knownFrom } from '../../engine/fact.ts'
import type { Guidance } from '../../engine/guidance.ts'
import { formatNames } from '../../exchange/formats.ts'
import { kindsOfFile } from '../../exchange/upload/kind-of-file.ts'
import { londonDay } from '../../guidance/london.ts'
import { redactionGrounds } from '../../guidance/redaction.ts'
import { type Kept, keptIn } from '../../ledger/filed-documents.ts'
import type { Names, ReadCase } from '../../ledger/read.ts'
import { redactedOf } from '../../ledger/removed-words.ts'
import type { StoredEntry } from '../../ledger/rows.ts'
import { receiptOf } from '../../procedures/disagreement-facts.ts'
import { sayDay, sayTime } from '../kit/days.ts'

/** "at 14:30 · Harrowmere Council · Amira Osei · recorded on 3 March 2026" */
export function sourceOf(first: StoredEntry, current: StoredEntry, names: Names): string {
  const agency = names.agencies.get(first.agency) ?? 'An agency'
  const who = first.recordedBy ? names.posts.get(first.recordedBy)?.name : undefined
  const how = first.source
    ? `read from a ${formatNames[first.source] ?? first.source}; the day is known, not the time`
    : receiptOf(first) === undefined
      ? who
      : 'told by whoever referred, through the public page'
  const when =
    first.knownSince !== null
      ? `recorded on another child’s file by mistake on ${sayDay(londonDay(first.knownSince))}, moved here on ${sayDay(first.recordedOn)}`
      : first.recordedOn === first.happened.from
        ? undefined
        : `recorded on ${sayDay(first.recordedOn)}`
  const time = current.happened.at !== null && `at ${sayTime(current.happened.at)}`
  return [time, agency, how, when].filter(Boolean).join(' · ')
}

/** How many days after it happened it was known. A document is as old as it is: that it is filed now is not late. */
export function daysLate(current: Entry, first: Entry): number {
  if (keptIn(first)) return 0
  return (Date.parse(londonDay(knownFrom(first))) - Date.parse(current.happened.to)) / 86_400_000
}

/** Where a name or a number was removed, nothing stands in its place: these sentences say so. */
export function removedFrom(
  history: readonly StoredEntry[],
  read: Pick<ReadCase, 'words' | 'entries'>,
  guidance: Guidance,
  names: Names,
): string[] {
  const gone = history.flatMap(one => {
    const redacted = redactedOf(one)
    return redacted && read.words.get(redacted.entry)?.[redacted.field] === null ? [{ ...redacted, one }] : []
  })
  const asked = new Map(gone.map(one => [`${one.asked} ${one.field}`, one]))
  return [...asked.values()].map(({ one, field, ground, ...of }) => {
    const by = [read.entries.find(entry => entry.root === of.asked)?.recordedBy, one.recordedBy]
    const people = by.flatMap(post => names.posts.get(post ?? '')?.name ?? [])
    const label = guidance.kinds.get(one.kind)?.fields[field]?.label ?? 'Words'
    const because = Object.entries(redactionGrounds).find(([code]) => code === ground)?.[1].because
    const who = people.length > 0 ? ` by ${people.join(' and ')}` : ''
    return `${label}: words removed on ${sayDay(one.recordedOn)}${who}, because ${because}.`
  })
}

/** "PDF, 120 KB" */
export function sayFile({ type, size }: Pick<Kept, 'type' | 'size'>): string {
  const kind = Object.values(kindsOfFile).find(one => one.type === type)?.label ?? 'File'
  const kilobytes = Math.max(1, Math.round(size / 1024))
  return `${kind}, ${kilobytes < 1024 ? `${kilobytes} KB` : `${(kilobytes / 1024).toFixed(1)} MB`}`
}
