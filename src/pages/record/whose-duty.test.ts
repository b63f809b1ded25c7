/** Several agencies owe the same: each is asked about its own, and where it may be another one's the form says whose. */
import { beforeAll, expect, test } from 'vitest'
import { on } from '../../../test/given-case.ts'
import { givenMeetings, rootIn } from '../../../test/given-meeting.ts'
import { newId } from '../../platform/identifier.ts'

let given: Awaited<ReturnType<typeof givenMeetings>>
beforeAll(async () => {
  given = await givenMeetings()
})

test('a school that sends its report is offered no duty of another agency, and meets none', async () => {
  const { here, teacher, call, record } = given
  const { agencies } = here
  const child = await here.child('Reports')
  await child.fact('strategy-discussion-held', '2026-04-13', { data: { outcome: 'section-47', enquiry: 'joint' } })
  const address = await call(child, {
    meeting: 'initial-conference',
    invited: [agencies.police, agencies.surgery, agencies.school],
  })
  const duties = async () =>
    (
      await here.server.db.owner.query<{ id: string; agency: string; met: boolean }>(
        `select id, agency_id as agency, met_by is not null as met from duty where case_id = $1 and rule = 'send-agency-report'`,
        [child.id],
      )
    ).rows
  const theirs = (await duties()).find(({ agency }) => agency === agencies.surgery)
  expect(theirs).toBeDefined()
  const form = await teacher.get(`${child.base}/record/meeting-report-given?continues-fact=${rootIn(address)}`)
  expect(form.status).toBe(200)
  expect(form.body).not.toContain('Which duty does this answer?')
  const fields = { known: 'She comes every day.', 'answers-duty': theirs?.id ?? '' }
  expect((await record(teacher, child.base, 'meeting-report-given', rootIn(address), fields)).status).toBe(303)
  const met = (await duties()).filter(duty => duty.met).map(({ agency }) => agency)
  expect(met).toEqual([agencies.school])
})

test('where duties of several agencies may be meant, each says whose it is', async () => {
  const { here, worker } = given
  const { authority, police } = here.agencies
  const child = await here.child('Acted')
  for (const agencyId of [authority, police]) {
    const id = newId()
    await here.server.record('eastWorker', {
      by: { postId: null, agencyId },
      acts: [
        {
          act: 'record',
          id,
          caseId: child.id,
          kind: 'emergency-action-taken',
          happened: on('2026-04-13'),
          data: { alone: true },
          narrative: {},
        },
      ],
      ...(agencyId === authority
        ? {}
        : {
            tells: [
              {
                caseId: child.id,
                toAgencyIds: [authority],
                roots: [id],
                basis: 'ca1989-s47',
                necessity: 'They protect her too.',
                familyTold: 'yes',
              },
            ],
          }),
    })
  }
  const { body } = await worker.get(`${child.base}/record/child-seen-in-emergency`)
  for (const name of ['Harrowmere Council', 'Harrowmere Police'])
    expect(body).toContain(`See the child, to decide how best to protect: ${name}`)
})
