/** Who there is in the story: one borough with the agencies around its children, a neighbour, and the people who work there. All invented. */
import type { Role } from '../access/policy.ts'
import type { Agency, Purpose } from '../people/establishment.ts'
import { idOf } from './random.ts'

export const areas = {
  harrowmere: { id: idOf('area', 'harrowmere'), name: 'Harrowmere', dfe: '999' },
  eastholt: { id: idOf('area', 'eastholt'), name: 'Eastholt', dfe: '998' },
  england: { id: idOf('area', 'england'), name: 'England', dfe: null },
} as const
export type AreaKey = keyof typeof areas

interface AgencyOfCast {
  readonly id: string
  readonly area: AreaKey
  readonly kind: string
  readonly name: string
  readonly telephone: string
  readonly isAuthority?: true
  readonly body?: Agency['body']
}

const agency = (key: string, kind: string, name: string, line: number, area: AreaKey = 'harrowmere'): AgencyOfCast => ({
  id: idOf('agency', key),
  area,
  kind,
  name,
  telephone: `01632 960${String(line).padStart(3, '0')}`,
})

export const agencies = {
  council: { ...agency('council', 'local-authority', 'Harrowmere Council', 100), isAuthority: true },
  linden: agency('linden', 'school', 'Linden Vale Primary School', 211),
  aldhelm: agency('aldhelm', 'school', 'St Aldhelm’s Church of England Primary School', 212),
  crossways: agency('crossways', 'school', 'Crossways Academy', 213),
  hollybank: agency('hollybank', 'school', 'Hollybank School', 214),
  harbour: agency('harbour', 'general-practice', 'Harbour Road Surgery', 321),
  tanyard: agency('tanyard', 'general-practice', 'Tanyard Medical Centre', 322),
  community: agency('community', 'community-health', 'Harrowmere Community Health', 331),
  hospital: agency('hospital', 'hospital', 'Marlowe General Hospital', 341),
  police: agency('police', 'police', 'Westmarch Police, Harrowmere child protection', 401),
  probation: agency('probation', 'probation', 'Probation Service, Harrowmere office', 411),
  housing: agency('housing', 'housing', 'Harrowmere Homes', 421),
  youth: agency('youth', 'voluntary', 'Stepping Stones Youth Project', 431),
  eastholt: { ...agency('eastholt', 'local-authority', 'Eastholt Council', 500, 'eastholt'), isAuthority: true },
  oaks: agency('oaks', 'school', 'Three Oaks Primary School', 511, 'eastholt'),
  partnership: {
    ...agency('partnership', 'safeguarding-partnership', 'Harrowmere Safeguarding Children Partnership', 441),
    body: 'safeguarding-partners',
  },
  deaths: {
    ...agency('deaths', 'child-death-office', 'Westmarch Child Death Review Office', 451),
    body: 'child-death-review-partners',
  },
  panel: {
    ...agency('panel', 'national-panel', 'Child Safeguarding Practice Review Panel', 601, 'england'),
    isAuthority: true,
    body: 'panel',
  },
} as const satisfies Record<string, AgencyOfCast>
export type AgencyKey = keyof typeof agencies

interface HolderOfCast {
  readonly id: string
  readonly agency: AgencyKey
  readonly kind: 'team' | 'role'
  readonly name: string
  readonly purpose: Purpose | undefined
  /** What it works on besides children's files. */
  readonly worksOn: readonly string[]
}

const holder = (
  key: string,
  of: AgencyKey,
  kind: 'team' | 'role',
  name: string,
  purpose?: Purpose,
  ...worksOn: readonly string[]
): HolderOfCast => ({ id: idOf('holder', key), agency: of, kind, name, purpose, worksOn })

/** Who speaks for an agency, also where it is asked how it keeps children safe. */
const speaksFor = (key: string, of: AgencyKey, name: string) => holder(key, of, 'role', name, undefined, 'assurance')

