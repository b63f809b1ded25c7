// The retention schedule: which closed cases, how long, from when, whose rule it is and why that long.
import type { LocalLimits } from '../../guidance/limits.ts'
import { monthsKept, retentionCategories, retentionSchedule, sayKept } from '../../guidance/retention.ts'
import { describeSource } from '../../guidance/sources.ts'
import type { Content } from '../kit/component/markup.ts'
import { InsetText, Tag } from '../kit/component/messages.tsx'
import { SummaryList } from '../kit/component/summary-list.tsx'
import { sayWhose } from './words.ts'

interface Areas {
  readonly areas: readonly { readonly name: string; readonly local: LocalLimits }[]
}

/** Everything below the header. */
export function ScheduleView({ areas }: Areas): Content {
  return (
    <>
      <h1 class="govuk-heading-l">The retention schedule</h1>
      <p class="govuk-body">
        How long the record of a closed case is kept, by kind of case. A case stands under the first line of its kind
        that fits it. Where the day of birth is not known, the time counts from the closing instead.
      </p>
      <InsetText>
        No line of it is law. The law wants that a record is kept no longer than it is needed, and that the area can say
        why that long: so each area decides, and shows it here. An operator sets it as a local policy.
      </InsetText>
      {areas.map(({ name, local }) => (
        <>
          {areas.length > 1 && <h2 class="govuk-heading-m">{name}</h2>}
          {retentionCategories.map(category => {
            const line = retentionSchedule[category]
            const kept = monthsKept(category, local)
            return (
              <SummaryList
                card={{ title: line.label, titleLevel: areas.length > 1 ? 3 : 2 }}
                rows={[
                  { key: 'Which cases', value: line.covers },
                  { key: 'Kept', value: sayKept(line.counts, kept.months) },
                  {
                    key: 'Whose rule',
                    value: (
                      <>
                        <Tag class="govuk-tag--grey">Local policy</Tag> {sayWhose(kept.isSet)}
                      </>
                    ),
                  },
                  !kept.isSet && { key: 'Why that long', value: line.because },
                  !kept.isSet && { key: 'With a view to', value: describeSource(line.source) },
                ]}
              />
            )
          })}
        </>
      ))}
      <p class="govuk-body">
        What stops a disposal, whatever the schedule says: a hold that somebody placed, a request for the record that
        has no answer yet, and anything that is still owed.
      </p>
    </>
  )
}
