// What is due, as HTML: whose, the figures, which, the list by day, the weeks ahead.
import { type ToldOf, ToldOfOpenings } from '../break-glass/told.tsx'
import { Button } from '../kit/component/button.tsx'
import { Details } from '../kit/component/messages.tsx'
import { Pagination } from '../kit/component/pagination.tsx'
import { Select } from '../kit/component/select.tsx'
import { TextInput } from '../kit/component/text-input.tsx'
import { sayDay } from '../kit/days.ts'
import { type Counted, DutyGroups, Figures, sayCounted } from '../kit/duty-list.tsx'
import { WeeklyCounts } from '../kit/timeliness.tsx'
import type { Visit } from '../pipeline/page.ts'
import { type Ask, dueHref, type Scope, type Show, shows } from './ask.ts'
import type { Counts } from './counts.ts'
import type { CaseInList, ListedRow, Team } from './duties.ts'
import { groupsOf } from './rows.tsx'

interface DueViewProps {
  visit: Visit
  ask: Ask & { readonly scope: Scope }
  /** The teams of the visitor's post. */
  teams: readonly Team[]
  /** Restricted records that colleagues opened in an emergency and told the visitor of. */
  told: readonly ToldOf[]
  counts: Counts
  rows: readonly ListedRow[]
  cases: ReadonlyMap<string, CaseInList>
  /** The latest reason for what was late, by the duty’s id. */
  reasons: ReadonlyMap<string, string>
  isMore: boolean
  /** The name of the team that is asked for. */
  team: string | undefined
}

const ofTheOverview: readonly Show[] = ['met-in-time', 'met-late', 'may-be-late', 'not-known']

/** Everything below the header. */
export function DueView(props: DueViewProps) {
  const { visit, ask, counts, rows, cases } = props
  // Another question begins at the first page again.
  const to = (more: Partial<Ask>) => dueHref({ ...ask, after: undefined, from: undefined, ...more })
  const { weeks } = counts
  const groups = groupsOf(visit, ask.show, rows, cases, props.reasons)
  return (
    <>
      <Styles />
      <ToldOfOpenings visit={visit} told={props.told} />
      <h1 class="govuk-heading-l govuk-!-margin-bottom-2">What is due</h1>
      <Whose {...props} to={to} />
      <Figures
        figures={[
          { ...counts.overdue, label: 'overdue', href: to({ show: 'overdue' }), isOverdue: true },
          { ...counts.today, label: 'today', href: to({ show: 'today' }) },
          { ...counts.week, label: 'this week', href: to({ show: 'week' }) },
        ]}
      />
      <WhoElse />
      <Which ask={ask} counts={counts} to={to} />
      <Narrowed {...props} to={to} />
      <DutyGroups groups={groups} empty={emptyWords(ask)} />
      <More {...props} />
      {!ask.after && weeks.some(({ number }) => number > 0) && (
        <WeeklyCounts
          title="The weeks ahead"
          definition="Open duties by the week in which they fall due. What is overdue already is not in it."
          one="duty"
          many="duties"
          weeks={[...weeks]}
        />
      )}
      <p class="govuk-body gt-quiet">
        {counts.lateThisMonth.number === 0 ? (
          'Nothing was met late this month.'
        ) : (
          <a class="govuk-link" href={to({ show: 'late-this-month' })}>
            {sayCounted(counts.lateThisMonth)} {counts.lateThisMonth.number === 1 ? 'duty was' : 'duties were'} met late
            this month
          </a>
        )}
      </p>
      <p class="govuk-body gt-quiet">
        These are the duties that this system tracks, as far as your post may see them. The guidance asks for more than
        can be tracked.
      </p>
    </>
  )
}

/** The shortest way from here to who else is involved: a name. */
function WhoElse() {
  return (
    <form method="get" action="/find" class="gt-who" role="search" aria-label="Who else is involved?" novalidate>
      <input type="hidden" name="for" value="involved" />
      <TextInput
        id="who-else"
        name="q"
        type="search"
        label="Who else is involved with a child or an adult?"
        labelClass="govuk-label--s"
        attributes={{ placeholder: 'Name or date of birth' }}
        autocomplete="off"
        spellcheck={false}
      />
      <Button class="govuk-button--secondary">Look</Button>
    </form>
  )
}

/** The stylesheet of lists, filters and results. */
export function Styles() {
  return <link rel="stylesheet" href="/assets/lists.css" />
}

type To = (more: Partial<Ask>) => string

