// The form on which a document is filed.
import { keptKinds, kindsOfFile } from '../../exchange/upload/kind-of-file.ts'
import { mostOfADocument } from '../../ledger/filed-documents.ts'
import { documentFiled } from '../../procedures/filed-document.ts'
import { Button } from '../kit/component/button.tsx'
import { FileUpload } from '../kit/component/file-upload.tsx'
import { InsetText } from '../kit/component/messages.tsx'
import { framed } from '../pipeline/frame.ts'
import type { FormState, Visit } from '../pipeline/page.ts'
import { anchorOf, FactFields, idOf, WhenItHappened } from '../record/fact-fields.tsx'
import { Problems } from '../record/problems.tsx'
import type { Message } from '../record/read-fact.ts'
import type { OpenToFile } from './file-document.page.ts'

/** What is asked beside the file: its name comes with it. */
const { file: _name, ...fields } = documentFiled.fields
const asked = { ...documentFiled, fields }

/** The page. */
export function fileDocumentView(
  visit: Visit,
  form: FormState,
  { head, why, name }: OpenToFile,
  messages: readonly Message[],
): string {
  const base = `/case/${encodeURIComponent(head.reference)}`
  const about = {
    definition: asked,
    typed: form.typed,
    messages,
    parties: { agency: [], post: [] },
    openedOn: undefined,
    me: visit.post.id,
  }
  const errorOf = (field: string) => messages.find(message => message.field === field)?.text
  const href = (field: string) => (field === 'file' ? `#${idOf('file')}` : anchorOf(field, asked))
  const children = (
    <>
      <Problems
        messages={messages}
        at={href}
        description="Nothing was filed. What you wrote stands below; choose the file again."
      />
      <span class="govuk-caption-l">{name}</span>
      <h1 class="govuk-heading-l">File a document</h1>
      <InsetText>
        It belongs to {visit.post.agency.name}. Others see it when you share the record of it, as with anything that you
        record.
      </InsetText>
      <form method="post" action={visit.path} enctype="multipart/form-data" novalidate>
        <input type="hidden" name="_csrf" value={visit.csrf} />
        <input type="hidden" name="_submission" value={form.submission} />
        <WhenItHappened asked={about} />
        <FactFields asked={about} />
        <FileUpload
          id={idOf('file')}
          name="file"
          label="The file"
          labelClass="govuk-label--s"
          hint={`${keptKinds}, up to ${mostOfADocument / 1024 / 1024} megabytes. ${
            visit.scanner
              ? 'It is scanned before it is kept.'
              : 'Files are not scanned for harmful programs here: file only what you trust.'
          }`}
          error={errorOf('file')}
          attributes={{
            accept: Object.values(kindsOfFile)
              .flatMap(({ endings }) => endings.map(one => `.${one}`))
              .join(','),
          }}
        />
        <Button preventDoubleClick>File it</Button>
      </form>
    </>
  )
  return framed(visit, {
    title: `File a document: ${name}`,
    back: { href: base, text: name },
    why,
    hasErrors: messages.length > 0,
    children,
  })
}
