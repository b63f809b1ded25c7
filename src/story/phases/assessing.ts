/** An assessment, from its start to the letter that tells its outcome, and help under a child in need plan. */
import { addDays, ageOn, type Day } from '../../guidance/days.ts'
import {
  assessmentAuthorised,
  assessmentDelayExplained,
  assessmentOutcomeTold,
  assessmentReviewed,
  assessmentStarted,
} from '../../procedures/assessment.ts'
import {
  childInNeedPlanEnded,
  childInNeedPlanReviewed,
  childInNeedPlanStarted,
} from '../../procedures/child-in-need-plan.ts'
import { caseClosed } from '../../procedures/closing.ts'
import { agencies, postOf } from '../cast.ts'
import { between, pick, some, weighed } from '../random.ts'
import * as words from '../words/assessing.ts'
import type { Theme } from '../words/beginnings.ts'
import { workday, workdaysAfter } from '../workdays.ts'
import { type Case, contribute } from './beginning.ts'
import { type Framed, framed } from './framing.ts'
import { see, seeAsPartner, seesChildren } from './seeing.ts'

const factorsOf: Readonly<Record<Theme, readonly string[]>> = {
  neglect: ['16A', '4B'],
  violence: ['3B', '17A'],
  mind: ['4B'],
  drink: ['1B', '16A'],
  exploited: ['10A', '24A', '13A'],
  disability: ['5A', '6B'],
  hurt: ['18C'],
  carer: ['7A', '6B'],
}

export interface Assessing {
  /** Working days from the referral to the end; 45 is the limit. */
  readonly takes?: number
  /** `plan` where the conference had decided on a protection plan by then: the list of outcomes has no word for it. */
  readonly outcome?: 'no-further-action' | 'early-help' | 'child-in-need-plan' | 'strategy-discussion' | 'plan'
  readonly visits?: number
  readonly without?: readonly ('told' | 'seen')[]
  readonly analysis?: string
  readonly why?: string
  readonly wishes?: string
  /** When the outcome was written down, in days after it was decided. */
  readonly late?: number
  /** What was found by the dimensions of the frame. */
  readonly frame?: readonly Framed[]
}

/** An assessment after a referral. @returns the day on which it was authorised */
export function assessed(told: Case, referredOn: Day, decidedOn: Day, said: Assessing = {}): Day {
  const { life, theme, network } = told
  const { chance } = life
  const takes =
    said.takes ??
    weighed(chance, [
      [5, between(chance, 24, 40)],
      [3, between(chance, 40, 45)],
      [1, between(chance, 46, 58)],
    ])
  const start = workdaysAfter(decidedOn, between(chance, 0, 1))
  const end = workdaysAfter(referredOn, takes)
  const outcome = said.outcome ?? 'child-in-need-plan'
  const length = Math.max(daysFrom(start, end), 6)
  const root = life.record(assessmentStarted, start, {
    worker: [postOf(life.plot.worker)],
    lead: 'social-worker',
    allocator: 'social-work-qualified',
    manager: [postOf(life.plot.manager)],
    reviewOn: workdaysAfter(start, 10),
    targetOn: workdaysAfter(referredOn, 40),
    plan: told.isUnborn
      ? life.fill(
          'Meet {mother} alone and {other} alone, and both with the midwife. What went well and what did not the first time, in her own words. What must be there on the day the baby comes home.',
        )
      : life.say(words.howAssessed),
  })
  contribute(told, start)
  if (said.frame) framed(told, root, start, said.frame)
  const visits = said.visits ?? between(chance, 2, 3)
  for (let at = 0; at < visits; at++) {
    const on = workday(addDays(start, at === 0 ? between(chance, 2, 8) : Math.round(((at + 0.6) * length) / visits)))
    if (on < end && !(at === 0 && said.without?.includes('seen')))
      see(told, on, at === 0 && said.wishes ? { wishes: said.wishes } : {})
  }
  for (const agency of network) {
    const age = ageOn(told.child.born, start)
    if (seesChildren(agency, age) && chance() < 0.6)
      seeAsPartner(told, agency, workday(addDays(start, between(chance, 3, length - 1))))
  }
  const reviewedOn = workdaysAfter(start, between(chance, 9, 13))
  if (reviewedOn < end)
    life.record(
      assessmentReviewed,
      reviewedOn,
      { factors: factorsOf[theme].slice(0, 1), challenge: life.say(words.challenges) },
      { by: life.plot.manager },
    )
  if (takes > 45)
    life.record(assessmentDelayExplained, workdaysAfter(referredOn, 42), {
      discussedWith: ['family', 'practitioners'],
      newEnd: end,
      reasons: life.say(words.delays),
    })
  life.record(
    assessmentAuthorised,
    end,
    {
      outcome: outcome === 'plan' ? undefined : outcome,
      factors: outcome === 'no-further-action' ? ['21'] : factorsOf[theme],
      authorisedBy: [postOf(life.plot.manager)],
      contributors: some(chance, network, 3).map(one => agencies[one].id),
      development: life.say(words.development),
      parenting: life.say(words.parenting),
      surroundings: life.say(words.surroundings),
      analysis: said.analysis
        ? life.fill(said.analysis)
        : outcome === 'no-further-action'
          ? undefined
          : life.say(words.analyses[theme]),
      reasons: said.why ? life.fill(said.why) : life.say(words.assessmentReasons[outcome] ?? []),
    },
    { by: life.plot.manager, late: said.late ?? 0 },
  )
  if (!said.without?.includes('told') && chance() < 0.88)
    life.record(assessmentOutcomeTold, workdaysAfter(end, between(chance, 1, 4)), {
      told: ['family', 'agencies', 'referrer'],
      sent: life.fill(
        `The assessment to {mother}, gone through with her at home; the decision in a letter to the agencies${life.traits.has('talks') ? '; a shorter letter to {name}' : ''}.`,
      ),
    })
  return end
}

