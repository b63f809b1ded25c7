/** An agency whose invitation is withdrawn: what it said for the meeting stays there, and nothing of the meeting stays with it. */
import { extractText, getDocumentProxy } from 'unpdf'
import { expect, test } from 'vitest'
import { expectAccessible } from '../../../test/given-case.ts'
import { dated, givenMeetings, rootIn } from '../../../test/given-meeting.ts'

test('leaves its report and its view on the page, in the minutes and the papers, with the day; it reads none of them', async () => {
  const { here, worker, police, gp, call, record, closing } = await givenMeetings()
  const child = await here.child('Saidbefore')
  const address = await call(child)
  const root = rootIn(address)
  await record(gp, child.base, 'meeting-report-given', root, { known: 'Seen in May with a burn.', familyReads: 'all' })
  await record(gp, child.base, 'meeting-view-given', root, { view: 'dissents', reasons: 'It was no accident.' })
  await record(police, child.base, 'meeting-report-given', root, { known: 'Called there twice.', familyReads: 'none' })
  const form = await worker.get(`${address}/withdraw?agency=${here.agencies.surgery}`)
  expect(form.body).toContain('A report or a view that they gave stays with the meeting')
  await worker.write(`${address}/withdraw`, { agency: here.agencies.surgery, reasons: 'She moved to another surgery.' })

  const since = 'invitation withdrawn on 14 April 2026'
  for (const who of [worker, police]) {
    const { body } = await who.get(address)
    expectAccessible(body)
    expect(body).toContain(`Bridge Surgery, 14 April 2026, ${since}`)
    expect(body).toContain('Seen in May with a burn.')
    expect(body).toContain('Disagrees: It was no accident.')
    expect(body).toContain('No longer invited: Bridge Surgery')
    // It is neither waited for nor asked.
    expect(body).not.toContain(`withdraw?agency=${here.agencies.surgery}`)
  }
  const cookie = [...worker.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const url = `${address}/papers.pdf?for=parents`
  const { rawPayload } = await here.server.app.inject({ url, headers: { host: 'localhost', cookie } })
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(rawPayload)), { mergePages: true })
  expect(text.replaceAll(/\s+/g, ' ')).toContain(`Report of Bridge Surgery, 14 April 2026 (${since})`)
  expect(text).toContain('Seen in May with a burn.')

  const close = {
    ...closing({ 'spoken-for': 'health', 'meeting-who': 'Dr Ana Reyes, another surgery' }),
    [`came-${here.agencies.surgery}`]: '',
  }
  expect((await worker.write(`${address}/close`, close)).status).toBe(303)
  const draft = (await worker.get(`${address}/minutes`)).body
  expect(draft).toContain(`Bridge Surgery, 14 April 2026 (${since})`)
  expect(draft).toContain(`Bridge Surgery: disagrees. It was no accident. (${since})`)
  expect(draft.slice(draft.indexOf('Not there'), draft.indexOf('Reports'))).not.toContain('Bridge Surgery')
  expect((await police.get(address)).body).toContain('Seen in May with a burn.')

  // It keeps its own words, and reads nothing of the meeting any more.
  for (const page of [address, `${address}/pack`, `${address}/papers.pdf?for=agency`, `${address}/minutes`])
    expect((await gp.get(page)).status).toBe(404)
  expect((await gp.get(child.base)).body).not.toContain('A fracture that nobody explains.')
  // Asked again, it stands among the others once more.
  const again = await call(child, { ...dated('plannedFor', '2026-04-20') })
  await worker.write(`${again}/withdraw`, { agency: here.agencies.surgery, reasons: 'A slip.' })
  await record(worker, child.base, 'meeting-invitation-sent', rootIn(again), { invited: here.agencies.surgery })
  expect((await worker.get(again)).body).not.toContain('No longer invited')
})
