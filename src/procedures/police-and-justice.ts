/** What those owe children who police, guard, supervise or plan for offenders. */
import { procedure } from '../engine/procedure.ts'
import { assuranceRoundOpened, organisationDuty } from './organisation-duty.ts'
import { promptFor } from './prompt-for.ts'

export const showPoliceSection11 = organisationDuty({
  code: 'police-section-11',
  of: ['police'],
  must: 'Show how you meet section 11, and your part as safeguarding partner',
  force: 'must',
  at: "chapter 2, 'Police'; Children Act 2004, section 11",
  confirmed: true,
  cites: ['WT18-2.7-01'],
})

export const showPolicePractice = organisationDuty({
  code: 'police-practice',
  of: ['police'],
  must: 'Show how officers recognise, share, investigate and take part, and how you are held to account',
  force: 'should',
  at: "chapter 2, 'Police'",
  cites: ['WT18-2.7-03'],
})

export const showTransportPolice = organisationDuty({
  code: 'transport-police',
  of: ['transport-police'],
  must: 'Show how you protect children on the railway, refer them, and work on missing and exploited children',
  force: 'should',
  at: "chapter 2, 'British Transport Police'",
  cites: ['WT18-2.9-01'],
})

export const showPrisons = organisationDuty({
  code: 'prisons',
  of: ['prison'],
  must: 'Show how you share on prisoners who are a risk, check contact, and support mothers and babies',
  force: 'should',
  at: "chapter 2, 'Prison service'",
  cites: ['WT18-2.9-02'],
})

export const showProbation = organisationDuty({
  code: 'probation',
  of: ['probation'],
  must: 'Show how you find offenders who are a risk, share what you know, and support those who are parents',
  force: 'should',
  at: "chapter 2, 'Probation service'",
  cites: ['WT18-2.9-03'],
})

export const showYouthOffending = organisationDuty({
  code: 'youth-offending',
  of: ['youth-offending'],
  must: 'Show your lead, your part in assessments and plans, and how you watch over children in custody',
  force: 'should',
  at: "chapter 2, 'Youth offending teams' (J18 p.68)",
  cites: ['WT18-2.12-01'],
})

export const showMappa = organisationDuty({
  code: 'mappa',
  of: ['mappa'],
  must: 'Show how plans for offenders take account of risk to children, and how you work with the partners',
  force: 'should',
  at: "chapter 2, 'Multi-agency public protection arrangements'",
  cites: ['WT18-2.16-02'],
})

export const policeAndJustice = procedure({
  id: 'police-and-justice',
  label: 'Police, prisons, probation, youth justice, MAPPA',
  section: '2.7',
  caseKind: 'assurance',
  leads: 'Chief officer, governor, head of service',
  takesPart: 'Officers and practitioners who meet children or those who are a risk to them',
  opensWith: [],
  closesWith: [],
  facts: [],
  duties: [
    showPoliceSection11,
    showPolicePractice,
    showTransportPolice,
    showPrisons,
    showProbation,
    showYouthOffending,
    showMappa,
  ],
  prompts: [
    promptFor(
      'WT18-2.7-02',
      assuranceRoundOpened,
      'A constable may take a child into police protection who would otherwise be likely to suffer significant harm.',
      "chapter 2, 'Police'; Children Act 1989, section 46",
    ),
  ],
})
