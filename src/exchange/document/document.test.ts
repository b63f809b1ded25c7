import { strFromU8, unzipSync } from 'fflate'
import { extractText, getDocumentProxy } from 'unpdf'
import { expect, test } from 'vitest'
import { address, type Document, heading, line, list, newPage, notice, said, table } from './document.ts'
import { makePdf } from './pdf.ts'
import { makeWord } from './word.ts'

const document: Document = {
  title: 'Plan for Maya Hollis',
  author: 'Harrowmere Council',
  day: '2026-04-14',
  foot: 'Plan for Maya Hollis',
  blocks: [
    heading(1, 'Plan'),
    address(['Ms Jo Hollis', '4 Mill Lane', 'Harrowmere']),
    notice('What others recorded and did not share is not in here.'),
    line('Made on 14 April 2026.', 'quiet'),
    heading(2, 'Who does what'),
    said('Category', [{ text: 'Neglect & <harm>' }, { bold: '[left out]' }]),
    list(['See Maya each week', ['By 1 May', 'A place at nursery']]),
    table(
      'Core group',
      ['Agency', 'What it does'],
      Array.from({ length: 60 }, (_, at) => [`Agency ${at}`, 'Comes to each meeting, and writes down what it did']),
      [1, 2],
    ),
    newPage,
    heading(2, 'Dates'),
    line('Łódź ąę, first line\nsecond line', 'bold'),
  ],
}

const textOfPdf = async (file: Buffer) =>
  (await extractText(await getDocumentProxy(new Uint8Array(file)), { mergePages: true })).text

const partsOfWord = (file: Buffer) =>
  Object.fromEntries(Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)]))

test('the same document gives the same bytes in both forms, and another day gives others', async () => {
  for (const make of [makePdf, makeWord]) {
    const [one, again] = [await make(document), await make(structuredClone(document))]
    expect(one.equals(again)).toBe(true)
    expect(one.equals(await make({ ...document, day: '2026-04-15' }))).toBe(false)
  }
})

test('a PDF knows its headings, lists and tables, and the language they are read out in', async () => {
  const file = await makePdf(document)
  const pdf = await getDocumentProxy(new Uint8Array(file))
  expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true })
  const trees = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, at) =>
      JSON.stringify(await (await pdf.getPage(at + 1)).getStructTree()),
    ),
  )
  const tree = trees.join('')
  for (const tag of ['H1', 'H2', 'P', 'L', 'LI', 'LBody', 'Table', 'TR', 'TH', 'TD']) expect(tree).toContain(`"${tag}"`)
  // The headings that stand again on each page are read out once.
  const raw = file.toString('latin1')
  expect(raw.match(/\/S \/TH\b/g)).toHaveLength(2)
  expect(raw.match(/\/S \/TR\b/g)).toHaveLength(61)
  const text = await textOfPdf(file)
  for (const words of ['Neglect & <harm>[left out]', 'By 1 May. A place at nursery', 'Agency 59', 'page 1 of'])
    expect(text).toContain(words)
})

test('a Word file has real headings, a row of headings that stands again, and the day of the document', async () => {
  const parts = partsOfWord(await makeWord(document))
  const xml = parts['word/document.xml'] ?? ''
  for (const style of ['Heading1', 'Heading2', 'ListParagraph']) expect(xml).toContain(`"${style}"`)
  expect(xml).toContain('<w:tblHeader/>')
  expect(xml.match(/<w:tr>/g)).toHaveLength(61)
  expect(xml).toContain('Neglect &amp; &lt;harm&gt;')
  expect(xml).toContain('Łódź ąę, first line')
  expect(xml).toContain('<w:pageBreakBefore/>')
  expect(parts['docProps/core.xml']).toContain('2026-04-13T23:00:00.000Z')
  expect(parts['docProps/core.xml']).toContain('Plan for Maya Hollis')
  expect(parts['word/styles.xml']).toContain('en-GB')
})

test('letters that the face does not have are a question mark in a PDF, which says so, and stand in a Word file', async () => {
  const greek = { ...document, blocks: [heading(1, 'Name'), line('王小明')] }
  const text = await textOfPdf(await makePdf(greek))
  expect(text).toContain('???')
  expect(text).toContain('a question mark stands for')
  expect(partsOfWord(await makeWord(greek))['word/document.xml']).toContain('王小明')
})

test('control characters break neither form', async () => {
  const odd = {
    ...document,
    blocks: [heading(1, 'Odd\u0000'), said('Said\u0001', 'words\u000bwords'), table('T', ['\u0002'], [['\u0003']])],
  }
  expect((await makePdf(odd)).subarray(0, 5).toString()).toBe('%PDF-')
  expect(partsOfWord(await makeWord(odd))['word/document.xml']).toContain('wordswords')
})

test('a row that is longer than a page is said line by line', async () => {
  const long = { ...document, blocks: [table('Long', ['What'], [['word '.repeat(3000)]])] }
  expect(await textOfPdf(await makePdf(long))).toContain('What: word word')
})

test('it tells how far it has come, and lets others have their turn meanwhile', async () => {
  const many = { ...document, blocks: Array.from({ length: 300 }, (_, at) => line(`Line ${at}`)) }
  for (const make of [makePdf, makeWord]) {
    const told: number[] = []
    let turns = 0
    const turn = setInterval(() => turns++, 0)
    await make(many, done => void told.push(done))
    clearInterval(turn)
    expect(told.length).toBeGreaterThan(2)
    expect(told).toEqual(told.toSorted((a, b) => a - b))
    expect(turns).toBeGreaterThan(0)
  }
})

test('a label that asks keeps its question mark and takes no colon', async () => {
  const asks = { ...document, blocks: [said('Was there a quorum?', 'Yes'), said('Decided', 'A plan')] }
  const pdf = (await textOfPdf(await makePdf(asks))).replaceAll(/\s+/g, ' ')
  expect(pdf).toContain('Was there a quorum? Yes')
  expect(pdf).toContain('Decided: A plan')
  const word = partsOfWord(await makeWord(asks))['word/document.xml']?.replaceAll(/<[^>]+>/g, '')
  expect(word).toContain('Was there a quorum? YesDecided: A plan')
})
