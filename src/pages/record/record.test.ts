import { beforeAll, describe, expect, test } from 'vitest'
import { date, expectAccessible, given, on } from '../../../test/given-case.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { newId } from '../../platform/identifier.ts'

let here: Awaited<ReturnType<typeof given>>
let worker: Visitor
beforeAll(async () => {
  here = await given()
  worker = await here.signedIn('eastworker')
})
const newCase: typeof here.newCase = surname => here.newCase(surname)
const factsOf: typeof here.factsOf = id => here.factsOf(id)
const signedIn: typeof here.signedIn = name => here.signedIn(name)

describe('recording', () => {
  test('a valid form is a fact with what it continues, and leads to it on the case', async () => {
    const { id, reference, address, fact } = await newCase()
    const about = await fact('referral-received', '2026-04-13')
    await worker.get(`${address}/referral-decided`)
    const reply = await worker.write(`${address}/referral-decided`, {
      ...date('2026-04-14'),
      'case-seen': '2',
      'continues-fact': about,
      outcome: 'section-17-assessment',
      reasons: 'The marks are not explained',
    })
    expect(reply.status).toBe(303)
    expect(reply.to).toMatch(new RegExp(`^/case/${reference}\\?recorded=[0-9a-f-]{36}#fact-3$`))
    expect((await factsOf(id)).at(-1)).toMatchObject({
      kind: 'referral-decided',
      about,
      data: { outcome: 'section-17-assessment' },
    })
  })

  test('whom a referrer can ring is whoever writes it, until they name somebody else', async () => {
    const { address, fact } = await newCase()
    const about = await fact('referral-received', '2026-04-13')
    for (const kind of ['referral-acknowledged', 'referrer-told']) {
      const form = `${address}/${kind}`
      expect((await worker.get(form)).body).toContain('value="Amira Osei, Social worker, East team"')
      const typed = { 'continues-fact': about, contact: '', _check: 'yes' }
      expect((await worker.write(form, typed)).body).not.toContain('value="Amira Osei')
    }
  })

  test('a referrer is told why, and what else could help, where the threshold is not met', async () => {
    const { id, address, fact } = await newCase()
    const referral = await fact('referral-received', '2026-04-13')
    const about = await fact('referral-decided', '2026-04-13', { about: referral, data: { outcome: 'early-help' } })
    const tell = (explained: string) =>
      worker.write(`${address}/referrer-told`, { 'continues-fact': about, ...date('2026-04-14'), explained })
    const { status, body } = await tell('')
    expect([status, body]).toEqual([
      422,
      expect.stringContaining('Enter what was explained, and what else was suggested'),
    ])
    expectAccessible(body)
    expect((await tell('Help at home is offered: the family hub rings you.')).status).toBe(303)
    expect((await factsOf(id)).at(-1)).toMatchObject({ kind: 'referrer-told', about })
  })

  test('a form with faults comes back with status 422, each fault at its field, and every word kept', async () => {
    const { id, address } = await newCase()
    await worker.get(`${address}/referral-received`)
    const reason = 'She said “I fell”.\n\n  And <b>then</b>.'
    const { status, body } = await worker.write(`${address}/referral-received`, {
      ...date('2026-02-30'),
      'happened-time': '9:15',
      reason,
      agency: 'x'.repeat(201),
      harm: ['physical', 'neglect'],
    })
    expect(status).toBe(422)
    expectAccessible(body)
    expect(body).toContain('<title>Error: ')
    expect(body).toMatch(
      /There is a problem[\s\S]*href="#f-happened-day"[^>]*>The date must be a real date[\s\S]*href="#f-source"[^>]*>Select an answer: who made the referral[\s\S]*href="#f-agency"[^>]*>Referrer’s agency must be 200 characters or fewer/,
    )
    expect(body).toContain('She said “I fell”.\n\n  And &lt;b>then&lt;/b>.')
    expect(body).toContain('value="9:15"')
    expect(body).toMatch(/value="neglect"[^>]*checked/)
    expect(await factsOf(id)).toHaveLength(1)
  })

  test('prompts that somebody knows are folded away for them alone, with what was typed kept, and come back', async () => {
    const { address } = await newCase()
    const form = `${address}/assessment-authorised`
    const isOpen = (body: string) =>
      /<details[^>]* open[^>]*>\s*<summary[^>]*>\s*<span[^>]*>What the guidance says/.test(body)
    const isAbove = (body: string) => body.includes('gt-record__guiding--above')
    const reasons = 'Half a sentence about'
    expect(isOpen((await worker.get(form)).body)).toBe(true)
    const folded = await worker.write(form, { ...date('2026-04-14'), reasons, _prompts: 'fold' })
    expect(folded.status).toBe(200)
    expectAccessible(folded.body)
    expect(folded.body).toContain(reasons)
    for (const body of [folded.body, (await worker.get(form)).body])
      expect([isOpen(body), isAbove(body), body.includes('What the guidance says')]).toEqual([false, false, true])
    const other = await signedIn('manager')
    expect(isOpen((await other.get(form)).body)).toBe(true)
    await worker.write(form, { _prompts: 'show' })
    expect(isOpen((await worker.get(form)).body)).toBe(true)
  })

  test('a double press is one fact', async () => {
    const { id, reference, address } = await newCase()
    await worker.get(`${address}/child-died`)
    const submission = newId()
    const press = () =>
      worker.write(
        `${address}/address-known`,
        { ...date('2026-04-01'), postcode: 'ZZ99 9ZZ', 'case-seen': '1' },
        submission,
      )
    const replies = await Promise.all([press(), press()])
    const again = await press()
    for (const reply of [...replies, again]) expect(reply.to).toBe(replies[0]?.to)
    expect(again.to).toContain(`/case/${reference}?recorded=`)
    expect(await factsOf(id)).toHaveLength(2)
  })

  test('a procedure goes over to other guidance by a record with approver and reason, and its lists with it', async () => {
    const { id, reference, address, fact } = await newCase()
    const referral = await fact('referral-received', '2020-12-01')
    const assessment = await fact('assessment-started', '2020-12-02', { about: referral })
    const review = { 'continues-fact': assessment, factors: ['24A'], ...date('2026-04-13') }
    const refused = await worker.write(`${address}/assessment-reviewed`, { ...review, 'case-seen': '3' })
    expect(refused.status).toBe(422)
    expect(refused.body).toContain('could not be chosen')
    const form = await worker.get(`${address}/guidance-repinned`)
    expectAccessible(form.body)
    expect(form.body).toMatch(new RegExp(`value="${assessment}"[^>]*checked`))
    const [, approver] = form.body.match(/name="approvedBy"[\s\S]*?value="([0-9a-f-]{36})"/) ?? []
    const decided = {
      ...date('2026-04-10'),
      'continues-fact': assessment,
      'to-day': '1',
      'to-month': '4',
      'to-year': '2021',
      'case-seen': '3',
    }
    const unsaid = await worker.write(`${address}/guidance-repinned`, decided)
    expect(unsaid.status).toBe(422)
    expect(unsaid.body).toMatch(/who approved it[\s\S]*why the procedure does not end/i)
    const said = await worker.write(`${address}/guidance-repinned`, {
      ...decided,
      approvedBy: approver ?? '',
      reasons: 'The new list of factors says what was found',
    })
    expect(said.status).toBe(303)
    const again = await worker.write(`${address}/assessment-reviewed`, { ...review, 'case-seen': '4' })
    expect(again.status).toBe(303)
    expect((await factsOf(id)).at(-1)).toMatchObject({ kind: 'assessment-reviewed', data: { factors: ['24A'] } })
    expect((await worker.get(`/case/${reference}`)).body).toContain('now by the guidance of 1 April 2021')
  })

  test('of what happened before any edition the file says that no rule is encoded', async () => {
    const { reference, fact } = await newCase()
    await fact('referral-received', '2018-07-03')
    const { body } = await worker.get(`/case/${reference}`)
    expect(body).toMatch(/No rule is encoded for what happened on these days[\s\S]*Referral received, 3 July 2018/)
    const later = await newCase()
    await later.fact('referral-received', '2018-07-04')
    expect((await worker.get(`/case/${later.reference}`)).body).not.toContain('No rule is encoded')
  })

  test('what is forged is not found: a kind, a fact of another case, a duty that is none, a case of another team', async () => {
    const [one, other] = [await newCase(), await newCase()]
    const foreign = await other.fact('referral-received', '2026-04-01')
    await worker.get(`${one.address}/referral-decided`)
    const valid = { ...date('2026-04-14'), outcome: 'early-help', reasons: 'x' }
    expect((await worker.get(`${one.address}/no-such-kind`)).status).toBe(404)
    expect((await worker.write(`${one.address}/no-such-kind`, valid)).status).toBe(404)
    expect(
      (await worker.write(`${one.address}/referral-decided`, { ...valid, 'continues-fact': foreign })).status,
    ).toBe(404)
    expect(
      (await worker.write(`${one.address}/referral-decided`, { ...valid, 'answers-duty': 'no-such-rule/x/y' })).status,
    ).toBe(404)
    const west = await signedIn('westworker')
    await west.get('/drafts')
    expect((await west.write(`${one.address}/referral-decided`, valid)).status).toBe(404)
    expect(await factsOf(one.id)).toHaveLength(1)
  })

  test('the duty that was chosen of several is the one that is met', async () => {
    const { id, address, fact } = await newCase()
    const decide = async (day: string) => {
      const about = await fact('referral-received', day)
      return fact('referral-decided', day, { about, data: { outcome: 'strategy-discussion' } })
    }
    await decide('2026-04-09')
    const second = await decide('2026-04-10')
    expect((await worker.get(`${address}/referrer-told`)).body, 'what it continues decides').not.toContain(
      'Let Goldthread decide',
    )
    const { body } = await worker.get(`${address}/strategy-discussion-held`)
    expect(body).toContain('Let Goldthread decide')
    const duty = `hold-strategy-discussion/${second}/${here.server.borough.agencies.authority}`
    expect(body).toContain(`value="${duty}"`)
    const reply = await worker.write(`${address}/strategy-discussion-held`, {
      ...date('2026-04-14'),
      'answers-duty': duty,
      outcome: 'none',
      'case-seen': '5',
    })
    expect(reply.status).toBe(303)
    const { rows } = await here.server.db.owner.query<{ id: string }>(
      "select id from duty where case_id = $1 and rule = 'hold-strategy-discussion' and met_by is not null",
      [id],
    )
    expect(rows.map(row => row.id)).toEqual([duty])
  })
})

