/** A meeting that decides, whatever it is called: who is asked, who answers, what each sends, what it decides, and minutes that each signs. */
import { duty, type Line } from '../engine/duty.ts'
import type { Statement } from '../engine/fact.ts'
import { procedure, turn } from '../engine/procedure.ts'
import { before, localPolicy } from '../guidance/limits.ts'
import { wt2018 } from '../guidance/sources.ts'
import {
  meetingCalled,
  meetingClosed,
  meetingInvitationAnswered,
  meetingInvitationSent,
  meetingInvitationWithdrawn,
  meetingMinutesAnswered,
  meetingMinutesSent,
  meetingMoved,
  meetingPackGiven,
  meetingReportGiven,
  meetingViewGiven,
} from './meeting-facts.ts'
import { guestFacts } from './meeting-guest-facts.ts'

type Called = Statement<typeof meetingCalled.fields>
type Invited = Statement<typeof meetingInvitationSent.fields>

/** The latest day and the latest day for reports that were set for a meeting. */
export function plannedOf(called: Called, line: Line): { readonly plannedFor?: string; readonly reportsBy?: string } {
  const moved = line.last(meetingMoved, one => line.continues(one, called))
  return { ...called.data, ...moved?.data }
}

const conferences = "chapter 1, 'Initial child protection conferences' (J18 p.46; D20 p.49)"
const discussions = "chapter 1, 'Strategy discussion' (J18 pp.38-41; D20 pp.41-44)"
const reads = [meetingMoved, meetingCalled]

const whenItIs = (trigger: Called | Invited, line: Line, what: 'plannedFor' | 'reportsBy') => {
  const called = line.last(meetingCalled, one => one.root === trigger.root || line.continues(trigger, one))
  const day = called && plannedOf(called, line)[what]
  return day ? { day } : undefined
}

/** A withdrawal ends what the agencies that it names owe, and nothing of anybody else. */
const ending = {
  lapsesOn: [meetingClosed, meetingInvitationWithdrawn],
  lapsesWhen: (fact: Statement, _trigger: unknown, _line: Line, agency: string) =>
    fact.kind === meetingClosed.kind ||
    ((fact.data as { withdrawn?: readonly string[] }).withdrawn ?? []).includes(agency),
} as const

const answering = {
  who: 'Each agency invited',
  by: { eachOf: 'invited' },
  must: 'Say who comes to the meeting, or send apologies',
  reads,
  countsFrom: (trigger: Called | Invited, line: Line) => whenItIs(trigger, line, 'plannedFor'),
  dischargedBy: [meetingInvitationAnswered],
  onlyOwn: true,
  reach: 'line',
  dischargedWhen: (answer: Statement, trigger: Statement, line: Line) => isOfSameMeeting(answer, trigger, line),
  ...ending,
  cites: ['WT18-1.18-07', 'WT18-1.21-04'],
  editions: [{ edition: 'wt2018', within: before('the meeting'), force: 'should', source: wt2018.at(conferences) }],
} as const

function isOfSameMeeting(one: Statement, other: Statement, line: Line): boolean {
  return line.all(meetingCalled).some(called => isOf(one, called, line) && isOf(other, called, line))
}

function isOf(one: Statement, called: Called, line: Line): boolean {
  return one.root === called.root || line.continues(one, called)
}

export const answerInvitation = duty({ ...answering, id: 'answer-meeting-invitation', arisesFrom: meetingCalled })
export const answerLaterInvitation = duty({
  ...answering,
  id: 'answer-later-meeting-invitation',
  arisesFrom: meetingInvitationSent,
})

/** Conferences have a rule of their own for the reports that go before them. */
const hasItsOwnRule: ReadonlySet<string> = new Set(['initial-conference', 'transfer-in-conference'])

