/** Records of children who came to notice years ago, when nothing followed: the retention schedule no longer keeps them. */
import { addDays, type Day } from '../../guidance/days.ts'
import { retentionHoldPlaced } from '../../procedures/disposal.ts'
import { makeChild } from '../child.ts'
import type { Lifeline, Today } from '../life.ts'
import { closed } from '../phases/assessing.ts'
import { referred } from '../phases/beginning.ts'
import { chanceOf } from '../random.ts'
import type { Theme } from '../words/beginnings.ts'
import { workday, workdaysAfter } from '../workdays.ts'
import { begin, type Crew, crews } from './family.ts'

interface LongAgo {
  readonly key: string
  readonly crew: Crew
  readonly years: number
  readonly theme: Theme
  /** How many days more than six years it is since the case was closed, about. */
  readonly over: number
  readonly reason: string
}

/** What the story does with each of them afterwards: see `afterwards.ts`. */
export const longAgo = {
  waits: {
    key: 'long ago waits',
    crew: crews.amira,
    years: 9,
    theme: 'neglect',
    over: 160,
    reason:
      'A neighbour says that the children play in the car park until dark. She gave the block and no flat number.',
  },
  proposed: {
    key: 'long ago proposed',
    crew: crews.tom,
    years: 5,
    theme: 'mind',
    over: 95,
    reason: 'A market trader thought that the mother looked tired, and that the boy had no coat in April.',
  },
  held: {
    key: 'long ago held',
    crew: crews.chidi,
    years: 11,
    theme: 'drink',
    over: 320,
    reason: 'A man who gave no name says that the youth club leader “is too friendly by half” with the boys.',
  },
  gone: {
    key: 'long ago gone',
    crew: crews.leila,
    years: 7,
    theme: 'carer',
    over: 410,
    reason: 'A passer-by saw a girl carry heavy shopping alone, twice in one week.',
  },
} as const satisfies Readonly<Record<string, LongAgo>>

/** The four of them. */
export function closedLongAgo(today: Today): Lifeline[] {
  return Object.values(longAgo).map(one => told(today, one))
}

function told(today: Today, { key, crew, years, theme, over, reason }: LongAgo): Lifeline {
  const start = workday(addDays(today.day, -Math.round(6 * 365.25) - over))
  const child = makeChild(chanceOf(key), start, years)
  const life = begin({
    ...crew,
    today,
    key,
    start,
    theme,
    network: [child.school ?? 'community', child.surgery],
    child,
    people: child.relatives,
  })
  const { decidedOn } = referred(life, start, { source: '9', decision: 'no-further-action', after: 1, reason })
  closed(life, workdaysAfter(decidedOn, 1), 'RC7', undefined, true)
  if (key === longAgo.held.key) hold(life.life, workdaysAfter(today.day, -40), addDays(today.day, 300))
  return life.life.end()
}

function hold(life: ReturnType<typeof begin>['life'], day: Day, until: Day): void {
  life.record(
    retentionHoldPlaced,
    day,
    {
      ground: 'inquiry',
      until,
      why: 'The inquiry into youth provision in the county asked all councils to keep what may concern clubs and their leaders.',
    },
    { by: 'colm' },
  )
}
