/** People who did not care for the child look at every death, without its name: why, what played a part, and what could be changed. */
import { duty } from '../engine/duty.ts'
import { fact } from '../engine/fact.ts'
import { choice, choices, day, narrative, optional, parties, words, yesNo } from '../engine/field.ts'
import { procedure, turn } from '../engine/procedure.ts'
import { getEdition } from '../guidance/editions.ts'
import { promptly, weeks } from '../guidance/limits.ts'
import { cdr2018, wt2018 } from '../guidance/sources.ts'
import { deathNotified } from './child-death-notification.ts'
import { domains, inquestListed, meetingReportSent, reviewMeetingHeld } from './child-death-review-meeting.ts'
import { promptFor } from './prompt-for.ts'

/** Why the child died: one of them, the first that applies. The codes are those of the form of 2018. */
export const categories = {
  '1': 'Injury inflicted on purpose, abuse or neglect',
  '2': 'Suicide or self-inflicted harm',
  '3': 'Trauma and other outside causes, complications of care included',
  '4': 'Cancer',
  '5': 'Sudden medical or surgical illness',
  '6': 'Long-standing illness',
  '7': 'Chromosomal, genetic or inborn condition',
  '8': 'Around or soon after birth',
  '9': 'Infection',
  '10': 'Sudden and unexplained',
} as const

/** From when the form of 2018 could be used, and the last day of form C before it (T5C-NCMD-02). */
const analysisForm = { from: getEdition('cdr2018').from } as const
const formC = { to: '2019-03-31' } as const

/**
 * How much a factor counts: as the form of 2018 has it, and as form C before it had. The same number means something else on each,
 * so each has codes of its own, and none is turned into another.
 */
export const scores = {
  '0': { label: 'Not known', ...analysisForm },
  '1': { label: 'Nothing, or nothing that is likely to have played a part', ...analysisForm },
  '2': { label: 'Something that may have played a part', ...analysisForm },
  'c-0': { label: 'Form C, 0: not known', ...formC },
  'c-1': { label: 'Form C, 1: no factor found', ...formC },
  'c-1-star': { label: 'Form C, 1*: a factor that is not likely to have played a part', ...formC },
  'c-2': { label: 'Form C, 2: a factor that may have played a part', ...formC },
  'c-3': { label: 'Form C, 3: a factor that explains the death wholly', ...formC },
} as const

export const inquestConcluded = fact('inquest-concluded', {
  label: 'Inquest concluded',
  happenedOn: 'Day on which the panel had the result',
  about: [inquestListed.kind, deathNotified.kind],
  fields: { conclusion: words('Conclusion', optional) },
})

export const panelReviewedDeath = fact('overview-panel-reviewed-death', {
  label: 'Death reviewed by the overview panel',
  // Since shape 2 it asks who stood back because of a conflict of interest.
  shape: 2,
  lifts: { 1: data => data },
  happenedOn: 'Day of the panel',
  about: [meetingReportSent.kind, inquestConcluded.kind, deathNotified.kind],
  cites: ['WT18-5.9-01', 'WT18-5.9-07'],
  fields: {
    category: choice('Category of the death', categories),
    modifiable: choice(
      'Could something have been changed',
      { yes: 'Yes, by action here or nationally', no: 'Nothing was found', unknown: 'Not enough is known' },
      optional,
    ),
    inChild: choice(`${domains.child}: how much`, scores, optional),
    inSocial: choice(`${domains.social}: how much`, scores, optional),
    inPhysical: choice(`${domains.physical}: how much`, scores, optional),
    inService: choice(`${domains.service}: how much`, scores, optional),
    quorate: yesNo('Enough members, none of whom cared for the child?', optional),
    conflicts: narrative('Who has a conflict of interest, and how it was dealt with', optional),
    learning: narrative('What is learnt', optional),
  },
})

/** One for each factor: the list of them is the analysis form. */
export const factorFound = fact('contributory-factor-found', {
  label: 'Factor that played a part in the death',
  happenedOn: 'Day on which the meeting or the panel found it',
  about: [panelReviewedDeath.kind, reviewMeetingHeld.kind],
  fields: {
    domain: choice('Where', domains),
    score: choice('How much it counts', scores, optional),
    modifiable: yesNo('Could it be changed, here or nationally, so that fewer children die?', optional),
    what: narrative('What it was'),
  },
})

export const actionCalledFor = fact('action-called-for-after-death', {
  label: 'Somebody should act on what was found',
  // Since shape 2 it names the agencies that act, and the day by which.
  shape: 2,
  lifts: { 1: data => data },
  happenedOn: 'Day on which the panel or the partners came to think so',
  about: [panelReviewedDeath.kind, deathNotified.kind],
  fields: {
    whom: words('Who should act'),
    owner: parties('Agencies of the area among them', 'agency', optional),
    doneBy: day('To be done by', { ...optional, ahead: true }),
    what: narrative('What should be done'),
  },
})

