// The form that takes requests back: which, and why.
import { nameOfChild } from '../case-file/child.ts'
import { Button } from '../kit/component/button.tsx'
import { Checkboxes } from '../kit/component/choices.tsx'
import { InsetText } from '../kit/component/messages.tsx'
import { Textarea } from '../kit/component/textarea.tsx'
import { type Day, sayDay } from '../kit/days.ts'
import { valuesOf } from '../pipeline/fields.ts'
import { Form, SaveAndComeBack } from '../pipeline/form.tsx'
import { framed } from '../pipeline/frame.ts'
import type { FormState, Visit } from '../pipeline/page.ts'
import { asTyped, idOf } from '../record/fact-fields.tsx'
import { Problems } from '../record/problems.tsx'
import type { Message } from '../record/read-fact.ts'
import type { OpenWithdraw } from './withdraw.page.ts'

/** A request of the visitor's agency that nobody answered yet. */
export interface OpenRequest {
  readonly root: string
  /** Their names. */
  readonly agencies: readonly string[]
  readonly on: Day
  /** The same for all that were sent in one action. */
  readonly sentAt: number
  readonly question: string
}

/** The page. */
export function withdrawView(
  visit: Visit,
  form: FormState,
  opened: OpenWithdraw,
  messages: readonly Message[],
): string {
  const { head, why, read, open } = opened
  const name = nameOfChild(read)
  const errorOf = (field: string) => messages.find(message => message.field === field)?.text
  const children = (
    <>
      <Problems messages={messages} />
      <span class="govuk-caption-l">{name}</span>
      <h1 class="govuk-heading-l">Withdraw a request for information</h1>
      {open.length === 0 && (
        <InsetText>
          {visit.post.agency.name} waits for no answer here. A request that was answered or withdrawn cannot be
          withdrawn.
        </InsetText>
      )}
      {open.length > 0 && (
        <Form visit={visit} form={form} title={`Withdraw a request: ${name}`} case={head.reference}>
          <p class="govuk-body">
            Whoever was asked sees that you withdrew it, and why. They owe no answer any more. That they were asked
            stays on the file.
          </p>
          <Checkboxes
            id={idOf('requests')}
            name="requests"
            legend="Which requests?"
            legendClass="govuk-fieldset__legend--s"
            error={errorOf('requests')}
            class="govuk-checkboxes--small gt-options"
            values={valuesOf(form.typed, 'requests')}
            items={open.map(({ root, agencies, on, question }) => ({
              value: root,
              label: `${new Intl.ListFormat('en-GB').format(agencies)}, ${sayDay(on)}`,
              hint: question,
            }))}
          />
          <Textarea
            id={idOf('reason')}
            name="reason"
            class="govuk-!-width-two-thirds"
            label="Why is no answer wanted any more?"
            labelClass="govuk-label--s"
            hint="Whoever was asked reads it"
            rows={3}
            value={asTyped(form.typed, 'reason')}
            error={errorOf('reason')}
          />
          <div class="govuk-button-group">
            <Button preventDoubleClick>Withdraw</Button>
            <SaveAndComeBack />
          </div>
        </Form>
      )}
    </>
  )
  return framed(visit, {
    title: `Withdraw a request: ${name}`,
    back: { href: `/case/${encodeURIComponent(head.reference)}/involved`, text: 'Who else is involved' },
    hasErrors: messages.length > 0,
    why: <p>{why}</p>,
    children,
  })
}
