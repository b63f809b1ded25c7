/**
 * One organisation in one round: how it keeps children safe, standard by standard, in its own words, and what the partners make of it.
 * Section 11 names some bodies; others have duties of their own, in the files beside this one.
 */
import { duty } from '../engine/duty.ts'
import { fact } from '../engine/fact.ts'
import { choice, choices, count, day, type Narrative, narrative, optional, parties, words } from '../engine/field.ts'
import { procedure, turn } from '../engine/procedure.ts'
import { before, localPolicy, promptly } from '../guidance/limits.ts'
import { wt2018 } from '../guidance/sources.ts'
import { assuranceRoundOpened, isSection11 } from './organisation-duty.ts'
import { promptFor } from './prompt-for.ts'

/** The ten standards, by the numbers of the specification. */
export const standards = {
  'S11-1': 'Accountability',
  'S11-2': 'A senior lead on the board',
  'S11-3': 'Listening to children',
  'S11-4': 'Whistleblowing',
  'S11-5': 'Worries that are not dealt with',
  'S11-6': 'Sharing information',
  'S11-7': 'Designated and named practitioners',
  'S11-8': 'Safe recruitment',
  'S11-9': 'Supervision, support, training',
  'S11-10': 'A culture of safety, equality and protection',
} as const

type Number<Code> = Code extends `S11-${infer N}` ? N : never
type Shows = Readonly<Record<`shows${Number<keyof typeof standards>}`, Narrative>>

/** What shows each standard for itself. */
const shownFor = Object.fromEntries(
  Object.entries(standards).map(([code, label]) => [
    `shows${code.replace('S11-', '')}`,
    narrative(`What shows it: ${label.charAt(0).toLowerCase()}${label.slice(1)}`, optional),
  ]),
) as unknown as Shows

export const selfAssessmentGiven = fact('self-assessment-given', {
  label: 'Self-assessment given',
  happenedOn: 'Day on which the board signed it',
  about: [assuranceRoundOpened.kind],
  cites: [
    'WT18-2.1-02',
    'WT18-2.1-03',
    'WT18-2.1-04',
    'WT18-2.1-05',
    'WT18-2.1-06',
    'WT18-2.1-07',
    'WT18-2.1-08',
    'WT18-2.1-09',
    'WT18-2.1-10',
    'WT18-2.1-11',
  ],
  fields: {
    met: choices('Standards that are met', standards, optional),
    partly: choices('Partly met', standards, optional),
    notMet: choices('Not met', standards, optional),
    notApplicable: choices('Do not apply here', standards, optional),
    whyNotApplicable: narrative('Why they do not apply', optional),
    services: count('Services contracted out that it covers', 'services', optional),
    people: words('Senior lead and designated practitioner', optional),
    evidence: narrative('What shows it', optional),
    ...shownFor,
    assessor: words('Who made it', optional),
    signedOffBy: words('Who signed it for the board, with the post', optional),
  },
})

export const gapFound = fact('assurance-gap-found', {
  label: 'Gap found',
  happenedOn: 'Day on which it was seen',
  about: [selfAssessmentGiven.kind, assuranceRoundOpened.kind],
  fields: {
    standard: choice('Of which standard', { ...standards, other: 'Another duty' }, optional),
    owner: parties('Whose it is', 'agency'),
    doneBy: day('To be closed by', { ...optional, ahead: true }),
    action: narrative('What is done about it', optional),
  },
})

export const gapClosed = fact('assurance-gap-closed', {
  label: 'Gap closed',
  happenedOn: 'Day on which it was closed',
  about: [gapFound.kind],
  fields: { evidence: narrative('What shows it', optional) },
})

export const selfAssessmentChallenged = fact('self-assessment-challenged', {
  label: 'Self-assessment tested by partners or peers',
  happenedOn: 'Day of the test',
  about: [selfAssessmentGiven.kind],
  fields: {
    result: choice('What was found', {
      agrees: 'It is as they say',
      differs: 'In part it is not',
      'not-shown': 'Not enough is shown',
    }),
    note: narrative('Where it differs', optional),
  },
})

const section11 = 'chapter 2, paragraph 3 (J18 p.55; D20 p.58)'
const giving = {
  by: { eachOf: 'organisation' },
  arisesFrom: assuranceRoundOpened,
  dischargedBy: [selfAssessmentGiven],
  onlyOwn: true,
} as const

