// The requests for a record that an agency has to answer, or answered.
import type { Statement } from '../../engine/fact.ts'
import { subjectAccessRequested } from '../../procedures/subject-access-request.ts'
import { SummaryList } from '../kit/component/summary-list.tsx'
import { framed } from '../pipeline/frame.ts'
import type { OpenedCase, Visit } from '../pipeline/page.ts'
import { sayHappened } from '../record/fact-words.ts'

interface Listing extends OpenedCase {
  readonly name: string
  readonly requests: readonly { readonly one: Statement; readonly answer: Statement | undefined }[]
}

/** The page. */
export function listView(visit: Visit, { head, name, why, requests }: Listing): string {
  const base = `/case/${head.reference}`
  const who: Readonly<Record<string, { readonly label: string }>> = subjectAccessRequested.fields.requester.options
  const children = (
    <>
      <span class="govuk-caption-l">{name}</span>
      <h1 class="govuk-heading-l">Requests for this record</h1>
      {requests.length === 0 && (
        <p class="gt-empty">
          Nobody has asked {visit.post.agency.name} for this record. A request made to anybody, in any words, is
          recorded here, and its month begins.
        </p>
      )}
      <SummaryList
        rows={requests.map(({ one, answer }) => ({
          key: sayHappened(one.happened),
          value: `${who[String((one.data as { requester?: string }).requester)]?.label ?? 'Somebody'}. ${
            answer
              ? `${visit.guidance.kinds.get(answer.kind)?.label ?? ''}, ${sayHappened(answer.happened)}`
              : 'Not answered yet'
          }`,
          actions: [
            {
              href: `${base}/access-request/${one.root}`,
              text: answer ? 'Look' : 'Answer',
              hiddenText: `the request of ${sayHappened(one.happened)}`,
            },
          ],
        }))}
      />
      <p class="govuk-body">
        <a class="govuk-link" href={`${base}/record/${subjectAccessRequested.kind}`}>
          Record a request
        </a>
      </p>
    </>
  )
  return framed(visit, { title: `Requests for the record: ${name}`, back: { href: base, text: name }, why, children })
}
