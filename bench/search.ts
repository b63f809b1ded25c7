/**
 * Finding people by name among 300,000: by a reader who may see one in twenty of them, and by an agency that was told of one
 * in twenty; right names and misspelt ones.
 */
import { toldColumns, toldKeyColumns } from '../src/ledger/people-told.ts'
import { insertRows } from '../src/ledger/rows.ts'
import { disclosedColumns } from '../src/ledger/standing-disclosure.ts'
import { addAgency, addPost, addPractitioner } from '../src/people/establishment.ts'
import { findPeople } from '../src/people/search.ts'
import { searchKeys } from '../src/people/search-keys.ts'
import { emptyQuery } from '../src/people/search-query.ts'
import { type Database, transaction, withContext } from '../src/platform/database.ts'
import { newId } from '../src/platform/identifier.ts'
import { random, surname } from './dataset.ts'
import { plansOf } from './plans.ts'
import { doing, less, percentile, timed } from './report.ts'
import { type BenchArea, type BenchServer, benchArea } from './server.ts'

const people = 300_000
const seenOneIn = 20
const atOnce = 10_000
const asked = 150

interface Named {
  readonly forenames: string
  readonly surname: string
}

export async function benchSearch(server: BenchServer): Promise<void> {
  doing(`Filing ${people.toLocaleString('en-GB')} people`)
  const { db } = await server.create()
  const area = await benchArea(db)
  const seen = await file(db, area)
  const { partner, told } = await tellPartner(db, area)
  doing('Looking for them by name')
  await measure(db, area, area.worker, seen, '5 % of 300,000 people')
  await measure(db, area, partner, told, 'an agency told of 5 % of 300,000 people')
  await db.close()
}

type Reader = BenchArea['worker']

async function measure(db: Database, area: BenchArea, reader: Reader, seen: readonly Named[], whom: string) {
  const next = random(3)
  const wanted = Array.from({ length: asked }, () => seen[Math.floor(next() * seen.length)] as Named)
  const misspelt = wanted.map(one => ({ ...one, surname: misspell(one.surname, next) }))
  const search = (one: Named) =>
    withContext(db.reader, reader, async client => {
      const query = { ...emptyQuery, names: [one.forenames, one.surname] }
      let found: readonly { name: string }[] = []
      const milliseconds = await timed(async () => {
        found = await findPeople(client, [area.areaId], query, 20)
      })
      return { milliseconds, found }
    })
  for (const one of [...wanted.slice(0, 10), ...misspelt.slice(0, 10)]) await refuseScans(db, area, reader, one)
  for (const one of wanted.slice(0, 20)) await search(one)
  const ofRight: number[] = []
  const ofMisspelt: number[] = []
  let recovered = 0
  for (const [at, one] of wanted.entries()) {
    const name = `${one.forenames} ${one.surname}`
    const right = await search(one)
    if (!right.found.some(found => found.name === name)) throw new Error('Somebody was not found by the right name.')
    ofRight.push(right.milliseconds)
    const wrong = await search(misspelt[at] as Named)
    if (wrong.found.some(found => found.name === name)) recovered++
    ofMisspelt.push(wrong.milliseconds)
  }
  less(`search by right name, ${whom}, p95`, percentile(ofRight, 0.95), 'ms', 50)
  less(`search by misspelt name, ${whom}, p95`, percentile(ofMisspelt, 0.95), 'ms', 50)
  doing(`${recovered} of ${asked} misspelt names were found.`)
}

const beginnings = ['A', 'Be', 'Cal', 'Da', 'El', 'Fa', 'Ge', 'Ha', 'I', 'Jo', 'Ka', 'Le', 'Ma', 'No', 'O', 'Pri']
const endings = ['ria', 'nah', 'lum', 'mir', 'sie', 'tim', 'rge', 'nna', 'mani', 'seph', 'tya', 'on', 'rk', 'ra', 'is']

