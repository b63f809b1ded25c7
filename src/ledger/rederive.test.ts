import { beforeAll, beforeEach, expect, test } from 'vitest'
import { given } from '../../test/given-case.ts'
import { transaction, withContext } from '../platform/database.ts'
import { newId } from '../platform/identifier.ts'
import { setLocalPolicy } from './area-decisions.ts'
import { findTriable } from './preview-decision.ts'
import { recordWithin } from './record.ts'
import { readProgress, rederiveSome } from './rederive.ts'

let here: Awaited<ReturnType<typeof given>>
beforeAll(async () => {
  here = await given()
})
beforeEach(async () => {
  await here.server.db.owner.query('delete from local_policy; delete from rederivation')
})

const plan = { data: { decision: 'child-protection-plan' } }
const decide = (amount: number) => {
  const { area, people } = here.server.borough
  return setLocalPolicy(here.server.ledger, {
    areaId: area,
    key: 'child-protection-visit',
    fromDay: '2026-01-01',
    value: { amount, unit: 'working-days' },
    approvedBy: 'Mara Lund, director',
    why: 'Agreed.',
    submissionId: newId(),
    by: { postId: people.manager.post, agencyId: people.manager.agency },
  })
}
const noted = async () =>
  (await here.server.db.owner.query('select cases, done, finished_at is not null as finished from rederivation')).rows

test('only cases with a fact on which the decision depends are noted, and each is derived once', async () => {
  const [one, other] = [await here.newCase(), await here.newCase()]
  await one.fact('initial-conference-held', '2026-04-01', plan)
  await other.fact('address-known', '2026-04-01')
  await decide(10)
  expect(await noted()).toEqual([{ cases: 1, done: 0, finished: false }])
  expect(await rederiveSome(here.server.ledger)).toBe(1)
  expect(await noted()).toEqual([{ cases: 1, done: 1, finished: true }])
  expect(await rederiveSome(here.server.ledger)).toBeUndefined()
})

test('many cases are derived batch by batch, and the progress says how far it came', async () => {
  const { owner } = here.server.db
  for (let at = 0; at < 3; at++) await (await here.newCase()).fact('initial-conference-held', '2026-04-01', plan)
  await owner.query('update case_file set next_number = next_number + 1500')
  try {
    await decide(10)
    const [before] = await noted()
    expect(await rederiveSome(here.server.ledger)).toBe(1)
    const progress = await withContext(
      here.server.db.reader,
      {
        post: here.server.borough.people.manager.post,
        agency: here.server.borough.agencies.authority,
        practitioner: newId(),
      },
      client => readProgress(client, here.server.borough.area),
    )
    expect([...progress.values()].map(({ share, finishedAt }) => [share, finishedAt])).toEqual([
      [1 / before.cases, null],
    ])
  } finally {
    await owner.query('update case_file set next_number = next_number - 1500')
  }
})

test('nobody of another agency decides for the area', async () => {
  const { area, people } = here.server.borough
  const by = { postId: people.police.post, agencyId: people.police.agency }
  const said = { key: 'core-group', fromDay: '2026-01-01', value: null, approvedBy: 'x', why: 'x' }
  await expect(
    setLocalPolicy(here.server.ledger, { areaId: area, ...said, submissionId: newId(), by }),
  ).rejects.toThrow(/This is decided by team manager or data lead/)
  expect(await noted()).toEqual([])
})

test('what a decision would change is tried only on what the person may see', async () => {
  const opened = await here.newCase()
  await opened.fact('initial-conference-held', '2026-04-01', plan)
  const { borough, db, ledger } = here.server
  const seenBy = async (who: 'manager' | 'teacher') => {
    const { post, agency } = borough.people[who]
    const found = await withContext(db.reader, { post, agency, practitioner: newId() }, client =>
      findTriable(client, ledger, borough.area, { of: 'local-policy', key: 'child-protection-visit' }),
    )
    return found.roots.has(opened.id)
  }
  expect([await seenBy('manager'), await seenBy('teacher')]).toEqual([true, false])
})

test('what is recorded while the area decides is owed by the decision', async () => {
  const { ledger, borough, db } = here.server
  const child = await here.newCase()
  const by = { postId: borough.people.eastWorker.post, agencyId: borough.agencies.authority }
  const happened = { from: '2026-04-01', to: '2026-04-01', certainty: 'day', at: null } as const
  const { id } = (
    await db.owner.query<{ id: string }>('select id from case_file where reference = $1', [child.reference])
  ).rows[0] ?? { id: '' }
  const held = { act: 'record', caseId: id, kind: 'initial-conference-held', happened, narrative: {}, ...plan } as const
  let deciding: Promise<unknown> | undefined
  await transaction(db.recorder, async client => {
    await recordWithin(client, ledger, [{ areaId: borough.area, submissionId: newId(), by, acts: [held] }])
    deciding = decide(3)
    await Promise.race([deciding, new Promise(resolve => setTimeout(resolve, 200))])
    while ((await rederiveSome(ledger)) !== undefined);
  })
  await deciding
  while ((await rederiveSome(ledger)) !== undefined);
  const { rows } = await db.owner.query(
    `select due_latest from duty where case_id = $1 and rule = 'visit-child-on-plan'`,
    [id],
  )
  expect(rows).toEqual([{ due_latest: '2026-04-08' }])
})
