import { beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible } from '../../../test/given-case.ts'
import { smallCaseload } from '../../../test/small-caseload.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { disclose, recall } from '../../ledger/disclose.ts'
import { newId } from '../../platform/identifier.ts'

let here: Awaited<ReturnType<typeof smallCaseload>>
let aria: Awaited<ReturnType<typeof here.child>>
const visitors = new Map<string, Visitor>()
beforeAll(async () => {
  here = await smallCaseload()
  aria = await here.child({
    forenames: 'Aria May',
    surname: 'Fenwick',
    bornOn: '2021-06-02',
    nhsNumber: '9990000018',
    postcode: 'ZZ99 3VZ',
    worker: 'eastWorker',
  })
  await here.child({ forenames: 'John', surname: 'Smith', bornOn: '2014-11-23' })
  await here.child({ forenames: 'Noah', surname: 'Whitlock-Sample', bornOn: '2017-08-15', restriction: 'restricted' })
  await here.child({ forenames: 'Leo', surname: 'Fenwick', team: 'west', bornOn: '2019-01-30' })
  await aria.fact('person-connected', '2026-02-01', {
    data: { relationship: 'mother', bornOn: '1994-03-09' },
    narrative: { forenames: 'Kezia', surname: 'Braithwaite' },
  })
  await aria.fact('child-identified', '2026-02-01', {
    data: { scheme: 'la-child-id' },
    narrative: { identifier: 'HM-40213' },
  })
})

async function find(asked: string | Record<string, string>, who = 'eastworker') {
  const visitor = visitors.get(who) ?? (await here.signedIn(who))
  visitors.set(who, visitor)
  const query = new URLSearchParams(typeof asked === 'string' ? { q: asked } : asked)
  return visitor.get(`/find?${query}`)
}
const namesIn = (html: string) =>
  [...html.matchAll(/gt-result__name[^>]*><a[^>]*>([^<]*)</g)].map(match => match[1] ?? '')
