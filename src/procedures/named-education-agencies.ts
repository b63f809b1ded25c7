/** The Act of 2026 has the arrangements of every area include childcare and education agencies, and not only where partners choose so. */
import { duty } from '../engine/duty.ts'
import { dataOf, fact } from '../engine/fact.ts'
import { choices, narrative, optional } from '../engine/field.ts'
import { procedure } from '../engine/procedure.ts'
import { promptly } from '../guidance/limits.ts'
import { act } from '../guidance/sources.ts'
import { agenciesSelected } from './relevant-agencies.ts'

export const educationDesignated = fact('education-agencies-included', {
  label: 'Designated education and childcare agencies included',
  happenedOn: 'Day from which the arrangements include them',
  about: [agenciesSelected.kind],
  fields: {
    kinds: choices('Which', { schools: 'Schools', colleges: 'Colleges', childcare: 'Childcare and early years' }),
    how: narrative('How they take part, strategically and day by day', optional),
  },
})

export const includeEducation = duty({
  id: 'include-education-agencies',
  who: 'Safeguarding partners',
  by: 'safeguarding-partners',
  must: 'Include every designated education and childcare agency in the arrangements',
  arisesFrom: agenciesSelected,
  dischargedBy: [educationDesignated],
  dischargedWhen: included => dataOf(educationDesignated, included)?.kinds?.length === 3,
  cites: [],
  editions: [
    {
      edition: 'cwsa2026',
      within: promptly(),
      force: 'must',
      source: act('Children’s Wellbeing and Schools Act 2026', 'section 2; Children Act 2004, section 16E'),
      commencement: 'cwsa2026-s2',
    },
  ],
})

export const namedEducationAgencies = procedure({
  id: 'named-education-agencies',
  label: 'Education and childcare in the arrangements',
  section: '0',
  caseKind: 'arrangements',
  leads: 'Safeguarding partners',
  takesPart: 'Designated education and childcare agencies',
  opensWith: [],
  closesWith: [],
  facts: [educationDesignated],
  duties: [includeEducation],
  prompts: [],
})
