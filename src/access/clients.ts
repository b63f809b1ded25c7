/**
 * Systems of agencies: each acts in a post of its own, and proves who it is with a secret, then with a token that lasts for
 * minutes. Secrets and tokens are shown once; what is kept of them only recognises them.
 */
import { createHash, randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'
import { addPost, addPractitioner } from '../people/establishment.ts'
import { isId, newId } from '../platform/identifier.ts'
import type { Role } from './policy.ts'

/** How long a token lasts, in milliseconds. */
export const tokenLasts = 10 * 60_000

export interface Client {
  readonly id: string
  readonly postId: string
  readonly practitionerId: string
}

/** What is shown once. */
export interface Credentials {
  readonly id: string
  readonly secret: string
}

interface Stored {
  readonly id: string
  readonly secret_hash: string
}

/** The client with that secret, unless it was revoked; nobody otherwise, and found out in the same time. */
export async function findClientBySecret(door: Pool, id: string, secret: string): Promise<string | undefined> {
  const { rows } = await door.query<Stored>({
    name: 'client by id',
    text: 'select id, secret_hash from api_client where id = $1 and revoked_at is null',
    values: [isId(id) ? id : null],
  })
  const proof = rows[0]?.secret_hash ?? (await nobodysProof())
  return (await proves(secret, proof)) ? rows[0]?.id : undefined
}

/** Gives a client a token, and forgets tokens that have expired. Instants are milliseconds since 1970. */
export async function issueToken(door: Pool, clientId: string, at: number): Promise<string> {
  const token = `gt_${randomBytes(32).toString('base64url')}`
  await door.query('delete from api_token where expires_at <= $1', [new Date(at)])
  await door.query('insert into api_token (hash, client_id, expires_at) values ($1, $2, $3)', [
    hashOf(token),
    clientId,
    new Date(at + tokenLasts),
  ])
  return token
}

/** Whose token it is; nobody's where it has expired, was never issued, or its client was revoked since. */
export async function findClientByToken(door: Pool, token: string, at: number): Promise<Client | undefined> {
  const { rows } = await door.query<Client>({
    name: 'client by token',
    text: `select c.id, c.post_id as "postId", p.practitioner_id as "practitionerId"
           from api_token t join api_client c on c.id = t.client_id join post p on p.id = c.post_id
           where t.hash = $1 and t.expires_at > $2 and c.revoked_at is null`,
    values: [hashOf(token), new Date(at)],
  })
  return rows[0]
}

const hashOf = (token: string) => createHash('sha256').update(token).digest()

// Secrets, as they are kept --------------------------------------------------------------------------------------------

const cost = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 }

function stretch(secret: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(secret, salt, 32, options, (error, key) => (error ? reject(error) : resolve(key)))
  })
}

async function proofOf(secret: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await stretch(secret, salt, cost)
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join('$')
}

async function proves(secret: string, proof: string): Promise<boolean> {
  const [, N, r, p, salt = '', key = ''] = proof.split('$')
  const options = { N: Number(N), r: Number(r), p: Number(p), maxmem: cost.maxmem }
  const expected = Buffer.from(key, 'base64url')
  return timingSafeEqual(await stretch(secret, Buffer.from(salt, 'base64url'), options), expected)
}

let nobody: Promise<string> | undefined
const nobodysProof = () => (nobody ??= proofOf(randomBytes(32).toString('base64url')))

// Making and revoking, by an operator ------------------------------------------------------------------------------------

export interface SystemPost {
  readonly agencyId: string
  /** What the system is called at work; it stands beside everything it records. */
  readonly title: string
  readonly role: Role
  readonly areaIds: readonly string[]
  readonly holderIds: readonly string[]
}

/** Begins every name that signs nobody in. */
const systemPrefix = 'system '

/**
 * Makes a post that a system holds. Nobody can sign in as its holder: no provider gives anybody that subject.
 * @param at when it begins, in milliseconds since 1970
 * @returns the id of the post
 */
export async function addSystemPost(client: PoolClient, post: SystemPost, at: number): Promise<string> {
  const [id, practitionerId] = [newId(), newId()]
  await addPractitioner(client, { id: practitionerId, signIn: `${systemPrefix}${id}`, name: post.title })
  await client.query('update practitioner set subject = $2 where id = $1', [practitionerId, `${systemPrefix}${id}`])
  await addPost(client, { id, practitionerId, from: at, ...post })
  return id
}

/** The current posts of an agency with a title, and whether a system holds them. */
export async function findPosts(
  client: PoolClient,
  agencyId: string,
  title: string,
): Promise<{ id: string; isSystem: boolean }[]> {
  const { rows } = await client.query<{ id: string; isSystem: boolean }>(
    `select p.id, r.sign_in like $3 as "isSystem" from post p join practitioner r on r.id = p.practitioner_id
     where p.agency_id = $1 and p.title = $2 and p.from_at <= now() and (p.until_at is null or p.until_at > now())`,
    [agencyId, title, `${systemPrefix}%`],
  )
  return rows
}

/** Makes a client that acts in a post. @returns its id and its secret, which is kept nowhere */
export async function addClient(client: PoolClient, postId: string, name: string, at: number): Promise<Credentials> {
  const [id, secret] = [newId(), randomBytes(32).toString('base64url')]
  await client.query('insert into api_client (id, post_id, name, secret_hash, made_at) values ($1, $2, $3, $4, $5)', [
    id,
    postId,
    name,
    await proofOf(secret),
    new Date(at),
  ])
  return { id, secret }
}

/** Ends a client at once, its tokens with it. @returns its name; nothing where there is none that stands */
export async function revokeClient(client: PoolClient, id: string, at: number): Promise<string | undefined> {
  const { rows } = await client.query<{ name: string }>(
    'update api_client set revoked_at = $2 where id = $1 and revoked_at is null returning name',
    [id, new Date(at)],
  )
  return rows[0]?.name
}
