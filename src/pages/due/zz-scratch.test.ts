import { readFileSync, writeFileSync } from 'node:fs'
import { test } from 'vitest'
import { openBrowser } from '../../../test/browser.ts'
import { smallCaseload } from '../../../test/small-caseload.ts'
import { importCensus } from '../../exchange/cin/import.ts'
import { carries } from '../../exchange/formats.ts'
import { findPeople } from '../../people/search.ts'
import { searchKeys } from '../../people/search-keys.ts'
import { readQuery } from '../../people/search-query.ts'
import { withContext } from '../../platform/database.ts'
import { newId } from '../../platform/identifier.ts'
import { countByRule, countLateByWeek } from '../overview/timeliness-of-duties.ts'
import { countDuties, listDuties, readCases } from './duties.ts'

test('plans and pictures', { timeout: 500_000 }, async () => {
  const out: string[] = []
  const here = await smallCaseload()
  const { server, borough } = here
  Object.assign(server.ledger, { carries })
  const xml = readFileSync('/work/shared/standards/cin/samples/made_2026_400.xml', 'utf8')
  const parts = xml.split(/(?=<Child>)/)
  const head = parts[0] as string
  const kids = parts.slice(1).map(p => p.replace(/<\/Children>[\s\S]*$/, ''))
  const t0 = Date.now()
  const times = 20
  async function* gen() {
    yield Buffer.from(head.replace(/<LEA>\d+/, '<LEA>999'))
    for (let n = 0; n < times; n++)
      for (const k of kids) yield Buffer.from(k.replace(/<LAchildID>([^<]*)/, `<LAchildID>${n}X$1`.slice(0, 40)))
    yield Buffer.from('</Children></Message>')
  }
  const { imported } = await importCensus(server.ledger, {
    chunks: gen(),
    name: 'cin-2026.xml',
    destination: async () => ({ areaId: borough.area, authorityId: borough.agencies.authority }),
    importedBy: borough.people.dataLead.post,
    today: '2026-04-14',
  })
  out.push(`import ${imported.children} children ${Date.now() - t0} ms, problems ${imported.problems.length}`)
  // names, so that search has something: from two lists
  const f =
    'Aria,Noah,Mina,Leo,Rowan,John,Kezia,Samuel,Maya,Oliver,Amelia,Isla,George,Freya,Arthur,Muhammad,Grace,Harry,Evie,Jack'.split(
      ',',
    )
  const l =
    'Fenwick,Whitlock,Idris,Marsh,Smith,Jones,Taylor,Brown,Williams,Wilson,Johnson,Davies,Patel,Robinson,Wright,Thompson,Evans,Walker,White,Roberts,Green,Hall,Wood,Harris,Martin,Jackson,Clarke,Lewis,Begum,Khan'.split(
      ',',
    )
  const { rows: persons } = await server.db.owner.query(
    'select area_id, id, case_id, compartment_id from search_person',
  )
  await server.db.owner.query('delete from search_key')
  await server.db.owner.query('delete from search_person')
  const P: unknown[][] = [[], [], [], [], [], [], []],
    K: unknown[][] = [[], [], []]
  let c = 0
  for (const p of persons)
    for (let more = 0; more < 3; more++) {
      const id = more === 0 ? p.id : newId()
      const fo = f[(c * 7 + more * 3) % f.length] as string,
        su = l[(c * 11 + ((c / 30) | 0)) % l.length] as string
      const born = `${2008 + (c % 17)}-${String((c % 12) + 1).padStart(2, '0')}-${String((c % 28) + 1).padStart(2, '0')}`
      P[0]!.push(id)
      P[1]!.push(p.case_id)
      P[2]!.push(p.compartment_id)
      P[3]!.push(more === 0 ? 'child' : 'mother')
      P[4]!.push(fo)
      P[5]!.push(su)
      P[6]!.push(born)
      for (const key of searchKeys({
        forenames: fo,
        surname: su,
        birthDay: born,
        postcode: null,
        nhsNumber: null,
        upn: null,
        reference: null,
      })) {
        K[0]!.push(key)
        K[1]!.push(id)
        K[2]!.push(p.compartment_id)
      }
      c++
    }
  await server.db.owner.query(
    'insert into search_person (area_id, id, case_id, compartment_id, role, forenames, surname, birth_day) select $1, * from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::date[])',
    [borough.area, ...P],
  )
  await server.db.owner.query(
    'insert into search_key (area_id, key, person_id, compartment_id) select $1, * from unnest($2::text[], $3::uuid[], $4::uuid[])',
    [borough.area, ...K],
  )
  await server.db.owner.query(
    `update duty set team_id = $1 where ('x' || right(md5(case_id::text), 4))::bit(16)::int % 3 = 0`,
    [borough.teams.east],
  )
  await server.db.owner.query(
    `update duty set worker_post_id = $1 where ('x' || right(md5(case_id::text), 4))::bit(16)::int % 60 = 0`,
    [borough.people.eastWorker.post],
  )
  await server.db.owner.query(
    `update case_file set team_id = $1, worker_post_id = $2 where ('x' || right(md5(id::text), 4))::bit(16)::int % 60 = 0`,
    [borough.teams.east, borough.people.eastWorker.post],
  )
  await server.db.owner.query(
    `insert into compartment_grant select area_id, id, case_id, $1, now() - interval '1 day', null, 'team' from compartment where ('x' || right(md5(case_id::text), 4))::bit(16)::int % 3 = 0`,
    [borough.teams.east],
  )
  await server.db.owner.query('vacuum analyze')
  for (const t of ['duty', 'fact', 'search_person', 'search_key', 'compartment_grant', 'case_file'])
    out.push(`${t} ${(await server.db.owner.query(`select count(*) n from ${t}`)).rows[0].n}`)
  const { rows: stat } = await server.db.owner.query(
    `select late, met_by is not null as met, not_known_from is not null as nk, due_latest is null as undated, lapsed_on is not null as lapsed, count(*) n from duty group by 1,2,3,4,5 order by 6 desc`,
  )
  for (const r of stat) out.push(JSON.stringify(r))
  const explain = async (
    who: 'dataLead' | 'eastWorker' | 'manager',
    name: string,
    work: (client: any) => Promise<unknown>,
  ) => {
    await withContext(server.db.reader, borough.people[who], async client => {
      const real = client.query.bind(client)
      const timed: string[] = []
      const wrapped = Object.assign(Object.create(client), {
        query: async (q: any) => {
          const a = performance.now()
          const r = await real(q)
          timed.push(`${q.name ?? 'unnamed'} ${(performance.now() - a).toFixed(1)}ms rows ${r.rows.length}`)
          const e = await real({
            text: `explain (analyze, buffers off, timing on, summary on) ${q.text}`,
            values: q.values,
          })
          timed.push(e.rows.map((r: any) => '    ' + r['QUERY PLAN']).join('\n'))
          return r
        },
      })
      await work(wrapped)
      out.push(`=== ${who} ${name}\n${timed.join('\n')}`)
    })
  }
  const today = { day: '2026-04-14', instant: server.clock.instant }
  const base = { areaIds: [borough.area], today, rules: null, team: undefined }
  const agency = { ...base, scope: 'agency' as const, ids: [borough.agencies.authority] }
  const l2 = { after: undefined, from: undefined, limit: 101 }
  await explain('dataLead', 'count agency', cl => countDuties(cl, agency))
  await explain('dataLead', 'list agency', cl => listDuties(cl, { ...agency, show: 'open', ...l2 }))
  await explain('dataLead', 'list agency ageing', cl => listDuties(cl, { ...agency, show: 'ageing', ...l2 }))
  await explain('dataLead', 'list area met late', cl =>
    listDuties(cl, {
      ...base,
      scope: 'area',
      ids: [],
      show: 'met-late',
      ...l2,
      from: '2026-01-14',
      rules: ['decide-on-referral'],
    }),
  )
  await explain('eastWorker', 'count mine', cl =>
    countDuties(cl, { ...base, scope: 'mine', ids: [borough.people.eastWorker.post] }),
  )
  await explain('eastWorker', 'list mine', cl =>
    listDuties(cl, { ...base, scope: 'mine', ids: [borough.people.eastWorker.post], show: 'open', ...l2 }),
  )
  const some = (await server.db.owner.query('select id from case_file limit 100')).rows.map((r: any) => r.id)
  await explain('dataLead', 'cases of page', cl => readCases(cl, [borough.area], some, today))
  await explain('dataLead', 'overview 3 months', cl =>
    countByRule(cl, { areaIds: [borough.area], from: '2026-01-14', today, team: undefined }),
  )
  await explain('dataLead', 'overview all', cl =>
    countByRule(cl, { areaIds: [borough.area], from: null, today, team: undefined }),
  )
  await explain('dataLead', 'late by week', cl =>
    countLateByWeek(cl, { areaIds: [borough.area], from: '2026-01-14', today, team: undefined }),
  )
  for (const q of ['Smith', 'Jhon Smtih', 'Aria Fenwick 3/4/2015'])
    await explain('dataLead', `find ${q}`, cl => findPeople(cl, [borough.area], readQuery(q, 2026), 31))
  out.push(JSON.stringify((await server.db.owner.query("select count(*) n from search_person where forenames='John' and surname='Smith'")).rows))
  writeFileSync('/tmp/plans.txt', out.join('\n'))
  // pictures
  await here.child({
    forenames: 'Aria',
    surname: 'Fenwick',
    worker: 'eastWorker',
    bornOn: '2021-06-02',
    facts: [['referral-received', '2026-03-30']],
  })
  await here.child({
    forenames: 'Noah',
    surname: 'Whitlock',
    restriction: 'restricted',
    facts: [['referral-received', '2026-04-13']],
  })
  await here.child({
    forenames: 'Mina',
    surname: 'Idris',
    facts: [
      ['referral-received', '2026-04-08'],
      ['referral-decided', '2026-04-10', { outcome: 'section-17-assessment' }],
    ],
  })
  const address = await server.app.listen({ port: 0, host: '127.0.0.1' })
  const browser = await openBrowser()
  const ms: string[] = []
  for (const [who, urls] of [
    ['manager', ['/due', '/find', '/find?q=Jhon+Smtih', '/overview?period=12-months']],
    ['datalead', ['/due', '/import', '/overview?period=all', '/due?scope=area&show=met-late']],
    ['eastworker', ['/due', '/find?q=qqqq', '/find?q=Aria+Fenwick']],
  ] as const) {
    const visitor = await here.signedIn(who)
    for (const url of urls) {
      let best = 1e9,
        size = 0
      for (let i = 0; i < 4; i++) {
        const a = performance.now()
        const r = await visitor.get(url)
        best = Math.min(best, performance.now() - a)
        size = r.body.length
      }
      ms.push(`${who} ${url} ${best.toFixed(0)} ms ${size} bytes`)
    }
    const list = await visitor.get('/import')
    const id = /href="(\/import\/[0-9a-f-]{36})"/.exec(list.body)?.[1]
    for (const width of [360, 768, 1440]) {
      const context = await browser.newContext({ viewport: { width, height: 900 } })
      await context.addCookies(
        [...visitor.cookies].map(([name, value]) => ({ name, value, domain: '127.0.0.1', path: '/' })),
      )
      const page = await context.newPage()
      for (const url of [...urls, ...(id ? [id] : [])]) {
        await page.goto(address + url)
        const wide = await page.evaluate('document.documentElement.scrollWidth')
        if ((wide as number) > width) ms.push(`TOO WIDE ${who} ${url} ${width} -> ${wide}`)
        await page.screenshot({
          path: `/tmp/shots/${who}${url.replace(/[^a-z0-9]+/gi, '_').slice(0, 40)}-${width}.png`,
          clip: {
            x: 0,
            y: 0,
            width,
            height: Math.min(2600, (await page.evaluate('document.documentElement.scrollHeight')) as number),
          },
          fullPage: true,
        })
      }
      await context.close()
    }
  }
  await browser.close()
  writeFileSync('/tmp/ms.txt', ms.join('\n'))
})
