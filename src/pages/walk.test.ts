/**
 * Every page, as every kind of post, in every relation to a case: the answer is the matrix's, and no page shows a word of a case
 * that the post may not see. A route of which this walk does not know what it asks for fails it.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { date, given, on } from '../../test/given-case.ts'
import type { Reply, Visitor } from '../../test/visitor.ts'
import { type ActOfAccess, may, type Relation, type Role } from '../access/policy.ts'
import { mayInArea } from '../access/visit.ts'
import { newReference } from '../people/establishment.ts'
import { newId } from '../platform/identifier.ts'
import { routes } from './routes.ts'

/** What a page of a case asks for; and who alone has anything there, where it is about something of one's own. */
interface Asks {
  readonly act: ActOfAccess
  /** Only posts that are granted the case have something of their own there: for others there is nothing. */
  readonly isOwn?: true
  /** Only an agency that was asked something. */
  readonly isAsked?: true
  /** The fact of the walk is no such thing: nothing is there for anybody. */
  readonly isNothing?: true
  /** Another act that leads there too. */
  readonly or?: ActOfAccess
}

const asked: Readonly<Record<string, Asks>> = {
  '/case/:reference': { act: 'see' },
  '/case/:reference/as-known': { act: 'see' },
  '/case/:reference/duty': { act: 'see' },
  '/case/:reference/readers': { act: 'see-log' },
  '/case/:reference/involved': { act: 'see' },
  '/case/:reference/why': { act: 'see' },
  '/case/:reference/told': { act: 'see' },
  '/case/:reference/told/:disclosure/recall': { act: 'record', isOwn: true },
  '/case/:reference/share': { act: 'record' },
  '/case/:reference/ask': { act: 'record' },
  '/case/:reference/answer': { act: 'record', isAsked: true },
  // Who answers requests for the record takes them in as well.
  '/case/:reference/record': { act: 'record', or: 'answer-access-request' },
  '/case/:reference/access-request': { act: 'answer-access-request' },
  '/case/:reference/access-request/:root': { act: 'answer-access-request', isNothing: true },
  '/case/:reference/access-request/:root/record.pdf': { act: 'answer-access-request', isNothing: true },
  '/case/:reference/record/:kind': { act: 'record' },
  '/case/:reference/fact/:root/correct': { act: 'correct-others' },
  '/case/:reference/fact/:root/strike-out': { act: 'strike-out' },
  '/case/:reference/fact/:root/move': { act: 'strike-out' },
  '/case/:reference/fact/:root/disagree': { act: 'record' },
}

/** Of a form about one fact the ledger decides when it arrives, so that somebody who was overtaken sees by what: it must be whole. */
const whole: Readonly<Record<string, Record<string, string>>> = {
  '/case/:reference/fact/:root/correct': { ...date('2026-04-09'), address: 'Elsewhere', correctionReason: 'Misheard.' },
  '/case/:reference/fact/:root/strike-out': { reason: 'It is not so.' },
  '/case/:reference/fact/:root/disagree': { whose: 'agency', words: 'We see it otherwise.' },
}

/** Pages that are about no case of which the address speaks, or that have a walk of their own. */
const others: ReadonlySet<string> = new Set([
  '/',
  '/sign-in',
  '/sign-in/begin',
  '/sign-in/back',
  '/story-sign-in/form/:uid',
  '/sign-out',
  '/post',
  // Opening in an emergency: `break-glass/open.test.ts` and `nothing.test.ts` walk it.
  '/case/:reference/open',
  '/case/:reference/open/end',
  '/break-glass/:id/seen',
  '/conflicts',
  '/due',
  '/find',
  '/drafts',
  '/drafts/resume',
  '/drafts/discard',
  '/draft',
])

type Way = 'granted' | 'disclosed' | 'none' | 'restricted' | 'shielded' | 'recalled' | 'conflict'
const ways: readonly Way[] = ['granted', 'disclosed', 'none', 'restricted', 'shielded', 'recalled', 'conflict']

interface Walked {
  readonly id: string
  readonly reference: string
  /** A word that stands nowhere else. */
  readonly surname: string
  /** A fact of each agency, by the agency: recorded by nobody of the walk. */
  readonly roots: Readonly<Record<string, string>>
  /** What each agency told another one, by the agency. */
  readonly disclosures: Readonly<Record<string, string>>
  readonly dutyId: string
}

