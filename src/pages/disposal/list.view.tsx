// What may be disposed of, what waits for a second person, what is held back, what was disposed of.
import { Button } from '../kit/component/button.tsx'
import { Checkboxes } from '../kit/component/choices.tsx'
import type { Content } from '../kit/component/markup.ts'
import { Details, InsetText, NotificationBanner, WarningText } from '../kit/component/messages.tsx'
import { SummaryList } from '../kit/component/summary-list.tsx'
import { count, sayDay } from '../kit/days.ts'
import { valueOf, valuesOf } from '../pipeline/fields.ts'
import type { FormState, Visit } from '../pipeline/page.ts'
import { Problems } from '../record/problems.tsx'
import type { Message } from '../record/read-fact.ts'
import type { Lists } from './disposal.page.ts'
import { type Kept, most } from './records.ts'
import { sayGround, sayHeld, sayRule } from './words.ts'

/** Everything below the header. */
export function listView(
  visit: Visit,
  form: FormState,
  lists: readonly Lists[],
  messages: readonly Message[],
): Content {
  return (
    <>
      <Problems messages={messages} at={field => `#${field}`} />
      <Done visit={visit} />
      <h1 class="govuk-heading-l">Records that are no longer kept</h1>
      <p class="govuk-body">
        Records of closed cases are kept as long as the{' '}
        <a class="govuk-link" href="/disposal/schedule">
          retention schedule
        </a>{' '}
        says, and no longer. One person proposes, a second one disposes of them. Before you do either, think of what
        still needs them: an inquiry, a claim, a brother or sister with an open case.
      </p>
      {lists.map(list => (
        <Area visit={visit} form={form} list={list} messages={messages} isOne={lists.length === 1} />
      ))}
    </>
  )
}

function Done({ visit }: { visit: Visit }) {
  const [proposed, disposed] = [valueOf(visit.query, 'proposed'), valueOf(visit.query, 'disposed')].map(text =>
    /^\d{1,4}$/.test(text) ? Number(text) : undefined,
  )
  const left = valueOf(visit.query, 'left')
    .split('.')
    .filter(one => /^[\w-]{3,20}$/.test(one))
  if (proposed === undefined && disposed === undefined) return null
  return (
    <>
      <NotificationBanner type="success">
        <p class="govuk-notification-banner__heading">
          {proposed === undefined
            ? `${count(disposed ?? 0, 'record')} disposed of`
            : `${count(proposed, 'record')} proposed. A second person decides.`}
        </p>
      </NotificationBanner>
      {left.length > 0 && (
        <InsetText>
          {left.join(', ')}: nothing was done. You proposed it yourself, somebody else was first, or something stops it
          now. Open it to see what.
        </InsetText>
      )}
    </>
  )
}

interface AreaProps {
  visit: Visit
  form: FormState
  list: Lists
  messages: readonly Message[]
  isOne: boolean
}

