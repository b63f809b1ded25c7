/** Work before care proceedings, as far as a census tells of it. No rule is encoded here: the record is kept and shown. */
import { fact } from '../engine/fact.ts'
import { count, day, optional, words, yesNo } from '../engine/field.ts'
import { procedure } from '../engine/procedure.ts'
import { socialCare } from './actors.ts'

export const preProceedingsRecorded = fact('pre-proceedings-recorded', {
  label: 'Work before court proceedings recorded',
  happenedOn: 'Day the work before proceedings began, or the time in which it fell',
  about: ['referral-received'],
  fields: {
    startedOn: day('Day it began', optional),
    letterSentOn: day('Day the letter before proceedings was sent', optional),
    familyMeetingOffered: yesNo('Was a family group decision-making meeting offered?', optional),
    familyMeetingHeld: yesNo('Was that meeting held?', optional),
    firstMeetingOn: day('Day of the first meeting', optional),
    reviewMeetings: count('Review meetings', 'meetings', optional),
    decidedOn: day('Day on which the next step was decided', optional),
    courtApplicationOn: day('Day of the application to the court', optional),
    proceedingsLetterOn: day('Day of the letter on starting proceedings', optional),
    outcomeCode: words('Outcome, as its code in the census', { ...optional, longest: 40 }),
  },
})

export const preProceedings = procedure({
  id: 'pre-proceedings',
  label: 'Work before court proceedings',
  section: '1.25',
  caseKind: 'child',
  leads: socialCare,
  takesPart: 'Family, legal services',
  opensWith: [],
  closesWith: [],
  facts: [preProceedingsRecorded],
  duties: [],
  prompts: [],
})
