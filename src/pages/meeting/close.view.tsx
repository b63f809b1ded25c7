// The form that closes a meeting: whether it was held, who came, what each agency thinks, and what was decided.

import { familyMembers, meetingClosed, meetingViewGiven, type Part, parts } from '../../procedures/meeting-facts.ts'
import { quorumOn } from '../../procedures/meeting-kinds.ts'
import { nameOfChild, wordsOf } from '../case-file/child.ts'
import { Button } from '../kit/component/button.tsx'
import { Checkboxes, Radios } from '../kit/component/choices.tsx'
import { Details, InsetText } from '../kit/component/messages.tsx'
import { TextInput } from '../kit/component/text-input.tsx'
import { Textarea } from '../kit/component/textarea.tsx'
import { count, sayDay } from '../kit/days.ts'
import { NarrativeArea } from '../kit/marking.tsx'
import { type Fields, valuesOf } from '../pipeline/fields.ts'
import { Form, SaveAndComeBack } from '../pipeline/form.tsx'
import { framed } from '../pipeline/frame.ts'
import type { FormState, Visit } from '../pipeline/page.ts'
import { IsSure } from '../record/doubts.tsx'
import { type Asked, anchorOf, asTyped, FactFields, idOf, WhenItHappened } from '../record/fact-fields.tsx'
import { named, seenIn } from '../record/open-form.ts'
import { Problems } from '../record/problems.tsx'
import type { Message } from '../record/read-fact.ts'
import { Styles } from '../record/record.view.tsx'
import type { OpenClose } from './close.page.ts'
import { GuestOf } from './close-guests.view.tsx'
import type { Seat } from './opened.ts'
import { closeNames, decisionOf, namesOfComing } from './read-close.ts'

interface Shown {
  readonly typed: Fields
  readonly opened: OpenClose
  readonly errorOf: (field: string) => string | undefined
}

/**
 * The page.
 * @param asksWhetherSure the messages are doubts: whoever is sure records it as it is
 */
export function closeView(
  visit: Visit,
  form: FormState,
  opened: OpenClose,
  messages: readonly Message[],
  asksWhetherSure = false,
): string {
  const { head, read, meeting, parties } = opened
  const name = nameOfChild(read)
  const { typed } = form
  const definition = decisionOf(meeting.kind)
  const asked: Asked = { definition, typed, messages, parties, openedOn: undefined, me: visit.post.id }
  const errorOf = (field: string) => messages.find(message => message.field === field)?.text
  const shown = { typed, opened, errorOf }
  const children = (
    <>
      <Styles />
      <link rel="stylesheet" href="/assets/meeting.css" />
      <Problems messages={messages} at={field => anchorOf(field, definition)} />
      <span class="govuk-caption-l">{name}</span>
      <h1 class="govuk-heading-l gt-record__title">{meeting.label}: who came and what was decided</h1>
      <div class="gt-record__form">
        <Form visit={visit} form={form} title={`${meeting.label}: ${name}`} case={head.reference}>
          <input type="hidden" name={named.seen} value={seenIn(typed, read)} />
          <How {...shown} visit={visit} />
          <WhenItHappened
            asked={{ ...asked, definition: { ...meetingClosed, happenedOn: dayOf(opened), fields: {} } }}
          />
          <h2 class="govuk-heading-m">Who came, and what they think</h2>
          {meeting.seats.map(seat => (
            <SeatOf seat={seat} {...shown} />
          ))}
          {meeting.guests.map(guest => (
            <GuestOf guest={guest} typed={typed} errorOf={errorOf} />
          ))}
          <Others {...shown} />
          <Textarea
            id={idOf(closeNames.who)}
            name={closeNames.who}
            label="Who was there, by name and post"
            labelClass="govuk-label--s"
            hint="Also whoever spoke for somebody without an invitation here"
            rows={3}
            error={errorOf(closeNames.who)}
            value={asTyped(typed, closeNames.who) || namesOfComing(opened)}
          />
          <h2 class="govuk-heading-m">What was decided</h2>
          <p class="govuk-body gt-quiet">Leave this empty if the meeting was not held.</p>
          <FactFields asked={asked} />
          <Siblings {...shown} messages={messages} />
          {asksWhetherSure && <IsSure typed={typed} messages={messages} />}
          <div class="govuk-button-group">
            <Button preventDoubleClick>Record it</Button>
            <SaveAndComeBack />
          </div>
        </Form>
      </div>
    </>
  )
  return framed(visit, {
    title: `${meeting.label}: who came and what was decided`,
    back: { href: `/case/${head.reference}/meeting/${meeting.called.root}`, text: meeting.label },
    hasErrors: messages.length > 0,
    why: <p>{opened.why}</p>,
    keys: { record: `/case/${head.reference}/record` },
    children,
  })
}

