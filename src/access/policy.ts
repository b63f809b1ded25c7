/**
 * Who may do what: the matrix, on one page. A row is an act, a column a role; the cell names the relations to a case
 * in which the role may do it. What may be *seen* is decided by the database from the same relations (row security);
 * this page decides what may be *done*, and the test beside it walks every cell with real rows.
 */

/** How a post stands to a case. The database works it out; see `relation.ts`. */
export type Relation =
  /** A team or standing group of the post was granted a compartment of the case. */
  | 'granted'
  /** The post itself opened the restricted case in an emergency, for minutes. */
  | 'opened'
  /** Something of the case was disclosed to the post's agency, or to the post by name. */
  | 'disclosed'
  /**
   * The case is restricted, and the post may know that it is there, and nothing of what is in it: by its reference, or because it
   * reviews who looked into it.
   */
  | 'restricted'
  /** Nothing: the case does not exist, as far as the post can tell. */
  | 'none'

export const roles = {
  'social-worker': 'Social worker',
  'team-manager': 'Team manager',
  'front-door': 'Front-door duty worker',
  'conference-chair': 'Conference chair',
  'business-support': 'Business support',
  'data-lead': 'Data lead',
  'privacy-officer': 'Privacy officer',
  'safeguarding-lead': 'Safeguarding lead of a partner agency',
  'partner-manager': 'Manager or named professional of a partner agency',
  'designated-officer': 'Designated officer for allegations',
  'partnership-officer': 'Officer of the safeguarding partners',
  'child-death-officer': 'Officer of the child death review partners',
  'panel-officer': 'Officer of the national Panel',
} as const
export type Role = keyof typeof roles

export const acts = {
  see: 'See the case and what is granted or disclosed of it',
  record: 'Record a fact',
  share: 'Share what their agency recorded, decide not to, and recall what was shared',
  ask: 'Ask other agencies what they know, answer what they ask, and take a request back',
  'correct-own': 'Correct what they recorded themselves',
  'correct-others': 'Correct what a colleague of the same agency recorded',
  'strike-out': 'Strike out a fact that neither starts nor meets a duty',
  'strike-out-duty': 'Strike out a fact that starts or meets a duty',
  'open-case': 'Open a case for a child',
  'open-context': 'Open a file for a place, a group or an online space',
  'open-allegation': 'Report an allegation about somebody who works with children',
  'open-incident': 'Open a serious incident',
  'open-national-review': 'Open a national review',
  'open-child-death': 'Notify a child’s death',
  'open-assurance': 'Open an assurance round for an organisation',
  'open-arrangements': 'Open an area’s local arrangements',
  refer: 'Tell the council of a child from an agency that works with it',
  restrict: 'Restrict or shield a case, or end that',
  'see-waiting': 'See which files other agencies shared that no team holds',
  'take-in': 'Give a file that another agency opened to a team of the authority',
  'see-triage': 'See which referrals wait for a decision',
  'see-same-child': 'See which files may be of one child',
  'join-files': 'Join two files of one child, and take them apart again',
  'set-commencement': 'Say from which day a provision of an Act is in force',
  'set-local-policy': 'Set a limit that the area decides, and name the day on which its own arrangements began',
  'import-file': 'Import a file of the post’s own area',
  'see-census-hints': 'See what the Children in Need census would query on a file',
  'see-overview': 'See the timeliness of the area and its teams, and its disagreements in sum',
  'see-log': 'See who looked at a case',
  'break-glass': 'Open a restricted record in an emergency',
  'review-break-glass': 'Review what was opened in an emergency',
  'see-reading-log': 'See who looked at what in the area, and what is unusual about it',
  'end-conflict': 'End a conflict of interest that somebody declared',
  'answer-access-request': 'Answer somebody’s request for the record about themselves',
  'ask-redaction': 'Ask for words of a record to be removed for good',
  'approve-redaction': 'Decide, as a second person, whether words are removed',
  'hold-disposal': 'Hold back the disposal of a record, and release it',
  'see-disposal': 'See which closed records the retention schedule no longer keeps',
  dispose: 'Propose the disposal of a record, and decide on it as a second person',
  'find-conflict': 'Decide whether somebody whose name or postcode was found on a file has a conflict of interest',
} as const
export type ActOfAccess = keyof typeof acts