/**
 * Twenty agencies were told the names of as many children each, and so was the authority, by others, where it works itself.
 * @returns a post of the first agency, and whom it was told of
 */
async function tellPartner({ recorder, owner }: Database, area: BenchArea) {
  const agencies = Array.from({ length: seenOneIn }, newId)
  const [practitioner, post] = [newId(), newId()]
  const [agency = ''] = agencies
  const told: Named[] = []
  await transaction(recorder, async client => {
    for (const [at, id] of agencies.entries())
      await addAgency(client, { id, kind: 'school', name: `School ${at + 1}` }, [area.areaId])
    await addPractitioner(client, { id: practitioner, signIn: 'lead', name: 'Sam Bench' })
    await addPost(client, {
      id: post,
      practitionerId: practitioner,
      agencyId: agency,
      role: 'safeguarding-lead',
      title: 'Safeguarding lead',
      areaIds: [area.areaId],
      holderIds: [],
      from: 0,
    })
    const { rows } = await client.query<Named & { root: string; case_id: string; compartment_id: string }>(
      `select id as root, case_id, compartment_id, forenames, surname from search_person where area_id = $1`,
      [area.areaId],
    )
    const disclosure = { area_id: area.areaId, disclosure_id: newId() }
    await client.query(
      `insert into disclosure (area_id, id, case_id, from_agency_id, to_agency_id, basis, necessity, family_told, reached_at, submission_id)
       values ($1, $2, $3, $4, $5, 'ca1989-s47', 'bench', 'yes', now() - interval '1 day', $6)`,
      [area.areaId, disclosure.disclosure_id, rows[0]?.case_id, area.agencyId, agency, newId()],
    )
    const authority = { ...disclosure, disclosure_id: newId() }
    await client.query(
      `insert into disclosure select area_id, $2, case_id, to_agency_id, from_agency_id, basis, necessity, family_told, null, null, reached_at, null, null, null, $3
       from disclosure where id = $1`,
      [disclosure.disclosure_id, authority.disclosure_id, newId()],
    )
    for (let start = 0; start < rows.length; start += atOnce) {
      const reached: object[] = []
      const people: object[] = []
      const keys: object[] = []
      for (const { forenames, surname: last, root, case_id, compartment_id } of rows.slice(start, start + atOnce)) {
        const named = { forenames, surname: last }
        const school = Number(root.slice(-12)) % seenOneIn
        if (school === 0) told.push(named)
        const council = { agency_id: area.agencyId, from_agency_id: agency, by_grant: true }
        const others = { agency_id: agencies[school], from_agency_id: area.agencyId, by_grant: false }
        for (const to of [others, ...(school === 0 ? [council] : [])]) {
          const of = { area_id: area.areaId, agency_id: to.agency_id, root, case_id }
          reached.push({ ...(to.by_grant ? authority : disclosure), ...of, ...to, reached_at: Date.now() - 86_400_000 })
          people.push({ ...of, ...named, compartment_id, place: 0, role: 'child' })
          const found = { ...named, birthDay: null, postcode: null, nhsNumber: null, upn: null, reference: null }
          for (const key of searchKeys(found)) keys.push({ ...of, key })
        }
      }
      await insertRows(client, 'disclosed_fact', disclosedColumns, reached)
      await insertRows(client, 'search_told', toldColumns, people)
      await insertRows(client, 'search_told_key', toldKeyColumns, keys)
    }
  })
  await owner.query('vacuum analyze')
  return { partner: { post, agency, practitioner }, told }
}