describe('when somebody came first', () => {
  test('theirs is shown beside mine; recording mine as well keeps both', async () => {
    const { id, address, fact } = await newCase()
    await worker.get(`${address}/referral-received`)
    await fact('referral-received', '2026-04-12', { data: { source: '1A' }, narrative: { reason: 'Their words' } })
    const submission = newId()
    const mine = { ...date('2026-04-13'), source: '1A', reason: 'My words', 'case-seen': '1' }
    const { status, body } = await worker.write(`${address}/referral-received`, mine, submission)
    expect(status).toBe(409)
    expectAccessible(body)
    expect(body).toMatch(
      /Recorded already[\s\S]*Amira Osei, Harrowmere Council[\s\S]*Their words[\s\S]*What you wrote[\s\S]*My words/,
    )
    expect(body).toContain('name="case-seen" value="2"')
    expect(body).toContain('name="reason" value="My words"')
    const again = await worker.write(`${address}/referral-received`, { ...mine, 'case-seen': '2' }, submission)
    expect(again.status).toBe(303)
    expect(await factsOf(id)).toHaveLength(3)
  })

  test('discarding mine throws its draft away', async () => {
    const { reference, address } = await newCase()
    await worker.get(`${address}/referral-received`)
    const submission = newId()
    const form = `${address}/referral-received`
    await worker.post('/draft', {
      _submission: submission,
      _version: '0',
      _form: form,
      _title: 'x',
      _case: reference,
      reason: 'Mine',
    })
    expect((await worker.write(form, { reason: 'Mine', _discard: 'yes' }, submission)).to).toBe(`/case/${reference}`)
    expect((await worker.get('/drafts')).body).not.toContain(submission)
  })

  test('a record of another agency that may not be seen is not told of', async () => {
    const { id, address } = await newCase()
    await worker.get(`${address}/address-known`)
    // What the police record stands in a compartment of theirs.
    await here.server.db.owner.query(
      "insert into compartment_grant select c.area_id, c.id, c.case_id, h.id, now() - interval '1 day', null, $3 from compartment c, holder h where c.case_id = $1 and h.name = $2",
      [id, 'Public protection', 'test'],
    )
    await here.server.record('police', {
      acts: [
        {
          act: 'record',
          caseId: id,
          kind: 'address-known',
          happened: on('2026-04-10'),
          data: {},
          narrative: { postcode: 'ZZ99 1AA' },
        },
      ],
    })
    const reply = await worker.write(`${address}/address-known`, {
      ...date('2026-04-13'),
      postcode: 'ZZ99 2BB',
      'case-seen': '1',
    })
    expect(reply.status).toBe(303)
    expect((await factsOf(id)).map(row => row.kind)).toEqual(['child-named', 'address-known', 'address-known'])
  })
})

