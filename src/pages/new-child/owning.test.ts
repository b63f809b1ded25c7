import { beforeAll, expect, test } from 'vitest'
import { givenAgencies } from '../../../test/given-agencies.ts'
import { date, expectAccessible } from '../../../test/given-case.ts'

let here: Awaited<ReturnType<typeof givenAgencies>>
beforeAll(async () => {
  here = await givenAgencies()
})

/** Opens a file for a child as a person who has never used the system would: name, look, open. */
async function opensFile(surname: string) {
  const teacher = await here.signedIn('teacher')
  const first = await teacher.get('/new-child')
  expectAccessible(first.body)
  expect(first.body).toContain('nobody else sees until you share it')
  const looked = await teacher.write('/new-child', { forenames: 'Maud', surname })
  expectAccessible(looked.body)
  const seen =
    /name="_open" value="([^"]*)"/.exec(looked.body)?.[1] ?? /value="([^"]*)"[^>]*name="_open"/.exec(looked.body)?.[1]
  const opened = await teacher.write('/new-child', { forenames: 'Maud', surname, _open: seen ?? '' })
  expect(opened.to).toMatch(/^\/case\/GT-[0-9A-Z]{7}\/record\/observation-recorded$/)
  const base = opened.to.replace('/record/observation-recorded', '')
  const form = await teacher.get(opened.to)
  expectAccessible(form.body)
  const recorded = await teacher.write(opened.to, {
    ...date('2026-04-13'),
    about: 'injury',
    seen: 'A bruise on her left cheek, the size of a coin.',
    ownWords: 'I fell off nothing.',
  })
  expect(recorded.status).toBe(303)
  return { teacher, base }
}

test('a school keeps its worries about a child whom nobody else knows: no other agency sees or finds any of it', async () => {
  const { teacher, base } = await opensFile('Thistlewood')
  const own = await teacher.get(base)
  expect(own.body).toContain('I fell off nothing.')
  for (const who of ['duty', 'eastworker', 'manager', 'police', 'gp', 'privacyofficer']) {
    const other = await here.signedIn(who)
    expect([who, (await other.get(base)).status]).toEqual([who, 404])
    const found = await other.get('/find?q=Maud+Thistlewood')
    expect([who, found.body.includes('<b>Maud Thistlewood</b>')]).toEqual([who, false])
  }
})

test('what the school then shares with the council reaches its standing groups, the front door first, and no team', async () => {
  const { teacher, base } = await opensFile('Wolstenholme')
  const { body } = await teacher.get(`${base}/share`)
  const records = [...body.matchAll(/name="records"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="records"/g)].map(
    ([, a, b]) => a ?? b ?? '',
  )
  expect(records).toHaveLength(2)
  const sent = await teacher.write(`${base}/share`, {
    decision: 'share',
    agencies: here.agencies.authority,
    records,
    'lawful-basis': 'ca1989-s17',
    'why-necessary': 'We think she is not safe at home.',
    'family-told': 'no',
    'family-not-told-why': 'It may put her at risk.',
  })
  expect(sent.status).toBe(303)
  const door = await here.signedIn('duty')
  expect((await door.get(base)).body).toContain('A bruise on her left cheek')
  expect((await door.get('/find?q=Maud+Wolstenholme')).body).toContain('Wolstenholme')
  expect((await (await here.signedIn('chair')).get(base)).status).toBe(200)
  for (const who of ['eastworker', 'westworker', 'police', 'gp']) {
    const other = await here.signedIn(who)
    expect([who, (await other.get(base)).status]).toEqual([who, 404])
  }
})
