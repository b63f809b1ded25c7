import { beforeAll, describe, expect, test } from 'vitest'
import { given } from '../../test/given-case.ts'
import { askToken, clientOf, systemOf } from '../../test/system.ts'
import { revokeClient, tokenLasts } from '../access/clients.ts'
import { transaction } from '../platform/database.ts'

let here: Awaited<ReturnType<typeof given>>
beforeAll(async () => {
  here = await given()
})

const school = { agency: 'Linden Primary School', role: 'safeguarding-lead', teams: ['Safeguarding leads'] }
const grant = { grant_type: 'client_credentials' }
const inForm = ({ id, secret }: { id: string; secret: string }) => ({ ...grant, client_id: id, client_secret: secret })

describe('asking for a token', () => {
  test('a client proves who it is in the header or in the form, and gets a token for ten minutes', async () => {
    const made = await clientOf(here.server, { ...school, post: 'Register' })
    const authorization = `Basic ${Buffer.from(`${made.id}:${made.secret}`).toString('base64')}`
    for (const reply of [
      await askToken(here.server, inForm(made)),
      await askToken(here.server, grant, { authorization }),
    ]) {
      expect(reply.status).toBe(200)
      expect(reply.body).toEqual({ access_token: expect.stringMatching(/^gt_/), token_type: 'Bearer', expires_in: 600 })
      expect(reply.headers['cache-control']).toBe('no-store')
    }
    const { rows } = await here.server.db.owner.query<{ said: string }>(
      `select (select string_agg(c::text, ' ') from api_client c) || (select string_agg(t::text, ' ') from api_token t) as said`,
    )
    expect(rows[0]?.said).not.toContain(made.secret)
  })

  test('a wrong secret, a stranger, another grant: the errors that OAuth names', async () => {
    const made = await clientOf(here.server, { ...school, post: 'Second register' })
    const wrong = await askToken(here.server, inForm({ ...made, secret: 'x' }), {}, '10.0.0.1')
    expect([wrong.status, wrong.body['error']]).toEqual([401, 'invalid_client'])
    const stranger = await askToken(here.server, inForm({ ...made, id: 'nobody' }), {}, '10.0.0.1')
    expect(stranger.text).toBe(wrong.text)
    const other = await askToken(here.server, { ...inForm(made), grant_type: 'password' })
    expect([other.status, other.body['error']]).toEqual([400, 'unsupported_grant_type'])
  })

  test('after ten failures within a minute nobody is let in from there or by that name, with the right secret either', async () => {
    const made = await clientOf(here.server, { ...school, post: 'Third register' })
    for (let at = 0; at < 10; at++) {
      const failed = await askToken(here.server, inForm({ ...made, secret: 'guess' }), {}, `10.1.0.${at}`)
      expect(failed.status).toBe(401)
    }
    expect((await askToken(here.server, inForm(made), {}, '10.1.0.99')).status).toBe(429)
    const other = await clientOf(here.server, { ...school, post: 'Fourth register' })
    expect((await askToken(here.server, inForm(other), {}, '10.1.0.99')).status).toBe(200)
  })
})

describe('using a token', () => {
  test('none, a forged one, an expired one: 401 as problem, and how to get another', async () => {
    const system = await systemOf(here.server, { ...school, post: 'Fifth register' })
    expect((await system.get('/api/v1/duties')).status).toBe(200)
    for (const authorization of ['', 'Bearer gt_forged', `Basic ${system.token}`]) {
      const refused = await system.send('GET', '/api/v1/duties', undefined, { authorization })
      expect(refused.status).toBe(401)
      expect(refused.headers['content-type']).toContain('application/problem+json')
      expect(refused.headers['www-authenticate']).toMatch(/^Bearer/)
      expect(refused.body.detail).toContain('/api/token')
    }
    here.server.clock.instant += tokenLasts
    expect((await system.get('/api/v1/duties')).status).toBe(401)
    here.server.clock.instant -= tokenLasts
  })

  test('a revoked client is out at once, its tokens with it', async () => {
    const system = await systemOf(here.server, { ...school, post: 'Sixth register' })
    const name = await transaction(here.server.db.owner, client => revokeClient(client, system.id, Date.now()))
    expect(name).toBe('Sixth register, Linden Primary School')
    expect((await system.get('/api/v1/duties')).status).toBe(401)
    expect((await askToken(here.server, inForm(system), {}, '10.2.0.1')).status).toBe(401)
  })

  test('where the post has ended nothing is shown, and the answer says why', async () => {
    const system = await systemOf(here.server, { ...school, post: 'Seventh register' })
    await here.server.db.owner.query('update post set until_at = now() where id = $1', [system.postId])
    const refused = await system.get('/api/v1/cases')
    expect([refused.status, refused.body.detail]).toEqual([403, expect.stringContaining('has ended')])
  })
})

describe('the post of a system', () => {
  test('nobody signs in as a system', async () => {
    const { postId } = await clientOf(here.server, { ...school, post: 'Eighth register' })
    const { rows } = await here.server.db.owner.query<{ sign_in: string }>(
      'select r.sign_in from practitioner r join post p on p.practitioner_id = r.id where p.id = $1',
      [postId],
    )
    const visitor = here.server.visitor()
    const landed = await visitor.follow(await visitor.signIn(rows[0]?.sign_in ?? ''))
    expect((await visitor.get('/due')).to).toContain('/sign-in')
    expect(landed.body).not.toContain('Eighth register')
  })

  test('a second client may share the post of a system, and never that of a person', async () => {
    const first = await clientOf(here.server, { ...school, post: 'Ninth register' })
    const second = await clientOf(here.server, { agency: school.agency, post: 'Ninth register' })
    expect(second.postId).toBe(first.postId)
    expect(second.id).not.toBe(first.id)
    await expect(clientOf(here.server, { ...school, post: 'Designated safeguarding lead' })).rejects.toThrow(
      'A person is',
    )
  })

  test('what is missing is said with what there is', async () => {
    const asked = { agency: school.agency, post: 'Tenth register' }
    await expect(clientOf(here.server, { ...asked, agency: 'Nowhere' })).rejects.toThrow('no agency called Nowhere')
    await expect(clientOf(here.server, asked)).rejects.toThrow('--role')
    await expect(clientOf(here.server, { ...asked, role: 'safeguarding-lead' })).rejects.toThrow('Safeguarding leads')
  })
})
