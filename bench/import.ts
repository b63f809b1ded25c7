/** Importing a census file of 33,200 children: one of 332, a hundred times over, each time with other numbers. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { importCensus } from '../src/exchange/cin/import.ts'
import { addDays } from '../src/guidance/days.ts'
import { londonDay } from '../src/guidance/london.ts'
import { random } from './dataset.ts'
import { doing, less, timed } from './report.ts'
import { type BenchServer, benchArea, ledgerOf } from './server.ts'

const sample = path.resolve(import.meta.dirname, '../../shared/standards/cin/samples/fake_CIN_data.xml')
const copies = 100
const children = 332

export async function benchImport(server: BenchServer): Promise<void> {
  const isThere = existsSync(sample)
  doing(`Importing 33,200 children${isThere ? '' : ' of a generated file: the sample is not here'}`)
  const file = isThere ? readFileSync(sample, 'utf8') : generated()
  const { db } = await server.create()
  const { areaId, agencyId } = await benchArea(db)
  let kept = 0
  const took = await timed(async () => {
    const { imported } = await importCensus(ledgerOf(db), {
      chunks: manyTimes(file),
      name: 'bench.xml',
      destination: async () => ({ areaId, authorityId: agencyId }),
      importedBy: null,
      today: londonDay(Date.now()),
    })
    kept = imported.children
    doing(`${imported.children} children, ${imported.added} facts, ${imported.problems.length} problems`)
  })
  if (kept !== children * copies) throw new Error(`The file was read as ${kept} children.`)
  less('import of 33,200 children', took / 1000, 's', 60)
  await db.close()
}

/** The file's children again and again between its beginning and its end. */
async function* manyTimes(file: string): AsyncGenerator<Uint8Array> {
  const from = file.indexOf('<Child>')
  const to = file.lastIndexOf('</Child>') + '</Child>'.length
  yield Buffer.from(file.slice(0, from))
  for (let copy = 0; copy < copies; copy++)
    yield Buffer.from(file.slice(from, to).replaceAll('<LAchildID>', `<LAchildID>${copy}X`))
  yield Buffer.from(file.slice(to))
}

/** A file of the same shape: each child with one or two episodes of a referral and a conference. */
function generated(): string {
  const next = random(13)
  const day = (from: string, within: number) => addDays(from, Math.floor(next() * within))
  const episode = (from: string) => {
    const referred = day(from, 500)
    return `<CINdetails><CINreferralDate>${referred}</CINreferralDate><ReferralSource>2A</ReferralSource><PrimaryNeedCode>N1</PrimaryNeedCode><CINclosureDate>${addDays(referred, 240)}</CINclosureDate><ReasonForClosure>RC1</ReasonForClosure><DateOfInitialCPC>${addDays(referred, 40)}</DateOfInitialCPC><ReferralNFA>false</ReferralNFA></CINdetails>`
  }
  const child = (_: unknown, number: number) => {
    const more = next() < 0.4 ? episode('2020-06-01') : ''
    return `<Child><ChildIdentifiers><LAchildID>BEN${String(number).padStart(9, '0')}</LAchildID><PersonBirthDate>${day('2009-01-01', 3000)}</PersonBirthDate><GenderCurrent>1</GenderCurrent></ChildIdentifiers><ChildCharacteristics><Ethnicity>WBRI</Ethnicity></ChildCharacteristics>${episode('2018-01-01')}${more}</Child>`
  }
  const header =
    '<Header><CollectionDetails><Collection>CIN</Collection><Year>2022</Year><ReferenceDate>2022-07-21</ReferenceDate></CollectionDetails><Source><SourceLevel>L</SourceLevel><LEA>999</LEA></Source></Header>'
  return `<Message>${header}<Children>${Array.from({ length: children }, child).join('')}</Children></Message>`
}
