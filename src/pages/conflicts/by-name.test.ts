import { beforeAll, expect, test } from 'vitest'
import { expectAccessible } from '../../../test/given-case.ts'
import { smallCaseload } from '../../../test/small-caseload.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { newId } from '../../platform/identifier.ts'

let here: Awaited<ReturnType<typeof smallCaseload>>
let amira: Visitor

beforeAll(async () => {
  here = await smallCaseload()
  amira = await here.signedIn('eastworker')
})

const born = (day: string) => {
  const [year = '', month = '', of = ''] = day.split('-')
  return { 'born-day': of, 'born-month': month, 'born-year': year }
}
const declare = (visitor: Visitor, fields: Record<string, string>, submission = newId()) =>
  visitor.write('/conflicts', { relation: 'family', ...fields }, submission)
const statusOf = async (visitor: Visitor, reference: string) => (await visitor.get(`/case/${reference}`)).status
const isWatched = async () => {
  const { rows } = await here.server.db.owner.query('select has_declared_names as yes from area')
  return rows.some(({ yes }) => yes)
}

test('where nobody declared a name, recording compares nothing; a form that is half filled in says what is missing', async () => {
  const { status, body } = await declare(amira, { surname: 'Orme', forenames: 'Edith' })
  expect(status).toBe(422)
  expectAccessible(body)
  expect(body).toContain('Enter their date of birth or their postcode')
  expect(body).toContain('value="Edith"')
  for (const [fields, says] of [
    [{ surname: 'Orme', ...born('2019-13-40') }, 'Enter a real date of birth'],
    [{ surname: 'Orme', ...born('2031-01-01') }, 'Enter a real date of birth'],
    [{ surname: 'Orme', postcode: 'ZZ99' }, 'Enter a whole postcode'],
    [{ surname: 'Orme', reference: 'GT-0000000' }, 'not both'],
    [{}, 'or a last name'],
  ] as const)
    expect((await declare(amira, fields)).body).toContain(says)
  expect(await isWatched()).toBe(false)
})

test('a file with such a child is closed, in every spelling, and to whoever declared it alone; others stay open', async () => {
  const child = { surname: 'Ormé', forenames: 'Edith', bornOn: '2019-06-02' }
  const meant = await here.child(child)
  const brother = await here.child({ surname: 'Orme', forenames: 'Wilf', bornOn: '2017-01-30' })
  expect(await statusOf(amira, meant.reference)).toBe(200)
  const { to } = await declare(amira, { forenames: 'Edith', surname: 'Orme', ...born('2019-06-02') })
  expect((await amira.get(to)).body).toContain('Edith Orme, born on 2 June 2019')
  expect(await statusOf(amira, meant.reference)).toBe(404)
  expect((await amira.get('/find?q=Edith Orme')).body).not.toContain(meant.reference)
  expect(await statusOf(amira, brother.reference)).toBe(200)
  expect(await statusOf(await here.signedIn('manager'), meant.reference)).toBe(200)
  expect(await isWatched()).toBe(true)
})

test('a postcode closes the file of a family of that name there, whoever of them is recorded under it', async () => {
  const meant = await here.child({ surname: 'Lyle', postcode: 'ZZ99 4CC' })
  await meant.fact('person-connected', '2026-01-06', {
    data: { relationship: 'father' },
    narrative: { forenames: 'Bram', surname: 'Kestrel' },
  })
  const elsewhere = await here.child({ surname: 'Kestrel', postcode: 'ZZ99 5DD' })
  await declare(amira, { surname: 'Kestrel', postcode: 'zz99 4cc' })
  expect(await statusOf(amira, meant.reference)).toBe(404)
  expect(await statusOf(amira, elsewhere.reference)).toBe(200)
})

test('it closes what is recorded afterwards: a new file, and somebody new on an old one', async () => {
  const old = await here.child({ surname: 'Abbot' })
  await declare(amira, { forenames: 'Nell', surname: 'Vantongeren', ...born('1990-03-04') })
  expect(await statusOf(amira, old.reference)).toBe(200)
  await old.fact('person-connected', '2026-01-06', {
    data: { relationship: 'mother', bornOn: '1990-03-04' },
    narrative: { forenames: 'Nell', surname: 'Vantongeren' },
  })
  expect(await statusOf(amira, old.reference)).toBe(404)
  const fresh = await here.child({ surname: 'Vantongeren', forenames: 'Nell', bornOn: '1990-03-04' })
  expect(await statusOf(amira, fresh.reference)).toBe(404)
})

test('the answer is the same whether there is such a record or not', async () => {
  await here.child({ surname: 'Quist', forenames: 'Ida', bornOn: '2018-08-08', restriction: 'shielded', team: 'west' })
  const some = await declare(amira, { forenames: 'Ida', surname: 'Quist', ...born('2018-08-08') })
  const none = await declare(amira, { forenames: 'Ida', surname: 'Quast', ...born('2018-08-09') })
  const { date: _one, ...first } = some.headers
  const { date: _other, ...second } = none.headers
  expect([some.status, some.to, some.body, first]).toEqual([none.status, none.to, none.body, second])
})

test('a privacy officer ends it, and what is recorded later stays open', async () => {
  await declare(amira, { forenames: 'Otto', surname: 'Feld', ...born('2020-02-02') })
  const file = await here.child({ surname: 'Feld', forenames: 'Otto', bornOn: '2020-02-02' })
  expect(await statusOf(amira, file.reference)).toBe(404)
  const colm = await here.signedIn('privacyofficer')
  const { body } = await colm.get('/conflicts')
  expectAccessible(body)
  expect(body).toContain('Otto Feld, born on 2 February 2020')
  const { rows } = await here.server.db.owner.query(`select id from declared_interest where surname = 'Feld'`)
  expect((await colm.post(`/conflicts/${rows[0].id}/end`, { why: 'A namesake' })).to).toBe('/conflicts')
  expect(await statusOf(amira, file.reference)).toBe(200)
  await file.fact('child-named', '2026-02-01', { narrative: { forenames: 'Otto', surname: 'Feld-Sample' } })
  expect(await statusOf(amira, file.reference)).toBe(200)
})
