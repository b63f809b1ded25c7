/**
 * What is recorded of somebody who is invited to a meeting and has no account: a nursery, a small club, a private doctor. Whoever called
 * the meeting writes down for them what they answered, sent and said; each fact names for whom it was written.
 */
import { fact } from '../engine/fact.ts'
import { choice, day, narrative, optional, parties, words, yesNo } from '../engine/field.ts'
import { meetingCalled, meetingMinutesAnswered, meetingReportGiven, meetingViewGiven } from './meeting-facts.ts'

/** For which kind of agency somebody without an account stands: the codes are those of agencies, and are kept for ever. */
export const guestKinds = {
  'early-years': 'Nursery or childminder',
  school: 'School',
  'general-practice': 'GP surgery',
  'community-health': 'Community health',
  hospital: 'Hospital',
  'mental-health': 'Mental health service',
  police: 'Police',
  'local-authority': 'Council',
  probation: 'Probation',
  'youth-offending': 'Youth offending team',
  housing: 'Housing',
  voluntary: 'Club, charity or other voluntary body',
  other: 'Another body',
} as const

export type GuestKind = keyof typeof guestKinds

const recordedFor = words('For whom it is recorded', { ...optional, longest: 400 })
const cameBy = choice(
  'How it came',
  { telephone: 'By telephone', paper: 'On paper', email: 'By e-mail', person: 'In person' },
  optional,
)

export const meetingGuestInvited = fact('meeting-guest-invited', {
  label: 'Somebody without an account invited to a meeting',
  happenedOn: 'Day on which the invitation went out',
  about: [meetingCalled.kind],
  tellsMeeting: true,
  // Another person, or another agency, is invited anew.
  carries: ['agency', 'standsFor'],
  fields: {
    agency: parties('Their agency, from the list', 'agency', optional),
    body: words('Their agency or body, where it is not in the list', optional),
    standsFor: choice('What kind of agency it is', guestKinds),
    who: words('Who is invited, by name'),
    role: words('In which post or role', optional),
    reachedBy: choice(
      'How they are reached',
      {
        letter: 'By letter',
        email: 'By e-mail',
        telephone: 'By telephone',
      },
      optional,
    ),
    reachedAt: words('At which address or number', { ...optional, longest: 300 }),
    reportWanted: yesNo('Are they asked for a report?', optional),
    ownReportDay: day('Their report wanted by, if on another day than the others’', { ...optional, ahead: true }),
  },
})

export const meetingGuestAnswered = fact('meeting-guest-answered', {
  label: 'Answer to an invitation, recorded for somebody without an account',
  happenedOn: 'Day of the answer',
  about: [meetingGuestInvited.kind],
  tellsMeeting: true,
  fields: {
    answer: choice('Will they come?', {
      comes: 'Yes',
      deputy: 'Somebody comes in their place',
      apologies: 'No: they send apologies',
    }),
    cameBy,
    who: words('If somebody comes in their place: who, and in which post', optional),
    note: narrative('What else they said', optional),
    recordedFor,
  },
  needs: [{ field: 'who', when: ({ answer }) => answer === 'deputy' }],
})

const { familyReads, known, strengths, worries, childSaid, suggests, heldBack } = meetingReportGiven.fields

export const meetingGuestReported = fact('meeting-guest-reported', {
  label: 'Report for a meeting, recorded for somebody without an account',
  happenedOn: 'Day of the report',
  about: [meetingGuestInvited.kind],
  tellsMeeting: true,
  cites: ['WT18-1.18-07', 'WT18-1.21-04'],
  fields: {
    cameBy,
    familyReads,
    known: { ...known, label: 'What they know and did, with days' },
    strengths,
    worries: { ...worries, label: 'What worries them, and what it means for the child' },
    childSaid,
    suggests: { ...suggests, label: 'What they think should happen, and what they will do' },
    heldBack,
    recordedFor,
  },
})

export const meetingGuestTookPart = fact('meeting-guest-took-part', {
  label: 'Whether somebody without an account came to a meeting, and their view',
  happenedOn: 'Day of the meeting',
  about: [meetingGuestInvited.kind],
  tellsMeeting: true,
  fields: {
    came: choice('Did they come?', {
      came: 'Came',
      deputy: 'Somebody came in their place',
      apologies: 'Sent apologies',
      absent: 'Did not come',
    }),
    who: words('Who came in their place, by name and post', optional),
    view: { ...meetingViewGiven.fields.view, label: 'Their view of what was decided', optional: true },
    reasons: narrative('Who said so, and why', optional),
    recordedFor,
  },
  needs: [
    { field: 'who', when: ({ came }) => came === 'deputy' },
    { field: 'reasons', when: ({ view }) => view === 'dissents' },
  ],
})

const { correction } = meetingMinutesAnswered.fields

export const meetingGuestSigned = fact('meeting-guest-signed', {
  label: 'Minutes of a meeting signed or to be corrected, recorded for somebody without an account',
  happenedOn: 'Day on which they said so',
  about: [meetingGuestInvited.kind],
  tellsMeeting: true,
  cites: ['WT18-1.18-07'],
  fields: {
    answer: choice('What they say of the minutes', {
      signed: 'They are right: signed',
      correct: 'They need a correction',
    }),
    cameBy,
    correction,
    recordedFor,
  },
  needs: [{ field: 'correction', when: ({ answer }) => answer === 'correct' }],
})

export const meetingGuestWithdrawn = fact('meeting-guest-withdrawn', {
  label: 'Invitation of somebody without an account withdrawn',
  happenedOn: 'Day on which it was withdrawn',
  about: [meetingGuestInvited.kind],
  tellsMeeting: true,
  fields: {
    who: words('Who is no longer invited', { ...optional, longest: 400 }),
    reasons: narrative('Why: a wrong address, somebody who should not have been asked'),
  },
})

/** All of them: only whoever called the meeting records any. */
export const guestFacts = [
  meetingGuestInvited,
  meetingGuestAnswered,
  meetingGuestReported,
  meetingGuestTookPart,
  meetingGuestSigned,
  meetingGuestWithdrawn,
] as const
