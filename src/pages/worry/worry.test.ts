import { beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible } from '../../../test/given-case.ts'
import { codeIn, givenReceipts, plain, type Receipts, type SentReferral, told } from '../../../test/given-receipt.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { newReceiptCode } from '../../ledger/public-referral.ts'
import { newId } from '../../platform/identifier.ts'

// Tuesday 14 April 2026, ten in the morning.
let here: Receipts['here']
let receipts: Receipts
let door: Visitor
beforeAll(async () => {
  receipts = await givenReceipts()
  here = receipts.here
  door = await here.signedIn('duty')
})
const stranger = (address?: string) => receipts.stranger(address)
const sent = (more: Record<string, string> = {}) => receipts.sent(more)
const decides = (one: SentReferral) => receipts.decides(one)

describe('anybody tells the council', () => {
  test('the page of signing in leads there; what to do in danger comes first; every question has a label', async () => {
    const { visitor } = await stranger()
    expect((await visitor.get('/sign-in')).body).toContain('href="/worry"')
    const { status, body } = await visitor.get('/worry')
    expect(status).toBe(200)
    expectAccessible(body)
    expect(body).toMatch(/Ring 999 first[\s\S]*href="tel:01632960100"[\s\S]*First names/)
    // Nothing is saved on the way: a child’s story must not stay on a shared computer.
    expect(body).not.toContain('data-draft-url')
  })

  test('it is recorded as told to the council, on a file that no team holds, and as from somebody whom nobody checked', async () => {
    const one = await sent({ surname: 'Hartnoll', address: '3 Quay Street', unnamed: 'yes', when: 'For some weeks' })
    const { rows } = await here.server.db.owner.query(
      `select kind, recorded_by, agency_id from fact where case_id = $1 order by number`,
      [one.case_id],
    )
    const { authority } = here.server.borough.agencies
    expect(rows).toEqual(
      ['child-named', 'address-known', 'referral-received'].map(kind => ({
        kind,
        recorded_by: null,
        agency_id: authority,
      })),
    )
    expect(one.team_id).toBeNull()
    const { body } = await door.get(one.base)
    for (const words of [
      told.seen,
      told.ownWords,
      told.reason,
      'For some weeks',
      'Bo Tranter, 01632 960222',
      'nobody checked who sent it',
    ])
      expect(body).toContain(words)
    expect((await door.get('/triage')).body).toMatch(
      /Tilly Hartnoll[\s\S]*Acquaintance, neighbour or child minder, through the public page, today at 10:00/,
    )
    for (const who of ['eastworker', 'teacher', 'police'])
      expect([who, (await (await here.signedIn(who)).get(one.base)).status]).toEqual([who, 404])
  })

  test('whoever would rather not say who they are need not; a name that is not known is not made up', async () => {
    const one = await sent({ forenames: '', source: '9', household: 'A boy of about 6 at 4 Quay Street' })
    const { rows } = await here.server.db.owner.query(
      `select f.kind, array_agg(n.text order by n.field) as words from fact f join narrative n on n.fact_id = f.id
       where f.case_id = $1 group by f.kind`,
      [one.case_id],
    )
    expect(rows).toHaveLength(1)
    expect(rows[0].words[0]).toBe('A boy of about 6 at 4 Quay Street')
    expect(rows[0].words.join()).not.toContain('Bo Tranter')
    expect((await door.get('/triage')).body).toContain('Anonymous, through the public page')
  })

  test('a child who has a file and a child who has none are answered alike', async () => {
    await here.newCase('Underhay')
    const [known, unknown] = [
      await sent({ forenames: 'Aria', surname: 'Underhay' }),
      await sent({ forenames: 'Aria', surname: 'Nobody' }),
    ]
    expect(plain(await known.receipt())).toBe(plain(await unknown.receipt()))
  })

  test('where several councils are here, people choose first', async () => {
    const { owner } = here.server.db
    const { area, agencies } = here.server.borough
    const [there, other] = [newId(), newId()]
    await owner.query(`insert into area (id, kind, name) values ($1, 'authority', 'Westmere')`, [there])
    await owner.query(`insert into agency (id, kind, name) values ($1, 'local-authority', 'Westmere Council')`, [other])
    await owner.query('insert into area_agency (area_id, agency_id, is_authority) values ($1, $2, true)', [
      there,
      other,
    ])
    const visitor = here.server.visitor()
    // Nobody there would read it: it is not offered.
    expect((await visitor.get('/worry')).body).toContain('Tell Harrowmere Council about a child')
    const post = here.server.borough.people.duty.post
    await owner.query('insert into post_area (post_id, area_id) values ($1, $2)', [post, there])
    await owner.query('update post set agency_id = $2 where id = $1', [post, other])
    const manager = here.server.borough.people.manager
    try {
      const { body } = await visitor.get('/worry')
      expect(body).toMatch(new RegExp(`/worry/${area}">\\s*Harrowmere[\\s\\S]*/worry/${there}">\\s*Westmere`))
      expect((await visitor.get(`/worry/${area}`)).body).toContain('Tell Harrowmere Council about a child')
      expect((await visitor.get(`/worry/${newId()}`)).status).toBe(404)
    } finally {
      expect(manager.agency).toBe(agencies.authority)
      await owner.query('update post set agency_id = $2 where id = $1', [post, agencies.authority])
      await owner.query('delete from post_area where post_id = $1 and area_id = $2', [post, there])
    }
  })
})

