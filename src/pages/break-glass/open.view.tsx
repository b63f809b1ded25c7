// The form that opens a restricted record in an emergency.
import { type Colleague, minutesOffered, type RestrictedCase } from '../../ledger/break-glass.ts'
import { breakGlassUsed } from '../../procedures/break-glass.ts'
import { Button } from '../kit/component/button.tsx'
import { Radios } from '../kit/component/choices.tsx'
import { WarningText } from '../kit/component/messages.tsx'
import { Select } from '../kit/component/select.tsx'
import { Textarea } from '../kit/component/textarea.tsx'
import { valueOf } from '../pipeline/fields.ts'
import { Form } from '../pipeline/form.tsx'
import { framed } from '../pipeline/frame.ts'
import type { FormState, Visit } from '../pipeline/page.ts'
import { Problems } from '../record/problems.tsx'
import type { Message } from '../record/read-fact.ts'

interface Shown {
  readonly found: RestrictedCase
  readonly colleagues: readonly Colleague[]
  readonly messages: readonly Message[]
}

/** The page. */
export function openView(visit: Visit, form: FormState, { found, colleagues, messages }: Shown): string {
  const errorOf = (field: string) => messages.find(message => message.field === field)?.text
  const typed = (name: string) => valueOf(form.typed, name)
  const ask = `${[found.team, found.agency].filter(Boolean).join(', ')}${found.telephone ? ` (${found.telephone})` : ''}`
  const title = `Open restricted record ${found.reference}`
  const children = (
    <>
      <Problems messages={messages} at={field => `#${field}`} />
      <span class="govuk-caption-l">File {found.reference}</span>
      <h1 class="govuk-heading-l">Open a restricted record in an emergency</h1>
      <p class="govuk-body">
        For when a child may come to harm before you reach somebody who may see it. If it can wait, ask {ask}.
      </p>
      <WarningText>
        It opens for you alone. What you write here, who was told and each page that you open are kept, and the privacy
        officer reviews them on the next working day.
      </WarningText>
      <Form visit={visit} form={form} title={title} case={found.reference}>
        <Textarea
          name="reason"
          label="Why can it not wait?"
          labelClass="govuk-label--s"
          hint="What has happened, and whom you could not reach. Whoever you tell reads it too: do not name the child."
          rows={3}
          value={typed('reason')}
          error={errorOf('reason')}
        />
        <Radios
          name="scope"
          legend="What do you need to know?"
          legendClass="govuk-fieldset__legend--s"
          hint="The whole record opens, whatever you choose. The reviewer compares what you read with what you needed."
          class="govuk-radios--small"
          value={typed('scope')}
          error={errorOf('scope')}
          items={Object.entries(breakGlassUsed.fields.scope.options).map(([value, { label }]) => ({ value, label }))}
        />
        <Radios
          name="minutes"
          legend="For how long?"
          legendClass="govuk-fieldset__legend--s"
          hint="It closes by itself. You can close it earlier."
          class="govuk-radios--inline govuk-radios--small"
          value={typed('minutes')}
          error={errorOf('minutes')}
          items={minutesOffered.map(minutes => ({ value: String(minutes), label: `${minutes} minutes` }))}
        />
        <Select
          name="told"
          label="Who is told?"
          labelClass="govuk-label--s"
          hint="They see it as soon as they look at what is due. Ring them as well."
          value={typed('told')}
          error={errorOf('told')}
          options={[
            { value: '', text: 'Select a person' },
            ...colleagues.map(({ postId, name, title }) => ({ value: postId, text: `${name}, ${title}` })),
          ]}
        />
        <div class="govuk-button-group">
          <Button class="govuk-button--warning" preventDoubleClick>
            Open the record
          </Button>
          <a class="govuk-link" href="/due">
            Leave it closed
          </a>
        </div>
      </Form>
    </>
  )
  return framed(visit, {
    title,
    back: { href: '/due', text: 'What is due' },
    hasErrors: messages.length > 0,
    children,
  })
}
