/** Somebody without an account at a meeting: invited by letter, recorded for, counted where they were, and withdrawn. */
import { extractText, getDocumentProxy } from 'unpdf'
import { beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible } from '../../../test/given-case.ts'
import { dated, type Fields, givenMeetings, rootIn } from '../../../test/given-meeting.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { newId } from '../../platform/identifier.ts'

let given: Awaited<ReturnType<typeof givenMeetings>>
beforeAll(async () => {
  given = await givenMeetings()
})

const doctor: Fields = {
  body: 'Fennel Street Private Practice',
  standsFor: 'general-practice',
  who: 'Dr Odile Marsh',
  role: 'private GP',
  reachedBy: 'letter',
  reachedAt: '4 Fennel Street, Harrowmere, ZZ99 4FS',
  reportWanted: 'yes',
}

/** Invites somebody without an account. @returns the record of it */
async function invite(child: { id: string }, address: string, fields: Fields = doctor): Promise<string> {
  const soon = { ...dated('ownReportDay', given.today()), ...fields }
  const reply = await given.worker.write(`${address}/guest`, soon)
  expect([reply.status, reply.headers['location']]).toEqual([303, `${address}?done=guest`])
  return (await given.factsOf(child.id, 'meeting-guest-invited')).at(-1)?.root ?? ''
}

const says = (address: string, guest: string, what: string, fields: Fields, who: Visitor = given.worker) =>
  who.write(`${address}/guest-said`, { guest, what, ...dated('happened', given.today()), ...fields })

/** A discussion to which the police are invited, and a doctor without an account stands for health. */
async function discussion(surname: string, fields: Fields = {}) {
  const child = await given.here.child(surname)
  const address = await given.call(child, { invited: [given.here.agencies.police], ...fields })
  return { child, address, guest: await invite(child, address) }
}

/** What closes it, with how the doctor took part. */
const closing = (guest: string, came: string, fields: Fields = {}) => {
  const all = given.closing({ [`guest-came-${guest}`]: came, ...fields })
  delete all[`came-${given.here.agencies.surgery}`]
  return all
}

async function textOf(url: string): Promise<string> {
  const { here, worker } = given
  const cookie = [...worker.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const reply = await here.server.app.inject({ url, headers: { host: 'localhost', cookie } })
  expect(reply.statusCode).toBe(200)
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(reply.rawPayload)), { mergePages: true })
  return text
}

