/** What a system sent into a fact, or into faults that say what to do: the rules of the forms, on the same definitions. */
import { z } from 'zod'
import type { FactDefinition, Happened } from '../engine/fact.ts'
import { type Field, isData, isOffered, mayBeNamed } from '../engine/field.ts'
import type { Guidance } from '../engine/guidance.ts'
import { pinnedFor } from '../engine/pinned.ts'
import { divide, longestNarrative, schemaOf } from '../engine/schema.ts'
import { knownAt } from '../engine/statements.ts'
import { addDays, addMonths, type Day, isDay } from '../guidance/days.ts'
import { londonDay } from '../guidance/london.ts'
import type { ReadCase } from '../ledger/read.ts'
import type { Parties } from '../people/parties.ts'
import { newId } from '../platform/identifier.ts'
import { type Fault, Unfit } from './problem.ts'

/** Text without what cannot be stored, lines ended by one character. */
export function clean(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll('\0', '').trim()
}

/** Words of a body. */
export function wordsBody(what: string, longest = longestNarrative) {
  return z
    .string({ error: `Enter ${what}` })
    .overwrite(clean)
    .min(1, `Enter ${what}`)
    .max(longest, `This must be ${longest.toLocaleString('en-GB')} characters or fewer`)
}

const idMessage = 'This must be an id as we gave it'
export const idBody = z.uuid({ error: idMessage })

export const happenedBody = z.strictObject({
  on: z
    .string({ error: 'Say when: a day as 2026-03-27, a month as 2026-03, a year as 2026' })
    .regex(/^\d{4}(-\d\d){0,2}$/, 'Write a day as 2026-03-27, a month as 2026-03, a year as 2026'),
  about: z.boolean({ error: 'This must be true or false' }).optional(),
  at: z.iso.datetime({ offset: true, error: 'Write an instant as 2026-03-27T14:30:00Z' }).optional(),
})
export type HappenedBody = z.infer<typeof happenedBody>

const partBody = z.record(z.string(), z.unknown())

/** The parts of a fact, whatever its kind: checked against the definition afterwards. */
export const saidBody = {
  happened: happenedBody,
  data: partBody.optional(),
  narrative: partBody.optional(),
} as const

interface Said {
  readonly happened: HappenedBody
  readonly data?: Readonly<Record<string, unknown>> | undefined
  readonly narrative?: Readonly<Record<string, unknown>> | undefined
}

export interface FactRead {
  readonly happened: Happened
  readonly data: Record<string, unknown>
  readonly narrative: Record<string, string>
}

/** What a fact is read against. */
export interface Against {
  readonly today: { readonly day: Day; readonly instant: number }
  /** The day on which the procedure opened: it decides which answers of a list that changed may be given. */
  readonly openedOn: Day | undefined
  readonly parties: Parties
}

/** Reads a fact of a kind; what is wrong is added to the faults. */
export function readSaid(definition: FactDefinition, said: Said, against: Against, faults: Fault[]): FactRead {
  const happened = readHappened(definition, said.happened, against.today, faults)
  const values: Record<string, unknown> = {}
  for (const half of ['data', 'narrative'] as const) {
    for (const [name, value] of Object.entries(said[half] ?? {})) {
      const field = Object.hasOwn(definition.fields, name) ? definition.fields[name] : undefined
      if (!field) faults.push({ field: `${half}.${name}`, message: 'This kind of record has no such field' })
      else if (isData(field) !== (half === 'data'))
        faults.push({
          field: `${half}.${name}`,
          message: `This belongs under "${isData(field) ? 'data' : 'narrative'}"`,
        })
      else if (value !== null) values[name] = typeof value === 'string' ? clean(value) : value
    }
  }
  const read = schemaOf(definition).safeParse(values)
  for (const issue of read.success ? [] : read.error.issues) {
    const name = String(issue.path[0])
    const field = definition.fields[name]
    faults.push({ field: field ? placeOf(name, field) : name, message: issue.message })
  }
  const right = read.success ? read.data : {}
  for (const [name, field] of Object.entries(definition.fields))
    for (const message of faultsOf(field, right[name], against)) faults.push({ field: placeOf(name, field), message })
  return { happened, ...divide(definition, right) }
}

/** Where a field stands in a body. */
export function placeOf(name: string, field: Field): string {
  return `${isData(field) ? 'data' : 'narrative'}.${name}`
}

