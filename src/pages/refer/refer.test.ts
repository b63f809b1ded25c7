import { beforeAll, describe, expect, test } from 'vitest'
import { givenAgencies } from '../../../test/given-agencies.ts'
import { date, expectAccessible } from '../../../test/given-case.ts'
import { givenSharedFile } from '../../../test/given-shared-file.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { addAgency, addHolder, addPost, addPractitioner } from '../../people/establishment.ts'
import { transaction } from '../../platform/database.ts'
import { newId } from '../../platform/identifier.ts'

let here: Awaited<ReturnType<typeof givenAgencies>>
let club: Visitor
let door: Visitor
let clubId: string
beforeAll(async () => {
  here = await givenAgencies()
  const { area } = here.server.borough
  const [holder, practitioner] = [newId(), newId()]
  clubId = newId()
  await here.server.db.owner.query(`update agency set telephone = '01632 960100' where id = $1`, [
    here.agencies.authority,
  ])
  await transaction(here.server.db.recorder, async client => {
    await addAgency(
      client,
      { id: clubId, kind: 'voluntary', name: 'Marsh Road Judo Club', telephone: '01632 960222' },
      [area],
    )
    await addHolder(client, { id: holder, agencyId: clubId, areaId: area, kind: 'role', name: 'Volunteers' })
    await addPractitioner(client, { id: practitioner, signIn: 'volunteer', name: 'Bo Tranter' })
    await addPost(client, {
      id: newId(),
      practitionerId: practitioner,
      agencyId: clubId,
      role: 'safeguarding-lead',
      title: 'Welfare volunteer',
      areaIds: [area],
      holderIds: [holder],
      from: Date.parse('2018-01-01'),
    })
  })
  club = await here.signedIn('volunteer')
  door = await here.signedIn('duty')
})

const told = {
  forenames: 'Tilly',
  seen: 'She flinched when her stepfather came to fetch her.',
  ownWords: 'He gets cross in the car.',
  reason: 'That he hurts her.',
  safety: 'not-known',
  parents: 'not-told',
  'parents-why': 'It is him we worry about.',
}
const tell = (surname: string, more: Record<string, string> = {}, submission = newId()) =>
  club.write('/refer', { ...told, surname, ...more }, submission)
/** Tells, and gives the address of the file. */
async function fileOf(surname: string, more: Record<string, string> = {}): Promise<string> {
  const reply = await tell(surname, more)
  expect(reply.to).toMatch(/^\/case\/GT-[0-9A-Z]{7}\/receipt$/)
  return reply.to.replace('/receipt', '')
}
const disclosuresOf = async (base: string) =>
  (
    await here.server.db.owner.query(
      `select d.to_agency_id, d.basis, d.conditions <> '' as has_conditions, d.family_told, d.not_told_why,
         (select array_agg(f.kind order by f.number) from disclosed_fact x join fact f on f.root = x.root and f.act = 'record'
          where x.disclosure_id = d.id) as kinds
       from disclosure d join case_file c on c.id = d.case_id where c.reference = $1 order by d.reached_at`,
      [base.replace('/case/', '')],
    )
  ).rows

