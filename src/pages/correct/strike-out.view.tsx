// What is struck out, what follows for the duties, and why.
import { Button } from '../kit/component/button.tsx'
import { NarrativeArea } from '../kit/marking.tsx'
import { Form } from '../pipeline/form.tsx'
import { framed } from '../pipeline/frame.ts'
import type { FormState, Visit } from '../pipeline/page.ts'
import { Previewed } from '../record/beside.tsx'
import { Answers, type Recorded } from '../record/conflict.view.tsx'
import { asTyped, idOf } from '../record/fact-fields.tsx'
import { nameOf } from '../record/fact-words.ts'
import { named } from '../record/open-form.ts'
import type { Preview } from '../record/preview.ts'
import { Problems } from '../record/problems.tsx'
import type { Message } from '../record/read-fact.ts'
import { Styles } from '../record/record.view.tsx'
import type { OpenFact } from './open-fact.ts'

interface Shown {
  readonly messages: readonly Message[]
  readonly preview: Preview
  readonly now: Recorded | undefined
}

/** The page. */
export function strikeOutView(
  visit: Visit,
  form: FormState,
  opened: OpenFact,
  { messages, preview, now }: Shown,
): string {
  const { definition, read, fact } = opened
  const name = nameOf(read)
  const title = `Strike out: ${definition.label}: ${name}`
  const children = (
    <>
      <Styles />
      <Problems messages={messages} />
      <span class="govuk-caption-l">{name}</span>
      <h1 class="govuk-heading-l gt-record__title">Strike out: {definition.label}</h1>
      <p class="govuk-body">
        For what should never have been on this case: the wrong child, or something that did not happen. If it happened
        and a detail is wrong,{' '}
        <a class="govuk-link" href={`/case/${read.head.reference}/fact/${fact.root}/correct`}>
          correct it
        </a>{' '}
        instead. It stays readable, marked as struck out, with your reason.
      </p>
      <p class="govuk-body">
        Is it about another child?{' '}
        <a class="govuk-link" href={`/case/${read.head.reference}/fact/${fact.root}/move`}>
          Move it to that child’s file
        </a>
        : it is struck out here, and what is owed there is known since the day it was first recorded.
      </p>
      {now && <Answers definition={definition} recorded={now} />}
      <Form visit={visit} form={form} title={title} case={read.head.reference}>
        <input type="hidden" name={named.seen} value={asTyped(form.typed, named.seen) || opened.seen} />
        <section class="gt-record__starts" aria-labelledby="follows">
          <h2 class="govuk-heading-s" id="follows">
            What follows for the duties
          </h2>
          <Previewed
            preview={preview}
            guidance={visit.guidance}
            today={visit.today.day}
            quiet="No duty starts, ends or opens again by it."
          />
        </section>
        <NarrativeArea
          id={idOf('reason')}
          name="reason"
          label="Why should it not be on this case?"
          labelClass="govuk-label--s"
          rows={3}
          value={asTyped(form.typed, 'reason')}
          error={messages[0]?.text}
        />
        <div class="govuk-button-group">
          <Button class="govuk-button--warning" preventDoubleClick>
            Strike it out
          </Button>
          <a class="govuk-link" href={`/case/${read.head.reference}#fact-${fact.number}`}>
            Leave it as it is
          </a>
        </div>
      </Form>
    </>
  )
  return framed(visit, {
    title,
    back: { href: `/case/${read.head.reference}#fact-${fact.number}`, text: name },
    hasErrors: messages.length > 0,
    why: <p>{opened.why}</p>,
    children,
  })
}
