/** A centre that holds children has a safeguarding policy, somebody answers for it, and every year it is looked at again. */
import { duty } from '../engine/duty.ts'
import { fact } from '../engine/fact.ts'
import { choices, narrative, optional, words } from '../engine/field.ts'
import { procedure } from '../engine/procedure.ts'
import { months } from '../guidance/limits.ts'
import { wt2018 } from '../guidance/sources.ts'
import { assuranceRoundOpened } from './organisation-duty.ts'

export const securePolicyReviewed = fact('secure-policy-reviewed', {
  label: 'Safeguarding policy of the secure centre reviewed',
  happenedOn: 'Day of the review, or of adopting it: the next year counts from here',
  about: [assuranceRoundOpened.kind],
  fields: {
    covers: choices(
      'What it covers',
      {
        protection: 'Child protection',
        harm: 'Risk of harm',
        restraint: 'Restraint',
        separation: 'Separation',
        recruitment: 'Recruitment',
        sharing: 'Sharing information',
      },
      optional,
    ),
    manager: words('Manager who answers for it', optional),
    version: words('Version', { ...optional, longest: 40 }),
    restraint: narrative('What the figures on restraint show', optional),
  },
})

// T2-SEC-01. Each review starts the next twelve months.
export const reviewSecurePolicy = duty({
  id: 'review-secure-policy',
  who: 'Governor, director or principal',
  by: 'owner',
  must: 'Review the safeguarding policy of the centre',
  arisesFrom: securePolicyReviewed,
  dischargedBy: [securePolicyReviewed],
  dischargedWhen: (fact, before) => fact.root !== before.root,
  reach: 'case',
  cites: ['WT18-2.11-01', 'T2-SEC-01'],
  editions: [
    {
      edition: 'wt2018',
      within: months(12),
      force: 'should',
      source: wt2018.at("chapter 2, 'The secure estate for children' (J18 p.67)"),
    },
  ],
})

export const securePolicy = procedure({
  id: 'secure-policy',
  label: 'Safeguarding policy of a secure centre',
  section: '2.11',
  caseKind: 'assurance',
  leads: 'Governor, director or principal',
  takesPart: 'Safeguarding manager, partners, youth offending team',
  opensWith: [],
  closesWith: [],
  facts: [securePolicyReviewed],
  duties: [reviewSecurePolicy],
  prompts: [],
})
