import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { expectAccessible } from '../../../test/given-case.ts'
import { type ChildOf, smallCaseload } from '../../../test/small-caseload.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { compareSome } from '../../ledger/possible-matches.ts'
import { sealAll } from '../../ledger/seal.ts'
import { verify } from '../../ledger/verify.ts'
import { newId } from '../../platform/identifier.ts'

let here: Awaited<ReturnType<typeof smallCaseload>>
let manager: Visitor
let door: Visitor
beforeAll(async () => {
  here = await smallCaseload()
  manager = await here.signedIn('manager')
  door = await here.signedIn('duty')
})

const everything = () => compareSome(here.server.db.recorder, 50, Date.now, () => false)
const pairs = async () => (await here.server.db.owner.query('select case_id, other_case_id from possible_match')).rows

type Kept = Awaited<ReturnType<typeof here.child>>
let one: Kept
let other: Kept
let child: ChildOf
let number = 0
const surnames =
  'Thistlemere Abernethy Crowhurst Dunvegan Fotheringay Glendower Humberstone Kirkbride Ollerenshaw Quarrington'.split(
    ' ',
  )
const open = (more: Partial<ChildOf> = {}) => here.child({ ...child, ...more })

beforeEach(async () => {
  // Nothing alike from one test to the next.
  const surname = surnames[number] ?? ''
  child = { forenames: 'Maud', surname, bornOn: `201${number}-0${1 + number}-1${number}`, postcode: 'ZZ99 3VZ' }
  number += 1
  one = await open()
  other = await open({ forenames: 'Maude', postcode: 'ZZ1 1AA', team: 'west' })
  await here.server.db.owner.query('delete from possible_match')
  await here.server.db.owner.query('update search_person set compared = compared or case_id <> all($1)', [
    [one.id, other.id],
  ])
})

const address = () => `/case/${one.reference}/same-child/${other.reference}`

describe('children who were named are compared in the background', () => {
  test('two files that may be of one child stand in the list, with both names, and nothing is joined by it', async () => {
    expect(await everything()).toEqual({ isMore: false })
    const { body } = await door.get('/same-child')
    expectAccessible(body)
    expect(body).toMatch(new RegExp(`Maude? ${child.surname}</b> and <b>Maude? ${child.surname}`))
    expect((await here.server.db.owner.query('select from person_link')).rowCount).toBe(0)
  })

  test('a twin, a brother and a namesake are asked about by nobody', async () => {
    await here.server.db.owner.query(
      'delete from search_key k using search_person p where p.id = k.person_id and p.case_id = $1',
      [other.id],
    )
    await here.server.db.owner.query('delete from search_person where case_id = $1', [other.id])
    await open({ forenames: 'Edwin', nhsNumber: '9990000034' })
    await open({ forenames: 'Solomon', bornOn: '2009-11-30' })
    await open({ bornOn: '2005-11-30', postcode: 'ZZ1 1AA' })
    await everything()
    expect(await pairs()).toEqual([])
  })

  test('who may not see one of the two does not learn that there is another', async () => {
    await here.server.db.owner.query(
      `update compartment_grant set ends_at = now() where case_id = $1 and holder_id not in (select id from holder where kind = 'team')`,
      [other.id],
    )
    await everything()
    expect(await pairs()).toHaveLength(1)
    expect((await door.get('/same-child')).body).not.toContain(child.surname)
    expect((await door.get(address())).status).toBe(404)
  })

  test('it is compared again when the child is named anew, and what no longer fits goes', async () => {
    await everything()
    expect(await pairs()).toHaveLength(1)
    const numbered = (identifier: string) => ({ data: { scheme: 'nhs-number' }, narrative: { identifier } })
    await one.fact('child-identified', '2026-02-02', numbered('9990000018'))
    expect(await pairs()).toEqual([])
    await everything()
    expect(await pairs()).toHaveLength(1)
    await other.fact('child-identified', '2026-02-02', numbered('9990000026'))
    await everything()
    expect(await pairs()).toEqual([])
  })
})

describe('somebody looks', () => {
  test('both files stand beside each other, with a bar for each thing that counts', async () => {
    const { body, status } = await manager.get(address())
    expect(status).toBe(200)
    expectAccessible(body)
    expect(body).toContain('ZZ99 3VZ')
    expect(body).toContain('ZZ1 1AA')
    expect(body.match(/gt-evidence__(for|against)"/g)?.length).toBeGreaterThanOrEqual(4)
    expect(body).toMatch(/Postcode<[\s\S]*?different[\s\S]*?against it/)
  })

  test('two children: kept with who and why, sealed, and never asked about again', async () => {
    await everything()
    expect((await manager.write(address(), {})).body).toContain('Say how you know that they are two children')
    const submission = newId()
    for (const _ of [1, 2]) {
      const reply = await manager.write(address(), { why: 'Twins: the school has both.' }, submission)
      expect([reply.status, reply.to]).toEqual([303, '/same-child?said=different'])
    }
    expect(await pairs()).toEqual([])
    await here.server.db.owner.query('update search_person set compared = false where case_id = $1', [one.id])
    await everything()
    expect(await pairs()).toEqual([])
    expect((await manager.get(address())).body).toMatch(/said on 14 April 2026 that they are two children: Twins/)
    await sealAll(here.server.db.recorder)
    await here.server.db.owner.query(`update different_children set why = 'Another reason'`)
    expect((await verify(here.server.db.owner)).seals.faults.map(({ why }) => why).join()).toContain('two children')
    await here.server.db.owner.query(`update different_children set why = 'Twins: the school has both.'`)
  })

  test('who joins them all the same is told what was said, and must say that they are sure', async () => {
    await manager.write(address(), { why: 'Twins.' })
    const base = `/case/${one.reference}/join`
    const asked = await manager.write(base, { to: other.reference, why: 'The birth was registered once.' })
    expect(asked.body).toContain('Somebody said that they are two children')
    expect(asked.body).toContain('is of another child: Twins.')
    const joined = await manager.write(base, {
      to: other.reference,
      why: 'The birth was registered once.',
      _sure: other.reference,
    })
    expect(joined.to).toContain('/joined/')
  })

  test('what is joined is asked about no more; what is taken apart stays apart', async () => {
    await everything()
    const { to } = await manager.write(`/case/${one.reference}/join`, { to: other.reference, why: 'Same address.' })
    expect(await pairs()).toEqual([])
    expect((await manager.get(address())).body).toContain('These two files are joined')
    await manager.write(to, { why: 'They are cousins.' })
    await here.server.db.owner.query('update search_person set compared = false where case_id = $1', [one.id])
    await everything()
    expect(await pairs()).toEqual([])
    expect((await manager.get(address())).body).toContain('They are cousins.')
  })

  test('a social worker may not decide it, and is told whom to ask; of a file of another team they learn nothing', async () => {
    const worker = await here.signedIn('eastworker')
    expect((await worker.get('/same-child')).status).toBe(403)
    const seen = await open({ forenames: 'Maude' })
    const refused = await worker.get(`/case/${one.reference}/same-child/${seen.reference}`)
    expect(refused.status).toBe(403)
    expect(refused.body).toContain('Ask one who works on this case')
    expect((await worker.get(address())).status).toBe(404)
  })
})
