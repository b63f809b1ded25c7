/** `POST /api/token`: the client credentials of OAuth 2.0 (RFC 6749, section 4.4). Answers and errors are as it says there. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { findClientBySecret, issueToken, tokenLasts } from '../access/clients.ts'
import type { ApiServing } from './operation.ts'

const mostAttempts = 10

/** Adds the route to a context that reads forms. */
export function useTokens(app: FastifyInstance, { db, ledger }: Pick<ApiServing, 'db' | 'ledger'>): void {
  const failed = failuresOf(app)
  app.post('/token', async (request, reply) => {
    const form = formOf(request.body)
    const said = basicOf(request) ?? { id: form.get('client_id') ?? '', secret: form.get('client_secret') ?? '' }
    if (form.get('grant_type') !== 'client_credentials')
      return refuse(reply, 400, 'unsupported_grant_type', 'Send grant_type=client_credentials.')
    if (await failed.areTooMany(request, said.id))
      return refuse(reply, 429, 'slow_down', 'Ten attempts failed within a minute. Wait a minute, then try again.')
    const client = await findClientBySecret(db.door, said.id, said.secret)
    if (!client) {
      await failed.count(request, said.id)
      reply.header('www-authenticate', 'Basic realm="Goldthread"')
      return refuse(reply, 401, 'invalid_client', 'This id and this secret do not belong to a client that may ask.')
    }
    const token = await issueToken(db.door, client, ledger.now())
    return { access_token: token, token_type: 'Bearer', expires_in: tokenLasts / 1000 }
  })
}

function refuse(reply: FastifyReply, status: number, error: string, description: string) {
  return reply.code(status).send({ error, error_description: description })
}

/** The texts of a form; the last where one name stands several times. */
function formOf(body: unknown): ReadonlyMap<string, string> {
  return new Map(
    Object.entries((body ?? {}) as Record<string, unknown>).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as const] : [],
    ),
  )
}

/** Credentials of the header, each written as in an address (section 2.3.1). */
function basicOf(request: FastifyRequest): { id: string; secret: string } | undefined {
  const [, encoded] = /^Basic +([\w+/]+=*)$/i.exec(request.headers.authorization ?? '') ?? []
  if (!encoded) return undefined
  const [, id = '', secret = ''] = /^([^:]*):(.*)$/s.exec(Buffer.from(encoded, 'base64').toString()) ?? []
  return { id: decoded(id), secret: decoded(secret) }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}

/** Failed attempts, by the address they come from and by the client they name. Those that succeed are not counted. */
function failuresOf(app: FastifyInstance) {
  const limits = { max: mostAttempts, timeWindow: 60_000 }
  const named = new WeakMap<FastifyRequest, string>()
  const counts = [
    app.createRateLimit({ ...limits, keyGenerator: request => `api from ${request.ip}` }),
    app.createRateLimit({ ...limits, keyGenerator: request => `api as ${named.get(request) ?? ''}` }),
  ]
  return {
    areTooMany: async (request: FastifyRequest, id: string) => {
      named.set(request, id)
      const counted = await Promise.all(counts.map(count => count(request, { increment: false })))
      return counted.some(one => !one.isAllowed && one.remaining === 0)
    },
    count: async (request: FastifyRequest, id: string) => {
      named.set(request, id)
      await Promise.all(counts.map(count => count(request)))
    },
  }
}
