import { beforeAll, expect, test } from 'vitest'
import { givenAgencies } from '../../../test/given-agencies.ts'
import { date, expectAccessible, on } from '../../../test/given-case.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { disclose, recall } from '../../ledger/disclose.ts'
import { approveRedaction, askRedaction } from '../../ledger/redact.ts'
import { finishRemovals } from '../../ledger/removals.ts'
import { verify } from '../../ledger/verify.ts'
import { newId } from '../../platform/identifier.ts'

let here: Awaited<ReturnType<typeof givenAgencies>>
let worker: Visitor
beforeAll(async () => {
  here = await givenAgencies()
  worker = await here.signedIn('eastworker')
})

const pdf = Buffer.from('%PDF-1.7\n1 0 obj <<>> endobj \u00ff\u00fe\n%%EOF\n', 'latin1')
const fields = { ...date('2026-02-02'), what: 'letter', author: 'Dr Ines Hallam', summary: 'She has not been seen.' }
type Child = Awaited<ReturnType<typeof here.child>>

/** Files a letter. @returns its record */
async function filed(aria: Child, name = 'GP letter.pdf', contents: Uint8Array = pdf) {
  const submission = newId()
  const { body } = await worker.get(`${aria.base}/file`)
  const csrf = /name="_csrf" value="([^"]+)"/.exec(body)?.[1] ?? ''
  const send = (typed = fields, file = contents, _submission = submission) =>
    worker.upload(`${aria.base}/file`, { _csrf: csrf, _submission, ...typed }, name, file)
  const reply = await send()
  const root = /recorded=([\w-]+)/.exec(reply.to)?.[1] ?? ''
  return { reply, root, send, address: `${aria.base}/fact/${root}/file` }
}

async function download(visitor: Visitor, url: string) {
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const { statusCode, headers, rawPayload, body } = await here.server.app.inject({
    url,
    headers: { host: 'localhost', cookie },
  })
  return { status: statusCode, headers, bytes: rawPayload, body }
}
const by = (who: 'eastWorker' | 'manager') => {
  const { post, agency } = here.server.borough.people[who]
  return { postId: post, agencyId: agency }
}
const share = (aria: Child, root: string) =>
  disclose(here.server.ledger, {
    areaId: here.server.borough.area,
    caseId: aria.id,
    submissionId: newId(),
    by: by('eastWorker'),
    toAgencyIds: [here.agencies.school],
    roots: [root],
    basis: 'ca1989-s47',
    necessity: 'To keep her safe.',
    familyTold: 'yes',
  })
const faultsOf = async ({ reference }: Child) =>
  (await verify(here.server.db.owner)).faults.filter(fault => fault.reference === reference).map(fault => fault.why)
const files = async ({ id }: Child) =>
  (await here.server.db.owner.query('select fact_id from document_bytes where case_id = $1', [id])).rowCount

test('another file from a form that filed one, or other words, is not taken for the same one', async () => {
  const aria = await here.child()
  const { reply, send } = await filed(aria)
  const other = Buffer.concat([pdf, Buffer.from('%more')])
  for (const again of [await send(fields, other), await send({ ...fields, summary: 'She was seen after all.' })]) {
    expect([again.status, again.body.includes('A document was filed from this form before')]).toEqual([409, true])
    expectAccessible(again.body)
    expect(await files(aria)).toBe(1)
  }
  const { body } = await send({ ...fields, summary: 'She was seen after all.' }, other)
  expect(body).toContain('She was seen after all.')
  const anew = /name="_submission" value="([^"]+)"/.exec(body)?.[1] ?? ''
  expect((await send(fields, other, anew)).status).toBe(303)
  expect(await files(aria)).toBe(2)
  expect((await send()).to).toBe(reply.to)
})

test('a document is filed once with what it is, and comes back byte for byte as something that no browser runs', async () => {
  const aria = await here.child()
  expectAccessible((await worker.get(`${aria.base}/file`)).body)
  const { reply, root, send, address } = await filed(aria)
  expect(reply.status).toBe(303)
  expect((await send()).to).toBe(reply.to)
  expect(await files(aria)).toBe(1)
  const answer = await download(worker, address)
  expect(answer.bytes.equals(pdf)).toBe(true)
  expect(answer.headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': "attachment; filename*=UTF-8''GP%20letter.pdf",
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'no-store',
  })
  const { body } = await worker.get(aria.base)
  expectAccessible(body)
  for (const said of ['Document filed', 'Dr Ines Hallam', 'GP letter.pdf', `href="${address}"`, '(PDF, 1 KB)'])
    expect(body).toContain(said)
  for (const not of ['sha256', 'Recorded late']) expect(body).not.toContain(not)
  const documents = (await worker.get(`${aria.base}/documents`)).body
  expectAccessible(documents)
  expect(documents).toContain(`href="${address}"`)
  const { rows } = await here.server.db.owner.query<{ data: unknown }>('select data from fact where id = $1', [root])
  expect(rows[0]?.data).toMatchObject({ what: 'letter', kept: [{ size: pdf.length, type: 'application/pdf' }] })
  const log = await here.server.db.owner.query<{ route: string }>(
    `select route from reading_log where case_id = $1 and route like '%/file' order by at desc, id desc limit 1`,
    [aria.id],
  )
  expect(log.rows[0]?.route).toBe('/case/:reference/fact/:root/file')
  expect(await faultsOf(aria)).toEqual([])
})

