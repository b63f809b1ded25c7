/** Who does the work: the social worker of a child, or whoever a matter is given to. */
import { fact } from '../engine/fact.ts'
import { parties } from '../engine/field.ts'
import { caseKinds, procedure } from '../engine/procedure.ts'

export const caseAllocated = fact('case-allocated', {
  label: 'Worker allocated',
  happenedOn: 'Day of the allocation',
  fields: { worker: parties('Social worker, or whoever works on it', 'post') },
})

export const allocation = procedure({
  id: 'allocation',
  label: 'Who works on it',
  section: '0.5',
  caseKind: caseKinds,
  leads: 'The team’s manager',
  takesPart: 'The worker',
  opensWith: [],
  closesWith: [],
  facts: [caseAllocated],
  duties: [],
  prompts: [],
})
