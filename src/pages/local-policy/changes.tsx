// What a decision for an area would change, before it is made; and how far the deriving came after it was.
import { casesTried, type RuleChange } from '../../ledger/preview-decision.ts'
import type { Progress } from '../../ledger/rederive.ts'
import { sayDay } from '../kit/days.ts'
import type { Visit } from '../pipeline/page.ts'

/** What was tried: on how many files, and what changed on them. */
export interface Tried {
  readonly files: number
  readonly isCut: boolean
  readonly changes: readonly RuleChange[]
  /** Whether any rule here asks for the decision at all. */
  readonly hasRules: boolean
}

const hows = [
  ['earlier', 'due earlier than now'],
  ['later', 'due later than now'],
  ['dated', 'due on a day, with none now'],
  ['undated', 'without a due day, with one now'],
  ['begins', 'owed that is not owed now'],
  ['ends', 'no longer owed'],
] as const

/** The panel above the button that records. */
export function Changes({ tried: { files, isCut, changes, hasRules } }: { tried: Tried }) {
  return (
    <section class="gt-beside govuk-!-margin-bottom-6" aria-labelledby="changes" id="f-changes" tabindex={-1}>
      <h2 class="govuk-heading-m" id="changes">
        What would change
      </h2>
      {!hasRules ? (
        <p>Nothing that is owed: no rule here asks for it.</p>
      ) : files === 0 ? (
        <p>
          Nothing yet: no file that you may see has a record on which it depends. What is recorded later follows it.
        </p>
      ) : (
        <>
          {changes.length === 0 ? (
            <p>Nothing on the files that were tried.</p>
          ) : (
            <ul class="govuk-list govuk-list--bullet">
              {changes.map(({ rule, ...numbers }) => (
                <li>
                  <b>{rule.must}</b>:{' '}
                  {hows
                    .filter(([how]) => numbers[how] > 0)
                    .map(([how, words]) => `${numbers[how]} ${words}`)
                    .join(', ')}
                </li>
              ))}
            </ul>
          )}
          <p class="gt-quiet">
            Tried on {isCut ? `the latest ${casesTried}` : files} {files === 1 ? 'file' : 'files'} of this area that you
            may see{isCut && '; there are more'}. What happened before the day keeps the limit of its own day.
          </p>
        </>
      )}
    </section>
  )
}

/** "Files were worked out anew on 14 April 2026.", "Files are being worked out anew: 40% done." */
export function Anew({ visit, progress }: { visit: Visit; progress: Progress | undefined }) {
  if (!progress) return null
  const { finishedAt, share } = progress
  return (
    <>
      {finishedAt === null
        ? ` Files are being worked out anew: ${Math.floor(share * 100)}% done.`
        : ` Files were worked out anew on ${sayDay(visit.ledger.dayOf(finishedAt))}.`}
    </>
  )
}
