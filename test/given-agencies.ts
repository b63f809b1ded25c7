/** For tests of asking and answering: a case in the small borough with more agencies around it, and how the picture reads. */
import { addAgency, addArea, addHolder, addPost, addPractitioner } from '../src/people/establishment.ts'
import { transaction } from '../src/platform/database.ts'
import { newId } from '../src/platform/identifier.ts'
import { given } from './given-case.ts'

/** A surgery with a GP who signs in as "gp", housing where nobody signs in, and police of another area. */
export async function givenAgencies(env: Record<string, string> = {}) {
  const here = await given(env)
  const { area, agencies } = here.server.borough
  const [surgery, housing, elsewhere] = [newId(), newId(), newId()]
  await transaction(here.server.db.recorder, async client => {
    const other = newId()
    await addArea(client, { id: other, kind: 'authority', name: 'Eastholt', codes: [] })
    await addAgency(client, { id: elsewhere, kind: 'police', name: 'Eastholt Police' }, [other])
    await addAgency(
      client,
      { id: surgery, kind: 'general-practice', name: 'Bridge Surgery', telephone: '01632 960777' },
      [area],
    )
    await addAgency(client, { id: housing, kind: 'housing', name: 'Harrowmere Homes', telephone: '01632 960778' }, [
      area,
    ])
    const [holder, practitioner] = [newId(), newId()]
    await addHolder(client, { id: holder, agencyId: surgery, areaId: area, kind: 'role', name: 'Surgery leads' })
    await addPractitioner(client, { id: practitioner, signIn: 'gp', name: 'Dr Ines Hallam' })
    await addPost(client, {
      id: newId(),
      practitionerId: practitioner,
      agencyId: surgery,
      role: 'safeguarding-lead',
      title: 'GP and safeguarding lead',
      areaIds: [area],
      holderIds: [holder],
      from: Date.parse('2018-01-01'),
    })
  })
  /** Aria Fenwick, born on 2 June 2021, with an address, and the ids of what the council recorded. */
  const child = async (surname = 'Fenwick') => {
    const opened = await here.newCase(surname)
    const birth = await opened.fact('child-born', '2021-06-02')
    const address = await opened.fact('address-known', '2026-03-01', { narrative: { postcode: 'ZZ99 1AA' } })
    const { rows } = await here.server.db.owner.query<{ root: string }>(
      `select root from fact where case_id = $1 and kind = 'child-named'`,
      [opened.id],
    )
    const base = `/case/${opened.reference}`
    return { ...opened, base, name: rows[0]?.root ?? '', birth, address }
  }
  return { ...here, child, agencies: { ...agencies, surgery, housing, elsewhere } }
}

/** What a person fills in to ask, besides whom. */
export const asking = {
  purpose: 'section-47',
  question: 'When did you see her last, and how was she?',
  urgency: 'soon',
  'why-necessary': 'Marks that nobody explains.',
  'family-told': 'yes',
} as const

/** What a person fills in to answer that they are involved. */
export const involvedAnswer = {
  answer: 'involved',
  shared: 'Seen on Friday. She had a new coat.',
  contact: 'Gwen Abara',
  telephone: '01632 960555',
  'why-necessary': 'To answer.',
  'family-told': 'yes',
} as const

/** Each agency of the picture with the state under which it stands. */
export function statesIn(html: string): Record<string, string> {
  const states: Record<string, string> = {}
  for (const section of html.split('<section class="gt-involved__group"').slice(1)) {
    const state = /id="([^"]+)"/.exec(section)?.[1] ?? ''
    for (const [, name] of section.matchAll(/gt-agency__name"><b>([^<]*)</g)) states[name ?? ''] = state
  }
  return states
}
