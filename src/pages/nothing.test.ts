/** That a record is not there, and that it is there and is not to be known of, are answered alike: byte for byte, by the same statements. */
import { beforeAll, expect, test } from 'vitest'
import { inTurn } from '../../test/in-turn.ts'
import { smallCaseload } from '../../test/small-caseload.ts'
import type { Reply, Visitor } from '../../test/visitor.ts'
import { record } from '../ledger/record.ts'
import { addAgency, addArea, newReference } from '../people/establishment.ts'
import { transaction } from '../platform/database.ts'
import { newId } from '../platform/identifier.ts'
import { routes } from './routes.ts'

let here: Awaited<ReturnType<typeof smallCaseload>>
/** References of nothing, and of what is to look like nothing. */
let absent: Record<'forged' | 'malformed' | 'ordinary' | 'restricted' | 'shielded' | 'elsewhere', string>
let conflicted: string

beforeAll(async () => {
  here = await smallCaseload()
  const { db, ledger } = here.server
  const one = async (restriction: 'none' | 'restricted' | 'shielded') =>
    (await here.child({ surname: 'Barzanji', forenames: 'Rojin', team: 'west', restriction })).reference
  const elsewhere = newReference()
  const [area, agency, caseId] = [newId(), newId(), newId()]
  await transaction(db.recorder, async client => {
    await addArea(client, { id: area, kind: 'authority', name: 'Eastholt', codes: [] })
    await addAgency(client, { id: agency, kind: 'local-authority', name: 'Eastholt Council' }, [area], true)
  })
  await record(ledger, {
    areaId: area,
    submissionId: newId(),
    by: { postId: null, agencyId: agency },
    opens: [{ id: caseId, kind: 'child', reference: elsewhere, teamId: null, restriction: 'restricted' }],
    acts: [
      {
        act: 'record',
        caseId,
        kind: 'child-named',
        happened: { from: '2026-01-05', to: '2026-01-05', certainty: 'day', at: null },
        data: {},
        narrative: { surname: 'Barzanji' },
      },
    ],
  })
  absent = {
    forged: 'GT-0000000',
    malformed: '%27%20or%201=1--',
    ordinary: await one('none'),
    restricted: await one('restricted'),
    shielded: await one('shielded'),
    elsewhere,
  }
  // A case of her own team, of which she is a neighbour.
  const own = await here.child({ surname: 'Orme' })
  conflicted = own.reference
  await db.owner.query(
    `insert into conflict_of_interest (area_id, case_id, practitioner_id, how, since) values ($1, $2, $3, 'declared', now())`,
    [here.borough.area, own.id, here.borough.people.eastWorker.practitioner],
  )
})

/** Everything of an answer but what differs with each: the time, and how long it took. */
function seen({ status, body, headers }: Reply) {
  const { date: _date, ...rest } = headers
  return { status, body, headers: rest }
}

const ofCases = () => routes.filter(({ url }) => url.startsWith('/case/:reference'))

async function ask(visitor: Visitor, method: string, url: string, reference: string): Promise<Reply> {
  const address = url.replace(':reference', reference).replace(':kind', 'address-known').replace(':root', newRoot)
  return method === 'GET'
    ? visitor.get(`${address}?id=x&on=2026-04-01`)
    : visitor.write(address, { reason: 'x', opening: newRoot }, newRoot)
}
const newRoot = newId()

const askers = [
  // Who may not know of restricted records: five kinds of nothing.
  ['teacher', ['malformed', 'ordinary', 'restricted', 'shielded', 'elsewhere']],
  ['police', ['malformed', 'ordinary', 'restricted', 'shielded', 'elsewhere']],
  ['support', ['malformed', 'ordinary', 'restricted', 'shielded', 'elsewhere']],
  ['chair', ['malformed', 'restricted', 'shielded', 'elsewhere']],
  ['datalead', ['malformed', 'restricted', 'shielded', 'elsewhere']],
  ['privacyofficer', ['malformed', 'restricted', 'shielded', 'elsewhere']],
  // Who may: a shielded one is as nothing to them too.
  ['eastworker', ['malformed', 'ordinary', 'shielded', 'elsewhere']],
  ['manager', ['malformed', 'shielded', 'elsewhere']],
  ['duty', ['malformed', 'elsewhere']],
] as const

test.each(askers)('%s: on every page of a file', async (name, kinds) => {
  const row = askers.findIndex(([one]) => one === name)
  const visitor = await here.signedIn(name)
  await visitor.get('/drafts')
  for (const [at, { method, url }] of ofCases().entries()) {
    const nothing = seen(await ask(visitor, method, url, absent.forged))
    const endsAnyway = url.endsWith('/open/end')
    expect([url, nothing.status]).toEqual([url, endsAnyway ? 303 : 404])
    const kind = inTurn(kinds, at, row) ?? 'malformed'
    expect([url, kind, seen(await ask(visitor, method, url, absent[kind]))]).toEqual([url, kind, nothing])
  }
})

test('a conflict of interest makes a file of one’s own team nothing: on its pages, in search, in lists, and when a file is opened', async () => {
  const amira = await here.signedIn('eastworker')
  await amira.get('/drafts')
  for (const { method, url } of ofCases()) {
    const nothing = seen(await ask(amira, method, url, absent.forged))
    expect([url, seen(await ask(amira, method, url, conflicted))]).toEqual([url, nothing])
  }
  for (const address of [
    '/find?q=Orme',
    `/find?q=${conflicted}`,
    '/due?scope=area',
    '/overview?period=all',
    '/drafts',
  ]) {
    const { body } = await amira.get(address)
    expect(address.includes(conflicted) ? body.replaceAll(`value="${conflicted}"`, '') : body).not.toContain(conflicted)
  }
  const page = (await amira.get('/find?q=Orme')).body
  expect(page).toContain('Nothing you may see matches')
  expect((await (await here.signedIn('manager')).get('/find?q=Orme')).body).toContain(conflicted)
})

test('a search for a reference tells a shielded file from nothing to the front door alone', async () => {
  const results = (body: string) => body.slice(body.indexOf('id="results"'))
  for (const name of ['eastworker', 'manager', 'support', 'teacher', 'privacyofficer']) {
    const visitor = await here.signedIn(name)
    const said = async (reference: string) =>
      results((await visitor.get(`/find?q=${reference}`)).body).replaceAll(reference, 'REFERENCE')
    expect([name, await said(absent.shielded)]).toEqual([name, await said('GT-0000000')])
  }
  expect((await (await here.signedIn('duty')).get(`/find?q=${absent.shielded}`)).body).toContain('Rojin')
})

test('the same statements are asked whether there is nothing or something that is not to be known of', async () => {
  const { db } = here.server
  const asked: string[] = []
  const watch = (pool: typeof db.recorder) => {
    const query = pool.query.bind(pool)
    pool.query = ((one: { name?: string }, ...rest: never[]) => {
      asked.push(one.name ?? 'a statement without a name')
      return (query as (...all: unknown[]) => unknown)(one, ...rest)
    }) as typeof pool.query
    return () => {
      pool.query = query
    }
  }
  const visitor = await here.signedIn('support')
  const stop = watch(db.recorder)
  const each: string[][] = []
  for (const reference of Object.values(absent)) {
    asked.length = 0
    await visitor.get(`/case/${reference}`)
    each.push([...asked])
  }
  stop()
  expect(each[0]).toEqual(['restricted case by reference'])
  for (const one of each) expect(one).toEqual(each[0])
})
