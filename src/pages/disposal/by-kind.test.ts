/** How long a record is kept by kind of case: matters under lines of their own, and what a partner agency holds alone. */
import { beforeAll, expect, test } from 'vitest'
import { addColleague } from '../../../test/colleague.ts'
import { expectAccessible, given, on } from '../../../test/given-case.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { disclose } from '../../ledger/disclose.ts'
import { verify } from '../../ledger/verify.ts'
import { newReference } from '../../people/establishment.ts'
import { newId } from '../../platform/identifier.ts'

let here: Awaited<ReturnType<typeof given>>
let gwen: Visitor
let ines: Visitor
let cases = 0

beforeAll(async () => {
  here = await given()
  const colleague = { signIn: 'colleague', name: 'Ines Tarrant', title: 'Deputy safeguarding lead' }
  await addColleague({ db: here.server.db, borough: here.server.borough }, 'teacher', colleague)
  gwen = await here.signedIn('teacher')
  ines = await here.signedIn('colleague')
})

type Who = keyof typeof here.server.borough.people

/** A case that somebody opens and that ends, each fact with its day. */
async function opened(
  who: Who,
  kind: string,
  facts: readonly (readonly [kind: string, day: string, words?: object])[],
) {
  const [id, reference] = [newId(), newReference()]
  const surname = `Quern${++cases}x`
  const { ids } = await here.server.record(who, {
    opens: [{ id, kind, reference, teamId: null }],
    acts: facts.map(([of, day, words = {}]) => ({
      act: 'record',
      caseId: id,
      kind: of,
      happened: on(day),
      data: of === 'own-work-ended' ? { why: 'left' } : {},
      narrative: of === 'child-named' ? { forenames: 'Maud', surname } : (words as Record<string, string>),
    })),
  })
  return { id, reference, surname, ids: ids as string[], file: `/case/${reference}` }
}

/** A child whom only the school knows, grown up and gone: 25 on 2 March 2026. Today is 14 April 2026. */
const ofSchool = () =>
  opened('teacher', 'child', [
    ['child-named', '2012-09-03'],
    ['child-born', '2001-03-02'],
    ['observation-recorded', '2014-05-06', { seen: 'She came without a coat.' }],
  ])

test('a school ends its own work, and two people of it dispose of the file when its time is over', async () => {
  const maud = await ofSchool()
  const before = await gwen.get(`${maud.file}/retention`)
  expect(before.body).toContain('say that it ended')
  expect((await gwen.get('/disposal')).body).not.toContain(maud.surname)
  const form = `${maud.file}/record/own-work-ended`
  await gwen.get(form)
  const fields = { 'happened-day': '18', 'happened-month': '7', 'happened-year': '2017', why: 'left' }
  expect((await gwen.write(form, fields)).status).toBe(303)
  const { body } = await gwen.get(`${maud.file}/retention`)
  expectAccessible(body)
  for (const says of ['An agency’s own file', 'until the 25th birthday', 'Local policy', '2 March 2026'])
    expect(body).toContain(says)
  const list = await gwen.get('/disposal')
  expectAccessible(list.body)
  expect(list.body).toContain(maud.surname)
  expect((await gwen.write('/disposal', { _do: 'propose', propose: [maud.reference] })).to).toContain('proposed=1')
  expect((await gwen.write('/disposal', { _do: 'approve', approve: [maud.reference] })).to).toContain('disposed=0')
  await ines.get('/disposal')
  expect((await ines.write('/disposal', { _do: 'approve', approve: [maud.reference] })).to).toContain('disposed=1')
  const certificate = await ines.get(`${maud.file}/certificate`)
  for (const says of ['Linden Primary School', 'Gwen Abara', 'Ines Tarrant']) expect(certificate.body).toContain(says)
  const words = await here.server.db.owner.query('select from narrative where case_id = $1 and text is not null', [
    maud.id,
  ])
  expect(words.rowCount).toBe(0)
  expect((await verify(here.server.db.owner)).faults).toEqual([])
})

