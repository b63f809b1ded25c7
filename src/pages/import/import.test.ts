import { beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible } from '../../../test/given-case.ts'
import { smallCaseload } from '../../../test/small-caseload.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { carries } from '../../exchange/formats.ts'
import { withContext } from '../../platform/database.ts'
import { asCsv } from './problems-file.ts'

let here: Awaited<ReturnType<typeof smallCaseload>>
let lead: Visitor
beforeAll(async () => {
  here = await smallCaseload()
  Object.assign(here.server.ledger, { carries })
  lead = await here.signedIn('datalead')
})

const child = (id: string, more = '') => `<Child><ChildIdentifiers><LAchildID>${id}</LAchildID>
<PersonBirthDate>2018-05-04</PersonBirthDate><GenderCurrent>2</GenderCurrent></ChildIdentifiers>
<ChildCharacteristics><Ethnicity>WBRI</Ethnicity></ChildCharacteristics>
<CINdetails><CINreferralDate>2025-05-06</CINreferralDate><ReferralSource>1A</ReferralSource><PrimaryNeedCode>N1</PrimaryNeedCode>
<ReferralNFA>false</ReferralNFA><Assessments><AssessmentActualStartDate>2025-05-07</AssessmentActualStartDate>${more}</Assessments>
</CINdetails></Child>`
const concluded = (day: string) => `<AssessmentAuthorisationDate>${day}</AssessmentAuthorisationDate>`
const census = (children: string, authority = '999') => `<?xml version="1.0" encoding="utf-8"?>
<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2026</Year><ReferenceDate>2026-03-31</ReferenceDate></CollectionDetails>
<Source><SourceLevel>L</SourceLevel><LEA>${authority}</LEA></Source></Header><Children>${children}</Children></Message>`

async function send(contents: string, name = 'cin.xml', visitor = lead) {
  const { body } = await visitor.get('/import')
  const csrf = /name="_csrf" value="([^"]+)"/.exec(body)?.[1] ?? ''
  return visitor.upload('/import', { _csrf: csrf }, name, contents)
}
const rowsOf = async (table: string) =>
  (await here.server.db.owner.query<{ number: number }>(`select count(*) as number from ${table}`)).rows[0]?.number

/** How many rows of a table the data lead sees. */
const rowsSeen = (table: string) =>
  withContext(here.server.db.reader, here.borough.people.dataLead, async client => {
    return (await client.query(`select from ${table}`)).rowCount ?? 0
  })

describe('what is refused leaves nothing', () => {
  test.each([
    [
      'another authority',
      census(child('A1'), '201'),
      'This file is of the authority with the code 201. Your post may import files of Harrowmere only',
    ],
    ['no authority', census(child('A1'), ''), 'names no authority'],
    ['another collection', census(child('A1')).replace('>CIN<', '>SSDA903<'), 'Line 2: this file is of the collection'],
    [
      'not a census',
      '<?xml version="1.0"?>\n\n<Letter>Dear all</Letter>',
      'Line 3: this is not a census file. Its outermost element is',
    ],
    ['not XML at all', 'Name,Born\nAria,2021', 'Line 1: this is not an XML file'],
    ['nothing', '', 'The file is empty'],
  ])('%s', async (_, contents, why) => {
    const { status, body } = await send(contents)
    expect(status).toBe(422)
    expectAccessible(body)
    expect(body).toContain('<title>Error: Import')
    expect(body).toContain(why)
    expect(body).toContain('Nothing of the file was kept')
    expect([await rowsOf('case_file'), await rowsOf('import_file')]).toEqual([0, 0])
  })

  test('no file', async () => {
    const { status, body } = await send('', '')
    expect(status).toBe(422)
    expect(body).toContain('Select the census file')
  })

  test.each(['manager', 'eastworker', 'teacher'])('a file from a post that imports none: %s', async who => {
    const visitor = await here.signedIn(who)
    expect((await visitor.get('/import')).status).toBe(403)
    expect((await visitor.get('/due')).body).not.toContain('href="/import"')
  })
})

