import { createHash } from 'node:crypto'
import { extractText, getDocumentProxy } from 'unpdf'
import { beforeAll, expect, test } from 'vitest'
import { expectAccessible, given, on } from '../../../test/given-case.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { decideAccess } from '../../ledger/access-decisions.ts'
import { disclose } from '../../ledger/disclose.ts'
import { newId } from '../../platform/identifier.ts'

let here: Awaited<ReturnType<typeof given>>
let privacy: Visitor

beforeAll(async () => {
  here = await given()
  privacy = await here.signedIn('privacyofficer')
})

const seen =
  'She was calm. [third party: Her cousin Ola cried.] [not to parents: She asked for her gran.] [risk: The refuge rang.] The door was blue.'

/** Aria with an observation that has all marks, something that the school shared, and a request. */
async function asked(requester: 'person' | 'parent' = 'person') {
  const aria = await here.newCase('Łyś-Ŵyn')
  const observed = await aria.fact('observation-recorded', '2026-03-20', { narrative: { seen } })
  await aria.fact('referral-received', '2026-03-25', {
    data: { source: '1A' },
    narrative: { reason: 'Zażółć gęślą jaźń' },
  })
  const { area, agencies } = here.server.borough
  const school = await here.server.record('teacher', {
    by: { postId: null, agencyId: agencies.school },
    acts: [
      {
        act: 'record',
        caseId: aria.id,
        kind: 'observation-recorded',
        happened: on('2026-03-22'),
        data: {},
        narrative: { seen: 'At school she was hungry.' },
      },
    ],
  })
  await disclose(here.server.ledger, {
    areaId: area,
    caseId: aria.id,
    submissionId: newId(),
    by: { postId: null, agencyId: agencies.school },
    toAgencyIds: [agencies.authority],
    roots: school.ids,
    basis: 'ca1989-s17',
    necessity: 'To help',
    familyTold: 'yes',
  })
  const { ids } = await here.server.record('privacyOfficer', {
    acts: [
      {
        act: 'record',
        caseId: aria.id,
        kind: 'subject-access-requested',
        happened: on('2026-04-13'),
        data: { requester, identity: 'known' },
        narrative: {},
      },
    ],
  })
  const base = `/case/${aria.reference}/access-request`
  return {
    ...aria,
    observed,
    school: school.ids[0] as string,
    request: ids[0] as string,
    base,
    page: `${base}/${ids[0]}`,
  }
}

async function fileOf(page: string, who = privacy) {
  const cookie = [...who.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const answer = await here.server.app.inject({ url: `${page}/record.pdf`, headers: { host: 'localhost', cookie } })
  expect(answer.statusCode).toBe(200)
  expect(answer.headers['content-type']).toBe('application/pdf')
  return answer.rawPayload
}

async function textOf(file: Buffer): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(file)), { mergePages: true })
  return text.replaceAll(/\s+/g, ' ')
}

/** The names of the decisions on a page, each with the words that it is about. */
function partsOf(body: string): Record<string, string> {
  const found = [
    ...body.matchAll(/<legend[^>]*>([^<]*)<\/legend>(?:(?!<\/fieldset>).)*?name="(d-[^"]+)" type="radio"/gs),
  ]
  return Object.fromEntries(found.map(([, words = '', name = '']) => [words.replace(/^.*“|”$/g, ''), name]))
}

test('the file stands in order, with a proposal and its reason for each marked passage and for what another agency recorded', async () => {
  const aria = await asked()
  const list = await privacy.get(aria.base)
  expectAccessible(list.body)
  expect(list.body).toContain(`href="${aria.page}"`)
  const { status, body } = await privacy.get(aria.page)
  expect(status).toBe(200)
  expectAccessible(body)
  expect(body).toContain('4 to decide')
  expect(Object.keys(partsOf(body))).toEqual([
    'Her cousin Ola cried.',
    'She asked for her gran.',
    'The refuge rang.',
    'All of this record',
  ])
  expect(body).toMatch(/Her cousin Ola cried\.”[\s\S]*Proposed: leave out\. Marked “third party”\./)
  expect(body).toContain('Proposed: give. Marked “not to parents”, and no parent asks: it does not apply.')
  expect(body).toContain('Proposed: leave out. Another agency recorded it. Ask them first')
  expect(body.indexOf('She was calm')).toBeLessThan(body.indexOf('At school she was hungry'))
  expect(body.indexOf('At school she was hungry')).toBeLessThan(body.indexOf('Zażółć'))
})

