/** Those who cared for the child, and those who looked into the death, meet once everything is in: what happened, and what can be learnt. */
import { duty, type Line } from '../engine/duty.ts'
import { fact, type Statement } from '../engine/fact.ts'
import { choice, choices, day, narrative, optional, words, yesNo } from '../engine/field.ts'
import { procedure, turn } from '../engine/procedure.ts'
import { before, months, promptly } from '../guidance/limits.ts'
import { cdr2018, wt2018 } from '../guidance/sources.ts'
import { childDied } from './people.ts'
import { promptFor } from './prompt-for.ts'

/** The four fields in which what played a part is looked for. */
export const domains = {
  child: 'In the child',
  social: 'In family and surroundings, parenting included',
  physical: 'In the physical surroundings',
  service: 'In services',
} as const

export const inquestListed = fact('inquest-listed', {
  label: 'Day of the inquest set',
  happenedOn: 'Day on which it was set',
  about: [childDied.kind],
  fields: { plannedFor: day('Day of the inquest', { ahead: true }) },
})

export const reviewMeetingHeld = fact('child-death-review-meeting-held', {
  label: 'Child death review meeting held',
  happenedOn: 'Day of the meeting',
  about: [childDied.kind],
  fields: {
    postMortem: choice(
      'Report of the post-mortem',
      { seen: 'It was there', none: 'There was none', missing: 'It was not there yet' },
      optional,
    ),
    essential: yesNo('Were the people there without whom it cannot be held?', optional),
    formsThere: yesNo('Were the reporting forms in the room?', optional),
    cause: words('Cause of death as agreed, or what it may be', optional),
    factors: choices('Where something played a part', domains, optional),
    learning: narrative('What is learnt, and what is done about it', optional),
    family: narrative('The family’s questions, and what they are told', optional),
  },
})

export const meetingReportSent = fact('meeting-report-sent-to-overview-panel', {
  label: 'Draft analysis and report sent to the overview panel',
  happenedOn: 'Day on which the panel had it: its weeks count from here',
  about: [reviewMeetingHeld.kind],
  fields: {},
})

const meeting = 'chapter 4, child death review meeting'

// T5C-CDRM-01. Not before the post-mortem report is in: a late meeting says why.
export const holdReviewMeeting = duty({
  id: 'hold-child-death-review-meeting',
  who: 'The organisation where the child died, or the local lead',
  by: 'child-death-review-partners',
  must: 'Hold the child death review meeting, with the essential people and the post-mortem report',
  arisesFrom: childDied,
  dischargedBy: [reviewMeetingHeld],
  reach: 'case',
  remark: () => 'Ideally. Results and other inquiries may need longer: record why.',
  cites: ['WT18-5.8-01', 'WT18-5.8-02', 'T5C-CDRM-01'],
  editions: [{ edition: 'cdr2018', within: months(3), force: 'should', source: cdr2018.at(meeting) }],
})

type Listed = Statement<typeof inquestListed.fields>

// T5C-CDRM-02. A day set again takes the place of the one before it.
export const holdMeetingBeforeInquest = duty({
  id: 'hold-meeting-before-inquest',
  who: 'Whoever chairs the meeting',
  by: 'child-death-review-partners',
  must: 'Hold the meeting before the inquest',
  arisesFrom: inquestListed,
  when: (listed: Listed, line: Line) => line.ofCase(inquestListed)?.root === listed.root,
  reads: [inquestListed],
  countsFrom: ({ data }: Listed) => (data.plannedFor ? { day: data.plannedFor } : undefined),
  dischargedBy: [reviewMeetingHeld],
  mayPrecede: true,
  reach: 'case',
  cites: ['T5C-CDRM-02'],
  editions: [{ edition: 'cdr2018', within: before('the inquest'), force: 'should', source: cdr2018.at(meeting) }],
})

export const sendMeetingReport = duty({
  id: 'send-meeting-report',
  who: 'Whoever chairs the meeting',
  by: 'child-death-review-partners',
  must: 'Send the draft analysis and the report to the overview panel',
  arisesFrom: reviewMeetingHeld,
  dischargedBy: [meetingReportSent],
  cites: ['WT18-5.8-03'],
  editions: [
    {
      edition: 'wt2018',
      within: promptly(),
      force: 'should',
      source: wt2018.at("chapter 5, 'Child death review meeting'"),
    },
  ],
})

export const childDeathReviewMeeting = procedure({
  id: 'child-death-review-meeting',
  label: 'Child death review meeting',
  section: '5.8',
  caseKind: 'child-death',
  leads: 'The organisation where the child died, or the local lead',
  takesPart: 'Those who cared for the child and those who looked into the death',
  opensWith: [turn(childDied)],
  closesWith: [turn(meetingReportSent)],
  reach: 'line',
  facts: [inquestListed, reviewMeetingHeld, meetingReportSent],
  duties: [holdReviewMeeting, holdMeetingBeforeInquest, sendMeetingReport],
  prompts: [
    promptFor(
      'WT18-5.8-01',
      reviewMeetingHeld,
      'Without the people it cannot do without, or before the post-mortem report is in, it is not the meeting yet.',
      meeting,
    ),
  ],
})
