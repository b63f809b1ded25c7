/**
 * Plausible cases of any number and length, from a seed: for the story and for measuring. Pure and the same each time;
 * the day on which the story is told is an argument.
 */
import { addDays, type Day, daysBetween } from '../guidance/days.ts'
import { londonDay } from '../guidance/london.ts'
import type { AgencyKey, HolderKey, PersonKey } from './cast.ts'
import { type Child, makeChild, schoolAt } from './child.ts'
import { Life, type Lifeline, type Today } from './life.ts'
import { assessed, closed, helped } from './phases/assessing.ts'
import { type Case, describe, fillSlots, referred } from './phases/beginning.ts'
import { onPlan } from './phases/planning.ts'
import { conferred, discussed, enquired } from './phases/protecting.ts'
import { between, type Chance, chanceOf, normal, pick, some, weighed } from './random.ts'
import type { Theme } from './words/beginnings.ts'
import { workday, workdaysAfter } from './workdays.ts'

export interface Lengths {
  /** Half of the cases have at most so many facts. */
  readonly median: number
  /** And nineteen of twenty at most so many. */
  readonly p95: number
}

export interface Wanted {
  readonly seed: string | number
  readonly cases: number
  readonly today: Today
  readonly lengths: Lengths
}

const crews: readonly (readonly [number, { team: HolderKey; worker: PersonKey; manager: PersonKey }])[] = [
  [3, { team: 'east', worker: 'amira', manager: 'ruth' }],
  [3, { team: 'east', worker: 'leila', manager: 'ruth' }],
  [3, { team: 'west', worker: 'tom', manager: 'samuel' }],
  [3, { team: 'west', worker: 'chidi', manager: 'samuel' }],
  [2, { team: 'assessment', worker: 'nadia', manager: 'bev' }],
]

/** The cases, one after another, each with the acts in the order in which they were recorded. */
export function* lifelines({ seed, cases, today, lengths }: Wanted): Generator<Lifeline> {
  const spread = Math.log(lengths.p95 / lengths.median) / 1.645
  for (let at = 0; at < cases; at++) {
    const chance = chanceOf(`${seed} ${at}`)
    const length = Math.max(10, Math.round(lengths.median * Math.exp(Math.min(spread * normal(chance), spread * 3))))
    yield lifeline(`${seed} ${at}`, length, today, chance)
  }
}

/** Told twice: once to learn how long such a course takes, then so that it has come that far today. */
function lifeline(key: string, length: number, today: Today, chance: Chance): Lifeline {
  const crew = crewFor(chance, length)
  // Work stops for weeks here and there; a referral does not lie undecided for as long.
  const pause = weighed(chance, [
    [5, between(chance, 0, 3)],
    [length < 24 ? 0 : 4, between(chance, 10, 35)],
  ])
  const sinceClosed = between(chance, 20, 420)
  const trial = tellCourse(new Life({ key, today: farAhead, ...crew }), trialStart, length)
  const reached = trial.acts[Math.min(length, trial.acts.length) - 1]
  const days = daysBetween(trialStart, londonDay(reached?.recordedAt ?? 0))
  const isOver = trial.acts.length <= length
  const until = addDays(today.day, -(isOver ? 0 : pause))
  const start = workday(addDays(until, -days - (isOver ? sinceClosed : 0)))
  return tellCourse(new Life({ key, today, until, ...crew }), start > until ? workdaysAfter(until, -1) : start, length)
}

/** A trial runs in years whose working days are known, and far from its own end. */
const trialStart: Day = '2014-01-06'
const farAhead: Today = { day: '2026-12-31', instant: Date.parse('2026-12-31T23:00:00Z') }

function crewFor(chance: Chance, length: number) {
  const crew = weighed(chance, crews)
  return length < 26 && crew.team !== 'assessment' && chance() < 0.5
    ? ({ team: 'assessment', worker: 'nadia', manager: 'bev' } as const)
    : crew
}

const themes: readonly (readonly [number, Theme])[] = [
  [6, 'neglect'],
  [5, 'violence'],
  [3, 'mind'],
  [3, 'drink'],
  [2, 'exploited'],
  [3, 'hurt'],
  [2, 'carer'],
]

