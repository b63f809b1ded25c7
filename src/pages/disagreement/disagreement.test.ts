import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addColleague } from '../../../test/colleague.ts'
import { givenAgencies } from '../../../test/given-agencies.ts'
import { expectAccessible, on } from '../../../test/given-case.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { newId } from '../../platform/identifier.ts'

let here: Awaited<ReturnType<typeof givenAgencies>>
type Name = 'teacher' | 'deputy' | 'duty' | 'manager' | 'gp' | 'police' | 'partnership' | 'datalead'
const as = {} as Record<Name, Visitor>
/** A file of the school on which the council decided. */
let file: { base: string; id: string }
/** No two alike, so that nobody is asked whether they are one child. */
const surnames =
  'Hartnoll Quillan Underhay Lovering Bickersteth Garside Ormerod Penrose Wycherley Trethewey Saltmarsh Fenwick Pellinor Zouche Abara Kemp Njoku Vance'.split(
    ' ',
  )

beforeAll(async () => {
  here = await givenAgencies()
  const { area } = here.server.borough
  await addColleague(here.server, 'teacher', { signIn: 'deputy', name: 'Rhys Marlow', title: 'Deputy lead' })
  for (const [key, days] of [
    ['disagreement-practitioners', 2],
    ['disagreement-managers', 3],
  ] as const)
    await here.server.db.owner.query(
      `insert into local_policy (area_id, key, from_day, amount, unit, approved_by) values ($1, $2, '2020-01-01', $3, 'working-days', 'The partners')`,
      [area, key, days],
    )
  const names: Name[] = ['teacher', 'deputy', 'duty', 'manager', 'gp', 'police', 'partnership', 'datalead']
  for (const name of names) as[name] = await here.signedIn(name)
})
beforeEach(async () => {
  file = await decidedFile()
})

/** The school refers a child; the council decides on early help, and tells the school. */
async function decidedFile() {
  const sent = await as.teacher.write('/refer', {
    forenames: 'Tilly',
    surname: surnames.pop() ?? '',
    seen: 'She is hungry each morning.',
    reason: 'Nobody cooks for her.',
    safety: 'not-known',
    parents: 'agree',
  })
  const base = sent.to.replace('/receipt', '')
  const { rows } = await here.server.db.owner.query<{ root: string; id: string }>(
    `select f.root, f.case_id as id from fact f join case_file c on c.id = f.case_id
     where c.reference = $1 and f.kind = 'referral-received'`,
    [base.replace('/case/', '')],
  )
  const { root = '', id = '' } = rows[0] ?? {}
  const decision = newId()
  const why = { basis: 'ca1989-s17', necessity: 'They referred her.', familyTold: 'yes' } as const
  await here.server.record('duty', {
    acts: [
      {
        act: 'record',
        id: decision,
        caseId: id,
        kind: 'referral-decided',
        about: root,
        happened: on('2026-04-14'),
        data: { outcome: 'early-help' },
        narrative: { reasons: 'Help was offered.' },
      },
    ],
    tells: [{ caseId: id, toAgencyIds: [here.agencies.school], roots: [decision], ...why }],
  })
  return { base, id }
}

const raising = () => ({
  decision: 'referral',
  against: here.agencies.authority,
  reasons: 'Early help ended in spring with nothing changed.',
  safety: 'not-safe',
  safetyHow: 'She eats with us each morning. At the weekend nobody sees her.',
  safetyBy: 'Gwen Abara',
  raisedBy: 'Gwen Abara, Designated safeguarding lead',
  'family-told': 'yes',
})
const raise = (fields: Record<string, string> = {}, submission = newId()) =>
  as.teacher.write(`${file.base}/disagreement`, { ...raising(), ...fields }, submission)
/** Raises it, and gives the address of the ladder. */
const ladder = async () => (await raise()).to.replace('?done=raise', '')
const take = (who: Name, at: string, step: string, fields: Record<string, string>, submission = newId()) =>
  as[who].write(`${at}/${step}`, fields, submission)
const safe = { safety: 'safe', how: 'A worker looks in on Saturday.', safetyBy: 'Joss Pemberton, Duty worker' }
const upheld = { answer: 'upheld', reasons: 'The help has begun.', answeredBy: 'Joss Pemberton, Duty worker' }
const changed = { answer: 'changed', reasons: 'We had not read it.', answeredBy: 'Ruth Calloway, Team manager' }
const managers = { stage: 'managers', reasons: 'It is as before.', takenBy: 'Gwen Abara', withWhom: 'Ruth Calloway' }
const settled = { resolution: 'changed', agreedBy: 'Gwen Abara; Ruth Calloway', effect: 'She is to be assessed.' }
const dutiesOf = async (caseId: string) =>
  Object.fromEntries(
    (
      await here.server.db.owner.query<{ rule: string; is: string }>(
        `select rule, agency_id::text || ' ' || case when met_by is not null then 'met' when lapsed_on is not null then 'lapsed'
           else 'open' end || coalesce(' ' || due_latest, '') as is from duty where case_id = $1`,
        [caseId],
      )
    ).rows.map(({ rule, is }) => [rule, is.replace(here.agencies.authority, 'council')]),
  )
