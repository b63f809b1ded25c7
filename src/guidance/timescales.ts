/**
 * Every time limit of the guidance and its companions, by id, in the units of the source, with a title of our own.
 * Where the source gives no number the unit says what it does give. Never fill in the missing part of a date.
 */
import type { EditionCode } from './editions.ts'
import * as limits from './limits.ts'

/** The unit as the source has it; a unit in the second group carries no number. */
export type TimescaleUnit =
  | 'working_days'
  | 'calendar_days'
  | 'hours'
  | 'weeks'
  | 'months'
  | 'years_min'
  | 'deaths_per_year_min'
  | 'days_approx'
  | 'date'
  | 'date_annual'
  | 'date_partial'
  | CountlessUnit

type CountlessUnit =
  | 'immediately'
  | 'as_soon_as_possible'
  | 'promptly'
  | 'without_delay'
  | 'at_event'
  | 'before_event'
  | 'case_by_case'
  | 'regular_intervals'
  | 'local_protocol'
  | 'partners_discretion'
  | 'set_in_request'

/**
 * One time limit. `limit` is a count in `unit`, the text of a date (whole, 'MM-DD' or partial), or null for no number.
 * `before` names the planned event that the limit counts back from.
 */
export type Timescale = {
  readonly id: string
  readonly procedure: string
  readonly edition: EditionCode
  readonly limit: number | string | null
  readonly unit: TimescaleUnit
  readonly confirmed: boolean
  readonly title: string
  readonly before?: string
}

type Row = readonly [
  id: string,
  edition: EditionCode,
  limit: number | string | null,
  unit: TimescaleUnit,
  confirmed: boolean,
  title: string,
  before?: string,
]

