import { beforeAll, expect, test } from 'vitest'
import { expectAccessible } from '../../../test/given-case.ts'
import { type TestServer, testServer } from '../../../test/test-server.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { carries } from '../../exchange/formats.ts'
import { guidance } from '../../procedures/index.ts'

let server: TestServer
let lead: Visitor
beforeAll(async () => {
  server = await testServer({ guidance, largestFile: 100 * 1024 })
  server.clock.instant = Date.parse('2026-04-14T09:00:00Z')
  Object.assign(server.ledger, { carries })
  lead = server.visitor()
  await lead.signIn('datalead')
})

const child = (at: number) => `<Child><ChildIdentifiers><LAchildID>L${at}</LAchildID>
<PersonBirthDate>2018-05-04</PersonBirthDate><GenderCurrent>2</GenderCurrent></ChildIdentifiers>
<ChildCharacteristics><Ethnicity>WBRI</Ethnicity></ChildCharacteristics>
<CINdetails><CINreferralDate>2025-05-06</CINreferralDate><ReferralSource>1A</ReferralSource></CINdetails></Child>\n`
const children = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => child(from + at)).join('')
const census = (inside: string) => `<?xml version="1.0" encoding="utf-8"?>
<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2026</Year><ReferenceDate>2026-03-31</ReferenceDate></CollectionDetails>
<Source><SourceLevel>L</SourceLevel><LEA>999</LEA></Source></Header><Children>${inside}</Children></Message>`

async function send(contents: string) {
  const { body } = await lead.get('/import')
  const csrf = /name="_csrf" value="([^"]+)"/.exec(body)?.[1] ?? ''
  return lead.upload('/import', { _csrf: csrf }, 'whole.xml', contents)
}
/** Over a wire, where a file comes in pieces and the browser may still be sending. */
async function sendOverWire(contents: string) {
  const { body: form } = await lead.get('/import')
  const sent = new FormData()
  sent.append('_csrf', /name="_csrf" value="([^"]+)"/.exec(form)?.[1] ?? '')
  sent.append('file', new Blob([contents]), 'whole.xml')
  const address = await server.app.listen({ port: 0, host: '127.0.0.1' })
  const cookie = [...lead.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const reply = await fetch(`${address}/import`, {
    method: 'POST',
    headers: { cookie, accept: 'text/html' },
    body: sent,
  })
  return { status: reply.status, body: await reply.text() }
}
const number = async (table: string) =>
  (await server.db.owner.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]?.n ?? 0

test('of a file above the limit it is said how many children were kept, and a split one adds the rest without doubling', async () => {
  const whole = census(children(0, 3000))
  expect(whole.length).toBeGreaterThan(900 * 1024)
  const first = await sendOverWire(whole)
  expect(first.status).toBe(422)
  expectAccessible(first.body)
  expect(first.body).toContain('The file is larger than 100 kilobytes, the most that this page takes')
  expect(first.body).not.toMatch(/[Nn]othing (of the file )?was/)
  const kept = await number('case_file')
  expect(kept).toBeGreaterThan(100)
  expect(kept).toBeLessThan(3000)
  const added = (await number('fact')).toLocaleString('en-GB')
  expect(first.body).toContain(`Before that place ${kept} children were read, and ${added} records were added.`)
  expect(first.body).toContain('adds only what is missing')

  const result = await lead.get(/href="(\/import\/[0-9a-f-]{36})">\s*See what was kept/.exec(first.body)?.[1] ?? '')
  expectAccessible(result.body)
  expect(result.body).toMatch(new RegExp(`Children</dt><dd[^>]*>${kept}<`))
  expect(result.body).toContain('The file is larger than 100 kilobytes')
  expect(result.body).not.toContain('Everything in the file was kept')

  const facts = await number('fact')
  expect((await send(whole)).status).toBe(422)
  expect([await number('case_file'), await number('fact')]).toEqual([kept, facts])

  for (const [from, to] of [
    [0, 200],
    [200, 400],
    [400, 500],
  ] as const)
    expect((await send(census(children(from, to)))).status).toBe(303)
  expect(await number('case_file')).toBe(500)
})

test('of a file whose first child is too large nothing is kept, and that is said', async () => {
  const before = await number('case_file')
  const { status, body } = await send(census(child(900).replace('WBRI', 'x'.repeat(150_000))))
  expect(status).toBe(422)
  expect(body).toContain('No child stood whole before that place: nothing of the file was kept.')
  expect(await number('case_file')).toBe(before)
})
