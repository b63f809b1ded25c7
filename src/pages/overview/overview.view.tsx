// Timeliness as small multiples, the numbers with the cases behind them, and the weeks.
import { carries, formatNames } from '../../exchange/formats.ts'
import type { DisagreementsInSum } from '../../ledger/disagreements-in-sum.ts'
import { dueHref, type Show } from '../due/ask.ts'
import { Choice, Styles } from '../due/due.view.tsx'
import { Button } from '../kit/component/button.tsx'
import type { Content } from '../kit/component/markup.ts'
import { Details, InsetText, Tag } from '../kit/component/messages.tsx'
import { Select } from '../kit/component/select.tsx'
import { Table } from '../kit/component/table.tsx'
import { count, dayAt, dayNumber, sayDay } from '../kit/days.ts'
import { Timeliness, WeeklyCounts } from '../kit/timeliness.tsx'
import type { Visit } from '../pipeline/page.ts'
import type { ClockOfRule } from './clocks.ts'
import { Disagreements } from './disagreements.tsx'
import { type Figures, figuresOf } from './figures.ts'
import { Reasons } from './reasons.tsx'
import type { Counted, Outcome } from './timeliness-of-duties.ts'

/** The periods that can be asked for; the first is shown unless another is. */
export const periods = [
  { id: '3-months', text: 'Last 3 months', months: 3 },
  { id: '12-months', text: 'Last 12 months', months: 12 },
  // No more: what the page costs would grow with every year.
  { id: '24-months', text: 'Last 24 months', months: 24 },
] as const

interface OverviewViewProps {
  visit: Visit
  teams: readonly { id: string; name: string }[]
  team: { id: string; name: string } | undefined
  /** Whether the post sees the whole area; else the same name would stand over other numbers for each. */
  seesAll: boolean
  period: (typeof periods)[number]
  from: string
  clocks: readonly ClockOfRule[]
  byRule: readonly Counted[]
  imported: readonly { format: string; latest: number }[]
  lateByWeek: ReadonlyMap<string, number>
  /** How many late duties have each reason, by its code. */
  reasons: ReadonlyMap<string, number>
  /** Those of the whole area; nothing where one team is shown. */
  disagreements: DisagreementsInSum | undefined
}

/** Everything below the header. */
export function OverviewView(props: OverviewViewProps) {
  const { visit, team, from, clocks, byRule } = props
  const figures = figuresOf(clocks, byRule)
  const whose = team?.name ?? visit.post.areas.map(({ name }) => name).join(' and ')
  const drawn = figures.filter(({ took, numbers }) => took.size > 0 || numbers.overdue > 0)
  const silent = clocks.length - figures.length
  return (
    <>
      <Styles />
      <h1 class="govuk-heading-l govuk-!-margin-bottom-2">Overview</h1>
      <Choosing {...props} />
      <p class="govuk-body">
        {whose}: duties with a counted limit that fell due from {sayDay(from)} to {sayDay(visit.today.day)}, as far as
        your post may see them.
      </p>
      {figures.length === 0 && (
        <p class="gt-empty">
          No duty with a counted limit fell due in this period. They appear here when a clock that something recorded
          has started reaches its day.
        </p>
      )}
      {figures.length > 0 && (
        <>
          {drawn.length > 0 && (
            <Timeliness
              title="How long each step took, against its limit"
              definition="Each that was met in time or late, by the days from what started its clock. What is overdue is counted beside it, and is not in time; what is perhaps late, because its date is only about known, stands in the table below. A step’s name leads to those that were late."
              clocks={drawn.map(one => ({
                label: one.label,
                limit: one.clock.limit,
                unit: one.clock.unit,
                took: one.took,
                limitWords: one.clock.words.replace(/^within | \(local policy:.*\)$/g, ''),
                overdue: one.numbers.overdue,
                href: hrefOf(props, one, 'met-late'),
              }))}
            />
          )}
          <Numbers {...props} figures={figures} />
          <Reasons reasons={props.reasons} byRule={byRule} />
          <Imports {...props} figures={figures} />
        </>
      )}
      {silent > 0 && figures.length > 0 && (
        <p class="govuk-body gt-quiet">{count(silent, 'further clock')} had no duty that fell due in this period.</p>
      )}
      <Weeks {...props} />
      {props.disagreements && <Disagreements sum={props.disagreements} from={from} today={visit.today.day} />}
      <p class="govuk-body gt-quiet">These are the duties that this system tracks. The guidance asks for more.</p>
    </>
  )
}

function overviewHref(period: string, team: string | undefined): string {
  return `/overview?${new URLSearchParams({ period, ...(team ? { team } : {}) }).toString()}`
}

