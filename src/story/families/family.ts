/** What the families of the story share: how one of their children’s cases is begun. */
import { addDays, type Day } from '../../guidance/days.ts'
import type { AgencyKey, HolderKey, PersonKey } from '../cast.ts'
import { type Child, homeOf, type Relative } from '../child.ts'
import { Life, type Plot, type Today } from '../life.ts'
import { type Case, describe, fillSlots } from '../phases/beginning.ts'
import { chanceOf, idOf, nhsNumberOf, upnOf } from '../random.ts'
import type { Theme } from '../words/beginnings.ts'

export interface Crew {
  readonly team: HolderKey
  readonly worker: PersonKey
  readonly manager: PersonKey
}

export const crews = {
  amira: { team: 'east', worker: 'amira', manager: 'ruth' },
  leila: { team: 'east', worker: 'leila', manager: 'ruth' },
  tom: { team: 'west', worker: 'tom', manager: 'samuel' },
  chidi: { team: 'west', worker: 'chidi', manager: 'samuel' },
  nadia: { team: 'assessment', worker: 'nadia', manager: 'bev' },
  piotr: { team: 'disabled', worker: 'piotr', manager: 'grace' },
  martin: { team: 'north', worker: 'martin', manager: 'ingrid' },
} as const satisfies Record<string, Crew>

interface Beginning extends Crew {
  readonly today: Today
  readonly key: string
  readonly child: Partial<Child> &
    Pick<Child, 'forenames' | 'surname' | 'sex' | 'born' | 'mother' | 'other' | 'ethnicity'>
  readonly people: readonly Relative[]
  readonly theme: Theme
  readonly network: readonly AgencyKey[]
  readonly start: Day
  readonly isUnborn?: boolean
  readonly plot?: Pick<Plot, 'restriction' | 'area' | 'until'>
  readonly by?: PersonKey
  /** Names the family’s home: brothers and sisters live in the same one. */
  readonly homeKey?: string
}

/** Opens a case of a family with everything that is known of the child on that day. */
export function begin(of: Beginning): Case {
  const { today, key, team, worker, manager, theme, network, start, isUnborn = false } = of
  const chance = chanceOf(`child ${key}`)
  const child: Child = {
    nhsNumber: nhsNumberOf(chance),
    home: homeOf(chanceOf(`home ${of.homeKey ?? key}`)),
    surgery: 'harbour',
    ...(of.child.school ? { upn: upnOf(chance) } : {}),
    relatives: of.people,
    ...of.child,
  }
  const family = of.homeKey
  const life = new Life({ key, today, team, worker, manager, ...(family ? { family } : {}), ...of.plot })
  const told: Case = { life, child, theme, network, isUnborn }
  fillSlots(told, start)
  describe(told, start, of.by ?? 'joss')
  return told
}

/** A parent with parental responsibility, as the file first knows one. */
export const parent = (
  forenames: string,
  surname: string,
  relationship: 'mother' | 'father' = 'mother',
  livesWith = true,
): Relative => ({
  forenames,
  surname,
  relationship,
  livesWith,
  parentalResponsibility: true,
})

/** Opens a case of a family in the hands of a crew, named after the child. */
export function openFor(
  of: Pick<Beginning, 'today' | 'start' | 'theme' | 'network' | 'people'> & {
    crew: keyof typeof crews
    who: Omit<Child, 'nhsNumber' | 'home' | 'relatives' | 'surgery'> & { surgery?: Child['surgery'] }
  },
): Case {
  const { crew, who, ...rest } = of
  return begin({ ...crews[crew], ...rest, key: `${who.surname} ${who.forenames}`.toLowerCase(), child: who })
}

/** A birth date that makes somebody so many years and days old today. */
export function bornAgo({ day }: Today, years: number, days: number): Day {
  return addDays(day, -Math.floor(years * 365.25) - days)
}

/** One meeting or event about several children. */
export const occasion = (...words: readonly string[]) => idOf('occasion', ...words)