type Cell =
  | ''
  | 'granted'
  | 'granted or restricted'
  | 'granted or disclosed'
  | 'granted, disclosed or opened'
  | 'restricted or opened'
  | 'area'

const g = 'granted'
const gd = 'granted or disclosed'
const go = 'granted, disclosed or opened'
const gr = 'granted or restricted'
const r = 'restricted or opened'
const a = 'area'
const _ = ''

/* biome-ignore format: the matrix is read as a table */
const matrix: Readonly<Record<ActOfAccess, Readonly<Record<Role, Cell>>>> = {
  //                  social  manager  door   chair  support data  privacy lead   partner lado  partners deaths panel
  see:               row(go,  go,      go,    gd,    gd,     gd,   gd,     gd,    gd,     gd,   gd,     gd,    gd),
  record:            row(go,  go,      go,    gd,    gd,     _,    _,      gd,    gd,     gd,   gd,     gd,    gd),
  // Whoever opened a record in an emergency reads it and adds to it, and speaks for nobody who works with it.
  share:             row(gd,  gd,      gd,    gd,    gd,     _,    _,      gd,    gd,     gd,   gd,     gd,    gd),
  ask:               row(gd,  gd,      gd,    gd,    gd,     _,    _,      gd,    gd,     gd,   gd,     gd,    gd),
  'correct-own':     row(go,  go,      go,    gd,    gd,     _,    _,      gd,    gd,     gd,   gd,     gd,    gd),
  'correct-others':  row(_,   gd,      _,     _,     _,      gd,   _,      _,     gd,     gd,   gd,     gd,    gd),
  'strike-out':      row(gd,  gd,      gd,    gd,    gd,     gd,   _,      gd,    gd,     gd,   gd,     gd,    gd),
  'strike-out-duty': row(_,   gd,      _,     _,     _,      _,    _,      _,     gd,     gd,   gd,     gd,    gd),
  'open-case':       row(a,   a,       a,     _,     a,      _,    _,      a,     a,      _,    _,      _,     _),
  'open-context':    row(a,   a,       a,     _,     _,      _,    _,      a,     a,      _,    a,      _,     _),
  'open-allegation': row(a,   a,       a,     a,     _,      _,    _,      a,     a,      a,    a,      _,     _),
  'open-incident':   row(_,   a,       _,     _,     _,      _,    _,      _,     a,      _,    a,      _,     _),
  'open-national-review': row(_, _,    _,     _,     _,      _,    _,      _,     _,      _,    _,      _,     a),
  'open-child-death': row(_,  a,       _,     _,     _,      _,    _,      a,     a,      _,    _,      a,     _),
  'open-assurance':  row(_,   _,       _,     _,     _,      _,    _,      _,     _,      _,    a,      _,     _),
  'open-arrangements': row(_, _,       _,     _,     _,      _,    _,      _,     _,      _,    a,      _,     _),
  refer:             row(_,   _,       _,     _,     _,      _,    _,      a,     a,      _,    _,      _,     _),
  restrict:          row(_,   g,       _,     _,     _,      _,    g,      _,     _,      g,    g,      g,     g),
  'see-waiting':     row(_,   a,       a,     _,     _,      _,    _,      _,     _,      _,    _,      _,     _),
  'take-in':         row(_,   g,       g,     _,     _,      _,    _,      _,     _,      _,    _,      _,     _),
  'see-triage':      row(_,   a,       a,     _,     _,      _,    _,      _,     _,      _,    _,      _,     _),
  'see-same-child':  row(_,   a,       a,     _,     _,      _,    _,      _,     _,      _,    _,      _,     _),
  'join-files':      row(_,   g,       g,     _,     _,      _,    _,      _,     _,      _,    _,      _,     _),
  'set-commencement': row(_,  _,       _,     _,     _,      a,    _,      _,     _,      _,    _,      _,     _),
  // Each for the matters that it answers for: see `rolesSettingPolicy`.
  'set-local-policy': row(_,  a,       _,     _,     _,      a,    _,      _,     _,      _,    a,      a,     a),
  'import-file':     row(_,   _,       _,     _,     _,      a,    _,      _,     _,      _,    _,      _,     _),
  'see-census-hints': row(_,  g,       _,     _,     _,      g,    _,      _,     _,      _,    _,      _,     _),
  'see-overview':    row(a,   a,       a,     a,     a,      a,    a,      _,     _,      _,    a,      _,     _),
  // Whoever reviews who looked into a restricted file sees who looked, and nothing of the file.
  'see-log':         row(g,   g,       g,     g,     _,      g,    gr,     g,     g,      g,    g,      g,     g),
  'break-glass':     row(r,   r,       r,     _,     _,      _,    _,      _,     _,      _,    _,      _,     _),
  'review-break-glass': row(_, _,      _,     _,     _,      _,    a,      _,     _,      _,    _,      _,     _),
  'see-reading-log': row(_,   _,       _,     _,     _,      _,    a,      _,     _,      _,    _,      _,     _),
  'end-conflict':    row(_,   _,       _,     _,     _,      _,    a,      _,     _,      _,    _,      _,     _),
  'answer-access-request': row(_, g,   _,     _,     _,      _,    g,      g,     g,      g,    g,      g,     g),
  'ask-redaction':   row(g,   g,       g,     g,     g,      _,    g,      g,     g,      g,    g,      g,     g),
  'approve-redaction': row(_, g,       _,     _,     _,      _,    g,      g,     g,      g,    g,      g,     g),
  'hold-disposal':   row(_,   g,       _,     _,     _,      _,    g,      g,     g,      g,    g,      g,     g),
  // Each for what their own agency closed, or holds alone: see `ledger/dispose.ts`.
  'see-disposal':    row(_,   a,       _,     _,     _,      _,    a,      a,     a,      a,    a,      a,     a),
  dispose:           row(_,   g,       _,     _,     _,      _,    g,      g,     g,      g,    g,      g,     g),
  // Of shielded files the front door alone, of all others privacy officers: see `ledger/conflicts-found.ts`.
  'find-conflict':   row(_,   _,       a,     _,     _,      _,    a,      _,     _,      _,    _,      _,     _),
}

