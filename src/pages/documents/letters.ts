/** Letters drawn from the record: whom they go to, and what they say between the area's own words. Nothing of them is typed again. */
import { dataOf, type Statement } from '../../engine/fact.ts'
import {
  address,
  type Block,
  type Document,
  heading,
  line,
  list,
  newPage,
  said,
} from '../../exchange/document/document.ts'
import { type LetterWordsRead, type OwnWords, wordsOn } from '../../ledger/letter-words.ts'
import { type Circle, findCircle } from '../../ledger/meeting-circle.ts'
import type { Names, ReadCase } from '../../ledger/read.ts'
import { conferencePlanned, sendAgencyReport } from '../../procedures/initial-conference.ts'
import { meetingCalled } from '../../procedures/meeting-facts.ts'
import { meetingGuestInvited } from '../../procedures/meeting-guest-facts.ts'
import { findMeetingKind } from '../../procedures/meeting-kinds.ts'
import { addressKnown, childNamed } from '../../procedures/people.ts'
import { anonymous, referralDecided, referralReceived, referrerTold } from '../../procedures/referral.ts'
import { nameOfChild, wordsOf } from '../case-file/child.ts'
import { parentsKnown } from '../case-file/parents.ts'
import { sayDay } from '../kit/days.ts'
import { letterToGuest } from './guest-letter.ts'
import { type LetterCode, letterKinds } from './letter-kinds.ts'
import type { Maker } from './opened.ts'
import { unmarked } from './unmarked.ts'

export interface LetterContent {
  readonly read: ReadCase
  readonly names: Names
  readonly maker: Maker
  /** The reader's agency: only what it recorded is its to write letters about. */
  readonly own: string
  readonly telephone: string | null
  readonly history: readonly LetterWordsRead[]
}

/** One letter to one recipient. */
export interface Letter {
  readonly code: LetterCode
  /** Names the recipient in addresses: an agency's id, or "family" with a number. */
  readonly to: string
  /** In a list: "Linden Primary School". */
  readonly toLabel: string
  readonly lines: readonly string[]
  readonly subject: string
  readonly says: readonly Block[]
}

/** The kinds of fact from which a letter is drawn. */
export const letterFacts: readonly string[] = [referralDecided.kind, conferencePlanned.kind, meetingGuestInvited.kind]

/** The letters that a fact calls for; none where it is another agency's, or calls for none. */
export function lettersOf(fact: Statement, content: LetterContent): Letter[] {
  if (fact.agency !== content.own) return []
  if (fact.kind === referralDecided.kind) return feedbackTo(fact, content)
  if (fact.kind === meetingGuestInvited.kind) return letterToGuest(fact, content)
  return fact.kind === conferencePlanned.kind ? invitationsTo(fact, content) : []
}

function feedbackTo(fact: Statement, { read, names, own }: LetterContent): Letter[] {
  const decision = dataOf(referralDecided, fact)
  const referral = fact.about === null ? undefined : read.known.byRoot.get(fact.about)
  if (!decision?.outcome || !referral || dataOf(referralReceived, referral)?.source === anonymous) return []
  const { referrer, agency } = wordsOf(read, referral)
  const theirs = referral.agency === own ? agency : names.agencies.get(referral.agency)
  const lines = [referrer, theirs].filter(line => line !== undefined && line !== '') as string[]
  const told = (read.known.byKind.get(referrerTold.kind) ?? []).findLast(
    one => one.agency === own && (one.about === fact.root || one.about === referral.root),
  )
  const explained = unmarked(wordsOf(read, told)['explained'] ?? '')
  const { threshold } = wordsOf(read, fact)
  const first = wordsOf(read, read.known.byKind.get(childNamed.kind)?.at(-1))['forenames']?.split(' ')[0]
  return [
    {
      code: 'referrer-feedback',
      to: 'referrer',
      toLabel: lines.join(', ') || 'Whoever made the referral',
      lines,
      subject: `Your referral of ${sayDay(referral.happened.from)}${first ? ` about ${first}` : ''}`,
      says: [
        said('Our reference', read.head.reference),
        said('What we decided', referralDecided.fields.outcome.options[decision.outcome].label),
        said('When', sayDay(fact.happened.from)),
        ...(threshold ? [said('Threshold document used', threshold)] : []),
        ...(explained ? [line(explained)] : []),
      ],
    },
  ]
}

