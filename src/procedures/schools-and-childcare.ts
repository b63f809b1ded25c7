/** How those who see children every day keep them safe: schools, colleges, nurseries, childminders. */
import { procedure } from '../engine/procedure.ts'
import { assuranceRoundOpened, organisationDuty } from './organisation-duty.ts'
import { promptFor } from './prompt-for.ts'

export const showEducationActs = organisationDuty({
  code: 'education-acts',
  of: ['school', 'college'],
  must: 'Show your arrangements under the Education Act 2002, or the standards for independent schools',
  force: 'must',
  at: "chapter 2, 'Schools and colleges' (J18 pp.58-59); Education Act 2002, sections 157 and 175",
  confirmed: true,
  cites: ['WT18-2.4-01'],
})

export const showEducationGuidance = organisationDuty({
  code: 'education-guidance',
  of: ['school', 'college'],
  must: 'Show that you have regard to “Keeping children safe in education”',
  force: 'must',
  at: "chapter 2, 'Schools and colleges' (J18 pp.58-59)",
  cites: ['WT18-2.4-03'],
})

export const showSchoolLead = organisationDuty({
  code: 'school-lead',
  of: ['school', 'college'],
  must: 'Show your designated lead, and how you take part in assessments and plans, recruit safely and hear those who speak up',
  force: 'should',
  at: "chapter 2, 'Schools and colleges' (J18 pp.58-59)",
  cites: ['WT18-2.4-04'],
})

export const showSchoolPolicies = organisationDuty({
  code: 'school-policies',
  of: ['school'],
  must: 'Show that your policies reflect the partners’ procedures',
  force: 'should',
  at: "chapter 2, 'Schools and colleges' (J18 pp.58-59)",
  cites: ['WT18-2.4-05'],
})

export const showEarlyYearsRequirements = organisationDuty({
  code: 'early-years-requirements',
  of: ['early-years'],
  must: 'Show how you meet the safeguarding requirements of the early years foundation stage',
  force: 'must',
  at: "chapter 2, 'Early years and childcare'; Childcare Act 2006, section 40",
  cites: ['WT18-2.5-01'],
})

export const showEarlyYearsLead = organisationDuty({
  code: 'early-years-lead',
  of: ['early-years'],
  must: 'Show your lead practitioner, and that staff know what to do',
  force: 'should',
  at: "chapter 2, 'Early years and childcare'",
  cites: ['WT18-2.5-02'],
})

export const schoolsAndChildcare = procedure({
  id: 'schools-and-childcare',
  label: 'Schools, colleges and childcare',
  section: '2.4',
  caseKind: 'assurance',
  leads: 'Governing body, proprietor or registered person; head; designated safeguarding lead',
  takesPart: 'Every member of staff',
  opensWith: [],
  closesWith: [],
  facts: [],
  duties: [
    showEducationActs,
    showEducationGuidance,
    showSchoolLead,
    showSchoolPolicies,
    showEarlyYearsRequirements,
    showEarlyYearsLead,
  ],
  prompts: [
    promptFor(
      'WT18-2.4-02',
      assuranceRoundOpened,
      'The guidance applies in full to every school, whoever runs it.',
      "chapter 2, 'Schools and colleges'",
    ),
  ],
})
