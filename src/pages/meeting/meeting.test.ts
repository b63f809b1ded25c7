import { beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible } from '../../../test/given-case.ts'
import { dated, type Fields, givenMeetings, rootIn, why } from '../../../test/given-meeting.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { readDraftsOfCase } from '../../ledger/drafts-of-case.ts'
import { deleteNotes } from '../../ledger/meeting-notes.ts'
import { transaction } from '../../platform/database.ts'
import { newId } from '../../platform/identifier.ts'

let given: Awaited<ReturnType<typeof givenMeetings>>
let here: (typeof given)['here']
let worker: Visitor
let police: Visitor
let gp: Visitor
let teacher: Visitor
beforeAll(async () => {
  given = await givenMeetings()
  ;({ here, worker, police, gp, teacher } = given)
})
const today = () => given.today()
const call: (typeof given)['call'] = (...of) => given.call(...of)
const record: (typeof given)['record'] = (...of) => given.record(...of)
const closing = (fields: Fields = {}) => given.closing(fields)
const factsOf: (typeof given)['factsOf'] = (...of) => given.factsOf(...of)

test('a strategy discussion, from the invitation to the signed minutes', async () => {
  const child = await here.child('Tamsin')
  const form = await worker.get(`${child.base}/meeting`)
  expect(form.status).toBe(200)
  expectAccessible(form.body)
  const address = await call(child)
  const root = rootIn(address)

  // Each sees it among what is due, and the school, which was not asked, finds nothing.
  expect((await police.get('/due')).body).toContain('Say who comes to the meeting')
  expect((await teacher.get(address)).status).toBe(404)

  // The police say who comes; the surgery reports. Everybody of the meeting reads it.
  const answer = await record(police, child.base, 'meeting-invitation-answered', root, {
    answer: 'comes',
    who: 'DS Imran Vale',
    mayDecide: 'yes',
  })
  expect(answer.status).toBe(303)
  await record(gp, child.base, 'meeting-report-given', root, {
    known: 'Seen on Monday with a bruise. [third party: Her aunt rang us.]',
    familyReads: 'part',
    heldBack: 'Who rang us.',
  })
  for (const who of [worker, police, gp]) {
    const { status, body } = await who.get(address)
    expect(status).toBe(200)
    expectAccessible(body)
    expect(body).toContain('Comes: DS Imran Vale')
    expect(body).toContain('Seen on Monday with a bruise')
    expect(body).toContain('<span class="gt-marked__words">Her aunt rang us.</span>')
    expect(body).not.toContain('[third party:')
  }
  expect((await worker.get(address)).body).toContain('It cannot count as held without')

  // Notes: each writes their own, and reads the others'.
  await police.write(`${address}/note`, { words: 'Known address since May. [risk: He has a key.]', _version: '0' })
  await worker.write(`${address}/note`, { words: 'Mother agrees to a medical.', _version: '0' })
  const noted = (await worker.get(address)).body
  expect(noted).toContain('Known address since May.')
  expect(noted).toContain('<span class="gt-marked__words">He has a key.</span>')

  const closeForm = await worker.get(`${address}/close`)
  expect(closeForm.status).toBe(200)
  expectAccessible(closeForm.body)
  expect(closeForm.body).toContain('DS Imran Vale')
  const closed = await worker.write(`${address}/close`, {
    ...closing(),
    [`view-${here.agencies.surgery}`]: 'dissents',
    [`view-why-${here.agencies.surgery}`]: 'Dr Ines Hallam: she should not go home tonight.',
  })
  expect([closed.status, closed.headers['location']]).toEqual([303, `${address}?done=closed`])
  // The decision is an ordinary record, with who was there: what it owes follows from it.
  const [decision] = await factsOf(child.id, 'strategy-discussion-held')
  expect(decision?.data).toMatchObject({
    outcome: 'section-47',
    agencies: [here.agencies.police, here.agencies.surgery],
    present: ['social-worker', 'police', 'health'],
  })
  expect((await worker.get(child.base)).body).toContain('Hold an initial child protection conference')
  expect((await gp.get(child.base)).body).toContain('A fracture that nobody explains.')

  // Minutes: drafted from all of that, sent, signed by one and questioned by another.
  const draft = await worker.get(`${address}/minutes`)
  for (const said of ['Known address since May.', 'Start section 47 enquiries', 'she should not go home tonight'])
    expect(draft.body).toContain(said)
  expectAccessible(draft.body)
  const sent = await worker.write(`${address}/minutes`, {
    ...dated('happened', today()),
    sentTo: [here.agencies.police, here.agencies.surgery],
    minutes: 'We met. [not to parents: The aunt rang.] We decided.',
    confidential: 'Where the aunt lives.',
    confidentialWhy: 'It would put her at risk; the chair.',
  })
  expect(sent.headers['location']).toBe(address)
  const [minutes] = (
    await here.server.db.owner.query<{ root: string }>(
      `select root from fact where case_id = $1 and kind = 'meeting-minutes-sent'`,
      [child.id],
    )
  ).rows
  await record(police, child.base, 'meeting-minutes-answered', minutes?.root ?? '', { answer: 'signed' })
  await record(gp, child.base, 'meeting-minutes-answered', minutes?.root ?? '', {
    answer: 'correct',
    correction: 'It was Tuesday.',
  })
  const room = (await worker.get(address)).body
  expect(room).toContain('asks for a correction: It was Tuesday.')
  expect(room).toContain('Minutes sent')

  // Papers for the parents: what is withheld stands in a list with its reason, and is recorded as given.
  const pack = await worker.get(`${address}/pack?for=parents`)
  expectAccessible(pack.body)
  expect(pack.body).toContain('Words marked by their writer: not to parents')
  expect(pack.body).toContain('It would put her at risk; the chair.')
  // What the child takes home, the parents may read there.
  const ofChild = await worker.get(`${address}/pack?for=child`)
  expect(ofChild.body).toContain('Words marked by their writer: not to parents')
  expect(ofChild.body).toContain('What is marked as not for the parents is left out of these papers as well')
  const pdf = await worker.get(`${address}/papers.pdf?for=parents`)
  expect([pdf.status, pdf.body.slice(0, 5)]).toEqual([200, '%PDF-'])
  expect((await worker.get(`${address}/papers.docx?for=agency`)).status).toBe(200)
  await worker.write(`${address}/pack`, {
    for: 'parents',
    ...dated('happened', today()),
    'happened-time': '08:45',
    how: 'read',
    interpreter: 'there',
  })
  const [papers] = (
    await here.server.db.owner.query<{ text: string }>(
      `select n.text from narrative n join fact f on f.id = n.fact_id where f.case_id = $1 and f.kind = 'meeting-pack-given'`,
      [child.id],
    )
  ).rows
  expect(papers?.text).toContain('Confidential part of the minutes: It would put her at risk; the chair.')
})

