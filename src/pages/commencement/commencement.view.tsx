// The provisions that wait for a day, what turns with each in this system, and the form that names the day.
import { getEdition, isCommenced, type Provision, provisions } from '../../guidance/editions.ts'
import { powers } from '../../guidance/lawful-bases.ts'
import type { CommencementRead } from '../../ledger/commencement.ts'
import { rulesTouched } from '../../procedures/decided-locally.ts'
import { Button } from '../kit/component/button.tsx'
import { Checkboxes } from '../kit/component/choices.tsx'
import { DateInput } from '../kit/component/date-input.tsx'
import { InsetText, NotificationBanner, Tag } from '../kit/component/messages.tsx'
import { SummaryList } from '../kit/component/summary-list.tsx'
import { TextInput } from '../kit/component/text-input.tsx'
import { type Day, sayDay } from '../kit/days.ts'
import { Changes, type Tried } from '../local-policy/changes.tsx'
import { valuesOf } from '../pipeline/fields.ts'
import { Form, SaveAndComeBack } from '../pipeline/form.tsx'
import { framed } from '../pipeline/frame.ts'
import type { FormState, Visit } from '../pipeline/page.ts'
import { asTyped, idOf } from '../record/fact-fields.tsx'
import { Problems } from '../record/problems.tsx'
import type { Message } from '../record/read-fact.ts'
import type { OpenProvision } from './commencement.page.ts'

const sectionOf = (provision: Provision) => `Section ${provision.split('-s')[1]}`

/** Everything below the header of the list. */
export function ListView({
  visit,
  history,
  named,
}: {
  visit: Visit
  history: readonly CommencementRead[]
  named: string
}) {
  const today = visit.today.day
  const codes = Object.keys(provisions) as Provision[]
  return (
    <>
      {codes.some(code => code === named) && (
        <NotificationBanner type="success">
          <p class="govuk-notification-banner__heading">Recorded. It stands below, with who and why.</p>
        </NotificationBanner>
      )}
      <h1 class="govuk-heading-l">Law to come</h1>
      <p class="govuk-body">
        Parts of the {getEdition('cwsa2026').title} begin on days that regulations name. When a day is recorded here,
        this system turns by itself on that day, in every area that it serves. Nothing is ever edited: each decision
        stands, and the latest one holds.
      </p>
      {codes.map(provision => {
        const own = history.filter(one => one.provision === provision)
        return (
          <SummaryList
            card={{
              title: `${sectionOf(provision)}: ${provisions[provision]}`,
              titleLevel: 2,
              actions: [
                {
                  href: `/commencement/${provision}`,
                  text: own[0]?.beginsOn ? 'Change the day' : 'Name the day',
                  hiddenText: sectionOf(provision),
                },
              ],
            }}
            rows={[
              {
                key: 'In force',
                value: <State beginsOn={own[0]?.beginsOn ?? null} provision={provision} today={today} />,
              },
              { key: 'What turns with it', value: <Turns visit={visit} provision={provision} /> },
              ...(own.length > 0 ? [{ key: 'Decisions', value: <History visit={visit} history={own} /> }] : []),
            ]}
          />
        )
      })}
    </>
  )
}

function State({ beginsOn, provision, today }: { beginsOn: Day | null; provision: Provision; today: Day }) {
  if (beginsOn === null) return <>No: no day is recorded</>
  return isCommenced(provision, today, { [provision]: beginsOn }) ? (
    <>
      <Tag class="govuk-tag--green">In force</Tag> since {sayDay(beginsOn)}
    </>
  ) : (
    <>
      <Tag class="govuk-tag--blue">To come</Tag> from {sayDay(beginsOn)}
    </>
  )
}

