/** What of chapter 2 is no duty, no prompt and kept on no record, each with its own reason. */
import type { Left } from '../left.ts'

export const left: Left = {
  'WT18-2.1-13': 'It compares the list of 2015 with that of 2018. The ten standards are encoded as they are.',
  'WT18-2.2-03': 'A list of what was new in the chapter in 2018; each of those is encoded under its own section.',
  'WT18-2.10-01':
    'It says that homes were added to the chapter. What they owe stands in the three requirements after it.',
  'WT18-2.16-01':
    'It says that public protection arrangements were added to the chapter; the one after it says what for.',
}
