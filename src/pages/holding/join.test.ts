import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { expectAccessible, given } from '../../../test/given-case.ts'
import { givenSharedFile, kept, shared } from '../../../test/given-shared-file.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { disclose } from '../../ledger/disclose.ts'
import { sealAll } from '../../ledger/seal.ts'
import { verify } from '../../ledger/verify.ts'
import { newId } from '../../platform/identifier.ts'

let here: Awaited<ReturnType<typeof given>>
let door: Visitor
let worker: Visitor
let schools: Awaited<ReturnType<typeof givenSharedFile>>
let ours: Awaited<ReturnType<typeof here.newCase>> & { base: string }
beforeAll(async () => {
  here = await given()
  door = await here.signedIn('duty')
  worker = await here.signedIn('eastworker')
})

let number = 0
/** The school's file of Maud, and the council's of a child of the same name and birth. */
beforeEach(async () => {
  const surname = `Linkwater${'abcdefghijklmnopqrst'.charAt(number++)}`
  schools = await givenSharedFile(here.server, surname)
  const opened = await here.newCase(surname)
  await opened.fact('child-named', '2026-03-02', { narrative: { forenames: 'Maud', surname } })
  await opened.fact('child-born', '2019-05-09')
  ours = { ...opened, base: `/case/${opened.reference}` }
})

const sure = 'The school gave the same address.'
const join = (visitor: Visitor, more: Record<string, string> = {}, submission = newId()) =>
  visitor.write(`${schools.base}/join`, { to: ours.reference, why: sure, ...more }, submission)
/** Joins, and gives the address of the link. */
async function joined(more: Record<string, string> = {}): Promise<string> {
  const reply = await join(door, more)
  expect(reply.status).toBe(303)
  return reply.to
}
const links = async () =>
  (
    await here.server.db.owner.query('select case_id, other_case_id, undone_at from person_link where case_id = $1', [
      schools.id,
    ])
  ).rows

describe('joined', () => {
  test('the file of the same child is offered with what the two have in common, and that it was looked for is logged', async () => {
    const { body } = await door.get(`${schools.base}/take-in`)
    expect(body).toMatch(new RegExp(`same-child/${ours.reference}[\\s\\S]*same date of birth`))
    const form = await door.get(`${schools.base}/join?to=${ours.reference}`)
    expectAccessible(form.body)
    expect(form.body).toContain(`value="${ours.reference}"`)
    const { rows } = await here.server.db.owner.query(
      `select distinct basis from reading_log where route like '%/join' and case_id is null`,
    )
    expect(rows).toEqual([{ basis: 'A search in what this post may see' }])
  })

  test('each file leads to the other for whoever may see both; the team of the one has the other as well', async () => {
    expect((await worker.get(schools.base)).status).toBe(404)
    const page = await door.get(await joined())
    expectAccessible(page.body)
    expect(page.body).toContain('East team has both files because they are joined')
    expect((await door.get(schools.base)).body).toContain(`href="${ours.base}"`)
    expect((await door.get(ours.base)).body).toContain(`href="${schools.base}"`)
    const seen = (await worker.get(schools.base)).body
    expect(seen).toContain(shared)
    expect(seen).not.toContain(kept)
    expect((await worker.get(ours.base)).body).toContain(schools.reference)
    expect((await door.get('/take-in')).body).not.toContain(schools.reference)
  })

  test('nobody who may not see both learns of the other file', async () => {
    await joined()
    const { area, agencies, people } = here.server.borough
    const name = await ours.fact('child-seen', '2026-04-01')
    await disclose(here.server.ledger, {
      areaId: area,
      caseId: ours.id,
      submissionId: newId(),
      by: { postId: people.eastWorker.post, agencyId: agencies.authority },
      toAgencyIds: [agencies.police],
      roots: [name],
      basis: 'ca1989-s17',
      necessity: 'They visit.',
      familyTold: 'yes',
    })
    const [teacher, police] = [await here.signedIn('teacher'), await here.signedIn('police')]
    for (const page of ['', '/told', '/involved', '/why', '/readers'])
      expect([page, (await teacher.get(`${schools.base}${page}`)).body.includes(ours.reference)]).toEqual([page, false])
    expect((await police.get(ours.base)).body).not.toContain(schools.reference)
    for (const visitor of [teacher, police, await here.signedIn('westworker')])
      for (const base of [schools.base, ours.base])
        expect([403, 404]).toContain((await visitor.get(`${base}/join?to=${ours.reference}`)).status)
  })
})