function row(...cells: readonly Cell[]): Record<Role, Cell> {
  return Object.fromEntries(Object.keys(roles).map((role, at) => [role, cells[at] ?? ''])) as Record<Role, Cell>
}

/**
 * Whether a role may do something in a relation to a case.
 * For acts that concern an area rather than a case the relation is not looked at: the post must be of that area.
 */
export function may(role: Role, act: ActOfAccess, relation: Relation): boolean {
  const cell = matrix[act][role]
  return cell === 'area' || cell.split(/, | or /).includes(relation)
}

/** Whether a role is one of those who work on matters and on no child's file. */
export function isOfMatters(role: Role): boolean {
  return ['designated-officer', 'partnership-officer', 'child-death-officer', 'panel-officer'].includes(role)
}

/** Who answers for the numbers that hold on each kind of case. A data lead writes down what any of them decided. */
const policyOf: Readonly<Record<keyof typeof actToOpen, readonly Role[]>> = {
  child: ['team-manager', 'data-lead'],
  context: ['team-manager', 'data-lead'],
  allegation: ['partnership-officer', 'data-lead'],
  incident: ['partnership-officer', 'data-lead'],
  assurance: ['partnership-officer', 'data-lead'],
  arrangements: ['partnership-officer', 'data-lead'],
  'child-death': ['child-death-officer', 'data-lead'],
  'national-review': ['panel-officer'],
}

/** The roles that set a local policy which holds on cases of these kinds. */
export function rolesSettingPolicy(kinds: readonly (keyof typeof actToOpen)[]): Role[] {
  return [...new Set(kinds.flatMap(kind => policyOf[kind]))]
}

/** The act that opens a case of each kind. */
export const actToOpen = {
  child: 'open-case',
  context: 'open-context',
  allegation: 'open-allegation',
  incident: 'open-incident',
  'national-review': 'open-national-review',
  'child-death': 'open-child-death',
  assurance: 'open-assurance',
  arrangements: 'open-arrangements',
} as const satisfies Readonly<Record<string, ActOfAccess>>

/** The act that opens a case of that kind; nothing for what is no kind of case. */
export function findActToOpen(kind: string): ActOfAccess | undefined {
  return Object.hasOwn(actToOpen, kind) ? actToOpen[kind as keyof typeof actToOpen] : undefined
}

/** Whether a role is one of an agency that works with the council, and has no teams that hold cases. */
export function isPartner(role: Role): boolean {
  return role === 'safeguarding-lead' || role === 'partner-manager'
}

/** Whether a text is the name of a role. */
export function isRole(text: string): text is Role {
  return Object.hasOwn(roles, text)
}