/** What this system does otherwise from that day. */
function Turns({ visit: { guidance }, provision }: { visit: Visit; provision: Provision }) {
  const named = powers.filter(power => power.waitsFor === provision)
  const rules = rulesTouched(guidance, { of: 'commencement', provision })
  if (named.length + rules.length === 0) return <>Nothing yet: no rule here depends on it</>
  return (
    <ul class="govuk-list govuk-list--bullet govuk-!-margin-bottom-0">
      {provision === 'cwsa2026-s4' && (
        <>
          <li>
            Sharing starts from “must share unless”: every record is chosen until it is taken out, and not to share asks
            for the reason. Until then it starts from “may share”, with nothing chosen.
          </li>
          <li>An agency that tells the council of a child does so under this duty, unless it chooses another basis.</li>
        </>
      )}
      {named.map(({ label }) => (
        <li>“{label}” can be named as a lawful basis.</li>
      ))}
      {rules.map(({ must }) => (
        <li>It is owed from that day: {must}.</li>
      ))}
    </ul>
  )
}

function History({ visit, history }: { visit: Visit; history: readonly CommencementRead[] }) {
  return (
    <ul class="govuk-list govuk-!-margin-bottom-0">
      {history.map(({ beginsOn, regulations, approvedBy, why, at, by }) => (
        <li>
          <b>{beginsOn ? `From ${sayDay(beginsOn)}` : 'Taken back: no day'}</b>, {regulations}. {why}
          <br />
          <span class="gt-quiet">
            {sayDay(visit.ledger.dayOf(at))}
            {by && `, ${by}`}
            {approvedBy && `. Approved by ${approvedBy}`}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** The page on which the day of one provision is named. */
export function provisionView(
  visit: Visit,
  form: FormState,
  { provision, title, history }: OpenProvision,
  messages: readonly Message[],
  { tried, previewed = '' }: { tried?: Tried; previewed?: string },
): string {
  const { typed } = form
  const errorOf = (field: string) => messages.find(message => message.field === field)?.text
  const latest = history[0]
  const text = (name: string) => ({
    id: idOf(name),
    name,
    labelClass: 'govuk-label--s',
    value: asTyped(typed, name),
    error: errorOf(name),
    autocomplete: 'off',
  })
  const children = (
    <>
      <Problems messages={messages} days={['begins']} />
      <span class="govuk-caption-l">{getEdition('cwsa2026').title}</span>
      <h1 class="govuk-heading-l">
        {sectionOf(provision)}: {title}
      </h1>
      <h2 class="govuk-heading-s">What turns on that day</h2>
      <Turns visit={visit} provision={provision} />
      {latest && (
        <InsetText>
          <History visit={visit} history={history} />
        </InsetText>
      )}
      <div class="govuk-!-margin-top-4">
        <Form visit={visit} form={form} title={`${sectionOf(provision)}: the day on which it begins`}>
          <input type="hidden" name="seen" value={latest?.id ?? 'none'} />
          <input type="hidden" name="previewed" value={previewed} />
          {tried && <Changes tried={tried} />}
          <DateInput
            id={idOf('begins')}
            namePrefix="begins"
            legend="From which day is it in force?"
            legendClass="govuk-fieldset__legend--s"
            hint="As the regulations say. A day that is past holds at once"
            error={errorOf('begins')}
            values={{
              day: asTyped(typed, 'begins-day'),
              month: asTyped(typed, 'begins-month'),
              year: asTyped(typed, 'begins-year'),
            }}
          />
          {latest?.beginsOn && (
            <Checkboxes
              id={idOf('none')}
              name="none"
              class="govuk-checkboxes--small"
              error={errorOf('none')}
              values={valuesOf(typed, 'none')}
              items={[
                { value: 'yes', label: `It was a mistake: take back ${sayDay(latest.beginsOn)}, and name no day` },
              ]}
            />
          )}
          <TextInput
            {...text('regulations')}
            label="Which regulations?"
            hint="Title and number, so that anybody can look them up"
          />
          <TextInput {...text('approved-by')} label="Who approved this?" hint="Name and post" />
          <TextInput {...text('why')} label="Why do you record it now?" />
          <div class="govuk-button-group">
            <Button preventDoubleClick>Record it</Button>
            <SaveAndComeBack />
          </div>
        </Form>
      </div>
    </>
  )
  return framed(visit, {
    title: `${sectionOf(provision)}: ${title}`,
    back: { href: '/commencement', text: 'Law to come' },
    hasErrors: messages.length > 0,
    children,
  })
}
