// Signing in at an OpenID Connect provider: authorization code with PKCE, state and nonce.

import * as client from 'openid-client'

/** What must be remembered, in the session, between leaving for the provider and coming back. */
export interface Pending {
  readonly verifier: string
  readonly state: string
  readonly nonce: string
  /** The page that was asked for before sign-in. */
  readonly to: string
}

export interface SignedInAt {
  /** The provider that says so. */
  readonly issuer: string
  /** Who it is, as that provider names them for ever. */
  readonly subject: string
  /** The name with which they sign in there, asked for only when needed. */
  readonly findName: () => Promise<string | undefined>
}

export interface OpenId {
  /** Present in story mode: the provider in this process, which asks for a name and a password. */
  readonly story: StoryDoor | undefined
  begin(to: string): Promise<{ readonly address: string; readonly pending: Pending }>
  /** @throws where the answer is not one to this question, or the provider refuses */
  finish(query: string, pending: Pending): Promise<SignedInAt>
}

export interface StoryDoor {
  isUnderWay(uid: string): Promise<boolean>
  /** @returns where to go on; nothing where the sign-in is no longer under way */
  finish(uid: string, practitioner: { readonly id: string }): Promise<string | undefined>
}

export interface OpenIdSettings {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Where the provider sends people back to. */
  readonly back: string
  /** Only in story mode: the provider in this process, and the way to call it. */
  readonly story?: StoryDoor & { readonly fetch: client.CustomFetch }
}

/** Prepares signing in. The provider is first asked for its metadata when somebody signs in, and again if that failed. */
export function openId({ issuer, clientId, clientSecret, back, story }: OpenIdSettings): OpenId {
  let discovered: Promise<client.Configuration> | undefined
  const discover = () => {
    discovered ??= client
      .discovery(
        new URL(issuer),
        clientId,
        clientSecret,
        undefined,
        story ? { execute: [client.allowInsecureRequests], [client.customFetch]: story.fetch } : {},
      )
      .catch((error: unknown) => {
        discovered = undefined
        throw error
      })
    return discovered
  }
  return {
    story,
    async begin(to) {
      const provider = await discover()
      const pending = {
        verifier: client.randomPKCECodeVerifier(),
        state: client.randomState(),
        nonce: client.randomNonce(),
        to,
      }
      const address = client.buildAuthorizationUrl(provider, {
        redirect_uri: back,
        scope: 'openid profile',
        code_challenge: await client.calculatePKCECodeChallenge(pending.verifier),
        code_challenge_method: 'S256',
        state: pending.state,
        nonce: pending.nonce,
        // The story is for trying several people from one browser: always ask who it is.
        ...(story ? { prompt: 'login' } : {}),
      })
      return { address: address.href, pending }
    },
    async finish(query, pending) {
      const provider = await discover()
      const tokens = await client.authorizationCodeGrant(provider, new URL(`${back}?${query}`), {
        pkceCodeVerifier: pending.verifier,
        expectedState: pending.state,
        expectedNonce: pending.nonce,
        idTokenExpected: true,
      })
      const claims = tokens.claims()
      if (!claims) throw new Error('The provider sent no identity.')
      const findName = async () => {
        const known = claims['preferred_username']
        if (typeof known === 'string') return known
        const info = await client.fetchUserInfo(provider, tokens.access_token, claims.sub)
        return info.preferred_username
      }
      // The story's provider is this server, whatever address it has today.
      return { issuer: story ? 'story' : claims.iss, subject: claims.sub, findName }
    },
  }
}
