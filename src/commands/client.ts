/**
 * `goldthread client --agency NAME --post TITLE`: lets a system of an agency use the API, in a post of its own. Prints its id
 * and its secret, once.
 */
import type { PoolClient } from 'pg'
import { addClient, addSystemPost, findPosts, revokeClient } from '../access/clients.ts'
import { isRole, type Role, roles } from '../access/policy.ts'
import { now } from '../platform/clock.ts'
import { isId } from '../platform/identifier.ts'
import { transaction } from '../platform/transaction.ts'
import { readArgs, withDatabase } from './open.ts'

const usage = 'client --agency NAME --post TITLE [--role ROLE] [--team NAME …] [--json], or client --revoke ID'

const options = {
  agency: { type: 'string' },
  post: { type: 'string' },
  role: { type: 'string' },
  team: { type: 'string', multiple: true },
  revoke: { type: 'string' },
  json: { type: 'boolean' },
} as const

interface Asked {
  readonly agency: string
  readonly post: string
  readonly role: string | undefined
  readonly teams: readonly string[]
}

export async function run(args: string[]): Promise<number> {
  const { values } = readArgs(args, options, usage)
  const { agency, post, role, team: teams = [], revoke } = values
  if (revoke !== undefined) return end(revoke, values.json)
  if (!agency || !post) throw new Error(`Say which agency and which post. Usage: goldthread ${usage}`)
  const made = await withDatabase(db =>
    transaction(db.owner, client => makeClient(client, { agency, post, role, teams }, now().instant)),
  )
  process.stdout.write(
    values.json
      ? `${JSON.stringify(made)}\n`
      : `${post}, ${agency}, can use the API.\n\n  client id      ${made.id}\n  client secret  ${made.secret}\n\nThe secret is shown this once. Ask for a token at /api/token; /api/openapi.json says the rest.\n`,
  )
  return 0
}

async function end(id: string, json: boolean | undefined): Promise<number> {
  const name = await withDatabase(db =>
    transaction(db.owner, async client => (isId(id) ? revokeClient(client, id, now().instant) : undefined)),
  )
  if (name === undefined) throw new Error('There is no client with that id, or it was revoked before.')
  process.stdout.write(json ? `${JSON.stringify({ id, revoked: true })}\n` : `${name} can no longer use the API.\n`)
  return 0
}

/**
 * Makes a client in the post with that title that a system of the agency holds, or in a new one.
 * @throws Error in a plain sentence that says what there is
 */
export async function makeClient(client: PoolClient, { agency, post, role, teams }: Asked, at: number) {
  const agencyId = await findAgency(client, agency)
  const posts = await findPosts(client, agencyId, post)
  if (posts.some(one => !one.isSystem))
    throw new Error(
      `A person is ${post} there. A system needs a post of its own, so that the record says who wrote what.`,
    )
  const existing = posts[0]
  if (existing && (role !== undefined || teams.length > 0))
    throw new Error(`${post} is there already, with its role and teams. Leave --role and --team out.`)
  const postId =
    existing?.id ??
    (await addSystemPost(client, { agencyId, title: post, ...(await placeOf(client, agencyId, role, teams)) }, at))
  return { ...(await addClient(client, postId, `${post}, ${agency}`, at)), postId }
}

async function findAgency(client: PoolClient, name: string): Promise<string> {
  const { rows } = await client.query<{ id: string }>('select id from agency where name = $1 or id::text = $1', [name])
  if (rows.length === 0) throw new Error(`There is no agency called ${name}.`)
  if (rows.length > 1) throw new Error(`Several agencies are called ${name}. Give the id of the one you mean.`)
  return rows[0]?.id ?? ''
}

/** In which areas the post stands, with which role, and in which teams and standing groups. */
async function placeOf(client: PoolClient, agencyId: string, role: string | undefined, teams: readonly string[]) {
  if (role === undefined || !isRole(role))
    throw new Error(`Say with --role what the system may do: ${Object.keys(roles).join(', ')}.`)
  const { rows: areas } = await client.query<{ area_id: string }>(
    'select area_id from area_agency where agency_id = $1',
    [agencyId],
  )
  const { rows: holders } = await client.query<{ id: string; name: string }>(
    'select id, name from holder where agency_id = $1 order by name',
    [agencyId],
  )
  const strange = teams.find(team => !holders.some(({ name }) => name === team))
  if (teams.length === 0 || strange !== undefined)
    throw new Error(
      `Say with --team in which teams and groups the system is: ${holders.map(({ name }) => name).join(', ') || 'the agency has none yet'}.`,
    )
  return {
    role: role satisfies Role,
    areaIds: areas.map(({ area_id }) => area_id),
    holderIds: holders.filter(({ name }) => teams.includes(name)).map(({ id }) => id),
  }
}
