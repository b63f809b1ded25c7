// What somebody without an account is asked on the way from their receipt, one question group a page, on a telephone.
import type { PublicReceipt, ReceiptStep } from '../../ledger/public-receipt.ts'
import { above } from '../../procedures/disagreement-ladder.ts'
import { Button } from '../kit/component/button.tsx'
import { Radios } from '../kit/component/choices.tsx'
import { InsetText, NotificationBanner } from '../kit/component/messages.tsx'
import { TextInput } from '../kit/component/text-input.tsx'
import { Textarea } from '../kit/component/textarea.tsx'
import { sayDay } from '../kit/days.ts'
import type { Fields } from '../pipeline/fields.ts'
import { framed } from '../pipeline/frame.ts'
import type { OpenVisit } from '../pipeline/page.ts'
import { idOf } from '../record/fact-fields.tsx'
import { Problems } from '../record/problems.tsx'
import type { Message } from '../record/read-fact.ts'
import { Styles } from '../record/record.view.tsx'
import { type Asking, errorOf, field, InDanger } from '../refer/questions.tsx'
import { inPlain } from './ladder.view.tsx'
import { receiptHref } from './worry.page.ts'

/** A form as it stands. */
export interface Saying {
  readonly typed: Fields
  readonly messages: readonly Message[]
  /** The same form twice is said once. */
  readonly key: string
  /** What stood on the receipt when it was made. */
  readonly state: string
  /** Why it is here again although nothing in it is wrong. */
  readonly notice: 'too-old' | 'too-many' | 'news' | 'not-now' | undefined
}

interface Shown {
  readonly receipt: PublicReceipt
  readonly asking: Asking
}

const titles: Readonly<Record<ReceiptStep, string>> = {
  disagree: 'Say that you disagree',
  accept: 'Accept the answer',
  higher: 'Take it a stage higher',
  withdraw: 'Withdraw your disagreement',
}

/** The page. */
export function sayView(visit: OpenVisit, receipt: PublicReceipt, step: ReceiptStep, saying: Saying): string {
  const { typed, messages, key, state, notice } = saying
  const asking: Asking = { form: { typed }, messages }
  const title = titles[step]
  const back = receiptHref(visit.params['code'] ?? '')
  const Questions = questions[step]
  const children = (
    <>
      <Styles />
      <Problems messages={messages} />
      <Notice notice={notice} receipt={receipt} back={back} />
      <h1 class="govuk-heading-l gt-record__title">{title}</h1>
      <InDanger places={[receipt]} />
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <form method="post" action={visit.path} novalidate autocomplete="off">
            <input type="hidden" name="_csrf" value={visit.csrf} />
            <input type="hidden" name="_key" value={key} />
            <input type="hidden" name="_state" value={state} />
            <Questions receipt={receipt} asking={asking} />
            {notice !== 'not-now' && <Button preventDoubleClick>{title}</Button>}
            <p class="govuk-body">
              What you type is kept only when you send it.{' '}
              <a class="govuk-link" href={back}>
                Back to the receipt
              </a>
            </p>
          </form>
        </div>
      </div>
    </>
  )
  return framed(visit, { title, hasErrors: messages.length > 0, children })
}

function Notice({ notice, receipt, back }: Pick<Saying, 'notice'> & { receipt: PublicReceipt; back: string }) {
  if (notice === undefined) return null
  const { authority } = receipt
  const ring = authority.telephone ? `Ring ${authority.telephone}` : `Ring children’s social care at ${authority.name}`
  const words = {
    'too-old':
      'This page was open for a long time, so this has not been sent yet. Everything you typed is still here. Press the button once more.',
    'too-many': `This has not been sent yet, because a great deal was sent from your network within the hour. Everything you typed is still here. ${ring} instead, or press the button once more after a while.`,
    news: 'This has not been sent yet: something on your receipt is new since you opened this page. Read it first. If you still want to send this, press the button once more.',
    'not-now': `This was not sent: it cannot be sent from your receipt now. Everything you typed is still here. Look at your receipt. If you still want to say it, ${ring.charAt(0).toLowerCase()}${ring.slice(1)}.`,
  }[notice]
  return (
    <>
      <NotificationBanner title={notice === 'not-now' ? 'Not sent' : 'Not sent yet'} text={words} />
      {(notice === 'news' || notice === 'not-now') && (
        <p class="govuk-body">
          <a class="govuk-link" href={back}>
            Look at your receipt
          </a>
        </p>
      )}
    </>
  )
}

