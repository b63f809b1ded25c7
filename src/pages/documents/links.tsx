// How a document is had: as a link for each form, or made beside requests.
import { type DocumentForm, formsOfDocument } from '../../exchange/document/forms.ts'
import { Button } from '../kit/component/button.tsx'
import type { Visit } from '../pipeline/page.ts'

const formsInOrder = Object.keys(formsOfDocument) as DocumentForm[]

interface LinksProps {
  title: string
  href: (form: DocumentForm) => string
}

/** A link for each form in which a document can be had. */
export function DocumentLinks({ title, href }: LinksProps) {
  return (
    <>
      {formsInOrder.map((form, at) => (
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

interface MakeItProps {
  visit: Visit
  /** The address of the file. */
  base: string
  submission: string
  what: string
}

/** Buttons that have a document made beside requests. */
export function MakeIt({ visit, base, submission, what }: MakeItProps) {
  return (
    <form method="post" action={`${base}/documents`} class="gt-documents__make">
      <input type="hidden" name="_csrf" value={visit.csrf} />
      <input type="hidden" name="_submission" value={submission} />
      <input type="hidden" name="what" value={what} />
      {formsInOrder.map(one => (
        <Button class="govuk-button--secondary" name="form" value={one} preventDoubleClick>
          Make it as {formsOfDocument[one].label}
        </Button>
      ))}
    </form>
  )
}
