/** Who is invited to a meeting without an account, with what whoever called it wrote down for each. Pure: what is known in, guests out. */
import type { FactDefinition, Statement } from '../engine/fact.ts'
import type { Known } from '../engine/statements.ts'
import { meetingPackGiven } from '../procedures/meeting-facts.ts'
import {
  meetingGuestAnswered,
  meetingGuestInvited,
  meetingGuestReported,
  meetingGuestSigned,
  meetingGuestTookPart,
  meetingGuestWithdrawn,
} from '../procedures/meeting-guest-facts.ts'
import { aboutMeeting, type Circle } from './meeting-circle.ts'

/** One person who is invited; of each kind the last word. */
export interface Guest {
  readonly invited: Statement<typeof meetingGuestInvited.fields>
  readonly answer: Statement<typeof meetingGuestAnswered.fields> | undefined
  readonly report: Statement<typeof meetingGuestReported.fields> | undefined
  readonly tookPart: Statement<typeof meetingGuestTookPart.fields> | undefined
  readonly signed: Statement<typeof meetingGuestSigned.fields> | undefined
  readonly withdrawn: Statement<typeof meetingGuestWithdrawn.fields> | undefined
  /** Papers that they were given. */
  readonly papers: readonly Statement<typeof meetingPackGiven.fields>[]
}

/** In the order in which they were invited, those whose invitation was withdrawn among them. */
export function guestsOf(known: Known, { called, owner }: Pick<Circle, 'called' | 'owner'>): Guest[] {
  return aboutMeeting(known, called, meetingGuestInvited)
    .filter(one => one.agency === owner)
    .map(invited => {
      // Whoever called the meeting writes for them, and nobody else.
      const all = <F extends FactDefinition>(kind: F) =>
        aboutMeeting(known, invited, kind).filter(one => one.agency === owner)
      return {
        invited,
        answer: all(meetingGuestAnswered).at(-1),
        report: all(meetingGuestReported).at(-1),
        tookPart: all(meetingGuestTookPart).at(-1),
        signed: all(meetingGuestSigned).at(-1),
        withdrawn: all(meetingGuestWithdrawn).at(-1),
        papers: all(meetingPackGiven),
      }
    })
}
