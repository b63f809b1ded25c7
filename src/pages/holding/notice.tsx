// What stands on a child's file about who holds it: that no team does, that a team does now, and which other files are of the child.
import { may } from '../../access/policy.ts'
import type { LinkRead } from '../../ledger/links.ts'
import type { CaseHead } from '../../ledger/read.ts'
import { kindOfCase } from '../../procedures/case-kinds.ts'
import { childNamed } from '../../procedures/people.ts'
import { InsetText, NotificationBanner } from '../kit/component/messages.tsx'
import { sayDay } from '../kit/days.ts'
import type { Visit } from '../pipeline/page.ts'
import type { OtherCase } from '../record/siblings.ts'

/** Above the file: to whoever can give it to a team, that none has it. */
export function Held({ visit, head }: { visit: Visit; head: CaseHead }) {
  const base = `/case/${head.reference}`
  if (visit.query['taken-in'] && head.teamName)
    return (
      <NotificationBanner type="success">
        <p class="govuk-notification-banner__heading">{head.teamName} has this file now.</p>
      </NotificationBanner>
    )
  if (visit.query['restricted'])
    return (
      <NotificationBanner type="success">
        <p class="govuk-notification-banner__heading">
          {head.restriction === 'none' ? 'This file is no longer restricted.' : `This file is ${head.restriction} now.`}
        </p>
      </NotificationBanner>
    )
  if (!head.waitsForTeam || !may(visit.post.role, 'take-in', 'granted')) return null
  return (
    <InsetText>
      No team has this file. Another agency opened it and shared what you see here.{' '}
      <a class="govuk-link" href={`${base}/take-in`}>
        Give it to a team
      </a>{' '}
      or{' '}
      <a class="govuk-link" href={`${base}/join`}>
        join it to a file that we have of the child
      </a>
      .
    </InsetText>
  )
}

interface OtherFilesProps {
  visit: Visit
  head: CaseHead
  links: readonly LinkRead[]
  /** Other children of whom somebody told in the same action. */
  together: readonly OtherCase[]
}

/** Beneath who is who, for those who may see both: the children who were told of together, and the other files of the child. */
export function OtherFiles({ visit, head, links, together }: OtherFilesProps) {
  return (
    <>
      {together.length > 0 && (
        <section class="gt-people" aria-labelledby="together">
          <h2 id="together" class="govuk-heading-s govuk-!-margin-bottom-1">
            Told of together
          </h2>
          <ul class="govuk-list">
            {together.map(({ reference, name }) => (
              <li>
                <a class="govuk-link" href={`/case/${reference}`}>
                  {name || `Child ${reference}`}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <FilesOfChild visit={visit} head={head} links={links} />
    </>
  )
}

function FilesOfChild({ visit, head, links }: Pick<OtherFilesProps, 'visit' | 'head' | 'links'>) {
  const base = `/case/${head.reference}`
  const open = links.filter(link => link.undone === null)
  // Files are joined because they are of one child: a place or an allegation is of nobody.
  const mayJoin = kindOfCase(head.kind).namedBy === childNamed && may(visit.post.role, 'join-files', 'granted')
  const toJoin = (
    <a class="govuk-link" href={`${base}/join`}>
      Join with another file of this child
    </a>
  )
  if (open.length === 0) return mayJoin ? <p class="govuk-body">{toJoin}</p> : null
  return (
    <section class="gt-people" aria-labelledby="files">
      <h2 id="files" class="govuk-heading-s govuk-!-margin-bottom-1">
        Other files of this child
      </h2>
      <ul class="govuk-list">
        {open.map(({ id, reference, at, why }) => (
          <li>
            <a class="govuk-link" href={`/case/${reference}`}>
              {reference}
            </a>
            , joined on {sayDay(visit.ledger.dayOf(at))}: {why}
            {mayJoin && (
              <>
                {' '}
                <a class="govuk-link" href={`${base}/joined/${id}`}>
                  Look, or take them apart<span class="govuk-visually-hidden">: {reference}</span>
                </a>
              </>
            )}
          </li>
        ))}
        {mayJoin && <li>{toJoin}</li>}
      </ul>
    </section>
  )
}
