/** Who looked at a child's file: the reading log, newest first; and a list of it that the family may be given. */
import { inThirdPerson } from '../../access/visit.ts'
import { readCase } from '../../ledger/read.ts'
import { nameOfChild } from '../case-file/child.ts'
import { SummaryList } from '../kit/component/summary-list.tsx'
import { sayDay, sayTime } from '../kit/days.ts'
import { valueOf } from '../pipeline/fields.ts'
import { framed } from '../pipeline/frame.ts'
import type { Answer, Visit } from '../pipeline/page.ts'
import { refuseUnless } from '../record/permission.ts'
import { familyPage } from './family.page.tsx'

const most = 200

interface Reader {
  at: number
  name: string
  title: string
  agency: string
  route: string
  basis: string
}

/** `GET /case/:reference/readers`, with `?for=family` the list for the family */
export async function page(visit: Visit): Promise<Answer> {
  if (valueOf(visit.query, 'for') === 'family') return familyPage(visit)
  const { head, why, readers, name } = await visit.read(async ({ client, openCase }) => {
    const opened = await openCase(visit.params['reference'] ?? '')
    await refuseUnless(client, visit, opened.head, 'see-log')
    const read = await readCase(client, opened.head, visit.guidance, visit.ledger.dayOf)
    const { rows } = await client.query<Reader>({
      name: 'readers of case',
      text: `select l.at, w.name, p.title, g.name as agency, l.route, l.basis from reading_log l
             join post p on p.id = l.post_id join practitioner w on w.id = l.practitioner_id join agency g on g.id = p.agency_id
             where l.area_id = $1 and l.case_id = $2 order by l.at desc limit ${most}`,
      values: [opened.head.areaId, opened.head.id],
    })
    return { ...opened, readers: rows, name: nameOfChild(read) }
  })
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
            Each look is written down before the page is shown. The newest {most} are listed; nothing is ever taken out.
          </p>
          <p class="govuk-body gt-no-print">
            <a class="govuk-link" href={`/case/${head.reference}/readers?for=family`}>
              A list for the family, to print
            </a>
          </p>
          <SummaryList
            rows={readers.map(reader => ({
              key: `${sayDay(visit.ledger.dayOf(reader.at))}, ${sayTime(reader.at)}`,
              value: (
                <>
                  <b>{reader.name}</b>, {reader.title}, {reader.agency}
                  <br />
                  {visit.pageInWords(reader.route)}
                  <br />
                  <span class="gt-quiet">{inThirdPerson(reader.basis)}</span>
                </>
              ),
            }))}
          />
        </>
      ),
    }),
  }
}
