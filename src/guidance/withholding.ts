/**
 * Why words may be left out when a person is given the record about themselves: each ground with its law, what the person who decides
 * is told, and what the person who asked is told in general terms.
 */
import { act, type Source } from './sources.ts'

export interface Ground {
  readonly label: string
  /** Said to whoever asked: true, and without giving away what was left out. */
  readonly toThem: string
  readonly source: Source
}

const dpa = 'Data Protection Act 2018'

export const grounds = {
  'third-party': {
    label: 'About somebody else, and not reasonable to give',
    toThem: 'Some words are about other people, or would show who said something. They have a right to privacy too.',
    source: act(dpa, 'Schedule 2, Part 3, paragraphs 16 and 17'),
  },
  'serious-harm': {
    label: 'Giving it could seriously harm somebody',
    toThem: 'Some words could put somebody at risk of serious harm if they were given.',
    source: act(dpa, 'Schedule 3, Parts 2 to 4'),
  },
  'not-to-parents': {
    label: 'Said in confidence by the child: not for a parent',
    toThem: 'Some words were said in the expectation that they would not be passed on to you.',
    source: act(dpa, 'Schedule 3, Part 3, paragraph 10'),
  },
  'child-abuse': {
    label: 'About abuse of the child, and not in the child’s best interests to give to whoever asks',
    toThem: 'Some words are left out because giving them would not be in the child’s best interests.',
    source: act(dpa, 'Schedule 3, Part 5'),
  },
  'ask-first': {
    label: 'Recorded by another agency, which has not answered yet',
    toThem: 'Some records were made by other organisations. We are asking them, or you can ask them yourself.',
    source: act('UK General Data Protection Regulation', 'Article 15(4)'),
  },
  crime: {
    label: 'It would get in the way of finding out about a crime',
    toThem: 'Some words could get in the way of finding out about a crime.',
    source: act(dpa, 'Schedule 2, Part 1, paragraph 2'),
  },
  privilege: {
    label: 'Advice of a lawyer, or made for a court',
    toThem: 'Some words are legal advice, or were made for a court that decides itself who may see them.',
    source: act(dpa, 'Schedule 2, Part 4, paragraph 19; Schedule 3, paragraph 9'),
  },
} as const satisfies Readonly<Record<string, Ground>>

export type GroundCode = keyof typeof grounds

/** Whether a text is the code of a ground. */
export function isGround(text: string): text is GroundCode {
  return Object.hasOwn(grounds, text)
}
