/** Who leads an assessment or an enquiry: allocated by whom, changed when, and where that departs from the guidance of its day. */
import { duty, type Line } from '../engine/duty.ts'
import { dataOf, type FactDefinition, fact, type Statement } from '../engine/fact.ts'
import { narrative, optional, parties } from '../engine/field.ts'
import { procedure } from '../engine/procedure.ts'
import { promptly } from '../guidance/limits.ts'
import { wt2018, wt2023 } from '../guidance/sources.ts'
import { assessmentStarted } from './assessment.ts'
import { enquiryReads, section47EnquiryStarted, startsEnquiry, startsEnquiryAlone } from './enquiry-facts.ts'
import { type Led, leading, leadsByDay, mayBeLedByOthers } from './leading.ts'
import { referralDecided } from './referral.ts'
import { guidanceRepinned } from './repinning.ts'
import { strategyDiscussionHeld } from './strategy-discussion.ts'

export const leadAllocated = fact('lead-practitioner-allocated', {
  label: 'Lead of an assessment or enquiry allocated',
  happenedOn: 'Day of the allocation',
  about: [assessmentStarted.kind, section47EnquiryStarted.kind, strategyDiscussionHeld.kind],
  fields: {
    lead: { ...leading.lead, optional: false },
    allocator: leading.allocator,
    person: parties('The person', 'post', optional),
    allocatedBy: parties('Who allocated it', 'post', optional),
    reasons: narrative('Why this person', optional),
  },
})

const supervisor = 'Practice supervisor or manager'

// T23-AS-01: since December 2023, when a referral is taken on.
export const allocateAssessmentLead = duty({
  id: 'allocate-assessment-lead',
  who: `${supervisor}, qualified in social work`,
  by: 'authority',
  must: 'Allocate the lead practitioner of the assessment, and oversee the work',
  arisesFrom: referralDecided,
  when: ({ data, happened }) => data.outcome === 'section-17-assessment' && mayBeLedByOthers(happened.from),
  dischargedBy: [assessmentStarted, leadAllocated],
  dischargedWhen: one => (one as unknown as Led).data.allocator === 'social-work-qualified',
  reach: 'line',
  cites: ['T23-AS-01'],
  editions: [
    {
      edition: 'wt2023',
      within: promptly('when the referral is accepted'),
      force: 'should',
      source: wt2023.at('chapter 3, lead practitioner', { confirmed: true }),
    },
  ],
})

/** What was said of who leads a piece of work: on the form that began it, and in what continues that. */
function saidOf(started: Statement, line: Line): readonly Led[] {
  const later = [...line.all(section47EnquiryStarted), ...line.all(leadAllocated)]
  return [started, ...(later as unknown as readonly Statement[]).filter(one => line.continues(one, started))]
    .map(one => one as unknown as Led)
    .toSorted((a, b) => (a.happened.from === b.happened.from ? a.number - b.number : isEarlier(a, b) ? -1 : 1))
}

function isEarlier(a: Pick<Led, 'happened'>, b: Pick<Led, 'happened'>): boolean {
  return a.happened.from < b.happened.from
}

/** The latest record that says that somebody leads who, by the day on which the work began, may not. */
function lastDeparture(started: Statement, line: Line): Led | undefined {
  const isAssessment = started.kind === assessmentStarted.kind
  return saidOf(started, line).findLast(
    said =>
      said.data.lead === 'other' && !(isAssessment && mayBeLedByOthers(leadsByDay(started, said.happened.from, line))),
  )
}

const giving = {
  who: supervisor,
  by: 'authority',
  mendsDeparture: true,
  dischargedBy: [leadAllocated],
  dischargedWhen: (fact: Statement, started: Statement, line: Line) => {
    const last = lastDeparture(started, line)
    const isLater =
      !last || isEarlier(last, fact) || (last.happened.from === fact.happened.from && fact.number > last.number)
    return isLater && dataOf(leadAllocated, fact)?.lead === 'social-worker' && line.continues(fact, started)
  },
  reach: 'line',
} as const

// editions.md, 8.3: until December 2023 no other practitioner leads a section 17 assessment. The day on which it began decides.
export const giveAssessmentToSocialWorker = duty({
  ...giving,
  id: 'give-assessment-to-social-worker',
  must: 'Give the assessment to a social worker to lead',
  arisesFrom: assessmentStarted as unknown as FactDefinition,
  when: (started, line) => !mayBeLedByOthers(started.happened.from) && lastDeparture(started, line) !== undefined,
  reads: [leadAllocated, guidanceRepinned],
  remark: () => 'Somebody else leads. This departs from the guidance by which this assessment goes.',
  cites: ['T23-AS-01'],
  editions: [
    {
      edition: 'wt2018',
      within: promptly(),
      force: 'should',
      source: wt2018.at("chapter 1, 'Assessment of a child under the Children Act 1989'", { confirmed: true }),
      until: 'wt2023',
    },
  ],
})

// WT18-1.16-02, T23-AS-02: in every edition.
const enquiry = {
  ...giving,
  must: 'Give the enquiry to a social worker to lead',
  reads: [...enquiryReads, leadAllocated],
  remark: () => 'Somebody else leads. This departs from the guidance: a social worker leads every enquiry.',
  cites: ['WT18-1.16-02', 'T23-AS-02'],
  editions: [
    {
      edition: 'wt2018',
      within: promptly(),
      force: 'must',
      source: wt2018.at("chapter 1, 'Initiating section 47 enquiries' (J18 pp.41-43; D20 pp.44-46)", {
        confirmed: true,
      }),
    },
    {
      edition: 'wt2023',
      within: promptly('when the enquiry is decided on'),
      force: 'must',
      source: wt2023.at('chapter 3', { confirmed: true }),
    },
  ],
} as const

export const giveEnquiryToSocialWorker = duty({
  ...enquiry,
  id: 'give-enquiry-to-social-worker',
  arisesFrom: strategyDiscussionHeld as unknown as FactDefinition,
  when: (discussion, line) => startsEnquiry(discussion, line) && lastDeparture(discussion, line) !== undefined,
})

// Also where an order or police protection began it and no discussion is recorded.
export const giveEnquiryKnownByItsStartToSocialWorker = duty({
  ...enquiry,
  id: 'give-enquiry-known-by-its-start-to-social-worker',
  arisesFrom: section47EnquiryStarted as unknown as FactDefinition,
  when: (started, line) => startsEnquiryAlone(started, line) && lastDeparture(started, line) !== undefined,
})

export const leadPractitioner = procedure({
  id: 'lead-practitioner',
  label: 'Who leads an assessment or an enquiry',
  section: '1.8',
  caseKind: 'child',
  leads: supervisor,
  takesPart: 'Whoever leads the work',
  opensWith: [],
  closesWith: [],
  facts: [leadAllocated],
  duties: [
    allocateAssessmentLead,
    giveAssessmentToSocialWorker,
    giveEnquiryToSocialWorker,
    giveEnquiryKnownByItsStartToSocialWorker,
  ],
  prompts: [],
})
