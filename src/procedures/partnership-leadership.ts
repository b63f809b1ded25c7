/**
 * Who leads since the guidance of 2023: a lead and a delegated safeguarding partner of each body, and a chair. Roles keep the words
 * of their edition: what was named before stays a lead representative.
 */
import { type DutyDefinition, duty, type Line, prompt } from '../engine/duty.ts'
import { dataOf, fact, type Statement } from '../engine/fact.ts'
import { choice, choices, narrative, optional, words } from '../engine/field.ts'
import { procedure, turn } from '../engine/procedure.ts'
import { getEdition } from '../guidance/editions.ts'
import { promptly } from '../guidance/limits.ts'
import { wt2023, wt2026 } from '../guidance/sources.ts'
import { partnersNamed } from './safeguarding-partners.ts'

/** From when the guidance of 2023 has these roles. */
const { from } = getEdition('wt2023')

export const revisionBegun = fact('arrangements-revision-begun', {
  label: 'Revision of the arrangements begun, for a new edition',
  happenedOn: 'Day on which the partners took it up',
  about: [partnersNamed.kind],
  fields: {
    edition: choice('For which edition', {
      wt2023: { label: 'The guidance of 2023', from },
      wt2026: { label: 'The guidance of 2026', from: getEdition('wt2026').from },
    }),
    plan: narrative('What changes, and who sees to it', optional),
  },
})

export const roleNamed = fact('partnership-role-named', {
  label: 'Leading role in the partnership filled',
  happenedOn: 'Day from which they hold it',
  about: [revisionBegun.kind, partnersNamed.kind],
  fields: {
    role: choice('Role', {
      lead: {
        label: 'Lead safeguarding partner',
        hint: 'The council’s chief executive, the integrated care board’s, the chief officer of police',
        from,
      },
      delegated: { label: 'Delegated safeguarding partner', hint: 'Acts with the lead’s authority', from },
      chair: { label: 'Partnership chair', from },
    }),
    partner: choice('Of which partner', {
      authority: 'Local authority',
      health: 'Integrated care board',
      police: 'Police',
    }),
    person: words('Who, in which post', optional),
    authority: narrative('What they may decide, and how they report', optional),
  },
})

export const revisionInPlace = fact('revised-arrangements-in-place', {
  label: 'Revised arrangements in place',
  happenedOn: 'Day from which they hold',
  about: [revisionBegun.kind],
  fields: {
    has: choices('What is in place', {
      lead: 'Lead safeguarding partners',
      delegated: 'Delegated safeguarding partners',
      chair: 'A partnership chair',
      education: 'Education, where strategy is decided and where work is done',
    }),
    place: words('Where they are published', optional),
  },
})

const place = 'chapter 2; the Department’s summary of changes'
const since2023 = (named: Statement) => named.happened.from >= from

type Leading = Pick<DutyDefinition, 'id' | 'must' | 'dischargedWhen' | 'forEach'>

/** Two rules of which one holds: for partners named under the guidance of 2023, and for those who revise what they had. */
function leading(rule: Leading): readonly [DutyDefinition, DutyDefinition] {
  const owed = {
    ...rule,
    who: 'Safeguarding partners',
    by: 'safeguarding-partners',
    dischargedBy: [roleNamed],
    reach: 'line',
    cites: ['T23-ED-02'],
    editions: [
      { edition: 'wt2023', within: promptly(), force: 'should', source: wt2023.at(place, { confirmed: true }) },
    ],
  } as const
  const isRevision = (begun: Statement, line: Line) =>
    dataOf(revisionBegun, begun)?.edition === 'wt2023' && !line.has(partnersNamed, since2023)
  return [
    duty({ ...owed, arisesFrom: partnersNamed }),
    duty({
      ...owed,
      id: `${rule.id}-in-revision`,
      arisesFrom: revisionBegun,
      when: isRevision,
      reads: [partnersNamed],
    }),
  ]
}

/** One of each partner, met by naming somebody of it for that role. */
const ofEach = (role: 'lead' | 'delegated') => ({
  named: () => ['authority', 'health', 'police'],
  told: (fact: Statement) => {
    const named = dataOf(roleNamed, fact)
    return named?.role === role && named.partner ? [named.partner] : []
  },
})
const isRole = (role: 'lead' | 'delegated' | 'chair') => (fact: Statement) => dataOf(roleNamed, fact)?.role === role

