/** The description of the API (OpenAPI 3.1), written from the list of operations and the definitions of facts. */
import { z } from 'zod'
import type { FactDefinition } from '../engine/fact.ts'
import type { Field } from '../engine/field.ts'
import { isData } from '../engine/field.ts'
import type { Guidance } from '../engine/guidance.ts'
import { schemaOf } from '../engine/schema.ts'
import type { Operation } from './operation.ts'
import { happenedBody } from './read-said.ts'
import { recordFact } from './record-fact.ts'

type Schema = Record<string, unknown>

const refusals = {
  400: 'It could not be read',
  401: 'No token, or one that has expired',
  403: 'Not in this post',
  404: 'There is nothing, or it is not yours to see',
  429: 'Too often',
} as const
const refusalsOfWriting = {
  409: 'Somebody else recorded first; names their entries',
  413: 'Too large',
  415: 'Not JSON',
  422: 'It cannot be recorded as it is, or the key came with something else before',
} as const

/** The whole description. @param server the address of this server */
export function openApi(guidance: Guidance, operations: readonly Operation[], server: string): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const one of operations) (paths[pathOf(one.url)] ??= {})[one.method.toLowerCase()] = describe(one, guidance)
  return {
    openapi: '3.1.0',
    info: {
      title: 'Goldthread',
      version: '1',
      description:
        'For systems of agencies that keep children safe. A system acts in a post of its agency: it sees and does what that post may, and each look is logged. Facts in, duties out: what is owed follows from what was recorded.',
    },
    servers: [{ url: server }],
    security: [{ clientCredentials: [] }],
    paths: { ...paths, ...ofTokens },
    components: {
      securitySchemes: {
        clientCredentials: {
          type: 'oauth2',
          flows: { clientCredentials: { tokenUrl: `${server}/api/token`, scopes: {} } },
        },
      },
      schemas: { Problem: problem, ...factSchemas(guidance) },
    },
  }
}

const pathOf = (url: string) => url.replaceAll(/:(\w+)/g, '{$1}')
const schema = (shape: z.ZodType, io: 'input' | 'output'): Schema => {
  const { $schema: _, ...rest } = z.toJSONSchema(shape, { io, unrepresentable: 'any' })
  return rest
}
const json = (content: Schema) => ({ 'application/json': { schema: content } })
const refused = (descriptions: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(descriptions).map(([status, description]) => [
      status,
      { description, content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
    ]),
  )

function describe({ method, url, does }: Operation, guidance: Guidance): object {
  const inPath = [...url.matchAll(/:(\w+)/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: name === 'reference' ? { type: 'string' } : { type: 'string', format: 'uuid' },
  }))
  const query = does.query ? schema(does.query, 'input') : {}
  const required = new Set((query['required'] as string[] | undefined) ?? [])
  const inQuery = Object.entries((query['properties'] ?? {}) as Record<string, Schema>).map(([name, one]) => ({
    name,
    in: 'query',
    required: required.has(name),
    schema: one,
  }))
  const key = {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    schema: { type: 'string', format: 'uuid' },
    description: 'Made for each thing that is recorded, and sent again with it if the answer was lost',
  }
  const content = json(schema(does.answers, 'output'))
  const success = does.once
    ? {
        201: { description: 'Recorded', content },
        200: { description: 'Recorded before, under the same key', headers: replayed, content },
      }
    : { 200: { description: 'As asked', content } }
  return {
    operationId: does.id,
    summary: does.summary,
    ...(does.detail ? { description: does.detail } : {}),
    parameters: [...inPath, ...inQuery, ...(does.once ? [key] : [])],
    ...(does.body ? { requestBody: { required: true, content: json(bodyOf(does, guidance)) } } : {}),
    responses: { ...success, ...refused(refusals), ...(method === 'POST' ? refused(refusalsOfWriting) : {}) },
  }
}

const replayed = { 'Idempotency-Replayed': { description: 'true', schema: { type: 'string' } } }