/** What the shape of a field does not say: lists that changed, who can be named, days that lie ahead. */
function faultsOf(field: Field, value: unknown, { today, openedOn, parties }: Against): string[] {
  const values = [value].flat().filter(one => typeof one === 'string')
  if (field.type === 'choice' || field.type === 'choices')
    return values.flatMap(code => {
      const option = field.options[code]
      const isRight = !option || isOffered(option, openedOn)
      return isRight
        ? []
        : [`“${option.label}” could not be chosen on the day this opened. Choose from the answers of that day`]
    })
  if (field.type === 'parties') {
    const offered = new Map(parties[field.of].map(({ id, kind }) => [id, kind]))
    const isOffered = (id: string) => {
      const kind = offered.get(id)
      return kind !== undefined && (field.of === 'agency' || mayBeNamed(field, kind))
    }
    const ofPosts = field.decides ? 'posts of your agency whose role decides this' : 'posts of your agency'
    const whose = field.of === 'agency' ? 'agencies of the area' : ofPosts
    return values.every(isOffered) ? [] : [`Name only ${whose}, by their ids`]
  }
  const isAhead = field.type === 'day' && !field.ahead && values.some(day => day > today.day)
  return isAhead ? [`${field.label} must be today or in the past`] : []
}

const earliestYear = 1900

function readHappened(
  definition: FactDefinition,
  { on, about = false, at }: HappenedBody,
  today: Against['today'],
  faults: Fault[],
): Happened {
  const say = (message: string, field = 'happened.on') => faults.push({ field, message })
  const [year = '', month] = on.split('-')
  const certainty = about ? 'about' : on.length === 4 ? 'year' : on.length === 7 ? 'month' : 'day'
  const first = on.length === 4 ? `${year}-01-01` : on.length === 7 ? `${year}-${month}-01` : on
  if (!isDay(first)) {
    say('The date must be a real date')
    return { from: today.day, to: today.day, certainty: 'day', at: null }
  }
  if (Number(year) < earliestYear) say(`The year must be ${earliestYear} or later`)
  if (first > today.day && !definition.ahead)
    say('The date must be today or in the past. To plan something ahead, record the plan')
  if (about && on.length < 10) say('Only a day can be "about": leave it out for a month or a year', 'happened.about')
  if (at !== undefined && !(certainty === 'day' && definition.time))
    say('A time of day can only stand with a day that is known exactly, of a kind that asks for one', 'happened.at')
  const [from, to] = about
    ? [addDays(first, -7), addDays(first, 7)]
    : on.length === 4
      ? [first, `${year}-12-31`]
      : on.length === 7
        ? [first, addDays(addMonths(first, 1), -1)]
        : [first, first]
  const instant = at === undefined ? null : Date.parse(at)
  if (instant !== null && londonDay(instant) !== first) say('This is not on that day in London', 'happened.at')
  if (instant !== null && instant > today.instant && !definition.ahead)
    say('The time must be in the past', 'happened.at')
  const capped = to > today.day && !definition.ahead ? today.day : to
  return { from, to: capped < from ? from : capped, certainty, at: instant }
}

/** The day on which the procedure opened that a fact would belong to; nothing where it belongs to none. */
export function openedOnOf(
  definition: FactDefinition,
  said: Pick<Happened, 'from' | 'to'>,
  about: string | null,
  read: ReadCase,
  guidance: Guidance,
): Day | undefined {
  const id = newId()
  const tried = {
    id,
    number: Number.MAX_SAFE_INTEGER,
    act: 'record',
    root: id,
    kind: definition.kind,
    shape: definition.shape,
    happened: { ...said, certainty: 'day', at: null },
    recordedAt: Number.MAX_SAFE_INTEGER,
    recordedOn: said.to,
    agency: '',
    about,
    answers: null,
    occasion: null,
    source: null,
    knownSince: null,
    data: {},
  } as const
  const known = knownAt([...read.entries, tried], Number.MAX_SAFE_INTEGER, guidance.kinds)
  const [, ...continued] = known.chains.get(id) ?? []
  return pinnedFor(definition, continued, said.from, known, guidance)?.day
}

/** @throws Unfit where there are faults */
export function refuseFaults(faults: readonly Fault[]): void {
  if (faults.length > 0) throw new Unfit(faults)
}

/** Faults of a shape in plain words: fields that are not known are named. */
export function faultsIn(error: z.ZodError): Fault[] {
  return error.issues.flatMap(issue => {
    const field = issue.path.join('.')
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map(key => ({ field: field ? `${field}.${key}` : key, message: 'There is no such field here' }))
    return [{ field, message: /^(Invalid|Too|Unrecognized)/.test(issue.message) ? plainly(issue) : issue.message }]
  })
}

function plainly(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `This must be ${expected[issue.expected] ?? `of type ${issue.expected}`}`
    case 'invalid_value':
      return `This must be one of: ${issue.values.map(String).join(', ')}`
    case 'too_small':
      return `This must be at least ${issue.minimum}`
    case 'too_big':
      return `This must be at most ${issue.maximum}`
    default:
      return 'This could not be read'
  }
}

const expected: Readonly<Record<string, string>> = {
  object: 'an object',
  record: 'an object',
  array: 'a list',
  string: 'text',
  boolean: 'true or false',
  int: 'a whole number',
  number: 'a number',
}
