/** For the privacy officer: what is unusual in the reading log. Nothing here accuses: each finding is worth a question. */
import { addDays } from '../../guidance/days.ts'
import { londonMidnight } from '../../guidance/london.ts'
import { notAtWork, referencesOf, withOwnSurname } from '../../ledger/behind-readings.ts'
import { isId } from '../../platform/identifier.ts'
import { valueOf } from '../pipeline/fields.ts'
import { framed } from '../pipeline/frame.ts'
import type { Answer, Visit } from '../pipeline/page.ts'
import { EntriesView } from './entries.view.tsx'
import { inOneLine, periods, type Unusual, unusualIn } from './findings.ts'
import { LogView } from './log.view.tsx'
import { readEntries, readHours, readLooksAtFiles, readManyFiles, readOpeningsIn, type Span } from './readings.ts'

/** `GET /log?days=…&person=…` */
export async function page(visit: Visit): Promise<Answer> {
  const { days, span, fromDay } = spanOf(visit)
  const person = idOf(visit, 'person')
  const read = await visit.read(async ({ client }) => ({
    looks: await readLooksAtFiles(client, span),
    many: await readManyFiles(client, span, fromDay),
    openings: await readOpeningsIn(client, span),
    hours: await readHours(client, span, person),
  }))
  const { recorder } = visit.ledger
  const own = await withOwnSurname(recorder, span.areaIds, read.looks)
  const strangers = await notAtWork(recorder, span.areaIds, read.looks, span.from, span.until)
  const found: Unusual = unusualIn({ ...read, own, strangers })
  const references = await referencesOf(recorder, span.areaIds, found.caseIds)
  const readers = new Map(read.looks.map(one => [one.practitionerId, inOneLine(one)]))
  const view = <LogView {...{ visit, days, found, references, readers, person }} hours={read.hours} />
  return { html: framed(visit, { title: 'Who looked, and what is unusual', children: view }) }
}

/** `GET /log/readings?days=…&person=…&file=…&day=…&hours=out` */
export async function readings(visit: Visit): Promise<Answer> {
  const { days, span } = spanOf(visit)
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

function spanOf({ query, today, areaIds }: Visit): { days: number; fromDay: string; span: Span } {
  const days = periods.find(one => String(one) === valueOf(query, 'days')) ?? 30
  const day = /^\d{4}-\d\d-\d\d$/.exec(valueOf(query, 'day'))?.[0]
  const fromDay = day && !Number.isNaN(Date.parse(day)) ? day : addDays(today.day, -days)
  const until = day === fromDay ? londonMidnight(addDays(fromDay, 1)) : today.instant + 1
  return { days, fromDay, span: { areaIds, from: londonMidnight(fromDay), until } }
}