export const sendReport = duty({
  ...answering,
  id: 'send-report-for-meeting',
  must: 'Send the report that the meeting wants',
  arisesFrom: meetingCalled,
  when: (called, line) =>
    plannedOf(called, line).reportsBy !== undefined && !hasItsOwnRule.has(called.data.meeting ?? ''),
  countsFrom: (called, line) => whenItIs(called, line, 'reportsBy'),
  dischargedBy: [meetingReportGiven],
  editions: [
    {
      edition: 'wt2018',
      within: before('the end of the day that was set for reports'),
      force: 'should',
      source: wt2018.at(conferences),
    },
  ],
})

export const sendReportLater = duty({
  ...answering,
  id: 'send-report-for-meeting-after-later-invitation',
  must: 'Send the report that the meeting wants',
  arisesFrom: meetingInvitationSent,
  when: (sent, line) => {
    const called = line.last(meetingCalled, one => line.continues(sent, one))
    return (
      called !== undefined &&
      plannedOf(called, line).reportsBy !== undefined &&
      !hasItsOwnRule.has(called.data.meeting ?? '')
    )
  },
  countsFrom: (sent, line) => whenItIs(sent, line, 'reportsBy'),
  dischargedBy: [meetingReportGiven],
  editions: sendReport.editions,
})

export const closeMeeting = duty({
  id: 'say-whether-meeting-was-held',
  who: 'Whoever called the meeting',
  by: 'owner',
  must: 'Say whether the meeting was held, and record what it decided',
  arisesFrom: meetingCalled,
  reads,
  countsFrom: (called, line) => whenItIs(called, line, 'plannedFor'),
  dischargedBy: [meetingClosed],
  cites: ['WT18-1.15-05'],
  editions: [
    {
      edition: 'wt2018',
      within: before('the end of the day of the meeting'),
      force: 'should',
      source: wt2018.at(discussions),
    },
  ],
})

export const sendMinutes = duty({
  id: 'send-minutes-of-meeting',
  who: 'Whoever called the meeting',
  by: 'owner',
  must: 'Send the minutes to everybody who was there or was asked',
  arisesFrom: meetingClosed,
  when: ({ data }) => data.how !== 'not-held',
  dischargedBy: [meetingMinutesSent],
  reach: 'line',
  dischargedWhen: isOfSameMeeting,
  cites: ['WT18-1.15-05', 'WT18-1.19-06'],
  editions: [
    {
      edition: 'wt2018',
      within: localPolicy('meeting-minutes', 'how soon minutes of a meeting go out'),
      force: 'should',
      source: wt2018.at(discussions),
    },
  ],
})

export const signMinutes = duty({
  id: 'sign-minutes-of-meeting',
  who: 'Each agency that got the minutes',
  by: { eachOf: 'sentTo' },
  must: 'Sign the minutes, or say what is to be corrected',
  arisesFrom: meetingMinutesSent,
  dischargedBy: [meetingMinutesAnswered],
  onlyOwn: true,
  cites: ['WT18-1.18-07'],
  editions: [
    {
      edition: 'wt2018',
      within: localPolicy('meeting-minutes-signed', 'how soon minutes are signed or corrected'),
      force: 'should',
      source: wt2018.at(conferences),
    },
  ],
})

export const decisionMeeting = procedure({
  id: 'decision-meeting',
  label: 'Meeting',
  section: '1.15',
  caseKind: 'child',
  leads: 'Whoever called it; the chair runs it',
  takesPart: 'Who has to be there for it to decide, everybody invited, and the family where the guidance has it there',
  opensWith: [turn(meetingCalled)],
  closesWith: [turn(meetingClosed)],
  facts: [
    meetingCalled,
    meetingMoved,
    meetingInvitationSent,
    meetingInvitationWithdrawn,
    meetingInvitationAnswered,
    meetingReportGiven,
    meetingViewGiven,
    meetingClosed,
    meetingMinutesSent,
    meetingMinutesAnswered,
    meetingPackGiven,
    ...guestFacts,
  ],
  duties: [
    answerInvitation,
    answerLaterInvitation,
    sendReport,
    sendReportLater,
    closeMeeting,
    sendMinutes,
    signMinutes,
  ],
  prompts: [],
})
