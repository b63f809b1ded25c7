// The settings of this process, read from the environment once and checked at once.

type Environment = Readonly<Record<string, string | undefined>>

/** Roles that serve requests or act for an operator; each may be given a connection URL of its own. */
export const servingRoles = ['recorder', 'reader', 'door', 'redactor', 'disposer'] as const
export type ServingRole = (typeof servingRoles)[number]

/** How people sign in when this is not a story: an OpenID Connect provider. */
export interface SignInProvider {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
}

/** Where files are kept when they are not kept in the database: a bucket of an S3-compatible store. */
export interface StoreSettings {
  /** Of the bucket, with its name in the path, without a slash at its end. */
  readonly address: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly region: string
}

export interface Config {
  readonly mode: 'story' | 'production'
  readonly port: number
  /** The owner's connection; none means the embedded database. */
  readonly databaseUrl: string | undefined
  /** For a server on which we may not create roles. */
  readonly roleUrls: Readonly<Partial<Record<ServingRole, string>>>
  /** The data folder asked for; none means the default of the embedded database. */
  readonly data: string | undefined
  /** Whether the synthetic borough is loaded on first start. */
  readonly story: boolean
  /** The day it is taken to be, `YYYY-MM-DD`. Never in production. */
  readonly today: string | undefined
  readonly publicUrl: string
  /** Present in production, always. */
  readonly signIn: SignInProvider | undefined
  readonly sessionKey: string | undefined
  readonly logLevel: string
  /** The program that looks at a file before it is kept, with its arguments; none means that files are not scanned. */
  readonly scan: string | undefined
  /** None means that files are kept in the database. */
  readonly store: StoreSettings | undefined
}

const requiredInProduction = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'PUBLIC_URL', 'SESSION_KEY']
const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']

/** Reads the settings from an environment, or refuses in a plain sentence. An empty setting counts as not set. */
export function readConfig(env: Environment): Config {
  const get = (name: string) => env[name]?.trim() || undefined
  const production = isProduction(get('GOLDTHREAD_MODE'))
  if (production) {
    const missing = requiredInProduction.filter(name => !get(name))
    if (missing.length > 0) throw new Error(`In production these must be set: ${missing.join(', ')}.`)
    if (get('GOLDTHREAD_TODAY')) throw new Error('GOLDTHREAD_TODAY cannot be used in production.')
  }
  const port = readPort(get('PORT'))
  const issuer = readUrl('OIDC_ISSUER', get('OIDC_ISSUER'))
  const clientId = get('OIDC_CLIENT_ID')
  const clientSecret = get('OIDC_CLIENT_SECRET')
  const roleUrls: Partial<Record<ServingRole, string>> = {}
  for (const role of servingRoles) {
    const url = get(`DATABASE_URL_${role.toUpperCase()}`)
    if (url) roleUrls[role] = url
  }
  return Object.freeze({
    mode: production ? 'production' : 'story',
    port,
    databaseUrl: get('DATABASE_URL'),
    roleUrls: Object.freeze(roleUrls),
    data: get('GOLDTHREAD_DATA'),
    story: readStory(get('GOLDTHREAD_STORY')) && !production,
    today: readDay(get('GOLDTHREAD_TODAY')),
    publicUrl: readUrl('PUBLIC_URL', get('PUBLIC_URL')) ?? `http://localhost:${port}`,
    signIn: issuer && clientId && clientSecret ? Object.freeze({ issuer, clientId, clientSecret }) : undefined,
    sessionKey: readSessionKey(get('SESSION_KEY')),
    logLevel: readLogLevel(get('LOG_LEVEL')),
    scan: get('GOLDTHREAD_SCAN'),
    store: readStore(get, production),
  })
}

let ofThisProcess: Config | undefined

/** The settings of this process, read when first asked for. */
export function config(): Config {
  ofThisProcess ??= readConfig(process.env)
  return ofThisProcess
}

function isProduction(mode: string | undefined): boolean {
  if (mode === undefined || mode === 'production') return mode === 'production'
  throw new Error('GOLDTHREAD_MODE can only be "production"; leave it out for a story.')
}

function readStory(story: string | undefined): boolean {
  if (story === undefined || story === 'none') return story === undefined
  throw new Error('GOLDTHREAD_STORY can only be "none"; leave it out to load the story.')
}

function readPort(port = '3000'): number {
  const number = Number(port)
  if (/^\d+$/.test(port) && number <= 65_535) return number
  throw new Error('PORT must be a whole number up to 65535.')
}

function readDay(day: string | undefined): string | undefined {
  if (day === undefined) return undefined
  const instant = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN
  if (!Number.isNaN(instant) && new Date(instant).toISOString().startsWith(day)) return day
  throw new Error('GOLDTHREAD_TODAY must be a day written like 2026-03-25.')
}

function readUrl(name: string, url: string | undefined): string | undefined {
  if (url === undefined) return undefined
  if (/^https?:\/\//.test(url) && URL.canParse(url)) return url.replace(/\/+$/, '')
  throw new Error(`${name} must be an address that starts with https:// or http://.`)
}

/** The store of files: all of it is set, or nothing. */
function readStore(get: (name: string) => string | undefined, isProduction: boolean): StoreSettings | undefined {
  const address = get('GOLDTHREAD_FILES_S3')
  const accessKeyId = get('S3_ACCESS_KEY_ID')
  const secretAccessKey = get('S3_SECRET_ACCESS_KEY')
  const region = get('S3_REGION')
  if (!address && !accessKeyId && !secretAccessKey && !region) return undefined
  if (!address || !accessKeyId || !secretAccessKey)
    throw new Error(
      'To keep files in a store, GOLDTHREAD_FILES_S3, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY must all be set; to keep them in the database, none of them, and no S3_REGION.',
    )
  const url = URL.canParse(address) ? new URL(address) : undefined
  const isPlain = url && !url.username && !url.password && !url.search && !url.hash
  if (!isPlain || !/^https?:$/.test(url.protocol) || !/[^/]/.test(url.pathname))
    throw new Error(
      'GOLDTHREAD_FILES_S3 must be the address of a bucket, with its name in the path: https://s3.eu-west-2.amazonaws.com/bucket.',
    )
  if (isProduction && url.protocol === 'http:' && !isLoopback(url.hostname))
    throw new Error('GOLDTHREAD_FILES_S3 must start with https:// in production: files would be sent in the clear.')
  return Object.freeze({
    address: url.href.replace(/\/+$/, ''),
    accessKeyId,
    secretAccessKey,
    region: region ?? 'eu-west-2',
  })
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname)
}

function readSessionKey(key: string | undefined): string | undefined {
  if (key === undefined || key.length >= 32) return key
  throw new Error('SESSION_KEY must be at least 32 characters long.')
}

function readLogLevel(level = 'info'): string {
  if (logLevels.includes(level)) return level
  throw new Error(`LOG_LEVEL must be one of ${logLevels.join(', ')}.`)
}
