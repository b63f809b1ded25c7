import { beforeAll, describe, expect, test } from 'vitest'
import { asking, givenAgencies, statesIn } from '../../../test/given-agencies.ts'
import { expectAccessible, on } from '../../../test/given-case.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { newReference } from '../../people/establishment.ts'
import { newId } from '../../platform/identifier.ts'

let here: Awaited<ReturnType<typeof givenAgencies>>
let worker: Visitor
beforeAll(async () => {
  here = await givenAgencies()
  worker = await here.signedIn('eastworker')
})

type Child = Awaited<ReturnType<typeof here.child>>

interface Adult {
  readonly called: readonly [forenames: string, surname: string]
  readonly bornOn?: string
  readonly relationship?: string
}

/** A child with somebody in its life. */
async function childWith(surname: string, { called: [forenames, last], bornOn, relationship }: Adult): Promise<Child> {
  const child = await here.child(surname)
  await child.fact('person-connected', '2026-03-02', {
    data: { relationship: relationship ?? 'mother', ...(bornOn ? { bornOn } : {}) },
    narrative: { forenames, surname: last },
  })
  return child
}

/** A file of the West team alone, or a shielded one of the East team, with the same person. */
async function hiddenWith(surname: string, [forenames, last]: Adult['called'], bornOn: string, isShielded = false) {
  const [id, reference] = [newId(), newReference()]
  const { teams } = here.server.borough
  const said = (kind: string, data: object, narrative: object) =>
    ({ act: 'record', caseId: id, kind, happened: on('2026-03-02'), data, narrative }) as never
  await here.server.record('westWorker', {
    opens: [
      {
        id,
        kind: 'child',
        reference,
        teamId: isShielded ? teams.east : teams.west,
        restriction: isShielded ? 'shielded' : 'restricted',
      },
    ],
    acts: [
      said('child-named', {}, { forenames: 'Hidden', surname }),
      said('person-connected', { relationship: 'mother', bornOn }, { forenames, surname: last }),
    ],
  })
  return { id, reference }
}

async function find(name: string, visitor = worker) {
  return (await visitor.get(`/find?${new URLSearchParams({ for: 'involved', q: name })}`)).body
}

const linksIn = (html: string) =>
  [...html.matchAll(/href="(\/involved\?[^"]*)"/g)].map(match => (match[1] ?? '').replaceAll('&amp;', '&'))
const filesIn = (html: string) => [...html.matchAll(/gt-result__name[^>]*><a[^>]*>([^<]*)</g)].map(match => match[1])

describe('an adult on several files', () => {
  const called = ['Rochelle', 'Quarrington'] as const
  const bornOn = '1991-05-17'
  let one: Child
  let other: Child
  let hidden: Awaited<ReturnType<typeof hiddenWith>>
  let address: string
  beforeAll(async () => {
    one = await childWith('Larchmont', { called, bornOn })
    other = await childWith('Pevensey', { called, bornOn, relationship: 'step-parent' })
    await childWith('Namesake', { called, bornOn: '1974-11-02' })
    hidden = await hiddenWith('Secretholm', called, bornOn)
    address = linksIn(await find('Rochelle Quarrington'))[0] ?? ''
  })

  test('is offered once, with the number of files that the reader may see', async () => {
    const body = await find('Rochelle Quarrington')
    expectAccessible(body)
    expect(linksIn(body)).toHaveLength(1)
    expect(body).toContain('See all 2 files together')
    expect(body).not.toContain('Secretholm')
    expect((await worker.get('/find?q=Rochelle+Quarrington')).body).not.toContain('together')
  })

  test('stands with the files, how to each child, who works on them, and that it may be two people', async () => {
    const { status, body } = await worker.get(address)
    expect(status).toBe(200)
    expectAccessible(body)
    expect(filesIn(body).toSorted()).toEqual(['Aria Larchmont', 'Aria Pevensey'])
    expect(body).toContain('May be the same person.')
    expect(body).toContain('the name and the date of birth are the same')
    expect(body).toContain('34 (born 17 May 1991)')
    expect(body).toContain('Mother of Aria Larchmont')
    expect(body).toContain('Step-parent or parent’s partner of Aria Pevensey')
    expect(body).toContain('Nobody is allocated, East team')
  })

  test('a file that the reader may not see is neither shown nor counted', async () => {
    const { body } = await worker.get(address)
    expect(body).not.toMatch(/Secretholm|3 files/)
    expect(body).not.toContain(hidden.reference)
    const by = new URLSearchParams({ with: called.join(' '), born: bornOn, file: hidden.reference })
    expect((await worker.get(`/involved?${by}`)).status).toBe(404)
    const west = await here.signedIn('westworker')
    expect((await west.get(address)).status).toBe(404)
  })

  test('a namesake with another date of birth is not put with them', async () => {
    expect((await worker.get(address)).body).not.toContain('Namesake')
  })

  test('each file that is read is in the reading log, and that somebody was looked for', async () => {
    const { owner } = here.server.db
    const route = '/involved'
    const read = () =>
      owner.query<{ case_id: string | null }>('select case_id from reading_log where route = $1', [route])
    const before = (await read()).rows.length
    await worker.get(address)
    const ids = (await read()).rows.slice(before).map(row => row.case_id)
    expect(ids.toSorted()).toEqual([one.id, other.id, null].toSorted())
    expect((await read()).rows.map(row => row.case_id)).not.toContain(hidden.id)
  })

  test('agencies stand once, under what asks for most, with what each file says', async () => {
    const { school, police } = here.agencies
    await worker.write(`${one.base}/ask`, { ...asking, asked: [school], 'goes-with-it': one.name })
    const seen = { act: 'record', caseId: other.id, kind: 'child-seen', data: {}, narrative: {} } as const
    const root = newId()
    const telling = { caseId: other.id, toAgencyIds: [here.agencies.authority], roots: [root] }
    await here.server.record('eastWorker', {
      by: { postId: null, agencyId: police },
      acts: [{ ...seen, id: root, happened: on('2026-04-02') }],
      tells: [{ ...telling, basis: 'ca1989-s47', necessity: 'They work with her.', familyTold: 'yes' }],
    })
    const { body } = await worker.get(address)
    expectAccessible(body)
    expect(statesIn(body)).toEqual({
      'Harrowmere Police': 'involved',
      'Linden Primary School': 'waiting',
      'Bridge Surgery': 'not-asked',
      'Harrowmere Homes': 'not-connected',
    })
    const text = body.replaceAll(/<[^>]*>/g, '')
    expect(text).toContain('Aria Pevensey: involved. As of 2 April 2026')
    expect(text).toContain('Aria Larchmont: not asked')
    expect(body).toContain('01632 960777')
    expect(body).not.toContain('Eastholt Police')
  })
})