describe('nothing typed is lost', () => {
  test('every question that must be answered says so at its field, and every word is kept', async () => {
    const { visitor, code } = await stranger()
    const { status, body } = await visitor.post('/worry', { _code: code, ownWords: 'He gets cr', source: '1B' })
    expect(status).toBe(422)
    expectAccessible(body)
    for (const fault of [
      'Enter the child’s name',
      'Enter what you saw or heard',
      'Enter what you are worried about',
      'Select whether the child is safe now',
      'Select whether the parents know',
      'Enter your name, or select that you would rather not say who you are',
    ])
      expect(body, fault).toContain(fault)
    expect(body).toContain('>He gets cr</textarea>')
    expect(codeIn(body)).toBe(code)
  })

  test('a form sent twice is one referral and leads to one receipt', async () => {
    const { send, code } = await stranger()
    const replies = await Promise.all([send(), send()])
    const again = await send()
    expect(new Set([...replies, again].map(({ to }) => to))).toEqual(new Set([`/worry/receipt/${code}`]))
    const { rows } = await here.server.db.owner.query(
      `select count(*)::int from fact f join public_referral r on r.case_id = f.case_id and f.kind = 'referral-received'
       where r.code_hash = sha256($1::bytea)`,
      [code],
    )
    expect(rows).toEqual([{ count: 1 }])
  })

  test('what was changed after it arrived is said not to have been sent, and can be', async () => {
    const { visitor, send, code } = await stranger()
    await send()
    const changed = await send({ seen: 'Tonight there was a crash as well.' })
    expect(changed.status).toBe(409)
    expect(changed.body).toContain(`href="/worry/receipt/${code}"`)
    expect(changed.body).toContain('>Tonight there was a crash as well.</textarea>')
    const { to } = await visitor.post('/worry', { ...told, _code: codeIn(changed.body) })
    expect(to).not.toBe(`/worry/receipt/${code}`)
    expect((await visitor.get(to)).status).toBe(200)
  })

  test('a form that was open for too long comes back with every word and one button, under a code of its own', async () => {
    const late = here.server.visitor()
    const forged = newReceiptCode()
    const { status, body } = await late.post('/worry', { ...told, _code: forged })
    expect(status).toBe(403)
    expectAccessible(body)
    expect(body).toContain('it has not been sent yet')
    for (const words of Object.values(told)) expect(body).toContain(words)
    expect(codeIn(body)).not.toBe(forged)
    const { to } = await late.post('/worry', { ...told, _code: codeIn(body) })
    expect((await late.get(to)).body).toContain('has arrived')
  })

  test('too many from one address are not taken for an hour; what was typed stays; others are not held up', async () => {
    const [one, other] = [await stranger('10.1.1.1'), await stranger('10.1.1.2')]
    const replies = []
    for (let times = 0; times < 31; times++) replies.push(await one.send({}, newReceiptCode()))
    expect(replies.slice(0, 30).every(({ status }) => status === 303)).toBe(true)
    expect(replies[30]?.status).toBe(429)
    expect(replies[30]?.body).toContain(`>${told.seen}</textarea>`)
    expect(replies[30]?.body).toContain('Ring 01632 960100 instead')
    expect((await other.send()).status).toBe(303)
  })

  test('the log has neither the words nor the code', async () => {
    const one = await sent({ surname: 'Trethewey' })
    await one.receipt()
    const lines = JSON.stringify(here.server.lines)
    for (const words of ['Trethewey', told.seen, told.name, one.to]) expect(lines).not.toContain(words)
  })
})

