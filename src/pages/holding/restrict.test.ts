import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { expectAccessible, given } from '../../../test/given-case.ts'
import { givenSharedFile, kept, shared } from '../../../test/given-shared-file.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { breakGlass } from '../../ledger/break-glass.ts'
import { newId } from '../../platform/identifier.ts'

const names = ['eastworker', 'westworker', 'manager', 'duty', 'chair', 'privacyofficer', 'datalead', 'teacher'] as const
type Name = (typeof names)[number]
let here: Awaited<ReturnType<typeof given>>
let visitors: Record<Name, Visitor>
let ours: Awaited<ReturnType<typeof here.newCase>> & { base: string }
beforeAll(async () => {
  here = await given()
  const signedIn = await Promise.all(names.map(async name => [name, await here.signedIn(name)] as const))
  visitors = Object.fromEntries(signedIn) as Record<Name, Visitor>
})
let number = 0
beforeEach(async () => {
  const opened = await here.newCase(`Quarrier${'abcdefghijklmnopqrst'.charAt(number++)}`)
  ours = { ...opened, base: `/case/${opened.reference}` }
})

const restrict = (to: string, more: Record<string, string | string[]> = {}, by: Name = 'manager', base = ours.base) =>
  visitors[by].write(`${base}/restrict`, { to, why: 'Her father works for the council.', ...more })
/** Who sees the file. Whoever is told that there is one, and no more, does not. */
const seenBy = async (base = ours.base) => {
  const seen: Name[] = []
  for (const name of names) if ((await visitors[name].get(base)).status === 200) seen.push(name)
  return seen
}

