/** A census file written in a few words, and an empty database into which it is read. */
import { Readable } from 'node:stream'
import { beforeEach } from 'vitest'
import { importCensus } from '../src/exchange/cin/import.ts'
import { carries } from '../src/exchange/formats.ts'
import { londonDay } from '../src/guidance/london.ts'
import type { Ledger } from '../src/ledger/ledger.ts'
import { areaOfCode } from '../src/people/area-of-code.ts'
import { transaction } from '../src/platform/transaction.ts'
import { guidance } from '../src/procedures/index.ts'
import { type FreshDatabase, freshDatabase } from './fresh-database.ts'

const today = '2026-11-22'

/** A fresh database before each test, and what reads files into it. */
export function freshImports() {
  const here = {} as { db: FreshDatabase; ledger: Ledger }
  beforeEach(async () => {
    here.db = await freshDatabase()
    const now = () => Date.parse(`${today}T10:00:00Z`)
    here.ledger = { recorder: here.db.recorder, guidance, carries, now, dayOf: londonDay }
  })
  const importing = (chunks: AsyncIterable<Uint8Array>) =>
    importCensus(here.ledger, {
      chunks,
      name: 'census.xml',
      destination: header =>
        transaction(here.db.recorder, client =>
          areaOfCode(client, header.authority || '201', header.referenceDay, here.ledger.now()),
        ),
      importedBy: null,
      today,
    })
  const read = async (xml: string | Buffer) => (await importing(text(xml))).imported
  const duties = async (rule: string) => {
    const { rows } = await here.db.owner.query(
      'select rule, from_day, due_latest, met_from, late, not_known_from, remark from duty where rule like $1 order by due_latest',
      [rule],
    )
    return rows
  }
  return { here, importing, read, duties }
}

/** A file as a stream. */
export const text = (xml: string | Buffer) => Readable.from([Buffer.from(xml as string)])

export const header = `<Header><CollectionDetails><Collection>CIN</Collection><Year>2026</Year><ReferenceDate>2026-03-31</ReferenceDate></CollectionDetails>
<Source><SourceLevel>L</SourceLevel><LEA>201</LEA></Source></Header>`
export const message = (...children: string[]) =>
  `<Message>${header}\n<Children>\n${children.join('\n')}\n</Children></Message>`
export const child = (id: string, inside = '', born = '2015-03-27') =>
  `<Child><ChildIdentifiers><LAchildID>${id}</LAchildID><PersonBirthDate>${born}</PersonBirthDate><Sex>F</Sex></ChildIdentifiers>
<ChildCharacteristics><Ethnicity>WBRI</Ethnicity></ChildCharacteristics>${inside}</Child>`
export const episode = (inside = '', day = '2025-06-02') =>
  `<CINdetails><CINreferralDate>${day}</CINreferralDate><ReferralSource>6</ReferralSource><PrimaryNeedCode>N1</PrimaryNeedCode>${inside}<ReferralNFA>0</ReferralNFA></CINdetails>`
