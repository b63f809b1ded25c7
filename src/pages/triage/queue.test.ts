import { expect, test } from 'vitest'
import { expectAccessible } from '../../../test/given-case.ts'
import { givenReferrals } from '../../../test/given-referrals.ts'
import { withContext } from '../../platform/database.ts'
import type { After } from './ask.ts'
import { readQueue } from './queue.ts'

const nextIn = (html: string) => /href="([^"]*after=[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? ''

test('a page looks at so many referrals and no more, however few of them are shown, and says where it ended', async () => {
  const here = await givenReferrals()
  for (let at = 0; at < 12; at++) await here.referred(`Many ${at}`, '2026-04-10')
  const last = await here.referred('Last', '2026-04-13')
  await here.proposes(last, { outcome: 'early-help' })
  const read = (after?: After) =>
    withContext(here.server.db.reader, here.borough.people.duty, client => {
      const today = { day: '2026-04-14', instant: here.server.clock.instant }
      return readQueue(client, { areaIds: [here.borough.area], today, show: 'proposed', after, limit: 51 }, 4)
    })
  const first = await read()
  expect([first.rows, first.looked?.number]).toEqual([[], 10])
  const second = await read(first.looked?.until)
  expect(second.rows.map(({ reference }) => reference)).toEqual([last.reference])
  expect(second.looked).toBe(undefined)
})

test('where nothing is shown among the first thousand, the page says so and leads on to what stands behind them', async () => {
  const here = await givenReferrals()
  await here.referred('Many', '2026-04-10')
  await here.server.db.owner.query(
    `insert into duty select (jsonb_populate_record(d, jsonb_build_object('id', d.id || n, 'trigger_root', gen_random_uuid()))).*
     from duty d, generate_series(1, 1100) n where d.rule = 'decide-on-referral'`,
  )
  const duty = await here.signedIn('duty')
  const nothing = await duty.get('/triage?show=proposed')
  expectAccessible(nothing.body)
  expect(nothing.body).toContain('Nothing among the first 1,002 referrals.')
  expect(nothing.body).toContain('Look on')
  expect((await duty.get(nextIn(nothing.body))).body).toContain('The list ends here.')

  await here.proposes(await here.referred('Behind', '2026-04-13'), { outcome: 'early-help' })
  const behind = await duty.get(nextIn((await duty.get('/triage?show=proposed')).body))
  expect(behind.body).toContain('Behind</a>')
  expect(behind.body).not.toContain('Look on')

  await here.proposes(await here.referred('Before', '2026-04-09'), { outcome: 'early-help' })
  const some = await duty.get('/triage?show=proposed')
  expect(some.body).toContain('Before</a>')
  expect(some.body).toContain('These are of the first 1,002 referrals.')
  expect((await duty.get(nextIn(some.body))).body).toContain('Behind</a>')
})
