/**
 * Whether a local child safeguarding practice review is held. Meeting a criterion does not decide it: likely learning does.
 * Partners may decide in the rapid review itself or afterwards: whichever of the two facts says it first starts what follows.
 */
import { type DutyDefinition, duty, type Line } from '../engine/duty.ts'
import { dataOf, fact, type Statement } from '../engine/fact.ts'
import { choice, choices, narrative, optional, words } from '../engine/field.ts'
import { procedure, turn } from '../engine/procedure.ts'
import { promptly } from '../guidance/limits.ts'
import { act, wt2018 } from '../guidance/sources.ts'
import { promptFor } from './prompt-for.ts'
import { rapidReviewFinished, weighedCriteria } from './rapid-review.ts'
import { incidentKnown, meetsTest, notificationDecided } from './serious-incident.ts'

export const localReviewDecided = fact('local-review-decided', {
  label: 'Decision on a local review',
  happenedOn: 'Day of the decision: a review’s six months count from here',
  about: [rapidReviewFinished.kind, incidentKnown.kind],
  cites: ['WT18-4.3-03', 'WT18-4.3-04'],
  fields: {
    decision: choice('What was decided', {
      'local-review': 'A local review is held',
      'no-review': 'No review',
      'other-learning': 'Learning in another way',
    }),
    criteria: choices('Criteria that the case meets or may meet', weighedCriteria, optional),
    circumstances: choices(
      'What else was weighed',
      {
        'one-agency': 'A worry about what one agency did',
        'no-agency': 'No agency was involved, and that is a worry',
        'across-borders': 'More than one authority, police or health area, or a family that moved',
        institution: 'Something in an institution',
      },
      optional,
    ),
    reasons: narrative('Why, and how it is learnt from otherwise where there is no review'),
    decidedBy: words('Who of the partners decided', optional),
  },
})

export const localReviewTold = fact('local-review-told', {
  label: 'Told that a local review is held',
  happenedOn: 'Day on which they were told',
  about: [localReviewDecided.kind, rapidReviewFinished.kind],
  fields: {
    told: choices('Who was told', {
      panel: 'The Panel',
      ofsted: 'Ofsted',
      department: 'The Department for Education',
      agencies: 'The agencies involved',
      family: 'The family',
    }),
    reviewer: words('The reviewer’s name, where it is known', optional),
  },
})

const rapid = "chapter 4, 'The rapid review'"
const criteria = "chapter 4, 'Decisions on local and national reviews'; SI 2018/789, regulation 11"

/** What a fact decides about a local review, where it decides anything. */
function decisionOf(fact: Statement) {
  return dataOf(localReviewDecided, fact)?.decision ?? dataOf(rapidReviewFinished, fact)?.localReview
}

/** Of one day the rapid review comes first. */
function comesBefore(one: Statement, other: Statement): boolean {
  if (one.happened.from !== other.happened.from) return one.happened.from < other.happened.from
  if (one.kind !== other.kind) return one.kind === rapidReviewFinished.kind
  return one.number < other.number
}

/** Whether it says something new: what was decided already and is said again starts nothing twice. */
function isNewDecision(decision: Statement, line: Line): boolean {
  const all: readonly Statement[] = [...line.all(rapidReviewFinished), ...line.all(localReviewDecided)]
  const before = all.filter(one => comesBefore(one, decision))
  const last = before.find(one => before.every(other => other === one || comesBefore(other, one)))
  return last === undefined || decisionOf(last) !== decisionOf(decision)
}

type Following = Omit<DutyDefinition, 'arisesFrom' | 'when' | 'reads' | 'reach'>

/**
 * Two rules of which one holds: what follows where the partners decided by a decision of its own, and in the rapid review.
 * It ends with a later decision that says otherwise.
 * @param decides the decision from which it follows; any, where it follows from each
 */
export function followingDecision(
  rule: Following,
  decides: 'local-review' | 'any' = 'local-review',
): readonly [DutyDefinition, DutyDefinition] {
  const deciding = [localReviewDecided, rapidReviewFinished]
  const following = {
    ...rule,
    when: (decision: Statement, line: Line) =>
      (decides === 'any' || decisionOf(decision) === decides) && isNewDecision(decision, line),
    reads: deciding,
    reach: 'line',
    lapsesOn: [...(rule.lapsesOn ?? []), ...deciding],
    lapsesWhen: (ending: Statement, decision: Statement, line: Line, agency: string) =>
      deciding.some(({ kind }) => kind === ending.kind)
        ? comesBefore(decision, ending) && decisionOf(ending) !== decisionOf(decision)
        : (rule.lapsesWhen?.(ending, decision, line, agency) ?? true),
  } as const
  return [
    duty({ ...following, arisesFrom: localReviewDecided }),
    duty({ ...following, id: `${rule.id}-from-rapid-review`, arisesFrom: rapidReviewFinished }),
  ]
}

