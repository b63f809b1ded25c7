/** From an error to `application/problem+json`. What may not be known is answered like what is not there, byte for byte. */
import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import { Conflict, Gone, NotAllowed, NotFound, Restricted } from '../access/refusals.ts'

/** What is wrong with one part of what was sent. */
export interface Fault {
  /** The place in the body: `data.outcome`. Empty for the whole. */
  readonly field: string
  readonly message: string
}

/** What was sent cannot be recorded as it is. */
export class Unfit extends Error {
  readonly status = 422
  readonly faults: readonly Fault[]
  constructor(faults: readonly Fault[]) {
    super('What was sent cannot be recorded as it is. Nothing was recorded.')
    this.faults = faults
  }
}

/** The key was used before, for other words. */
export class OtherWords extends Error {
  readonly status = 422
}

/** What was asked for cannot be read: a parameter, a header. */
export class Unreadable extends Error {
  readonly status = 400
}

/** No token, or one that has expired, was never issued or belongs to nobody any more. */
export class NoToken extends Error {
  readonly status = 401
  /** Whether one was sent at all. */
  readonly wasSent: boolean
  constructor(wasSent: boolean) {
    super(
      wasSent
        ? 'This token has expired or is not one of ours. Ask for another at /api/token.'
        : 'Send a token: "Authorization: Bearer …". Ask for one at /api/token.',
    )
    this.wasSent = wasSent
  }
}

interface Problem {
  readonly status: number
  readonly title: string
  readonly detail: string
  readonly errors?: readonly Fault[]
  /** Of a conflict: the entries that were recorded meanwhile. */
  readonly recorded?: readonly string[]
}

/** Answers an error. Our own faults are logged under a reference that the answer names. */
export async function answerProblem(log: Logger, error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const problem = describe(error) ?? unexpected(log, error, request)
  if (error instanceof NoToken)
    reply.header('www-authenticate', error.wasSent ? 'Bearer error="invalid_token"' : 'Bearer')
  await reply
    .code(problem.status)
    .type('application/problem+json')
    .send(JSON.stringify({ type: 'about:blank', ...problem }))
}

function describe(error: unknown): Problem | undefined {
  if (error instanceof NotFound) return notFound
  if (error instanceof NotAllowed) return said(error, 'You may not do this in your post')
  if (error instanceof Restricted) return restricted(error)
  if (error instanceof Conflict) return { ...said(error, 'Somebody else recorded first'), recorded: error.recorded }
  if (error instanceof Gone) return said(error, 'This is no longer kept')
  if (error instanceof Unfit) return { ...said(error, 'This cannot be recorded'), errors: error.faults }
  if (error instanceof OtherWords) return said(error, 'This key was used for something else')
  if (error instanceof Unreadable) return said(error, 'This could not be read')
  if (error instanceof NoToken) return said(error, 'Who asks is not known')
  return describeFramework((error as { statusCode?: number } | null)?.statusCode)
}

function said(error: Error & { readonly status: number }, title: string): Problem {
  return { status: error.status, title, detail: error.message }
}

function restricted({ status, ask }: Restricted): Problem {
  const detail = `This record is restricted. Ask ${ask}. In an emergency a person can open it, on its page; a system cannot.`
  return { status, title: 'This record is restricted', detail }
}

const notFound: Problem = {
  status: 404,
  title: 'There is nothing here',
  detail: 'There is no such record, or it is not yours to see.',
}

const framework: Readonly<Record<number, string>> = {
  413: 'This is too large: at most a million characters can be sent at once. Nothing was recorded.',
  415: 'Send JSON, with "Content-Type: application/json". Nothing was recorded.',
}

function describeFramework(status: number | undefined): Problem | undefined {
  if (status === undefined || status < 400 || status >= 500) return undefined
  const detail = framework[status] ?? 'What was sent could not be read as JSON. Nothing was recorded.'
  return { status, title: 'This could not be read', detail }
}

function unexpected(log: Logger, error: unknown, request: FastifyRequest): Problem {
  const reference = randomBytes(4).toString('hex').toUpperCase()
  log.error({ err: error, reference, method: request.method, route: request.routeOptions.url })
  const detail = `The fault is ours. What was sent may not have been recorded: send it again under the same key. If it happens again, tell us this reference: ${reference}`
  return { status: 500, title: 'Something went wrong', detail }
}