export const holders = {
  assessment: holder('assessment', 'council', 'team', 'Assessment team'),
  east: holder('east', 'council', 'team', 'East team'),
  west: holder('west', 'council', 'team', 'West team'),
  disabled: holder('disabled', 'council', 'team', 'Disabled children’s team'),
  door: holder('door', 'council', 'role', 'Front door', 'front-door', 'context'),
  managers: holder('managers', 'council', 'role', 'Managers and chairs', undefined, 'context', 'incident'),
  privacy: holder('privacy', 'council', 'role', 'Privacy', 'privacy'),
  data: holder('data', 'council', 'role', 'Data'),
  lindenLeads: speaksFor('lindenLeads', 'linden', 'Safeguarding leads'),
  aldhelmLeads: speaksFor('aldhelmLeads', 'aldhelm', 'Safeguarding leads'),
  crosswaysLeads: speaksFor('crosswaysLeads', 'crossways', 'Safeguarding leads'),
  hollybankLeads: speaksFor('hollybankLeads', 'hollybank', 'Safeguarding leads'),
  harbourLeads: speaksFor('harbourLeads', 'harbour', 'Safeguarding leads'),
  tanyardLeads: speaksFor('tanyardLeads', 'tanyard', 'Safeguarding leads'),
  nurses: speaksFor('nurses', 'community', 'Health visitors and safeguarding nurses'),
  wards: speaksFor('wards', 'hospital', 'Children’s ward and maternity'),
  protection: speaksFor('protection', 'police', 'Child protection unit'),
  officers: speaksFor('officers', 'probation', 'Safeguarding leads'),
  tenancy: speaksFor('tenancy', 'housing', 'Tenancy safeguarding'),
  project: speaksFor('project', 'youth', 'Project leads'),
  north: holder('north', 'eastholt', 'team', 'Eastholt family team'),
  eastholtDoor: holder('eastholtDoor', 'eastholt', 'role', 'Front door', 'front-door'),
  oaksLeads: holder('oaksLeads', 'oaks', 'role', 'Safeguarding leads'),
  designated: holder('designated', 'council', 'team', 'Designated officers', undefined, 'allegation'),
  office: holder(
    'office',
    'partnership',
    'team',
    'Partnership office',
    undefined,
    'incident',
    'assurance',
    'arrangements',
  ),
  reviews: holder('reviews', 'deaths', 'team', 'Child death reviews', undefined, 'child-death', 'arrangements'),
  secretariat: holder('secretariat', 'panel', 'team', 'Panel secretariat', undefined, 'national-review'),
} as const satisfies Record<string, HolderOfCast>
export type HolderKey = keyof typeof holders

export interface PersonOfCast {
  readonly name: string
  readonly role: Role
  readonly title: string
  readonly agency: AgencyKey
  readonly holders: readonly HolderKey[]
}

const person = (
  name: string,
  role: Role,
  title: string,
  of: AgencyKey,
  ...members: readonly HolderKey[]
): PersonOfCast => ({ name, role, title, agency: of, holders: members })

