// Entries of the reading log, newest first. Of the files no more than their references; of shielded ones nothing.
import { inThirdPerson } from '../../access/visit.ts'
import { SummaryList } from '../kit/component/summary-list.tsx'
import { sayDay, sayTime } from '../kit/days.ts'
import type { Visit } from '../pipeline/page.ts'
import { inOneLine } from './findings.ts'
import { fileInWords } from './log.view.tsx'
import { type Asked, type Entry, mostEntries } from './readings.ts'

interface Shown {
  readonly visit: Visit
  readonly entries: readonly Entry[]
  readonly references: ReadonlyMap<string, string | undefined>
  readonly asked: Asked
}

/** Everything below the header. */
export function EntriesView({ visit, entries, references, asked }: Shown) {
  const [first] = entries
  return (
    <>
      <h1 class="govuk-heading-l">Entries of the reading log</h1>
      <p class="govuk-body">
        {[
          asked.practitionerId && first && `By ${inOneLine(first)}.`,
          asked.caseId && first && `Of ${fileInWords(references.get(asked.caseId))}.`,
          asked.isOutOfHours && 'At night, from 22 to 6, and at weekends.',
          `The newest ${mostEntries} are listed. Lists and searches are left out.`,
        ]
          .filter(Boolean)
          .join(' ')}
      </p>
      {entries.length === 0 && <p class="gt-empty">There are none in this time.</p>}
      <SummaryList
        rows={entries.map(entry => {
          const reference = entry.caseId ? references.get(entry.caseId) : undefined
          return {
            key: `${sayDay(visit.ledger.dayOf(entry.at))}, ${sayTime(entry.at)}`,
            value: (
              <>
                {asked.practitionerId ? null : (
                  <>
                    <b>{inOneLine(entry)}</b>
                    <br />
                  </>
                )}
                {visit.pageInWords(entry.route)}
                {asked.caseId ? null : `, ${fileInWords(reference)}`}
                {reference !== undefined && (
                  <>
                    <br />
                    <span class="gt-quiet">{inThirdPerson(entry.basis)}</span>
                  </>
                )}
              </>
            ),
          }
        })}
      />
    </>
  )
}
