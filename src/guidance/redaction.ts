/**
 * Why words of a record may be removed for good: each ground with its law and the day from which it can be named. What is wrong is
 * corrected and what stands on the wrong case is moved; words are removed where even keeping them, readable as corrected, is wrong.
 */
import type { Day } from './days.ts'
import { act, type Source } from './sources.ts'

export interface RedactionGround {
  readonly label: string
  readonly hint?: string
  /** Why, as the end of the sentence that stands where the words stood: it gives nothing away. */
  readonly because: string
  readonly source: Source
  /** The first day on which it can be named. */
  readonly from: Day
}

const gdpr = 'UK General Data Protection Regulation'
/** The day on which the Data Protection Act 2018 and the Regulation began to apply. */
const began = '2018-05-25'

export const redactionGrounds = {
  'somebody-else': {
    label: 'They are about somebody else',
    hint: 'Another person of the same name, or details of somebody who has nothing to do with this child',
    because: 'they were about somebody else',
    source: act(gdpr, 'Articles 5(1)(c) and 17(1)(d)'),
    from: began,
  },
  'court-order': {
    label: 'A court ordered it',
    because: 'a court ordered it',
    source: act(gdpr, 'Article 17(1)(e)'),
    from: began,
  },
  'erasure-upheld': {
    label: 'Somebody asked for them to be erased, and that was upheld',
    because: 'somebody asked for it and was right',
    source: act(gdpr, 'Article 17(1)'),
    from: began,
  },
  'commissioner-order': {
    label: 'The Information Commissioner ordered it',
    because: 'the Information Commissioner ordered it',
    source: act('Data Protection Act 2018', 'section 149'),
    from: began,
  },
  unlawful: {
    label: 'They should never have been written down',
    hint: 'Received or recorded against the law: under a court’s reporting restriction, or privileged',
    because: 'the law did not allow them to be kept',
    source: act(gdpr, 'Article 17(1)(d)'),
    from: began,
  },
} as const satisfies Readonly<Record<string, RedactionGround>>

export type RedactionGroundCode = keyof typeof redactionGrounds

/** Whether a text is the code of a ground that can be named on a day. */
export function isRedactionGround(text: string, on: Day): text is RedactionGroundCode {
  return Object.hasOwn(redactionGrounds, text) && redactionGrounds[text as RedactionGroundCode].from <= on
}
