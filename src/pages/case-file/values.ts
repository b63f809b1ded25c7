/** What a fact says, as terms and values in words: codes by their labels, days in words, ids by their names. */
import type { FactDefinition } from '../../engine/fact.ts'
import type { Field } from '../../engine/field.ts'
import type { Names } from '../../ledger/read.ts'
import { sayDay } from '../kit/days.ts'

export interface Said {
  readonly term: string
  readonly value: string
  /** Long text, to be read as text rather than as a value. */
  readonly isText: boolean
}

/** The answered fields of a fact, in the order of its form; what no field is known for comes last, under its own name. */
export function saidBy(
  definition: FactDefinition | undefined,
  data: Readonly<Record<string, unknown>>,
  words: Readonly<Record<string, string | null>>,
  names: Names,
): Said[] {
  const said: Said[] = []
  const left = new Map<string, unknown>([...Object.entries(data), ...Object.entries(words)])
  for (const [name, field] of Object.entries(definition?.fields ?? {})) {
    const value = left.get(name)
    left.delete(name)
    if (value === undefined) continue
    const shown = inWords(field, value, names)
    if (shown) said.push({ term: field.label, value: shown, isText: field.type === 'narrative' })
  }
  for (const [name, value] of left) {
    // What has neither a label nor words is for the ledger.
    if (value === undefined || name === 'whose' || isForLedger(value)) continue
    said.push({ term: extras[name] ?? name, value: value === null ? taken : textOf(value), isText: true })
  }
  return said
}

function isForLedger(value: unknown): boolean {
  return Array.isArray(value) && value.some(one => typeof one === 'object')
}

/** Words that every kind may carry. */
const extras: Readonly<Record<string, string>> = {
  correctionReason: 'Why it was corrected',
  reason: 'Why it was struck out',
  view: 'What they say',
  words: 'What they say',
}

const taken = '(these words were taken away)'

function inWords(field: Field, value: unknown, names: Names): string {
  if (value === null) return taken
  switch (field.type) {
    case 'choice':
      return labelOf(field.options, textOf(value))
    case 'choices':
      return (value as readonly string[]).map(code => labelOf(field.options, code)).join(', ')
    case 'yes-no':
      return value ? 'Yes' : 'No'
    case 'day':
      return sayDay(textOf(value))
    case 'count':
      return `${Number(value).toLocaleString('en-GB')} ${field.unit}`
    case 'parties':
      return (value as readonly string[])
        .map(id => names.posts.get(id)?.name ?? names.agencies.get(id) ?? 'somebody else')
        .join(', ')
    default:
      return textOf(value)
  }
}

function labelOf(
  options: Readonly<Record<string, { readonly label: string; readonly local?: boolean }>>,
  code: string,
): string {
  const option = options[code]
  return option ? `${option.label}${option.local ? ' (local practice)' : ''}` : code
}

/** Codes and days are text already; anything else is shown as it is stored. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
