/** For tests of the pages on which something is recorded: a server with the whole guidance, cases, and what a page must be. */
import { expect } from 'vitest'
import type { Recording } from '../src/ledger/command.ts'
import { newReference } from '../src/people/establishment.ts'
import { newId } from '../src/platform/identifier.ts'
import { kindOfCase } from '../src/procedures/case-kinds.ts'
import { guidance } from '../src/procedures/index.ts'
import { type TestServer, testServer } from './test-server.ts'
import type { Visitor } from './visitor.ts'

/** Tuesday 14 April 2026, ten in the morning in London. */
const now = Date.parse('2026-04-14T09:00:00Z')

/** A day that is known exactly. */
export const on = (day: string) => ({ from: day, to: day, certainty: 'day', at: null }) as const

/** A day as a form sends it. */
export const date = (day: string, name = 'happened') => {
  const [yyyy = '', mm = '', dd = ''] = day.split('-')
  return { [`${name}-day`]: dd, [`${name}-month`]: mm, [`${name}-year`]: yyyy }
}

interface Row {
  readonly kind: string
  readonly act: string
  readonly number: number
  readonly about: string | null
  readonly occasion: string | null
  readonly data: Record<string, unknown>
}

/** The server and what is done with it again and again. */
export async function given(env: Record<string, string> = {}) {
  const server: TestServer = await testServer({ guidance, env })
  server.clock.instant = now
  const signedIn = async (name: string): Promise<Visitor> => {
    const visitor = server.visitor()
    await visitor.signIn(name)
    await visitor.get('/drafts')
    return visitor
  }
  /** A case of the East team for Aria. */
  const newCase = async (surname = 'Fenwick') => {
    const id = newId()
    const reference = newReference()
    const said = (kind: string, day: string, more: Partial<Recording> = {}): Recording => ({
      act: 'record',
      caseId: id,
      kind,
      happened: on(day),
      data: {},
      narrative: {},
      ...more,
    })
    await server.record('eastWorker', {
      opens: [{ id, kind: 'child', reference, teamId: server.borough.teams.east }],
      acts: [said('child-named', '2026-03-01', { narrative: { forenames: 'Aria', surname } })],
    })
    const fact = async (kind: string, day: string, more?: Partial<Recording>) => {
      const { ids } = await server.record('eastWorker', { acts: [said(kind, day, more)] })
      return ids[0] as string
    }
    return { id, reference, fact, address: `/case/${reference}/record` }
  }
  /** A case of any kind of the East team, named Fenwick: its forms' address. */
  const openAny = async (kind: string) => {
    const id = newId()
    const reference = newReference()
    const { namedBy } = kindOfCase(kind)
    await server.record('eastWorker', {
      by: { postId: null, agencyId: server.borough.agencies.authority },
      opens: [{ id, kind, reference, teamId: server.borough.teams.east }],
      acts: [
        {
          act: 'record',
          caseId: id,
          kind: namedBy.kind,
          happened: on('2026-03-01'),
          data: {},
          narrative: { surname: 'Fenwick', name: 'Fenwick' },
        },
      ],
    })
    return { id, reference, address: `/case/${reference}/record` }
  }
  const factsOf = async (caseId: string) =>
    (
      await server.db.owner.query<Row>(
        'select kind, act, number, about, occasion, data from fact where case_id = $1 order by number',
        [caseId],
      )
    ).rows
  return { server, signedIn, newCase, openAny, factsOf }
}

/** Every control of a page has a label or a legend, no id comes twice, and every error and hint leads somewhere. */
export function expectAccessible(html: string) {
  const all = (pattern: RegExp) => [...html.matchAll(pattern)].map(match => match[1] ?? '')
  const ids = all(/\sid="([^"]+)"/g)
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
  const labelled = new Set(all(/<label[^>]*\sfor="([^"]+)"/g))
  for (const target of labelled) expect(ids).toContain(target)
  for (const targets of all(/aria-describedby="([^"]+)"/g))
    for (const target of targets.split(' ')) expect(ids).toContain(target)
  for (const target of all(/href="#([^"]+)"/g)) expect(ids).toContain(target)
  const controls = all(/<((?:input|select|textarea)\s[^>]*)>/g).filter(tag => !tag.includes('type="hidden"'))
  for (const control of controls)
    expect([control, labelled.has(/\sid="([^"]+)"/.exec(control)?.[1] ?? '')]).toEqual([control, true])
  expect(all(/<(h1)\b/g)).toHaveLength(1)
  // Tokens and ids are any letters.
  expect(html.replaceAll(/value="[\w-]{20,}"/g, '')).not.toMatch(/\sstyle=|undefined|NaN|\[object/)
}