// biome-ignore format: a table, one row a line
const rows: Readonly<Record<string, readonly Row[]>> = {
  early_help: [
    ['T1-EH-01', 'wt2018', null, 'local_protocol', false, 'Early help assessment: timely, dates set locally'],
  ],
  referral: [
    ['T1-REF-01', 'wt2018', 1, 'working_days', true, 'Acknowledge the referral and decide the response'],
    ['T1-REF-02', 'wt2018', null, 'as_soon_as_possible', false, 'See the child once more assessment is decided'],
    ['T1-REF-03', 'wt2018', null, 'at_event', false, 'Give the referrer the decision and reasons'],
    ['T1-REF-04', 'wt2018', null, 'as_soon_as_possible', false, 'Refer a suspected trafficking victim nationally'],
    ['T1-REF-06', 'wt2018', null, 'immediately', false, 'Refer a child at risk of significant harm'],
    ['T1-REF-05', 'wt2018-dec2020', null, 'at_event', true, 'Weigh a referral on mental health admission'],
    ['T23-REF-01', 'wt2023', 1, 'working_days', true, 'Decide on the referral (2023, as before)'],
  ],
  information_sharing: [
    ['T1-INF-01', 'wt2018', null, 'promptly', false, 'Pass information on when a child moves area'],
  ],
  immediate_protection: [
    ['T1-IP-01', 'wt2018', null, 'as_soon_as_possible', true, 'Strategy discussion after acting alone'],
    ['T1-IP-02', 'wt2018', 72, 'hours', true, 'Longest time in police protection'],
    ['T1-IP-03', 'wt2018', 8, 'calendar_days', false, 'Longest emergency protection order'],
    ['T1-IP-04', 'wt2018', 7, 'calendar_days', false, 'Longest extension of that order, once'],
  ],
  assessment_s17: [
    ['T1-AS-01', 'wt2018', 45, 'working_days', true, 'Finish the section 17 assessment'],
    ['T1-AS-02', 'wt2018', null, 'case_by_case', false, 'See the child in a time that fits the worry'],
    ['T1-AS-03', 'wt2018', null, 'without_delay', true, 'Start services during the assessment'],
    ['T23-AS-01', 'wt2023', null, 'at_event', true, 'Allocate a lead under qualified oversight'],
    ['T23-AS-03', 'wt2023', 45, 'working_days', true, 'Finish the assessment (2023, as before)'],
  ],
  homelessness: [
    ['T1-HOM-01', 'wt2018-dec2020', 56, 'calendar_days', false, 'How far ahead threatened homelessness looks'],
  ],
  cin_plan: [
    ['T1-CIN-01', 'wt2018', null, 'local_protocol', false, 'Review the child in need plan as it says'],
  ],
  strategy_discussion: [
    ['T1-STR-01', 'wt2018', null, 'promptly', true, 'Hold a strategy discussion'],
  ],
  s47_enquiry: [
    ['T1-S47-01', 'wt2018', 45, 'working_days', true, 'Finish section 47 inside the assessment limit'],
    ['T23-AS-02', 'wt2023', null, 'at_event', true, 'A social worker leads child protection enquiries'],
  ],
  icpc: [
    ['T1-ICPC-01', 'wt2018', 15, 'working_days', true, 'Hold the initial conference'],
    ['T1-ICPC-02', 'wt2018', null, 'before_event', true, 'Share the report ahead of the conference', 'the conference'],
    ['T1-ICPC-03', 'wt2018', null, 'before_event', false, 'Chair meets the family beforehand', 'the conference'],
  ],
  cp_plan: [
    ['T1-CPP-01', 'wt2018', null, 'local_protocol', false, 'Visit as often as the plan says'],
  ],
  core_group: [
    ['T1-CG-01', 'wt2018', 10, 'working_days', true, 'Hold the first core group'],
    ['T1-CG-02', 'wt2018', null, 'local_protocol', true, 'Hold later core groups as set locally'],
  ],
  review_conference: [
    ['T1-RC-01', 'wt2018', 3, 'months', true, 'Hold the first review conference'],
    ['T1-RC-02', 'wt2018', 6, 'months', true, 'Hold each later review conference'],
  ],
  plan_discontinuation: [
    ['T1-DIS-01', 'wt2018', 15, 'working_days', true, 'Receiving area holds a conference'],
    ['T1-DIS-02', 'wt2018', null, 'at_event', true, 'Review planned for the eighteenth birthday'],
    ['T1-DIS-03', 'wt2018', null, 'at_event', true, 'Tell those first invited that the plan ended'],
    ['T1-DIS-04', 'wt2018', null, 'before_event', true, 'Old area waits for the new area’s conference', 'the original plan ends'],
  ],
  return_home: [
    ['T1-RET-01', 'wt2018', null, 'immediately', true, 'Consider safety on an unplanned return'],
    ['T1-RET-02', 'wt2018', null, 'before_event', true, 'Assess before a planned return', 'the child stops being looked after'],
  ],
  escalation: [
    ['T1-ESC-01', 'wt2018', null, 'promptly', true, 'Settle disagreements quickly'],
  ],
  s11: [
    ['T2-S11-01', 'wt2018', null, 'local_protocol', false, 'Section 11 audit on the local cycle'],
  ],
  positions_of_trust: [
    ['T2-POT-01', 'wt2018', 1, 'working_days', true, 'Tell the designated officer of an allegation'],
    ['T2-POT-02', 'wt2018', null, 'immediately', false, 'Tell a senior manager of an allegation'],
    ['T2-POT-03', 'wt2018', null, 'without_delay', false, 'Pass the allegation to the designated officer'],
    ['T2-POT-04', 'wt2018', null, 'at_event', true, 'Refer a removed person to the barring service'],
    ['T23-POT-01', 'wt2023', 1, 'working_days', true, 'Tell the designated officer (2023, as before)'],
  ],
  secure_estate: [
    ['T2-SEC-01', 'wt2018', 12, 'months', false, 'Review a secure centre’s policy'],
  ],
  masa_publication: [
    ['T3-ARR-04', 'wt2018', null, 'at_event', false, 'Report changes to the arrangements'],
    ['T3-ARR-05', 'wt2018', null, 'before_event', true, 'Publish arrangements before they start', 'the arrangements start'],
    ['T3-ARR-01', 'transition2018', '2019-06-29', 'date', true, 'Last day to publish the first arrangements'],
    ['T3-ARR-02', 'transition2018', 3, 'months', true, 'Start arrangements after publishing'],
    ['T3-ARR-03', 'transition2018', '2019-09-29', 'date', true, 'Last day for arrangements to be running'],
    ['T23-ED-02', 'wt2023', '2024-12', 'date_partial', true, 'Revised arrangements wholly in place'],
  ],
  independent_scrutiny: [
    ['T3-SCR-01', 'wt2018', null, 'local_protocol', true, 'Scrutinise the yearly report as published'],
  ],
  yearly_report: [
    ['T3-YR-01', 'wt2018', 12, 'months', true, 'Publish a report at least this often'],
    ['T3-YR-02', 'wt2018', 7, 'calendar_days', false, 'Send copies of the published report'],
    ['T23-YR-01', 'wt2023', 12, 'months', true, 'Yearly report on twelve months (2023)'],
    ['T23-YR-02', 'wt2023', '09-30', 'date_annual', false, 'Yearly date for the report (2023)'],
  ],
  info_request: [
    ['T3-INF-01', 'wt2018', null, 'set_in_request', false, 'Answer a partner’s request for information'],
  ],
  masa_transition: [
    ['T3-TRN-01', 'transition2018', null, 'at_event', true, 'Old boards serve until arrangements start'],
    ['T3-TRN-02', 'transition2018', 12, 'months', false, 'Old boards finish serious case reviews'],
  ],
  serious_incident: [
    ['T4-SIN-01', 'wt2018', 5, 'working_days', true, 'Notify the Panel of a serious incident'],
    ['T4-SIN-02', 'wt2018', 5, 'working_days', true, 'Tell the safeguarding partners of it'],
    ['T4-SIN-03', 'wt2018', 5, 'working_days', true, 'Notify a looked-after child’s death'],
    ['T4-SIN-04', 'wt2018', null, 'promptly', true, 'Other agencies tell partners of an incident'],
    ['T23-SIN-01', 'wt2023', 5, 'working_days', true, 'Notify a care leaver’s death'],
    ['T23-SIN-02', 'wt2023', 5, 'working_days', true, 'Notify the Panel (2023, as before)'],
  ],
  rapid_review: [
    ['T4-RR-01', 'wt2018', null, 'promptly', true, 'Carry out a rapid review'],
    ['T4-RR-03', 'wt2018', null, 'as_soon_as_possible', true, 'Send the rapid review to the Panel'],
    ['T4-RR-02', 'panel2019', 15, 'working_days', true, 'Finish and send the rapid review'],
    ['T23-RR-01', 'wt2023', 15, 'working_days', true, 'Finish the rapid review (2023)'],
  ],
  local_review_decision: [
    ['T4-LR-01', 'wt2018', null, 'as_soon_as_possible', false, 'Say that a local review will be held'],
    ['T4-LR-08', 'wt2018', null, 'at_event', false, 'Weigh the case against the local criteria'],
  ],
  local_review_supervision: [
    ['T4-LR-02', 'wt2018', null, 'regular_intervals', true, 'Check the review’s time and quality'],
  ],
  local_review_conduct: [
    ['T4-LR-07', 'wt2018', null, 'without_delay', false, 'Act on points without waiting for the report'],
  ],
  local_review_report: [
    ['T4-LR-03', 'wt2018', 6, 'months', true, 'Publish the local review'],
    ['T4-LR-04', 'wt2018', 7, 'working_days', false, 'Report to Panel and Secretary of State first', 'publication'],
    ['T4-LR-05', 'wt2018', 7, 'working_days', false, 'Report to Ofsted first', 'publication'],
    ['T4-LR-06', 'wt2018', 1, 'years_min', false, 'Keep the local report public'],
    ['T4-LR-09', 'wt2018', null, 'at_event', false, 'Explain a late or unpublished report'],
  ],
  national_panel: [
    ['T4-NP-01', 'wt2018', null, 'promptly', false, 'Panel answers a rapid review'],
    ['T4-NP-03', 'wt2018', null, 'at_event', false, 'Panel tells of starting a national review'],
    ['T4-NP-02', 'panel2019', 10, 'days_approx', false, 'Panel’s usual time to answer'],
  ],
  national_review: [
    ['T4-NR-01', 'wt2018', 6, 'months', false, 'Publish the national review'],
    ['T4-NR-02', 'wt2018', 7, 'working_days', false, 'National report to the Secretary of State first', 'publication'],
    ['T4-NR-03', 'wt2018', 3, 'years_min', false, 'Keep the national report public'],
  ],
  cdr_arrangements: [
    ['T5-ACT-01', 'wt2018', null, 'at_event', true, 'Tell whoever should act on a finding'],
    ['T5-ARR-03', 'wt2018', 60, 'deaths_per_year_min', true, 'Deaths a year that an area should expect'],
    ['T5-INF-01', 'wt2018', null, 'set_in_request', false, 'Answer a request about a child’s death'],
    ['T5-ARR-01', 'transition2018', '2019-06-29', 'date', true, 'Last day to publish child death arrangements'],
    ['T5-ARR-02', 'transition2018', '2019-09-29', 'date', true, 'Last day for child death arrangements to run'],
  ],
  cdr_immediate: [
    ['T5C-IMM-01', 'cdr2018', 2, 'hours', false, 'Take the four first decisions'],
  ],
  cdr_family: [
    ['T5-FAM-01', 'wt2018', null, 'immediately', true, 'Offer the bereavement guide'],
    ['T5C-FAM-01', 'cdr2018', null, 'immediately', false, 'Name a key worker'],
  ],
  cdr_notification: [
    ['T5-COR-01', 'wt2018', 3, 'working_days', false, 'Coroner tells the partners'],
    ['T5-REG-01', 'wt2018', 7, 'calendar_days', true, 'Registrar tells the partners'],
    ['T5C-NOT-01', 'cdr2018', 24, 'hours', false, 'Notify the child’s death'],
    ['T5C-NOT-02', 'cdr2018', 48, 'hours', false, 'Notify: longer limit used in places'],
  ],
  cdr_safeguarding_link: [
    ['T5-SAF-01', 'wt2018', null, 'immediately', false, 'Tell of suspected abuse behind a death'],
  ],
  jar: [
    ['T5C-JAR-01', 'cdr2018', null, 'immediately', false, 'Start the joint agency response'],
    ['T5C-JAR-02', 'cdr2018', null, 'before_event', false, 'First planning talk while the family is there', 'the family leaves the emergency department'],
    ['T5C-JAR-03', 'cdr2018', 24, 'hours', false, 'Visit the home or scene together'],
    ['T5C-JAR-04', 'cdr2018', null, 'as_soon_as_possible', false, 'Talk again after the first post-mortem results'],
  ],
  cdrm: [
    ['T5C-CDRM-01', 'cdr2018', 3, 'months', false, 'Hold the child death review meeting'],
    ['T5C-CDRM-02', 'cdr2018', null, 'before_event', false, 'Meet before the inquest', 'the inquest'],
  ],
  cdop: [
    ['T5C-CDOP-01', 'cdr2018', 6, 'weeks', false, 'Overview panel reviews the death'],
  ],
  cdr_report: [
    ['T5-REP-01', 'wt2018', null, 'partners_discretion', true, 'Report on child deaths at fitting intervals'],
    ['T5C-REP-01', 'cdr2018', 12, 'months', true, 'Overview panel reports to partners'],
  ],
  ncmd: [
    ['T5C-NCMD-01', 'cdr2018', '2019-04-01', 'date', true, 'Enter cases in the national database from'],
    ['T5C-NCMD-02', 'cdr2018', '2019-04-01', 'date', true, 'Use the new forms from'],
    ['T5C-NCMD-03', 'cdr2018', null, 'as_soon_as_possible', false, 'Send the analysis form after review'],
  ],
  cdr_transition: [
    ['T5-TRN-01', 'transition2018', 4, 'months', false, 'Old panels finish reviews in hand'],
  ],
  edition: [
    ['T23-ED-01', 'wt2023', '2023-12-15', 'date', true, 'The 2023 edition begins'],
    ['T26-ED-01', 'wt2026', '2026-03-18', 'date', true, 'The 2026 edition begins'],
    ['T26-ACT-01', 'cwsa2026', '2026-04-29', 'date', true, 'Royal Assent to the Act of 2026'],
    ['T26-ACT-02', 'cwsa2026', 2, 'months', true, 'Listed sections begin after assent'],
  ],
  family_group_decision: [
    ['T26-FGDM-01', 'cwsa2026', null, 'before_event', true, 'Offer a family meeting before a care application', 'the application'],
  ],
  multi_agency_child_protection_team: [
    ['T26-MACPT-01', 'cwsa2026', '2027', 'date_partial', true, 'Aim for multi-agency protection teams'],
  ],
}