describe('a file of one’s own authority', () => {
  test('is kept, counted, and leads to what it shows', async () => {
    // 45 working days from 6 May 2025 end on 9 July 2025.
    const told = child('A1', concluded('2025-07-09')) + child('A2', concluded('2025-07-10')) + child('A3')
    const reply = await send(census(told))
    expect(reply.status).toBe(303)
    const { body } = await lead.get(reply.to)
    expectAccessible(body)
    expect(body).toMatch(/Children<\/dt><dd[^>]*>3</)
    expect(body).toContain('by Priya Nair')
    expect(body).toContain('Everything in the file was kept as it stood')
    const overview = await lead.get('/overview?period=24-months')
    const [row] =
      /Conclude the section 17 assessment, so that[^|]*?<\/tr>/.exec(
        overview.body.slice(overview.body.indexOf('id="numbers"')),
      ) ?? []
    const numbers = [...(row ?? '').matchAll(/<td[^>]*>(?:<a[^>]*>)?([^<]*)/g)].map(match => match[1])
    expect(numbers).toEqual(['1', '1', '0', '1', '0', '33%'])
    expect(overview.body).toContain('Files of the Children in Need census were imported')
    expect(overview.body).toContain('it is not known from this source')
    expect(overview.body).toContain('Which of these duties such a file can start')
    expect((await lead.get('/due?scope=area&show=met-late')).body).toContain('Met late, on 10 July 2025')
    expect((await lead.get('/due?scope=agency&show=overdue')).body).toContain('Conclude the section 17 assessment')
  })

  test('again adds nothing, and both are listed', async () => {
    const before = await rowsOf('fact')
    const reply = await send(census(child('A1', concluded('2025-07-09'))), 'again.xml')
    expect(await rowsOf('fact')).toBe(before)
    const { body } = await lead.get(reply.to)
    expect(body).toMatch(/Records added<\/dt><dd[^>]*>0</)
    const list = await lead.get('/import')
    expectAccessible(list.body)
    expect(list.body.indexOf('again.xml')).toBeLessThan(list.body.indexOf('cin.xml'))
  })

  test('that says otherwise, or what cannot be read, is listed with its place; all of it can be downloaded', async () => {
    const reply = await send(census(child('A1', concluded('2025-07-32')) + child('A9', '<Nonsense>=1+1</Nonsense>')))
    const { body } = await lead.get(reply.to)
    expectAccessible(body)
    expect(body).toContain('not kept, or not as')
    const { headers, body: csv } = await lead.get(`${reply.to}/problems.csv`)
    expect(headers['content-type']).toContain('text/csv')
    expect(headers['content-disposition']).toContain('problems%20of%20cin.xml.csv')
    expect(csv.split('\r\n')[0]).toContain('Line in the file,Child,Place,What happened')
    expect(csv).toContain('A1')
  })

  test('that breaks off keeps what stood before, and says where it broke', async () => {
    const whole = census(child('B1') + child('B2'))
    const reply = await send(whole.slice(0, whole.lastIndexOf('<CINdetails>') + 40), 'half.xml')
    const { body } = await lead.get(reply.to)
    expect(body).toMatch(/Children<\/dt><dd[^>]*>1</)
    expect(body).toContain('Not well-formed')
  })

  test('that cannot be read further leads to what was kept of it', async () => {
    const deep = '<Deep>'.repeat(40)
    // More than is read at once, so that something stands before the place.
    const many = Array.from({ length: 250 }, (_, at) => child(`C${at}`)).join('')
    const { body: form } = await lead.get('/import')
    const sent = new FormData()
    sent.append('_csrf', /name="_csrf" value="([^"]+)"/.exec(form)?.[1] ?? '')
    sent.append('file', new Blob([census(`${many}${child('D1', deep)}`)]), 'deep.xml')
    // Over a wire, where a file comes in pieces.
    const address = await here.server.app.listen({ port: 0, host: '127.0.0.1' })
    const cookie = [...lead.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const reply = await fetch(`${address}/import`, {
      method: 'POST',
      headers: { cookie, accept: 'text/html' },
      body: sent,
    })
    const body = await reply.text()
    expect(reply.status).toBe(422)
    expect(body).toMatch(/Line \d+: elements stand in each other/)
    const kept = /href="(\/import\/[0-9a-f-]{36})">\s*See what was kept/.exec(body)?.[1] ?? ''
    expect((await lead.get(kept)).body).toContain('deep.xml')
  })
})

