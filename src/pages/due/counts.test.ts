/** What is counted, and where counting ends. */
import { beforeAll, expect, test } from 'vitest'
import { smallCaseload } from '../../../test/small-caseload.ts'
import { withContext } from '../../platform/database.ts'
import { sayCounted } from '../kit/duty-list.tsx'
import { countDuties } from './counts.ts'

// Tuesday 14 April 2026; a referral is acknowledged and decided on within one working day.
let here: Awaited<ReturnType<typeof smallCaseload>>
beforeAll(async () => {
  here = await smallCaseload()
  for (const [at, day] of [
    '2026-03-30',
    '2026-04-08',
    '2026-04-13',
    '2026-04-13',
    '2026-04-16',
    '2026-04-23',
  ].entries())
    await here.child({
      surname: `Fenwick ${at}`,
      team: at % 2 === 0 ? 'east' : 'west',
      facts: [['referral-received', day]],
    })
})

async function counted(most?: number) {
  const { area, people, agencies, teams } = here.borough
  const { post, agency, practitioner } = people.duty
  const wanted = {
    areaIds: [area],
    today: { day: '2026-04-14', instant: Date.parse('2026-04-14T09:00:00Z') },
    rules: null,
    team: undefined,
  }
  return withContext(here.server.db.reader, { post, agency, practitioner }, async client => {
    const ofAgency = await countDuties(client, { ...wanted, scope: 'agency', ids: [agencies.authority] }, most)
    const ofTeams = await countDuties(client, { ...wanted, scope: 'team', ids: [teams.east, teams.west] }, most)
    const ofArea = await countDuties(client, { ...wanted, scope: 'area', ids: [] }, most)
    expect([ofTeams, ofArea]).toEqual([ofAgency, ofAgency])
    const words = Object.entries(ofAgency).flatMap(([name, one]) => ('number' in one ? [[name, sayCounted(one)]] : []))
    return { ...Object.fromEntries(words), weeks: ofAgency.weeks.map(({ number }) => number) }
  })
}

test('every duty once: past, today, this week, in two weeks, and by the week', async () => {
  expect(await counted()).toEqual({
    overdue: '4',
    today: '4',
    week: '6',
    soon: '8',
    open: '12',
    ageing: '0',
    lateThisMonth: '0',
    weeks: [6, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  })
})

test('of more than are counted it is so many or more, and only whole weeks are drawn', async () => {
  // Of those ahead the four of today and one of Friday.
  expect(await counted(5)).toEqual({
    overdue: '4',
    today: '4',
    week: '5+',
    soon: '5+',
    open: '9+',
    ageing: '0',
    lateThisMonth: '0',
    weeks: [],
  })
  // Both of Friday and one of Friday week: this week is whole.
  expect(await counted(7)).toMatchObject({ week: '6', soon: '7+', weeks: [6] })
  expect(await counted(3)).toMatchObject({ overdue: '3+', today: '3+', open: '6+' })
})