describe('a meeting without all who have to be there', () => {
  test('does not close as held; it can say that it decided in an emergency, with the reason, and who was missing is owed', async () => {
    const child = await here.child('Noquorum')
    const address = await call(child)
    const absent = { [`came-${here.agencies.surgery}`]: 'absent' }
    const refused = await worker.write(`${address}/close`, closing(absent))
    expect(refused.status).toBe(422)
    expect(refused.body).toContain('It cannot count as held without health')
    expect(refused.body).toContain('A fracture that nobody explains.')
    const without = await worker.write(`${address}/close`, closing({ ...absent, 'meeting-how': 'emergency' }))
    expect([without.status, without.body]).toEqual([422, expect.stringContaining('Enter why it could not wait')])
    expect(await factsOf(child.id, 'strategy-discussion-held')).toEqual([])
    await worker.write(
      `${address}/close`,
      closing({ ...absent, 'meeting-how': 'emergency', 'meeting-why': 'Nobody answered. Health told at 21:40.' }),
    )
    expect((await worker.get(address)).body).toContain('Decided in an emergency')
    expect((await worker.get(child.base)).body).toContain('Hear whoever was missing')
  })

  test('counts somebody who spoke for health without an invitation', async () => {
    const child = await here.child('Onthephone')
    const address = await call(child, { invited: [here.agencies.police] })
    await record(police, child.base, 'meeting-invitation-answered', rootIn(address), {
      answer: 'comes',
      who: 'DS Imran Vale',
    })
    const fields = closing({ 'spoken-for': 'health' })
    delete fields[`came-${here.agencies.surgery}`]
    const asked = 'Enter who spoke for health, by name and post'
    for (const names of ['', 'DS Imran Vale, Harrowmere Police']) {
      const { status, body } = await worker.write(`${address}/close`, { ...fields, 'meeting-who': names })
      expect([status, body]).toEqual([422, expect.stringContaining(asked)])
      expectAccessible(body)
    }
    expect(await factsOf(child.id, 'strategy-discussion-held')).toEqual([])
    const named = {
      ...fields,
      'meeting-who': 'DS Imran Vale, Harrowmere Police\r\nDr Ada Quill, paediatrician on call',
    }
    expect((await worker.write(`${address}/close`, named)).status).toBe(303)
  })

  test('is not held: nothing is decided, and what was owed stays owed', async () => {
    const child = await here.child('Notheld')
    const address = await call(child)
    const fields = {
      'meeting-how': 'not-held',
      'meeting-why': 'The police could not come.',
      ...dated('happened', today()),
    }
    expect((await worker.write(`${address}/close`, fields)).status).toBe(303)
    expect(await factsOf(child.id, 'strategy-discussion-held')).toEqual([])
    expect((await worker.get(address)).body).toContain('Not held')
  })
})

