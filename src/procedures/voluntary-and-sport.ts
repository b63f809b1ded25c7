/** What is expected of a charity, a church, a company or a club of any size. */
import { procedure } from '../engine/procedure.ts'
import { organisationDuty } from './organisation-duty.ts'

export const showSameArrangements = organisationDuty({
  code: 'same-arrangements',
  of: ['charity', 'private'],
  must: 'Show that you have the same arrangements as public bodies, and work with the local ones',
  force: 'should',
  at: "chapter 2, 'Voluntary, charity, social enterprise, faith-based and private sectors'",
  confirmed: true,
  cites: ['WT18-2.17-01'],
})

export const showPeopleKnow = organisationDuty({
  code: 'people-know',
  of: ['charity', 'private'],
  must: 'Show that staff and volunteers know what to do, and how to refer',
  force: 'should',
  at: "chapter 2, 'Voluntary, charity, social enterprise, faith-based and private sectors'",
  confirmed: true,
  cites: ['WT18-2.17-02'],
})

export const showCharityCommission = organisationDuty({
  code: 'charity-commission',
  of: ['charity'],
  must: 'Show how trustees protect people from harm and report serious incidents',
  force: 'must',
  at: "chapter 2, 'Voluntary, charity, social enterprise, faith-based and private sectors'",
  cites: ['WT18-2.17-03'],
})

export const showSportArrangements = organisationDuty({
  code: 'sport-arrangements',
  of: ['sport'],
  must: 'Show the arrangements of the club or association, and how you work with the partners',
  force: 'should',
  at: "chapter 2, paragraph 63, 'Sports clubs and associations'",
  confirmed: true,
  cites: ['WT18-2.18-01'],
})

export const showSportStandards = organisationDuty({
  code: 'sport-standards',
  of: ['sport'],
  must: 'Show how you stand against the standards for children in sport, where you are funded nationally',
  force: 'should',
  at: "chapter 2, paragraph 64, 'Sports clubs and associations'",
  confirmed: true,
  cites: ['WT18-2.18-02'],
})

export const showSportPeopleKnow = organisationDuty({
  code: 'sport-people-know',
  of: ['sport'],
  must: 'Show that coaches, paid or not, know what to do and how to refer',
  force: 'should',
  at: "chapter 2, 'Sports clubs and associations'",
  confirmed: true,
  cites: ['WT18-2.18-03'],
})

export const voluntaryAndSport = procedure({
  id: 'voluntary-and-sport',
  label: 'Voluntary, faith and private bodies, sport',
  section: '2.17',
  caseKind: 'assurance',
  leads: 'Trustees or leaders; welfare officer',
  takesPart: 'Staff and volunteers',
  opensWith: [],
  closesWith: [],
  facts: [],
  duties: [
    showSameArrangements,
    showPeopleKnow,
    showCharityCommission,
    showSportArrangements,
    showSportStandards,
    showSportPeopleKnow,
  ],
  prompts: [],
})