test('somebody without an account: invited, written to, recorded for, counted for health, and in the minutes', async () => {
  const { here, worker, police, today } = given
  const { child, address, guest } = await discussion('Guested')
  const form = await worker.get(`${address}/guest`)
  expectAccessible(form.body)

  // They stand in the list of the invited and among the reports that are to come; the police read it too.
  for (const who of [worker, police]) {
    const { body } = await who.get(address)
    expectAccessible(body)
    expect(body).toContain('Dr Odile Marsh, private GP, Fennel Street Private Practice')
    expect(body.slice(body.indexOf('reports-to-come'))).toContain('Dr Odile Marsh')
  }
  // Health is missing until it is recorded that they come.
  expect((await worker.get(address)).body).toContain('It cannot count as held without police and health')

  const letter = await textOf(`${child.base}/fact/${guest}/letter.pdf?to=guest`)
  for (const words of [
    'Dr Odile Marsh',
    'ZZ99 4FS',
    'Aria Guested',
    '14:00',
    'Your report is wanted by',
    'Harrowmere Police',
  ])
    expect(letter).toContain(words)
  expect((await worker.get(`${child.base}/fact/${guest}/letter.docx?to=guest`)).status).toBe(200)
  expect((await police.get(`${child.base}/fact/${guest}/letter.pdf?to=guest`)).status).toBe(404)
  expect((await worker.get(`${child.base}/documents`)).body).toContain('Dr Odile Marsh, Fennel Street Private Practice')

  const answering = await worker.get(`${address}/guest-said?guest=${guest}&what=answer`)
  expectAccessible(answering.body)
  const noName = await says(address, guest, 'answer', { answer: 'deputy', cameBy: 'telephone' })
  expect([noName.status, noName.body]).toEqual([422, expect.stringContaining('Enter if somebody comes')])
  expect((await says(address, guest, 'answer', { answer: 'comes', cameBy: 'telephone' })).to).toBe(
    `${address}?done=said`,
  )
  await says(address, guest, 'report', { cameBy: 'paper', known: 'Seen in May with a burn.', familyReads: 'none' })
  const { body } = await police.get(address)
  expect(body).toContain('Yes (by telephone, recorded by Harrowmere Council for Dr Odile Marsh)')
  expect(body).toContain('Seen in May with a burn.')
  expect(body).not.toContain('reports-to-come')
  expect(body).toContain('It cannot count as held without police.')

  const closeForm = await worker.get(`${address}/close`)
  expectAccessible(closeForm.body)
  const unsaid = await worker.write(`${address}/close`, closing(guest, '', { [`guest-view-${guest}`]: 'dissents' }))
  expect(unsaid.status).toBe(422)
  expect(unsaid.body).toContain('Select whether Dr Odile Marsh came')
  expect(unsaid.body).toContain('Enter who disagreed for Fennel Street Private Practice, and why')
  const closed = await worker.write(
    `${address}/close`,
    closing(guest, 'came', {
      [`guest-view-${guest}`]: 'dissents',
      [`guest-view-why-${guest}`]: 'Dr Marsh: the burn was an accident.',
    }),
  )
  expect(closed.headers['location']).toBe(`${address}?done=closed`)
  const [decision] = await given.factsOf(child.id, 'strategy-discussion-held')
  expect(decision?.data).toMatchObject({
    present: ['social-worker', 'police', 'health'],
    agencies: [here.agencies.police],
  })
  expect((await police.get(address)).body).toContain('Disagrees: Dr Marsh: the burn was an accident.')

  const draft = (await worker.get(`${address}/minutes`)).body
  const minutes = draft.slice(draft.indexOf('Present'))
  expect(minutes).toContain('Dr Odile Marsh, private GP, Fennel Street Private Practice')
  expect(minutes).toContain('on paper, recorded by Harrowmere Council for Dr Odile Marsh')
  expect(minutes).toContain('disagrees. Dr Marsh: the burn was an accident.')

  // Their papers hold all; those of the family nothing of a report of which it reads nothing.
  const pack = await worker.get(`${address}/pack?for=guest&guest=${guest}`)
  expectAccessible(pack.body)
  expect(pack.body).toContain('Report of Dr Odile Marsh')
  const nobody = { for: 'guest', ...dated('happened', today()), how: 'sent' }
  expect((await worker.write(`${address}/pack`, nobody)).status).toBe(404)
  expect((await worker.write(`${address}/pack`, { ...nobody, guest })).status).toBe(303)
  expect((await worker.get(address)).body).toContain('Given on')
  expect(await textOf(`${address}/papers.pdf?for=parents`)).not.toContain('Seen in May')
})

test('what they say of the minutes is recorded for them once these are out, and who wrote them corrects them', async () => {
  const { worker, police, today } = given
  const { child, address, guest } = await discussion('Signs')
  const question = `${address}/guest-said?guest=${guest}&what=minutes`
  expect((await worker.get(question)).status).toBe(404)
  await says(address, guest, 'answer', { answer: 'comes' })
  expect((await worker.write(`${address}/close`, closing(guest, 'came'))).status).toBe(303)
  expect((await worker.get(address)).body).not.toContain('Record what they say of the minutes')
  const sent = {
    ...dated('happened', today()),
    minutes: 'Dr Marsh saw the burn in May.',
    sentTo: given.here.agencies.police,
  }
  expect((await worker.write(`${address}/minutes`, sent)).status).toBe(303)
  expect((await worker.get(address)).body).toContain('Record what they say of the minutes')
  expectAccessible((await worker.get(question)).body)

  const unsaid = await says(address, guest, 'minutes', { answer: 'correct', cameBy: 'telephone' })
  expect([unsaid.status, unsaid.body]).toEqual([422, expect.stringContaining('What is to be corrected')])
  const correction = 'It was in June.'
  expect((await says(address, guest, 'minutes', { answer: 'correct', cameBy: 'telephone', correction })).status).toBe(
    303,
  )
  const seen = (await police.get(address)).body
  expect(seen).toContain(
    'asks for a correction: It was in June. (by telephone, recorded by Harrowmere Council for Dr Odile Marsh)',
  )
  expect(seen).not.toContain('Correct the minutes')
  expect((await worker.get(address)).body).toContain('Correct the minutes')
  expect((await says(address, guest, 'minutes', { answer: 'signed' }, police)).status).toBe(403)
  expect((await says(address, guest, 'minutes', { answer: 'signed', cameBy: 'paper' })).status).toBe(303)
  expect((await police.get(address)).body).toContain('They are right: signed (on paper, recorded by Harrowmere Council')
  expect(await given.factsOf(child.id, 'meeting-guest-signed')).toHaveLength(2)
})

