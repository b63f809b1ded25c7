import { beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible, given } from '../../../test/given-case.ts'
import { givenSharedFile, kept, shared } from '../../../test/given-shared-file.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { newId } from '../../platform/identifier.ts'

let here: Awaited<ReturnType<typeof given>>
let door: Visitor
let worker: Visitor
beforeAll(async () => {
  here = await given()
  door = await here.signedIn('duty')
  worker = await here.signedIn('eastworker')
})

const toEast = () => ({ team: here.server.borough.teams.east, why: 'They know the family.' })

describe('a file that a school opened and shared with the council', () => {
  test('waits, with who shared it and since when, for the front door and managers alone', async () => {
    const { reference } = await givenSharedFile(here.server, 'Thistlewood')
    const { body } = await door.get('/take-in')
    expectAccessible(body)
    expect(body).toMatch(new RegExp(`Maud Thistlewood[\\s\\S]*${reference}[\\s\\S]*Linden Primary School on 14 April`))
    expect((await (await here.signedIn('manager')).get('/take-in')).body).toContain(reference)
    for (const who of ['eastworker', 'chair', 'privacyofficer', 'teacher', 'police'])
      expect([who, (await (await here.signedIn(who)).get('/take-in')).status]).toEqual([who, 403])
  })

  test('is given to a team, which then sees what was shared and nothing that the school kept', async () => {
    const { base, reference, id } = await givenSharedFile(here.server, 'Applegarth')
    expect((await worker.get(base)).status).toBe(404)
    const file = await door.get(base)
    expect(file.body).toContain('No team has this file')
    expectAccessible((await door.get(`${base}/take-in`)).body)
    const given = await door.write(`${base}/take-in`, toEast())
    expect(given.to).toBe(`${base}?taken-in=yes`)
    expect((await door.get(given.to)).body).toContain('East team has this file now.')
    const seen = (await worker.get(base)).body
    expect(seen).toContain(shared)
    expect(seen).not.toContain(kept)
    expect((await worker.get('/find?q=Maud+Applegarth')).body).toContain(reference)
    expect((await (await here.signedIn('westworker')).get(base)).status).toBe(404)
    expect((await door.get('/take-in')).body).not.toContain(reference)
    expect((await worker.get(`${base}/why`)).body).toMatch(
      /You are in East team, which works on this case[\s\S]*Given to a team, East team[\s\S]*They know the family\./,
    )
    const { rows } = await here.server.db.owner.query(
      'select change, team_id, why, changed_by from case_holding where case_id = $1',
      [id],
    )
    const { teams, people } = here.server.borough
    expect(rows).toEqual([
      { change: 'taken-in', team_id: teams.east, why: 'They know the family.', changed_by: people.duty.post },
    ])
  })

  test('and what is owed because of it stands among the team’s duties', async () => {
    const { base, id } = await givenSharedFile(here.server, 'Summerhayes')
    await here.server.record('duty', {
      acts: [
        {
          act: 'record',
          caseId: id,
          kind: 'referral-received',
          happened: { from: '2026-04-14', to: '2026-04-14', certainty: 'day', at: null },
          data: { source: '2A' },
          narrative: { reason: 'As the school says.' },
        },
      ],
    })
    const teamOf = async () =>
      (await here.server.db.owner.query('select distinct team_id from duty where case_id = $1', [id])).rows
    expect(await teamOf()).toEqual([{ team_id: null }])
    await door.write(`${base}/take-in`, toEast())
    expect(await teamOf()).toEqual([{ team_id: here.server.borough.teams.east }])
    expect((await worker.get('/due?scope=team')).body).toContain('Maud Summerhayes')
  })

  test('the school goes on seeing all of its own, and learns nothing of the council’s words', async () => {
    const { base } = await givenSharedFile(here.server, 'Ravenscar')
    await door.write(`${base}/take-in`, toEast())
    const { body } = await (await here.signedIn('teacher')).get(base)
    expect(body).toContain(kept)
    expect(body).not.toContain('Give it to a team')
  })
})

describe('what is refused', () => {
  test('no team, no reason, a team of nobody: said at the field, with what was typed', async () => {
    const { base } = await givenSharedFile(here.server, 'Winterbourne')
    const empty = await door.write(`${base}/take-in`, { team: newId() })
    expect(empty.status).toBe(422)
    expectAccessible(empty.body)
    expect(empty.body).toContain('Select the team that will work with the child')
    expect(empty.body).toContain('Say why this team')
    const typed = await door.write(`${base}/take-in`, { why: 'Half a reas' })
    expect(typed.body).toContain('>Half a reas</textarea>')
    expect((await worker.get(base)).status).toBe(404)
  })

  test('a file that a team has is not taken from it; a double press gives it once', async () => {
    const { base, id } = await givenSharedFile(here.server, 'Holloway')
    const submission = newId()
    const replies = await Promise.all([0, 1].map(() => door.write(`${base}/take-in`, toEast(), submission)))
    expect(replies.map(({ status }) => status)).toEqual([303, 303])
    const other = await door.write(`${base}/take-in`, { team: here.server.borough.teams.west, why: 'Ours.' })
    expect(other.status).toBe(409)
    const { rows } = await here.server.db.owner.query(
      'select h.team_id, f.team_id as now from case_holding h join case_file f on f.id = h.case_id where case_id = $1',
      [id],
    )
    const { east } = here.server.borough.teams
    expect(rows).toEqual([{ team_id: east, now: east }])
    expect((await door.get(`${base}/take-in`)).body).toContain('East team has this file.')
  })

  test('who declared that they know the family gives it to nobody', async () => {
    const { base, reference } = await givenSharedFile(here.server, 'Merriweather')
    const manager = await here.signedIn('manager')
    await manager.write('/conflicts', { about: 'reference', relation: 'friend', reference })
    expect((await manager.get(`${base}/take-in`)).status).toBe(404)
    expect((await manager.write(`${base}/take-in`, toEast())).status).toBe(404)
    expect((await manager.get('/take-in')).body).not.toContain(reference)
  })
})
