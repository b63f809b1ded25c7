import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Pool } from 'pg'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { openPool } from './database.ts'
import { preparePlatform } from './logins.ts'
import { findPendingMigrations, migrate } from './migrate.ts'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'goldthread-migrations-'))
const name = `migrated_${process.pid}`
let superuser: Pool
let owner: Pool

beforeAll(() => {
  superuser = openPool(inject('server').superuserUrl, 1)
})
beforeEach(async () => {
  await owner?.end()
  await superuser.query(`drop database if exists ${name}`)
  await superuser.query(`create database ${name} owner goldthread`)
  owner = openPool(inject('server').templateUrl.replace('@/goldthread?', `@/${name}?`), 4)
  await preparePlatform(owner)
  fs.rmSync(folder, { recursive: true })
  fs.mkdirSync(folder)
  write('0001-first', 'create table first (id int); grant select on first to goldthread_reader')
})
afterAll(async () => {
  await owner.end()
  await superuser.query(`drop database ${name}`)
  await superuser.end()
  fs.rmSync(folder, { recursive: true })
})

function write(migration: string, sql: string): void {
  fs.writeFileSync(path.join(folder, `${migration}.sql`), sql)
}

test('files are applied once, in their order', async () => {
  write('0002-second', 'alter table first add column day date')
  expect(await findPendingMigrations(owner, folder)).toEqual(['0001-first.sql', '0002-second.sql'])
  expect(await migrate(owner, folder)).toEqual(['0001-first.sql', '0002-second.sql'])
  expect(await migrate(owner, folder)).toEqual([])
  expect(await findPendingMigrations(owner, folder)).toEqual([])
})

test('of two that migrate at once, one applies each file and the other finds it done', async () => {
  write('0002-second', 'select pg_sleep(0.1)')
  const applied = await Promise.all([migrate(owner, folder), migrate(owner, folder)])
  expect(applied.flat().toSorted()).toEqual(['0001-first.sql', '0002-second.sql'])
})

test('a file that fails changes nothing and is named', async () => {
  write('0002-second', 'create table second (id int); select nonsense')
  await expect(migrate(owner, folder)).rejects.toThrow('0002-second.sql failed')
  expect((await owner.query(`select to_regclass('second') as found`)).rows).toEqual([{ found: null }])
})

test('a file altered after it was applied is refused', async () => {
  await migrate(owner, folder)
  write('0001-first', 'create table first (id bigint)')
  await expect(migrate(owner, folder)).rejects.toThrow('0001-first.sql was altered')
})

test('a file that comes before an applied one is refused, as is a database newer than the program', async () => {
  write('0003-third', 'select 1')
  await migrate(owner, folder)
  write('0002-second', 'select 1')
  await expect(migrate(owner, folder)).rejects.toThrow('0002-second.sql comes before 0003-third.sql')
  fs.rmSync(path.join(folder, '0002-second.sql'))
  fs.rmSync(path.join(folder, '0003-third.sql'))
  await expect(migrate(owner, folder)).rejects.toThrow('does not know')
})
