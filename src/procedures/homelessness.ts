/** From the print of December 2020: whoever in a public service sees that somebody is or may become homeless refers them on, if they agree. */
import { duty } from '../engine/duty.ts'
import { fact } from '../engine/fact.ts'
import { choice, day, narrative, optional, words } from '../engine/field.ts'
import { procedure, turn } from '../engine/procedure.ts'
import { promptly } from '../guidance/limits.ts'
import { wt2018dec2020 } from '../guidance/sources.ts'
import { assessmentStarted } from './assessment.ts'
import { promptFor } from './prompt-for.ts'

export const homelessnessSeen = fact('homelessness-seen', {
  label: 'Homeless, or soon to be',
  happenedOn: 'Day on which it was seen',
  cites: ['WT18-1.13-02'],
  fields: {
    who: choice('Who', {
      '16-or-17': 'The child, aged 16 or 17',
      family: 'The family',
      parent: 'A parent or somebody else',
    }),
    agrees: choice('Do they agree to be referred?', { yes: 'Yes', no: 'No' }, optional),
    likelyOn: day('When homelessness is likely', { ...optional, ahead: true }),
    housing: words('Housing authority that they choose', optional),
    reason: narrative('Why', optional),
  },
})

export const referredToHousing = fact('referred-to-housing-authority', {
  label: 'Referred to a housing authority',
  happenedOn: 'Day of the referral',
  about: [homelessnessSeen.kind],
  fields: { authority: words('Which', optional), reply: narrative('What it answered', optional) },
})

const homeless = "chapter 1, 'Homelessness Duty' (D20 p.23); Homelessness Reduction Act 2017"

// The law has them referred once it is thought; fifty-six days ahead is the window in which a threat counts.
export const referToHousing = duty({
  id: 'refer-to-housing-authority',
  who: 'The public authority that sees it',
  by: 'owner',
  must: 'Refer them, if they agree, to the housing authority that they choose',
  arisesFrom: homelessnessSeen,
  when: ({ data }) => data.agrees === 'yes',
  dischargedBy: [referredToHousing],
  remark: () => 'Somebody counts as threatened who is likely to be homeless within 56 days.',
  cites: ['WT18-1.13-01'],
  editions: [{ edition: 'wt2018-dec2020', within: promptly(), force: 'must', source: wt2018dec2020.at(homeless) }],
})

export const assessHomelessChild = duty({
  id: 'assess-homeless-child',
  who: 'Local authority children’s social care',
  by: 'authority',
  must: 'Assess the child of 16 or 17 under the Children Act: it is not a matter of housing alone',
  arisesFrom: homelessnessSeen,
  when: ({ data }) => data.who === '16-or-17',
  dischargedBy: [assessmentStarted],
  reach: 'case',
  cites: ['WT18-1.13-03'],
  editions: [
    {
      edition: 'wt2018-dec2020',
      within: promptly(),
      force: 'must',
      source: wt2018dec2020.at(`${homeless}; Children Act 1989, sections 17 and 20`),
    },
  ],
})

export const homelessness = procedure({
  id: 'homelessness',
  label: 'Homeless or threatened with it',
  section: '1.13',
  caseKind: 'child',
  leads: 'The public authority that sees it',
  takesPart: 'Housing authority; children’s social care for those of 16 and 17',
  opensWith: [turn(homelessnessSeen)],
  closesWith: [turn(referredToHousing)],
  facts: [homelessnessSeen, referredToHousing],
  duties: [referToHousing, assessHomelessChild],
  prompts: [
    promptFor(
      'WT18-1.13-02',
      referredToHousing,
      'With their agreement, to the authority that they choose: name, how to reach them, and why.',
      homeless,
      { document: wt2018dec2020 },
    ),
  ],
})
