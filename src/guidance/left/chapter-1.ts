/** What of chapter 1 is no duty, no prompt and kept on no record, each with its own reason. */
import type { Left } from '../left.ts'

export const left: Left = {
  'T1-HOM-01':
    'How far ahead homelessness may lie and still count as a threat. It is no time to act in: the duty to refer says it beside its clock.',
  'WT18-1.1-01':
    'It asks all organisations of an area together to find need early, and the authority to know the need of its area. No single act meets it: each organisation shows its part in its round, the partners in what they publish.',
  'WT18-1.3-01':
    'That agencies agree a range of services by local need is asked of the area. What one family gets, and whether it helps, is owed on the child’s file.',
  'WT18-1.6-04':
    'Advice that stands beside the guidance and is no part of it. The form to share asks what the seven rules ask: power, need, proportion, whether the family knows.',
  'WT18-1.6-05':
    'Rules that each organisation makes for itself: they are looked at in its section 11 round, not owed on a case.',
  'WT18-1.6-08': 'It says that there is a guide, and asks nothing of anybody.',
  'WT18-1.6-09':
    'What the guide says in answer to common fears. Its points stand as plain words beside each lawful basis of the form to share.',
  'WT18-1.9-04':
    'History of the text: disabled children came into the chapter in 2018. What is owed to them stands beside it.',
  'WT18-1.11-04':
    'It tells when secure establishments came into the chapter, and asks nothing more than the section does.',
  'WT18-1.15-06':
    'A summary noted that health has tasks of its own in a strategy discussion. The tasks themselves are the requirement after it.',
}
