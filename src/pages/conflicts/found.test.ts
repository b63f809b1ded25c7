import { beforeAll, expect, test } from 'vitest'
import { expectAccessible } from '../../../test/given-case.ts'
import { smallCaseload } from '../../../test/small-caseload.ts'
import type { Visitor } from '../../../test/visitor.ts'

let here: Awaited<ReturnType<typeof smallCaseload>>
let colm: Visitor
let joss: Visitor
const references: Record<'namesake' | 'neighbour' | 'shielded' | 'officer' | 'stranger', string> = {} as never

beforeAll(async () => {
  here = await smallCaseload()
  const one = async (child: Parameters<typeof here.child>[0]) => (await here.child(child)).reference
  references.namesake = await one({ surname: 'Osei', forenames: 'Amira', restriction: 'restricted', team: 'east' })
  references.neighbour = await one({ surname: 'Pettigrew', forenames: 'Una', postcode: 'ZZ99 7EE' })
  references.shielded = await one({ surname: 'Ballard', forenames: 'Tom', restriction: 'shielded', team: 'east' })
  references.officer = await one({ surname: 'Reddy', forenames: 'Colm' })
  references.stranger = await one({ surname: 'Calloway', forenames: 'Imogen' })
  const ruth = await here.signedIn('manager')
  await ruth.write('/conflicts', { surname: 'Nobody', postcode: 'ZZ99 7EE', relation: 'neighbour' })
  colm = await here.signedIn('privacyofficer')
  joss = await here.signedIn('duty')
})

const proposals = async () =>
  (
    await here.server.db.owner.query<{ id: string; reference: string; name: string; because: string }>(
      `select x.id, c.reference, w.name, x.because from conflict_proposal x join case_file c on c.id = x.case_id
       join practitioner w on w.id = x.practitioner_id order by w.name`,
    )
  ).rows
const idOf = async (reference: string) => (await proposals()).find(one => one.reference === reference)?.id ?? ''

test('looked for, it finds namesakes of practitioners and declared postcodes, once', async () => {
  await colm.get('/conflicts')
  const { to } = await colm.post('/conflicts/look')
  expect(to).toBe('/conflicts?found=2#found')
  expect((await colm.get('/conflicts?found=2')).body).toContain('2 new matches found')
  expect((await colm.post('/conflicts/look')).to).toBe('/conflicts?found=0#found')
  expect((await proposals()).map(({ name, reference, because }) => [name, reference, because])).toEqual([
    ['Amira Osei', references.namesake, 'The same name'],
    ['Colm Reddy', references.officer, 'The same name'],
    ['Ruth Calloway', references.neighbour, 'A postcode that they declared'],
    ['Tom Ballard', references.shielded, 'The same name'],
  ])
})

test('the privacy officer sees who, what is the same and the reference; not the file, not their own, nothing of a shielded one', async () => {
  const { body } = await colm.get('/conflicts')
  expectAccessible(body)
  const found = body.slice(body.indexOf('id="found"'), body.indexOf('What you declared'))
  for (const says of ['Amira Osei', references.namesake, 'The same name']) expect(found).toContain(says)
  for (const never of ['shielded', references.shielded, 'Tom Ballard', references.officer, 'Pettigrew', 'Una'])
    expect(found).not.toContain(never)
})

test('the front door decides of shielded files, and of no others; nobody else sees any', async () => {
  const { body } = await joss.get('/conflicts')
  expectAccessible(body)
  expect(body).toContain(references.shielded)
  expect(body).not.toContain(references.namesake)
  for (const name of ['manager', 'eastworker', 'teacher', 'datalead']) {
    const visitor = await here.signedIn(name)
    const page = await visitor.get('/conflicts')
    for (const word of ['Found by name', references.namesake, references.shielded])
      expect(page.body).not.toContain(word)
    expect((await visitor.post('/conflicts/look')).status).toBe(403)
    const answer = await visitor.post(`/conflicts/${await idOf(references.namesake)}/decide`, { decision: 'confirmed' })
    expect(answer.status).toBe(403)
  }
})

