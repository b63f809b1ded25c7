/** What may be a slip when somebody tells the council of a child is asked about once; a child may be not born yet. */
import { beforeAll, expect, test } from 'vitest'
import { date, expectAccessible, given } from '../../../test/given-case.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { newId } from '../../platform/identifier.ts'

let here: Awaited<ReturnType<typeof given>>
let teacher: Visitor
beforeAll(async () => {
  here = await given()
  teacher = await here.signedIn('teacher')
})

const told = {
  forenames: 'Tilly',
  seen: 'She flinched when her stepfather came to fetch her.',
  reason: 'That he hurts her.',
  safety: 'not-known',
  parents: 'agree',
}
const kindsOf = async (reference: string) =>
  (
    await here.server.db.owner.query<{ kind: string }>(
      'select f.kind from fact f join case_file c on c.id = f.case_id where c.reference = $1',
      [reference],
    )
  ).rows.map(({ kind }) => kind)
const referenceIn = (to: string) => to.replace('/case/', '').replace('/receipt', '')

test('a day long before the birth that is given with it is asked about, every word kept, and sent once it is sure', async () => {
  const said = { ...told, surname: 'Quill', ...date('2021-08-13'), ...date('2012-04-13', 'seenOn') }
  const submission = newId()
  const asked = await teacher.write('/refer', said, submission)
  expect([asked.status, asked.body]).toEqual([
    422,
    expect.stringContaining('The child was born on 13 August 2021, long after this day. Check the day'),
  ])
  expectAccessible(asked.body)
  expect(asked.body).toMatch(/href="#f-seenOn-day"[^>]*>The child was born/)
  expect(asked.body).toContain(told.seen)
  expect(asked.body).toContain('It is right as I wrote it')
  expect((await teacher.write('/refer', { ...said, 'is-sure': 'yes' }, submission)).to).toMatch(/\/receipt$/)
  const near = { ...told, forenames: 'Bo', surname: 'Marsh', ...date('2022-01-20'), ...date('2021-11-01', 'seenOn') }
  expect((await teacher.write('/refer', near)).to).toMatch(/\/receipt$/)
})

test('so it is where the birth stands on the file already', async () => {
  const first = await teacher.write('/refer', { ...told, forenames: 'Ines', surname: 'Harrier', ...date('2019-02-05') })
  const file = `/case/${referenceIn(first.to)}/refer`
  const again = { ...told, seen: 'She hid.', ...date('2012-04-13', 'seenOn') }
  const asked = await teacher.write(file, again)
  expect([asked.status, asked.body]).toEqual([422, expect.stringContaining('long after this day. Check the day')])
  expect((await teacher.write(file, { ...again, 'is-sure': 'yes' })).to).toMatch(/\/receipt$/)
})

test('whoever was asked whether it is right says so once, also where a file of the child is found next', async () => {
  await teacher.write('/refer', { ...told, forenames: 'Una', surname: 'Osprey', ...date('2018-06-09') })
  const said = {
    ...told,
    forenames: 'Una',
    surname: 'Osprey',
    ...date('2018-06-09'),
    ...date('2012-04-13', 'seenOn'),
    'is-sure': 'yes',
  }
  const { body } = await teacher.write('/refer', said)
  expect(body).toContain('You see a file that may be of this child')
  expect(body).toMatch(/name="is-sure"[^>]*checked/)
})

test('a child who is not born yet is told of with the day on which the birth is expected', async () => {
  const said = { ...told, surname: 'Baby Heron', ...date('2026-07-01') }
  for (const page of ['/refer', '/worry']) {
    const { body } = await teacher.get(page)
    expectAccessible(body)
    expect([page, body.includes('name="unborn"')]).toEqual([page, true])
  }
  const early = await teacher.write('/refer', said)
  expect([early.status, early.body]).toEqual([422, expect.stringContaining('not born yet, tick the box below')])
  const sent = await teacher.write('/refer', { ...said, unborn: 'yes' })
  expect(await kindsOf(referenceIn(sent.to))).toContain('birth-expected')
})