function invitationsTo(fact: Statement, content: LetterContent): Letter[] {
  const { read, names, own } = content
  const planned = dataOf(conferencePlanned, fact)
  // A date that was set anew, or is over, invites nobody.
  const latest = (read.known.byKind.get(conferencePlanned.kind) ?? []).findLast(one => one.agency === own)
  if (!planned?.plannedFor || planned.plannedFor < content.maker.day || latest?.root !== fact.root) return []
  const day = sayDay(planned.plannedFor)
  const child = nameOfChild(read)
  const invited = (planned.invited ?? []).filter(id => id !== own)
  const agencies = invited.flatMap(id => names.agencies.get(id) ?? [])
  const called = calledFor(read, own, planned.plannedFor)
  const where = whereIsIt(read, called)
  const toAgencies = invited.map((id): Letter => {
    const owed = read.duties.find(
      one => one.rule === sendAgencyReport.id && one.trigger_root === fact.root && one.agency_id === id,
    )
    // The day that the caller asks for is the one that stands on the meeting’s page; without one, what local practice says.
    const due = called?.reportsBy ?? owed?.due_latest
    const others = agencies.filter(one => one !== names.agencies.get(id))
    return {
      code: 'conference-agency',
      to: id,
      toLabel: names.agencies.get(id) ?? 'An agency',
      lines: [names.agencies.get(id) ?? ''],
      subject: `Child protection conference on ${day}: ${child}`,
      says: [
        said('Child', `${child}, file ${read.head.reference}`),
        said('Day of the conference', day),
        ...where,
        ...(due ? [said('Your written report is due by', sayDay(due))] : []),
        ...(others.length > 0 ? [said('Also invited', others.join(', '))] : []),
      ],
    }
  })
  const { forenames } = wordsOf(read, read.known.byKind.get(childNamed.kind)?.at(-1))
  const toFamily =
    planned.familyInvited === false
      ? []
      : parentsOf(read).map(({ lines, isHome }, at): Letter => {
          return {
            code: 'conference-family',
            to: `family-${at + 1}`,
            toLabel: lines[0] ?? 'The family',
            lines,
            subject: `Child protection conference on ${day}`,
            says: [
              said('About', forenames?.split(' ')[0] || child),
              said('Day', day),
              ...where,
              said('Our reference', read.head.reference),
              // A school or a surgery tells where a child lives.
              ...(isHome && agencies.length > 0
                ? [line('We have also invited people of these agencies:'), list(agencies)]
                : []),
            ],
          }
        })
  return [...toFamily, ...toAgencies]
}

/** The meeting that was called for that day. */
function calledFor(read: ReadCase, own: string, day: string): Circle | undefined {
  return (read.known.byKind.get(meetingCalled.kind) ?? [])
    .flatMap(({ root }) => findCircle(read.known, root) ?? [])
    .findLast(
      one => one.owner === own && one.plannedFor === day && findMeetingKind(one.meeting)?.plannedAs !== undefined,
    )
}

/** The time and the place, where the meeting was called. */
function whereIsIt(read: ReadCase, called: Circle | undefined): Block[] {
  if (!called) return []
  const { startsAt, place } = wordsOf(read, called.lastSet)
  return [...(startsAt ? [said('Time', startsAt)] : []), ...(place ? [said('Where', unmarked(place))] : [])]
}

/**
 * The parents, as the lines above a letter: those who live with the child together, at the address; each of the others alone, and
 * without it. Where the child lives is not for everybody to learn from a letter, and where a file is shielded nobody outside the home
 * has one.
 */
function parentsOf(read: ReadCase): { lines: string[]; isHome: boolean }[] {
  const all = parentsKnown(read)
  const home = all.filter(one => one.livesWith).map(one => one.name)
  const { address: lives = '', postcode = '' } = wordsOf(read, read.known.byKind.get(addressKnown.kind)?.at(-1))
  const where = [...lives.split(/,\s*|\n/), postcode].filter(Boolean)
  const others = read.head.restriction === 'shielded' ? [] : all.filter(one => !one.livesWith)
  return [
    ...(home.length > 0 ? [{ lines: [home.join(' and '), ...where], isHome: true }] : []),
    ...others.map(one => ({ lines: [one.name], isHome: false })),
  ]
}

/** The area's own words for a letter on a day, or those that this system starts with. */
export function ownWords(
  code: LetterCode,
  { history, maker, telephone }: Omit<LetterContent, 'read' | 'names' | 'own'>,
): OwnWords {
  const set = wordsOn(history, code, maker.day)
  const { opening, closing } = letterKinds[code].unlessSet
  const sender = [maker.agency, telephone && `Telephone ${telephone}`].filter(Boolean).join('\n')
  return set
    ? { sender: set.sender || sender, opening: set.opening, closing: set.closing }
    : { sender, opening, closing }
}

/** Puts letters together, each on a page of its own. */
export function lettersDocument(letters: readonly Letter[], content: LetterContent): Document {
  const { maker, read } = content
  const title = letters.length === 1 ? (letters[0]?.subject ?? 'Letter') : `Letters: ${letters[0]?.subject ?? ''}`
  return {
    title,
    author: maker.agency,
    day: maker.day,
    foot: `${maker.agency} · ${read.head.reference}`,
    blocks: letters.flatMap((letter, at) => [...(at > 0 ? [newPage] : []), ...blocksOf(letter, content)]),
  }
}

function blocksOf({ code, lines, subject, says }: Letter, content: LetterContent): Block[] {
  const { sender, opening, closing } = ownWords(code, content)
  const { maker } = content
  const paragraphs = (text: string) => text.split(/\n\s*\n/).flatMap(one => (one.trim() ? [line(one.trim())] : []))
  return [
    address(sender.split('\n')),
    ...(lines.length > 0 ? [address(lines)] : []),
    line(sayDay(maker.day)),
    heading(1, subject, 3),
    ...paragraphs(opening),
    ...says,
    ...paragraphs(closing),
    address([maker.name, maker.title, maker.agency]),
  ]
}
