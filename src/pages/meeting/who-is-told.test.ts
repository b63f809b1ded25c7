import { beforeAll, expect, test } from 'vitest'
import { dated, givenMeetings, rootIn } from '../../../test/given-meeting.ts'
import { findNotForFamily } from '../../ledger/behind-readings.ts'
import { newId } from '../../platform/identifier.ts'

let given: Awaited<ReturnType<typeof givenMeetings>>
beforeAll(async () => {
  given = await givenMeetings()
})

test('whose invitation was withdrawn hears nothing of those who are invited after that', async () => {
  const { here, worker, police, gp, call, record } = given
  const child = await here.child('Afterwards')
  const address = await call(child, { invited: [here.agencies.police] })
  await worker.write(`${address}/withdraw`, { agency: here.agencies.police, reasons: 'He is her father.' })
  await record(worker, child.base, 'meeting-invitation-sent', rootIn(address), { invited: here.agencies.surgery })
  await record(gp, child.base, 'meeting-report-given', rootIn(address), { known: 'What the doctor saw.' })
  expect((await worker.get(address)).body).toContain('What the doctor saw.')
  expect((await gp.get(address)).body).toContain('No longer invited: Harrowmere Police')
  // Who is asked later knows whom it is about.
  expect((await gp.get(address)).body).toContain('Aria Afterwards')
  expect((await police.get(child.base)).body).not.toContain('What the doctor saw.')
})

test('who is invited later is told who the child is, and nothing that was chosen for those invited first', async () => {
  const { here, worker, police, gp, call, record } = given
  const child = await here.child('Chosen')
  const meeting = await call(child, { invited: [here.agencies.police], 'goes-with-it': [child.name, child.address] })
  await record(worker, child.base, 'meeting-invitation-sent', rootIn(meeting), { invited: here.agencies.surgery })
  expect((await police.get(child.base)).body).toContain('ZZ99 1AA')
  const theirs = (await gp.get(child.base)).body
  expect(theirs).toContain('Aria Chosen')
  expect(theirs).not.toContain('ZZ99 1AA')
})

test('minutes go to those that were ticked, and to nobody else of the meeting', async () => {
  const { here, worker, police, gp, call, closing, today } = given
  const child = await here.child('Ticked')
  const address = await call(child)
  await worker.write(`${address}/close`, closing())
  const wrong = { ...dated('happened', today()), minutes: 'We met.', sentTo: here.agencies.school }
  expect((await worker.write(`${address}/minutes`, wrong)).status).toBe(422)
  const sent = { ...wrong, sentTo: here.agencies.police, confidential: 'Where she sleeps.', confidentialWhy: 'Safety.' }
  expect((await worker.write(`${address}/minutes`, sent)).status).toBe(303)
  expect((await police.get(address)).body).toContain('Where she sleeps.')
  expect((await gp.get(address)).body).not.toContain('Where she sleeps.')
})

test('who was only invited neither moves it nor invites others, nor speaks for another agency', async () => {
  const { here, worker, police, gp, call, record } = given
  const child = await here.child('Notmine')
  const address = await call(child, { invited: [here.agencies.police] })
  const root = rootIn(address)
  const moved = { ...dated('plannedFor', '2031-01-02'), reasons: 'We cannot come.' }
  const reply = await record(police, child.base, 'meeting-moved', root, moved)
  expect([reply.status, reply.body]).toEqual([403, expect.stringContaining('Whoever called the meeting moves it')])
  const invited = { invited: here.agencies.surgery }
  expect((await record(police, child.base, 'meeting-invitation-sent', root, invited)).status).toBe(403)
  expect((await gp.get(address)).status).toBe(404)
  await record(police, child.base, 'meeting-view-given', root, { view: 'agrees', of: here.agencies.authority })
  const { body } = await worker.get(address)
  expect(body.slice(body.indexOf('Called it'), body.indexOf('Harrowmere Police'))).not.toContain('Agrees')
})

