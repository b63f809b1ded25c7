/** What boards had begun before an area’s new arrangements: finished by the board under the old rules, in its months of grace. */
import { duty } from '../engine/duty.ts'
import { fact } from '../engine/fact.ts'
import { day, narrative, optional, words } from '../engine/field.ts'
import { procedure, turn } from '../engine/procedure.ts'
import { months } from '../guidance/limits.ts'
import { transition2018 } from '../guidance/sources.ts'
import { promptFor } from './prompt-for.ts'

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
  facts: [caseReviewInHand, caseReviewPublished, caseReviewHandedOver],
  duties: [publishCaseReview],
  prompts: [
    promptFor(
      'WT18-4.12-02',
      caseReviewInHand,
      'Under the guidance of 2015 another test brought a review about: serious harm, and a worry about how agencies worked together.',
      'Transitional guidance of 2018',
    ),
  ],
})
