/** What is recorded of any meeting that decides, from the invitation to the signed minutes. They stand together because rules of several procedures read them. */
import { fact } from '../engine/fact.ts'
import { choice, choices, day, narrative, optional, parties, words, yesNo } from '../engine/field.ts'

/** The meetings of chapter 1. The codes are kept for ever. */
export const meetings = {
  'strategy-discussion': 'Strategy discussion',
  'initial-conference': 'Initial child protection conference',
  'transfer-in-conference': 'Conference for a child who moved in on a plan',
  'review-conference': 'Child protection review conference',
  'core-group': 'Core group',
  'child-in-need-meeting': 'Child in need meeting',
  'family-group-decision': 'Family group decision-making meeting',
  'team-around-the-family': 'Team around the family',
} as const

export type MeetingCode = keyof typeof meetings

/** Whose part somebody at a meeting speaks for. The codes are kept for ever. */
export const parts = {
  'social-worker': 'Social care',
  police: 'Police',
  health: 'Health',
  education: 'School or nursery',
  referrer: 'Referrer',
  family: 'Family',
  other: 'Somebody else',
} as const

export type Part = keyof typeof parts

/** Who of a family takes part. The codes are kept for ever. */
export const familyMembers = {
  child: 'The child',
  parents: 'Parents or carers',
  wider: 'Others of the family',
} as const

export type FamilyMember = keyof typeof familyMembers

const oClock = (text: string) => (/^([01]?\d|2[0-3]):[0-5]\d$/.test(text) ? null : 'Enter a time like 09:30')

const startsAt = words('Starts at', { ...optional, longest: 5, check: oClock })
const place = words('Where, or how to join', optional)

export const meetingCalled = fact('meeting-called', {
  label: 'Meeting called',
  happenedOn: 'Day on which the invitations went out',
  about: [
    'section-47-enquiry-started',
    'strategy-discussion-held',
    'child-protection-plan-started',
    'initial-conference-held',
    'child-in-need-plan-started',
    'early-help-plan-started',
    'care-application-planned',
    'child-moved-in',
    'assessment-started',
    'referral-received',
  ],
  aboutLatest: true,
  tellsMeeting: true,
  // Whom it is for changes by inviting and withdrawing, which tell whoever it concerns; another meeting is called anew.
  carries: ['meeting', 'invited'],
  fields: {
    meeting: choice('Which meeting', meetings),
    plannedFor: day('Day of the meeting', { ahead: true }),
    startsAt,
    place,
    invited: parties('Agencies invited', 'agency', { ...optional, tookPart: true }),
    family: choices('Who of the family is invited', familyMembers, optional),
    reportsBy: day('Reports wanted by', { ...optional, ahead: true }),
    purpose: narrative('What it has to decide', optional),
    access: narrative('Interpreter, access, and what child and family need to take part', optional),
  },
})

export const meetingMoved = fact('meeting-moved', {
  label: 'Meeting moved',
  happenedOn: 'Day on which the new day was set',
  about: [meetingCalled.kind],
  tellsMeeting: true,
  fields: {
    plannedFor: day('New day of the meeting', { ahead: true }),
    startsAt,
    place,
    reportsBy: day('Reports wanted by', { ...optional, ahead: true }),
    reasons: narrative('Why it was moved'),
  },
})

export const meetingInvitationSent = fact('meeting-invitation-sent', {
  label: 'Another agency invited to a meeting',
  happenedOn: 'Day on which it was invited',
  about: [meetingCalled.kind],
  tellsMeeting: true,
  fields: { invited: parties('Agencies invited', 'agency', { tookPart: true }) },
})

export const meetingInvitationWithdrawn = fact('meeting-invitation-withdrawn', {
  label: 'Invitation to a meeting withdrawn',
  happenedOn: 'Day on which it was withdrawn',
  about: [meetingCalled.kind],
  fields: {
    withdrawn: parties('Agencies no longer invited', 'agency'),
    reasons: narrative('Why: a wrong address, somebody who should not have been asked'),
  },
})

export const meetingInvitationAnswered = fact('meeting-invitation-answered', {
  label: 'Invitation to a meeting answered',
  happenedOn: 'Day of the answer',
  about: [meetingCalled.kind],
  tellsMeeting: true,
  fields: {
    answer: choice('Will somebody of your agency come?', {
      comes: 'Yes',
      deputy: 'Yes, a deputy',
      apologies: 'No: we send apologies',
    }),
    who: words('Who comes, and in which post', optional),
    mayDecide: yesNo('May they decide for your agency?', optional),
    note: narrative('What else the chair should know', optional),
  },
})

