/** The Act of 2026 has each area set up teams in which social work, education, health and police work on protecting children together. */
import { duty } from '../engine/duty.ts'
import { dataOf, fact } from '../engine/fact.ts'
import { choices, narrative, optional } from '../engine/field.ts'
import { procedure, turn } from '../engine/procedure.ts'
import { promptly } from '../guidance/limits.ts'
import { cwsa2026 } from '../guidance/sources.ts'
import { partnersNamed } from './safeguarding-partners.ts'

/** Whom a team has at the least. */
const members = {
  social: 'A social worker, nominated by the authority',
  education: 'Somebody with experience of education, nominated by the authority',
  health: 'A health professional, nominated by the health body',
  police: 'A police officer',
} as const

export const teamNeeded = fact('protection-team-called-for', {
  label: 'Multi-agency child protection team called for',
  happenedOn: 'Day on which the section came into force here, or a team was found missing',
  about: [partnersNamed.kind],
  fields: {},
})

export const teamSetUp = fact('protection-team-set-up', {
  label: 'Multi-agency child protection team set up',
  happenedOn: 'Day from which it works',
  about: [teamNeeded.kind, partnersNamed.kind],
  fields: {
    members: choices('Who is in it', members),
    supports: narrative('How it supports section 47 work', optional),
  },
})

// T26-MACPT-01 aims at late 2027; the duty itself waits for regulations.
export const setUpTeam = duty({
  id: 'set-up-child-protection-team',
  who: 'Safeguarding partners',
  by: 'safeguarding-partners',
  must: 'Set up a multi-agency child protection team with social work, education, health and police',
  arisesFrom: teamNeeded,
  dischargedBy: [teamSetUp],
  dischargedWhen: set => Object.keys(members).every(one => dataOf(teamSetUp, set)?.members?.includes(one as 'social')),
  cites: ['T26-MACPT-01'],
  editions: [
    {
      edition: 'cwsa2026',
      within: promptly(),
      force: 'must',
      source: cwsa2026.at('section 3', { confirmed: true }),
      commencement: 'cwsa2026-s3',
    },
  ],
})

export const childProtectionTeam = procedure({
  id: 'child-protection-team',
  label: 'Multi-agency child protection team',
  section: '0',
  caseKind: 'arrangements',
  leads: 'Safeguarding partners',
  takesPart: 'Authority, health body, police, education',
  opensWith: [turn(teamNeeded)],
  closesWith: [turn(teamSetUp)],
  facts: [teamNeeded, teamSetUp],
  duties: [setUpTeam],
  prompts: [],
})
