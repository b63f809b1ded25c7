/** What may be done on a restricted record while somebody has it open in an emergency, and what may not. */
import { beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible, on } from '../../../test/given-case.ts'
import { smallCaseload } from '../../../test/small-caseload.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { NotAllowed } from '../../access/refusals.ts'
import { requestsTo, withdrawalsOf } from '../../ledger/ask.ts'
import { declineSharing } from '../../ledger/decline-sharing.ts'
import { disclose, recall } from '../../ledger/disclose.ts'
import { record } from '../../ledger/record.ts'
import { newId } from '../../platform/identifier.ts'

let here: Awaited<ReturnType<typeof smallCaseload>>
let noah: Awaited<ReturnType<typeof here.child>>
let duty: Visitor
/** What West team recorded, what it told the police, and what it asked of the school. */
let seen: string
let told: string
let asked: string

const why = { basis: 'ca1989-s47', necessity: 'They see him daily.', familyTold: 'yes' } as const
const by = (who: 'duty' | 'westWorker') => ({
  postId: here.borough.people[who].post,
  agencyId: here.borough.agencies.authority,
})
const common = () => ({ areaId: here.borough.area, caseId: noah.id, submissionId: newId() })
const share = (who: 'duty' | 'westWorker', roots: readonly string[]) =>
  disclose(here.server.ledger, { ...common(), by: by(who), toAgencyIds: [here.borough.agencies.police], roots, ...why })
const ask = (who: 'duty' | 'westWorker') =>
  record(here.server.ledger, {
    areaId: here.borough.area,
    submissionId: newId(),
    by: by(who),
    ...requestsTo({
      caseId: noah.id,
      agencies: [here.borough.agencies.school],
      fact: { happened: on('2026-04-14'), data: { purpose: 'section-47' }, narrative: { question: 'Was he in?' } },
      roots: [],
      why,
      areNamed: false,
    }),
  })
const written = async () =>
  (
    await here.server.db.owner.query<Record<string, string>>(
      `select (select count(*) from fact where case_id = $1) as facts, (select count(*) from disclosure where case_id = $1) as told,
         (select count(*) from disclosure where case_id = $1 and recalled_at is not null) as recalled,
         (select count(*) from disclosure_refusal where case_id = $1) as declined`,
      [noah.id],
    )
  ).rows[0]
const file = () => `/case/${noah.reference}`

beforeAll(async () => {
  here = await smallCaseload()
  noah = await here.child({ forenames: 'Noah', surname: 'Whitlock', team: 'west', restriction: 'restricted' })
  seen = await noah.fact('referral-received', '2026-04-01')
  ;[told = ''] = await share('westWorker', [seen])
  asked = (await ask('westWorker')).ids[0] ?? ''
  duty = await here.signedIn('duty')
  await duty.get(`${file()}/open`)
  const reason = 'A boy is at Marlowe General with a head injury.'
  const answers = { reason, scope: 'safety', minutes: '30', told: here.borough.people.manager.post }
  expect((await duty.write(`${file()}/open`, answers)).to).toBe(file())
})

describe('while it is open', () => {
  test('it is read, with who was told and who is involved, and nothing leads to sharing or asking', async () => {
    for (const page of ['', '/told', '/involved', '/record', '/why']) {
      const { status, body } = await duty.get(`${file()}${page}`)
      expect([page, status]).toEqual([page, 200])
      for (const href of ['/share', '/ask', '/withdraw', '/recall', 'record/information-requested'])
        expect([page, href, body.includes(`${noah.reference}${href}`)]).toEqual([page, href, false])
      expect(body).not.toMatch(/\/told\/[^"]*\/recall/)
    }
  })

  test('it is added to', async () => {
    await duty.get(`${file()}/record/address-known`)
    const fields = { 'happened-day': '14', 'happened-month': '4', 'happened-year': '2026', postcode: 'ZZ99 3VZ' }
    expect((await duty.write(`${file()}/record/address-known`, fields)).status).toBe(303)
  })

  test('the forms of sharing, asking, answering and recalling say why not, and what to do', async () => {
    for (const page of ['share', 'ask', 'withdraw', 'answer', `told/${told}/recall`]) {
      const { status, body } = await duty.get(`${file()}/${page}`)
      expect([page, status]).toEqual([page, 403])
      expectAccessible(body)
      expect(body).toContain('You opened this record in an emergency')
      expect(body).toContain('Tell or ask by telephone what cannot wait')
    }
  })

  test('nor is anything of it shared, asked or recalled by whoever sends the forms all the same', async () => {
    const before = await written()
    for (const [page, fields] of [
      ['share', { decision: 'share', records: [seen], agencies: [here.borough.agencies.police] }],
      ['ask', { asked: [here.borough.agencies.school], purpose: 'section-47', question: 'Was he in?' }],
      ['withdraw', { requests: [asked], reason: 'Answered by telephone.' }],
      ['answer', { request: asked, answer: 'nothing' }],
      [`told/${told}/recall`, { why: 'A mistake' }],
    ] as const)
      expect([page, (await duty.write(`${file()}/${page}`, fields)).status]).toEqual([page, 403])
    const own = await here.server.db.owner.query<{ root: string }>(
      'select root from fact where case_id = $1 and recorded_by = $2 and kind = $3',
      [noah.id, by('duty').postId, 'address-known'],
    )
    const roots = own.rows.map(({ root }) => root)
    expect(roots).toHaveLength(1)
    const recording = { act: 'record', caseId: noah.id, kind: 'address-known', happened: on('2026-04-14') } as const
    const id = newId()
    const tells = [{ caseId: noah.id, toAgencyIds: [here.borough.agencies.police], roots: [id], ...why }]
    const out = [{ root: asked, agencies: [here.borough.agencies.school], grounds: why }]
    const commands = { areaId: here.borough.area, by: by('duty') }
    for (const tried of [
      () => share('duty', [seen]),
      () => share('duty', roots),
      () => ask('duty'),
      () =>
        declineSharing(here.server.ledger, {
          ...common(),
          by: by('duty'),
          toAgencyIds: [here.borough.agencies.police],
          why: 'No',
        }),
      () => recall(here.server.ledger, { ...commands, disclosureId: told, why: 'A mistake' }),
      () =>
        record(here.server.ledger, {
          ...commands,
          submissionId: newId(),
          acts: [{ ...recording, id, data: {}, narrative: {} }],
          tells,
        }),
      () =>
        record(here.server.ledger, {
          ...commands,
          submissionId: newId(),
          ...withdrawalsOf(noah.id, out, on('2026-04-14'), 'Answered by telephone.'),
        }),
    ])
      await expect(tried()).rejects.toThrow(NotAllowed)
    expect(await written()).toEqual(before)
  })

  test('the team goes on sharing and asking', async () => {
    await share('westWorker', [seen])
    await ask('westWorker')
    expect((await (await here.signedIn('westworker')).get(`${file()}/share`)).status).toBe(200)
  })
})

test('when it has ended, nothing is left of it: no reading, no adding', async () => {
  await here.server.db.owner.query(
    `update compartment_grant set starts_at = starts_at - interval '1 hour', ends_at = now() - interval '1 second'
     where case_id = $1 and break_glass_id is not null`,
    [noah.id],
  )
  for (const page of ['', '/record/address-known', '/share', '/ask', '/told'])
    expect([page, (await duty.get(`${file()}${page}`)).status]).toEqual([page, 403])
})
