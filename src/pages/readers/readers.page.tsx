/** Who looked at a child's file: each person once a day, with how often and why; and a list of it that the family may be given. */
import type { PoolClient } from 'pg'
import { inThirdPerson } from '../../access/visit.ts'
import { londonTime, notAtWork } from '../../ledger/behind-readings.ts'
import { type CaseHead, readCase } from '../../ledger/read.ts'
import { nameOfChild } from '../case-file/child.ts'
import { Pagination } from '../kit/component/pagination.tsx'
import { SummaryList } from '../kit/component/summary-list.tsx'
import { count, sayDay, sayTime } from '../kit/days.ts'
import { valueOf } from '../pipeline/fields.ts'
import { framed } from '../pipeline/frame.ts'
import type { Answer, Visit } from '../pipeline/page.ts'
import { refuseUnless } from '../record/permission.ts'
import { familyPage } from './family.page.tsx'

/** So many looks, the newest, are put together. */
const most = 5000
const onAPage = 100

/** What one person looked at in one day, in one post. Instants are milliseconds since 1970. */
interface DayOfReader {
  readonly practitionerId: string
  readonly postId: string
  readonly caseId: string
  readonly name: string
  readonly title: string
  readonly agency: string
  readonly day: string
  readonly looks: number
  readonly first: number
  readonly last: number
  readonly routes: readonly string[]
  readonly bases: readonly string[]
}

/** `GET /case/:reference/readers`, with `?for=family` the list for the family */
export async function page(visit: Visit): Promise<Answer> {
  if (valueOf(visit.query, 'for') === 'family') return familyPage(visit)
  const { head, why, days, name } = await visit.read(async ({ client, openCase }) => {
    const opened = await openCase(visit.params['reference'] ?? '')
    await refuseUnless(client, visit, opened.head, 'see-log')
    const read = await readCase(client, opened.head, visit.guidance, visit.ledger.dayOf)
    return { ...opened, days: await readDays(client, opened.head), name: nameOfChild(read) }
  })
  const [first = 0, last = 0] = [days.at(-1)?.first, days[0]?.last]
  const beside = new Set(await notAtWork(visit.ledger.recorder, [head.areaId], days, first, last))
  // Whoever does not work on it first: that is what the list is read for.
  const inOrder = [...beside, ...days.filter(one => !beside.has(one))]
  const pages = Math.max(1, Math.ceil(inOrder.length / onAPage))
  const at = Math.min(Math.max(1, Number(visit.query['page']) || 1), pages)
  const shown = inOrder.slice((at - 1) * onAPage, at * onAPage)
  const base = `/case/${head.reference}/readers`
  return {
    html: framed(visit, {
      title: `Who looked at ${name}’s file`,
      why,
      back: { href: `/case/${head.reference}`, text: name },
      children: (
        <>
          <link rel="stylesheet" href="/assets/told.css" />
          <span class="govuk-caption-l">{name}</span>
          <h1 class="govuk-heading-l">Who looked at this file</h1>
          <p class="govuk-body">
            Each look is written down before the page is shown, and nothing is ever taken out. The newest{' '}
            {most.toLocaleString('en-GB')} are put together here, by person and day.
          </p>
          <p class="govuk-body gt-no-print">
            <a class="govuk-link" href={`${base}?for=family`}>
              A list for the family, to print
            </a>
          </p>
          <Readers
            visit={visit}
            title="Who does not work on this file"
            says="Neither in a team that works on it, nor allocated to it, nor let in: they could see it by the group of their role, or because something was shared with their agency. That alone is no fault."
            days={shown.filter(one => beside.has(one))}
          />
          <Readers visit={visit} title="Who works on this file" days={shown.filter(one => !beside.has(one))} />
          {pages > 1 && <Pages base={base} page={at} pages={pages} />}
        </>
      ),
    }),
  }
}

/** Newest first. Only so many looks are read from the index: a file that is kept for long has more than anybody reads. */
async function readDays(client: PoolClient, { areaId, id }: CaseHead): Promise<DayOfReader[]> {
  const { rows } = await client.query<DayOfReader>({
    name: 'readers of case by day',
    text: `select d.*, $2::uuid as "caseId", w.name, p.title, g.name as agency from (
             select l.practitioner_id as "practitionerId", l.post_id as "postId", ${londonTime}::date as day, count(*)::int as looks,
               min(l.at) as first, max(l.at) as last, array_agg(distinct l.route) as routes, array_agg(distinct l.basis) as bases
             from (select practitioner_id, post_id, at, route, basis from reading_log
               where area_id = $1 and case_id = $2 order by at desc limit ${most}) as l
             group by 1, 2, 3) as d
           join post p on p.id = d."postId" join practitioner w on w.id = d."practitionerId" join agency g on g.id = p.agency_id
           order by d.last desc`,
    values: [areaId, id],
  })
  return rows
}

interface ReadersProps {
  visit: Visit
  title: string
  says?: string
  days: readonly DayOfReader[]
}

function Readers({ visit, title, says, days }: ReadersProps) {
  if (days.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">{title}</h2>
      {says && <p class="govuk-hint">{says}</p>}
      <SummaryList
        rows={days.map(one => ({
          key: `${sayDay(one.day)}, ${sayTimes(one)}`,
          value: (
            <>
              <b>{one.name}</b>, {one.title}, {one.agency}: {count(one.looks, 'look')}
              <br />
              {one.routes.map(route => visit.pageInWords(route)).join(' · ')}
              {one.bases.map(basis => (
                <>
                  <br />
                  <span class="gt-quiet">{inThirdPerson(basis)}</span>
                </>
              ))}
            </>
          ),
        }))}
      />
    </>
  )
}

function sayTimes({ first, last }: DayOfReader): string {
  const [from, to] = [sayTime(first), sayTime(last)]
  return from === to ? from : `${from} to ${to}`
}

function Pages({ base, page: at, pages }: { base: string; page: number; pages: number }) {
  const to = (number: number) => `${base}?page=${number}`
  return (
    <Pagination
      items={Array.from({ length: pages }, (_, index) => ({
        number: index + 1,
        href: to(index + 1),
        isCurrent: index + 1 === at,
      }))}
      {...(at > 1 ? { previous: { href: to(at - 1), text: 'Previous' } } : {})}
      {...(at < pages ? { next: { href: to(at + 1), text: 'Next' } } : {})}
    />
  )
}