export const bodyToldToAct = fact('body-told-to-act', {
  label: 'Told to act on what was found',
  happenedOn: 'Day on which they were told',
  about: [actionCalledFor.kind],
  fields: { answer: narrative('What they answered', optional) },
})

export const analysisSubmitted = fact('analysis-submitted-to-database', {
  label: 'Analysis form sent to the national database',
  happenedOn: 'Day on which it was sent',
  about: [panelReviewedDeath.kind],
  fields: { reference: words('Reference there', optional) },
})

export const learningShared = fact('learning-from-death-shared', {
  label: 'Learning from the death shared',
  happenedOn: 'Day on which it was shared',
  about: [panelReviewedDeath.kind],
  fields: {
    where: choices('Where', { here: 'In this area', region: 'In the region', nation: 'Nationally' }, optional),
  },
})

const reviewing = 'chapter 5, overview panel'
const its = { by: 'child-death-review-partners' } as const

// T5C-CDOP-01: from the meeting’s report, or from the inquest’s result where that comes later.
const review = {
  ...its,
  who: 'Chair of the overview panel',
  dischargedBy: [panelReviewedDeath],
  // Before the area’s own arrangements its old panel reviewed, by the rules of 2015: child-death-transition.ts.
  regime: { of: 'child-death', is: 'partners' },
  reach: 'case',
  cites: ['WT18-5.9-01', 'WT18-5.9-07', 'T5C-CDOP-01'],
  editions: [{ edition: 'cdr2018', within: weeks(6), force: 'should', source: cdr2018.at(reviewing) }],
} as const

export const reviewDeath = duty({
  ...review,
  id: 'review-death-in-overview-panel',
  must: 'Review the death in the overview panel',
  arisesFrom: meetingReportSent,
  when: (_, line) => !line.allOfCase(inquestListed).length || line.allOfCase(inquestConcluded).length > 0,
  reads: [inquestListed, inquestConcluded],
})

export const reviewDeathAfterInquest = duty({
  ...review,
  id: 'review-death-after-inquest',
  must: 'Review the death in the overview panel, now that the inquest is over',
  arisesFrom: inquestConcluded,
  when: (_, line) => line.allOfCase(meetingReportSent).length > 0 || line.allOfCase(reviewMeetingHeld).length > 0,
  reads: [meetingReportSent, reviewMeetingHeld],
})

// T5-ACT-01, section 16M(5).
export const tellWhoShouldAct = duty({
  ...its,
  id: 'tell-who-should-act',
  regime: { of: 'child-death', is: 'partners' },
  who: 'Child death review partners',
  must: 'Tell whoever should act on what was found',
  arisesFrom: actionCalledFor,
  dischargedBy: [bodyToldToAct],
  cites: ['WT18-5.1-04', 'WT18-5.9-02', 'T5-ACT-01'],
  editions: [
    {
      edition: 'wt2018',
      within: promptly('when it happens'),
      force: 'must',
      source: wt2018.at('chapter 5; Children Act 2004, section 16M(5)', { confirmed: true }),
    },
  ],
})

// T5C-NCMD-03.
export const submitAnalysis = duty({
  ...its,
  id: 'submit-analysis-to-database',
  who: 'Child death review office',
  must: 'Submit the analysis form to the national database',
  arisesFrom: panelReviewedDeath,
  dischargedBy: [analysisSubmitted],
  cites: ['WT18-5.9-04', 'T5C-NCMD-03'],
  editions: [
    { edition: 'cdr2018', within: promptly('as soon as possible'), force: 'should', source: cdr2018.at(reviewing) },
  ],
})

export const shareLearning = duty({
  ...its,
  id: 'share-learning-from-death',
  who: 'Overview panel',
  must: 'Share what is learnt, here, in the region and nationally',
  arisesFrom: panelReviewedDeath,
  dischargedBy: [learningShared],
  cites: ['WT18-5.9-06'],
  editions: [
    { edition: 'wt2018', within: promptly(), force: 'should', source: wt2018.at('chapter 5', { confirmed: true }) },
  ],
})

export const overviewPanel = procedure({
  id: 'overview-panel',
  label: 'Review by the overview panel',
  section: '5.9',
  caseKind: 'child-death',
  leads: 'Chair of the overview panel, who had nothing to do with the child',
  takesPart: 'Core members and experts',
  opensWith: [turn(meetingReportSent)],
  closesWith: [turn(panelReviewedDeath)],
  reach: 'line',
  facts: [
    inquestConcluded,
    panelReviewedDeath,
    factorFound,
    actionCalledFor,
    bodyToldToAct,
    analysisSubmitted,
    learningShared,
  ],
  duties: [reviewDeath, reviewDeathAfterInquest, tellWhoShouldAct, submitAnalysis, shareLearning],
  prompts: [
    promptFor(
      'WT18-5.9-03',
      panelReviewedDeath,
      'If abuse or neglect is suspected now, the safeguarding partners and the Panel are told at once.',
      'chapter 5',
    ),
  ],
})
