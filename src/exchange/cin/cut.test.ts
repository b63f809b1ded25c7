import { describe, expect, test } from 'vitest'
import { UnreadableFile } from './elements.ts'
import { type CensusPart, readCensus } from './read.ts'

const header = `<Header><CollectionDetails><Collection>CIN</Collection><ReferenceDate>2026-03-31</ReferenceDate></CollectionDetails>
<Source><LEA>201</LEA></Source></Header>`
const child = (id: string, inside = '') =>
  `<Child><ChildIdentifiers><LAchildID>${id}</LAchildID><PersonBirthDate>2015-03-27</PersonBirthDate></ChildIdentifiers>\n${inside}</Child>`
const begin = `<Message>${header}\n<Children>\n${child('1')}\n`
const end = '\n</Children></Message>'

/** What was read until the file ended or was given up, and why it was. */
async function read(pieces: AsyncIterable<string> | Iterable<string>) {
  const parts: CensusPart[] = []
  let gaveUp = ''
  async function* chunks() {
    for await (const piece of pieces) yield Buffer.from(piece)
  }
  try {
    for await (const part of readCensus(chunks(), '2026-11-22')) parts.push(part)
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    gaveUp = error.message
  }
  const children = parts.flatMap(part => (part.is === 'child' ? part.read.child.key : []))
  const problems = parts.flatMap(part =>
    part.is === 'problem' ? part.problem : part.is === 'child' ? part.read.problems : [],
  )
  return { children, problems, gaveUp }
}

const chunk = 'x'.repeat(64 * 1024)

describe('what has no end is given up before it fills the memory, in words, with its line', () => {
  test.each([
    ['an attribute', '<CINdetails a="', chunk],
    ['a name', '<', chunk],
    ['a comment', '<!--', chunk],
    ['a section of plain characters with tags in it', '<![CDATA[', `<a>${chunk}</a>`],
    ['a reference', '&', `${chunk}<a>`],
    ['an instruction', '<?', chunk],
    ['a child in many short texts', '', `<A>${'x'.repeat(15_000)}</A>`],
  ])('%s', async (_, opening, more) => {
    let sent = 0
    function* endless() {
      yield `${begin}<Child>${opening}`
      for (; sent < 1000; sent++) yield more
    }
    const { children, gaveUp } = await read(endless())
    expect(gaveUp).toMatch(
      /^Line 6: one (part goes on for more than 1,000,000|child has more than 5,000,000) characters. The file was not read further/,
    )
    expect(sent).toBeLessThan(400)
    expect(children).toEqual(['1'])
  })

  test('a declaration before anything else', async () => {
    function* endless() {
      yield '<!DOCTYPE Message ['
      for (let sent = 0; sent < 1000; sent++) yield `<!ELEMENT a (b)>${chunk}`
    }
    expect((await read(endless())).gaveUp).toMatch('Line 1: one part goes on for more than 1,000,000 characters')
  })
})

describe('what is only long', () => {
  test('a text is cut, in words, with its line, and the rest of the file is read with its lines', async () => {
    function* pieces() {
      yield `${begin}<Child><ChildIdentifiers><LAchildID>2</LAchildID><PersonBirthDate>2015-03-27</PersonBirthDate></ChildIdentifiers>\n`
      yield '<ChildCharacteristics><Ethnicity>'
      for (let lines = 0; lines < 500; lines++) yield `\n${chunk}&amp;`
      yield `</Ethnicity></ChildCharacteristics></Child>\n${child('3', '<Nonsense/>')}${end}`
    }
    const { children, problems, gaveUp } = await read(pieces())
    expect([children, gaveUp]).toEqual([['1', '2', '3'], ''])
    expect(problems[0]).toEqual({
      line: 8,
      child: null,
      path: 'Message/Children/Child/ChildCharacteristics/Ethnicity',
      why: 'Only the first 20,000 characters of this text were read: it is longer than any in a census',
    })
    // The text begins in line 7 and has 500 line breaks, of which the parser saw few.
    expect(problems.find(problem => problem.path.endsWith('Nonsense'))?.line).toBe(7 + 500 + 2)
  })

  test('it is cut at the same place however the file arrives, and never within a character', async () => {
    for (const filling of ['y', '😀', '&amp;', 'é\n']) {
      const xml = `${begin}${child('2', `<Odd>${'x'.repeat(19_990)}${filling.repeat(20_000)}</Odd>`)}\n${child('3')}${end}`
      const whole = await read([xml])
      const inPieces = await read(xml.match(/[\s\S]{1,997}/g) ?? [])
      expect(whole.children).toEqual(['1', '2', '3'])
      expect(whole.problems.map(problem => problem.why.slice(0, 30))).toEqual([
        'Only the first 20,000 characte',
        'A census has no such field her',
      ])
      expect(inPieces.children).toEqual(whole.children)
      expect(inPieces.problems.filter(problem => problem.why.startsWith('Not well-formed'))).toEqual([])
    }
  })

  test('long comments and white space are no problem', async () => {
    const long = `<!--${'-x'.repeat(100_000)}-->${'\n '.repeat(100_000)}<![CDATA[${' '.repeat(50_000)}]]>`
    const { children, problems } = await read([begin, long, child('2'), long, child('3'), end])
    expect([children, problems]).toEqual([['1', '2', '3'], []])
  })

  test('a value in a section of plain characters is read as any other', async () => {
    expect((await read([begin, child('<![CDATA[A&1]]>'), end])).children).toEqual(['1', 'A&1'])
  })
})
