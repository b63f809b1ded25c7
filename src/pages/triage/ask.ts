// Which of the referrals are asked for, as the address says it, and from where on.
import { isDay } from '../../guidance/days.ts'
import { isId } from '../../platform/identifier.ts'
import { type Fields, valueOf } from '../pipeline/fields.ts'

/** Which referrals. The names stand in addresses that people keep. */
export const shows = {
  all: 'All',
  new: 'New, or all answers in',
  waiting: 'Waiting',
  proposed: 'Proposed',
  overdue: 'Overdue',
  today: 'Due today',
} as const
export type Show = keyof typeof shows

/** Where the page before ended: the list goes on behind it. Referrals without a day come last. */
export interface After {
  readonly day: string
  readonly caseId: string
  readonly id: string
}

/** The day of what has none: after any other. */
export const noDay = 'infinity'

export interface Ask {
  readonly show: Show
  readonly after: After | undefined
}

/** Reads the address; what it says wrongly is left out. */
export function readAsk(query: Fields): Ask {
  const show = valueOf(query, 'show')
  return {
    show: Object.hasOwn(shows, show) ? (show as Show) : 'all',
    after: readAfter(valueOf(query, 'after')),
  }
}

function readAfter(text: string): After | undefined {
  const [day = '', caseId = '', ...id] = text.split('~')
  return (isDay(day) || day === noDay) && isId(caseId) && id.length > 0 ? { day, caseId, id: id.join('~') } : undefined
}

/** The address of a list. */
export function triageHref({ show = 'all', after }: Partial<Ask>): string {
  const said = [
    ...(show === 'all' ? [] : [['show', show]]),
    ...(after ? [['after', `${after.day}~${after.caseId}~${after.id}`]] : []),
  ]
  return said.length > 0 ? `/triage?${new URLSearchParams(said)}` : '/triage'
}
