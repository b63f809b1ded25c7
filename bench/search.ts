/**
 * Finding people by name among a million: by a reader who may see one in twenty of them, by the front door, which may see all, and
 * by an agency that was told of one in twenty; right names, misspelt ones, and the commonest that there are.
 */
import { findPeople } from '../src/people/search.ts'
import { emptyQuery } from '../src/people/search-query.ts'
import { type Context, type Database, withContext } from '../src/platform/database.ts'
import { random } from './dataset.ts'
import { isCommon, misspell, type Named } from './names.ts'
import { filePeople, inventPeople, seenOneIn, tellAgencies } from './people.ts'
import { plansOf, refuseScans } from './plans.ts'
import { doing, less, percentile, timed } from './report.ts'
import { addReader, type BenchArea, type BenchServer, benchArea } from './server.ts'

const number = 1_000_000
const asked = 150
/** Of misspelt names so many must be found. */
const mustBeFound = 0.95

interface Sought {
  readonly db: Database
  readonly area: BenchArea
  readonly reader: Context
  /** Who is looked for: all of them may be seen. */
  readonly seen: readonly Named[]
  /** Who looks for whom, in words. */
  readonly what: string
}

export async function benchSearch(server: BenchServer): Promise<void> {
  const { db } = await server.create()
  const area = await benchArea(db)
  const people = inventPeople(number)
  doing(`Filing ${number.toLocaleString('en-GB')} people`)
  await filePeople(db.owner, area, people)
  doing('Telling agencies of them')
  const [agency = ''] = await tellAgencies(db.owner, area, people)
  const frontDoor = await addReader(db, { area, agency: area.agencyId, role: 'front-door', holders: [area.frontDoor] })
  const partner = await addReader(db, { area, agency, role: 'safeguarding-lead', holders: [] })
  await db.owner.query('vacuum analyze')
  doing('Looking for them by name')
  const seen = people.filter((_, at) => at % seenOneIn === 0)
  const worker = { db, area, reader: area.worker }
  await searchForNames({ ...worker, seen, what: '5 % of 1 million people' })
  await searchForNames({ ...worker, seen: seen.filter(isCommon), what: 'commonest, 5 % of 1 million people' })
  await searchForLastNames({ ...worker, seen: seen.filter(isCommon), what: 'commonest, 5 % of 1 million people' })
  await searchForNames({ db, area, reader: frontDoor, seen: people, what: 'all of 1 million people' })
  await searchForNames({ db, area, reader: partner, seen, what: 'an agency told of 5 % of 1 million people' })
  await db.close()
}

async function searchForNames(sought: Sought): Promise<void> {
  const { seen, what } = sought
  const next = random(3)
  const wanted = Array.from({ length: asked }, () => seen[Math.floor(next() * seen.length)] as Named)
  const both = wanted.map(one => [one.forenames, one.surname])
  const misspelt = wanted.map(one => [one.forenames, misspell(one.surname, next)])
  for (const names of [...both.slice(0, 10), ...misspelt.slice(0, 10)]) await refuseScansOf(sought, names)
  for (const names of both.slice(0, 20)) await search(sought, names)
  const isFound = (at: number, found: readonly { name: string }[]) =>
    found.some(({ name }) => name === both[at]?.join(' '))
  const ofRight: number[] = []
  const ofMisspelt: number[] = []
  let recovered = 0
  for (const [at, names] of both.entries()) {
    const right = await search(sought, names)
    if (!isFound(at, right.found)) throw new Error('Somebody was not found by the right name.')
    ofRight.push(right.milliseconds)
    const wrong = await search(sought, misspelt[at] ?? [])
    if (isFound(at, wrong.found)) recovered++
    ofMisspelt.push(wrong.milliseconds)
  }
  less(`search by right name, ${what}, p95`, percentile(ofRight, 0.95), 'ms', 50)
  less(`search by misspelt name, ${what}, p95`, percentile(ofMisspelt, 0.95), 'ms', 50)
  doing(`${recovered} of ${asked} misspelt names were found.`)
  if (recovered < asked * mustBeFound) throw new Error('Too many misspelt names were not found.')
}

async function searchForLastNames(sought: Sought): Promise<void> {
  const { seen, what } = sought
  const measured: number[] = []
  for (const { surname } of seen.slice(0, asked)) {
    const { milliseconds, found } = await search(sought, [surname])
    if (found.length === 0) throw new Error('Nobody was found by a last name.')
    measured.push(milliseconds)
  }
  less(`search by last name alone, ${what}, p95`, percentile(measured, 0.95), 'ms', 50)
}

function search({ db, area, reader }: Sought, names: readonly string[]) {
  return withContext(db.reader, reader, async client => {
    let found: readonly { name: string }[] = []
    const milliseconds = await timed(async () => {
      found = await findPeople(client, [area.areaId], { ...emptyQuery, names }, 20)
    })
    return { milliseconds, found }
  })
}

async function refuseScansOf({ db, area, reader }: Sought, names: readonly string[]): Promise<void> {
  const plans = await withContext(db.reader, reader, client =>
    plansOf(client, spied => findPeople(spied, [area.areaId], { ...emptyQuery, names }, 20)),
  )
  refuseScans(plans, ['search_person', 'search_key', 'compartment_grant', 'disclosed_fact', 'case_file'])
}
