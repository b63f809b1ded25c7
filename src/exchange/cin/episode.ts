/** One episode (CINdetails) into facts: referral, assessments, plans, enquiries, conferences, reviews, closure. */
import type { Day } from '../../guidance/days.ts'
import {
  abuseCategories,
  assessmentFactors,
  closureReasons,
  primaryNeeds,
  referralSources,
} from '../../procedures/code-lists.ts'
import type { Element } from './elements.ts'
import { readPreProceedings } from './pre-proceedings.ts'
import { about, between, on, type Reading } from './reading.ts'
import { readCode, readCount, readDay, readYesNo } from './values.ts'

interface Episode {
  /** What the keys of its facts begin with: the referral's day tells the episodes of a child apart. */
  readonly name: string
  /** The key of the referral fact, where there is one. */
  readonly referral: string | undefined
  readonly from: Day
  /** The last day that the file speaks of this episode. */
  readonly to: Day
}

/** Reads one episode. Without a day of referral its other days are kept all the same. */
export function readEpisode(reading: Reading, element: Element): void {
  const path = 'Child/CINdetails'
  const referredOn = reading.value(element, 'CINreferralDate', path, readDay)
  const source = reading.value(element, 'ReferralSource', path, text => readCode(text, referralSources))
  const primaryNeed = reading.value(element, 'PrimaryNeedCode', path, text => readCode(text, primaryNeeds))
  const noFurtherAction = reading.value(element, 'ReferralNFA', path, readYesNo)
  const closedOn = reading.value(element, 'CINclosureDate', path, readDay)
  reading.order(element, `${path}/CINclosureDate`, closedOn, referredOn, 'the referral of the episode')
  const reason = reading.value(element, 'ReasonForClosure', path, text => readCode(text, closureReasons))
  const name = referredOn ?? 'without referral'
  let referral: string | undefined
  if (referredOn) {
    const data = {
      ...(source ? { source } : {}),
      ...(primaryNeed ? { primaryNeed } : {}),
      ...(noFurtherAction === undefined ? {} : { noFurtherAction }),
    }
    referral = reading.fact({
      key: `referral-received ${name}`,
      kind: 'referral-received',
      happened: on(referredOn),
      data,
      line: element.line,
      path: `${path}/CINreferralDate`,
    })
  } else {
    reading.problem(
      element,
      `${path}/CINreferralDate`,
      'The episode has no day of referral. What else it tells was kept.',
    )
  }
  const from = referredOn ?? reading.census.referenceDay
  const episode: Episode = { name, referral, from, to: closedOn ?? reading.census.referenceDay }
  for (const group of reading.group(element, 'Assessments')) readAssessment(reading, group, episode)
  for (const group of reading.group(element, 'CINPlanDates')) readChildInNeedPlan(reading, group, episode)
  const enquiries = reading.group(element, 'Section47').map(group => readEnquiry(reading, group, episode))
  const conferences = enquiries.flatMap(enquiry => (enquiry.conference ? [enquiry.conference] : []))
  const alone = reading.value(element, 'DateOfInitialCPC', path, readDay)
  if (alone) {
    const key = reading.fact({
      key: `initial-conference-held ${name} ${alone}`,
      kind: 'initial-conference-held',
      happened: on(alone),
      ...about(episode.referral),
      line: element.line,
      path: `${path}/DateOfInitialCPC`,
    })
    conferences.push({ key, day: alone })
  }
  for (const group of reading.group(element, 'ChildProtectionPlans')) readPlan(reading, group, episode, conferences)
  for (const group of reading.group(element, 'PreProceedingsandFGDM')) readPreProceedings(reading, group, name, episode)
  if (closedOn) {
    reading.fact({
      key: `case-closed ${name}`,
      kind: 'case-closed',
      happened: on(closedOn),
      ...about(episode.referral),
      data: reason ? { reason } : {},
      line: element.line,
      path: `${path}/CINclosureDate`,
    })
  } else if (reason) {
    reading.problem(
      element,
      `${path}/ReasonForClosure`,
      'There is a reason for closing and no day of closing. It was not kept.',
    )
  }
  reading.closeGroup(element, path)
}