test('the draft is tagged, begins with the story, prints every letter, and leaves out what is proposed', async () => {
  const aria = await asked()
  const file = await fileOf(aria.page)
  const pdf = await getDocumentProxy(new Uint8Array(file))
  expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true })
  const tree = JSON.stringify(await (await pdf.getPage(1)).getStructTree())
  for (const role of ['"H1"', '"H2"', '"LBody"', '"P"']) expect(tree).toContain(role)
  const text = await textOf(file)
  for (const says of [
    'DRAFT',
    'Aria Łyś-Ŵyn',
    'Zażółć gęślą jaźń',
    'She was calm.',
    'She asked for her gran.',
    'The door was blue.',
  ])
    expect(text).toContain(says)
  for (const secret of ['Ola', 'refuge', 'hungry', '[third party', '[not to', 'school she'])
    expect(text).not.toContain(secret)
  expect(text).toContain(
    '25 March 2026. Somebody who was worried about you asked children’s social care to look into it.',
  )
  expect(text).toContain('[left out: about somebody else]')
  expect(text).toContain('They have a right to privacy too. (Data Protection Act 2018, Schedule 2')
  expect(text).toContain('0303 123 1113')
  expect(text.indexOf('The story')).toBeLessThan(text.indexOf('What was written down'))
  const { rows } = await here.server.db.owner.query('select route from reading_log where case_id = $1 order by at', [
    aria.id,
  ])
  expect(rows.at(-1)).toEqual({ route: '/case/:reference/access-request/:root/record.pdf' })
})

test('a parent is not given what is not for parents', async () => {
  const aria = await asked('parent')
  expect((await privacy.get(aria.page)).body).toContain('Marked “not to parents”.')
  const text = await textOf(await fileOf(aria.page))
  expect(text).not.toContain('gran')
  expect(text).toContain('worried about Aria')
})

test('what was written as not for the family is given to nobody before somebody decided about it', async () => {
  const aria = await asked('parent')
  const about = await aria.fact('meeting-called', '2026-03-26', {
    data: { meeting: 'initial-conference', plannedFor: '2026-04-08' },
  })
  const report = (familyReads: string, known: string, heldBack: string) =>
    aria.fact('meeting-report-given', '2026-04-07', { about, data: { familyReads }, narrative: { known, heldBack } })
  await report('part', 'She eats well.', 'Her aunt [risk: in Leith] rang us.')
  await report('none', 'He waits at the gate.', '')
  await aria.fact('meeting-minutes-sent', '2026-04-08', {
    about,
    narrative: { minutes: 'We met.', confidential: 'Where the mother lives.' },
  })
  const { body } = await privacy.get(aria.page)
  expectAccessible(body)
  for (const says of [
    'Written under “Not for the family: what, and why”',
    'Written under “Confidential part: not for the family”',
    'The report says that the family reads none of it',
  ])
    expect(body).toContain(says)
  const text = await textOf(await fileOf(aria.page))
  for (const says of ['She eats well.', 'We met.']) expect(text).toContain(says)
  for (const secret of ['aunt', 'Leith', 'rang us', 'gate', 'mother lives']) expect(text).not.toContain(secret)
  const early = await privacy.write(aria.page, { _do: 'release', giving: 'hand' })
  expect(early.status).toBe(422)
  expect(Object.keys(partsOf(early.body))).toEqual(expect.arrayContaining(['Where the mother lives.', 'in Leith']))
  expect((await privacy.write(aria.page, { _do: 'all' })).status).toBe(303)
  expect((await privacy.get(aria.page)).body).toContain('Nothing is left to decide')
})

test('nothing is given before everything that is proposed was decided, and each decision is kept with who made it', async () => {
  const aria = await asked()
  const early = await privacy.write(aria.page, { giving: 'hand', _do: 'release' })
  expect(early.status).toBe(422)
  expectAccessible(early.body)
  expect(early.body).toContain('4 still to decide')
  const parts = partsOf((await privacy.get(aria.page)).body)
  const one = await privacy.write(aria.page, { [parts['Her cousin Ola cried.'] ?? '']: 'give' })
  expect(one.to).toContain('kept=1')
  expect((await privacy.get(aria.page)).body).toContain('3 to decide')
  const all = await privacy.write(aria.page, { _do: 'all' })
  expect(all.to).toContain('kept=3')
  expect((await privacy.get(all.to)).body).toContain('Nothing is left to decide')
  const { rows } = await here.server.db.owner.query(
    'select decision, ground, decided_by from access_decision where request_root = $1 order by decided_at, id',
    [aria.request],
  )
  const by = here.server.borough.people.privacyOfficer.post
  expect(rows).toEqual([
    { decision: 'give', ground: null, decided_by: by },
    { decision: 'give', ground: null, decided_by: by },
    { decision: 'withhold', ground: 'serious-harm', decided_by: by },
    { decision: 'withhold', ground: 'ask-first', decided_by: by },
  ])
  expect(await textOf(await fileOf(aria.page))).toContain('Her cousin Ola cried.')
})

