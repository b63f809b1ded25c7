/**
 * Every operation, as a system in every kind of post in every relation to a case: the answer is the matrix's, what may not be
 * known is answered byte for byte like what is not there, and nobody is sent a word of a case that they may not see. An
 * operation of which this walk does not know what it asks for fails it.
 */
import { beforeAll, describe, expect, test } from 'vitest'
import { given } from '../../test/given-case.ts'
import { type Answered, type System, systemOf } from '../../test/system.ts'
import {
  type Asks,
  expectedOf,
  openWalkedCase,
  relationIn,
  saysWhomToAsk,
  type Walked,
  type Way,
  ways,
} from '../../test/walked-case.ts'
import { revokeClient } from '../access/clients.ts'
import { type Role, roles } from '../access/policy.ts'
import { addAgency, addArea, addHolder } from '../people/establishment.ts'
import { transaction } from '../platform/database.ts'
import { newId } from '../platform/identifier.ts'
import { operations } from './routes.ts'

const one = '/api/v1/cases/:reference'
const asked: Readonly<Record<string, Asks>> = {
  [`GET ${one}`]: { act: 'see' },
  [`GET ${one}/facts`]: { act: 'see' },
  [`GET ${one}/duties`]: { act: 'see' },
  [`GET ${one}/disclosures`]: { act: 'see' },
  [`POST ${one}/facts`]: { act: 'record' },
  [`POST ${one}/facts/:fact/corrections`]: { act: 'correct-others' },
  [`POST ${one}/facts/:fact/disagreements`]: { act: 'record' },
  [`POST ${one}/answers`]: { act: 'record', isAsked: true },
  [`POST ${one}/requests`]: { act: 'record' },
  // The fact of the walk is no request.
  [`POST ${one}/requests/:fact/withdrawal`]: { act: 'record', isNothing: true },
  [`POST ${one}/disclosures`]: { act: 'record' },
  [`POST ${one}/facts/:fact/strike-out`]: { act: 'strike-out' },
  [`POST ${one}/disclosures/:disclosure/recall`]: { act: 'record', isOwn: true },
}

/** Operations that are about no case of which the address speaks. They hold no word of a hidden case; see "lists". */
const others: ReadonlySet<string> = new Set([
  'GET /api/v1/kinds',
  'GET /api/v1/agencies',
  'GET /api/v1/agencies/:agency/people',
  'GET /api/v1/bases',
  'GET /api/v1/duties',
  'GET /api/v1/cases',
  'POST /api/v1/cases',
  'GET /api/v1/webhooks',
  'POST /api/v1/webhooks',
  'DELETE /api/v1/webhooks',
  'GET /api/v1/notices',
  'GET /api/v1/notices/:id',
])

