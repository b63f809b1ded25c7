/** The letters there are, and the words with which each begins and ends until an area decides its own. */
import type { OwnWords } from '../../ledger/letter-words.ts'

export interface LetterKind {
  readonly label: string
  /** What stands between the area's own words: said where they are changed. */
  readonly says: string
  readonly unlessSet: Pick<OwnWords, 'opening' | 'closing'>
}

export const letterKinds = {
  'referrer-feedback': {
    label: 'To whoever made a referral: what was decided',
    says: 'the day of the referral and its reference, what was decided and on which day, the threshold document used, and what was written for the referrer',
    unlessSet: {
      opening: 'Thank you for telling us that you were worried. We want you to know what became of it.',
      closing:
        'If you see it differently, ring us and say so: you can ask us to look at the decision again, and after that you can raise it through the process of the safeguarding partners. If you learn anything new, or a child is in danger, do not wait for an answer: ring us, or 999.',
    },
  },
  'conference-family': {
    label: 'To the family: an invitation to a child protection conference',
    says: 'the child’s first name, the day of the conference, and which agencies are invited',
    unlessSet: {
      opening:
        'We invite you to a child protection conference. There you, and the people who work with your family, talk about what is going well, what worries us, and what would help.',
      closing:
        'Before it you can read the report, and the person who leads the conference will meet you and explain what happens there. You may bring somebody who supports you. If you need an interpreter, help with getting there, or cannot be in a room with somebody, tell us: we will arrange it.',
    },
  },
  'conference-agency': {
    label: 'To an agency: an invitation to a child protection conference',
    says: 'the child’s name and file, the day of the conference, who else is invited, and by when a written report is due where the area set a day',
    unlessSet: {
      opening: 'We invite your agency to an initial child protection conference.',
      closing:
        'Please send somebody who knows the child or the family and can decide for your agency. Please write a report, also if nobody can come: what you know, what it means for the child, and what you think should happen. Share it with the family first, unless that would not be safe.',
    },
  },
  'meeting-guest': {
    label: 'To somebody without an account here: an invitation to a meeting about a child',
    says: 'which meeting it is, the child’s name, the day, time and place, by when a report is wanted, who else is invited, and the file’s reference',
    unlessSet: {
      opening:
        'We invite you to a meeting about a child whom you know. There the people who work with the child and the family decide together what would help and what keeps the child safe.',
      closing:
        'Please tell us whether you come, or who comes in your place: ring us, or write. If we ask you for a report, send it on paper or tell it to us by telephone: what you know, what it means for the child, and what you think should happen. We write down what you tell us as yours, and the others who are invited read it. Keep this letter safe, and talk about it only with those who need to know. If the child is in danger, do not wait for the meeting: ring us, or 999.',
    },
  },
} as const satisfies Readonly<Record<string, LetterKind>>

export type LetterCode = keyof typeof letterKinds

/** Whether a text names a letter. */
export function isLetter(text: string): text is LetterCode {
  return Object.hasOwn(letterKinds, text)
}
