/** Kinds of record that tell somebody else in the same action, or carry a file: each has a page of its own, and is not recorded from its definition. */

import {
  disagreementAnswered,
  disagreementRaised,
  disagreementSafetyAnswered,
  disagreementSettled,
  disagreementTakenHigher,
  disagreementWithdrawn,
} from '../../procedures/disagreement-facts.ts'
import { documentFiled } from '../../procedures/filed-document.ts'
import {
  informationRequestAnswered,
  informationRequested,
  informationRequestWithdrawn,
} from '../../procedures/information-request.ts'
import {
  meetingCalled,
  meetingClosed,
  meetingInvitationWithdrawn,
  meetingMinutesSent,
  meetingPackGiven,
} from '../../procedures/meeting-facts.ts'
import {
  meetingGuestAnswered,
  meetingGuestInvited,
  meetingGuestReported,
  meetingGuestTookPart,
  meetingGuestWithdrawn,
} from '../../procedures/meeting-guest-facts.ts'
import { redactionApproved, redactionRefused } from '../../procedures/redaction.ts'
import { subjectAccessReleased } from '../../procedures/subject-access-request.ts'
import { type Fields, valueOf } from '../pipeline/fields.ts'
import type { Answer, Visit } from '../pipeline/page.ts'
import { named } from './open-form.ts'

/** The page of each such kind, with what of the ordinary form's address it needs. */
const pages: ReadonlyMap<string, (query: Fields) => string> = new Map<string, (query: Fields) => string>([
  [documentFiled.kind, () => 'file'],
  [informationRequested.kind, () => 'ask'],
  [informationRequestWithdrawn.kind, () => 'withdraw'],
  [subjectAccessReleased.kind, query => `access-request${pathOfDuty(valueOf(query, named.answers))}`],
  [redactionApproved.kind, query => `redaction${pathOfDuty(valueOf(query, named.answers))}`],
  [redactionRefused.kind, query => `redaction${pathOfDuty(valueOf(query, named.answers))}`],
  [meetingCalled.kind, query => `meeting${ofMeeting(query)}`],
  [meetingClosed.kind, query => pathOfMeeting(query, 'close')],
  [meetingMinutesSent.kind, query => pathOfMeeting(query, 'minutes')],
  [meetingInvitationWithdrawn.kind, query => pathOfMeeting(query, '')],
  [meetingPackGiven.kind, query => pathOfMeeting(query, 'pack')],
  [meetingGuestInvited.kind, query => pathOfMeeting(query, 'guest')],
  // What is said for somebody without an account begins at the meeting, where they stand.
  [meetingGuestAnswered.kind, query => pathOfMeeting(query, '')],
  [meetingGuestReported.kind, query => pathOfMeeting(query, '')],
  [meetingGuestTookPart.kind, query => pathOfMeeting(query, 'close')],
  [meetingGuestWithdrawn.kind, query => pathOfMeeting(query, '')],
  [informationRequestAnswered.kind, query => `answer${ofDuty(valueOf(query, named.answers))}`],
  [disagreementRaised.kind, () => 'disagreement'],
  [disagreementSafetyAnswered.kind, query => stepOf(query, 'safety')],
  [disagreementAnswered.kind, query => stepOf(query, 'answer')],
  [disagreementTakenHigher.kind, query => stepOf(query, 'higher')],
  [disagreementSettled.kind, query => stepOf(query, 'settle')],
  [disagreementWithdrawn.kind, query => stepOf(query, 'withdraw')],
])

/** Whether a kind is recorded on a page of its own. */
export function hasOwnPage(kind: string): boolean {
  return pages.has(kind)
}

/** Where a kind is recorded instead; nothing for nearly all kinds. */
export function ownPageOf({ params, query }: Visit): Answer | undefined {
  const page = pages.get(params['kind'] ?? '')
  return page && { redirect: `/case/${encodeURIComponent(params['reference'] ?? '')}/${page(query)}` }
}

/** The page of a meeting that the address names, by the meeting itself or by a duty that arose from it; else the form that calls one. */
function pathOfMeeting(query: Fields, page: string): string {
  const root = valueOf(query, named.about) || (valueOf(query, named.answers).split('/')[1] ?? '')
  return root ? `meeting/${encodeURIComponent(root)}${page && `/${page}`}` : 'meeting'
}

function ofMeeting(query: Fields): string {
  const meeting = valueOf(query, 'meeting')
  return meeting ? `?meeting=${encodeURIComponent(meeting)}` : ''
}

/** The same as the end of a path. */
function pathOfDuty(duty: string): string {
  const request = duty.split('/')[1]
  return request ? `/${encodeURIComponent(request)}` : ''
}

/** A step of the disagreement from which a duty arose; where none is said, those that are open are listed. */
function stepOf(query: Fields, step: string): string {
  const of = pathOfDuty(valueOf(query, named.answers))
  return `disagreement${of && `${of}/${step}`}`
}

/** The request from which a duty arose: its id names it. */
function ofDuty(duty: string): string {
  const request = duty.split('/')[1]
  return request ? `?request=${encodeURIComponent(request)}` : ''
}