describe('who has no date of birth', () => {
  test('is put together by the postcode of the children, and that is said', async () => {
    const called = ['Tamsin', 'Overbeck'] as const
    await childWith('Ashlar', { called })
    await childWith('Birchall', { called })
    const [address = ''] = linksIn(await find('Tamsin Overbeck'))
    const { body } = await worker.get(address)
    expectAccessible(body)
    expect(body).toContain('the name is the same and the children live at the same postcode')
    expect(body).toContain('No date of birth is recorded')
    expect(filesIn(body)).toHaveLength(2)
  })

  test('is put with nobody where two of that name live there', async () => {
    const called = ['Odile', 'Vanterpool'] as const
    await childWith('Cedarn', { called, bornOn: '1980-01-01' })
    await childWith('Dogwood', { called, bornOn: '1999-01-01' })
    await childWith('Elderly', { called })
    expect(linksIn(await find('Odile Vanterpool'))).toEqual([])
  })

  test('a child, and a brother or sister, is nobody of whom several files are put together', async () => {
    await childWith('Ferncote', { called: ['Kit', 'Hollander'], bornOn: '2015-05-05', relationship: 'sibling' })
    await childWith('Gorseway', { called: ['Kit', 'Hollander'], bornOn: '2015-05-05', relationship: 'sibling' })
    expect(linksIn(await find('Kit Hollander'))).toEqual([])
  })
})

