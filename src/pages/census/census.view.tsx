// The list of what the census will query, with the records to put right.
import { may } from '../../access/policy.ts'
import type { Statement } from '../../engine/fact.ts'
import { sourceOfRules } from '../../exchange/cin/hints/hints.ts'
import type { ReadCase } from '../../ledger/read.ts'
import { nameOfChild } from '../case-file/child.ts'
import { InsetText, Tag } from '../kit/component/messages.tsx'
import { count, sayDay } from '../kit/days.ts'
import { framed } from '../pipeline/frame.ts'
import type { OpenedCase, Visit } from '../pipeline/page.ts'
import { sayHappened } from '../record/fact-words.ts'
import { InWords } from './hint.tsx'
import { type HintOfYear, hintsOnFile } from './hints-of-file.ts'

interface Shown extends OpenedCase {
  readonly read: ReadCase
}

/** The page. */
export function censusView(visit: Visit, { head, why, read }: Shown): string {
  const name = nameOfChild(read)
  const hints = hintsOnFile(visit, read)
  const years = [...new Set(hints.map(({ year }) => year.to))]
  return framed(visit, {
    title: `What the census will query: ${name}`,
    why,
    back: { href: `/case/${head.reference}`, text: name },
    children: (
      <>
        <span class="govuk-caption-l">{name}</span>
        <h1 class="govuk-heading-l">What the census will query</h1>
        <p class="govuk-body">
          What the validation rules of the Children in Need census would say of this file as it stands today. Nothing
          here has to be put right before something is recorded.
        </p>
        {hints.length === 0 && (
          <p class="gt-empty">
            Nothing, as far as you can see. What a rule of the census finds on this file will stand here, with the
            record to correct.
          </p>
        )}
        {years.map(to => {
          const ofYear = hints.filter(({ year }) => year.to === to)
          return (
            <section aria-labelledby={`to-${to}`}>
              <h2 class="govuk-heading-m" id={`to-${to}`}>
                Census of the year to {sayDay(to)}: {count(ofYear.length, 'point')}
              </h2>
              <ul class="govuk-list govuk-list--spaced">
                {ofYear.map(hint => (
                  <li>
                    <Tag class={hint.isQuery ? 'govuk-tag--grey' : 'govuk-tag--yellow'}>
                      {hint.isQuery ? 'Query' : 'Error'}
                    </Tag>{' '}
                    <InWords hint={hint} />
                    <Where visit={visit} read={read} hint={hint} />
                  </li>
                ))}
              </ul>
            </section>
          )
        })}
        <InsetText>
          An error is sent back until it is put right; a query may be explained and left. Rules that compare children,
          or count over the whole return, are not judged here. {sourceOfRules}.
        </InsetText>
      </>
    ),
  })
}

/** The records that it is about, and the one that is missing. */
function Where({ visit, read, hint }: { visit: Visit; read: ReadCase; hint: HintOfYear }) {
  const base = `/case/${read.head.reference}`
  const facts = hint.at.flatMap(root => read.known.byRoot.get(root) ?? [])
  const lacks = hint.lacks === undefined ? undefined : visit.guidance.kinds.get(hint.lacks)
  const mayRecord = may(visit.post.role, 'record', 'granted')
  if (facts.length === 0 && !lacks) return null
  return (
    <ul class="govuk-list govuk-!-margin-top-1 govuk-!-margin-bottom-0">
      {facts.map(fact => {
        const words = labelOf(visit, fact)
        // What another agency recorded is for that agency to correct.
        return (
          <li>
            {fact.agency === visit.post.agency.id ? (
              <a class="govuk-link" href={`${base}/fact/${fact.root}/correct`}>
                Correct: {words}
              </a>
            ) : (
              `${words}, recorded by another agency`
            )}
          </li>
        )
      })}
      {lacks && (
        <li>
          {mayRecord ? (
            <a class="govuk-link" href={`${base}/record/${lacks.kind}`}>
              Record: {lacks.label}
            </a>
          ) : (
            `Not recorded: ${lacks.label}. Whoever works on the case records it`
          )}
        </li>
      )}
    </ul>
  )
}

function labelOf(visit: Visit, { kind, happened }: Statement): string {
  return `${visit.guidance.kinds.get(kind)?.label ?? kind}, ${sayHappened(happened)}`
}
