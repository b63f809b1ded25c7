// What arrived in a form or an address: each name has one text or several. Read once, at the edge.

export type Fields = Readonly<Record<string, string | readonly string[]>>

/** The text under a name, without blanks around it; empty where there is none. */
export function valueOf(fields: Fields, name: string): string {
  return valuesOf(fields, name)[0] ?? ''
}

/** All texts under a name, without blanks around them and without empty ones. */
export function valuesOf(fields: Fields, name: string): string[] {
  const value = fields[name] ?? []
  return (typeof value === 'string' ? [value] : value).map(text => text.trim()).filter(text => text !== '')
}

/** What a person typed: everything but our own fields, whose names begin with an underscore. */
export function typedIn(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !name.startsWith('_')))
}

/** Copies what a parser read into a plain record. Whatever is not text is left out, and so is the character that cannot be stored. */
export function fieldsOf(parsed: unknown): Fields {
  const entries = Object.entries((parsed ?? {}) as Record<string, unknown>)
  return Object.fromEntries(
    entries.flatMap(([name, value]): [string, string | string[]][] => {
      if (typeof value === 'string') return [[name, storable(value)]]
      return Array.isArray(value) ? [[name, value.filter(one => typeof one === 'string').map(storable)]] : []
    }),
  )
}

function storable(text: string): string {
  return text.replaceAll('\0', '')
}
