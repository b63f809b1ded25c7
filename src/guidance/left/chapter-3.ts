/** What of chapter 3 is no duty, no prompt and kept on no record, each with its own reason. */
import type { Left } from '../left.ts'

export const left: Left = {
  'WT18-3.3-04':
    'A count of the kinds in the regulations. The list itself stands in the record of whom the partners name.',
  'WT18-3.3-09':
    'It says when the list of the regulations was amended. What was chosen before keeps the code that it had.',
  'WT18-3.6-02':
    'It places scrutiny beside inspections that others make. No partner does anything by which it would be met.',
  'WT18-3.13-01':
    'It asks software to keep the regime on each review and not on the calendar: rules carry their regime, and a review keeps the one it began under.',
}