describe('a club of two volunteers tells the council', () => {
  test('what to do in danger comes first; every question has a label; the law is chosen for them', async () => {
    const { body } = await club.get('/refer')
    expectAccessible(body)
    expect(body).toMatch(/Ring 999 first[\s\S]*href="tel:01632960100"[\s\S]*First names/)
    expect(body).toContain('value="Bo Tranter, Welfare volunteer"')
    expect(body).toContain('value="01632 960222"')
    expect((await club.get('/due')).body).toContain('href="/refer">Tell the council')
  })

  test('one submission makes the file, the worry, the referral and the disclosure with its basis', async () => {
    const base = await fileOf('Hartnoll', { address: '3 Quay Street', ...date('2017-08-30') })
    expect(await disclosuresOf(base)).toEqual([
      {
        to_agency_id: here.agencies.authority,
        basis: 'ca1989-s17',
        has_conditions: true,
        family_told: 'no',
        not_told_why: 'It is him we worry about.',
        kinds: ['child-named', 'child-born', 'address-known', 'observation-recorded', 'referral-received'],
      },
    ])
    const seen = (await door.get(base)).body
    for (const words of [told.seen, told.ownWords, told.reason, '3 Quay Street', 'Marsh Road Judo Club'])
      expect(seen).toContain(words)
    expect((await door.get('/take-in')).body).toContain('Tilly Hartnoll')
    expect((await door.get('/due?scope=agency')).body).toMatch(/Tilly Hartnoll[\s\S]*Decide what happens next/)
    for (const who of ['police', 'gp', 'teacher', 'eastworker'])
      expect([who, (await (await here.signedIn(who)).get(base)).status]).toEqual([who, 404])
  })

  test('the receipt says the reference, whom to ring and what is owed by when', async () => {
    const { body } = await club.get(`${await fileOf('Quillan')}/receipt`)
    expectAccessible(body)
    expect(body).toMatch(/Your reference is <b>GT-[0-9A-Z]{7}<\/b>/)
    // One working day from Tuesday 14 April 2026.
    expect(body.match(/Owed by 15 April 2026/g)).toHaveLength(2)
    expect(body).toContain('01632 960100')
    expect(body).toContain('>Sent</strong>')
  })

  test('what the council does shows there: that it arrived, that it decided, what it decided once it shares that', async () => {
    const base = await fileOf('Underhay')
    const { rows } = await here.server.db.owner.query(
      `select f.root, f.case_id from fact f join case_file c on c.id = f.case_id where c.reference = $1 and f.kind = 'referral-received'`,
      [base.replace('/case/', '')],
    )
    const { root, case_id: caseId } = rows[0]
    const says = async () => (await club.get(`${base}/receipt`)).body
    const record = (kind: string, data: object, narrative: Record<string, string>, isShared: boolean) => {
      const id = newId()
      const why = { basis: 'ca1989-s17', necessity: 'They referred her.', familyTold: 'no' } as const
      return here.server.record('duty', {
        acts: [
          {
            act: 'record',
            id,
            caseId,
            kind,
            about: root,
            happened: { from: '2026-04-14', to: '2026-04-14', certainty: 'day', at: null },
            data: { ...data },
            narrative,
          },
        ],
        ...(isShared ? { tells: [{ caseId, toAgencyIds: [clubId], roots: [id], ...why }] } : {}),
      })
    }
    await record('referral-acknowledged', {}, {}, false)
    expect(await says()).toContain('The front door of')
    await record('referral-acknowledged', {}, { contact: 'Joss Pemberton, extension 12' }, true)
    expect(await says()).toContain('Joss Pemberton, extension 12; or the front door of')
    expect(await says()).toMatch(/>Arrived<\/strong>[\s\S]*They said so on 14 April 2026[\s\S]*Owed by 15 April/)
    const outcome = { outcome: 'section-17-assessment' }
    await record('referral-decided', outcome, { reasons: 'To see how she lives.' }, false)
    expect(await says()).toMatch(
      />Decided<\/strong>[\s\S]*They decided on 14 April 2026[\s\S]*has not shared it with you/,
    )
    expect(await says()).not.toContain('To see how she lives.')
    await record('referral-decided', outcome, { reasons: 'To see how she lives.' }, true)
    expect(await says()).toMatch(/Assess under section 17[\s\S]*To see how she lives\./)
    expect(await says()).toContain(`${base}/disagreement?decision=referral`)
    expect((await club.get('/refer')).body).toMatch(/Tilly Underhay<\/a>\s*, 14 April 2026: decided/)
  })

  test('nobody decided: the receipt says how late it is, and to ring', async () => {
    const base = await fileOf('Lovering')
    const before = here.server.clock.instant
    here.server.clock.instant = Date.parse('2026-04-17T09:00:00Z')
    const later = await here.signedIn('volunteer')
    const { body } = await later.get(`${base}/receipt`)
    here.server.clock.instant = before
    expect(body).toContain('Not yet, and it was owed by 15 April 2026: 2 days late. Ring them')
  })

  test('a child who is in danger: section 47, and 999 once more on the receipt', async () => {
    const base = await fileOf('Bickersteth', { safety: 'in-danger' })
    expect((await disclosuresOf(base))[0]?.basis).toBe('ca1989-s47')
    expect((await club.get(`${base}/receipt`)).body).toContain('Ring 999 first')
  })

  test('parents who know and do not agree: their view is recorded, and it is told all the same', async () => {
    const base = await fileOf('Garside', { parents: 'disagree', 'parents-why': '' })
    expect((await disclosuresOf(base))[0]).toMatchObject({ family_told: 'yes', not_told_why: null })
    expect((await door.get(base)).body).toMatch(/Do the parents agree[\s\S]{0,200}No/)
  })
})

