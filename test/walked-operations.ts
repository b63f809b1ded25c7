/** For the walks of the API: what each operation asks for, what is sent to it, and a system in every kind of post. */
import { revokeClient } from '../src/access/clients.ts'
import type { Relation, Role } from '../src/access/policy.ts'
import type { operations } from '../src/api/routes.ts'
import { addAgency, addArea, addHolder } from '../src/people/establishment.ts'
import { transaction } from '../src/platform/database.ts'
import { newId } from '../src/platform/identifier.ts'
import { given } from './given-case.ts'
import { type Answered, type System, systemOf } from './system.ts'
import { type Asks, expectedOf, saysWhomToAsk, type Walked } from './walked-case.ts'

const one = '/api/v1/cases/:reference'
/** What each operation on a case asks for. What removes something comes last. */
export const asked: Readonly<Record<string, Asks>> = {
  [`GET ${one}`]: { act: 'see' },
  [`GET ${one}/facts`]: { act: 'see' },
  [`GET ${one}/duties`]: { act: 'see' },
  [`GET ${one}/disclosures`]: { act: 'see' },
  [`POST ${one}/facts`]: { act: 'record' },
  [`POST ${one}/facts/:fact/corrections`]: { act: 'correct-others' },
  [`POST ${one}/facts/:fact/disagreements`]: { act: 'record' },
  [`POST ${one}/answers`]: { act: 'ask', isAsked: true },
  [`POST ${one}/requests`]: { act: 'ask' },
  // The fact of the walk is no request.
  [`POST ${one}/requests/:fact/withdrawal`]: { act: 'ask', isNothing: true },
  [`POST ${one}/disclosures`]: { act: 'share' },
  [`POST ${one}/facts/:fact/strike-out`]: { act: 'strike-out' },
  [`POST ${one}/disclosures/:disclosure/recall`]: { act: 'share', isOwn: true },
}

/** Operations that are about no case of which the address speaks. They hold no word of a hidden case; see "lists". */
export const others: ReadonlySet<string> = new Set([
  'GET /api/v1/kinds',
  'GET /api/v1/agencies',
  'GET /api/v1/agencies/:agency/people',
  'GET /api/v1/bases',
  'GET /api/v1/duties',
  'GET /api/v1/cases',
  'POST /api/v1/cases',
  'POST /api/v1/referrals',
  'GET /api/v1/webhooks',
  'POST /api/v1/webhooks',
  'DELETE /api/v1/webhooks',
  'GET /api/v1/notices',
  'GET /api/v1/notices/:id',
])

export type OperationOfList = (typeof operations)[number]
export const keyOf = ({ method, url }: { method: string; url: string }) => `${method} ${url}`
/** Those on a case, in the order of the list above. */
export const onCases = (all: typeof operations) =>
  Object.keys(asked).flatMap(key => all.filter(operation => keyOf(operation) === key))

export const council = 'Harrowmere Council'
export const systems = {
  worker: ['social-worker', council, 'East team'],
  manager: ['team-manager', council, 'Managers and chairs'],
  door: ['front-door', council, 'Front door'],
  chair: ['conference-chair', council, 'Managers and chairs'],
  support: ['business-support', council, 'East team'],
  data: ['data-lead', council, 'Data'],
  privacy: ['privacy-officer', council, 'Privacy'],
  lead: ['safeguarding-lead', 'Linden Primary School', 'Safeguarding leads'],
  partner: ['partner-manager', 'Harrowmere Police', 'Public protection'],
  designated: ['designated-officer', council, 'Designated officers'],
  partnership: ['partnership-officer', 'Harrowmere Partnership', 'Partnership office'],
  deaths: ['child-death-officer', 'Child Death Office', 'Child death reviews'],
  panel: ['panel-officer', 'The Panel', 'Secretariat'],
  /** In a post of the same kind that has ended, of a client that was revoked, and in another area. */
  ended: ['social-worker', council, 'East team'],
  revoked: ['social-worker', council, 'East team'],
  stranger: ['partner-manager', 'Eastholt Police', 'Eastholt protection'],
} as const satisfies Record<string, readonly [Role, string, string]>
export type Name = keyof typeof systems
export const names = Object.keys(systems) as Name[]
/** Those who hold a post of the area now. */
export const inPosts = names.filter(name => !['ended', 'revoked', 'stranger'].includes(name))

/** The small borough, with the Panel and another area, and a system in each post. */
export async function givenSystems() {
  const here = await given()
  const { server } = here
  const { area } = server.borough
  const [elsewhere, panel] = [newId(), newId()]
  await transaction(server.db.recorder, async client => {
    const other = newId()
    await addArea(client, { id: other, kind: 'authority', name: 'Eastholt', codes: [] })
    await addAgency(client, { id: elsewhere, kind: 'police', name: 'Eastholt Police' }, [other])
    // The Panel acts for the nation; here it is given the area of the others.
    await addAgency(client, { id: panel, kind: 'national-panel', name: 'The Panel', body: 'panel' }, [area])
    await addHolder(client, {
      id: newId(),
      agencyId: panel,
      areaId: area,
      kind: 'team',
      name: 'Secretariat',
      worksOn: ['national-review'],
    })
    await addHolder(client, {
      id: newId(),
      agencyId: elsewhere,
      areaId: other,
      kind: 'role',
      name: 'Eastholt protection',
    })
  })
  const agencies = { ...server.borough.agencies, panel }
  /** Ids by the names of agencies. */
  const agencyOf: Readonly<Record<string, string>> = {
    [council]: agencies.authority,
    'Linden Primary School': agencies.school,
    'Harrowmere Police': agencies.police,
    'Harrowmere Partnership': agencies.partnership,
    'Child Death Office': agencies.deaths,
    'The Panel': panel,
  }
  const walking = {} as Record<Name, System>
  const walkers: Record<string, string> = {}
  for (const name of names) {
    const [role, agency, team] = systems[name]
    walking[name] = await systemOf(server, { agency, post: `${name} register`, role, teams: [team] })
    // Whoever listens is told of what is recorded from now on.
    await walking[name].send('POST', '/api/v1/webhooks', { url: 'https://example.org/heard' })
    const own = agencyOf[agency]
    if (own) walkers[name] = own
  }
  const walked = { ...server, borough: { ...server.borough, agencies } }
  return { here, agencyOf, walking, walkers, walked }
}

