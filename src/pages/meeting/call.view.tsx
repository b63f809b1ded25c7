// The form that calls a meeting: which, when, where, whom, what goes with the invitations, and why they may be told.
import type { FactDefinition } from '../../engine/fact.ts'
import { meetingCalled, parts } from '../../procedures/meeting-facts.ts'
import { meetingGuestInvited } from '../../procedures/meeting-guest-facts.ts'
import { findMeetingKind, quorumOn } from '../../procedures/meeting-kinds.ts'
import { enclosed } from '../ask/read-ask.ts'
import { nameOfChild } from '../case-file/child.ts'
import { Button } from '../kit/component/button.tsx'
import { Checkboxes } from '../kit/component/choices.tsx'
import { Details, InsetText, WarningText } from '../kit/component/messages.tsx'
import { TextInput } from '../kit/component/text-input.tsx'
import { count } from '../kit/days.ts'
import { valuesOf } from '../pipeline/fields.ts'
import { Form, SaveAndComeBack } from '../pipeline/form.tsx'
import { framed } from '../pipeline/frame.ts'
import type { FormState, Visit } from '../pipeline/page.ts'
import { type Asked, anchorOf, asTyped, FactFields, idOf } from '../record/fact-fields.tsx'
import { named } from '../record/open-form.ts'
import { Problems } from '../record/problems.tsx'
import type { Message } from '../record/read-fact.ts'
import { Styles } from '../record/record.view.tsx'
import { WhyShared } from '../share/why-shared.tsx'
import type { OpenCall } from './call.page.ts'
import { GuestFields } from './guest-fields.view.tsx'
import { isGuestTyped } from './read-guest.ts'

/** What is asked of the meeting, and of somebody without an account. */
const everyField = {
  ...meetingCalled,
  fields: { ...meetingGuestInvited.fields, ...meetingCalled.fields },
} as unknown as FactDefinition

/** The page. */
export function callView(visit: Visit, form: FormState, opened: OpenCall, messages: readonly Message[]): string {
  const { head, read } = opened
  const name = nameOfChild(read)
  const base = `/case/${head.reference}`
  const { typed } = form
  const asked: Asked = {
    definition: meetingCalled,
    typed,
    messages,
    parties: opened.parties,
    openedOn: undefined,
    me: visit.post.id,
  }
  const kind = findMeetingKind(asTyped(typed, 'meeting'))
  const quorum = kind && quorumOn(kind, visit.today.day)
  const children = (
    <>
      <Styles />
      <Problems messages={messages} at={field => anchorOf(field, everyField)} />
      <span class="govuk-caption-l">{name}</span>
      <h1 class="govuk-heading-l gt-record__title">Call a meeting</h1>
      <div class="gt-record__form">
        {quorum && (
          <InsetText>
            To decide it needs {quorum.all.map(part => parts[part].toLowerCase()).join(', ')}
            {quorum.more ? ` and ${count(quorum.more, 'agency', 'agencies')} more` : ''}
            {quorum.local ? ' (local practice: the guidance names no number)' : ''}.
          </InsetText>
        )}
        {head.restriction !== 'none' && (
          <WarningText>
            This file is restricted. Everybody who signs in for an agency that you invite will see the invitation and
            the name that goes with it. If that is not safe, ring instead.
          </WarningText>
        )}
        <Form visit={visit} form={form} title={`Call a meeting: ${name}`} case={head.reference}>
          <FactFields asked={asked} />
          <Details
            summary="Invite somebody of an agency or body in which nobody signs in"
            open={isGuestTyped(typed)}
            class="gt-record__also"
          >
            <p class="govuk-body">
              A nursery, a club, a private doctor. They get a letter, and you record for them what they answer, send and
              say. More of them are invited from the meeting’s page.
            </p>
            <GuestFields
              asked={{ ...asked, definition: meetingGuestInvited as unknown as FactDefinition }}
              unconnected={opened.unconnected}
            />
          </Details>
          <Checkboxes
            id={idOf(enclosed)}
            name={enclosed}
            legend="What goes with the invitations, so that they know whom it is about"
            legendClass="govuk-fieldset__legend--s"
            error={messages.find(({ field }) => field === enclosed)?.text}
            class="govuk-checkboxes--small"
            values={valuesOf(typed, enclosed)}
            items={opened.enclosures.map(({ root, label }) => ({ value: root, label }))}
          />
          <OtherChildren opened={opened} form={form} messages={messages} />
          <h2 class="govuk-heading-m">Why they may be told</h2>
          <WhyShared
            bases={opened.bases}
            typed={typed}
            messages={messages}
            unless="The one that goes with the meeting"
            necessity="So that those who know the child can decide together."
          />
          <div class="govuk-button-group">
            <Button preventDoubleClick>Send the invitations</Button>
            <SaveAndComeBack />
          </div>
        </Form>
      </div>
    </>
  )
  return framed(visit, {
    title: `Call a meeting: ${name}`,
    back: { href: base, text: name },
    hasErrors: messages.length > 0,
    why: <p>{opened.why}</p>,
    keys: { record: `${base}/record` },
    children,
  })
}

function OtherChildren({
  opened,
  form: { typed },
  messages,
}: {
  opened: OpenCall
  form: FormState
  messages: readonly Message[]
}) {
  const error = messages.find(({ field }) => field === named.alsoTyped)?.text
  const isOpen = valuesOf(typed, named.also).length > 0 || asTyped(typed, named.alsoTyped) !== '' || error !== undefined
  return (
    <Details summary="Is it about other children too?" open={isOpen} class="gt-record__also">
      <p class="govuk-body">
        The meeting is called on each child’s case. Each keeps its own copy, and what is decided is recorded for each
        child.
      </p>
      {opened.others.length > 0 && (
        <Checkboxes
          id={idOf(named.also)}
          name={named.also}
          legend="Also call it for"
          legendClass="govuk-fieldset__legend--s"
          class="govuk-checkboxes--small"
          values={valuesOf(typed, named.also)}
          items={opened.others.map(({ reference, name, why }) => ({
            value: reference,
            label: name || reference,
            hint: `${reference}, ${why}`,
          }))}
        />
      )}
      <TextInput
        id={idOf(named.alsoTyped)}
        name={named.alsoTyped}
        label={opened.others.length > 0 ? 'Other cases, by reference' : 'Their cases, by reference'}
        labelClass="govuk-label--s"
        hint="For example, GT-4K7M2QX. Put a comma between several"
        error={error}
        autocomplete="off"
        spellcheck={false}
        value={asTyped(typed, named.alsoTyped)}
      />
    </Details>
  )
}