/** What the date means, and for which day it was planned: one who closes it on another sees that. */
function dayOf({ meeting: { circle } }: OpenClose): string {
  const { happenedOn } = meetingClosed
  return circle.plannedFor ? `${happenedOn}: it was planned for ${sayDay(circle.plannedFor)}` : happenedOn
}

function How({ typed, opened, errorOf, visit }: Shown & { visit: Visit }) {
  const { kind, circle } = opened.meeting
  const quorum = quorumOn(kind, circle.plannedFor ?? visit.today.day)
  const { options } = meetingClosed.fields.how
  const hints = {
    held: quorum
      ? `With ${quorum.all.map(part => parts[part].toLowerCase()).join(', ')}${quorum.more ? ` and ${count(quorum.more, 'agency', 'agencies')} more` : ''}${quorum.local ? ', by local practice' : ''}`
      : undefined,
    emergency: 'Say why it could not wait. Who was missing has to be heard still',
    'not-held': 'What was owed stays owed',
  }
  return (
    <>
      <Radios
        id={idOf(closeNames.how)}
        name={closeNames.how}
        legend="Was it held?"
        legendClass="govuk-fieldset__legend--m"
        error={errorOf(closeNames.how)}
        class="govuk-radios--small"
        value={asTyped(typed, closeNames.how)}
        items={(['held', 'emergency', 'not-held'] as const).map(value => ({
          value,
          label: options[value].label,
          hint: hints[value],
        }))}
      />
      <NarrativeArea
        id={idOf(closeNames.why)}
        name={closeNames.why}
        label="If not held, or without all who have to be there: why"
        labelClass="govuk-label--s"
        hint="And who was told of it, and when. For example: health told by telephone at 21:40"
        error={errorOf(closeNames.why)}
        rows={3}
        value={asTyped(typed, closeNames.why)}
      />
    </>
  )
}

/** An answer about somebody of another file can be taken back, where nothing is recorded there after all. */
const noAnswer = { value: '', label: 'No answer' }

