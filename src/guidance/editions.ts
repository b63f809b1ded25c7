/**
 * The editions of the guidance and its companions, when each holds, and which one answers for a day.
 * One title is not one text: where two prints differ, the day of the event decides.
 */
import { type Day, toNumber } from './days.ts'

/**
 * One edition. It holds from `from` up to the day before `until` (null: still current when this was written).
 * `published` may be only a month; `from` is then the first day on which the edition surely holds, never a guess.
 * `parent` is where a rule is looked up when this edition does not change it. `confirmed` is about the dates.
 */
export type Edition = {
  readonly code: string
  readonly title: string
  readonly kind: 'guidance' | 'companion' | 'act'
  readonly parent: EditionCode | null
  readonly published: string
  readonly from: Day
  readonly until: Day | null
  readonly confirmed: boolean
  readonly note: string
}

export type EditionCode =
  | 'wt2015'
  | 'wt2018'
  | 'wt2018-dec2020'
  | 'wt2023'
  | 'wt2026'
  | 'transition2018'
  | 'panel2019'
  | 'cdr2018'
  | 'cwsa2026'

/** The register, oldest first in each chain. Dates of statutory guidance are those of publication. */
export const editions: readonly (Edition & { readonly code: EditionCode })[] = [
  {
    code: 'wt2015',
    title: 'Working Together to Safeguard Children (2015)',
    kind: 'guidance',
    parent: null,
    published: '2015-03',
    from: '2015-04-01',
    until: '2018-07-04',
    confirmed: false,
    note: 'Chapters 3 to 5 ran on in each area until its new arrangements began, 29 September 2019 at the latest.',
  },
  {
    code: 'wt2018',
    title: 'Working Together to Safeguard Children (2018), July 2018 print',
    kind: 'guidance',
    parent: null,
    published: '2018-07-04',
    from: '2018-07-04',
    until: '2020-12-09',
    confirmed: true,
    note: 'A new start: nothing is inherited from 2015. Some pages date it to late June; the law it rests on began on 29 June 2018.',
  },
  {
    code: 'wt2018-dec2020',
    title: 'Working Together to Safeguard Children (2018), December 2020 revision',
    kind: 'guidance',
    parent: 'wt2018',
    published: '2020-12-09',
    from: '2020-12-09',
    until: '2023-12-15',
    confirmed: true,
    note: 'The same title with new page numbers; an overlay on the July 2018 print.',
  },
  {
    code: 'wt2023',
    title: 'Working Together to Safeguard Children (2023)',
    kind: 'guidance',
    parent: 'wt2018-dec2020',
    published: '2023-12-15',
    from: '2023-12-15',
    until: '2026-03-18',
    confirmed: true,
    note: 'Areas moved their arrangements over during 2024.',
  },
  {
    code: 'wt2026',
    title: 'Working Together to Safeguard Children (2026)',
    kind: 'guidance',
    parent: 'wt2023',
    published: '2026-03-18',
    from: '2026-03-18',
    until: null,
    confirmed: true,
    note: 'Known here from summaries only.',
  },
  {
    code: 'transition2018',
    title: 'Working Together: transitional guidance (2018) and SI 2018/497',
    kind: 'companion',
    parent: null,
    published: '2018-06-29',
    from: '2018-06-29',
    until: '2019-09-30',
    confirmed: true,
    note: 'Reviews in hand had grace periods that ran into 2020; they start within these dates.',
  },
  {
    code: 'panel2019',
    title: 'Child Safeguarding Practice Review Panel: practice guidance (2019)',
    kind: 'companion',
    parent: null,
    published: '2019-04',
    from: '2019-05-01',
    until: null,
    confirmed: true,
    note: 'Issued again in 2022; current in a later issue.',
  },
  {
    code: 'cdr2018',
    title: 'Child Death Review: statutory and operational guidance (2018)',
    kind: 'companion',
    parent: null,
    published: '2018-10',
    from: '2018-11-01',
    until: null,
    confirmed: false,
    note: 'Current, with later changes to its forms.',
  },
  {
    code: 'cwsa2026',
    title: 'Children’s Wellbeing and Schools Act 2026 (c. 21)',
    kind: 'act',
    parent: null,
    published: '2026-04-29',
    from: '2026-04-29',
    until: null,
    confirmed: true,
    note: 'Royal Assent switches nothing on: sections 1 to 4 wait for regulations, and each begins on the day that those name.',
  },
]

const byCode = new Map(editions.map(edition => [edition.code, edition]))