/** A fact is described kind by kind; everything else by its own schema. */
function bodyOf(does: Operation['does'], guidance: Guidance): Schema {
  const shape = does.body ? schema(does.body, 'input') : {}
  if (does !== recordFact) return shape
  const refs = recordable(guidance).map(({ kind }) => ({ $ref: `#/components/schemas/${nameOf(kind)}` }))
  return {
    ...shape,
    properties: { ...(shape['properties'] as Schema), kind: { type: 'string' }, data: {}, narrative: {}, happened: {} },
    anyOf: refs,
  }
}

/** The name of a kind among the schemas: `Fact-child-seen`. */
const nameOf = (kind: string) => `Fact-${kind}`

function recordable({ kinds }: Guidance): FactDefinition[] {
  return [...kinds.values()].filter(({ byAct }) => !byAct)
}

function factSchemas(guidance: Guidance): Record<string, Schema> {
  return Object.fromEntries(recordable(guidance).map(definition => [nameOf(definition.kind), factSchema(definition)]))
}

function factSchema(definition: FactDefinition): Schema {
  const whole = schema(schemaOf(definition), 'input')
  const properties = (whole['properties'] ?? {}) as Record<string, Schema>
  const required = (whole['required'] ?? []) as string[]
  const half = (wanted: boolean) => {
    const names = Object.entries(definition.fields).flatMap(([name, field]) => (isData(field) === wanted ? [name] : []))
    return {
      type: 'object',
      additionalProperties: false,
      properties: Object.fromEntries(
        names.map(name => [name, { ...properties[name], ...wordingOf(definition.fields[name] as Field) }]),
      ),
      required: names.filter(name => required.includes(name)),
    }
  }
  const [data, narrative] = [half(true), half(false)]
  const needed = [data.required.length > 0 ? 'data' : [], narrative.required.length > 0 ? 'narrative' : []].flat()
  return {
    title: definition.label,
    type: 'object',
    properties: {
      kind: { const: definition.kind },
      happened: { ...schema(happenedBody, 'input'), description: definition.happenedOn },
      data,
      narrative,
    },
    required: ['kind', 'happened', ...needed],
  }
}

function wordingOf(field: Field): Schema {
  const hint = field.hint ? { description: field.hint } : {}
  return { title: field.label, ...hint, ...(field.type === 'day' ? { format: 'date' } : {}) }
}

const text = { type: 'string' }
const problem: Schema = {
  type: 'object',
  properties: {
    type: text,
    title: text,
    status: { type: 'integer' },
    detail: text,
    errors: { type: 'array', items: { type: 'object', properties: { field: text, message: text } } },
    recorded: { type: 'array', items: { type: 'string', format: 'uuid' } },
  },
  required: ['type', 'title', 'status', 'detail'],
}

const tokenForm = {
  type: 'object',
  properties: { grant_type: { const: 'client_credentials' }, client_id: text, client_secret: text },
  required: ['grant_type'],
}
const tokenError = json({ type: 'object', properties: { error: text, error_description: text }, required: ['error'] })

/** What is answered without a token. */
const ofTokens = {
  '/api/token': {
    post: {
      operationId: 'getToken',
      summary: 'A token for ten minutes, for a client that proves who it is',
      description: 'Client credentials in the form or as HTTP Basic (RFC 6749, section 4.4).',
      security: [],
      requestBody: { required: true, content: { 'application/x-www-form-urlencoded': { schema: tokenForm } } },
      responses: {
        200: {
          description: 'The token',
          content: json({
            type: 'object',
            properties: { access_token: text, token_type: { const: 'Bearer' }, expires_in: { type: 'integer' } },
            required: ['access_token', 'token_type', 'expires_in'],
          }),
        },
        400: { description: 'Another grant than client credentials', content: tokenError },
        401: { description: 'Not a client that may ask', content: tokenError },
        429: { description: 'Ten attempts failed within a minute', content: tokenError },
      },
    },
  },
  '/api/openapi.json': {
    get: {
      operationId: 'getDescription',
      summary: 'This description',
      security: [],
      responses: { 200: { description: 'OpenAPI 3.1', content: json({ type: 'object' }) } },
    },
  },
}
