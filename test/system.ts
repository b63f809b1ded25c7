/** A system of an agency that uses the API, for tests over HTTP: asks for a token and sends JSON. */
import { makeClient } from '../src/commands/client.ts'
import { transaction } from '../src/platform/database.ts'
import { newId } from '../src/platform/identifier.ts'
import type { TestServer } from './test-server.ts'

export interface Answered {
  readonly status: number
  // What an answer holds is what a test says it holds.
  readonly body: { readonly [name: string]: unknown } & { readonly detail?: string }
  readonly text: string
  readonly headers: Readonly<Record<string, string>>
}

interface Placed {
  readonly agency: string
  readonly post: string
  readonly role?: string
  readonly teams?: readonly string[]
}

/** Makes a client as the command does, and gives its credentials and its post. */
export function clientOf({ db }: TestServer, { agency, post, role, teams = [] }: Placed) {
  return transaction(db.owner, client => makeClient(client, { agency, post, role, teams }, Date.parse('2018-01-01')))
}

/** Asks for a token. */
export async function askToken(
  { app }: TestServer,
  form: Record<string, string>,
  headers: Record<string, string> = {},
  remoteAddress = '127.0.0.1',
): Promise<Answered> {
  const answer = await app.inject({
    method: 'POST',
    url: '/api/token',
    remoteAddress,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams(form).toString(),
  })
  return answered(answer)
}

function answered(answer: { statusCode: number; body: string; headers: object }): Answered {
  const text = answer.body
  const isJson = text.startsWith('{')
  const body = isJson ? (JSON.parse(text) as Answered['body']) : {}
  return { status: answer.statusCode, body, text, headers: answer.headers as Record<string, string> }
}

/** A system with a token of its own. */
export async function systemOf(server: TestServer, placed: Placed) {
  const made = await clientOf(server, placed)
  const basic = `Basic ${Buffer.from(`${made.id}:${made.secret}`).toString('base64')}`
  const { body } = await askToken(server, { grant_type: 'client_credentials' }, { authorization: basic })
  const token = String(body['access_token'])
  const send = async (method: 'GET' | 'POST' | 'DELETE', url: string, payload?: unknown, headers: object = {}) =>
    answered(
      await server.app.inject({
        method,
        url,
        headers: {
          authorization: `Bearer ${token}`,
          ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(payload === undefined ? {} : { payload: typeof payload === 'string' ? payload : JSON.stringify(payload) }),
      }),
    )
  return {
    ...made,
    token,
    get: (url: string) => send('GET', url),
    /** Sends something under a key: a new one unless given. */
    record: (url: string, payload: unknown, key: string = newId(), headers: object = {}) =>
      send('POST', url, payload, { 'idempotency-key': key, ...headers }),
    send,
  }
}

export type System = Awaited<ReturnType<typeof systemOf>>
