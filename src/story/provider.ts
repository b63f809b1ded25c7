// The story's own OpenID Connect provider, in this process, under /story-sign-in: so that the way in is the same as in
// production. Everybody in it is invented, its password is known to all, and a production server refuses to start with it.

import { generateKeyPairSync, randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Pool } from 'pg'
import { providerStore } from './provider-store.ts'

export const storyPath = '/story-sign-in'
/** The password of everyone in the story: printed at start, and no secret. */
export const storyPassword = 'every-thread-counts'

export interface StoryProvider {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Answers a request below its path, whose body was not read yet. */
  handle(request: IncomingMessage & { originalUrl?: string }, response: ServerResponse): Promise<void>
  isUnderWay(uid: string): Promise<boolean>
  finish(uid: string, practitioner: { readonly id: string }): Promise<string | undefined>
}

/**
 * Makes the provider.
 * @param publicUrl the address of this server as browsers see it
 * @param back where the provider sends people back to
 * @param refusal the page shown when a sign-in cannot go on
 */
export async function storyProvider(
  door: Pool,
  publicUrl: string,
  back: string,
  refusal: string,
): Promise<StoryProvider> {
  const { Provider } = await import('oidc-provider')
  const clientId = 'goldthread'
  const clientSecret = randomBytes(24).toString('base64url')
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const provider = new Provider(`${publicUrl}${storyPath}`, {
    adapter: providerStore(),
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [back],
        response_types: ['code'],
        id_token_signed_response_alg: 'ES256',
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'ES256' }] },
    cookies: { keys: [randomBytes(24).toString('base64url')] },
    claims: { profile: ['name', 'preferred_username'] },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    interactions: { url: (_, interaction) => `${storyPath}/form/${interaction.uid}` },
    pkce: { required: () => true },
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 1800, Session: 1800 },
    findAccount: async (_, id) => ({ accountId: id, claims: async () => ({ sub: id, ...(await claimsOf(door, id)) }) }),
    loadExistingGrant: async context => {
      const grant = new provider.Grant({ clientId, accountId: context.oidc.session?.accountId ?? '' })
      grant.addOIDCScope('openid profile')
      await grant.save()
      return grant
    },
    renderError: context => {
      context.type = 'html'
      context.body = refusal
    },
  })
  const answer = provider.callback()
  return {
    issuer: provider.issuer,
    clientId,
    clientSecret,
    handle: async (request, response) => {
      request.originalUrl = request.url ?? ''
      request.url = request.originalUrl.slice(storyPath.length) || '/'
      await answer(request, response)
    },
    isUnderWay: async uid => Boolean(await provider.Interaction.find(uid)),
    finish: async (uid, practitioner) => {
      const interaction = await provider.Interaction.find(uid)
      if (!interaction) return undefined
      interaction.result = { login: { accountId: practitioner.id, remember: false } }
      await interaction.save(interaction.exp - Math.floor(Date.now() / 1000))
      return interaction.returnTo
    },
  }
}

async function claimsOf(door: Pool, id: string): Promise<{ name?: string; preferred_username?: string }> {
  const { rows } = await door.query<{ name: string; sign_in: string }>(
    'select name, sign_in from practitioner where id = $1',
    [id],
  )
  return rows[0] ? { name: rows[0].name, preferred_username: rows[0].sign_in } : {}
}

/** Who can sign in, to be printed at start: one for each role, by name. */
export async function storyPeople(
  door: Pool,
): Promise<{ name: string; title: string; agency: string; signIn: string }[]> {
  const { rows } = await door.query<{ name: string; title: string; agency: string; signIn: string }>(`
    select name, title, agency, "signIn" from (
      select distinct on (p.role, a.kind) p.role, r.name, p.title, a.name as agency, r.sign_in as "signIn"
      from post p join practitioner r on r.id = p.practitioner_id join agency a on a.id = p.agency_id
      where p.from_at <= now() and (p.until_at is null or p.until_at > now())
        and not exists (select from api_client c where c.post_id = p.id)
      order by p.role, a.kind, p.id
    ) as one order by agency, title`)
  return rows
}
