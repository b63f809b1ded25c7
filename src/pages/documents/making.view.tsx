// How far a document has come, and then the file.
import { type DocumentForm, formsOfDocument } from '../../exchange/document/forms.ts'
import { londonDay } from '../../guidance/london.ts'
import type { MadeDocument } from '../../ledger/made-documents.ts'
import { Button } from '../kit/component/button.tsx'
import { InsetText } from '../kit/component/messages.tsx'
import { sayDay, sayTime } from '../kit/days.ts'

interface MakingViewProps {
  title: string
  made: MadeDocument
  form: DocumentForm
  /** Until when it is kept. */
  until: number
}

/** Everything below the header. */
export function MakingView({ title, made, form, until }: MakingViewProps) {
  const { label } = formsOfDocument[form]
  const file = `/case/${encodeURIComponent(made.reference)}`
  if (made.failed)
    return (
      <>
        <h1 class="govuk-heading-l">{title}</h1>
        <InsetText>
          It could not be made. The fault is ours, and nothing of the record is lost. Have it made anew; if it fails
          again, tell us.
        </InsetText>
        <Button href={`${file}/documents`}>Documents of the file</Button>
      </>
    )
  if (made.finishedAt !== null)
    return (
      <>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">
          It is made as {label}, and kept for you until {sayDay(londonDay(until))}, {sayTime(until)}. Nobody else has
          it. If the record changes before, have it made anew.
        </p>
        <Button href={`${file}/made/${made.id}`}>Download it as {label}</Button>
      </>
    )
  return (
    <>
      <link rel="stylesheet" href="/assets/documents.css" />
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        <label for="making">It is being made as {label}. You can leave this page and come back to it.</label>
      </p>
      <p class="govuk-body">
        <progress id="making" class="gt-making" value={made.done} max={Math.max(made.parts, 1)} data-making>
          {Math.floor((made.done / Math.max(made.parts, 1)) * 100)} %
        </progress>
      </p>
      <Button class="govuk-button--secondary" href={`/making/${made.id}`}>
        Look again
      </Button>
    </>
  )
}
