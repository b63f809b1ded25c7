/** What is to be put right on a form, at the top of its page. */
import { ErrorSummary } from '../kit/component/messages.tsx'
import { idOf } from './fact-fields.tsx'
import type { Message } from './read-fact.ts'

export interface ProblemsProps {
  readonly messages: readonly Message[]
  /** The questions that are asked for as day, month and year. */
  readonly days?: readonly string[]
  /** Where a message about a question leads: to its first control unless said. */
  readonly at?: (field: string) => string
  readonly description?: string
}

/** Each problem leads to its question. Nothing where there is nothing to put right. */
export function Problems({ messages, days = [], at, description }: ProblemsProps) {
  if (messages.length === 0) return null
  const anchor = at ?? ((field: string) => `#${idOf(field)}${days.includes(field) ? '-day' : ''}`)
  const errors = messages.map(({ field, text }) => ({ message: text, href: anchor(field) }))
  return <ErrorSummary errors={errors} {...(description ? { description } : {})} />
}
