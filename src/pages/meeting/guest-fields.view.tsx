// The questions about somebody who is invited without an account: the same on a page of their own and where a meeting is called.
import type { FactDefinition } from '../../engine/fact.ts'
import { type AgencyOfArea, sayKind } from '../../people/agencies.ts'
import { meetingGuestInvited } from '../../procedures/meeting-guest-facts.ts'
import { Select } from '../kit/component/select.tsx'
import { type Asked, asTyped, FactFields, idOf } from '../record/fact-fields.tsx'

const { agency, standsFor, ...rest } = meetingGuestInvited.fields

const counts = 'It counts for whoever has to be there: a GP surgery counts as health'

/** An agency from the list or a body that is not in it, who it is, how they are reached, and whether a report is asked. */
export function GuestFields({ asked, unconnected }: { asked: Asked; unconnected: readonly AgencyOfArea[] }) {
  const { body, ...others } = rest
  const isListed = unconnected.length > 0
  const fields = {
    body: isListed ? body : { ...body, label: 'Their agency or body' },
    standsFor: { ...standsFor, hint: isListed ? `${counts}. Known of an agency from the list` : counts },
    ...others,
  }
  return (
    <>
      {isListed && (
        <Select
          id={idOf('agency')}
          name="agency"
          label={agency.label}
          labelClass="govuk-label--s"
          error={asked.messages.find(({ field }) => field === 'agency')?.text}
          value={asTyped(asked.typed, 'agency')}
          options={[
            { value: '', text: 'Not in the list' },
            ...unconnected.map(one => ({
              value: one.id,
              text: [one.name, sayKind(one.kind), one.telephone].filter(Boolean).join(', '),
            })),
          ]}
        />
      )}
      <FactFields asked={{ ...asked, definition: { ...meetingGuestInvited, fields } as unknown as FactDefinition }} />
    </>
  )
}
