/**
 * What allows one agency to let another one know: powers and duties to share, and the conditions of data protection law.
 * Each holds from a day, some until one; what a disclosure names must hold on the day of the disclosure.
 * Agreement of the family is no basis: it is a fact about their view (Working Together, December 2020, pages 19 to 21).
 */
import type { Day } from './days.ts'
import { type Commencements, isCommenced, type Provision } from './editions.ts'
import { act, type Source } from './sources.ts'

export interface LawfulBasis {
  /** Stored with each disclosure: for ever. */
  readonly code: string
  readonly label: string
  /** What it means, for somebody who is not a lawyer. */
  readonly meaning: string
  readonly source: Source
  readonly from: Day
  /** The first day on which it no longer held; null while it does. */
  readonly until: Day | null
  /** It holds from the day that commencement regulations name, not from `from`. */
  readonly waitsFor?: Provision
}

/** A power or duty to share, with the conditions of data protection law that usually go with it. */
export interface Power extends LawfulBasis {
  readonly usually: readonly string[]
}

const publicTask = ['gdpr-6-1-e', 'gdpr-9-2-g', 'dpa2018-sch1-18']
const obligation = ['gdpr-6-1-c', 'gdpr-9-2-g', 'dpa2018-sch1-18']

/** Powers and duties to share, in the order in which they are offered. */
export const powers: readonly Power[] = [
  {
    code: 'ca1989-s47',
    label: 'Children Act 1989, section 47: enquiries',
    meaning:
      'Children’s social care must find out whether a child is suffering or likely to suffer significant harm. Councils, health bodies and others it asks must help with what they know, unless that would be unreasonable.',
    source: act('Children Act 1989', 's47(9) to (11)'),
    from: '1991-10-14',
    until: null,
    usually: publicTask,
  },
  {
    code: 'ca1989-s17',
    label: 'Children Act 1989, section 17: a child in need',
    meaning:
      'Children’s social care works out what a child needs and provides it; others tell it what it needs to know.',
    source: act('Children Act 1989', 's17 and Schedule 2, paragraph 1'),
    from: '1991-10-14',
    until: null,
    usually: publicTask,
  },
  {
    code: 'ca1989-s27',
    label: 'Children Act 1989, section 27: help that a council asked for',
    meaning:
      'Another council or a health body that is asked for help with a child must give it if it fits its own duties.',
    source: act('Children Act 1989', 's27'),
    from: '1991-10-14',
    until: null,
    usually: publicTask,
  },
  {
    code: 'ca2004-s10',
    label: 'Children Act 2004, section 10: working together for children’s well-being',
    meaning:
      'The council and its partners cooperate so that children in the area do well, before anything is wrong too.',
    source: act('Children Act 2004', 's10'),
    from: '2005-04-01',
    until: null,
    usually: publicTask,
  },
  {
    code: 'ca2004-s11',
    label: 'Children Act 2004, section 11: doing our own work safely for children',
    meaning: 'Named bodies must do all their work in a way that keeps children safe; telling others is part of it.',
    source: act('Children Act 2004', 's11'),
    from: '2005-10-01',
    until: null,
    usually: publicTask,
  },
  {
    code: 'ca2004-s14b',
    label: 'Children Act 2004, section 14B: a request of the safeguarding board',
    meaning: 'A Local Safeguarding Children Board asked for information for its work, and it had to be given.',
    source: act('Children Act 2004', 's14B (repealed with the boards)'),
    from: '2010-04-01',
    until: '2019-09-30',
    usually: obligation,
  },
  {
    code: 'ca2004-s16h',
    label: 'Children Act 2004, section 16H: a request of a safeguarding partner',
    meaning: 'A safeguarding partner asked for information to help it keep children safe, and it must be given.',
    source: act('Children Act 2004', 's16H (WT18-3.10-02)'),
    from: '2018-06-29',
    until: null,
    usually: obligation,
  },
  {
    code: 'ca2004-s16n',
    label: 'Children Act 2004, section 16N: a request of a child death review partner',
    meaning: 'A child death review partner asked for information about a death, and it must be given.',
    source: act('Children Act 2004', 's16N (WT18-3.10-03)'),
    from: '2018-06-29',
    until: null,
    usually: obligation,
  },
  {
    code: 'ca2004-s16d',
    label: 'Children Act 2004, section 16D: a request of the national Panel',
    meaning: 'The Child Safeguarding Practice Review Panel asked for information for a review, and it must be given.',
    source: act('Children Act 2004', 's16D (WT18-3.10-04)'),
    from: '2018-06-29',
    until: null,
    usually: obligation,
  },
  {
    code: 'cwsa2026-s4',
    label: 'Children Act 2004, section 16LA: the duty to share',
    meaning:
      'What is relevant to keeping a child safe must be shared with the bodies that need it, unless sharing would do the child more harm than good.',
    source: act('Children Act 2004', 's16LA, put in by the Children’s Wellbeing and Schools Act 2026, s4'),
    from: '2026-04-29',
    until: null,
    waitsFor: 'cwsa2026-s4',
    usually: obligation,
  },
  {
    code: 'public-interest',
    label: 'Common law: a confidence that the public interest overrides',
    meaning:
      'What was said in confidence may be passed on where keeping it would leave somebody at risk of serious harm.',
    source: act('Common law', 'duty of confidence, public interest'),
    from: '1991-10-14',
    until: null,
    usually: publicTask,
  },
]

