/** A recorded fact in words: when it was, and what was answered. */
import type { FactDefinition, Happened, Statement } from '../../engine/fact.ts'
import type { Field } from '../../engine/field.ts'
import type { ReadCase } from '../../ledger/read.ts'
import { kindOfCase } from '../../procedures/case-kinds.ts'
import { sayAbout, sayDay } from '../kit/days.ts'
import { timeAt } from './read-fact.ts'

/** '20 March 2026, 14:30', 'about March 2026'. */
export function sayHappened({ from, to, certainty, at }: Happened): string {
  if (certainty !== 'day') return sayAbout(from, to)
  return at === null ? sayDay(from) : `${sayDay(from)}, ${timeAt(at)}`
}

export interface Answer {
  readonly label: string
  readonly value: string
}

/** Every question that was answered, in the order of the form. Words that were taken away say so. */
export function answersOf(
  definition: FactDefinition,
  data: Readonly<Record<string, unknown>>,
  words: Readonly<Record<string, string | null>>,
  names: ReadonlyMap<string, string>,
): Answer[] {
  return Object.entries(definition.fields).flatMap(([name, field]): Answer[] => {
    const isWords = field.type === 'words' || field.type === 'narrative'
    const value = isWords ? words[name] : data[name]
    if (isWords && value === null) return [{ label: field.label, value: 'Taken away from the record' }]
    if (value === undefined || value === null) return []
    return [{ label: field.label, value: sayValue(field, value, names) }]
  })
}

function sayValue(field: Field, value: unknown, names: ReadonlyMap<string, string>): string {
  switch (field.type) {
    case 'choice':
      return field.options[String(value)]?.label ?? String(value)
    case 'choices':
      return (value as string[]).map(code => field.options[code]?.label ?? code).join('; ')
    case 'parties':
      return (value as string[]).map(id => names.get(id) ?? 'Somebody no longer listed').join(', ')
    case 'yes-no':
      return value ? 'Yes' : 'No'
    case 'day':
      return sayDay(String(value))
    case 'count':
      return `${Number(value).toLocaleString('en-GB')} ${field.unit}`
    default:
      return String(value)
  }
}

/** The entry whose words stand now. */
export function currentEntry(fact: Statement): string {
  return fact.versions.findLast(entry => entry.act === 'correct')?.id ?? fact.root
}

/** What the child or the matter of a case is called; its reference where no name may be seen. */
export function nameOf(read: Pick<ReadCase, 'known' | 'words' | 'head'>): string {
  const named = read.known.byKind.get(kindOfCase(read.head.kind).namedBy.kind)?.at(-1)
  const words = named ? read.words.get(currentEntry(named)) : undefined
  const name = [words?.['forenames'], words?.['surname'] ?? words?.['name']].filter(Boolean).join(' ')
  return name || `Case ${read.head.reference}`
}

/** The ids that the answers of facts name. */
export function partiesIn(definition: FactDefinition | undefined, data: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(definition?.fields ?? {}).flatMap(([name, field]) =>
    field.type === 'parties' && Array.isArray(data[name]) ? (data[name] as string[]) : [],
  )
}
