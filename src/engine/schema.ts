/** The shape of a fact's content as one Zod schema: forms, imports and the API read by it, and OpenAPI is written from it. */
import { z } from 'zod'
import { isDay } from '../guidance/days.ts'
import type { FactDefinition, Json } from './fact.ts'
import { type Field, type Fields, isData, mayBeNamed } from './field.ts'
import type { Known } from './statements.ts'

/** Longest narrative, in characters. */
export const longestNarrative = 100_000

/** What is said of a field that must be answered and was not: an instruction that names it. */
export function missing(field: Field): string {
  const label = field.label.replace(/\?$/, '')
  const what = `${label.charAt(0).toLowerCase()}${label.slice(1)}`
  switch (field.type) {
    case 'choice':
    case 'choices':
    case 'parties':
      return `Select an answer: ${what}`
    case 'yes-no':
      return `Select yes or no: ${what}`
    case 'day':
      return `Enter a date: ${what}`
    case 'count':
      return `Enter a number of ${field.unit}: ${what}`
    default:
      return `Enter ${what}`
  }
}

function schemaOfField(field: Field): z.ZodType {
  switch (field.type) {
    case 'choice':
      return z.enum(Object.keys(field.options) as [string, ...string[]], { error: missing(field) })
    case 'choices':
      return z
        .array(z.enum(Object.keys(field.options) as [string, ...string[]], { error: missing(field) }), missing(field))
        .min(field.optional ? 0 : 1, missing(field))
    case 'yes-no':
      return z.boolean({ error: missing(field) })
    case 'day':
      return z
        .string({ error: missing(field) })
        .refine(isDay, `${field.label} must be a real date, for example 27 3 2026`)
    case 'count':
      return z.int({ error: missing(field) }).min(0, `${field.label} must be 0 or more`)
    case 'parties':
      return z.array(z.uuid({ error: missing(field) }), missing(field)).min(field.optional ? 0 : 1, missing(field))
    case 'words':
      return z
        .string({ error: missing(field) })
        .trim()
        .min(1, missing(field))
        .max(field.longest, `${field.label} must be ${field.longest} characters or fewer`)
        .superRefine((text, context) => {
          const message = field.check?.(text)
          if (message) context.addIssue({ code: 'custom', message })
        })
    case 'narrative':
      return z
        .string({ error: missing(field) })
        .trim()
        .min(1, missing(field))
        .max(longestNarrative, `${field.label} must be ${longestNarrative.toLocaleString('en-GB')} characters or fewer`)
  }
}

const schemas = new WeakMap<Fields, z.ZodType<Record<string, unknown>>>()

/** The schema of a fact's fields, data and words together. Fields that were not answered are absent, never empty. */
export function schemaOf(definition: FactDefinition): z.ZodType<Record<string, unknown>> {
  const known = schemas.get(definition.fields)
  if (known) return known
  const shape = Object.entries(definition.fields).map(([name, field]) => {
    const schema = schemaOfField(field)
    return [name, field.optional ? schema.optional() : schema]
  })
  const schema = z.strictObject(Object.fromEntries(shape)).superRefine((values, context) => {
    for (const { field, when } of definition.needs ?? []) {
      const asked = definition.fields[field]
      const said = (values as Record<string, unknown>)[field]
      if (asked && (said === undefined || (Array.isArray(said) && said.length === 0)) && when(values))
        context.addIssue({ code: 'custom', path: [field], message: missing(asked) })
    }
  }) as unknown as z.ZodType<Record<string, unknown>>
  schemas.set(definition.fields, schema)
  return schema
}

/** A definition as it is asked on a case: there an answer may be needed that elsewhere is not. */
export function askedOnCase(definition: FactDefinition, about: string | null, known: Known): FactDefinition {
  const needed = (definition.needsOnCase ?? []).flatMap(({ field, when }) => (when(about, known) ? field : []))
  return withNeeded(definition, needed)
}

function withNeeded(definition: FactDefinition, needed: readonly string[]): FactDefinition {
  if (needed.length === 0) return definition
  const fields = Object.entries(definition.fields).map(([name, field]) =>
    needed.includes(name) ? [name, { ...field, optional: false }] : [name, field],
  )
  return { ...definition, fields: Object.fromEntries(fields) }
}

/**
 * A definition as it is asked of a role: whoever does not make the decision says who did.
 * @param standing what a fact says that is corrected: where nobody is named there, nobody needs to be
 */
export function askedOfRole(definition: FactDefinition, role: string, standing?: Json): FactDefinition {
  const needed = Object.entries(definition.fields).flatMap(([name, field]) => {
    const isOthers = field.type === 'parties' && !mayBeNamed(field, role)
    // Where it hangs on other answers whether somebody decides, those ask for it.
    const isOpen = definition.needs?.some(one => one.field === name) || (standing && !(name in standing))
    return isOthers && !isOpen ? [name] : []
  })
  return withNeeded(definition, needed)
}

/** Divides what was read into what rules may read and what is for people only. */
export function divide(
  definition: FactDefinition,
  values: Readonly<Record<string, unknown>>,
): { data: Record<string, unknown>; narrative: Record<string, string> } {
  const data: Record<string, unknown> = {}
  const narrative: Record<string, string> = {}
  for (const [name, field] of Object.entries(definition.fields)) {
    const value = values[name]
    if (value === undefined) continue
    if (isData(field)) data[name] = value
    else if (typeof value === 'string') narrative[name] = value
  }
  return { data, narrative }
}