function readAssessment(reading: Reading, group: Element, { name, referral, from, to }: Episode): void {
  const path = 'Child/CINdetails/Assessments'
  const started = reading.value(group, 'AssessmentActualStartDate', path, readDay)
  const reviewed = reading.value(group, 'AssessmentInternalReviewDate', path, readDay)
  const authorised = reading.value(group, 'AssessmentAuthorisationDate', path, readDay)
  reading.order(group, `${path}/AssessmentAuthorisationDate`, authorised, started, 'the start of the assessment')
  const [list] = reading.group(group, 'FactorsIdentifiedAtAssessment')
  const factors = reading.group(list, 'AssessmentFactors').flatMap(one => {
    const { value, why } = readCode(one.text, assessmentFactors)
    if (why) reading.problem(one, `${path}/FactorsIdentifiedAtAssessment/AssessmentFactors`, `Not kept: ${why}.`)
    return value ?? []
  })
  reading.closeGroup(list, `${path}/FactorsIdentifiedAtAssessment`)
  const key = `${name} ${started ?? 'without start'}`
  let assessment = referral
  if (started) {
    assessment = reading.fact({
      key: `assessment-started ${key}`,
      kind: 'assessment-started',
      happened: on(started),
      ...about(referral),
      data: {},
      line: group.line,
      path: `${path}/AssessmentActualStartDate`,
    })
  }
  if (reviewed) {
    reading.fact({
      key: `assessment-reviewed ${key}`,
      kind: 'assessment-reviewed',
      happened: on(reviewed),
      ...about(assessment),
      line: group.line,
      path: `${path}/AssessmentInternalReviewDate`,
    })
  }
  const data = factors.length > 0 ? { factors: [...new Set(factors)] } : {}
  if (authorised) {
    reading.fact({
      key: `assessment-authorised ${key}`,
      kind: 'assessment-authorised',
      happened: on(authorised),
      ...about(assessment),
      data,
      line: group.line,
      path: `${path}/AssessmentAuthorisationDate`,
    })
  } else if (factors.length > 0) {
    reading.fact({
      key: `assessment-reviewed factors ${key}`,
      kind: 'assessment-reviewed',
      happened: between(started ?? from, to),
      ...about(assessment),
      data,
      line: group.line,
      path: `${path}/FactorsIdentifiedAtAssessment`,
    })
  }
  reading.closeGroup(group, path)
}

function readChildInNeedPlan(reading: Reading, group: Element, { name, referral }: Episode): void {
  const path = 'Child/CINdetails/CINPlanDates'
  const started = reading.value(group, 'CINPlanStartDate', path, readDay)
  const ended = reading.value(group, 'CINPlanEndDate', path, readDay)
  const key = `${name} ${started ?? 'without start'}`
  let plan = referral
  if (started)
    plan = reading.fact({
      key: `child-in-need-plan-started ${key}`,
      kind: 'child-in-need-plan-started',
      happened: on(started),
      ...about(referral),
      line: group.line,
      path: `${path}/CINPlanStartDate`,
    })
  if (ended)
    reading.fact({
      key: `child-in-need-plan-ended ${key}`,
      kind: 'child-in-need-plan-ended',
      happened: on(ended),
      ...about(plan),
      line: group.line,
      path: `${path}/CINPlanEndDate`,
    })
  reading.closeGroup(group, path)
}

interface Conference {
  readonly key: string
  readonly day: Day
}

