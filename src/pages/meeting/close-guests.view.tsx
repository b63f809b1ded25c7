// The part of the form that closes a meeting for those who are invited without an account.
import { meetingGuestTookPart } from '../../procedures/meeting-guest-facts.ts'
import { Radios } from '../kit/component/choices.tsx'
import { TextInput } from '../kit/component/text-input.tsx'
import type { Fields } from '../pipeline/fields.ts'
import { asTyped, idOf } from '../record/fact-fields.tsx'
import type { GuestSeat } from './guests.ts'
import { guestNames } from './read-close-guests.ts'

interface Shown {
  readonly guest: GuestSeat
  readonly typed: Fields
  readonly errorOf: (field: string) => string | undefined
  /** They are invited for another child only: an answer can be taken back, where nothing is recorded there after all. */
  readonly isOfOther?: true
}

/** Whether somebody came, and their view: recorded for them by whoever called the meeting. */
export function GuestOf({ guest, typed, errorOf, isOfOther }: Shown) {
  const { root, name, full } = guest
  const [came, who, view, why] = [
    guestNames.came(root),
    guestNames.who(root),
    guestNames.view(root),
    guestNames.viewWhy(root),
  ]
  const { came: asked, view: views } = meetingGuestTookPart.fields
  const none = isOfOther ? [{ value: '', label: 'No answer' }] : []
  return (
    <div class="gt-meeting__seat">
      <h3 class="govuk-heading-s govuk-!-margin-bottom-1">{full}</h3>
      <p class="govuk-body-s gt-quiet">Has no account: you record it for them.</p>
      <Radios
        id={idOf(came)}
        name={came}
        legend={
          <>
            Did they come?<span class="govuk-visually-hidden"> {name}</span>
          </>
        }
        legendClass="govuk-fieldset__legend--s gt-meeting__legend"
        error={errorOf(came)}
        class="govuk-radios--small govuk-radios--inline"
        value={asTyped(typed, came)}
        items={[...Object.entries(asked.options).map(([value, { label }]) => ({ value, label })), ...none]}
      />
      <TextInput
        id={idOf(who)}
        name={who}
        label={
          <>
            If somebody came in their place: who, and in which post
            <span class="govuk-visually-hidden"> for {name}</span>
          </>
        }
        error={errorOf(who)}
        value={asTyped(typed, who)}
        autocomplete="off"
      />
      <Radios
        id={idOf(view)}
        name={view}
        legend={
          <>
            Their view of what was decided<span class="govuk-visually-hidden">: {name}</span>
          </>
        }
        legendClass="govuk-fieldset__legend--s gt-meeting__legend"
        error={errorOf(view)}
        class="govuk-radios--small govuk-radios--inline"
        value={asTyped(typed, view)}
        items={[...Object.entries(views.options).map(([value, { label }]) => ({ value, label })), ...none]}
      />
      <TextInput
        id={idOf(why)}
        name={why}
        label={
          <>
            If they disagree: who said so, and why<span class="govuk-visually-hidden">: {name}</span>
          </>
        }
        error={errorOf(why)}
        value={asTyped(typed, why)}
        autocomplete="off"
      />
    </div>
  )
}
