// What of the duties is asked for, as the address says it: whose, which, and from where on.
import { isDay } from '../../guidance/days.ts'
import { isId } from '../../platform/identifier.ts'
import { type Fields, valueOf } from '../pipeline/fields.ts'

/** Whose duties: mine, those of my teams, of my agency, or all that I may see. */
export const scopes = ['mine', 'team', 'agency', 'area'] as const
export type Scope = (typeof scopes)[number]

/** Which duties. The last four are those behind the numbers of the overview. */
export const shows = {
  open: 'All open with a day',
  overdue: 'Overdue',
  today: 'Due today',
  week: 'Due this week',
  soon: 'Due in the next 14 days',
  ageing: 'Open without a day',
  'late-this-month': 'Met late this month',
  'met-in-time': 'Met in time',
  'met-late': 'Met late',
  'may-be-late': 'Met, perhaps late',
  'not-known': 'Not known from an imported file',
} as const
export type Show = keyof typeof shows

/** Where the page before ended: the list goes on behind it. */
export interface After {
  readonly day: string
  readonly caseId: string
  readonly id: string
}

export interface Ask {
  /** Nothing where the narrowest that is not empty is to be shown. */
  readonly scope: Scope | undefined
  readonly show: Show
  readonly rule: string | undefined
  readonly procedure: string | undefined
  readonly team: string | undefined
  /** Only duties that fell due from this day on, until today. */
  readonly from: string | undefined
  readonly after: After | undefined
}

/** Reads the address; what it says wrongly is left out. */
export function readAsk(query: Fields): Ask {
  const text = (name: string) => valueOf(query, name) || undefined
  const show = text('show') ?? ''
  const scope = text('scope')
  const team = text('team')
  const from = text('from')
  return {
    scope: scopes.find(one => one === scope),
    show: Object.hasOwn(shows, show) ? (show as Show) : 'open',
    rule: text('rule'),
    procedure: text('procedure'),
    team: isId(team) ? team : undefined,
    from: from && isDay(from) ? from : undefined,
    after: readAfter(text('after')),
  }
}

function readAfter(text = ''): After | undefined {
  const [day = '', caseId = '', ...id] = text.split('~')
  return isDay(day) && isId(caseId) && id.length > 0 ? { day, caseId, id: id.join('~') } : undefined
}

/** The address of a list. */
export function dueHref(ask: Partial<Ask>): string {
  const { after, ...rest } = ask
  const pairs = Object.entries(rest).filter((pair): pair is [string, string] => Boolean(pair[1]))
  const said = pairs.filter(([name, value]) => name !== 'show' || value !== 'open')
  if (after) said.push(['after', `${after.day}~${after.caseId}~${after.id}`])
  const query = new URLSearchParams(said).toString()
  return query ? `/due?${query}` : '/due'
}
