/** Reviews of deaths that an old panel had in hand when an area’s new arrangements began: finished in four months, or passed on. */
import { duty } from '../engine/duty.ts'
import { fact } from '../engine/fact.ts'
import { narrative, optional, words } from '../engine/field.ts'
import { procedure, turn } from '../engine/procedure.ts'
import { months } from '../guidance/limits.ts'
import { transition2018 } from '../guidance/sources.ts'
import { promptFor } from './prompt-for.ts'

export const oldReviewInHand = fact('old-death-review-in-hand', {
  label: 'Review of the death in hand with the old panel',
  happenedOn: 'Day on which the area’s new arrangements began: the four months count from here',
  fields: { panel: words('The old panel', optional) },
})

export const oldReviewFinished = fact('old-death-review-finished', {
  label: 'Old panel finished the review of the death',
  happenedOn: 'Day on which it was finished',
  about: [oldReviewInHand.kind],
  fields: { found: narrative('What it found', optional) },
})

export const oldReviewPassedOn = fact('old-death-review-passed-on', {
  label: 'Review of the death and its papers passed to the new partners',
  happenedOn: 'Day on which they had them',
  about: [oldReviewInHand.kind],
  fields: { note: narrative('What is still to do', optional) },
})

// T5-TRN-01.
export const finishOldReview = duty({
  id: 'finish-old-death-review',
  who: 'Child death overview panel of the old board',
  by: 'child-death-review-partners',
  must: 'Finish the review that had begun',
  arisesFrom: oldReviewInHand,
  dischargedBy: [oldReviewFinished],
  lapsesOn: [oldReviewPassedOn],
  cites: ['WT18-5.15-02', 'T5-TRN-01'],
  editions: [
    {
      edition: 'transition2018',
      within: months(4),
      force: 'should',
      source: transition2018.at('Child death reviews in hand'),
    },
  ],
})

export const childDeathTransition = procedure({
  id: 'child-death-transition',
  label: 'Review of a death under the old rules',
  section: '5.15',
  caseKind: 'child-death',
  leads: 'The old board’s panel, then the new partners',
  takesPart: 'Child death review office',
  opensWith: [turn(oldReviewInHand)],
  closesWith: [turn(oldReviewFinished), turn(oldReviewPassedOn)],
  facts: [oldReviewInHand, oldReviewFinished, oldReviewPassedOn],
  duties: [finishOldReview],
  prompts: [
    promptFor(
      'WT18-5.15-01',
      oldReviewInHand,
      'The old arrangements ran on until the area’s own new ones began, 29 September 2019 at the latest.',
      'Transitional guidance of 2018',
    ),
  ],
})
