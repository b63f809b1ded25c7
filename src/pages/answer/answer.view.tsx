// The form of an answer, with the question above it.

import { isOpen } from '../../engine/standing.ts'
import { findBasis } from '../../guidance/lawful-bases.ts'
import { standingOf } from '../../ledger/read.ts'
import { informationRequestAnswered, informationRequested } from '../../procedures/information-request.ts'
import { ageInWords, nameOfChild, peopleAround, wordsOf } from '../case-file/child.ts'
import { Styles as Asking } from '../involved/involved.view.tsx'
import { Button } from '../kit/component/button.tsx'
import { Radios } from '../kit/component/choices.tsx'
import { DateInput } from '../kit/component/date-input.tsx'
import { InsetText } from '../kit/component/messages.tsx'
import { SummaryList } from '../kit/component/summary-list.tsx'
import { TextInput } from '../kit/component/text-input.tsx'
import { sayDay, sayDue } from '../kit/days.ts'
import { NarrativeArea } from '../kit/marking.tsx'
import { Form, SaveAndComeBack } from '../pipeline/form.tsx'
import { framed } from '../pipeline/frame.ts'
import type { FormState, Visit } from '../pipeline/page.ts'
import { asTyped, idOf } from '../record/fact-fields.tsx'
import { Problems } from '../record/problems.tsx'
import type { Message } from '../record/read-fact.ts'
import { Styles } from '../record/record.view.tsx'
import { WhyShared } from '../share/why-shared.tsx'
import type { OpenAnswer } from './answer.page.ts'

/** The page. */
export function answerView(visit: Visit, form: FormState, opened: OpenAnswer, messages: readonly Message[]): string {
  const { head, why, read, request } = opened
  const name = nameOfChild(read)
  const { typed } = form
  const errorOf = (field: string) => messages.find(message => message.field === field)?.text
  const common = (field: string) => ({ id: idOf(field), name: field, error: errorOf(field) })
  const { options } = informationRequestAnswered.fields.answer
  const children = (
    <>
      <Styles />
      <Asking />
      <Problems messages={messages} days={['asOf']} />
      <span class="govuk-caption-l">{name}</span>
      <h1 class="govuk-heading-l gt-record__title">Answer a request for information</h1>
      {opened.withdrawn && (
        <InsetText>
          {opened.asker?.name ?? 'Whoever asked'} withdrew this request on {sayDay(opened.withdrawn.happened.from)}:{' '}
          {wordsOf(read, opened.withdrawn)['reason']}. You owe no answer. What you know can still be told.
        </InsetText>
      )}
      <Question visit={visit} opened={opened} />
      <div class="gt-record gt-record__form gt-answer">
        <Form visit={visit} form={form} title={`Answer a request: ${name}`} case={head.reference}>
          <input type="hidden" name="request" value={request.root} />
          <Radios
            {...common('answer')}
            legend="Your answer"
            legendClass="govuk-fieldset__legend--m"
            class="govuk-radios--small"
            value={asTyped(typed, 'answer')}
            items={Object.entries(options).map(([value, { label }]) => ({ value, label }))}
          />
          <NarrativeArea
            {...common('shared')}
            label="What you know that they need"
            labelClass="govuk-label--s"
            hint="What you saw and heard, with days. Leave it empty if you hold nothing"
            rows={6}
            value={asTyped(typed, 'shared')}
          />
          <NarrativeArea
            {...common('whyNot')}
            label="What you hold and do not share: why"
            labelClass="govuk-label--s"
            hint="Needed if you share nothing of what you hold"
            rows={2}
            value={asTyped(typed, 'whyNot')}
          />
          <DateInput
            id={idOf('asOf')}
            namePrefix="asOf"
            legend="Up to which day did you look through your records?"
            legendClass="govuk-fieldset__legend--s"
            hint="Leave it empty for today"
            error={errorOf('asOf')}
            values={{
              day: asTyped(typed, 'asOf-day'),
              month: asTyped(typed, 'asOf-month'),
              year: asTyped(typed, 'asOf-year'),
            }}
          />
          <TextInput
            {...common('contact')}
            label="Whom to ring at your agency"
            labelClass="govuk-label--s"
            value={'contact' in typed ? asTyped(typed, 'contact') : `${visit.practitioner.name}, ${visit.post.title}`}
            autocomplete="off"
          />
          <TextInput
            {...common('telephone')}
            label="Telephone"
            labelClass="govuk-label--s"
            class="govuk-input--width-20"
            type="tel"
            value={'telephone' in typed ? asTyped(typed, 'telephone') : (opened.own?.telephone ?? '')}
            autocomplete="off"
          />
          <h2 class="govuk-heading-m">Why you may share it</h2>
          <WhyShared
            bases={opened.bases}
            typed={typed}
            messages={messages}
            unless={opened.basis ? `The one of the request: ${findBasis(opened.basis)?.label}` : 'Select one'}
            necessity={`To answer what was asked on ${sayDay(request.happened.from)}.`}
          />
          <div class="govuk-button-group">
            <Button preventDoubleClick>Answer</Button>
            <SaveAndComeBack />
          </div>
        </Form>
      </div>
    </>
  )
  return framed(visit, {
    title: `Answer a request: ${name}`,
    back: { href: `/case/${head.reference}`, text: name },
    hasErrors: messages.length > 0,
    why: <p>{why}</p>,
    children,
  })
}

/** Who asks what, about whom, for what, by when, and on which basis. */
function Question({ visit, opened }: { visit: Visit; opened: OpenAnswer }) {
  const { read, request, asker, askedBy, basis, necessity, duty } = opened
  const isOwed = duty !== undefined && isOpen(standingOf(duty, visit.today))
  const said = wordsOf(read, request as never)
  const { purpose, periodFrom, periodTo, answerBy } = request.data
  const people = [
    said['people'],
    peopleAround(read)
      .map(({ name, who }) => `${name} (${who.toLowerCase()})`)
      .join(', '),
  ]
  const period = [periodFrom && `from ${sayDay(periodFrom)}`, periodTo && `to ${sayDay(periodTo)}`].filter(Boolean)
  const rows = [
    {
      key: 'Asked by',
      value: [askedBy && `${askedBy.name}, ${askedBy.title}`, asker?.name, asker?.telephone].filter(Boolean).join(', '),
    },
    { key: 'On', value: sayDay(request.happened.from) },
    ...(opened.alsoAsked.length > 0
      ? [{ key: 'Also asked', value: new Intl.ListFormat('en-GB').format(opened.alsoAsked) }]
      : []),
    { key: 'What is asked', value: <span class="gt-as-typed">{said['question'] ?? 'What you know'}</span> },
    {
      key: 'About',
      value: [`${nameOfChild(read)}, ${ageInWords(read, visit.today.day)}`, ...people].filter(Boolean).join('; '),
    },
    { key: 'Period', value: period.join(' ') || 'Not said' },
    { key: 'Needed for', value: purpose ? informationRequested.fields.purpose.options[purpose].label : 'Not said' },
    {
      key: 'Answer wanted by',
      value: answerBy
        ? `${sayDay(answerBy)}${isOwed ? `: ${sayDue(answerBy, visit.today.day)}` : ''}`
        : 'No day was set',
    },
    {
      key: 'Why they may ask',
      value: [basis && findBasis(basis)?.label, necessity].filter(Boolean).join(': ') || 'Not said',
    },
  ]
  return <SummaryList class="gt-question" rows={rows} />
}
