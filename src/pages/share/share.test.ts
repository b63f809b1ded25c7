import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { givenAgencies } from '../../../test/given-agencies.ts'
import { date, expectAccessible } from '../../../test/given-case.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { NotFound } from '../../access/refusals.ts'
import { disclose } from '../../ledger/disclose.ts'
import { newId } from '../../platform/identifier.ts'
import { guidance } from '../../procedures/index.ts'

let here: Awaited<ReturnType<typeof givenAgencies>>
let worker: Visitor
let teacher: Visitor
let child: Awaited<ReturnType<typeof here.child>>
beforeAll(async () => {
  here = await givenAgencies()
  worker = await here.signedIn('eastworker')
  teacher = await here.signedIn('teacher')
})
beforeEach(async () => {
  child = await here.child()
})

const why = {
  decision: 'share',
  'lawful-basis': 'ca1989-s47',
  'why-necessary': 'The school sees her each day.',
  'family-told': 'yes',
}
const share = (more: Record<string, string | string[]> = {}, submission = newId()) =>
  worker.write(
    `${child.base}/share`,
    { ...why, agencies: here.agencies.school, records: child.name, ...more },
    submission,
  )
const disclosures = async () =>
  (
    await here.server.db.owner.query<Record<string, unknown>>(
      'select id, to_agency_id, basis, conditions, until_at, not_told_why from disclosure where case_id = $1 order by to_agency_id',
      [child.id],
    )
  ).rows

describe('sharing', () => {
  test('one record with two agencies in one action: they see it, and it stands on the page with its reasons', async () => {
    const { school, police } = here.agencies
    expect((await teacher.get(child.base)).status).toBe(404)
    const form = await worker.get(`${child.base}/share?fact=${child.name}`)
    expectAccessible(form.body)
    expect(form.body).toMatch(new RegExp(`value="${child.name}"[^>]*checked`))
    const reply = await share({ agencies: [school, police] })
    expect(reply.to).toBe(`${child.base}/told?done=share`)
    expect((await disclosures()).map(row => row['to_agency_id'])).toEqual([school, police].toSorted())
    const seen = await teacher.get(child.base)
    expect(seen.body).toContain('Aria Fenwick')
    expect(seen.body).not.toContain('ZZ99 1AA')
    const told = await worker.get(reply.to)
    expectAccessible(told.body)
    for (const words of ['Linden Primary School', 'Harrowmere Police', 'The school sees her each day.', 'section 47'])
      expect(told.body).toContain(words)
    expect(told.body).toContain('opened the file')
    expect(told.body).toContain('Nobody there has opened the file.')
  })

  test('the conditions that usually go with the power are kept with it, unless others are chosen', async () => {
    await share()
    expect((await disclosures())[0]?.['conditions']).toBe('gdpr-6-1-e gdpr-9-2-g dpa2018-sch1-18')
    await share({ agencies: here.agencies.police, 'conditions-met': ['gdpr-6-1-d', 'gdpr-9-2-c'] })
    expect((await disclosures()).map(row => row['conditions'])).toContain('gdpr-6-1-d gdpr-9-2-c')
  })

  test('everything of a kind until a day: also what is recorded later, and not after that day', async () => {
    const reply = await share({ records: [], kinds: 'child-seen', ...date('2030-05-01', 'until') })
    expect(reply.status).toBe(303)
    await child.fact('child-seen', '2026-04-13', { narrative: { wishes: 'A dog.' } })
    expect((await teacher.get(child.base)).body).toContain('A dog.')
    expect((await worker.get(`${child.base}/told`)).body).toContain('Until 1 May 2030')
    expect((await disclosures())[0]?.['until_at']).toBe(Date.parse('2030-05-01T22:59:59.999Z'))
  })

  test('with the agencies of a meeting, whoever was named there', async () => {
    const { school, police } = here.agencies
    const meeting = await child.fact('initial-conference-held', '2026-04-10', {
      data: { decision: 'child-protection-plan', categories: ['NEG'], attended: [school], invited: [school, police] },
    })
    expect((await worker.get(`${child.base}/share`)).body).toContain('Linden Primary School, Harrowmere Police')
    expect((await share({ agencies: [], meeting })).body).toContain('Select whether you tell the agencies')
    expect(await disclosures()).toHaveLength(0)
    await share({ agencies: [], meeting, 'meeting-whom': 'agencies' })
    expect(await disclosures()).toHaveLength(2)
  })

  test('a double press shares once', async () => {
    const submission = newId()
    const replies = await Promise.all([share({}, submission), share({}, submission)])
    expect(replies.map(reply => reply.status)).toEqual([303, 303])
    expect(await disclosures()).toHaveLength(1)
  })

  test('what was being written is a draft no longer', async () => {
    const submission = newId()
    const path = `${child.base}/share`
    await worker.post('/draft', {
      _submission: submission,
      _version: '0',
      _form: path,
      _title: 'Share',
      _case: child.reference,
      'why-necessary': 'Half',
    })
    expect((await worker.get('/drafts')).body).toContain(submission)
    await share({}, submission)
    expect((await worker.get('/drafts')).body).not.toContain(submission)
  })
})

