import { beforeAll, describe, expect, test } from 'vitest'
import { type TestServer, testServer } from '../../../test/test-server.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { newReference } from '../../people/establishment.ts'
import { newId } from '../../platform/identifier.ts'
import { guidance } from '../../procedures/index.ts'

let server: TestServer
let worker: Visitor

beforeAll(async () => {
  server = await testServer({ guidance })
  server.clock.instant = Date.parse('2026-04-14T09:00:00Z')
  worker = await signedIn('eastworker')
})

async function signedIn(name: string): Promise<Visitor> {
  const visitor = server.visitor()
  await visitor.signIn(name)
  await visitor.get('/drafts')
  return visitor
}

const born = (day: string) => {
  const [yyyy = '', mm = '', dd = ''] = day.split('-')
  return { 'happened-day': dd, 'happened-month': mm, 'happened-year': yyyy }
}
const opening = (body: string) =>
  /name="_open"[^>]*value="([^"]*)"|value="([^"]*)"[^>]*name="_open"/.exec(body)?.slice(1).find(Boolean) ?? ''

async function existing(forenames: string, surname: string, birthDay: string, team: 'east' | 'west' = 'east') {
  const id = newId()
  const reference = newReference()
  const on = { from: birthDay, to: birthDay, certainty: 'day', at: null } as const
  await server.record(`${team}Worker`, {
    opens: [{ id, kind: 'child', reference, teamId: server.borough.teams[team], restriction: 'restricted' }],
    acts: [
      { act: 'record', caseId: id, kind: 'child-named', happened: on, data: {}, narrative: { forenames, surname } },
      { act: 'record', caseId: id, kind: 'child-born', happened: on, data: {}, narrative: {} },
    ],
  })
  return reference
}

describe('a new child', () => {
  test('is looked for first; opened with what is known; and goes on to the referral', async () => {
    expect((await worker.get('/new-child')).status).toBe(200)
    const typed = {
      forenames: 'Noor',
      surname: 'Haddad',
      ...born('2021-06-02'),
      'nhs-number': '999 000 0018',
      upn: 'x801000000000',
      address: '1 Low Road',
      postcode: 'ZZ99 3CC',
    }
    const submission = newId()
    const looked = await worker.write('/new-child', typed, submission)
    expect(looked.status).toBe(200)
    expect(looked.body).toContain('No child like this among those you may see')
    const open = () => worker.write('/new-child', { ...typed, _open: opening(looked.body) }, submission)
    const opened = await open()
    expect(opened.to).toMatch(/^\/case\/GT-[0-9A-Z]{7}\/record\/referral-received$/)
    expect((await open()).to, 'the same press twice').toBe(opened.to)
    expect((await worker.get(opened.to)).body).toContain('Noor Haddad')
    const { rows } = await server.db.owner.query(
      `select f.kind, f.happened_from, f.data, (select jsonb_object_agg(field, text) from narrative n where n.fact_id = f.id) as words
       from fact f where submission_id = $1 order by number`,
      [submission],
    )
    expect(rows).toEqual([
      { kind: 'child-named', happened_from: '2026-04-14', data: {}, words: { forenames: 'Noor', surname: 'Haddad' } },
      { kind: 'child-born', happened_from: '2021-06-02', data: {}, words: null },
      {
        kind: 'child-identified',
        happened_from: '2026-04-14',
        data: { scheme: 'nhs-number' },
        words: { identifier: '9990000018' },
      },
      {
        kind: 'child-identified',
        happened_from: '2026-04-14',
        data: { scheme: 'upn' },
        words: { identifier: 'X801000000000' },
      },
      {
        kind: 'address-known',
        happened_from: '2026-04-14',
        data: {},
        words: { address: '1 Low Road', postcode: 'ZZ99 3CC' },
      },
    ])
  })

  test('who may be there already is shown with what they have in common, and is not opened past', async () => {
    const reference = await existing('Katherine', 'Smith', '2019-05-04')
    const typed = { forenames: 'Catherine', surname: 'Smyth', ...born('2019-05-04') }
    const submission = newId()
    const looked = await worker.write('/new-child', { ...typed, _open: 'seen' }, submission)
    expect(looked.status).toBe(200)
    expect(looked.body).toMatch(
      new RegExp(
        `Is it one of these children[\\s\\S]*Katherine Smith[\\s\\S]*${reference}. May be the same child[\\s\\S]*Date of birth[\\s\\S]*same<[\\s\\S]*speaks strongly for it`,
      ),
    )
    const opened = await worker.write('/new-child', { ...typed, _open: opening(looked.body) }, submission)
    expect(opened.status).toBe(303)
  })

  test('whom the visitor may not see is not found', async () => {
    const reference = await existing('Ottoline', 'Brae', '2018-01-09', 'west')
    const looked = await worker.write('/new-child', { forenames: 'Ottoline', surname: 'Brae', ...born('2018-01-09') })
    expect(looked.body).toContain('No child like this')
    expect(looked.body).not.toContain(reference)
  })

  test('who is not born yet has an expected date', async () => {
    const submission = newId()
    const typed = { surname: 'Baby of Leah Marsh', ...born('2026-08-20') }
    const early = await worker.write('/new-child', typed, submission)
    expect(early.status).toBe(422)
    expect(early.body).toContain('For a child not born yet, tick the box below')
    const looked = await worker.write('/new-child', { ...typed, unborn: 'yes' }, submission)
    expect(looked.body).toContain('No child like this')
    await worker.write('/new-child', { ...typed, unborn: 'yes', _open: opening(looked.body) }, submission)
    const { rows } = await server.db.owner.query(
      'select kind, data from fact where submission_id = $1 order by number',
      [submission],
    )
    expect(rows).toEqual([
      { kind: 'child-named', data: {} },
      { kind: 'birth-expected', data: { expectedOn: '2026-08-20' } },
    ])
  })

  test('faults are said at their fields and nothing typed is lost', async () => {
    const reply = await worker.write('/new-child', {
      forenames: 'Noor',
      'nhs-number': '9990000017',
      upn: 'A1',
      ...born('2026-13-01'),
    })
    expect(reply.status).toBe(422)
    for (const [field, words] of [
      ['surname', 'Enter the last name'],
      ['happened-day', 'Enter the month'],
      ['nhs-number', 'Check the NHS number'],
      ['upn', 'A unique pupil number is'],
    ])
      expect(reply.body).toMatch(new RegExp(`href="#f-${field}"[^>]*>${words}`))
    expect(reply.body).toContain('value="9990000017"')
  })

  test('who belongs to no team says which one will work with the child', async () => {
    const front = await signedIn('duty')
    const typed = { surname: 'Fallow' }
    const asked = await front.write('/new-child', typed)
    expect(asked.status).toBe(422)
    expect(asked.body).toContain('Select the team that will work with the child')
    const looked = await front.write('/new-child', { ...typed, team: server.borough.teams.west })
    const opened = await front.write('/new-child', {
      ...typed,
      team: server.borough.teams.west,
      _open: opening(looked.body),
    })
    expect((await front.get(opened.to)).status).toBe(200)
  })

  test('is not for a post that may open no case', async () => {
    expect((await (await signedIn('chair')).get('/new-child')).status).toBe(403)
  })
})
