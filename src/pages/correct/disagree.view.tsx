// What is disagreed with, by whom, and in which words.

import { whose } from '../../ledger/command.ts'
import { Button } from '../kit/component/button.tsx'
import { Radios } from '../kit/component/choices.tsx'
import { NarrativeArea } from '../kit/marking.tsx'
import { valueOf } from '../pipeline/fields.ts'
import { Form, SaveAndComeBack } from '../pipeline/form.tsx'
import { framed } from '../pipeline/frame.ts'
import type { FormState, Visit } from '../pipeline/page.ts'
import { Answers, type Recorded } from '../record/conflict.view.tsx'
import { asTyped, idOf } from '../record/fact-fields.tsx'
import { nameOf } from '../record/fact-words.ts'
import { Problems } from '../record/problems.tsx'
import type { Message } from '../record/read-fact.ts'
import { Styles } from '../record/record.view.tsx'
import type { OpenFact } from './open-fact.ts'

interface Shown {
  readonly messages: readonly Message[]
  readonly now: Recorded | undefined
}

/** The page. */
export function disagreeView(visit: Visit, form: FormState, opened: OpenFact, { messages, now }: Shown): string {
  const { definition, read, fact } = opened
  const name = nameOf(read)
  const title = `Disagreement: ${definition.label}: ${name}`
  const errorOf = (name: string) => messages.find(({ field }) => field === name)?.text
  const children = (
    <>
      <Styles />
      <Problems messages={messages} />
      <span class="govuk-caption-l">{name}</span>
      <h1 class="govuk-heading-l gt-record__title">Record a disagreement: {definition.label}</h1>
      <p class="govuk-body">
        It stands beside the record wherever the record is read. The record itself is not changed.
      </p>
      {now && <Answers definition={definition} recorded={now} />}
      <Form visit={visit} form={form} title={title} case={read.head.reference}>
        <Radios
          id={idOf('whose')}
          name="whose"
          legend="Whose view is this?"
          legendClass="govuk-fieldset__legend--s"
          class="govuk-radios--small"
          value={valueOf(form.typed, 'whose')}
          error={errorOf('whose')}
          items={Object.entries(whose).map(([value, label]) => ({
            value,
            label: value === 'agency' ? `${label}: ${visit.post.agency.name}` : label,
          }))}
        />
        <NarrativeArea
          id={idOf('words')}
          name="words"
          label="What they disagree with, and what they say instead"
          labelClass="govuk-label--s"
          hint="In their own words where you can"
          value={asTyped(form.typed, 'words')}
          error={errorOf('words')}
        />
        <div class="govuk-button-group">
          <Button preventDoubleClick>Record it</Button>
          <SaveAndComeBack />
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
