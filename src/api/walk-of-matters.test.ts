/**
 * The walk of the API goes on, in a file of its own so that it walks beside the other one: what is told to people by name, a record
 * that was opened in an emergency, a matter of each kind, and telling the council of a child.
 */
import { beforeAll, describe, expect, test } from 'vitest'
import { on } from '../../test/given-case.ts'
import { inTurn } from '../../test/in-turn.ts'
import { openWalkedCase, relationIn, saysWhomToAsk, type Walked } from '../../test/walked-case.ts'
import {
  ask,
  council,
  givenSystems,
  inPosts,
  type Name,
  onCases,
  others,
  type Systems,
  seen,
  systems,
  walk,
} from '../../test/walked-operations.ts'
import { may } from '../access/policy.ts'
import { relationOf } from '../access/relation.ts'
import { caseKinds } from '../engine/procedure.ts'
import { breakGlass } from '../ledger/break-glass.ts'
import { newReference } from '../people/establishment.ts'
import { transaction } from '../platform/database.ts'
import { newId } from '../platform/identifier.ts'
import { kindsOfCase } from '../procedures/case-kinds.ts'
import { operations } from './routes.ts'

let all: Systems
const cases = {} as Record<'named' | 'colleague' | 'restricted', Walked>

beforeAll(async () => {
  all = await givenSystems()
  for (const way of ['named', 'colleague', 'restricted'] as const)
    cases[way] = await openWalkedCase(all.walked, way, all.walkers)
}, 180_000)

const ofCases = onCases(operations)

describe.each(inPosts)('a system as %s, of what is told by name', name => {
  test.each(['named', 'colleague'] as const)('%s', async way => {
    expect(await walk(all, name, cases[way], relationIn(way, systems[name][0]), ofCases)).toEqual([])
  })
})

test('opened in an emergency: for the post that opened it, what the matrix lets be done then, and for no other', async () => {
  const { server } = all.here
  const { area, agencies, people } = server.borough
  const opens = (postId: string) =>
    breakGlass(
      { ...server.ledger, now: () => Date.now() },
      {
        areaId: area,
        reference: cases.restricted.reference,
        submissionId: newId(),
        by: { postId, agencyId: agencies.authority },
        scope: 'whole',
        minutes: 60,
        reason: 'At the hospital',
        toldPostId: people.manager.post,
      },
    )
  // A person of the same team opens it: to the system it stays as it was.
  await opens(people.eastWorker.post)
  expect(await walk(all, 'worker', cases.restricted, 'restricted', ofCases)).toEqual([])
  expect(await walk(all, 'lead', cases.restricted, 'none', ofCases)).toEqual([])
  await opens(all.walking.worker.postId)
  expect(await walk(all, 'worker', cases.restricted, 'opened', ofCases)).toEqual([])
  expect(await walk(all, 'door', cases.restricted, 'restricted', ofCases)).toEqual([])
  // Neither asked nor told by the post that opened it.
  expect(await walk(all, 'partnership', cases.restricted, 'none', ofCases)).toEqual([])
})

/** The agency that opens a matter, by the body whose it is. */
const openers: Readonly<Record<string, string>> = {
  'safeguarding-partners': 'Harrowmere Partnership',
  'child-death-review-partners': 'Child Death Office',
  panel: 'The Panel',
}

/** What was answered where there is nothing. */
const nothings = new Map<string, object>()

/** Those to whom a matter is not there ask for a third of what there is of it, of each matter another third. */
const everyThird = [true, false, false]
const matters = caseKinds.filter(kind => kind !== 'child')
const isTurn = (kind: string, name: Name, at: number) =>
  inTurn(
    everyThird,
    matters.findIndex(one => one === kind),
    inPosts.indexOf(name),
    at,
  )

