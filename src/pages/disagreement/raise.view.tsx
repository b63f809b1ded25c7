// The form on which a disagreement is raised.

import { disagreementRaised, stages } from '../../procedures/disagreement-facts.ts'
import { nameOfChild } from '../case-file/child.ts'
import { Button } from '../kit/component/button.tsx'
import { Radios } from '../kit/component/choices.tsx'
import { Details, InsetText, WarningText } from '../kit/component/messages.tsx'
import { Select } from '../kit/component/select.tsx'
import { TextInput } from '../kit/component/text-input.tsx'
import { sayDay } from '../kit/days.ts'
import { Form, SaveAndComeBack } from '../pipeline/form.tsx'
import { framed } from '../pipeline/frame.ts'
import type { FormState, Visit } from '../pipeline/page.ts'
import { asTyped, idOf } from '../record/fact-fields.tsx'
import { FoldGuiding, Guiding } from '../record/guiding.tsx'
import { named, seenIn } from '../record/open-form.ts'
import { Problems } from '../record/problems.tsx'
import type { Message } from '../record/read-fact.ts'
import { Styles } from '../record/record.view.tsx'
import { type Asking, errorOf, field } from '../refer/questions.tsx'
import { whyNames } from '../share/why-shared.tsx'
import { ladderHref } from './open-ladder.ts'
import { Coded, DayOf, personOf, Said } from './questions.tsx'
import type { OpenRaise } from './raise.page.ts'

/** The page. */
export function raiseView(visit: Visit, form: FormState, opened: OpenRaise, messages: readonly Message[]): string {
  const { head, why, read, agencies, folded } = opened
  const name = nameOfChild(read)
  const asking = { form, messages }
  const guiding = { kind: disagreementRaised.kind, folded }
  const { fields } = disagreementRaised
  const children = (
    <>
      <Styles />
      <Problems messages={messages} days={['decidedOn']} />
      <span class="govuk-caption-l">{name}</span>
      <h1 class="govuk-heading-l gt-record__title">Disagree with a decision</h1>
      <div class="gt-record">
        <Guiding {...guiding} guidance={visit.guidance} place="above" />
        <div class="gt-record__form">
          <WarningText>Is the child in danger now? Ring 999 first, and do not wait for an answer.</WarningText>
          {head.restriction !== 'none' && (
            <WarningText>
              This file is restricted. Everybody who signs in for the agency that you choose will see what you write,
              and the name of the child. If that is not safe, ring instead.
            </WarningText>
          )}
          <Open opened={opened} />
          <p class="govuk-body">
            What you write goes to the agency whose decision it is, and to nobody else. It owes you an answer, and says
            at once how the child is safe meanwhile. If you are not answered, or not heard, you can take it higher.
          </p>
          <Form visit={visit} form={form} title={`Disagree with a decision: ${name}`} case={head.reference}>
            <input type="hidden" name={named.seen} value={seenIn(form.typed, opened.read)} />
            <Coded asking={asking} name="decision" label="What is it about?" options={fields.decision.options} />
            <Select
              id={idOf('against')}
              name="against"
              label="Whose decision is it?"
              labelClass="govuk-label--s"
              hint="An agency where nobody signs in is not listed: ring it, and take it to your manager"
              error={errorOf(messages, 'against')}
              value={asTyped(form.typed, 'against')}
              options={[
                { value: '', text: 'Select an agency' },
                ...agencies.map(({ id, name: text }) => ({ value: id, text })),
              ]}
            />
            <DayOf
              asking={asking}
              name="decidedOn"
              label="When did they decide? (optional)"
              hint="For example, 27 3 2026"
            />
            <Said
              asking={asking}
              name="reasons"
              label="What do you not agree with, and why?"
              hint="What you know that they may not. What you would have decided"
              rows={5}
            />
            <h2 class="govuk-heading-m">The child, while this is open</h2>
            <Coded
              asking={asking}
              name="safety"
              label="Is the child safe while this is open?"
              options={fields.safety.options}
            />
            <Said
              asking={asking}
              name="safetyHow"
              label="How is the child safe meanwhile? If not: what would make it so?"
              hint="What you see to yourselves, and what you ask of them"
              rows={3}
            />
            <TextInput {...field(asking, 'safetyBy')} label="Who makes sure of that? (optional)" />
            <h2 class="govuk-heading-m">Who talks to whom</h2>
            <TextInput
              {...field(asking, 'raisedBy')}
              label="Who raises it"
              value={'raisedBy' in form.typed ? asTyped(form.typed, 'raisedBy') : personOf(visit)}
            />
            <TextInput
              {...field(asking, 'withWhom')}
              label="With whom at the other agency (optional)"
              hint="If you know who decided, or whom you talked to"
            />
            <Family asking={asking} />
            <Law asking={asking} opened={opened} />
            <div class="govuk-button-group">
              <Button preventDoubleClick>Say that you disagree</Button>
              <SaveAndComeBack />
            </div>
            <FoldGuiding {...guiding} visit={visit} />
          </Form>
        </div>
        <Guiding {...guiding} guidance={visit.guidance} place="beside" />
      </div>
    </>
  )
  return framed(visit, {
    title: `Disagree with a decision: ${name}`,
    back: { href: `/case/${encodeURIComponent(head.reference)}`, text: name },
    hasErrors: messages.length > 0,
    why: <p>{why}</p>,
    children,
  })
}

/** What is open already between these agencies. */
function Open({ opened: { open, head } }: { opened: OpenRaise }) {
  if (open.length === 0) return null
  const { options } = disagreementRaised.fields.decision
  return (
    <InsetText>
      <p class="govuk-body">Open on this file already, and answered there:</p>
      <ul class="govuk-list govuk-!-margin-bottom-0">
        {open.map(({ raised, present }) => (
          <li>
            <a class="govuk-link" href={ladderHref(head.reference, raised.root)}>
              {options[raised.data.decision ?? 'other'].label}, raised on {sayDay(raised.happened.from)}
            </a>
            : {stages[present.stage].toLowerCase()}
          </li>
        ))}
      </ul>
    </InsetText>
  )
}

function Family({ asking }: { asking: Asking }) {
  return (
    <>
      <Radios
        id={idOf(whyNames.told)}
        name={whyNames.told}
        legend="Does the family know that you disagree?"
        legendClass="govuk-fieldset__legend--s"
        class="govuk-radios--small govuk-radios--inline"
        error={errorOf(asking.messages, whyNames.told)}
        value={asTyped(asking.form.typed, whyNames.told)}
        items={[
          { value: 'yes', label: 'Yes' },
          { value: 'later', label: 'Not yet' },
          { value: 'no', label: 'No' },
        ]}
      />
      <TextInput {...field(asking, whyNames.notToldWhy)} label="If not: why not" />
    </>
  )
}

/** Chosen for whoever has never heard of it; to be changed by whoever has. */
function Law({ asking, opened: { bases } }: { asking: Asking; opened: OpenRaise }) {
  const error = errorOf(asking.messages, whyNames.basis)
  const chosen = asTyped(asking.form.typed, whyNames.basis)
  return (
    <Details summary="Why you may share this: the law" open={error !== undefined || chosen !== ''}>
      <Select
        id={idOf(whyNames.basis)}
        name={whyNames.basis}
        label="Lawful basis"
        labelClass="govuk-label--s"
        hint="Choose another one only if you know that it fits better"
        error={error}
        value={chosen}
        options={[
          { value: '', text: 'The one that fits' },
          ...bases.powers.map(({ code, label }) => ({ value: code, text: label })),
        ]}
      />
    </Details>
  )
}