test('a correction of the call changes neither whom it is for nor which meeting it is', async () => {
  const { here, worker, gp, call, factsOf, today } = given
  const child = await here.child('Corrected')
  const address = await call(child, { invited: [here.agencies.police] })
  const correct = `${child.base}/fact/${rootIn(address)}/correct`
  const form = (await worker.get(correct)).body
  expect(form).not.toContain('name="invited"')
  const seen = /name="[^"]*seen[^"]*" value="(\d+)"/.exec(form)?.[1] ?? ''
  const reply = await worker.write(correct, {
    ...dated('happened', today()),
    ...dated('plannedFor', today()),
    invited: here.agencies.surgery,
    meeting: 'core-group',
    place: 'Room 4',
    correctionReason: 'Another room.',
    'entry-seen': seen,
  })
  expect(reply.status).toBe(303)
  expect((await factsOf(child.id, 'meeting-called')).at(-1)?.data).toMatchObject({
    meeting: 'strategy-discussion',
    invited: [here.agencies.police],
  })
  expect((await gp.get(address)).status).toBe(404)
})

test('a wrong address is withdrawn on the files of brothers and sisters too', async () => {
  const { here, worker, gp, call, factsOf } = given
  const [one, other] = [await here.child('Both'), await here.child('Both')]
  const address = await call(one, { 'also-on-references': other.reference })
  const [there] = await factsOf(other.id, 'meeting-called')
  const elsewhere = `${other.base}/meeting/${there?.root}`
  expect((await gp.get(elsewhere)).status).toBe(200)
  expect((await worker.get(address)).body).toContain(`href="${elsewhere}"`)
  await worker.write(`${address}/withdraw`, { agency: here.agencies.surgery, reasons: 'The wrong surgery.' })
  for (const room of [address, elsewhere]) expect((await gp.get(room)).status).toBe(404)
})

test('what is planned moves with the meeting, and is without whoever is no longer invited', async () => {
  const { here, worker, gp, call, record, factsOf } = given
  const child = await here.child('Planned')
  const address = await call(child, { meeting: 'initial-conference', ...dated('plannedFor', '2026-04-28') })
  await record(worker, child.base, 'meeting-moved', rootIn(address), {
    ...dated('plannedFor', '2026-04-30'),
    reasons: 'The chair is ill.',
  })
  await worker.write(`${address}/withdraw`, { agency: here.agencies.surgery, reasons: 'The wrong surgery.' })
  expect(
    (await factsOf(child.id, 'conference-planned')).map(({ data }) => [data['plannedFor'], data['invited']]),
  ).toEqual([
    ['2026-04-28', [here.agencies.police, here.agencies.surgery]],
    ['2026-04-30', [here.agencies.police, here.agencies.surgery]],
    ['2026-04-30', [here.agencies.police]],
  ])
  // Nothing of the plan is left to whoever was withdrawn, also of the one that was set anew.
  const theirs = (await gp.get(child.base)).body
  for (const words of ['Initial conference planned', '30 April 2026', 'Aria']) expect(theirs).not.toContain(words)
  expect((await worker.get(`${child.base}/documents`)).body).not.toContain(`letter.pdf?to=${here.agencies.surgery}`)
})

test('a decision that was typed is not dropped by saying that the meeting was not held; nor by who closed it first', async () => {
  const { here, worker, call, closing, factsOf } = given
  const child = await here.child('Typed')
  const address = await call(child)
  const notHeld = closing({ 'meeting-how': 'not-held', 'meeting-why': 'Nobody came.' })
  const reply = await worker.write(`${address}/close`, notHeld)
  expect([reply.status, reply.body]).toEqual([422, expect.stringContaining('You wrote down what was decided')])
  expect(reply.body).toContain('A fracture that nobody explains.')
  expect((await worker.write(`${address}/close`, closing())).status).toBe(303)
  const second = await worker.write(`${address}/close`, closing({ reasons: 'My own words.' }))
  expect([second.status, second.body]).toEqual([409, expect.stringContaining('My own words.')])
  expect(await factsOf(child.id, 'strategy-discussion-held')).toHaveLength(1)
})

