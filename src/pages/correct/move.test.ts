import { beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible, given, on } from '../../../test/given-case.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { record } from '../../ledger/record.ts'
import { addAgency, addArea, newReference } from '../../people/establishment.ts'
import { newId } from '../../platform/identifier.ts'
import { transaction } from '../../platform/transaction.ts'

type Here = Awaited<ReturnType<typeof given>>
type Case = Awaited<ReturnType<Here['newCase']>>
let here: Here
let worker: Visitor
let manager: Visitor

// Tuesday 14 April 2026.
beforeAll(async () => {
  here = await given()
  worker = await here.signedIn('eastworker')
  manager = await here.signedIn('manager')
})

const now = Date.parse('2026-04-14T09:00:00Z')
let surnames = 0

/** A discussion about Boris Ormerod that was recorded on 25 March on Aria's file. */
async function misfiled() {
  surnames += 1
  const [wrong, right] = [await here.newCase(`Fenwick${surnames}`), await here.newCase(`Ormerod${surnames}`)]
  here.server.clock.instant = Date.parse('2026-03-25T15:00:00Z')
  const root = await discussed(wrong)
  here.server.clock.instant = now
  const address = `/case/${wrong.reference}/fact/${root}`
  return { wrong, right, root, address, move: `${address}/move`, surname: `Ormerod${surnames}` }
}

const discussed = (where: Case) =>
  where.fact('strategy-discussion-held', '2026-03-25', {
    data: { outcome: 'section-47' },
    narrative: { reasons: 'Marks on both arms' },
  })

const hidden = (html: string, name: string) => new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(html)?.[1] ?? ''

/** The form of the second page as a browser sends it. */
async function confirmed(visitor: Visitor, { move, right }: { move: string; right: Case }) {
  const { status, body } = await visitor.get(`${move}?to=${right.reference}`)
  const fields = ['to', 'case-seen', 'to-seen', 'continues-fact'].map(name => [name, hidden(body, name)])
  return { status, body, form: Object.fromEntries(fields.filter(([, value]) => value)) as Record<string, string> }
}

const owed = async (caseId: string) =>
  (
    await here.server.db.owner.query<{ due_latest: string; known_since: number }>(
      `select due_latest, known_since from duty where case_id = $1 and rule = 'hold-initial-conference'`,
      [caseId],
    )
  ).rows

describe('which child', () => {
  test('the page of striking out leads there; files of the same family are offered', async () => {
    const { wrong, address, move } = await misfiled()
    const [near] = [await here.newCase(`Fenwick${surnames}`)]
    expect((await manager.get(`${address}/strike-out`)).body).toContain(`href="${move}"`)
    const { status, body } = await manager.get(move)
    expect(status).toBe(200)
    expectAccessible(body)
    expect(body).toContain(`href="${move}?to=${near.reference}"`)
    expect(body).not.toContain(`?to=${wrong.reference}`)
  })

  test('a file of another area or of a restricted child is answered as one that there is not', async () => {
    const { wrong, move } = await misfiled()
    const { db, ledger, borough } = here.server
    const [area, authority] = [newId(), newId()]
    await transaction(db.recorder, async client => {
      const codes = [{ scheme: 'dfe', code: '998', from: '2009-01-01' }] as const
      await addArea(client, { id: area, kind: 'authority', name: 'Elsewhere', codes })
      await addAgency(client, { id: authority, kind: 'local-authority', name: 'Elsewhere Council' }, [area], true)
    })
    const open = async (areaId: string, agencyId: string, restriction: 'none' | 'restricted') => {
      const [id, reference] = [newId(), newReference()]
      const named = { act: 'record', kind: 'child-named', caseId: id, happened: on('2026-03-01'), data: {} } as const
      await record(ledger, {
        areaId,
        submissionId: newId(),
        by: { postId: null, agencyId },
        opens: [{ id, kind: 'child', reference, teamId: null, restriction }],
        acts: [{ ...named, narrative: { forenames: 'Hidden', surname: 'Child' } }],
      })
      return reference
    }
    const none = newReference()
    const said = async (reference: string) => {
      const { status, body } = await manager.get(`${move}?to=${reference.toLowerCase()}`)
      expect(status).toBe(422)
      const [, main = ''] = body.split('<main')
      return main.replaceAll(new RegExp(reference, 'gi'), 'REFERENCE')
    }
    const nothing = await said(none)
    expect(nothing).toContain('There is no file REFERENCE that you may see')
    expect(await said(await open(area, authority, 'none'))).toBe(nothing)
    expect(await said(await open(borough.area, borough.agencies.authority, 'restricted'))).toBe(nothing)
    const posted = await manager.write(move, { to: none, 'case-seen': '2' })
    expect([posted.status, (await here.factsOf(wrong.id)).length]).toEqual([422, 2])
    expect((await manager.get(`${move}?to=`)).body).toContain('Enter the reference')
    expect((await manager.get(`${move}?to=${wrong.reference}`)).body).toContain('on which it stands now')
  })

  test('who may not strike it out is told who may; who may not see the file is told nothing', async () => {
    const { right, move } = await misfiled()
    const refused = await worker.get(`${move}?to=${right.reference}`)
    expect(refused.status).toBe(403)
    expect(refused.body).toContain('team manager')
    expect((await worker.write(move, { to: right.reference, 'case-seen': '2' })).status).toBe(403)
    expect((await (await here.signedIn('westworker')).get(move)).status).toBe(404)
    expect(await owed(right.id)).toEqual([])
  })
})

