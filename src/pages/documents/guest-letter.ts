/** The letter that invites somebody without an account to a meeting, drawn from the record of their invitation as the meeting now stands. */
import type { Statement } from '../../engine/fact.ts'
import { said } from '../../exchange/document/document.ts'
import { aboutMeeting, findCircle } from '../../ledger/meeting-circle.ts'
import { guestsOf } from '../../ledger/meeting-guests.ts'
import { meetingClosed, meetings } from '../../procedures/meeting-facts.ts'
import { nameOfChild, wordsOf } from '../case-file/child.ts'
import { sayDay } from '../kit/days.ts'
import type { Letter, LetterContent } from './letters.ts'
import { unmarked } from './unmarked.ts'

/** None where the invitation was withdrawn, or the meeting is over. */
export function letterToGuest(fact: Statement, { read, names, own, maker }: LetterContent): Letter[] {
  const circle = findCircle(read.known, fact.root)
  if (!circle?.meeting || circle.owner !== own || !circle.plannedFor || circle.plannedFor < maker.day) return []
  if (aboutMeeting(read.known, circle.called, meetingClosed).length > 0) return []
  const guests = guestsOf(read.known, circle).filter(guest => !guest.withdrawn)
  const guest = guests.find(({ invited }) => invited.root === fact.root)
  if (!guest) return []
  const { agency, reachedBy, reportWanted, ownReportDay } = guest.invited.data
  const { who = '', role, body, reachedAt = '' } = wordsOf(read, fact)
  const bodyOf = (id: string | undefined, words: string | undefined) => names.agencies.get(id ?? '') ?? words
  const theirs = bodyOf(agency?.[0], body)
  const { startsAt, place } = {
    ...wordsOf(read, circle.called as unknown as Statement),
    ...wordsOf(read, circle.lastSet),
  }
  const day = sayDay(circle.plannedFor)
  const label = meetings[circle.meeting]
  const due = reportWanted ? (ownReportDay ?? circle.reportsBy) : undefined
  const others = [
    ...circle.invited.flatMap(id => (id === own ? [] : (names.agencies.get(id) ?? []))),
    ...guests.flatMap(one =>
      one === guest ? [] : (bodyOf(one.invited.data.agency?.[0], wordsOf(read, one.invited as never)['body']) ?? []),
    ),
  ].filter(one => one !== theirs)
  // A school or a surgery tells where a child lives: on a shielded file no letter does.
  const isNamed = read.head.restriction !== 'shielded' && others.length > 0
  return [
    {
      code: 'meeting-guest',
      to: 'guest',
      toLabel: [who, theirs].filter(Boolean).join(', '),
      lines: [
        ...([who, role, theirs].filter(Boolean) as string[]),
        ...(reachedBy === 'letter' ? reachedAt.split(/,\s*/).filter(Boolean) : []),
      ],
      subject: `${label} on ${day}: ${nameOfChild(read)}`,
      says: [
        said('Child', nameOfChild(read)),
        said('Day', day),
        ...(startsAt ? [said('Time', startsAt)] : []),
        ...(place ? [said('Where', unmarked(place))] : []),
        ...(due ? [said('Your report is wanted by', sayDay(due))] : []),
        ...(isNamed ? [said('Also invited', [...new Set(others)].join(', '))] : []),
        said('Our reference', read.head.reference),
      ],
    },
  ]
}