function daysFrom(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

export interface Helping {
  /** Reviews before the end; the plan is still going on where the story stops before. */
  readonly reviews?: number
  /** Days between the reviews: the area allows 42. */
  readonly every?: number
  readonly ends?: 'needs-met' | 'early-help' | 'child-protection' | 'never'
  readonly childView?: string
  readonly needs?: string
}

/** A child in need plan with visits and reviews. @returns the day on which it ended */
export function helped(told: Case, start: Day, said: Helping = {}): Day {
  const { life, child, network } = told
  const { chance } = life
  const parties = some(chance, network, 3).map(one => agencies[one].id)
  life.record(childInNeedPlanStarted, start, {
    agencies: parties,
    reviewOn: addDays(start, 42),
    needs: said.needs ? life.fill(said.needs) : life.say(words.needs),
    outcomes: life.say(words.outcomes),
    actions: life.say(words.actions),
    ifNotMet: life.say(words.ifNotMet),
    childView: said.childView ? life.fill(said.childView) : life.say(words.views),
  })
  const reviews = said.reviews ?? between(chance, 2, 4)
  const ends = said.ends ?? pick(chance, ['needs-met', 'needs-met', 'early-help'] as const)
  let day = start
  for (let at = 1; at <= reviews; at++) {
    const next = said.every
      ? addDays(day, said.every)
      : workday(
          addDays(
            day,
            weighed(chance, [
              [7, between(chance, 33, 40)],
              [1, between(chance, 43, 55)],
            ]),
          ),
        )
    for (const share of [0.35, 0.8]) {
      const on = workday(addDays(day, Math.round(daysFrom(day, next) * share)))
      if (on < next) see(told, on)
    }
    for (const agency of network)
      if (seesChildren(agency, ageOn(child.born, next)) && chance() < 0.35)
        seeAsPartner(told, agency, workday(addDays(day, between(chance, 4, 30))))
    const isLast = at === reviews && ends !== 'never'
    life.record(childInNeedPlanReviewed, next, {
      decision: isLast
        ? ends === 'early-help'
          ? 'step-down'
          : ends === 'child-protection'
            ? 'step-up'
            : 'closes'
        : 'continues',
      present: child.school ? ['child', 'family', 'agencies'] : ['family', 'agencies'],
      agencies: parties,
      progress: life.say(words.helpProgress),
      childView: life.say(words.views),
    })
    day = next
  }
  if (ends === 'never') return day
  life.record(childInNeedPlanEnded, day, {
    because: ends,
    reasons: ends === 'child-protection' ? undefined : life.say(words.helpEnded),
  })
  return day
}

/** The work ends. */
export function closed({ life }: Case, day: Day, reason = 'RC7', summary?: string, atDoor = false): void {
  life.record(
    caseClosed,
    day,
    {
      reason,
      closedBy: [postOf(life.plot.manager)],
      summary: summary ? life.fill(summary) : life.say(atDoor ? words.closedAtDoor : words.closings),
    },
    { by: life.plot.manager },
  )
}