function SeatOf({ seat, typed, errorOf, opened, isOfOther }: Shown & { seat: Seat; isOfOther?: true }) {
  const { agency, isOwner, answer } = seat
  const came = closeNames.came(agency.id)
  const view = closeNames.view(agency.id)
  const viewWhy = closeNames.viewWhy(agency.id)
  const said = answer && wordsOf(opened.read, answer as never)['who']
  return (
    <div class="gt-meeting__seat">
      <h3 class="govuk-heading-s govuk-!-margin-bottom-1">
        {agency.name}
        {isOwner && ' (called the meeting)'}
      </h3>
      {said && <p class="govuk-body-s gt-quiet">Said who would come: {said}</p>}
      {!isOwner && (
        <Radios
          id={idOf(came)}
          name={came}
          legend={
            <>
              Did they come?<span class="govuk-visually-hidden"> {agency.name}</span>
            </>
          }
          legendClass="govuk-fieldset__legend--s gt-meeting__legend"
          error={errorOf(came)}
          class="govuk-radios--small govuk-radios--inline"
          value={asTyped(typed, came)}
          items={[
            { value: 'came', label: 'Came' },
            { value: 'apologies', label: 'Sent apologies' },
            { value: 'absent', label: 'Did not come' },
            ...(isOfOther ? [noAnswer] : []),
          ]}
        />
      )}
      <Radios
        id={idOf(view)}
        name={view}
        legend={
          <>
            Their view of what was decided<span class="govuk-visually-hidden">: {agency.name}</span>
          </>
        }
        legendClass="govuk-fieldset__legend--s gt-meeting__legend"
        class="govuk-radios--small govuk-radios--inline"
        value={asTyped(typed, view)}
        items={[
          ...Object.entries(meetingViewGiven.fields.view.options).map(([value, { label }]) => ({ value, label })),
          ...(isOfOther ? [noAnswer] : []),
        ]}
      />
      <TextInput
        id={idOf(viewWhy)}
        name={viewWhy}
        label="If they disagree: who said so, and why"
        error={errorOf(viewWhy)}
        value={asTyped(typed, viewWhy)}
        autocomplete="off"
      />
    </div>
  )
}

/** Parts that no agency of the meeting speaks for by its kind. */
const others: readonly Part[] = ['social-worker', 'police', 'health', 'education', 'referrer']

function Others({ typed, opened }: Shown) {
  return (
    <>
      <Checkboxes
        id={idOf(closeNames.family)}
        name={closeNames.family}
        legend="Who of the family was there?"
        legendClass="govuk-fieldset__legend--s"
        class="govuk-checkboxes--small"
        values={valuesOf(typed, closeNames.family)}
        items={Object.entries(familyMembers).map(([value, label]) => ({ value, label }))}
      />
      <Checkboxes
        id={idOf(closeNames.spokenFor)}
        name={closeNames.spokenFor}
        legend="Who else was spoken for, by somebody without an invitation here?"
        legendClass="govuk-fieldset__legend--s"
        hint="For example, a hospital doctor on the telephone"
        class="govuk-checkboxes--small"
        values={valuesOf(typed, closeNames.spokenFor)}
        items={others
          .filter(part => !opened.meeting.seats.some(seat => seat.isOwner && seat.part === part))
          .map(part => ({ value: part, label: parts[part] }))}
      />
    </>
  )
}

function Siblings({ messages, ...shown }: Shown & { messages: readonly Message[] }) {
  const { typed, opened } = shown
  if (opened.siblings.length === 0) return null
  return (
    <>
      <InsetText>
        This meeting was called for {count(opened.siblings.length, 'other child', 'other children')} too. Tick those for
        whom the same was decided; for the others, record it on their own file. Each file keeps who of its own invited
        came, and tells them.
      </InsetText>
      <Checkboxes
        id={idOf(named.also)}
        name={named.also}
        legend="The same was decided for"
        legendClass="govuk-fieldset__legend--s"
        class="govuk-checkboxes--small"
        values={valuesOf(typed, named.also)}
        error={messages.find(({ field }) => field === named.also)?.text}
        items={opened.siblings.map(({ reference, name }) => ({ value: reference, label: name, hint: reference }))}
      />
      {opened.siblings.map(({ name, onlyThere: { seats, guests } }) =>
        seats.length + guests.length === 0 ? null : (
          <>
            <h3 class="govuk-heading-s">Invited for {name} only</h3>
            <p class="govuk-body gt-quiet">Answer for them where the same was decided for {name}.</p>
            {seats.map(seat => (
              <SeatOf seat={seat} isOfOther {...shown} />
            ))}
            {guests.map(guest => (
              <GuestOf guest={guest} isOfOther typed={typed} errorOf={shown.errorOf} />
            ))}
          </>
        ),
      )}
      <Details summary="Why each child has a decision of their own">
        <p class="govuk-body">
          A meeting weighs each child’s safety. What is recorded here stands on each file by itself, and is corrected
          there.
        </p>
      </Details>
    </>
  )
}
