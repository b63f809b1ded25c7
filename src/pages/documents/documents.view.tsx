// What can be had of a file as a document, each with its links.

import { may } from '../../access/policy.ts'
import { dataOf, type Statement } from '../../engine/fact.ts'
import { type DocumentForm, formsOfDocument, isDocumentForm } from '../../exchange/document/forms.ts'
import type { Kept } from '../../ledger/filed-documents.ts'
import type { MadeDocument } from '../../ledger/made-documents.ts'
import type { ProcedureRow, ReadCase } from '../../ledger/read.ts'
import { documentFiled } from '../../procedures/filed-document.ts'
import { assessmentsIn } from '../assessment/of-case.tsx'
import { sayFile } from '../case-file/chronology-words.ts'
import type { Content } from '../kit/component/markup.ts'
import { InsetText } from '../kit/component/messages.tsx'
import { sayDay, sayTime } from '../kit/days.ts'
import type { FormState, Visit } from '../pipeline/page.ts'
import { sayHappened } from '../record/fact-words.ts'
import type { Letter } from './letters.ts'
import { DocumentLinks, MakeIt } from './links.tsx'
import { findToMake } from './made-here.ts'

/** A document that somebody filed, with its file. */
interface Filed {
  fact: Statement
  kept: Kept
  agency: string
  words: Readonly<Record<string, string>>
}

interface DocumentsViewProps {
  visit: Visit
  read: ReadCase
  plan: ProcedureRow | undefined
  /** The newest first. */
  letters: readonly { fact: Statement; letter: Letter }[]
  filed: readonly Filed[]
  making: {
    form: FormState
    /** The form in which a chronology was asked for that is too long to be made at once. */
    asked: string
    isLong: boolean
    /** What the visitor had made within the last day, the newest first. */
    made: readonly MadeDocument[]
  }
}

/** Everything below the header. */
export function DocumentsView({ visit, read, plan, letters, filed, making }: DocumentsViewProps) {
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
        {making.isLong ? (
          <li class="gt-documents__line">
            <LongChronology visit={visit} base={base} making={making} />
          </li>
        ) : (
          <Line title="Chronology" href={file => `${base}/chronology.${file}`}>
            {whatChronologyIs}
          </Line>
        )}
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
      {making.made.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Made for you within the last day</h2>
          <ul class="govuk-list">
            {making.made.map(one => (
              <li>
                <a class="govuk-link" href={`/making/${one.id}`}>
                  {sayMade(one)}
                </a>
                {one.finishedAt === null && ', being made'}
              </li>
            ))}
          </ul>
        </>
      )}
      <h2 class="govuk-heading-m">Filed documents</h2>
      {filed.length === 0 && (
        <p class="gt-empty">What came or was found on paper and is filed here stands here, the newest first.</p>
      )}
      {filed.length > 0 && (
        <ul class="govuk-list gt-documents">
          {filed.map(({ fact, kept, agency, words }) => (
            <li class="gt-documents__line">
              <a class="govuk-link" href={`${base}/fact/${fact.root}/file`}>
                {words['file']}
              </a>
              <br />
              <span class="gt-quiet">
                {[sayWhat(fact), words['author'], sayHappened(fact.happened), agency, sayFile(kept)]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      )}
      {may(visit.post.role, 'record', 'granted') && (
        <p class="govuk-body">
          <a class="govuk-link" href={`${base}/file`}>
            File a document
          </a>
        </p>
      )}
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

/** "Chronology as PDF, of 10:42" */
function sayMade({ what, form, askedAt }: MadeDocument): string {
  const as = isDocumentForm(form) ? formsOfDocument[form].label : form
  return `${findToMake(what)?.label ?? 'Document'} as ${as}, of ${sayTime(askedAt)}`
}

function sayWhat(fact: Statement): string {
  const what = dataOf(documentFiled, fact)?.what
  return what ? documentFiled.fields.what.options[what].label : ''
}

const whatChronologyIs = 'Every record that you may see, oldest first, with who owns it and how certain its day is'

type LongChronologyProps = Pick<DocumentsViewProps, 'visit' | 'making'> & { base: string }

/** It takes a second or more: made beside requests, and kept for whoever asked. */
function LongChronology({ visit, base, making: { form, asked } }: LongChronologyProps) {
  return (
    <>
      <b>Chronology</b>
      <br />
      <span class="gt-quiet">
        {whatChronologyIs}. It is long: it is made while you do something else, and kept for you for a day
      </span>
      {isDocumentForm(asked) && (
        <p class="govuk-body govuk-!-margin-top-2 govuk-!-margin-bottom-0">
          This chronology is too long to be made at once. Have it made:
        </p>
      )}
      <MakeIt visit={visit} base={base} submission={form.submission} what="chronology" />
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
