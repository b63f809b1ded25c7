import { beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/fresh-database.ts'
import { testServer } from '../../../test/test-server.ts'
import { addPost, addPractitioner } from '../../people/establishment.ts'
import { readConfig } from '../../platform/config.ts'
import { transaction } from '../../platform/database.ts'
import { newId } from '../../platform/identifier.ts'
import { createLog } from '../../platform/log.ts'
import { buildServer } from '../../server.ts'
import { storyPassword } from '../../story/provider.ts'
import { recognise } from './recognise.ts'

let server: Awaited<ReturnType<typeof testServer>>
beforeAll(async () => {
  server = await testServer()
})

describe('signing in', () => {
  test('a practitioner signs in at the provider and comes back to the page that was asked for', async () => {
    const visitor = server.visitor()
    const asked = await visitor.get('/drafts')
    expect(asked.to).toBe('/sign-in?to=%2Fdrafts')
    expect((await visitor.get(asked.to)).body).toContain('/sign-in/begin?to=%2Fdrafts')
    expect((await visitor.signIn('manager', undefined, '/drafts')).to).toBe('/drafts')
    const { status, body } = await visitor.get('/drafts')
    expect(status).toBe(200)
    expect(body).toContain('Ruth Calloway')
    expect(body).toContain('Team manager, East team')
  })

  test('it works over the network, with redirects and cookies as a browser keeps them', async () => {
    const { app } = server
    const origin = await app.listen({ port: 0, host: '127.0.0.1' })
    const cookies = new Map<string, string>()
    const ask = async (address: string, form?: Record<string, string>) => {
      const { pathname, search } = new URL(address, 'http://localhost')
      const answer = await fetch(`${origin}${pathname}${search}`, {
        redirect: 'manual',
        headers: { cookie: [...cookies].map(pair => pair.join('=')).join('; ') },
        ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
      })
      for (const line of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
        cookies.set(name, value)
      }
      return { to: answer.headers.get('location') ?? '', body: await answer.text() }
    }
    let step = await ask('/sign-in/begin')
    while (!step.to.includes('/form/')) step = await ask(step.to)
    const form = step.to
    const { body } = await ask(form)
    const token = /name="_csrf" value="([^"]+)"/.exec(body)?.[1] ?? ''
    step = await ask(form, { _csrf: token, name: 'teacher', password: storyPassword })
    while (step.to !== '/') step = await ask(step.to)
    expect((await ask('/post')).body).toContain('Gwen Abara')
  })

  test('the first sign-in keeps who it is at the provider, and a name bound to somebody else finds nobody', async () => {
    const { db, borough } = server
    await server.visitor().signIn('police')
    const { practitioner } = borough.people.police
    const { rows } = await db.owner.query('select subject from practitioner where id = $1', [practitioner])
    expect(rows[0].subject).toBe(practitioner)
    await db.owner.query(`update practitioner set subject = 'another person' where id = $1`, [practitioner])
    const refused = await server.visitor().signIn('police')
    expect(refused.status).toBe(403)
    expect(refused.body).toContain('This name belongs to another account')
    expect(refused.body).toContain('you are not signed in')
    expect((await server.visitor().get('/drafts')).to).toContain('/sign-in')
  })

  test('somebody without a post is told whom to ask', async () => {
    await transaction(server.db.recorder, client =>
      addPractitioner(client, { id: newId(), signIn: 'leaver', name: 'Lee Verger' }),
    )
    const { status, body } = await server.visitor().signIn('leaver')
    expect(status).toBe(403)
    expect(body).toContain('have no post in Goldthread')
    expect(body).toContain('Ask your manager')
  })

  test('a wrong password shows the form again and lists nobody', async () => {
    const visitor = server.visitor()
    const { status, body } = await visitor.signIn('manager', 'guess')
    expect(status).toBe(422)
    expect(body).toContain('There is a problem')
    expect(body).not.toContain('Ruth Calloway')
    expect((await visitor.get('/drafts')).to).toContain('/sign-in')
  })

  test('an answer that belongs to no question, or to another one, signs nobody in', async () => {
    const visitor = server.visitor()
    expect((await visitor.get('/sign-in/back?code=x&state=y')).status).toBe(400)
    await visitor.get('/sign-in/begin')
    const forged = await visitor.get('/sign-in/back?code=x&state=y')
    expect(forged.status).toBe(400)
    expect(forged.body).toContain('Try again')
  })

  test('after signing in one never leaves for another site', async () => {
    expect((await server.visitor().signIn('manager', undefined, 'https://elsewhere.example')).to).toBe('/')
    expect((await server.visitor().signIn('manager', undefined, '//elsewhere.example')).to).toBe('/')
  })
})

