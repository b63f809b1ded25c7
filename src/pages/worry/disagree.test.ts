import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { expectAccessible, on } from '../../../test/given-case.ts'
import { told } from '../../../test/given-receipt.ts'
import { givenSenders, hiddenIn, raising, type Senders, upheld } from '../../../test/given-sender.ts'

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

describe('saying that one disagrees', () => {
  test('is offered once a decision was told, and not before', async () => {
    const fresh = await senders.sent({ surname: 'Quillan' })
    const decision = await senders.decides(fresh)
    expect(await fresh.receipt()).not.toContain('I disagree')
    expect((await fresh.visitor.get(`${fresh.to}/disagree`)).to).toBe(fresh.to)
    await senders.tells(fresh, decision)
    const body = await fresh.receipt()
    expectAccessible(body)
    expect(body).toContain(`href="${fresh.to}/disagree"`)
    expect(body).toContain('I disagree')
  })

  test('the form says what was told, asks how the child is now, and shows neither child nor sender', async () => {
    const { body } = await senders.open(one, 'disagree')
    expectAccessible(body)
    expect(body).toMatch(/Ring 999 first[\s\S]*We spoke to the family\.[\s\S]*Is the child safe now\?/)
    for (const words of [told.forenames, 'Hartnoll', told.name, told.telephone, told.seen, one.reference])
      expect(body).not.toContain(words)
    // As the referral: a child’s story must not stay on a shared computer.
    expect(body).not.toContain('data-draft-url')
  })

  test('nothing was answered: each question says so, and every word is kept', async () => {
    const { status, body } = await senders.say(one, 'disagree', { reasons: 'Half a sen' })
    expect(status).toBe(422)
    expectAccessible(body)
    for (const fault of ['Enter what the council should do', 'Select whether the child is safe now'])
      expect(body, fault).toContain(fault)
    expect(body).toContain('>Half a sen</textarea>')
    expect(await senders.kindsOf(one)).toEqual([])
    const unsaid = { ...raising, safetyHow: '' }
    expect((await senders.say(one, 'disagree', unsaid)).body).toContain('Enter how the child is safe, or what would')
    expect((await senders.say(one, 'disagree', { ...unsaid, safety: 'not-known' })).status).toBe(303)
  })

  test('what is too long is said at its question, and kept', async () => {
    const long = 'x'.repeat(100_001)
    const { status, body } = await senders.say(one, 'disagree', { ...raising, reasons: long, contact: 'y'.repeat(101) })
    expect(status).toBe(422)
    expect(body).toContain('What you write must be 100,000 characters or fewer')
    expect(body).toContain('How you can be reached must be 100 characters or fewer')
    expect(body).toContain(long)
    expect(await senders.kindsOf(one)).toEqual([])
  })

  test('it is recorded as told to the council, by nobody in a post, and names nobody whom it need not', async () => {
    const { to } = await senders.say(one, 'disagree', { ...raising, contact: 'My sister, 01632 960333' })
    expect(to).toBe(`${one.to}?done=disagree`)
    const { rows } = await here.server.db.owner.query(
      `select f.recorded_by, f.agency_id, f.data, jsonb_object_agg(n.field, n.text) as words from fact f
       join narrative n on n.fact_id = f.id where f.case_id = $1 and f.kind = 'disagreement-raised'
       group by f.recorded_by, f.agency_id, f.data`,
      [one.case_id],
    )
    const { authority } = here.server.borough.agencies
    expect(rows).toEqual([
      {
        recorded_by: null,
        agency_id: authority,
        data: {
          decision: 'referral',
          decidedOn: '2026-04-14',
          against: [authority],
          stage: 'practitioners',
          safety: 'not-safe',
          receipt: [{ referral: one.root }],
        },
        words: {
          reasons: `What they ask for:\n${raising.asks}\n\nWhat they think is wrong, and why:\n${raising.reasons}`,
          safetyHow: raising.safetyHow,
          raisedBy: `Whoever sent ${one.quote} through the public page. How to reach them now: My sister, 01632 960333`,
          withWhom: 'Joss Pemberton, Duty worker',
        },
      },
    ])
  })

  test('the day of an answer stands on the receipt also where it is known when the child comes of age', async () => {
    await here.server.record('duty', {
      acts: [
        { act: 'record', caseId: one.case_id, kind: 'child-born', happened: on('2018-06-02'), data: {}, narrative: {} },
      ],
    })
    await senders.say(one, 'disagree', raising)
    expect(await one.receipt()).toContain('by Thursday 16 April')
  })

  test('the council owes at once how the child is safe, and an answer within the days of the area; both see it', async () => {
    await senders.say(one, 'disagree', raising)
    // Two working days from Tuesday 14 April 2026.
    expect(await senders.dutiesOf(one)).toMatchObject({
      'answer-interim-safety': 'open',
      'answer-disagreement': 'open 2026-04-16',
      'settle-disagreement': 'open',
    })
    expect((await senders.as.duty.get('/due?scope=agency')).body).toMatch(/Answer the disagreement, with reasons/)
    const { status, body } = await senders.as.duty.get(await senders.ladder(one))
    expect(status).toBe(200)
    expectAccessible(body)
    for (const words of [
      'Nobody is with her after nine.',
      'It was as loud last night.',
      `Whoever sent ${one.quote} through the public page`,
      'Bo Tranter, 01632 960222',
      'Joss Pemberton, Duty worker',
      'They read on their receipt what you tell them',
    ])
      expect(body, words).toContain(words)
    const receipt = await one.receipt()
    expectAccessible(receipt)
    expect(receipt).toMatch(/Now: <\/span>Whoever decided/)
    expect(receipt).toContain('owes you an answer by Thursday 16 April.')
    expect(receipt).toContain('has to say at once how the child is safe')
    expect(receipt).not.toContain('Nobody is with her after nine.')
    here.server.clock.instant += 3 * 86_400_000
    expect(await one.receipt()).toContain('That day has passed.')
    here.server.clock.instant -= 3 * 86_400_000
    for (const who of ['police', 'partnership'] as const)
      expect((await senders.as[who].get(await senders.ladder(one))).status).toBe(404)
  })
})

