/** A disabled child, and those who care for the child: what the law has assessed beside the section 17 assessment. */
import { duty } from '../engine/duty.ts'
import { fact } from '../engine/fact.ts'
import { choice, narrative, optional, words } from '../engine/field.ts'
import { procedure, turn } from '../engine/procedure.ts'
import { promptly } from '../guidance/limits.ts'
import { wt2018 } from '../guidance/sources.ts'

export const disabilityAssessed = fact('disabled-child-assessment-started', {
  label: 'Assessment of a disabled child started',
  happenedOn: 'Day on which it began',
  fields: { needs: narrative('Disability and needs; education, health and care plan', optional) },
})

export const supportDecided = fact('disabled-child-support-decided', {
  label: 'Support for the disabled child decided',
  happenedOn: 'Day of the decision',
  about: [disabilityAssessed.kind],
  fields: {
    decision: choice('Is support needed?', { needed: 'Yes: it is arranged', 'not-needed': 'No' }),
    services: narrative('What is arranged, or why not', optional),
  },
})

export const carerAssessmentDue = fact('parent-carer-assessment-called-for', {
  label: 'Assessment of a parent or carer asked for, or seen to be needed',
  happenedOn: 'Day on which it was asked for or seen',
  fields: {
    whose: choice('Whose', { 'parent-carer': 'A parent carer', carer: 'Another carer of the disabled child' }),
    how: choice('How it came about', { asked: 'They asked', seen: 'It seemed that they may need support' }, optional),
    who: words('Who', optional),
  },
})

export const carerAssessed = fact('parent-carer-assessed', {
  label: 'Parent or carer assessed',
  happenedOn: 'Day on which it was finished',
  about: [carerAssessmentDue.kind],
  fields: {
    outcome: choice('What follows', { support: 'Support', none: 'None' }, optional),
    found: narrative('Whether it is right that they care, with their own needs and wishes', optional),
  },
})

const disabled = 'chapter 1 (J18 p.21; D20 p.24)'
const its = { who: 'Local authority children’s social care', by: 'authority' } as const

export const decideOnSupport = duty({
  ...its,
  id: 'decide-on-support-for-disabled-child',
  must: 'Decide whether the child needs support under the Act of 1970, and arrange it if so',
  arisesFrom: disabilityAssessed,
  dischargedBy: [supportDecided],
  cites: ['WT18-1.9-01'],
  editions: [
    {
      edition: 'wt2018',
      within: promptly(),
      force: 'must',
      source: wt2018.at(`${disabled}; Chronically Sick and Disabled Persons Act 1970, section 2`),
    },
  ],
})

const assessing = {
  ...its,
  arisesFrom: carerAssessmentDue,
  dischargedBy: [carerAssessed],
} as const

export const assessParentCarer = duty({
  ...assessing,
  id: 'assess-parent-carer',
  must: 'Assess the parent carer',
  when: ({ data }) => data.whose === 'parent-carer',
  cites: ['WT18-1.9-03'],
  editions: [
    {
      edition: 'wt2018',
      within: promptly(),
      force: 'must',
      source: wt2018.at(`${disabled}; Children Act 1989, section 17ZD`),
    },
  ],
})

export const assessCarer = duty({
  ...assessing,
  id: 'assess-carer-of-disabled-child',
  must: 'Assess the carer’s ability to care, and let it count in deciding on services',
  when: ({ data }) => data.whose === 'carer',
  cites: ['WT18-1.9-02'],
  editions: [
    {
      edition: 'wt2018',
      within: promptly(),
      force: 'must',
      source: wt2018.at(`${disabled}; Carers (Recognition and Services) Act 1995, section 1`),
    },
  ],
})

export const disabledChild = procedure({
  id: 'disabled-child',
  label: 'Disabled child and carers',
  section: '1.9',
  caseKind: 'child',
  leads: its.who,
  takesPart: 'Child, parents, carers, health and education',
  opensWith: [turn(disabilityAssessed), turn(carerAssessmentDue)],
  closesWith: [turn(supportDecided), turn(carerAssessed)],
  facts: [disabilityAssessed, supportDecided, carerAssessmentDue, carerAssessed],
  duties: [decideOnSupport, assessParentCarer, assessCarer],
  prompts: [],
})
