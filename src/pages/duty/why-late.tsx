// Why a duty was late or not done: the reasons that were given, or the way to give one.
import { may } from '../../access/policy.ts'
import { isOpen } from '../../engine/standing.ts'
import { type DutyRow, type Names, type ReadCase, standingOf } from '../../ledger/read.ts'
import { wordsOf } from '../case-file/child.ts'
import { Button } from '../kit/component/button.tsx'
import { sayDay } from '../kit/days.ts'
import type { Visit } from '../pipeline/page.ts'
import { asksForReason, reasonsFor, sayReason, sayWhyHref } from './reasons.ts'

interface WhyLateProps {
  visit: Visit
  row: DutyRow
  read: ReadCase
  names: Names
}

/** Nothing where it is in time and nobody said otherwise. */
export function WhyLate({ visit, row, read, names }: WhyLateProps) {
  const reasons = reasonsFor(read, row.id)
  const asks = asksForReason(row, visit.today)
  if (reasons.length === 0 && !asks) return null
  const mayRecord = may(visit.post.role, 'record', 'granted')
  const href = sayWhyHref(read.head.reference, row.id)
  return (
    <section aria-labelledby="why-late">
      <h2 class="govuk-heading-m" id="why-late">
        {isOpen(standingOf(row, visit.today)) ? 'Why it is late' : 'Why it was late'}
      </h2>
      {reasons.map(fact => {
        const [first] = fact.versions
        const by = read.entries.find(entry => entry.id === first?.id)?.recordedBy
        const decided = (fact.data.decidedBy ?? []).map(id => names.posts.get(id)?.name ?? 'somebody else')
        return (
          <div class="gt-beside govuk-!-margin-bottom-4">
            <p>
              <b>{sayReason(fact.data.reason)}</b>
            </p>
            <p>{wordsOf(read, fact)['words']}</p>
            <p class="gt-quiet">
              {[
                decided.length > 0 && `Decided by ${decided.join(', ')}`,
                by && names.posts.get(by)?.name,
                names.agencies.get(fact.agency),
                sayDay(fact.happened.from),
              ]
                .filter(Boolean)
                .join(' · ')}
              {' · '}
              <a class="govuk-link" href={`/case/${read.head.reference}#fact-${fact.number}`}>
                In the file
              </a>
            </p>
          </div>
        )
      })}
      {reasons.length === 0 && <p class="govuk-body">No reason is recorded yet.</p>}
      {asks && mayRecord && reasons.length === 0 && (
        <Button class="govuk-button--secondary" href={href}>
          Say why
        </Button>
      )}
      {asks && mayRecord && reasons.length > 0 && (
        <p class="govuk-body">
          <a class="govuk-link" href={href}>
            Say more
          </a>
        </p>
      )}
    </section>
  )
}