describe('who has to be there', () => {
  test.each([
    ['sent apologies', 'apologies'],
    ['did not come', 'absent'],
  ])('is missing where the only one of health %s', async (_, came) => {
    const { child, address, guest } = await discussion(`Without${came}`)
    await says(address, guest, 'answer', { answer: 'comes' })
    const reply = await given.worker.write(`${address}/close`, closing(guest, came))
    expect([reply.status, reply.body]).toEqual([422, expect.stringContaining('cannot count as held without health')])
    expect(await given.factsOf(child.id, 'meeting-closed')).toEqual([])
  })

  test('is there where somebody came in their place, by name', async () => {
    const { address, guest } = await discussion('Deputy')
    const nobody = await given.worker.write(`${address}/close`, closing(guest, 'deputy'))
    expect([nobody.status, nobody.body]).toEqual([422, expect.stringContaining('Enter who came in the place of')])
    const named = closing(guest, 'deputy', { [`guest-who-${guest}`]: 'Dr Ivo Lane' })
    expect((await given.worker.write(`${address}/close`, named)).status).toBe(303)
    expect((await given.worker.get(`${address}/minutes`)).body).toContain('Dr Ivo Lane, in place of Dr Odile Marsh')
  })

  test('is not met by an answer after which the invitation was withdrawn', async () => {
    const { address, guest } = await discussion('Answered')
    await says(address, guest, 'answer', { answer: 'comes' })
    expect((await given.worker.get(address)).body).not.toContain('and health')
    await given.worker.write(`${address}/withdraw`, { guest, reasons: 'The wrong doctor.' })
    expect((await given.worker.get(address)).body).toContain('It cannot count as held without police and health')
    const reply = await given.worker.write(`${address}/close`, closing(guest, 'came'))
    expect([reply.status, reply.body]).toEqual([422, expect.stringContaining('cannot count as held without health')])
  })

  test('is missing again once it is corrected that they came', async () => {
    const { child, address, guest } = await discussion('Mistaken')
    await given.worker.write(`${address}/close`, closing(guest, 'came'))
    const [took] = await given.factsOf(child.id, 'meeting-guest-took-part')
    const correct = `${child.base}/fact/${took?.root}/correct`
    const seen = /name="[^"]*seen[^"]*" value="(\d+)"/.exec((await given.worker.get(correct)).body)?.[1] ?? ''
    const reply = await given.worker.write(correct, {
      ...dated('happened', given.today()),
      came: 'absent',
      recordedFor: 'Dr Odile Marsh',
      correctionReason: 'It was somebody else.',
      'entry-seen': seen,
    })
    expect(reply.status).toBe(303)
    expect((await given.worker.get(address)).body).toContain('It decided without health')
  })
})

