/** For the walks of pages and of the API: a case in each way in which a post can stand to one, and what the matrix then says. */
import { type ActOfAccess, may, type Relation, type Role, roles } from '../src/access/policy.ts'
import { newReference } from '../src/people/establishment.ts'
import { newId } from '../src/platform/identifier.ts'
import { on } from './given-case.ts'
import type { TestServer } from './test-server.ts'

/** The council's: whoever is refused something is told how to reach it. */
const telephone = '01632 960100'

/** Gives the council its telephone number. */
export async function sayTelephone({ db, borough }: Pick<TestServer, 'db' | 'borough'>): Promise<void> {
  await db.owner.query('update agency set telephone = $2 where id = $1', [borough.agencies.authority, telephone])
}

/** Whether a refusal says who can do what was refused, whom to ask, and how to reach them. */
export function saysWhomToAsk(refusal: string): boolean {
  const text = refusal.replaceAll(/<[^>]*>/g, ' ').toLowerCase()
  const who = [...Object.values(roles), 'allocated worker', 'manager', 'Council', 'School', 'Police', 'team']
  return /\bask (?!if)\w+/.test(text) && text.includes(telephone) && who.some(one => text.includes(one.toLowerCase()))
}

export type Way =
  | 'granted'
  | 'disclosed'
  | 'none'
  | 'restricted'
  | 'shielded'
  | 'recalled'
  | 'conflict'
  /** Told to this post by name; told to somebody else of its agency by name. */
  | 'named'
  | 'colleague'
export const ways: readonly Way[] = ['granted', 'disclosed', 'none', 'restricted', 'shielded', 'recalled', 'conflict']

/** Ways of what is told to people by name: of no other page or act, and so walked by fewer. */
export const waysByName: readonly Way[] = ['named', 'colleague']

/** The mother on every walked case. */
export const motherOfAll = { forenames: 'Ottoline', surname: 'Everyfile', bornOn: '1990-01-31' } as const

export interface Walked {
  readonly id: string
  readonly reference: string
  /** A word that stands nowhere else. */
  readonly surname: string
  readonly nhsNumber: string
  /** A fact for each walker, by their name: of their agency, and recorded by nobody of the walk. */
  readonly roots: Readonly<Record<string, string>>
  /** What each agency told another one, by the agency. */
  readonly disclosures: Readonly<Record<string, string>>
  readonly dutyId: string
}

/**
 * A case on which council, school and police recorded something, and to which everybody stands in that way.
 * @param walkers the agency of each who will walk, by their name
 */
export async function openWalkedCase(
  server: TestServer,
  way: Way,
  walkers: Readonly<Record<string, string>>,
): Promise<Walked> {
  const { owner } = server.db
  const { agencies } = server.borough
  await sayTelephone(server)
  const [id, reference] = [newId(), newReference()]
  const surname = `Walked${way.charAt(0).toUpperCase()}${way.slice(1)}quist`
  const nhsNumber = `999000${String(1000 + [...ways, ...waysByName].indexOf(way))}`
  const fact = (kind: string, narrative: Record<string, string> = {}, data = {}) =>
    ({ act: 'record', kind, caseId: id, happened: on('2026-04-10'), data, narrative }) as const
  const restriction = way === 'restricted' || way === 'shielded' ? way : ('none' as const)
  const by = async (agencyId: string, acts: readonly ReturnType<typeof fact>[], isNew = false) => {
    const { ids } = await server.record('manager', {
      by: { postId: null, agencyId },
      acts,
      ...(isNew ? { opens: [{ id, kind: 'child', reference, teamId: null, restriction }] } : {}),
    })
    return ids as string[]
  }
  const asks = fact(
    'information-requested',
    { question: `Who lives with ${surname}?` },
    { asked: [agencies.school, agencies.police] },
  )
  const [named = '', referred = '', request = '', , mother = ''] = await by(
    agencies.authority,
    [
      fact('child-named', { surname }),
      fact('referral-received', {}, { source: '2A' }),
      asks,
      fact('child-identified', { identifier: nhsNumber }, { scheme: 'nhs-number' }),
      fact(
        'person-connected',
        { forenames: motherOfAll.forenames, surname: motherOfAll.surname },
        { relationship: 'mother', bornOn: motherOfAll.bornOn },
      ),
    ],
    true,
  )
  const roots: Record<string, string> = {}
  const all = Object.values(agencies)
  for (const agency of all) {
    const names = Object.keys(walkers).filter(name => walkers[name] === agency)
    const ids = await by(
      agency,
      names.map(() => fact('address-known', { address: surname })),
    )
    for (const [at, name] of names.entries()) roots[name] = ids[at] ?? ''
  }
  const told = [named, referred, request, mother]
  const isTold = way === 'disclosed' || waysByName.includes(way)
  const toldTo = () => (isTold ? [...told, ...Object.values(roots)] : told)
  const disclosures = await standIn(server, way, id, toldTo)
  const { rows } = await owner.query<{ id: string }>(
    `select id from duty where case_id = $1 and rule = 'decide-on-referral'`,
    [id],
  )
  return { id, reference, surname, nhsNumber, roots, disclosures, dutyId: rows[0]?.id ?? '' }
}

