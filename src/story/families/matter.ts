/** How a matter that is no child’s file is begun: its name, and whoever keeps it. */
import type { Day } from '../../guidance/days.ts'
import { matterNamed } from '../../procedures/subjects.ts'
import type { AreaKey, HolderKey, PersonKey } from '../cast.ts'
import { Life, type Today } from '../life.ts'

/** Who keeps a matter of each kind. */
const keepers = {
  context: { team: 'door', worker: 'joss', manager: 'bev' },
  allegation: { team: 'designated', worker: 'imelda', manager: 'imelda' },
  incident: { team: 'office', worker: 'farid', manager: 'samuel' },
  'national-review': { team: 'secretariat', worker: 'stella', manager: 'stella', area: 'england' },
  'child-death': { team: 'reviews', worker: 'noor', manager: 'noor' },
  assurance: { team: 'office', worker: 'farid', manager: 'farid' },
  arrangements: { team: 'office', worker: 'farid', manager: 'farid' },
} as const satisfies Record<string, { team: HolderKey; worker: PersonKey; manager: PersonKey; area?: AreaKey }>

/** A matter of a kind in the hands of those whose work it is; nothing is told of it yet. */
export function keep(kind: keyof typeof keepers, key: string, today: Today): Life {
  return new Life({ key: `${kind} ${key}`, kind, today, ...keepers[kind] })
}

/** Opens a matter with the name by which lists show it. */
export function openMatter(
  kind: keyof typeof keepers,
  today: Today,
  on: Day,
  said: { name: string; about?: string; by?: PersonKey },
): Life {
  const life = keep(kind, said.name, today)
  life.record(matterNamed, on, { name: said.name, about: said.about }, said.by ? { by: said.by } : {})
  return life
}
