/**
 * From the print of December 2020: when a child is admitted to a mental health unit, whoever admits the child or learns of it weighs
 * whether to refer. Each agency weighs it for itself; a referral on the case that it knows of answers the question.
 */
import { duty, type Line } from '../engine/duty.ts'
import { fact, type Statement } from '../engine/fact.ts'
import { choice, choices, narrative, optional, parties, words, yesNo } from '../engine/field.ts'
import { procedure, turn } from '../engine/procedure.ts'
import { promptly } from '../guidance/limits.ts'
import { wt2018dec2020 } from '../guidance/sources.ts'
import { referralReceived } from './referral.ts'

export const mentalHealthAdmitted = fact('child-admitted-to-mental-health-unit', {
  label: 'Child admitted to a mental health unit',
  happenedOn: 'Day of the admission',
  fields: {
    how: choice('How the child was admitted', {
      informal: 'Informally, with consent',
      detained: 'Detained under the Mental Health Act',
      'not-known': 'Not known',
    }),
    unit: words('Which unit, and of which trust or provider', optional),
    adultWard: yesNo('Is it a ward for adults?', optional),
    told: choices(
      'Who has been told',
      {
        parents: 'Parents or carers',
        'social-care': { label: 'Children’s social care', hint: 'Telling them of the admission is not yet a referral' },
        gp: 'GP',
        school: 'School or college',
      },
      optional,
    ),
    known: narrative('What led to it, and what is known of home', optional),
  },
})

export const referralAfterAdmissionWeighed = fact('referral-after-admission-weighed', {
  label: 'Whether to refer after a mental health admission weighed',
  happenedOn: 'Day on which it was weighed',
  about: [mentalHealthAdmitted.kind],
  fields: {
    decision: choice('What was decided', {
      referred: 'The child is referred',
      'not-referred': 'The child is not referred',
      'already-known': 'Children’s social care works with the child already, and knows of the admission',
    }),
    weighedBy: parties('Who weighed it', 'post', optional),
    reasons: narrative('Why'),
  },
})

/** Whether the agency weighed it for this admission: the one that it continues, or any where it continues none of the agency’s own. */
function isWeighedFor(
  admitted: Statement<typeof mentalHealthAdmitted.fields>,
  weighed: Statement,
  line: Line,
): boolean {
  if (weighed.agency !== admitted.agency) return false
  const own = line.allOfCase(mentalHealthAdmitted).filter(one => one.agency === weighed.agency)
  return line.continues(weighed, admitted) || !own.some(one => line.continues(weighed, one))
}

// T1-REF-05. What another agency weighed is that agency’s own; the child is referred whoever does it.
export const weighReferralAfterAdmission = duty({
  id: 'weigh-referral-after-mental-health-admission',
  who: 'The agency that admits the child, or learns of it',
  by: 'owner',
  must: 'Weigh whether to refer the child to children’s social care',
  arisesFrom: mentalHealthAdmitted,
  dischargedBy: [referralAfterAdmissionWeighed, referralReceived],
  dischargedWhen: (fact, admitted, line) => fact.kind === referralReceived.kind || isWeighedFor(admitted, fact, line),
  reach: 'case',
  cites: ['WT18-1.5-11', 'T1-REF-05'],
  editions: [
    {
      edition: 'wt2018-dec2020',
      within: promptly('at the admission'),
      force: 'should',
      source: wt2018dec2020.at("chapter 1, 'Referral' (D20 p.18)", { confirmed: true }),
    },
  ],
})

export const mentalHealthAdmission = procedure({
  id: 'mental-health-admission',
  label: 'Admission to a mental health unit',
  section: '1.5',
  caseKind: 'child',
  leads: weighReferralAfterAdmission.who,
  takesPart: 'Mental health unit, children’s social care, family',
  opensWith: [turn(mentalHealthAdmitted)],
  closesWith: [turn(referralAfterAdmissionWeighed)],
  facts: [mentalHealthAdmitted, referralAfterAdmissionWeighed],
  duties: [weighReferralAfterAdmission],
  prompts: [],
})
