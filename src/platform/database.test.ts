import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import { beforeAll, expect, inject, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../test/fresh-database.ts'
import { openDatabase, openPool, transaction, withContext } from './database.ts'
import { loginName, withLogin } from './logins.ts'
import { together } from './transaction.ts'
import { parseInstant } from './type-parsers.ts'

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
})

const someone = () => ({ post: randomUUID(), agency: randomUUID(), practitioner: randomUUID() })

async function all(pool: Pool, sql: string): Promise<unknown[]> {
  return (await pool.query(sql)).rows
}

test.for(['recorder', 'reader', 'door'] as const)('the role %s owns nothing and cannot become more', async role => {
  const pool = database[role]
  expect(await all(pool, 'select current_user as name')).toEqual([{ name: loginName(database.name, role) }])
  await expect(pool.query('select * from platform.login')).rejects.toMatchObject({ code: '42501' })
  await expect(pool.query('set role goldthread')).rejects.toMatchObject({ code: '42501' })
  await expect(pool.query('create table public.mine (id int)')).rejects.toMatchObject({ code: '42501' })
  expect(await all(pool, 'select from pg_class where relowner = current_user::regrole')).toEqual([])
})

test('the role of one database cannot connect to another', async () => {
  const other = await freshDatabase()
  const stranger = openPool(withLogin(other.url, { name: loginName(database.name, 'reader'), password: 'any' }), 1)
  await expect(stranger.query('select 1')).rejects.toMatchObject({ code: '42501' })
  await stranger.end()
})

test('opening again keeps the logins; redactor and disposer open when asked', async () => {
  const again = await openDatabase({ databaseUrl: database.url })
  const passwords = 'select name, password from platform.login order by name'
  const before = await all(database.owner, passwords)
  expect(await all(await again.redactor(), 'select current_user as name')).toEqual([
    { name: loginName(database.name, 'redactor') },
  ])
  expect(await again.disposer()).toBe(await again.disposer())
  const after = await all(database.owner, passwords)
  expect(after).toEqual(expect.arrayContaining(before))
  await again.close()
})

test('an owner that may not create roles needs one connection for each role, none of them too powerful', async () => {
  const superuser = openPool(inject('server').superuserUrl, 1)
  const plain = `plain_${randomUUID().slice(0, 8)}`
  await superuser.query(`create role ${plain} login`)
  await superuser.query(`create database ${plain} owner ${plain}`)
  const databaseUrl = withLogin(database.url, { name: plain, password: '' }).replace(`/${database.name}?`, `/${plain}?`)
  await expect(openDatabase({ databaseUrl })).rejects.toThrow(
    'these must be set: DATABASE_URL_RECORDER, DATABASE_URL_READER, DATABASE_URL_DOOR',
  )
  const roleUrls = { recorder: databaseUrl, reader: databaseUrl, door: databaseUrl }
  await expect(openDatabase({ databaseUrl, roleUrls })).rejects.toThrow('must not be a superuser')
  await superuser.query(`drop database ${plain} with (force)`)
  await superuser.query(`drop role ${plain}`)
  await superuser.end()
})

test('a context holds for its transaction and no longer, even on the same connection', async () => {
  const pool = openPool(database.url, 1)
  const context = someone()
  const settings = `select current_setting('goldthread.post', true) as post,
    current_setting('goldthread.agency', true) as agency, current_setting('goldthread.practitioner', true) as practitioner`
  expect(await withContext(pool, context, async client => (await client.query(settings)).rows[0])).toEqual(context)
  await expect(withContext(pool, context, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  const [after] = (await all(pool, settings)) as Record<string, string | null>[]
  expect(Object.values(after ?? {}).filter(Boolean)).toEqual([])
  await pool.end()
})

test('a context that is not made of identifiers is refused', async () => {
  const context = { ...someone(), agency: "x', true); drop schema platform; --" }
  await expect(withContext(database.reader, context, async () => 1)).rejects.toThrow('identifiers')
})

test('a transaction is tried again after a serialization failure, three times at most', async () => {
  let tries = 0
  const failing = (times: number) =>
    transaction(database.owner, async client => {
      tries += 1
      if (tries <= times) await client.query(`do $$ begin raise exception using errcode = '40001'; end $$`)
      return tries
    })
  expect(await failing(3)).toBe(4)
  tries = 0
  await expect(failing(9)).rejects.toMatchObject({ code: '40001' })
  expect(tries).toBe(4)
})

test('a transaction whose error was swallowed says that nothing was kept', async () => {
  const swallowing = transaction(database.owner, client => client.query('select 1/0').catch(() => undefined))
  await expect(swallowing).rejects.toThrow('nothing was kept')
})

test('days arrive as text, moments as milliseconds, large integers as numbers', async () => {
  const [row] = await all(
    database.owner,
    `select date '2026-03-29' as day, array[date '2026-03-29', null] as days, array[timestamptz '2026-03-28 23:30Z'] as moments, 5000000000::int8 as many,
            timestamptz '2026-03-29 00:30:00.25+01' as moment, null::timestamptz as never`,
  )
  const moment = Date.parse('2026-03-28T23:30:00.250Z')
  expect(row).toEqual({
    day: '2026-03-29',
    days: ['2026-03-29', null],
    moments: [moment - 250],
    many: 5_000_000_000,
    moment,
    never: null,
  })
})

test.for([
  ['2026-03-25 14:05:06+00', '2026-03-25T14:05:06Z'],
  ['2026-03-25 14:05:06.7+01', '2026-03-25T13:05:06.700Z'],
  ['2026-03-25 14:05:06.789999-05', '2026-03-25T19:05:06.789Z'],
  ['1840-03-25 14:05:06+05:30', '1840-03-25T08:35:06Z'],
] as const)('the moment %s is read as %s', ([text, expected]) => {
  expect(parseInstant(text)).toBe(Date.parse(expected))
})

test('where one of several statements fails, the others are waited for, and the first fault is thrown', async () => {
  const done: string[] = []
  const slow = async () => {
    await new Promise(resolve => setImmediate(resolve))
    done.push('the slow one')
  }
  await expect(
    together([Promise.reject(new Error('first')), slow(), Promise.reject(new Error('second'))]),
  ).rejects.toThrow('first')
  expect(done).toEqual(['the slow one'])
  expect(await together([Promise.resolve(1), 'as it is', undefined])).toEqual([1, 'as it is', undefined])
})
