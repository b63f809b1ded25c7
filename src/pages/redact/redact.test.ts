import { beforeAll, expect, test } from 'vitest'
import { expectAccessible, given, on } from '../../../test/given-case.ts'
import { systemOf } from '../../../test/system.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { disclose } from '../../ledger/disclose.ts'
import { verify } from '../../ledger/verify.ts'
import { newId } from '../../platform/identifier.ts'

let here: Awaited<ReturnType<typeof given>>
let amira: Visitor
let ruth: Visitor
let colm: Visitor

beforeAll(async () => {
  here = await given()
  amira = await here.signedIn('eastworker')
  ruth = await here.signedIn('manager')
  colm = await here.signedIn('privacyofficer')
})

const text = 'Mr Pike of number nine drinks.\nAria was hungry.'

async function referred() {
  const aria = await here.newCase('Fenwick')
  const root = await aria.fact('referral-received', '2026-04-02', {
    data: { source: '1A' },
    narrative: { reason: text },
  })
  const file = `/case/${aria.reference}`
  return { ...aria, root, file, form: `${file}/fact/${root}/redact` }
}

const wish = {
  much: 'passage',
  passage: 'Mr Pike of number nine',
  ground: 'somebody-else',
  reasons: 'He is the neighbour of another family.',
}
const says = 'Words removed on 14 April 2026 by Amira Osei and Ruth Calloway, because they were about somebody else'

test('from the file a worker asks, a manager reads where the words stand and removes them, and the file says so', async () => {
  const aria = await referred()
  expect((await amira.get(aria.file)).body).toContain(`href="${aria.form}"`)
  const form = await amira.get(aria.form)
  expectAccessible(form.body)
  expect(form.body).toContain(text.split('\n')[0])
  const asked = await amira.write(aria.form, wish)
  expect(asked.status).toBe(303)
  const own = await amira.get(asked.to)
  expectAccessible(own.body)
  expect(own.body).toContain('Somebody else at Harrowmere Council decides')
  expect(own.body).not.toContain('Remove the words')

  expect((await ruth.get('/due?scope=agency')).body).toContain('Decide whether words are removed from the record')
  const decide = await ruth.get(asked.to)
  expectAccessible(decide.body)
  expect(decide.body).toMatch(/<mark[^>]*>.*Mr Pike of number nine.*<\/mark>/)
  expect(decide.body).toContain('He is the neighbour of another family.')
  expect((await ruth.write(asked.to, { _do: 'approve' })).status).toBe(303)

  const { rows } = await here.server.db.owner.query('select text, salt from narrative where fact_id = $1', [aria.root])
  expect(rows).toEqual([{ text: null, salt: null }])
  const file = (await amira.get(aria.file)).body
  expect(file).toContain(`[${says}] drinks.`)
  expect(file).toContain('Aria was hungry.')
  expect(file).not.toContain('Pike')
  for (const page of [asked.to, `${aria.file}/fact/${aria.root}/correct`, `${aria.file}/as-known?on=2026-04-14`])
    expect([page, (await amira.get(page)).body.includes('Pike')]).toEqual([page, false])
  expect((await ruth.get(asked.to)).body).toContain('The words are gone for good')
  expect((await verify(here.server.db.owner)).faults).toEqual([])
})

test('what is missing is said, and what was typed comes back', async () => {
  const aria = await referred()
  const empty = await amira.write(aria.form, {})
  expect(empty.status).toBe(422)
  expectAccessible(empty.body)
  for (const message of [
    'Select whether all of it goes, or some words',
    'Select why they must go',
    'Say what is wrong with them, without repeating them',
  ])
    expect(empty.body).toContain(message)
  const other = await amira.write(aria.form, { ...wish, passage: 'Mr Pyke' })
  expect(other.body).toContain('These words do not stand in this text')
  expect(other.body).toContain('Mr Pyke')
  const repeated = await amira.write(aria.form, { ...wish, reasons: 'It says Mr Pike of number nine.' })
  expect(repeated.body).toContain('Say it without repeating the words')
  const unknown = await amira.write(aria.form, { ...wish, ground: 'because' })
  expect(unknown.body).toContain('Select why they must go')
  expect((await here.factsOf(aria.id)).map(fact => fact.kind)).not.toContain('redaction-asked')
})

test('words of several lines are found however the browser sends them', async () => {
  const aria = await referred()
  const asked = await amira.write(aria.form, { ...wish, passage: 'drinks.\r\nAria' })
  expect(asked.status).toBe(303)
})

test('a refusal needs its reason, and leaves the words where they are', async () => {
  const aria = await referred()
  const { to } = await amira.write(aria.form, wish)
  expect((await ruth.write(to, { _do: 'refuse' })).body).toContain('Say why the words stay')
  expect((await ruth.write(to, { _do: 'refuse', reasons: 'He is her uncle.' })).status).toBe(303)
  expect((await amira.get(to)).body).toContain('He is her uncle.')
  expect((await amira.get(aria.file)).body).toContain('Mr Pike of number nine')
  expect((await ruth.write(to, { _do: 'approve' })).status).toBe(409)
})