describe('moving', () => {
  test('says what moves and what follows on both files', async () => {
    const given = await misfiled()
    const { status, body } = await confirmed(manager, given)
    expect(status).toBe(200)
    expectAccessible(body)
    expect(body).toMatch(/Marks on both arms[\s\S]*Known since 25 March 2026/)
    expect(body).toMatch(/Fenwick\d+’s file[\s\S]*Is no longer owed[\s\S]*due 17 April 2026/)
    expect(body).toMatch(new RegExp(`on Aria ${given.surname}’s file[\\s\\S]*Starts[\\s\\S]*due 17 April 2026`))
    expect(body).not.toContain('several children at once')
  })

  test('the duty moves, known since 25 March; neither file tells of the other child', async () => {
    const given = await misfiled()
    const { wrong, right, move, surname } = given
    const { form } = await confirmed(manager, given)
    const submission = newId()
    const press = () => manager.write(move, { ...form, words: 'Two files were open.' }, submission)
    const reply = await press()
    expect(reply.to).toMatch(new RegExp(`^/case/${right.reference}\\?recorded=`))
    const there = (await manager.get(reply.to)).body
    expect(there).toMatch(/Moved to this file: Strategy discussion/)
    expect(there).toContain('recorded on another child’s file by mistake on 25 March 2026, moved here on 14 April 2026')
    expect(there).not.toContain('Fenwick')
    expect(there).not.toContain(wrong.reference)
    const left = (await manager.get(`/case/${wrong.reference}`)).body
    expect(left).toMatch(/Struck out[\s\S]*it is about another child. Two files were open./)
    expect(left).not.toContain('Marks on both arms')
    expect(left).not.toContain(surname)
    expect(left).not.toContain(right.reference)
    expect(await owed(wrong.id)).toEqual([])
    const since = Date.parse('2026-03-25T15:00:00Z')
    expect(await owed(right.id)).toEqual([{ due_latest: '2026-04-17', known_since: since }])
    expect((await press()).to, 'the same press twice').toBe(reply.to)
    expect((await here.factsOf(right.id)).map(fact => fact.kind)).toEqual(['child-named', 'strategy-discussion-held'])
    expect((await manager.get(move)).status, 'it moved: there is nothing to move').toBe(404)
  })

  test('what is said of it must not name the other child', async () => {
    const given = await misfiled()
    const { form } = await confirmed(manager, given)
    for (const words of [`It was ${given.surname}.`, `See ${given.right.reference.toLowerCase()}`]) {
      const { status, body } = await manager.write(given.move, { ...form, words })
      expect(status).toBe(422)
      expect(body).toContain('Leave out the other child’s name and file number')
      expect(body).toContain(`>${words}</textarea>`)
    }
    expect(await here.factsOf(given.wrong.id)).toHaveLength(2)
    // A name that both children have tells nothing.
    expect((await manager.write(given.move, { ...form, words: 'Aria is the name of both' })).status).toBe(303)
  })

  test('it continues on the right file what the person says', async () => {
    const given = await misfiled()
    const [first, second] = [
      await given.right.fact('referral-received', '2026-03-20', { data: { source: '1A' } }),
      await given.right.fact('referral-received', '2026-03-23', { data: { source: '1A' } }),
    ]
    const { body, form } = await confirmed(manager, given)
    expect(body).toContain('Which record on Aria')
    expect(body).toContain(`value="${second}"`)
    await manager.write(given.move, { ...form, 'continues-fact': first })
    expect((await here.factsOf(given.right.id)).at(-1)).toMatchObject({ about: first })
    const again = await misfiled()
    const forged = { ...(await confirmed(manager, again)).form, 'continues-fact': again.root }
    expect((await manager.write(again.move, forged)).status).toBe(404)
  })

  test('of an occasion only this child’s copy moves', async () => {
    const given = await misfiled()
    const sibling = await here.newCase('Fenwick')
    const act = (caseId: string) =>
      ({
        act: 'record',
        caseId,
        kind: 'strategy-discussion-held',
        happened: on('2026-04-13'),
        data: { outcome: 'none' },
        narrative: { reasons: 'x' },
      }) as const
    const acts = [act(given.wrong.id), act(sibling.id)]
    const { ids } = await here.server.record('eastWorker', { occasion: newId(), acts })
    const move = `/case/${given.wrong.reference}/fact/${ids[0]}/move`
    const { body, form } = await confirmed(manager, { ...given, move })
    expect(body).toContain('It was recorded for several children at once')
    await manager.write(move, form)
    expect((await here.factsOf(sibling.id)).map(fact => fact.act)).toEqual(['record', 'record'])
    expect((await here.factsOf(given.wrong.id)).at(-1)).toMatchObject({ act: 'strike-out' })
  })
})

