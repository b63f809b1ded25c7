import { beforeAll, expect, test } from 'vitest'
import { expectAccessible, given } from '../../../test/given-case.ts'
import { disclose, recall } from '../../ledger/disclose.ts'
import { newId } from '../../platform/identifier.ts'
import { routes } from '../routes.ts'

let here: Awaited<ReturnType<typeof given>>
let aria: Awaited<ReturnType<typeof here.newCase>>
let root: string
let disclosure: string

beforeAll(async () => {
  here = await given()
  aria = await here.newCase()
  root = await aria.fact('referral-received', '2026-04-01', { narrative: { reason: 'Marks on both arms' } })
  const { area, people, agencies } = here.server.borough
  const [id] = await disclose(here.server.ledger, {
    areaId: area,
    caseId: aria.id,
    submissionId: newId(),
    by: { postId: people.eastWorker.post, agencyId: agencies.authority },
    toAgencyIds: [agencies.school],
    roots: [root],
    basis: 'ca1989-s17',
    necessity: 'The school sees her every day.',
    familyTold: 'no',
  })
  disclosure = id as string
})

const why = () => `/case/${aria.reference}/why`

test('it names the post, through which team or group each agency’s records are seen and since when, and who else sees them', async () => {
  const { body } = await (await here.signedIn('eastworker')).get(why())
  expectAccessible(body)
  for (const says of [
    'You act as Social worker, East team, Harrowmere Council',
    'Records of Harrowmere Council',
    '2 records',
    'You are in East team, which works on this case, since 14 April 2026',
    'Managers and chairs, Harrowmere Council',
    'Front door, Harrowmere Council',
  ])
    expect(body).toContain(says)
  expect(body).not.toContain('West team')
})

test('whoever was told sees by whom, on what basis and why, and not who else works on it', async () => {
  const teacher = await here.signedIn('teacher')
  const { body } = await teacher.get(why())
  for (const says of [
    'None. You see what other agencies told yours.',
    'Harrowmere Council told you',
    '1 record, since 14 April 2026',
    'Children Act 1989, section 17',
    'The school sees her every day.',
    'The family was not told',
    'ask East team, Harrowmere Council',
  ])
    expect(body).toContain(says)
  for (const hidden of ['Managers and chairs', 'Front door', 'Fenwick']) expect(body).not.toContain(hidden)
  expect((await (await here.signedIn('eastworker')).get(why())).body).toContain('Linden Primary School was told')
})

test('people of another agency are not named, those of one’s own are', async () => {
  const { area, people, agencies } = here.server.borough
  const { rows } = await here.server.db.owner.query('select id from compartment where case_id = $1', [aria.id])
  const holder = newId()
  await here.server.db.owner.query(
    `insert into holder (id, agency_id, area_id, kind, name) values ($1, $2, $3, 'person', 'Sgt Dev Khatri')`,
    [holder, agencies.police, area],
  )
  await here.server.db.owner.query('insert into post_holder (post_id, holder_id) values ($1, $2)', [
    people.police.post,
    holder,
  ])
  await here.server.db.owner.query(
    `insert into compartment_grant (area_id, compartment_id, case_id, holder_id, starts_at, reason) values ($1, $2, $3, $4, now(), 'x')`,
    [area, rows[0].id, aria.id, holder],
  )
  const { body } = await (await here.signedIn('eastworker')).get(why())
  expect(body).toContain('One person at Harrowmere Police')
  expect(body).not.toContain('Khatri')
  const own = await (await here.signedIn('police')).get(why())
  expect(own.body).toContain('It was opened to you yourself')
  expect(own.body).toContain('East team, Harrowmere Council')
})

test('it stands at the foot of every page of a file', async () => {
  const worker = await here.signedIn('manager')
  const { rows } = await here.server.db.owner.query('select id from duty where case_id = $1 limit 1', [aria.id])
  // Nothing was asked of the council here, nothing shared and nothing disposed of: those pages are none.
  const pages = routes.filter(
    ({ method, log, url }) =>
      method === 'GET' &&
      log === 'case' &&
      !/:disclosure|:link|:other|answer$|receipt$|refer$|pdf$|docx$|ics$|certificate$|made.:id|meeting.:root|assessment.:root|disagreement.:root|early-help.:root|:root.file$|^(?!.case)/.test(
        url,
      ),
  )
  const request = await aria.fact('subject-access-requested', '2026-04-13', {
    data: { requester: 'person', identity: 'known' },
  })
  const redaction = await aria.fact('redaction-asked', '2026-04-13', {
    about: root,
    data: { ground: 'court-order', places: [] },
  })
  expect(pages.length).toBeGreaterThan(9)
  for (const { url } of pages) {
    const query = url.endsWith('/duty')
      ? `?id=${encodeURIComponent(rows[0].id)}`
      : url.endsWith('/as-known')
        ? '?on=2026-04-14'
        : ''
    const address = url
      .replace(':reference', aria.reference)
      .replace('access-request/:root', `access-request/${request}`)
      .replace('redaction/:root', `redaction/${redaction}`)
      .replace(':kind', 'address-known')
      .replace(':root', root)
    const { status, body } = await worker.get(`${address}${query}`)
    // Opening in an emergency is for a file that one does not see: whoever does is led to it.
    if (url.endsWith('/open')) expect(status).toBe(303)
    else expect([url, status, body.includes(`href="${why()}"`)]).toEqual([url, 200, true])
  }
})

test('what was recalled is not named any more, and then nothing is', async () => {
  const { area, people, agencies } = here.server.borough
  await recall(here.server.ledger, {
    areaId: area,
    disclosureId: disclosure,
    by: { postId: people.eastWorker.post, agencyId: agencies.authority },
    why: 'A mistake',
  })
  expect((await (await here.signedIn('teacher')).get(why())).status).toBe(404)
  expect((await (await here.signedIn('eastworker')).get(why())).body).not.toContain('was told')
})

test('what an agency told many times on one basis stands together, and what ours told others in one line for each', async () => {
  const { server } = here
  const { area, agencies } = server.borough
  for (let time = 1; time <= 12; time++)
    await server.db.owner.query(
      `insert into disclosure (area_id, id, case_id, from_agency_id, to_agency_id, basis, necessity, family_told, reached_at, submission_id)
       select $1, $2, c.id, $3, $4, 'ca1989-s47', $5, 'yes', now() - interval '1 hour', $2 from case_file c where c.area_id = $1 and c.reference = $6`,
      [area, newId(), agencies.authority, agencies.police, `Reason ${(time % 3) + 1}`, why().split('/')[2]],
    )
  const { body } = await (await here.signedIn('eastworker')).get(why())
  expectAccessible(body)
  expect(body).toMatch(/Harrowmere Police was told,[^<]*12 times, the last on/)
  expect(body).toContain('/told"')
  expect(body).not.toContain('Reason 2')
})