test('who comes by another name of this machine is led to the address that the provider knows', async () => {
  const { headers } = await server.app.inject({ url: '/sign-in?to=%2Fdue', headers: { host: '127.0.0.1' } })
  expect(headers.location).toBe('http://localhost/sign-in?to=%2Fdue')
})

describe('who somebody is, by the account at the provider', () => {
  const at = (issuer: string, subject: string, name?: string) => ({ issuer, subject, findName: async () => name })
  const city = 'https://accounts.city.example'

  test('the first sign-in of a known name binds its account; from then on the account counts, whatever it is called', async () => {
    const { db, borough } = await testServer()
    const { practitioner: id } = borough.people.manager
    const { practitioner: other } = borough.people.chair
    expect(await recognise(db.door, at(city, 's-1', 'manager'))).toEqual({ id, name: 'manager', isAnothers: false })
    expect(await recognise(db.door, at(city, 's-1', 'ruth.c'))).toMatchObject({ id })
    // Called as the chair is called here: still the manager, and the chair's name stays free for the chair.
    expect(await recognise(db.door, at(city, 's-1', 'chair'))).toMatchObject({ id })
    expect(await recognise(db.door, at(city, 's-2', 'chair'))).toMatchObject({ id: other })
  })

  test('another account with a bound name is refused, also where another provider calls it the same', async () => {
    const { db, borough } = await testServer()
    const { practitioner: id } = borough.people.manager
    await recognise(db.door, at(city, 's-1', 'manager'))
    const refused = { id: undefined, name: 'manager', isAnothers: true }
    expect(await recognise(db.door, at(city, 's-9', 'manager'))).toEqual(refused)
    expect(await recognise(db.door, at('https://accounts.other.example', 's-1', 'manager'))).toEqual(refused)
    expect(await recognise(db.door, at('https://accounts.other.example', 's-1', 'chair'))).toMatchObject({
      id: borough.people.chair.practitioner,
    })
    expect(await recognise(db.door, at(city, 's-1'))).toMatchObject({ id })
  })

  test('a name that nobody has here, or no name at all, finds nobody', async () => {
    const { db } = await testServer()
    expect(await recognise(db.door, at(city, 's-1', 'nobody'))).toEqual({
      id: undefined,
      name: 'nobody',
      isAnothers: false,
    })
    expect(await recognise(db.door, at(city, 's-1'))).toMatchObject({ id: undefined, isAnothers: false })
  })

  test('one who was bound before providers were told apart is given the provider at the next sign-in, no other account', async () => {
    const { db, borough } = await testServer()
    const { practitioner: id } = borough.people.manager
    await db.owner.query(`update practitioner set subject = 's-1' where id = $1`, [id])
    expect(await recognise(db.door, at(city, 's-2', 'manager'))).toMatchObject({ id: undefined, isAnothers: true })
    expect(await recognise(db.door, at(city, 's-1', 'manager'))).toMatchObject({ id })
    expect(await recognise(db.door, at('https://accounts.other.example', 's-1', 'manager'))).toMatchObject({
      isAnothers: true,
    })
  })

  test('the story’s people stay who they are when the server is started at another address', async () => {
    const { visitor, db } = await testServer()
    await visitor().signIn('manager')
    const { rows } = await db.owner.query(`select issuer from practitioner where sign_in = 'manager'`)
    expect(rows).toEqual([{ issuer: 'story' }])
  })
})

describe('too many attempts', () => {
  test('after ten that failed within a minute the next is refused, under that name and from that address', async () => {
    const { visitor } = await testServer()
    for (let attempt = 1; attempt <= 10; attempt++) {
      expect((await visitor().signIn('manager', `guess ${attempt}`)).status).toBe(422)
    }
    const refused = await visitor().signIn('teacher')
    expect(refused.status).toBe(429)
    const elsewhere = visitor('10.1.2.3')
    expect((await elsewhere.signIn('manager')).status).toBe(429)
    expect((await elsewhere.signIn('chair')).to).toBe('/')
    expect(refused.body).toContain('Wait a minute, then try again')
  })
})

