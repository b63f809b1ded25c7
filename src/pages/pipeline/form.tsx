// A form that asks for words: one submission is one fact, what is typed is saved as a draft, and comes back if anything goes wrong.
import { Button } from '../kit/component/button.tsx'
import type { Content } from '../kit/component/markup.ts'
import type { FormState, OpenVisit } from './page.ts'

interface FormProps {
  visit: OpenVisit
  /** From `visit.form()`. */
  form: FormState
  /** What the form is for, to find its draft again: "Record a strategy discussion, Maya Hollis". */
  title: string
  /** The reference of the case, where there is one. */
  case?: string | undefined
  children: Content
}

/** A form that posts to its own address. Names of its fields must not begin with an underscore. */
export function Form({ visit, form, title, children, ...props }: FormProps) {
  const ours = {
    _csrf: visit.csrf,
    _submission: form.submission,
    _version: form.version,
    _form: visit.path,
    _title: title,
    _case: props.case,
  }
  return (
    <form method="post" action={visit.path} data-draft-url="/draft" novalidate>
      {Object.entries(ours).map(
        ([name, value]) => value !== undefined && <input type="hidden" name={name} value={value} />,
      )}
      {children}
    </form>
  )
}

/** A form of one button or two, with nothing to type. */
export function ActionForm({ visit, action, children }: { visit: OpenVisit; action: string; children: Content }) {
  return (
    <form method="post" action={action}>
      <input type="hidden" name="_csrf" value={visit.csrf} />
      {children}
    </form>
  )
}

/** Saves what was typed without checking it, and leaves. Stands beside the button that records. */
export function SaveAndComeBack() {
  return (
    <Button
      class="govuk-button--secondary"
      name="_leave"
      value="yes"
      attributes={{ formaction: '/draft', formnovalidate: true }}
    >
      Save and come back
    </Button>
  )
}