/** All time limits, grouped by procedure in the order of the guidance. */
export const timescales: readonly Timescale[] = Object.entries(rows).flatMap(([procedure, of]) =>
  of.map(([id, edition, limit, unit, confirmed, title, before]) => ({
    id,
    procedure,
    edition,
    limit,
    unit,
    confirmed,
    title,
    ...(before === undefined ? {} : { before }),
  })),
)

const byId = new Map(timescales.map(timescale => [timescale.id, timescale]))

/** The time limit with that id, or undefined. */
export function findTimescale(id: string): Timescale | undefined {
  return byId.get(id)
}

/**
 * The limit a rule for this timescale would carry; null where the source gives something no clock can count: a partial date, a
 * number of deaths, a time that the request itself sets. A rule's own limit can be checked against it.
 */
export function limitOf(timescale: Timescale): limits.Limit | null {
  const { id, limit, unit, title, before } = timescale
  const count = typeof limit === 'number' ? limit : 0
  switch (unit) {
    case 'working_days':
      return before === undefined ? limits.workingDays(count) : limits.workingDaysBefore(count, before)
    case 'calendar_days':
      return limits.calendarDays(count)
    case 'hours':
      return limits.hours(count)
    case 'weeks':
      return limits.weeks(count)
    case 'months':
      return limits.months(count)
    case 'years_min':
      return limits.atLeast(count, 'years')
    case 'date':
      return limits.fixedDay(String(limit))
    case 'date_annual':
      return limits.yearlyDay(String(limit))
    case 'before_event':
      return limits.before(before ?? title)
    case 'at_event':
      return limits.promptly('when it happens')
    case 'immediately':
    case 'promptly':
    case 'as_soon_as_possible':
    case 'without_delay':
      return limits.promptly(unit.replaceAll('_', ' '))
    case 'case_by_case':
    case 'regular_intervals':
    case 'local_protocol':
    case 'partners_discretion':
    case 'days_approx':
      return limits.localPolicy(id, title)
    case 'set_in_request':
    case 'deaths_per_year_min':
    case 'date_partial':
      return null
  }
}
