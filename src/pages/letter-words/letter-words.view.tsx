// The letters of an area with the words that hold today, and the form on which they are changed.
import type { LetterWordsRead } from '../../ledger/letter-words.ts'
import { wordsOn } from '../../ledger/letter-words.ts'
import { type LetterCode, letterKinds } from '../documents/letter-kinds.ts'
import { Button } from '../kit/component/button.tsx'
import { DateInput } from '../kit/component/date-input.tsx'
import { InsetText, NotificationBanner, Tag } from '../kit/component/messages.tsx'
import { SummaryList } from '../kit/component/summary-list.tsx'
import { TextInput } from '../kit/component/text-input.tsx'
import { Textarea } from '../kit/component/textarea.tsx'
import { sayDay } from '../kit/days.ts'
import { Form, SaveAndComeBack } from '../pipeline/form.tsx'
import { framed } from '../pipeline/frame.ts'
import type { FormState, Visit } from '../pipeline/page.ts'
import { asTyped, idOf } from '../record/fact-fields.tsx'
import { Problems } from '../record/problems.tsx'
import type { Message } from '../record/read-fact.ts'
import type { OpenLetter } from './letter-words.page.tsx'

interface ListViewProps {
  visit: Visit
  history: readonly LetterWordsRead[]
  mayChange: boolean
  /** What was set just now. */
  set: string
}

const lettersInOrder = Object.keys(letterKinds) as LetterCode[]

/** Everything below the header of the list. */
export function ListView({ visit, history, mayChange, set }: ListViewProps) {
  return (
    <>
      {lettersInOrder.some(code => code === set) && (
        <NotificationBanner type="success">
          <p class="govuk-notification-banner__heading">Recorded. Letters made from that day on begin and end so.</p>
        </NotificationBanner>
      )}
      <h1 class="govuk-heading-l">Letters</h1>
      <p class="govuk-body">
        An area says here how its letters begin and end, and from whom they are. What stands in between comes from the
        record. Nothing is ever edited: each decision stands, with who approved it.
      </p>
      {lettersInOrder.map(code => {
        const { label, says, unlessSet } = letterKinds[code]
        const holds = wordsOn(history, code, visit.today.day)
        const { opening, closing, sender } = holds ?? { ...unlessSet, sender: '' }
        return (
          <SummaryList
            card={{
              title: label,
              titleLevel: 2,
              actions: mayChange ? [{ href: `/letter-words/${code}`, text: 'Change', hiddenText: label }] : [],
            }}
            rows={[
              {
                key: 'Today',
                value: holds ? (
                  <>
                    <Tag class="govuk-tag--grey">Local policy</Tag> Since {sayDay(holds.fromDay)}, approved by{' '}
                    {holds.approvedBy}
                  </>
                ) : (
                  'As this system starts: the area has decided nothing'
                ),
              },
              {
                key: 'From',
                value: <span class="gt-as-typed">{sender || 'The agency’s name and telephone number'}</span>,
              },
              { key: 'Begins', value: <span class="gt-as-typed">{opening}</span> },
              { key: 'From the record', value: `${says.charAt(0).toUpperCase()}${says.slice(1)}` },
              { key: 'Ends', value: <span class="gt-as-typed">{closing}</span> },
            ]}
          />
        )
      })}
    </>
  )
}

/** The form for one letter. */
export function letterWordsView(
  visit: Visit,
  form: FormState,
  { code, history }: OpenLetter,
  messages: readonly Message[],
): string {
  const { label, says } = letterKinds[code]
  const { typed } = form
  const errorOf = (field: string) => messages.find(message => message.field === field)?.text
  const common = (name: string) => {
    return { id: idOf(name), name, labelClass: 'govuk-label--s', value: asTyped(typed, name), error: errorOf(name) }
  }
  const children = (
    <>
      <Problems messages={messages} days={['from']} />
      <h1 class="govuk-heading-l">{label}</h1>
      {history.length > 0 && (
        <InsetText>
          <ul class="govuk-list govuk-!-margin-bottom-0">
            {history.map(one => (
              <li>
                <b>From {sayDay(one.fromDay)}</b>. {one.why}
                <br />
                <span class="gt-quiet">
                  Approved by {one.approvedBy}. Recorded on {sayDay(visit.ledger.dayOf(one.at))} by {one.by}.
                </span>
              </li>
            ))}
          </ul>
        </InsetText>
      )}
      <Form visit={visit} form={form} title={label}>
        <input type="hidden" name="seen" value={history[0]?.id ?? 'none'} />
        <Textarea
          {...common('sender')}
          label="From whom is it?"
          hint="Name, address and telephone number, a line each. Leave empty for the agency’s name and telephone number"
          rows={5}
        />
        <Textarea
          {...common('opening')}
          label="How does it begin?"
          hint="An empty line begins a new paragraph"
          rows={5}
        />
        <InsetText>Then stands, from the record: {says}.</InsetText>
        <Textarea {...common('closing')} label="How does it end?" hint="Before the name of whoever makes it" rows={7} />
        <DateInput
          id={idOf('from')}
          namePrefix="from"
          legend="From which day?"
          legendClass="govuk-fieldset__legend--s"
          hint="It counts for letters made on that day or later"
          error={errorOf('from')}
          values={{
            day: asTyped(typed, 'from-day'),
            month: asTyped(typed, 'from-month'),
            year: asTyped(typed, 'from-year'),
          }}
        />
        <TextInput
          {...common('approved-by')}
          label="Who approved this?"
          hint="Name and post, or the meeting that decided it"
          autocomplete="off"
        />
        <TextInput {...common('why')} label="Why?" autocomplete="off" />
        <div class="govuk-button-group">
          <Button preventDoubleClick>Record it</Button>
          <SaveAndComeBack />
        </div>
      </Form>
    </>
  )
  const back = { href: '/letter-words', text: 'Letters' }
  return framed(visit, { title: label, back, hasErrors: messages.length > 0, children })
}