describe('an adult whose name is spelt in two ways', () => {
  const bornOn = '1988-03-21'
  let one: Child
  let other: Child
  let hidden: Awaited<ReturnType<typeof hiddenWith>>
  const offered = (html: string) => html.slice(html.indexOf('id="alike"'), html.indexOf('Agencies over'))
  beforeAll(async () => {
    one = await childWith('Ivybridge', { called: ['Siobhan', 'Mactaggart'], bornOn })
    other = await childWith('Juniper', { called: ['Siobahn', 'McTaggart'], bornOn, relationship: 'step-parent' })
    await childWith('Kestrel', { called: ['Siobhan', 'Mactaggart'], bornOn: '1961-12-02' })
    await childWith('Linnet', { called: ['Fergus', 'Mactaggart'], bornOn: '1990-01-30' })
    hidden = await hiddenWith('Secretspelt', ['Siobhann', 'Mactaggart'], bornOn)
  })

  test('is offered to whoever looks for them, with what speaks for it and against it, and joined with nobody', async () => {
    const found = await find('Siobhan Mactaggart')
    expectAccessible(found)
    expect(found).toContain('May be the same adult as Siobahn McTaggart')
    expect(found).not.toContain('together<')
    const [address = ''] = linksIn(found)
    const { status, body } = await worker.get(address.split('#')[0] ?? '')
    expect(status).toBe(200)
    expectAccessible(body)
    expect(body).toContain('Who else is involved, over 1 file')
    expect(body).not.toContain('May be the same person.')
    expect(filesIn(body)).toEqual(['Aria Ivybridge', 'Siobahn McTaggart'])
    const says = offered(body)
    expect(says).toContain('Step-parent or parent’s partner of Aria Juniper')
    expect(says).toMatch(/(May be|Very likely) the same adult/)
    expect(says).toContain('Date of birth')
    expect(says).toContain('gt-evidence__for')
  })

  test('neither a namesake born on another day, nor somebody of the family, nor who is on a file that may not be seen', async () => {
    const by = new URLSearchParams({ with: 'Siobhan Mactaggart', born: bornOn, file: one.base.split('/')[2] ?? '' })
    const says = offered((await worker.get(`/involved?${by}`)).body)
    expect(says).toContain('Juniper')
    for (const not of ['Kestrel', 'Fergus', 'Siobhann', 'Secretspelt', hidden.reference])
      expect(says).not.toContain(not)
    const west = await here.signedIn('westworker')
    expect((await west.get(`/involved?${by}`)).status).toBe(404)
  })

  test('is read beside the others when somebody puts them there, which is kept nowhere', async () => {
    const by = new URLSearchParams({ with: 'Siobhan Mactaggart', born: bornOn, file: one.base.split('/')[2] ?? '' })
    const [, address = ''] =
      /href="(\/involved\?[^"]*also=[^"]*)"/.exec((await worker.get(`/involved?${by}`)).body) ?? []
    const { body } = await worker.get(address.replaceAll('&amp;', '&'))
    expectAccessible(body)
    expect(body).toContain('Who else is involved, over 2 files')
    expect(body).toContain('You put a file beside with another name on it')
    expect(body).toContain('Nobody has confirmed')
    expect(filesIn(body).toSorted()).toEqual(['Aria Ivybridge', 'Aria Juniper'])
    expect(body).toContain('Put beside by you')
    const { rows } = await here.server.db.owner.query<{ id: string }>(
      `select distinct case_id as id from reading_log where route = '/involved' and case_id = any($1)`,
      [[one.id, other.id, hidden.id]],
    )
    expect(rows.map(({ id }) => id).toSorted()).toEqual([one.id, other.id].toSorted())
    expect((await here.server.db.owner.query('select from person_link')).rowCount).toBe(0)
    expect((await worker.get(`/involved?${by}`)).body).toContain('over 1 file')
    // A file that is not offered is not put beside by naming it.
    expect((await worker.get(`/involved?${by}&also=${hidden.reference}`)).body).not.toContain(hidden.reference)
  })

  test('with one figure of the date of birth wrong, too; with nothing but a name in common, not', async () => {
    await childWith('Merlin', { called: ['Anwen', 'Tregarthen'], bornOn: '1979-10-12' })
    await childWith('Nightjar', { called: ['Anwen', 'Tregarthen'], bornOn: '1979-10-13' })
    expect(await find('Anwen Tregarthen')).toContain('May be the same adult as Anwen Tregarthen')
    const at = { postcode: 'ZZ99 8AB' }
    for (const [surname, called] of [
      ['Oriole', ['Benedikta', 'Nordgaard']],
      ['Plover', ['Benedicta', 'Nordgard']],
    ] as const) {
      const child = await childWith(surname, { called })
      if (surname === 'Plover') await child.fact('address-known', '2026-04-01', { narrative: at })
    }
    expect(await find('Benedikta Nordgaard')).not.toContain('May be the same adult')
  })
})

describe('what is no person on two files', () => {
  test.each(['/involved', '/involved?with=&file=', '/involved?with=Nobody+Here&file=GT-0000000&born=99/99/9999'])(
    '%s is not there',
    async address => {
      expect((await worker.get(address)).status).toBe(404)
    },
  )

  test('at most ten files are put together; that there are more is said', async () => {
    const called = ['Perdita', 'Lowescroft'] as const
    for (let number = 0; number < 12; number++)
      await childWith(`Many${'abcdefghijkl'.charAt(number)}`, { called, bornOn: '1985-08-08' })
    const found = await find('Perdita Lowescroft')
    expect(found).toContain('See all 12 files together')
    const { body } = await worker.get(linksIn(found)[0] ?? '')
    expectAccessible(body)
    expect(filesIn(body)).toHaveLength(10)
    expect(body).toContain('Your post may see 12 files. Only the first 10 are put together here')
  })

  test('a shielded file is there for whoever may see it, and for nobody else', async () => {
    const called = ['Isaura', 'Penhallow'] as const
    await childWith('Hawthorne', { called, bornOn: '1990-09-09' })
    const shielded = await hiddenWith('Shelterby', called, '1990-09-09', true)
    const [address = ''] = linksIn(await find('Isaura Penhallow'))
    const { body } = await worker.get(address)
    expectAccessible(body)
    expect(filesIn(body).toSorted()).toEqual(['Aria Hawthorne', 'Hidden Shelterby'])
    expect(body).toContain('Shielded')
    const chair = await here.signedIn('chair')
    expect(linksIn(await find('Isaura Penhallow', chair))).toEqual([])
    const reply = await chair.get(address)
    expect([reply.status, reply.body.includes(shielded.reference)]).toEqual([404, false])
  })
})