test('a disguised program, a file that is too large, and none at all are refused; what was typed comes back and nothing is kept', async () => {
  const aria = await here.child()
  const program = await filed(aria, 'GP letter.pdf', Buffer.from('MZ\u0090\u0000', 'latin1'))
  expect(program.reply.status).toBe(422)
  expectAccessible(program.reply.body)
  expect(program.reply.body).toContain('This is a program, whatever its name says')
  expect(program.reply.body).toContain('value="Dr Ines Hallam"')
  expect(program.reply.body).toContain('She has not been seen.')
  const large = await filed(aria, 'scan.pdf', Buffer.concat([pdf, Buffer.alloc(20 * 1024 * 1024)]))
  expect(large.reply.body).toContain('The file is larger than 20 megabytes')
  const none = await filed(aria, '', Buffer.alloc(0))
  expect(none.reply.body).toContain('Select the file')
  expect(await files(aria)).toBe(0)
  const { rowCount } = await here.server.db.owner.query(
    `select 1 from fact where case_id = $1 and kind = 'document-filed'`,
    [aria.id],
  )
  expect(rowCount).toBe(0)
})

test('only whoever may see the record has the file: whom it was shared with, until it is recalled', async () => {
  const aria = await here.child()
  const { root, address } = await filed(aria)
  const teacher = await here.signedIn('teacher')
  const nothing = (await teacher.get(`/case/GT-0000000/fact/${root}/file`)).body
  const unseen = await teacher.get(address)
  expect([unseen.status, unseen.body]).toEqual([404, nothing])
  const [disclosure = ''] = await share(aria, aria.name)
  expect((await download(teacher, address)).status).toBe(404)
  const [ofFile = ''] = await share(aria, root)
  expect((await download(teacher, address)).bytes.equals(pdf)).toBe(true)
  for (const disclosureId of [ofFile, disclosure])
    await recall(here.server.ledger, {
      areaId: here.server.borough.area,
      disclosureId,
      by: by('eastWorker'),
      why: 'Enough.',
    })
  expect((await download(teacher, address)).status).toBe(404)
})

test('a correction changes what is said of a file and not the file; struck out, it is not to be had, and no fault', async () => {
  const aria = await here.child()
  const { root, address } = await filed(aria)
  await worker.get(`${aria.base}/fact/${root}/correct`)
  const corrected = await worker.write(`${aria.base}/fact/${root}/correct`, {
    ...fields,
    file: 'Letter of 2 April.pdf',
    what: 'health',
    correctionReason: 'It is from the surgery.',
  })
  expect(corrected.status).toBe(303)
  const answer = await download(worker, address)
  expect(answer.headers['content-disposition']).toContain('Letter%20of%202%20April.pdf')
  expect(answer.bytes.equals(pdf)).toBe(true)
  const { rows } = await here.server.db.owner.query<{ data: { kept?: unknown[] }; number: number }>(
    `select data, number from fact where case_id = $1 and act = 'correct'`,
    [aria.id],
  )
  expect(rows[0]?.data.kept).toHaveLength(1)
  expect(await faultsOf(aria)).toEqual([])
  await here.server.record('manager', {
    acts: [
      {
        act: 'strike-out',
        caseId: aria.id,
        root,
        seen: rows[0]?.number ?? 0,
        narrative: { reason: 'Of another child.' },
      },
    ],
  })
  expect((await download(worker, address)).status).toBe(404)
  expect(await faultsOf(aria)).toEqual([])
})

test('moved to the right child’s file, the file goes along', async () => {
  const [wrong, right] = [await here.child(), await here.child('Hollis')]
  const { root } = await filed(wrong)
  const { rows } = await here.server.db.owner.query<{ number: number }>('select number from fact where id = $1', [root])
  const { ids } = await here.server.record('manager', {
    acts: [
      {
        act: 'move',
        caseId: wrong.id,
        root,
        seen: rows[0]?.number ?? 0,
        toCaseId: right.id,
        narrative: { reason: 'x' },
      },
    ],
  })
  expect((await download(worker, `${right.base}/fact/${ids[0]}/file`)).bytes.equals(pdf)).toBe(true)
  expect((await download(worker, `${wrong.base}/fact/${root}/file`)).status).toBe(404)
  expect([...(await faultsOf(wrong)), ...(await faultsOf(right))]).toEqual([])
})

