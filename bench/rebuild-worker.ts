/** One worker of the rebuild: makes the derived rows of the cases that it is sent, and ends. */
import { once } from 'node:events'
import { rebuild } from '../src/ledger/rebuild.ts'
import { openDatabase } from '../src/platform/database.ts'
import { ledgerOf } from './server.ts'

const [databaseUrl = ''] = process.argv.slice(2)
const [cases] = (await once(process, 'message')) as [Parameters<typeof rebuild>[1]]
const db = await openDatabase({ databaseUrl })
await rebuild(ledgerOf(db), cases)
await db.close()
process.disconnect()