describe('taken apart', () => {
  test('each file is as it was, and what was shared on the strength of the link is listed', async () => {
    const link = await joined()
    await schools.share([schools.ids[3] ?? ''])
    const asked = await door.write(link, { why: '' })
    expect(asked.status).toBe(422)
    expectAccessible(asked.body)
    expect(asked.body).toContain('Say why they are not the same child')
    expect((await door.write(link, { why: 'Two Mauds, born on one day.' })).to).toBe(link)
    const { body } = await door.get(link)
    expectAccessible(body)
    expect(body).toContain('Two Mauds, born on one day.')
    expect(body).toMatch(/Linden Primary School to Harrowmere Council[\s\S]*Worry or observation recorded/)
    expect((await worker.get(schools.base)).status).toBe(404)
    expect((await worker.get(ours.base)).body).not.toContain(schools.reference)
    expect((await door.get(schools.base)).body).toContain('No team has this file')
    expect((await door.get('/take-in')).body).toContain(schools.reference)
    expect((await door.get(`${schools.base}/join`)).body).toContain('was joined with this file and taken apart')
    const { rows } = await here.server.db.owner.query('select distinct team_id from duty where case_id = $1', [
      schools.id,
    ])
    expect(rows.filter(row => row.team_id !== null)).toEqual([])
  })

  test('what the council shared from either file meanwhile can be recalled from there', async () => {
    const link = await joined()
    const { area, agencies, people } = here.server.borough
    const root = await ours.fact('child-seen', '2026-04-01')
    const [disclosure] = await disclose(here.server.ledger, {
      areaId: area,
      caseId: ours.id,
      submissionId: newId(),
      by: { postId: people.eastWorker.post, agencyId: agencies.authority },
      toAgencyIds: [agencies.school],
      roots: [root],
      basis: 'ca1989-s17',
      necessity: 'Their pupil, we thought.',
      familyTold: 'yes',
    })
    await door.write(link, { why: 'Another child.' })
    expect((await door.get(link)).body).toContain(`${ours.base}/told/${disclosure}/recall`)
  })

  test('a team that was given the file by somebody keeps it', async () => {
    await door.write(`${schools.base}/take-in`, { team: here.server.borough.teams.east, why: 'They know the family.' })
    await door.write(await joined(), { why: 'Another child.' })
    expect((await worker.get(schools.base)).status).toBe(200)
  })

  test('whoever is sure can join them anew, and a second press takes nothing else apart', async () => {
    const link = await joined()
    await door.write(link, { why: 'Another child.' })
    await door.write(link, { why: 'Once more.' })
    expect((await join(door)).body).toContain('Somebody said that they are two children')
    await joined({ _sure: ours.reference })
    expect((await links()).map(row => row.undone_at === null).toSorted()).toEqual([false, true])
    expect((await worker.get(schools.base)).status).toBe(200)
  })
})

test('who was joined, taken apart and given to whom is sealed: a word that is altered later is found', async () => {
  const link = await joined()
  await door.write(link, { why: 'Another child.' })
  await door.write(`${schools.base}/take-in`, { team: here.server.borough.teams.east, why: 'They know the family.' })
  await sealAll(here.server.db.recorder)
  const { owner } = here.server.db
  const faults = async () => (await verify(owner)).seals.faults.map(({ why }) => why)
  expect(await faults()).toEqual([])
  const altered = async (table: string, column: string) => {
    const alter = (to: string) => owner.query(`update ${table} set ${column} = ${to} where case_id = $1`, [schools.id])
    await alter(`'not ' || ${column}`)
    const found = await faults()
    await alter(`substr(${column}, 5)`)
    return found
  }
  expect(await altered('person_link', 'why')).toEqual([expect.stringMatching(/joining of two files was altered/)])
  expect(await altered('person_link', 'undone_why')).toEqual([expect.stringMatching(/taking apart .* was altered/)])
  expect(await altered('case_holding', 'why')).toEqual([expect.stringMatching(/who holds a file was altered/)])
})

describe('what is refused', () => {
  test.each([
    ['no reference', '', 'Select the other file, or enter its reference'],
    ['one that there is not', 'GT-0000000', 'There is no file GT-0000000 that you may see'],
    ['itself', 'itself', 'That is this file'],
  ])('%s', async (_, to, words) => {
    const reply = await join(door, { to: to === 'itself' ? schools.reference : to })
    expect(reply.status).toBe(422)
    expectAccessible(reply.body)
    expect(reply.body).toContain(words)
    expect(reply.body).toContain(`>${sure}</textarea>`)
    expect(await links()).toEqual([])
  })

  test('two children of whom nothing is alike: both names are shown before they are joined', async () => {
    const other = await here.newCase('Abernathy')
    const asked = await join(door, { to: other.reference })
    expect(asked.status).toBe(200)
    expectAccessible(asked.body)
    expect(asked.body).toContain(`${other.reference} is the file of Aria Abernathy`)
    expect(await links()).toEqual([])
    expect((await join(door, { to: other.reference, _sure: ours.reference })).status).toBe(200)
    expect((await join(door, { to: other.reference, _sure: other.reference })).status).toBe(303)
    expect(await links()).toHaveLength(1)
  })

  test('no reason; and two files that are joined already', async () => {
    expect((await join(door, { why: '' })).body).toContain('Say how you know that it is the same child')
    await joined()
    expect((await join(door)).body).toContain('These two files are joined already')
    expect(await links()).toHaveLength(1)
  })

  test('a double press joins once', async () => {
    const submission = newId()
    const replies = await Promise.all([0, 1].map(() => join(door, {}, submission)))
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([303]))
    expect(await links()).toHaveLength(1)
  })

  test('a file that is restricted and one that is not: nobody learns of the first from the second', async () => {
    await here.server.db.owner.query(`update case_file set restriction = 'shielded' where id = $1`, [ours.id])
    const reply = await join(door)
    expect(reply.status).toBe(422)
    expect(reply.body).toContain('Restrict the other one first')
    expect(await links()).toEqual([])
  })

  test('a restricted file that one may not see is answered as one that there is not', async () => {
    await here.server.db.owner.query(`update case_file set restriction = 'restricted' where id = $1`, [ours.id])
    await here.server.db.owner.query(
      `update compartment_grant set ends_at = now() where case_id = $1 and holder_id in (select id from holder where kind = 'role')`,
      [ours.id],
    )
    const reply = await join(door)
    expect([reply.status, reply.body.includes('There is no file')]).toEqual([422, true])
  })
})