test('papers of a family hold no report of which its agency did not say what they may read; only the caller gives them', async () => {
  const { here, worker, police, gp, call, record } = given
  const child = await here.child('Papers')
  const address = await call(child)
  await record(gp, child.base, 'meeting-report-given', rootIn(address), { known: 'Said in confidence.' })
  const { body } = await worker.get(`${address}/pack?for=parents`)
  expect(body).toContain('The agency has not said what the family may read')
  expect(body).toContain('The family is not at this meeting')
  expect((await police.get(`${address}/pack`)).status).toBe(403)
  const nobody = { for: 'agency', ...dated('happened', given.today()), how: 'sent' }
  expect((await worker.write(`${address}/pack`, nobody)).body).toContain('Select the agency')
})

test('a conference that was called twice: withdrawing from the first leaves the second, its plan and what is owed before it', async () => {
  const { here, worker, police, call } = given
  const child = await here.child('Calledtwice')
  const conference = (day: string) => call(child, { meeting: 'initial-conference', ...dated('plannedFor', day) })
  const [first, second] = [await conference('2026-05-04'), await conference('2026-05-20')]
  const owed = async () =>
    (
      await here.server.db.owner.query(
        'select rule, agency_id, due_latest, lapsed_on from duty where case_id = $1 and met_by is null order by rule, agency_id, due_latest',
        [child.id],
      )
    ).rows.filter(({ rule }) => /conference|report/.test(rule))
  const [before, plans] = [await owed(), await given.factsOf(child.id, 'conference-planned')]
  expect(before.length).toBeGreaterThan(0)
  const { police: agency } = here.agencies
  expect((await worker.write(`${first}/withdraw`, { agency, reasons: 'It was called twice.' })).status).toBe(303)
  expect((await police.get(second)).status).toBe(200)
  expect((await police.get(first)).body).not.toContain('4 May 2026')
  expect(await given.factsOf(child.id, 'conference-planned')).toEqual(plans)
  expect(await owed()).toEqual(before)
  // Of the second, in its turn, nothing stays.
  expect((await worker.write(`${second}/withdraw`, { agency, reasons: 'He is her father.' })).status).toBe(303)
  expect((await police.get(second)).body).not.toContain('20 May 2026')
  expect(await given.factsOf(child.id, 'conference-planned')).toHaveLength(plans.length + 1)
})

test('what another agency says for a meeting is shared through it, and not with what its caller answered of the family', async () => {
  const { here, worker, police, gp, call, record } = given
  const child = await here.child('Ownwords')
  const told = { 'why-necessary': 'The council’s own reason.', 'family-told': 'yes', 'family-not-told-why': '' }
  const address = await call(child, told)
  await record(police, child.base, 'meeting-report-given', rootIn(address), { known: 'Called there twice.' })
  const { rows } = await here.server.db.owner.query<{ of: string; family: string; necessity: string }>(
    `select distinct from_agency_id as of, family_told as family, necessity from disclosure where case_id = $1`,
    [child.id],
  )
  expect(rows.toSorted((a, b) => (a.family < b.family ? -1 : 1))).toEqual([
    {
      of: here.agencies.police,
      family: 'not-said',
      necessity:
        'Shared through the meeting that Harrowmere Council called, so that everybody at it knows what the others know.',
    },
    { of: here.agencies.authority, family: 'yes', necessity: 'The council’s own reason.' },
  ])
  expect((await police.get(`${child.base}/told`)).body).toContain('whoever called that says what the family was told')
  expect((await gp.get(`${child.base}/why`)).body).toContain('whoever called it says what the family was told')
  expect((await worker.get(`${child.base}/told`)).body).toContain('Was told that it was shared')
})

