import { createReadStream, existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { beforeEach, describe, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../../test/fresh-database.ts'
import { londonDay } from '../../guidance/london.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import { record } from '../../ledger/record.ts'
import { verify } from '../../ledger/verify.ts'
import { areaOfCode } from '../../people/area-of-code.ts'
import { newId } from '../../platform/identifier.ts'
import { transaction } from '../../platform/transaction.ts'
import { guidance } from '../../procedures/index.ts'
import { carries } from '../formats.ts'
import { importCensus } from './import.ts'

let db: FreshDatabase
let ledger: Ledger
const today = '2026-11-22'

beforeEach(async () => {
  db = await freshDatabase()
  ledger = { recorder: db.recorder, guidance, carries, now: () => Date.parse(`${today}T10:00:00Z`), dayOf: londonDay }
})

function importing(chunks: AsyncIterable<Uint8Array>) {
  return importCensus(ledger, {
    chunks,
    name: 'census.xml',
    destination: header =>
      transaction(db.recorder, client =>
        areaOfCode(client, header.authority || '201', header.referenceDay, ledger.now()),
      ),
    importedBy: null,
    today,
  })
}
const text = (xml: string | Buffer) => Readable.from([Buffer.from(xml as string)])
const read = async (xml: string | Buffer) => (await importing(text(xml))).imported

const header = `<Header><CollectionDetails><Collection>CIN</Collection><Year>2026</Year><ReferenceDate>2026-03-31</ReferenceDate></CollectionDetails>
<Source><SourceLevel>L</SourceLevel><LEA>201</LEA></Source></Header>`
const message = (...children: string[]) =>
  `<Message>${header}\n<Children>\n${children.join('\n')}\n</Children></Message>`
const child = (id: string, inside = '', born = '2015-03-27') =>
  `<Child><ChildIdentifiers><LAchildID>${id}</LAchildID><PersonBirthDate>${born}</PersonBirthDate><Sex>F</Sex></ChildIdentifiers>
<ChildCharacteristics><Ethnicity>WBRI</Ethnicity></ChildCharacteristics>${inside}</Child>`
const episode = (inside = '', day = '2025-06-02') =>
  `<CINdetails><CINreferralDate>${day}</CINreferralDate><ReferralSource>6</ReferralSource><PrimaryNeedCode>N1</PrimaryNeedCode>${inside}<ReferralNFA>0</ReferralNFA></CINdetails>`

async function duties(rule: string) {
  const { rows } = await db.owner.query(
    'select rule, from_day, due_latest, met_from, late, not_known_from, remark from duty where rule like $1 order by due_latest',
    [rule],
  )
  return rows
}

describe('what a census tells', () => {
  test('a child, an episode and every group become facts that say where they came from', async () => {
    const groups = `<Assessments><AssessmentActualStartDate>2025-06-03</AssessmentActualStartDate><AssessmentAuthorisationDate>2025-08-20</AssessmentAuthorisationDate>
      <FactorsIdentifiedAtAssessment><AssessmentFactors>16A</AssessmentFactors></FactorsIdentifiedAtAssessment></Assessments>
      <Section47><S47ActualStartDate>2025-06-09</S47ActualStartDate><InitialCPCtarget>2025-06-30</InitialCPCtarget><DateOfInitialCPC>2025-07-02</DateOfInitialCPC><ICPCnotRequired>false</ICPCnotRequired></Section47>`
    const plan = `<ChildProtectionPlans><CPPstartDate>2025-07-02</CPPstartDate><InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse><LatestCategoryOfAbuse>EMO</LatestCategoryOfAbuse>
      <NumberOfPreviousCPP>0</NumberOfPreviousCPP><Reviews><CPPreviewDate>2025-09-24</CPPreviewDate></Reviews></ChildProtectionPlans>`
    const result = await read(
      message(
        child(
          'A1',
          `<CINdetails><CINreferralDate>2025-06-02</CINreferralDate><ReferralSource>6</ReferralSource>${groups}<ReferralNFA>0</ReferralNFA>${plan}</CINdetails>`,
        ),
      ),
    )
    expect(result).toMatchObject({ children: 1, episodes: 1, unchanged: 0, problems: [] })
    const { rows } = await db.owner.query(
      'select kind, source, import_id is not null as known, happened_at from fact order by number',
    )
    expect(rows.every(row => row.source === 'cin-census' && row.known && row.happened_at === null)).toBe(true)
    expect(rows.map(row => row.kind)).toEqual(
      expect.arrayContaining([
        'child-born',
        'referral-received',
        'assessment-started',
        'assessment-authorised',
        'section-47-enquiry-started',
        'initial-conference-held',
        'child-protection-plan-started',
        'plan-category-changed',
        'review-conference-held',
      ]),
    )
    // 2 June 2025 + 45 working days, with the August bank holiday after it: 4 August. Authorised on 20 August: late.
    expect(await duties('conclude-assessment')).toMatchObject([
      { due_latest: '2025-08-04', met_from: '2025-08-20', late: 'yes' },
    ])
    // 9 June + 15 working days: 30 June, from the start of the enquiry, and the page says so.
    expect(await duties('hold-initial-conference%')).toMatchObject([
      { due_latest: '2025-06-30', late: 'yes', remark: expect.stringMatching(/./) },
    ])
  })

  test('what a census cannot carry is not known from this source, never overdue', async () => {
    await read(
      message(
        child(
          'A1',
          episode('<Assessments><AssessmentActualStartDate>2025-06-03</AssessmentActualStartDate></Assessments>'),
        ),
      ),
    )
    expect(await duties('decide-on-referral')).toMatchObject([{ not_known_from: 'cin-census' }])
    expect(await duties('acknowledge-referral')).toMatchObject([{ not_known_from: 'cin-census' }])
    expect(await duties('conclude-assessment')).toMatchObject([
      { not_known_from: null, met_from: null, due_latest: '2025-08-04' },
    ])
  })

  test('what falls due after the file’s last day is not known from it either', async () => {
    await read(
      message(
        child(
          'A1',
          episode(
            '<Assessments><AssessmentActualStartDate>2026-03-03</AssessmentActualStartDate></Assessments>',
            '2026-03-02',
          ),
        ),
      ),
    )
    expect(await duties('conclude-assessment')).toMatchObject([{ not_known_from: 'cin-census' }])
  })

  test('only the first assessment of an episode counts from the referral', async () => {
    const two = ['2025-06-03', '2025-11-03']
      .map(day => `<Assessments><AssessmentActualStartDate>${day}</AssessmentActualStartDate></Assessments>`)
      .join('')
    await read(message(child('A1', episode(two))))
    expect(await duties('conclude-assessment')).toHaveLength(1)
  })

  test('a conference without discussion and enquiry starts no clock', async () => {
    await read(message(child('A1', episode('<DateOfInitialCPC>2025-07-02</DateOfInitialCPC>'))))
    expect(await duties('hold-initial-conference%')).toEqual([])
  })

  test('a conference before its enquiry is kept as it stands and discharges nothing', async () => {
    const early =
      '<Section47><S47ActualStartDate>2025-06-09</S47ActualStartDate><DateOfInitialCPC>2025-06-02</DateOfInitialCPC><ICPCnotRequired>0</ICPCnotRequired></Section47>'
    const result = await read(message(child('A1', episode(early))))
    expect(result.problems).toEqual([])
    expect(await duties('hold-initial-conference%')).toMatchObject([{ met_from: null, due_latest: '2025-06-30' }])
  })
})

describe('the same file again, and others about the same children', () => {
  test('the same file adds nothing', async () => {
    const xml = message(child('A1', episode()), child('A2', episode()))
    const first = await read(xml)
    const second = await read(xml)
    expect(second).toEqual({ ...first, added: 0, unchanged: first.added })
    expect((await verify(db.owner)).faults).toEqual([])
  })

  test('a later file adds only what is new', async () => {
    await read(message(child('A1', episode())))
    const later = message(
      child(
        'A1',
        episode('<Assessments><AssessmentActualStartDate>2025-06-03</AssessmentActualStartDate></Assessments>'),
      ),
    )
    expect(await read(later)).toMatchObject({ added: 1, problems: [] })
  })

  test('what contradicts is reported with both, and nothing is overwritten', async () => {
    await read(message(child('A1', episode())))
    const { added, problems } = await read(message(child('A1', episode(), '2015-03-28')))
    expect(added).toBe(0)
    expect(problems).toEqual([
      expect.objectContaining({
        child: 'A1',
        path: 'Child/ChildIdentifiers/PersonBirthDate',
        why: expect.stringMatching(/2015-03-28.*2015-03-27/),
      }),
    ])
    const { rows } = await db.owner.query(`select happened_from from fact where kind = 'child-born'`)
    expect(rows).toEqual([{ happened_from: '2015-03-27' }])
  })

  test('a number that stands twice in a file is one child, and said', async () => {
    const { children, problems } = await read(message(child('A1', episode()), child('A1', episode('', '2025-07-01'))))
    expect(children).toBe(2)
    expect(problems.map(problem => problem.path)).toEqual(['Child/ChildIdentifiers/LAchildID'])
    expect((await db.owner.query('select 1 from case_file')).rows).toHaveLength(1)
  })
})

test('a child whom people work with already is not recorded a second time beside their case', async () => {
  const { areaId, authorityId } = await transaction(db.recorder, client =>
    areaOfCode(client, '201', '2026-03-31', ledger.now()),
  )
  const caseId = newId()
  const happened = { from: '2026-01-05', to: '2026-01-05', certainty: 'day', at: null } as const
  const known = {
    act: 'record',
    kind: 'child-identified',
    caseId,
    happened,
    data: { scheme: 'la-child-id' },
    narrative: { identifier: 'A1' },
  } as const
  const opens = [{ id: caseId, kind: 'child', reference: 'GT-WORKED1', teamId: null, restriction: 'none' as const }]
  await record(ledger, {
    areaId,
    submissionId: newId(),
    by: { postId: null, agencyId: authorityId },
    opens,
    acts: [known],
  })
  const { added, problems } = await read(message(child('A1', episode())))
  expect(added).toBe(0)
  expect(problems).toEqual([
    expect.objectContaining({ child: 'A1', why: expect.stringMatching(/not read from a file/) }),
  ])
  expect((await db.owner.query('select 1 from case_file')).rows).toHaveLength(1)
})

test.each(['restricted', 'shielded'] as const)(
  'whether a number stands on a %s case is not said: answered as for one that stands nowhere',
  async restriction => {
    const { areaId, authorityId } = await transaction(db.recorder, client =>
      areaOfCode(client, '201', '2026-03-31', ledger.now()),
    )
    const caseId = newId()
    const happened = { from: '2026-03-02', to: '2026-03-02', certainty: 'day', at: null } as const
    const known = {
      act: 'record',
      kind: 'child-identified',
      caseId,
      happened,
      data: { scheme: 'la-child-id' },
      narrative: { identifier: 'A1' },
    } as const
    await record(ledger, {
      areaId,
      submissionId: newId(),
      by: { postId: null, agencyId: authorityId },
      opens: [{ id: caseId, kind: 'child', reference: 'GT-WORKED2', teamId: null, restriction }],
      acts: [known],
    })
    const answers = async (first: string) => {
      const file = (of: string) => read(message(child(of, episode('', '2025-03-27'))))
      return JSON.stringify([await file(first), await file(first)]).replaceAll(first, 'N')
    }
    const nowhere = await answers('A2')
    expect(nowhere).toContain('"added":')
    expect(await answers('A1')).toBe(nowhere)
    expect((await db.owner.query('select 1 from fact where case_id = $1', [caseId])).rowCount).toBe(1)
  },
)

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
    const { rows } = await db.owner.query(`select happened_from from fact where kind = 'child-born'`)
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
    expect(await read(xml)).toMatchObject({ children: 2, problems: [{ path: 'Child/ChildIdentifiers/LAchildID' }] })
    expect(await read(xml)).toMatchObject({ added: 0 })
  })

  test('a child whose part of the file is broken is left out whole; those before it are kept', async () => {
    const cut = message(child('A1', episode()), child('A2', episode())).replace(
      /<\/CINdetails><\/Child>\s*<\/Children><\/Message>$/,
      '',
    )
    const { children, problems } = await read(cut)
    expect(children).toBe(1)
    expect(problems.some(problem => /broken|Not well-formed/.test(problem.why))).toBe(true)
    expect((await db.owner.query('select 1 from case_file')).rows).toHaveLength(1)
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
    ['no XML', 'LAchildID,UPN\n1,2\n', /neither a header nor a child|list of children/],
    ['nothing', '', /neither a header nor a child|list of children/],
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
    expect((await db.owner.query('select 1 from case_file')).rows).toEqual([])
  })

  test('a child without end is given up before it fills the memory', async () => {
    async function* endless() {
      yield Buffer.from(`<Message>${header}<Children><Child>`)
      for (let i = 0; i < 300; i++) yield Buffer.from('<CINdetails/>'.repeat(1000))
    }
    await expect(importing(endless())).rejects.toThrow(/elements/)
  })
})

