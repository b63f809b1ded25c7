import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { expectAccessible, on } from '../../../test/given-case.ts'
import { plain, type SentReferral, told } from '../../../test/given-receipt.ts'
import { changed, givenSenders, hiddenIn, raising, type Senders, safe, upheld } from '../../../test/given-sender.ts'
import { newReceiptCode } from '../../ledger/public-referral.ts'
import { newId } from '../../platform/identifier.ts'

// Tuesday 14 April 2026, ten in the morning.
let senders: Senders
let here: Senders['here']
let one: Awaited<ReturnType<Senders['decided']>>
beforeAll(async () => {
  senders = await givenSenders()
  here = senders.here
})
beforeEach(async () => {
  one = await senders.decided()
})

describe('the answers', () => {
  test('say to the sender what was told to them, without what was marked, and nothing that stands on the file', async () => {
    await senders.say(one, 'disagree', raising)
    const form = await senders.as.duty.get(`${await senders.ladder(one)}/answer`)
    expectAccessible(form.body)
    expect(form.body).toContain('What do they read of it on their receipt?')
    const untold = await senders.take(one, 'duty', 'answer', { ...upheld, explained: '' })
    expect(untold.status).toBe(422)
    expectAccessible(untold.body)
    expect(untold.body).toContain('Enter what they read of it on their receipt')
    await senders.take(one, 'duty', 'safety', safe)
    expect((await senders.take(one, 'duty', 'answer', upheld)).status).toBe(303)
    expect(await senders.dutiesOf(one)).toMatchObject({
      'answer-interim-safety': 'met',
      'answer-disagreement': 'met 2026-04-16',
    })
    const receipt = await one.receipt()
    expectAccessible(receipt)
    expect(receipt).toMatch(/We looked again, and it stays as it is\.\s+Ring us if it goes on\./)
    expect(receipt).toContain('Harrowmere Council looked at how the child is safe on 14 April 2026')
    for (const words of ['aunt', 'The health visitor', 'Joss Pemberton', 'Quay Street', 'decision stands', told.seen])
      expect(receipt, words).not.toContain(words)
    // What is told of the child’s safety is said as well, and nothing else of it.
    await senders.take(one, 'duty', 'safety', { ...safe, explained: 'Somebody sees her today.' })
    expect(await one.receipt()).toMatch(/how the child is safe on 14 April 2026:[\s\S]*Somebody sees her today\./)
    const seen = await senders.as.manager.get(await senders.ladder(one))
    expect(seen.body).toContain('Ring us if it goes on.')
  })

  test('two people of the council answer at once: the second sees what the first said, and theirs is told only when they send it again', async () => {
    await senders.say(one, 'disagree', raising)
    const address = `${await senders.ladder(one)}/answer`
    const seen = /name="case-seen" value="(\d+)"/.exec((await senders.as.duty.get(address)).body)?.[1] ?? ''
    await senders.take(one, 'manager', 'answer', changed)
    const late = await senders.take(one, 'duty', 'answer', { ...upheld, 'case-seen': seen })
    expect(late.status).toBe(409)
    expectAccessible(late.body)
    expect(late.body).toMatch(/name="explained" value="We looked again, and it stays as it is\./)
    expect(await one.receipt()).toContain('We will go and see her.')
    const kept = /name="case-seen" value="(\d+)"/.exec(late.body)?.[1] ?? ''
    expect((await senders.take(one, 'duty', 'answer', { ...upheld, 'case-seen': kept })).status).toBe(303)
    expect(await one.receipt()).toContain('Ring us if it goes on.')
  })

  test('one that was not told is said to be there, and not what it is; nothing can be accepted', async () => {
    await senders.say(one, 'disagree', raising)
    const root = (await senders.ladder(one)).split('/').at(-1) ?? ''
    await senders.records(one, 'disagreement-answered', root, { answer: 'changed' }, { reasons: 'The aunt drinks.' })
    const receipt = await one.receipt()
    expect(receipt).toContain('recorded an answer, and has not told you yet what it is')
    expect(receipt).not.toContain('aunt')
    expect((await one.visitor.get(`${one.to}/accept`)).to).toBe(one.to)
    const { status } = await senders.say(one, 'accept')
    expect(status).toBe(409)
    expect(await senders.kindsOf(one)).not.toContain('disagreement-settled')
  })

  test('accepted, it is settled as the answer said, and nothing is owed any more', async () => {
    await senders.say(one, 'disagree', raising)
    await senders.take(one, 'duty', 'answer', changed)
    const { body, send } = await senders.open(one, 'accept')
    expectAccessible(body)
    expect(body).toContain('We will go and see her.')
    expect((await send()).to).toBe(`${one.to}?done=accept`)
    expect((await send()).to).toBe(`${one.to}?done=accept`)
    expect((await here.factsOf(one.case_id)).at(-1)).toMatchObject({
      kind: 'disagreement-settled',
      data: { resolution: 'changed', receipt: [{ referral: one.root }] },
    })
    expect(await senders.dutiesOf(one)).toMatchObject({
      'settle-disagreement': 'met',
      'decide-again-on-referral': 'open',
    })
    const receipt = await one.receipt()
    expectAccessible(receipt)
    expect(receipt).toContain('You accepted the answer on 14 April 2026')
    const seen = (await senders.as.duty.get(await senders.ladder(one))).body
    expect(seen).toContain(`Whoever sent ${one.quote} through the public page; Joss Pemberton, Duty worker`)
    expect(seen).toContain('Whoever raised it can say on their receipt that they still do not agree.')
    // Again, of what was told since.
    expect((await senders.say(one, 'disagree', raising)).to).toBe(`${one.to}?done=disagree`)
    expect(await senders.kindsOf(one)).toEqual([
      'disagreement-raised',
      'disagreement-answered',
      'disagreement-settled',
      'disagreement-raised',
    ])
  })

  test('withdrawn, nothing is owed; the council cannot withdraw it, and can take it higher for whoever rings', async () => {
    await senders.say(one, 'disagree', raising)
    const offered = (body: string) =>
      new Set([...body.matchAll(/disagreement\/[^/"]+\/(\w+)"/g)].map(match => match[1]))
    expect(offered((await senders.as.duty.get(await senders.ladder(one))).body)).toEqual(
      new Set(['safety', 'answer', 'higher']),
    )
    expect((await senders.take(one, 'duty', 'withdraw', { reasons: 'They rang.' })).status).toBe(409)
    const rang = { stage: 'managers', reasons: 'She rang.', takenBy: 'The neighbour, by telephone' }
    const form = await senders.as.duty.get(`${await senders.ladder(one)}/higher`)
    expectAccessible(form.body)
    expect(form.body).toContain('Who asked for it, and how')
    expect((await senders.take(one, 'duty', 'higher', rang)).status).toBe(303)
    expect(await one.receipt()).toMatch(/Now: <\/span>Their managers/)
    expect((await senders.say(one, 'withdraw', {})).body).toContain('Enter why you withdraw it')
    expect((await senders.say(one, 'withdraw', { reasons: 'Her aunt has moved in.' })).to).toBe(
      `${one.to}?done=withdraw`,
    )
    expect(await senders.dutiesOf(one)).toMatchObject({
      'answer-disagreement-of-managers': 'lapsed 2026-04-17',
      'settle-disagreement': 'lapsed',
    })
    expect((await senders.as.duty.get(await senders.ladder(one))).body).toContain(
      'Whoever referred through the public page withdrew it',
    )
    expect(await one.receipt()).toContain('You withdrew it on 14 April 2026')
  })
})

test('what the council corrects of it stays the sender’s, who alone takes it back', async () => {
  await senders.say(one, 'disagree', raising)
  const raised = (await here.factsOf(one.case_id)).at(-1)
  const root = (await senders.ladder(one)).split('/').at(-1) ?? ''
  const { receipt, ...data } = raised?.data ?? {}
  expect(receipt).toBeDefined()
  await here.server.record('manager', {
    acts: [
      {
        act: 'correct',
        caseId: one.case_id,
        root,
        seen: raised?.number ?? 0,
        happened: on('2026-04-14'),
        data: { ...data, safety: 'not-known' },
        narrative: { reasons: 'It was loud.', correctionReason: 'They rang.' },
      },
    ],
  })
  await senders.records(one, 'disagreement-withdrawn', root, {}, { reasons: 'We think so.' })
  expect(await one.receipt()).toMatch(/Now: <\/span>Whoever decided/)
  expect((await senders.as.duty.get(await senders.ladder(one))).body).toContain('Who they said they are')
  expect(await senders.dutiesOf(one)).toMatchObject({ 'answer-disagreement': 'open 2026-04-16' })
  expect((await senders.say(one, 'withdraw', { reasons: 'It is quiet now.' })).status).toBe(303)
  expect(await senders.dutiesOf(one)).toMatchObject({ 'answer-disagreement': 'lapsed 2026-04-16' })
})

describe('up the ladder', () => {
  test('one stage at a time, to the partners, who see it then, settle it and tell the sender', async () => {
    await senders.say(one, 'disagree', raising)
    await senders.take(one, 'duty', 'safety', safe)
    await senders.take(one, 'duty', 'answer', upheld)
    for (const [stage, whom] of [
      ['Their managers', 'the managers of whoever decided'],
      ['Senior and named professionals', 'senior and named professionals'],
      ['The safeguarding partners', 'the safeguarding partners'],
    ] as const) {
      expect((await senders.as.partnership.get(await senders.ladder(one))).status).toBe(404)
      const { body, send } = await senders.open(one, 'higher')
      expectAccessible(body)
      expect(body).toContain(`It goes to <b>${whom}</b>`)
      expect((await send({ reasons: `On to ${stage}.` })).status).toBe(303)
      expect(await one.receipt()).toMatch(new RegExp(`Now: </span>${stage}`))
      expect(await one.receipt()).toContain('again, because it went higher')
    }
    expect((await one.visitor.get(`${one.to}/higher`)).to).toBe(one.to)
    expect((await one.visitor.get(`${one.to}/accept`)).to).toBe(one.to)
    const { status, body } = await senders.as.partnership.get(await senders.ladder(one))
    expect(status).toBe(200)
    expectAccessible(body)
    for (const words of ['Go and see her at night.', 'On to Their managers.', one.surname])
      expect(body).toContain(words)
    // What the council said it lets them know itself, and who the sender is stays with the council.
    for (const words of ['The health visitor sees no harm.', 'Bo Tranter']) expect(body).not.toContain(words)
    await senders.take(one, 'duty', 'safety', safe)
    expect((await senders.as.partnership.get(await senders.ladder(one))).body).toContain(
      'The health visitor sees no harm.',
    )
    const settled = { resolution: 'compromise', agreedBy: 'The partners', effect: 'A visit on Friday at Quay Street.' }
    const ends = await senders.take(one, 'partnership', 'settle', {
      ...settled,
      explained: 'Somebody will go and see her.',
    })
    expect(ends.status).toBe(303)
    const receipt = await one.receipt()
    expectAccessible(receipt)
    expect(receipt).toContain('Somebody will go and see her.')
    for (const words of ['Quay Street', 'compromise']) expect(receipt).not.toContain(words)
    expect((await senders.as.duty.get(await senders.ladder(one))).body).toContain('Somebody will go and see her.')
  })
})

describe('who has no business here', () => {
  const steps = ['disagree', 'accept', 'higher', 'withdraw']

  test('under a wrong code there is nothing, and nothing says whether there ever was', async () => {
    const visitor = here.server.visitor()
    await visitor.get('/worry')
    const nothing = (await visitor.get('/nothing/at/all')).body
    for (const step of [...steps, 'nothing'])
      for (const code of [
        newReceiptCode(),
        'x',
        'GT-0000000',
        step === 'nothing' ? one.to.split('/').at(-1) : one.quote,
      ]) {
        const address = `/worry/receipt/${code}/${step}`
        const read = await visitor.get(address)
        expect([address, read.status, read.body === nothing]).toEqual([address, 404, true])
        expect([address, (await visitor.post(address, raising)).status]).toEqual([address, 404])
      }
    expect(await senders.kindsOf(one)).toEqual([])
  })

  test('a code of one referral says nothing on another, whatever the form brings', async () => {
    const other = await senders.decided()
    const { hidden } = await senders.open(other, 'disagree')
    await one.visitor.get(`${one.to}/disagree`)
    const reply = await one.visitor.post(`${one.to}/disagree`, {
      ...raising,
      ...hidden,
      ...hiddenIn((await one.visitor.get(`${one.to}/disagree`)).body),
      against: here.server.borough.agencies.school,
      stage: 'partners',
      receipt: other.root,
    })
    expect(reply.to).toBe(`${one.to}?done=disagree`)
    expect(await senders.kindsOf(other)).toEqual([])
    expect((await here.factsOf(one.case_id)).at(-1)?.data).toMatchObject({
      against: [here.server.borough.agencies.authority],
      stage: 'practitioners',
      receipt: [{ referral: one.root }],
    })
  })

  test('a code of another area’s referral is answered by that area’s council alone', async () => {
    const { owner } = here.server.db
    const [there, council] = [newId(), newId()]
    await owner.query(`insert into area (id, kind, name) values ($1, 'authority', 'Westmere')`, [there])
    await owner.query(`insert into agency (id, kind, name) values ($1, 'local-authority', 'Westmere Council')`, [
      council,
    ])
    await owner.query('insert into area_agency (area_id, agency_id, is_authority) values ($1, $2, true)', [
      there,
      council,
    ])
    const [code, caseId, root] = [newReceiptCode(), newId(), newId()]
    const by = { postId: null, agencyId: council }
    const fact = { act: 'record', caseId, happened: on('2026-04-14') } as const
    const decision = newId()
    await here.server.record('duty', {
      areaId: there,
      by,
      opens: [{ id: caseId, kind: 'child', reference: 'GT-WESTMERE', teamId: null }],
      acts: [
        { ...fact, id: root, kind: 'referral-received', data: { source: '1B' }, narrative: {} },
        {
          ...fact,
          id: decision,
          kind: 'referral-decided',
          about: root,
          data: { outcome: 'early-help' },
          narrative: {},
        },
        { ...fact, kind: 'referrer-told', about: decision, data: {}, narrative: { explained: 'Help was offered.' } },
      ],
    })
    await owner.query(
      `insert into public_referral (area_id, case_id, root, code_hash, fingerprint, reference, sent_at)
       values ($1, $2, $3, sha256($4::bytea), '', 'W-WESTMERE', now())`,
      [there, caseId, root, code],
    )
    const visitor = here.server.visitor('10.9.0.3')
    const { body } = await visitor.get(`/worry/receipt/${code}/disagree`)
    expect(body).toContain('What should Westmere Council do?')
    const reply = await visitor.post(`/worry/receipt/${code}/disagree`, { ...raising, ...hiddenIn(body) })
    expect(reply.status).toBe(303)
    expect((await here.factsOf(caseId)).at(-1)?.data).toMatchObject({ against: [council] })
    expect((await senders.as.duty.get('/due?scope=agency')).body).not.toContain('GT-WESTMERE')
  })

  test('says whom to ring, as the council last named somebody to the sender, and not what only the file says', async () => {
    const sent = await senders.sent()
    expect(await sent.receipt()).not.toContain('; or children’s social care')
    await senders.records(
      sent,
      'referral-acknowledged',
      sent.root,
      {},
      { contact: 'Joss Pemberton, duty social worker' },
    )
    expect(await sent.receipt()).toContain('Joss Pemberton, duty social worker; or children’s social care')
    const decision = await senders.decides(sent)
    const words = { explained: 'We spoke to them.', contact: 'Amira Osei [not to parents: at home]' }
    await senders.records(sent, 'referrer-told', decision, {}, words)
    expect(await sent.receipt()).toContain('Amira Osei; or')
    await senders.restricts(sent, 'restricted')
    expect(await sent.receipt()).not.toContain('Amira Osei')
  })

  test.each([
    ['restricted', (sent: SentReferral) => senders.restricts(sent, 'restricted')],
    ['shielded', (sent: SentReferral) => senders.restricts(sent, 'shielded')],
    ['joined with one that is shielded', (sent: SentReferral) => senders.joins(sent, 'shielded')],
    ['struck out', (sent: SentReferral) => senders.strikesOut(sent)],
    ['moved', (sent: SentReferral) => senders.moves(sent)],
    ['disposed of', (sent: SentReferral) => senders.disposes(sent)],
  ] as const)(
    'on a receipt of what is %s nothing is said, and it answers like one on which nothing was decided',
    async (_, happens) => {
      await senders.say(one, 'disagree', raising)
      await senders.take(one, 'duty', 'answer', upheld)
      const stale = await senders.open(one, 'higher')
      await happens(one)
      const fresh = await senders.sent({ surname: 'Penrose' })
      await fresh.visitor.get('/worry')
      expect(plain(await one.receipt())).toBe(plain(await fresh.receipt()))
      const said = { ...raising, ...stale.hidden }
      for (const step of steps) {
        expect([step, (await one.visitor.get(`${one.to}/${step}`)).to]).toEqual([step, one.to])
        await one.visitor.get('/worry')
        const [hidden, undecided] = [
          await one.visitor.post(`${one.to}/${step}`, said),
          await fresh.visitor.post(`${fresh.to}/${step}`, said),
        ]
        expect([step, hidden.status, plain(hidden.body)]).toEqual([step, 409, plain(undecided.body)])
        if (step !== 'accept') expect(hidden.body).toContain(`>${raising.reasons}</textarea>`)
      }
      expect(await senders.kindsOf(one)).toEqual(['disagreement-raised', 'disagreement-answered'])
    },
  )
})
