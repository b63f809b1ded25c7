/** Applying what practitioners declared by a name: each file on which there is such a person is closed to them, now and later. */
import type { PoolClient } from 'pg'
import { type Acquaintance, isAmong, type PersonOfCase } from '../people/acquaintance.ts'
import { grouped } from './rows.ts'

interface Candidate extends Acquaintance {
  readonly id: string
  readonly practitionerId: string
  readonly caseId: string
}

/** Which declarations and files are compared: those of one declaration, or those of some files; all of the area otherwise. */
interface Which {
  readonly declarationId?: string
  readonly caseIds?: readonly string[]
}

/**
 * Closes the files on which somebody is who was declared by name. A file that is closed to the practitioner already is left
 * as it is.
 * @param client a recorder's connection, in the transaction that declares or records
 */
export async function closeToDeclared(client: PoolClient, areaId: string, which: Which = {}): Promise<void> {
  const { rows: candidates } = await client.query<Candidate>({
    name: 'declarations and files',
    text: `select distinct d.id, d.practitioner_id as "practitionerId", d.forenames, d.surname, d.birth_day as "birthDay", d.postcode,
             p.case_id as "caseId"
           from declared_interest d
           join search_key k on k.area_id = d.area_id and k.key = any(d.keys)
           join search_person p on p.area_id = k.area_id and p.id = k.person_id
           where d.area_id = $1 and d.ended_at is null and d.surname is not null
             and ($2::uuid is null or d.id = $2) and ($3::uuid[] is null or p.case_id = any($3))`,
    values: [areaId, which.declarationId ?? null, which.caseIds ?? null],
  })
  // Asked also for none, so that a declaration is answered alike whether or not there is somebody.
  const people = await peopleOf(
    client,
    areaId,
    candidates.map(({ caseId }) => caseId),
  )
  const met = candidates.filter(one => isAmong(one, people.get(one.caseId) ?? []))
  // Rows are compared with the database's clock.
  await client.query({
    name: 'close to declared',
    text: `insert into conflict_of_interest (area_id, case_id, practitioner_id, how, since, declared_id)
           select $1, n.case_id, n.practitioner_id, 'declared', now(), n.id
           from unnest($2::uuid[], $3::uuid[], $4::uuid[]) as n (case_id, practitioner_id, id)
           where not exists (select from conflict_of_interest c where c.area_id = $1 and c.case_id = n.case_id
             and c.practitioner_id = n.practitioner_id and c.ended_at is null)
           on conflict do nothing`,
    values: [areaId, met.map(one => one.caseId), met.map(one => one.practitionerId), met.map(one => one.id)],
  })
}

/** The people of files, by the file, as all agencies together recorded them. */
export async function peopleOf(
  client: PoolClient,
  areaId: string,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, readonly PersonOfCase[]>> {
  const { rows } = await client.query<PersonOfCase & { caseId: string }>({
    name: 'people of files',
    text: `select case_id as "caseId", forenames, surname, birth_day as "birthDay", postcode from search_person
           where area_id = $1 and case_id = any($2)`,
    values: [areaId, [...new Set(caseIds)]],
  })
  return grouped(rows, row => row.caseId)
}
