// Mounts the story's own sign-in provider into this server, and lets this server call it without a network.

import type { FastifyInstance } from 'fastify'
import type { CustomFetch } from 'openid-client'
import type { Database } from '../../platform/database.ts'
import { storyPath, storyProvider } from '../../story/provider.ts'
import type { OpenIdSettings } from '../sign-in/open-id.ts'
import { refusalPage } from './refusal.view.tsx'

/** Adds `/story-sign-in/*`. @returns what signing in with it needs */
export async function useStory(
  app: FastifyInstance,
  db: Database,
  publicUrl: string,
  back: string,
): Promise<Omit<OpenIdSettings, 'back'>> {
  const says = 'This sign-in took too long, or its window was opened twice. Begin again from the start page.'
  const refusal = refusalPage({ title: 'You are not signed in yet', says, isStory: true })
  const provider = await storyProvider(db.door, publicUrl, back, refusal)
  await app.register(async story => {
    // The provider reads what it is sent by itself.
    story.removeAllContentTypeParsers()
    story.addContentTypeParser('*', (_request, _payload, done) => done(null))
    story.all(`${storyPath}/*`, async (request, reply) => {
      reply.hijack()
      await provider.handle(request.raw, reply.raw)
    })
  })
  const { issuer, clientId, clientSecret } = provider
  return { issuer, clientId, clientSecret, story: { ...provider, fetch: callWithin(app) } }
}

/** Answers a call to ourselves from within: it works whatever address the server can be reached at. */
function callWithin(app: FastifyInstance): CustomFetch {
  return async (address, { method, headers, body }) => {
    const { host, pathname, search } = new URL(address)
    const answer = await app.inject({
      method: method as 'GET',
      url: `${pathname}${search}`,
      headers: { ...headers, host },
      ...(body === undefined ? {} : { payload: await new Response(body as BodyInit).text() }),
    })
    return new Response(answer.body, { status: answer.statusCode, headers: answer.headers as Record<string, string> })
  }
}
