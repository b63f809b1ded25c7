/**
 * The pipeline of the API: whose token, in which post, is what was sent readable and sent once, the reading log, the answer.
 * It ends in the same ledger and the same policy as the pages.
 */
import formbody from '@fastify/formbody'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { findClientByToken } from '../access/clients.ts'
import { withReach } from '../access/reach.ts'
import { NotAllowed, NotFound } from '../access/refusals.ts'
import { findPractitioner } from '../access/visit.ts'
import { lookAs } from '../ledger/look.ts'
import { record } from '../ledger/record.ts'
import { openApi } from './open-api.ts'
import type { ApiServing, Call, Operation, Reply } from './operation.ts'
import { answerProblem, NoToken, Unfit, Unreadable } from './problem.ts'
import { faultsIn } from './read-said.ts'
import { apiPrefix, operations } from './routes.ts'
import { sentUnderKey } from './sent.ts'
import { useTokens } from './token.ts'

/** Adds the API below `/api`. */
export async function useApi(app: FastifyInstance, serving: ApiServing): Promise<void> {
  await app.register(
    async api => {
      api.removeContentTypeParser('text/plain')
      api.setErrorHandler((error, request, reply) => answerProblem(serving.log, error, request, reply))
      api.setNotFoundHandler((request, reply) => answerProblem(serving.log, new NotFound(), request, reply))
      await api.register(async door => {
        await door.register(formbody)
        useTokens(door, serving)
      })
      // Made when it is first asked for: it describes every kind of fact, and most servers start without being asked.
      let description: object | undefined
      api.get(
        '/openapi.json',
        async () => (description ??= openApi(serving.ledger.guidance, operations, serving.config.publicUrl)),
      )
      for (const one of operations) addOperation(api, serving, one)
    },
    { prefix: apiPrefix },
  )
}

function addOperation(api: FastifyInstance, serving: ApiServing, operation: Operation): void {
  const { method, url, log, does } = operation
  api.route({
    method,
    url: url.slice(apiPrefix.length),
    handler: async (request, reply) => {
      const { call, wasLogged, opened } = await callOf(serving, operation, request)
      const query = readQuery(does.query, request.query)
      const body = readBody(does.body, request.body)
      const answer: Reply = await withReach(serving.db.door, call.areaIds, opened, () => does.do(call, { query, body }))
      if (log !== 'nothing' && !wasLogged()) throw new Error(`${url} must write the reading log and did not.`)
      if (answer.replayed) reply.header('idempotency-replayed', 'true')
      return reply.code(answer.status ?? 200).send(answer.body)
    },
  })
}

async function callOf(serving: ApiServing, { url, log, method, does }: Operation, request: FastifyRequest) {
  const { db, ledger, config } = serving
  const instant = ledger.now()
  const [, token] = /^Bearer +([\w-]+)$/i.exec(request.headers.authorization ?? '') ?? []
  const client = token && (await findClientByToken(db.door, token, instant))
  if (!client) throw new NoToken(request.headers.authorization !== undefined)
  const practitioner = await findPractitioner(db.door, client.practitionerId)
  const post = practitioner?.posts.find(({ id }) => id === client.postId)
  if (!practitioner || !post)
    throw new NotAllowed('The post that this system acts in has ended.', 'Ask whoever runs Goldthread to check it.')
  const areaIds = post.areas.map(({ id }) => id)
  const looker = { practitionerId: practitioner.id, postId: post.id, agencyId: post.agency.id, areaIds }
  const look = lookAs(db, looker, { route: `${method} ${url}`, log, at: instant })
  const by = { postId: post.id, agencyId: post.agency.id }
  const call: Call = {
    clientId: client.id,
    post,
    areaIds,
    ledger,
    guidance: ledger.guidance,
    config,
    door: db.door,
    today: { instant, day: ledger.dayOf(instant) },
    params: request.params as Record<string, string>,
    read: work => look.read(work),
    record: command => record(ledger, { ...command, by }),
    sent: does.once ? await sentUnderKey(db.door, client.id, request, instant) : undefined,
  }
  return { call, wasLogged: look.wasLogged, opened: look.opened }
}

function readQuery(schema: z.ZodType | undefined, query: unknown): unknown {
  const read = (schema ?? z.strictObject({})).safeParse(query)
  if (read.success) return read.data
  throw new Unreadable(
    faultsIn(read.error)
      .map(({ field, message }) => (field ? `${field}: ${message}` : message))
      .join(' '),
  )
}

function readBody(schema: z.ZodType | undefined, body: unknown): unknown {
  if (!schema) return undefined
  const read = schema.safeParse(body)
  if (read.success) return read.data
  throw new Unfit(faultsIn(read.error))
}
