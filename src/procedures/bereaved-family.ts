/** The family asks, is answered, and is told what was found, by one person whom it knows. */
import { duty } from '../engine/duty.ts'
import { fact } from '../engine/fact.ts'
import { choice, narrative, optional } from '../engine/field.ts'
import { procedure, turn } from '../engine/procedure.ts'
import { before, promptly } from '../guidance/limits.ts'
import { cdr2018 } from '../guidance/sources.ts'
import { reviewMeetingHeld } from './child-death-review-meeting.ts'
import { keyWorkerNamed } from './immediate-decisions.ts'
import { panelReviewedDeath } from './overview-panel.ts'
import { childDied } from './people.ts'

export const familyAsked = fact('bereaved-family-asked', {
  label: 'The family’s questions gathered',
  happenedOn: 'Day of the talk',
  about: [keyWorkerNamed.kind, childDied.kind],
  fields: {
    part: choice(
      'How the family wants to take part',
      { yes: 'They want to', later: 'Not yet', no: 'They do not want to' },
      optional,
    ),
    questions: narrative('What they ask, and how they want to be reached', optional),
  },
})

export const familyToldFindings = fact('bereaved-family-told-findings', {
  label: 'Family told what was found',
  happenedOn: 'Day on which they were told',
  about: [reviewMeetingHeld.kind, panelReviewedDeath.kind],
  fields: { said: narrative('What they were told, by whom, and what they said', optional) },
})

const family = 'chapter 6, family engagement and key worker'
const its = { who: 'Key worker', by: 'child-death-review-partners', cites: ['WT18-5.11-02'] } as const

export const gatherFamilyQuestions = duty({
  ...its,
  id: 'gather-family-questions',
  must: 'Gather the family’s questions, so that the meeting can answer them',
  arisesFrom: keyWorkerNamed,
  dischargedBy: [familyAsked],
  lapsesOn: [reviewMeetingHeld],
  reach: 'line',
  countsFrom: () => undefined,
  editions: [{ edition: 'cdr2018', within: before('the review meeting'), force: 'should', source: cdr2018.at(family) }],
})

export const tellFamilyFindings = duty({
  ...its,
  id: 'tell-family-findings',
  must: 'Tell the family what the meeting found',
  arisesFrom: reviewMeetingHeld,
  dischargedBy: [familyToldFindings],
  editions: [{ edition: 'cdr2018', within: promptly(), force: 'should', source: cdr2018.at(family) }],
})

export const bereavedFamily = procedure({
  id: 'bereaved-family',
  label: 'The family after a child’s death',
  section: '5.11',
  caseKind: 'child-death',
  leads: 'Key worker',
  takesPart: 'Bereavement service, medical lead, parents who live apart included',
  opensWith: [turn(keyWorkerNamed)],
  closesWith: [turn(familyToldFindings)],
  reach: 'line',
  facts: [familyAsked, familyToldFindings],
  duties: [gatherFamilyQuestions, tellFamilyFindings],
  prompts: [],
})