describe('recalling', () => {
  test('ends seeing at once, says why, and leaves its trace', async () => {
    await share()
    const id = String((await disclosures())[0]?.['id'])
    const path = `${child.base}/told/${id}/recall`
    expect((await worker.write(path, {})).body).toContain('Say why they should no longer see it')
    expectAccessible((await worker.get(path)).body)
    const open = await teacher.get(child.base)
    expect(open.status).toBe(200)
    await worker.write(path, { why: 'Told the wrong school.' })
    expect((await teacher.get(child.base)).status).toBe(404)
    const told = (await worker.get(`${child.base}/told`)).body
    expect(told).toContain('Recalled on 14 April 2026 by Amira Osei')
    expect(told).toContain('Told the wrong school.')
    expect(told).toContain('sees nothing now')
    expect((await worker.get(path)).body).toContain('There is nothing to recall')
  })

  test('nobody recalls what another agency shared', async () => {
    await share()
    const id = String((await disclosures())[0]?.['id'])
    const path = `${child.base}/told/${id}/recall`
    expect((await teacher.get(path)).status).toBe(404)
    expect((await teacher.write(path, { why: 'x' })).status).toBe(404)
    expect((await worker.get(`${child.base}/told/${newId()}/recall`)).status).toBe(404)
    expect((await teacher.get(child.base)).status).toBe(200)
  })
})

describe('deciding not to share', () => {
  test('stands with its reason for one’s own agency, and for nobody else', async () => {
    await share()
    const reply = await share({
      decision: 'not-share',
      agencies: here.agencies.police,
      'why-not': 'It would put her at risk.',
    })
    expect(reply.to).toBe(`${child.base}/told?done=not-share`)
    expect(await disclosures()).toHaveLength(1)
    const own = (await worker.get(`${child.base}/told`)).body
    expect(own).toContain('It would put her at risk.')
    expect(own).toMatch(/with Harrowmere Police:/)
    expect((await teacher.get(`${child.base}/told`)).body).not.toContain('It would put her at risk.')
  })

  test('needs a reason, and neither records nor a power', async () => {
    const { status, body } = await share({ decision: 'not-share', 'lawful-basis': '', records: [] })
    expect(status).toBe(422)
    expect(body).toContain('Enter why you do not share it')
    expect(body).not.toContain('Select the lawful basis</a>')
  })
})

