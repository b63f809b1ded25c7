/** A page asked about a fact, a duty or a disclosure that the visitor may not see answers as for none: byte for byte. */
import { beforeAll, describe, expect, test } from 'vitest'
import { date } from '../../test/given-case.ts'
import { type Blind, unseenFact } from '../../test/unseen-fact.ts'
import type { Reply, Visitor } from '../../test/visitor.ts'
import { newId } from '../platform/identifier.ts'
import { routes } from './routes.ts'

let here: Awaited<ReturnType<typeof unseenFact>>
beforeAll(async () => {
  here = await unseenFact()
})

/** What an answer says, without what differs with each: the address, the tokens of its forms, the time. */
function answer({ status, body, to }: Reply, id: string) {
  return { status, to: to.replaceAll(id, 'ID'), body: body.replaceAll(id, 'ID').replaceAll(/value="[\w-]{20,}"/g, '') }
}

const whole = { ...date('2026-04-12'), reason: 'x', words: 'x', whose: 'agency', correctionReason: 'x' }
const shared = { decision: 'share', basis: 'ca1989-s47', 'why-necessary': 'x', 'family-told': 'yes' }

/** Each place of a page or a form in which a fact can be named. */
const ways: Readonly<
  Record<string, (blind: Blind, id: string) => readonly [address: string, form?: Record<string, string>]>
> = {
  'what a record continues': (_, id) => ['record/child-seen', { ...whole, 'continues-fact': id }],
  'what the form of a record begins with': (_, id) => [`record/child-seen?continues-fact=${id}`],
  'what is shared': ({ who }, id) => {
    const { school, police } = here.server.borough.agencies
    return ['share', { ...shared, records: id, agencies: who === 'duty' ? school : police }]
  },
  'what the form to share begins with': (_, id) => [`share?records=${id}`],
  'which request is answered': (_, id) => ['answer', { request: id, answer: 'nothing-held' }],
  'which fact was just recorded': (_, id) => [`?recorded=${id}`],
}

describe.each(['duty', 'teacher'] as const)('%s', name => {
  let visitor: Visitor
  let blind: Blind
  beforeAll(async () => {
    visitor = await here.signedIn(name)
    blind = here.blind.find(one => one.who === name) as Blind
  })
  const ask = async (address: string, id: string, form?: Record<string, string>) => {
    const at = `/case/${here.child.reference}${address.startsWith('?') ? '' : '/'}${address}`
    return answer(form ? await visitor.write(at, form) : await visitor.get(at), id)
  }

  test('every page of a fact', async () => {
    const ofFacts = routes.filter(({ url }) => url.startsWith('/case/:reference/') && url.includes(':root'))
    expect(ofFacts.length).toBeGreaterThan(8)
    for (const { method, url } of ofFacts) {
      const asked = (id: string) =>
        ask(url.replace('/case/:reference/', '').replace(':root', id), id, method === 'POST' ? whole : undefined)
      const ofNothing = await asked(newId())
      expect([url, ofNothing.status === 404 || ofNothing.status === 403]).toEqual([url, true])
      for (const id of blind.hidden) expect([url, await asked(id)]).toEqual([url, ofNothing])
    }
  })

  test.each(Object.entries(ways))('%s', async (_, way) => {
    const asked = (id: string) => {
      const [address, form] = way(blind, id)
      return ask(address, id, form)
    }
    const ofNothing = await asked(newId())
    for (const id of blind.hidden) expect(await asked(id)).toEqual(ofNothing)
  })

  test('a duty, asked for or answered', async () => {
    const forged = blind.hiddenDuty.replace(here.referral, newId())
    expect(forged).not.toBe(blind.hiddenDuty)
    for (const asked of [
      (id: string) => ask(`duty?id=${encodeURIComponent(id)}`, encodeURIComponent(id)),
      (id: string) => ask('record/referral-decided', id, { ...whole, outcome: 'assessment', 'answers-duty': id }),
      (id: string) => ask(`record/departure-explained?answers-duty=${encodeURIComponent(id)}`, id),
    ])
      expect(await asked(blind.hiddenDuty)).toEqual(await asked(forged))
  })

  test('a disclosure of others', async () => {
    const hidden = name === 'duty' ? here.toldPolice : here.toldSchool
    for (const form of [undefined, { why: 'x' }]) {
      const asked = (id: string) => ask(`told/${id}/recall`, id, form)
      const ofNothing = await asked(newId())
      expect(ofNothing.status).toBe(404)
      expect(await asked(hidden)).toEqual(ofNothing)
    }
  })
})
