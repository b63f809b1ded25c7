import { Validator } from '@seriousme/openapi-schema-validator'
import { beforeAll, expect, test } from 'vitest'
import { given } from '../../test/given-case.ts'
import { servedBy } from '../../test/served-by.ts'
import { guidance } from '../procedures/index.ts'
import { apiPrefix } from './routes.ts'

type Described = {
  readonly paths: Record<string, Record<string, { operationId: string; responses: Record<string, unknown> }>>
  readonly components: {
    schemas: Record<string, { properties: Record<string, Record<string, unknown>>; required: string[] }>
  }
}

let here: Awaited<ReturnType<typeof given>>
let described: Described
let text: string
beforeAll(async () => {
  here = await given()
  const answer = await here.server.app.inject({ method: 'GET', url: '/api/openapi.json' })
  text = answer.body
  described = JSON.parse(text) as Described
})

test('the description is valid OpenAPI 3.1', async () => {
  const validator = new Validator()
  const result = await validator.validate(JSON.parse(text) as Parameters<typeof validator.validate>[0])
  expect(result.errors ?? []).toEqual([])
  expect([result.valid, validator.version]).toEqual([true, '3.1'])
})

test('every reference in it leads somewhere, every operation has a name of its own and says what it answers', () => {
  const refs = [...text.matchAll(/"\$ref":"#\/([^"]+)"/g)].map(match => (match[1] ?? '').split('/'))
  expect(refs.length).toBeGreaterThan(50)
  for (const ref of refs) {
    const found = ref.reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], described)
    expect([ref.join('/'), typeof found]).toEqual([ref.join('/'), 'object'])
  }
  const operations = Object.values(described.paths).flatMap(path => Object.values(path))
  const names = operations.map(({ operationId }) => operationId)
  expect(new Set(names).size).toBe(names.length)
  for (const one of operations)
    expect([one.operationId, Object.keys(one.responses)]).toEqual([one.operationId, expect.arrayContaining(['200'])])
})

test('every route of the API that is served is described, and every one that is described is served', () => {
  const served = servedBy(here.server.app.printRoutes({ commonPrefix: false }))
    .filter(({ method, url }) => method !== 'HEAD' && url.startsWith(`${apiPrefix}/`))
    .map(({ method, url }) => `${method} ${url.replaceAll(/:(\w+)/g, '{$1}')}`)
  const told = Object.entries(described.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map(method => `${method.toUpperCase()} ${path}`),
  )
  expect(told.toSorted()).toEqual(served.toSorted())
  expect(told).toContain('POST /api/v1/cases/{reference}/facts')
})

test('each kind of fact is described from its definition, its codes, its labels and what must be said', () => {
  expect(Object.keys(described.components.schemas).filter(name => name.startsWith('Fact-'))).toHaveLength(
    [...guidance.kinds.values()].filter(({ byAct }) => !byAct).length,
  )
  const seen = described.components.schemas['Fact-child-seen']
  expect(seen?.required).toEqual(['kind', 'happened', 'data'])
  expect(seen?.properties['data']).toMatchObject({
    additionalProperties: false,
    required: ['alone'],
    properties: {
      alone: { type: 'boolean', title: 'Was the child seen alone?' },
      where: { type: 'string', enum: ['home', 'school', 'hospital', 'elsewhere', 'video'] },
    },
  })
})