test('where the caller does not tell the family of a meeting, who looked for its caller is not for the family either', async () => {
  const { here, worker, police, gp, call, record } = given
  const notForFamily = async (childId: string) => {
    const { recorder } = here.server.ledger
    return (await findNotForFamily(recorder, here.server.borough.area, childId)).agencyIds.toSorted()
  }
  const secret = await here.child('Untold')
  await record(gp, secret.base, 'meeting-report-given', rootIn(await call(secret)), { known: 'Seen in May.' })
  const { police: ofPolice, surgery, authority } = here.agencies
  expect(await notForFamily(secret.id)).toEqual([ofPolice, surgery, authority].toSorted())
  const open = await here.child('Openly')
  const address = await call(open, { 'family-told': 'yes', 'family-not-told-why': '' })
  await record(gp, open.base, 'meeting-report-given', rootIn(address), { known: 'Seen in May.' })
  expect(await notForFamily(open.id)).toEqual([])
  for (const who of [worker, police]) expect((await who.get(address)).body).toContain('Seen in May.')
})

test('neither whoever called a meeting nor who is invited is offered as another agency to invite', async () => {
  const { here, worker, call, record, factsOf } = given
  const child = await here.child('Another')
  const address = await call(child, { invited: [here.agencies.police] })
  const page = `${child.base}/record/meeting-invitation-sent?continues-fact=${rootIn(address)}`
  const offered = async () =>
    [...(await worker.get(page)).body.matchAll(/name="invited"[^>]*value="([^"]+)"/g)].map(([, id]) => id)
  expect(await offered()).toContain(here.agencies.surgery)
  for (const id of [here.agencies.authority, here.agencies.police]) expect(await offered()).not.toContain(id)
  const invite = (invited: string, submission = newId()) =>
    record(worker, child.base, 'meeting-invitation-sent', rootIn(address), { invited }, submission)
  expect((await invite(here.agencies.authority)).status).toBe(422)
  expect(await factsOf(child.id, 'meeting-invitation-sent')).toEqual([])
  // A second click on the same form is the same record.
  const submission = newId()
  for (const _ of [1, 2]) expect((await invite(here.agencies.surgery, submission)).status).toBe(303)
  expect(await factsOf(child.id, 'meeting-invitation-sent')).toHaveLength(1)
  expect(await offered()).not.toContain(here.agencies.surgery)
  await worker.write(`${address}/withdraw`, { agency: here.agencies.police, reasons: 'A slip.' })
  expect(await offered()).toContain(here.agencies.police)
})

test('who is invited later does not read that nobody answered, and hears what is said from then on', async () => {
  const { here, worker, police, gp, teacher, call, record } = given
  const child = await here.child('Later')
  const address = await call(child, {
    invited: [here.agencies.police, here.agencies.school],
    ...dated('plannedFor', '2026-04-28'),
    ...dated('reportsBy', '2026-04-24'),
  })
  const root = rootIn(address)
  await record(police, child.base, 'meeting-invitation-answered', root, { answer: 'comes', who: 'DS Rahman' })
  await record(police, child.base, 'meeting-report-given', root, { known: 'Called there twice.' })
  await record(worker, child.base, 'meeting-invitation-sent', root, { invited: here.agencies.surgery })
  const theirs = (await gp.get(address)).body
  const seat = theirs.slice(theirs.indexOf('Harrowmere Police'), theirs.indexOf('Bridge Surgery'))
  expect(seat).not.toContain('No answer yet')
  expect(seat).toContain('Not known to your agency')
  expect(theirs).toContain('may not have come to your agency')
  expect(theirs).not.toContain('cannot count as held')
  const toCome = theirs.slice(theirs.indexOf('reports-to-come'))
  expect(toCome).toContain('Bridge Surgery')
  expect(toCome).not.toContain('Harrowmere Police')
  // Of itself it knows; those who were asked first, and the caller, know all.
  expect(theirs.slice(theirs.indexOf('Bridge Surgery (your agency)'))).toContain('No answer yet')
  for (const who of [worker, police]) {
    const { body } = await who.get(address)
    expect(body).toContain('Comes: DS Rahman')
    expect(body).toContain('No answer yet')
    expect(body).not.toContain('Not known to your agency')
  }
  await record(teacher, child.base, 'meeting-invitation-answered', root, { answer: 'apologies' })
  expect((await gp.get(address)).body).toContain('Sends apologies')
})
