import { beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible, given } from '../../../test/given-case.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { isKindOf } from '../../engine/guidance.ts'
import { isOf } from '../../engine/procedure.ts'
import { guidance } from '../../procedures/index.ts'

let here: Awaited<ReturnType<typeof given>>
let worker: Visitor
beforeAll(async () => {
  here = await given()
  worker = await here.signedIn('eastworker')
})
const newCase: typeof here.newCase = surname => here.newCase(surname)
const signedIn: typeof here.signedIn = name => here.signedIn(name)

describe('choosing', () => {
  test('what the open duties ask for comes first, then every kind of the case in the order of the pathway', async () => {
    const { address, fact } = await newCase()
    await fact('referral-received', '2026-04-10', { data: { source: '1A' }, narrative: { reason: 'A bruise' } })
    // A manager may record what the team does, and answer requests for a record.
    const { status, body } = await (await signedIn('manager')).get(address)
    expect(status).toBe(200)
    expectAccessible(body)
    expect(body).toMatch(
      /Asked for now[\s\S]*record\/referral-decided\?answers-duty=decide-on-referral[\s\S]*Overdue[\s\S]*Everything that can be recorded/,
    )
    const labels = guidance.procedures
      .filter(one => isOf(one, 'child') && one.facts.some(({ apart, byAct }) => !apart && !byAct))
      .map(one => body.indexOf(`text">${one.label}<`))
    expect(labels).toEqual(labels.toSorted((a, b) => a - b))
    expect(Math.min(...labels)).toBeGreaterThan(0)
    for (const { kind, apart, byAct } of guidance.kinds.values())
      expect([kind, body.includes(`${address}/${kind}"`)]).toEqual([
        kind,
        !apart && !byAct && isKindOf(kind, 'child', guidance),
      ])
  })

  test('nothing open says so', async () => {
    const { address } = await newCase()
    expect((await worker.get(address)).body).toContain('No duty that this system tracks is open')
  })

  test('who may only read is told who may record; who may not see is told nothing', async () => {
    const { address } = await newCase()
    const chosen = await (await signedIn('dataLead'.toLowerCase())).get(address)
    expect(chosen.status).toBe(403)
    expect(chosen.body).toMatch(/social worker/)
    const other = await (await signedIn('westworker')).get(address)
    const none = await worker.get('/case/GT-0000000/record')
    expect([other.status, none.status]).toEqual([404, 404])
    expect(other.body).toBe(none.body)
  })
})
