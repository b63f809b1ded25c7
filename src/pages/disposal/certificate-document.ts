/** The certificate as a document. The same certificate gives the same document. */
import { type Document, heading, line, said } from '../../exchange/document/document.ts'
import type { Certificate } from './certificate.page.ts'
import { left, linesOf, taken } from './certificate-lines.ts'

/** Puts the document together. */
export function certificateDocument(certificate: Certificate): Document {
  const title = `Certificate of disposal: file ${certificate.reference}`
  return {
    title,
    author: certificate.agency,
    day: certificate.on,
    foot: title,
    blocks: [
      heading(1, 'Certificate of disposal'),
      ...linesOf(certificate).map(([term, value]) => said(term, value)),
      heading(2, 'What is gone, and what stays'),
      line(taken),
      line(left),
    ],
  }
}