describe('the receipt', () => {
  test('says the reference, the day of the decision and whom to ring, and not the child', async () => {
    const one = await sent({ surname: 'Quillan' })
    const body = await one.receipt()
    expectAccessible(body)
    expect(body).toContain(`Your reference is <b>${one.quote}</b>`)
    expect(body).toContain('14 April 2026 at 10:00')
    // One working day from Tuesday 14 April 2026.
    expect(body).toContain('by 15 April 2026')
    expect(body).toContain('href="tel:01632960100"')
    for (const words of ['Tilly', 'Quillan', told.seen, one.reference]) expect(body).not.toContain(words)
  })

  test('its reference leads the front door to the file, and nobody who may not see it', async () => {
    const one = await sent({ surname: 'Wycherley' })
    const quoted = one.quote.toLowerCase().replace('-', ' ')
    expect((await door.get(`/find?q=${encodeURIComponent(quoted)}`)).to).toBe(one.base)
    const found = await (await here.signedIn('eastworker')).get(`/find?q=${one.quote}`)
    expect(found.body).not.toContain(one.reference)
    expect(found.to).toBe('')
  })

  test('what was decided stands there only as the council recorded it as told, without what it marked', async () => {
    const one = await sent({ surname: 'Saltmarsh' })
    const decision = await decides(one)
    const decided = await one.receipt()
    expect(decided).toContain('>Decided</strong>')
    for (const words of ['No further action', 'Nobody else knows of it.']) expect(decided).not.toContain(words)
    await receipts.tells(
      one,
      decision,
      'We spoke to the family. [third party: The aunt drinks.] A family centre can help.',
    )
    const body = await one.receipt()
    expect(body).toContain('told you on 14 April 2026')
    expect(body).toMatch(/We spoke to the family\.\s+A family centre can help\./)
    for (const words of ['aunt', 'third party', 'Nobody else knows of it.']) expect(body).not.toContain(words)
  })

  test.each([
    ['restricted', (one: SentReferral) => receipts.restricts(one, 'restricted')],
    ['shielded', (one: SentReferral) => receipts.restricts(one, 'shielded')],
    ['joined with one that is shielded', (one: SentReferral) => receipts.joins(one, 'shielded')],
    ['struck out', (one: SentReferral) => receipts.strikesOut(one)],
    ['moved', (one: SentReferral) => receipts.moves(one)],
    ['disposed of', (one: SentReferral) => receipts.disposes(one)],
  ] as const)('of a file that is %s shows only that it arrived', async (_, happens) => {
    const [one, fresh] = [await sent({ surname: 'Penhallow' }), await sent({ surname: 'Penrose' })]
    const decision = await decides(one)
    await receipts.tells(one, decision)
    expect(await one.receipt()).toContain('We spoke to the family.')
    await happens(one)
    expect(plain(await one.receipt())).toBe(plain(await fresh.receipt()))
  })

  test('a file that is joined with an ordinary one goes on saying what the sender was told', async () => {
    const one = await sent({ surname: 'Penhaligon' })
    await receipts.tells(one, await decides(one))
    await receipts.joins(one, 'none')
    expect(await one.receipt()).toContain('We spoke to the family.')
  })

  test('there is none under a wrong code, and nothing says whether there ever was', async () => {
    const visitor = here.server.visitor()
    const replies = [newReceiptCode(), 'x', 'GT-0000000'].map(code => visitor.get(`/worry/receipt/${code}`))
    for (const { status, body } of await Promise.all(replies)) {
      expect(status).toBe(404)
      expect(body).toBe((await visitor.get('/nothing/at/all')).body)
    }
  })
})