describe.each(matters)('a matter: %s', kind => {
  const [body = ''] = kindsOfCase[kind].bodies
  const named = kindsOfCase[kind].namedBy
  const word = `Matter${kind.replace('-', '')}quist`
  const narrative = Object.hasOwn(named.fields, 'surname') ? { surname: word } : { name: word }
  const [id, reference] = [newId(), newReference()]
  let root: string

  beforeAll(async () => {
    const first = {
      act: 'record',
      caseId: id,
      kind: named.kind,
      happened: on('2026-04-01'),
      data: {},
      narrative,
    } as const
    const { ids } = await all.here.server.record('manager', {
      by: { postId: null, agencyId: all.agencyOf[openers[body] ?? council] ?? '' },
      opens: [{ id, kind, reference, teamId: null }],
      acts: [first],
    })
    root = ids[0] ?? ''
  })

  const relationTo = async (name: Name) => {
    const { db, borough } = all.here.server
    const standing = await transaction(db.recorder, client =>
      relationOf(client, borough.area, all.walking[name].postId, [id]),
    )
    return standing?.relations.get(id) ?? 'none'
  }

  test('is there for those who work on it, and for others as if it were not', async () => {
    const relations: string[] = []
    for (const name of inPosts) {
      const relation = await relationTo(name)
      relations.push(relation)
      const wrong: string[] = []
      const place = { roots: { [name]: root, worker: root }, disclosures: {} }
      const at = `/api/v1/cases/${reference}`
      for (const [at, operation] of ofCases.entries()) {
        if (relation === 'none' && !isTurn(kind, name, at)) continue
        // What is written on it is tried beside: an operation here changes it for those who walk next.
        if (relation !== 'none' && operation.method !== 'GET') continue
        const answer = await ask(all, name, operation, place, reference)
        const must = relation === 'none' ? 404 : 200
        if (answer.status !== must) wrong.push(`${operation.method} ${operation.url}: ${answer.status}: ${answer.text}`)
        if (relation !== 'none') continue
        const key = `${name} ${operation.method} ${operation.url}`
        const nothing = nothings.get(key) ?? seen(await ask(all, name, operation, place, 'GT-0000000'))
        nothings.set(key, nothing)
        if (JSON.stringify(seen(answer)) !== JSON.stringify(nothing))
          wrong.push(`${operation.url} is not answered as for nothing: ${answer.text}`)
      }
      if (relation !== 'none') {
        const renamed = { kind: named.kind, happened: { on: '2026-04-02' }, narrative }
        const { status, text } = await all.walking[name].record(`${at}/facts`, renamed)
        const must = may(systems[name][0], 'record', relation) ? 201 : 403
        if (status !== must) wrong.push(`recording: ${status}: ${text}`)
      }
      expect([name, relation, wrong]).toEqual([name, relation, []])
    }
    expect(new Set(relations)).toEqual(new Set(['granted', 'none']))
  })

  test('stands in no list of others', async () => {
    const gets = [...others].flatMap(key => (key.startsWith('GET ') ? [key.slice('GET '.length)] : []))
    const addresses = gets.map(url => url.replace(':agency', all.agencyOf[council] ?? '').replace(':id', newId()))
    for (const name of inPosts) {
      const isHidden = (await relationTo(name)) === 'none'
      for (const [at, address] of [...addresses, `/api/v1/cases?reference=${reference}`].entries()) {
        if (isHidden && !isTurn(kind, name, at)) continue
        const { status, text } = await all.walking[name].get(address)
        expect([address, status]).toEqual([address, address.includes('/notices/') ? 404 : 200])
        if (isHidden)
          expect([name, address, [word, reference, id].filter(one => text.includes(one))]).toEqual([name, address, []])
      }
      const found = (await all.walking[name].get(`/api/v1/cases?reference=${reference}`)).text.includes(reference)
      expect([name, found]).toEqual([name, !isHidden])
    }
  })
})

test.each(inPosts)('telling the council of a child, a system as %s', async name => {
  const answer = await all.walking[name].record('/api/v1/cases', {
    child: { surname: `Told${name}quist` },
    seen: 'She was hungry.',
    reason: 'That nobody cooks.',
    safety: 'not-known',
    parents: 'agree',
    contact: `${name}, the register`,
  })
  const isAllowed = may(systems[name][0], 'refer', 'none')
  expect([answer.status, answer.text]).toEqual([isAllowed ? 201 : 403, expect.any(String)])
  if (!isAllowed) expect(saysWhomToAsk(answer.text), answer.text).toBe(true)
})
