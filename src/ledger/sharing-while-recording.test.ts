import { beforeAll, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../test/fresh-database.ts'
import { smallBorough } from '../../test/small-borough.ts'
import { londonDay } from '../guidance/london.ts'
import { newReference } from '../people/establishment.ts'
import { transaction, withContext } from '../platform/database.ts'
import { newId } from '../platform/identifier.ts'
import { guidance } from '../procedures/index.ts'
import { disclose, recall } from './disclose.ts'
import type { Ledger } from './ledger.ts'
import { record, recordWithin } from './record.ts'

let db: FreshDatabase
let borough: Awaited<ReturnType<typeof smallBorough>>
let ledger: Ledger
beforeAll(async () => {
  db = await freshDatabase()
  borough = await smallBorough(db)
  ledger = { recorder: db.recorder, guidance, carries: new Map(), now: () => Date.now() - 1000, dayOf: londonDay }
})

/** A child who was seen once, and what can be done with what was seen. */
async function seenChild() {
  const caseId = newId()
  const areaId = borough.area
  const by = { postId: borough.people.eastWorker.post, agencyId: borough.agencies.authority }
  const happened = { from: '2026-03-02', to: '2026-03-02', certainty: 'day', at: null } as const
  const seen = () => {
    const act = { act: 'record', caseId, kind: 'child-seen', happened, data: {}, narrative: {} } as const
    return { areaId, submissionId: newId(), by, acts: [act] }
  }
  const opens = [{ id: caseId, kind: 'child', reference: newReference(), teamId: borough.teams.east }]
  await record(ledger, { ...seen(), opens })
  const grounds = { basis: 'ca1989-s47', necessity: 'The school sees her each day.', familyTold: 'yes' } as const
  const toAgencyIds = [borough.agencies.school]
  return {
    seen,
    shareAll: () =>
      disclose(ledger, {
        areaId,
        caseId,
        submissionId: newId(),
        by,
        toAgencyIds,
        roots: [],
        kinds: ['child-seen'],
        ...grounds,
      }),
    recall: (disclosureId: string) => recall(ledger, { areaId, disclosureId, by, why: 'The wrong school.' }),
    seenBySchool: () =>
      withContext(db.reader, borough.people.teacher, async client => {
        return (await client.query('select from fact where case_id = $1', [caseId])).rowCount
      }),
  }
}

/** Does something while another fact is recorded that nobody else sees yet. */
async function whileRecording(child: Awaited<ReturnType<typeof seenChild>>, work: () => Promise<unknown>) {
  let working: Promise<unknown> | undefined
  await transaction(db.recorder, async client => {
    await recordWithin(client, ledger, [child.seen()])
    working = work()
    await Promise.race([working, new Promise(resolve => setTimeout(resolve, 200))])
  })
  await working
}

test('what is recalled while somebody records shows nothing of it', async () => {
  const child = await seenChild()
  const [disclosureId = ''] = await child.shareAll()
  expect(await child.seenBySchool()).toBe(1)
  await whileRecording(child, () => child.recall(disclosureId))
  expect(await child.seenBySchool()).toBe(0)
})

test('everything of a kind reaches the other agency, also what is being recorded', async () => {
  const child = await seenChild()
  await whileRecording(child, child.shareAll)
  expect(await child.seenBySchool()).toBe(2)
})