/** Conditions of data protection law, in the order of the articles. */
export const conditions: readonly LawfulBasis[] = [
  {
    code: 'gdpr-6-1-c',
    label: 'Article 6(1)(c): legal obligation',
    meaning: 'The law says that we must.',
    source: act('UK General Data Protection Regulation', 'Article 6(1)(c)'),
    from: '2018-05-25',
    until: null,
  },
  {
    code: 'gdpr-6-1-d',
    label: 'Article 6(1)(d): vital interests',
    meaning: 'Somebody’s life is at stake.',
    source: act('UK General Data Protection Regulation', 'Article 6(1)(d)'),
    from: '2018-05-25',
    until: null,
  },
  {
    code: 'gdpr-6-1-e',
    label: 'Article 6(1)(e): public task',
    meaning: 'It is needed for a task that the law gives us or the body that receives it.',
    source: act('UK General Data Protection Regulation', 'Article 6(1)(e)'),
    from: '2018-05-25',
    until: null,
  },
  {
    code: 'gdpr-6-1-ea',
    label: 'Article 6(1)(ea): recognised legitimate interest',
    meaning:
      'Keeping a child or an adult at risk safe is named in the law as reason enough for bodies that are not public.',
    source: act('Data (Use and Access) Act 2025', 's70 and Schedule 4'),
    from: '2026-02-05',
    until: null,
  },
  {
    code: 'gdpr-6-1-f',
    label: 'Article 6(1)(f): legitimate interests',
    meaning: 'A club, charity or business needs to, and nobody’s rights weigh more. Not for public bodies’ own tasks.',
    source: act('UK General Data Protection Regulation', 'Article 6(1)(f)'),
    from: '2018-05-25',
    until: null,
  },
  {
    code: 'gdpr-9-2-c',
    label: 'Article 9(2)(c): vital interests',
    meaning: 'Health or other sensitive details: somebody’s life is at stake, and they cannot agree themselves.',
    source: act('UK General Data Protection Regulation', 'Article 9(2)(c)'),
    from: '2018-05-25',
    until: null,
  },
  {
    code: 'gdpr-9-2-g',
    label: 'Article 9(2)(g): substantial public interest',
    meaning: 'Health or other sensitive details: the public interest is great, under a condition of Schedule 1.',
    source: act('UK General Data Protection Regulation', 'Article 9(2)(g)'),
    from: '2018-05-25',
    until: null,
  },
  {
    code: 'gdpr-9-2-h',
    label: 'Article 9(2)(h): health or social care',
    meaning: 'Health or other sensitive details: to treat or care for somebody, by people bound to secrecy.',
    source: act('UK General Data Protection Regulation', 'Article 9(2)(h)'),
    from: '2018-05-25',
    until: null,
  },
  {
    code: 'dpa2018-sch1-6',
    label: 'Data Protection Act 2018, Schedule 1, paragraph 6: statutory purposes',
    meaning: 'The law gives the task, and the public interest in it is great.',
    source: act('Data Protection Act 2018', 'Schedule 1, paragraph 6'),
    from: '2018-05-25',
    until: null,
  },
  {
    code: 'dpa2018-sch1-18',
    label: 'Data Protection Act 2018, Schedule 1, paragraph 18: safeguarding',
    meaning:
      'To keep a child or an adult at risk safe, where they cannot agree, cannot be expected to, or asking would put them at risk.',
    source: act('Data Protection Act 2018', 'Schedule 1, paragraph 18 (WT18-1.6-03)'),
    from: '2018-05-25',
    until: null,
  },
  {
    code: 'dpa2018-part3',
    label: 'Data Protection Act 2018, Part 3: law enforcement',
    meaning: 'The police and other bodies named there, to prevent, investigate or prosecute a crime.',
    source: act('Data Protection Act 2018', 'Part 3'),
    from: '2018-05-25',
    until: null,
  },
]

const byCode = new Map<string, LawfulBasis>([...powers, ...conditions].map(one => [one.code, one]))

/** The basis with that code; nothing where there is none. */
export function findBasis(code: string): LawfulBasis | undefined {
  return byCode.get(code)
}

/** The powers or conditions of a list that hold on a day. Throws RangeError when it is not a day. */
export function holdingOn<Basis extends LawfulBasis>(
  list: readonly Basis[],
  day: Day,
  commencements: Commencements,
): Basis[] {
  return list.filter(
    one =>
      one.from <= day &&
      (one.until === null || day < one.until) &&
      (one.waitsFor === undefined || isCommenced(one.waitsFor, day, commencements)),
  )
}

/**
 * What a form for sharing starts from on a day: "may share, write why", or, once section 4 of the Act of 2026 is in force,
 * "must share unless, write why not". Throws RangeError when it is not a day.
 */
export function sharingStartsFrom(day: Day, commencements: Commencements): 'may' | 'must-unless' {
  return isCommenced('cwsa2026-s4', day, commencements) ? 'must-unless' : 'may'
}
