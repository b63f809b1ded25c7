/**
 * The hints beside what the field's own validator says of the same children. Where the two differ and the validator is known to be at
 * fault, the rules as published are followed: what was planted in the made file is found whether the validator saw it or not.
 */
import { createReadStream, existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Entry } from '../../../engine/fact.ts'
import { knownAt } from '../../../engine/statements.ts'
import { addDays, addYears } from '../../../guidance/days.ts'
import { guidance } from '../../../procedures/index.ts'
import type { ImportedChild } from '../../store.ts'
import { readCensus } from '../read.ts'
import { censusChildOf } from './census-child.ts'
import { censusRules, hintsOf, notJudged } from './hints.ts'

const samples = path.resolve(import.meta.dirname, '../../../../../shared/standards/cin/samples')
const there = existsSync(samples)

/** The facts of an imported child as its file would hold them. */
function entriesOf(child: ImportedChild): Entry[] {
  return child.facts.map((fact, at) => ({
    id: fact.key,
    number: at + 1,
    act: 'record',
    root: fact.key,
    kind: fact.kind,
    shape: 1,
    happened: fact.happened,
    recordedAt: 0,
    recordedOn: '2026-04-01',
    agency: 'authority',
    about: fact.about ?? null,
    answers: null,
    occasion: null,
    source: 'cin-census',
    knownSince: null,
    data: fact.data,
  }))
}

/** "rule child" of everything that is hinted at in a file. */
async function hinted(file: string): Promise<Set<string>> {
  const found = new Set<string>()
  let day = '2026-03-31'
  for await (const part of readCensus(createReadStream(path.join(samples, file)), day)) {
    if (part.is === 'header') day = part.header.referenceDay
    if (part.is !== 'child') continue
    const { child } = part.read
    const words = new Map(child.facts.map(fact => [fact.key, fact.narrative]))
    const known = knownAt(entriesOf(child), Number.MAX_SAFE_INTEGER, guidance.kinds)
    const year = { from: addDays(addYears(day, -1), 1), to: day }
    const name = child.key.startsWith('without number') ? '' : child.key
    const of = censusChildOf(known, fact => words.get(fact.root) ?? {})
    for (const { code } of hintsOf(of, year, year.to)) found.add(`${code} ${name}`)
  }
  return found
}

function listed(file: string): Set<string> {
  const [, ...lines] = readFileSync(path.join(samples, file), 'utf8').trim().split(/\r?\n/)
  return new Set(
    lines.map(line => {
      const [one = '', two = ''] = line.split(',')
      return file.includes('planted') ? `${two} ${one}` : `${one} ${two}`
    }),
  )
}

const judged = new Set(censusRules.map(({ code }) => code))
const codeOf = (found: string) => found.split(' ')[0] ?? ''
const without = (all: ReadonlySet<string>, other: ReadonlySet<string>) => [...all].filter(one => !other.has(one))

/** What the validator reports and no hint says, as "rule child", or as "rule" for whomever it reports it of. */
const missed: Readonly<Record<string, string>> = {
  '4180': 'These files tell the sex under its name of before 2025, which the import reads as well.',
  '1560Q DfEX0000001': 'The number has the shape that the rule asks for: a letter, eleven figures, a letter.',
  '8500 <NA>': 'Found, under no name; the next list has it.',
  '8569Q RND000200693458': 'The referral is of the last working day before the year, which the rule lets pass.',
  '8790 SYN000271':
    'Two children have one number in the file, and the validator reports both. Each is judged by itself here.',
  '8832 SYN000341': 'The validator is known to put it on the wrong child; it is found on SYN000067.',
  '8910 SYN000134': 'A latest category that the file leaves out is imported as unchanged.',
}

/** What is hinted at, is not what was planted, and the validator does not report. */
const more: Readonly<Record<string, string>> = {
  '8500 ': 'The child without a number, reported under no name.',
  '8832 SYN000067': 'The child of whom the validator reports it elsewhere.',
  '8805 SYN000168': 'Its reason for closing is no code (8640), so none is imported.',
  '8610 SYN000222': 'Its main need is no code (8650), so none is imported.',
  '8897Q SYN000292': 'Its only factor is no code.',
  '8565 SYN000307': 'Closed in 2024 with a plan of 2025: the validator stops where a group is empty.',
  '4003 SYN000330': 'A review while a plan runs: the validator looks at plans that have ended alone.',
  '4003 SYN000356': 'A review while a plan runs: the validator looks at plans that have ended alone.',
}

/** How often a rule was found as the validator found it, not found, and found besides. */
function tableOf(mine: ReadonlySet<string>, theirs: ReadonlySet<string>): string {
  const codes = [...new Set([...mine, ...theirs].map(codeOf))].toSorted((a, b) => (a < b ? -1 : 1))
  const rows = codes.map(code => {
    const of = (all: Iterable<string>) => [...all].filter(one => codeOf(one) === code).length
    const hits = of(mine) - of(without(mine, theirs))
    const note = judged.has(code) ? '' : `, not judged: ${notJudged[code] ?? ''}`
    return `${code}: ${hits} hits, ${of(without(theirs, mine))} misses, ${of(without(mine, theirs))} more${note}`
  })
  return rows.join('\n')
}

describe.skipIf(!there)(`files of the field (${there ? 'at hand' : 'not here: ../shared is absent'})`, () => {
  const files = ['CIN_Census_2021', 'CIN_Census_2024', 'CIN_Census_2026', 'fake_CIN_data', 'made_2026_400']
  test.each(files)('%s: what its validator reports is hinted at, but for what is listed with why', async file => {
    const mine = await hinted(`${file}.xml`)
    const theirs = listed(`${file}.peer_issues.csv`)
    if (process.env['GOLDTHREAD_SHOW_HINTS']) console.log(`${file}\n${tableOf(mine, theirs)}`)
    const planted = file.startsWith('made') ? listed('made_2026_400.planted.csv') : new Set<string>()
    const misses = without(theirs, mine).filter(one => judged.has(codeOf(one)))
    expect(misses.filter(one => !missed[one] && !missed[codeOf(one)])).toEqual([])
    expect(without(mine, theirs).filter(one => !planted.has(one) && !more[one])).toEqual([])
  })

  test('what was planted in the made file is found, whether the validator saw it or not', async () => {
    const mine = await hinted('made_2026_400.xml')
    const planted = listed('made_2026_400.planted.csv')
    expect(without(planted, mine).filter(one => judged.has(codeOf(one)))).toEqual(['8910 SYN000134'])
  })

  test('every published rule is judged, or stands with why it is not', () => {
    const [, ...rules] = readFileSync(path.join(samples, '../cin_rules.csv'), 'utf8').trim().split(/\r?\n/)
    const published = rules.map(line => line.split(',')[0] ?? '')
    expect(published).toHaveLength(109)
    expect(published.filter(code => judged.has(code) === (notJudged[code] !== undefined))).toEqual([])
    expect([...judged].filter(code => !published.includes(code))).toEqual([])
  })
})