function Whose({ visit, ask, teams, to }: DueViewProps & { to: To }) {
  const words: Readonly<Record<Scope, string>> = {
    mine: 'Yours',
    team: teams.map(({ name }) => name).join(' and '),
    agency: visit.post.agency.name,
    area: 'All you may see',
  }
  const offered: Scope[] = ['mine', ...(teams.length > 0 ? (['team'] as const) : []), 'agency']
  if (ask.scope === 'area') offered.push('area')
  return (
    <nav class="gt-choices" aria-label="Whose duties">
      <ul>
        {offered.map(scope => (
          <Choice href={to({ scope })} isCurrent={scope === ask.scope} text={words[scope] || 'No team'} />
        ))}
      </ul>
    </nav>
  )
}

function Which({ ask, counts, to }: Pick<DueViewProps, 'ask' | 'counts'> & { to: To }) {
  const offered: [Show, Counted][] = [
    ['open', counts.open],
    ['overdue', counts.overdue],
    ['soon', counts.soon],
    ['ageing', counts.ageing],
  ]
  const isOther = !offered.some(([show]) => show === ask.show)
  return (
    <nav class="gt-choices gt-choices--small" aria-label="Which duties">
      <ul>
        {offered.map(([show, number]) => (
          <Choice href={to({ show })} isCurrent={show === ask.show} text={`${shows[show]} (${sayCounted(number)})`} />
        ))}
        {isOther && <Choice href={to({ show: ask.show })} isCurrent text={shows[ask.show]} />}
      </ul>
    </nav>
  )
}

/** One of a few answers, as a link that can be kept. */
export function Choice({ href, isCurrent, text }: { href: string; isCurrent: boolean; text: string }) {
  return (
    <li>
      <a class="govuk-link" href={href} aria-current={isCurrent ? 'true' : undefined}>
        {text}
      </a>
    </li>
  )
}

/** What the list is narrowed to, and the way to narrow it to a procedure. */
function Narrowed({ visit, ask, team, to }: DueViewProps & { to: To }) {
  const rule = ask.rule && (visit.guidance.rules.get(ask.rule)?.must ?? ask.rule)
  const said = [
    rule && `“${rule}”`,
    ask.team && (team ?? 'an unknown team'),
    ask.from && `due from ${sayDay(ask.from)} to today`,
  ].filter(Boolean)
  const procedures = visit.guidance.procedures.filter(({ duties }) => duties.length > 0)
  const current = procedures.find(({ id }) => id === ask.procedure)
  return (
    <>
      {said.length > 0 && (
        <p class="govuk-body">
          Only {said.join(', ')}.{' '}
          <a class="govuk-link" href={to({ rule: undefined, team: undefined })}>
            Show all
          </a>
        </p>
      )}
      {!ask.rule && (
        <Details
          summary={current ? `Only: ${current.label}` : 'Only one procedure'}
          class="govuk-!-margin-bottom-4"
          open={current !== undefined}
        >
          <form method="get" action="/due" class="gt-inline-form">
            <input type="hidden" name="scope" value={ask.scope} />
            <input type="hidden" name="show" value={ask.show} />
            <Select
              name="procedure"
              label="Procedure"
              value={ask.procedure}
              options={[
                { value: '', text: 'All procedures' },
                ...procedures.map(({ id, label }) => ({ value: id, text: label })),
              ]}
            />
            <Button class="govuk-button--secondary">Show</Button>
          </form>
        </Details>
      )}
    </>
  )
}

function emptyWords(ask: Ask): string {
  if (ask.after) return 'The list ends here.'
  if (ask.show === 'late-this-month') return 'Nothing was met late this month.'
  if (ofTheOverview.includes(ask.show)) return 'There is none in this period, as far as your post may see.'
  if (ask.scope === 'mine')
    return 'Nothing of yours stands here. Duties are yours when you are the allocated social worker of a child; they appear when something that was recorded starts a clock.'
  return 'Nothing stands here. Duties appear when something that was recorded starts a clock.'
}

function More({ ask, rows, isMore }: DueViewProps) {
  const last = rows.at(-1)
  if (!ask.after && !isMore) return null
  return (
    <Pagination
      label="Pages of duties"
      {...(ask.after ? { previous: { href: dueHref({ ...ask, after: undefined }), text: 'First page' } } : {})}
      {...(isMore && last
        ? {
            next: {
              href: dueHref({ ...ask, after: { day: last.day, caseId: last.case_id, id: last.id } }),
              text: 'Next page',
            },
          }
        : {})}
    />
  )
}