describe('inviting', () => {
  test('a form sent twice is one meeting', async () => {
    const child = await here.child('Twice')
    const submission = newId()
    const fields = {
      meeting: 'core-group',
      ...dated('plannedFor', today()),
      invited: here.agencies.police,
      'goes-with-it': child.name,
      ...why,
    }
    const first = await worker.write(`${child.base}/meeting`, fields, submission)
    const second = await worker.write(`${child.base}/meeting`, fields, submission)
    expect(second.headers['location']).toBe(first.headers['location'])
    expect(await factsOf(child.id, 'meeting-called')).toHaveLength(1)
  })

  test('a meeting of the past, nobody invited, a stranger agency: each is said', async () => {
    const child = await here.child('Wrongly')
    const wrong = async (fields: Fields) => {
      const base = {
        meeting: 'strategy-discussion',
        ...dated('plannedFor', today()),
        invited: here.agencies.police,
        ...why,
      }
      return (await worker.write(`${child.base}/meeting`, { ...base, ...fields })).body
    }
    expect(await wrong(dated('plannedFor', '2020-01-01'))).toContain('The day of the meeting must be today or later')
    expect(await wrong({ invited: [] })).toContain('Select at least one agency')
    expect(await wrong({ invited: here.agencies.elsewhere })).toContain('Select from the list: agencies invited')
    expect(await wrong({ startsAt: '25:00' })).toContain('Enter a time like 09:30')
    expect(await factsOf(child.id, 'meeting-called')).toEqual([])
  })

  test('a conference also plans what is owed before it', async () => {
    const child = await here.child('Conference')
    await call(child, { meeting: 'initial-conference', family: ['child', 'parents'] })
    const [planned] = await factsOf(child.id, 'conference-planned')
    expect((await worker.get(`${child.base}/documents`)).body).toContain('/letter.pdf?to=')
    expect(planned?.data).toMatchObject({
      plannedFor: today(),
      familyInvited: true,
      invited: [here.agencies.police, here.agencies.surgery],
    })
  })

  test('begins with the meeting that is owed first', async () => {
    const child = await here.child('Owed')
    await child.fact('strategy-discussion-held', '2026-04-13', { data: { outcome: 'section-47', enquiry: 'joint' } })
    const { body } = await worker.get(`${child.base}/meeting`)
    expect(body).toMatch(/value="initial-conference"[^>]*checked/)
  })

  test('an agency that is asked later sees the meeting, one whose invitation is withdrawn no longer does', async () => {
    const child = await here.child('Withdrawn')
    const address = await call(child, { invited: [here.agencies.police] })
    const root = rootIn(address)
    expect((await gp.get(address)).status).toBe(404)
    await record(worker, child.base, 'meeting-invitation-sent', root, { invited: here.agencies.surgery })
    expect((await gp.get(address)).status).toBe(200)
    const form = await worker.get(`${address}/withdraw?agency=${here.agencies.surgery}`)
    expect(form.body).toContain('opened this file 1 time')
    expectAccessible(form.body)
    const gone = await worker.write(`${address}/withdraw`, {
      agency: here.agencies.surgery,
      reasons: 'The wrong surgery.',
    })
    expect(gone.status).toBe(303)
    expect((await gp.get(address)).status).toBe(404)
    expect((await worker.get(address)).body).toContain('No longer invited: Bridge Surgery')
    // What is recorded from now on does not reach it.
    await record(police, child.base, 'meeting-report-given', root, { known: 'Known to us.' })
    expect((await gp.get(child.base)).body).not.toContain('Known to us.')
  })

  test('who did not call it neither closes it nor writes its minutes, and is told who does', async () => {
    const child = await here.child('Theirs')
    const address = await call(child)
    const reply = await police.get(`${address}/close`)
    expect([reply.status, reply.body]).toEqual([403, expect.stringContaining('Whoever called the meeting closes it.')])
    expect((await police.write(`${address}/close`, closing())).status).toBe(403)
    expect((await police.get(`${address}/minutes`)).status).toBe(403)
    expect((await teacher.write(`${address}/note`, { words: 'x', _version: '0' })).status).toBe(404)
  })
})

