/** What stands around the findings of an assessment: when the child was seen, what the child said, the adults, and what agencies said. */
import type { Statement } from '../../engine/fact.ts'
import { ageOn, daysBetween } from '../../guidance/days.ts'
import type { Names, ReadCase } from '../../ledger/read.ts'
import { childSeen } from '../../procedures/assessment.ts'
import { adultAskedAbout, childsWordsHeard, dimensions } from '../../procedures/assessment-frame.ts'
import {
  informationRequestAnswered,
  informationRequested,
  informationRequestWithdrawn,
} from '../../procedures/information-request.ts'
import { meetingReportGiven } from '../../procedures/meeting-facts.ts'
import { meetingGuestReported } from '../../procedures/meeting-guest-facts.ts'
import { birthExpected, childBorn, personConnected } from '../../procedures/people.ts'
import { wordsOf } from '../case-file/child.ts'
import { allOf, continues } from './facts.ts'
import { type Assessment, checkpointsOf, foundOf } from './opened.ts'

type Within = Pick<Assessment, 'from' | 'until'>
const isWithin = ({ from, until }: Within, { happened }: Statement | { happened: Statement['happened'] }) =>
  happened.to >= from && happened.from <= until

export interface Seen {
  readonly fact: Statement<typeof childSeen.fields>
  readonly alone: boolean | undefined
  readonly where: string | undefined
  readonly by: string
  readonly whyNotAlone: string
  /** Days since the child was seen before, or since it began. */
  readonly gap: number
}

/** Each time that the child was seen, with the days in between; `since` are the days without a visit up to the end. */
export function visitsOf(read: ReadCase, assessment: Assessment): { visits: readonly Seen[]; since: number } {
  let before = assessment.from
  const visits = allOf(read, childSeen)
    .filter(one => isWithin(assessment, one))
    .map((fact): Seen => {
      const said = wordsOf(read, fact as never)
      const gap = Math.max(0, daysBetween(before, fact.happened.from))
      before = fact.happened.from
      return {
        fact,
        alone: fact.data.alone,
        where: fact.data.where && childSeen.fields.where.options[fact.data.where].label,
        by: said['by'] ?? '',
        whyNotAlone: said['whyNotAlone'] ?? '',
        gap,
      }
    })
  return { visits, since: Math.max(0, daysBetween(before, assessment.until)) }
}

/** What the child said or showed, as the child did, in this assessment or beside it in another one of its days: newest last. */
export function wordsOfChild(read: ReadCase, { began, ...within }: Assessment) {
  const isOfAnother = (one: { readonly root: string }) =>
    (read.known.byKind.get(began.kind) ?? []).some(({ root }) => root !== began.root && continues(read, one, root))
  return allOf(read, childsWordsHeard)
    .filter(one => continues(read, one, began.root) || (isWithin(within, one) && !isOfAnother(one)))
    .map(fact => {
      const { ownWords = '', present = '', done = '' } = wordsOf(read, fact as never)
      const how = fact.data.how && childsWordsHeard.fields.how.options[fact.data.how].label
      return { fact, ownWords, present, done, how }
    })
}

export interface Adult {
  readonly name: string
  /** "Mother"; nothing for somebody who stands nowhere else on the file. */
  readonly who: string | undefined
  readonly livesWith: boolean | undefined
  /** The latest that was asked in this assessment. */
  readonly fact: Statement<typeof adultAskedAbout.fields> | undefined
  readonly asked: keyof typeof adultAskedAbout.fields.asked.options | undefined
  readonly near: string | undefined
  readonly answer: string
  readonly source: string
}

/** Everybody grown-up around the child, asked about or not; then those who came up by being asked about. */
export function adultsOf(read: ReadCase, { began }: Assessment, today: string): Adult[] {
  const told = new Map<string, Statement<typeof adultAskedAbout.fields>>()
  const key = (name: string) => name.trim().toLowerCase()
  for (const fact of allOf(read, adultAskedAbout).filter(one => continues(read, one, began.root)))
    told.set(key(wordsOf(read, fact as never)['who'] ?? ''), fact)
  const adults = new Map<string, Adult>()
  for (const fact of allOf(read, personConnected)) {
    const { forenames = '', surname = '' } = wordsOf(read, fact as never)
    const { relationship = 'other', livesWith, bornOn } = fact.data
    if (relationship === 'sibling' && (!bornOn || ageOn(bornOn, today) < 18)) continue
    const name = `${forenames} ${surname}`.trim()
    const who = personConnected.fields.relationship.options[relationship].label
    adults.set(key(name), { name, who, livesWith, ...answerOf(read, told.get(key(name))) })
  }
  for (const [name, fact] of told) {
    if (adults.has(name)) continue
    const who = wordsOf(read, fact as never)['who'] || 'Somebody whose name was taken away'
    adults.set(name, { name: who, who: undefined, livesWith: undefined, ...answerOf(read, fact) })
  }
  return [...adults.values()]
}

