/** A file that another agency opened, and one of ours that may be of the same child: who is shown the two beside each other. */
import { beforeAll, expect, test } from 'vitest'
import { expectAccessible, on } from '../../../test/given-case.ts'
import { givenSharedFile } from '../../../test/given-shared-file.ts'
import { type ChildOf, smallCaseload } from '../../../test/small-caseload.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { compareSome } from '../../ledger/possible-matches.ts'

let here: Awaited<ReturnType<typeof smallCaseload>>
let door: Visitor
beforeAll(async () => {
  here = await smallCaseload()
  door = await here.signedIn('duty')
})

/** A file of ours, and one that the school opens and of which it tells the council. */
async function twoFiles(
  surname: string,
  bornOn: string,
  told: readonly ('name' | 'birth')[],
  of: Partial<ChildOf> = {},
) {
  const ours = await here.child({ forenames: 'Maude', surname, bornOn, ...of })
  const schools = await givenSharedFile(here.server, surname, { bornOn, told })
  await compareSome(here.server.db.recorder, 50, Date.now, () => false)
  const { rows } = await here.server.db.owner.query('select from possible_match where $1 in (case_id, other_case_id)', [
    schools.id,
  ])
  expect(rows).toHaveLength(1)
  return { ours, schools }
}

test('whoever was told all that was compared is shown both', async () => {
  const { ours, schools } = await twoFiles('Abernethy', '2017-03-09', ['name', 'birth'])
  const { body } = await door.get('/same-child')
  expectAccessible(body)
  for (const { reference } of [ours, schools]) expect(body).toContain(reference)
  await ours.fact('person-connected', '2026-03-02', {
    data: { relationship: 'mother' },
    narrative: { forenames: 'Leanne', surname: 'Abernethy' },
  })
  const beside = await door.get(`${schools.base}/same-child/${ours.reference}`)
  expectAccessible(beside.body)
  expect(beside.body).toContain('Is this one child?')
  // Who is around the child and who has the file stand there too, though neither is weighed.
  expect(beside.body).toMatch(/Around the child<\/th>[\s\S]*Nobody is recorded[\s\S]*Leanne Abernethy \(mother\)/)
  expect(beside.body).toMatch(/Who has the file<\/th>[\s\S]*No team yet[\s\S]*East team/)
})

test('a file without a team leads to the comparison before it is joined', async () => {
  const { ours, schools } = await twoFiles('Fotheringay', '2013-07-13', ['name', 'birth'])
  const { body } = await door.get(`${schools.base}/take-in`)
  expectAccessible(body)
  expect(body).toContain(`href="${schools.base}/same-child/${ours.reference}"`)
  expect(body).toMatch(/East team<br\/><span class="gt-quiet">[A-Z][^<]*same date of birth/)
})

test('whoever was told the name alone is not: the date of birth that made them alike was kept back', async () => {
  const { schools } = await twoFiles('Crowhurst', '2016-04-10', ['name'])
  expect((await door.get('/find?q=crowhurst')).body).toContain(schools.reference)
  expect((await door.get('/same-child')).body).not.toContain(schools.reference)
})

test('nor whoever was told of another name than the one that made them alike', async () => {
  const ours = await here.child({ forenames: 'Maude', surname: 'Invernay', bornOn: '2012-08-14' })
  const schools = await givenSharedFile(here.server, 'Quillfeather', { bornOn: '2012-08-14', told: ['name', 'birth'] })
  const named = {
    act: 'record',
    caseId: schools.id,
    kind: 'child-named',
    happened: on('2026-04-14'),
    data: {},
    narrative: { forenames: 'Maude', surname: 'Invernay' },
  } as const
  const { ids } = await here.server.record('teacher', { acts: [named] })
  await compareSome(here.server.db.recorder, 50, Date.now, () => false)
  const pair = 'select from possible_match where $1 in (case_id, other_case_id) and $2 in (case_id, other_case_id)'
  expect((await here.server.db.owner.query(pair, [ours.id, schools.id])).rowCount).toBe(1)
  expect((await door.get(schools.base)).status).toBe(200)
  expect((await door.get('/same-child')).body).not.toContain(schools.reference)
  // Told of that name as well, it is.
  await schools.share(ids)
  await compareSome(here.server.db.recorder, 50, Date.now, () => false)
  expect((await door.get('/same-child')).body).toContain(schools.reference)
})

test('what was recalled is shown no more', async () => {
  const { schools } = await twoFiles('Dunvegan', '2015-05-11', ['name', 'birth'])
  expect((await door.get('/same-child')).body).toContain(schools.reference)
  await schools.recall()
  expect((await door.get('/same-child')).body).not.toContain(schools.reference)
})

test('whoever may not see the other one learns nothing of it', async () => {
  const { ours, schools } = await twoFiles('Glendower', '2014-06-12', ['name', 'birth'], { restriction: 'restricted' })
  const { body } = await door.get('/same-child')
  for (const { reference } of [ours, schools]) expect(body).not.toContain(reference)
  // The school, which opened the one, is not told of the other.
  expect((await (await here.signedIn('teacher')).get('/same-child')).status).toBe(403)
})
