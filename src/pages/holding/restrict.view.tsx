// The form that restricts or shields a file, or ends that: what follows for whom stands above the button.
import { nameOfChild } from '../case-file/child.ts'
import { Button } from '../kit/component/button.tsx'
import { Checkboxes, Radios } from '../kit/component/choices.tsx'
import { Details, WarningText } from '../kit/component/messages.tsx'
import { Textarea } from '../kit/component/textarea.tsx'
import { sayRestriction } from '../kit/restriction.tsx'
import { valuesOf } from '../pipeline/fields.ts'
import { Form, SaveAndComeBack } from '../pipeline/form.tsx'
import { framed } from '../pipeline/frame.ts'
import type { FormState, Visit } from '../pipeline/page.ts'
import { asTyped, idOf } from '../record/fact-fields.tsx'
import { Problems } from '../record/problems.tsx'
import type { Message } from '../record/read-fact.ts'
import type { OpenRestrict } from './restrict.page.ts'

const and = new Intl.ListFormat('en-GB')

/** People to be named are folded where there are many. */
const mostUnfolded = 8

/** The page. */
export function restrictView(
  visit: Visit,
  form: FormState,
  opened: OpenRestrict,
  messages: readonly Message[],
): string {
  const { head, why, read, offered, teams } = opened
  const name = nameOfChild(read)
  const base = `/case/${encodeURIComponent(head.reference)}`
  const errorOf = (field: string) => messages.find(message => message.field === field)?.text
  const title = head.restriction === 'none' ? 'Restrict this file' : 'Change who may see this file'
  const children = (
    <>
      <Problems messages={messages} />
      <span class="govuk-caption-l">{name}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      {head.restriction !== 'none' && <p class="govuk-body">{sayRestriction(head.restriction)}</p>}
      <Form visit={visit} form={form} title={`${title}: ${name}`} case={head.reference}>
        <Radios
          id={idOf('to')}
          name="to"
          legend="What should hold from now on?"
          legendClass="govuk-fieldset__legend--s"
          class="govuk-radios--small"
          error={errorOf('to')}
          value={asTyped(form.typed, 'to')}
          items={offered.map(value => ({ value, ...choices[value] }))}
        />
        {teams.length > 0 && (
          <Radios
            id={idOf('team')}
            name="team"
            legend="Which team holds it?"
            legendClass="govuk-fieldset__legend--s"
            hint="No team has this file. Restricted, it would be nobody’s"
            class="govuk-radios--small"
            error={errorOf('team')}
            value={asTyped(form.typed, 'team')}
            items={teams.map(team => ({ value: team.id, label: team.name }))}
          />
        )}
        <Keeping form={form} opened={opened} error={errorOf('keeping')} />
        <Follows visit={visit} opened={opened} base={base} />
        <Textarea
          id={idOf('why')}
          name="why"
          class="govuk-!-width-two-thirds"
          label="Why?"
          labelClass="govuk-label--s"
          hint="It stands with the file, for those who may see it"
          rows={3}
          value={asTyped(form.typed, 'why')}
          error={errorOf('why')}
        />
        <div class="govuk-button-group">
          <Button class="govuk-button--warning" preventDoubleClick>
            Change it
          </Button>
          <SaveAndComeBack />
        </div>
      </Form>
    </>
  )
  return framed(visit, {
    title: `${title}: ${name}`,
    back: { href: base, text: name },
    hasErrors: messages.length > 0,
    why: <p>{why}</p>,
    children,
  })
}

const choices = {
  restricted: {
    label: 'Restricted',
    hint: 'Few may see it: a colleague’s family, a case in the news. In an emergency it can be opened, and that is reviewed',
  },
  shielded: {
    label: 'Shielded',
    hint: 'Somebody may be looking for the family. Only the team and the front door know that there is a file; nobody opens it in an emergency',
  },
  none: {
    label: 'Neither: as any other file',
    hint: 'Front door, managers, privacy officers and data leads see it again',
  },
} as const

function Keeping({ form, opened, error }: { form: FormState; opened: OpenRestrict; error: string | undefined }) {
  const { colleagues } = opened
  if (colleagues.length === 0) return null
  const people = (
    <Checkboxes
      id={idOf('keeping')}
      name="keeping"
      legend="Who else of the council goes on seeing it, besides the team?"
      legendClass="govuk-fieldset__legend--s"
      hint="Each of them by name: nobody takes their place by taking their post"
      class="govuk-checkboxes--small"
      error={error}
      values={valuesOf(form.typed, 'keeping')}
      items={colleagues.map(one => ({ value: one.id, label: one.name, hint: one.title }))}
    />
  )
  const ticked = valuesOf(form.typed, 'keeping').length > 0
  return colleagues.length > mostUnfolded ? (
    <Details summary="Who else of the council goes on seeing it" open={ticked || error !== undefined}>
      {people}
    </Details>
  ) : (
    people
  )
}

/** For each of those who see it now, what changes. */
function Follows({ visit, opened, base }: { visit: Visit; opened: OpenRestrict; base: string }) {
  const { head, groups, isOfTeam, joined } = opened
  const all = and.format(groups.map(group => group.name))
  const but = and.format(groups.flatMap(group => (group.isFrontDoor ? [] : group.name)))
  return (
    <section aria-labelledby="follows">
      <h2 class="govuk-heading-m" id="follows">
        What follows
      </h2>
      {!isOfTeam && (
        <WarningText>
          You are not in {head.teamName ?? 'a team that has this file'}. If you restrict it and do not tick yourself
          above, you will not see it any more.
        </WarningText>
      )}
      <ul class="govuk-list govuk-list--bullet">
        <li>
          <b>Restricted:</b> {all} of {visit.post.agency.name} no longer see it, unless they are in the team or named
          above. Shielded: {but} do not; the front door does.
        </li>
        <li>
          <b>Opened in an emergency:</b> stays open until its minutes are over.
        </li>
        <li>
          <b>Other agencies:</b> what they recorded is theirs, and what they were told they go on seeing.{' '}
          <a class="govuk-link" href={`${base}/told`}>
            Look who was told what
          </a>{' '}
          and recall what they should not see any more.
        </li>
        <li>
          <b>Whoever knows the family:</b> what they declared closes the file to them as before.
        </li>
        {joined.length > 0 && (
          <li>
            <b>Joined with {and.format(joined)}:</b> that file stays as it is. Restrict it too.
          </li>
        )}
      </ul>
    </section>
  )
}
