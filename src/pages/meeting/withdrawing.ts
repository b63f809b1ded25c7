/** What withdrawing an invitation records and recalls on one file: the agency’s or the person’s, all in one action. */
import type { PoolClient } from 'pg'
import type { Command, Ending, LedgerAct, Telling } from '../../ledger/command.ts'
import type { Grounds } from '../../ledger/disclosure-rows.ts'
import { readDisclosures, type ToldOnce } from '../../ledger/disclosures.ts'
import { aboutMeeting, type Circle, groundsOfMeeting, planAgain, plansOf } from '../../ledger/meeting-circle.ts'
import type { CaseHead, ReadCase } from '../../ledger/read.ts'
import type { AgencyOfArea } from '../../people/agencies.ts'
import { newId } from '../../platform/identifier.ts'
import {
  meetingClosed,
  meetingInvitationSent,
  meetingInvitationWithdrawn,
  meetingMinutesSent,
  meetingMoved,
  meetingReportGiven,
  meetingViewGiven,
} from '../../procedures/meeting-facts.ts'
import { guestFacts, meetingGuestWithdrawn } from '../../procedures/meeting-guest-facts.ts'
import type { Visit } from '../pipeline/page.ts'
import type { GuestSeat } from './guests.ts'

/** Whose invitation is withdrawn: an agency’s, or that of somebody without an account. */
export type Whose =
  | { readonly agency: AgencyOfArea; readonly guest?: undefined }
  | { readonly agency: AgencyOfArea | undefined; readonly guest: GuestSeat }

export interface OnFile {
  readonly head: CaseHead
  readonly read: ReadCase
  readonly circle: Circle
  readonly grounds: Grounds
  readonly whose: Whose
  /** What this agency told theirs of the meeting, and did not recall. */
  readonly told: readonly ToldOnce[]
}

const longestReason = 500

/** What is recorded on one file, who learns of it, and what is recalled with it. */
export function withdrawOn(
  visit: Visit,
  file: OnFile,
  reasons: string,
): Required<Pick<Command, 'acts' | 'tells' | 'recalls'>> {
  const { acts, tells } = file.whose.guest
    ? withdrawGuest(visit, file, file.whose.guest, reasons)
    : withdrawAgency(visit, file, file.whose.agency.id, reasons)
  return { acts, tells, recalls: recallsOf(file, reasons) }
}

/** What was told on one file, to be recalled with the reason; nothing where nothing was. */
export function recallsOf({ head, told }: OnFile, reasons: string): Ending[] {
  const why = `Invitation withdrawn: ${reasons}`.slice(0, longestReason)
  return told.length > 0 ? [{ caseId: head.id, disclosureIds: told.map(({ id }) => id), why }] : []
}

function withdrawGuest(visit: Visit, { head, circle, grounds }: OnFile, { root, full }: GuestSeat, reasons: string) {
  const id = newId()
  const act: LedgerAct = {
    act: 'record',
    id,
    caseId: head.id,
    kind: meetingGuestWithdrawn.kind,
    about: root,
    happened: todayOf(visit),
    data: {},
    narrative: { who: full, reasons },
  }
  return { acts: [act], tells: tellOthers(visit, { head, circle, grounds }, id) }
}

/** That the agency is no longer invited, who learns of it, and the plan without it. */
function withdrawAgency(visit: Visit, file: OnFile, agencyId: string, reasons: string) {
  const { head, read, circle, grounds } = file
  const id = newId()
  const happened = todayOf(visit)
  const act: LedgerAct = {
    act: 'record',
    id,
    caseId: head.id,
    kind: meetingInvitationWithdrawn.kind,
    about: circle.called.root,
    happened,
    data: { withdrawn: [agencyId] },
    narrative: { reasons },
  }
  const necessity = 'So that they know that they are not invited any more.'
  const plan = planAgain(read.known, circle, {
    caseId: head.id,
    happened,
    plannedFor: circle.plannedFor ?? visit.today.day,
    invited: circle.invited.filter(one => one !== agencyId),
    grounds,
  })
  return {
    acts: [act, ...plan.acts],
    tells: [
      { caseId: head.id, toAgencyIds: [agencyId], roots: [id], ...grounds, necessity },
      ...tellOthers(visit, file, id, agencyId),
      ...plan.tells,
    ],
  }
}

/** What the others say for the meeting goes to whom they know to be invited: they learn of it too. */
function tellOthers(
  visit: Visit,
  { head, circle, grounds }: Pick<OnFile, 'head' | 'circle' | 'grounds'>,
  id: string,
  besides?: string,
): Telling[] {
  const toAgencyIds = circle.invited.filter(one => one !== besides && one !== visit.post.agency.id)
  const necessity = 'So that they tell it nothing more for this meeting.'
  return toAgencyIds.length > 0 ? [{ caseId: head.id, toAgencyIds, roots: [id], ...grounds, necessity }] : []
}

function todayOf({ today: { day } }: Visit) {
  return { from: day, to: day, certainty: 'day', at: null } as const
}

/** What stands on the record of a meeting and may have been told. */
const ofMeeting = [
  meetingMoved,
  meetingInvitationSent,
  meetingReportGiven,
  meetingViewGiven,
  meetingClosed,
  meetingMinutesSent,
  ...guestFacts,
]

/**
 * Opens one file for it.
 * @param stays whether somebody else of their agency stays invited: then only what was told because of them is recalled
 */
export async function onFile(
  client: PoolClient,
  visit: Visit,
  { head, read, circle, whose }: Pick<OnFile, 'head' | 'read' | 'circle' | 'whose'>,
  stays: boolean,
): Promise<OnFile> {
  // The plan was set anew with each move and each invitation, and told in a disclosure of its own.
  const roots = new Set(
    whose.guest && stays
      ? [whose.guest.root]
      : [
          circle.called.root,
          ...plansOf(read.known, circle).map(({ root }) => root),
          ...ofMeeting.flatMap(kind => aboutMeeting(read.known, circle.called, kind as never).map(({ root }) => root)),
        ],
  )
  const told = whose.agency
    ? (await readDisclosures(client, head.areaId, head.id)).filter(
        one =>
          one.from.id === visit.post.agency.id &&
          one.to.id === whose.agency?.id &&
          !one.recalled &&
          one.roots.some(root => roots.has(root)),
      )
    : []
  return { head, read, circle, whose, told, grounds: await groundsOfMeeting(client, head.areaId, circle) }
}