describe('sessions', () => {
  test('the id changes at sign-in, and the database does not hold it', async () => {
    const visitor = server.visitor()
    await visitor.get('/sign-in/begin')
    const before = visitor.cookies.get('goldthread')
    await visitor.signIn('chair')
    const after = decodeURIComponent(visitor.cookies.get('goldthread') ?? '')
    expect(after).not.toBe(before)
    const [id] = after.split('.')
    const { rows } = await server.db.owner.query('select from session where id = $1 or data::text like $2', [
      id,
      `%${id}%`,
    ])
    expect(rows).toEqual([])
  })

  test('an hour without a visit ends it; a visit within the hour prolongs it, but not beyond twelve hours', async () => {
    const { visitor, clock } = await testServer()
    const busy = visitor()
    await busy.signIn('manager')
    clock.instant += 61 * 60_000
    expect((await busy.get('/drafts')).to).toContain('/sign-in')
    await busy.signIn('manager')
    for (let visits = 0; visits < 14; visits++) {
      clock.instant += 50 * 60_000
      expect((await busy.get('/drafts')).status, `after ${50 * (visits + 1)} minutes`).toBe(200)
    }
    clock.instant += 25 * 60_000
    expect((await busy.get('/drafts')).to).toContain('/sign-in')
  })

  test('a page that asks by itself keeps nobody signed in who went away', async () => {
    const { visitor, clock } = await testServer()
    const away = visitor()
    await away.signIn('manager')
    await away.get('/drafts')
    for (let minutes = 10; minutes <= 50; minutes += 10) {
      clock.instant += 10 * 60_000
      expect((await away.get('/drafts', { 'goldthread-unattended': 'yes' })).status).toBe(200)
    }
    clock.instant += 11 * 60_000
    expect((await away.get('/drafts')).to).toContain('/sign-in')
  })

  test('signing out ends it on the server, whoever kept the cookie', async () => {
    const visitor = server.visitor()
    await visitor.signIn('manager')
    const kept = visitor.cookies.get('goldthread') ?? ''
    await visitor.get('/drafts')
    expect((await visitor.post('/sign-out')).to).toBe('/sign-in?out=yes')
    visitor.cookies.set('goldthread', kept)
    expect((await visitor.get('/drafts')).to).toContain('/sign-in')
  })

  test('the cookie is out of reach of script and other sites, and in production bound to this host', async () => {
    const answer = await server.app.inject({ url: '/sign-in/begin', headers: { host: 'localhost' } })
    expect(answer.cookies[0]).toMatchObject({ name: 'goldthread', httpOnly: true, sameSite: 'Lax', path: '/' })
  })
})

describe('posts', () => {
  test('somebody with two posts chooses one, and may change it', async () => {
    const { db, borough } = server
    const second = newId()
    await transaction(db.recorder, client =>
      addPost(client, {
        id: second,
        practitionerId: borough.people.support.practitioner,
        agencyId: borough.agencies.school,
        role: 'safeguarding-lead',
        title: 'Deputy safeguarding lead',
        areaIds: [borough.area],
        holderIds: [],
        from: 0,
      }),
    )
    const visitor = server.visitor()
    await visitor.signIn('support')
    expect((await visitor.get('/')).to).toBe('/post')
    const choice = await visitor.get('/post')
    expect(choice.body).toContain('Deputy safeguarding lead')
    expect((await visitor.post('/post', { post: newId() })).status).toBe(422)
    expect((await visitor.post('/post', { post: second })).to).toBe('/')
    expect((await visitor.get('/drafts')).body).toContain('Deputy safeguarding lead')
  })

  test('a post that has ended opens nothing any more', async () => {
    const visitor = server.visitor()
    await visitor.signIn('westworker')
    await server.db.owner.query('update post set until_at = now() where id = $1', [
      server.borough.people.westWorker.post,
    ])
    expect((await visitor.get('/')).to).toBe('/post')
    const { status, body } = await visitor.get('/post')
    expect(status).toBe(403)
    expect(body).toContain('Ask your manager')
  })
})

test('a production server refuses the provider of the story', async () => {
  const db = await freshDatabase()
  const config = readConfig({
    GOLDTHREAD_MODE: 'production',
    OIDC_ISSUER: 'https://accounts.example',
    OIDC_CLIENT_ID: 'goldthread',
    OIDC_CLIENT_SECRET: 'secret',
    PUBLIC_URL: 'https://goldthread.example',
    SESSION_KEY: 'k'.repeat(40),
  })
  const settings = { db, ledger: server.ledger, log: createLog('silent') }
  await expect(buildServer({ ...settings, config: { ...config, signIn: undefined } })).rejects.toThrow(
    'not for production',
  )
  const app = await buildServer({ ...settings, config })
  expect((await app.inject('/story-sign-in/.well-known/openid-configuration')).statusCode).toBe(404)
  const { headers } = await app.inject('/sign-in')
  expect(headers['strict-transport-security']).toContain('max-age')
})
