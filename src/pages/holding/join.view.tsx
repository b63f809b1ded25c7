// The form that joins two files of one child: which, how it is known, and what follows.
import { ageInWords, nameOfChild } from '../case-file/child.ts'
import { Button } from '../kit/component/button.tsx'
import { WarningText } from '../kit/component/messages.tsx'
import { TextInput } from '../kit/component/text-input.tsx'
import { Textarea } from '../kit/component/textarea.tsx'
import { sayDay } from '../kit/days.ts'
import { RestrictionTag } from '../kit/restriction.tsx'
import { Form, SaveAndComeBack } from '../pipeline/form.tsx'
import { framed } from '../pipeline/frame.ts'
import type { FormState, Visit } from '../pipeline/page.ts'
import { asTyped, idOf } from '../record/fact-fields.tsx'
import { Problems } from '../record/problems.tsx'
import type { Message } from '../record/read-fact.ts'
import type { OpenJoin, OtherFile } from './join.page.ts'

/** The page. */
export function joinView(
  visit: Visit,
  form: FormState,
  opened: OpenJoin,
  messages: readonly Message[],
  unlike?: OtherFile,
): string {
  const { head, why, read, same, links, different } = opened
  const name = nameOfChild(read)
  const base = `/case/${encodeURIComponent(head.reference)}`
  const errorOf = (field: string) => messages.find(message => message.field === field)?.text
  const typed = asTyped(form.typed, 'to')
  const before = links.filter(link => link.undone !== null)
  const isDifferent = different.some(one => one.reference === unlike?.reference)
  const children = (
    <>
      <Problems messages={messages} />
      <span class="govuk-caption-l">{name}</span>
      <h1 class="govuk-heading-l">Join with another file of the same child</h1>
      <p class="govuk-body">
        Both files stay as they are, each with its own records and its own agencies. Whoever may see both is led from
        one to the other. If one of them has no team, the team of the other has it as well. You can take them apart
        again at any time.
      </p>
      {before.map(({ reference, why: joinedWhy, undone }) => (
        <WarningText>
          {reference} was joined with this file and taken apart on {undone && sayDay(visit.ledger.dayOf(undone.at))}:{' '}
          {undone?.why}. It had been joined because: {joinedWhy}
        </WarningText>
      ))}
      {different.map(one => (
        <WarningText>
          {one.by} said on {sayDay(visit.ledger.dayOf(one.at))} that {one.reference} is of another child: {one.why}
        </WarningText>
      ))}
      {same.length > 0 && (
        <>
          <h2 class="govuk-heading-s">Files that may be of the same child</h2>
          <ul class="govuk-list govuk-list--bullet">
            {same.map(one => (
              <li>
                <a class="govuk-link" href={`${base}/join?to=${encodeURIComponent(one.reference)}`}>
                  {one.name || 'Child'}, {one.reference}
                </a>
                {one.team && `, ${one.team}`} <RestrictionTag restriction={one.restriction} />
                <span class="gt-quiet">: {one.because.join(', ')}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <Form visit={visit} form={form} title={`Join with another file: ${name}`} case={head.reference}>
        <TextInput
          id={idOf('to')}
          name="to"
          label="Reference of the other file"
          labelClass="govuk-label--s"
          hint="It begins with GT-"
          class="govuk-input--width-10"
          value={typed}
          error={errorOf('to')}
          autocomplete="off"
          spellcheck={false}
        />
        <Textarea
          id={idOf('why')}
          name="why"
          class="govuk-!-width-two-thirds"
          label="How do you know that it is the same child?"
          labelClass="govuk-label--s"
          hint="For example: the same NHS number; the school confirmed the address"
          rows={3}
          value={asTyped(form.typed, 'why')}
          error={errorOf('why')}
        />
        {unlike && (
          <WarningText>
            {unlike.reference} is the file of {unlike.name}, {unlike.age}. This one is of {name},{' '}
            {ageInWords(read, visit.today.day)}.{' '}
            {isDifferent
              ? 'Somebody said that they are two children.'
              : 'No name, date of birth or number of the two is alike.'}{' '}
            Join them only if you are sure.
          </WarningText>
        )}
        <div class="govuk-button-group">
          {unlike ? (
            <Button class="govuk-button--warning" name="_sure" value={unlike.reference} preventDoubleClick>
              Join {name} and {unlike.name} all the same
            </Button>
          ) : (
            <Button preventDoubleClick>Join the two files</Button>
          )}
          <SaveAndComeBack />
        </div>
      </Form>
    </>
  )
  return framed(visit, {
    title: `Join with another file: ${name}`,
    back: { href: base, text: name },
    hasErrors: messages.length > 0,
    why: <p>{why}</p>,
    children,
  })
}
