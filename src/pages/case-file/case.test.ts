import { beforeAll, describe, expect, test } from 'vitest'
import { given, on } from '../../../test/given-case.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { disclose } from '../../ledger/disclose.ts'
import { newId } from '../../platform/identifier.ts'

let here: Awaited<ReturnType<typeof given>>
let worker: Visitor
let teacher: Visitor
beforeAll(async () => {
  here = await given()
  worker = await here.signedIn('eastworker')
  teacher = await here.signedIn('teacher')
})

/** The steps of the process as they read: "Done: Section 17 assessment until 3 March 2026". */
function stepsIn(html: string): string[] {
  const [, line = ''] = /<ol class="gt-process"[^>]*>(.*?)<\/ol>/s.exec(html) ?? []
  const steps = line.split('<li ').slice(1)
  return steps.map(step =>
    step
      .replace(/^[^>]*>|<svg.*?<\/svg>/gs, '')
      .replaceAll('<span class="gt-process__note">', ' ')
      .replace(/<[^>]*>/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  )
}

describe('what was not shared is not said not to be', () => {
  test('of people and procedures of which they see nothing, whoever was told one thing reads neither “nobody” nor “none”', async () => {
    const aria = await here.newCase()
    await aria.fact('referral-received', '2026-04-01', { narrative: { reason: 'Marks on both arms' } })
    const root = await aria.fact('assessment-started', '2026-04-02')
    const { area, people, agencies } = here.server.borough
    await disclose(here.server.ledger, {
      areaId: area,
      caseId: aria.id,
      submissionId: newId(),
      by: { postId: people.eastWorker.post, agencyId: agencies.authority },
      toAgencyIds: [agencies.school],
      roots: [root],
      basis: 'ca1989-s17',
      necessity: 'The school sees her every day.',
      familyTold: 'no',
    })
    const file = `/case/${aria.reference}`
    const { body } = await teacher.get(file)
    expect(body).toContain('Nothing of this was shared with you.')
    expect(body).not.toContain('Nobody around the child is recorded')
    expect(stepsIn(body)).toEqual(['Now: Section 17 assessment since 2 April 2026'])
    const involved = (await teacher.get(`${file}/involved`)).body
    expect(involved).toContain('Nothing of this was shared with you.')
    expect(involved).not.toMatch(/Nobody is recorded|No mother/)

    const own = (await worker.get(file)).body
    expect(own).toContain('Nobody around the child is recorded yet')
    expect(stepsIn(own)).toContain('Ahead: Section 47 enquiry')
    expect((await worker.get(`${file}/involved`)).body).toContain('No mother and no father is recorded')
  })

  test('the same holds for whoever recorded something of their own', async () => {
    const aria = await here.newCase()
    await here.server.record('eastWorker', {
      by: { postId: null, agencyId: here.server.borough.agencies.school },
      acts: [
        {
          act: 'record',
          caseId: aria.id,
          kind: 'observation-recorded',
          happened: on('2026-04-02'),
          data: {},
          narrative: { seen: 'She was tired.' },
        },
      ],
    })
    const { body } = await teacher.get(`/case/${aria.reference}`)
    expect(body).toContain('Nothing of this was shared with you.')
    expect(stepsIn(body)).toEqual([])
  })
})

describe('where the child is in the process', () => {
  test('what was decided on and is owed is next, with the day by which it is owed, and not “none”', async () => {
    const aria = await here.newCase()
    await aria.fact('referral-received', '2026-04-09', { narrative: { reason: 'Marks on both arms' } })
    const decided = await aria.fact('referral-decided', '2026-04-10', {
      data: { outcome: 'strategy-discussion' },
      narrative: { reasons: 'She may be hurt again.' },
    })
    const file = `/case/${aria.reference}`
    const steps = async () => stepsIn((await worker.get(file)).body)
    expect(await steps()).toContain('Next: Strategy discussion promptly')
    expect((await steps()).join()).not.toContain('None')
    await aria.fact('strategy-discussion-held', '2026-04-13', {
      about: decided,
      data: { outcome: 'section-47', present: ['social-worker', 'police', 'health'] },
    })
    expect((await steps()).slice(3)).toEqual([
      'Done: Strategy discussion until 13 April 2026',
      'Now: Section 47 enquiry since 13 April 2026',
      'Next: Initial child protection conference by 5 May 2026',
      'Ahead: Child protection plan',
    ])
  })

  test('a conference of which no planning was recorded was held', async () => {
    const aria = await here.newCase()
    await aria.fact('initial-conference-held', '2026-04-10', { data: { decision: 'no-plan' } })
    const { body } = await worker.get(`/case/${aria.reference}`)
    expect(stepsIn(body)).toContain('Done: Initial child protection conference until 10 April 2026')
  })

  test('one visit does not make an assessment that was done', async () => {
    const aria = await here.newCase()
    await aria.fact('child-seen', '2026-04-10')
    expect(stepsIn((await worker.get(`/case/${aria.reference}`)).body)).toContain('Ahead: Section 17 assessment')
  })
})

test('a file as known on a past day names that day, the worker of that day and no team, and how the process stood', async () => {
  const { clock, borough } = here.server
  const now = clock.instant
  clock.instant = Date.parse('2026-04-02T09:00:00Z')
  const aria = await here.newCase()
  await aria.fact('case-allocated', '2026-04-02', { data: { worker: [borough.people.westWorker.post] } })
  await aria.fact('assessment-started', '2026-04-02')
  clock.instant = now
  await aria.fact('case-allocated', '2026-04-14', { data: { worker: [borough.people.eastWorker.post] } })
  await aria.fact('assessment-authorised', '2026-04-13', { data: { outcome: 'no-action' } })
  const asKnown = (day: string) => worker.get(`/case/${aria.reference}/as-known?on=${day}`)
  const { body } = await asKnown('2026-04-10')
  expect(body).toContain('as known on 10 April 2026')
  expect(body).not.toContain('2026-04-10 ')
  expect(body).toMatch(/<text class="today-word"[^>]*>10 April 2026</)
  expect(body).toContain('<dt>Lead social worker</dt><dd>Tom Ballard</dd>')
  expect(body).not.toContain('<dt>Team</dt>')
  expect(stepsIn(body)).toContain('Now: Section 17 assessment since 2 April 2026')
  expect((await asKnown('2026-04-01')).body).toContain('<dt>Lead social worker</dt><dd>Not known for that day</dd>')
  const asNow = (await worker.get(`/case/${aria.reference}`)).body
  expect(asNow).toContain('<dt>Lead social worker</dt><dd>Amira Osei</dd>')
  expect(asNow).toMatch(/<text class="today-word"[^>]*>Today</)
})
