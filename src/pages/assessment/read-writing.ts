/**
 * The form of one domain into acts: only what was changed is recorded, as a new finding or as a correction of one's own. What
 * somebody else of the agency wrote meanwhile is not written over: it collides, and whoever writes sees it.
 */

import { lift } from '../../engine/statements.ts'
import type { Correction, Recording } from '../../ledger/command.ts'
import { whyCorrected } from '../../ledger/command.ts'
import { lastSeenIn } from '../../ledger/read.ts'
import { type Dimension, type Domain, domains, findingWritten } from '../../procedures/assessment-frame.ts'
import { childBorn } from '../../procedures/people.ts'
import { sayDay } from '../kit/days.ts'
import { type Fields, valueOf, valuesOf } from '../pipeline/fields.ts'
import type { Visit } from '../pipeline/page.ts'
import { type Message, readFact } from '../record/read-fact.ts'
import { allOf } from './facts.ts'
import { type Finding, foundOf, type OpenAssessment, ownFinding } from './opened.ts'

/** The names of a dimension's fields in the form. */
export const fieldOf = (dimension: Dimension, field: 'found' | 'meaning' | 'source' | 'seen' | 'again') =>
  `${dimension}-${field}`

export interface Writing {
  readonly acts: readonly (Recording | Correction)[]
  readonly messages: readonly Message[]
  /** Dimensions of which somebody else of the agency wrote meanwhile. */
  readonly collisions: readonly Dimension[]
}

interface Said {
  readonly found: string
  readonly source: string
  readonly meaning: readonly string[]
}

const nothing: Said = { found: '', source: '', meaning: [] }

/** What the form would record, read against the assessment as it stands now. */
export function readWriting(visit: Visit, opened: OpenAssessment, domain: Domain, typed: Fields): Writing {
  const acts: (Recording | Correction)[] = []
  const messages: Message[] = []
  const collisions: Dimension[] = []
  for (const dimension of Object.keys(domains[domain].dimensions) as Dimension[]) {
    const result = readDimension(visit, opened, dimension, typed)
    if (result === 'collides') collisions.push(dimension)
    else if (result && 'messages' in result) messages.push(...result.messages)
    else if (result) acts.push(result)
  }
  const isFirst = (one: Message, at: number) => messages.findIndex(({ field }) => field === one.field) === at
  return { acts, messages: messages.filter(isFirst), collisions }
}

function readDimension(visit: Visit, opened: OpenAssessment, dimension: Dimension, typed: Fields) {
  const { assessment, last, read, head } = opened
  const mine = typedOf(typed, dimension)
  const seen = Number(valueOf(typed, fieldOf(dimension, 'seen'))) || 0
  const base = saidAt(visit, opened, seen)
  const current = ownFinding(assessment, dimension, visit.post.agency.id)
  const before = last && takenOver(last, dimension, visit.post.agency.id)
  const isChanged = !isSame(mine, base)
  const takesOver = valueOf(typed, fieldOf(dimension, 'again')) === 'yes' && before !== undefined
  const says = (field: 'found' | 'again', text: string) => ({ messages: [{ field: fieldOf(dimension, field), text }] })
  if (!isChanged && !takesOver) return undefined
  if (isChanged && takesOver)
    return says('again', 'Either say that it was found again, or write it in your own words: not both')
  if (mine.found === '' && base.found !== '' && !takesOver)
    return says('found', 'Words are not emptied here. Write what is so now, or strike the finding out on the file')
  const said = takesOver ? saidIn(before) : mine
  // A second arrival of the same form, or two people with the same words.
  if (current && isSame(said, saidIn(current)) && (!takesOver || current.fact.data.again)) return undefined
  if ((current?.entry ?? 0) !== seen) return 'collides' as const
  const form = {
    ...Object.fromEntries(
      ['day', 'month', 'year'].map(part => [`happened-${part}`, valueOf(typed, `happened-${part}`)]),
    ),
    dimension,
    ...said,
    ...(takesOver ? { again: 'yes' } : {}),
  }
  const fact = readFact(findingWritten, form, { today: visit.today })
  if ('messages' in fact)
    return {
      messages: fact.messages.map(({ field, text }) => ({
        field: field === 'happened' ? field : fieldOf(dimension, field as 'found'),
        text,
      })),
    }
  const isOwn = current?.recordedBy === visit.post.id && !takesOver
  if (!isOwn) {
    const early = messageOnBirth(opened, dimension, fact.fact.happened.from)
    if (early) return { messages: [early] }
  }
  const common = { caseId: head.id, ...fact.fact }
  if (isOwn)
    return {
      ...common,
      act: 'correct',
      root: current.fact.root,
      seen: current.entry,
      happened: current.fact.happened,
      narrative: {
        ...fact.fact.narrative,
        [whyCorrected]: assessment.concluded
          ? 'Written on after the assessment was concluded'
          : 'Written on in the assessment',
      },
    } satisfies Correction
  return {
    ...common,
    act: 'record',
    kind: findingWritten.kind,
    about: assessment.began.root,
    seen: lastSeenIn(read),
  } satisfies Recording
}

