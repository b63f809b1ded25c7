// What is unusual among those who looked: each finding with why it is unusual, and the way to the entries behind it.

import type { InHour } from '../../ledger/behind-readings.ts'
import { manyFiles, timesUsual } from '../../ledger/sum-readings.ts'
import type { Content } from '../kit/component/markup.ts'
import { InsetText } from '../kit/component/messages.tsx'
import { count, sayDay, sayTime } from '../kit/days.ts'
import type { Visit } from '../pipeline/page.ts'
import { inOneLine, periods, type Unusual } from './findings.ts'
import { Heat } from './heat.tsx'
import { manyStrangers } from './readings.ts'

interface Shown {
  readonly visit: Visit
  readonly days: number
  readonly found: Unusual
  /** By the id of the file; nothing where it may not be said. */
  readonly references: ReadonlyMap<string, string | undefined>
  readonly hours: readonly InHour[]
  /** Whose hours are drawn, in words; everybody's where nobody is named. */
  readonly whose: string | undefined
}

/** Everything below the header. */
export function LogView({ visit, days, found, references, hours, whose }: Shown) {
  const day = (instant: number) => sayDay(visit.ledger.dayOf(instant))
  const file = (id: string) => fileInWords(references.get(id))
  const entries = (more: Record<string, string>) =>
    `/log/readings?${new URLSearchParams({ days: String(days), ...more })}`
  return (
    <>
      <link rel="stylesheet" href="/assets/lists.css" />
      <link rel="stylesheet" href="/assets/log.css" />
      <h1 class="govuk-heading-l">Who looked, and what is unusual</h1>
      <InsetText>
        Nothing here says that somebody did wrong. There is mostly a good reason: each finding is worth a question to
        the person or their manager.
      </InsetText>
      <nav class="gt-choices" aria-label="Period">
        <ul>
          {periods.map(one => (
            <li>
              <a href={`/log?days=${one}`} aria-current={one === days ? 'true' : undefined}>
                {one} days
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Heat cells={hours} whose={whose ?? 'people of this area'} />
      {whose && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/log?days=${days}`}>
            Everybody’s hours
          </a>
        </p>
      )}
      <Findings
        title="A file with the reader’s own last name"
        why="Somebody on the file has the same last name as the reader, or a part of it. Many people share a name without being family."
        none="Nobody looked at a file on which somebody has their last name."
        items={found.ownName.map(one => ({
          what: inOneLine(one),
          more: `${file(one.caseId)}, ${count(one.looks, 'look')}, the last on ${day(one.last)}`,
          href: entries({ person: one.practitionerId, file: one.caseId }),
        }))}
      />
      <Findings
        title="A file at the reader’s own postcode"
        why="Somebody on the file lives at the postcode that the reader gave as their own. Who gave none is not compared."
        none="Nobody looked at a file at the postcode that they gave as their own."
        items={found.ownStreet.map(one => ({
          what: inOneLine(one),
          more: `${file(one.caseId)}, ${count(one.looks, 'look')}, the last on ${day(one.last)}`,
          href: entries({ person: one.practitionerId, file: one.caseId }),
        }))}
      />
      <Findings
        title="Many files in a day"
        why={`At least ${manyFiles} files in a day, and more than ${timesUsual} times what is usual for this person. An audit, or a handover, looks like that too.`}
        none="Nobody looked at many more files in a day than they usually do."
        items={found.many.map(one => ({
          what: inOneLine(one),
          more: `${count(one.files, 'file')} on ${sayDay(one.day)}; ${one.usual === null ? 'too few days before to say what is usual' : `usually ${usualInWords(one.usual)}`}`,
          href: entries({ person: one.practitionerId, day: one.day }),
        }))}
      />
      <Findings
        title="A file that many looked at who do not work on it"
        why={`At least ${manyStrangers} people who see it by the group of their role or because it was shared with their agency, not because their team works on it. Files that are spoken of in the news look like that.`}
        none="No file was looked at by many people who do not work on it."
        items={found.muchRead.map(one => ({
          what: sentence(file(one.caseId)),
          more: `${count(one.people, 'person', 'people')}, ${count(one.looks, 'look')}`,
          href: entries({ file: one.caseId }),
        }))}
      />
      <Findings
        title="Out of hours"
        why="At night, from 22 to 6, or at a weekend. The front door, which works then, is left out; hospitals and the police work then too."
        none="Nobody but the front door looked at a file at night or at a weekend."
        items={found.outOfHours.map(one => ({
          what: inOneLine(one),
          more: `${count(one.looks, 'look')} at ${count(one.files, 'file')}`,
          href: entries({ person: one.practitionerId, hours: 'out' }),
          also: { href: `/log?days=${days}&person=${one.practitionerId}`, text: 'Their hours' },
        }))}
      />
      <Findings
        title="Opened in an emergency"
        why="Each opening of a restricted file is reviewed, whether or not anything about it is unusual."
        none="Nothing was opened in an emergency."
        items={found.openings.map(one => ({
          what: inOneLine(one),
          more: `${file(one.caseId)}, ${day(one.startsAt)}, ${sayTime(one.startsAt)}; ${one.isReviewed ? 'reviewed' : 'not reviewed yet'}`,
          href: entries({ person: one.practitionerId, file: one.caseId }),
          also: { href: `/break-glass/${one.id}`, text: one.isReviewed ? 'The review' : 'Review it' },
        }))}
      />
      <h2 class="govuk-heading-m">What is not looked for</h2>
      <p class="govuk-body">
        Where practitioners live is compared only where they gave their postcode. What people declared of their own
        family and neighbours is on{' '}
        <a class="govuk-link" href="/conflicts">
          a page of its own
        </a>
        . Files that are closed to you because you know the family are left out.
      </p>
    </>
  )
}

interface Item {
  readonly what: string
  readonly more: string
  readonly href: string
  readonly also?: { readonly href: string; readonly text: string }
}

function Findings(props: { title: string; why: string; none: string; items: readonly Item[] }): Content {
  const { title, why, none, items } = props
  return (
    <section class="gt-findings">
      <h2 class="govuk-heading-m">{title}</h2>
      {items.length === 0 ? <p class="gt-empty">{none}</p> : <p class="govuk-body gt-quiet">{why}</p>}
      <ul class="govuk-list">
        {items.map(({ what, more, href, also }) => (
          <li>
            <b>{what}</b>
            <br />
            {more}
            <br />
            <a class="govuk-link" href={href}>
              The entries<span class="govuk-visually-hidden">: {`${what}, ${more}`}</span>
            </a>
            {also && (
              <>
                {' · '}
                <a class="govuk-link" href={also.href}>
                  {also.text}
                  <span class="govuk-visually-hidden">: {what}</span>
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function usualInWords(usual: number): string {
  return usual < 1.5 ? 'one' : `about ${Math.round(usual)}`
}

/** A file by its reference, and nothing else of it. */
export function fileInWords(reference: string | undefined): string {
  return reference === undefined ? 'a file' : `file ${reference}`
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