function tellCourse(life: Life, start: Day, length: number): Lifeline {
  const { chance } = life
  const theme = weighed(chance, themes)
  const youngest = theme === 'exploited' ? 12 : theme === 'carer' ? 9 : 0
  // Long cases begin early in life: nobody is to be of age before the story comes to today.
  const oldest = Math.max(youngest + 1, Math.min(theme === 'exploited' ? 15 : 14, 16 - Math.ceil(length / 60)))
  const child = makeChild(chance, start, between(chance, youngest, oldest))
  const told: Case = { life, child, theme, network: networkOf(chance, child, theme) }
  fillSlots(told, start)
  describe(told, start, 'joss')
  let day = start
  for (let episode = 0; life.size < length && episode < 40; episode++) {
    const left = length - life.size
    const now = { ...told, theme: left < 40 && acute.has(theme) ? calmer(chance, theme, child) : theme }
    fillSlots(now, day)
    day = workday(addDays(tellEpisode(now, day, left), between(chance, 60, 300)))
  }
  return life.end()
}

/** What is this urgent is not met with an assessment alone; a short time with a family is about something else. */
const acute: ReadonlySet<Theme> = new Set(['violence', 'hurt', 'exploited'])

function calmer(chance: Chance, theme: Theme, child: Child): Theme {
  return theme === 'exploited' || child.school === undefined
    ? pick(chance, ['mind', 'neglect'])
    : pick(chance, ['mind', 'neglect', 'drink'])
}

function networkOf(chance: Chance, child: Child, theme: Theme): AgencyKey[] {
  const school = child.school ?? schoolAt(chance, 0)
  const likely: readonly (AgencyKey | undefined)[] = [
    school,
    child.surgery,
    child.school ? undefined : 'community',
    theme === 'violence' || theme === 'hurt' || theme === 'exploited' ? 'police' : undefined,
    theme === 'exploited' ? 'youth' : undefined,
    theme === 'hurt' ? 'hospital' : undefined,
  ]
  const others = some(
    chance,
    ['housing', 'police', 'probation', 'community', 'hospital'] as const,
    between(chance, 1, 2),
  )
  return [...new Set([...likely.filter(one => one !== undefined), ...others])]
}

/** One time with the family, from a referral to the end of the work. @returns the day on which it closed */
function tellEpisode(told: Case, day: Day, length: number): Day {
  const { chance } = told.life
  if (length < 14) {
    const decision = pick(chance, ['early-help', 'no-further-action', 'information-and-advice'] as const)
    const { decidedOn } = referred(told, day, { decision })
    closed(told, workdaysAfter(decidedOn, 2), decision === 'early-help' ? 'RC9' : 'RC7', undefined, true)
    return decidedOn
  }
  if (length < 40) {
    const { decidedOn } = referred(told, day)
    const outcome = length < 24 ? pick(chance, ['no-further-action', 'early-help'] as const) : 'child-in-need-plan'
    const end = assessed(told, day, decidedOn, { outcome })
    if (outcome === 'child-in-need-plan') return over(told, helped(told, workday(addDays(end, between(chance, 2, 8)))))
    closed(told, workdaysAfter(end, between(chance, 1, 6)), outcome === 'early-help' ? 'RC9' : 'RC8')
    return end
  }
  const { decidedOn } = referred(told, day, { decision: 'strategy-discussion' })
  const discussion = workdaysAfter(
    decidedOn,
    weighed(chance, [
      [6, 0],
      [3, between(chance, 1, 3)],
      [1, 5],
    ]),
  )
  discussed(told, discussion)
  if (chance() < 0.15) {
    const enquiry = enquired(told, discussion, { conference: false })
    return over(told, helped(told, workday(addDays(enquiry.on, 6))))
  }
  enquired(told, discussion)
  const conference = conferred(told, discussion)
  assessed(told, day, decidedOn, { visits: 1, takes: between(chance, 34, 44), outcome: 'plan' })
  const reviews = Math.max(1, Math.min(6, Math.round((length - 45) / 22)))
  const ended = onPlan(told, conference.on, { reviews })
  return over(told, helped(told, workday(addDays(ended, between(chance, 3, 9))), { reviews: between(chance, 1, 2) }))
}

function over(told: Case, on: Day): Day {
  closed(told, workdaysAfter(on, between(told.life.chance, 1, 5)))
  return on
}
