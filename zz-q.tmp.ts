import { openDatabase } from './src/platform/database.ts'
import { readConfig } from './src/platform/config.ts'
const db = await openDatabase({ data: '/tmp/gt-main' })
const sql = process.argv[2]!
console.table((await db.owner.query(sql)).rows)
await db.close()