let here: Awaited<ReturnType<typeof given>>
const cases = new Map<Way, Walked>()
const people = {
  eastworker: ['eastWorker', 'social-worker'],
  manager: ['manager', 'team-manager'],
  duty: ['duty', 'front-door'],
  chair: ['chair', 'conference-chair'],
  support: ['support', 'business-support'],
  datalead: ['dataLead', 'data-lead'],
  privacyofficer: ['privacyOfficer', 'privacy-officer'],
  teacher: ['teacher', 'safeguarding-lead'],
  police: ['police', 'partner-manager'],
} as const satisfies Record<string, readonly [string, Role]>
type Name = keyof typeof people

beforeAll(async () => {
  here = await given()
  for (const way of ways) cases.set(way, await openCase(way))
}, 60_000)

/** A case on which council, school and police recorded something, and to which everybody stands in that way. */
async function openCase(way: Way): Promise<Walked> {
  const { db, borough } = here.server
  const { owner } = db
  const { area, agencies } = borough
  const [id, reference] = [newId(), newReference()]
  const surname = `Walked${way.charAt(0).toUpperCase()}${way.slice(1)}quist`
  const fact = (kind: string, narrative: Record<string, string> = {}, data = {}) =>
    ({ act: 'record', kind, caseId: id, happened: on('2026-04-10'), data, narrative }) as const
  const restriction = way === 'restricted' || way === 'shielded' ? way : ('none' as const)
  const roots: Record<string, string> = {}
  const by = async (agencyId: string, acts: readonly ReturnType<typeof fact>[], isNew = false) => {
    const { ids } = await here.server.record('manager', {
      by: { postId: null, agencyId },
      acts,
      ...(isNew ? { opens: [{ id, kind: 'child', reference, teamId: null, restriction }] } : {}),
    })
    return ids as string[]
  }
  const all = Object.values(agencies)
  const asks = fact(
    'information-requested',
    { question: 'Who lives there?' },
    { asked: [agencies.school, agencies.police] },
  )
  const [named = '', referred = '', request = '', address = ''] = await by(
    agencies.authority,
    [
      fact('child-named', { surname }),
      fact('referral-received', {}, { source: '2A' }),
      asks,
      fact('address-known', { address: surname }),
    ],
    true,
  )
  roots[agencies.authority] = address
  for (const agency of [agencies.school, agencies.police])
    roots[agency] = (await by(agency, [fact('address-known', { address: surname })]))[0] ?? ''
  await owner.query('delete from compartment_grant where case_id = $1', [id])
  const disclosures: Record<string, string> = {}
  const isTold = way === 'granted' || way === 'disclosed' || way === 'recalled' || way === 'conflict'
  for (const [at, to] of all.entries()) {
    const from = all[(at + 1) % all.length] ?? ''
    const disclosure = newId()
    disclosures[from] = disclosure
    if (!isTold) continue
    await owner.query(
      `insert into disclosure (area_id, id, case_id, from_agency_id, to_agency_id, basis, necessity, family_told, reached_at, submission_id)
       values ($1, $2, $3, $4, $5, 'ca1989-s47', 'Needed.', 'yes', now() - interval '1 hour', $2)`,
      [area, disclosure, id, from, to],
    )
    await owner.query(
      `insert into disclosed_fact (area_id, disclosure_id, case_id, root, agency_id, from_agency_id, reached_at, until_at, by_grant)
       select $1, $2, $3, f.root, $4, f.agency_id, now() - interval '1 hour', $5, $6 from fact f where f.case_id = $3 and f.root = any($7)`,
      [
        area,
        disclosure,
        id,
        to,
        way === 'recalled' ? new Date(Date.now() - 1000) : null,
        way === 'granted' || way === 'conflict',
        way === 'disclosed' ? [named, referred, request, ...Object.values(roots)] : [named, referred, request],
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
  const { rows } = await owner.query<{ id: string }>(
    `select id from duty where case_id = $1 and rule = 'decide-on-referral'`,
    [id],
  )
  return { id, reference, surname, roots, disclosures, dutyId: rows[0]?.id ?? '' }
}

const relationIn = (way: Way, name: Name): Relation => {
  if (way === 'granted' || way === 'disclosed') return way
  // Who may open a restricted file in an emergency is told by its reference that there is one.
  return way === 'restricted' && ['eastworker', 'manager', 'duty'].includes(name) ? 'restricted' : 'none'
}

function addressOf(url: string, walked: Walked, agency: string): string {
  const path = url
    .replace(':reference', walked.reference)
    .replace(':root', walked.roots[agency] ?? newId())
    .replace(':disclosure', walked.disclosures[agency] ?? newId())
    .replace(':kind', 'child-seen')
  if (url.endsWith('/duty')) return `${path}?id=${encodeURIComponent(walked.dutyId)}`
  return url.endsWith('/as-known') ? `${path}?on=2026-04-10` : path
}

/** "yes", "not allowed" or "nothing there". */
function said({ status, to }: Reply): string {
  if (status === 403) return 'not allowed'
  if (status === 404) return 'nothing there'
  // An empty form comes back, or what cannot be done here leads on.
  return [200, 422].includes(status) || (status === 303 && !to.startsWith('/sign-in')) ? 'yes' : `status ${status}`
}

function expected(
  { act, or, isOwn, isAsked, isNothing }: Asks,
  role: Role,
  relation: Relation,
  isCouncil: boolean,
): string {
  if (relation === 'none') return 'nothing there'
  if (relation === 'restricted') return 'not allowed'
  if ((isOwn && relation !== 'granted') || (isAsked && isCouncil && may(role, act, relation))) return 'nothing there'
  if (isNothing) return 'nothing there'
  return may(role, act, relation) || (or && may(role, or, relation)) ? 'yes' : 'not allowed'
}

test('the walk knows of every route what it asks for', () => {
  const unknown = routes.filter(
    ({ url, visit }) => !asked[url] && !others.has(url) && ['signed-in', 'practitioner', 'anyone'].includes(visit),
  )
  expect(unknown.map(({ method, url }) => `${method} ${url}`)).toEqual([])
  const urls = new Set(routes.map(({ url }) => url))
  expect([...Object.keys(asked), ...others].filter(url => !urls.has(url))).toEqual([])
})

describe.each(Object.keys(people) as Name[])('%s', name => {
  const [who, role] = people[name]
  let visitor: Visitor
  let agency: string
  beforeAll(async () => {
    visitor = await here.signedIn(name)
    agency = here.server.borough.people[who].agency
  })
  afterAll(() => undefined)

  test.each(ways)('to whom the case is %s', async way => {
    const walked = cases.get(way) as Walked
    const relation = relationIn(way, name)
    const isCouncil = agency === here.server.borough.agencies.authority
    const wrong: string[] = []
    for (const { method, url } of routes) {
      const asks = asked[url]
      if (!asks) continue
      const address = addressOf(url, walked, agency)
      const must = expected(asks, role, relation, isCouncil)
      const to = cases.get(way === 'granted' ? 'disclosed' : 'granted')?.reference ?? ''
      const form = must === 'yes' ? {} : (whole[url] ?? { to })
      const reply = method === 'GET' ? await visitor.get(address) : await visitor.write(address, form)
      const is = said(reply)
      if (is !== must) wrong.push(`${method} ${url}: ${is}, not ${must}`)
      if (relation !== 'granted' && relation !== 'disclosed' && reply.body.includes(walked.surname))
        wrong.push(`${method} ${url} shows the name`)
    }
    expect(wrong).toEqual([])
  })

  test('finds and lists only what it may see', async () => {
    const hidden = ways.filter(way => relationIn(way, name) !== 'granted' && relationIn(way, name) !== 'disclosed')
    const pages = [
      '/due',
      '/due?scope=team',
      '/due?scope=agency',
      '/overview',
      '/drafts',
      '/conflicts',
      '/break-glass',
      '/import',
    ]
    for (const way of ways) {
      const walked = cases.get(way) as Walked
      pages.push(`/find?q=${walked.surname}`, `/find?q=${walked.reference}`, `/find?for=involved&q=${walked.surname}`)
    }
    for (const page of pages) {
      const { body } = await visitor.get(page)
      // What was typed stands in the field again.
      const shown = body.replaceAll(/<input[^>]*>/g, '')
      for (const way of hidden) {
        const { surname } = cases.get(way) as Walked
        expect([page, shown.includes(`<b>${surname}`), shown.includes(`>${surname}`)]).toEqual([page, false, false])
      }
    }
    const { surname } = cases.get('granted') as Walked
    expect((await visitor.get(`/find?q=${surname}`)).body).toContain(surname)
  })

  test('visits a page of the area if the matrix says so', async () => {
    for (const { method, url, visit } of routes) {
      if (visit === 'signed-in' || visit === 'practitioner' || visit === 'anyone') continue
      const address = url.replace(':id', newId())
      const reply = method === 'GET' ? await visitor.get(address) : await visitor.write(address, {})
      const isAllowed = mayInArea({ role } as never, visit)
      expect([method, url, reply.status === 403]).toEqual([method, url, !isAllowed])
    }
  })
})
