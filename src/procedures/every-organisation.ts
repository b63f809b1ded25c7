/** What chapter 2 expects of every organisation, and of the authority besides. */
import { procedure } from '../engine/procedure.ts'
import { dutyShown, organisationDuty } from './organisation-duty.ts'

export const showStaffCompetent = organisationDuty({
  code: 'staff-competent',
  must: 'Show that staff are competent, inducted, reviewed, and able to speak up',
  force: 'should',
  at: 'chapter 2, paragraphs 3 to 5 (J18 p.55; D20 p.58)',
  cites: ['WT18-2.1-12'],
})

export const showAllegationPolicy = organisationDuty({
  code: 'allegation-policy',
  must: 'Show your written policy on allegations about those who work for you',
  force: 'should',
  at: "chapter 2, 'People in positions of trust'",
  confirmed: true,
  cites: ['WT18-2.3-01'],
})

export const showAllegationProcess = organisationDuty({
  code: 'allegation-process',
  must: 'Show the time limits and the support in your process for allegations',
  force: 'should',
  at: "chapter 2, 'People in positions of trust'",
  cites: ['WT18-2.3-10'],
})

export const showDesignatedOfficer = organisationDuty({
  code: 'designated-officer',
  of: ['authority'],
  must: 'Show your designated officer or team, qualified and experienced',
  force: 'should',
  at: "chapter 2, 'People in positions of trust'",
  confirmed: true,
  cites: ['WT18-2.3-05'],
})

export const showServiceFamilies = organisationDuty({
  code: 'service-families',
  of: ['authority'],
  must: 'Show how you meet your duty to children of service families here',
  force: 'must',
  at: "chapter 2, 'The armed services'",
  cites: ['WT18-2.15-01'],
})

export const showBaseLiaison = organisationDuty({
  code: 'base-liaison',
  of: ['authority'],
  must: 'Show your liaison with a United States base, where there is one',
  force: 'should',
  at: "chapter 2, 'The armed services'",
  cites: ['WT18-2.15-03'],
})

export const everyOrganisation = procedure({
  id: 'every-organisation',
  label: 'What every organisation owes',
  section: '2.2',
  caseKind: 'assurance',
  leads: 'Board or leaders',
  takesPart: 'Everybody who works there',
  opensWith: [],
  closesWith: [],
  facts: [dutyShown],
  duties: [
    showStaffCompetent,
    showAllegationPolicy,
    showAllegationProcess,
    showDesignatedOfficer,
    showServiceFamilies,
    showBaseLiaison,
  ],
  prompts: [],
})
