import { beforeAll, expect, test } from 'vitest'
import { expectAccessible } from '../../../test/given-case.ts'
import { smallCaseload } from '../../../test/small-caseload.ts'
import { disclose } from '../../ledger/disclose.ts'
import { newId } from '../../platform/identifier.ts'
import { routes } from '../routes.ts'

let here: Awaited<ReturnType<typeof smallCaseload>>
let aria: Awaited<ReturnType<typeof here.child>>
let noah: typeof aria
const readers = (reference: string, more = '') => `/case/${reference}/readers${more}`

beforeAll(async () => {
  here = await smallCaseload()
  aria = await here.child({ forenames: 'Aria', surname: 'Fenwick' })
  noah = await here.child({ forenames: 'Noah', surname: 'Whitlock', team: 'west', restriction: 'restricted' })
})

async function share(agency: 'school' | 'police', familyTold: 'yes' | 'no') {
  const { area, people, agencies } = here.borough
  await disclose(here.server.ledger, {
    areaId: area,
    caseId: aria.id,
    submissionId: newId(),
    by: { postId: people.eastWorker.post, agencyId: agencies.authority },
    toAgencyIds: [agencies[agency]],
    roots: [await aria.fact('address-known', '2026-04-01', { narrative: { address: '4 Weir Lane' } })],
    basis: 'ca1989-s17',
    necessity: 'They see her every day',
    familyTold,
  })
}

test('who looked says what each page shows, in the words of the site map', async () => {
  const amira = await here.signedIn('eastworker')
  for (const page of ['', '/involved', '/told', '/ask']) await amira.get(`/case/${aria.reference}${page}`)
  const { body } = await amira.get(readers(aria.reference))
  expectAccessible(body)
  for (const says of ['The file', 'Who else is involved', 'Who was told what', 'A form to ask agencies'])
    expect(body).toContain(says)
  expect(body).toContain('Belongs to East team, which works on this case.')
  expect(body).not.toContain('/case/:reference')
})

test('each person stands there once a day, with how often, from when to when and why; whoever does not work on it first', async () => {
  const file = await here.child({ forenames: 'Maud', surname: 'Ostler' })
  const { clock } = here.server
  const now = clock.instant
  const edwin = await here.signedIn('chair')
  await edwin.get(`/case/${file.reference}`)
  const amira = await here.signedIn('eastworker')
  for (const minutes of [5, 10, 40]) {
    clock.instant = now + minutes * 60_000
    await amira.get(`/case/${file.reference}`)
  }
  clock.instant = now + 24 * 60 * 60_000
  const { body } = await (await here.signedIn('eastworker')).get(readers(file.reference))
  clock.instant = now
  expectAccessible(body)
  const list = body.slice(body.indexOf('<h1'), body.indexOf('</main>'))
  expect([...list.matchAll(/<h2[^>]*>([^<]*)</g)].map(match => match[1])).toEqual([
    'Who does not work on this file',
    'Who works on this file',
  ])
  expect([...list.matchAll(/<b>([^<]*)<\/b>[^<]*: (\d+ looks?)</g)].map(match => match.slice(1))).toEqual([
    ['Edwin Marsh', '1 look'],
    ['Amira Osei', '1 look'],
    ['Amira Osei', '3 looks'],
  ])
  expect(list).toContain('14 April 2026, 10:05 to 10:40')
  expect(list.match(/Belongs to East team, which works on this case/g)).toHaveLength(2)
})

test('more than a hundred are listed page by page', async () => {
  const file = await here.child({ forenames: 'Ida', surname: 'Ostler' })
  const { people, area } = here.borough
  await here.server.db.owner.query(
    `insert into reading_log (area_id, id, at, practitioner_id, post_id, case_id, route, basis)
     select $1, gen_random_uuid(), timestamptz '2025-06-01 12:00Z' + n * interval '1 day', $2, $3, $4, '/case/:reference', 'You are in East team.'
     from generate_series(1, 150) n`,
    [area, people.eastWorker.practitioner, people.eastWorker.post, file.id],
  )
  const amira = await here.signedIn('eastworker')
  const listed = async (more: string) =>
    (await amira.get(readers(file.reference, more))).body.match(/: \d+ looks?</g)?.length
  expect([await listed(''), await listed('?page=2'), await listed('?page=99')]).toEqual([100, 51, 51])
})

test('every page that shows a record has words of its own for the log', () => {
  const said = routes.flatMap(one => ('says' in one ? [one.says] : []))
  expect(said.length).toBeGreaterThan(20)
  expect(new Set(said).size).toBe(said.length)
})

test('the family’s list says day, role, agency and why, each once, and names nobody', async () => {
  await share('school', 'yes')
  const gwen = await here.signedIn('teacher')
  for (let times = 0; times < 2; times++) expect((await gwen.get(`/case/${aria.reference}`)).status).toBe(200)
  const { body } = await (await here.signedIn('eastworker')).get(readers(aria.reference, '?for=family&names=yes'))
  expectAccessible(body)
  const list = body.slice(body.indexOf('<h1'))
  expect(list).toContain('14 April 2026')
  expect(list).toContain('Social worker, Harrowmere Council')
  expect(list).toContain('Harrowmere Council shared parts of it with this agency.')
  expect(list.match(/Safeguarding lead of a partner agency, Linden Primary School/g)).toHaveLength(1)
  for (const name of ['Gwen Abara', 'Amira Osei']) expect(list).not.toContain(name)
})

test('what was shared without telling the family is left out of their list, and stays in the other', async () => {
  await share('police', 'no')
  const dev = await here.signedIn('police')
  expect((await dev.get(`/case/${aria.reference}`)).status).toBe(200)
  const amira = await here.signedIn('eastworker')
  expect((await amira.get(readers(aria.reference, '?for=family'))).body).not.toContain('Harrowmere Police')
  expect((await amira.get(readers(aria.reference))).body).toContain('Harrowmere Police')
})

test('what was opened in an emergency is in the family’s list once it is reviewed, with names where the privacy officer asks', async () => {
  const file = `/case/${noah.reference}`
  const amira = await here.signedIn('eastworker')
  await amira.get(`${file}/open`)
  await amira.write(`${file}/open`, {
    reason: 'A head injury in the night',
    scope: 'responsible',
    minutes: '15',
    told: here.borough.people.manager.post,
  })
  expect((await amira.get(file)).status).toBe(200)
  const colm = await here.signedIn('privacyofficer')
  const { rows } = await here.server.db.owner.query('select id from break_glass')
  await colm.get(`/break-glass/${rows[0].id}`)
  const tom = await here.signedIn('westworker')
  const family = async (visitor: typeof tom, more = '') =>
    (await visitor.get(readers(noah.reference, `?for=family${more}`))).body
  const before = await family(tom)
  expect(before).toContain('Social worker, Harrowmere Council')
  for (const hidden of ['emergency', 'Privacy officer'])
    expect(before.slice(before.indexOf('<h1'))).not.toContain(hidden)
  await colm.write(`/break-glass/${rows[0].id}`, { outcome: 'justified', words: 'It could not wait' })
  expect(await family(tom)).toContain('Opened it in an emergency')
  const officers = await family(colm, '&names=yes')
  expectAccessible(officers)
  expect(officers).toContain('Amira Osei, Social worker, Harrowmere Council')
  expect(await family(colm)).not.toContain('Amira Osei')
})

test('who may not see who looked does not make the family’s list either', async () => {
  const hana = await here.signedIn('support')
  expect((await hana.get(readers(aria.reference, '?for=family'))).status).toBe(403)
  expect((await hana.get(readers('GT-0000000', '?for=family'))).status).toBe(404)
})
