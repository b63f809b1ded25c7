/** What is known of somebody who is a danger to children: who sees it, and how it is shared. */
import { beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible, on } from '../../../test/given-case.ts'
import { smallCaseload } from '../../../test/small-caseload.ts'
import { NotFound } from '../../access/refusals.ts'
import { disclose } from '../../ledger/disclose.ts'
import { newId } from '../../platform/identifier.ts'
import { offenderRisk } from '../../procedures/known-offender.ts'

let here: Awaited<ReturnType<typeof smallCaseload>>
let child: Awaited<ReturnType<typeof here.child>>
const danger = {
  data: { from: 'mappa', level: '2', contact: 'stopped' },
  narrative: { checks: 'Looked at with probation' },
}
const words = 'Looked at with probation'

beforeAll(async () => {
  here = await smallCaseload()
  child = await here.child({ forenames: 'Rowan', surname: 'Thackeray', team: 'east' })
  await child.fact(offenderRisk.kind, '2026-04-01', danger)
})

const sees = async (who: string, of = child) => {
  const { status, body } = await (await here.signedIn(who)).get(`/case/${of.reference}`)
  return [status, body.includes('Rowan') || body.includes('Wren'), body.includes(words)]
}

test('the team sees it, the front door, managers and chairs; others of the authority see the file and not that', async () => {
  for (const who of ['eastworker', 'support', 'manager', 'duty', 'chair'])
    expect([who, ...(await sees(who))]).toEqual([who, 200, true, true])
  for (const who of ['datalead', 'privacyofficer']) expect([who, ...(await sees(who))]).toEqual([who, 200, true, false])
  const { body } = await (await here.signedIn('duty')).get(`/case/${child.reference}/why`)
  expectAccessible(body)
  expect(body).toContain('What fewer may see: records of Harrowmere Council')
})

test('on a restricted or shielded file it is seen by no more people than the rest of it', async () => {
  for (const [restriction, door] of [
    ['restricted', 403],
    ['shielded', 200],
  ] as const) {
    const kept = await here.child({ forenames: 'Wren', surname: 'Thackeray', team: 'west', restriction })
    await kept.fact(offenderRisk.kind, '2026-04-01', danger)
    expect(await sees('westworker', kept)).toEqual([200, true, true])
    expect((await sees('duty', kept))[0]).toBe(door)
    expect((await sees('chair', kept))[0]).toBe(404)
  }
})

test('in another agency those who record for it see it, and nobody else does until it is told', async () => {
  const { police } = here.borough.agencies
  await here.server.record('police', {
    by: { postId: null, agencyId: police },
    acts: [
      {
        act: 'record',
        caseId: child.id,
        kind: offenderRisk.kind,
        happened: on('2026-04-02'),
        data: { from: 'police' },
        narrative: { checks: 'Seen by the police alone' },
      },
    ],
  })
  const read = async (who: string) =>
    (await (await here.signedIn(who)).get(`/case/${child.reference}`)).body.includes('Seen by the police alone')
  expect([await read('police'), await read('eastworker'), await read('duty')]).toEqual([true, false, false])
})

describe('it is shared record by record', () => {
  test('it is corrected and shared like anything, by whoever chooses it', async () => {
    const worker = await here.signedIn('eastworker')
    const { rows } = await here.server.db.owner.query<{ root: string }>(
      'select root from fact where case_id = $1 and kind = $2 and agency_id = $3',
      [child.id, offenderRisk.kind, here.borough.agencies.authority],
    )
    const root = rows[0]?.root ?? ''
    expect((await worker.get(`/case/${child.reference}/fact/${root}/correct`)).status).toBe(200)
    const { body } = await worker.get(`/case/${child.reference}/share?fact=${root}`)
    expectAccessible(body)
    expect(body).toMatch(new RegExp(`<input[^>]*value="${root}"[^>]*checked`))
    const kinds = body.slice(body.indexOf('name="kinds"'))
    expect(kinds).toContain('address-known')
    expect(kinds).not.toContain(`value="${offenderRisk.kind}"`)
  })

  test('never as everything of its kind', async () => {
    const { area, agencies, people } = here.borough
    const what = {
      areaId: area,
      caseId: child.id,
      submissionId: newId(),
      by: { postId: people.eastWorker.post, agencyId: agencies.authority },
      toAgencyIds: [agencies.school],
      roots: [],
      kinds: [offenderRisk.kind],
      basis: 'ca1989-s47',
      necessity: 'He waits at the gate.',
      familyTold: 'no',
    } as const
    await expect(disclose(here.server.ledger, what)).rejects.toThrow(NotFound)
  })
})
