/** A Cafcass officer who in private law work comes to suspect harm assesses the risk for the court, by law, and tells the authority. */
import { duty } from '../engine/duty.ts'
import { fact } from '../engine/fact.ts'
import { narrative, optional, words } from '../engine/field.ts'
import { procedure, turn } from '../engine/procedure.ts'
import { promptly } from '../guidance/limits.ts'
import { wt2018 } from '../guidance/sources.ts'

export const harmSuspectedInCourt = fact('harm-suspected-in-court-work', {
  label: 'Risk of harm suspected in private law work',
  happenedOn: 'Day on which it was suspected',
  fields: {
    court: words('Case number of the court', { ...optional, longest: 40 }),
    what: narrative('What gives cause to suspect it'),
  },
})

export const riskAssessmentGiven = fact('risk-assessment-given-to-court', {
  label: 'Risk assessment given to the court',
  happenedOn: 'Day on which the court had it',
  about: [harmSuspectedInCourt.kind],
  fields: { words: narrative('What it says', optional) },
})

export const authorityToldByCourtOfficer = fact('authority-told-by-court-officer', {
  label: 'Authority told of the worry by Cafcass',
  happenedOn: 'Day on which it was told',
  about: [harmSuspectedInCourt.kind],
  fields: {},
})

const cafcass = "chapter 2, 'Cafcass'"
const its = { who: 'Cafcass practitioner', by: 'owner', arisesFrom: harmSuspectedInCourt } as const

// Children Act 1989 s16A.
export const assessRiskForCourt = duty({
  ...its,
  id: 'assess-risk-for-court',
  must: 'Assess the risk, and give the assessment to the court',
  dischargedBy: [riskAssessmentGiven],
  cites: ['WT18-2.14-02'],
  editions: [
    {
      edition: 'wt2018',
      within: promptly(),
      force: 'must',
      source: wt2018.at(`${cafcass}; Children Act 1989, section 16A`),
    },
  ],
})

export const tellAuthorityFromCourt = duty({
  ...its,
  id: 'tell-authority-from-court-work',
  must: 'Tell the local authority of the worry',
  dischargedBy: [authorityToldByCourtOfficer],
  cites: ['WT18-2.14-03'],
  editions: [{ edition: 'wt2018', within: promptly(), force: 'should', source: wt2018.at(cafcass) }],
})

export const courtRisk = procedure({
  id: 'court-risk',
  label: 'Risk seen in private law proceedings',
  section: '2.14',
  caseKind: 'child',
  leads: 'Cafcass practitioner',
  takesPart: 'The court; the local authority',
  opensWith: [turn(harmSuspectedInCourt)],
  closesWith: [turn(riskAssessmentGiven)],
  facts: [harmSuspectedInCourt, riskAssessmentGiven, authorityToldByCourtOfficer],
  duties: [assessRiskForCourt, tellAuthorityFromCourt],
  prompts: [],
})
