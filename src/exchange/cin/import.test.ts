import { createReadStream, existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { child, episode, freshImports, message } from '../../../test/given-census.ts'
import { record } from '../../ledger/record.ts'
import { verify } from '../../ledger/verify.ts'
import { areaOfCode } from '../../people/area-of-code.ts'
import { newId } from '../../platform/identifier.ts'
import { transaction } from '../../platform/transaction.ts'

const { here, importing, read, duties } = freshImports()

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
    const { rows } = await here.db.owner.query(
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
    expect(result.problems).toMatchObject([
      {
        child: 'A1',
        path: 'Child/CINdetails/Section47/DateOfInitialCPC',
        why: expect.stringMatching(/^Kept: 2025-06-02 lies before/),
      },
    ])
    expect(await duties('hold-initial-conference%')).toMatchObject([{ met_from: null, due_latest: '2025-06-30' }])
  })
})

describe('the same file again, and others about the same children', () => {
  test('the same file adds nothing', async () => {
    const xml = message(child('A1', episode()), child('A2', episode()))
    const first = await read(xml)
    const second = await read(xml)
    expect(second).toEqual({ ...first, added: 0, unchanged: first.added })
    expect((await verify(here.db.owner)).faults).toEqual([])
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
    const { rows } = await here.db.owner.query(`select happened_from from fact where kind = 'child-born'`)
    expect(rows).toEqual([{ happened_from: '2015-03-27' }])
  })

  test('a number that stands twice in a file is one child, and said', async () => {
    const { children, problems } = await read(message(child('A1', episode()), child('A1', episode('', '2025-07-01'))))
    expect(children).toBe(2)
    expect(problems.map(problem => problem.path)).toEqual(['Child/ChildIdentifiers/LAchildID'])
    expect((await here.db.owner.query('select 1 from case_file')).rows).toHaveLength(1)
  })
})

test('a child whom people work with already is not recorded a second time beside their case', async () => {
  const { areaId, authorityId } = await transaction(here.db.recorder, client =>
    areaOfCode(client, '201', '2026-03-31', here.ledger.now()),
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
  await record(here.ledger, {
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
  expect((await here.db.owner.query('select 1 from case_file')).rows).toHaveLength(1)
})

test.each(['restricted', 'shielded'] as const)(
  'whether a number stands on a %s case is not said: answered as for one that stands nowhere',
  async restriction => {
    const { areaId, authorityId } = await transaction(here.db.recorder, client =>
      areaOfCode(client, '201', '2026-03-31', here.ledger.now()),
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
    await record(here.ledger, {
      areaId,
      submissionId: newId(),
      by: { postId: null, agencyId: authorityId },
      opens: [{ id: caseId, kind: 'child', reference: 'GT-WORKED2', teamId: null, restriction }],
      acts: [known],
    })
    const answers = async (first: string, later = first) => {
      const file = (of: string) => read(message(child(of, episode('', '2025-03-27'))))
      return JSON.stringify([await file(first), await file(later)]).replaceAll(first, 'N')
    }
    const nowhere = await answers('A2')
    expect(nowhere).toContain('"added":')
    expect(await answers('A1')).toBe(nowhere)
    const facts = await here.db.owner.query('select 1 from fact where case_id = $1', [caseId])
    expect(facts.rowCount).toBe(1)
    // What the file says stands beside it, and beside nothing for the other.
    const { rows } = await here.db.owner.query(
      'select child, case_id <> $1 as "isOwn", beside from import_child order by 1',
      [caseId],
    )
    expect(rows).toEqual([
      { child: 'A1', isOwn: true, beside: caseId },
      { child: 'A2', isOwn: true, beside: null },
    ])
  },
)

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
    expect((await verify(here.db.owner)).faults).toEqual([])
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
    expect((await here.db.owner.query('select 1 from case_file')).rows).toEqual([])
  })
})
