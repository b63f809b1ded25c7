/** The store of objects in which files can be kept beside the database: a bucket that speaks the protocol of S3, addressed by path. */
import { createHash } from 'node:crypto'
import { AwsV4Signer } from 'aws4fetch'
import type { StoreSettings } from './config.ts'

/** Keeps bytes by keys. Each function throws a `StoreFault` where the store does not do as asked. */
export interface ObjectStore {
  /** Keeps an object; it is kept when this returns. */
  put(key: string, bytes: Uint8Array): Promise<void>
  /** The first `most` bytes of an object; nothing where there is none. */
  get(key: string, most: number): Promise<Buffer | undefined>
  /** Removes an object; one that is not there is removed. @returns whether the store says that it kept a version of it */
  remove(key: string): Promise<{ readonly isKept: boolean }>
}

/** The store refused, or did not answer. Holds no address and no key: its code goes into the log. */
export class StoreFault extends Error {
  override readonly name = 'StoreFault'
  readonly code: string
  constructor(code: string) {
    super(`The store of files did not do as asked (${code}).`)
    this.code = code
  }
}

/** For one object, sent or fetched whole, in milliseconds. */
const patience = 30_000

/**
 * A store at an address.
 * @param longest how long one object may take, in milliseconds
 */
export function objectStore(settings: StoreSettings, longest = patience): ObjectStore {
  /** The answer where there is an object to speak of; nothing where there is none. */
  const ask = async <T>(
    method: 'PUT' | 'GET' | 'DELETE',
    key: string,
    read: (answer: Response) => T | Promise<T>,
    body: Uint8Array = new Uint8Array(),
  ): Promise<T | undefined> => {
    try {
      const signed = await sign(settings, method, key, body)
      const answer = await fetch(signed.url, {
        method,
        headers: signed.headers,
        redirect: 'error',
        signal: AbortSignal.timeout(longest),
        ...(method === 'PUT' && { body: new Uint8Array(body) }),
      })
      if (answer.ok) return await read(answer)
      const says = await answer.text()
      // The same status says that there is no such bucket.
      if (answer.status === 404 && says.includes('<Code>NoSuchKey</Code>')) return undefined
      throw new StoreFault(`HTTP ${answer.status}`)
    } catch (error) {
      throw error instanceof StoreFault ? error : new StoreFault(codeOf(error))
    }
  }
  return {
    put: async (key, bytes) => {
      if ((await ask('PUT', key, () => true, bytes)) === undefined) throw new StoreFault('HTTP 404')
    },
    get: (key, most) => ask('GET', key, answer => firstOf(answer, most)),
    remove: async key => {
      const isKept = await ask('DELETE', key, ({ headers }) => headers.get('x-amz-delete-marker') === 'true')
      return { isKept: isKept ?? false }
    },
  }
}

/** What is sent is signed with its content: altered on the way, it is refused. */
function sign({ address, ...credentials }: StoreSettings, method: string, key: string, body: Uint8Array) {
  const headers = { 'x-amz-content-sha256': createHash('sha256').update(body).digest('hex') }
  return new AwsV4Signer({ method, url: `${address}/${key}`, headers, service: 's3', ...credentials }).sign()
}

async function firstOf({ body }: Response, most: number): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let length = 0
  // Leaving early ends the answer.
  for await (const chunk of body ?? []) {
    chunks.push(chunk)
    length += chunk.length
    if (length >= most) break
  }
  return Buffer.concat(chunks).subarray(0, most)
}

/** What went wrong, in a word: a code of the network, or the kind of error. */
function codeOf(error: unknown): string {
  const { name, code, cause } = error as Error & { code?: unknown; cause?: { code?: unknown } }
  if (name === 'TimeoutError') return name
  return ([cause?.code, code].find(one => typeof one === 'string') as string | undefined) ?? name
}
