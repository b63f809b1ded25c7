import { extractText, getDocumentProxy } from 'unpdf'
import { beforeAll, expect, test } from 'vitest'
import { expectAccessible, given, on } from '../../../test/given-case.ts'
import { systemOf } from '../../../test/system.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { disclose } from '../../ledger/disclose.ts'
import { verify } from '../../ledger/verify.ts'
import { newReference } from '../../people/establishment.ts'
import { newId } from '../../platform/identifier.ts'

let here: Awaited<ReturnType<typeof given>>
let ruth: Visitor
let colm: Visitor
let amira: Visitor
let cases = 0

beforeAll(async () => {
  here = await given()
  ruth = await here.signedIn('manager')
  colm = await here.signedIn('privacyofficer')
  amira = await here.signedIn('eastworker')
})

/** Came to notice and nothing followed: closed on 10 March 2020, kept until 10 March 2026. Today is 14 April 2026. */
async function closed({ day = '2020-03-10', restriction = 'none' as 'none' | 'restricted' } = {}) {
  const { borough } = here.server
  const [id, reference] = [newId(), newReference()]
  const surname = `Quibell${++cases}x`
  const fact = (kind: string, happened: string, narrative: Record<string, string> = {}, data = {}) =>
    ({ act: 'record', caseId: id, kind, happened: on(happened), data, narrative }) as const
  await here.server.record('eastWorker', {
    opens: [{ id, kind: 'child', reference, teamId: borough.teams.east, restriction }],
    acts: [
      fact('child-named', '2020-03-02', { forenames: 'Aria', surname }),
      fact('referral-received', '2020-03-02', { reason: 'Somebody rang.' }, { source: '9' }),
      fact('case-closed', day, {}, { reason: 'RC7' }),
    ],
  })
  return { id, reference, surname, fact, file: `/case/${reference}`, retention: `/case/${reference}/retention` }
}

const hold = (one: Awaited<ReturnType<typeof closed>>) =>
  here.server.record('privacyOfficer', {
    acts: [
      one.fact(
        'retention-hold-placed',
        '2026-04-14',
        { why: 'The Harrow inquiry.' },
        {
          ground: 'inquiry',
          until: '2027-03-01',
        },
      ),
    ],
  })

test('one proposes several records on the list, a second one disposes of them, and each leaves a certificate', async () => {
  const [first, second, third] = [await closed(), await closed(), await closed()]
  const list = await ruth.get('/disposal')
  expectAccessible(list.body)
  for (const one of [first, second, third]) expect(list.body).toContain(`Aria ${one.surname}, ${one.reference}`)
  expect(list.body).toContain('Contact only: kept 6 years after the case was closed')
  expect(list.body).toContain('Closed 10 March 2020, over since 10 March 2026')
  const none = await ruth.write('/disposal', { _do: 'propose' })
  expect(none.status).toBe(422)
  expectAccessible(none.body)
  expect(none.body).toContain('Select at least one record')

  const proposed = await ruth.write('/disposal', { _do: 'propose', propose: [first.reference, second.reference] })
  expect(proposed.to).toBe('/disposal?proposed=2&left=')
  expect((await ruth.get(proposed.to)).body).toContain('2 records proposed')
  const own = await ruth.write('/disposal', { _do: 'approve', approve: [first.reference] })
  expect(own.to).toBe(`/disposal?disposed=0&left=${first.reference}`)
  expect((await ruth.get(own.to)).body).toContain(`${first.reference}: nothing was done`)

  const waiting = await colm.get('/disposal')
  expectAccessible(waiting.body)
  expect(waiting.body).toContain('Proposed by Ruth Calloway, 14 April 2026')
  const done = await colm.write('/disposal', { _do: 'approve', approve: [first.reference, second.reference] })
  expect(done.to).toBe('/disposal?disposed=2&left=')
  const after = (await colm.get(done.to)).body
  expect(after).toContain(`href="/case/${first.reference}/certificate"`)
  expect(after).not.toContain(first.surname)
  expect(after).toContain(third.surname)

  const { rows } = await here.server.db.owner.query('select 1 from narrative where case_id = $1 and text is not null', [
    first.id,
  ])
  expect(rows).toEqual([])
  expect((await verify(here.server.db.owner)).faults).toEqual([])
})

