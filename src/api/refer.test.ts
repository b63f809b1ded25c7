/** Telling the council of a child from a system, over HTTP. */
import { beforeAll, describe, expect, test } from 'vitest'
import { given, on } from '../../test/given-case.ts'
import { type Answered, type System, systemOf } from '../../test/system.ts'
import { openWalkedCase, saysWhomToAsk } from '../../test/walked-case.ts'
import { addArea } from '../people/establishment.ts'
import { transaction } from '../platform/database.ts'
import { newId } from '../platform/identifier.ts'

let here: Awaited<ReturnType<typeof given>>
let school: System
let police: System
let council: System

beforeAll(async () => {
  here = await given()
  school = await systemOf(here.server, {
    agency: 'Linden Primary School',
    post: 'Register',
    role: 'safeguarding-lead',
    teams: ['Safeguarding leads'],
  })
  police = await systemOf(here.server, {
    agency: 'Harrowmere Police',
    post: 'Register',
    role: 'partner-manager',
    teams: ['Public protection'],
  })
  council = await systemOf(here.server, {
    agency: 'Harrowmere Council',
    post: 'Register',
    role: 'front-door',
    teams: ['Front door'],
  })
  await here.server.db.owner.query(`update agency set telephone = '01632 960100' where id = $1`, [
    here.server.borough.agencies.authority,
  ])
})

const address = '/api/v1/cases'
const told = {
  seen: 'She flinched when her stepfather came to fetch her.',
  ownWords: 'He gets cross in the car.',
  reason: 'That he hurts her.',
  safety: 'not-known',
  parents: 'not-told',
  parentsWhy: 'It is him we worry about.',
  contact: 'Gwen Abara, safeguarding lead',
  telephone: '01632 960555',
}
const of = (surname: string, more: object = {}) => ({ ...told, child: { forenames: 'Tilly', surname, ...more } })
const recorded = (caseId: string) =>
  ({ act: 'record', caseId, happened: on('2026-04-10'), data: {}, narrative: {} }) as const
const faultsOf = ({ body }: Answered) =>
  Object.fromEntries((body['errors'] as { field: string; message: string }[]).map(one => [one.field, one.message]))
const filesOf = async (surname: string) =>
  (
    await here.server.db.owner.query<{ reference: string }>(
      `select distinct c.reference from search_person p join case_file c on c.id = p.case_id where p.surname = $1`,
      [surname],
    )
  ).rows.map(({ reference }) => reference)

test('one call makes the file, the worry, the referral and the disclosure, as the page does', async () => {
  const child = {
    born: { on: '2017-08-30' },
    nhsNumber: '999 000 4005',
    address: '3 Quay Street',
    postcode: 'ZZ99 3QQ',
  }
  const key = newId()
  const answer = await school.record(address, of('Hartnoll', child), key)
  expect(answer.status, answer.text).toBe(201)
  const { reference, referral, receipt, status } = answer.body as Record<string, string>
  expect(reference).toMatch(/^GT-[0-9A-Z]{7}$/)
  expect(receipt).toMatch(new RegExp(`/case/${reference}/receipt$`))
  const { rows } = await here.server.db.owner.query(
    `select d.to_agency_id, d.basis, d.conditions <> '' as has_conditions, d.family_told, d.not_told_why,
       (select array_agg(f.kind order by f.number) from disclosed_fact x join fact f on f.root = x.root and f.act = 'record'
        where x.disclosure_id = d.id) as kinds
     from disclosure d join case_file c on c.id = d.case_id where c.reference = $1`,
    [reference],
  )
  const kinds = ['child-named', 'child-born', 'child-identified', 'address-known', 'observation-recorded']
  expect(rows).toEqual([
    {
      to_agency_id: here.server.borough.agencies.authority,
      basis: 'ca1989-s17',
      has_conditions: true,
      family_told: 'no',
      not_told_why: told.parentsWhy,
      kinds: [...kinds, 'referral-received'],
    },
  ])
  const door = await here.signedIn('duty')
  const seen = (await door.get(`/case/${reference}`)).body
  for (const words of [told.seen, told.ownWords, told.reason, '3 Quay Street', 'Gwen Abara', '01632 960555'])
    expect(seen).toContain(words)
  expect((await door.get('/take-in')).body).toContain('Tilly Hartnoll')
  // A person of the school reads the receipt, the system where it stands.
  const lead = await here.signedIn('teacher')
  expect((await lead.get(`/case/${reference}/receipt`)).body).toContain('Owed by 15 April 2026')
  const duties = (await school.get(status ?? '')).body['duties'] as { rule: string; arisesFrom: string }[]
  expect(duties.filter(one => one.arisesFrom === referral).map(({ rule }) => rule)).toEqual(
    expect.arrayContaining(['acknowledge-referral', 'decide-on-referral']),
  )
  expect((await council.get(`${address}/${reference}`)).status).toBe(200)
  expect((await police.get(`${address}/${reference}`)).status).toBe(404)

  const again = await school.record(address, of('Hartnoll', child), key)
  expect([again.status, again.headers['idempotency-replayed'], again.body]).toEqual([200, 'true', answer.body])
  const other = await school.record(address, of('Hartnell', child), key)
  expect([other.status, other.headers['content-type']]).toEqual([422, expect.stringContaining('problem+json')])
  expect(await filesOf('Hartnell')).toEqual([])
})