function answerOf(read: ReadCase, fact: Adult['fact']): Pick<Adult, 'fact' | 'asked' | 'near' | 'answer' | 'source'> {
  const said = wordsOf(read, fact as never)
  const { asked, near } = fact?.data ?? {}
  return {
    fact,
    asked,
    near: near && lower(adultAskedAbout.fields.near.options[near].label),
    answer: said['answer'] || said['whyNot'] || '',
    source: said['source'] ?? '',
  }
}

export interface Said {
  readonly agency: string
  readonly day: string
  readonly what: string
  /** The record of the agency; nothing where it has not answered yet. */
  readonly number: number | undefined
}

/** What agencies said while it went on, by reference to their own records, and who was asked and has not answered. */
export function saidByAgencies(read: ReadCase, names: Names, assessment: Assessment): Said[] {
  const nameOf = (id: string) => names.agencies.get(id) ?? 'An agency'
  const answers = allOf(read, informationRequestAnswered)
  const given = [
    ...answers.map(fact => ({
      fact,
      what: fact.data.answer ? informationRequestAnswered.fields.answer.options[fact.data.answer].label : 'Answered',
    })),
    ...allOf(read, meetingReportGiven).map(fact => ({ fact, what: meetingReportGiven.label })),
    ...allOf(read, meetingGuestReported).map(fact => ({ fact, what: meetingGuestReported.label })),
  ].filter(({ fact }) => isWithin(assessment, fact))
  const withdrawn = new Set(allOf(read, informationRequestWithdrawn).map(one => one.about))
  const waiting = allOf(read, informationRequested)
    .filter(one => isWithin(assessment, one) && !withdrawn.has(one.root))
    .flatMap(one =>
      (one.data.asked ?? [])
        .filter(id => !answers.some(answer => answer.about === one.root && answer.agency === id))
        .map(id => ({
          agency: nameOf(id),
          day: one.happened.from,
          what: 'Asked, and has not answered',
          number: undefined,
        })),
    )
  const said = given.map(({ fact, what }) => ({
    agency: nameOf(fact.agency),
    day: fact.happened.from,
    what,
    number: fact.number,
  }))
  return [...said, ...waiting].toSorted((a, b) => (a.day < b.day ? -1 : 1))
}

/** What whoever authorises it has to know is not there. It stops nobody: the record says what is so. */
export function emptyIn(read: ReadCase, names: Names, assessment: Assessment, adults: readonly Adult[]): string[] {
  const { visits } = visitsOf(read, assessment)
  const unasked = adults.filter(({ fact }) => !fact).map(({ name }) => name)
  const notAsked = adults.filter(({ asked }) => asked === 'not-asked').map(({ name }) => name)
  const isBorn = isBornOrNotExpected(read)
  const optional: readonly string[] = isBorn ? ['outside-home', 'before-birth'] : ['outside-home']
  const empty = Object.entries(dimensions).flatMap(([dimension, label]) =>
    !optional.includes(dimension) && foundOf(assessment, dimension as never).now.length === 0 ? [label] : [],
  )
  const list = (of: readonly string[]) => new Intl.ListFormat('en-GB').format(of)
  return [
    isBorn && visits.length === 0 && 'The child was not seen.',
    isBorn && visits.length > 0 && !visits.some(({ alone }) => alone) && 'The child was not seen alone.',
    isBorn && wordsOfChild(read, assessment).length === 0 && 'Nothing stands in the child’s own words.',
    adults.length === 0 && 'No adult around the child is recorded or asked about.',
    unasked.length > 0 && `Nobody asked about ${list(unasked)}, or it is not written down.`,
    notAsked.length > 0 && `Not asked, with a reason: ${list(notAsked)}.`,
    !saidByAgencies(read, names, assessment).some(({ number }) => number !== undefined) &&
      'No agency’s answer or report stands on the file.',
    checkpointsOf(read, assessment.began.root).reviews.length === 0 && 'No manager looked at it while it went on.',
    empty.length > 0 && `Nothing is written of: ${list(empty.map(lower))}.`,
  ].filter(one => one !== false)
}

/** Whether the file is of a child, and not of one who is still to be born. */
export function isBornOrNotExpected({ known }: Pick<ReadCase, 'known'>): boolean {
  return known.byKind.has(childBorn.kind) || !known.byKind.has(birthExpected.kind)
}

const lower = (label: string) => label.charAt(0).toLowerCase() + label.slice(1)
