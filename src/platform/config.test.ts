import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

const production = {
  GOLDTHREAD_MODE: 'production',
  OIDC_ISSUER: 'https://sign-in.example',
  OIDC_CLIENT_ID: 'goldthread',
  OIDC_CLIENT_SECRET: 'secret',
  PUBLIC_URL: 'https://goldthread.example/',
  SESSION_KEY: 'k'.repeat(32),
}

test('with nothing set it is a story on port 3000 with the embedded database', () => {
  const config = readConfig({})
  expect(config).toMatchObject({ mode: 'story', port: 3000, story: true, publicUrl: 'http://localhost:3000' })
  expect(config.databaseUrl).toBeUndefined()
  expect(Object.isFrozen(config)).toBe(true)
})

test('a setting that is empty counts as not set', () => {
  expect(readConfig({ PORT: '', GOLDTHREAD_STORY: ' ', GOLDTHREAD_MODE: '' })).toEqual(readConfig({}))
})

test('production names every setting that is missing', () => {
  expect(() => readConfig({ ...production, OIDC_CLIENT_ID: undefined, SESSION_KEY: '' })).toThrow(
    'In production these must be set: OIDC_CLIENT_ID, SESSION_KEY.',
  )
})

test('production loads no story and refuses a pretended day', () => {
  expect(readConfig(production)).toMatchObject({ mode: 'production', story: false })
  expect(readConfig(production).publicUrl).toBe('https://goldthread.example')
  expect(() => readConfig({ ...production, GOLDTHREAD_TODAY: '2026-03-25' })).toThrow('cannot be used in production')
})

test.for([
  ['PORT', '80a'],
  ['PORT', '70000'],
  ['GOLDTHREAD_TODAY', '25/03/2026'],
  ['GOLDTHREAD_TODAY', '2026-02-30'],
  ['GOLDTHREAD_MODE', 'live'],
  ['GOLDTHREAD_STORY', 'no'],
  ['PUBLIC_URL', 'goldthread.example'],
  ['SESSION_KEY', 'short'],
  ['LOG_LEVEL', 'loud'],
] as const)('%s cannot be "%s", and the refusal names the setting', ([name, value]) => {
  expect(() => readConfig({ [name]: value })).toThrow(name)
})

test('each role may have a connection of its own', () => {
  const { roleUrls } = readConfig({
    DATABASE_URL_READER: 'postgresql://a@b/c',
    DATABASE_URL_DOOR: 'postgresql://d@b/c',
  })
  expect(roleUrls).toEqual({ reader: 'postgresql://a@b/c', door: 'postgresql://d@b/c' })
})

const store = {
  GOLDTHREAD_FILES_S3: 'https://s3.eu-west-2.amazonaws.com/files/',
  S3_ACCESS_KEY_ID: 'key',
  S3_SECRET_ACCESS_KEY: 'secret',
}

test('files are kept in the database, or in the store of which all is set', () => {
  expect(readConfig({}).store).toBeUndefined()
  expect(readConfig({ ...production, ...store }).store).toEqual({
    address: 'https://s3.eu-west-2.amazonaws.com/files',
    accessKeyId: 'key',
    secretAccessKey: 'secret',
    region: 'eu-west-2',
  })
  expect(readConfig({ ...store, S3_REGION: 'auto' }).store?.region).toBe('auto')
})

test.for(Object.keys(store))('a store of which %s is not set is refused, and so is that setting alone', name => {
  expect(() => readConfig({ ...store, [name]: '' })).toThrow('must all be set')
  expect(() => readConfig({ [name]: store[name as keyof typeof store] })).toThrow('must all be set')
})

test.for([
  'files',
  'ftp://files.example/bucket',
  'https://files.example/',
  'https://a:b@files.example/bucket',
  'https://files.example/bucket?x=1',
])('"%s" is not the address of a bucket', address => {
  expect(() => readConfig({ ...store, GOLDTHREAD_FILES_S3: address })).toThrow('must be the address of a bucket')
})

test('in production files are not sent in the clear, but to this machine', () => {
  const at = (address: string) => () => readConfig({ ...production, ...store, GOLDTHREAD_FILES_S3: address })
  expect(at('http://files.example/bucket')).toThrow('in the clear')
  expect(at('http://127.0.0.1.example/bucket')).toThrow('in the clear')
  for (const host of ['localhost', '127.0.0.1:9000', '[::1]:9000']) expect(at(`http://${host}/bucket`)).not.toThrow()
  expect(readConfig({ ...store, GOLDTHREAD_FILES_S3: 'http://files.example/bucket' }).store).toBeDefined()
})
