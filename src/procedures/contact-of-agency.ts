/**
 * What police officers, and workers in adult care and housing, write down when they come across a child in their own work (sections 2.7
 * and 2.8). It is theirs until they share it; whoever thinks that the child needs help tells children's social care.
 */
import { fact } from '../engine/fact.ts'
import { choice, choices, day, narrative, optional, words, yesNo } from '../engine/field.ts'
import { procedure } from '../engine/procedure.ts'

export const policeContactRecorded = fact('police-contact-recorded', {
  label: 'Police: what happened and what was done',
  happenedOn: 'Day and time at which it happened',
  time: 'asked',
  about: ['strategy-discussion-held'],
  fields: {
    number: words('Crime or incident number', optional),
    officer: words('Officer in the case', optional),
    powers: choices(
      'Powers used',
      { 'police-protection': 'Police protection', arrest: 'Arrest', entry: 'Entry to save life' },
      optional,
    ),
    outcome: choice(
      'What follows',
      {
        joint: 'Enquiry with children’s social care',
        single: 'Enquiry by the police alone',
        'no-crime': 'No crime',
        'goes-on': 'The investigation goes on',
        concluded: 'The investigation is over',
      },
      optional,
    ),
    told: choices('Who was told', { 'social-care': 'Social care', victim: 'Victim', family: 'Family' }, optional),
    account: narrative('What happened, and who was there'),
    disclosure: narrative('What may be said to whom, and when: agreed with the investigation', optional),
  },
})

export const householdSeenByAdultService = fact('household-seen-by-adult-service', {
  label: 'Adult care or housing: children in the household',
  happenedOn: 'Day of the contact',
  fields: {
    youngCarer: yesNo('Does a child care for somebody there?', optional),
    decision: choice(
      'What was decided',
      {
        'no-concern': 'No concern',
        'early-help': 'Early help',
        'young-carer': 'Assessment of a young carer',
        referral: 'Refer to children’s social care',
      },
      optional,
    ),
    jointOn: day('Day of a joint assessment with children’s services', { ...optional, ahead: true }),
    adultTold: choice('Was the adult told?', { told: 'Yes', unsafe: 'No: it would not be safe' }, optional),
    children: narrative('Which children live there or stay there'),
    impact: narrative('What the adult’s needs, or the home, mean for them', optional),
  },
})

export const contactOfAgency = procedure({
  id: 'contact-of-agency',
  label: 'Police, adult care and housing: what they came across',
  section: '2.7',
  caseKind: 'child',
  leads: 'Officer in the case; adult care or housing worker',
  takesPart: 'Children’s social care, health, family',
  opensWith: [],
  closesWith: [],
  facts: [policeContactRecorded, householdSeenByAdultService],
  duties: [],
  prompts: [],
})