const kindsOf = async (caseId: string) => (await here.factsOf(caseId)).map(({ kind }) => kind)

describe('raising', () => {
  test('from the receipt the form begins with the decision, its day and the council; every question has a label', async () => {
    const receipt = await as.teacher.get(`${file.base}/receipt`)
    const link = /href="([^"]+\/disagreement\?[^"]+)"/.exec(receipt.body)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const { status, body } = await as.teacher.get(link)
    expect(status).toBe(200)
    expectAccessible(body)
    expect(body).toMatch(/value="referral"[^>]*checked|checked[^>]*value="referral"/)
    expect(body).toMatch(/name="decidedOn-day"[^>]*value="14"/)
    expect(body).toMatch(new RegExp(`value="${here.agencies.authority}" selected`))
    expect(body).toContain('value="Gwen Abara, Designated safeguarding lead"')
    expect(body).toContain('Do not let it rest')
  })

  test('the council owes at once how the child is safe, and an answer within the days of the area', async () => {
    const at = await ladder()
    // Two working days from Tuesday 14 April 2026.
    expect(await dutiesOf(file.id)).toMatchObject({
      'answer-interim-safety': 'council open',
      'answer-disagreement': 'council open 2026-04-16',
      'settle-disagreement': 'council open',
    })
    for (const who of ['teacher', 'duty'] as const) {
      const { status, body } = await as[who].get(at)
      expect([who, status]).toEqual([who, 200])
      expectAccessible(body)
      expect(body).toContain('At the weekend nobody sees her.')
      expect(body).toContain('Early help ended in spring with nothing changed.')
      expect(body).toMatch(/Now: <\/span>Between practitioners/)
    }
    expect((await as.duty.get('/due?scope=agency')).body).toContain('Answer the disagreement, with reasons')
    expect((await as.teacher.get(`${file.base}/receipt`)).body).toContain('between practitioners, no answer yet')
  })

  test('nothing was answered: each question says so, and every word is kept', async () => {
    const { status, body } = await as.teacher.write(`${file.base}/disagreement`, { reasons: 'Half a sen' })
    expect(status).toBe(422)
    expectAccessible(body)
    for (const fault of [
      'Select what it is about',
      'Select whose decision it is',
      'Select whether the child is safe while this is open',
      'Enter how the child is safe meanwhile, or what would make it so',
      'Enter who raises it',
      'Select whether the family has been told',
    ])
      expect(body, fault).toContain(fault)
    expect(body).toContain('>Half a sen</textarea>')
  })

  test('a double press raises it once, and what is open is named before it is raised again', async () => {
    const submission = newId()
    const replies = await Promise.all([raise({}, submission), raise({}, submission)])
    expect(new Set(replies.map(({ to }) => to)).size).toBe(1)
    expect((await kindsOf(file.id)).filter(kind => kind === 'disagreement-raised')).toHaveLength(1)
    expect((await as.teacher.get(`${file.base}/disagreement`)).body).toMatch(
      /Open on this file already[\s\S]*Decision on a referral, raised on 14 April 2026/,
    )
  })

  test('the ordinary form leads here, and so does the duty', async () => {
    const ordinary = await as.teacher.get(`${file.base}/record/disagreement-raised`)
    expect(ordinary.to).toBe(`${file.base}/disagreement`)
    const at = await ladder()
    const root = at.split('/').at(-1)
    const duty = `answer-disagreement/${root}/${here.agencies.authority}`
    const { to } = await as.duty.get(
      `${file.base}/record/disagreement-answered?answers-duty=${encodeURIComponent(duty)}`,
    )
    expect(to).toBe(`${at}/answer`)
  })
})

