/** What is done together about an allegation, besides what its duties ask for: the joint meeting, what others decided, the enquiries. */
import { fact } from '../engine/fact.ts'
import { choice, day, narrative, optional, parties, words } from '../engine/field.ts'

export const allegationMeetingHeld = fact('allegation-meeting-held', {
  label: 'Joint meeting about the allegation held',
  happenedOn: 'Day of the meeting',
  about: ['allegation-evaluated', 'allegation-made'],
  fields: {
    agencies: parties('Who took part', 'agency', { ...optional, tookPart: true }),
    nextOn: day('Day of the next meeting', { ...optional, ahead: true }),
    agreed: narrative('What was agreed: who asks whom what, and in which order', optional),
    told: narrative('What the person is told, and when; if nothing yet, why', optional),
  },
})

export const allegationDecidedOn = fact('decision-on-allegation-made', {
  label: 'Police or social care decided on the allegation',
  happenedOn: 'Day of that decision',
  about: ['allegation-made'],
  fields: {
    by: choice('Whose decision', { police: 'The police', 'social-care': 'Children’s social care' }),
    decision: choice('What was decided', {
      investigate: 'Police: a criminal investigation',
      'no-crime': 'Police: no investigation, or no further action',
      charged: 'Police: charged or cautioned',
      'section-47': 'Social care: enquiries under section 47',
      assessment: 'Social care: an assessment',
      'no-action': 'Social care: no action',
    }),
    reference: words('Reference', optional),
    reasons: narrative('Why', optional),
  },
})

export const allegationEnquiry = fact('allegation-enquiry-made', {
  label: 'Enquiry into the allegation made',
  happenedOn: 'Day on which it was finished',
  about: ['allegation-made'],
  fields: {
    by: choice(
      'Who made it',
      { employer: 'Employer', other: 'Somebody for the employer', police: 'Police', 'social-care': 'Social care' },
      optional,
    ),
    agreedOn: day('Day on which the designated officer agreed to it', optional),
    found: narrative('Whom was asked, and what was found', optional),
  },
})
