/**
 * A store of objects for tests, as no kept one installs with npm alone: one bucket in memory, addressed by path, that answers PUT, GET and
 * DELETE as S3 does. Each request's signature is made anew by an implementation other than ours, and what differs is refused.
 */
import { createHash, createHmac, type Hash, type Hmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { SignatureV4 } from '@smithy/signature-v4'
import { whenDone } from './when-done.ts'

export type ObjectServer = Awaited<ReturnType<typeof objectServer>>

type Bytes = string | ArrayBuffer | ArrayBufferView

class Sha256 {
  readonly #hash: Hash | Hmac
  constructor(secret?: Bytes) {
    this.#hash = secret === undefined ? createHash('sha256') : createHmac('sha256', bufferOf(secret))
  }
  update(data: Bytes) {
    this.#hash.update(bufferOf(data))
  }
  async digest() {
    return new Uint8Array(this.#hash.digest())
  }
  reset() {}
}

function bufferOf(bytes: Bytes): Buffer {
  if (typeof bytes === 'string') return Buffer.from(bytes)
  return ArrayBuffer.isView(bytes) ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) : Buffer.from(bytes)
}

/** The server; closed when the test or the file ends. */
export async function objectServer() {
  const credentials = { accessKeyId: 'goldthread-tests', secretAccessKey: 'only/for+tests' }
  const region = 'eu-west-2'
  const objects = new Map<string, Buffer>()
  /** What a test does to it: whether it answers at all, with which status instead of its own, whether it keeps versions, what happens meanwhile. */
  const state = { isDown: false, status: 0, keepsVersions: false, meanwhile: async () => {} }
  const asked: string[] = []
  const signer = new SignatureV4({
    service: 's3',
    region,
    credentials,
    sha256: Sha256,
    uriEscapePath: false,
    applyChecksum: false,
  })

  const isSigned = async (request: IncomingMessage, body: Buffer) => {
    const { authorization = '', 'x-amz-content-sha256': hash, 'x-amz-date': date = '' } = request.headers
    if (hash !== createHash('sha256').update(body).digest('hex')) return false
    const signed = /SignedHeaders=([^,]+)/.exec(authorization)?.[1]?.split(';') ?? []
    if (!['host', 'x-amz-content-sha256', 'x-amz-date'].every(name => signed.includes(name))) return false
    const at = String(date).replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z')
    if (!(Math.abs(Date.parse(at) - Date.now()) < 15 * 60_000)) return false
    const headers = Object.fromEntries(signed.map(name => [name, String(request.headers[name])]))
    const { hostname, port, pathname } = new URL(request.url ?? '/', `http://${request.headers.host}`)
    const again = await signer.sign(
      {
        method: request.method ?? '',
        protocol: 'http:',
        hostname,
        port: Number(port),
        path: pathname,
        query: {},
        headers,
      },
      { signingDate: new Date(at) },
    )
    return again.headers['authorization'] === authorization
  }

  const refuse = (response: ServerResponse, status: number, code: string) =>
    response
      .writeHead(status, { 'content-type': 'application/xml' })
      .end(`<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code></Error>`)

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await buffer(request)
    asked.push(`${request.method} ${request.url}`)
    await state.meanwhile()
    if (state.isDown) return request.socket.destroy()
    if (state.status) return refuse(response, state.status, 'ServiceUnavailable')
    if (!(await isSigned(request, body))) return refuse(response, 403, 'SignatureDoesNotMatch')
    const [, bucket, key = ''] = request.url?.split('/') ?? []
    if (bucket !== 'files') return refuse(response, 404, 'NoSuchBucket')
    const object = objects.get(key)
    if (request.method === 'PUT') {
      objects.set(key, body)
      return response.writeHead(200).end()
    }
    if (request.method === 'DELETE') {
      objects.delete(key)
      return response.writeHead(204, state.keepsVersions ? { 'x-amz-delete-marker': 'true' } : {}).end()
    }
    return object ? response.writeHead(200).end(object) : refuse(response, 404, 'NoSuchKey')
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  whenDone(async () => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  })
  const host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    host,
    objects,
    state,
    /** The requests that arrived, as method and path. */
    asked,
    /** What a server of ours is set to, to keep files here. */
    env: {
      GOLDTHREAD_FILES_S3: `${host}/files`,
      S3_ACCESS_KEY_ID: credentials.accessKeyId,
      S3_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    },
  }
}