describe('up the ladder', () => {
  test('answered, taken to the managers, changed, decided again and settled: each step is met and told', async () => {
    const at = await ladder()
    expect((await take('duty', at, 'safety', safe)).to).toBe(`${at}?done=safety`)
    expect((await take('duty', at, 'answer', upheld)).status).toBe(303)
    expect((await as.teacher.get(at)).body).toContain('A worker looks in on Saturday.')
    expect(await dutiesOf(file.id)).toMatchObject({
      'answer-interim-safety': 'council met',
      'answer-disagreement': 'council met 2026-04-16',
    })

    expect((await take('teacher', at, 'higher', managers)).status).toBe(303)
    // Three working days from Tuesday 14 April 2026.
    expect(await dutiesOf(file.id)).toMatchObject({
      'answer-disagreement-of-managers': 'council open 2026-04-17',
      'answer-interim-safety-again': 'council open',
    })
    const higher = (await as.manager.get(at)).body
    expectAccessible(higher)
    expect(higher).toMatch(/Now: <\/span>Between managers/)
    expect(higher).toContain('3 days left (Friday 17 April)')

    await take('manager', at, 'answer', changed)
    expect(await dutiesOf(file.id)).toMatchObject({
      'answer-disagreement-of-managers': 'council met 2026-04-17',
      'decide-again-on-referral': 'council open',
    })
    expect((await take('teacher', at, 'settle', settled)).to).toBe(`${at}?done=settle`)
    expect(await dutiesOf(file.id)).toMatchObject({
      'settle-disagreement': 'council met',
      'answer-interim-safety-again': 'council lapsed',
    })
    const { body } = await as.duty.get(at)
    expectAccessible(body)
    expect(body).toContain('It was settled on 14 April 2026: the decision was changed')
    expect(body).toContain('She is to be assessed.')
    expect((await as.teacher.get(`${file.base}/receipt`)).body).toContain('settled.')
  })

  test('a stage is left out only by saying why', async () => {
    const at = await ladder()
    const senior = { ...managers, stage: 'senior' }
    const refused = await take('teacher', at, 'higher', senior)
    expect(refused.status).toBe(422)
    expectAccessible(refused.body)
    expect(refused.body).toContain('Enter why it does not go by “Between managers” first')
    expect((await take('teacher', at, 'higher', { ...senior, skipped: 'Both managers are away.' })).status).toBe(303)
    expect((await as.duty.get(at)).body).toContain('Both managers are away.')
    expect((await take('teacher', at, 'higher', managers)).body).toContain('Select a stage above “Senior')
  })

  test('the partners see it when it reaches their own process, with what each side then says, and settle it', async () => {
    const at = await ladder()
    expect((await as.partnership.get(at)).status).toBe(404)
    await take('teacher', at, 'higher', { ...managers, stage: 'partners', skipped: 'The doctor asked for it today.' })
    const { status, body } = await as.partnership.get(at)
    expect(status).toBe(200)
    expectAccessible(body)
    expect(body).toContain('Early help ended in spring with nothing changed.')
    expect(body).not.toContain(`${at}/higher`)
    await take('duty', at, 'safety', safe)
    expect((await as.partnership.get(at)).body).toContain('A worker looks in on Saturday.')
    // What the partners have is theirs to settle, or for whoever raised it to be content with.
    expect((await take('duty', at, 'settle', settled)).status).toBe(409)
    expect((await take('partnership', at, 'settle', settled)).status).toBe(303)
    expect((await as.teacher.get(at)).body).toContain('She is to be assessed.')
  })

  test('each side is offered its own steps and no others', async () => {
    const at = await ladder()
    const offered = (body: string) => [...body.matchAll(new RegExp(`${at}/(\\w+)"`, 'g'))].map(match => match[1])
    expect(new Set(offered((await as.teacher.get(at)).body))).toEqual(new Set(['higher', 'settle', 'withdraw']))
    expect(new Set(offered((await as.duty.get(at)).body))).toEqual(new Set(['safety', 'answer']))
    // The child's safety comes first.
    expect((await take('duty', at, 'settle', settled)).status).toBe(409)
    await take('duty', at, 'safety', safe)
    expect(new Set(offered((await as.duty.get(at)).body))).toEqual(new Set(['safety', 'answer', 'settle']))
    // What is not theirs leads back to where it stands.
    expect((await as.duty.get(`${at}/withdraw`)).to).toBe(at)
    expect((await as.teacher.get(`${at}/answer`)).to).toBe(at)
    expect((await take('duty', at, 'withdraw', { reasons: 'No.' })).status).toBe(409)
    expect(await kindsOf(file.id)).not.toContain('disagreement-withdrawn')
  })
})

