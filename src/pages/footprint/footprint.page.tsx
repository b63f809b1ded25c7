// Whether everybody in England is covered on a day: each authority with its police force and its health bodies, in a plain list.
import { type Day, isDay } from '../../guidance/days.ts'
import {
  type AuthorityCovered,
  type Covering,
  type Footprint,
  footprintOn,
  leastShare,
} from '../../people/places/footprint.ts'
import { Button } from '../kit/component/button.tsx'
import { DateInput } from '../kit/component/date-input.tsx'
import { ErrorSummary, InsetText, WarningText } from '../kit/component/messages.tsx'
import { Table } from '../kit/component/table.tsx'
import { sayDay } from '../kit/days.ts'
import { type Fields, valueOf } from '../pipeline/fields.ts'
import { framed } from '../pipeline/frame.ts'
import type { Answer, Visit } from '../pipeline/page.ts'

/** `GET /footprint?on-day=…&on-month=…&on-year=…` */
export async function page(visit: Visit): Promise<Answer> {
  const asked = dayAsked(visit.query)
  const today = visit.today.day
  const day = asked ?? today
  const children = <FootprintView footprint={footprintOn(day)} typed={visit.query} isWrong={asked === undefined} />
  const html = framed(visit, { title: 'Who covers England', hasErrors: asked === undefined, children })
  return { html, status: asked === undefined ? 422 : 200 }
}

/** The day that was asked for; null where none was; nothing where it is no day for which there is data. */
function dayAsked(query: Fields): Day | null | undefined {
  const [day, month, year] = ['day', 'month', 'year'].map(part => valueOf(query, `on-${part}`))
  if (!day && !month && !year) return null
  const text = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`
  return isDay(text) && text >= '2018-01-01' ? text : undefined
}

function FootprintView({ footprint, typed, isWrong }: { footprint: Footprint; typed: Fields; isWrong: boolean }) {
  const { on, gaps, covered, kindOfHealth, isFromLater } = footprint
  const error = isWrong ? 'Enter a real date, not before 1 January 2018' : undefined
  const slivers = covered.flatMap(({ health }) => health.filter(({ isSliver }) => isSliver)).length
  return (
    <>
      <link rel="stylesheet" href="/assets/lists.css" />
      {error && <ErrorSummary errors={[{ message: error, href: '#on-day' }]} />}
      <h1 class="govuk-heading-l">Who covers England</h1>
      <p class="govuk-body">
        Every local authority area, every police force and every health body must be in somebody’s safeguarding
        arrangements (chapter 3, the geographical area). This list checks it for a day from the official look-ups.
      </p>
      <form method="get" action="/footprint" class="gt-inline-form" novalidate>
        <DateInput
          id="on"
          namePrefix="on"
          legend="On which day?"
          legendClass="govuk-fieldset__legend--s"
          error={error}
          values={{
            day: valueOf(typed, 'on-day'),
            month: valueOf(typed, 'on-month'),
            year: valueOf(typed, 'on-year'),
          }}
        />
        <Button class="govuk-button--secondary">Check</Button>
      </form>
      <h2 class="govuk-heading-m">On {sayDay(on)}</h2>
      {gaps.length === 0 ? (
        <p class="govuk-body">
          The map has no gap: {covered.length} authorities, each with a police force and{' '}
          {kindOfHealth === 'integrated care board' ? 'an integrated care board' : 'a clinical commissioning group'}.
          Whether they have agreed on arrangements stands in the arrangements of each area.
        </p>
      ) : (
        <>
          <WarningText>Somebody is left out</WarningText>
          <ul class="govuk-list govuk-list--bullet">
            {gaps.map(({ says }) => (
              <li>{says}</li>
            ))}
          </ul>
        </>
      )}
      <InsetText>
        Shares count small areas of the census, not people. Where body and authority share less than {leastShare * 100}%
        of each other it is a line drawn twice, and stands apart below ({slivers} of them).
        {isFromLater &&
          ` The ${kindOfHealth}s are those of 2021: which of them merged between this day and then is not in the data.`}
      </InsetText>
      <div class="gt-scroll" role="region" aria-label="Authorities and who covers them" tabindex={0}>
        <Table
          firstCellIsHeader
          caption="Authorities and who covers them"
          captionClass="govuk-visually-hidden"
          head={[
            'Authority',
            'Police',
            kindOfHealth === 'integrated care board' ? 'Integrated care board' : 'Clinical commissioning group',
          ].map(content => ({ content }))}
          rows={covered.map(one => [
            { content: <Named of={one} /> },
            { content: one.forces.map(({ body }) => body.name).join(', ') || 'None' },
            { content: <Health health={one.health} /> },
          ])}
        />
      </div>
      <p class="govuk-body gt-quiet">
        Contains public sector information licensed under the Open Government Licence v3.0 (Department for Education,
        Office for National Statistics). Contains OS data © Crown copyright and database right.
      </p>
    </>
  )
}

function Named({ of: { authority } }: { of: AuthorityCovered }) {
  const ends = authority.to && ` until ${sayDay(authority.to)}`
  return (
    <>
      {authority.name}
      <br />
      <span class="gt-quiet">
        {authority.ons}
        {ends}
      </span>
    </>
  )
}

function Health({ health }: { health: readonly Covering[] }) {
  const say = ({ body, shareOfAuthority }: Covering) =>
    shareOfAuthority > 0.995 ? body.name : `${body.name} (${percent(shareOfAuthority)})`
  const real = health.filter(({ isSliver }) => !isSliver)
  const slivers = health.filter(({ isSliver }) => isSliver)
  return (
    <>
      {real.map(say).join(', ') || 'None'}
      {slivers.length > 0 && <span class="gt-quiet"> and slivers of {slivers.map(say).join(', ')}</span>}
    </>
  )
}

const percent = (share: number) => `${share < 0.01 ? 'less than 1' : Math.round(share * 100)}%`