/** Each of twenty teams is granted as many of the compartments. @returns those whom the worker’s team may see */
async function file({ recorder, owner }: Database, area: BenchArea): Promise<Named[]> {
  const next = random(9)
  const pick = (list: readonly string[]) => list[Math.floor(next() * list.length)] ?? ''
  const seen: Named[] = []
  for (let start = 0; start < people; start += atOnce) {
    const persons: object[] = []
    const keys: object[] = []
    for (let number = start; number < start + atOnce; number++) {
      const named = { forenames: `${pick(beginnings)}${pick(endings)}`, surname: surname(next) }
      if (number % seenOneIn === 0) seen.push(named)
      const born = new Date(Date.UTC(2008, 0, 1) + Math.floor(next() * 6570) * 86_400_000)
      const of = { area_id: area.areaId, compartment_id: idOf(3, number) }
      const birthDay = born.toISOString().slice(0, 10)
      persons.push({
        ...of,
        ...named,
        id: idOf(1, number),
        case_id: idOf(2, number),
        birth_day: birthDay,
        role: 'child',
      })
      const found = { ...named, birthDay, postcode: null, nhsNumber: null, upn: null, reference: null }
      for (const key of searchKeys(found)) keys.push({ ...of, key, person_id: idOf(1, number) })
    }
    await transaction(recorder, async client => {
      await insertRows(client, 'search_person', personColumns, persons)
      await insertRows(client, 'search_key', keyColumns, keys)
    })
  }
  await transaction(recorder, async client => {
    const cases = `(select id as person_id, case_id, compartment_id from search_person where area_id = $1) p`
    await client.query(
      `insert into case_file (area_id, id, kind, reference, team_id)
       select $1, p.case_id, 'child', 'GT-' || p.case_id, ($2::uuid[])[1 + substr(p.case_id::text, 25)::bigint % ${seenOneIn}] from ${cases}`,
      [area.areaId, area.teams],
    )
    await client.query(
      `insert into compartment (area_id, id, case_id, agency_id, sensitivity)
       select $1, p.compartment_id, p.case_id, $2, 'ordinary' from ${cases}`,
      [area.areaId, area.agencyId],
    )
    await client.query(
      `insert into compartment_grant (area_id, compartment_id, case_id, holder_id, starts_at, reason)
       select c.area_id, m.id, c.id, c.team_id, now() - interval '1 day', 'Team'
       from case_file c join compartment m on m.area_id = c.area_id and m.case_id = c.id
       where c.area_id = $1`,
      [area.areaId],
    )
  })
  await owner.query('vacuum analyze')
  return seen
}

function idOf(kind: number, number: number): string {
  return `0000000${kind}-0000-7000-8000-${String(number).padStart(12, '0')}`
}

/** One letter is left out, doubled, or changes places with the next. */
function misspell(name: string, next: () => number): string {
  const at = 1 + Math.floor(next() * (name.length - 2))
  const way = next()
  if (way < 0.33) return name.slice(0, at) + name.slice(at + 1)
  if (way < 0.66) return name.slice(0, at) + name.charAt(at) + name.slice(at)
  return name.slice(0, at) + name.charAt(at + 1) + name.charAt(at) + name.slice(at + 2)
}

async function refuseScans(db: Database, area: BenchArea, reader: Reader, one: Named): Promise<void> {
  const query = { ...emptyQuery, names: [one.forenames, one.surname] }
  const plans = await withContext(db.reader, reader, client =>
    plansOf(client, spied => findPeople(spied, [area.areaId], query, 20)),
  )
  const scan = plans.find(plan => /Seq Scan on search_(key|person|told)/.test(plan))
  if (scan) throw new Error(`The search reads a whole table:\n${scan}`)
}

const personColumns = [
  ['area_id', 'uuid'],
  ['id', 'uuid'],
  ['case_id', 'uuid'],
  ['compartment_id', 'uuid'],
  ['role', 'text'],
  ['forenames', 'text'],
  ['surname', 'text'],
  ['birth_day', 'date'],
  ['postcode', 'text'],
  ['nhs_number', 'text'],
  ['upn', 'text'],
  ['reference', 'text'],
] as const
const keyColumns = [
  ['area_id', 'uuid'],
  ['key', 'text'],
  ['person_id', 'uuid'],
  ['compartment_id', 'uuid'],
] as const