describe('said once', () => {
  test('a form that arrives twice, at once or later, is one disagreement', async () => {
    const { send } = await senders.open(one, 'disagree')
    const replies = await Promise.all([send(raising), send(raising)])
    const again = await send(raising)
    expect(new Set([...replies, again].map(({ to }) => to))).toEqual(new Set([`${one.to}?done=disagree`]))
    expect(await senders.kindsOf(one)).toEqual(['disagreement-raised'])
  })

  test('two forms at once are one disagreement, and the words of the other are kept', async () => {
    const forms = [await senders.open(one, 'disagree'), await senders.open(one, 'disagree')]
    const replies = await Promise.all(forms.map(({ send }, at) => send({ ...raising, reasons: `Words ${at}.` })))
    const late = replies.find(({ status }) => status === 409)
    expect(replies.map(({ status }) => status).toSorted()).toEqual([303, 409])
    expect(late?.body).toContain('This was not sent')
    expect(late?.body).toMatch(/>Words \d\.<\/textarea>/)
    expectAccessible(late?.body ?? '')
    expect(await senders.kindsOf(one)).toEqual(['disagreement-raised'])
  })

  test('what the council told meanwhile is to be read first; the words wait', async () => {
    await senders.say(one, 'disagree', raising)
    const { send } = await senders.open(one, 'higher')
    await senders.take(one, 'duty', 'answer', upheld)
    const late = await send({ reasons: 'Nobody came.' })
    expect(late.status).toBe(409)
    expectAccessible(late.body)
    expect(late.body).toContain('something on your receipt is new')
    expect(late.body).toContain('>Nobody came.</textarea>')
    expect(await senders.kindsOf(one)).not.toContain('disagreement-taken-higher')
    const again = await one.visitor.post(`${one.to}/higher`, { ...hiddenIn(late.body), reasons: 'Nobody came.' })
    expect(again.to).toBe(`${one.to}?done=higher`)
  })

  test('a page that was open for too long comes back with every word and one button', async () => {
    const late = here.server.visitor('10.9.0.1')
    const { hidden } = await senders.open(one, 'disagree')
    const { status, body } = await late.post(`${one.to}/disagree`, { ...raising, ...hidden })
    expect(status).toBe(403)
    expectAccessible(body)
    for (const words of Object.values(raising)) expect(body).toContain(words)
    expect(hiddenIn(body)['_key']).not.toBe(hidden['_key'])
    expect((await late.post(`${one.to}/disagree`, { ...raising, ...hiddenIn(body) })).status).toBe(303)
  })

  test('too many from one address are not taken for an hour; what was said before is not held up', async () => {
    const flooder = here.server.visitor('10.9.0.2')
    const { hidden } = await senders.open(one, 'disagree')
    await flooder.get(`${one.to}/disagree`)
    const post = (fields: Record<string, string>) =>
      flooder.post(`${one.to}/disagree`, { ...raising, ...hidden, ...fields })
    for (let times = 0; times < 30; times++) await post({ _state: 'old' })
    const { status, body } = await post({})
    expect(status).toBe(429)
    expectAccessible(body)
    expect(body).toContain(`>${raising.reasons}</textarea>`)
    expect(body).toContain('Ring 01632 960100 instead')
    expect((await one.visitor.post(`${one.to}/disagree`, { ...raising, ...hidden })).status).toBe(303)
    expect((await post({})).to).toBe(`${one.to}?done=disagree`)
    expect(await senders.kindsOf(one)).toEqual(['disagreement-raised'])
  })

  test('the log has neither the words nor the code', async () => {
    await senders.say(one, 'disagree', raising)
    const lines = JSON.stringify(here.server.lines)
    for (const words of [...Object.values(raising), one.to]) expect(lines).not.toContain(words)
  })
})