describe('brothers and sisters', () => {
  test('are offered where they live at the same postcode, and the same meeting is one occasion with a fact on each case', async () => {
    const [one, other, third] = [await newCase('Okonkwo'), await newCase('Okonkwo'), await newCase('Elsewhere')]
    for (const { fact } of [one, other])
      await fact('address-known', '2026-03-01', { narrative: { postcode: 'ZZ99 1AA' } })
    const { body } = await worker.get(`${one.address}/strategy-discussion-held`)
    expect(body).toContain(`value="${other.reference}"`)
    expect(body).not.toContain(`value="${third.reference}"`)
    const typed = { ...date('2026-04-14'), outcome: 'none', 'case-seen': '2', 'also-on': other.reference }
    const wrong = await worker.write(`${one.address}/strategy-discussion-held`, {
      ...typed,
      'also-on-references': 'gt-0000000',
    })
    expect(wrong.status).toBe(422)
    expect(wrong.body).toContain('There is no case GT-0000000 that you may see')
    expectAccessible(wrong.body)
    const reply = await worker.write(`${one.address}/strategy-discussion-held`, {
      ...typed,
      'also-on-references': `${third.reference.toLowerCase()}, ${one.reference}`,
    })
    expect(reply.status).toBe(303)
    const occasions = await Promise.all([one, other, third].map(async ({ id }) => (await factsOf(id)).at(-1)))
    expect(occasions.map(row => row?.kind)).toEqual(Array(3).fill('strategy-discussion-held'))
    expect(new Set(occasions.map(row => row?.occasion)).size).toBe(1)
    expect(occasions[0]?.occasion).not.toBeNull()
  })

  test('are not asked for where the record is of one child', async () => {
    const { address } = await newCase()
    expect((await worker.get(`${address}/child-born`)).body).not.toContain('other children')
  })
})

describe('drafts', () => {
  test('what was begun comes back with the number that was seen, and goes when it is recorded', async () => {
    const { reference, address, fact } = await newCase()
    const form = `${address}/referral-received`
    await worker.get(form)
    const submission = newId()
    const hidden = {
      _submission: submission,
      _version: '0',
      _form: form,
      _title: 'Referral received: Aria',
      _case: reference,
    }
    const begun = { ...date('2026-04-13'), source: '1A', reason: 'Half a sen', 'case-seen': '1', safety: 'safe' }
    expect((await worker.post('/draft', { ...hidden, ...begun, _leave: 'yes' })).to).toBe('/drafts')
    expect((await worker.get('/drafts')).body).toContain(`${form}?submission=${submission}`)
    await fact('child-died', '2026-04-13')
    const { body } = await worker.get(`${form}?submission=${submission}`)
    expect(body).toContain('>Half a sen</textarea>')
    expect(body).toMatch(/value="safe"[^>]*checked/)
    expect(body).toContain('name="case-seen" value="1"')
    expect((await worker.write(form, begun, submission)).status).toBe(303)
    expect((await worker.get('/drafts')).body).not.toContain(submission)
  })
})
