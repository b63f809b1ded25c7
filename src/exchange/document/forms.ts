/** The forms in which a document can be had. */
import type { Document } from './document.ts'
import { makePdf } from './pdf.ts'
import { makeWord } from './word.ts'

interface FormOfDocument {
  /** On links: "as PDF". */
  readonly label: string
  readonly type: string
  readonly make: (document: Document, onProgress?: (done: number) => Promise<void> | void) => Promise<Buffer>
}

/** Each under the end of its file's name. */
export const formsOfDocument = {
  pdf: { label: 'PDF', type: 'application/pdf', make: makePdf },
  docx: {
    label: 'Word',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    make: makeWord,
  },
} as const satisfies Readonly<Record<string, FormOfDocument>>

export type DocumentForm = keyof typeof formsOfDocument

/** Whether a text names a form. */
export function isDocumentForm(text: string): text is DocumentForm {
  return Object.hasOwn(formsOfDocument, text)
}
