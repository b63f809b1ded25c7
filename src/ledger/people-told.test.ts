/** Who finds the people of whom an agency was told: by exactly what was disclosed, for as long as it is. */
import { beforeAll, describe, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../test/fresh-database.ts'
import { smallBorough } from '../../test/small-borough.ts'
import { londonDay } from '../guidance/london.ts'
import { newReference } from '../people/establishment.ts'
import { findPeople } from '../people/search.ts'
import { emptyQuery, type PeopleQuery } from '../people/search-query.ts'
import { withContext } from '../platform/database.ts'
import { newId } from '../platform/identifier.ts'
import { guidance } from '../procedures/index.ts'
import { disclose, recall } from './disclose.ts'
import type { Ledger } from './ledger.ts'
import { findCases, rebuild } from './rebuild.ts'
import { record } from './record.ts'

let db: FreshDatabase
let borough: Awaited<ReturnType<typeof smallBorough>>
let ledger: Ledger
const happened = { from: '2026-03-02', to: '2026-03-02', certainty: 'day', at: null } as const
const instant = Date.parse('2026-04-01T10:00:00Z')

beforeAll(async () => {
  db = await freshDatabase()
  borough = await smallBorough(db)
  ledger = { recorder: db.recorder, guidance, carries: new Map(), now: () => instant, dayOf: londonDay }
})

describe('who finds people of whom an agency was told', () => {
  const secrets: readonly [kind: string, data: Record<string, unknown>, narrative: Record<string, string>][] = [
    ['child-named', {}, { forenames: 'Odette', surname: 'Marchbanks' }],
    ['child-born', {}, {}],
    ['address-known', {}, { postcode: 'ZZ99 7QQ' }],
    ['child-identified', { scheme: 'nhs-number' }, { identifier: '9990001111' }],
    [
      'person-connected',
      { relationship: 'mother', bornOn: '1990-05-06' },
      { forenames: 'Isolde', surname: 'Trevanion' },
    ],
  ]
  const ways: readonly Partial<PeopleQuery>[] = [
    { surname: 'Marchbanks' },
    { birthDay: '2026-03-02' },
    { postcode: 'ZZ99 7QQ' },
    { identifiers: ['9990001111'] },
    { surname: 'Trevanion' },
  ]

  /** A shielded or open case with one fact of each kind; what each person finds by each of its secrets, as a letter or a dash. */
  async function told(restriction: 'none' | 'restricted' | 'shielded' = 'none') {
    const { area, agencies, people, teams } = borough
    const caseId = newId()
    const by = { postId: people.eastWorker.post, agencyId: agencies.authority }
    const { ids } = await record(ledger, {
      areaId: area,
      submissionId: newId(),
      by,
      opens: [{ id: caseId, kind: 'child', reference: newReference(), teamId: teams.east, restriction }],
      acts: secrets.map(
        ([kind, data, narrative]) => ({ act: 'record', kind, caseId, happened, data, narrative }) as const,
      ),
    })
    const finds = (who: keyof typeof people) =>
      withContext(db.reader, people[who], async client => {
        const found = await Promise.all(ways.map(way => findPeople(client, [area], { ...emptyQuery, ...way }, 50)))
        const ofCase = found.map(list => list.filter(one => one.caseId === caseId))
        const shown = JSON.stringify(ofCase)
        return {
          found: ofCase.map((list, at) => (list.length > 0 ? 'nbain'[at] : '-')).join(''),
          shown: ['Marchbanks', '2026-03-02', 'ZZ99 7QQ', 'Trevanion', '1990-05-06'].filter(word =>
            shown.includes(word),
          ),
        }
      })
    const tell = async (numbers: readonly number[], toAgencyId = agencies.school, untilAt?: number) => {
      const [id = ''] = await disclose(ledger, {
        areaId: area,
        caseId,
        submissionId: newId(),
        by,
        toAgencyIds: [toAgencyId],
        roots: numbers.map(number => ids[number] as string),
        basis: 'ca1989-s47',
        necessity: 'test',
        familyTold: 'yes',
        ...(untilAt ? { untilAt } : {}),
      })
      return id
    }
    return { caseId, ids: ids as string[], finds, tell, by }
  }
  const nothing = { found: '-----', shown: [] }

  test.each([
    [[0], 'n----', ['Marchbanks']],
    [[1], '-b---', ['2026-03-02']],
    [[2], '--a--', ['ZZ99 7QQ']],
    [[3], '---i-', []],
    [[4], '----n', ['Trevanion', '1990-05-06']],
    [[0, 2], 'n-a--', ['Marchbanks', 'ZZ99 7QQ']],
  ])('exactly by what was disclosed: %j', async (numbers, found, shown) => {
    const of = await told()
    expect(await of.finds('teacher')).toEqual(nothing)
    await of.tell(numbers)
    expect(await of.finds('teacher')).toEqual({ found, shown })
    expect(await of.finds('police')).toEqual(nothing)
    expect((await of.finds('eastWorker')).found).toBe('nbain')
    expect(await of.finds('westWorker')).toEqual(nothing)
  })

  test.each(['restricted', 'shielded'] as const)(
    'a %s case too is found by what was disclosed alone',
    async restriction => {
      const of = await told(restriction)
      await of.tell([0])
      expect(await of.finds('teacher')).toEqual({ found: 'n----', shown: ['Marchbanks'] })
      expect(await of.finds('westWorker')).toEqual(nothing)
    },
  )

  test('recalling one disclosure ends finding at once and leaves what another one told', async () => {
    const of = await told()
    const name = await of.tell([0])
    await of.tell([2])
    await recall(ledger, { areaId: borough.area, disclosureId: name, by: of.by, why: 'test' })
    expect(await of.finds('teacher')).toEqual({ found: '--a--', shown: ['ZZ99 7QQ'] })
  })

  test('what has run out is not found, and takes nothing else with it', async () => {
    const of = await told()
    await of.tell([0])
    await of.tell([2], borough.agencies.school, Date.now() - 1000)
    expect(await of.finds('teacher')).toEqual({ found: 'n----', shown: ['Marchbanks'] })
  })

  test('a correction is found by the new words, a fact struck out no more', async () => {
    const of = await told()
    await of.tell([0, 2])
    const again = { areaId: borough.area, by: of.by }
    await record(ledger, {
      ...again,
      submissionId: newId(),
      acts: [{ act: 'strike-out', caseId: of.caseId, root: of.ids[2] as string, seen: 3, narrative: { reason: 'x' } }],
    })
    expect(await of.finds('teacher')).toEqual({ found: 'n----', shown: ['Marchbanks'] })
    await record(ledger, {
      ...again,
      submissionId: newId(),
      acts: [
        {
          act: 'correct',
          caseId: of.caseId,
          root: of.ids[0] as string,
          seen: 1,
          happened,
          data: {},
          narrative: { forenames: 'Odette', surname: 'Trevanion', reason: 'x' },
        },
      ],
    })
    expect(await of.finds('teacher')).toEqual({ found: '----n', shown: ['Trevanion'] })
  })

  test('what is told to an agency that works on the case is found by those who are granted it', async () => {
    const of = await told()
    const police = { postId: null, agencyId: borough.agencies.police }
    const { ids } = await record(ledger, {
      areaId: borough.area,
      submissionId: newId(),
      by: police,
      acts: [
        {
          act: 'record',
          kind: 'address-known',
          caseId: of.caseId,
          happened,
          data: {},
          narrative: { postcode: 'ZZ99 1AB' },
        },
      ],
    })
    await disclose(ledger, {
      areaId: borough.area,
      caseId: of.caseId,
      submissionId: newId(),
      by: police,
      toAgencyIds: [borough.agencies.authority],
      roots: ids as string[],
      basis: 'ca1989-s47',
      necessity: 'test',
      familyTold: 'yes',
    })
    const found = (who: 'eastWorker' | 'westWorker') =>
      withContext(db.reader, borough.people[who], client =>
        findPeople(client, [borough.area], { ...emptyQuery, postcode: 'ZZ99 1AB' }, 5),
      )
    expect((await found('eastWorker')).map(one => one.caseId)).toEqual([of.caseId])
    expect(await found('westWorker')).toEqual([])
  })

  test('nobody finds a case in which they have a conflict of interest', async () => {
    const of = await told()
    await of.tell([0])
    await db.owner.query(
      `insert into conflict_of_interest (area_id, case_id, practitioner_id, how, since) values ($1, $2, $3, 'declared', now())`,
      [borough.area, of.caseId, borough.people.teacher.practitioner],
    )
    expect(await of.finds('teacher')).toEqual(nothing)
  })

  test('a name disclosed before it is recorded is found as it is recorded; all is made again by a rebuild', async () => {
    const of = await told()
    const { area, agencies } = borough
    await disclose(ledger, {
      areaId: area,
      caseId: of.caseId,
      submissionId: newId(),
      by: of.by,
      toAgencyIds: [agencies.school],
      roots: [],
      kinds: ['address-known'],
      basis: 'ca1989-s47',
      necessity: 'test',
      familyTold: 'yes',
    })
    const moved = { act: 'record', kind: 'address-known', caseId: of.caseId, happened, data: {} } as const
    await record(ledger, {
      areaId: area,
      submissionId: newId(),
      by: of.by,
      acts: [{ ...moved, narrative: { postcode: 'ZZ99 8RR' } }],
    })
    const rows = async () =>
      (
        await db.owner.query(
          'select * from search_told natural join search_told_key where case_id = $1 order by root, key',
          [of.caseId],
        )
      ).rows
    const before = await rows()
    expect(before.filter(row => row.postcode === 'ZZ99 8RR')).toHaveLength(1)
    await db.owner.query('delete from search_told_key; delete from search_told')
    await rebuild(ledger, await findCases(ledger))
    expect(await rows()).toEqual(before)
  })
})