const becauseIn = (html: string) => [...html.matchAll(/gt-result__because">([^<]*)</g)].map(match => match[1] ?? '')

describe('a matter is found by its name', () => {
  test('by one word of it, by all, and by some, misspelt or not; a person with such a name is no better for it', async () => {
    const partnership = await here.signedIn('partnership')
    await partnership.get('/new/assurance')
    await partnership.write('/new/assurance', { name: 'Sedge Row clubs and schools' })
    for (const asked of ['Sedge', 'Sedge Row', 'Sedge Row clubs and schools', 'sedge row clubs', 'Row clubs']) {
      const { body } = await find(asked, 'partnership')
      expect([asked, ...namesIn(body)]).toEqual([asked, 'Sedge Row clubs and schools'])
      expect(becauseIn(body).join(), asked).not.toMatch(/last name/i)
    }
    expect(namesIn((await find('Aria Sedge')).body)).not.toContain('Leo Fenwick')
  })
})

describe('search forgives', () => {
  test.each([
    ['Aria Fenwick', 'Aria May Fenwick'],
    ['fenwick aria', 'Aria May Fenwick'],
    ['Fenwick, Aria 2/6/2021', 'Aria May Fenwick'],
    ['Fenwik', 'Aria May Fenwick'],
    ['Fenwcik', 'Aria May Fenwick'],
    ['Phenwick', 'Aria May Fenwick'],
    ['Aria Fenvick', 'Aria May Fenwick'],
    ['Aria Benwick', 'Aria May Fenwick'],
    ['Arya Fennwick', 'Aria May Fenwick'],
    ['May Fenwick', 'Aria May Fenwick'],
    ['Aria 6/2/2021', 'Aria May Fenwick'],
    ['Aria Fenwick 3/6/2021', 'Aria May Fenwick'],
    ['2 June 2021', 'Aria May Fenwick'],
    ['999 000 0018', 'Aria May Fenwick'],
    ['hm40213', 'Aria May Fenwick'],
    ['ZZ993VZ', 'Aria May Fenwick'],
    ['Jhon Smtih', 'John Smith'],
    ['Jon Smyth', 'John Smith'],
    ['Smith Jonh', 'John Smith'],
    ['Whitlock', 'Noah Whitlock-Sample'],
    ['Noha Sample', 'Noah Whitlock-Sample'],
    ['Kezia Brathwaite', 'Kezia Braithwaite'],
    ['Braithwaite 9/3/94', 'Kezia Braithwaite'],
    // Two letters swapped, one missing, one doubled, another: in the last name, in the first, in both.
    ['Aria Fewnick', 'Aria May Fenwick'],
    ['Aria Fewick', 'Aria May Fenwick'],
    ['Aria Fenwiick', 'Aria May Fenwick'],
    ['Airaa Fennwik', 'Aria May Fenwick'],
    ['Raia Fenwick', 'Aria May Fenwick'],
    ['Brathwiate Kezai', 'Kezia Braithwaite'],
    ['Ksia Braithwait', 'Kezia Braithwaite'],
    ['Kez Braithwate', 'Kezia Braithwaite'],
    // The names the wrong way round, misspelt; the second first name.
    ['Fenwikc Arria', 'Aria May Fenwick'],
    ['May Fenwik', 'Aria May Fenwick'],
    // Of the date of birth no more than the year, or the month.
    ['Aria 2021', 'Aria May Fenwick'],
    ['Fenwik June 2021', 'Aria May Fenwick'],
    ['Kezia 3/1994', 'Kezia Braithwaite'],
  ])('%s finds %s', async (asked, name) => {
    const { status, body } = await find(asked)
    expect(status).toBe(200)
    expectAccessible(body)
    expect(namesIn(body)[0]).toBe(name)
  })

  test.each(['Fotheringay', 'Aria Quill 5/5/2005', '111 222 3333', 'GT-0000000', '’; drop table'])(
    '%s finds nobody',
    async asked => {
      const { body } = await find(asked)
      expect(body).toContain('Nothing you may see matches')
    },
  )
})

describe('what is said of each', () => {
  test('what matched, age, postcode, the file and who works on it', async () => {
    const { body } = await find('Fenwik Aria 2/6/2021')
    expect(becauseIn(body)[0]).toBe(
      'same date of birth; last name spelt nearly the same; part of the first name is the same',
    )
    expect(body).toContain('4, born 2 June 2021 · ZZ99 3VZ')
    expect(body).toContain(`File ${aria.reference}`)
    expect(body).toContain('Amira Osei, East team')
    expect(body).toContain(`href="/case/${aria.reference}"`)
  })

  test('of somebody around a child: whose file it is', async () => {
    const { body } = await find('Kezia Braithwaite')
    expect(body).toContain('Mother of Aria May Fenwick')
    expect(body).toContain(`href="/case/${aria.reference}"`)
  })

  test('of a child found by a former name: what the child is called now', async () => {
    const child = await here.child({ forenames: 'Ines', surname: 'Oldroyd' })
    await child.fact('child-named', '2026-03-01', { narrative: { forenames: 'Ines', surname: 'Newbold' } })
    const { body } = await find('Oldroyd')
    expect(namesIn(body)).toEqual(['Ines Oldroyd'])
    expect(body).toContain('Now called Ines Newbold')
  })

  test('the file’s reference finds that file alone, in any case', async () => {
    expect(namesIn((await find(aria.reference.toLowerCase())).body)).toEqual(['Aria May Fenwick'])
  })
})

describe('who finds whom', () => {
  test.each([
    ['eastworker', ['Aria May Fenwick']],
    ['westworker', ['Leo Fenwick']],
    ['duty', ['Aria May Fenwick', 'Leo Fenwick']],
    ['datalead', ['Aria May Fenwick', 'Leo Fenwick']],
    ['teacher', []],
  ])('%s', async (who, names) => {
    const { body } = await find('Fenwick', who)
    expect(namesIn(body)).toEqual(names)
  })

  test('a restricted file is found by its team alone, with its tag', async () => {
    expect((await find('Noah Whitlock')).body).toContain('Restricted')
    const other = await find('Noah Whitlock', 'duty')
    const nobody = await find('Nobody Whatsoever', 'duty')
    expect(namesIn(other.body)).toEqual([])
    const results = (html: string) => html.slice(html.indexOf('id="results"'))
    expect(results(other.body)).toBe(results(nobody.body))
  })

  test('whoever may open a file is led to it; nobody else is', async () => {
    expect((await find('Nobody')).body).toContain('href="/new-child"')
    expect((await find('Nobody', 'datalead')).body).not.toContain('href="/new-child"')
  })
})

describe('a school that was told of a child', () => {
  test('finds the child by what it was told, reads no more than that, and no more after a recall', async () => {
    const { ledger, borough } = here.server
    const child = await here.child({
      forenames: 'Perdita',
      surname: 'Holloway-Rook',
      bornOn: '2015-09-04',
      postcode: 'ZZ99 4AA',
      restriction: 'restricted',
    })
    const { rows } = await here.server.db.owner.query<{ root: string }>(
      `select root from fact where case_id = $1 and kind = 'child-named'`,
      [child.id],
    )
    const by = { postId: borough.people.eastWorker.post, agencyId: borough.agencies.authority }
    const [disclosureId = ''] = await disclose(ledger, {
      areaId: borough.area,
      caseId: child.id,
      submissionId: newId(),
      by,
      toAgencyIds: [borough.agencies.school],
      roots: rows.map(row => row.root),
      basis: 'ca1989-s47',
      necessity: 'The school sees her each day.',
      familyTold: 'yes',
    })
    const { body } = await find('Perdita Holloway', 'teacher')
    expect(namesIn(body)).toEqual(['Perdita Holloway-Rook'])
    expect(body).toContain('Date of birth not known')
    expect(body).not.toMatch(/2015|ZZ99/)
    expect(namesIn((await find(child.reference, 'teacher')).body)).toEqual(['Perdita Holloway-Rook'])
    for (const other of ['4/9/2015', 'ZZ99 4AA', 'Fenwick'])
      expect(namesIn((await find(other, 'teacher')).body)).toEqual([])
    await recall(ledger, { areaId: borough.area, disclosureId, by, why: 'Told the wrong school.' })
    const after = await find('Perdita Holloway', 'teacher')
    expect(namesIn(after.body)).toEqual([])
    expect(after.body).toContain('Nothing you may see matches')
  })
})

describe('the separate fields', () => {
  test('are looked for as what they are', async () => {
    expect(namesIn((await find({ surname: 'Aria' })).body)).toEqual([])
    expect(namesIn((await find({ forenames: 'Aria' })).body)).toEqual(['Aria May Fenwick'])
    expect(namesIn((await find({ 'nhs-number': '999 000 0018' })).body)).toEqual(['Aria May Fenwick'])
    const born = { 'born-day': '2', 'born-month': '6', 'born-year': '2021' }
    const { body } = await find(born)
    expect(namesIn(body)).toEqual(['Aria May Fenwick'])
    expect(body).toContain('<details class="govuk-details" open')
  })

  test('of the date of birth the month and the year are enough, or the year', async () => {
    for (const born of [{ 'born-month': '6', 'born-year': '2021' }, { 'born-year': '2021' }] as const) {
      const { body } = await find({ forenames: 'Aria', ...born })
      expect(becauseIn(body)[0]).toContain(`same ${'born-month' in born ? 'month' : 'year'} of birth`)
      expect(body).not.toContain('Date of birth must be a real date')
    }
    expect((await find({ forenames: 'Aria', 'born-day': '2' })).body).toContain('Date of birth must be a real date')
  })

  test('a date that is none is said, and the rest is looked for', async () => {
    const { body } = await find({ forenames: 'Aria', 'born-day': '31', 'born-month': '2', 'born-year': '2021' })
    expect(body).toContain('Date of birth must be a real date')
    expect(namesIn(body)).toEqual(['Aria May Fenwick'])
  })
})

test('before anything is asked the page says what to do', async () => {
  const { body } = await find({})
  expectAccessible(body)
  expect(body).toContain('Type what you know')
})

test('that somebody searched is written down; what for is nowhere', async () => {
  await find('Aria Fenwick')
  const { rows } = await here.server.db.owner.query<{ route: string; basis: string }>(
    `select * from reading_log where route = '/find' and post_id = $1`,
    [here.borough.people.eastWorker.post],
  )
  expect(rows[0]?.basis).toBe('A search in what this post may see')
  expect(JSON.stringify([rows, here.server.lines])).not.toMatch(/aria|fenwick/i)
})

test('two hundred namesakes: the likest come first, and it is said that there are more', async () => {
  const born = (at: number) =>
    `20${String(10 + (at % 10)).padStart(2, '0')}-03-${String((at % 27) + 1).padStart(2, '0')}`
  for (let at = 0; at < 200; at++) await here.child({ forenames: `Sam ${at}`, surname: 'Namesake', bornOn: born(at) })
  await here.child({ forenames: 'Samuel', surname: 'Namesake', bornOn: '2016-12-24' })
  expect(namesIn((await find('Namesake Samuel 24/12/2016')).body)[0]).toBe('Samuel Namesake')
  expect((await find('Namesake')).body).toContain('There are more')
})
