/**
 * What the validation rules of the Children in Need census would say of one child, while there is time to put it right: hints, which
 * block nothing. Rules about a whole return cannot be judged from one child, and some of what rules forbid no form here can say.
 */
import type { Day } from '../../../guidance/days.ts'
import type { CensusChild } from './census-child.ts'
import type { CensusYear } from './census-year.ts'
import type { Episode } from './episodes.ts'
import { rulesOfAssessments } from './of-assessments.ts'
import { rulesOfEnquiries } from './of-enquiries.ts'
import { rulesOfInNeedPlans, rulesOfProtectionPlans } from './of-plans.ts'
import { rulesOfReferrals } from './of-referrals.ts'
import { rulesOfTheChild } from './of-the-child.ts'
import type { CensusRule } from './rule.ts'
import type { Told } from './told.ts'

/** Where the rules stand: the published validation rules of the census, by the numbers that they have there. */
export const sourceOfRules = 'Children in Need census: validation rules 2025 to 2026, Department for Education'

/** Every rule that can be judged from the record of one child. */
export const censusRules: readonly CensusRule[] = [
  ...rulesOfTheChild,
  ...rulesOfReferrals,
  ...rulesOfAssessments,
  ...rulesOfEnquiries,
  ...rulesOfInNeedPlans,
  ...rulesOfProtectionPlans,
]

/** Rules that are not among them, each with why. */
export const notJudged: Readonly<Record<string, string>> = {
  '100': 'It is about the header of a return.',
  '1520': 'It compares all children of a return.',
  '2883': 'It counts over a whole return.',
  '2886Q': 'It counts over a whole return.',
  '2887Q': 'It counts over a whole return.',
  '2888Q': 'It counts over a whole return.',
  '8510': 'It compares all children of a return.',
  '8640': 'A form offers the codes alone, and what is no code is not imported.',
  '8650': 'A form offers the codes alone, and what is no code is not imported.',
  '8794': 'An answer can be ticked once.',
  '8810': 'A reason for closing is given with the day of closing, on one form.',
  '8842Q': 'A review is recorded with its day.',
  '8898': 'An answer can be ticked once.',
}

export interface Hint {
  readonly code: string
  /** A query may be explained and left; anything else is an error, with which the census is not accepted. */
  readonly isQuery: boolean
  readonly says: string
  readonly todo: string
  /** The records that it is about; none where what lacks was never recorded. */
  readonly at: readonly string[]
  /** The kind of record that is missing. */
  readonly lacks: string | undefined
}

/** Every rule that a child breaks. `until` is the last day of which the record can speak; the end of the year where that is earlier. */
export function hintsOf(child: CensusChild, year: CensusYear, until: Day): Hint[] {
  const judged = { year, until: until < year.to ? until : year.to }
  return censusRules.flatMap(({ code, says, todo, lacks, find }) =>
    find(child, judged).map(({ at }) => ({ code, isQuery: code.endsWith('Q'), says, todo, at, lacks })),
  )
}

/**
 * What of a child the census of a year asks for: episodes that were open in it, and of these what had not ended before it. What
 * belongs to the record that is being typed stays, so that a day long past is told.
 */
export function inYear(child: CensusChild, { from, to }: CensusYear, typed?: string): CensusChild {
  const isTyped = (told: { readonly root: string } | undefined) => typed !== undefined && told?.root === typed
  const isLater = (...days: readonly ({ readonly root: string; readonly to: Day } | undefined)[]) =>
    days.some(isTyped) || days.every(day => day === undefined || day.to >= from)
  const isAsked = ({ referral, closed, noFurtherAction, roots }: Episode) => {
    if (typed !== undefined && roots.has(typed)) return true
    if (referral && referral.from > to) return false
    return isLater(closed) && (noFurtherAction !== true || isLater(referral))
  }
  return {
    ...child,
    episodes: child.episodes
      .filter(isAsked)
      .map(episode => (isOver(episode, from) ? episode : { ...episode, ...partsFrom(episode) })),
  }

  function partsFrom({ assessments, inNeedPlans, enquiries, conferences, protectionPlans }: Episode) {
    const isSpan = ({ start, end }: { start: Told | undefined; end: Told | undefined }) =>
      isTyped(start) || isLater(end)
    return {
      assessments: assessments.filter(isSpan),
      inNeedPlans: inNeedPlans.filter(isSpan),
      enquiries: enquiries.filter(({ start, conference, notRequired }) =>
        conference ? isTyped(start) || isLater(conference) : !notRequired || isLater(start),
      ),
      conferences: conferences.filter(one => isLater(one)),
      protectionPlans: protectionPlans.filter(isSpan),
    }
  }
}

/** Whether an episode had closed before a day: it is looked at only because of what is typed, and then as a whole. */
export function isOver({ closed }: Episode, day: Day): boolean {
  return closed !== undefined && closed.to < day
}
