// Wires everything that is served over HTTP. Listening is for whoever starts it.

import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { NotFound } from './access/refusals.ts'
import { alsoAnswered, apiPrefix, operations } from './api/routes.ts'
import { useApi } from './api/serve.ts'
import { keepDelivering } from './jobs/deliver-notices.ts'
import { keepMaking } from './jobs/make-documents.ts'
import { keepForgetting } from './jobs/old-notices.ts'
import { keepRederiving } from './jobs/rederiving.ts'
import { keepRemoving } from './jobs/removals.ts'
import { startSealing } from './jobs/sealing.ts'
import { keepRemovingObjects } from './jobs/stored-objects.ts'
import type { Ledger } from './ledger/ledger.ts'
import { useAssets } from './pages/pipeline/assets.ts'
import { valueOf } from './pages/pipeline/fields.ts'
import { useHealth } from './pages/pipeline/health.ts'
import type { Route } from './pages/pipeline/page.ts'
import { protect } from './pages/pipeline/protection.ts'
import { refuse } from './pages/pipeline/refuse.tsx'
import { isListed, registerPages } from './pages/pipeline/register.ts'
import type { Attempts, Serving } from './pages/pipeline/serving.ts'
import { useSessions } from './pages/pipeline/session.ts'
import { useStory } from './pages/pipeline/story.ts'
import { mostOfAFile } from './pages/pipeline/upload.ts'
import { alsoServed, routes as siteMap } from './pages/routes.ts'
import { type OpenId, openId } from './pages/sign-in/open-id.ts'
import type { Config } from './platform/config.ts'
import type { Database } from './platform/database.ts'

export interface ServerSettings {
  readonly config: Config
  readonly db: Database
  readonly ledger: Ledger
  readonly log: Logger
  /** The site map; another one only in tests of the pipeline. */
  readonly routes?: readonly Route[]
  /** The largest file that is read, in bytes; a small one only in tests. */
  readonly largestFile?: number
}

const mostAttempts = 10
/** Many schools and surgeries share one address; nobody writes so many in an hour. */
const mostReferralsAnHour = 30
const largestForm = 1024 * 1024

/** A server that is ready to listen. @throws where a production server has no provider to sign in with */
export async function buildServer({
  config,
  db,
  ledger,
  log,
  routes = siteMap,
  largestFile = mostOfAFile,
}: ServerSettings): Promise<FastifyInstance> {
  const isProduction = config.mode === 'production'
  const app = Fastify({
    logger: false,
    bodyLimit: largestForm,
    // A proxy in front of a production server says who asks and that they ask over TLS; nobody else is believed.
    trustProxy: isProduction ? ['loopback', 'linklocal', 'uniquelocal'] : false,
    routerOptions: { ignoreTrailingSlash: true },
    rewriteUrl: ({ url = '/' }) => readable(url),
  })
  app.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) {
      if (![routes, alsoServed, operations, alsoAnswered].some(list => isListed(one, url, list)))
        throw new Error(`${one} ${url} is served and is neither in pages/routes.ts nor in api/routes.ts.`)
    }
  })
  app.decorateRequest('fields')
  app.addHook('onRequest', async request => {
    request.fields = {}
  })
  app.addHook('onResponse', async (request, reply) => {
    log.info(
      {
        method: request.method,
        route: request.routeOptions.url,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'answered',
    )
  })

  // What is served is sealed meanwhile; a server that does not listen serves nobody.
  whileListening(app, () => startSealing(db.recorder, log))
  whileListening(app, () => keepRemoving(db, log))
  whileListening(app, () => ledger.store && keepRemovingObjects(ledger.recorder, ledger.store, log))
  whileListening(app, () => keepRederiving(ledger, log))
  whileListening(app, () => keepMaking(ledger, log))
  whileListening(app, () => keepDelivering({ door: db.door, log, publicUrl: config.publicUrl, isProduction }))
  whileListening(app, () => keepForgetting(db.door, log))

  await protect(app, isProduction)
  await app.register(rateLimit, { global: false })
  const serving: Serving = {
    config,
    db,
    ledger,
    guidance: ledger.guidance,
    log,
    openId: await signInOf(app, config, db),
    attempts: attemptsOf(app),
    countReferral: referralsOf(app),
    routes,
    largestFile,
  }
  app.setErrorHandler((error, request, reply) => refuse(serving, error, request, reply))
  app.setNotFoundHandler((request, reply) => refuse(serving, new NotFound(), request, reply))
  useHealth(app, db)
  await useAssets(app)
  await useApi(app, { config, db, ledger, log })
  await app.register(async pages => {
    await pages.register(formbody)
    // A file that is too large is cut: the page that reads it says what it kept.
    const limits = { fileSize: largestFile, files: 1, fieldSize: largestForm }
    await pages.register(multipart, { limits, throwFileSizeLimit: false })
    await useSessions(pages, serving)
    registerPages(pages, serving)
  })
  await app.ready()
  return app
}

/** Does something beside serving, from when the server listens until it closes. @param start begins it, and returns what ends it */
function whileListening(app: FastifyInstance, start: () => (() => Promise<void>) | undefined): void {
  let stop: (() => Promise<void>) | undefined
  app.addHook('onListen', async () => {
    stop = start()
  })
  app.addHook('onClose', async () => stop?.())
}

/** An address that cannot be decoded is the address of nothing: the framework would answer it in its own words, before any hook. */
function readable(url: string): string {
  try {
    decodeURIComponent(url.split('?', 1)[0] ?? '/')
    return url
  } catch {
    return url.startsWith(`${apiPrefix}/`) ? `${apiPrefix}/-` : '/-'
  }
}

async function signInOf(app: FastifyInstance, config: Config, db: Database): Promise<OpenId> {
  const back = `${config.publicUrl}/sign-in/back`
  if (config.signIn) return openId({ ...config.signIn, back })
  if (config.mode === 'production')
    throw new Error('The sign-in of the story is not for production: an OpenID Connect provider must be set.')
  return openId({ ...(await useStory(app, db, config.publicUrl, back)), back })
}

/** Counts failed attempts to sign in. Those of one office that succeed are not held against its address. */
function attemptsOf(app: FastifyInstance): Attempts {
  const limits = { max: mostAttempts, timeWindow: 60_000 }
  const counts = [
    app.createRateLimit(limits),
    app.createRateLimit({
      ...limits,
      keyGenerator: request => `name ${valueOf(request.fields, 'name').toLowerCase()}`,
    }),
  ]
  return {
    areTooMany: async request => {
      const counted = await Promise.all(counts.map(count => count(request, { increment: false })))
      return counted.some(one => !one.isAllowed && one.remaining === 0)
    },
    countFailed: async request => {
      await Promise.all(counts.map(count => count(request)))
    },
  }
}

/** Counts referrals that arrive without an account, by the address they come from. */
function referralsOf(app: FastifyInstance): Serving['countReferral'] {
  const count = app.createRateLimit({ max: mostReferralsAnHour, timeWindow: 3_600_000 })
  return async request => {
    const counted = await count(request)
    return !counted.isAllowed && counted.isExceeded
  }
}
