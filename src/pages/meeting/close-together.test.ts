/** One meeting on the files of brothers and sisters to which not the same are invited: each file keeps and tells its own. */
import { beforeAll, expect, test } from 'vitest'
import { expectAccessible } from '../../../test/given-case.ts'
import { type Fields, givenMeetings, rootIn } from '../../../test/given-meeting.ts'

let given: Awaited<ReturnType<typeof givenMeetings>>
beforeAll(async () => {
  given = await givenMeetings()
})

/** A discussion for two children, and one agency more for one of them. */
async function forTwo(surname: string, invited: readonly string[], more: { here?: string; there?: string }) {
  const { here, worker, call, record, factsOf } = given
  const [one, other] = [await here.child(surname), await here.child(surname)]
  const address = await call(one, { invited: [...invited], 'also-on-references': other.reference })
  const [called] = await factsOf(other.id, 'meeting-called')
  const there = `${other.base}/meeting/${called?.root}`
  const invite = async (base: string, root: string, agency: string | undefined) => {
    if (agency) await record(worker, base, 'meeting-invitation-sent', root, { invited: agency })
  }
  await invite(one.base, rootIn(address), more.here)
  await invite(other.base, called?.root ?? '', more.there)
  const close = (fields: Fields) => {
    const all = given.closing(fields)
    if (!invited.includes(here.agencies.surgery) && !more.here) delete all[`came-${here.agencies.surgery}`]
    return worker.write(`${address}/close`, all)
  }
  return { one, other, address, there, close }
}

test('each file keeps who of its own invited came, and tells them', async () => {
  const { here, teacher, police, factsOf } = given
  const { police: force, surgery, school } = here.agencies
  const { one, other, address, there, close } = await forTwo('Unlike', [force, surgery], { there: school })
  const form = await given.worker.get(`${address}/close`)
  expectAccessible(form.body)
  expect(form.body).toContain('Invited for Aria Unlike only')
  const also = { 'also-on': other.reference }
  const unsaid = await close(also)
  expect([unsaid.status, unsaid.body]).toEqual([422, expect.stringContaining('Select whether Linden Primary')])
  const unticked = await close({ [`came-${school}`]: 'came' })
  expect([unticked.status, unticked.body]).toEqual([422, expect.stringContaining('You said who came for Aria Unlike')])
  expect(await factsOf(one.id, 'meeting-closed')).toEqual([])

  const closed = await close({
    ...also,
    [`came-${school}`]: 'came',
    [`view-${school}`]: 'dissents',
    [`view-why-${school}`]: 'Gwen Abara: not tonight.',
  })
  expect(closed.headers['location']).toBe(`${address}?done=closed`)
  const cameOn = async (id: string) => (await factsOf(id, 'meeting-closed')).map(({ data }) => data['came'])
  expect(await cameOn(one.id)).toEqual([[force, surgery]])
  expect(await cameOn(other.id)).toEqual([[force, surgery, school]])
  expect(await factsOf(one.id, 'meeting-view-given')).toEqual([])
  expect(await factsOf(other.id, 'meeting-view-given')).toHaveLength(1)
  // The school reads the decision on the file for which it was invited, and knows nothing of the other.
  expect((await teacher.get(other.base)).body).toContain('A fracture that nobody explains.')
  expect((await teacher.get(there)).body).toContain('Gwen Abara: not tonight.')
  expect((await teacher.get(one.base)).status).toBe(404)
  expect((await police.get(address)).body).not.toContain('Gwen Abara')
})

test('nobody who is not invited for a child makes that child’s meeting count as held', async () => {
  const { here, factsOf } = given
  const { police: force, surgery } = here.agencies
  const { one, other, close } = await forTwo('Nothealth', [force], { here: surgery })
  const reply = await close({ 'also-on': other.reference })
  expect(reply.status).toBe(422)
  expect(reply.body).toContain('For Aria Nothealth: it cannot count as held without health')
  for (const { id } of [one, other]) expect(await factsOf(id, 'meeting-closed')).toEqual([])
  expect((await close({})).status).toBe(303)
  expect(await factsOf(other.id, 'meeting-closed')).toEqual([])
})

test('where the other file was closed meanwhile it is said, and nothing is recorded', async () => {
  const { here, worker, factsOf, closing } = given
  const { police: force, surgery } = here.agencies
  const { one, other, there, close } = await forTwo('Meanwhile', [force, surgery], {})
  await worker.write(`${there}/close`, closing())
  const reply = await close({ 'also-on': other.reference })
  expect([reply.status, reply.body]).toEqual([422, expect.stringContaining('not open any more on the file')])
  expect(await factsOf(one.id, 'meeting-closed')).toEqual([])
})