test('what arrives twice at once is carried out once', async () => {
  const key = newId()
  const twice = await Promise.all([0, 1, 2].map(() => school.record(address, of('Wycherley'), key)))
  expect(twice.map(({ status }) => status).toSorted()).toEqual([200, 200, 201])
  expect(new Set(twice.map(({ body }) => body['reference'])).size).toBe(1)
  expect(await filesOf('Wycherley')).toHaveLength(1)
})

test('danger, parents who know, a birth that is expected, a basis that is named', async () => {
  const { parentsWhy: _, ...rest } = of('Bickersteth', { expectedOn: '2026-07-01' })
  const answer = await police.record(address, {
    ...rest,
    safety: 'in-danger',
    parents: 'disagree',
    seenOn: '2026-03',
    why: { basis: 'ca1989-s47', conditions: [] },
  })
  expect(answer.status, answer.text).toBe(201)
  const { rows } = await here.server.db.owner.query(
    `select d.basis, d.family_told, d.not_told_why, f.data->>'consent' as consent, f.data->>'source' as source
     from disclosure d join case_file c on c.id = d.case_id join fact f on f.case_id = c.id and f.kind = 'referral-received'
     where c.reference = $1`,
    [answer.body['reference']],
  )
  expect(rows).toEqual([
    { basis: 'ca1989-s47', family_told: 'yes', not_told_why: null, consent: 'refused', source: '6' },
  ])
})

describe('a file that may be of the child', () => {
  test('is named where the system sees it, and is another child’s only if that is said', async () => {
    const born = { born: { on: '2016-02-01' } }
    const first = (await school.record(address, of('Ormerod', born))).body['reference'] as string
    const key = newId()
    const refused = await school.record(address, of('Ormerod', born), key)
    expect([refused.status, Object.keys(faultsOf(refused))]).toEqual([422, ['anotherThan']])
    expect(faultsOf(refused)['anotherThan']).toContain(first)
    expect(await filesOf('Ormerod')).toEqual([first])
    const another = await school.record(address, { ...of('Ormerod', born), anotherThan: [first] }, key)
    expect(another.status).toBe(201)
    // Of what another agency keeps to itself or told the council alone nobody is told.
    const theirs = await police.record(address, of('Ormerod', born))
    expect([theirs.status, theirs.text.includes(first)]).toEqual([201, false])
  })

  test.each([
    ['none', '9990004013', 2010],
    ['restricted', '9990004021', 2011],
    ['shielded', '9990004048', 2012],
    ['recalled', '9990004056', 2013],
    ['colleague', '9990004064', 2014],
  ] as const)('makes no difference where it is %s', async (way, nhsNumber, year) => {
    const { agencies } = here.server.borough
    const hidden = await openWalkedCase(here.server, way, { lead: agencies.school })
    const child = { surname: hidden.surname, born: { on: `${year}-05-09` }, nhsNumber }
    await here.server.record('manager', {
      by: { postId: null, agencyId: agencies.authority },
      acts: [
        { ...recorded(hidden.id), kind: 'child-born', happened: on(`${year}-05-09`) },
        {
          ...recorded(hidden.id),
          kind: 'child-identified',
          data: { scheme: 'nhs-number' },
          narrative: { identifier: nhsNumber },
        },
      ],
    })
    const like = await school.record(address, { ...told, child })
    const unlike = await school.record(address, {
      ...told,
      child: { surname: `${way}nobody`, born: { on: `${year}-11-20` } },
    })
    const plain = ({ status, text, body }: Answered) => [
      status,
      text.replaceAll(String(body['reference']), 'REF').replace(String(body['referral']), 'ID'),
    ]
    expect(plain(like)).toEqual(plain(unlike))
    expect([like.status, like.text.includes(hidden.reference)]).toEqual([201, false])
  })
})