test('of each file whose reference is shown the reading log says so, before the page is shown', async () => {
  const { borough, db } = here.server
  const logged = async (who: 'privacyOfficer' | 'duty' | 'manager') => {
    const { rows } = await db.owner.query<{ reference: string | null; route: string; count: number }>(
      `select c.reference, l.route, count(*) as count from reading_log l left join case_file c on c.id = l.case_id
       where l.practitioner_id = $1 and l.route like '%conflicts%' group by 1, 2 order by 1`,
      [borough.people[who].practitioner],
    )
    return Object.fromEntries(rows.map(row => [row.reference ?? 'a list', row.count]))
  }
  const before = await logged('privacyOfficer')
  await colm.get('/conflicts')
  const shown = [references.namesake, references.neighbour, 'a list']
  expect(Object.keys(await logged('privacyOfficer')).toSorted()).toEqual(shown.toSorted())
  for (const one of shown) expect((await logged('privacyOfficer'))[one]).toBe((before[one] ?? 0) + 1)
  // Also where the page is shown again because of a mistake.
  expect((await colm.write('/conflicts', {})).status).toBe(422)
  for (const one of shown) expect((await logged('privacyOfficer'))[one]).toBe((before[one] ?? 0) + 2)
  expect(Object.keys(await logged('duty'))).toEqual([references.shielded])
  // Who is shown no file leaves no line.
  const ruth = await here.signedIn('manager')
  await ruth.get('/conflicts')
  expect(await logged('manager')).toEqual({})
  await db.owner.query('revoke insert on reading_log from goldthread_reader')
  const failed = await colm.get('/conflicts')
  await db.owner.query('grant insert on reading_log to goldthread_reader')
  expect([failed.status, failed.body.includes(references.namesake)]).toEqual([500, false])
})

test('confirmed, the file is closed to that practitioner; opened again, it is not; dismissed, it is proposed no more', async () => {
  const amira = await here.signedIn('eastworker')
  const at = `/case/${references.namesake}`
  expect((await amira.get(at)).status).toBe(200)
  const id = await idOf(references.namesake)
  expect((await colm.post(`/conflicts/${id}/decide`, { decision: 'confirmed' })).to).toBe('/conflicts#found')
  await colm.post(`/conflicts/${id}/decide`, { decision: 'confirmed' })
  expect((await amira.get(at)).status).toBe(404)
  expect((await colm.get('/conflicts')).body).toContain('Open it to them again')
  await colm.post(`/conflicts/${id}/decide`, { decision: 'dismissed' })
  expect((await amira.get(at)).status).toBe(200)
  expect((await colm.get('/conflicts')).body).not.toContain(references.namesake)
  expect((await colm.post('/conflicts/look')).to).toBe('/conflicts?found=0#found')
})

test('forged: of a shielded file, of oneself, of nothing', async () => {
  for (const reference of [references.shielded, references.officer]) {
    const answer = await colm.post(`/conflicts/${await idOf(reference)}/decide`, { decision: 'confirmed' })
    expect([reference, answer.status]).toEqual([reference, 404])
  }
  expect((await colm.post('/conflicts/x/decide', { decision: 'confirmed' })).status).toBe(404)
  const decided = await joss.post(`/conflicts/${await idOf(references.shielded)}/decide`, { decision: 'confirmed' })
  expect(decided.to).toBe('/conflicts#found')
  const { rows } = await here.server.db.owner.query(
    `select how, ended_at from conflict_of_interest where ended_at is null`,
  )
  expect(rows).toEqual([{ how: 'found', ended_at: null }])
})

test('whether a shielded family lives at a postcode is not said: neither to who declares it and looks, nor once others declared it', async () => {
  const { reference } = await here.child({ surname: 'Barrow', postcode: 'ZZ99 5SH', restriction: 'shielded' })
  const answersFor = async (postcode: string) => {
    const ruth = await here.signedIn('manager')
    await ruth.get('/conflicts')
    await ruth.post('/conflicts/home', { home: postcode })
    await colm.get('/conflicts')
    await colm.post('/conflicts/home', { home: postcode })
    const { to } = await colm.post('/conflicts/look')
    const { body } = await colm.get(to)
    return [to, body.replaceAll(postcode, 'THERE').replaceAll(/name="_(csrf|submission)" value="[^"]+"/g, '')]
  }
  const nobody = await answersFor('ZZ99 9ZZ')
  expect(nobody[1]).toContain('Nothing new was found.')
  expect(await answersFor('ZZ99 5SH')).toEqual(nobody)
  // The front door has it on its own page, also of who looked in vain.
  const { body } = await joss.get('/conflicts')
  expect(body.split(reference).length).toBeGreaterThan(2)
  for (const who of ['Ruth Calloway', 'Colm Reddy']) expect(body).toContain(who)
})
