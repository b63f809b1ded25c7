/** Data for the benches: cases of the pathway of any length, from a seed. Long cases are long as real ones are: by visits and meetings. */
import { addDays } from '../src/guidance/days.ts'
import type { Command, Recording } from '../src/ledger/command.ts'
import { newReference } from '../src/people/establishment.ts'
import { newId } from '../src/platform/identifier.ts'

/** A generator of numbers in [0, 1) from a seed. */
export function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Case lengths with a median of 30 facts and a 95th percentile of 300. */
export function caseLength(next: () => number): number {
  const normal = Math.sqrt(-2 * Math.log(next() || 1e-9)) * Math.cos(2 * Math.PI * next())
  return Math.min(900, Math.max(4, Math.round(30 * Math.exp(normal * 1.4))))
}

const forenames = [
  'Aria',
  'Noah',
  'Zainab',
  'Mohammed',
  'Elsie',
  'Tyrone',
  'Mei',
  'Oskar',
  'Ifeoma',
  'Callum',
  'Priya',
  'Jack',
  'Leila',
  'Sam',
  'Katarzyna',
  'Dwayne',
]
const beginnings = [
  'Fen',
  'Har',
  'Mar',
  'Whit',
  'Cal',
  'Bro',
  'Lang',
  'Oak',
  'Pem',
  'Rad',
  'Sel',
  'Tor',
  'Vane',
  'Wex',
  'Ash',
  'Bel',
  'Cray',
  'Dun',
  'Elm',
  'Fair',
]
const middles = ['', 'ing', 'er', 'en', 'el', 'a', 'o', 'ber', 'der', 'ley']
const endings = [
  'wick',
  'ton',
  'low',
  'shaw',
  'combe',
  'field',
  'worth',
  'by',
  'ham',
  'stead',
  'more',
  'well',
  'ford',
  'den',
  'gate',
]

/** An invented surname; about three thousand of them. */
export function surname(next: () => number): string {
  const pick = (list: readonly string[]) => list[Math.floor(next() * list.length)] ?? ''
  return `${pick(beginnings)}${pick(middles)}${pick(endings)}`
}

const on = (day: string) => ({ from: day, to: day, certainty: 'day', at: null }) as const

/** The facts of one case, in the order in which they happened. */
export function factsOfCase(caseId: string, length: number, start: string, next: () => number): Recording[] {
  const facts: Recording[] = []
  let day = start
  // However long the record, it is of some three and a half years: a day has more of it.
  const between = Math.max(1, Math.min(9, Math.floor(900 / length)))
  const add = (kind: string, more: Partial<Recording> = {}) => {
    const id = newId()
    facts.push({ act: 'record', caseId, id, kind, happened: on(day), data: {}, narrative: {}, ...more })
    return id
  }
  add('child-named', {
    narrative: { forenames: forenames[Math.floor(next() * forenames.length)] ?? '', surname: surname(next) },
  })
  add('child-born', { happened: on(addDays('2014-01-01', Math.floor(next() * 4000))) })
  while (facts.length < length) {
    const referral = add('referral-received', {
      data: { source: '2A' },
      narrative: { reason: 'A bruise was seen and the child was quiet.' },
    })
    day = addDays(day, 1)
    add('referral-decided', {
      about: referral,
      data: { outcome: 'strategy-discussion' },
      narrative: { reasons: 'Bruising without explanation.' },
    })
    add('referrer-told', { about: referral })
    const discussion = add('strategy-discussion-held', { about: referral, data: { outcome: 'section-47' } })
    const assessment = add('assessment-started', { about: referral })
    day = addDays(day, 14)
    const conference = add('initial-conference-held', {
      about: discussion,
      data: { decision: 'child-protection-plan', categories: ['NEG'] },
    })
    const plan = add('child-protection-plan-started', { about: conference, data: { categories: ['NEG'] } })
    day = addDays(day, 20)
    add('assessment-authorised', { about: assessment, data: { outcome: 'child-in-need-plan' } })
    for (let review = 0; review < 4 && facts.length < length; review++) {
      for (let visit = 0; visit < 10 && facts.length < length; visit++) {
        day = addDays(day, between)
        add('child-seen', {
          about: plan,
          data: { alone: true, where: 'home' },
          narrative: { wishes: 'Said that home is calmer.' },
        })
        if (visit % 3 === 0) add('core-group-held', { about: plan })
      }
      add('review-conference-held', { about: plan, data: { decision: 'continues' } })
    }
    add('plan-ended', { about: plan, data: { ground: 'not-likely-significant-harm' } })
    day = addDays(day, 5)
    add('case-closed', { about: referral, data: { reason: 'RC7' } })
    day = addDays(day, 40)
  }
  return facts.slice(0, length)
}

export interface CaseOf {
  readonly areaId: string
  readonly agencyId: string
  readonly teamId: string
}

/** A command that opens a case and records all its facts. */
export function openingOf(to: CaseOf, length: number, next: () => number, start: string): Command {
  const id = newId()
  return {
    areaId: to.areaId,
    submissionId: newId(),
    by: { postId: null, agencyId: to.agencyId },
    opens: [{ id, kind: 'child', reference: newReference(), teamId: to.teamId }],
    acts: factsOfCase(id, length, start, next),
  }
}
