// The list of what was opened in an emergency, and one opening with its review.
import { breakGlassReviewed, breakGlassUsed } from '../../procedures/break-glass.ts'
import { Button } from '../kit/component/button.tsx'
import { Radios } from '../kit/component/choices.tsx'
import type { Content } from '../kit/component/markup.ts'
import { InsetText, Tag } from '../kit/component/messages.tsx'
import { SummaryList } from '../kit/component/summary-list.tsx'
import { Textarea } from '../kit/component/textarea.tsx'
import { count, sayDay, sayDue, sayLate, sayTime } from '../kit/days.ts'
import { valueOf } from '../pipeline/fields.ts'
import { Form } from '../pipeline/form.tsx'
import type { FormState, Visit } from '../pipeline/page.ts'
import { Problems } from '../record/problems.tsx'
import type { Message } from '../record/read-fact.ts'
import type { Opening, PageRead } from './openings.ts'

const outcomes: Readonly<Record<string, { readonly label: string }>> = breakGlassReviewed.fields.outcome.options

/** Everything below the header of the list. */
export function listView(visit: Visit, openings: readonly Opening[]): Content {
  const waiting = openings.filter(one => one.outcome === null)
  const reviewed = openings.filter(one => one.outcome !== null)
  return (
    <>
      <h1 class="govuk-heading-l">Opened in an emergency</h1>
      <p class="govuk-body">
        Restricted records that somebody opened without having been let in. Each is reviewed within the time that the
        area set.
      </p>
      <h2 class="govuk-heading-m">
        {waiting.length === 0 ? 'Nothing waits for review' : `${waiting.length} to review`}
      </h2>
      {waiting.length === 0 && (
        <p class="gt-empty">When a restricted record is opened in an emergency, it stands here from that moment on.</p>
      )}
      {waiting.map(one => (
        <Card visit={visit} opening={one} />
      ))}
      {reviewed.length > 0 && <h2 class="govuk-heading-m">Reviewed</h2>}
      {reviewed.map(one => (
        <Card visit={visit} opening={one} />
      ))}
    </>
  )
}

function Card({ visit, opening }: { visit: Visit; opening: Opening }) {
  const { reviewedOn, outcome } = opening
  return (
    <SummaryList
      card={{
        title: `${opening.who}, file ${opening.reference}`,
        titleLevel: 3,
        actions: [
          {
            href: `/break-glass/${opening.id}`,
            text: reviewedOn ? 'Look' : 'Review',
            hiddenText: `${opening.who}, file ${opening.reference}`,
          },
        ],
      }}
      rows={[
        { key: 'When', value: when(visit, opening) },
        { key: 'Why', value: opening.reason },
        { key: 'Meanwhile', value: `${count(opening.pages, 'page')} opened` },
        reviewedOn
          ? {
              key: 'Review',
              value: `${outcomes[outcome ?? '']?.label ?? outcome}. ${opening.reviewer ?? ''}, ${sayDay(reviewedOn)}`,
            }
          : { key: 'Review', value: <Due visit={visit} due={opening.due} /> },
      ]}
    />
  )
}

function Due({ visit, due }: { visit: Visit; due: string | null }) {
  const today = visit.today.day
  if (due === null) return <>No day is set</>
  if (due < today)
    return (
      <>
        <Tag class="govuk-tag--red">Overdue</Tag> {sayLate(due, today)} (due {sayDay(due)})
      </>
    )
  return <>Due {sayDue(due, today)}</>
}

function when(visit: Visit, { startsAt, endsAt, endedAt }: Opening): string {
  const until = endedAt === null ? sayTime(endsAt) : `${sayTime(endedAt)}, closed early`
  return `${sayDay(visit.ledger.dayOf(startsAt))}, ${sayTime(startsAt)} to ${until}`
}

interface Shown {
  readonly opening: Opening
  readonly pages: readonly PageRead[]
  readonly messages: readonly Message[]
  readonly title: string
  readonly isOwn: boolean
}

/** Everything below the header of one opening. */
export function reviewView(visit: Visit, form: FormState, { opening, pages, messages, title, isOwn }: Shown): Content {
  const { dayOf } = visit.ledger
  const seen =
    opening.seenAt === null
      ? 'has not said to have seen it'
      : `saw it on ${sayDay(dayOf(opening.seenAt))}, ${sayTime(opening.seenAt)}`
  return (
    <>
      <Problems messages={messages} at={field => `#${field}`} />
      <span class="govuk-caption-l">Opened in an emergency</span>
      <h1 class="govuk-heading-l">
        {opening.who}, file {opening.reference}
      </h1>
      <SummaryList
        rows={[
          { key: 'Who', value: `${opening.who}, ${opening.title}` },
          { key: 'When', value: when(visit, opening) },
          { key: 'Why it could not wait', value: opening.reason },
          { key: 'What was needed', value: breakGlassUsed.fields.scope.options[opening.scope].label },
          { key: 'Who was told', value: `${opening.told}, who ${seen}` },
          opening.reviewedOn === null && { key: 'Review', value: <Due visit={visit} due={opening.due} /> },
        ]}
      />
      <h2 class="govuk-heading-m">What was read meanwhile</h2>
      {pages.length === 0 ? (
        <p class="gt-empty">No page of the file was opened.</p>
      ) : (
        <ol class="govuk-list govuk-list--number">
          {pages.map(one => (
            <li>
              {sayTime(one.at)}: {visit.pageInWords(one.route)}
            </li>
          ))}
        </ol>
      )}
      <p class="govuk-body gt-quiet">
        What is in the file is not shown here: a review asks who looked, why, and at how much of it.
      </p>
      {opening.reviewedOn !== null && <Reviewed opening={opening} />}
      {opening.reviewedOn === null && isOwn && (
        <InsetText>You opened this record yourself. Ask another privacy officer to review it.</InsetText>
      )}
      {opening.reviewedOn === null && !isOwn && <Asking {...{ visit, form, messages, title }} />}
    </>
  )
}

function Reviewed({ opening }: { opening: Opening }) {
  return (
    <>
      <h2 class="govuk-heading-m">Review</h2>
      <SummaryList
        rows={[
          { key: 'Outcome', value: outcomes[opening.outcome ?? '']?.label ?? opening.outcome },
          { key: 'What was found', value: opening.words ?? 'Taken away from the record' },
          { key: 'By', value: `${opening.reviewer ?? ''}, ${sayDay(opening.reviewedOn ?? '')}` },
        ]}
      />
    </>
  )
}

function Asking({
  visit,
  form,
  messages,
  title,
}: Pick<Shown, 'messages' | 'title'> & { visit: Visit; form: FormState }) {
  const errorOf = (field: string) => messages.find(message => message.field === field)?.text
  return (
    <Form visit={visit} form={form} title={title}>
      <Radios
        name="outcome"
        legend="What did the review find?"
        legendClass="govuk-fieldset__legend--m"
        class="govuk-radios--small"
        value={valueOf(form.typed, 'outcome')}
        error={errorOf('outcome')}
        items={Object.entries(outcomes).map(([value, { label }]) => ({ value, label }))}
      />
      <Textarea
        name="words"
        label="What was found, and what follows"
        labelClass="govuk-label--s"
        rows={4}
        value={valueOf(form.typed, 'words')}
        error={errorOf('words')}
      />
      <Button preventDoubleClick>Record the review</Button>
    </Form>
  )
}