export const meetingReportGiven = fact('meeting-report-given', {
  label: 'Report for a meeting',
  happenedOn: 'Day of the report',
  about: [meetingCalled.kind],
  tellsMeeting: true,
  cites: ['WT18-1.18-07', 'WT18-1.21-04'],
  fields: {
    familyReads: choice(
      'What may the family read of it?',
      {
        all: 'All of it',
        part: 'All but what is held back below',
        none: 'None of it',
      },
      optional,
    ),
    known: narrative('What your agency knows and did, with days'),
    strengths: narrative('What goes well for the child', optional),
    worries: narrative('What worries you, and what it means for the child', optional),
    childSaid: narrative('What the child said, in the child’s own words', optional),
    suggests: narrative('What your agency thinks should happen, and what it will do', optional),
    heldBack: narrative('Not for the family: what, and why', optional),
  },
})

export const meetingViewGiven = fact('meeting-view-given', {
  label: 'View of an agency at a meeting',
  happenedOn: 'Day of the meeting',
  about: [meetingCalled.kind],
  tellsMeeting: true,
  fields: {
    view: choice('On what was decided', {
      agrees: 'Agrees',
      dissents: 'Disagrees',
      none: 'Could not say',
    }),
    of: parties('Whose view it is, if not your own agency’s', 'agency', optional),
    who: words('Who said so, by name and post', optional),
    reasons: narrative('Why', optional),
  },
})

export const meetingClosed = fact('meeting-closed', {
  label: 'Meeting closed',
  happenedOn: 'Day of the meeting',
  time: 'asked',
  about: [meetingCalled.kind],
  tellsMeeting: true,
  fields: {
    how: choice('How it ended', {
      held: 'It was held',
      emergency: 'It decided in an emergency, without all who have to be there',
      'not-held': 'It was not held',
    }),
    came: parties('Agencies that came', 'agency', { ...optional, tookPart: true }),
    apologies: parties('Agencies that sent apologies', 'agency', optional),
    absent: parties('Agencies that did not come', 'agency', optional),
    present: choices('Who was spoken for', parts, optional),
    family: choices('Who of the family was there', familyMembers, optional),
    who: narrative('Who was there, by name and post', optional),
    reasons: narrative('If not held, or held without all: why, and who was told of it, when', optional),
  },
  needs: [{ field: 'reasons', when: ({ how }) => how !== undefined && how !== 'held' }],
})

export const meetingMinutesSent = fact('meeting-minutes-sent', {
  label: 'Minutes of a meeting',
  happenedOn: 'Day on which they went out',
  about: [meetingCalled.kind],
  tellsMeeting: true,
  fields: {
    sentTo: parties('To which agencies', 'agency', { ...optional, tookPart: true }),
    minutes: narrative('Minutes'),
    confidential: narrative('Confidential part: not for the family', optional),
    confidentialWhy: narrative('Why it is confidential, and who decided so', optional),
  },
})

export const meetingMinutesAnswered = fact('meeting-minutes-answered', {
  label: 'Minutes of a meeting signed, or to be corrected',
  happenedOn: 'Day of the answer',
  about: [meetingMinutesSent.kind],
  tellsMeeting: true,
  fields: {
    answer: choice('The minutes', { signed: 'Are right: signed for our agency', correct: 'Need a correction' }),
    who: words('Who signs, by name and post', optional),
    correction: narrative('What is to be corrected', optional),
  },
  needs: [{ field: 'correction', when: ({ answer }) => answer === 'correct' }],
})

export const meetingPackGiven = fact('meeting-pack-given', {
  label: 'Papers of a meeting given',
  happenedOn: 'Day on which they were given',
  time: 'asked',
  about: [meetingCalled.kind, 'meeting-guest-invited'],
  fields: {
    to: choice('To whom', {
      agency: 'An agency',
      guest: 'Somebody invited who has no account',
      parents: 'Parents or carers',
      child: 'The child',
    }),
    agency: parties('If an agency: which', 'agency', optional),
    how: choice('How', { handed: 'Handed over', read: 'Read together', sent: 'Sent' }, optional),
    interpreter: choice(
      'Interpreter',
      { 'not-needed': 'Not needed', there: 'There', 'not-there': 'Needed, and not there' },
      optional,
    ),
    who: words('To whom, by name', optional),
    withheld: narrative('What was withheld from them, why, and who decided so', optional),
  },
})
