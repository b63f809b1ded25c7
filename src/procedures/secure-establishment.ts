/** A child in a secure establishment: the authority where it stands answers for safety there, the child’s own for care; one plan for both. */
import { duty } from '../engine/duty.ts'
import { fact } from '../engine/fact.ts'
import { choice, narrative, optional, words, yesNo } from '../engine/field.ts'
import { procedure, turn } from '../engine/procedure.ts'
import { promptly } from '../guidance/limits.ts'
import { wt2018 } from '../guidance/sources.ts'

export const detained = fact('child-in-secure-establishment', {
  label: 'Child placed in a secure establishment',
  happenedOn: 'Day on which the child came there',
  fields: {
    remanded: yesNo('Is the child looked after by being remanded?', optional),
    us: choice('We are', { host: 'The authority where it stands', home: 'The child’s own authority', both: 'Both' }),
    name: words('Establishment', optional),
    contacts: words('Who is who there, and the other authority', optional),
  },
})

export const safetyChecked = fact('safety-in-establishment-checked', {
  label: 'Child’s safety in the establishment looked into',
  happenedOn: 'Day on which it was looked into',
  about: [detained.kind],
  fields: { found: narrative('What was found and done', optional) },
})

export const supportPlanAgreed = fact('single-support-plan-agreed', {
  label: 'One support plan agreed',
  happenedOn: 'Day of the agreement',
  about: [detained.kind],
  fields: { plan: narrative('The plan, release included, and who takes part', optional) },
})

export const detentionPlanMade = fact('detention-placement-plan-made', {
  label: 'Detention placement plan made',
  happenedOn: 'Day on which it was made, after a visit and an assessment',
  about: [detained.kind],
  fields: { visitedBy: words('Who visited', optional), plan: narrative('The plan, and when it is reviewed', optional) },
})

export const leftEstablishment = fact('child-left-secure-establishment', {
  label: 'Child left the secure establishment',
  happenedOn: 'Day of leaving',
  about: [detained.kind],
  fields: { to: words('Where to', optional) },
})

const secure = 'chapter 1 (J18 p.21; D20 p.24)'
const its = { by: 'authority', arisesFrom: detained, lapsesOn: [leftEstablishment] } as const
const isHost = ({ data }: { data: { readonly us?: string } }) => data.us === 'host' || data.us === 'both'

export const keepSafeInEstablishment = duty({
  ...its,
  id: 'look-into-safety-in-establishment',
  who: 'Authority where the establishment stands',
  must: 'Look into the child’s safety and welfare there',
  when: isHost,
  dischargedBy: [safetyChecked],
  cites: ['WT18-1.11-01'],
  editions: [{ edition: 'wt2018', within: promptly(), force: 'must', source: wt2018.at(secure) }],
})

export const agreeSupportPlan = duty({
  ...its,
  id: 'agree-single-support-plan',
  who: 'Authority where the establishment stands, with all who work with the child',
  must: 'Agree one plan of support for the child',
  when: isHost,
  dischargedBy: [supportPlanAgreed],
  cites: ['WT18-1.11-02'],
  editions: [{ edition: 'wt2018', within: promptly(), force: 'should', source: wt2018.at(secure) }],
})

export const makeDetentionPlan = duty({
  ...its,
  id: 'make-detention-placement-plan',
  who: 'Authority that looks after the child',
  must: 'Make a detention placement plan after visiting and assessing, and review it like any care plan',
  when: ({ data }) => data.remanded === true && data.us !== 'host',
  dischargedBy: [detentionPlanMade],
  cites: ['WT18-1.11-03'],
  editions: [{ edition: 'wt2018', within: promptly(), force: 'must', source: wt2018.at(secure) }],
})

export const secureEstablishment = procedure({
  id: 'secure-establishment',
  label: 'Child in a secure establishment',
  section: '1.11',
  caseKind: 'child',
  leads: 'Authority where it stands for safety; the child’s own for care',
  takesPart: 'Governor or principal, youth offending team, Youth Custody Service',
  opensWith: [turn(detained)],
  closesWith: [turn(leftEstablishment)],
  facts: [detained, safetyChecked, supportPlanAgreed, detentionPlanMade, leftEstablishment],
  duties: [keepSafeInEstablishment, agreeSupportPlan, makeDetentionPlan],
  prompts: [],
})
