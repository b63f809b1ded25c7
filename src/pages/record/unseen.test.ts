/** What is recorded out of sight of whoever fills in a form leaves no trace in it, and stands in nobody’s way. */
import { expect, test } from 'vitest'
import { date, on } from '../../../test/given-case.ts'
import { unseenFact } from '../../../test/unseen-fact.ts'

test('a form is the same before and after somebody records what its reader may not see, and is taken', async () => {
  const here = await unseenFact()
  const teacher = await here.signedIn('teacher')
  const base = `/case/${here.child.reference}`
  const forms = ['', '/record', '/record/observation-recorded', '/disagreement', '/meeting', '/involved']
  const read = async () =>
    Promise.all(
      forms.map(async form => {
        const { status, body } = await teacher.get(`${base}${form}`)
        return `${form} ${status} ${body.replaceAll(/[\da-f-]{36}|name="_csrf" value="[^"]*"/g, '…')}`
      }),
    )
  const before = await read()
  expect(before.filter(page => page.includes('name="case-seen" value="5"')).length).toBeGreaterThan(0)
  const out = { act: 'record', kind: 'observation-recorded', caseId: here.child.id, happened: on('2026-04-11') } as const
  await here.server.record('eastWorker', {
    by: { postId: null, agencyId: here.server.borough.agencies.police },
    acts: [{ ...out, data: {}, narrative: { seen: 'At night.' } }],
  })
  expect(await read()).toEqual(before)
  const written = { ...date('2026-04-12'), seen: 'Quiet all day.', 'case-seen': '5' }
  expect((await teacher.write(`${base}/record/observation-recorded`, written)).status).toBe(303)
})
