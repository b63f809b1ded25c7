/** The certificate as a tagged PDF. The same certificate gives the same bytes. */
import { makePdf } from '../kit/document.ts'
import type { Certificate } from './certificate.page.ts'
import { left, linesOf, taken } from './certificate-lines.ts'

/** Makes the document. */
export function certificateDocument(certificate: Certificate): Promise<Buffer> {
  const title = `Certificate of disposal: file ${certificate.reference}`
  return makePdf({ title, author: certificate.agency, day: certificate.on, foot: title }, write => {
    write.heading('H1', 'Certificate of disposal')
    for (const [term, value] of linesOf(certificate)) write.said(term, [{ text: value }])
    write.heading('H2', 'What is gone, and what stays')
    write.line(taken)
    write.line(left)
  })
}
