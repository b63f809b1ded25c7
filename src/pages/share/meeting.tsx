// Sharing with a meeting: with the agencies that took part, or only with the people of theirs who were there.
import { Button } from '../kit/component/button.tsx'
import { Checkboxes, Radios } from '../kit/component/choices.tsx'
import { Details, InsetText } from '../kit/component/messages.tsx'
import { Select } from '../kit/component/select.tsx'
import { count } from '../kit/days.ts'
import { type Fields, valueOf, valuesOf } from '../pipeline/fields.ts'
import { asTyped, idOf } from '../record/fact-fields.tsx'
import type { OpenShare } from './share.page.ts'

interface Shown {
  readonly typed: Fields
  readonly opened: OpenShare
  readonly path: string
  readonly errorOf: (field: string) => string | undefined
}

/** The meeting, whom of it, and, once both are chosen, who works at its agencies. */
export function Meeting({ typed, opened, path, errorOf }: Shown) {
  return (
    <>
      <Select
        id={idOf('meeting')}
        name="meeting"
        label="Or with a meeting"
        labelClass="govuk-label--s"
        error={errorOf('meeting')}
        value={asTyped(typed, 'meeting')}
        options={[
          { value: '', text: 'No meeting' },
          ...opened.meetings.map(({ root, label, agencies }) => ({
            value: root,
            text: `${label}: ${agencies.join(', ')}`,
          })),
        ]}
      />
      <Radios
        id={idOf('meeting-whom')}
        name="meeting-whom"
        legend="With whom of the meeting?"
        legendClass="govuk-fieldset__legend--s"
        error={errorOf('meeting-whom')}
        class="govuk-radios--small"
        value={asTyped(typed, 'meeting-whom')}
        items={[
          {
            value: 'agencies',
            label: 'The agencies that took part',
            hint: 'It reaches all who sign in there, or, of those that work on the file, those who were granted it',
          },
          {
            value: 'people',
            label: 'Only the people who were there',
            hint: 'You say who they were. Nobody else of their agencies sees it, or that you shared it. Where an agency must act, tell the agency',
          },
        ]}
      />
      <Button
        class="govuk-button--secondary"
        name="show"
        value="people"
        attributes={{ formaction: `${path}#people`, formnovalidate: true }}
      >
        {isOfPeople(typed) ? 'Show the people of this meeting' : 'Show the people to choose from'}
      </Button>
      <div id="people">{isOfPeople(typed) && <People typed={typed} opened={opened} errorOf={errorOf} />}</div>
    </>
  )
}

/** Whether people of a meeting are to be told, and not its agencies. */
export function isOfPeople(typed: Fields): boolean {
  return valueOf(typed, 'meeting-whom') === 'people'
}

/** People of an agency are folded where there are many. */
const mostUnfolded = 12

function People({ typed, opened, errorOf }: Omit<Shown, 'path'>) {
  const meeting = opened.meetings.find(({ root }) => root === valueOf(typed, 'meeting'))
  if (!meeting) return null
  const ticked = valuesOf(typed, 'people')
  const withPeople = meeting.agencyIds.filter(id => opened.people.some(person => person.agencyId === id))
  const without = meeting.agencies.filter((_, at) => !withPeople.includes(meeting.agencyIds[at] ?? ''))
  return (
    <>
      {withPeople.map((agencyId, at) => {
        const name = meeting.agencies[meeting.agencyIds.indexOf(agencyId)] ?? ''
        const people = opened.people.filter(person => person.agencyId === agencyId)
        const error = at === 0 ? errorOf('people') : undefined
        const boxes = (
          <Checkboxes
            id={idOf(at === 0 ? 'people' : `people-of-${at + 1}`)}
            name="people"
            legend={`Who of ${name} was there?`}
            legendClass="govuk-fieldset__legend--s"
            error={error}
            class="govuk-checkboxes--small gt-options"
            values={ticked}
            items={people.map(person => ({ value: person.id, label: person.name, hint: person.title }))}
          />
        )
        if (people.length <= mostUnfolded) return boxes
        const isOpen = error !== undefined || people.some(person => ticked.includes(person.id))
        return (
          <Details summary={`${name}: ${count(people.length, 'person', 'people')}`} open={isOpen}>
            {boxes}
          </Details>
        )
      })}
      {without.length > 0 && (
        <InsetText>Nobody signs in for {without.join(' or ')}. Ring whoever came from there.</InsetText>
      )}
    </>
  )
}