function Area({ visit, form, list, messages, isOne }: AreaProps) {
  const { over, proposed, held, holds, disposed, area } = list
  const errorOf = (field: string) => messages.find(message => message.field === field)?.text
  const posts = new Set(visit.practitioner.posts.map(({ id }) => id))
  const own = proposed.filter(one => one.proposal !== null && posts.has(one.proposal.post))
  const others = proposed.filter(one => !own.includes(one))
  return (
    <>
      {!isOne && <h2 class="govuk-heading-m">{area.name}</h2>}
      <h2 class="govuk-heading-m">
        {proposed.length === 0
          ? 'Nothing waits for a second person'
          : `${proposed.length} for a second person to decide`}
      </h2>
      {others.length > 0 && (
        <ListForm visit={visit} form={form}>
          <Chosen
            form={form}
            name="approve"
            legend="Which records are to be disposed of?"
            records={others}
            error={errorOf('approve')}
          />
          <WarningText>What is written in them is gone for good: names, reports, what the child said.</WarningText>
          <Button class="govuk-button--warning" name="_do" value="approve" preventDoubleClick>
            Dispose of them
          </Button>
        </ListForm>
      )}
      {own.length > 0 && (
        <SummaryList
          rows={own.map(one => ({
            key: <Named one={one} />,
            value: `Proposed by you, ${sayDay(one.proposal?.on ?? '')}. Somebody else decides.`,
          }))}
        />
      )}
      <h2 class="govuk-heading-m">
        {over.length === 0
          ? 'Nothing to propose'
          : `${over.length > most ? `More than ${most}` : over.length} to propose`}
      </h2>
      {over.length === 0 && (
        <p class="gt-empty">
          When the time for which the record of a closed case is kept runs out, and nothing stops it, it stands here.
        </p>
      )}
      {over.length > 0 && (
        <ListForm visit={visit} form={form}>
          <Chosen
            form={form}
            name="propose"
            legend="Which records do you propose?"
            records={over.slice(0, most)}
            error={errorOf('propose')}
          />
          <Button name="_do" value="propose" preventDoubleClick>
            Propose that they are disposed of
          </Button>
        </ListForm>
      )}
      <h2 class="govuk-heading-m">Held back</h2>
      {held.length === 0 && (
        <p class="gt-empty">Closed records that an inquiry, a request or anything still owed keeps from disposal.</p>
      )}
      <SummaryList
        rows={held.slice(0, most).map(one => ({
          key: <Named one={one} />,
          value: (
            <>
              {sayHeld(one.held).join('. ')}.
              {holds
                .filter(hold => hold.caseId === one.caseId)
                .map(({ ground, agency, until }) => (
                  <>
                    <br />
                    {sayGround(ground)}: {agency}
                    {until && `, expected to last until ${sayDay(until)}`}
                  </>
                ))}
              <br />
              <span class="gt-quiet">
                {one.until <= visit.today.day ? 'Otherwise over since' : 'Kept in any case until'} {sayDay(one.until)}
              </span>
            </>
          ),
        }))}
      />
      {disposed.length > 0 && (
        <Details summary={`Disposed of: the last ${disposed.length === 1 ? 'one' : disposed.length}`}>
          <ul class="govuk-list">
            {disposed.map(({ reference, at }) => (
              <li>
                <a class="govuk-link" href={`/case/${reference}/certificate`}>
                  {reference}
                </a>
                , {sayDay(visit.ledger.dayOf(at))}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </>
  )
}

/** Nothing is typed: there is nothing to keep as a draft. */
function ListForm({ visit, form, children }: { visit: Visit; form: FormState; children: Content }) {
  return (
    <form method="post" action="/disposal" novalidate>
      <input type="hidden" name="_csrf" value={visit.csrf} />
      <input type="hidden" name="_submission" value={form.submission} />
      {children}
    </form>
  )
}

function Named({ one }: { one: Kept }) {
  return (
    <a class="govuk-link" href={`/case/${one.reference}/retention`}>
      {one.name || `Child ${one.reference}`}
    </a>
  )
}

interface ChosenProps {
  form: FormState
  name: 'propose' | 'approve'
  legend: string
  records: readonly Kept[]
  error: string | undefined
}

function Chosen({ form, name, legend, records, error }: ChosenProps) {
  return (
    <Checkboxes
      id={name}
      name={name}
      legend={legend}
      legendClass="govuk-fieldset__legend--s"
      class="govuk-checkboxes--small"
      values={valuesOf(form.typed, name)}
      error={error}
      items={records.map(one => ({
        value: one.reference,
        label: `${one.name || 'Child'}, ${one.reference}`,
        hint: (
          <>
            {sayRule(one.category, one.counts, one.months)}. Closed {sayDay(one.closedOn)}, over since{' '}
            {sayDay(one.until)}. {one.proposal && `Proposed by ${one.proposal.by}, ${sayDay(one.proposal.on)}. `}
            <a class="govuk-link" href={`/case/${one.reference}/retention`}>
              Look<span class="govuk-visually-hidden"> at {one.name || one.reference}</span>
            </a>
          </>
        ),
      }))}
    />
  )
}
