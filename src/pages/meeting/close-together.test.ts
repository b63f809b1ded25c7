/** One meeting on the files of brothers and sisters to which not the same are invited: each file keeps and tells its own. */
import { beforeAll, expect, test } from 'vitest'
import { expectAccessible } from '../../../test/given-case.ts'
import { type Fields, givenMeetings, rootIn } from '../../../test/given-meeting.ts'
import { transaction } from '../../platform/transaction.ts'

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

/** Does one after the other, each when the one before waits to record on that file; then lets them record, in this order. */
async function atOnce<Reply>(caseId: string, sends: readonly (() => Promise<Reply>)[]): Promise<Reply[]> {
  const { owner } = given.here.server.db
  const waits = `select from pg_locks l join pg_stat_activity s on s.pid = l.pid
    where not l.granted and s.datname = current_database()`
  const waiting = async () => (await owner.query(waits)).rowCount ?? 0
  const sent: Promise<Reply>[] = []
  await transaction(owner, async client => {
    await client.query('select from case_file where id = $1 for update', [caseId])
    for (const send of sends) {
      sent.push(send())
      while ((await waiting()) < sent.length);
    }
  })
  return Promise.all(sent)
}

test('of two who close it at once, each from another file, one is told, and each file is closed once', async () => {
  const { here, worker, factsOf, closing } = given
  const { police: force, surgery } = here.agencies
  const manager = await here.signedIn('manager')
  const outcomesOn = async (id: string) =>
    (await factsOf(id, 'strategy-discussion-held')).map(({ data }) => data['outcome'])
  const two = async (surname: string) => {
    const { one, other, address, there } = await forTwo(surname, [force, surgery], {})
    const both = () => worker.write(`${address}/close`, closing({ 'also-on': other.reference }))
    const alone = () => manager.write(`${there}/close`, closing({ outcome: 'none' }))
    return { one, other, both, alone }
  }

  const late = await two('Bothlate')
  const [first, second] = await atOnce(late.other.id, [late.alone, late.both])
  expect([first?.status, second?.status]).toEqual([303, 409])
  expect(second?.body).toContain('not open any more on the file')
  expect(second?.body).toContain('A fracture that nobody explains.')
  expect(await outcomesOn(late.other.id)).toEqual(['none'])
  expect(await outcomesOn(late.one.id)).toEqual([])

  const early = await two('Bothearly')
  const replies = await atOnce(early.other.id, [early.both, early.alone])
  expect(replies.map(({ status }) => status)).toEqual([303, 409])
  expect(replies[1]?.body).toContain('Somebody closed this meeting while you were writing')
  for (const { id } of [early.one, early.other]) {
    expect(await outcomesOn(id)).toEqual(['section-47'])
    expect(await factsOf(id, 'meeting-closed')).toHaveLength(1)
  }
})
