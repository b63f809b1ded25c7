// Local policies in words: what holds today, since when, who approved it; and every decision, the newest first.
import type { Arrangements } from '../../engine/duty.ts'
import { describeLimit, localOn } from '../../guidance/limits.ts'
import type { BeganRead, LocalPolicyRead } from '../../ledger/area-decisions.ts'
import { type LocalUnit, limitOf, localPoliciesOf, localUnits } from '../../ledger/local-limits.ts'
import type { Progress } from '../../ledger/rederive.ts'
import type { LocalKey } from '../../procedures/decided-locally.ts'
import { type Day, sayDay } from '../kit/days.ts'
import type { Visit } from '../pipeline/page.ts'
import { Anew } from './changes.tsx'

/** The two kinds of arrangements that areas changed over to in 2018 and 2019. */
export const arrangementsInWords: Readonly<Record<Arrangements, string>> = {
  safeguarding: 'Safeguarding arrangements of the area’s own partners',
  'child-death': 'Child death review arrangements of the area’s own partners',
}

/** The words of a key, as a heading. */
export function titleOf({ words }: LocalKey): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** The units that make sense for a key: back from a planned day, months for keeping records, else any that count forward. */
export function unitsFor({ isBack, rules }: LocalKey): LocalUnit[] {
  if (isBack) return ['working-days-before']
  if (rules.length === 0) return ['months']
  return (Object.keys(localUnits) as LocalUnit[]).filter(unit => unit !== 'working-days-before')
}

/** The decision that holds on a day; nothing before the first. */
export function holdsOn(history: readonly LocalPolicyRead[], day: Day): LocalPolicyRead | undefined {
  const rows = history.map(({ key, fromDay, amount, unit, number }) => ({
    key,
    from_day: fromDay,
    amount,
    unit,
    number,
  }))
  const held = history[0] && localOn(localPoliciesOf(rows), history[0].key, day)
  return history.find(({ fromDay }) => fromDay === held?.from)
}

/** "within 6 weeks", or what holds where the area set nothing. */
export function sayValue(key: LocalKey, holds: Pick<LocalPolicyRead, 'amount' | 'unit'> | undefined): string {
  const limit = holds && limitOf(holds)
  if (limit) return sayPlain(key, describeLimit(limit))
  const otherwise = key.unlessSet ? `${sayPlain(key, describeLimit(key.unlessSet))}, as this system starts` : 'no limit'
  return `The area sets none: ${otherwise}`
}

/** How long something is kept is no limit within which something is done. */
function sayPlain({ rules }: LocalKey, words: string): string {
  return rules.length === 0 ? words.replace(/^within /, '') : words
}

interface DecisionsProps<Read> {
  visit: Visit
  history: readonly Read[]
  progress: ReadonlyMap<string, Progress>
  says: (read: Read) => string
}

/** Every decision, the newest first: what, who approved it, why, and who recorded it when. */
export function Decisions<Read extends LocalPolicyRead | BeganRead>({
  visit,
  history,
  progress,
  says,
}: DecisionsProps<Read>) {
  return (
    <ul class="govuk-list govuk-!-margin-bottom-0">
      {history.map(read => (
        <li>
          <b>{says(read)}</b>. {read.why}
          <br />
          <span class="gt-quiet">
            Approved by {read.approvedBy}. Recorded on {sayDay(visit.ledger.dayOf(read.at))}
            {read.by ? ` by ${read.by}.` : ' by whoever set this system up.'}
            <Anew visit={visit} progress={progress.get(read.id)} />
          </span>
        </li>
      ))}
    </ul>
  )
}

/** "From 1 May 2026: within 6 weeks" */
export function saySet(key: LocalKey) {
  return (read: LocalPolicyRead) => `From ${sayDay(read.fromDay)}: ${sayValue(key, read)}`
}

/** "Began on 1 June 2019" */
export function sayBegan({ beganOn }: BeganRead): string {
  return beganOn ? `Began on ${sayDay(beganOn)}` : 'Taken back: no day'
}
