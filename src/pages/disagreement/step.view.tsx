// The form of one step of a disagreement, with where it stands above it.

import {
  disagreementAnswered,
  disagreementSafetyAnswered,
  disagreementSettled,
  disagreementTakenHigher,
  stages,
} from '../../procedures/disagreement-facts.ts'
import { above } from '../../procedures/disagreement-ladder.ts'
import { nameOfChild, wordsOf } from '../case-file/child.ts'
import { Button } from '../kit/component/button.tsx'
import { ErrorSummary, WarningText } from '../kit/component/messages.tsx'
import { SummaryList } from '../kit/component/summary-list.tsx'
import { TextInput } from '../kit/component/text-input.tsx'
import { sayDay } from '../kit/days.ts'
import { Marked } from '../kit/marking.tsx'
import { Form, SaveAndComeBack } from '../pipeline/form.tsx'
import { framed } from '../pipeline/frame.ts'
import type { FormState, Visit } from '../pipeline/page.ts'
import { asTyped } from '../record/fact-fields.tsx'
import { named, seenIn } from '../record/open-form.ts'
import { Problems } from '../record/problems.tsx'
import type { Message } from '../record/read-fact.ts'
import { Styles } from '../record/record.view.tsx'
import { type Asking, field } from '../refer/questions.tsx'
import { isRaisedOnReceipt, ladderHref, type OpenLadder, type StepName } from './open-ladder.ts'
import { Coded, DayOf, personOf, Said } from './questions.tsx'
import { answersStage, explained, tellsSender } from './read-disagreement.ts'
import { sayDecision, sayEnd, sayStanding } from './said.ts'

interface Shown {
  readonly messages: readonly Message[]
  /** It ended, or went on, while this was written. */
  readonly isTooLate?: true
}

const titles: Readonly<Record<StepName, string>> = {
  safety: 'How is the child safe meanwhile?',
  answer: 'Answer a disagreement',
  higher: 'Take a disagreement higher',
  settle: 'A disagreement is settled',
  withdraw: 'Withdraw a disagreement',
}

const buttons: Readonly<Record<StepName, string>> = {
  safety: 'Say how the child is safe',
  answer: 'Send the answer',
  higher: 'Take it higher',
  settle: 'Record that it is settled',
  withdraw: 'Withdraw it',
}

/** The page. */
export function stepView(visit: Visit, form: FormState, opened: OpenLadder, step: StepName, shown: Shown): string {
  const { head, why, read, ladder } = opened
  const { messages, isTooLate } = shown
  const name = nameOfChild(read)
  const back = ladderHref(head.reference, ladder.raised.root)
  const Questions = questions[step]
  const children = (
    <>
      <Styles />
      <Problems messages={messages} days={['lookAgainOn']} />
      {isTooLate && (
        <ErrorSummary
          title="This was not recorded"
          errors={[
            { message: `${ladder.ended ? sayEnd(opened) : sayStanding(opened)}, while you were writing`, href: back },
          ]}
          description="What you wrote is below, and is told to nobody. Copy it, or look where the disagreement stands."
        />
      )}
      <span class="govuk-caption-l">{name}</span>
      <h1 class="govuk-heading-l gt-record__title">{titles[step]}</h1>
      <Standing opened={opened} />
      <div class="gt-record gt-record__form">
        <Form visit={visit} form={form} title={`${titles[step].replace('?', '')}: ${name}`} case={head.reference}>
          <input type="hidden" name={named.seen} value={seenIn(form.typed, opened.read)} />
          <Questions visit={visit} opened={opened} asking={{ form, messages }} />
          <ToSender opened={opened} asking={{ form, messages }} step={step} />
          <div class="govuk-button-group">
            {!isTooLate && <Button preventDoubleClick>{buttons[step]}</Button>}
            {!isTooLate && <SaveAndComeBack />}
            {isTooLate && (
              <Button name="_discard" value="yes" class="govuk-button--secondary">
                Discard mine
              </Button>
            )}
          </div>
        </Form>
      </div>
    </>
  )
  return framed(visit, {
    title: `${titles[step]} ${name}`,
    back: { href: back, text: 'The disagreement' },
    hasErrors: messages.length > 0 || isTooLate === true,
    why: <p>{why}</p>,
    children,
  })
}

/** What is disputed, and what was answered last. */
function Standing({ opened }: { opened: OpenLadder }) {
  const { read, ladder, names } = opened
  const { raised, present } = ladder
  const said = wordsOf(read, raised as never)
  const last = present.answers.at(-1)
  return (
    <SummaryList
      class="gt-question"
      rows={[
        { key: 'About', value: sayDecision(raised) },
        {
          key: 'Raised by',
          value: `${[said['raisedBy'], !isRaisedOnReceipt(ladder) && names.agencies.get(raised.agency)].filter(Boolean).join(', ')}, ${sayDay(raised.happened.from)}`,
        },
        { key: 'What is disputed', value: <Words text={said['reasons']} /> },
        { key: 'Stands', value: stages[present.stage] },
        last && {
          key: 'Answered',
          value: (
            <>
              {disagreementAnswered.fields.answer.options[last.data.answer ?? 'upheld'].label},{' '}
              {sayDay(last.happened.from)}
              <Words text={wordsOf(read, last as never)['reasons']} />
            </>
          ),
        },
      ]}
    />
  )
}