test('words that nobody marked, and a whole record, can be left out; words that are not there are asked for again', async () => {
  const aria = await asked()
  const wrong = await privacy.write(aria.page, {
    [`w-${aria.observed}`]: 'The door was red.',
    [`wg-${aria.observed}`]: 'third-party',
  })
  expect(wrong.status).toBe(422)
  expectAccessible(wrong.body)
  expect(wrong.body).toContain('“The door was red.” does not stand in')
  expect(wrong.body).toMatch(/<textarea[^>]*>The door was red\.</)
  const noGround = await privacy.write(aria.page, { [`w-${aria.observed}`]: 'The door was blue.' })
  expect(noGround.status).toBe(422)
  await privacy.write(aria.page, {
    [`w-${aria.observed}`]: 'The door was blue.\nShe was',
    [`wg-${aria.observed}`]: 'crime',
  })
  const text = await textOf(await fileOf(aria.page))
  expect(text).not.toContain('The door was blue')
  expect(text).toContain('[left out: about a crime] calm.')
  const whole = `${aria.observed}..0.0`
  await privacy.write(aria.page, { [`d-${whole}`]: 'withhold', [`g-${whole}`]: 'child-abuse' })
  const without = await textOf(await fileOf(aria.page))
  expect(without).not.toContain('calm')
  expect(without).not.toContain('wrote down a worry')
  expect(without).toContain('A record was left out Why: not in the child’s best interests.')
  await privacy.write(aria.page, {})
  expect(await textOf(await fileOf(aria.page))).toContain('calm')
})

test('given: the fact carries the fingerprints, the document stays the same, and the decisions can no longer change', async () => {
  const aria = await asked()
  await privacy.write(aria.page, { _do: 'all' })
  const unsaid = await privacy.write(aria.page, { _do: 'release' })
  expect([unsaid.status, unsaid.body.includes('Select how the record is given')]).toEqual([422, true])
  const done = await privacy.write(aria.page, { giving: 'hand', _do: 'release' })
  expect(done.to).toBe(aria.page)
  const file = await fileOf(aria.page)
  const { rows } = await here.server.db.owner.query(
    `select n.text from fact f join narrative n on n.fact_id = f.id and n.field = 'document' where f.case_id = $1 and f.kind = 'subject-access-released'`,
    [aria.id],
  )
  expect(rows).toEqual([{ text: createHash('sha256').update(file).digest('hex') }])
  expect(await textOf(file)).not.toContain('DRAFT')
  await aria.fact('observation-recorded', '2026-04-14', { narrative: { seen: 'Later.' } })
  here.server.clock.instant += 86_400_000
  const tomorrow = await here.signedIn('privacyofficer')
  expect((await fileOf(aria.page, tomorrow)).equals(file)).toBe(true)
  here.server.clock.instant -= 86_400_000
  const { body } = await privacy.get(aria.page)
  expectAccessible(body)
  expect(body).toContain('to the last letter')
  expect(body).toContain('The decisions are those that were kept')
  expect(body).toMatch(/Left out<\/b>: 4 words of “Worry or observation recorded”[\s\S]*About somebody else/)
  expect(body).not.toContain('Ola')
  expect((await privacy.write(aria.page, { _do: 'all' })).status).toBe(403)
  const { area, people } = here.server.borough
  const deciding = decideAccess(here.server.ledger, {
    areaId: area,
    caseId: aria.id,
    requestRoot: aria.request,
    by: { postId: people.privacyOfficer.post, agencyId: people.privacyOfficer.agency },
    decisions: [{ factId: aria.observed, field: 'seen', from: 0, to: 3, decision: 'give', ground: null }],
  })
  await expect(deciding).rejects.toThrow('answered already')
  const duties = await here.server.db.owner.query(
    `select met_by is not null as met from duty where case_id = $1 and rule like 'answer-%'`,
    [aria.id],
  )
  expect(duties.rows).toContainEqual({ met: true })
})

