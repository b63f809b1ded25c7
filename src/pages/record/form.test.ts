import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { date, expectAccessible, given } from '../../../test/given-case.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { guidance } from '../../procedures/index.ts'
import { hasOwnPage } from './own-pages.ts'

let here: Awaited<ReturnType<typeof given>>
let worker: Visitor
/** A manager records what every post of the team may, and answers requests for a record. */
let manager: Visitor
beforeAll(async () => {
  here = await given()
  worker = await here.signedIn('eastworker')
  manager = await here.signedIn('manager')
})
const newCase: typeof here.newCase = surname => here.newCase(surname)
const factsOf: typeof here.factsOf = id => here.factsOf(id)

describe('the form', () => {
  // What stands apart, is asked in its own way or is done by two people, has pages of its own.
  test.each(
    [...guidance.kinds.values()]
      .filter(({ kind, apart, byAct }) => !apart && !byAct && !hasOwnPage(kind))
      .map(({ kind }) => kind),
  )('of %s has a label for each field and says nothing that is not there', async kind => {
    const [of = 'child'] = [guidance.procedureOf.get(kind)?.caseKind ?? 'child'].flat()
    const { address } = of === 'child' ? await newCase() : await here.openAny(of)
    const { status, body } = await manager.get(`${address}/${kind}`)
    expect(status).toBe(200)
    expectAccessible(body)
    expect(gzipSync(body).length, 'what goes over the wire').toBeLessThan(30_000)
    for (const field of Object.values(guidance.kinds.get(kind)?.fields ?? {}))
      expect(body).toContain(field.label.replaceAll('&', '&amp;'))
  })

  test('no field of any kind has a name that a form has already', () => {
    for (const { kind, fields } of guidance.kinds.values())
      for (const name of Object.keys(fields))
        expect([kind, name]).toEqual([kind, expect.stringMatching(/^(?!happened$)[a-z][A-Za-z0-9]*$/)])
  })

  test('says which duty it answers, with its paragraph, and what it starts, with its limit', async () => {
    const { address, fact } = await newCase()
    await fact('referral-received', '2026-04-13', { data: { source: '1A' } })
    const { body } = await worker.get(`${address}/referral-decided`)
    expect(body).toMatch(
      /This answers a duty[\s\S]*Decide what happens next[\s\S]*today[\s\S]*Working Together to Safeguard Children/,
    )
    expect(body).toMatch(/What this starts[\s\S]*Tell the child and the family/)
    expect(body).toContain('Continues:</b> Referral received, 13 April 2026')
    expect((await worker.get(`${address}/strategy-discussion-held`)).body).toMatch(/within 15 working days/)
  })

  test('asks what it continues only where there is a choice, the open one chosen', async () => {
    const { address, fact } = await newCase()
    const first = await fact('referral-received', '2026-03-02')
    await fact('referral-decided', '2026-03-03', { about: first, data: { outcome: 'no-further-action' } })
    const second = await fact('referral-received', '2026-04-10')
    const { body } = await worker.get(`${address}/referral-decided`)
    expect(body).toContain('Which record does this continue?')
    expect(body).toMatch(new RegExp(`value="${second}"[^>]*checked`))
    expect(body).not.toMatch(new RegExp(`value="${first}"[^>]*checked`))
  })

  test('offers the answers of the day on which the procedure opened', async () => {
    const early = await newCase()
    await early.fact('referral-received', '2019-03-02')
    const late = await newCase()
    await late.fact('referral-received', '2026-03-02')
    const dated = [...guidance.kinds.values()].find(
      kind =>
        kind.about?.includes('referral-received') &&
        Object.values(kind.fields).some(
          field => 'options' in field && Object.values(field.options).some(option => option.from),
        ),
    )
    if (!dated) return
    const option = Object.values(dated.fields)
      .flatMap(field => ('options' in field ? Object.values(field.options) : []))
      .find(one => one.from)
    expect((await worker.get(`${late.address}/${dated.kind}`)).body).toContain(option?.label)
    expect((await worker.get(`${early.address}/${dated.kind}`)).body).not.toContain(option?.label)
  })

  test('local practice is called so', async () => {
    const { address } = await newCase()
    expect((await worker.get(`${address}/section-47-enquiry-concluded`)).body).toContain(
      'Local practice, not in the guidance',
    )
  })

  test('checking shows the days, as far as the visitor can see, and records nothing', async () => {
    const { id, address, fact } = await newCase()
    await fact('referral-received', '2026-03-16')
    await worker.get(`${address}/strategy-discussion-held`)
    const typed = { ...date('2026-03-20'), outcome: 'section-47', reasons: 'Two marks' }
    const { status, body } = await worker.write(`${address}/strategy-discussion-held`, { ...typed, _check: 'yes' })
    expect(status).toBe(200)
    // 15 working days from Friday 20 March 2026, over Good Friday and Easter Monday: 14 April.
    expect(body).toMatch(/Hold an initial child protection conference[^<]*: <b>due 14 April 2026/)
    expect(body).toContain('As far as you can see')
    expect(body).toContain('>Two marks</textarea>')
    expect(await factsOf(id)).toHaveLength(2)
    const undated = await worker.write(`${address}/strategy-discussion-held`, { outcome: 'section-47', _check: 'yes' })
    expect(undated.status).toBe(422)
    expect(undated.body).toContain('Enter a date')
  })
})