describe('a file that the agency has already', () => {
  test('is offered before a second one is made; from there nothing is typed twice, and earlier notes go with it', async () => {
    const base = await fileOf('Ormerod', date('2016-02-01'))
    await club.write(`${base}/record/observation-recorded`, { ...date('2026-04-13'), seen: 'She was hungry again.' })
    const looked = await tell('Ormerod', date('2016-02-01'))
    expect(looked.status).toBe(200)
    expectAccessible(looked.body)
    expect(looked.body).toContain('You see a file that may be of this child')
    expect(looked.body).toContain(`formaction="${base}/refer"`)
    expect(looked.body).toContain(told.seen)
    const form = await club.get(`${base}/refer`)
    expectAccessible(form.body)
    const note = /value="([^"]+)"[^>]*>\s*<label[^>]*>Worry or observation recorded, 13 April 2026/.exec(form.body)?.[1]
    const { forenames: _, seen: __, ownWords: ___, ...rest } = told
    const sent = await club.write(`${base}/refer`, { ...rest, records: note ?? '' })
    expect(sent.to).toBe(`${base}/receipt`)
    expect((await disclosuresOf(base)).at(-1)?.kinds).toEqual([
      'child-named',
      'child-born',
      'observation-recorded',
      'referral-received',
    ])
    expect((await door.get(base)).body).toContain('She was hungry again.')
    const { rows } = await here.server.db.owner.query(
      `select count(distinct case_id) as n from search_person where surname = 'Ormerod'`,
    )
    expect(rows).toEqual([{ n: 1 }])
  })

  test('another child of that name gets a file of its own', async () => {
    await fileOf('Penrose', date('2015-03-02'))
    const looked = await tell('Penrose', date('2015-03-02'))
    const seen = /name="_new"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="_new"/.exec(looked.body)
    const submission = newId()
    const asNew = { ...date('2015-03-02'), _new: seen?.slice(1).find(Boolean) ?? '' }
    expect((await tell('Penrose', asNew, submission)).status).toBe(303)
    // Gone back to and changed, it is another form: what was written since is not said to be told.
    const changed = await tell('Penrose', { ...asNew, reason: 'He hits her brother too.' }, submission)
    expect([changed.status, changed.body]).toEqual([409, expect.stringContaining('He hits her brother too.')])
  })

  test('the council’s own posts are led to their ordinary form', async () => {
    const child = await here.child('Saltmarsh')
    const worker = await here.signedIn('eastworker')
    expect((await worker.get(`${child.base}/refer`)).to).toBe(`${child.base}/record/referral-received`)
    expect((await worker.get('/refer')).status).toBe(403)
  })
})

describe('what is refused', () => {
  test('every question that must be answered says so at its field, and every word is kept', async () => {
    const { status, body } = await club.write('/refer', { ownWords: 'He gets cr', ...date('2027-01-01', 'seenOn') })
    expect(status).toBe(422)
    expectAccessible(body)
    for (const fault of [
      'Enter the last name, or what the child is called',
      'Enter what you saw or heard',
      'Enter what you are worried about',
      'Select whether the child is safe now',
      'Select whether the parents know',
    ])
      expect(body, fault).toContain(fault)
    expect(body).toContain('>He gets cr</textarea>')
    const late = await tell('Nobody', date('2027-01-01', 'seenOn'))
    expect(late.body).toMatch(/href="#f-seenOn-day"[^>]*>The date must be today or in the past/)
    expect((await tell('Nobody', { 'parents-why': '' })).body).toContain('Enter why the parents do not know')
  })

  test('a double press tells once', async () => {
    const submission = newId()
    const replies = await Promise.all([tell('Wycherley', {}, submission), tell('Wycherley', {}, submission)])
    const again = await tell('Wycherley', {}, submission)
    expect(new Set([...replies, again].map(({ to }) => to)).size).toBe(1)
    expect(await disclosuresOf(again.to.replace('/receipt', ''))).toHaveLength(1)
  })

  test('there is no receipt for whoever told nothing', async () => {
    const base = await fileOf('Trethewey')
    expect((await door.get(`${base}/receipt`)).status).toBe(404)
    expect((await (await here.signedIn('teacher')).get(`${base}/receipt`)).status).toBe(404)
  })
})

test('a file of another agency of which one was told is offered, and telling goes there', async () => {
  const { base, share, ids, reference } = await givenSharedFile(here.server, 'Wetherden')
  await share(ids.slice(0, 2), [clubId])
  const found = await tell('Wetherden', { forenames: 'Maud', ...date('2019-05-09') })
  expect(found.status).toBe(200)
  expect(found.body).toMatch(
    new RegExp(`You see a file that may be of this child[\\s\\S]*${reference}[\\s\\S]*same`, 'i'),
  )
  const { forenames: _, ...words } = told
  expect((await club.write(`${base}/refer`, words)).to).toBe(`${base}/receipt`)
  // Of whom nobody told it learns nothing.
  const other = await givenSharedFile(here.server, 'Untold', { forenames: 'Otis', bornOn: '2017-02-03' })
  const reply = await tell('Untold', { forenames: 'Otis', ...date('2017-02-03') })
  expect([reply.status, reply.body.includes(other.reference)]).toEqual([303, false])
})
