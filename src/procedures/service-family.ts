/** A child of a service family is the authority’s like any other; where the family is posted abroad, the forces’ welfare service is told first. */
import { duty, type Line } from '../engine/duty.ts'
import { fact, type Statement } from '../engine/fact.ts'
import { day, optional, words } from '../engine/field.ts'
import { procedure } from '../engine/procedure.ts'
import { before } from '../guidance/limits.ts'
import { wt2018 } from '../guidance/sources.ts'
import { childProtectionPlanStarted, initialConferenceHeld } from './plan-facts.ts'

export const postingPlanned = fact('service-posting-planned', {
  label: 'Service family’s move abroad planned',
  happenedOn: 'Day on which it was learnt',
  fields: {
    plannedFor: day('Day of the move', { ahead: true }),
    unit: words('Service and unit', optional),
    to: words('Where to', optional),
  },
})

export const forcesWelfareTold = fact('forces-welfare-told', {
  label: 'Forces’ welfare service told of the child on a plan',
  happenedOn: 'Day on which it was told',
  about: [postingPlanned.kind],
  fields: { whom: words('Whom', optional) },
})

type Planned = Statement<typeof postingPlanned.fields>

/** Only of a child on a plan; of two plans to move the later one holds. */
function isOnPlan(planned: Planned, line: Line): boolean {
  const isPlanned =
    line.allOfCase(childProtectionPlanStarted).length > 0 ||
    line.allOfCase(initialConferenceHeld).some(one => one.data.decision === 'child-protection-plan')
  return isPlanned && line.ofCase(postingPlanned)?.root === planned.root
}

export const tellForcesWelfare = duty({
  id: 'tell-forces-welfare',
  who: 'Local authority children’s social care',
  by: 'authority',
  must: 'Tell the forces’ welfare service of the child on a plan before the family moves',
  arisesFrom: postingPlanned,
  when: isOnPlan,
  reads: [postingPlanned, childProtectionPlanStarted, initialConferenceHeld],
  countsFrom: ({ data }: Planned) => (data.plannedFor ? { day: data.plannedFor } : undefined),
  dischargedBy: [forcesWelfareTold],
  mayPrecede: true,
  reach: 'case',
  cites: ['WT18-2.15-02'],
  editions: [
    {
      edition: 'wt2018',
      within: before('the move'),
      force: 'should',
      source: wt2018.at("chapter 2, 'The armed services'"),
    },
  ],
})

export const serviceFamily = procedure({
  id: 'service-family',
  label: 'Child of a service family',
  section: '2.15',
  caseKind: 'child',
  leads: 'Local authority',
  takesPart: 'Commanding officer for welfare; the forces’ welfare service',
  opensWith: [],
  closesWith: [],
  facts: [postingPlanned, forcesWelfareTold],
  duties: [tellForcesWelfare],
  prompts: [],
})