describe('inviting', () => {
  test('is done as the meeting is called, on each child’s file; a discussion may have nobody else', async () => {
    const { here, factsOf } = given
    const [one, other] = [await here.child('Atonce'), await here.child('Atonce')]
    const address = await given.call(one, {
      ...doctor,
      ...dated('ownReportDay', given.today()),
      invited: [],
      'also-on-references': other.reference,
    })
    for (const { id } of [one, other]) expect(await factsOf(id, 'meeting-guest-invited')).toHaveLength(1)
    // Withdrawing it withdraws both.
    const [there] = await factsOf(one.id, 'meeting-guest-invited')
    await given.worker.write(`${address}/withdraw`, { guest: there?.root ?? '', reasons: 'Not hers.' })
    for (const { id } of [one, other]) expect(await factsOf(id, 'meeting-guest-withdrawn')).toHaveLength(1)
  })

  test('and closing records for each child that they came', async () => {
    const { here, factsOf, agencies } = { ...given, agencies: given.here.agencies }
    const [one, other] = [await here.child('Bothcame'), await here.child('Bothcame')]
    const address = await given.call(one, {
      ...doctor,
      ...dated('ownReportDay', given.today()),
      invited: [agencies.police],
      'also-on-references': other.reference,
    })
    const [guest] = await factsOf(one.id, 'meeting-guest-invited')
    const fields = closing(guest?.root ?? '', 'came', { 'also-on': other.reference })
    expect((await given.worker.write(`${address}/close`, fields)).status).toBe(303)
    for (const { id } of [one, other]) expect(await factsOf(id, 'meeting-guest-took-part')).toHaveLength(1)
  })

  test('says what is missing, and keeps what was typed', async () => {
    const child = await given.here.child('Missing')
    const address = await given.call(child)
    const wrong = async (fields: Fields) => (await given.worker.write(`${address}/guest`, fields)).body
    expect(await wrong({ who: 'Nadia Bryce' })).toContain('Select their agency from the list, or enter its name')
    expect(await wrong({ ...doctor, reachedAt: '' })).toContain('Enter the address')
    expect(await wrong({ ...doctor, reachedBy: '' })).toContain('Select how they are reached')
    expect(await wrong(doctor)).toContain('Enter by when their report is wanted')
    const late = { ...doctor, ...dated('ownReportDay', '2031-01-01') }
    expect(await wrong(late)).toContain('The day for their report must not be after the meeting')
    expect(await wrong({ ...doctor, agency: given.here.agencies.housing })).toContain('not both')
    // Who signs in is invited here.
    expect(await wrong({ ...doctor, body: '', agency: given.here.agencies.police })).toContain('Select from the list')
    expect(await wrong({ ...doctor, reachedAt: '' })).toContain('value="Dr Odile Marsh"')
    expect(await given.factsOf(child.id, 'meeting-guest-invited')).toEqual([])
    const called = await given.worker.write(`${child.base}/meeting`, { who: 'Nadia Bryce', meeting: 'core-group' })
    expect([called.status, called.body]).toEqual([422, expect.stringContaining('Select their agency from the list')])
  })

  test('and writing for them is for whoever called the meeting; who is invited later learns of them', async () => {
    const { here, police, gp, worker, record } = given
    const { child, address, guest } = await discussion('Others')
    expect((await police.get(`${address}/guest`)).status).toBe(403)
    expect((await police.write(`${address}/guest`, doctor)).status).toBe(403)
    expect((await says(address, guest, 'answer', { answer: 'comes' }, police)).status).toBe(403)
    expect((await police.write(`${address}/withdraw`, { guest, reasons: 'x' })).status).toBe(403)
    expect((await gp.get(address)).status).toBe(404)
    await record(worker, child.base, 'meeting-invitation-sent', rootIn(address), { invited: here.agencies.surgery })
    expect((await gp.get(address)).body).toContain('Dr Odile Marsh')
    expect((await says(address, newId(), 'answer', { answer: 'comes' })).status).toBe(404)
    expect(await given.factsOf(child.id, 'meeting-guest-answered')).toEqual([])
  })
})