test('what a school told somebody of is not its to dispose of, also after it was recalled', async () => {
  const { server } = here
  const { area, agencies, people } = server.borough
  const maud = await ofSchool()
  await disclose(server.ledger, {
    areaId: area,
    caseId: maud.id,
    submissionId: newId(),
    by: { postId: people.teacher.post, agencyId: agencies.school },
    toAgencyIds: [agencies.police],
    roots: maud.ids.slice(0, 1),
    basis: 'ca1989-s47',
    necessity: 'They ask.',
    familyTold: 'yes',
  })
  await gwen.get(maud.file)
  const fields = { 'happened-day': '18', 'happened-month': '7', 'happened-year': '2017', why: 'left' }
  expect((await gwen.write(`${maud.file}/record/own-work-ended`, fields)).status).toBe(303)
  await server.db.owner.query('update disclosed_fact set until_at = now() where case_id = $1', [maud.id])
  const { body } = await gwen.get(`${maud.file}/retention`)
  expect(body).toContain('the council closes the file')
  expect((await gwen.write(`${maud.file}/disposal`, { _do: 'propose' })).status).toBe(403)
  expect((await gwen.get('/disposal')).body).not.toContain(maud.surname)
})

test('no partner disposes of what the council closed, nor learns that it did', async () => {
  const { id, reference } = await here.newCase()
  const { owner } = here.server.db
  const { rows } = await owner.query<{ holder_id: string }>('select holder_id from post_holder where post_id = $1', [
    here.server.borough.people.teacher.post,
  ])
  await here.server.record('teacher', {
    by: { postId: null, agencyId: here.server.borough.agencies.school },
    acts: [
      { act: 'record', caseId: id, kind: 'observation-recorded', happened: on('2015-03-02'), data: {}, narrative: {} },
    ],
  })
  await owner.query(
    `insert into compartment_grant (area_id, compartment_id, case_id, holder_id, starts_at, reason)
     select area_id, id, case_id, $2, now() - interval '1 hour', 'test' from compartment where case_id = $1 and agency_id = $3
     on conflict do nothing`,
    [id, rows[0]?.holder_id, here.server.borough.agencies.school],
  )
  const sent = () => gwen.write(`/case/${reference}/disposal`, { _do: 'propose' })
  await gwen.get('/due')
  const open = await sent()
  expect(open.status).toBe(403)
  await here.server.record('eastWorker', {
    acts: [
      {
        act: 'record',
        caseId: id,
        kind: 'case-closed',
        happened: on('2016-03-02'),
        data: { reason: 'RC7' },
        narrative: {},
      },
    ],
  })
  expect((await sent()).body).toBe(open.body)
})

test('a serious incident, closed long ago, stands under its own line and not among contacts', async () => {
  const incident = await opened('partnership', 'incident', [
    ['matter-named', '2000-01-03', { name: 'What happened at the mill' }],
    ['matter-closed', '2000-06-01', { summary: 'Learnt from.' }],
  ])
  const farid = await here.signedIn('partnership')
  const { body } = await farid.get(`${incident.file}/retention`)
  for (const says of ['Serious incident: kept 25 years after the case was closed', '1 June 2025'])
    expect(body).toContain(says)
  expect((await farid.get('/disposal')).body).toContain(incident.reference)
  expect((await here.signedIn('manager').then(ruth => ruth.get('/disposal'))).body).not.toContain(incident.reference)
  expect((await farid.write(`${incident.file}/disposal`, { _do: 'propose' })).status).toBe(303)
  const schedule = await farid.get('/disposal/schedule')
  expectAccessible(schedule.body)
  for (const says of ['National review', '20 years after', 'Public Records Act 1958, section 3(4) (unconfirmed)'])
    expect(schedule.body).toContain(says)
})

test('local arrangements, closed long ago, stand under a line of their own, labelled as local', async () => {
  const arrangements = await opened('partnership', 'arrangements', [
    ['matter-named', '2000-01-03', { name: 'How we work together' }],
    ['matter-closed', '2000-06-01', { summary: 'Replaced.' }],
  ])
  const farid = await here.signedIn('partnership')
  const { body } = await farid.get(`${arrangements.file}/retention`)
  expectAccessible(body)
  for (const says of ['Local arrangements: kept 10 years after the case was closed', 'Local policy', '1 June 2010'])
    expect(body).toContain(says)
  expect((await farid.write(`${arrangements.file}/disposal`, { _do: 'propose' })).status).toBe(303)
})
