/**
 * Every page, as every kind of post, in every relation to a case: the answer is the matrix's, and no page shows a word of a case
 * that the post may not see. A route of which this walk does not know what it asks for fails it.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { given } from '../../test/given-case.ts'
import { inTurn } from '../../test/in-turn.ts'
import type { Visitor } from '../../test/visitor.ts'
import {
  expectedOf,
  motherOfAll,
  openWalkedCase,
  relationIn,
  saysWhomToAsk,
  type Walked,
  type Way,
  ways,
} from '../../test/walked-case.ts'
import { addressOf, asked, walkers as people, said, whole } from '../../test/walked-pages.ts'
import { mayInArea } from '../access/visit.ts'
import { newId } from '../platform/identifier.ts'
import { routes } from './routes.ts'

/** Pages that are about no case of which the address speaks, or that have a walk of their own. */
const others: ReadonlySet<string> = new Set([
  '/',
  '/sign-in',
  '/sign-in/begin',
  '/sign-in/back',
  '/story-sign-in/form/:uid',
  '/sign-out',
  '/post',
  // Without an account, and of no case that the address names: `worry/worry.test.ts`, `worry/answered.test.ts`.
  '/worry',
  '/worry/:area',
  '/worry/receipt/:code',
  '/worry/receipt/:code/:step',
  // Opening in an emergency: `break-glass/open.test.ts` and `nothing.test.ts` walk it.
  '/case/:reference/open',
  '/case/:reference/open/end',
  '/break-glass/:id/seen',
  '/conflicts',
  '/conflicts/home',
  '/due',
  '/find',
  // Of each file on which somebody stands: `involved/together.test.ts`, and below, among what finds and lists.
  '/involved',
  // The guidance: of no case.
  '/guidance',
  '/guidance/compare',
  '/guidance/procedure/:procedure',
  // England, of no case.
  '/footprint',
  // How far a document of one’s own has come, and nothing of a person: `documents/making.test.ts`.
  '/making/:id',
  // Opening a matter: `new-matter/new-matter.test.ts` walks it, kind by kind.
  '/new',
  '/new/:kind',
  '/drafts',
  '/drafts/resume',
  '/drafts/discard',
  '/draft',
])

let here: Awaited<ReturnType<typeof given>>
const cases = new Map<Way, Walked>()
type Name = keyof typeof people
const everyThird = [true, false, false]
const names = Object.keys(people) as Name[]

beforeAll(async () => {
  here = await given()
  const walkers = Object.fromEntries(names.map(name => [name, here.server.borough.people[people[name][0]].agency]))
  for (const way of ways) cases.set(way, await openWalkedCase(here.server, way, walkers))
}, 60_000)

test('the walk knows of every route what it asks for', () => {
  const unknown = routes.filter(
    ({ url, visit }) => !asked[url] && !others.has(url) && ['signed-in', 'practitioner', 'anyone'].includes(visit),
  )
  expect(unknown.map(({ method, url }) => `${method} ${url}`)).toEqual([])
  const urls = new Set(routes.map(({ url }) => url))
  expect([...Object.keys(asked), ...others].filter(url => !urls.has(url))).toEqual([])
})

describe.each(names)('%s', name => {
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
    const relation = relationIn(way, role)
    const isCouncil = agency === here.server.borough.agencies.authority
    const hidden = ways.filter(one => relationIn(one, role) === 'none')
    const wrong: string[] = []
    for (const [at, { method, url }] of routes.entries()) {
      if (relation === 'none' && inTurn(hidden, at, names.indexOf(name)) !== way) continue
      const asks = asked[url]
      // What an address names besides a file is there in `walk-of-objects.test.ts`; that nothing is where it is not, one asks for all.
      if (!asks || (asks.isNothing && name !== 'manager')) continue
      const address = addressOf(url, walked, name, agency)
      const must = expectedOf(asks, role, relation, isCouncil)
      // What making a document takes is the same for all: what stands in it is looked at in `walk-of-objects.test.ts`.
      if (must === 'yes' && /\.(pdf|docx)$/.test(url) && !inTurn(everyThird, at, names.indexOf(name))) continue
      const to = cases.get(way === 'granted' ? 'disclosed' : 'granted')?.reference ?? ''
      const form = must === 'yes' ? {} : (whole[url] ?? { to })
      const reply = method === 'GET' ? await visitor.get(address) : await visitor.write(address, form)
      const is = said(reply)
      if (is === 'not allowed' && !saysWhomToAsk(reply.body)) wrong.push(`${method} ${url} does not say whom to ask`)
      if (is !== must) wrong.push(`${method} ${url}: ${is}, not ${must}`)
      if (relation !== 'granted' && relation !== 'disclosed' && reply.body.includes(walked.surname))
        wrong.push(`${method} ${url} shows the name`)
    }
    expect(wrong).toEqual([])
  })

  test('finds and lists only what it may see', async () => {
    const hidden = ways.filter(way => relationIn(way, role) !== 'granted' && relationIn(way, role) !== 'disclosed')
    const pages = [
      '/due',
      '/due?scope=team',
      '/due?scope=agency',
      '/overview',
      '/drafts',
      '/conflicts',
      '/break-glass',
      '/disposal',
      '/import',
      '/same-child',
      '/triage',
      '/triage?show=overdue',
      `/find?for=involved&q=${motherOfAll.surname}`,
    ]
    const nothings = new Set<string>()
    for (const way of ways) {
      const walked = cases.get(way) as Walked
      pages.push(`/find?q=${walked.surname}`, `/find?q=${walked.reference}`, `/find?for=involved&q=${walked.surname}`)
      const mother = `${motherOfAll.forenames} ${motherOfAll.surname}`
      const together = new URLSearchParams({ with: mother, born: motherOfAll.bornOn, file: walked.reference })
      pages.push(`/involved?${together}`)
      if (hidden.includes(way)) nothings.add(`/involved?${together}`)
    }
    for (const page of pages) {
      const { body, status } = await visitor.get(page)
      if (nothings.has(page)) expect([page, status]).toEqual([page, 404])
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
      if (!isAllowed) expect([method, url, saysWhomToAsk(reply.body)]).toEqual([method, url, true])
    }
  })
})