describe('restricting', () => {
  test('of the council only the team sees it from then on; the reason stands with the file', async () => {
    expect(await seenBy()).toEqual(['eastworker', 'manager', 'duty', 'chair', 'privacyofficer', 'datalead'])
    const form = await visitors.manager.get(`${ours.base}/restrict`)
    expectAccessible(form.body)
    expect(form.body).toContain('Data, Front door, Managers and chairs and Privacy of Harrowmere Council')
    const reply = await restrict('restricted')
    expect(reply.to).toBe(`${ours.base}?restricted=yes`)
    expect((await visitors.manager.get(reply.to)).body).toContain('This file is restricted now.')
    expect(await seenBy()).toEqual(['eastworker', 'manager'])
    expect((await visitors.chair.get(`/find?q=Aria`)).body).not.toContain(ours.reference)
    expect((await visitors.eastworker.get(`${ours.base}/why`)).body).toMatch(
      /Restricted, East team[\s\S]*Her father works for the council\.[\s\S]*Ruth Calloway/,
    )
    const { rows } = await here.server.db.owner.query(
      `select count(*) as n from reading_log where case_id = $1 and route = '/case/:reference/restrict'`,
      [ours.id],
    )
    expect(rows).toEqual([{ n: 2 }])
  })

  test('shielded, the front door sees it as well, and for all others there is none', async () => {
    await restrict('shielded')
    expect(await seenBy()).toEqual(['eastworker', 'manager', 'duty'])
    expect((await visitors.westworker.get(`${ours.base}/open`)).status).toBe(404)
  })

  test('from the one to the other, and back: everybody sees what they saw before', async () => {
    const before = await seenBy()
    await restrict('restricted')
    await restrict('shielded')
    expect(await seenBy()).toEqual(['eastworker', 'manager', 'duty'])
    await restrict('restricted')
    expect(await seenBy()).toEqual(['eastworker', 'manager'])
    const form = await visitors.manager.get(`${ours.base}/restrict`)
    expectAccessible(form.body)
    expect(form.body).toContain('Neither: as any other file')
    await restrict('none')
    expect(await seenBy()).toEqual(before)
    expect((await visitors.chair.get(`/find?q=Aria`)).body).toContain(ours.reference)
  })

  test('whoever is named goes on seeing it', async () => {
    const { chair } = here.server.borough.people
    await restrict('restricted', { keeping: [chair.post] })
    expect(await seenBy()).toEqual(['eastworker', 'manager', 'chair'])
    expect((await visitors.chair.get(`${ours.base}/why`)).body).toContain('you were named when it was restricted')
  })

  test('what is recorded afterwards is the team’s too', async () => {
    await restrict('restricted')
    await ours.fact('child-seen', '2026-04-10')
    expect((await visitors.manager.get(ours.base)).body).toContain('10 April 2026')
    expect(await seenBy()).toEqual(['eastworker', 'manager'])
  })

  test('it can be opened in an emergency, for minutes, as any restricted file; that stays until it is over', async () => {
    await restrict('restricted')
    const { people, area } = here.server.borough
    await breakGlass(here.server.ledger, {
      areaId: area,
      reference: ours.reference,
      submissionId: newId(),
      by: { postId: people.westWorker.post, agencyId: people.westWorker.agency },
      scope: 'whole',
      minutes: 15,
      reason: 'At the hospital',
      toldPostId: people.manager.post,
    })
    // The privacy officer sees by its reference what is to be reviewed, and nothing of what is in it.
    expect(await seenBy()).toEqual(['eastworker', 'westworker', 'manager', 'privacyofficer'])
    expect((await visitors.privacyofficer.get(ours.base)).body).not.toContain('Quarrier')
    expect((await restrict('none', {}, 'privacyofficer')).status).toBe(403)
    await restrict('shielded')
    expect(await seenBy()).toEqual(['eastworker', 'westworker', 'manager', 'duty', 'privacyofficer'])
  })

  test('a conflict of interest closes it before and after', async () => {
    await visitors.eastworker.write('/conflicts', { about: 'reference', relation: 'friend', reference: ours.reference })
    await restrict('restricted')
    expect(await seenBy()).toEqual(['manager'])
    await restrict('none')
    expect(await seenBy()).not.toContain('eastworker')
  })

  test('a school keeps its own words and goes on seeing what it was told; a file without a team is given one', async () => {
    const { base, id } = await givenSharedFile(here.server, 'Tressilian')
    const none = await restrict('restricted', {}, 'manager', base)
    expect(none.status).toBe(422)
    expectAccessible(none.body)
    expect(none.body).toContain('Select the team that holds the file')
    await restrict('restricted', { team: here.server.borough.teams.east }, 'manager', base)
    expect(await seenBy(base)).toEqual(['eastworker', 'manager', 'teacher'])
    expect((await visitors.teacher.get(base)).body).toContain(kept)
    expect((await visitors.eastworker.get(base)).body).toContain(shared)
    expect((await visitors.eastworker.get(base)).body).not.toContain(kept)
    const { rows } = await here.server.db.owner.query('select waits_for_team from case_file where id = $1', [id])
    expect(rows).toEqual([{ waits_for_team: false }])
  })

  test('a privacy officer restricts it and then does not see it any more: the page says so before', async () => {
    const form = await visitors.privacyofficer.get(`${ours.base}/restrict`)
    expect(form.body).toContain('You are not in East team')
    expect((await visitors.manager.get(`${ours.base}/restrict`)).body).not.toContain('You are not in')
    expect((await restrict('restricted', {}, 'privacyofficer')).to).toBe('/due')
    expect(await seenBy()).toEqual(['eastworker', 'manager'])
  })
})

describe('what is refused', () => {
  test('nothing chosen, no reason, somebody of another agency: said at the field', async () => {
    const empty = await visitors.manager.write(`${ours.base}/restrict`, {})
    expect(empty.status).toBe(422)
    expectAccessible(empty.body)
    expect(empty.body).toContain('Select what should hold from now on')
    expect(empty.body).toContain('Say why')
    const { teacher } = here.server.borough.people
    expect((await restrict('restricted', { keeping: [teacher.post] })).body).toContain('Select people from the list')
    expect(await seenBy()).toContain('duty')
  })

  test('a social worker, the front door and a school are told who can', async () => {
    for (const who of ['eastworker', 'duty', 'chair'] as const)
      expect([who, (await restrict('restricted', {}, who)).status]).toEqual([who, 403])
    expect((await restrict('restricted', {}, 'teacher')).status).toBe(404)
    expect((await visitors.duty.get(`${ours.base}/restrict`)).body).toContain('team manager or privacy officer')
  })

  test('a double press restricts once', async () => {
    const submission = newId()
    const fields = { to: 'restricted', why: 'As before.' }
    const replies = await Promise.all([
      visitors.manager.write(`${ours.base}/restrict`, fields, submission),
      visitors.manager.write(`${ours.base}/restrict`, fields, submission),
    ])
    const { rows } = await here.server.db.owner.query('select change from case_holding where case_id = $1', [ours.id])
    expect(rows).toEqual([{ change: 'restricted' }])
    expect(replies.map(({ status }) => status)).toEqual([303, 303])
  })
})
