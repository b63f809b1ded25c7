/** The year that a Children in Need census is about: 1 April to 31 March, named by the March in which it ends. */
import { addMonths, type Day, yearOf } from '../../../guidance/days.ts'

export interface CensusYear {
  readonly from: Day
  /** The reference day of the census. */
  readonly to: Day
}

/** The census year that holds a day. */
export function censusYearOf(day: Day): CensusYear {
  const year = yearOf(day)
  const ends = day > `${year}-03-31` ? year + 1 : year
  return { from: `${ends - 1}-04-01`, to: `${ends}-03-31` }
}

/** Authorities hand in until the end of July. No text at hand confirms it; it only decides for how long a year is still shown. */
const monthsToHandIn = 4

/** The years of which the census is still to be handed in on a day, the older first. */
export function yearsToHandIn(today: Day): readonly CensusYear[] {
  const current = censusYearOf(today)
  const last = censusYearOf(addMonths(current.from, -1))
  return today < addMonths(current.from, monthsToHandIn) ? [last, current] : [current]
}
