// The runs of early help of a file: each leads to its own page.
import type { ReadCase } from '../../ledger/read.ts'
import { earlyHelpEnded } from '../../procedures/early-help.ts'
import { sayDay } from '../kit/days.ts'
import { sayHappened } from '../record/fact-words.ts'
import { type Help, helpsOf, nextReview } from './help-of.ts'

/** Nothing where there was no early help. */
export function EarlyHelps({ read }: { read: ReadCase }) {
  const helps = helpsOf(read)
  if (helps.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-s govuk-!-margin-bottom-2">Early help</h2>
      <ul class="govuk-list">
        {helps.toReversed().map(help => (
          <li>
            <a class="govuk-link" href={`/case/${read.head.reference}/early-help/${help.root}`}>
              Since {sayHappened(help.since)}
            </a>
            {`: ${sayHowItStands(help)}`}
          </li>
        ))}
      </ul>
    </>
  )
}

/** "ended on 29 May 2026: its aims are met", "a plan, next review on 1 June 2026". */
export function sayHowItStands(help: Help): string {
  const { ended, plan, judged, asked } = help
  if (ended) {
    const how = ended.data.how && earlyHelpEnded.fields.how.options[ended.data.how].label.toLowerCase()
    return `ended ${ended.happened.certainty === 'day' ? `on ${sayDay(ended.happened.from)}` : sayHappened(ended.happened)}${how ? `: ${how}` : ''}`
  }
  const next = nextReview(help)
  if (plan) return next ? `a plan, next review on ${sayDay(next)}` : 'a plan, with no day of the next review'
  if (judged) return 'refused, and judged'
  if (asked?.data.answer === 'refused') return 'refused, and not judged yet'
  return 'no plan yet'
}
