/** What somebody wrote stays theirs when what it was about is closed to them meanwhile; and says nothing of what there is. */
import { beforeAll, expect, test } from 'vitest'
import { date, given, on } from '../../../test/given-case.ts'
import { givenSharedFile } from '../../../test/given-shared-file.ts'
import type { Reply } from '../../../test/visitor.ts'
import { recall } from '../../ledger/disclose.ts'
import { newReference } from '../../people/establishment.ts'
import { newId } from '../../platform/identifier.ts'

let here: Awaited<ReturnType<typeof given>>
beforeAll(async () => {
  here = await given()
})
const words = 'She told me so herself, and I wrote it down that evening.'

test('recalled while somebody writes: nothing is recorded, and their words are on the page and among their drafts', async () => {
  const { server } = here
  const { area, agencies, people } = server.borough
  const { base, ids, share, id } = await givenSharedFile(server, 'Quill')
  await share(ids.slice(0, 3), [agencies.police])
  const dev = await here.signedIn('police')
  const form = `${base}/fact/${ids[2]}/disagree`
  expect((await dev.get(form)).status).toBe(200)
  const { rows } = await server.db.owner.query<{ id: string }>(
    'select id from disclosure where case_id = $1 and to_agency_id = $2',
    [id, agencies.police],
  )
  await recall(server.ledger, {
    areaId: area,
    disclosureId: rows[0]?.id ?? '',
    by: { postId: people.teacher.post, agencyId: agencies.school },
    why: 'It was the wrong child.',
  })
  const sent = await dev.write(form, { disagreement: words })
  expect(sent.status).toBe(404)
  for (const says of [words, 'What you wrote is kept under', 'Nothing was recorded']) expect(sent.body).toContain(says)
  const { body } = await dev.get('/drafts')
  expect(body).toContain(words)
  expect((await here.signedIn('teacher').then(one => one.get('/drafts'))).body).not.toContain(words)
})

test('with words, a hidden case answers byte for byte as none does', async () => {
  const { reference } = await hiddenCase()
  const tom = await here.signedIn('westworker')
  await tom.get('/drafts')
  const submission = newId()
  const sent = (of: string) => tom.write(`/case/${of}/record/child-seen`, { whatWasSeen: words }, submission)
  const seen = ({ status, body, headers: { date: _date, ...rest } }: Reply) => ({ status, body, rest })
  const hidden = seen(await sent(reference))
  expect(hidden.body).toContain(words)
  for (const nothing of ['GT-0000000', 'no-reference']) expect(seen(await sent(nothing))).toEqual(hidden)
})

test('a post that ended while somebody wrote: the words are kept, and can be read without a post and with it again', async () => {
  const { server } = here
  const { practitioner } = server.borough.people.westWorker
  const { reference } = await hiddenCase()
  const tom = await here.signedIn('westworker')
  await tom.get('/drafts')
  const ends = (until: string) =>
    server.db.owner.query(`update post set until_at = ${until} where practitioner_id = $1`, [practitioner])
  await ends('now()')
  const last = 'My last words in this post.'
  const form = `/case/${reference}/record/child-seen`
  expect((await tom.write(form, { whatWasSeen: last })).to).toBe('/drafts')
  const alone = await tom.get('/drafts')
  expect([alone.status, alone.body.includes(last), alone.body.includes('Go on writing')]).toEqual([200, true, false])
  expect((await tom.get('/post')).body).toContain('href="/drafts"')
  const nothingElse = await Promise.all(['/due', '/find', `/case/${reference}`].map(url => tom.get(url)))
  expect(nothingElse.map(({ to }) => to)).toEqual(['/post', '/post', '/post'])
  // Also when they sign in anew; somebody without words of their own is let in nowhere.
  const anew = server.visitor()
  expect((await anew.signIn('westworker')).to).toBe('/drafts')
  expect((await anew.get('/drafts')).body).toContain(last)
  const kept = /name="kept"[^>]*value="([^"]+)"/.exec(alone.body)?.[1] ?? ''
  expect((await tom.post('/drafts/resume', { kept })).to).toBe('/post')
  await ends('null')
  const again = await tom.get('/drafts')
  for (const says of [last, 'Go on writing']) expect(again.body).toContain(says)
})

/** A case of a team that the west's worker knows nothing of. */
async function hiddenCase() {
  const [id, reference] = [newId(), newReference()]
  await here.server.record('eastWorker', {
    opens: [{ id, kind: 'child', reference, teamId: here.server.borough.teams.east, restriction: 'shielded' }],
    acts: [
      {
        act: 'record',
        caseId: id,
        kind: 'child-named',
        happened: on('2026-03-01'),
        data: {},
        narrative: { surname: 'Orme' },
      },
    ],
  })
  return { reference }
}

test('sent, gone back to, changed and sent again: what was written since is not recorded, is said, and is kept as a form of its own', async () => {
  const child = await here.newCase()
  const worker = await here.signedIn('eastworker')
  const form = `/case/${child.reference}/record/child-seen`
  const submission = newId()
  const send = (wishes: string) => worker.write(form, { ...date('2026-04-13'), alone: 'yes', wishes }, submission)
  const recorded = async () =>
    (
      await here.server.db.owner.query<{ text: string }>(
        `select n.text from narrative n join fact f on f.id = n.fact_id where f.submission_id = $1`,
        [submission],
      )
    ).rows.map(({ text }) => text)
  expect((await send('To go home.')).status).toBe(303)
  expect((await send('To go home.')).status).toBe(303)
  const again = await send('She says that her uncle hits her.')
  expect(again.status).toBe(409)
  for (const says of ['You sent this form before', 'She says that her uncle hits her.'])
    expect(again.body).toContain(says)
  expect(await recorded()).toEqual(['To go home.'])
  const kept = await worker.get('/drafts')
  expect(kept.body).toContain('She says that her uncle hits her.')
  expect((await send('To go home.')).status).toBe(303)

  // Checking before sending is not sending.
  const other = newId()
  const check = { ...date('2026-04-14'), alone: 'yes', wishes: 'One', _check: 'yes' }
  expect((await worker.write(form, check, other)).status).toBe(200)
  expect((await worker.write(form, { ...date('2026-04-14'), alone: 'yes', wishes: 'Two' }, other)).status).toBe(303)
})
