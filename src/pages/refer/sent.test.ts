import { beforeAll, expect, test } from 'vitest'
import { givenAgencies } from '../../../test/given-agencies.ts'
import { date, expectAccessible } from '../../../test/given-case.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { withContext } from '../../platform/database.ts'
import { type AfterSent, readSent } from './sent.ts'

let here: Awaited<ReturnType<typeof givenAgencies>>
let teacher: Visitor
beforeAll(async () => {
  here = await givenAgencies()
  teacher = await here.signedIn('teacher')
})

/** The school tells the council. @returns the address of the file */
async function sent(surname: string) {
  const told = { forenames: 'Tilly', seen: 'She flinched.', reason: 'That he hurts her.', safety: 'not-known' }
  const { to } = await teacher.write('/refer', { ...told, parents: 'agree', surname })
  expect(to).toMatch(/\/receipt$/)
  return to.replace('/receipt', '')
}
const rowOf = (body: string, name: string) =>
  body
    .split('<dt')
    .find(row => row.includes(name))
    ?.replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ') ?? ''

test('whoever refers has a list of what was sent, with what is owed by when and whom to ring about', async () => {
  const [decided] = [await sent('Arkwright'), await sent('Brackley')]
  const duty = await here.signedIn('duty')
  await duty.write(`${decided ?? ''}/record/referral-decided`, {
    ...date('2026-04-14'),
    outcome: 'no-further-action',
    reasons: 'The threshold is not met.',
    decidedBy: here.server.borough.people.manager.post,
  })
  expect((await teacher.get('/refer')).body).toContain('href="/refer/sent"')
  const all = await teacher.get('/refer/sent')
  expectAccessible(all.body)
  expect(rowOf(all.body, 'Arkwright')).toMatch(/Decided Sent on 14 April 2026/)
  expect(rowOf(all.body, 'Arkwright')).not.toContain('owed')
  expect(rowOf(all.body, 'Brackley')).toContain('Sent on 14 April 2026 A decision is owed by 15 April 2026')
  const waiting = await teacher.get('/refer/sent?show=waiting')
  expect([rowOf(waiting.body, 'Arkwright'), rowOf(waiting.body, 'Brackley') !== '']).toEqual(['', true])
  const { clock } = here.server
  const then = clock.instant
  clock.instant += 3 * 24 * 3_600_000
  const late = (await (await here.signedIn('teacher')).get('/refer/sent')).body
  clock.instant = then
  expect(rowOf(late, 'Brackley')).toMatch(/A decision was owed by 15 April 2026: .* Ring them/)
  expect((await (await here.signedIn('eastworker')).get('/refer/sent')).status).toBe(403)
  expect((await (await here.signedIn('police')).get('/refer/sent')).body).not.toContain('Brackley')
})

test('however many were sent, each stands on one page of the list', async () => {
  for (const surname of ['Coltman', 'Dunmore', 'Eastlake']) await sent(surname)
  const { post, agency, practitioner } = here.server.borough.people.teacher
  const read = (after?: AfterSent) =>
    withContext(here.server.db.reader, { post, agency, practitioner }, client =>
      readSent(client, {
        areaIds: [here.server.borough.area],
        today: { day: '2026-04-14', instant: here.server.clock.instant },
        after,
        limit: 2,
      }),
    )
  const found: string[] = []
  for (let page = await read(); page.length > 0; page = await read(page.at(-1)))
    found.push(...page.map(one => one.name))
  expect(found.length).toBe(new Set(found).size)
  expect(found).toEqual(expect.arrayContaining(['Tilly Coltman', 'Tilly Dunmore', 'Tilly Eastlake']))
})
