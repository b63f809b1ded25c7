// A migrated, empty database for a test file, dropped when the file ends.

import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { type Database, openDatabase, openPool } from '../src/platform/database.ts'
import { whenDone } from './when-done.ts'

export interface FreshDatabase extends Database {
  /** The owner's connection URL. */
  readonly url: string
}

/** Copies the migrated database and opens it with its roles. What the caller closes after this is closed before it. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const { templateUrl } = inject('server')
  const name = `fresh_${randomBytes(6).toString('hex')}`
  await asSuperuser(`create database ${name} template goldthread owner goldthread strategy file_copy`)
  const url = templateUrl.replace('@/goldthread?', `@/${name}?`)
  const database = await openDatabase({ databaseUrl: url })
  whenDone(async () => {
    await database.close()
    await asSuperuser(`drop database ${name} with (force)`)
  })
  return { ...database, url }
}

async function asSuperuser(statement: string): Promise<void> {
  const pool = openPool(inject('server').superuserUrl, 1)
  try {
    await pool.query(statement)
  } finally {
    await pool.end()
  }
}
