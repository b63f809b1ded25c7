/** Why somebody changes who holds a file: one field, asked alike on each of these forms. */
import { type Fields, valueOf } from '../pipeline/fields.ts'
import type { Message } from '../record/read-fact.ts'

const longest = 500

/** The reason as typed; what is missing is added to the messages. */
export function readReason(typed: Fields, messages: Message[], missing: string): string {
  const why = valueOf(typed, 'why')
  if (!why) messages.push({ field: 'why', text: missing })
  if (why.length > longest) messages.push({ field: 'why', text: `The reason must be ${longest} characters or fewer` })
  return why
}
