/** Seeing a child: by the social worker, and by those who see the child in their own work. */
import type { Day } from '../../guidance/days.ts'
import { childSeen } from '../../procedures/assessment.ts'
import { type AgencyKey, type PersonKey, practitioners } from '../cast.ts'
import { bandAt } from '../child.ts'
import type { How } from '../life.ts'
import { between, pick, weighed } from '../random.ts'
import * as words from '../words/seeing.ts'
import { type Case, speakerOf } from './beginning.ts'

export interface Seeing extends How {
  readonly alone?: boolean
  readonly where?: 'home' | 'school' | 'hospital' | 'elsewhere' | 'video'
  readonly wishes?: string
  readonly interpreter?: boolean
}

/** The social worker sees the child, and writes down what was seen and said. */
export function see({ life, child }: Case, day: Day, said: Seeing = {}): string {
  const { chance } = life
  const { alone: given, where, wishes, interpreter, ...how } = said
  const band = bandAt(child, day)
  const alone =
    given ??
    (wishes !== undefined && band !== 'baby' && band !== 'small'
      ? true
      : band === 'baby'
        ? false
        : band === 'small'
          ? chance() < 0.3
          : chance() < 0.7)
  const place = where ?? (band === 'baby' || !child.school ? 'home' : pick(chance, ['home', 'home', 'school'] as const))
  const by = how.by ?? life.plot.worker
  const parts = place === 'school' || place === 'hospital' ? [] : [life.say(words.seen[band])]
  parts.push(life.say(words.voices[band]))
  if (chance() < 0.5 || parts.length < 2) parts.push(life.say(words.thoughts))
  return life.record(
    childSeen,
    day,
    {
      alone,
      where: place,
      by: `${practitioners[by].name}, ${practitioners[by].title.split(',')[0]?.toLowerCase() ?? ''}`,
      interpreter: interpreter ? ['interpreter'] : undefined,
      wishes: wishes === undefined ? parts.filter(Boolean).join(' ') : life.fill(wishes),
      whyNotAlone: alone ? undefined : band === 'baby' ? undefined : life.say(words.notAlone),
    },
    {
      late: weighed(chance, [
        [7, 0],
        [3, 1],
        [1, 4],
      ]),
      ...how,
    },
  )
}

/** A partner saw the child in their own work. What they note is theirs; it is shared only where said. */
export function seeAsPartner({ life, child }: Case, agency: AgencyKey, day: Day, wishes?: string, how: How = {}): void {
  const bank = bankOf(agency)
  const sentences = words.seenByPartner[bank] ?? []
  const by: PersonKey = how.by ?? (agency === 'police' ? 'kerry' : speakerOf(agency))
  life.record(
    childSeen,
    day,
    {
      alone: bank === 'youth',
      where:
        bank === 'school' ? 'school' : bank === 'youth' ? 'elsewhere' : agency === 'hospital' ? 'hospital' : 'home',
      by: `${practitioners[by].name}, ${practitioners[by].title}`,
      wishes:
        wishes === undefined
          ? life.say(sentences, { himself: child.sex === 'F' ? 'herself' : 'himself' })
          : life.fill(wishes),
    },
    { shared: false, late: between(life.chance, 0, 1), ...how, by },
  )
}

function bankOf(agency: AgencyKey): keyof typeof words.seenByPartner {
  if (agency === 'police') return 'police'
  if (agency === 'youth') return 'youth'
  if (
    agency === 'linden' ||
    agency === 'aldhelm' ||
    agency === 'crossways' ||
    agency === 'hollybank' ||
    agency === 'oaks'
  )
    return 'school'
  return 'health'
}

/** The partners who see a child in the course of their work. */
export function seesChildren(agency: AgencyKey, age: number): boolean {
  if (agency === 'community') return age < 5
  return agency === 'youth' || bankOf(agency) === 'school'
}
