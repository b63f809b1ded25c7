/** Whom the partners work with by name, and why: schools, health, probation, clubs and all the others that the regulations list. */
import { duty } from '../engine/duty.ts'
import { fact } from '../engine/fact.ts'
import { choices, narrative, optional, parties, words, yesNo } from '../engine/field.ts'
import { procedure, turn } from '../engine/procedure.ts'
import { promptly } from '../guidance/limits.ts'
import { act, wt2018 } from '../guidance/sources.ts'
import { promptFor } from './prompt-for.ts'
import { partnersNamed } from './safeguarding-partners.ts'

/** The kinds that the Schedule of the regulations of 2018 goes through, in four groups. From November 2023 it was amended. */
export const kindsOfAgency = {
  school: 'Schools, academies and colleges',
  'early-years': 'Childcare and early years',
  'higher-education': 'Higher education and training',
  health: 'Health trusts, services and NHS England',
  'adult-care': 'Adult social care and care homes',
  cafcass: 'Cafcass',
  'childrens-homes': 'Children’s homes',
  probation: 'Probation and prisons',
  'youth-justice': 'Youth offending teams and the secure estate',
  'transport-police': 'British Transport Police',
  commissioner: 'Police and crime commissioner',
  immigration: 'Immigration and border bodies',
  charities: 'Charities and voluntary bodies',
  religious: 'Religious organisations',
  sport: 'Sports clubs and associations',
} as const

export const agenciesSelected = fact('relevant-agencies-selected', {
  label: 'Relevant agencies named',
  happenedOn: 'Day from which they are named',
  about: [partnersNamed.kind],
  cites: ['WT18-3.3-01', 'WT18-3.3-08'],
  fields: {
    kinds: choices('Which kinds', kindsOfAgency, optional),
    named: parties('Agencies named', 'agency', optional),
    why: narrative('Why these, and how they will work together', optional),
    unlisted: narrative('Others who are not listed and take part all the same', optional),
  },
})

export const expectationsTold = fact('relevant-agency-told-expectations', {
  label: 'Relevant agencies told what is expected',
  happenedOn: 'Day on which they were told',
  about: [agenciesSelected.kind],
  fields: {
    agencies: parties('Which agencies', 'agency', optional),
    words: narrative('What they were told', optional),
  },
})

export const agencyAssured = fact('relevant-agency-assured', {
  label: 'Relevant agency says that it acts as arranged',
  happenedOn: 'Day of the answer',
  about: [agenciesSelected.kind],
  fields: {
    policies: yesNo('Does it have safeguarding policies and ways to share information?', optional),
    words: narrative('How it takes part', optional),
  },
})

export const educationInvolved = fact('education-settings-involved', {
  label: 'How education takes part decided',
  happenedOn: 'Day of the decision',
  about: [agenciesSelected.kind, partnersNamed.kind],
  cites: ['WT18-3.4-02'],
  fields: {
    settings: choices(
      'Which settings',
      {
        'early-years': 'Early years',
        maintained: 'Maintained schools',
        academy: 'Academies and free schools',
        independent: 'Independent schools',
        college: 'Colleges and further education',
      },
      optional,
    ),
    voice: narrative('How all of them are heard: forum, representative, who leads', optional),
    lead: words('Who leads', optional),
  },
})

const agencies = "chapter 3, 'Relevant agencies'"
const education = "chapter 3, 'Schools, colleges and other educational providers'"
const its = { who: 'Safeguarding partners', by: 'safeguarding-partners' } as const

export const selectAgencies = duty({
  ...its,
  id: 'name-relevant-agencies',
  must: 'Name the relevant agencies, and say why and how you work together',
  arisesFrom: partnersNamed,
  dischargedBy: [agenciesSelected],
  cites: ['WT18-3.3-05'],
  editions: [
    { edition: 'wt2018', within: promptly(), force: 'should', source: wt2018.at(agencies, { confirmed: true }) },
  ],
})

export const tellExpectations = duty({
  ...its,
  id: 'tell-relevant-agencies-what-is-expected',
  must: 'Tell them what is expected, and see that their policies and their sharing are good enough',
  arisesFrom: agenciesSelected,
  dischargedBy: [expectationsTold],
  cites: ['WT18-3.3-07'],
  editions: [{ edition: 'wt2018', within: promptly(), force: 'should', source: wt2018.at(agencies) }],
})

// Whoever is named must act as arranged. What shows it is their own word; each owes it for itself once it was told.
export const actAsArranged = duty({
  id: 'act-as-arranged',
  who: 'Each relevant agency that is named',
  by: { eachOf: 'named' },
  must: 'Act in accordance with the arrangements, and say how you do',
  arisesFrom: agenciesSelected,
  dischargedBy: [agencyAssured],
  onlyOwn: true,
  cites: ['WT18-3.3-06', 'WT18-3.4-03', 'WT18-3.8-01'],
  editions: [
    {
      edition: 'wt2018',
      within: promptly(),
      force: 'must',
      source: act('Children Act 2004', 'section 16G; SI 2018/346', { confirmed: true }),
    },
  ],
})

export const involveEducation = duty({
  ...its,
  id: 'involve-education',
  must: 'Involve all local schools and other education, and give them a voice',
  arisesFrom: partnersNamed,
  dischargedBy: [educationInvolved],
  cites: ['WT18-3.4-01'],
  editions: [
    { edition: 'wt2018', within: promptly(), force: 'should', source: wt2018.at(education, { confirmed: true }) },
  ],
})

export const relevantAgencies = procedure({
  id: 'relevant-agencies',
  label: 'Relevant agencies and education',
  section: '3.3',
  caseKind: 'arrangements',
  leads: 'Safeguarding partners',
  takesPart: 'The agencies named; schools and colleges',
  opensWith: [turn(agenciesSelected)],
  closesWith: [],
  facts: [agenciesSelected, expectationsTold, agencyAssured, educationInvolved],
  duties: [selectAgencies, tellExpectations, actAsArranged, involveEducation],
  prompts: [
    promptFor(
      'WT18-3.3-02',
      agenciesSelected,
      'Education and childcare in the regulations: from childminders and nurseries to academies, independent schools, colleges and universities.',
      'SI 2018/789, Schedule',
    ),
    promptFor(
      'WT18-3.3-03',
      agenciesSelected,
      'Then health and social care, criminal justice, immigration, and charities, faiths and sport.',
      'SI 2018/789, Schedule',
    ),
  ],
})