const council = 'Harrowmere Council'
const systems = {
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
type Name = keyof typeof systems
const inPosts = (Object.keys(systems) as Name[]).filter(name => !['ended', 'revoked', 'stranger'].includes(name))

let here: Awaited<ReturnType<typeof given>>
/** Ids by the names of agencies. */
const agencyOf: Record<string, string> = {}
const walking = new Map<Name, System>()
const cases = new Map<Way, Walked>()

beforeAll(async () => {
  here = await given()
  const { server } = here
  const { area } = server.borough
  const [elsewhere, panel] = [newId(), newId()]
  await transaction(server.db.recorder, async client => {
    const other = newId()
    await addArea(client, { id: other, kind: 'authority', name: 'Eastholt', codes: [] })
    await addAgency(client, { id: elsewhere, kind: 'police', name: 'Eastholt Police' }, [other])
    // The Panel acts for the nation; here it is given the area of the others.
    await addAgency(client, { id: panel, kind: 'national-panel', name: 'The Panel', body: 'panel' }, [area])
    const secretariat = { id: newId(), agencyId: panel, areaId: area, kind: 'team', name: 'Secretariat' } as const
    await addHolder(client, secretariat)
    const holder = {
      id: newId(),
      agencyId: elsewhere,
      areaId: other,
      kind: 'role',
      name: 'Eastholt protection',
    } as const
    await addHolder(client, holder)
  })
  const agencies = { ...server.borough.agencies, panel }
  Object.assign(agencyOf, {
    [council]: agencies.authority,
    'Linden Primary School': agencies.school,
    'Harrowmere Police': agencies.police,
    'Harrowmere Partnership': agencies.partnership,
    'Child Death Office': agencies.deaths,
    'The Panel': panel,
  })
  const walkers: Record<string, string> = {}
  for (const name of Object.keys(systems) as Name[]) {
    const [role, agency, team] = systems[name]
    const system = await systemOf(server, { agency, post: `${name} register`, role, teams: [team] })
    // Whoever listens is told of what is recorded from now on.
    await system.send('POST', '/api/v1/webhooks', { url: 'https://example.org/heard' })
    walking.set(name, system)
    const own = agencyOf[agency]
    if (own) walkers[name] = own
  }
  const walked = { ...server, borough: { ...server.borough, agencies } }
  for (const way of ways) cases.set(way, await openWalkedCase(walked, way, walkers))
  const { ended, revoked } = Object.fromEntries(walking) as Record<Name, System>
  await server.db.owner.query('update post set until_at = now() where id = $1', [ended.postId])
  await transaction(server.db.owner, client => revokeClient(client, revoked.id, Date.now()))
}, 60_000)

const system = (name: Name) => walking.get(name) as System
const keyOf = ({ method, url }: { method: string; url: string }) => `${method} ${url}`
/** In the order of the list above, where what removes something comes last. */
const ofCases = Object.keys(asked).flatMap(key => operations.filter(operation => keyOf(operation) === key))
const isRecall = ({ url }: { url: string }) => url.endsWith('/recall')

const happened = { on: '2026-04-12' }
const why = { basis: 'ca1989-s47', necessity: 'They see her daily.', familyTold: 'yes' }

/** A body with which the operation could be carried out. */
function bodyOf(url: string, agency: string, seen: number): unknown {
  const { agencies } = here.server.borough
  if (url.endsWith('/corrections')) return { happened, narrative: { address: 'Elsewhere' }, reason: 'Misheard.', seen }
  if (url.endsWith('/strike-out')) return { reason: 'It is not so.', seen }
  if (url.endsWith('/disagreements')) return { whose: 'agency', words: 'We see it otherwise.' }
  if (url.endsWith('/answers')) return { data: { answer: 'nothing-held' }, why }
  if (url.endsWith('/withdrawal')) return { reason: 'Somebody else told us.' }
  // The council is asked nothing in this walk.
  if (url.endsWith('/requests'))
    return {
      agencies: [agency === agencies.police ? agencies.school : agencies.police],
      data: { purpose: 'section-47', urgency: 'soon' },
      narrative: { question: 'When did you see her last?', people: 'A girl in Year 1.' },
      why,
    }
  if (url.endsWith('/recall')) return { why: 'It was too much.' }
  if (url.endsWith('/facts')) return { kind: 'address-known', happened, narrative: { address: 'Elsewhere' } }
  const to = Object.values(agencies).filter(id => id !== agency)
  return { agencies: to.slice(0, 1), kinds: ['address-known'], why }
}

/** Asks for an operation on a case; with which ids, and the number of the last entry that was seen, is what the case says. */
async function ask(name: Name, { method, url }: (typeof operations)[number], walked: Walked, reference: string) {
  const agency = systems[name][1]
  const own = agencyOf[agency] ?? agencyOf['Harrowmere Police'] ?? ''
  const root = walked.roots[name] ?? walked.roots['worker'] ?? ''
  const address = url
    .replace(':reference', reference)
    .replace(':fact', root)
    .replace(':disclosure', walked.disclosures[own] ?? newId())
  if (method === 'GET') return system(name).get(address)
  const { rows } = await here.server.db.owner.query<{ seen: number }>(
    `select max(number) as seen from fact where root = $1 and act <> 'disagree'`,
    [root],
  )
  return system(name).record(address, bodyOf(url, own, rows[0]?.seen ?? 0))
}

function said({ status }: Answered): string {
  if (status === 403) return 'not allowed'
  if (status === 404) return 'nothing there'
  return [200, 201].includes(status) ? 'yes' : `status ${status}`
}

/** What can be told apart from outside. */
const seen = ({ status, text, headers }: Answered) => ({ status, text, type: headers['content-type'] })

test('every role of the matrix is walked', () => {
  expect([...new Set(Object.values(systems).map(([role]) => role))].toSorted()).toEqual(Object.keys(roles).toSorted())
})

test('the walk knows of every operation what it asks for', () => {
  const known = [...Object.keys(asked), ...others]
  expect(operations.map(keyOf).toSorted()).toEqual(known.toSorted())
})

/** The agencies that were asked something in this walk. */
const wereAsked: readonly string[] = ['Linden Primary School', 'Harrowmere Police']

/** What an operation is answered wrongly to a system, in a relation to a case. */
async function walk(name: Name, way: Way, some: typeof ofCases): Promise<string[]> {
  const [role, agency] = systems[name]
  const walked = cases.get(way) as Walked
  const relation = relationIn(way, role)
  const wrong: string[] = []
  for (const operation of some) {
    const asks = asked[keyOf(operation)] as Asks
    // That it was asked nothing is said to a council post before whether it may answer.
    const isToOthers = asks.isAsked && !wereAsked.includes(agency) && relation !== 'restricted'
    const must = isToOthers ? 'nothing there' : expectedOf(asks, role, relation, false)
    const answer = await ask(name, operation, walked, walked.reference)
    const is = said(answer)
    if (is === 'not allowed' && !saysWhomToAsk(answer.text))
      wrong.push(`${keyOf(operation)} does not say whom to ask: ${answer.text}`)
    if (is !== must) wrong.push(`${keyOf(operation)}: ${is}, not ${must}: ${answer.text}`)
    if (is !== 'yes' && answer.text.includes(walked.surname)) wrong.push(`${keyOf(operation)} says the name`)
    if (relation !== 'none') continue
    const nothing = await ask(name, operation, walked, 'GT-0000000')
    if (JSON.stringify(seen(answer)) !== JSON.stringify(seen(nothing)))
      wrong.push(`${keyOf(operation)} is not answered as for nothing: ${answer.text}`)
  }
  return wrong
}

describe.each(inPosts)('a system as %s', name => {
  const [role, agency] = systems[name]

  test.each(ways)('to which the case is %s', async way => {
    const some = ofCases.filter(operation => !isRecall(operation))
    expect(await walk(name, way, some)).toEqual([])
  })

  test('lists', async () => {
    const one = system(name)
    const hidden = ways.filter(way => !['granted', 'disclosed'].includes(relationIn(way, role)))
    const addresses = ['kinds', 'agencies', 'bases', 'duties', 'cases', 'webhooks', 'notices']
    for (const { reference, nhsNumber } of cases.values())
      addresses.push(`cases?reference=${reference}`, `cases?nhs_number=${nhsNumber}`)
    for (const address of addresses) {
      const { status, text } = await one.get(`/api/v1/${address}`)
      expect([address, status]).toEqual([address, 200])
      for (const way of hidden) {
        const { surname, reference, id } = cases.get(way) as Walked
        expect([address, [surname, reference, id].filter(word => text.includes(word))]).toEqual([address, []])
      }
    }
    for (const way of ['granted', 'disclosed'] as const) {
      const { reference, nhsNumber } = cases.get(way) as Walked
      expect((await one.get('/api/v1/cases')).text).toContain(reference)
      // The number was recorded by the council, and told nobody.
      const found = (await one.get(`/api/v1/cases?nhs_number=${nhsNumber}`)).text.includes(reference)
      expect([way, found]).toEqual([way, way === 'granted' && agency === council])
    }
  })

  test('a notice of a case that was closed since is answered like one that never was', async () => {
    const one = system(name)
    const { rows } = await here.server.db.owner.query<{ id: string; case_id: string }>(
      'select id, case_id from notice where client_id = $1',
      [one.id],
    )
    const nothing = await one.get(`/api/v1/notices/${newId()}`)
    expect(nothing.status).toBe(404)
    for (const way of ways.filter(way => relationIn(way, role) === 'none' || relationIn(way, role) === 'restricted')) {
      for (const { id } of rows.filter(row => row.case_id === cases.get(way)?.id)) {
        const answer = await one.get(`/api/v1/notices/${id}`)
        expect([way, seen(answer)]).toEqual([way, seen(nothing)])
      }
    }
  })
})

// What one agency recalls another no longer sees: after all else.
test.each(inPosts)('recalling, a system as %s', async name => {
  const wrong = []
  for (const way of ways) wrong.push(...(await walk(name, way, ofCases.filter(isRecall))))
  expect(wrong).toEqual([])
})

test('some notice was written of a case that was closed since', async () => {
  const { rows } = await here.server.db.owner.query<{ count: number }>(
    'select count(*)::int as count from notice where case_id = any($1)',
    [(['none', 'recalled', 'conflict'] as const).map(way => cases.get(way)?.id)],
  )
  expect(rows[0]?.count).toBeGreaterThan(0)
})

describe.each([
  ['ended', 403],
  ['revoked', 401],
  ['stranger', 404],
] as const)('a system whose post or client is %s', (name, status) => {
  test('is answered alike of every case and of none', async () => {
    const wrong: string[] = []
    for (const operation of ofCases) {
      for (const walked of cases.values()) {
        const answer = await ask(name, operation, walked, walked.reference)
        const nothing = await ask(name, operation, walked, 'GT-0000000')
        if (answer.status !== status || JSON.stringify(seen(answer)) !== JSON.stringify(seen(nothing)))
          wrong.push(`${keyOf(operation)}: ${answer.status}: ${answer.text}`)
      }
    }
    expect(wrong).toEqual([])
  })

  test('is listed nothing', async () => {
    for (const address of [
      'duties',
      'cases',
      'notices',
      ...[...cases.values()].map(one => `cases?reference=${one.reference}`),
    ]) {
      const answer = await system(name).get(`/api/v1/${address}`)
      expect([address, answer.status]).toEqual([address, name === 'stranger' ? 200 : status])
      for (const { reference, id, surname } of cases.values())
        for (const word of [id, surname, reference]) expect(answer.text).not.toContain(word)
    }
  })
})