describe('what is refused, and what two people do at once', () => {
  test('a third agency finds nothing, whatever else of the file it was told', async () => {
    const at = await ladder()
    await here.server.record('duty', {
      acts: [
        {
          act: 'record',
          id: newId(),
          caseId: file.id,
          kind: 'child-seen',
          happened: on('2026-04-14'),
          data: {},
          narrative: {},
        },
      ],
    })
    for (const who of ['gp', 'police'] as const)
      for (const address of [at, `${at}/answer`]) expect([who, (await as[who].get(address)).status]).toEqual([who, 404])
    // The surgery knows the child by another record.
    const shared = newId()
    const why = { basis: 'ca1989-s17', necessity: 'They see her.', familyTold: 'yes' } as const
    await here.server.record('duty', {
      acts: [
        {
          act: 'record',
          id: shared,
          caseId: file.id,
          kind: 'child-seen',
          happened: on('2026-04-14'),
          data: {},
          narrative: {},
        },
      ],
      tells: [{ caseId: file.id, toAgencyIds: [here.agencies.surgery], roots: [shared], ...why }],
    })
    expect((await as.gp.get(file.base)).status).toBe(200)
    expect((await as.gp.get(file.base)).body).not.toContain('Disagreement')
    for (const address of [at, `${at}/answer`]) expect((await as.gp.get(address)).status).toBe(404)
    expect((await take('gp', at, 'answer', upheld)).status).toBe(404)
    expect((await as.teacher.get(`${at}/nothing`)).status).toBe(404)
  })

  test('who may see and not record is offered nothing', async () => {
    const at = await ladder()
    const { status, body } = await as.datalead.get(at)
    expect([status, body.includes(`${at}/answer`)]).toEqual([200, false])
    expect((await as.datalead.get(`${at}/answer`)).status).toBe(403)
  })

  test('two people of one side answer at the same time: the second sees what the first said', async () => {
    const at = await ladder()
    const form = (await as.duty.get(`${at}/answer`)).body
    const seen = /name="case-seen" value="(\d+)"/.exec(form)?.[1] ?? ''
    await take('manager', at, 'answer', changed)
    const late = await take('duty', at, 'answer', { ...upheld, 'case-seen': seen })
    expect(late.status).toBe(409)
    expectAccessible(late.body)
    expect(late.body).toContain('We had not read it.')
    expect(late.body).toContain('The help has begun.')
    const kept = /name="case-seen" value="(\d+)"/.exec(late.body)?.[1] ?? ''
    expect((await take('duty', at, 'answer', { ...upheld, 'case-seen': kept })).status).toBe(303)
    const discarded = await take('duty', at, 'answer', { ...upheld, _discard: 'yes' })
    expect(discarded.to).toBe(file.base)
  })

  test('withdrawn while an answer was being written: it says so, keeps the words, and records nothing', async () => {
    const at = await ladder()
    await as.duty.get(`${at}/answer`)
    expect((await take('teacher', at, 'withdraw', { reasons: 'Her aunt has moved in.' })).to).toBe(
      `${at}?done=withdraw`,
    )
    const late = await take('duty', at, 'answer', upheld)
    expect(late.status).toBe(409)
    expectAccessible(late.body)
    expect(late.body).toContain('Linden Primary School withdrew it on 14 April 2026, while you were writing')
    expect(late.body).toContain('>The help has begun.</textarea>')
    expect(await kindsOf(file.id)).not.toContain('disagreement-answered')
    expect(await dutiesOf(file.id)).toMatchObject({
      'answer-disagreement': 'council lapsed 2026-04-16',
      'settle-disagreement': 'council lapsed',
    })
    expect((await as.duty.get(`${at}/answer`)).to).toBe(at)
    expect((await as.duty.get(at)).body).toContain('Her aunt has moved in.')
  })

  test('a form that ended it and arrives twice is answered twice alike', async () => {
    const at = await ladder()
    const submission = newId()
    const replies = [
      await take('teacher', at, 'settle', settled, submission),
      await take('teacher', at, 'settle', settled, submission),
    ]
    expect(new Set(replies.map(({ to }) => to))).toEqual(new Set([`${at}?done=settle`]))
    expect((await kindsOf(file.id)).filter(kind => kind === 'disagreement-settled')).toHaveLength(1)
  })

  test('what was typed is kept as a draft, and offered again', async () => {
    const at = await ladder()
    await as.duty.get(`${at}/answer`)
    const kept = await as.duty.post('/draft', {
      _submission: newId(),
      _version: '0',
      _form: `${at}/answer`,
      _title: 'Answer a disagreement',
      _case: file.base.replace('/case/', ''),
      _leave: 'yes',
      reasons: 'I have to ask Nadia.',
    })
    expect(kept.status).toBe(303)
    expect((await as.duty.get('/drafts')).body).toContain('Answer a disagreement')
  })
})

test('a disagreement of before sides were named is the council’s to answer', async () => {
  const { ids } = await here.server.record('teacher', {
    acts: [
      {
        act: 'record',
        caseId: file.id,
        kind: 'disagreement-raised',
        happened: on('2026-04-13'),
        data: { decision: 'referral', stage: 'managers' },
        narrative: { reasons: 'As before.' },
      },
    ],
  })
  const at = `${file.base}/disagreement/${ids[0]}`
  expect((await as.teacher.get(at)).body).toMatch(/Now: <\/span>Between managers/)
  // It was told to nobody.
  expect((await as.duty.get(at)).status).toBe(404)
  await take('teacher', at, 'higher', { ...managers, stage: 'senior' })
  expect((await as.teacher.get(at)).status).toBe(200)
})