function Words({ text }: { text: string | undefined }) {
  if (!text) return null
  return (
    <span class="gt-as-typed gt-lines">
      <Marked text={text} />
    </span>
  )
}

/** Whoever raised it on a receipt reads what they are told there, and nothing else. */
function ToSender({ opened, asking, step }: Omit<Asks, 'visit'> & { step: StepName }) {
  const telling = tellsSender[step]
  if (!telling || !isRaisedOnReceipt(opened.ladder)) return null
  return (
    <>
      <h2 class="govuk-heading-m">Whoever raised it</h2>
      <Said
        asking={asking}
        name={explained}
        label={`What do they read of it on their receipt?${telling === 'may' ? ' (optional)' : ''}`}
        hint="They have no account, and nobody checked who they are. Write it for them: of the child and the family no more than they may know. What you wrote above stays on the file, and what you mark here is left out"
        rows={4}
      />
    </>
  )
}

interface Asks {
  readonly visit: Visit
  readonly opened: OpenLadder
  readonly asking: Asking
}

/** A name, which begins with that of whoever writes. */
function WhoIs({ visit, asking, name, label }: Omit<Asks, 'opened'> & { name: string; label: string }) {
  const { typed } = asking.form
  return (
    <TextInput {...field(asking, name)} label={label} value={name in typed ? asTyped(typed, name) : personOf(visit)} />
  )
}

const questions: Readonly<Record<StepName, (asks: Asks) => preact.JSX.Element>> = {
  safety: ({ asking }) => (
    <>
      <WarningText>Is the child in danger now? Ring 999 first. This answer stops no other duty.</WarningText>
      <Coded
        asking={asking}
        name="safety"
        label="Is the child safe while this is open?"
        options={disagreementSafetyAnswered.fields.safety.options}
      />
      <Said asking={asking} name="how" label="How, and what was done about it?" rows={3} />
      <TextInput
        {...field(asking, 'safetyBy')}
        label="Who makes sure of that?"
        hint="A name and a post, at either agency"
      />
      <DayOf
        asking={asking}
        name="lookAgainOn"
        label="When is that looked at again? (optional)"
        hint="For example, 27 3 2026"
      />
    </>
  ),
  answer: ({ visit, opened, asking }) => (
    <>
      <input
        type="hidden"
        name={answersStage}
        value={asTyped(asking.form.typed, answersStage) || opened.ladder.present.by.root}
      />
      <Coded
        asking={asking}
        name="answer"
        label="What is your answer?"
        hint={
          opened.ladder.raised.data.decision === 'referral'
            ? 'A decision on a referral that is changed opens the referral again: it has to be decided anew'
            : undefined
        }
        options={disagreementAnswered.fields.answer.options}
      />
      <Said
        asking={asking}
        name="reasons"
        label="Why, and what happens next?"
        hint={isRaisedOnReceipt(opened.ladder) ? 'For the file. What they read of it comes below' : undefined}
        rows={5}
      />
      <WhoIs visit={visit} asking={asking} name="answeredBy" label="Who answers" />
    </>
  ),
  higher: ({ visit, opened, asking }) => (
    <>
      <p class="govuk-body">
        {isRaisedOnReceipt(opened.ladder)
          ? 'For whoever raised it, where they ring and ask for it. They need nobody’s leave, and not your answer.'
          : 'You need nobody’s leave, and not the other side’s answer.'}
      </p>
      <Coded
        asking={asking}
        name="stage"
        label="To which stage does it go?"
        options={disagreementTakenHigher.fields.stage.options}
        only={above(opened.ladder.present.stage)}
      />
      <Said asking={asking} name="reasons" label="Why is it not settled yet?" rows={4} />
      <Said asking={asking} name="skipped" label="If a stage is left out: why" rows={2} />
      {isRaisedOnReceipt(opened.ladder) ? (
        <TextInput {...field(asking, 'takenBy')} label="Who asked for it, and how" />
      ) : (
        <WhoIs visit={visit} asking={asking} name="takenBy" label="Who takes it higher, on your side" />
      )}
      <TextInput
        {...field(asking, 'withWhom')}
        label={
          isRaisedOnReceipt(opened.ladder) ? 'Who answers it (optional)' : 'With whom, on the other side (optional)'
        }
      />
    </>
  ),
  settle: ({ asking }) => (
    <>
      <p class="govuk-body">
        It is settled when both sides agree on how to go on, or when the partners have decided. Whoever still does not
        agree takes it higher instead.
      </p>
      <Coded
        asking={asking}
        name="resolution"
        label="How was it settled?"
        options={disagreementSettled.fields.resolution.options}
      />
      <TextInput {...field(asking, 'agreedBy')} label="Who agreed, on each side?" hint="Names and posts" />
      <Said
        asking={asking}
        name="effect"
        label="What does it mean for the child?"
        hint="What changes, by when, and who tells the child and the family"
        rows={4}
      />
    </>
  ),
  withdraw: ({ asking }) => (
    <>
      <p class="govuk-body">
        The other side sees that you withdrew it, and why, and owes no answer any more. That you raised it stays on the
        file.
      </p>
      <Said asking={asking} name="reasons" label="Why do you not pursue it?" rows={3} />
    </>
  ),
}