const questions: Readonly<Record<ReceiptStep, (shown: Shown) => preact.JSX.Element>> = {
  disagree: ({ receipt: { authority, told }, asking }) => (
    <>
      {told?.words && (
        <InsetText>
          <p class="govuk-body govuk-!-margin-bottom-1">
            {authority.name} told you on {sayDay(told.on)}:
          </p>
          <p class="govuk-body gt-as-typed">{told.words}</p>
        </InsetText>
      )}
      <p class="govuk-body">
        {authority.name} has to answer you, with reasons, and has to look at once at how the child is safe until then.
        You need nobody’s leave. The answer comes on your receipt. If you are not heard, you can take it higher.
      </p>
      <Textarea {...field(asking, 'asks')} label={`What should ${authority.name} do?`} rows={3} />
      <Textarea
        {...field(asking, 'reasons')}
        label="What do you think is wrong, and why?"
        hint="What you know that they may not. What you saw or heard since"
        rows={5}
      />
      <h2 class="govuk-heading-m">The child, until this is settled</h2>
      <Radios
        id={idOf('safety')}
        name="safety"
        legend="Is the child safe now?"
        legendClass="govuk-fieldset__legend--s"
        class="govuk-radios--small"
        error={errorOf(asking.messages, 'safety')}
        value={field(asking, 'safety').value}
        items={[
          { value: 'safe', label: 'Yes, for now' },
          { value: 'not-known', label: 'I do not know' },
          { value: 'not-safe', label: 'No', hint: 'Ring 999 now. Come back to this form afterwards' },
        ]}
      />
      <Textarea
        {...field(asking, 'safetyHow')}
        label="How is the child safe until then? If not: what would make it so?"
        hint="If you do not know whether the child is safe, leave it out"
        rows={3}
      />
      <h2 class="govuk-heading-m">You</h2>
      <TextInput
        {...field(asking, 'contact')}
        label="How can you be reached, if that has changed?"
        hint={`${authority.name} has what you gave when you sent this. You need not write it again`}
      />
    </>
  ),
  accept: ({ receipt: { authority, disagreements } }) => {
    const told = disagreements.at(-1)?.rungs.at(-1)?.told
    return (
      <>
        <InsetText>
          <p class="govuk-body govuk-!-margin-bottom-1">
            {authority.name} answered{told ? ` on ${sayDay(told.on)}` : ''}:
          </p>
          {told?.words && <p class="govuk-body gt-as-typed">{told.words}</p>}
        </InsetText>
        <p class="govuk-body">
          If you accept this, the disagreement is settled, and no other answer is owed to you. If you learn more, or
          worry again, you can say so at any time.
        </p>
      </>
    )
  },
  higher: ({ receipt: { authority, disagreements }, asking }) => {
    const [next] = above(disagreements.at(-1)?.rungs.at(-1)?.stage ?? 'practitioners')
    return (
      <>
        {next && (
          <p class="govuk-body">
            It goes to <b>{inPlain[next].whom}</b>
            {next === 'partners'
              ? ': the council, the police and the health service, who together answer for how children are kept safe here. They read what you wrote, and settle it.'
              : `. ${authority.name} has to answer you again, and has to look again at how the child is safe until then.`}{' '}
            You need nobody’s leave, and need not wait for an answer.
          </p>
        )}
        <Textarea {...field(asking, 'reasons')} label="Why is this not settled for you?" rows={4} />
      </>
    )
  },
  withdraw: ({ receipt: { authority }, asking }) => (
    <>
      <p class="govuk-body">
        {authority.name} sees that you withdrew it, and why, and owes you no answer any more. What you sent first still
        stands.
      </p>
      <Textarea {...field(asking, 'reasons')} label="Why do you withdraw it?" rows={3} />
    </>
  ),
}
