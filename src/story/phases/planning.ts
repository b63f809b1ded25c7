/** A child protection plan at work: visits, core groups and reviews, until it ends or the story stops. */
import { addDays, addMonths, ageOn, type Day } from '../../guidance/days.ts'
import { planDetailed } from '../../procedures/child-protection-plan.ts'
import { coreGroupHeld } from '../../procedures/core-group.ts'
import { agenciesToldPlanEnded, supportAfterPlanDiscussed } from '../../procedures/ending-plan.ts'
import { conferenceOutcomeTold, conferenceReportShared } from '../../procedures/initial-conference.ts'
import { planEnded, reviewConferenceHeld } from '../../procedures/plan-facts.ts'
import { reviewConferencePlanned } from '../../procedures/review-conference.ts'
import { agencies, postOf } from '../cast.ts'
import { between, some, weighed } from '../random.ts'
import * as words from '../words/protecting.ts'
import { workday, workdaysAfter } from '../workdays.ts'
import { type Case } from './beginning.ts'
import { shareWith } from './protecting.ts'
import { see, seeAsPartner, seesChildren } from './seeing.ts'

export interface Planning {
  /** Reviews that were held, the last of which ends the plan unless `goesOn`. */
  readonly reviews?: number
  readonly goesOn?: boolean
  readonly ends?: 'ends' | 'ends-with-child-in-need-plan'
  /** Working days between visits: the area allows 10. */
  readonly visitEvery?: number
  /** Nothing is recorded after this day. */
  readonly until?: Day
  /** Days of core groups, where they matter. */
  readonly coreGroups?: readonly Day[]
  readonly firstReviewLate?: boolean
  readonly voices?: readonly string[]
}

/** A plan from the conference on. @returns the day of its end, or of its last review */
export function onPlan(told: Case, conferenceOn: Day, said: Planning = {}): Day {
  const { life } = told
  const chance = life.meeting('plan', conferenceOn) ?? life.chance
  const reviews = said.reviews ?? between(chance, 1, 2)
  const lastDay = said.until ?? '9999-12-31'
  const detailedOn = workday(addDays(conferenceOn, between(chance, 9, 16)))
  if (detailedOn <= lastDay)
    life.record(planDetailed, detailedOn, {
      sharedWith: told.child.school ? ['child', 'parents', 'core-group'] : ['parents', 'core-group'],
      agencies: told.network.map(one => agencies[one].id).slice(0, 4),
      outcomes: life.say(words.planOutcomes),
      actions: life.say(words.coreActions),
      visiting: life.say(words.visiting),
      contingency: life.say(words.contingencies),
      understood: life.say(words.understood),
    })
  let day = conferenceOn
  let group = conferenceOn
  for (let at = 1; at <= reviews; at++) {
    const limit = addMonths(day, at === 1 ? 3 : 6)
    const isLate = at === 1 ? (said.firstReviewLate ?? chance() < 0.1) : chance() < 0.08
    const on = workday(addDays(limit, isLate ? between(chance, 3, 14) : -between(chance, 4, 16)))
    group = working(told, { from: day, to: on < lastDay ? on : lastDay, isFirst: at === 1, group }, said)
    if (on > lastDay) return day
    const isLast = at === reviews && !said.goesOn
    reviewed(
      told,
      on,
      isLast
        ? (said.ends ??
            weighed(chance, [
              [3, 'ends-with-child-in-need-plan'],
              [1, 'ends'],
            ] as const))
        : 'continues',
    )
    day = on
  }
  const to = lastDay < life.until ? lastDay : life.until
  if (said.goesOn) working(told, { from: day, to, isFirst: reviews === 0, group }, said)
  return day
}

interface Stretch {
  readonly from: Day
  readonly to: Day
  readonly isFirst: boolean
  /** The day of the latest core group before it. */
  readonly group: Day
}

/** Visits and core groups from one conference to the next. @returns the day of the last core group */
function working(told: Case, { from, to, isFirst, group }: Stretch, said: Planning): Day {
  const { life, child, network } = told
  const chance = life.meeting('days', from) ?? life.chance
  const parties = network.map(one => agencies[one].id).slice(0, 4)
  const end = to < life.until ? to : life.until
  let seenOn = from
  let turn = 0
  for (;;) {
    const gap =
      said.visitEvery ??
      weighed(chance, [
        [14, between(chance, 8, 10)],
        [1, between(chance, 11, 14)],
      ])
    seenOn = workdaysAfter(seenOn, turn++ === 0 && isFirst ? Math.min(gap, 6) : gap)
    if (seenOn >= end) break
    const wishes = isFirst ? said.voices?.[turn - 1] : undefined
    see(told, seenOn, wishes ? { wishes } : {})
  }
  const groups: Day[] = (said.coreGroups?.filter(one => one > from && one <= end) as Day[] | undefined) ?? []
  if (!said.coreGroups) {
    let next = isFirst
      ? workdaysAfter(
          from,
          weighed(chance, [
            [8, between(chance, 7, 10)],
            [1, between(chance, 11, 13)],
          ]),
        )
      : workday(addDays(group, between(chance, 34, 40)))
    for (
      ;
      next < end;
      next = workday(addDays(next, chance() < 0.93 ? between(chance, 33, 40) : between(chance, 43, 50)))
    )
      if (next > from) groups.push(next)
  }
  for (const on of groups) {
    const meeting = life.meeting('core group', on)
    const chance = meeting ?? life.chance
    const id = life.record(coreGroupHeld, on, {
      finding: weighed(chance, [
        [5, 'on-track'],
        [3, 'changed'],
        [1, 'concern'],
      ]),
      agencies: some(chance, parties, Math.max(1, parties.length - 1)),
      absent: undefined,
      family: told.child.school && chance() < 0.4 ? ['child', 'parents'] : ['parents'],
      nextOn: addDays(on, 42),
      progress: life.say(words.coreProgress, {}, meeting),
      actions: life.say(words.coreActions, {}, meeting),
    })
    shareWith(told, [id], on, 'The core group’s actions, for each member.', false)
  }
  for (const agency of network) {
    const { chance } = life
    if (!seesChildren(agency, ageOn(child.born, from)) || from >= end) continue
    for (let on = addDays(from, between(chance, 5, 25)); on < end; on = addDays(on, between(chance, 24, 60)))
      seeAsPartner(told, agency, workday(on))
  }
  return groups.at(-1) ?? group
}

