/** Who leads on safeguarding in health, from the board to each surgery, and that every post is filled. */
import { procedure } from '../engine/procedure.ts'
import { assuranceRoundOpened, organisationDuty } from './organisation-duty.ts'
import { promptFor } from './prompt-for.ts'

export const showHealthSection11 = organisationDuty({
  code: 'health-section-11',
  of: ['health-commissioner', 'health-provider', 'general-practice'],
  must: 'Show how you meet section 11 in health',
  force: 'must',
  at: "chapter 2, 'Health' (J18 pp.60-62); Children Act 2004, section 11",
  confirmed: true,
  cites: ['WT18-2.6-01'],
})

export const showDesignatedProfessionals = organisationDuty({
  code: 'designated-professionals',
  of: ['health-commissioner'],
  must: 'Show that designated professionals are in place for your area',
  force: 'must',
  at: "chapter 2, 'Designated health professionals' (J18 p.61)",
  confirmed: true,
  cites: ['WT18-2.6-02'],
})

export const showHealthLeadership = organisationDuty({
  code: 'health-leadership',
  of: ['health-commissioner'],
  must: 'Show how you lead on safeguarding and assure it through contracts',
  force: 'should',
  at: "chapter 2, 'Health' (J18 pp.60-62)",
  cites: ['WT18-2.6-03'],
})

export const showDesignatedPosts = organisationDuty({
  code: 'designated-posts',
  of: ['health-commissioner'],
  must: 'Show the designated doctors and nurses, for children in care and for unexpected deaths too',
  force: 'should',
  at: "chapter 2, 'Designated health professionals' (J18 p.61)",
  cites: ['WT18-2.6-04'],
})

export const showNamedProfessionals = organisationDuty({
  code: 'named-professionals',
  of: ['health-provider'],
  must: 'Show your named doctor, nurse and, with maternity services, midwife, or named practitioner',
  force: 'should',
  at: "chapter 2, 'Health' (J18 pp.60-62)",
  cites: ['WT18-2.6-06'],
})

export const showNamedGp = organisationDuty({
  code: 'named-gp',
  of: ['health-commissioner', 'general-practice'],
  must: 'Show the named GP, and lead and deputy of each surgery',
  force: 'should',
  at: "chapter 2, 'Health' (J18 pp.60-62)",
  cites: ['WT18-2.6-07'],
})

export const healthBodies = procedure({
  id: 'health-bodies',
  label: 'Health: commissioners, providers, surgeries',
  section: '2.6',
  caseKind: 'assurance',
  leads: 'Health commissioner and provider boards',
  takesPart: 'Designated and named professionals',
  opensWith: [],
  closesWith: [],
  facts: [],
  duties: [
    showHealthSection11,
    showDesignatedProfessionals,
    showHealthLeadership,
    showDesignatedPosts,
    showNamedProfessionals,
    showNamedGp,
  ],
  prompts: [
    promptFor(
      'WT18-2.6-05',
      assuranceRoundOpened,
      'Designated professionals are senior, advise everybody, and need the time to take part in full.',
      "chapter 2, 'Designated health professionals' (J18 p.61)",
    ),
    promptFor(
      'WT18-2.6-08',
      assuranceRoundOpened,
      'Health visiting, school nursing, mental health, dental and urgent care all have a part; so had Public Health England until 2021.',
      "chapter 2, 'Health' (J18 pp.60-62)",
    ),
  ],
})
