/** One Child element into facts: everything readable becomes one, everything else is told with its line, path and reason. */
import { createHash } from 'node:crypto'
import type { Day } from '../../guidance/days.ts'
import { disabilities, ethnicities, sexes } from '../../procedures/code-lists.ts'
import type { ImportedChild, Problem } from '../store.ts'
import { copied, type Element, inside } from './elements.ts'
import { readEpisode } from './episode.ts'
import { between, type Census, on, Reading } from './reading.ts'
import { type Read, readCode, readDay, readIdentifier } from './values.ts'

export interface ReadChild {
  readonly child: ImportedChild
  readonly episodes: number
  readonly problems: readonly Problem[]
}

const oldSexes: Readonly<Record<string, keyof typeof sexes>> = { '1': 'M', '2': 'F', '0': 'U', '9': 'U' }

function readSex(text: string): Read<keyof typeof sexes> {
  const old = oldSexes[text.trim()]
  return old ? { value: old } : readCode(text, sexes)
}

const upnUnknown = { UN1: 1, UN2: 1, UN3: 1, UN4: 1, UN5: 1, UN6: 1, UN7: 1 }

/** Reads one child. A child without the authority's number is known by what else identifies it. */
export function readChild(element: Element, census: Census): ReadChild {
  const identifiers = inside(element, 'ChildIdentifiers')
  const said = readIdentifier(inside(identifiers, 'LAchildID')?.text ?? '').value
  const given = said && copied(said)
  const reading = new Reading(census, given ?? null)
  const path = 'Child/ChildIdentifiers'
  reading.value(identifiers, 'LAchildID', path, readIdentifier)
  reading.group(element, 'ChildIdentifiers')
  const key = given ?? anonymousKey(identifiers)
  if (!given)
    reading.problem(
      identifiers ?? element,
      `${path}/LAchildID`,
      'The child has no number of the authority. It was kept under what else identifies it.',
    )
  const episodes = reading.group(element, 'CINdetails')
  const since = firstReferral(episodes) ?? census.referenceDay
  readIdentity(reading, element, path, since, given)
  readCharacteristics(reading, element, since)
  reading.closeGroup(identifiers, path)
  for (const episode of episodes) readEpisode(reading, episode)
  reading.closeGroup(element, 'Child')
  return {
    child: { key, line: element.line, facts: reading.facts },
    episodes: episodes.length,
    problems: reading.problems,
  }
}

function anonymousKey(identifiers: Element | undefined): string {
  const said = (identifiers?.children ?? []).map(child => `${child.name}=${child.text.trim()}`).toSorted()
  return `without number ${createHash('sha256').update(said.join('|')).digest('hex').slice(0, 16)}`
}

function firstReferral(episodes: readonly Element[]): Day | undefined {
  const days = episodes.flatMap(episode => readDay(inside(episode, 'CINreferralDate')?.text ?? '').value ?? [])
  return days.toSorted()[0]
}

function readIdentity(reading: Reading, element: Element, path: string, since: Day, given: string | undefined): void {
  const identifiers = inside(element, 'ChildIdentifiers')
  const line = identifiers?.line ?? 0
  const known = between(since, reading.census.referenceDay)
  const identifier = (scheme: string, name: string, value: string | undefined) => {
    if (value)
      reading.fact({
        key: `child-identified ${scheme}`,
        kind: 'child-identified',
        happened: known,
        data: { scheme },
        narrative: { identifier: value },
        line,
        path: `${path}/${name}`,
      })
  }
  identifier('la-child-id', 'LAchildID', given)
  identifier('upn', 'UPN', reading.value(identifiers, 'UPN', path, readIdentifier))
  identifier('former-upn', 'FormerUPN', reading.value(identifiers, 'FormerUPN', path, readIdentifier))
  const why = reading.value(identifiers, 'UPNunknown', path, text => readCode(text, upnUnknown))
  if (why)
    reading.fact({
      key: 'child-identified upn-unknown',
      kind: 'child-identified',
      happened: known,
      data: { scheme: 'upn', upnUnknown: why },
      line,
      path: `${path}/UPNunknown`,
    })
  const sex =
    reading.value(identifiers, 'Sex', path, readSex) ?? reading.value(identifiers, 'GenderCurrent', path, readSex)
  const born = reading.value(identifiers, 'PersonBirthDate', path, readDay)
  if (born)
    reading.fact({
      key: 'child-born',
      kind: 'child-born',
      happened: on(born),
      data: sex ? { sex } : {},
      line,
      path: `${path}/PersonBirthDate`,
    })
  else if (sex)
    reading.fact({
      key: 'child-described sex',
      kind: 'child-described',
      happened: known,
      data: { sex },
      line,
      path: `${path}/Sex`,
    })
  const expectedOn = reading.value(identifiers, 'ExpectedPersonBirthDate', path, readDay)
  if (expectedOn)
    reading.fact({
      key: 'birth-expected',
      kind: 'birth-expected',
      happened: known,
      data: { expectedOn },
      line,
      path: `${path}/ExpectedPersonBirthDate`,
    })
  if (!expectedOn && !inside(identifiers, 'PersonBirthDate'))
    reading.problem(
      identifiers ?? element,
      `${path}/PersonBirthDate`,
      'Kept without a date of birth: the file gives none. What depends on the child’s age is not known.',
    )
  const died = reading.value(identifiers, 'PersonDeathDate', path, readDay)
  if (died)
    reading.fact({ key: 'child-died', kind: 'child-died', happened: on(died), line, path: `${path}/PersonDeathDate` })
}

function readCharacteristics(reading: Reading, element: Element, since: Day): void {
  const path = 'Child/ChildCharacteristics'
  const [characteristics] = reading.group(element, 'ChildCharacteristics')
  if (!characteristics) return
  const ethnicity = reading.value(characteristics, 'Ethnicity', path, text => readCode(text, ethnicities))
  const [list] = reading.group(characteristics, 'Disabilities')
  const found = reading.group(list, 'Disability').flatMap(one => {
    const { value, why } = readCode(one.text, disabilities)
    if (why) reading.problem(one, `${path}/Disabilities/Disability`, `Not kept: ${why}.`)
    return value ?? []
  })
  reading.closeGroup(list, `${path}/Disabilities`)
  reading.closeGroup(characteristics, path)
  const data = {
    ...(ethnicity ? { ethnicity } : {}),
    ...(found.length > 0 ? { disabilities: [...new Set(found)] } : {}),
  }
  if (Object.keys(data).length === 0) return
  reading.fact({
    key: 'child-described',
    kind: 'child-described',
    happened: between(since, reading.census.referenceDay),
    data,
    line: characteristics.line,
    path,
  })
}