describe('an agency of the list in which nobody signs in', () => {
  const ofHousing = async (surname: string) => {
    const { here } = given
    const child = await here.child(surname)
    const address = await given.call(child, { invited: [here.agencies.police] })
    const fields = { agency: here.agencies.housing, who: 'Lena Quist', reachedBy: 'telephone' }
    const guest = await invite(child, address, { ...fields, reportWanted: 'yes' })
    const told = async () =>
      (
        await here.server.db.owner.query<{ recalled: boolean }>(
          'select recalled_at is not null as recalled from disclosure where case_id = $1 and to_agency_id = $2 order by recalled_at is null',
          [child.id, here.agencies.housing],
        )
      ).rows.map(({ recalled }) => recalled)
    return { child, address, guest, told, fields }
  }

  test('is known by its kind and telephone, told what the letter says, and recalled as the invitation is withdrawn', async () => {
    const { worker, police } = given
    const { child, address, guest, told } = await ofHousing('Housed')
    expect((await worker.get(address)).body).toContain('By telephone: 01632 960778')
    const [invited] = await given.factsOf(child.id, 'meeting-guest-invited')
    expect(invited?.data).toMatchObject({ standsFor: 'housing', agency: [given.here.agencies.housing] })
    expect(await told()).toEqual([false])
    expect((await worker.get(`${child.base}/told`)).body).toContain('Harrowmere Homes')

    // The papers were made and given before.
    await worker.write(`${address}/pack`, { for: 'guest', guest, ...dated('happened', given.today()), how: 'sent' })
    const form = await worker.get(`${address}/withdraw?guest=${guest}`)
    expectAccessible(form.body)
    expect(form.body).toContain('Lena Quist was given papers of this meeting on')
    expect((await worker.write(`${address}/withdraw`, { guest, reasons: '' })).status).toBe(422)
    expect(await told()).toEqual([false])
    const gone = await worker.write(`${address}/withdraw`, { guest, reasons: 'They house somebody else.' })
    expect(gone.headers['location']).toBe(`${address}?done=guest-withdrawn`)
    const said = (await worker.get(`${address}?done=guest-withdrawn`)).body
    expect(said).toContain('The invitation is withdrawn. Nobody tells them from here: ring them.')
    expect(said).not.toContain('can no longer open')
    expect(await told()).toEqual([true])
    expect(await given.factsOf(child.id, 'meeting-guest-withdrawn')).toHaveLength(1)
    const { body } = await police.get(address)
    expect(body).toContain('No longer invited: Lena Quist, Harrowmere Homes')
    expect((await worker.get(`${child.base}/fact/${guest}/letter.pdf?to=guest`)).status).toBe(404)
    expect((await worker.get(`${address}/guest-said?guest=${guest}&what=answer`)).status).toBe(404)
  })

  test('leaves the report that it gave, with the day on which the invitation was withdrawn', async () => {
    const { worker, police } = given
    const { address, guest } = await ofHousing('Reported')
    await says(address, guest, 'report', { cameBy: 'paper', known: 'The rent is paid.', familyReads: 'all' })
    await worker.write(`${address}/withdraw`, { guest, reasons: 'They house somebody else.' })
    const since = 'invitation withdrawn on 14 April 2026'
    const { body } = await police.get(address)
    expect(body).toContain(`Lena Quist, Harrowmere Homes, 14 April 2026, ${since}`)
    expect(body).toContain('The rent is paid.')
    const papers = (await textOf(`${address}/papers.pdf?for=parents`)).replaceAll(/\s+/g, ' ')
    expect(papers).toContain(`Report of Lena Quist, Harrowmere Homes, 14 April 2026 (${since})`)
    const close = {
      ...given.closing({ 'spoken-for': 'health', 'meeting-who': 'Dr Ana Reyes, Bridge Surgery' }),
      [`came-${given.here.agencies.surgery}`]: '',
    }
    expect((await worker.write(`${address}/close`, close)).status).toBe(303)
    const draft = (await worker.get(`${address}/minutes`)).body
    expect(draft).toContain(`recorded by Harrowmere Council for Lena Quist; ${since})`)
  })

  test('has papers in their name while they are invited, and none once they no longer are', async () => {
    const { worker } = given
    const { address, guest } = await ofHousing('Papered')
    const query = `for=guest&guest=${guest}`
    expect(await textOf(`${address}/papers.pdf?${query}`)).toContain('For: Lena Quist, Harrowmere Homes')
    await worker.write(`${address}/withdraw`, { guest, reasons: 'They house somebody else.' })
    for (const named of [query, 'for=guest'])
      for (const page of ['pack', 'papers.pdf', 'papers.docx'])
        expect((await worker.get(`${address}/${page}?${named}`)).status).toBe(404)
    const papers = { for: 'guest', guest, ...dated('happened', given.today()), how: 'sent' }
    expect((await worker.write(`${address}/pack`, papers)).status).toBe(404)
    expect((await worker.get(`${address}/pack?for=parents`)).body).not.toContain('Lena Quist')
  })

  test('keeps what it was told while somebody else of it stays invited', async () => {
    const { child, address, guest, told, fields } = await ofHousing('Twoofthem')
    await invite(child, address, { ...fields, who: 'Omar Pell', reportWanted: 'yes' })
    await given.worker.write(`${address}/withdraw`, { guest, reasons: 'She left.' })
    expect(await told()).toEqual([true, false])
  })
})