function readEnquiry(
  reading: Reading,
  group: Element,
  { name, referral, from, to }: Episode,
): { conference: Conference | undefined } {
  const path = 'Child/CINdetails/Section47'
  const started = reading.value(group, 'S47ActualStartDate', path, readDay)
  const conferenceTarget = reading.value(group, 'InitialCPCtarget', path, readDay)
  const held = reading.value(group, 'DateOfInitialCPC', path, readDay)
  reading.order(group, `${path}/DateOfInitialCPC`, held, started, 'the start of the enquiry that led to it')
  const notRequired = reading.value(group, 'ICPCnotRequired', path, readYesNo)
  const key = `${name} ${started ?? 'without start'}`
  let enquiry = referral
  if (started) {
    const data = conferenceTarget ? { conferenceTarget } : {}
    enquiry = reading.fact({
      key: `section-47-enquiry-started ${key}`,
      kind: 'section-47-enquiry-started',
      happened: on(started),
      ...about(referral),
      data,
      line: group.line,
      path: `${path}/S47ActualStartDate`,
    })
  } else if (conferenceTarget) {
    reading.problem(
      group,
      `${path}/InitialCPCtarget`,
      'There is a target for a conference and no start of the enquiry. It was not kept.',
    )
  }
  let conference: Conference | undefined
  if (held) {
    conference = {
      key: reading.fact({
        key: `initial-conference-held ${key} ${held}`,
        kind: 'initial-conference-held',
        happened: on(held),
        ...about(enquiry),
        line: group.line,
        path: `${path}/DateOfInitialCPC`,
      }),
      day: held,
    }
  }
  if (notRequired) {
    reading.fact({
      key: `section-47-enquiry-concluded ${key}`,
      kind: 'section-47-enquiry-concluded',
      happened: between(started ?? from, to),
      ...about(enquiry),
      data: { conferenceNeeded: false },
      line: group.line,
      path: `${path}/ICPCnotRequired`,
    })
  }
  reading.closeGroup(group, path)
  return { conference }
}

function readPlan(
  reading: Reading,
  group: Element,
  { name, referral, to }: Episode,
  conferences: readonly Conference[],
): void {
  const path = 'Child/CINdetails/ChildProtectionPlans'
  const started = reading.value(group, 'CPPstartDate', path, readDay)
  const ended = reading.value(group, 'CPPendDate', path, readDay)
  reading.order(group, `${path}/CPPendDate`, ended, started, 'the start of the plan')
  const initial = reading.value(group, 'InitialCategoryOfAbuse', path, text => readCode(text, abuseCategories))
  const latest = reading.value(group, 'LatestCategoryOfAbuse', path, text => readCode(text, abuseCategories))
  const previousPlans = reading.value(group, 'NumberOfPreviousCPP', path, readCount)
  const key = `${name} ${started ?? 'without start'}`
  // The plan continues the latest conference of the episode that was not after it.
  const conference = conferences
    .filter(one => !started || one.day <= started)
    .toSorted((a, b) => (a.day < b.day ? 1 : -1))[0]
  let plan = conference?.key ?? referral
  if (started) {
    const data = {
      ...(initial ? { categories: [initial] } : {}),
      ...(previousPlans === undefined ? {} : { previousPlans }),
    }
    plan = reading.fact({
      key: `child-protection-plan-started ${key}`,
      kind: 'child-protection-plan-started',
      happened: on(started),
      ...about(plan),
      data,
      line: group.line,
      path: `${path}/CPPstartDate`,
    })
  }
  if (latest && latest !== initial) {
    reading.fact({
      key: `plan-category-changed ${key} ${latest}`,
      kind: 'plan-category-changed',
      happened: between(started ?? to, ended ?? to),
      ...about(plan),
      data: { categories: [latest] },
      line: group.line,
      path: `${path}/LatestCategoryOfAbuse`,
    })
  }
  for (const list of reading.group(group, 'Reviews')) {
    for (const review of reading.group(list, 'CPPreviewDate')) {
      const { value: day, why } = readDay(review.text)
      if (why) reading.problem(review, `${path}/Reviews/CPPreviewDate`, `${day ? 'Kept' : 'Not kept'}: ${why}.`)
      if (day)
        reading.fact({
          key: `review-conference-held ${key} ${day}`,
          kind: 'review-conference-held',
          happened: on(day),
          ...about(plan),
          line: review.line,
          path: `${path}/Reviews/CPPreviewDate`,
        })
    }
    reading.closeGroup(list, `${path}/Reviews`)
  }
  if (ended)
    reading.fact({
      key: `plan-ended ${key}`,
      kind: 'plan-ended',
      happened: on(ended),
      ...about(plan),
      line: group.line,
      path: `${path}/CPPendDate`,
    })
  reading.closeGroup(group, path)
}