type Decision = 'continues' | 'ends' | 'ends-with-child-in-need-plan'

/** A review conference, with what comes before and after it. */
function reviewed(told: Case, on: Day, decision: Decision, why?: string): string {
  const { life, network } = told
  const meeting = life.meeting('review', on)
  const chance = meeting ?? life.chance
  const ids = network.map(one => agencies[one].id)
  life.record(reviewConferencePlanned, workdaysAfter(on, -between(chance, 15, 25)), { plannedFor: on, invited: ids })
  life.record(conferenceReportShared, workdaysAfter(on, -between(chance, 2, 3)), { with: ['parents', 'chair'] })
  const ends = decision !== 'continues'
  const id = life.record(
    reviewConferenceHeld,
    on,
    {
      decision,
      stillLikely: !ends,
      attended: some(chance, ids, Math.max(2, ids.length - 1)),
      childTookPart: told.child.school ? ['advocate'] : ['represented'],
      nextOn: ends ? undefined : addDays(on, 175),
      approvedBy: ends ? [postOf(life.plot.manager)] : undefined,
      progress: life.say(words.reviewProgress, {}, meeting),
      reasons: why ? life.fill(why) : life.say(words.reviewReasons[decision] ?? [], {}, meeting),
    },
    { by: life.chair },
  )
  life.record(conferenceOutcomeTold, workdaysAfter(on, 2), { told: ['family'], agencies: ids }, { about: id })
  shareWith(told, [id], on, 'What the review decided, for those who were there.')
  if (ends) {
    ended(told, on, 'not-likely-significant-harm')
  }
  return id
}

type Ground =
  | 'not-likely-significant-harm'
  | 'moved-and-receiving-conference-held'
  | 'reached-18'
  | 'died'
  | 'left-uk-permanently'

export interface Ending {
  readonly receivingAuthority?: string
  readonly receivingConferenceOn?: Day
  readonly reasons?: string
  readonly without?: readonly ('agencies' | 'support')[]
}

const why: Readonly<Record<Ground, string>> = {
  'not-likely-significant-harm':
    'The review found that what was asked for is done and has held for three months. Support goes on through early help.',
  'moved-and-receiving-conference-held':
    'The family has settled in the new area, which has held its conference and accepted responsibility in writing.',
  'reached-18':
    'The plan ends with the eighteenth birthday. Adult services were asked in good time, and a personal adviser is named.',
  died: 'The plan ends with the death. The family has one person to talk to.',
  'left-uk-permanently': 'The family has left for good. The authorities there were told through the embassy.',
}

/** The plan ends on one of the lawful grounds, and those concerned are told. */
export function ended(told: Case, on: Day, ground: Ground, said: Ending = {}): string {
  const { life, network } = told
  const { chance } = life
  const { receivingAuthority, receivingConferenceOn } = said
  const id = life.record(
    planEnded,
    on,
    {
      ground,
      approvedBy: [postOf(life.plot.manager)],
      receivingAuthority,
      receivingConferenceOn,
      accepted: receivingAuthority ? true : undefined,
      reasons: life.fill(said.reasons ?? why[ground]),
    },
    { by: life.plot.manager },
  )
  const left =
    said.without ??
    weighed<NonNullable<Ending['without']>>(chance, [
      [8, []],
      [1, ['agencies']],
      [1, ['support']],
    ])
  if (!left.includes('agencies'))
    life.record(agenciesToldPlanEnded, workdaysAfter(on, between(chance, 1, 4)), {
      agencies: network.map(one => agencies[one].id),
      others: ['family', ...(receivingAuthority ? ['other-authority'] : [])],
    })
  if (ground !== 'died' && !left.includes('support'))
    life.record(supportAfterPlanDiscussed, workdaysAfter(on, between(chance, 0, 5)), {
      wanted: life.say(words.supportWanted),
    })
  return id
}
