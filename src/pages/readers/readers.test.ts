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