// The roles of T23-ED-02.
export const [nameLeadPartners, nameLeadPartnersInRevision] = leading({
  id: 'name-lead-safeguarding-partners',
  must: 'Name the lead safeguarding partner of each body: chief executive of the council, of the integrated care board, chief officer of police',
  dischargedWhen: isRole('lead'),
  forEach: ofEach('lead'),
})

export const [nameDelegatedPartners, nameDelegatedPartnersInRevision] = leading({
  id: 'name-delegated-safeguarding-partners',
  must: 'Name the delegated safeguarding partner of each body, who runs the arrangements with the lead’s authority',
  dischargedWhen: isRole('delegated'),
  forEach: ofEach('delegated'),
})

export const [nameChair, nameChairInRevision] = leading({
  id: 'name-partnership-chair',
  must: 'Name a partnership chair',
  dischargedWhen: isRole('chair'),
})

// T23-ED-02. Sources give a month and no day: it ages.
export const bringRevisionIntoPlace = duty({
  id: 'bring-revised-arrangements-into-place',
  who: 'Lead safeguarding partners',
  by: 'safeguarding-partners',
  must: 'Bring the revised arrangements wholly into place: lead and delegated partners, chair, education',
  arisesFrom: revisionBegun,
  when: ({ data }) => data.edition === 'wt2023',
  dischargedBy: [revisionInPlace],
  dischargedWhen: fact => dataOf(revisionInPlace, fact)?.has?.length === 4,
  cites: ['T23-ED-02'],
  editions: [
    {
      edition: 'wt2023',
      within: promptly('by December 2024; no day is given'),
      force: 'should',
      source: wt2023.at('chapter 2 (implementation)', { confirmed: true }),
    },
  ],
})

/** What is known of an edition at second hand: said where partners take it up, and marked as unconfirmed. */
function known(edition: 'wt2023' | 'wt2026', row: string, says: string, at = revisionBegun as Known) {
  const source = (edition === 'wt2023' ? wt2023 : wt2026).at(`as summaries tell it (row ${row.toUpperCase()})`)
  return prompt({ id: `${edition}-${row}`, at, says, force: 'note', source, cites: [] })
}
type Known = Parameters<typeof prompt>[0]['at']

export const partnershipLeadership = procedure({
  id: 'partnership-leadership',
  label: 'Leadership since the guidance of 2023',
  section: '3.1',
  caseKind: 'arrangements',
  leads: 'Lead safeguarding partners',
  takesPart: 'Delegated safeguarding partners, the chair, education, whoever scrutinises',
  opensWith: [turn(revisionBegun)],
  closesWith: [turn(revisionInPlace)],
  facts: [revisionBegun, roleNamed, revisionInPlace],
  duties: [
    nameLeadPartners,
    nameLeadPartnersInRevision,
    nameDelegatedPartners,
    nameDelegatedPartnersInRevision,
    nameChair,
    nameChairInRevision,
    bringRevisionIntoPlace,
  ],
  prompts: [
    known(
      'wt2023',
      'w3',
      'The chair is one of the delegated partners, and not whoever scrutinises.',
      roleNamed as Known,
    ),
    known(
      'wt2023',
      'w4',
      'The leads together: vision, signing off arrangements, budget, yearly report and threshold document, learning, data.',
    ),
    known('wt2023', 'w5', 'Education has its place where strategy is decided and where work is done.'),
    known(
      'wt2026',
      'x1',
      'It names children in kinship and special guardianship, adopted and looked-after children, and the unborn child there is concern for.',
    ),
    known('wt2026', 'x2', 'Leaders and practitioners are expected to work against discrimination and racism.'),
    known(
      'wt2026',
      'x3',
      'It names more harms: coercive control, sexual abuse, abuse in teenage relationships, harm to infants, in the name of honour or faith.',
    ),
    known(
      'wt2026',
      'x4',
      'Arrangements also cover looked-after children, look for groups that fare worse, share data better; the yearly report shows impact.',
    ),
    known(
      'wt2026',
      'x5',
      'Family help joins targeted early help and section 17: one plan, a team of several professions, a family help lead practitioner.',
    ),
    known('wt2026', 'x6', 'Families are to decide together, in family group decision-making.'),
  ],
})