// T4-LR-08, Children Act 2004 s16F. A rapid review that does not say what became of the criteria has not weighed them.
export const considerLocalReview = duty({
  id: 'consider-local-review',
  who: 'Safeguarding partners',
  by: 'safeguarding-partners',
  must: 'Consider whether the case meets the criteria for a local review',
  arisesFrom: incidentKnown,
  regime: { of: 'safeguarding', is: 'partners' },
  when: meetsTest,
  dischargedBy: [localReviewDecided, rapidReviewFinished],
  dischargedWhen: fact => {
    const rapidly = dataOf(rapidReviewFinished, fact)
    return !rapidly || (rapidly.criteria?.length ?? 0) > 0
  },
  lapsesOn: [notificationDecided],
  lapsesWhen: decided => dataOf(notificationDecided, decided)?.decision === 'not-notifiable',
  cites: ['WT18-4.3-01', 'WT18-4.3-02', 'T4-LR-08'],
  editions: [{ edition: 'wt2018', within: promptly('when it happens'), force: 'must', source: wt2018.at(criteria) }],
})

// T4-LR-01. All three must have been told.
export const [tellOfLocalReview, tellOfLocalReviewFromRapidReview] = followingDecision({
  id: 'tell-of-local-review',
  who: 'Safeguarding partners',
  by: 'safeguarding-partners',
  must: 'Tell the Panel, Ofsted and the Department for Education that a local review is held, and who reviews',
  dischargedBy: [localReviewTold],
  dischargedWhen: told => {
    const named = dataOf(localReviewTold, told)?.told ?? []
    return (['panel', 'ofsted', 'department'] as const).every(one => named.includes(one))
  },
  cites: ['T4-LR-01'],
  editions: [{ edition: 'wt2018', within: promptly('as soon as possible'), force: 'should', source: wt2018.at(rapid) }],
})

export const [tellFamilyOfReviewDecision, tellFamilyOfReviewDecisionFromRapidReview] = followingDecision(
  {
    id: 'tell-family-of-review-decision',
    who: 'Safeguarding partners',
    by: 'safeguarding-partners',
    must: 'Tell the family what was decided about a review, and why',
    dischargedBy: [localReviewTold],
    dischargedWhen: told => dataOf(localReviewTold, told)?.told?.includes('family') ?? false,
    cites: ['WT18-4.3-07'],
    editions: [{ edition: 'wt2018', within: promptly(), force: 'should', source: wt2018.at(criteria) }],
  },
  'any',
)

export const localReviewDecision = procedure({
  id: 'local-review-decision',
  label: 'Decision on a local review',
  section: '4.3',
  caseKind: 'incident',
  leads: 'Safeguarding partners: the decision is theirs alone',
  takesPart: 'Agencies of the rapid review',
  // A rapid review that weighed the criteria has decided: nothing is left open.
  opensWith: [turn(rapidReviewFinished, one => !one.data.criteria?.length)],
  closesWith: [turn(localReviewDecided)],
  reach: 'line',
  facts: [localReviewDecided, localReviewTold],
  duties: [
    considerLocalReview,
    tellOfLocalReview,
    tellOfLocalReviewFromRapidReview,
    tellFamilyOfReviewDecision,
    tellFamilyOfReviewDecisionFromRapidReview,
  ],
  prompts: [
    promptFor(
      'WT18-4.3-05',
      localReviewDecided,
      'A case that meets a criterion need not be reviewed. Ask whether a review is likely to find what must improve.',
      criteria,
    ),
    promptFor(
      'WT18-4.3-06',
      localReviewDecided,
      'What is no serious case may be reviewed too: good practice, poor practice, or what nearly went wrong.',
      criteria,
    ),
  ],
})

/** Regulations on local reviews, as they are cited where the guidance does not carry them. */
export const reviewRegulations = (at: string) => act('SI 2018/789', at)
