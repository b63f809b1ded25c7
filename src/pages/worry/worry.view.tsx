// The page for telling a council of a child, for somebody who has no account, on a telephone.
import type { Council } from '../../people/agencies.ts'
import { Button } from '../kit/component/button.tsx'
import { Checkboxes } from '../kit/component/choices.tsx'
import { Details, NotificationBanner } from '../kit/component/messages.tsx'
import { Select } from '../kit/component/select.tsx'
import { TextInput } from '../kit/component/text-input.tsx'
import { Textarea } from '../kit/component/textarea.tsx'
import { type Fields, valuesOf } from '../pipeline/fields.ts'
import { framed } from '../pipeline/frame.ts'
import type { OpenVisit } from '../pipeline/page.ts'
import { asTyped, idOf } from '../record/fact-fields.tsx'
import { Problems } from '../record/problems.tsx'
import type { Message } from '../record/read-fact.ts'
import { Styles } from '../record/record.view.tsx'
import {
  type Asking,
  ChildAsKnown,
  errorOf,
  field,
  InDanger,
  OwnWords,
  ParentsKnow,
  Reason,
  SafeNow,
  Telephone,
} from '../refer/questions.tsx'
import { whoTells } from './read-worry.ts'

interface Shown {
  readonly council: Council
  readonly typed: Fields
  readonly messages: readonly Message[]
  /** By which the receipt will be found. */
  readonly code: string
  /** Why the form is here again although nothing in it is wrong. */
  readonly notice: 'too-old' | 'too-many' | 'changed' | undefined
  /** The receipt of what was sent before. */
  readonly before: string | undefined
}

/** The page. */
export function worryView(visit: OpenVisit, shown: Shown): string {
  const { council, typed, messages, code } = shown
  const { authority } = council
  const asking: Asking = { form: { typed }, messages }
  const title = `Tell ${authority.name} about a child`
  const children = (
    <>
      <Styles />
      <Problems messages={messages} days={['happened']} />
      <Notice {...shown} />
      <h1 class="govuk-heading-l gt-record__title">{title}</h1>
      <InDanger places={[council]} />
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <p class="govuk-body">
            Anybody can use this page. You do not need an account, and you need not be sure. Write what you know, and
            leave out what you do not know.
          </p>
          <p class="govuk-body">
            Children’s social care reads it and decides within one working day what happens next. When you have sent it
            you get a receipt, on which you can see later what became of it.
          </p>
          <p class="govuk-body">
            Are you a child? You can write here about yourself. You can also ring Childline, free, on{' '}
            <Telephone number="0800 1111" />.
          </p>
          <form method="post" action={visit.path} novalidate autocomplete="off">
            <input type="hidden" name="_csrf" value={visit.csrf} />
            <input type="hidden" name="_code" value={code} />
            <Child {...asking} />
            <Worry {...asking} />
            <You {...asking} />
            <Button preventDoubleClick>Send to {authority.name}</Button>
            <p class="govuk-body">
              What you type is kept only when you send it, so that nobody finds it on a shared computer.
            </p>
          </form>
        </div>
      </div>
    </>
  )
  return framed(visit, { title, hasErrors: messages.length > 0, children })
}

function Notice({ notice, before, council: { authority } }: Shown) {
  if (notice === undefined) return null
  const words = {
    'too-old':
      'This page was open for a long time, so it has not been sent yet. Everything you typed is still here. Press “Send” once more at the end of the page.',
    'too-many': `This has not been sent yet, because a great deal was sent from your network within the hour. Everything you typed is still here. ${authority.telephone ? `Ring ${authority.telephone} instead, or` : 'Wait a while, then'} press “Send” once more.`,
    changed:
      'You sent this form before, and it arrived. What you changed since has not been sent. If it is new, press “Send” to send it as well.',
  }[notice]
  return (
    <>
      <NotificationBanner title={notice === 'changed' ? 'Already sent' : 'Not sent yet'} text={words} />
      {before && (
        <p class="govuk-body">
          <a class="govuk-link" href={before}>
            Go to the receipt of what arrived
          </a>
        </p>
      )}
    </>
  )
}

function Child(asking: Asking) {
  return (
    <>
      <h2 class="govuk-heading-m">The child</h2>
      <p class="govuk-body">If you do not know the name, write anything by which the child can be found.</p>
      <ChildAsKnown {...asking} />
      <Textarea
        {...field(asking, 'household')}
        label="What else do you know about the child or the family?"
        hint="For example how old, girl or boy, the school, names of parents, brothers or sisters, a disability, the language spoken"
        rows={3}
      />
    </>
  )
}

function Worry(asking: Asking) {
  return (
    <>
      <h2 class="govuk-heading-m">What happened</h2>
      <Textarea
        {...field(asking, 'seen')}
        label="What did you see or hear?"
        hint="Only what happened. What you think of it comes next"
        rows={5}
      />
      <TextInput
        {...field(asking, 'when')}
        label="When was that?"
        hint="For example “yesterday at about 6 in the evening”, or “for some weeks”"
      />
      <OwnWords {...asking} />
      <Reason {...asking} />
      <SafeNow {...asking} />
      <ParentsKnow {...asking} mayNotKnow />
    </>
  )
}

function You(asking: Asking) {
  const { form, messages } = asking
  return (
    <>
      <h2 class="govuk-heading-m">You</h2>
      <Select
        id={idOf('source')}
        name="source"
        label="What are you to the child?"
        labelClass="govuk-label--s"
        error={errorOf(messages, 'source')}
        value={asTyped(form.typed, 'source')}
        options={[
          { value: '', text: 'Select one' },
          ...Object.entries(whoTells).map(([value, text]) => ({ value, text })),
        ]}
      />
      <TextInput {...field(asking, 'name')} label="Your name, and your job if you tell us at work" spellcheck={false} />
      <TextInput {...field(asking, 'organisation')} label="Where you work, if you tell us at work" spellcheck={false} />
      <TextInput
        {...field(asking, 'telephone')}
        label="Your telephone number"
        hint="A social worker may want to ask you more"
        type="tel"
        class="govuk-input--width-20"
      />
      <Checkboxes
        id={idOf('unnamed')}
        name="unnamed"
        legend="May the family hear that it was you?"
        legendClass="govuk-fieldset__legend--s"
        class="govuk-checkboxes--small"
        values={valuesOf(form.typed, 'unnamed')}
        items={[{ value: 'yes', label: 'Please do not give my name to the family' }]}
      />
      <Details summary="Who reads this, and what is done with your name">
        <p class="govuk-body">
          Children’s social care reads it. To keep a child safe it may have to share parts of it with the police, health
          services or a school.
        </p>
        <p class="govuk-body">
          If you ask that your name is not given to the family, social workers keep to that wherever they can. They
          cannot promise it: a court may ask who it was, and a family may guess.
        </p>
      </Details>
    </>
  )
}

/** Which council, where there are several; or that there is none. */
export function councilsView(visit: OpenVisit, councils: readonly Council[]): string {
  const title = 'Tell a council about a child'
  const children = (
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      <InDanger places={[]} />
      {councils.length === 0 ? (
        <p class="govuk-body">No council can be told through this page. Ring the council where the child lives.</p>
      ) : (
        <>
          <h2 class="govuk-heading-m">Where does the child live?</h2>
          <p class="govuk-body">If you do not know, choose the council where you saw the child.</p>
          <ul class="govuk-list govuk-list--spaced">
            {councils.map(({ areaId, areaName }) => (
              <li>
                <a class="govuk-link" href={`/worry/${areaId}`}>
                  {areaName}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
  return framed(visit, { title, children })
}
