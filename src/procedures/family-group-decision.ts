/** Before an authority asks a court for a care or supervision order, the family is offered a meeting in which it may find its own way. */
import { duty, type Line } from '../engine/duty.ts'
import { fact, type Statement } from '../engine/fact.ts'
import { choice, day, narrative, optional, yesNo } from '../engine/field.ts'
import { procedure, turn } from '../engine/procedure.ts'
import { before } from '../guidance/limits.ts'
import { cwsa2026 } from '../guidance/sources.ts'

export const careApplicationPlanned = fact('care-application-planned', {
  label: 'Application for a care or supervision order planned',
  happenedOn: 'Day on which it was planned',
  fields: { plannedFor: day('Day of the application', { ahead: true }) },
})

export const familyMeetingOffered = fact('family-group-meeting-offered', {
  label: 'Family group decision-making meeting offered',
  happenedOn: 'Day of the offer',
  about: [careApplicationPlanned.kind],
  fields: {
    answer: choice('Answer', { accepted: 'Accepted', refused: 'Refused', none: 'No answer' }, optional),
    againstInterests: yesNo('Would it be against the child’s interests?', optional),
    reasons: narrative('Why, if it would', optional),
  },
})

export const familyMeetingHeld = fact('family-group-meeting-held', {
  label: 'Family group decision-making meeting held',
  happenedOn: 'Day of the meeting',
  about: [familyMeetingOffered.kind, careApplicationPlanned.kind],
  fields: { proposal: narrative('What the family proposes', optional) },
})

type Planned = Statement<typeof careApplicationPlanned.fields>

const meeting = 'section 1; Children Act 1989, section 31ZA'
const its = {
  who: 'Local authority children’s social care',
  by: 'authority',
  editions: [
    {
      edition: 'cwsa2026',
      within: before('the application'),
      force: 'must',
      source: cwsa2026.at(meeting, { confirmed: true }),
      commencement: 'cwsa2026-s1',
    },
  ],
} as const

// T26-FGDM-01. Off until regulations name the day; what was planned before that day is not owed by it.
export const offerFamilyMeeting = duty({
  ...its,
  id: 'offer-family-group-meeting',
  must: 'Offer the family a decision-making meeting before applying, unless it is against the child’s interests',
  arisesFrom: careApplicationPlanned,
  // Of several plans to apply the last one holds.
  when: (planned: Planned, line: Line) => line.ofCase(careApplicationPlanned)?.root === planned.root,
  reads: [careApplicationPlanned],
  countsFrom: ({ data }: Planned) => (data.plannedFor ? { day: data.plannedFor } : undefined),
  dischargedBy: [familyMeetingOffered],
  mayPrecede: true,
  reach: 'case',
  cites: ['T26-FGDM-01'],
})

export const holdFamilyMeeting = duty({
  ...its,
  id: 'hold-family-group-meeting',
  must: 'Hold the meeting that the family accepted, before applying',
  arisesFrom: familyMeetingOffered,
  when: ({ data }) => data.answer === 'accepted',
  reads: [careApplicationPlanned],
  countsFrom: (_, line) => {
    const planned = line.ofCase(careApplicationPlanned)
    return planned?.data.plannedFor ? { day: planned.data.plannedFor } : undefined
  },
  dischargedBy: [familyMeetingHeld],
  cites: ['T26-FGDM-01'],
})

export const familyGroupDecision = procedure({
  id: 'family-group-decision',
  label: 'Family group decision-making',
  section: '0',
  caseKind: 'child',
  leads: its.who,
  takesPart: 'The family and those close to the child',
  opensWith: [turn(familyMeetingOffered, one => one.data.answer === 'accepted')],
  closesWith: [turn(familyMeetingHeld)],
  facts: [careApplicationPlanned, familyMeetingOffered, familyMeetingHeld],
  duties: [offerFamilyMeeting, holdFamilyMeeting],
  prompts: [],
})