function Choosing({ teams, team, period, seesAll }: OverviewViewProps) {
  const all = seesAll ? 'Whole area' : 'All that you may see'
  return (
    <>
      <nav class="gt-choices" aria-label="Period">
        <ul>
          {periods.map(({ id, text }) => (
            <Choice href={overviewHref(id, team?.id)} isCurrent={id === period.id} text={text} />
          ))}
        </ul>
      </nav>
      {teams.length > 0 && teams.length <= 8 && (
        <nav class="gt-choices gt-choices--small" aria-label="Team">
          <ul>
            <Choice href={overviewHref(period.id, undefined)} isCurrent={!team} text={all} />
            {teams.map(({ id, name }) => (
              <Choice href={overviewHref(period.id, id)} isCurrent={id === team?.id} text={name} />
            ))}
          </ul>
        </nav>
      )}
      {teams.length > 8 && (
        <form method="get" action="/overview" class="gt-inline-form">
          <input type="hidden" name="period" value={period.id} />
          <Select
            name="team"
            label="Team"
            value={team?.id}
            options={[{ value: '', text: all }, ...teams.map(({ id, name }) => ({ value: id, text: name }))]}
          />
          <Button class="govuk-button--secondary">Show</Button>
        </form>
      )}
    </>
  )
}

function hrefOf({ team, from }: OverviewViewProps, { clock }: Figures, show: Show): string {
  return dueHref({ scope: 'area', show, rule: clock.rule.id, team: team?.id, from })
}

const columns: readonly { outcome: Outcome; head: string; show: Show }[] = [
  { outcome: 'in-time', head: 'In time', show: 'met-in-time' },
  { outcome: 'late', head: 'Late', show: 'met-late' },
  { outcome: 'may-be-late', head: 'Perhaps late', show: 'may-be-late' },
  { outcome: 'overdue', head: 'Open, overdue', show: 'overdue' },
  { outcome: 'not-known', head: 'Not known', show: 'not-known' },
]

function Numbers(props: OverviewViewProps & { figures: readonly Figures[] }) {
  const numeric = (content: Content) => ({ content, format: 'numeric' as const })
  return (
    <section>
      <h2 class="govuk-heading-m" id="numbers">
        The duties behind the numbers
      </h2>
      <p class="govuk-hint">
        The share in time is of those that were met and those that are overdue. What is perhaps late or not known is not
        in it and stands beside it. Each number leads to its duties.
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table must be reachable by keyboard to be scrolled */}
      <div class="gt-scroll" role="region" aria-labelledby="numbers" tabindex={0}>
        <Table
          class="gt-compact"
          firstCellIsHeader
          head={[{ content: 'Duty' }, ...columns.map(({ head }) => numeric(head)), numeric('Share in time')]}
          rows={props.figures.map(one => [
            { content: <Named figures={one} /> },
            ...columns.map(({ outcome, show, head }) =>
              numeric(
                one.numbers[outcome] === 0 ? (
                  0
                ) : (
                  <a class="govuk-link" href={hrefOf(props, one, show)}>
                    {one.numbers[outcome].toLocaleString('en-GB')}
                    <span class="govuk-visually-hidden">
                      {' '}
                      {head.toLowerCase()}: {one.label}
                    </span>
                  </a>
                ),
              ),
            ),
            numeric(one.share === null ? '–' : `${one.share}%`),
          ])}
        />
      </div>
    </section>
  )
}

function Named({ figures: { label, clock } }: { figures: Figures }) {
  return (
    <>
      {label}
      <span class="gt-quiet"> {clock.words}</span> {clock.isLocal && <Tag class="govuk-tag--grey">Local policy</Tag>}
    </>
  )
}

/** Which of the duties a file can have started, and of how many it cannot say how they ended. */
function Imports({ visit, imported, figures }: OverviewViewProps & { figures: readonly Figures[] }) {
  if (imported.length === 0) return null
  const startable = figures.filter(({ clock }) =>
    imported.some(({ format }) => carries.get(format)?.has(clock.rule.arisesFrom.kind)),
  )
  const unknown = figures.reduce((sum, one) => sum + one.numbers['not-known'], 0)
  return (
    <InsetText>
      {imported.map(({ format, latest }) => (
        <p class="govuk-body">
          Files of the {formatNames[format] ?? format} were imported, the latest on {sayDay(visit.ledger.dayOf(latest))}
          .
        </p>
      ))}
      <p class="govuk-body govuk-!-margin-bottom-0">
        Of {count(unknown, 'duty', 'duties')} it is not known from this source whether and when they were met: a file
        that cannot say is no sign that nothing was done.
      </p>
      {startable.length > 0 && (
        <Details
          summary="Which of these duties such a file can start"
          class="govuk-!-margin-top-4 govuk-!-margin-bottom-0"
        >
          <ul class="govuk-list govuk-list--bullet">
            {startable.map(({ label }) => (
              <li>{label}</li>
            ))}
          </ul>
        </Details>
      )}
    </InsetText>
  )
}

const mostWeeks = 52

function Weeks({ visit, from, lateByWeek }: OverviewViewProps) {
  const today = dayNumber(visit.today.day)
  // 1 January 1970 was a Thursday.
  const mondayOf = (day: number) => day - ((day + 3) % 7)
  const last = mondayOf(today)
  const first = Math.max(mondayOf(dayNumber(from)), last - (mostWeeks - 1) * 7)
  const isCut = first > mondayOf(dayNumber(from))
  const weeks = Array.from({ length: (last - first) / 7 + 1 }, (_, at) => dayAt(first + at * 7))
  return (
    <WeeklyCounts
      title="Met late, week by week"
      definition={`Duties met after their day, by the week in which they were met${isCut ? ', the last year' : ''}.`}
      one="duty"
      many="duties"
      weeks={weeks.map(start => ({ start, number: lateByWeek.get(start) ?? 0 }))}
    />
  )
}
