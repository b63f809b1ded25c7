/** A child who died away from home, abroad, in care, in custody, in hospital for mental health: which area leads, and which programme joins in. */
import { duty } from '../engine/duty.ts'
import { dataOf, fact } from '../engine/fact.ts'
import { choices, narrative, optional, words } from '../engine/field.ts'
import { procedure, turn } from '../engine/procedure.ts'
import { promptly } from '../guidance/limits.ts'
import { wt2018 } from '../guidance/sources.ts'
import { deathNotified } from './child-death-notification.ts'
import { promptFor } from './prompt-for.ts'

export const specialSituationKnown = fact('special-situation-known', {
  label: 'Special situation of the death recorded',
  happenedOn: 'Day on which it was known',
  about: [deathNotified.kind],
  cites: ['WT18-5.14-05'],
  fields: {
    situation: choices('What is special', {
      'out-of-area': 'The child lived in another area',
      'looked-after': 'The child was looked after',
      abroad: 'The child died abroad',
      'learning-disability': 'Learning disability',
      'mental-health': 'In hospital for mental health',
      custody: 'In custody',
      suicide: 'Suicide',
      perinatal: 'Around birth',
      'adult-setting': 'In a ward for adults',
    }),
    note: narrative('What else is known', optional),
  },
})

export const leadAreaAgreed = fact('lead-area-agreed', {
  label: 'Area that leads the review agreed',
  happenedOn: 'Day of the agreement',
  about: [specialSituationKnown.kind],
  fields: { area: words('Area that leads'), why: narrative('Why, where it is not the usual one', optional) },
})

export const abroadAsked = fact('information-asked-abroad', {
  label: 'Information on a death abroad asked for',
  happenedOn: 'Day on which it was asked for',
  about: [specialSituationKnown.kind],
  fields: { of: choices('Of whom', { coroner: 'The coroner', office: 'The Foreign Office' }) },
})

export const programmeLinked = fact('national-programme-linked', {
  label: 'National programme linked',
  happenedOn: 'Day on which it was told',
  about: [specialSituationKnown.kind],
  fields: { programme: words('Programme'), findings: narrative('What it found', optional) },
})

const special = 'chapter 5, special situations'
const its = { by: 'child-death-review-partners', arisesFrom: specialSituationKnown } as const
type Known = { readonly data: { readonly situation?: readonly string[] } }
const is =
  (...which: string[]) =>
  ({ data }: Known) =>
    which.some(one => data.situation?.includes(one))

// A looked-after child: the partners for the authority that looks after the child; else the area where the child lived.
export const agreeLeadArea = duty({
  ...its,
  id: 'agree-lead-area',
  who: 'Child death review partners of both areas',
  must: 'Agree which area leads: as a rule where the child lived; of a looked-after child the authority’s that looked after it',
  when: is('out-of-area', 'looked-after'),
  dischargedBy: [leadAreaAgreed],
  cites: ['WT18-5.14-01', 'WT18-5.14-02', 'WT18-5.1-14'],
  editions: [{ edition: 'wt2018', within: promptly(), force: 'should', source: wt2018.at(special) }],
})

export const askAbroad = duty({
  ...its,
  id: 'ask-about-death-abroad',
  who: 'Child death review office',
  must: 'Ask the coroner and the Foreign Office about the death',
  when: is('abroad'),
  dischargedBy: [abroadAsked],
  dischargedWhen: asked => (dataOf(abroadAsked, asked)?.of ?? []).length === 2,
  cites: ['WT18-5.14-03'],
  editions: [{ edition: 'wt2018', within: promptly(), force: 'should', source: wt2018.at(special) }],
})

export const linkProgramme = duty({
  ...its,
  id: 'link-national-programme',
  who: 'Child death review office',
  must: 'Link the national programme for such deaths, and have its findings',
  when: is('learning-disability', 'mental-health', 'custody', 'suicide', 'perinatal', 'adult-setting'),
  dischargedBy: [programmeLinked],
  cites: ['WT18-5.14-04'],
  editions: [{ edition: 'wt2018', within: promptly(), force: 'should', source: wt2018.at(special) }],
})

export const specialSituation = procedure({
  id: 'special-situation',
  label: 'Special situations of a death',
  section: '5.14',
  caseKind: 'child-death',
  leads: 'Partners of the area that leads',
  takesPart: 'The other area; the national programme',
  opensWith: [turn(specialSituationKnown)],
  closesWith: [],
  facts: [specialSituationKnown, leadAreaAgreed, abroadAsked, programmeLinked],
  duties: [agreeLeadArea, askAbroad, linkProgramme],
  prompts: [
    promptFor(
      'WT18-5.14-05',
      specialSituationKnown,
      'The area’s own procedure lists such situations and says what is done in each.',
      special,
    ),
  ],
})