test('the file says plainly that it is gone, nothing finds it, and the certificate says what was done', async () => {
  const one = await closed()
  await ruth.write(`${one.file}/disposal`, { _do: 'propose' })
  const approved = await colm.write(`${one.file}/disposal`, { _do: 'approve' })
  expect(approved.to).toBe(`${one.file}/certificate`)
  for (const page of [one.file, `${one.file}/told`, `${one.file}/record`, `${one.file}/readers`, one.retention]) {
    const { status, body } = await amira.get(page)
    expect([page, status]).toEqual([page, 410])
    expect(body).toContain(`The record ${one.reference} was disposed of on 14 April 2026`)
    expect(body).toContain(`href="${one.file}/certificate"`)
  }
  for (const q of [one.surname, one.reference])
    expect([q, (await amira.get(`/find?q=${q}`)).body.includes('Nothing you may see matches')]).toEqual([q, true])

  const { status, body } = await amira.get(`${one.file}/certificate`)
  expect(status).toBe(200)
  expectAccessible(body)
  const { rows } = await here.server.db.owner.query<{ head: string }>(
    `select encode(head, 'hex') as head from case_file where id = $1`,
    [one.id],
  )
  const says = [
    `File ${one.reference}, kept by Harrowmere Council`,
    'Contact only: kept 6 years after the case was closed',
    '10 March 2026, counted from 10 March 2020',
    '4 entries of 2 March 2020 to 10 March 2020 and after, with 3 passages of words',
    'Ruth Calloway, Team manager, East team, 14 April 2026',
    'Colm Reddy, Privacy officer, 14 April 2026',
    rows[0]?.head ?? 'no head',
  ]
  for (const words of says) expect(body).toContain(words)
  const cookie = [...amira.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const answer = await here.server.app.inject({
    url: `${one.file}/certificate.pdf`,
    headers: { host: 'localhost', cookie },
  })
  expect(answer.headers['content-type']).toBe('application/pdf')
  const pdf = await getDocumentProxy(new Uint8Array(answer.rawPayload))
  expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true })
  const { text } = await extractText(pdf, { mergePages: true })
  const plain = text.replaceAll(/\s+/g, ' ')
  for (const words of says) expect(plain.replaceAll(' ', '')).toContain(words.replaceAll(' ', ''))
  for (const gone of [one.surname, 'Aria']) expect(plain + body).not.toContain(gone)
  const log = await here.server.db.owner.query(
    'select route from reading_log where case_id = $1 order by at desc, id desc',
    [one.id],
  )
  expect(log.rows[0]).toEqual({ route: '/case/:reference/certificate.pdf' })
})

test('a system is told that it is gone, and finds it in no list', async () => {
  const one = await closed()
  const system = await systemOf(here.server, {
    agency: 'Harrowmere Council',
    post: 'Register',
    role: 'social-worker',
    teams: ['East team'],
  })
  expect((await system.get('/api/v1/cases')).text).toContain(one.reference)
  await ruth.write(`${one.file}/disposal`, { _do: 'propose' })
  await colm.write(`${one.file}/disposal`, { _do: 'approve' })
  const gone = await system.get(`/api/v1/cases/${one.reference}/facts`)
  expect(gone.status).toBe(410)
  expect((await system.get('/api/v1/cases')).text).not.toContain(one.reference)
  expect((await system.get(`/api/v1/cases?reference=${one.reference}`)).body['cases']).toEqual([])
})

test('a hold stops it, with who, why and until, and is released with a reason by whoever placed it', async () => {
  const one = await closed()
  await hold(one)
  const list = (await ruth.get('/disposal')).body
  expect(list).toMatch(
    new RegExp(
      `${one.surname}[\\s\\S]*Somebody holds it back[\\s\\S]*A public inquiry[\\s\\S]*expected to last until 1 March 2027`,
    ),
  )
  const page = await ruth.get(one.retention)
  expectAccessible(page.body)
  for (const words of [
    'The Harrow inquiry.',
    'Colm Reddy, Harrowmere Council',
    '1 March 2027',
    'Somebody holds it back',
  ])
    expect(page.body).toContain(words)
  expect((await ruth.write(`${one.file}/disposal`, { _do: 'propose' })).status).toBe(403)
  const [, release = ''] = /href="([^"]*retention-hold-released[^"]*)"/.exec(page.body) ?? []
  const address = release.replaceAll('&amp;', '&')
  const form = await ruth.get(address)
  const [, about = ''] = /name="continues-fact"[^>]*value="([^"]+)"/.exec(form.body) ?? []
  const recorded = await ruth.write(address.split('?')[0] ?? '', {
    'happened-day': '14',
    'happened-month': '4',
    'happened-year': '2026',
    'continues-fact': about || address.split('=')[1] || '',
    why: 'The inquiry has what it needs.',
  })
  expect(recorded.status).toBe(303)
  expect((await ruth.get(one.retention)).body).toContain('What stops it')
  expect((await ruth.write(`${one.file}/disposal`, { _do: 'propose' })).status).toBe(303)
})