export type Systems = Awaited<ReturnType<typeof givenSystems>>

/** Ends the posts and clients that are walked as ended. */
export async function endSystems({ here, walking: { ended, revoked } }: Systems): Promise<void> {
  await here.server.db.owner.query('update post set until_at = now() where id = $1', [ended.postId])
  await transaction(here.server.db.owner, client => revokeClient(client, revoked.id, Date.now()))
}

const happened = { on: '2026-04-12' }
const why = { basis: 'ca1989-s47', necessity: 'They see her daily.', familyTold: 'yes' }

/** A body with which the operation could be carried out. */
function bodyOf(url: string, agency: string, seen: number, agencies: Record<string, string>): unknown {
  if (url.endsWith('/corrections')) return { happened, narrative: { address: 'Elsewhere' }, reason: 'Misheard.', seen }
  if (url.endsWith('/strike-out')) return { reason: 'It is not so.', seen }
  if (url.endsWith('/disagreements')) return { whose: 'agency', words: 'We see it otherwise.' }
  if (url.endsWith('/answers')) return { data: { answer: 'nothing-held' }, why }
  if (url.endsWith('/withdrawal')) return { reason: 'Somebody else told us.' }
  // The council is asked nothing in this walk.
  if (url.endsWith('/requests'))
    return {
      agencies: [agency === agencies['police'] ? agencies['school'] : agencies['police']],
      data: { purpose: 'section-47', urgency: 'soon' },
      narrative: { question: 'When did you see her last?', people: 'A girl in Year 1.' },
      why,
    }
  if (url.endsWith('/recall')) return { why: 'It was too much.' }
  if (url.endsWith('/facts')) return { kind: 'address-known', happened, narrative: { address: 'Elsewhere' } }
  const to = Object.values(agencies).filter(id => id !== agency)
  return { agencies: to.slice(0, 1), kinds: ['address-known'], why }
}

type Place = Pick<Walked, 'roots' | 'disclosures'>

/** Asks for an operation on a case; with which ids, and the number of the last entry that was seen, is what the case says. */
export async function ask(
  { here, agencyOf, walking, walked }: Systems,
  name: Name,
  { method, url }: OperationOfList,
  { roots, disclosures }: Place,
  reference: string,
) {
  const own = agencyOf[systems[name][1]] ?? agencyOf['Harrowmere Police'] ?? ''
  const root = roots[name] ?? roots['worker'] ?? newId()
  const address = url
    .replace(':reference', reference)
    .replace(':fact', root)
    .replace(':disclosure', disclosures[own] ?? newId())
  if (method === 'GET') return walking[name].get(address)
  const { rows } = await here.server.db.owner.query<{ seen: number | null }>(
    `select max(number) as seen from fact where root = $1 and act <> 'disagree'`,
    [root],
  )
  return walking[name].record(address, bodyOf(url, own, rows[0]?.seen ?? 0, walked.borough.agencies))
}

function said({ status }: Answered): string {
  if (status === 403) return 'not allowed'
  if (status === 404) return 'nothing there'
  return [200, 201].includes(status) ? 'yes' : `status ${status}`
}

/** What can be told apart from outside. */
export const seen = ({ status, text, headers }: Answered) => ({ status, text, type: headers['content-type'] })

/** The agencies that were asked something in this walk. */
const wereAsked: readonly string[] = ['Linden Primary School', 'Harrowmere Police']

/** What an operation on a case is answered otherwise than the matrix says to a system, in a relation to the case. */
export async function walk(
  all: Systems,
  name: Name,
  walked: Walked,
  relation: Relation,
  some: typeof operations,
): Promise<string[]> {
  const [role, agency] = systems[name]
  const wrong: string[] = []
  for (const operation of some) {
    const asks = asked[keyOf(operation)] as Asks
    // That it was asked nothing is said to a council post before whether it may answer.
    const isToOthers = asks.isAsked && !wereAsked.includes(agency) && relation !== 'restricted'
    const must = isToOthers ? 'nothing there' : expectedOf(asks, role, relation, false)
    const answer = await ask(all, name, operation, walked, walked.reference)
    const is = said(answer)
    if (is === 'not allowed' && !saysWhomToAsk(answer.text))
      wrong.push(`${keyOf(operation)} does not say whom to ask: ${answer.text}`)
    if (is !== must) wrong.push(`${keyOf(operation)}: ${is}, not ${must}: ${answer.text}`)
    if (is !== 'yes' && answer.text.includes(walked.surname)) wrong.push(`${keyOf(operation)} says the name`)
    if (relation !== 'none') continue
    const nothing = await ask(all, name, operation, walked, 'GT-0000000')
    if (JSON.stringify(seen(answer)) !== JSON.stringify(seen(nothing)))
      wrong.push(`${keyOf(operation)} is not answered as for nothing: ${answer.text}`)
  }
  return wrong
}