test('moved while it waits to be removed, the file does not go along', async () => {
  const [wrong, right] = [await here.child(), await here.child('Hollis')]
  const { root } = await filed(wrong)
  const common = { areaId: here.server.borough.area, caseId: wrong.id }
  const asked = await askRedaction(here.server.ledger, {
    ...common,
    submissionId: newId(),
    by: by('eastWorker'),
    root,
    which: { part: 'said', field: 'file', passage: null },
    ground: 'somebody-else',
    why: 'Of another family.',
  })
  await approveRedaction(here.server.ledger, {
    ...common,
    submissionId: newId(),
    by: by('manager'),
    asked: asked.ids[0] ?? '',
  })
  const { rows } = await here.server.db.owner.query<{ number: number }>('select number from fact where id = $1', [root])
  await here.server.record('manager', {
    acts: [
      {
        act: 'move',
        caseId: wrong.id,
        root,
        seen: rows[0]?.number ?? 0,
        toCaseId: right.id,
        narrative: { reason: 'x' },
      },
    ],
  })
  expect(await files(right)).toBe(0)
  await finishRemovals(here.server.db)
  expect(await files(wrong)).toBe(0)
  expect([...(await faultsOf(wrong)), ...(await faultsOf(right))]).toEqual([])
})

test('removed by two people, the file is gone for everybody at once, then for good, and the chain holds', async () => {
  const aria = await here.child()
  const { root, address } = await filed(aria)
  const other = await filed(aria)
  expect((await worker.get(`${aria.base}/fact/${root}/redact`)).body).toContain('The file itself, with its name')
  const common = { areaId: here.server.borough.area, caseId: aria.id }
  const asked = await askRedaction(here.server.ledger, {
    ...common,
    submissionId: newId(),
    by: by('eastWorker'),
    root,
    which: { part: 'said', field: 'file', passage: null },
    ground: 'somebody-else',
    why: 'Of another family.',
  })
  await approveRedaction(here.server.ledger, {
    ...common,
    submissionId: newId(),
    by: by('manager'),
    asked: asked.ids[0] ?? '',
  })
  expect((await download(worker, address)).status).toBe(404)
  await finishRemovals(here.server.db)
  expect(await files(aria)).toBe(1)
  expect((await download(worker, other.address)).status).toBe(200)
  expect(await faultsOf(aria)).toEqual([])
  expect((await worker.get(aria.base)).body).not.toContain(`href="${address}"`)
})

test.each([
  ['altered', `update document_bytes set bytes = 'x' where fact_id = $1`, 'The file of this record was altered.'],
  [
    'taken away',
    'delete from document_bytes where fact_id = $1',
    'The file of this record was taken away, and no record says so.',
  ],
])('a file that was %s is found', async (_, statement, says) => {
  const aria = await here.child()
  const { root } = await filed(aria)
  await here.server.db.owner.query(statement, [root])
  expect(await faultsOf(aria)).toEqual([says])
})

test('the ordinary form and another agency’s post lead nowhere else', async () => {
  const aria = await here.child()
  expect((await worker.get(`${aria.base}/record/document-filed`)).to).toBe(`${aria.base}/file`)
  expect((await worker.write(`${aria.base}/record/document-filed`, { ...fields, file: 'a.pdf' })).to).toBe(
    `${aria.base}/file`,
  )
  const lead = await here.signedIn('datalead')
  expect((await lead.get(`${aria.base}/file`)).status).toBe(403)
  await here.server.record('eastWorker', {
    acts: [{ act: 'record', caseId: aria.id, kind: 'child-seen', happened: on('2026-04-03'), data: {}, narrative: {} }],
  })
  expect((await download(worker, `${aria.base}/fact/${aria.name}/file`)).status).toBe(404)
})

test('where an operator named a scanner, what it finds is refused, and so is what it could not look at', async () => {
  // It finds harm where a file says so, and fails where a file says that.
  const program = `s='';process.stdin.on('data',c=>s+=c).on('end',()=>process.exit(s.includes('HARM')?1:s.includes('FAIL')?2:0))`
  const there = await givenAgencies({ GOLDTHREAD_SCAN: `${process.execPath} --eval ${program}` })
  const [visitor, aria] = [await there.signedIn('eastworker'), await there.child()]
  const send = async (contents: string) => {
    const { body } = await visitor.get(`${aria.base}/file`)
    expect(body).toContain('It is scanned before it is kept.')
    const csrf = /name="_csrf" value="([^"]+)"/.exec(body)?.[1] ?? ''
    return visitor.upload(`${aria.base}/file`, { _csrf: csrf, _submission: newId(), ...fields }, 'a.txt', contents)
  }
  expect((await send('HARM')).body).toContain('The scanner found something harmful')
  expect((await send('FAIL')).body).toContain('could not be scanned just now, so it was not kept. Try again later')
  expect((await send('A letter.')).status).toBe(303)
  expect((await worker.get(`${(await here.child()).base}/file`)).body).toContain('Files are not scanned')
})