describe('what is refused', () => {
  test('in a post that may not tell the council: who may, and how to reach them', async () => {
    const answer = await council.record(address, of('Saltmarsh'))
    expect([answer.status, saysWhomToAsk(answer.text)]).toEqual([403, true])
    expect(answer.body.detail).toContain('Safeguarding lead of a partner agency'.toLowerCase())
    expect(await filesOf('Saltmarsh')).toEqual([])
  })

  test('each question that is not answered, at its place', async () => {
    const nothing = await school.record(address, { child: {} })
    expect([nothing.status, nothing.headers['content-type']]).toEqual([422, expect.stringContaining('problem+json')])
    expect(faultsOf(nothing)).toMatchObject({
      'child.surname': 'Enter the last name, or what the child is called',
      seen: 'Enter what you saw or heard',
      reason: 'Enter what you are worried about',
      safety: expect.stringContaining('in-danger'),
      parents: expect.stringContaining('not-told'),
      contact: expect.stringContaining('Enter whom'),
    })
    const { parentsWhy: _, ...rest } = of('Nobody', {
      born: { on: '2027-01-01' },
      expectedOn: '2030-01-01',
      nhsNumber: '9990004006',
      upn: 'x',
      postcode: 'ZZ99 3QQ and more',
    })
    const wrong = await school.record(address, {
      ...rest,
      area: newId(),
      seenOn: '2026-02-30',
      contact: 'x'.repeat(500),
      why: { basis: 'nothing', conditions: ['nothing'] },
    })
    expect(wrong.status).toBe(422)
    expect(Object.keys(faultsOf(wrong)).toSorted()).toEqual(
      [
        'area',
        'child.born.on',
        'child.expectedOn',
        'child.nhsNumber',
        'child.postcode',
        'child.upn',
        'contact',
        'parentsWhy',
        'seenOn',
        'why.basis',
        'why.conditions',
      ].toSorted(),
    )
    expect(await filesOf('Nobody')).toEqual([])
  })

  test('what nobody asked for, and what is forged', async () => {
    const strange = await school.record(address, {
      ...of('Nobody', { caseId: newId() }),
      reference: 'GT-0000001',
      agency: here.server.borough.agencies.police,
      why: { necessity: 'x' },
    })
    expect(Object.keys(faultsOf(strange)).toSorted()).toEqual(['agency', 'child.caseId', 'reference', 'why.necessity'])
    for (const [body, status] of [
      [[], 422],
      ['null', 422],
      ['{"__proto__": {}}', 400],
      [of('Nobody', { surname: 7 }), 422],
      [{ ...of('Nobody'), anotherThan: 'all' }, 422],
      [{ ...of('Nobody'), area: "' or true" }, 422],
      [{ ...of('Nobody'), safety: 'constructor' }, 422],
    ] as const)
      expect([body, (await school.record(address, body)).status]).toEqual([body, status])
    expect((await school.send('POST', address, of('Nobody'))).status).toBe(400)
    expect(await filesOf('Nobody')).toEqual([])
  })

  test('an area that is not one of the post’s: which are is said', async () => {
    const { area } = here.server.borough
    const elsewhere = newId()
    await transaction(here.server.db.recorder, client =>
      addArea(client, { id: elsewhere, kind: 'authority', name: 'Eastholt', codes: [] }),
    )
    const said = await school.record(address, { ...of('Penrose'), area })
    expect([said.status, await filesOf('Penrose')]).toEqual([201, [said.body['reference']]])
    const refused = await school.record(address, { ...of('Nobody'), area: elsewhere })
    expect(faultsOf(refused)).toEqual({ area: `Say where the child lives: Harrowmere (${area})` })
    expect(await filesOf('Nobody')).toEqual([])
  })
})