test('an open request stops it by itself; what is proposed can be declined or taken back', async () => {
  const one = await closed()
  await ruth.write(`${one.file}/disposal`, { _do: 'propose' })
  expect((await ruth.get(one.retention)).body).toContain('You proposed it')
  expect((await colm.get(one.retention)).body).toContain('Dispose of this record')
  await here.server.record('privacyOfficer', {
    acts: [one.fact('subject-access-requested', '2026-04-14', {}, { requester: 'person', identity: 'known' })],
  })
  const stopped = (await colm.get(one.retention)).body
  expect(stopped).toContain('Somebody asked for the record and has no answer yet')
  expect(stopped).not.toContain('Dispose of this record')
  expect((await colm.write(`${one.file}/disposal`, { _do: 'approve' })).status).toBe(403)
  expect((await ruth.write(`${one.file}/disposal`, { _do: 'decline', reasons: 'He asked for it.' })).status).toBe(303)
  expect((await colm.get(one.file)).body).toContain('He asked for it.')
  expect((await colm.write(`${one.file}/disposal`, { _do: 'decline' })).status).toBe(409)
})

test('the schedule says of each line whose rule it is and why; an area’s own length shows as its own', async () => {
  const before = await ruth.get('/disposal/schedule')
  expectAccessible(before.body)
  for (const words of ['until the 25th birthday', 'until the 24th birthday', '6 years after the case was closed'])
    expect(before.body).toContain(words)
  expect(before.body).toContain('No line of it is law')
  const one = await closed()
  const { owner } = here.server.db
  await owner.query(
    `insert into local_policy (area_id, key, from_day, amount, unit, approved_by) values ($1, 'retain-contact', '2020-01-01', 120, 'months', 'test')`,
    [here.server.borough.area],
  )
  expect((await ruth.get('/disposal/schedule')).body).toMatch(/10 years after[\s\S]*set by this area/)
  expect((await ruth.get('/disposal')).body).not.toContain(one.surname)
  await owner.query(`delete from local_policy where key = 'retain-contact'`)
  expect((await ruth.get('/disposal')).body).toContain(one.surname)
})

test('a record that is still kept, or restricted to others, is on nobody’s list', async () => {
  const early = await closed({ day: '2020-04-15' })
  const apart = await closed({ restriction: 'restricted' })
  const { body } = await colm.get('/disposal')
  expect(body).not.toContain(early.surname)
  expect(body).not.toContain(apart.reference)
  expect((await ruth.get('/disposal')).body).toContain(apart.surname)
  expect((await colm.get(apart.retention)).status).toBe(404)
  expect((await ruth.get(early.retention)).body).toContain('15 April 2026')
})

test('nobody notes anything of a meeting on a record that is gone', async () => {
  const one = await closed()
  const { area, agencies, people } = here.server.borough
  const called = one.fact(
    'meeting-called',
    '2020-03-03',
    {},
    {
      meeting: 'child-in-need-meeting',
      plannedFor: '2020-03-05',
      invited: [agencies.school],
    },
  )
  const { ids } = await here.server.record('eastWorker', { acts: [called] })
  const meeting = ids[0] ?? ''
  await disclose(here.server.ledger, {
    areaId: area,
    caseId: one.id,
    submissionId: newId(),
    by: { postId: people.eastWorker.post, agencyId: agencies.authority },
    toAgencyIds: [agencies.school],
    roots: [meeting],
    basis: 'ca1989-s17',
    necessity: 'They are invited.',
    familyTold: 'yes',
  })
  const gwen = await here.signedIn('teacher')
  const note = `${one.file}/meeting/${meeting}/note`
  expect((await gwen.write(note, { words: 'Before.', _version: '0' })).status).toBe(303)
  await ruth.write(`${one.file}/disposal`, { _do: 'propose' })
  await colm.write(`${one.file}/disposal`, { _do: 'approve' })
  for (const who of [gwen, amira]) expect((await who.write(note, { words: 'After.', _version: '0' })).status).toBe(410)
  const { rows } = await here.server.ledger.recorder.query('select words from meeting_note where case_id = $1', [
    one.id,
  ])
  expect(rows).toEqual([])
})
