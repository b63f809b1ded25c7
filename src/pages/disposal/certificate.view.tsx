// The certificate as a page, made for printing too.
import { InsetText } from '../kit/component/messages.tsx'
import { SummaryList } from '../kit/component/summary-list.tsx'
import { framed } from '../pipeline/frame.ts'
import type { Visit } from '../pipeline/page.ts'
import type { Certificate } from './certificate.page.ts'
import { left, linesOf, taken } from './certificate-lines.ts'

/** The page. */
export function certificateView(visit: Visit, certificate: Certificate): string {
  const { reference, why } = certificate
  const children = (
    <>
      <link rel="stylesheet" href="/assets/own-record.css" />
      <h1 class="govuk-heading-l">This record was disposed of</h1>
      <SummaryList class="gt-certificate" rows={linesOf(certificate).map(([key, value]) => ({ key, value }))} />
      <p class="govuk-body">{taken}</p>
      <p class="govuk-body">{left}</p>
      <p class="govuk-body gt-no-print">
        <a class="govuk-link" href={`/case/${reference}/certificate.pdf`}>
          The certificate as a document (PDF)
        </a>
      </p>
      <InsetText>
        If somebody is worried again, a new file is opened. Nothing of this one can be brought back.
      </InsetText>
    </>
  )
  return framed(visit, { title: `Certificate of disposal: ${reference}`, why: <p>{why}</p>, children })
}
