// What can be had of a file as a document, each with its links.

import { may } from '../../access/policy.ts'
import type { Statement } from '../../engine/fact.ts'
import { type DocumentForm, formsOfDocument } from '../../exchange/document/forms.ts'
import type { ProcedureRow, ReadCase } from '../../ledger/read.ts'
import { assessmentsIn } from '../assessment/of-case.tsx'
import type { Content } from '../kit/component/markup.ts'
import { InsetText } from '../kit/component/messages.tsx'
import { sayDay } from '../kit/days.ts'
import type { Visit } from '../pipeline/page.ts'
import type { Letter } from './letters.ts'

interface DocumentsViewProps {
  visit: Visit
  read: ReadCase
  plan: ProcedureRow | undefined
  /** The newest first. */
  letters: readonly { fact: Statement; letter: Letter }[]
}

/** Everything below the header. */
export function DocumentsView({ visit, read, plan, letters }: DocumentsViewProps) {
  const base = `/case/${encodeURIComponent(read.head.reference)}`
  return (
    <>
      <link rel="stylesheet" href="/assets/documents.css" />
      <h1 class="govuk-heading-l">Documents</h1>
      <InsetText>
        Each is made of the record as it stands now and of what you may see of it. Nothing is typed again: what is wrong
        in a document is corrected on the file. That you made one is written down.
      </InsetText>
      <ul class="govuk-list gt-documents">
        <Line title="Chronology" href={file => `${base}/chronology.${file}`}>
          Every record that you may see, oldest first, with who owns it and how certain its day is
        </Line>
        {plan && (
          <Line title="Child protection plan" href={file => `${base}/plan.${file}`}>
            Since {sayDay(plan.opened_from)}
            {plan.closed_on !== null && plan.closed_on <= visit.today.day && `, ended on ${sayDay(plan.closed_on)}`}.
            For the family too: marked passages are left out
          </Line>
        )}
        {assessmentsIn(read).map(({ root, label, when }) => (
          <Line title={label} of={`, ${when}`} href={file => `${base}/assessment/${root}/report.${file}`}>
            {sentence(when)}. For the family too: marked passages are left out
          </Line>
        ))}
      </ul>
      <h2 class="govuk-heading-m">Letters</h2>
      {letters.length === 0 && (
        <p class="gt-empty">
          Letters will stand here when your agency has decided on a referral or planned a conference: to the referrer,
          the family, and each agency invited.
        </p>
      )}
      {letters.length > 0 && (
        <ul class="govuk-list gt-documents">
          {letters.map(({ fact, letter }) => (
            <Line
              title={letter.subject}
              of={`, to ${letter.toLabel}`}
              href={file => `${base}/fact/${fact.root}/letter.${file}?to=${encodeURIComponent(letter.to)}`}
            >
              To {letter.toLabel}
            </Line>
          ))}
        </ul>
      )}
      {letters.length > 0 && may(visit.post.role, 'set-local-policy', 'none') && (
        <p class="govuk-body">
          <a class="govuk-link" href="/letter-words">
            How letters of this area begin and end
          </a>
        </p>
      )}
    </>
  )
}

const sentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`

interface LineProps {
  title: string
  /** Read out after the title, where several are called the same. */
  of?: string
  href: (form: DocumentForm) => string
  children: Content
}

/** One document with a link for each form. */
function Line({ title, of = '', href, children }: LineProps) {
  return (
    <li class="gt-documents__line">
      <b>{title}</b>
      <br />
      <span class="gt-quiet">{children}</span>
      <span class="gt-documents__links">
        <DocumentLinks title={`${title}${of}`} href={href} />
      </span>
    </li>
  )
}

/** A link for each form in which a document can be had. */
export function DocumentLinks({ title, href }: Pick<LineProps, 'title' | 'href'>) {
  return (
    <>
      {(Object.keys(formsOfDocument) as DocumentForm[]).map((form, at) => (
        <>
          {at > 0 && ' · '}
          <a class="govuk-link" href={href(form)}>
            <span class="govuk-visually-hidden">{title} as </span>
            {formsOfDocument[form].label}
          </a>
        </>
      ))}
    </>
  )
}
