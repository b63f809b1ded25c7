/** What a system may not see it cannot name either: a forged identifier is answered like one of nothing. */
import { beforeAll, describe, expect, test } from 'vitest'
import { type System, systemOf } from '../../test/system.ts'
import { type Blind, unseenFact } from '../../test/unseen-fact.ts'
import { newId } from '../platform/identifier.ts'

let here: Awaited<ReturnType<typeof unseenFact>>
const systems = {} as Record<Blind['who'], System>

beforeAll(async () => {
  here = await unseenFact()
  systems.duty = await systemOf(here.server, {
    agency: 'Harrowmere Council',
    post: 'Register',
    role: 'front-door',
    teams: ['Front door'],
  })
  systems.teacher = await systemOf(here.server, {
    agency: 'Linden Primary School',
    post: 'Register',
    role: 'safeguarding-lead',
    teams: ['Safeguarding leads'],
  })
})

const why = { basis: 'ca1989-s47', necessity: 'x', familyTold: 'yes' }
const seen = { kind: 'child-seen', happened: { on: '2026-04-12' }, data: { where: 'home', alone: true }, narrative: {} }
const body = { happened: { on: '2026-04-12' }, data: {}, narrative: {}, reason: 'x', seen: 3 }

/** Each place of an operation in which a fact can be named. */
const ways: Readonly<Record<string, (blind: Blind, id: string) => readonly [url: string, body: object]>> = {
  'a record that continues it': (_, id) => ['/facts', { ...seen, about: id }],
  'a correction': (_, id) => [`/facts/${id}/corrections`, body],
  'a strike-out': (_, id) => [`/facts/${id}/strike-out`, { reason: 'x', seen: 3 }],
  'a disagreement': (_, id) => [`/facts/${id}/disagreements`, { whose: 'agency', words: 'x' }],
  'an answer': (_, id) => ['/answers', { request: id, data: { answer: 'nothing-held' }, narrative: {}, why }],
  sharing: ({ who }, id) => ['/disclosures', { agencies: [agencyToTell(who)], facts: [id], why }],
}
const agencyToTell = (who: Blind['who']) => here.server.borough.agencies[who === 'duty' ? 'school' : 'police']

describe.each(Object.entries(ways))('%s', (_, way) => {
  test.each(['duty', 'teacher'] as const)('by the system of the %s', async who => {
    const blind = here.blind.find(one => one.who === who) as Blind
    const asked = async (id: string) => {
      const [url, sent] = way(blind, id)
      const { status, text } = await systems[who].record(`/api/v1/cases/${here.child.reference}${url}`, sent)
      return { status, text: text.replaceAll(id, 'ID') }
    }
    const ofNothing = await asked(newId())
    expect([404, 422]).toContain(ofNothing.status)
    for (const id of blind.hidden) expect(await asked(id)).toEqual(ofNothing)
  })
})

test('a duty, and a disclosure of others', async () => {
  const of = `/api/v1/cases/${here.child.reference}`
  for (const { who, hiddenDuty } of here.blind) {
    const answering = async (answers: string) => {
      const { status, text } = await systems[who].record(`${of}/facts`, { ...seen, answers })
      return { status, text: text.replaceAll(answers, 'ID') }
    }
    const recalling = async (id: string) => {
      const { status, text } = await systems[who].record(`${of}/disclosures/${id}/recall`, { why: 'x' })
      return { status, text: text.replaceAll(id, 'ID') }
    }
    const forged = hiddenDuty.replace(here.referral, newId())
    expect(await answering(hiddenDuty)).toEqual(await answering(forged))
    expect((await answering(forged)).status).toBe(422)
    const ofNothing = await recalling(newId())
    expect(ofNothing.status).toBe(404)
    expect(await recalling(who === 'duty' ? here.toldPolice : here.toldSchool)).toEqual(ofNothing)
  }
})
