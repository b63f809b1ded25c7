/** The lawful bases that can be named when agencies ask and answer, each with what it means. */

export const lawfulBases = {
  'ca1989-s17': {
    label: 'Children Act 1989, section 17',
    means: 'A child may be in need. The council finds out what would help, and others help it to.',
  },
  'ca1989-s47': {
    label: 'Children Act 1989, section 47',
    means:
      'There is reason to think that a child is suffering, or is likely to suffer, significant harm. Others help with the enquiry.',
  },
  'ca2004-s10': {
    label: 'Children Act 2004, section 10',
    means: 'The agencies of the area work together for the well-being of its children.',
  },
  'ca2004-s11': {
    label: 'Children Act 2004, section 11',
    means: 'The agency carries out its own work in a way that keeps children safe.',
  },
  'ca2004-s16h': {
    label: 'Children Act 2004, section 16H',
    means: 'A safeguarding partner asks for information that it names. Whoever is asked must comply.',
  },
} as const

export type LawfulBasis = keyof typeof lawfulBases

/** Whether a text is the code of a basis. */
export function isLawfulBasis(text: string): text is LawfulBasis {
  return Object.hasOwn(lawfulBases, text)
}

const ofPurpose: Readonly<Record<string, LawfulBasis>> = {
  'section-17': 'ca1989-s17',
  'section-47': 'ca1989-s47',
  'strategy-discussion': 'ca1989-s47',
  'early-help': 'ca2004-s10',
  'section-16h': 'ca2004-s16h',
}

/** The basis that goes with what a request is for; none where it is for something else. */
export function basisFor(purpose: string): LawfulBasis | undefined {
  return ofPurpose[purpose]
}
