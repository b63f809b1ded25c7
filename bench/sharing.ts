/**
 * What sharing costs: a million facts, fifty agencies and 200,000 disclosures. The chronology of a long case for a worker and for
 * an agency that was told all of it, a team's list, and a recall of much at once.
 */
import { londonDay } from '../src/guidance/london.ts'
import { recall } from '../src/ledger/disclose.ts'
import { findCase, readCase } from '../src/ledger/read.ts'
import { listDuties } from '../src/pages/due/duties.ts'
import { addAgency, addPost, addPractitioner } from '../src/people/establishment.ts'
import { transaction, withContext } from '../src/platform/database.ts'
import { newId } from '../src/platform/identifier.ts'
import { guidance } from '../src/procedures/index.ts'
import { type Million, million } from './million.ts'
import { plansOf, plansOfPool, refuseScans } from './plans.ts'
import { doing, less, percentile, timed } from './report.ts'
import { type BenchServer, ledgerOf } from './server.ts'

const agencies = 50
const disclosures = 200_000
const recalled = 10_000
const times = 60

export async function benchSharing(server: BenchServer): Promise<void> {
  const built = await million(server)
  const { db, area } = built
  doing(`Sharing ${disclosures.toLocaleString('en-GB')} times among ${agencies} agencies`)
  const { lead, reference, much } = await share(built)
  doing('Reading what is shared')
  for (const [whom, reader] of [
    ['a worker', area.worker],
    ['an agency told of it', lead],
  ] as const) {
    const readAll = () =>
      withContext(db.reader, reader, async client => {
        const head = await findCase(client, [area.areaId], reference)
        if (!head) throw new Error('The case cannot be seen.')
        let facts = 0
        const milliseconds = await timed(async () => {
          facts = (await readCase(client, head, guidance, londonDay)).entries.length
        })
        if (facts < 290) throw new Error(`Only ${facts} facts can be seen.`)
        return milliseconds
      })
    await withContext(db.reader, reader, async client =>
      refuseScans(
        await plansOf(client, async spied => {
          const head = await findCase(spied, [area.areaId], reference)
          if (head) await readCase(spied, head, guidance, londonDay)
        }),
      ),
    )
    const measured: number[] = []
    for (let at = 0; at < times; at++) measured.push(await readAll())
    less(`chronology of 300 facts, 200,000 disclosures, ${whom}`, percentile(measured, 0.5), 'ms', 20)
  }
  const instant = Date.now()
  const wanted = {
    areaIds: [area.areaId],
    scope: 'team',
    ids: [area.teamId],
    today: { instant, day: londonDay(instant) },
    rules: null,
    team: undefined,
    show: 'open',
    from: undefined,
    after: undefined,
    limit: 100,
  } as const
  const plansOfList = await withContext(db.reader, area.worker, client =>
    plansOf(client, spied => listDuties(spied, wanted)),
  )
  refuseScans(plansOfList)
  const lists: number[] = []
  for (let at = 0; at < times; at++)
    lists.push(await withContext(db.reader, area.worker, client => timed(() => listDuties(client, wanted))))
  less('team’s 100 soonest duties, 200,000 disclosures', percentile(lists, 0.5), 'ms', 20)
  const by = { postId: null, agencyId: area.agencyId }
  let took = 0
  const plansOfRecall = await plansOfPool(db.recorder, async recorder => {
    took = await timed(() =>
      recall({ ...ledgerOf(db), recorder }, { areaId: area.areaId, disclosureId: much, by, why: 'Measured.' }),
    )
  })
  refuseScans(plansOfRecall)
  less('recall of a disclosure of 10,000 facts', took / 1000, 's', 1)
}

/** @returns a post of an agency that was told a whole case of some 300 facts, and a disclosure of very many */
async function share({ db, area }: Million) {
  const told = Array.from({ length: agencies }, newId)
  const [agency = ''] = told
  const lead = { practitioner: newId(), post: newId(), agency }
  await transaction(db.recorder, async client => {
    for (const [at, id] of told.entries())
      await addAgency(client, { id, kind: 'school', name: `School ${at + 1}` }, [area.areaId])
    await addPractitioner(client, { id: lead.practitioner, signIn: 'bench-lead', name: 'Sam Bench' })
    await addPost(client, {
      id: lead.post,
      practitionerId: lead.practitioner,
      agencyId: agency,
      role: 'safeguarding-lead',
      title: 'Safeguarding lead',
      areaIds: [area.areaId],
      holderIds: [],
      from: 0,
    })
  })
  const { owner } = db
  const { rows } = await owner.query<{ id: string; reference: string }>(
    `select id, reference from case_file where area_id = $1 and team_id = $2 and next_number between 295 and 330 order by id limit 1`,
    [area.areaId, area.teamId],
  )
  const [long] = rows
  if (!long) throw new Error('No case is long enough.')
  const columns =
    'area_id, id, case_id, from_agency_id, to_agency_id, basis, necessity, family_told, reached_at, submission_id'
  const why = `'ca1989-s47', 'bench', 'yes', now() - interval '1 day'`
  // Every second disclosure is made to the council, which works on all of these cases.
  await owner.query(
    `with cases as (select id, row_number() over (order by id) as n, count(*) over () as all from case_file where area_id = $1),
       wanted as (select c.id, c.n, k from cases c, generate_series(1, 40) k where k <= ceil($4::numeric / c.all)),
       made as (insert into disclosure (${columns})
         select $1, md5(w.id::text || w.k)::uuid, w.id,
           case when w.k % 2 = 0 then ($3::uuid[])[1 + (w.n + w.k) % $5] else $2::uuid end,
           case when w.k % 2 = 0 then $2::uuid else ($3::uuid[])[1 + (w.n + w.k) % $5] end, ${why}, md5(w.id::text || w.k)::uuid
         from wanted w limit $4 returning id, case_id, from_agency_id, to_agency_id)
     insert into disclosed_fact (area_id, disclosure_id, case_id, root, agency_id, from_agency_id, reached_at, by_grant)
     select $1, m.id, m.case_id, f.root, m.to_agency_id, m.from_agency_id, now() - interval '1 day', m.to_agency_id = $2
     from made m join fact f on f.area_id = $1 and f.case_id = m.case_id and f.number in (1, 2, 5)`,
    [area.areaId, area.agencyId, told, disclosures, agencies],
  )
  const [whole, much] = [newId(), newId()]
  for (const id of [whole, much])
    await owner.query(`insert into disclosure (${columns}) values ($1, $2, $3, $4, $5, ${why}, $2)`, [
      area.areaId,
      id,
      long.id,
      area.agencyId,
      agency,
    ])
  const fact = `area_id, disclosure_id, case_id, root, agency_id, from_agency_id, reached_at, by_grant`
  await owner.query(
    `insert into disclosed_fact (${fact}) select $1, $2, case_id, root, $3, $4, now() - interval '1 day', false
     from fact where area_id = $1 and case_id = $5 and act = 'record'`,
    [area.areaId, whole, agency, area.agencyId, long.id],
  )
  await owner.query(
    `insert into disclosed_fact (${fact}) select $1, $2, $5, root, $3, $4, now() - interval '1 day', false
     from fact where area_id = $1 and act = 'record' limit ${recalled}`,
    [area.areaId, much, agency, area.agencyId, long.id],
  )
  await owner.query('vacuum analyze')
  return { lead, reference: long.reference, much }
}
