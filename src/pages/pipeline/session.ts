// Sessions: the cookie, its store, the token against forged forms, and what pages of signing in may do with them.

import { createHash } from 'node:crypto'
import cookie, { Signer } from '@fastify/cookie'
import csrf from '@fastify/csrf-protection'
import session from '@fastify/session'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { OpenId, Pending } from '../sign-in/open-id.ts'
import { valueOf } from './fields.ts'
import type { Serving } from './serving.ts'
import { findAuthorOfEnded, forgetEndedSessions, sessionStore } from './session-store.ts'

declare module 'fastify' {
  interface Session {
    practitionerId?: string
    postId?: string
    startedAt?: number
    /** When its holder was last here, to the minute. */
    seenAt?: number
    /** Of a session in which nobody is signed in: who was, before the last one ended. */
    was?: string
    /** A sign-in that is under way at the provider. */
    pending?: Pending
  }
}

/** What the pages of signing in work with. */
export interface Door {
  /** The address that people should use instead of the one they used, where that would lose their cookies on the way. */
  readonly elsewhere: string | undefined
  readonly openId: OpenId
  readonly database: Serving['db']['door']
  readonly pending: Pending | undefined
  setPending(pending: Pending): void
  /** Signs somebody in, in a session with a new id. */
  begin(practitionerId: string): Promise<void>
  choosePost(postId: string): void
  end(): Promise<void>
  /** Whether ten attempts failed within the last minute, from this address or under the name in this form. */
  hasFailedTooOften(): Promise<boolean>
  countFailed(): Promise<void>
}

const seenEvery = 60_000

/** Sent by script that asks by itself, on a page that perhaps nobody looks at: it does not count as being there. */
const unattended = 'goldthread-unattended'

/** Adds cookies, sessions and the token against forged forms to the routes of one context. */
export async function useSessions(app: FastifyInstance, serving: Serving): Promise<void> {
  const { config, db, ledger } = serving
  const isProduction = config.mode === 'production'
  const cookieName = isProduction ? '__Host-goldthread' : 'goldthread'
  const signer = new Signer(config.sessionKey ?? createHash('sha256').update(`story ${db.name}`).digest('hex'))
  await app.register(cookie)
  await app.register(session, {
    secret: signer,
    cookieName,
    cookie: { path: '/', httpOnly: true, sameSite: 'lax', secure: isProduction },
    store: sessionStore(db.door, ledger.now),
    saveUninitialized: false,
    rolling: false,
  })
  await app.register(csrf, { sessionPlugin: '@fastify/session', getToken })
  app.addHook('preValidation', async request => {
    const { session } = request
    const at = ledger.now()
    const isHere = !(unattended in request.headers)
    if (session.practitionerId && isHere && at - (session.seenAt ?? 0) > seenEvery) session.seenAt = at
    if (session.practitionerId || session.was) return
    const id = signer.unsign(request.cookies[cookieName] ?? '')
    const author = id.valid && id.value ? await findAuthorOfEnded(db.door, id.value, at) : undefined
    if (author) session.was = author
  })
}

function getToken(request: FastifyRequest): string {
  return valueOf(request.fields, '_csrf') || String(request.headers['csrf-token'] ?? '')
}

/** Whether the form was made by us for this session. */
export function hasToken(app: FastifyInstance, request: FastifyRequest, reply: FastifyReply): boolean {
  let isOurs = false
  const refused = { send: () => reply } as unknown as FastifyReply
  app.csrfProtection(request, refused, () => {
    isOurs = true
  })
  return isOurs
}

/** The door of one request. */
export function doorOf(serving: Serving, request: FastifyRequest): Door {
  const { config, db, ledger, openId, attempts } = serving
  const isElsewhere =
    config.mode !== 'production' && new URL(config.publicUrl).host !== new URL(`http://${request.host}`).host
  return {
    elsewhere: isElsewhere ? `${config.publicUrl}${request.url}` : undefined,
    openId,
    database: db.door,
    pending: request.session.pending,
    setPending: pending => {
      request.session.pending = pending
    },
    begin: async practitionerId => {
      await forgetEndedSessions(db.door, ledger.now())
      await request.session.regenerate()
      const at = ledger.now()
      Object.assign(request.session, { practitionerId, startedAt: at, seenAt: at })
    },
    choosePost: postId => {
      request.session.postId = postId
    },
    end: () => request.session.destroy(),
    hasFailedTooOften: () => attempts.areTooMany(request),
    countFailed: () => attempts.countFailed(request),
  }
}