describe('notes', () => {
  test('an older window does not write over a newer one; nobody writes into another’s note', async () => {
    const child = await here.child('Notes')
    const address = await call(child)
    const write = (who: Visitor, words: string, version: string) =>
      who.write(`${address}/note`, { words, _version: version })
    expect((await write(worker, 'One.', '0')).status).toBe(303)
    expect((await write(worker, 'One. Two.', '1')).status).toBe(303)
    expect((await write(worker, 'One. Three.', '1')).status).toBe(409)
    expect((await write(police, 'Ours.', '0')).status).toBe(303)
    const { body } = await worker.get(address)
    expect(body).toContain('One. Two.')
    expect(body).toContain('Ours.')
  })
})

test('what was noted is within what is held about the child, and goes when the record does', async () => {
  const child = await here.child('Held')
  const address = await call(child)
  await worker.write(`${address}/note`, { words: 'She asked for her aunt.', _version: '0' })
  const { ledger, db, borough } = here.server
  const { post, agency } = borough.people.privacyOfficer
  const drafts = await readDraftsOfCase(ledger, borough.area, child.id, { postId: post, agencyId: agency })
  expect(drafts.map(({ form, typed }) => [form, typed])).toEqual([
    [`${address}/note`, { note: 'She asked for her aunt.' }],
  ])
  await transaction(db.recorder, client => deleteNotes(client, borough.area, child.id))
  expect(await readDraftsOfCase(ledger, borough.area, child.id, { postId: post, agencyId: agency })).toEqual([])
})

test('a request for the record can be answered where somebody noted something at a meeting', async () => {
  const child = await here.child('Noted')
  await worker.write(`${await call(child)}/note`, { words: 'She asked for her aunt.', _version: '0' })
  const request = await child.fact('subject-access-requested', '2026-04-13', {
    data: { requester: 'person', identity: 'known' },
  })
  const privacy = await here.signedIn('privacyofficer')
  const page = `${child.base}/access-request/${request}`
  expect((await privacy.get(page)).body).toContain('She asked for her aunt.')
  expect((await privacy.write(page, { _do: 'all' })).to).toBe(`${page}?kept=1`)
  expect((await privacy.write(page, { _do: 'release', giving: 'hand' })).to).toBe(page)
})

test('brothers and sisters: one meeting called on each file, closed together where the same was decided', async () => {
  const [one, other] = [await here.child('Pair'), await here.child('Pair')]
  const address = await call(one, { 'also-on-references': other.reference })
  expect(await factsOf(other.id, 'meeting-called')).toHaveLength(1)
  // It moves for both, and whoever is invited learns it on each file.
  const root = rootIn(address)
  const [elsewhere] = await factsOf(other.id, 'meeting-called')
  const move = `${one.base}/record/meeting-moved?continues-fact=${root}`
  const moving = await worker.get(move)
  expectAccessible(moving.body)
  expect(moving.body).toMatch(
    new RegExp(`value="${other.reference}"[^>]*checked|checked[^>]*value="${other.reference}"`),
  )
  const moved = { ...dated('plannedFor', '2026-04-15'), startsAt: '11:00', place: 'By video', reasons: 'The doctor.' }
  await record(worker, one.base, 'meeting-moved', root, { ...moved, 'also-on': other.reference })
  for (const [base, called] of [
    [one.base, root],
    [other.base, elsewhere?.root],
  ]) {
    expect((await worker.get(`${base}/meeting/${called}`)).body).toContain('15 April 2026 at 11:00')
    expect((await police.get(`${base}/meeting/${called}`)).body).toContain('15 April 2026 at 11:00')
  }
  // Another file that is named by hand is none of this meeting.
  const stranger = await here.child('Stranger')
  await record(worker, one.base, 'meeting-moved', root, { ...moved, startsAt: '12:00', 'also-on': stranger.reference })
  expect(await factsOf(stranger.id, 'meeting-moved')).toEqual([])
  expect(await factsOf(other.id, 'meeting-moved')).toHaveLength(1)

  const form = await worker.get(`${address}/close`)
  expect(form.body).toContain('The same was decided for')
  await worker.write(`${address}/close`, closing({ 'also-on': other.reference }))
  for (const { id } of [one, other]) expect(await factsOf(id, 'strategy-discussion-held')).toHaveLength(1)
})

test('the calendar file says when and where, and nobody’s name', async () => {
  const child = await here.child('Calendar')
  const address = await call(child)
  const { body } = await police.get(`${address}/invitation.ics`)
  expect(body).toContain('SUMMARY:Strategy discussion')
  expect(body).toContain('LOCATION:By video')
  expect(body).toMatch(/DTSTART:\d{8}T1[34]0000Z/)
  expect(body).not.toContain('Aria')
})