/** Practitioners by the name with which they sign in. */
export const practitioners = {
  amira: person('Amira Osei', 'social-worker', 'Social worker, East team', 'council', 'east'),
  leila: person('Leila Haddadi', 'social-worker', 'Senior social worker, East team', 'council', 'east'),
  tom: person('Tom Ballard', 'social-worker', 'Social worker, West team', 'council', 'west'),
  chidi: person('Chidi Nwosu', 'social-worker', 'Social worker, West team', 'council', 'west'),
  nadia: person('Nadia Rahmani', 'social-worker', 'Social worker, Assessment team', 'council', 'assessment'),
  piotr: person('Piotr Zielny', 'social-worker', 'Social worker, Disabled children’s team', 'council', 'disabled'),
  ruth: person('Ruth Calloway', 'team-manager', 'Team manager, East team', 'council', 'east', 'managers'),
  samuel: person('Samuel Thwaite', 'team-manager', 'Team manager, West team', 'council', 'west', 'managers'),
  bev: person(
    'Bev Adeyemi-Cross',
    'team-manager',
    'Team manager, Assessment team',
    'council',
    'assessment',
    'managers',
  ),
  grace: person(
    'Grace Ellery',
    'team-manager',
    'Team manager, Disabled children’s team',
    'council',
    'disabled',
    'managers',
  ),
  joss: person('Joss Pemberton', 'front-door', 'Duty social worker, front door', 'council', 'door'),
  mina: person('Mina Sorrel', 'front-door', 'Emergency duty social worker', 'council', 'door'),
  edwin: person('Edwin Marsh', 'conference-chair', 'Independent conference chair', 'council', 'managers'),
  hana: person('Hana Whitlock', 'business-support', 'Business support, East team', 'council', 'east'),
  priya: person('Priya Nairn', 'data-lead', 'Data and performance lead', 'council', 'data'),
  colm: person('Colm Reddy', 'privacy-officer', 'Information governance officer', 'council', 'privacy'),
  gwen: person('Gwen Abara', 'safeguarding-lead', 'Designated safeguarding lead', 'linden', 'lindenLeads'),
  marta: person('Marta Lindqvist', 'safeguarding-lead', 'Designated safeguarding lead', 'aldhelm', 'aldhelmLeads'),
  oliver: person('Oliver Tembo', 'safeguarding-lead', 'Designated safeguarding lead', 'crossways', 'crosswaysLeads'),
  sunita: person(
    'Sunita Varghani',
    'safeguarding-lead',
    'Deputy head and safeguarding lead',
    'hollybank',
    'hollybankLeads',
  ),
  anand: person('Dr Anand Pillay', 'safeguarding-lead', 'GP and safeguarding lead', 'harbour', 'harbourLeads'),
  fay: person('Dr Fay Brightwell', 'safeguarding-lead', 'GP and safeguarding lead', 'tanyard', 'tanyardLeads'),
  bridget: person('Bridget Malone', 'safeguarding-lead', 'Health visitor', 'community', 'nurses'),
  deborah: person(
    'Deborah Kingsnorth',
    'partner-manager',
    'Named nurse for safeguarding children',
    'community',
    'nurses',
  ),
  lucas: person('Dr Lucas Ferreira', 'partner-manager', 'Named doctor for safeguarding children', 'hospital', 'wards'),
  rosa: person('Rosa Timms', 'safeguarding-lead', 'Safeguarding midwife', 'hospital', 'wards'),
  dev: person('DS Dev Khatri', 'partner-manager', 'Detective sergeant', 'police', 'protection'),
  kerry: person('PC Kerry Maddox', 'safeguarding-lead', 'Missing children officer', 'police', 'protection'),
  hal: person('Hal Okonjo', 'partner-manager', 'Senior probation officer', 'probation', 'officers'),
  jo: person('Jo Fenwick', 'safeguarding-lead', 'Tenancy safeguarding officer', 'housing', 'tenancy'),
  zeb: person('Zeb Carrow', 'safeguarding-lead', 'Youth work lead', 'youth', 'project'),
  ingrid: person('Ingrid Solvay', 'team-manager', 'Team manager, Eastholt', 'eastholt', 'north', 'eastholtDoor'),
  martin: person('Martin Ashdown', 'social-worker', 'Social worker, Eastholt', 'eastholt', 'north'),
  beth: person('Beth Arkwright', 'safeguarding-lead', 'Headteacher', 'oaks', 'oaksLeads'),
  imelda: person('Imelda Voss', 'designated-officer', 'Designated officer for allegations', 'council', 'designated'),
  farid: person('Farid Lockyer', 'partnership-officer', 'Business manager of the partnership', 'partnership', 'office'),
  noor: person('Dr Noor Salt', 'child-death-officer', 'Designated doctor for child deaths', 'deaths', 'reviews'),
  stella: person('Stella Quine', 'panel-officer', 'Panel secretariat', 'panel', 'secretariat'),
} as const satisfies Record<string, PersonOfCast>
export type PersonKey = keyof typeof practitioners

/** The id of somebody’s post; in the order of the cast, so that lists of people begin with those who appear most. */
export function postOf(key: PersonKey): string {
  return `${(Object.keys(practitioners).indexOf(key) + 1).toString(16).padStart(8, '0')}${idOf('post', key).slice(8)}`
}

/** The id of a practitioner. */
export const practitionerOf = (key: PersonKey) => idOf('practitioner', key)

/** Who speaks for an agency that is not the authority. */
export const speaker: Readonly<Record<Exclude<AgencyKey, 'council' | 'eastholt'>, PersonKey>> = {
  linden: 'gwen',
  aldhelm: 'marta',
  crossways: 'oliver',
  hollybank: 'sunita',
  harbour: 'anand',
  tanyard: 'fay',
  community: 'bridget',
  hospital: 'lucas',
  police: 'dev',
  probation: 'hal',
  housing: 'jo',
  youth: 'zeb',
  oaks: 'beth',
  partnership: 'farid',
  deaths: 'noor',
  panel: 'stella',
}

/** Limits that Harrowmere set for itself where the guidance leaves them to the area. */
export const localPolicies = [
  { key: 'child-in-need-plan-review', amount: 6, unit: 'weeks' },
  { key: 'child-protection-visit', amount: 10, unit: 'working-days' },
  { key: 'core-group', amount: 6, unit: 'weeks' },
  { key: 'strategy-discussion', amount: 3, unit: 'working-days' },
  { key: 'see-child-in-assessment', amount: 10, unit: 'working-days' },
  { key: 'allegation-progress', amount: 4, unit: 'weeks' },
  { key: 'reporting-forms', amount: 3, unit: 'working-days' },
  { key: 'self-assessment-test', amount: 8, unit: 'weeks' },
  { key: 'T4-LR-02', amount: 6, unit: 'weeks' },
  { key: 'disagreement-practitioners', amount: 2, unit: 'working-days' },
  { key: 'disagreement-managers', amount: 3, unit: 'working-days' },
  { key: 'disagreement-senior', amount: 5, unit: 'working-days' },
  { key: 'disagreement-partners', amount: 10, unit: 'working-days' },
] as const
