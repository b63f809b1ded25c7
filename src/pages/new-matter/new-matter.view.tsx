// What can be opened, and the form that opens one: its name, and who will see it.
import type { CaseKind } from '../../engine/procedure.ts'
import { kindOfCase } from '../../procedures/case-kinds.ts'
import { Button } from '../kit/component/button.tsx'
import { InsetText } from '../kit/component/messages.tsx'
import { Form, SaveAndComeBack } from '../pipeline/form.tsx'
import { framed } from '../pipeline/frame.ts'
import type { FormState, Visit } from '../pipeline/page.ts'
import { anchorOf, FactFields } from '../record/fact-fields.tsx'
import { Problems } from '../record/problems.tsx'
import type { Message } from '../record/read-fact.ts'
import { Styles } from '../record/record.view.tsx'

/** `/new`: each thing that the post may open, and what it is for. */
export function chooseView(visit: Visit, kinds: readonly CaseKind[]): string {
  return framed(visit, {
    title: 'Open a file',
    children: (
      <>
        <h1 class="govuk-heading-l">What do you want to open?</h1>
        <dl class="gt-choose">
          {kinds.map(kind => (
            <div class="govuk-!-margin-bottom-4">
              <dt class="govuk-body govuk-!-margin-bottom-0">
                <a class="govuk-link govuk-!-font-weight-bold" href={kind === 'child' ? '/new-child' : `/new/${kind}`}>
                  {kindOfCase(kind).opens}
                </a>
              </dt>
              <dd class="govuk-body govuk-!-margin-left-0">{kindOfCase(kind).isFor}</dd>
            </div>
          ))}
        </dl>
      </>
    ),
  })
}

interface Shown {
  readonly kind: CaseKind
  /** Groups and agencies, in words. */
  readonly seenBy: readonly string[]
  readonly messages: readonly Message[]
}

/** `/new/:kind` */
export function newMatterView(visit: Visit, form: FormState, { kind, seenBy, messages }: Shown): string {
  const { opens, isFor, namedBy } = kindOfCase(kind)
  const asked = {
    definition: namedBy,
    typed: form.typed,
    messages,
    parties: { agency: [], post: [] },
    openedOn: undefined,
    me: visit.post.id,
  }
  const children = (
    <>
      <Styles />
      <Problems messages={messages} at={field => anchorOf(field, namedBy)} />
      <h1 class="govuk-heading-l gt-record__title">{opens}</h1>
      <div class="gt-record__form">
        <p class="govuk-body">{isFor}</p>
        <InsetText>
          {seenBy.length > 0
            ? `What is recorded there is seen by: ${seenBy.join('; ')}`
            : 'What is recorded there is seen by your own agency’s safeguarding people'}
          {
            ', and what you record also by those of your own agency who do this work. Nobody else sees it until it is shared.'
          }
        </InsetText>
        <Form visit={visit} form={form} title={opens}>
          <FactFields asked={asked} />
          <div class="govuk-button-group">
            <Button preventDoubleClick>Open it and go on</Button>
            <SaveAndComeBack />
          </div>
        </Form>
      </div>
    </>
  )
  return framed(visit, {
    title: opens,
    back: { href: '/new', text: 'Open something else' },
    hasErrors: messages.length > 0,
    children,
  })
}