const samples = path.resolve(import.meta.dirname, '../../../../shared/standards/cin/samples')
const there = existsSync(samples)

describe.skipIf(!there)(`files of the field (${there ? 'at hand' : 'not here: ../shared is absent'})`, () => {
  test.each(there ? readdirSync(samples).filter(name => name.endsWith('.xml')) : [])('%s', async name => {
    const counts: Record<string, number> = {
      'fake_CIN_data.xml': 332,
      'made_2026_400.xml': 400,
      'CIN_Census_2024.xml': 2,
      'CIN_Census_2026.xml': 2,
    }
    const first = (await importing(createReadStream(path.join(samples, name)))).imported
    expect(first.children).toBe(counts[name] ?? 1)
    expect(first.facts).toBeGreaterThan(first.children)
    const again = (await importing(createReadStream(path.join(samples, name)))).imported
    expect(again).toMatchObject({ children: first.children, episodes: first.episodes, added: 0, facts: first.facts })
    expect((await verify(db.owner)).faults).toEqual([])
  })
})

describe('what no file can mean', () => {
  test('a character that cannot be stored costs no other child, and is told', async () => {
    const { added, problems } = await read(message(child('A\0B'), child('C')))
    expect(added).toBe(6)
    expect(problems.map(({ why }) => why)).toContainEqual(expect.stringContaining('disallowed character'))
  })
  test('a date that stands for none is told, and the rest of the child is kept', async () => {
    const { added, problems } = await read(message(child('A', episode('', '0001-01-01'), '9999-12-31')))
    expect(added).toBeGreaterThan(1)
    expect(problems.filter(({ why }) => why.includes('cannot be a day of a child’s life'))).toHaveLength(2)
  })
  test('a child of whom nothing can be read opens no case', async () => {
    await read(message('<Child></Child>'))
    expect((await db.owner.query('select 1 from case_file')).rows).toEqual([])
  })
})