// Section 11(1): the arrangements are the law's; the ten standards are what the guidance says they should have.
export const makeSafeguardingArrangements = duty({
  ...giving,
  id: 'make-safeguarding-arrangements',
  who: 'Each body named in section 11',
  must: 'Make arrangements that put children’s safety and welfare first in all you do, also through others, and show them',
  when: isSection11,
  cites: ['WT18-2.1-01'],
  editions: [
    {
      edition: 'wt2018',
      within: promptly(),
      force: 'must',
      source: wt2018.at(`${section11}; Children Act 2004, section 11(1)`, { confirmed: true }),
    },
  ],
})

// The round itself says by when.
export const giveSelfAssessment = duty({
  ...giving,
  id: 'give-self-assessment',
  who: 'The organisation',
  must: 'Give the self-assessment by the day that the round names',
  countsFrom: ({ data }) => (data.answerBy ? { day: data.answerBy } : undefined),
  cites: ['WT18-2.1-12'],
  editions: [
    {
      edition: 'wt2018',
      within: before('the end of the day that the round names'),
      force: 'should',
      source: wt2018.at(section11),
    },
  ],
})

// T2-S11-01: no national interval.
export const openNextRound = duty({
  id: 'open-next-assurance-round',
  who: 'Safeguarding partners',
  by: 'safeguarding-partners',
  must: 'Open the next round with this organisation',
  arisesFrom: selfAssessmentGiven,
  dischargedBy: [assuranceRoundOpened],
  reach: 'case',
  cites: ['T2-S11-01'],
  editions: [
    {
      edition: 'wt2018',
      within: localPolicy('T2-S11-01', 'how often organisations are asked'),
      force: 'should',
      source: wt2018.at("chapter 2, paragraph 3, with chapter 3, 'Publication of arrangements'"),
    },
  ],
})

export const testSelfAssessment = duty({
  id: 'test-self-assessment',
  who: 'Safeguarding partners, or peers',
  by: 'safeguarding-partners',
  must: 'Test what the self-assessment says',
  arisesFrom: selfAssessmentGiven,
  dischargedBy: [selfAssessmentChallenged],
  cites: ['WT18-3.12-01'],
  editions: [
    {
      edition: 'wt2018',
      within: localPolicy('self-assessment-test', 'when a self-assessment is tested'),
      force: 'should',
      source: wt2018.at('chapter 3, monitoring', { confirmed: true }),
    },
  ],
})

export const closeGap = duty({
  id: 'close-assurance-gap',
  who: 'Whose gap it is',
  by: { eachOf: 'owner' },
  must: 'Close the gap, by the day that was set',
  arisesFrom: gapFound,
  countsFrom: ({ data }) => (data.doneBy ? { day: data.doneBy } : undefined),
  dischargedBy: [gapClosed],
  cites: ['WT18-2.1-12'],
  editions: [
    {
      edition: 'wt2018',
      within: before('the end of the day that was set'),
      force: 'should',
      source: wt2018.at(section11),
    },
  ],
})

export const section11Assurance = procedure({
  id: 'section-11-assurance',
  label: 'How an organisation keeps children safe',
  section: '2.1',
  caseKind: 'assurance',
  leads: 'The organisation; the safeguarding partners ask and test',
  takesPart: 'Named or designated practitioner, board, peers',
  opensWith: [turn(assuranceRoundOpened)],
  closesWith: [turn(selfAssessmentChallenged)],
  reach: 'line',
  facts: [assuranceRoundOpened, selfAssessmentGiven, selfAssessmentChallenged, gapFound, gapClosed],
  duties: [makeSafeguardingArrangements, giveSelfAssessment, openNextRound, testSelfAssessment, closeGap],
  prompts: [
    promptFor(
      'WT18-2.2-01',
      assuranceRoundOpened,
      'One summary counts children’s homes, MAPPA and sport among the bodies of section 11.',
      'chapter 2',
    ),
    promptFor(
      'WT18-2.2-02',
      assuranceRoundOpened,
      'The Act itself does not name them: their duty is this chapter’s, and of homes also their regulations’.',
      'Children Act 2004, section 11(1)',
    ),
  ],
})
