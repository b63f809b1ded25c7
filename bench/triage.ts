/**
 * The front door's queue with 5,000 referrals that are not decided, among the files of a million facts, under row security: each page as it
 * is asked for, with everything that it counts.
 */
import type { PoolClient } from 'pg'
import { addDays } from '../src/guidance/days.ts'
import { londonDay } from '../src/guidance/london.ts'
import type { Recording } from '../src/ledger/command.ts'
import { recordMany } from '../src/ledger/record.ts'
import type { Show } from '../src/pages/triage/ask.ts'
import { readQueue } from '../src/pages/triage/queue.ts'
import { newReference } from '../src/people/establishment.ts'
import { withContext } from '../src/platform/database.ts'
import { newId } from '../src/platform/identifier.ts'
import { random } from './dataset.ts'
import { type Million, million } from './million.ts'
import { inventName } from './names.ts'
import { plansOf } from './plans.ts'
import { doing, less, percentile, timed } from './report.ts'
import { addReader, type BenchServer, ledgerOf } from './server.ts'

const referrals = 5000
const atOnce = 50
const times = 60
/** A connection plans the statements anew for its first five times. */
const warmUp = 20

export async function benchTriage(server: BenchServer): Promise<void> {
  const built = await million(server)
  const { db, area } = built
  const instant = Date.now()
  const day = londonDay(instant)
  doing(`Receiving ${referrals.toLocaleString('en-GB')} referrals`)
  await receive(built, day)
  await pairUp(built)
  const reader = await addReader(db, { area, agency: area.agencyId, role: 'front-door', holders: [area.frontDoor] })
  await db.owner.query('vacuum analyze')
  doing('Reading the queue')
  const queue = (client: PoolClient, show: Show) =>
    readQueue(client, { areaIds: [area.areaId], today: { day, instant }, show, after: undefined, limit: 51 })
  const asDoor = <Result>(work: (client: PoolClient) => Promise<Result>) => withContext(db.reader, reader, work)
  const { counts, rows } = await asDoor(client => queue(client, 'all'))
  if (!counts.all.orMore || rows.length !== 51) throw new Error(`The queue has ${counts.all.number} referrals.`)
  for (const show of ['all', 'proposed'] as const)
    await asDoor(async client => refuseScans(await plansOf(client, spied => queue(spied, show))))
  for (const [show, what] of [
    ['all', 'soonest 50'],
    ['proposed', 'proposed ones'],
  ] as const) {
    const measured: number[] = []
    for (let at = 0; at < warmUp; at++) await asDoor(client => queue(client, show))
    for (let at = 0; at < times; at++) measured.push(await asDoor(client => timed(() => queue(client, show))))
    less(`triage: ${what} of 5,000 open referrals, p95`, percentile(measured, 0.95), 'ms', 50)
  }
}

/** A scan that was never carried out is none: a table without a row is read whole, were it read. */
function refuseScans(plans: readonly string[]): void {
  const tables = 'fact|narrative|duty|case_file|compartment_grant|disclosed_fact|search_person|possible_match'
  const scans = new RegExp(`Seq Scan on (${tables})\\b.*loops=`)
  const scan = plans.flatMap(plan => plan.split('\n')).find(line => scans.test(line))
  if (scan) throw new Error(`The queue reads a whole table:\n${scan}`)
}

/** Every file may be of one child with the next one. */
async function pairUp({ db, area }: Million): Promise<void> {
  await db.owner.query(
    `insert into possible_match (area_id, case_id, other_case_id, compartment_id, other_compartment_id, score, family, weighed, found_at)
     select $1, case_id, next_case, id, next_id, 0.9, 0.1, '[]', now() from (
       select case_id, id, lead(case_id) over w as next_case, lead(id) over w as next_id from compartment
       where area_id = $1 window w as (order by case_id, id)) c
     where case_id < next_case on conflict do nothing`,
    [area.areaId],
  )
}

/** Of three referrals one is new, for one an agency is asked, on one a decision is proposed; for every other proposal somebody looked at it. */
export async function receive({ db, area }: Pick<Million, 'db' | 'area'>, day: string): Promise<void> {
  const next = random(11)
  const by = { postId: null, agencyId: area.agencyId }
  for (let start = 0; start < referrals; start += atOnce)
    await recordMany(
      ledgerOf(db),
      Array.from({ length: atOnce }, (_, at) => {
        const caseId = newId()
        const on = addDays(day, -Math.floor(next() * 10))
        const happened = { from: on, to: on, certainty: 'day', at: null } as const
        const said = (kind: string, more: Partial<Recording> = {}): Recording => ({
          act: 'record',
          caseId,
          kind,
          id: newId(),
          happened,
          data: {},
          narrative: {},
          ...more,
        })
        const referral = said('referral-received', {
          data: { source: '2A', harm: ['neglect'] },
          narrative: { reason: 'A bruise.' },
        })
        const asked = said('information-requested', {
          data: { asked: [area.agencyId], purpose: 'section-17', answerBy: addDays(day, 1) },
        })
        const proposed = said('referral-decision-proposed', {
          about: referral.id ?? null,
          data: { outcome: 'early-help' },
          narrative: { reasons: 'It would help.' },
        })
        const looked = said('referral-decision-looked-at', {
          about: proposed.id ?? null,
          data: { view: 'agrees' },
          narrative: { reasons: 'Yes.' },
        })
        const steps = [[], [asked], [proposed], [], [asked], [asked, proposed, looked]][(start + at) % 6] ?? []
        return {
          areaId: area.areaId,
          submissionId: newId(),
          by,
          opens: [
            {
              id: caseId,
              kind: 'child',
              reference: newReference(),
              teamId: area.teams[at % area.teams.length] ?? null,
            },
          ],
          acts: [
            said('child-named', { narrative: { ...inventName(next) } }),
            said('child-born', { happened: { ...happened, from: '2017-05-05', to: '2017-05-05' } }),
            referral,
            ...steps,
          ],
        }
      }),
    )
}
