import { describe, expect, test } from 'vitest'
import { child, episode, freshImports, header, message, text } from '../../../test/given-census.ts'
import { StoppedImport } from './import.ts'

const { here, importing, read } = freshImports()

describe('files that are not clean', () => {
  test.each([
    ['day first', '27/03/2015', '2015-03-27', /day first/],
    ['with a time', '2015-03-27T00:00:00', '2015-03-27', null],
    ['without hyphens', '20150327', '2015-03-27', /not written as the standard asks/],
    ['of no calendar', '2015-02-30', null, /not a day of the calendar/],
    ['with two figures for the year', '27/03/15', null, /cannot be read/],
    ['empty', '', null, /empty/],
    ['in words', 'March', null, /cannot be read/],
  ])('a date %s', async (_, written, kept, said) => {
    const { children, problems } = await read(message(child('A1', episode(), written)))
    expect(children).toBe(1)
    expect(problems.map(problem => problem.why)).toEqual(said ? [expect.stringMatching(said)] : [])
    const { rows } = await here.db.owner.query(`select happened_from from fact where kind = 'child-born'`)
    expect(rows).toEqual(kept ? [{ happened_from: kept }] : [])
  })

  test('unknown codes, unknown elements and stray text are listed with line, child and path; the rest is kept', async () => {
    const odd = child('A1', episode('<Mystery>1</Mystery>').replace('>6<', '>11<')).replace(
      '<Sex>',
      'PersonBirthDate<Sex>',
    )
    const { children, problems } = await read(message(odd, child('A2', episode())))
    expect(children).toBe(2)
    expect(problems.map(({ child: of, path: at }) => [of, at])).toEqual(
      expect.arrayContaining([
        ['A1', 'Child/CINdetails/ReferralSource'],
        ['A1', 'Child/CINdetails/Mystery'],
        ['A1', 'Child/ChildIdentifiers'],
      ]),
    )
    expect(problems.every(problem => problem.line !== null && problem.line > 1)).toBe(true)
  })

  test('a child without a number, and one without a birth date, are kept', async () => {
    const nameless =
      '<Child><ChildIdentifiers><PersonBirthDate>2015-03-27</PersonBirthDate></ChildIdentifiers><ChildCharacteristics/></Child>'
    const xml = message(nameless, '<Child><ChildIdentifiers><LAchildID>A2</LAchildID></ChildIdentifiers></Child>')
    expect(await read(xml)).toMatchObject({
      children: 2,
      problems: [
        { path: 'Child/ChildIdentifiers/LAchildID' },
        {
          child: 'A2',
          path: 'Child/ChildIdentifiers/PersonBirthDate',
          why: expect.stringMatching(/without a date of birth/),
        },
      ],
    })
    expect(await read(xml)).toMatchObject({ added: 0 })
  })

  test('two children with one pupil number are both kept, and somebody is asked to look', async () => {
    const pupil = (id: string) =>
      `<Child><ChildIdentifiers><LAchildID>${id}</LAchildID><UPN>A123456789012</UPN><PersonBirthDate>2015-03-27</PersonBirthDate></ChildIdentifiers></Child>`
    const { children, problems } = await read(message(pupil('A1'), pupil('A2')))
    expect(children).toBe(2)
    expect(problems).toContainEqual(
      expect.objectContaining({
        child: 'A2',
        path: 'Child/ChildIdentifiers/UPN',
        why: expect.stringMatching(/^Kept: the child A1/),
      }),
    )
  })

  test('a child whose part of the file is broken is left out whole; those before it are kept', async () => {
    const cut = message(child('A1', episode()), child('A2', episode())).replace(
      /<\/CINdetails><\/Child>\s*<\/Children><\/Message>$/,
      '',
    )
    const { children, problems } = await read(cut)
    expect(children).toBe(1)
    expect(problems.some(problem => /broken|Not well-formed/.test(problem.why))).toBe(true)
    expect((await here.db.owner.query('select 1 from case_file')).rows).toHaveLength(1)
  })

  test('bytes that are not what the file says are read all the same, and said', async () => {
    const xml = message(child('Ad\u00e9le1', episode()))
    const { children, problems } = await read(Buffer.from(xml, 'latin1'))
    expect(children).toBe(1)
    expect(problems.map(problem => problem.why)).toEqual([expect.stringMatching(/Windows-1252/)])
  })

  test.each(['utf16le', 'utf8'] as const)('a file in %s with a byte order mark', async encoding => {
    expect(await read(Buffer.from(`\ufeff${message(child('A1', episode()))}`, encoding))).toMatchObject({
      children: 1,
      problems: [],
    })
  })
})

describe('files of which nothing can be read', () => {
  test.each([
    ['another root', '<Return><Children/></Return>', /Line 1: .*outermost element is "Return"/],
    ['no XML', 'LAchildID,UPN\n1,2\n', /^Line 1: this is not an XML file/],
    ['a ZIP archive', 'PK\u0003\u0004 and more', /^This is a ZIP or Excel file/],
    ['nothing', '', /^The file is empty/],
    [
      'another collection',
      '<Message><Header><CollectionDetails><Collection>SSDA903</Collection></CollectionDetails></Header></Message>',
      /SSDA903/,
    ],
    [
      'entities of its own',
      '<!DOCTYPE Message [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><Message>&b;</Message>',
      /entities/,
    ],
    [
      'an external entity',
      '<!DOCTYPE Message [<!ENTITY x SYSTEM "file:///etc/passwd">]><Message>&x;</Message>',
      /entities/,
    ],
    ['endless nesting', `<Message><Children>${'<Child>'.repeat(100)}`, /deep/],
  ])('%s gets a plain sentence', async (_, xml, sentence) => {
    await expect(importing(text(xml))).rejects.toThrow(sentence)
    expect((await here.db.owner.query('select 1 from case_file')).rows).toEqual([])
  })

  test('a child without end is given up before it fills the memory', async () => {
    async function* endless() {
      yield Buffer.from(`<Message>${header}<Children><Child>`)
      for (let i = 0; i < 300; i++) yield Buffer.from('<CINdetails/>'.repeat(1000))
    }
    await expect(importing(endless())).rejects.toThrow(/elements/)
  })

  test('where nothing further can be read, what was kept before is counted', async () => {
    async function* broken() {
      yield Buffer.from(`<Message>${header}<Children>${child('A1', episode())}<Child>`)
      for (let i = 0; i < 300; i++) yield Buffer.from('<CINdetails/>'.repeat(1000))
    }
    const stopped = await importing(broken()).catch((error: unknown) => error)
    if (!(stopped instanceof StoppedImport)) throw stopped
    expect(stopped.message).toMatch(/elements/)
    const { children, added, facts, problems } = stopped.imported
    expect([children, added === facts, added > 3]).toEqual([1, true, true])
    expect(problems.at(-1)?.why).toContain('What stood before was kept.')
  })
})