test('a letter that cannot be printed is said to be missing, and nothing else changes', async () => {
  const aria = await here.newCase('Doe')
  await aria.fact('observation-recorded', '2026-03-20', {
    narrative: { seen: 'She said \u0633 and z\u0307.\n\n'.repeat(40) },
  })
  const { ids } = await here.server.record('privacyOfficer', {
    acts: [
      {
        act: 'record',
        caseId: aria.id,
        kind: 'subject-access-requested',
        happened: on('2026-04-13'),
        data: { requester: 'person', identity: 'known' },
        narrative: {},
      },
    ],
  })
  const text = await textOf(await fileOf(`/case/${aria.reference}/access-request/${ids[0]}`))
  expect(text).toContain('She said ? and ż.')
  expect(text).toContain('a question mark stands for each')
})

test('it is for those who answer requests: others of the agency are told who does, other agencies nothing', async () => {
  const aria = await asked()
  const worker = await here.signedIn('eastworker')
  for (const address of [aria.base, aria.page, `${aria.page}/record.pdf`]) {
    const refused = await worker.get(address)
    expect([refused.status, refused.body.includes('privacy officer')]).toEqual([403, true])
  }
  expect((await worker.write(aria.page, { _do: 'all' })).status).toBe(403)
  const none = await (await here.signedIn('westworker')).get(aria.page)
  const teacher = await (await here.signedIn('teacher')).get(aria.page)
  const nowhere = await privacy.get(`${aria.base}/${newId()}`)
  expect([none.status, teacher.status, nowhere.status]).toEqual([404, 404, 404])
  const { rows } = await here.server.db.owner.query('select 1 from access_decision where request_root = $1', [
    aria.request,
  ])
  expect(rows).toEqual([])
  const manager = await here.signedIn('manager')
  expect((await manager.get(aria.page)).status).toBe(200)
})

test('a forged passage, one of another file, or somebody without the post is refused by the ledger', async () => {
  const [aria, other] = [await asked(), await asked()]
  const { area, people } = here.server.borough
  const decide = (who: keyof typeof people, factId: string, requestRoot = aria.request) =>
    decideAccess(here.server.ledger, {
      areaId: area,
      caseId: aria.id,
      requestRoot,
      by: { postId: people[who].post, agencyId: people[who].agency },
      decisions: [{ factId, field: 'seen', from: 0, to: 3, decision: 'give', ground: null }],
    })
  await expect(decide('privacyOfficer', other.observed)).rejects.toThrow('no such record')
  await expect(decide('privacyOfficer', aria.observed, other.request)).rejects.toThrow('no such record')
  await expect(decide('westWorker', aria.observed)).rejects.toThrow('no such record')
  await expect(decide('eastWorker', aria.observed)).rejects.toThrow('privacy officer')
  await decide('manager', aria.observed)
})

test('a duty to answer leads here', async () => {
  const aria = await asked()
  const to = await privacy.get(
    `${aria.address}/subject-access-released?answers-duty=answer-subject-access-request/${aria.request}/x`,
  )
  expect(to.to).toBe(aria.page)
})

test('what somebody began to write is in the file too, to be read and decided about, and nothing else that they typed', async () => {
  const aria = await asked()
  const worker = await here.signedIn('eastworker')
  const teacher = await here.signedIn('teacher')
  const save = (who: Visitor, path: string, typed: Record<string, string>) =>
    who.write('/draft', { _form: `/case/${aria.reference}/${path}`, _title: 'x', _case: aria.reference, ...typed })
  await save(worker, 'record/child-seen', {
    wishes: 'She wants a dog. [third party: Her cousin Ola has one.]',
    'happened-day': '3',
  })
  await save(worker, 'record/subject-access-refused', { reasons: 'I would rather not.' })
  await save(worker, `fact/${aria.observed}/correct`, { correctionReason: 'It was the blue one.' })
  await save(teacher, 'record/observation-recorded', { seen: 'The school keeps this to itself.' })
  const { body } = await privacy.get(aria.page)
  expectAccessible(body)
  expect(body).toContain('Draft, not recorded: ')
  expect(body).toContain('She wants a dog.')
  expect(body).toContain('It was the blue one.')
  for (const words of ['I would rather not', 'keeps this to itself']) expect(body).not.toContain(words)
  expect(body).toContain('7 to decide')
  const text = await textOf(await fileOf(aria.page))
  expect(text).toContain('Draft, not recorded')
  expect(text).toContain('She wants a dog.')
  expect(text).not.toContain('Ola')
  const kept = await privacy.write(aria.page, { _do: 'all' })
  expect(kept.to).toBe(`${aria.page}?kept=7`)
  expect((await privacy.get(aria.page)).body).toContain('Nothing is left to decide')
})