/**
 * Lets everybody stand to a file in that way, however they stood to it before.
 * @param toldTo the facts that an agency is told of in that way, by their roots
 * @returns what each agency told another one, by the agency
 */
export async function standIn(
  { db: { owner }, borough: { area, agencies } }: Pick<TestServer, 'db' | 'borough'>,
  way: Way,
  id: string,
  toldTo: (agency: string) => readonly string[],
): Promise<Record<string, string>> {
  for (const table of ['compartment_grant', 'disclosed_fact', 'disclosure', 'conflict_of_interest'])
    await owner.query(`delete from ${table} where case_id = $1`, [id])
  const restriction = way === 'restricted' || way === 'shielded' ? way : 'none'
  await owner.query('update case_file set restriction = $2 where id = $1', [id, restriction])
  const disclosures: Record<string, string> = {}
  const isByName = waysByName.includes(way)
  const isTold = way === 'granted' || way === 'disclosed' || way === 'recalled' || way === 'conflict' || isByName
  const all = Object.values(agencies)
  for (const [at, to] of all.entries()) {
    const from = all[(at + 1) % all.length] ?? ''
    const disclosure = newId()
    disclosures[from] = disclosure
    if (!isTold) continue
    const posts = isByName ? await namedAt(owner, to, way) : null
    await owner.query(
      `insert into disclosure (area_id, id, case_id, from_agency_id, to_agency_id, basis, necessity, family_told, reached_at, submission_id, post_ids)
       values ($1, $2, $3, $4, $5, 'ca1989-s47', 'Needed.', 'yes', now() - interval '1 hour', $2, $6)`,
      [area, disclosure, id, from, to, posts],
    )
    await owner.query(
      `insert into disclosed_fact (area_id, disclosure_id, case_id, root, agency_id, from_agency_id, reached_at, until_at, by_grant, post_ids)
       select distinct $1::uuid, $2::uuid, $3::uuid, f.root, $4::uuid, f.agency_id, now() - interval '1 hour', $5::timestamptz, $6::boolean, $8::uuid[]
       from fact f where f.case_id = $3 and f.root = any($7)`,
      [
        area,
        disclosure,
        id,
        to,
        way === 'recalled' ? new Date(Date.now() - 1000) : null,
        way === 'granted' || way === 'conflict',
        toldTo(to),
        posts,
      ],
    )
  }
  if (way === 'granted' || way === 'conflict') {
    await owner.query(
      `insert into compartment_grant (area_id, compartment_id, case_id, holder_id, starts_at, reason)
       select c.area_id, c.id, c.case_id, h.id, now() - interval '1 hour', 'test' from compartment c
       join holder h on h.agency_id = c.agency_id where c.case_id = $1`,
      [id],
    )
  }
  if (way === 'conflict') {
    await owner.query(
      `insert into conflict_of_interest (area_id, case_id, practitioner_id, how, since) select $1, $2, p.id, 'declared', now() from practitioner p`,
      [area, id],
    )
  }
  return disclosures
}

/** Everybody of an agency by their posts, or somebody of it who does not walk. */
async function namedAt(owner: TestServer['db']['owner'], agency: string, way: Way): Promise<string[]> {
  if (way === 'colleague') return [newId()]
  const { rows } = await owner.query<{ id: string }>('select id from post where agency_id = $1', [agency])
  return rows.map(({ id }) => id)
}

/** How a role then stands to it. Who may open a restricted record in an emergency is told by its reference that there is one. */
export function relationIn(way: Way, role: Role): Relation {
  if (way === 'granted' || way === 'disclosed') return way
  if (way === 'named') return 'disclosed'
  return way === 'restricted' && may(role, 'break-glass', 'restricted') ? 'restricted' : 'none'
}

/** What something of a case asks for; and who alone has anything there, where it is about something of one's own. */
export interface Asks {
  readonly act: ActOfAccess
  /** Only posts that are granted the case have something of their own there: for others there is nothing. */
  readonly isOwn?: true
  /** Only an agency that was asked something: not the council, which asked. */
  readonly isAsked?: true
  /** The fact of the walk is no such thing: nothing is there for anybody. */
  readonly isNothing?: true
  /** Another act that leads there too. */
  readonly or?: ActOfAccess
}

export type Outcome = 'yes' | 'not allowed' | 'nothing there'

/** What the matrix says of it. */
export function expectedOf(asks: Asks, role: Role, relation: Relation, isCouncil: boolean): Outcome {
  const { act, or, isOwn, isAsked, isNothing } = asks
  if (relation === 'none') return 'nothing there'
  if (relation === 'restricted') return 'not allowed'
  if ((isOwn && relation !== 'granted') || (isAsked && isCouncil && may(role, act, relation))) return 'nothing there'
  if (isNothing) return 'nothing there'
  return may(role, act, relation) || (or && may(role, or, relation)) ? 'yes' : 'not allowed'
}
