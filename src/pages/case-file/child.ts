/** Who the child is and who is around the child, in words, from the facts that the reader may see. */
import type { Statement } from '../../engine/fact.ts'
import type { Day } from '../../guidance/days.ts'
import type { ReadCase } from '../../ledger/read.ts'
import { kindOfCase } from '../../procedures/case-kinds.ts'
import {
  addressKnown,
  birthExpected,
  childBorn,
  childDescribed,
  childDied,
  childIdentified,
  childNamed,
  personConnected,
} from '../../procedures/people.ts'
import { affectedChildNamed, personInvolved } from '../../procedures/subjects.ts'
import { sayAge, sayDay } from '../kit/days.ts'

/** The words of a fact as they stand now, by field; empty text where there are none, or none any more. */
export function wordsOf(read: Pick<ReadCase, 'words'>, fact: Statement | undefined): Readonly<Record<string, string>> {
  if (!fact) return {}
  const id = fact.versions.findLast(entry => entry.act === 'correct')?.id ?? fact.root
  return Object.fromEntries(Object.entries(read.words.get(id) ?? {}).map(([field, text]) => [field, text ?? '']))
}

/** What the child or the matter is called; the case's reference where no name is known or may be seen. */
export function nameOfChild(read: ReadCase): string {
  const { namedBy, label } = kindOfCase(read.head.kind)
  const { forenames = '', surname = '', name = '' } = wordsOf(read, read.known.byKind.get(namedBy.kind)?.at(-1))
  const whole = `${forenames} ${surname || name}`.trim()
  return whole || `${namedBy === childNamed ? 'Child' : label} ${read.head.reference}`
}

/** "4 (born 2 June 2021)", "not born yet, expected on …", "not known". */
export function ageInWords(read: ReadCase, today: Day): string {
  const born = read.known.byKind.get(childBorn.kind)?.at(-1)
  const died = read.known.byKind.get(childDied.kind)?.at(-1)
  if (died)
    return `Died on ${sayDay(died.happened.from)}${born ? `, aged ${sayAge(born.happened.from, died.happened.from)}` : ''}`
  if (born) return `${sayAge(born.happened.from, today)} (born ${sayDay(born.happened.from)})`
  const expected = (
    read.known.byKind.get(birthExpected.kind)?.at(-1) as Statement<typeof birthExpected.fields> | undefined
  )?.data.expectedOn
  return expected ? `Not born yet, expected on ${sayDay(expected)}` : 'Not known'
}

export interface Detail {
  readonly term: string
  readonly value: string
}

/** Address, identifiers, ethnicity and disability, as far as they are known. */
export function detailsOf(read: ReadCase): Detail[] {
  const last = (kind: string) => read.known.byKind.get(kind)?.at(-1)
  const details: Detail[] = []
  const address = wordsOf(read, last(addressKnown.kind))
  const lives = [address['address'], address['postcode']].filter(Boolean).join(', ')
  if (lives) details.push({ term: 'Lives at', value: lives })
  const schemes = childIdentified.fields.scheme.options
  const shown = new Set<string>()
  for (const fact of (read.known.byKind.get(childIdentified.kind) ?? []).toReversed()) {
    const { scheme } = fact.data as { scheme?: keyof typeof schemes }
    const identifier = wordsOf(read, fact)['identifier']
    if (!scheme || !identifier || shown.has(scheme)) continue
    shown.add(scheme)
    details.push({
      term: schemes[scheme].label,
      value: scheme === 'nhs-number' ? identifier.replace(/^(\d{3})(\d{3})(\d{4})$/, '$1 $2 $3') : identifier,
    })
  }
  const described = last(childDescribed.kind)?.data as
    | { ethnicity?: string; disabilities?: readonly string[] }
    | undefined
  const { ethnicity, disabilities } = childDescribed.fields
  if (described?.ethnicity) details.push({ term: 'Ethnicity', value: labelIn(ethnicity.options, described.ethnicity) })
  const named = (described?.disabilities ?? [])
    .filter(code => code !== 'NONE')
    .map(code => labelIn(disabilities.options, code))
  if (named.length > 0) details.push({ term: 'Disability', value: named.join(', ') })
  return details
}

function labelIn(options: Readonly<Record<string, { readonly label: string }>>, code: string): string {
  return options[code]?.label ?? code
}

export interface Around {
  readonly name: string
  readonly who: string
  readonly more: string
  readonly href: string
}

/** Said for people in place of "nobody is recorded" to whoever sees only what was shared: more may be recorded than they see. */
export const nothingShared = 'Nothing of this was shared with you.'

/** The people around the child, each once, as recorded last: several agencies tell of the same mother. */
export function peopleAround(read: ReadCase): Around[] {
  const people = new Map<string, Around>()
  for (const one of everybodyAround(read)) people.set(`${one.name.toLowerCase()} ${one.who}`, one)
  return [...people.values()]
}

function everybodyAround(read: ReadCase): Around[] {
  return [...aroundTheChild(read), ...inTheMatter(read)]
}

/** Children affected and others, where the case is about a matter. */
function inTheMatter(read: ReadCase): Around[] {
  return [affectedChildNamed, personInvolved].flatMap(({ kind }) =>
    (read.known.byKind.get(kind) ?? []).map(fact => {
      const { forenames = '', surname = '', part = '', livesIn = '' } = wordsOf(read, fact)
      const data = fact.data as { part?: string; bornOn?: Day }
      const who = labelIn(affectedChildNamed.fields.part.options, data.part ?? '')
      const more = [data.bornOn ? `born ${sayDay(data.bornOn)}` : '', livesIn && `lives in ${livesIn}`]
      return {
        name: `${forenames} ${surname}`.trim(),
        who: part || (who ? `Child, ${who.toLowerCase()}` : 'Child affected'),
        more: more.filter(Boolean).join(', '),
        href: `#fact-${fact.number}`,
      }
    }),
  )
}

function aroundTheChild(read: ReadCase): Around[] {
  return (read.known.byKind.get(personConnected.kind) ?? []).map(fact => {
    const { forenames = '', surname = '' } = wordsOf(read, fact)
    const data = fact.data as {
      relationship?: string
      livesWith?: boolean
      parentalResponsibility?: boolean
      bornOn?: Day
    }
    const more = [
      data.livesWith === true ? 'lives with the child' : data.livesWith === false ? 'does not live with the child' : '',
      data.parentalResponsibility ? 'has parental responsibility' : '',
      data.bornOn ? `born ${sayDay(data.bornOn)}` : '',
    ]
    return {
      name: `${forenames} ${surname}`.trim(),
      who: labelIn(personConnected.fields.relationship.options, data.relationship ?? 'other'),
      more: more.filter(Boolean).join(', '),
      href: `#fact-${fact.number}`,
    }
  })
}