describe('when somebody came first', () => {
  test('a correction meanwhile: nothing moves, and the page shows what it says now', async () => {
    const given = await misfiled()
    const { form } = await confirmed(manager, given)
    await here.server.record('eastWorker', {
      acts: [
        {
          act: 'correct',
          caseId: given.wrong.id,
          root: given.root,
          seen: 2,
          happened: on('2026-03-26'),
          data: { outcome: 'section-47' },
          narrative: { reasons: 'Marks on one arm', correctionReason: 'Minutes' },
        },
      ],
    })
    const late = await manager.write(given.move, { ...form, words: 'Two files were open.' })
    expect(late.status).toBe(409)
    expect(late.body).toMatch(/Somebody corrected this record[\s\S]*Marks on one arm[\s\S]*Two files were open\./)
    expect(await here.factsOf(given.right.id)).toHaveLength(1)
    const seen = { ...form, 'case-seen': hidden(late.body, 'case-seen'), 'to-seen': hidden(late.body, 'to-seen') }
    expect((await manager.write(given.move, seen)).status).toBe(303)
    expect((await here.factsOf(given.right.id)).at(-1)).toMatchObject({ kind: 'strategy-discussion-held' })
  })

  test('the same recorded on the right file meanwhile: it is shown before anything moves', async () => {
    const given = await misfiled()
    const { form } = await confirmed(manager, given)
    await discussed(given.right)
    const late = await manager.write(given.move, form)
    expect(late.status).toBe(409)
    expect(late.body).toMatch(/Somebody recorded the same on Aria[\s\S]*strike this one out[\s\S]*Amira Osei/)
    expect(await here.factsOf(given.right.id)).toHaveLength(2)
  })
})