describe('a number that somebody guesses', () => {
  test.each([
    ['shielded', 'S1', 'N1'],
    ['restricted', 'S2', 'N2'],
  ] as const)(
    'that stands on a %s record is answered, and found, as one that is new',
    async (restriction, there, nowhere) => {
      const kept = await here.child({ surname: `Ferrers${there}`, team: 'west', restriction })
      await kept.fact('child-identified', '2026-02-01', {
        data: { scheme: 'la-child-id' },
        narrative: { identifier: there },
      })
      // Every page on which whoever imports could tell, without what differs between any two files.
      const told = async (number: string) => {
        const pages: string[] = []
        const see = async (address: string) => {
          const { status, body } = await lead.get(address)
          const main = /<main.*<\/main>/s.exec(body)?.[0] ?? ''
          pages.push(
            // A reference may have the number in it.
            `${status} ${main.replaceAll(/GT-[0-9A-Z]{7}|[0-9a-f-]{36}|\d\d:\d\d/g, 'id').replaceAll(number, 'N')}`,
          )
          return main
        }
        const figures = async () => [await rowsSeen('case_file'), await rowsSeen('duty'), await rowsSeen('fact')]
        const before = await figures()
        for (const day of ['2025-07-09', '2025-07-10']) {
          await see((await send(census(child(number, concluded(day))), `${number}.xml`)).to)
          const found = await see(`/find?q=${number}`)
          const reference = /GT-[0-9A-Z]{7}/.exec(found)?.[0] ?? ''
          expect([reference === kept.reference, reference.length]).toEqual([false, 10])
          for (const of of ['', '/why', '/readers', '/told']) await see(`/case/${reference}${of}`)
        }
        pages.push((await figures()).map((after, at) => `${after - (before[at] ?? 0)} more`).join())
        return pages
      }
      const pages = await told(there)
      expect(pages.filter(one => one.startsWith('200'))).toHaveLength(12)
      expect(pages).toEqual(await told(nowhere))
      const found = async (who: string, number: string) =>
        (await (await here.signedIn(who)).get(`/find?q=${number}`)).body.match(/gt-result__name/g)?.length ?? 0
      for (const who of ['eastworker', 'manager', 'chair', 'privacyofficer', 'police'])
        expect([who, await found(who, there)]).toEqual([who, 0])
      expect([await found('westworker', there), await found('chair', nowhere)]).toEqual([1, 1])
      const front = await (await here.signedIn('duty')).get('/same-child')
      expectAccessible(front.body)
      expect(front.body).toMatch(new RegExp(`${kept.reference}</b>: number ${there}, imported into GT-`))
    },
  )
})

test('an import of another area, or none, is the same nothing', async () => {
  expect((await lead.get('/import/01a200fe-6e79-7000-893e-7f71d2c2dc2e')).status).toBe(404)
  expect((await lead.get('/import/none')).status).toBe(404)
})

test('a cell of the download is never a formula', () => {
  const csv = asCsv([{ number: 1, line: 4, child: '=cmd()', path: 'A, "B"', why: '-1' }])
  expect(csv).toBe('\uFEFFLine in the file,Child,Place,What happened\r\n4,\'=cmd(),"A, ""B""",\'-1\r\n')
})
