/** Papers of a meeting where a child has two parents: what one is not to read of the other is left out of theirs alone. */
import { extractText, getDocumentProxy } from 'unpdf'
import { beforeAll, expect, test } from 'vitest'
import { expectAccessible } from '../../../test/given-case.ts'
import { dated, givenMeetings, rootIn } from '../../../test/given-meeting.ts'
import { newId } from '../../platform/identifier.ts'
import { findToMake } from '../documents/made-here.ts'

let given: Awaited<ReturnType<typeof givenMeetings>>
beforeAll(async () => {
  given = await givenMeetings()
})

async function textOf(url: string): Promise<string> {
  const { here, worker } = given
  const cookie = [...worker.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const reply = await here.server.app.inject({ url, headers: { host: 'localhost', cookie } })
  expect(reply.statusCode).toBe(200)
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(reply.rawPayload)), { mergePages: true })
  return text.replaceAll(/\s+/g, ' ')
}

const parent = (child: Awaited<ReturnType<typeof given.here.child>>, forenames: string, relationship: string) =>
  child.fact('person-connected', '2026-03-01', {
    data: { relationship },
    narrative: { forenames, surname: 'Hollis' },
  })

test('papers are made for each of two parents by name; a part is left out for one alone, with the reason on record', async () => {
  const { here, worker, gp, call, record, today } = given
  const child = await here.child('Twoparents')
  const [mother, father] = [await parent(child, 'Jo', 'mother'), await parent(child, 'Rae', 'father')]
  const address = await call(child)
  await record(gp, child.base, 'meeting-report-given', rootIn(address), {
    familyReads: 'all',
    known: 'Weight as it should be.',
    worries: 'Jo told us where she sleeps now.',
  })
  const report = (await given.factsOf(child.id, 'meeting-report-given'))[0]?.root ?? ''
  const page = await worker.get(`${address}/pack?for=parents&parent=${father}`)
  expectAccessible(page.body)
  for (const words of ['Jo Hollis', 'Rae Hollis', 'What Rae Hollis is not to read']) expect(page.body).toContain(words)
  const without = `${report}.worries`
  expect(page.body).toContain(`value="${without}"`)

  const query = `for=parents&parent=${father}&without=${without}`
  const chosen = await worker.get(`${address}/pack?${query}`)
  expectAccessible(chosen.body)
  expect(chosen.body).toContain('Left out for this person alone')
  const theirs = await textOf(`${address}/papers.pdf?${query}`)
  for (const words of ['For: Rae Hollis', 'Weight as it should be', 'Not all that was written is in these papers'])
    expect(theirs).toContain(words)
  for (const words of ['Jo told us', 'What worries them']) expect(theirs).not.toContain(words)
  for (const whom of [`&parent=${mother}`, '']) {
    const others = await textOf(`${address}/papers.pdf?for=parents${whom}`)
    expect(others).toContain('Jo told us where she sleeps now.')
    expect(others).not.toContain('Not all that was written')
  }

  const giving = { for: 'parents', parent: father, without, ...dated('happened', today()), how: 'handed' }
  const unsaid = await worker.write(`${address}/pack`, giving)
  expect([unsaid.status, unsaid.body]).toEqual([422, expect.stringContaining('Enter why this is left out for Rae')])
  expectAccessible(unsaid.body)
  const said = { ...giving, 'without-why': 'He is not to find her; the chair.' }
  expect((await worker.write(`${address}/pack`, said)).status).toBe(303)
  const { rows } = await here.server.db.owner.query<{ field: string; text: string }>(
    `select n.field, n.text from narrative n join fact f on f.id = n.fact_id where f.case_id = $1 and f.kind = 'meeting-pack-given'`,
    [child.id],
  )
  const narrative = Object.fromEntries(rows.map(({ field, text }) => [field, text]))
  expect(narrative['who']).toBe('Rae Hollis')
  expect(narrative['withheld']).toContain('what worries them, and what it means for the child: Left out')
  expect(narrative['withheld']).toContain('Why it is left out for Rae Hollis: He is not to find her; the chair.')

  // Long ones are made of the same.
  expect(findToMake(`papers ${rootIn(address)} parents ${father} ${without}`)).toBeDefined()
  for (const wrong of ['parents nobody', `parents ${father} all`, `child ${father}`, `agency ${newId()}`])
    expect(findToMake(`papers ${rootIn(address)} ${wrong}`)).toBeUndefined()
})

test('where one parent is known there are papers for parents alone, and none for somebody who is no parent', async () => {
  const { here, worker, call } = given
  const child = await here.child('Oneparent')
  await parent(child, 'Jo', 'mother')
  const address = await call(child)
  expect((await worker.get(`${address}/pack`)).body).not.toContain('Jo Hollis')
  for (const stranger of [newId(), child.name])
    for (const page of ['pack', 'papers.pdf'])
      expect((await worker.get(`${address}/${page}?for=parents&parent=${stranger}`)).status).toBe(404)
})
