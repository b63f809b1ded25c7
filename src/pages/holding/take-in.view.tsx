// Files that wait for a team, and the form that gives one of them to a team.
import type { Waiting } from '../../ledger/holding.ts'
import type { Found } from '../../people/search.ts'
import { nameOfChild } from '../case-file/child.ts'
import { Button } from '../kit/component/button.tsx'
import { Radios } from '../kit/component/choices.tsx'
import { InsetText } from '../kit/component/messages.tsx'
import { Textarea } from '../kit/component/textarea.tsx'
import { daysBetween, sayDay, sayLength } from '../kit/days.ts'
import { RestrictionTag } from '../kit/restriction.tsx'
import { Form, SaveAndComeBack } from '../pipeline/form.tsx'
import { framed } from '../pipeline/frame.ts'
import type { FormState, Visit } from '../pipeline/page.ts'
import { asTyped, idOf } from '../record/fact-fields.tsx'
import { Problems } from '../record/problems.tsx'
import type { Message } from '../record/read-fact.ts'
import type { OpenTakeIn } from './take-in.page.ts'

export interface WaitingFile extends Waiting {
  readonly name: string
}

/** Everything below the header of the list. */
export function WaitingView({ visit, files }: { visit: Visit; files: readonly WaitingFile[] }) {
  const today = visit.today.day
  return (
    <>
      <h1 class="govuk-heading-l">Files without a team</h1>
      <p class="govuk-body">
        Another agency opened these files and shared something of them with {visit.post.agency.name}. Until a team has
        one, no social worker sees it.
      </p>
      {files.length === 0 && (
        <p class="gt-empty">None waits. When another agency shares a child’s file that no team has, it stands here.</p>
      )}
      <ul class="govuk-list gt-files">
        {files.map(({ reference, name, from, since }) => {
          const day = visit.ledger.dayOf(since)
          const days = daysBetween(day, today)
          return (
            <li>
              <a class="govuk-link" href={`/case/${reference}`}>
                <b>{name}</b>
              </a>{' '}
              <span class="gt-quiet">{reference}</span>
              <br />
              Shared by {new Intl.ListFormat('en-GB').format(from)} on {sayDay(day)}
              {days > 0 && `, ${sayLength(days)} ago`}.{' '}
              <a class="govuk-link" href={`/case/${reference}/take-in`}>
                Give it to a team<span class="govuk-visually-hidden">: {name}</span>
              </a>
            </li>
          )
        })}
      </ul>
    </>
  )
}

/** The page on which one file is given to a team. */
export function takeInView(visit: Visit, form: FormState, opened: OpenTakeIn, messages: readonly Message[]): string {
  const { head, why, read, teams, same, isFree } = opened
  const name = nameOfChild(read)
  const base = `/case/${encodeURIComponent(head.reference)}`
  const errorOf = (field: string) => messages.find(message => message.field === field)?.text
  const children = (
    <>
      <Problems messages={messages} />
      <span class="govuk-caption-l">{name}</span>
      <h1 class="govuk-heading-l">Give this file to a team</h1>
      {!isFree && <InsetText>{head.teamName} has this file. There is nothing to do here.</InsetText>}
      {isFree && <Same base={base} same={same} />}
      {isFree && (
        <Form visit={visit} form={form} title={`Give the file to a team: ${name}`} case={head.reference}>
          <Radios
            id={idOf('team')}
            name="team"
            legend="Which team will work with the child?"
            legendClass="govuk-fieldset__legend--s"
            hint="It sees what was shared with us and what we record. What the other agency kept to itself stays hidden"
            class="govuk-radios--small"
            error={errorOf('team')}
            value={asTyped(form.typed, 'team')}
            items={teams.map(team => ({ value: team.id, label: team.name }))}
          />
          <Textarea
            id={idOf('why')}
            name="why"
            class="govuk-!-width-two-thirds"
            label="Why this team?"
            labelClass="govuk-label--s"
            hint="One line. It stands with the file"
            rows={2}
            value={asTyped(form.typed, 'why')}
            error={errorOf('why')}
          />
          <div class="govuk-button-group">
            <Button preventDoubleClick>Give it to this team</Button>
            <SaveAndComeBack />
          </div>
        </Form>
      )}
    </>
  )
  return framed(visit, {
    title: `Give the file to a team: ${name}`,
    back: { href: base, text: name },
    hasErrors: messages.length > 0,
    why: <p>{why}</p>,
    children,
  })
}

/** "Same date of birth, last name spelt nearly the same" */
function sayBecause([first = '', ...more]: readonly string[]): string {
  return [first.charAt(0).toUpperCase() + first.slice(1), ...more].join(', ')
}

/** Joining is better than a second file for the same child: they are looked at beside each other first. */
function Same({ base, same }: { base: string; same: readonly Found[] }) {
  return (
    <section aria-labelledby="same">
      <h2 class="govuk-heading-s" id="same">
        Have we a file of this child already?
      </h2>
      {same.length === 0 && (
        <p class="govuk-body">
          We looked by name, date of birth and numbers, and found none that you may see. If you know of one,{' '}
          <a class="govuk-link" href={`${base}/join`}>
            join it by its reference
          </a>
          .
        </p>
      )}
      {same.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {same.map(({ reference, name, restriction, team, because }) => (
            <li>
              <a class="govuk-link" href={`${base}/same-child/${encodeURIComponent(reference)}`}>
                {name || `Child ${reference}`}, {reference}
              </a>
              {team && `, ${team}`}
              {restriction !== 'none' && (
                <>
                  {' '}
                  <RestrictionTag restriction={restriction} />
                </>
              )}
              <br />
              <span class="gt-quiet">{sayBecause(because)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