test('whoever asked cannot approve, and neither can a post that may not', async () => {
  const aria = await referred()
  const { to } = await ruth.write(aria.form, wish)
  expect((await ruth.write(to, { _do: 'approve' })).status).toBe(403)
  expect((await amira.write(to, { _do: 'approve' })).status).toBe(403)
  expect((await colm.get(aria.file)).body).toContain(`href="${aria.form}"`)
  expect((await colm.write(to, { _do: 'approve' })).status).toBe(303)
})

test('a name that was removed is said to be, and is nowhere shown', async () => {
  const aria = await here.newCase('Fenwick')
  const mother = await aria.fact('person-connected', '2026-04-02', {
    data: { relationship: 'mother' },
    narrative: { forenames: 'Beatrix', surname: 'Oglethorpe' },
  })
  const form = `/case/${aria.reference}/fact/${mother}/redact`
  const { to } = await amira.write(form, { ...wish, text: 'said.surname' })
  await ruth.write(to, { _do: 'approve' })
  const { body } = await amira.get(`/case/${aria.reference}`)
  expect(body).not.toContain('Oglethorpe')
  expect(body).toContain('words removed on 14 April 2026 by Amira Osei and Ruth Calloway, because they were about')
  expect((await amira.get('/find?q=Oglethorpe')).body).toContain('Nothing you may see matches')
})

test('a struck-out record and the reason for it lose words too', async () => {
  const aria = await referred()
  const strikeOut = { act: 'strike-out', caseId: aria.id, root: aria.root, seen: 2 } as const
  await here.server.record('manager', { acts: [{ ...strikeOut, narrative: { reason: 'It was about Mr Pike.' } }] })
  const { body } = await amira.get(aria.form)
  const [, key = ''] = /value="([0-9a-f-]{36}\.reason)"/.exec(body) ?? []
  const { to } = await amira.write(aria.form, { ...wish, text: key, passage: 'Mr Pike' })
  expect((await ruth.get(to)).body).toContain('Mr Pike')
  await ruth.write(to, { _do: 'approve' })
  expect((await amira.get(aria.file)).body).not.toContain('about Mr Pike')
})

test('another agency that was told reads what is left, and a system learns which words are gone', async () => {
  const aria = await referred()
  const system = await systemOf(here.server, {
    agency: 'Harrowmere Council',
    post: 'Register',
    role: 'social-worker',
    teams: ['East team'],
  })
  const { to } = await amira.write(aria.form, wish)
  await ruth.write(to, { _do: 'approve' })
  const { body, text: sent } = await system.get(`/api/v1/cases/${aria.reference}/facts`)
  expect(sent).not.toContain('Pike')
  const facts = body['facts'] as { id: string; act: string; data: object; narrative: Record<string, string | null> }[]
  expect(facts.find(one => one.id === aria.root)?.narrative['reason']).toContain(says)
  expect(facts.find(one => one.act === 'redact')).toMatchObject({
    data: { entry: aria.root, field: 'reason', ground: 'somebody-else' },
    narrative: {},
  })
  const kinds = await system.get('/api/v1/kinds')
  expect(kinds.text).not.toContain('redaction-approved')
  const refused = await system.record(`/api/v1/cases/${aria.reference}/facts`, {
    kind: 'redaction-approved',
    happened: { on: '2026-04-14' },
    data: { ground: 'somebody-else' },
  })
  expect(refused.status).toBe(422)
})

test('another agency that was told of the request is told whose it is to decide', async () => {
  const aria = await referred()
  const { to } = await amira.write(aria.form, wish)
  const { area, agencies, people } = here.server.borough
  await here.server.record('manager', {
    by: { postId: null, agencyId: agencies.police },
    acts: [
      {
        act: 'record',
        caseId: aria.id,
        kind: 'observation-recorded',
        happened: on('2026-04-13'),
        data: {},
        narrative: { seen: 'Seen at night.' },
      },
    ],
  })
  await disclose(here.server.ledger, {
    areaId: area,
    caseId: aria.id,
    submissionId: newId(),
    by: { postId: people.eastWorker.post, agencyId: agencies.authority },
    toAgencyIds: [agencies.police],
    roots: [aria.root, to.split('/').at(-1) ?? ''],
    basis: 'ca1989-s47',
    necessity: 'They wrote of him too.',
    familyTold: 'yes',
  })
  const police = await here.signedIn('police')
  expect((await police.get(to)).status).toBe(200)
  const { status, body } = await police.write(to, { _do: 'approve' })
  expect([status, body]).toEqual([403, expect.stringContaining('the agency that wrote the words decides')])
})

test('no form records it: the kind leads to where it is done', async () => {
  const aria = await referred()
  expect((await amira.get(`${aria.file}/record/redaction-asked`)).status).toBe(404)
  const { to } = await amira.write(aria.form, wish)
  const { body } = await ruth.get(`${aria.file}/record`)
  const [, link = ''] = /href="([^"]*redaction-approved[^"]*)"/.exec(body) ?? []
  expect((await ruth.get(link.replaceAll('&amp;', '&'))).to).toBe(to)
})
