/**
 * The walk goes on: the posts that work on no child's file, what is told to people by name, a record opened in an emergency, and a
 * matter of each kind. A file of its own, so that it walks beside the other one.
 */
import { beforeAll, describe, expect, test } from 'vitest'
import { given, on } from '../../test/given-case.ts'
import { inTurn } from '../../test/in-turn.ts'
import { addPanel } from '../../test/panel.ts'
import type { Visitor } from '../../test/visitor.ts'
import { expectedOf, openWalkedCase, relationIn, saysWhomToAsk, type Walked, type Way } from '../../test/walked-case.ts'
import { addressOf, asked, said, walkers, whole } from '../../test/walked-pages.ts'
import { may, type Relation, type Role, roles } from '../access/policy.ts'
import { relationOf } from '../access/relation.ts'
import { mayInArea } from '../access/visit.ts'
import { caseKinds } from '../engine/procedure.ts'
import { breakGlass } from '../ledger/break-glass.ts'
import { newReference } from '../people/establishment.ts'
import { transaction } from '../platform/database.ts'
import { newId } from '../platform/identifier.ts'
import { kindsOfCase } from '../procedures/case-kinds.ts'
import { routes } from './routes.ts'

const officers = {
  designated: 'designated-officer',
  partnership: 'partnership-officer',
  deaths: 'child-death-officer',
  panel: 'panel-officer',
} as const satisfies Record<string, Role>
const others = { eastworker: 'social-worker', duty: 'front-door', teacher: 'safeguarding-lead' } as const
const people = { ...officers, ...others }
type Name = keyof typeof people
const names = Object.keys(people) as Name[]

let here: Awaited<ReturnType<typeof given>>
const agencyOf = {} as Record<Name, string>
const postOf = {} as Record<Name, string>
const visitors = {} as Record<Name, Visitor>
const cases = new Map<Way, Walked>()

beforeAll(async () => {
  here = await given()
  const { borough } = here.server
  const { designated, partnership, deaths, eastWorker, duty, teacher } = borough.people
  const panel = await addPanel(here.server)
  const held = { designated, partnership, deaths, panel, eastworker: eastWorker, duty, teacher }
  for (const name of names) {
    agencyOf[name] = held[name].agency
    postOf[name] = held[name].post
    visitors[name] = await here.signedIn(name)
  }
  const server = { ...here.server, borough: { ...borough, agencies: { ...borough.agencies, panel: panel.agency } } }
  for (const way of ['granted', 'disclosed', 'shielded', 'named', 'colleague', 'restricted'] as const)
    cases.set(way, await openWalkedCase(server, way, agencyOf))
}, 60_000)

const nothings = new Map<string, string>()

/** What is answered at an address where there is nothing. */
async function nothingAt(name: Name, address: string): Promise<string> {
  const before = nothings.get(`${name} ${address}`)
  if (before !== undefined) return before
  const { body } = await visitors[name].get(address)
  nothings.set(`${name} ${address}`, body)
  return body
}

const ofCases = routes.filter(({ url }) => asked[url])

/** What is answered otherwise than the matrix says. What an address names besides a file is walked in `walk-of-objects.test.ts`. */
async function walk(name: Name, walked: Walked, relation: Relation): Promise<string[]> {
  const wrong: string[] = []
  const to = cases.get(walked === cases.get('granted') ? 'disclosed' : 'granted')?.reference ?? ''
  // Only the school was asked something.
  const isNotAsked = name !== 'teacher'
  for (const { method, url } of ofCases.filter(one => !asked[one.url]?.isNothing)) {
    const must = expectedOf(asked[url] as (typeof asked)[string], people[name], relation, isNotAsked)
    const address = addressOf(url, walked, name, agencyOf[name])
    const form = must === 'yes' ? {} : (whole[url] ?? { to })
    const reply = method === 'GET' ? await visitors[name].get(address) : await visitors[name].write(address, form)
    const is = said(reply)
    if (is !== must) wrong.push(`${method} ${url}: ${is}, not ${must}`)
    if (is === 'not allowed' && !saysWhomToAsk(reply.body)) wrong.push(`${method} ${url} does not say whom to ask`)
    if (['none', 'restricted'].includes(relation) && reply.body.includes(walked.surname))
      wrong.push(`${method} ${url} shows the name`)
  }
  return wrong
}

test('every role of the matrix is walked, here or beside', () => {
  const beside = Object.values(walkers).map(([, role]) => role)
  expect([...beside, ...Object.values(officers)].toSorted()).toEqual(Object.keys(roles).toSorted())
})