describe('what is refused', () => {
  test('a form with faults comes back with each fault and every word', async () => {
    const { status, body } = await worker.write(`${child.base}/share`, {
      'why-necessary': '',
      'family-not-told-why': 'Half a sen',
      ...date('2026-04-01', 'until'),
    })
    expect(status).toBe(422)
    expectAccessible(body)
    for (const fault of [
      'Select whether you share it',
      'Select at least one agency, or a meeting',
      'Select at least one record, or a kind of record',
      'The last day must be today or later',
      'Select the lawful basis',
      'Enter why it is necessary, and no more than that',
      'Select whether the family has been told',
    ])
      expect(body, fault).toContain(fault)
    expect(body).toContain('value="Half a sen"')
  })

  test.each([
    ['an agency of another area', () => ({ agencies: here.agencies.elsewhere })],
    ['no id at all', () => ({ agencies: 'police' })],
    ['one’s own agency', () => ({ agencies: here.agencies.authority })],
    ['a record that there is not', () => ({ records: newId() })],
    ['a kind of which there is nothing', () => ({ kinds: 'a-kind' })],
    ['a power that does not hold on the day', () => ({ 'lawful-basis': 'ca2004-s14b' })],
    ['a condition that there is not', () => ({ 'conditions-met': 'consent' })],
    ['a meeting that there was not', () => ({ meeting: newId() })],
  ])('%s: nothing is shared', async (_, more) => {
    const { status, body } = await share(more())
    expect(status).toBe(422)
    expectAccessible(body)
    expect(await disclosures()).toHaveLength(0)
  })

  test('who looked into it is nobody’s to share: not now, and not from now on', async () => {
    expect((await worker.get(`${child.base}/share`)).body).not.toContain('value="restricted-record-opened"')
    for (const { kind } of [...guidance.kinds.values()].filter(({ apart }) => apart)) {
      expect([kind, (await share({ records: [], kinds: kind })).status]).toEqual([kind, 422])
      const { post, agency } = here.server.borough.people.eastWorker
      const what = {
        areaId: here.server.borough.area,
        caseId: child.id,
        submissionId: newId(),
        roots: [],
        kinds: [kind],
      }
      const grounds = { basis: 'ca1989-s47', necessity: 'test', familyTold: 'yes' } as const
      await expect(
        disclose(here.server.ledger, {
          ...what,
          ...grounds,
          by: { postId: post, agencyId: agency },
          toAgencyIds: [here.agencies.school],
        }),
      ).rejects.toBeInstanceOf(NotFound)
    }
    expect(await disclosures()).toHaveLength(0)
  })

  test('a partner is not told that nobody looked where it may not know', async () => {
    const { ids } = await here.server.record('teacher', {
      by: { postId: null, agencyId: here.agencies.school },
      acts: [
        {
          act: 'record',
          caseId: child.id,
          kind: 'child-seen',
          happened: { from: '2026-04-13', to: '2026-04-13', certainty: 'day', at: null },
          data: {},
          narrative: {},
        },
      ],
    })
    const sent = await teacher.write(`${child.base}/share`, {
      ...why,
      agencies: here.agencies.police,
      records: ids[0] as string,
    })
    expect(sent.status).toBe(303)
    expect((await (await here.signedIn('police')).get(child.base)).status).toBe(200)
    const { body } = await teacher.get(`${child.base}/told`)
    expect(body).toContain('Harrowmere Police')
    expect(body).not.toMatch(/opened the file|looked last/)
  })

  test('what another agency recorded is not offered and not shared', async () => {
    await share()
    const { ids } = await here.server.record('teacher', {
      acts: [
        {
          act: 'record',
          caseId: child.id,
          kind: 'child-seen',
          happened: { from: '2026-04-13', to: '2026-04-13', certainty: 'day', at: null },
          data: {},
          narrative: {},
        },
      ],
    })
    const theirs = ids[0] as string
    expect((await worker.get(`${child.base}/share`)).body).not.toContain(theirs)
    expect((await share({ records: theirs, agencies: here.agencies.police })).status).toBe(422)
    const own = await teacher.get(`${child.base}/share`)
    expect(own.body).toContain(theirs)
    expect(own.body).not.toContain(child.name)
  })

  test('a post that may only read is told who can; one without anything to do with the case finds nothing', async () => {
    for (const [who, status] of [
      ['privacyofficer', 403],
      ['westworker', 404],
      ['teacher', 404],
    ] as const) {
      const visitor = await here.signedIn(who)
      const fields = { ...why, agencies: here.agencies.police, records: child.name }
      const page = await visitor.get(`${child.base}/share`)
      const sent = await visitor.write(`${child.base}/share`, fields)
      expect([who, page.status, sent.status]).toEqual([who, status, status])
    }
    expect(await disclosures()).toHaveLength(0)
  })
})

describe('the duty to share', () => {
  test('once its section is in force the form starts from sharing everything, without any change of ours', async () => {
    const { owner } = here.server.db
    const before = (await worker.get(`${child.base}/share`)).body
    expect(before).not.toContain('The law starts from sharing')
    expect(before).not.toMatch(new RegExp(`value="${child.name}"[^>]*checked`))
    const today = here.server.clock.instant
    here.server.clock.instant = Date.parse('2027-04-14T09:00:00Z')
    const later = await here.signedIn('eastworker')
    await owner.query(`insert into commencement values ('cwsa2026-s4', '2027-04-14', 'regulations')`)
    const { body } = await later.get(`${child.base}/share`)
    expect(body).toContain('The law starts from sharing')
    expect(body).toContain('section 16LA')
    for (const root of [child.name, child.birth, child.address])
      expect(body).toMatch(new RegExp(`value="${root}"[^>]*checked`))
    expect(body).toMatch(/value="share"[^>]*checked|checked[^>]*value="share"/)
    await owner.query(`update commencement set begins_on = '2027-04-15'`)
    expect((await later.get(`${child.base}/share`)).body).not.toContain('The law starts from sharing')
    await owner.query('delete from commencement')
    here.server.clock.instant = today
  })
})

test('the page of who was told leads only where the post may go', async () => {
  const leads = async (who: string) => {
    const { body } = await (await here.signedIn(who)).get(`${child.base}/told`)
    return ['share', 'readers'].filter(page => body.includes(`href="${child.base}/${page}"`))
  }
  expect(await leads('manager')).toEqual(['share', 'readers'])
  expect(await leads('support')).toEqual(['share'])
  expect(await leads('privacyofficer')).toEqual(['readers'])
})
