/** Where children live, and where their parents are helped: what these places owe them. */
import { procedure } from '../engine/procedure.ts'
import { organisationDuty } from './organisation-duty.ts'

export const showAdultCare = organisationDuty({
  code: 'adult-care',
  of: ['adult-care'],
  must: 'Show how you see the children in a household, and work with children’s services',
  force: 'should',
  at: "chapter 2, 'Adult social care'",
  cites: ['WT18-2.8-01'],
})

export const showHousing = organisationDuty({
  code: 'housing',
  of: ['housing'],
  must: 'Show how you notice worries, share them, and help children live in suitable homes',
  force: 'should',
  at: "chapter 2, 'Housing'",
  cites: ['WT18-2.8-02'],
})

export const showHomeStandards = organisationDuty({
  code: 'home-standards',
  of: ['childrens-home'],
  must: 'Show how you meet the quality standards, assess risk all the time, and plan for it',
  force: 'must',
  at: "chapter 2, 'Children’s homes' (J18 p.67); Children’s Homes Regulations 2015",
  cites: ['WT18-2.10-02'],
})

export const showHomePolicies = organisationDuty({
  code: 'home-policies',
  of: ['childrens-home'],
  must: 'Show your policies on abuse, on referral, and on children who go missing',
  force: 'must',
  at: "chapter 2, 'Children’s homes' (J18 p.67); Children’s Homes Regulations 2015, regulation 34",
  cites: ['WT18-2.10-03'],
})

export const showHomePartners = organisationDuty({
  code: 'home-partners',
  of: ['childrens-home'],
  must: 'Show how you work with the partners here and the placing authority',
  force: 'should',
  at: "chapter 2, 'Children’s homes' (J18 p.67)",
  cites: ['WT18-2.10-04'],
})

export const showSecurePartners = organisationDuty({
  code: 'secure-partners',
  of: ['secure'],
  must: 'Show how you work with partners, youth offending team and placing authority',
  force: 'should',
  at: "chapter 2, 'The secure estate for children' (J18 p.67)",
  cites: ['WT18-2.11-02'],
})

export const careAndHousing = procedure({
  id: 'care-and-housing',
  label: 'Adult care, housing, children’s homes, secure estate',
  section: '2.10',
  caseKind: 'assurance',
  leads: 'Manager, registered person, governor or principal',
  takesPart: 'Staff who are with children or their parents',
  opensWith: [],
  closesWith: [],
  facts: [],
  duties: [showAdultCare, showHousing, showHomeStandards, showHomePolicies, showHomePartners, showSecurePartners],
  prompts: [],
})