describe.each(Object.keys(officers) as Name[])('%s', name => {
  test.each(['granted', 'disclosed', 'shielded'] as const)('to whom a child’s file is %s', async way => {
    expect(await walk(name, cases.get(way) as Walked, relationIn(way, people[name]))).toEqual([])
  })

  test('visits a page of the area if the matrix says so', async () => {
    for (const { method, url, visit } of routes) {
      if (visit === 'signed-in' || visit === 'practitioner' || visit === 'anyone') continue
      const address = url.replace(':id', newId())
      const reply = method === 'GET' ? await visitors[name].get(address) : await visitors[name].write(address, {})
      const isAllowed = mayInArea({ role: people[name] } as never, visit)
      expect([method, url, reply.status === 403]).toEqual([method, url, !isAllowed])
    }
  })
})

describe.each(['teacher', 'partnership', 'duty'] as const)('%s, of what is told by name', name => {
  test.each(['named', 'colleague'] as const)('%s', async way => {
    expect(await walk(name, cases.get(way) as Walked, relationIn(way, people[name]))).toEqual([])
  })
})

test('opened in an emergency: what the matrix lets be done then, and nothing more', async () => {
  const walked = cases.get('restricted') as Walked
  await breakGlass(
    { ...here.server.ledger, now: () => Date.now() },
    {
      areaId: here.server.borough.area,
      reference: walked.reference,
      submissionId: newId(),
      by: { postId: postOf.eastworker, agencyId: agencyOf.eastworker },
      scope: 'whole',
      minutes: 60,
      reason: 'At the hospital',
      toldPostId: here.server.borough.people.manager.post,
    },
  )
  expect(await walk('eastworker', walked, 'opened')).toEqual([])
  expect(await walk('duty', walked, 'restricted')).toEqual([])
})

/** Those to whom a matter is not there ask for a third of its pages, of each matter another third. */
const everyThird = [true, false, false]
const matters = caseKinds.filter(kind => kind !== 'child')

describe.each(matters)('a matter: %s', kind => {
  test('is there for those who work on it, and for others as if it were not', async () => {
    const [body] = kindsOfCase[kind].bodies
    const opener: Record<string, Name> = {
      authority: kind === 'allegation' ? 'designated' : 'duty',
      'safeguarding-partners': 'partnership',
      'child-death-review-partners': 'deaths',
      panel: 'panel',
    }
    const by = opener[body ?? ''] ?? 'duty'
    const [id, reference] = [newId(), newReference()]
    const word = `Matter${kind.replace('-', '')}quist`
    const named = kindsOfCase[kind].namedBy
    const narrative = Object.hasOwn(named.fields, 'surname') ? { surname: word } : { name: word }
    const first = {
      act: 'record',
      caseId: id,
      kind: named.kind,
      happened: on('2026-04-01'),
      data: {},
      narrative,
    } as const
    await here.server.record('manager', {
      by: { postId: null, agencyId: agencyOf[by] },
      opens: [{ id, kind, reference, teamId: null }],
      acts: [first],
    })
    const relations: string[] = []
    for (const name of names) {
      const standing = await transaction(here.server.db.recorder, client =>
        relationOf(client, here.server.borough.area, postOf[name], [id]),
      )
      const relation = standing?.relations.get(id) ?? 'none'
      relations.push(relation)
      const wrong: string[] = []
      for (const [at, { method, url }] of ofCases.entries()) {
        if (relation === 'none' && !inTurn(everyThird, matters.indexOf(kind), names.indexOf(name), at)) continue
        if (method !== 'GET' || url.includes(':root') || url.includes(':disclosure') || url.includes(':link')) continue
        const of = (to: string) =>
          url.replace(':reference', to).replace(':kind', named.kind).replace(':other', 'GT-0000000')
        const reply = await visitors[name].get(of(reference))
        const nothing = relation === 'none' ? await nothingAt(name, of('GT-0000000')) : undefined
        if (nothing && (reply.status !== 404 || reply.body !== nothing)) wrong.push(`${url}: ${reply.status}`)
        const { act, or, isNothing } = asked[url] as (typeof asked)[string]
        const mayNot = !may(people[name], act, relation) && !(or && may(people[name], or, relation))
        if (!nothing && reply.status >= 500) wrong.push(`${url}: ${reply.status}`)
        if (!nothing && mayNot && !isNothing && reply.status < 400) wrong.push(`${url}: ${reply.status}`)
        if (
          !nothing &&
          act === 'see' &&
          !isNothing &&
          !url.includes('duty') &&
          reply.status !== 200 &&
          !url.includes('as-known')
        )
          wrong.push(`${url}: ${reply.status}`)
      }
      const found = (await visitors[name].get(`/find?q=${word}`)).body.replaceAll(/<input[^>]*>/g, '')
      if (found.includes(word) !== (relation === 'granted')) wrong.push(`found: ${found.includes(word)}`)
      expect([name, relation, wrong]).toEqual([name, relation, []])
    }
    expect(new Set(relations)).toEqual(new Set(['granted', 'none']))
  })
})