/** The edition with that code. Throws RangeError for a code that is not in the register. */
export function getEdition(code: EditionCode): Edition & { readonly code: EditionCode } {
  const edition = byCode.get(code)
  if (edition === undefined) throw new RangeError(`No such edition: ${code}`)
  return edition
}

/** Whether the text is the code of an edition. */
export function isEditionCode(text: string): text is EditionCode {
  return byCode.has(text as EditionCode)
}

/**
 * The edition of Working Together that is in force on that day, for chapters 1 and 2; undefined before April 2015.
 * For chapters 3 to 5 in 2018 and 2019 ask {@link regimeOn} as well. Throws RangeError when it is not a day.
 */
export function editionOn(day: Day): EditionCode | undefined {
  toNumber(day)
  return editions.find(edition => edition.kind === 'guidance' && holds(edition, day))?.code
}

/** Whether a companion held on any day on which an edition of the guidance was in force. */
export function isBeside(companion: EditionCode, code: EditionCode): boolean {
  const [one, other] = [getEdition(companion), getEdition(code)]
  if (one.kind !== 'companion' || other.kind !== 'guidance') return false
  return (other.until === null || one.from < other.until) && (one.until === null || other.from < one.until)
}

/**
 * Whether that print was the one in force on that day. An Act is never "within": ask {@link isCommenced}.
 * Throws RangeError when it is not a day.
 */
export function isWithin(code: EditionCode, day: Day): boolean {
  toNumber(day)
  const edition = getEdition(code)
  return edition.kind !== 'act' && holds(edition, day)
}

/** The editions a rule is inherited from, nearest first: of wt2023, wt2018-dec2020 and then wt2018. */
export function ancestors(code: EditionCode): EditionCode[] {
  const { parent } = getEdition(code)
  return parent === null ? [] : [parent, ...ancestors(parent)]
}

/**
 * Of the editions in which a rule is written, the one whose text applies on that day: the edition in force or its nearest
 * ancestor; failing that, a companion document then in force. Undefined when none does: no rule is encoded for that day.
 * Throws RangeError when it is not a day.
 */
export function ruleEditionOn(day: Day, written: readonly EditionCode[]): EditionCode | undefined {
  const inForce = editionOn(day)
  const inherited = inForce && lineages.get(inForce)?.find(code => written.includes(code))
  return inherited ?? written.find(code => getEdition(code).kind === 'companion' && isWithin(code, day))
}

/** Each edition and those it is inherited from, nearest first. */
const lineages = new Map(editions.map(({ code }) => [code, [code, ...ancestors(code)]]))

/** The first day on which any area could, and the last by which every area had to, leave its board (SI 2018/497). */
const partnersFrom: Day = '2018-06-29'
const partnersEverywhereFrom: Day = '2019-09-29'

/**
 * Which regime for chapters 3 to 5 an area is in on that day: its Local Safeguarding Children Board under the guidance of
 * 2015, or the safeguarding (or child death review) partners. `began` is the day the area's own arrangements took effect,
 * null when not known. A review keeps the regime it started under. Throws RangeError when a day is not one.
 */
export function regimeOn(day: Day, began: Day | null): 'board' | 'partners' {
  toNumber(day)
  if (began !== null) toNumber(began)
  if (day < partnersFrom) return 'board'
  return day >= partnersEverywhereFrom || (began !== null && day >= began) ? 'partners' : 'board'
}

/** Provisions of the Act of 2026 that wait for regulations, and what each brings. */
export const provisions = {
  'cwsa2026-s1': 'Family group decision-making offered before a care or supervision order is applied for',
  'cwsa2026-s2': 'Childcare and education agencies that every area’s arrangements must include',
  'cwsa2026-s3': 'Multi-agency child protection teams',
  'cwsa2026-s4': 'A duty to share information, and one identifier for each child',
} as const

export type Provision = keyof typeof provisions

/** The day each provision begins, as policy records it from the regulations. No day: not in force. */
export type Commencements = Readonly<Partial<Record<Provision, Day>>>

/**
 * Whether a provision is in force on that day. It is off until policy gives the day of its commencement regulations.
 * Throws RangeError when a day is not one.
 */
export function isCommenced(provision: Provision, day: Day, commencements: Commencements): boolean {
  const begins = commencements[provision]
  return begins !== undefined && toNumber(begins) <= toNumber(day)
}

function holds(edition: Edition, day: Day): boolean {
  return edition.from <= day && (edition.until === null || day < edition.until)
}
