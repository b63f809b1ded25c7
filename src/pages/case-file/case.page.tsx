/** The child's file: who is who, the thread, where the child is in the process, what is owed, what happened. */
import { may } from '../../access/policy.ts'
import { type Known, knownAt } from '../../engine/statements.ts'
import { isDay } from '../../guidance/days.ts'
import { londonDayEnd } from '../../guidance/london.ts'
import { type LinkRead, readLinks } from '../../ledger/links.ts'
import { allocation } from '../../ledger/people-of-case.ts'
import {
  type CaseHead,
  type DutyRow,
  isGrantedFile,
  type Names,
  type ReadCase,
  readCase,
  readNames,
  rowOf,
} from '../../ledger/read.ts'
import { deriveAsKnown } from '../../ledger/read-whole.ts'
import { sayDay } from '../kit/days.ts'
import { framed } from '../pipeline/frame.ts'
import type { Answer, OpenedCase, Visit } from '../pipeline/page.ts'
import { type OtherCase, toldOfTogether } from '../record/siblings.ts'
import { CaseView } from './case.view.tsx'
import { nameOfChild } from './child.ts'
import { shownDuties } from './duties.ts'

interface Opened extends OpenedCase {
  readonly read: ReadCase
  readonly names: Names
  /** Whether it is granted to the visitor, who else sees what was shared and nothing beside. */
  readonly isGranted: boolean
  /** Other files of the child that the visitor may see as well. */
  readonly links: readonly LinkRead[]
  /** Other children of whom somebody told in the same action. */
  readonly together: readonly OtherCase[]
}

/** Opens a case and reads all of it that the visitor may see. */
export function openFile(visit: Visit): Promise<Opened> {
  return visit.read(async ({ client, openCase }) => {
    const opened = await openCase(visit.params['reference'] ?? '')
    const read = await readCase(client, opened.head, visit.guidance, visit.ledger.dayOf)
    const agencies = [...read.entries.map(entry => entry.agency), ...read.duties.map(duty => duty.agency_id)]
    const posts = read.entries.flatMap(entry =>
      [entry.recordedBy ?? [], Object.values(entry.data)].flat(2).filter(id => typeof id === 'string'),
    )
    const isId = (id: string) => /^[0-9a-f-]{36}$/.test(id)
    const mentioned = [...new Set([...agencies, ...posts])].filter(isId)
    const links = await readLinks(client, opened.head.areaId, opened.head.id)
    const together = await toldOfTogether(client, opened.head)
    const isGranted = await isGrantedFile(client, opened.head)
    return { ...opened, read, isGranted, links, together, names: await readNames(client, mentioned, mentioned) }
  })
}

/** `GET /case/:reference` */
export async function page(visit: Visit): Promise<Answer> {
  const { head, why, glass, read, names, isGranted, links, together } = await openFile(visit)
  const duties = shownDuties(read.duties, head.reference, visit.guidance, names, visit.today, read.known)
  const name = nameOfChild(read)
  const view = <CaseView {...{ visit, read, names, duties, name, isGranted, links, together }} asKnownOn={undefined} />
  const base = `/case/${head.reference}`
  return {
    html: framed(visit, {
      title: name,
      why: (
        <>
          {why}{' '}
          {!glass && may(visit.post.role, 'see-log', 'granted') && (
            <a class="govuk-link" href={`${base}/readers`}>
              Who looked at this file
            </a>
          )}
        </>
      ),
      keys: { record: `${base}/record` },
      children: view,
    }),
  }
}

/** `GET /case/:reference/as-known?on=…`: the file as it was known at the end of a past day. */
export async function asKnown(visit: Visit): Promise<Answer> {
  const on = dayAsked(visit)
  const { head, why, read, names, isGranted } = await openFile(visit)
  if (on === undefined || on > visit.today.day) return { redirect: `/case/${head.reference}?day=none` }
  const instant = londonDayEnd(on)
  const derived = await deriveAsKnown(visit.ledger, head.areaId, head.id, instant)
  const entries = read.entries.filter(entry => entry.recordedAt <= instant)
  const visible = new Set(entries.map(entry => entry.root))
  // Duties were derived from the whole record; those whose trigger the reader may see are shown.
  const rows: DutyRow[] = derived.duties
    .filter(duty => visible.has(duty.trigger))
    .map(duty => rowOf(duty, head.id, { teamId: null, workerPostId: null }))
  const procedures = derived.procedures
    .filter(one => visible.has(one.root))
    .map(one => ({
      case_id: head.id,
      procedure: one.procedure,
      root: one.root,
      opened_from: one.opened.from,
      opened_to: one.opened.to,
      closed_by: one.closed?.by ?? null,
      closed_on: one.closed?.on.to ?? null,
    }))
  const past: ReadCase = {
    ...read,
    head: await headOn(visit, head, derived.known),
    entries,
    duties: rows,
    procedures,
    known: knownAt(entries, instant, visit.guidance.kinds),
  }
  const today = { day: on, instant }
  const duties = shownDuties(rows, head.reference, visit.guidance, names, today, past.known)
  const name = nameOfChild(past)
  const view = (
    <CaseView {...{ visit, read: past, names, duties, name, isGranted }} links={[]} together={[]} asKnownOn={on} />
  )
  return {
    html: framed(visit, {
      title: `${name} as known on ${sayDay(on)}`,
      why,
      back: { href: `/case/${head.reference}`, text: 'The file as known today' },
      children: view,
    }),
  }
}

/** Who had the case on a past day, by what was known then. The team is no fact: which one it was is not kept. */
async function headOn(visit: Visit, head: CaseHead, known: Known): Promise<CaseHead> {
  const { workerPostId } = allocation(known, { workerPostId: null })
  const { posts } = await visit.read(({ client }) => readNames(client, [], workerPostId ? [workerPostId] : []))
  const workerName = posts.get(workerPostId ?? '')?.name ?? null
  return { ...head, teamId: null, teamName: null, workerPostId, workerName }
}

function dayAsked(visit: Visit): string | undefined {
  const field = (name: string) => String(visit.query[name] ?? '').trim()
  const given =
    field('on') || `${field('on-year')}-${field('on-month').padStart(2, '0')}-${field('on-day').padStart(2, '0')}`
  return isDay(given) ? given : undefined
}
