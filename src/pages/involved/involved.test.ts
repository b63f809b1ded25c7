import { beforeAll, describe, expect, test } from 'vitest'
import { asking, givenAgencies, statesIn } from '../../../test/given-agencies.ts'
import { date, expectAccessible, on } from '../../../test/given-case.ts'
import { systemOf } from '../../../test/system.ts'
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

  test('who told the council of the child is whom to ring, not the system that sent it', async () => {
    const police = await systemOf(here.server, {
      agency: 'Harrowmere Police',
      post: 'Notices',
      role: 'partner-manager',
      teams: ['Public protection'],
    })
    const { body: told } = await police.record('/api/v1/cases', {
      child: { forenames: 'Ida', surname: 'Thackeray' },
      seen: 'On the stairs at midnight.',
      reason: 'A door was broken.',
      safety: 'not-known',
      parents: 'disagree',
      contact: 'PC Imran Vale',
      telephone: '01632 960401',
    })
    const door = await here.signedIn('duty')
    const { body } = await door.get(`/case/${String(told['reference'])}/involved`)
    expectAccessible(body)
    expect(body).toMatch(/Harrowmere Police[\s\S]*PC Imran Vale<br\/>[^<]*<a [^>]*href="tel:01632960401"/)
    expect(body).not.toContain('Notices')
  })

  test('why an answer is late stands beside it, once somebody has said so', async () => {
    const { base, name } = await here.child()
    await worker.write(`${base}/ask`, { ...asking, asked: here.agencies.surgery, 'goes-with-it': name })
    const before = here.server.clock.instant
    here.server.clock.instant = Date.parse('2026-04-16T09:00:00Z')
    const later = await here.signedIn('eastworker')
    const { rows } = await here.server.db.owner.query<{ id: string }>(
      `select d.id from duty d join case_file c on c.id = d.case_id where c.reference = $1 and d.rule = 'answer-information-request'`,
      [base.replace('/case/', '')],
    )
    const reply = await later.write(`${base}/record/departure-explained`, {
      ...date('2026-04-16'),
      'answers-duty': rows[0]?.id ?? '',
      reason: 'another-agency',
      words: 'Rang twice: the practice is shut until Friday.',
    })
    const { body } = await later.get(`${base}/involved`)
    here.server.clock.instant = before
    expect(reply.status).toBe(303)
    expect(statesIn(body)['Bridge Surgery']).toBe('overdue')
    expect(body).toContain('Rang twice: the practice is shut until Friday.')
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
