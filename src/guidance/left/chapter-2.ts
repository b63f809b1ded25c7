/** What of chapter 2 is no duty, no prompt and kept on no record, each with its own reason. */
import type { Left } from '../left.ts'

export const left: Left = {
  'WT18-2.10-01':
    'It says that homes were added to the chapter. What they owe stands in the three requirements after it.',
  'WT18-2.16-01':
    'It says that public protection arrangements were added to the chapter; the one after it says what for.',
}
