// Where the story's sign-in provider keeps its codes and tokens: in memory, until they expire. A restart forgets them.

import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider'

interface Stored {
  readonly payload: AdapterPayload
  readonly until: number
}

/** A fresh store, with one adapter for each kind of thing that the provider keeps. */
export function providerStore(): AdapterFactory {
  const all = new Map<string, Stored>()
  const alive = (key: string) => {
    const stored = all.get(key)
    if (stored && stored.until > Date.now()) return stored.payload
    all.delete(key)
    return undefined
  }
  const where = (test: (payload: AdapterPayload) => boolean) => [...all].filter(([, { payload }]) => test(payload))
  return kind => {
    const adapter: Adapter = {
      async upsert(id, payload, seconds) {
        for (const [key, { until }] of all) if (until <= Date.now()) all.delete(key)
        all.set(`${kind}:${id}`, { payload, until: Date.now() + (seconds || 3_600) * 1000 })
      },
      find: async id => alive(`${kind}:${id}`),
      findByUid: async uid =>
        where(payload => payload.uid === uid).find(([key]) => key.startsWith(`${kind}:`))?.[1].payload,
      findByUserCode: async () => undefined,
      async consume(id) {
        const payload = alive(`${kind}:${id}`)
        if (payload) payload.consumed = Math.floor(Date.now() / 1000)
      },
      async destroy(id) {
        all.delete(`${kind}:${id}`)
      },
      async revokeByGrantId(grantId) {
        for (const [key] of where(payload => payload.grantId === grantId)) all.delete(key)
      },
    }
    return adapter
  }
}
