/** The least that a test of the ledger or of a page needs: an area, its authority with two teams, a school, and their people. */

import { addAgency, addArea, addHolder, addPost, addPractitioner, type Purpose } from '../src/people/establishment.ts'
import type { Database } from '../src/platform/database.ts'
import { transaction } from '../src/platform/database.ts'
import { newId } from '../src/platform/identifier.ts'

const long = Date.parse('2018-01-01')

/** Makes the borough and gives the ids of everyone in it. */
export async function smallBorough(db: Database) {
  const area = newId()
  const [authority, school, police] = [newId(), newId(), newId()]
  const [partnership, deaths] = [newId(), newId()]
  const [east, west, frontDoor, managers, schoolLeads, policeLeads, privacy, data] = Array.from(
    { length: 8 },
    newId,
  ) as [string, string, string, string, string, string, string, string]
  const [designated, office, reviews] = [newId(), newId(), newId()]
  const people = {
    eastWorker: {
      name: 'Amira Osei',
      role: 'social-worker',
      title: 'Social worker, East team',
      agency: authority,
      holders: [east],
    },
    westWorker: {
      name: 'Tom Ballard',
      role: 'social-worker',
      title: 'Social worker, West team',
      agency: authority,
      holders: [west],
    },
    manager: {
      name: 'Ruth Calloway',
      role: 'team-manager',
      title: 'Team manager, East team',
      agency: authority,
      holders: [east, managers],
    },
    duty: { name: 'Joss Pemberton', role: 'front-door', title: 'Duty worker', agency: authority, holders: [frontDoor] },
    chair: {
      name: 'Edwin Marsh',
      role: 'conference-chair',
      title: 'Conference chair',
      agency: authority,
      holders: [managers],
    },
    support: {
      name: 'Hana Whitlock',
      role: 'business-support',
      title: 'Business support, East team',
      agency: authority,
      holders: [east],
    },
    dataLead: { name: 'Priya Nair', role: 'data-lead', title: 'Data lead', agency: authority, holders: [data] },
    privacyOfficer: {
      name: 'Colm Reddy',
      role: 'privacy-officer',
      title: 'Privacy officer',
      agency: authority,
      holders: [privacy],
    },
    teacher: {
      name: 'Gwen Abara',
      role: 'safeguarding-lead',
      title: 'Designated safeguarding lead',
      agency: school,
      holders: [schoolLeads],
    },
    police: {
      name: 'Sgt Dev Khatri',
      role: 'partner-manager',
      title: 'Detective sergeant',
      agency: police,
      holders: [policeLeads],
    },
    designated: {
      name: 'Imelda Voss',
      role: 'designated-officer',
      title: 'Designated officer for allegations',
      agency: authority,
      holders: [designated],
    },
    partnership: {
      name: 'Farid Lockyer',
      role: 'partnership-officer',
      title: 'Business manager of the partnership',
      agency: partnership,
      holders: [office],
    },
    deaths: {
      name: 'Dr Noor Salt',
      role: 'child-death-officer',
      title: 'Designated doctor for child deaths',
      agency: deaths,
      holders: [reviews],
    },
  } as const
  const ids = Object.fromEntries(
    Object.keys(people).map(key => [
      key,
      { practitioner: newId(), post: newId(), agency: people[key as keyof typeof people].agency },
    ]),
  ) as Record<keyof typeof people, { practitioner: string; post: string; agency: string }>
  await transaction(db.recorder, async client => {
    await addArea(client, {
      id: area,
      kind: 'authority',
      name: 'Harrowmere',
      codes: [{ scheme: 'dfe', code: '999', from: '2009-01-01' }],
    })
    await addAgency(client, { id: authority, kind: 'local-authority', name: 'Harrowmere Council' }, [area], true)
    await addAgency(client, { id: school, kind: 'school', name: 'Linden Primary School' }, [area])
    await addAgency(client, { id: police, kind: 'police', name: 'Harrowmere Police' }, [area])
    const bodies = [
      {
        id: partnership,
        kind: 'safeguarding-partnership',
        name: 'Harrowmere Partnership',
        body: 'safeguarding-partners',
      },
      { id: deaths, kind: 'child-death-office', name: 'Child Death Office', body: 'child-death-review-partners' },
    ] as const
    for (const one of bodies) await addAgency(client, one, [area])
    const holders: readonly (readonly [string, string, 'team' | 'role', string, (readonly string[])?, Purpose?])[] = [
      [east, authority, 'team', 'East team'],
      [west, authority, 'team', 'West team'],
      [frontDoor, authority, 'role', 'Front door', ['context'], 'front-door'],
      [managers, authority, 'role', 'Managers and chairs', ['context', 'incident']],
      [privacy, authority, 'role', 'Privacy', [], 'privacy'],
      [data, authority, 'role', 'Data'],
      [schoolLeads, school, 'role', 'Safeguarding leads'],
      [policeLeads, police, 'role', 'Public protection'],
      [designated, authority, 'team', 'Designated officers', ['allegation']],
      [office, partnership, 'team', 'Partnership office', ['incident', 'assurance', 'arrangements']],
      [reviews, deaths, 'team', 'Child death reviews', ['child-death']],
    ]
    for (const [id, agencyId, kind, name, worksOn = [], purpose] of holders)
      await addHolder(client, { id, agencyId, areaId: area, kind, name, worksOn, purpose })
    for (const [key, person] of Object.entries(people)) {
      const { practitioner, post } = ids[key as keyof typeof people]
      await addPractitioner(client, { id: practitioner, signIn: key.toLowerCase(), name: person.name })
      await addPost(client, {
        id: post,
        practitionerId: practitioner,
        agencyId: person.agency,
        role: person.role,
        title: person.title,
        areaIds: [area],
        holderIds: person.holders,
        from: long,
      })
    }
  })
  return { area, agencies: { authority, school, police, partnership, deaths }, teams: { east, west }, people: ids }
}
