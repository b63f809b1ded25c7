// What was found by matching names and postcodes, for those who decide of it.

import { mayInArea } from '../../access/visit.ts'
import type { ShieldedLooks } from '../../ledger/behind-readings.ts'
import type { Proposal } from '../../ledger/conflicts-found.ts'
import { Button } from '../kit/component/button.tsx'
import { NotificationBanner } from '../kit/component/messages.tsx'
import { SummaryList } from '../kit/component/summary-list.tsx'
import { count, sayDay } from '../kit/days.ts'
import { valueOf } from '../pipeline/fields.ts'
import { ActionForm } from '../pipeline/form.tsx'
import type { Visit } from '../pipeline/page.ts'

/** Says how many were found, after somebody had them looked for. */
export function FoundNow({ visit }: { visit: Visit }) {
  const found = valueOf(visit.query, 'found')
  if (!/^\d{1,6}$/.test(found)) return null
  return (
    <NotificationBanner
      type="success"
      text={found === '0' ? 'Nothing new was found.' : `${count(Number(found), 'new match', 'new matches')} found.`}
    />
  )
}

/** The list; nothing for a post that decides of none. */
export function Found({ visit, proposals }: { visit: Visit; proposals: readonly Proposal[] }) {
  if (!mayInArea(visit.post, 'find-conflict')) return null
  return (
    <>
      <h2 class="govuk-heading-m">Found by name or postcode</h2>
      <p class="govuk-body">
        Practitioners whose name stands on a file of the area, or who declared a postcode that does. Nothing is closed
        until you confirm it. Nothing of a file is shown here. Where you are not sure, ask the manager of the team that
        holds it: asking the practitioner would tell them of the file.
      </p>
      {proposals.length === 0 && (
        <p class="gt-empty">Nothing waits for you. What is found stands here until somebody decides.</p>
      )}
      {proposals.map(one => (
        <Match visit={visit} one={one} />
      ))}
      <ActionForm visit={visit} action="/conflicts/look">
        <Button class="govuk-button--secondary" preventDoubleClick>
          Look for matches now
        </Button>
      </ActionForm>
    </>
  )
}

/** What privacy officers are told of other files: who looked at a shielded one, and may know the family. Nothing where nobody did. */
export function Looked({ visit, looks }: { visit: Visit; looks: readonly ShieldedLooks[] }) {
  if (looks.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">Looks at shielded files by somebody who may know the family</h2>
      <p class="govuk-body">
        In the last 90 days. A look under the same name is often chance, and work: ask. Nobody but the front door is
        told of looks at shielded files.
      </p>
      <SummaryList
        rows={looks.map(one => ({
          key: one.reference,
          value: `${one.who}, ${one.title}, ${one.agency}: ${sayWhy(one)}, ${count(one.looks, 'look')}, the last on ${sayDay(visit.ledger.dayOf(one.last))}`,
        }))}
      />
    </>
  )
}

function sayWhy({ ownName, ownStreet }: ShieldedLooks): string {
  if (ownName && ownStreet) return 'their own last name and postcode'
  return ownName ? 'their own last name' : 'their own postcode'
}

function Match({ visit, one }: { visit: Visit; one: Proposal }) {
  const about = (
    <span class="govuk-visually-hidden">
      : {one.who} and {one.reference}
    </span>
  )
  return (
    <>
      <SummaryList
        rows={[
          { key: 'Who', value: one.title ? `${one.who}, ${one.title}` : one.who },
          { key: 'File', value: one.reference },
          { key: 'What is the same', value: one.because },
          one.decision !== null && {
            key: 'Decided',
            value: 'It is a conflict of interest: the file is closed to them',
          },
        ]}
      />
      <ActionForm visit={visit} action={`/conflicts/${one.id}/decide`}>
        <div class="govuk-button-group">
          {one.decision === null && (
            <Button name="decision" value="confirmed">
              Close the file to them{about}
            </Button>
          )}
          <Button class="govuk-button--secondary" name="decision" value="dismissed">
            {one.decision === null ? 'It is somebody else' : 'Open it to them again'}
            {about}
          </Button>
        </div>
      </ActionForm>
    </>
  )
}
