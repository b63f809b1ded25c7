import { extractText, getDocumentProxy } from 'unpdf'
import { beforeAll, expect, test } from 'vitest'
import { givenAgencies } from '../../../test/given-agencies.ts'
import { date, expectAccessible } from '../../../test/given-case.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { sealAll } from '../../ledger/seal.ts'
import { verify } from '../../ledger/verify.ts'
import { newId } from '../../platform/identifier.ts'

let here: Awaited<ReturnType<typeof givenAgencies>>
let lead: Visitor
beforeAll(async () => {
  here = await givenAgencies()
  lead = await here.signedIn('datalead')
})

const address = '/letter-words/referrer-feedback'
const words = {
  sender: 'Harrowmere Front Door\n1 Town Square',
  opening: 'Dear colleague,\n\nThank you.',
  closing: 'Ring us at any hour.',
  'approved-by': 'The director, 1 April 2026',
  why: 'Clearer.',
}
const latest = async () =>
  (await here.server.db.owner.query<{ id: string }>('select id from letter_words order by number desc limit 1')).rows[0]
    ?.id ?? 'none'

async function letterOn(aria: Awaited<ReturnType<typeof here.child>>, decided: string) {
  const worker = await here.signedIn('eastworker')
  const cookie = [...worker.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const url = `${aria.base}/fact/${decided}/letter.pdf`
  const { rawPayload } = await here.server.app.inject({ url, headers: { host: 'localhost', cookie } })
  return (await extractText(await getDocumentProxy(new Uint8Array(rawPayload)), { mergePages: true })).text
}

test('an area sets how a letter begins and ends from a day on, with who approved it; the letter of that day has the words', async () => {
  const aria = await here.child()
  const referral = await aria.fact('referral-received', '2026-04-01', {
    data: { source: '2A' },
    narrative: { reason: 'x' },
  })
  const decided = await aria.fact('referral-decided', '2026-04-02', {
    about: referral,
    data: { outcome: 'early-help' },
    narrative: { reasons: 'y' },
  })
  const form = await lead.get(address)
  expectAccessible(form.body)
  expect(form.body).toContain('Thank you for telling us that you were worried.')
  const submission = newId()
  const fields = { ...words, ...date('2026-04-14', 'from'), seen: 'none' }
  expect((await lead.write(address, fields, submission)).to).toBe('/letter-words?set=referrer-feedback')
  expect((await lead.write(address, fields, submission)).to).toBe('/letter-words?set=referrer-feedback')
  const { rows } = await here.server.db.owner.query('select 1 from letter_words')
  expect(rows).toHaveLength(1)
  const listed = await lead.get('/letter-words?set=referrer-feedback')
  expectAccessible(listed.body)
  expect(listed.body).toContain('Since 14 April 2026, approved by The director, 1 April 2026')
  const text = await letterOn(aria, decided)
  for (const said of ['Harrowmere Front Door\n1 Town Square', 'Dear colleague,', 'Ring us at any hour.'])
    expect(text).toContain(said)
  expect(text).not.toContain('Thank you for telling us')
})

test('words for a later day do not hold yet; somebody who was overtaken is told; empty words are asked for', async () => {
  const aria = await here.child()
  const referral = await aria.fact('referral-received', '2026-04-01', {
    data: { source: '2A' },
    narrative: { reason: 'x' },
  })
  const decided = await aria.fact('referral-decided', '2026-04-02', {
    about: referral,
    data: { outcome: 'early-help' },
    narrative: { reasons: 'y' },
  })
  await lead.get(address)
  const later = { ...words, opening: 'From May on.', ...date('2026-05-01', 'from') }
  const overtaken = await lead.write(address, { ...later, seen: 'none' })
  expect(overtaken.status).toBe(422)
  expect(overtaken.body).toContain('Somebody set other words while you were writing')
  expect((await lead.write(address, { ...later, seen: await latest() })).status).toBe(303)
  expect(await letterOn(aria, decided)).not.toContain('From May on.')
  const empty = await lead.write(address, { seen: await latest() })
  expect(empty.status).toBe(422)
  expectAccessible(empty.body)
  for (const asks of ['Enter how the letter begins', 'Enter how the letter ends', 'Enter the day from which it holds'])
    expect(empty.body).toContain(asks)
})

test('whoever does not set the policy of children’s files is told who does, and a letter that is none is nothing', async () => {
  const officer = await here.signedIn('partnership')
  expect((await officer.get('/letter-words')).body).not.toContain(`href="${address}"`)
  const refused = await officer.get(address)
  expect(refused.status).toBe(403)
  expect(refused.body).toContain('team manager or data lead')
  expect((await lead.get('/letter-words/constructor')).status).toBe(404)
})

test('the decisions are sealed, and a word that is altered afterwards is found', async () => {
  const { db } = here.server
  await sealAll(db.recorder)
  expect((await verify(db.owner)).seals.faults).toEqual([])
  await db.owner.query(
    `update letter_words set opening = 'Otherwise.' where number = (select min(number) from letter_words)`,
  )
  expect((await verify(db.owner)).seals.faults).toMatchObject([{ stream: 'letter-words' }])
})
