import { beforeAll, expect, test } from 'vitest'
import { expectAccessible } from '../../../test/given-case.ts'
import { smallCaseload } from '../../../test/small-caseload.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { disclose } from '../../ledger/disclose.ts'
import { record } from '../../ledger/record.ts'
import { withContext } from '../../platform/database.ts'
import { newId } from '../../platform/identifier.ts'

let here: Awaited<ReturnType<typeof smallCaseload>>
let duty: Visitor
let colm: Visitor
let file: string
let noah: Awaited<ReturnType<typeof here.child>>
let id: string

beforeAll(async () => {
  here = await smallCaseload()
  noah = await here.child({ forenames: 'Noah', surname: 'Whitlock', team: 'west', restriction: 'restricted' })
  file = `/case/${noah.reference}`
  duty = await here.signedIn('duty')
  colm = await here.signedIn('privacyofficer')
  await duty.get(`${file}/open`)
  await duty.write(`${file}/open`, {
    reason: 'A head injury in the night',
    scope: 'responsible',
    minutes: '15',
    told: here.borough.people.manager.post,
  })
  for (const page of ['', '/record', '/record/address-known']) await duty.get(`${file}${page}`)
  const { rows } = await here.server.db.owner.query('select id from break_glass')
  id = rows[0].id
})

test('what waits for review stands in its list and in what is due, with its day', async () => {
  const { body } = await colm.get('/break-glass')
  expectAccessible(body)
  expect(body).toContain('1 to review')
  expect(body).toContain('A head injury in the night')
  expect(body).toContain('Due tomorrow')
  const due = await colm.get('/due')
  expect(due.body).toContain('Review that a restricted record was opened in an emergency')
  const href = /href="(\/case\/[^"]+\/duty\?id=review-break-glass[^"]+)"/.exec(due.body)?.[1] ?? ''
  const page = await colm.get(href)
  expect(page.body).toContain('href="/break-glass"')
  expect(page.body).toContain('Local policy, not the guidance')
})

test('it shows who, why, who was told and which pages were read meanwhile, and nothing of the child', async () => {
  const { status, body } = await colm.get(`/break-glass/${id}`)
  expect(status).toBe(200)
  expectAccessible(body)
  for (const says of [
    'Joss Pemberton, Duty worker',
    'Who is responsible for the child',
    'Ruth Calloway, who has not said to have seen it',
    '10:00: The file',
    '10:00: A form to record',
  ])
    expect(body).toContain(says)
  expect(body).not.toContain('Whitlock')
})

test('what agencies told each other about the child is not for the reviewer, whose grant is apart', async () => {
  const { area, people, agencies } = here.server.borough
  const by = { postId: null, agencyId: agencies.school }
  const seen = {
    act: 'record',
    caseId: noah.id,
    kind: 'address-known',
    happened: { from: '2026-04-01', to: '2026-04-01', certainty: 'day', at: null },
    data: {},
    narrative: { address: '4 Weir Lane' },
  } as const
  const { ids } = await record(here.server.ledger, { areaId: area, submissionId: newId(), by, acts: [seen] })
  const grounds = { basis: 'ca1989-s17', necessity: 'The team asked for it', familyTold: 'yes' } as const
  const sharing = { ...grounds, areaId: area, caseId: noah.id, submissionId: newId(), by }
  await disclose(here.server.ledger, { ...sharing, toAgencyIds: [agencies.authority], roots: ids })
  expect((await (await here.signedIn('westworker')).get(file)).body).toContain('4 Weir Lane')
  expect((await colm.get(file)).body).not.toContain('4 Weir Lane')
  expect((await colm.get('/find?q=4 Weir Lane')).body).not.toContain(noah.reference)
  expect((await colm.get(`${file}/why`)).body).not.toContain('The team asked for it')
  const { rows } = await withContext(here.server.db.reader, people.privacyOfficer, client =>
    client.query('select id from disclosure where case_id = $1', [noah.id]),
  )
  expect(rows).toEqual([])
})

test('it is for privacy officers', async () => {
  for (const name of ['manager', 'duty', 'eastworker', 'datalead', 'teacher']) {
    const visitor = await here.signedIn(name)
    for (const address of ['/break-glass', `/break-glass/${id}`]) {
      const { status, body } = await visitor.get(address)
      expect([name, status]).toEqual([name, 403])
      expect(body).toContain('privacy officer')
      expect(body).not.toContain('Pemberton opened')
    }
    expect((await visitor.post(`/break-glass/${id}`, { outcome: 'justified', words: 'x' })).status).toBe(403)
  }
})

test('overdue, it says so', async () => {
  here.server.clock.instant += 3 * 86_400_000
  expect((await (await here.signedIn('privacyofficer')).get('/break-glass')).body).toContain('Overdue')
  here.server.clock.instant -= 3 * 86_400_000
})

test('who opened it does not review it, whichever post they act in', async () => {
  const { practitioner } = here.borough.people.duty
  const { post } = here.borough.people.privacyOfficer
  await here.server.db.owner.query('update post set practitioner_id = $1 where id = $2', [practitioner, post])
  const joss = await here.signedIn('duty')
  await joss.get('/post')
  await joss.post('/post', { post })
  const { body } = await joss.get(`/break-glass/${id}`)
  expect(body).toContain('You opened this record yourself')
  const { status } = await joss.write(`/break-glass/${id}`, { outcome: 'justified', words: 'It was needed' })
  expect(status).toBe(403)
  await here.server.db.owner.query('update post set practitioner_id = $1 where id = $2', [
    here.borough.people.privacyOfficer.practitioner,
    post,
  ])
})

test('the review has an outcome and words, meets the duty, and stands in the chain', async () => {
  const empty = await colm.write(`/break-glass/${id}`, { words: 'Only half of it' })
  expect(empty.status).toBe(422)
  expectAccessible(empty.body)
  expect(empty.body).toContain('Select what the review found')
  expect(empty.body).toContain('Only half of it')
  const review = { outcome: 'too-wide', words: 'The address would have been enough. Spoken about with Joss.' }
  expect((await colm.write(`/break-glass/${id}`, review)).to).toBe('/break-glass')
  const { body } = await colm.get('/break-glass')
  expect(body).toContain('Nothing waits for review')
  expect(body).toContain('Justified, and more was read than was needed. Colm Reddy, 14 April 2026')
  expect((await colm.get(`/break-glass/${id}`)).body).toContain('Spoken about with Joss')
  expect((await colm.get('/due')).body).not.toContain('Review that a restricted record')
  const { rows } = await here.server.db.owner.query(
    `select d.met_by = f.id as met, c.sensitivity from fact f join compartment c on c.id = f.compartment_id
     join duty d on d.trigger_root = f.about where f.kind = 'break-glass-reviewed'`,
  )
  expect(rows).toEqual([{ met: true, sensitivity: 'access' }])
  // The outcome is not for the team, nor for whoever opened it.
  const tom = await here.signedIn('westworker')
  expect((await tom.get(file)).body).not.toContain('Spoken about')
})
