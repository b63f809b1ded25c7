// What every component shares: the contents it shows, and the extra class and attributes it takes.
import type { ComponentChildren } from 'preact'

/** Text or elements to show. Text is always escaped. */
export type Content = ComponentChildren

/** Further attributes for the outermost (or the named) element of a component. Never a style: our pages forbid it. */
export type Attributes = Record<string, string | number | boolean>

export interface Extra {
  class?: string | undefined
  attributes?: Attributes | undefined
}

type Perhaps = string | false | 0 | 0n | null | undefined

/** Joins class names and leaves out those that do not apply. */
export function names(...parts: Perhaps[]): string {
  return parts.filter(Boolean).join(' ')
}

/** Joins the ids that describe a field; nothing when there are none. */
export function describedBy(...ids: Perhaps[]): string | undefined {
  return names(...ids) || undefined
}
