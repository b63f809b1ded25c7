/** Somebody with a browser of their own, for tests over HTTP: keeps cookies, finds the token of a form, signs in as people do. */
import type { FastifyInstance } from 'fastify'
import { newId } from '../src/platform/identifier.ts'
import { storyPassword } from '../src/story/provider.ts'

export interface Reply {
  readonly status: number
  readonly body: string
  /** The same as it was sent: of a document. */
  readonly bytes: Uint8Array
  readonly headers: Readonly<Record<string, string>>
  /** Where it redirects to, without the origin. */
  readonly to: string
}

/** What may be sent besides the form itself. */
type Headers = Record<string, string>

/** A visitor of a server that does not listen. */
export function visitorOf(app: FastifyInstance, host: string, remoteAddress = '127.0.0.1') {
  const cookies = new Map<string, string>()
  let csrf = ''

  async function send(
    method: 'GET' | 'POST',
    url: string,
    headers: Headers = {},
    payload?: string | Buffer,
  ): Promise<Reply> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await app.inject({
      method,
      url,
      remoteAddress,
      headers: { host, cookie, accept: 'text/html', ...headers },
      ...(payload === undefined ? {} : { payload }),
    })
    for (const { name, value, expires } of answer.cookies) {
      if (value === '' || (expires && expires.getTime() < Date.now())) cookies.delete(name)
      else cookies.set(name, value)
    }
    csrf = /name="_csrf" value="([^"]+)"/.exec(answer.body)?.[1] ?? csrf
    const location = answer.headers.location ?? ''
    const to = location.startsWith('http') ? location.slice(new URL(location).origin.length) : location
    const { statusCode: status, body, rawPayload: bytes } = answer
    return { status, body, bytes, headers: answer.headers as Record<string, string>, to }
  }

  const visitor = {
    cookies,
    get: (url: string, headers?: Headers) => send('GET', url, headers),
    /** Sends a form with the token of the page seen last. A list of texts is sent as several fields. */
    post: (url: string, fields: Record<string, string | readonly string[]> = {}, headers: Headers = {}) => {
      const pairs = Object.entries({ _csrf: csrf, ...fields }).flatMap(([name, value]) =>
        [value].flat().map(one => [name, one] as [string, string]),
      )
      const form = { 'content-type': 'application/x-www-form-urlencoded', ...headers }
      return send('POST', url, form, new URLSearchParams(pairs).toString())
    },
    /** Sends a form that asks for words, as `Form` makes it. */
    write: (url: string, fields: Record<string, string | readonly string[]>, submission = newId()) =>
      visitor.post(url, { _submission: submission, _version: '0', _form: url, _title: 'A form', ...fields }),
    /** Sends a form with a file, its fields first, as browsers do. */
    upload: (url: string, fields: Record<string, string>, name: string, contents: string | Uint8Array) => {
      const mark = 'a-mark-between-parts'
      const parts = Object.entries(fields).map(
        ([field, value]) => `--${mark}\r\ncontent-disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`,
      )
      const file = `--${mark}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`
      return send(
        'POST',
        url,
        { 'content-type': `multipart/form-data; boundary=${mark}` },
        Buffer.concat([
          Buffer.from(`${parts.join('')}${file}`),
          Buffer.from(contents),
          Buffer.from(`\r\n--${mark}--\r\n`),
        ]),
      )
    },
    /** Follows redirects to the first page. */
    async follow(reply: Reply): Promise<Reply> {
      let last = reply
      for (let hops = 0; last.to; hops++) {
        if (hops === 12) throw new Error(`Redirected in circles, lastly to ${last.to}.`)
        last = await visitor.get(last.to)
      }
      return last
    },
    /** Signs in through the provider of the story. @returns where it leads, not followed */
    async signIn(name: string, password = storyPassword, to = '/'): Promise<Reply> {
      let reply = await visitor.get(`/sign-in/begin?to=${encodeURIComponent(to)}`)
      while (reply.to && !reply.to.startsWith('/story-sign-in/form/')) reply = await visitor.get(reply.to)
      const form = reply.to
      await visitor.get(form)
      reply = await visitor.post(form, { name, password })
      while (reply.to.startsWith('/story-sign-in/') || reply.to.startsWith('/sign-in/back'))
        reply = await visitor.get(reply.to)
      return reply
    },
  }
  return visitor
}

export type Visitor = ReturnType<typeof visitorOf>