/** What was found before a birth stands under that dimension, unless the whole assessment is of the time before. */
function messageOnBirth({ read, assessment }: OpenAssessment, dimension: Dimension, day: string): Message | undefined {
  const born = allOf(read, childBorn).at(-1)?.happened.from
  if (!born || day >= born || assessment.began.happened.from < born || dimension === 'before-birth') return undefined
  return {
    field: 'happened',
    text: `The child was born on ${sayDay(born)}. What was found before that day belongs under “Before birth”`,
  }
}

/** What a dimension is taken over from: the agency’s own last finding, else the latest of anybody. */
export function takenOver(
  last: OpenAssessment['assessment'],
  dimension: Dimension,
  agency: string,
): Finding | undefined {
  return ownFinding(last, dimension, agency) ?? foundOf(last, dimension).now.at(-1)
}

const saidIn = ({ text, source, fact }: Finding): Said => ({ found: text, source, meaning: fact.data.meaning ?? [] })

function typedOf(typed: Fields, dimension: Dimension): Said {
  return {
    found: valueOf(typed, fieldOf(dimension, 'found')).replaceAll('\r\n', '\n'),
    source: valueOf(typed, fieldOf(dimension, 'source')),
    meaning: valuesOf(typed, fieldOf(dimension, 'meaning')),
  }
}

/** What the entry with that number said: what stood in the form when it was opened. */
function saidAt({ guidance }: Visit, { read }: OpenAssessment, number: number): Said {
  const entry = read.entries.find(one => one.number === number && one.kind === findingWritten.kind)
  if (!entry) return nothing
  const words = read.words.get(entry.id) ?? {}
  const { meaning } = lift(entry, guidance.kinds.get(entry.kind)) as { meaning?: readonly string[] }
  return { found: words['found'] ?? '', source: words['source'] ?? '', meaning: meaning ?? [] }
}

function isSame(a: Said, b: Said): boolean {
  const sorted = (codes: readonly string[]) => codes.toSorted().join()
  return a.found === b.found.trim() && a.source === b.source.trim() && sorted(a.meaning) === sorted(b.meaning)
}

/** The form as it opens: the agency’s own words of each dimension, and today. */
export function formOfDomain(visit: Visit, { assessment }: OpenAssessment, domain: Domain): Fields {
  const [year = '', month = '', day = ''] = visit.today.day.split('-')
  const fields: Record<string, string | readonly string[]> = {
    'happened-day': String(Number(day)),
    'happened-month': String(Number(month)),
    'happened-year': year,
  }
  for (const dimension of Object.keys(domains[domain].dimensions) as Dimension[]) {
    const own = ownFinding(assessment, dimension, visit.post.agency.id)
    if (!own) continue
    fields[fieldOf(dimension, 'found')] = own.text
    fields[fieldOf(dimension, 'source')] = own.source
    fields[fieldOf(dimension, 'meaning')] = own.fact.data.meaning ?? []
    fields[fieldOf(dimension, 'seen')] = String(own.entry)
  }
  return fields
}
