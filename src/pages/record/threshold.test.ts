import { beforeAll, expect, test } from 'vitest'
import { date, expectAccessible, given, on } from '../../../test/given-case.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { newReference } from '../../people/establishment.ts'
import { newId } from '../../platform/identifier.ts'

let here: Awaited<ReturnType<typeof given>>
let worker: Visitor
beforeAll(async () => {
  here = await given()
  worker = await here.signedIn('eastworker')
})

/** The value in the field of the form in which the document is named. */
const cited = (body: string) => /<input[^>]*name="threshold"[^>]*value="([^"]*)"/.exec(body)?.[1] ?? ''

test('a decision begins with the threshold document that the area has published, as it stands on that day', async () => {
  const { address, fact } = await here.newCase()
  await fact('referral-received', '2026-04-13', { data: { source: '2A' }, narrative: { reason: 'Marks' } })
  // None is published: nothing is said.
  const before = await worker.get(`${address}/referral-decided`)
  expect([cited(before.body), before.body.includes('The threshold document of the area')]).toEqual(['', false])
  await publish('2019-09-02', 'Right Help, 4th edition')
  const last = await publish('2026-04-01', 'Right Help, 5th edition')
  await publish('2026-04-14', 'Right Help, struck out', true)
  for (const kind of [
    'referral-decided',
    'referral-decision-proposed',
    'early-help-assessed',
    'early-help-refusal-judged',
  ]) {
    const { body } = await worker.get(`${address}/${kind}`)
    expectAccessible(body)
    expect([kind, cited(body)]).toEqual([kind, 'Right Help, 5th edition, in force since 1 April 2026'])
    expect(body).toContain('Where it is: The partnership’s page.')
  }
  // The arrangements themselves are none of the worker’s business.
  expect((await worker.get(`/case/${last}`)).status).toBe(404)
  // What was typed stands, and a decision of last year went by the document of then.
  const typed = { ...date('2025-06-03'), threshold: 'Another area’s', _check: 'yes' }
  const checked = await worker.write(`${address}/referral-decided`, typed)
  expect(cited(checked.body)).toBe('Another area’s')
  expect(checked.body).toContain('Right Help, 4th edition, in force since 2 September 2019')
})

/** The partners publish one, on a file of their own. */
async function publish(day: string, version: string, isStruckOut = false): Promise<string> {
  const [id, reference] = [newId(), newReference()]
  const by = { postId: null, agencyId: here.server.borough.agencies.partnership }
  const common = { act: 'record', caseId: id, happened: on(day), data: {} } as const
  const { ids } = await here.server.record('partnership', {
    by,
    opens: [{ id, kind: 'arrangements', reference, teamId: null }],
    acts: [
      {
        ...common,
        kind: 'threshold-document-published',
        data: { contents: ['levels'] },
        narrative: { version, place: 'The partnership’s page' },
      },
      { ...common, kind: 'matter-named', narrative: { name: 'Arrangements' } },
    ],
  })
  if (isStruckOut)
    await here.server.record('partnership', {
      by,
      acts: [{ act: 'strike-out', caseId: id, root: ids[0] ?? '', seen: 1, narrative: { reason: 'A draft.' } }],
    })
  return reference
}
