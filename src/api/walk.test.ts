/**
 * Every operation, as a system in every kind of post in every relation to a case: the answer is the matrix's, what may not be
 * known is answered byte for byte like what is not there, and nobody is sent a word of a case that they may not see. An
 * operation of which this walk does not know what it asks for fails it.
 */
import { beforeAll, describe, expect, test } from 'vitest'
import { inTurn } from '../../test/in-turn.ts'
import { openWalkedCase, relationIn, type Walked, type Way, ways } from '../../test/walked-case.ts'
import {
  ask,
  asked,
  council,
  endSystems,
  givenSystems,
  inPosts,
  keyOf,
  type Name,
  onCases,
  others,
  seen,
  systems,
  walk,
} from '../../test/walked-operations.ts'
import { roles } from '../access/policy.ts'
import { newId } from '../platform/identifier.ts'
import { operations } from './routes.ts'

let all: Awaited<ReturnType<typeof givenSystems>>
let here: (typeof all)['here']
const cases = new Map<Way, Walked>()

beforeAll(async () => {
  all = await givenSystems()
  here = all.here
  for (const way of ways) cases.set(way, await openWalkedCase(all.walked, way, all.walkers))
  await endSystems(all)
}, 180_000)

const system = (name: Name) => all.walking[name]
const ofCases = onCases(operations)
const isRecall = ({ url }: { url: string }) => url.endsWith('/recall')

test('every role of the matrix is walked', () => {
  expect([...new Set(Object.values(systems).map(([role]) => role))].toSorted()).toEqual(Object.keys(roles).toSorted())
})

test('the walk knows of every operation what it asks for', () => {
  const known = [...Object.keys(asked), ...others]
  expect(operations.map(keyOf).toSorted()).toEqual(known.toSorted())
})

const walkWay = (name: Name, way: Way, some: typeof ofCases) => {
  const relationOf = (one: Way) => relationIn(one, systems[name][0])
  const hidden = ways.filter(one => relationOf(one) === 'none')
  const isAsked = (at: number) => relationOf(way) !== 'none' || inTurn(hidden, at, inPosts.indexOf(name)) === way
  return walk(
    all,
    name,
    cases.get(way) as Walked,
    relationOf(way),
    some.filter((_, at) => isAsked(at)),
  )
}

describe.each(inPosts)('a system as %s', name => {
  const [role, agency] = systems[name]

  test.each(ways)('to which the case is %s', async way => {
    const some = ofCases.filter(operation => !isRecall(operation))
    expect(await walkWay(name, way, some)).toEqual([])
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
  for (const way of ways) wrong.push(...(await walkWay(name, way, ofCases.filter(isRecall))))
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
    for (const [at, operation] of ofCases.entries()) {
      const walked = inTurn([...cases.values()], at, status) as Walked
      const answer = await ask(all, name, operation, walked, walked.reference)
      const nothing = await ask(all, name, operation, walked, 'GT-0000000')
      if (answer.status !== status || JSON.stringify(seen(answer)) !== JSON.stringify(seen(nothing)))
        wrong.push(`${keyOf(operation)}: ${answer.status}: ${answer.text}`)
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
