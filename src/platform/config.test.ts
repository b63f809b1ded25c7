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
