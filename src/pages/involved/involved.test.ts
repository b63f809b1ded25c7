import { beforeAll, describe, expect, test } from 'vitest'
import { asking, givenAgencies, statesIn } from '../../../test/given-agencies.ts'
import { expectAccessible, on } from '../../../test/given-case.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { newId } from '../../platform/identifier.ts'

let here: Awaited<ReturnType<typeof givenAgencies>>
let worker: Visitor
beforeAll(async () => {
  here = await givenAgencies()
  worker = await here.signedIn('eastworker')
})

describe('the way from the home page', () => {
  test('a name leads to the picture, in two steps', async () => {
    const child = await here.child('Oakhanger')
    const { body } = await worker.get('/due')
    expect(body).toContain('Who else is involved with a child or an adult?')
    expect(body).toMatch(/action="\/find"[^>]*>\s*<input type="hidden" name="for" value="involved"/)
    const found = await worker.get('/find?for=involved&q=oakhanger')
    expectAccessible(found.body)
    expect(found.body).toMatch(new RegExp(`gt-result__name[^>]*><a class="govuk-link" href="${child.base}/involved"`))
  })

  test('an adult leads to the picture of each file that may be seen', async () => {
    const child = await here.child('Ashgrove')
    await child.fact('person-connected', '2026-03-02', {
      data: { relationship: 'step-parent' },
      narrative: { forenames: 'Darren', surname: 'Tarquinson' },
    })
    const { body } = await worker.get('/find?for=involved&q=tarquinson')
    expect(body).toContain(`href="${child.base}/involved"`)
    const west = await here.signedIn('westworker')
    expect((await west.get('/find?for=involved&q=tarquinson')).body).not.toContain(child.reference)
  })

  test('nobody of that name is “not known” as of a day, with what that does not mean', async () => {
    const { body } = await worker.get('/find?for=involved&q=zzyzxq')
    expectAccessible(body)
    expect(body).toContain('Not known, as of 14 April 2026')
    expect(body).toContain('does not mean that nobody knows them')
    expect(body).toContain('Harrowmere Council')
  })

  test('the search for a file offers it as well', async () => {
    const child = await here.child('Quillfeather')
    expect((await worker.get('/find?q=quillfeather')).body).toContain(`href="${child.base}/involved"`)
  })
})

describe('the picture', () => {
  test('every other agency of the area stands in it once; nil is always explained', async () => {
    const { base } = await here.child()
    const { body } = await worker.get(`${base}/involved`)
    expectAccessible(body)
    expect(statesIn(body)).toEqual({
      'Harrowmere Police': 'not-asked',
      'Linden Primary School': 'not-asked',
      'Bridge Surgery': 'not-asked',
      'Harrowmere Homes': 'not-connected',
    })
    expect(body).toContain('Your agency has not asked them. Nothing is known either way.')
    expect(body).toContain('Nobody there signs in to Goldthread')
    expect(body).toContain('No mother and no father is recorded')
    expect(body).not.toContain('Eastholt Police')
  })

  test('what an agency recorded and shared shows that it is involved; what it did not share is not counted', async () => {
    const { id, base } = await here.child()
    const seen = { act: 'record', caseId: id, kind: 'child-seen', data: {}, narrative: {} } as const
    const police = { postId: null, agencyId: here.agencies.police }
    const why = { basis: 'ca1989-s47', necessity: 'They work with her.', familyTold: 'yes' } as const
    const said = (day: string, tells: boolean) => {
      const root = newId()
      const telling = { caseId: id, toAgencyIds: [here.agencies.authority], roots: [root], ...why }
      return here.server.record('eastWorker', {
        by: police,
        acts: [{ ...seen, id: root, happened: on(day) }],
        ...(tells ? { tells: [telling] } : {}),
      })
    }
    await said('2026-04-09', false)
    expect(statesIn((await worker.get(`${base}/involved`)).body)['Harrowmere Police']).toBe('not-asked')
    await said('2026-03-02', true)
    const { body } = await worker.get(`${base}/involved`)
    expect(statesIn(body)['Harrowmere Police']).toBe('involved')
    expect(body).toContain('Recorded something here once.')
    expect(body).toContain('As of 2 March 2026, 6 weeks ago')
  })

  test('a partner sees its own questions and what it was told, and nothing of what others were asked', async () => {
    const { base, name } = await here.child()
    const { school, police } = here.agencies
    await worker.write(`${base}/ask`, { ...asking, asked: [school, police], 'goes-with-it': name })
    const teacher = await here.signedIn('teacher')
    const { body } = await teacher.get(`${base}/involved`)
    expect(statesIn(body)).toMatchObject({ 'Harrowmere Council': 'involved', 'Harrowmere Police': 'not-asked' })
  })

  test('who has nothing to do with the case sees nothing; each look is written down', async () => {
    const { id, base } = await here.child()
    const west = await here.signedIn('westworker')
    expect((await west.get(`${base}/involved`)).status).toBe(404)
    await worker.get(`${base}/involved`)
    const { rows } = await here.server.db.owner.query('select route from reading_log where case_id = $1', [id])
    expect(rows).toEqual([{ route: '/case/:reference/involved' }])
  })

  test('a request that ended with the work is said to be unanswered, not overdue', async () => {
    const { base, name, fact } = await here.child()
    await worker.write(`${base}/ask`, { ...asking, asked: here.agencies.police, 'goes-with-it': name })
    await fact('case-closed', '2026-04-14', {
      data: { reason: 'RC7', closedBy: [here.server.borough.people.manager.post] },
    })
    const { body } = await worker.get(`${base}/involved`)
    expect(statesIn(body)['Harrowmere Police']).toBe('not-asked')
    expect(body).toContain('not answered before the work ended')
  })
})
