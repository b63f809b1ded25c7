/** For the privacy officer: what is unusual in the reading log. Nothing here accuses: each finding is worth a question. */
import type { Pool, PoolClient } from 'pg'
import { addDays } from '../../guidance/days.ts'
import { londonMidnight } from '../../guidance/london.ts'
import { hoursOfClosed, type InHour, notAtWork, referencesOf, shieldedIn } from '../../ledger/behind-readings.ts'
import { aboutPeople } from '../../ledger/sum-readings.ts'
import { isId } from '../../platform/identifier.ts'
import { valueOf } from '../pipeline/fields.ts'
import { framed } from '../pipeline/frame.ts'
import type { Answer, Visit } from '../pipeline/page.ts'
import { EntriesView } from './entries.view.tsx'
import { inOneLine, periods, type Unusual, unusualIn } from './findings.ts'
import { LogView } from './log.view.tsx'
import {
  findReader,
  readEntries,
  readHours,
  readManyFiles,
  readOpeningsIn,
  readOutOfHours,
  readOwn,
  readRecent,
  readStrangers,
  type Span,
} from './readings.ts'

/** `GET /log?days=…&person=…` */
export async function page(visit: Visit): Promise<Answer> {
  const { days, span } = await spanOf(visit)
  const person = idOf(visit, 'person')
  const { found, hours, reader } = await visit.read(async ({ client }) => ({
    found: await readUnusual(client, visit.ledger.recorder, span),
    hours: await readHours(client, span, person),
    reader: person ? await findReader(client, span, person) : undefined,
  }))
  const { recorder } = visit.ledger
  const references = await referencesOf(recorder, span.areaIds, found.caseIds)
  const closed = person
    ? []
    : await hoursOfClosed(recorder, visit.practitioner.id, span.areaIds, span.from, span.until, span.without)
  const whose = person ? (reader ? inOneLine(reader) : 'this person') : undefined
  const view = <LogView {...{ visit, days, found, references, whose }} hours={withoutClosed(hours, closed)} />
  return { html: framed(visit, { title: 'Who looked, and what is unusual', children: view }) }
}

function withoutClosed(hours: readonly InHour[], closed: readonly InHour[]): InHour[] {
  const isSame = (one: InHour, other: InHour) => one.weekday === other.weekday && one.hour === other.hour
  return hours.map(one => ({ ...one, looks: one.looks - (closed.find(other => isSame(one, other))?.looks ?? 0) }))
}

/**
 * What is unusual in a span.
 * @param recorder asked of files behind looks that the client sees, and of nothing else
 */
export async function readUnusual(client: PoolClient, recorder: Pool, span: Span): Promise<Unusual> {
  const { areaIds, from, until } = span
  const recent = await readRecent(client, span)
  const own = await readOwn(client, span)
  const many = await readManyFiles(client, span)
  const outOfHours = await readOutOfHours(client, span)
  const openings = await readOpeningsIn(client, span)
  const mayBeStrangers = await readStrangers(client, span)
  const about = await aboutPeople(recorder, areaIds, recent)
  const strangers = await notAtWork(recorder, areaIds, mayBeStrangers, from, until)
  const ownRecent = recent.flatMap((one, at) => ({ ...one, ownName: false, ownStreet: false, ...about[at] }))
  return unusualIn({ own: [...own, ...ownRecent], many, outOfHours, openings, strangers })
}

/** `GET /log/readings?days=…&person=…&file=…&day=…&hours=out` */
export async function readings(visit: Visit): Promise<Answer> {
  const { days, span } = await spanOf(visit)
  const asked = {
    practitionerId: idOf(visit, 'person'),
    caseId: idOf(visit, 'file'),
    isOutOfHours: valueOf(visit.query, 'hours') === 'out',
  }
  const entries = await visit.read(({ client }) => readEntries(client, span, asked))
  const caseIds = [...new Set(entries.flatMap(({ caseId }) => caseId ?? []))]
  const references = await referencesOf(visit.ledger.recorder, span.areaIds, caseIds)
  return {
    html: framed(visit, {
      title: 'Entries of the reading log',
      back: { href: `/log?days=${days}`, text: 'Who looked, and what is unusual' },
      children: <EntriesView {...{ visit, entries, references, asked }} />,
    }),
  }
}

function idOf(visit: Visit, name: string): string | null {
  const asked = valueOf(visit.query, name)
  return isId(asked) ? asked : null
}

async function spanOf({ query, today, areaIds, ledger }: Visit): Promise<{ days: number; span: Span }> {
  const days = periods.find(one => String(one) === valueOf(query, 'days')) ?? 30
  const day = /^\d{4}-\d\d-\d\d$/.exec(valueOf(query, 'day'))?.[0]
  const fromDay = day && !Number.isNaN(Date.parse(day)) ? day : addDays(today.day, -days)
  const until = day === fromDay ? londonMidnight(addDays(fromDay, 1)) : today.instant + 1
  const toDay = day === fromDay ? day : today.day
  // Whose name or home stands on a shielded file would say who is on it, and where they live; a figure that counts it, that it is
  // there: that is for the front door.
  const without = await shieldedIn(ledger.recorder, areaIds)
  return { days, span: { areaIds, from: londonMidnight(fromDay), until, fromDay, toDay, without } }
}
