/** What of the introduction is no duty, no prompt and kept on no record, each with its own reason. */
import type { Left } from '../left.ts'

export const left: Left = {
  'WT18-0.5-01':
    'It is why every agency may open a file and record; nobody is asked for a separate act by which it would be met.',
  'WT18-0.5-03':
    'It announces the order of the chapters. The second idea is the shape of the whole system: many agencies, one picture.',
  'WT18-0.5-04': 'A definition. The vocabulary keeps it, and the lists of harm and need are made from it.',
  'WT18-0.5-05':
    'It says what no arrangement can do. The engine holds to it: a local limit is labelled local and never replaces one of the law.',
  'WT18-0.5-07': 'The reason for sharing at all; what follows from it is asked for in section 1.6.',
  'WT18-0.5-08':
    'What children say of help is a measure for the people who build and judge this, not an act with a day.',
  'WT18-0.5-09': 'The powers behind the text. Each rule cites its own source instead.',
}
