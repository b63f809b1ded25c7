/** National bodies that meet children in the course of other work. */
import { procedure } from '../engine/procedure.ts'
import { organisationDuty } from './organisation-duty.ts'

export const showImmigration = organisationDuty({
  code: 'immigration',
  of: ['immigration'],
  must: 'Show how immigration and nationality functions have regard to children’s welfare',
  force: 'must',
  at: "chapter 2, 'UK Visas and Immigration'; Borders, Citizenship and Immigration Act 2009, section 55",
  confirmed: true,
  cites: ['WT18-2.13-01'],
})

export const showImmigrationReferrals = organisationDuty({
  code: 'immigration-referrals',
  of: ['immigration'],
  must: 'Show how staff refer worries, trafficking and children alone to the authority',
  force: 'should',
  at: "chapter 2, 'UK Visas and Immigration'",
  cites: ['WT18-2.13-02'],
})

export const showCafcass = organisationDuty({
  code: 'cafcass',
  of: ['cafcass'],
  must: 'Show how you safeguard children in family proceedings',
  force: 'must',
  at: "chapter 2, 'Cafcass'; Criminal Justice and Court Services Act 2000, section 12",
  cites: ['WT18-2.14-01'],
})

export const nationalBodies = procedure({
  id: 'national-bodies',
  label: 'Immigration and border bodies, Cafcass',
  section: '2.13',
  caseKind: 'assurance',
  leads: 'The body’s local lead',
  takesPart: 'Officers who meet children',
  opensWith: [],
  closesWith: [],
  facts: [],
  duties: [showImmigration, showImmigrationReferrals, showCafcass],
  prompts: [],
})
