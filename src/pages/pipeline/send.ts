// Sends what a page answered.

import type { FastifyReply } from 'fastify'
import type { Answer } from './page.ts'

/** Answers with a page, another address, data or a file. Nothing of it may be kept by anybody on the way. */
export function send(reply: FastifyReply, answer: Answer): FastifyReply {
  if ('redirect' in answer) return reply.redirect(answer.redirect, 303)
  if ('html' in answer)
    return reply
      .code(answer.status ?? 200)
      .type('text/html; charset=utf-8')
      .send(answer.html)
  if ('json' in answer) {
    const status = answer.status ?? 200
    const type = status < 400 ? 'application/json' : 'application/problem+json'
    return reply.code(status).type(type).send(JSON.stringify(answer.json))
  }
  const name = encodeURIComponent(answer.name).replaceAll("'", '%27')
  return (
    reply
      .header('content-disposition', `attachment; filename*=UTF-8''${name}`)
      // A browser that shows it all the same lets nothing in it run, load or be sent.
      .header('content-security-policy', "default-src 'none'; sandbox")
      .type(answer.type)
      .send(answer.file)
  )
}
