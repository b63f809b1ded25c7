/** Derivation alone, and reading and deriving, of a case of 300 facts. */
import { derive } from '../src/engine/derive.ts'
import { londonDay } from '../src/guidance/london.ts'
import { recordMany } from '../src/ledger/record.ts'
import { readEntries } from '../src/ledger/rows.ts'
import { transaction } from '../src/platform/database.ts'
import { guidance } from '../src/procedures/index.ts'
import { openingOf, random } from './dataset.ts'
import { doing, less, percentile, timed } from './report.ts'
import { type BenchServer, benchArea, ledgerOf } from './server.ts'

export async function benchDerive(server: BenchServer): Promise<void> {
  doing('Deriving a case of 300 facts')
  const { db } = await server.create()
  const area = await benchArea(db)
  const command = openingOf(area, 300, random(7), '2021-01-04')
  await recordMany(ledgerOf(db), [command])
  const caseId = command.opens?.[0]?.id ?? ''
  const read = () => transaction(db.recorder, client => readEntries(client, area.areaId, [caseId], londonDay))
  const policy = { authority: area.agencyId, local: {}, reached: new Map(), carries: new Map(), dayOf: londonDay }
  const entries = (await read()).get(caseId) ?? []
  const alone: number[] = []
  const both: number[] = []
  for (let round = 0; round < 220; round++) {
    const derived = await timed(() => derive(entries, Number.MAX_SAFE_INTEGER, policy, guidance))
    const readAndDerived = await timed(async () =>
      derive((await read()).get(caseId) ?? [], Number.MAX_SAFE_INTEGER, policy, guidance),
    )
    if (round >= 20) {
      alone.push(derived)
      both.push(readAndDerived)
    }
  }
  less('derive a case of 300 facts', percentile(alone, 0.5), 'ms', 4)
  less('read and derive a case of 300 facts', percentile(both, 0.5), 'ms', 12)
  await db.close()
}
