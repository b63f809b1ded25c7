/** What every form of a decision for an area asks: from which day, who approved it, and why. */
import { type Day, isDay } from '../../guidance/days.ts'
import { type Fields, valueOf } from '../pipeline/fields.ts'

export type Say = (field: string, text: string) => void

const longest = 500

/** Words that must be there. */
export function wordsIn(typed: Fields, name: string, missing: string, say: Say): string {
  const text = valueOf(typed, name)
  if (!text) say(name, missing)
  if (text.length > longest) say(name, `This must be ${longest} characters or fewer`)
  return text
}

/** A day typed in three parts, not before another; nothing, and a message, where it is none. */
export function dayIn(
  typed: Fields,
  name: string,
  missing: string,
  earliest: { day: Day; words: string },
  say: Say,
): Day | undefined {
  const [day, month, year] = ['day', 'month', 'year'].map(part => valueOf(typed, `${name}-${part}`))
  const text = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`
  if (isDay(text) && text >= earliest.day) return text
  say(name, !day && !month && !year ? missing : isDay(text) ? earliest.words : 'The day must be a real date')
  return undefined
}
