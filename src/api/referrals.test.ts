/** Several notices of a night from a police system, over HTTP. */
import { beforeAll, expect, test } from 'vitest'
import { given } from '../../test/given-case.ts'
import { type System, systemOf } from '../../test/system.ts'
import { newId } from '../platform/identifier.ts'

let here: Awaited<ReturnType<typeof given>>
let police: System
let council: System

beforeAll(async () => {
  here = await given()
  police = await systemOf(here.server, {
    agency: 'Harrowmere Police',
    post: 'Notices',
    role: 'partner-manager',
    teams: ['Public protection'],
  })
  council = await systemOf(here.server, {
    agency: 'Harrowmere Council',
    post: 'Register',
    role: 'front-door',
    teams: ['Front door'],
  })
})

const address = '/api/v1/referrals'
// No two families share a birthday: a namesake of that day may be the same child.
const dayOf = (surname: string, year: number) =>
  `${year}-${String(1 + (surname.charCodeAt(0) % 12)).padStart(2, '0')}-${String(1 + (surname.charCodeAt(1) % 28)).padStart(2, '0')}`
const notice = (id: string, surname: string, more: object = {}) => ({
  id,
  children: [
    { forenames: `Ida${surname}`, surname, born: { on: dayOf(surname, 2019) } },
    { forenames: `Per${surname}`, surname, born: { on: dayOf(surname, 2022) } },
  ],
  people: [
    { forenames: 'Mona', surname, relationship: 'mother', livesWith: true },
    { surname: 'a man called Daz', relationship: 'step-parent' },
  ],
  seen: 'Called by a neighbour at 23:40. Both children awake, on the stairs.',
  ownWords: 'He always shouts.',
  reason: 'Violence between adults, with the children in the room.',
  safety: 'not-known',
  parents: 'disagree',
  contact: 'PC Imran Vale',
  telephone: '01632 960401',
  ...more,
})
type Result = {
  id: string
  status: string
  children: { reference: string; referral: string }[]
  errors: { field: string; message: string }[]
}
const send = async (notices: readonly unknown[]) => {
  const { status, body } = await police.record(address, { notices }, newId())
  return { status, body, results: (body['notices'] ?? []) as Result[] }
}

test('each notice makes a file for each child, with the adults, and tells the council; a wrong one stops no other', async () => {
  const { status, results } = await send([
    notice('N-1', 'Sandal'),
    notice('N-2', 'Alder', { children: [{ forenames: 'Baby', surname: '' }] }),
    notice('N-3', 'Birk', { children: [{ surname: 'Birk', nhsNumber: '123' }] }),
    { ...notice('', 'Yew'), id: undefined, extra: 'Something' },
    'nothing that could be read',
    notice('N-4', 'Rowan'),
  ])
  expect(status).toBe(200)
  expect(results.map(one => [one.id, one.status, one.children.length])).toEqual([
    ['N-1', 'recorded', 2],
    ['N-2', 'refused', 0],
    ['N-3', 'refused', 0],
    ['', 'refused', 0],
    ['', 'refused', 0],
    ['N-4', 'recorded', 2],
  ])
  expect(results[1]?.errors).toEqual([
    { field: 'children.0.surname', message: 'Enter the last name, or what the child is called' },
  ])
  expect(results[2]?.errors[0]?.field).toBe('children.0.nhsNumber')
  expect(results[3]?.errors.map(({ field }) => field)).toContain('id')
  // Of one that is refused nothing is kept: mended, it is sent under the same reference.
  const mended = await send([notice('N-2', 'Alder')])
  expect(mended.results[0]).toMatchObject({ id: 'N-2', status: 'recorded' })
  const [ida, per] = results[0]?.children ?? []
  for (const child of [ida, per]) {
    const { body } = await council.get(`/api/v1/cases/${child?.reference}/facts`)
    const said = JSON.stringify(body)
    expect(said).toContain('a man called Daz')
    expect(said).toContain('on the stairs')
  }
  // The children stand on files of their own: neither names the other.
  expect(JSON.stringify((await council.get(`/api/v1/cases/${ida?.reference}/facts`)).body)).not.toContain('PerSandal')
})

test('a notice sent again is carried out once, in whatever request; with other words it is refused', async () => {
  const first = await send([notice('N-10', 'Hazel')])
  const again = await send([notice('N-10', 'Hazel'), notice('N-11', 'Elm')])
  expect(again.results.map(({ status }) => status)).toEqual(['recorded-before', 'recorded'])
  expect(again.results[0]?.children).toEqual(first.results[0]?.children)
  const other = await send([notice('N-10', 'Hazel', { reason: 'Something else.' })])
  expect(other.results[0]).toMatchObject({ status: 'refused', errors: [{ field: 'id' }] })
})

test('the receipt of a person of the agency, and what the council was told, name the system once', async () => {
  const { results } = await send([notice('N-15', 'Rowntree')])
  const base = `/case/${results[0]?.children[0]?.reference}`
  const officer = await here.signedIn('police')
  expect((await officer.get(`${base}/receipt`)).body).toMatch(/14 April 2026 at 10:00, by Notices</)
  const door = await here.signedIn('duty')
  expect((await door.get(`${base}/told`)).body).toMatch(/>Notices, Harrowmere Police/)
})

test('a child of whom there is a file already is not made twice: the notice says which file', async () => {
  await send([notice('N-20', 'Willow')])
  const { results } = await send([notice('N-21', 'Willow')])
  expect(results[0]?.status).toBe('refused')
  expect(results[0]?.errors.map(({ field }) => field)).toEqual(['children.0', 'children.1'])
})

test('who may not refer is told who may; more than fifty at once are refused', async () => {
  const own = await council.record(address, { notices: [notice('N-30', 'Oak')] }, newId())
  expect(own.status).toBe(403)
  const many = await send(Array.from({ length: 51 }, (_, at) => notice(`M-${at}`, `Ash${at}`)))
  expect(many.status).toBe(422)
})
