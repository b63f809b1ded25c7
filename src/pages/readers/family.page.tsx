/** Who looked at a child's file, as the family may be given it: day, role and agency, and why, to print. */
import { isRole, roles } from '../../access/policy.ts'
import { inThirdPerson } from '../../access/visit.ts'
import { findNotForFamily, type NotForFamily } from '../../ledger/behind-readings.ts'
import { readCase } from '../../ledger/read.ts'
import { nameOfChild } from '../case-file/child.ts'
import { Button } from '../kit/component/button.tsx'
import { Checkboxes } from '../kit/component/choices.tsx'
import { SummaryList } from '../kit/component/summary-list.tsx'
import { sayDay } from '../kit/days.ts'
import { valueOf } from '../pipeline/fields.ts'
import { framed } from '../pipeline/frame.ts'
import type { Answer, Visit } from '../pipeline/page.ts'
import { refuseUnless } from '../record/permission.ts'

const most = 5000

interface Look {
  readonly at: number
  readonly postId: string
  readonly agencyId: string
  readonly name: string
  readonly role: string
  readonly agency: string
  readonly route: string
  readonly basis: string
}

/** `GET /case/:reference/readers?for=family&names=…` */
export async function familyPage(visit: Visit): Promise<Answer> {
  const { head, why, looks, name } = await visit.read(async ({ client, openCase }) => {
    const opened = await openCase(visit.params['reference'] ?? '')
    await refuseUnless(client, visit, opened.head, 'see-log')
    const read = await readCase(client, opened.head, visit.guidance, visit.ledger.dayOf)
    const { rows } = await client.query<Look>({
      name: 'readers of case for the family',
      text: `select l.at, l.post_id as "postId", g.id as "agencyId", w.name, p.role, g.name as agency, l.route, l.basis from reading_log l
             join post p on p.id = l.post_id join practitioner w on w.id = l.practitioner_id join agency g on g.id = p.agency_id
             where l.area_id = $1 and l.case_id = $2 order by l.at desc, l.id desc limit ${most}`,
      values: [opened.head.areaId, opened.head.id],
    })
    return { ...opened, looks: rows, name: nameOfChild(read) }
  })
  const leftOut = await findNotForFamily(visit.ledger.recorder, head.areaId, head.id)
  const mayName = visit.post.role === 'privacy-officer'
  const isNamed = mayName && valueOf(visit.query, 'names') === 'yes'
  const shown = looks.filter(look => isForFamily(look, leftOut))
  const base = `/case/${encodeURIComponent(head.reference)}/readers`
  return {
    html: framed(visit, {
      title: `Who looked at ${name}’s file`,
      why,
      back: { href: base, text: 'Who looked at this file' },
      children: (
        <>
          <link rel="stylesheet" href="/assets/told.css" />
          <div class="gt-no-print">
            <p class="govuk-body">
              This list may be printed and given to the family. Read it before you do: think of whether it tells
              somebody who would do harm where the child, or anybody else, can be found.
            </p>
            {mayName && (
              <form method="get" action={base} novalidate>
                <input type="hidden" name="for" value="family" />
                <Checkboxes
                  name="names"
                  legend="Names of the people who looked"
                  legendClass="govuk-fieldset__legend--s"
                  class="govuk-checkboxes--small"
                  values={isNamed ? ['yes'] : []}
                  items={[{ value: 'yes', label: 'Put them into the list' }]}
                />
                <Button class="govuk-button--secondary">Show</Button>
              </form>
            )}
          </div>
          <h1 class="govuk-heading-l">Who looked at {name}’s file</h1>
          <p class="govuk-body">
            Everybody who looks at a page of this file is written down. This is who did until {sayDay(visit.today.day)},
            and why they could see it. Some looks are left out: those that are still being reviewed, and those of which
            telling you now could put somebody at risk.
          </p>
          {shown.length === 0 && <p class="gt-empty">Nobody who can be listed here looked at it.</p>}
          <SummaryList rows={byDay(shown, visit, isNamed)} />
          <p class="govuk-body">
            If something here surprises you, ask {visit.post.agency.name}. You may also complain to the Information
            Commissioner.
          </p>
        </>
      ),
    }),
  }
}

/** Pages that tell of an opening by being read. */
const ofOpenings = new Set(['/break-glass/:id', '/case/:reference/open'])

function isForFamily({ at, postId, agencyId, route }: Look, { underReview, agencyIds }: NotForFamily): boolean {
  if (agencyIds.includes(agencyId)) return false
  if (underReview.length > 0 && ofOpenings.has(route)) return false
  return !underReview.some(one => one.postId === postId && at >= one.from && at <= one.until)
}

/** One row for each day, and in it one line for each role, agency and reason. */
function byDay(looks: readonly Look[], visit: Visit, isNamed: boolean) {
  const days = new Map<string, Map<string, { who: string; why: string }>>()
  for (const look of looks) {
    const day = visit.ledger.dayOf(look.at)
    const role = isRole(look.role) ? roles[look.role] : look.role
    const who = `${isNamed ? `${look.name}, ` : ''}${role}, ${look.agency}`
    const why = inThirdPerson(look.basis)
    const lines = days.get(day) ?? new Map<string, { who: string; why: string }>()
    days.set(day, lines.set(`${who}/${why}`, { who, why }))
  }
  return [...days].map(([day, lines]) => ({
    key: sayDay(day),
    value: (
      <ul class="govuk-list">
        {[...lines.values()].map(({ who, why }) => (
          <li>
            <b>{who}</b>
            <br />
            {why}
          </li>
        ))}
      </ul>
    ),
  }))
}
