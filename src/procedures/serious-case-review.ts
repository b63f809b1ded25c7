/** What boards had begun before an area’s new arrangements: finished by the board under the old rules, in its months of grace. */
import { duty } from '../engine/duty.ts'
import { dataOf, fact, type Statement } from '../engine/fact.ts'
import { choice, day, narrative, optional, words } from '../engine/field.ts'
import { procedure, turn } from '../engine/procedure.ts'
import { months, promptly } from '../guidance/limits.ts'
import { transition2018 } from '../guidance/sources.ts'
import { promptFor } from './prompt-for.ts'
import { incidentKnown, meetsTest, notificationDecided } from './serious-incident.ts'

export const caseReviewInHand = fact('serious-case-review-in-hand', {
  label: 'Serious case review in hand at the change-over',
  happenedOn: 'Day on which the area’s new arrangements began: the months of grace count from here',
  fields: { startedOn: day('Day on which the review began', optional), name: words('Name of the review', optional) },
})

export const caseReviewPublished = fact('serious-case-review-published', {
  label: 'Serious case review published',
  happenedOn: 'Day of publication',
  about: [caseReviewInHand.kind],
  fields: { place: words('Where it is', optional) },
})

export const caseReviewHandedOver = fact('serious-case-review-handed-over', {
  label: 'Papers of the serious case review handed to the partners',
  happenedOn: 'Day of the handing over',
  about: [caseReviewInHand.kind],
  fields: { note: narrative('What is left to do', optional) },
})

export const caseReviewDecided = fact('serious-case-review-decided', {
  label: 'Board decided on a serious case review',
  happenedOn: 'Day of the decision',
  about: [incidentKnown.kind],
  fields: {
    decision: choice('What was decided', { held: 'A serious case review is held', 'not-held': 'None is held' }),
    reasons: narrative('Why', optional),
    decidedBy: words('Who decided, for the board', optional),
  },
})

// WT18-4.12-02: until an area’s own arrangements began, chapter 4 of 2015 ran on there, and the day of the incident decides.
export const decideOnCaseReview = duty({
  id: 'decide-on-serious-case-review',
  who: 'Local Safeguarding Children Board, until the area’s own arrangements began',
  by: 'authority',
  must: 'Decide whether a serious case review is held, by the rules of 2015',
  arisesFrom: incidentKnown,
  regime: { of: 'safeguarding', is: 'board' },
  when: meetsTest,
  dischargedBy: [caseReviewDecided],
  lapsesOn: [notificationDecided],
  lapsesWhen: (fact: Statement) => dataOf(notificationDecided, fact)?.decision === 'not-notifiable',
  outlivesDeath: true,
  cites: ['WT18-4.12-02'],
  editions: [
    {
      edition: 'transition2018',
      within: promptly(),
      force: 'should',
      source: transition2018.at('Boards until the new arrangements; guidance of 2015, chapter 4'),
    },
  ],
})

// T3-TRN-02. Boards had a further month to settle and check; the limit itself is twelve.
export const publishCaseReview = duty({
  id: 'publish-serious-case-review',
  who: 'Local Safeguarding Children Board, in its months of grace',
  by: 'authority',
  must: 'Publish the serious case review that had begun',
  arisesFrom: caseReviewInHand,
  dischargedBy: [caseReviewPublished],
  lapsesOn: [caseReviewHandedOver],
  cites: ['WT18-4.12-01', 'T3-TRN-02'],
  editions: [
    {
      edition: 'transition2018',
      within: months(12),
      force: 'must',
      source: transition2018.at('Reviews in hand; SI 2018/497'),
    },
  ],
})

export const seriousCaseReview = procedure({
  id: 'serious-case-review',
  label: 'Serious case review under the old rules',
  section: '4.12',
  caseKind: 'incident',
  leads: 'Local Safeguarding Children Board, until its grace ended',
  takesPart: 'Safeguarding partners',
  opensWith: [turn(caseReviewInHand)],
  closesWith: [turn(caseReviewPublished), turn(caseReviewHandedOver)],
  facts: [caseReviewDecided, caseReviewInHand, caseReviewPublished, caseReviewHandedOver],
  duties: [decideOnCaseReview, publishCaseReview],
  prompts: [
    promptFor(
      'WT18-4.12-02',
      caseReviewInHand,
      'Under the guidance of 2015 another test brought a review about: serious harm, and a worry about how agencies worked together.',
      'Transitional guidance of 2018',
    ),
  ],
})
