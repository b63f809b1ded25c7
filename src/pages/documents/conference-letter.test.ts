/** The letter that invites an agency to a conference, drawn from how the meeting was called. */
import { extractText, getDocumentProxy } from 'unpdf'
import { expect, test } from 'vitest'
import { dated, givenMeetings, rootIn } from '../../../test/given-meeting.ts'

test('names the day by which reports are wanted, also once the meeting moved', async () => {
  const { here, worker, call, record, factsOf } = await givenMeetings()
  const child = await here.child('Wanted')
  const address = await call(child, {
    meeting: 'initial-conference',
    ...dated('plannedFor', '2026-04-28'),
    ...dated('reportsBy', '2026-04-23'),
  })
  const letter = async () => {
    const plan = (await factsOf(child.id, 'conference-planned')).at(-1)?.root
    const url = `${child.base}/fact/${plan}/letter.pdf?to=${here.agencies.police}`
    const cookie = [...worker.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const { rawPayload } = await here.server.app.inject({ url, headers: { host: 'localhost', cookie } })
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(rawPayload)), { mergePages: true })
    return text.replaceAll(/\s+/g, ' ')
  }
  expect(await letter()).toContain('Your written report is due by: 23 April 2026')
  await record(worker, child.base, 'meeting-moved', rootIn(address), {
    ...dated('plannedFor', '2026-05-06'),
    ...dated('reportsBy', '2026-04-30'),
    reasons: 'The chair is ill.',
  })
  expect(await letter()).toContain('Your written report is due by: 30 April 2026')
})
