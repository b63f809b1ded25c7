/** Three bodies, jointly and equally in charge: who speaks for each, how they work together, and who settles what they do not agree on. */
import { duty, type Line } from '../engine/duty.ts'
import { fact, type Statement } from '../engine/fact.ts'
import { choice, choices, narrative, optional, words } from '../engine/field.ts'
import { procedure, turn } from '../engine/procedure.ts'
import { promptly } from '../guidance/limits.ts'
import { wt2018 } from '../guidance/sources.ts'
import { promptFor } from './prompt-for.ts'

export const partnersNamed = fact('safeguarding-partners-named', {
  label: 'Safeguarding partners named',
  happenedOn: 'Day from which they are it',
  fields: { who: words('Authority, health body and police force', optional) },
})

export const arrangementsAgreed = fact('arrangements-agreed', {
  label: 'Local arrangements agreed',
  happenedOn: 'Day of the agreement',
  about: [partnersNamed.kind],
  cites: ['WT18-3.1-10', 'WT18-3.1-11'],
  fields: {
    joint: narrative('How services are joined up, and how needs are found and answered', optional),
    leadership: narrative('How the partners lead and bring others in', optional),
    lessons: narrative('How lessons, local and national, are acted on', optional),
    boards: choices(
      'Other bodies it is linked with',
      {
        wellbeing: 'Health and wellbeing board',
        adults: 'Safeguarding adults board',
        community: 'Community safety partnership',
        channel: 'Channel',
        improvement: 'Improvement board',
        family: 'Family justice board',
        mappa: 'MAPPA',
      },
      optional,
    ),
  },
})

export const leadNamed = fact('lead-representative-named', {
  label: 'Lead representative named',
  happenedOn: 'Day from which they lead',
  about: [partnersNamed.kind],
  fields: {
    partner: choice('Of which partner', { authority: 'Local authority', health: 'Health body', police: 'Police' }),
    person: words('Who, in which post'),
  },
})

export const functionsDelegated = fact('partner-functions-delegated', {
  label: 'Functions of a lead representative delegated',
  happenedOn: 'Day from which it holds',
  about: [leadNamed.kind],
  cites: ['WT18-3.1-07', 'WT18-3.1-08'],
  fields: {
    person: words('To whom, in which post'),
    authority: narrative('What they may decide: policy, resources, practice', optional),
  },
})

export const jointDecisionMade = fact('joint-decision-made', {
  label: 'Decision of the partners',
  happenedOn: 'Day of the decision',
  about: [arrangementsAgreed.kind, partnersNamed.kind],
  fields: {
    agreed: choice('Were all of one mind?', { all: 'All', dissent: 'One or more were not' }, optional),
    decision: narrative('What was decided'),
    dissent: narrative('Who was not, and why', optional),
    lead: words('Who leads on it for all', optional),
  },
})

const leadership = "chapter 3, 'Leadership'"
const its = { who: 'Safeguarding partners', by: 'safeguarding-partners', arisesFrom: partnersNamed } as const

/** What partners before them agreed holds until it is changed: a health body that takes another one’s place begins nothing anew. */
function isFirst(named: Statement, line: Line): boolean {
  return !line.allOfCase(arrangementsAgreed).some(agreed => agreed.happened.to < named.happened.from)
}

// Section 16E. The last day of the change-over is in arrangements-publication.ts.
export const makeArrangements = duty({
  ...its,
  when: isFirst,
  reads: [arrangementsAgreed],
  reach: 'case',
  id: 'make-local-arrangements',
  must: 'Make arrangements to work together for the safety and welfare of local children, and to find and answer their needs',
  dischargedBy: [arrangementsAgreed],
  cites: ['WT18-3.1-01', 'WT18-3.1-02'],
  editions: [
    {
      edition: 'wt2018',
      within: promptly(),
      force: 'must',
      source: wt2018.at('chapter 3; Children Act 2004, section 16E', { confirmed: true }),
    },
  ],
})

export const agreeHowToLead = duty({
  ...its,
  when: isFirst,
  reads: [arrangementsAgreed],
  reach: 'case',
  id: 'agree-how-to-lead',
  must: 'Agree how services are joined up, how you lead together, and how lessons are acted on',
  dischargedBy: [arrangementsAgreed],
  cites: ['WT18-3.1-03'],
  editions: [
    { edition: 'wt2018', within: promptly(), force: 'should', source: wt2018.at(leadership, { confirmed: true }) },
  ],
})

// Until the guidance of 2023, which has leads of another name: partnership-leadership.ts.
export const nameLeads = duty({
  ...its,
  id: 'name-lead-representatives',
  must: 'Name a lead representative of each partner: chief executive, accountable officer, chief officer of police',
  forEach: {
    named: () => ['authority', 'health', 'police'],
    told: (named: { data: unknown }) => {
      const { partner } = named.data as { partner?: string }
      return partner ? [partner] : []
    },
  },
  dischargedBy: [leadNamed],
  cites: ['WT18-3.1-06'],
  editions: [
    {
      edition: 'wt2018',
      within: promptly(),
      force: 'should',
      source: wt2018.at(leadership, { confirmed: true }),
      until: 'wt2023',
    },
  ],
})

export const safeguardingPartners = procedure({
  id: 'safeguarding-partners',
  label: 'Safeguarding partners and their leadership',
  section: '3.1',
  caseKind: 'arrangements',
  leads: 'Local authority, health body and chief officer of police, jointly and equally',
  takesPart: 'Relevant agencies',
  opensWith: [turn(partnersNamed)],
  closesWith: [],
  facts: [partnersNamed, arrangementsAgreed, leadNamed, functionsDelegated, jointDecisionMade],
  duties: [makeArrangements, agreeHowToLead, nameLeads],
  prompts: [
    promptFor(
      'WT18-3.1-04',
      jointDecisionMade,
      'All three answer equally and together for the arrangements: a decision is joint, and a dissent is written down.',
      leadership,
    ),
    promptFor(
      'WT18-3.1-09',
      jointDecisionMade,
      'Where one of you has to lead on something, all three decide which.',
      leadership,
    ),
  ],
})
