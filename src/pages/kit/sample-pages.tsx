// Further invented pages: what is due, an overview, a form that came back.
import { Button } from './component/button.tsx'
import { Checkboxes, Radios } from './component/choices.tsx'
import { DateInput } from './component/date-input.tsx'
import { ErrorSummary } from './component/messages.tsx'
import { Select } from './component/select.tsx'
import { TextInput } from './component/text-input.tsx'
import { CountedTextarea } from './component/textarea.tsx'
import { type Day, dayAt, dayNumber, sayDue } from './days.ts'
import { DutyGroups, Figures } from './duty-list.tsx'
import { page } from './layout.tsx'
import { frame, today } from './sample.tsx'
import { Sparkline } from './sparkline.tsx'
import type { ThreadInput } from './thread-marks.ts'
import { Timeliness, WeeklyCounts } from './timeliness.tsx'

const threads: Pick<ThreadInput, 'knots' | 'rings' | 'today'>[] = [3, 7, 12, 30].map((facts, variant) => ({
  today,
  knots: Array.from({ length: facts }, (_, index) => ({
    day: dayAt(
      dayNumber('2026-01-02') -
        variant * 200 +
        Math.round(index * (100 / facts) + (index > facts / 2 ? variant * 190 : 0)),
    ),
    label: `Fact ${index}`,
    href: '#',
    strand: 0,
  })),
  rings: [
    {
      day: variant === 0 ? '2026-04-03' : dayAt(dayNumber(today) + variant * 12),
      label: 'Duty',
      href: '#',
      overdue: variant === 0,
      strand: 0,
    },
  ],
}))

/** The list of what is due. */
export function sampleDue(): string {
  const duty = (who: string, must: string, due: Day, left: number, variant: number) => ({
    who,
    href: '/case/1',
    must,
    by: 'Children’s social care · Ruth Adeyemi-Sample',
    due: sayDue(due, today, left),
    isOverdue: due < today,
    thread: <Sparkline {...(threads[variant] as (typeof threads)[number])} />,
  })
  return page({
    ...frame,
    nav: frame.nav.map((item, index) => ({ ...item, isCurrent: index === 0 })),
    title: 'What is due',
    children: (
      <>
        <h1 class="govuk-heading-l">What is due</h1>
        <Figures
          figures={[
            { number: 2, label: 'overdue', href: '?show=overdue', isOverdue: true },
            { number: 1, label: 'today', href: '?show=today' },
            { number: 14, label: 'this week', href: '?show=week' },
          ]}
        />
        <DutyGroups
          empty="Nothing is due. Duties appear here when something that was recorded starts a clock."
          groups={[
            {
              heading: 'Overdue',
              duties: [
                duty('Noah Whitlock-Sample', 'Visit the child', '2026-04-03', 7, 0),
                duty('Aria Fenwick-Sample', 'Answer the request of 2 February', '2026-04-09', 3, 1),
              ],
            },
            {
              heading: 'Today, Tuesday 14 April',
              duties: [duty('Mohammed Idris-Sample', 'Decide on the referral', today, 0, 2)],
            },
            {
              heading: 'This week',
              duties: [
                duty('Aria Fenwick-Sample', 'Hold an initial child protection conference', '2026-04-15', 1, 3),
                duty('Twins of Leah Marsh-Sample', 'Tell the child death review partners', '2026-04-17', 3, 1),
              ],
            },
          ]}
        />
      </>
    ),
  })
}

/** An overview with both kinds of plot. */
export function sampleOverview(): string {
  const took = (number: number, middle: number, width: number) => {
    const perDay = new Map<number, number>()
    for (let index = 0; index < number; index++) {
      const days = Math.max(0, Math.round(middle + width * Math.sin(index * 1.7) * (index % 5 === 0 ? 2.2 : 1)))
      perDay.set(days, (perDay.get(days) ?? 0) + 1)
    }
    return perDay
  }
  return page({
    ...frame,
    title: 'Overview',
    nav: frame.nav.map((item, index) => ({ ...item, isCurrent: index === 2 })),
    children: (
      <>
        <h1 class="govuk-heading-l">Overview</h1>
        <Timeliness
          title="How long each step took"
          definition="Steps that were finished from 1 January to 14 April 2026, counted in working days from the fact that started the clock."
          clocks={[
            {
              label: 'Decision on referral',
              limit: 1,
              unit: 'working day',
              took: took(210, 1, 0.8),
              href: '/overview/decision',
            },
            {
              label: 'Assessment',
              limit: 45,
              unit: 'working day',
              took: took(96, 36, 9),
              href: '/overview/assessment',
            },
            {
              label: 'Initial child protection conference',
              limit: 15,
              unit: 'working day',
              took: took(22, 13, 3),
              href: '/overview/conference',
            },
            { label: 'Core group', limit: 10, unit: 'working day', took: new Map() },
          ]}
        />
        <WeeklyCounts
          title="Referrals each week"
          definition="Referrals received, by the week in which they came."
          one="referral"
          weeks={Array.from({ length: 26 }, (_, index) => ({
            start: dayAt(dayNumber('2025-10-20') + index * 7),
            number: Math.round(18 + 8 * Math.sin(index) + (index === 10 ? -17 : 0)),
          }))}
        />
      </>
    ),
  })
}

/** A form with an error, as it comes back. */
export function sampleRecord(): string {
  return page({
    ...frame,
    title: 'Record a strategy discussion',
    hasErrors: true,
    back: { href: '/case/1', text: 'Aria Fenwick-Sample' },
    children: (
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <ErrorSummary errors={[{ message: 'Select what was decided', href: '#outcome' }]} />
          <h1 class="govuk-heading-l">Record a strategy discussion</h1>
          <form method="post" action="/case/1/record" data-draft-url="/draft/1" novalidate>
            <input type="hidden" name="_csrf" value="sample-token" />
            <DateInput
              id="happened-on"
              namePrefix="happened-on"
              legend="Day the discussion took place"
              legendClass="govuk-fieldset__legend--s"
              hint="For example, 27 3 2026"
              values={{ day: 20, month: 3, year: 2026 }}
            />
            <Radios
              name="outcome"
              legend="What was decided"
              legendClass="govuk-fieldset__legend--s"
              error="Select what was decided"
              items={[
                {
                  value: 'section-47',
                  label: 'Start section 47 enquiries',
                  hint: 'This starts the 15 working days to a conference: due 14 April',
                  reveals: <TextInput name="joint-with" label="Joint with" />,
                },
                { value: 'none', label: 'No further action' },
              ]}
            />
            <Checkboxes
              name="present"
              legend="Who took part"
              legendClass="govuk-fieldset__legend--s"
              items={['Children’s social care', 'Police', 'Health', 'School or nursery'].map(label => ({
                value: label,
                label,
              }))}
              class="govuk-checkboxes--small"
            />
            <Select
              name="chair"
              label="Chaired by"
              labelClass="govuk-label--s"
              options={[{ value: '', text: 'Select one' }, { text: 'Ruth Adeyemi-Sample' }]}
            />
            <CountedTextarea
              name="reasons"
              label="Why this was decided"
              labelClass="govuk-label--s"
              maxCharacters={4000}
              threshold={75}
              rows={6}
            />
            <p class="gt-saved" data-draft-status aria-live="polite">
              Saved 10:42
            </p>
            <div class="govuk-button-group">
              <Button preventDoubleClick>Record it</Button>
              <a class="govuk-link" href="/case/1">
                Go back to the case
              </a>
            </div>
          </form>
        </div>
      </div>
    ),
  })
}
