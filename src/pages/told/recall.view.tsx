// Recalling: what ends, what does not, and why.
import { Button } from '../kit/component/button.tsx'
import { InsetText } from '../kit/component/messages.tsx'
import { Textarea } from '../kit/component/textarea.tsx'
import { Form, SaveAndComeBack } from '../pipeline/form.tsx'
import { framed } from '../pipeline/frame.ts'
import type { FormState, Visit } from '../pipeline/page.ts'
import { asTyped, idOf } from '../record/fact-fields.tsx'
import { Problems } from '../record/problems.tsx'
import type { Message } from '../record/read-fact.ts'
import type { OwnDisclosure } from './told.page.tsx'
import { recordsOf, whomOf } from './told.ts'

/** The page. */
export function recallView(visit: Visit, form: FormState, told: OwnDisclosure, messages: readonly Message[]): string {
  const { name, head, one, read } = told
  const back = `/case/${encodeURIComponent(head.reference)}/told`
  const whom = whomOf(one)
  const title = `Recall what ${whom} was told about ${name}`
  const children = (
    <>
      <Problems messages={messages} />
      <span class="govuk-caption-l">{name}</span>
      <h1 class="govuk-heading-l">Recall what {whom} was told</h1>
      <ul class="govuk-list govuk-list--bullet">
        {recordsOf(one, read, visit).map(({ label }) => (
          <li>{label}</li>
        ))}
      </ul>
      {told.isOver && <InsetText>They can see none of this any more. There is nothing to recall.</InsetText>}
      {!told.isOver && (
        <>
          <p class="govuk-body">
            {one.people ? 'The people named' : one.to.name} will no longer see this from the moment you recall it. What
            {one.people ? ' they' : ' its people'} have read they know: what they owe because of it stands, and so does
            the record that it was shared.
          </p>
          <Form visit={visit} form={form} title={title} case={head.reference}>
            <Textarea
              id={idOf('why')}
              name="why"
              label="Why should they no longer see it?"
              labelClass="govuk-label--s"
              hint="One or two lines. It stands with the record of what was shared"
              rows={3}
              value={asTyped(form.typed, 'why')}
              error={messages[0]?.text}
            />
            <div class="govuk-button-group">
              <Button class="govuk-button--warning" preventDoubleClick>
                Recall it
              </Button>
              <SaveAndComeBack />
            </div>
          </Form>
        </>
      )}
    </>
  )
  return framed(visit, {
    title,
    back: { href: back, text: 'Who was told what' },
    hasErrors: messages.length > 0,
    why: told.why,
    children,
  })
}
