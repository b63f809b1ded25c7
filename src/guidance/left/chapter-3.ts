/** What of chapter 3 is no duty, no prompt and kept on no record, each with its own reason. */
import type { Left } from '../left.ts'

export const left: Left = {}
